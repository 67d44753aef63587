"""
What a dossier lacks: elements that ought to be there by now, each with the rule that asks for it.

Nothing here refuses; the same rules stand in the way where it matters. A dossier under the
first version of the procedure is asked only for what that version knows.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from domain.decide.care import not_said_to_be_with_anybody
from domain.decide.notification import start_row
from domain.decide.terms import law_of
from domain.lifecycle import ENDED
from domain.lifecycle.stages import FIRST, Stage
from domain.state.decision import Round
from domain.state.trajectory import Trajectory
from domain.values import InformationKind


class Missing(NamedTuple):
    """
    One element that is not on record, and the rule that asks for it.

    ``of`` is what it is about: a list and the code on it.
    """

    rule: str
    what: str
    of: tuple[str, str] | None = None


def missing(state: Trajectory) -> list[Missing]:
    """List what a running dossier lacks, in the order in which one comes to need it."""
    if state.stage in ENDED:
        return []
    asked = (_told, _decided) if state.procedure == FIRST else _EVERYTHING
    return [each for look in asked for each in look(state)]


def _told(state: Trajectory) -> Iterator[Missing]:
    if len(state.informed) < len(InformationKind):
        yield Missing("INT-02", "information still to be given")


def _received(state: Trajectory) -> Iterator[Missing]:
    if state.health.intake is None:
        yield Missing("INT-01", "medical intake")
    if not state.identities:
        yield Missing("ADM-01", "who the resident is, and by which source")
    if not state.belongings:
        yield Missing("ADM-03", "inventory of property")
    if state.age is None:
        yield Missing("DET-15", "whether the resident is of age")
    if not_said_to_be_with_anybody(state):
        yield Missing("DET-16", "with whom the minor is here")


def _stood_by(state: Trajectory) -> Iterator[Missing]:
    if state.coach is None:
        yield Missing("AUT-01", "a coach who follows the dossier")
    if state.legal_aid is None or state.legal_aid.assigned is None:
        yield Missing("INT-02", "a lawyer")
    seen = state.vulnerabilities_seen - state.vulnerabilities_found
    if seen and state.vulnerability_assessed is None:
        yield Missing("INT-01", "assessment of the vulnerability signalled")


def _held(state: Trajectory) -> Iterator[Missing]:
    if state.custody.detained and state.custody.title is None:
        yield Missing("DET-01", "a detention title")


def _decided(state: Trajectory) -> Iterator[Missing]:
    decision = state.decision
    if decision is None:
        return
    said = decision.notification
    if said is None or said.means is None:
        old = state.procedure == FIRST
        row = "NOT-02" if old else start_row(law_of(decision))
        yield Missing(row, "how the decision was notified")
    if said is None or said.remedies_stated is not True:
        yield Missing("INF-04", "the remedies, stated in the notification")


def _notified_well(state: Trajectory) -> Iterator[Missing]:
    decision = state.decision
    if decision is None:
        return
    yield from _of_decision(decision)
    for defect in decision.defects:
        yield Missing("INF-04", "a notification put right", ("decision.defect", defect))


def _of_decision(decision: Round) -> Iterator[Missing]:
    said = decision.notification
    if decision.kind is None:
        yield Missing("INF-06", "what kind of decision it is")
    if not decision.articles:
        yield Missing("INF-06", "the legal provision of the decision")
    if said is not None and said.translation_stated is not True:
        yield Missing("INF-03", "the mention of the right to a translation")
    if said is not None and said.contact_stated is not True:
        yield Missing("INF-05", "the contact person, mentioned in the decision")


def _ready(state: Trajectory) -> Iterator[Missing]:
    if state.stage not in (Stage.REMOVAL_PREPARED, Stage.DEPARTURE_PLANNED, Stage.IOM_FILED):
        return
    if state.identification is None or not state.identification.at_hand:
        yield Missing("IDE-03", "a travel document")
    if state.examination is None:
        yield Missing("EXE-06", "a certificate of fitness to travel")


_EVERYTHING: tuple[Callable[[Trajectory], Iterator[Missing]], ...] = (
    _told,
    _received,
    _stood_by,
    _held,
    _decided,
    _notified_well,
    _ready,
)
