"""
What may refuse an act because of who belongs together, or because somebody is a minor.

Children are never in a closed centre, unaccompanied minors in no place of detention, and a
family leaves together or not at all: these guards give way to nobody.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from domain.decide.always import in_turn
from domain.decide.attempt import (
    Attempt,
    Clocks,
    Due,
    Failing,
    Guards,
    Reasons,
    RestsOn,
    local,
)
from domain.decide.tables import follows
from domain.lifecycle import ENDED
from domain.lifecycle.custody import CustodyStatus
from domain.lifecycle.family import SEPARATION, SeparationState
from domain.rules import Place, PlaceKind, place, rule
from domain.rules.calendar import brussels_day, start_of_day
from domain.state.family import NO_FAMILY, Family
from domain.trajectory import Trajectory

ADULT, MINOR, DISPUTED = "adult", "minor", "disputed"
CHILD = "child"

# --- who is a minor -----------------------------------------------------------------------


def is_minor(state: Trajectory) -> bool:
    """
    Tell a minor, or whoever is taken for one until the doubt about an age is settled.

    A child of the family of whom no age is on record is a minor until majority is recorded.
    """
    return _taken_for_a_minor(state.age, state.family)


def alone(state: Trajectory) -> bool:
    """Tell a minor of whom it is on record that nobody with parental authority is there."""
    return state.unaccompanied is True and state.age != ADULT


def _taken_for_a_minor(age: str | None, family: Family) -> bool:
    return age in (MINOR, DISPUTED) or (age is None and family.role == CHILD)


# --- where they may stay --------------------------------------------------------------------


def child_may_stay(attempt: Attempt, where: Place) -> Reasons:
    """DET-15, DET-16: no minor, and no family with one, in a closed centre; none alone held."""
    day = brussels_day(attempt.context.at)
    reasons = list(_in_the_wrong_place(_ages_in(attempt), where, day))
    yield from reasons
    family = attempt.state.family if attempt.state else NO_FAMILY
    if not reasons and family.changed is not None and attempt.context.at < family.changed:
        # What is known now says nothing of who was a minor, or accompanied, before.
        yield Failing(
            "ORD-02",
            "{at} is before {rests_on}, the act it rests on",
            {"at": local(attempt.context.at), "rests_on": local(family.changed)},
            passes_on=brussels_day(family.changed),
        )


def may_be_kept(attempt: Attempt) -> Reasons:
    """DET-15, DET-16: nothing keeps a resident in a place where the resident may not be."""
    where = place(attempt.state.centre) if attempt.state and attempt.state.centre else None
    if where is not None:
        yield from child_may_stay(attempt, where)


_Ages = tuple[str | None, bool | None, Family]
"""Age, whether unaccompanied, family."""


def _ages_in(attempt: Attempt) -> _Ages:
    """Say what decides it: at the arrival from what is said, later from the dossier."""
    state = attempt.state
    if state is None:
        return attempt.saying("age"), attempt.saying("unaccompanied"), NO_FAMILY
    return state.age, state.unaccompanied, state.family


def _in_the_wrong_place(ages: _Ages, where: Place, day: date) -> Reasons:
    age, unaccompanied, family = ages
    values = {"place": where.code}
    if unaccompanied is True and age != ADULT:
        if rule("DET-16").in_force(day):
            yield Failing(
                "DET-16",
                "an unaccompanied minor is not held, and {place} is a place of detention",
                values,
            )
    elif where.kind is not PlaceKind.CLOSED or not rule("DET-15").in_force(day):
        return
    elif age == DISPUTED:
        yield Failing(
            "DET-15",
            "the age is in dispute: until the outcome the resident is taken for a minor, "
            "and {place} is a closed centre",
            values,
        )
    elif _taken_for_a_minor(age, family):
        yield Failing("DET-15", "the resident is a minor, and {place} is a closed centre", values)
    elif set(family.minors) - set(family.apart):
        yield Failing(
            "DET-15", "the resident's family has a minor, and {place} is a closed centre", values
        )


# --- leaving together -----------------------------------------------------------------------


def family_together(attempt: Attempt) -> Reasons:
    """
    FAM-01, FAM-02: what holds one member back holds all; the family leaves together.

    Members whom an authorised separation keeps apart do not count, nor those whose trajectory
    has ended, but for a right to stay; those for whom the same act is recorded at once are
    judged for themselves.
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
            yield from _stays_lawfully(member)
        elif number not in attempt.context.together:
            yield from _held_back(attempt, member)
            yield from _left_behind(attempt, member)


def _not_looked_at(attempt: Attempt, number: str) -> Reasons:
    """At the desk every member is looked at; a page that shows a dossier may not have."""
    if attempt.context.actor is not None:
        yield Failing(
            "FAM-01", "{member} of the family has no dossier to look at", {"member": number}
        )


def _stays_lawfully(member: Trajectory) -> Reasons:
    if member.ending.reason in _RIGHTS_TO_STAY:
        yield Failing(
            "FAM-01",
            "{member} of the family may stay ({why}): have a separation decided",
            {"member": member.dossier, "why": str(member.ending.reason)},
        )


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
    found = [why for guard in asked for why in guard(theirs) if not why.about_people]
    if found:
        days = [why.passes_on for why in found if why.passes_on]
        yield Failing(
            "FAM-01",
            "{member} of the family is held back by: {rules}",
            {
                "member": member.dossier,
                "rules": ", ".join(dict.fromkeys(why.rule for why in found)),
            },
            passes_on=max(days) if len(days) == len(found) else None,
        )


def _left_behind(attempt: Attempt, member: Trajectory) -> Reasons:
    at_the_desk = attempt.said is not None and attempt.context.actor is not None
    if at_the_desk and attempt.act == "ConfirmDeparture":
        yield Failing(
            "FAM-02",
            "{member} of the family would stay behind: record it for all with --family, or have "
            "a separation decided",
            {"member": member.dossier},
        )


def minor_provided_for(attempt: Attempt) -> Reasons:
    """FAM-03: of a minor nobody accompanies, the guardian was heard, and reception is named."""
    state = attempt.state
    if state is None or not (alone(state) or _nobody_is_known_to_care_for(state)):
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


def _nobody_is_known_to_care_for(state: Trajectory) -> bool:
    caring = set(state.family.carers) - set(state.family.apart)
    return is_minor(state) and state.unaccompanied is None and not caring


# --- who belongs together -------------------------------------------------------------------


def in_one_family(attempt: Attempt) -> Reasons:
    """FAM-04: a resident belongs to one family, and is no member beside oneself."""
    state, asked = attempt.state, attempt.saying("family")
    if state is None:
        return
    known = state.family
    if asked is not None and known.id is not None and asked != known.id:
        yield Failing(
            "FAM-04",
            "the resident is on record in family {family}; unlink that first",
            {"family": known.id},
        )
    if state.dossier in _named(attempt):
        yield Failing("FAM-04", "{dossier} is named twice", {"dossier": state.dossier})


def born_once(attempt: Attempt) -> Reasons:
    """FAM-04: a child is born once, under a number of its own."""
    state, child = attempt.state, attempt.saying("child")
    if state is None or child is None:
        return
    if child == state.dossier or child in state.family.members:
        yield Failing("FAM-04", "{dossier} is named twice", {"dossier": child})


def born_when_it_is_said(attempt: Attempt) -> Reasons:
    """FAM-06: the eighteenth birthday of who is born lies in the future."""
    eighteen = _day(attempt.saying("majority_on"))
    if eighteen is not None and eighteen <= brussels_day(attempt.context.at):
        yield Failing(
            "FAM-06", "who is born now does not become eighteen on {day}", {"day": eighteen}
        )


def are_members(attempt: Attempt) -> Reasons:
    """FAM-04: who is named belongs to the family."""
    if attempt.state is None:
        return
    strangers = [one for one in _named(attempt) if one not in attempt.state.family.members]
    if strangers or not attempt.state.family.members:
        yield Failing(
            "FAM-04",
            "not of the family on record: {members}",
            {"members": ", ".join(strangers) or "-"},
        )


def unlinked_by_another(attempt: Attempt) -> Reasons:
    """SEP-02: by natural person, who made the link does not take it away."""
    actor = attempt.context.actor
    if actor is None or attempt.state is None:
        return
    if any(hand.person == actor.person for hand in attempt.state.family.linked):
        yield Failing(
            "SEP-02",
            "{person} recorded this family; another person must take the link away",
            {"person": actor.person},
        )


def _named(attempt: Attempt) -> tuple[str, ...]:
    return attempt.saying("members") or ()


# --- ages -----------------------------------------------------------------------------------


def of_the_family(attempt: Attempt) -> Reasons:
    """FAM-04: whose age it is, is the resident or belongs to the family."""
    member = attempt.saying("member")
    if member is None or attempt.state is None:
        return
    if member not in attempt.state.family.members:
        yield Failing("FAM-04", "not of the family on record: {members}", {"members": member})


def has_turned_eighteen(attempt: Attempt) -> Reasons:
    """FAM-06: majority is reached on the eighteenth birthday, which is on record or is said."""
    whose = _whose(attempt)
    if whose is None:
        return
    if whose.age == ADULT:
        yield Failing("FAM-06", "the resident is on record as of age")
        return
    said, known = attempt.saying("majority_on"), whose.family.majority_on
    if said is not None and known is not None and said != known:
        yield Failing(
            "FAM-06",
            "the eighteenth birthday on record is {known}, not {said}",
            {"known": known, "said": said},
        )
        return
    day = _day(known) or _day(said)
    if day is None:
        if attempt.said is not None:
            yield Failing("FAM-06", "the eighteenth birthday is not on record; say it")
    elif brussels_day(attempt.context.at) < day:
        yield Failing("FAM-06", "eighteen on {day} only", {"day": day}, passes_on=day)


def age_is_not_in_dispute(attempt: Attempt) -> Reasons:
    """FAM-05: a doubt is recorded once, until it is settled."""
    whose = _whose(attempt)
    if whose is not None and whose.age == DISPUTED:
        yield Failing("FAM-05", "the age is in dispute already")


def age_is_in_dispute(attempt: Attempt) -> Reasons:
    """FAM-05: what is settled was in doubt."""
    whose = _whose(attempt)
    if whose is not None and whose.age != DISPUTED:
        yield Failing("FAM-05", "the age is not in dispute")


def settled_by_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who doubted an age does not settle it."""
    whose, actor = _whose(attempt), attempt.context.actor
    hand = whose.family.doubted if whose else None
    if actor is not None and hand is not None and hand.person == actor.person:
        yield Failing(
            "SEP-01",
            "{person} doubted this age as {account}; another person must settle it",
            {"person": actor.person, "account": hand.account},
        )


def _whose(attempt: Attempt) -> Trajectory | None:
    """Find whose age an act is about: the resident, or a member whose dossier was looked at."""
    member = attempt.saying("member")
    if member is None:
        return attempt.state
    return next((one for one in attempt.context.members if one.dossier == member), None)


# --- apart ----------------------------------------------------------------------------------


def in_separation_order(attempt: Attempt) -> Reasons:
    """FAM-07: proposed, on a report, then decided; over when they are together again."""
    state = attempt.state
    if state is None:
        return
    wish = state.family.separation
    now: StrEnum | None = wish.state if wish else None
    passes, after = follows(SEPARATION, now, attempt.act)
    if not passes:
        yield Failing(
            "FAM-07",
            "the separation is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )
    elif attempt.act in _DECIDING and wish is not None:
        others = set(_named(attempt)) - set(wish.members)
        if others:
            yield Failing(
                "FAM-07",
                "a separation from {members} was not proposed",
                {"members": ", ".join(sorted(others))},
            )


_DECIDING = ("SeparateFamily", "KeepTogether")


def not_yet_apart(attempt: Attempt) -> Reasons:
    """FAM-07: a separation is from members who are together, and from somebody."""
    if attempt.state is None or attempt.said is None:
        return
    named, apart = _named(attempt), attempt.state.family.apart
    if not named or any(one in apart for one in named):
        yield Failing("FAM-07", "say from which members, not apart yet, the resident is separated")


def are_apart(attempt: Attempt) -> Reasons:
    """FAM-07: reunited are those who were apart."""
    if attempt.state is None:
        return
    apart = attempt.state.family.apart
    together = [one for one in _named(attempt) if one not in apart]
    if together or not apart:
        yield Failing("FAM-07", "not apart: {members}", {"members": ", ".join(together) or "-"})


def separated_by_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who proposed a separation does not authorise it."""
    wish = attempt.state.family.separation if attempt.state else None
    actor = attempt.context.actor
    if wish is None or wish.proposed is None or actor is None:
        return
    if wish.state is SeparationState.PROPOSED and wish.proposed.person == actor.person:
        yield Failing(
            "SEP-01",
            "{person} proposed this separation as {account}; another person must decide",
            {"person": actor.person, "account": wish.proposed.account},
        )


# --- guardians ------------------------------------------------------------------------------


def guardian_known(attempt: Attempt) -> Reasons:
    """FAM-03: who is heard was appointed."""
    if attempt.state is not None and attempt.state.family.guardian is None:
        yield Failing("FAM-03", "no guardian is appointed for the unaccompanied minor")


GUARDS_FROM_2: Guards = {
    "LinkFamily": (in_one_family,),
    "UnlinkFamily": (are_members, unlinked_by_another),
    "RecordBirth": (in_one_family, born_once, born_when_it_is_said),
    "ReachMajority": (of_the_family, has_turned_eighteen),
    "DisputeAge": (of_the_family, age_is_not_in_dispute),
    "EstablishAge": (of_the_family, age_is_in_dispute, settled_by_another),
    "ProposeSeparation": (are_members, not_yet_apart, in_separation_order),
    "SeparateFamily": (in_separation_order, separated_by_another),
    "KeepTogether": (in_separation_order,),
    "ReuniteFamily": (are_apart,),
    "HearGuardian": (guardian_known,),
}


# --- when -----------------------------------------------------------------------------------

_Moments = Callable[[Trajectory, Attempt], Iterable[datetime | None]]


def _links_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.family.unlinked


def _family_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.family.since
    yield state.family.unlinked


def _age_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    whose = _whose(attempt)
    yield whose.age_since if whose else None
    yield from _family_so_far(state, attempt)


def _separation_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    yield from _family_so_far(state, attempt)
    yield state.family.separation.since if state.family.separation else None


def _guardian_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.family.guardian.appointed if state.family.guardian else None


_SO_FAR: dict[_Moments, tuple[str, ...]] = {
    _links_so_far: ("LinkFamily", "RecordBirth"),
    _family_so_far: ("UnlinkFamily",),
    _age_so_far: ("ReachMajority", "DisputeAge", "EstablishAge"),
    _separation_so_far: ("ProposeSeparation", "SeparateFamily", "KeepTogether", "ReuniteFamily"),
    _guardian_so_far: ("HearGuardian",),
}

RESTS_ON: RestsOn = {act: moments for moments, acts in _SO_FAR.items() for act in acts}


# --- what is due ----------------------------------------------------------------------------

_ELSEWHERE = (
    CustodyStatus.RELEASED,
    CustodyStatus.ABSCONDED,
    CustodyStatus.PRISON,
    CustodyStatus.HOSPITAL,
)


def _must_leave(state: Trajectory, now: datetime) -> Iterator[Due]:
    """Whoever may not be where he is leaves at once: due since the fact that made it so."""
    where = place(state.centre) if state.centre else None
    if where is None or state.custody.status in _ELSEWHERE:
        return
    since = state.family.changed or state.opened
    ages = state.age, state.unaccompanied, state.family
    for reason in _in_the_wrong_place(ages, where, brussels_day(now)):
        yield Due(
            reason.rule,
            since,
            "move of an unaccompanied minor out of detention"
            if reason.rule == "DET-16"
            else "move of a family with a minor out of the closed centre",
            since,
            is_duty=True,
        )


def _comes_of_age(state: Trajectory, _now: datetime) -> Iterator[Due]:
    day = _day(state.family.majority_on)
    if day is not None and state.age != ADULT:
        since = state.age_since or state.family.since or state.opened
        yield Due("FAM-06", start_of_day(day), "majority to be recorded", since, is_duty=True)


CLOCKS: Clocks = (_must_leave, _comes_of_age)


def _day(said: Any) -> date | None:
    """Read a day; what is none, in history, is nothing one can go by."""
    with suppress(ValueError, TypeError, OverflowError):
        day = date.fromisoformat(said)
        start_of_day(day)  # before the first year there is none
        return day
    return None
