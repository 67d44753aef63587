"""
Whether the resident may leave without others: a family leaves together or not at all.

A minor whom nobody accompanies leaves to where care was found. These guards give way to nobody.
"""

from collections.abc import Iterable

from domain.decide.access import may_read
from domain.decide.always import in_turn
from domain.decide.attempt import Attempt, Failing, Guard, Reasons
from domain.decide.care import is_left_to_nobody
from domain.decide.exception import overridden
from domain.lifecycle import ENDED
from domain.rules.codes import Codes
from domain.trajectory import Trajectory


def family_together(attempt: Attempt) -> Reasons:
    """
    FAM-01, FAM-02: what holds one member back holds all; the family leaves together.

    Members whom an authorised separation keeps apart do not count, nor those whose trajectory
    has ended, but for a right to stay. At the desk those for whom the same act is recorded at
    once are judged for themselves; read back, what held one of them held all.
    """
    state = attempt.state
    if state is None or attempt.alone:
        return
    known = {member.dossier: member for member in attempt.context.members}
    for number in state.family.together:
        member = known.get(number)
        if member is None:
            yield from _not_looked_at(attempt, number)
        elif member.stage in ENDED:
            yield from _stays_lawfully(attempt, member)
        elif number not in attempt.context.together:
            yield from _held_back(attempt, member)
            yield from _left_behind(attempt, member)
        elif attempt.context.actor is None:
            yield from _held_back(attempt, member)


def _not_looked_at(attempt: Attempt, number: str) -> Reasons:
    """At the desk every member is looked at; a page that shows a dossier may not have."""
    if attempt.context.actor is not None:
        yield Failing(
            "FAM-01", "{member} of the family has no dossier to look at", {"member": number}
        )


def _stays_lawfully(attempt: Attempt, member: Trajectory) -> Reasons:
    if member.ending.reason in _RIGHTS_TO_STAY:
        yield Failing(
            "FAM-01",
            "{member} of the family may stay ({why}): have a separation decided"
            if _may_be_named(attempt, member)
            else "a member of the family may stay: have a separation decided",
            _named_if_may(
                attempt,
                member,
                why=Codes.of("ending.non-return", member.ending.reason),
            ),
        )


def _may_be_named(attempt: Attempt, member: Trajectory) -> bool:
    """ACC-01: the number of a restricted dossier is told only to who may read that dossier."""
    reader, now = attempt.context.actor or attempt.context.reader, attempt.context.now
    if not member.access.restricted(now):
        return True
    return reader is not None and may_read(member.access, reader.account, reader.functions, now)


def _named_if_may(attempt: Attempt, member: Trajectory, **values: object) -> dict[str, object]:
    return values | ({"member": member.dossier} if _may_be_named(attempt, member) else {})


_RIGHTS_TO_STAY = (
    *("residence-granted", "protection-granted", "citizenship", "eu-right"),
    *("stateless", "victim-status"),
)
"""Codes of the list ``ending.non-return``."""


def _held_back(attempt: Attempt, member: Trajectory) -> Reasons:
    """Judge a member by what the resident is judged by, for itself alone."""
    theirs = attempt._replace(state=member, alone=True)
    leaving = (in_turn,) if attempt.act == "ConfirmDeparture" else ()
    asked = (*leaving, *attempt.guards)
    found = [why for why in _in_the_way(theirs, asked) if not why.about_people]
    if found:
        days = [why.passes_on for why in found if why.passes_on]
        yield Failing(
            "FAM-01",
            "{member} of the family is held back by: {rules}"
            if _may_be_named(attempt, member)
            else "a member of the family is held back by: {rules}",
            _named_if_may(
                attempt, member, rules=", ".join(dict.fromkeys(why.rule for why in found))
            ),
            passes_on=max(days) if len(days) == len(found) else None,
        )


def _in_the_way(theirs: Attempt, guards: Iterable[Guard]) -> Reasons:
    """Ask a member's guards, but for what two persons let give way for this act of the member."""
    given_way = overridden(theirs)
    return (why for guard in guards for why in guard(theirs) if why.rule not in given_way)


def _left_behind(attempt: Attempt, member: Trajectory) -> Reasons:
    # A transfer to the State responsible ends a trajectory, and is a departure all the same.
    if attempt.act in ("ConfirmDeparture", "EstablishNonReturn") and _is_done(attempt):
        yield Failing(
            "FAM-02",
            "{member} of the family would stay behind: record it for all with --family, or have "
            "a separation decided"
            if _may_be_named(attempt, member)
            else "a member of the family would stay behind: record it for all with --family, or "
            "have a separation decided",
            _named_if_may(attempt, member),
        )


def _is_done(attempt: Attempt) -> bool:
    """Tell an act that somebody does, or did, from one that is only asked about."""
    context = attempt.context
    own = attempt.state.dossier if attempt.state else None
    return attempt.said is not None and (context.actor is not None or own in context.together)


def minor_provided_for(attempt: Attempt) -> Reasons:
    """FAM-03: of a minor nobody accompanies, the guardian was heard, and reception is named."""
    state = attempt.state
    if state is None or not is_left_to_nobody(attempt, state):
        return
    guardian, reception = state.family.guardian, state.family.reception
    if guardian is None:
        yield Failing("FAM-03", "no guardian is appointed for the unaccompanied minor")
    elif guardian.heard is None:
        yield Failing("FAM-03", "the guardian of the unaccompanied minor was not heard")
    if reception is None:
        yield Failing("FAM-03", "it is not named to whom the unaccompanied minor is entrusted")
    elif reception.trafficking_risk:
        yield Failing("FAM-03", "a risk of trafficking is seen where the minor is entrusted")
