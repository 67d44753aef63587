"""What kind of departure an act leads to: of free will or by force, and by which title."""

from datetime import datetime
from types import SimpleNamespace

from domain.decide.attempt import Attempt, Failing, Reasons
from domain.lifecycle import CustodyStatus, Stage
from domain.lifecycle.decision import KINDS
from domain.lifecycle.removal import CONSENT, CONSENT_STATEMENT
from domain.lifecycle.stages import SECOND
from domain.rules.codes import OTHER, Codes
from domain.state.decision import Round, removing
from domain.state.removal import ESCORTED, RemovalAttempt, Tick
from domain.trajectory import Trajectory
from domain.values import DepartureMode

REMOVAL = (DepartureMode.REMOVAL_ESCORTED, DepartureMode.REMOVAL_UNESCORTED)


def planned(state: Trajectory | None) -> RemovalAttempt | None:
    """Give the attempt that is planned or under way."""
    if state is None or state.stage is not Stage.DEPARTURE_PLANNED:
        return None
    attempt = state.removal.attempt
    return attempt if attempt and attempt.open else None


def as_departure(attempt: Attempt) -> Attempt:
    """
    Put any act of a removal as the departure it leads to, for the conditions of one.

    A departure says its mode itself. Of an attempt the plan says it; and where nothing
    is said or planned, the departure is voluntary if the person declared it, else forced.
    """
    if attempt.saying("mode") in tuple(DepartureMode):
        return attempt
    plan = planned(attempt.state)
    if attempt.act == "ScheduleRemoval" and attempt.said is not None:
        mode = _by_force(attempt.saying("mode"))
    elif plan:
        mode = _by_force(plan.mode)
    elif attempt.state is not None and attempt.state.declared:
        mode = DepartureMode.VOLUNTARY_IOM
    else:
        mode = DepartureMode.REMOVAL_UNESCORTED
    return attempt._replace(said=SimpleNamespace(mode=mode, consents=None))


def _by_force(mode: str) -> DepartureMode:
    escorted = mode == ESCORTED
    return DepartureMode.REMOVAL_ESCORTED if escorted else DepartureMode.REMOVAL_UNESCORTED


def under_declaration(attempt: Attempt) -> bool:
    """
    Tell whether the person goes under a declaration that stands, and nobody uses force.

    From the second version on it does not stand against a person who says no.
    """
    declared = attempt.state is not None and attempt.state.declared
    refuses = attempt.procedure >= SECOND and attempt.saying("consents") is False
    return declared and not refuses and attempt.saying("mode") not in REMOVAL


def willing(attempt: Attempt) -> bool:
    """Tell whether the person goes of free will: a declaration stands, or a consent borne out."""
    return under_declaration(attempt) or (consents(attempt) and borne_out(attempt.state))


def consents(attempt: Attempt) -> bool:
    """Tell whether it is said, from the second version on, that the person agrees to go."""
    said = attempt.procedure >= SECOND and attempt.saying("consents") is True
    return said and attempt.saying("mode") not in REMOVAL


def borne_out(state: Trajectory | None) -> bool:
    """
    Tell whether more than one word says that the person agrees.

    Somebody who is held agrees by a declaration, or by a statement of consent on the
    check-list; who was released goes where he wants.
    """
    return state is not None and (not is_held(state) or statement_of_consent(state) is not None)


def statement_of_consent(state: Trajectory) -> Tick | None:
    """Find the tick that says the person stated to agree; one that does not say so is none."""
    tick = state.removal.tick(CONSENT_STATEMENT)
    agrees = tick is not None and tick.state == "done" and tick.statement == CONSENT
    return tick if agrees else None


def is_held(state: Trajectory) -> bool:
    """Tell whether the person is held: who was not released is not known to be free."""
    return state.custody.status is not CustodyStatus.RELEASED


def forced(attempt: Attempt) -> bool:
    """Tell a departure that is a removal: what is not known to be of free will is one."""
    return attempt.saying("mode") is not DepartureMode.VOLUNTARY_IOM and not willing(attempt)


def leaves_at(attempt: Attempt, plan: RemovalAttempt | None) -> datetime:
    """Say when the person leaves: as planned, or sooner where a departure was sooner."""
    at = attempt.context.at
    departs = plan.departs if plan else None
    if departs is None:
        return at
    return min(departs, at) if attempt.act == "ConfirmDeparture" else departs


def has_title(attempt: Attempt) -> Reasons:
    """TIT-01: a notified decision in force that removes, or a signed, unwithdrawn declaration."""
    state = attempt.state
    if state is None or under_declaration(attempt):
        return
    if attempt.saying("mode") is DepartureMode.VOLUNTARY_IOM:
        yield Failing(
            "TIT-01",
            "the person does not agree to go, whatever declaration was signed"
            if state.declared
            else "no voluntary return declaration is signed and standing",
        )
    elif state.decision is None:
        yield Failing(
            "TIT-01", "no decision is notified and in force, and no voluntary declaration stands"
        )
    elif state.procedure >= SECOND:
        yield from removes(state)


def removes(state: Trajectory) -> Reasons:
    """TIT-01: among the decisions in force one is a title to remove; of unknown kind none is."""
    if state.decision is None:
        yield Failing("TIT-01", "no decision is notified and in force")
    elif removing(state.rounds) is None:
        unknown = [each for each in state.rounds if each.in_force and not _kind_is_known(each)]
        yield _of_unknown_kind(unknown[-1]) if unknown else _of_another_kind(state.decision)


def _kind_is_known(decision: Round) -> bool:
    return decision.kind in KINDS and decision.kind != OTHER


def _of_unknown_kind(decision: Round) -> Failing:
    return Failing(
        "TIT-01",
        "the kind of the decision in force is not on record, so it is no title to remove: correct "
        "its record of version {n}, field kind"
        if decision.taken
        else "the kind of the decision in force is not on record, so it is no title to remove: "
        "have it decided anew",
        {"n": decision.taken.version} if decision.taken else {},
    )


def _of_another_kind(decision: Round) -> Failing:
    return Failing(
        "TIT-01",
        "the decision in force is no title to remove: {kinds}",
        {"kinds": Codes.of("decision.kind", decision.kind)},
    )
