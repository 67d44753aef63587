"""
Which place may take a resident, and what a resident takes up there.

Children are never in a closed centre, unaccompanied minors in no place of detention: these
guards give way to nobody.

A closed centre counts beds, one for each resident. A family site counts dwellings: one for a
family that is on record, and one for each grown-up resident who belongs to none.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple

from domain.decide.attempt import Attempt, Due, Failing, Reasons, local
from domain.decide.birth import age_at_arrival
from domain.decide.care import carers_are_gone, not_said_to_be_with_anybody
from domain.lifecycle import ENDED
from domain.lifecycle.custody import CustodyStatus
from domain.lifecycle.stages import SECOND
from domain.rules import Place, PlaceKind, place, rule
from domain.rules.calendar import brussels_day, known, start_of_day
from domain.state.family import ADULT, DISPUTED, NO_FAMILY, UNDER_AGE, Family
from domain.trajectory import Trajectory
from domain.values import Sex

_NOT_FOR = {"men": Sex.F, "women": Sex.M}
"""Residents of a place → the sex of those it is not for."""

_AWAY = (CustodyStatus.RELEASED, CustodyStatus.ABSCONDED)
_ELSEWHERE = (*_AWAY, CustodyStatus.PRISON, CustodyStatus.HOSPITAL)

Taken = tuple[str, str]
"""A place, and the dossier that has a bed there or the family that has a dwelling."""


def listed(centre: object) -> Reasons:
    """PLC-01: a place is on the list, by its code."""
    found = place(str(centre))
    if found is None or found.code != centre:
        yield Failing("PLC-01", "{centre} is not on the list of places", {"centre": centre})


def suits(attempt: Attempt, code: object) -> Reasons:
    """PLC-02, DET-15, DET-16: a place that takes this resident, and may."""
    where = None if code is None else place(str(code))
    if where is not None:
        yield from _not_of_the_other_sex(attempt, where)
        yield from _a_family_on_a_family_site(attempt, where)
        yield from child_may_stay(attempt, where)


def has_room(attempt: Attempt, code: object) -> Reasons:
    """PLC-03: a place with a free bed, or dwelling, unless the resident takes up no more."""
    beds = attempt.context.beds
    free = None if beds is None else beds.get(str(code))
    if free is None or free > 0 or _is_expected(attempt, str(code)):
        return
    where = place(str(code))
    yield Failing(
        "PLC-03",
        "{place} is full: its {places} places are taken",
        {"place": code, "places": where.places if where else 0},
    )


def leads_to(state: Trajectory | None, act: str, said: Any) -> str | None:
    """Name the place where an act brings the resident, or is to bring."""
    if act == "OpenTrajectory":
        return None if said is None else said.centre
    if act == "IssueDetentionTitle":
        proposed = state.custody.proposed if state is not None else None
        named = getattr(said, "place", None) or (proposed.place if proposed else None)
        return named or (state.centre if state is not None else None)
    if act not in ("OrderTransfer", "ReceiveTransfer"):
        return None
    told = getattr(said, "place", None)
    ordered = state.transfer if state is not None and act == "ReceiveTransfer" else None
    return told or (ordered.place if ordered is not None else None)


def taken_by(dossiers: Iterable[Trajectory | None]) -> set[Taken]:
    """Say which beds and dwellings some dossiers take up together."""
    return {bed for each in dossiers if each is not None and (bed := _bed_of(each)) is not None}


def dwelling(code: str, family: str) -> Taken:
    """
    Name the dwelling of a family.

    A family bears the number of its first dossier, which may leave it: that resident alone
    has another dwelling than the family.
    """
    return code, f"family {family}"


def fits_the_sex(attempt: Attempt, code: str) -> Reasons:
    """PLC-02: a place for men takes no woman, and one for women no man."""
    where = place(code)
    if where is not None:
        yield from _not_of_the_other_sex(attempt, where)


def _not_of_the_other_sex(attempt: Attempt, where: Place) -> Reasons:
    sex = attempt.saying("sex") if attempt.state is None else attempt.state.sex
    if sex is not None and _NOT_FOR.get(where.residents) is sex:
        yield Failing(
            "PLC-02",
            "{place} is for men; the resident is recorded as {kind}"
            if where.residents == "men"
            else "{place} is for women; the resident is recorded as {kind}",
            {"place": where.code, "kind": sex},
        )


def _a_family_on_a_family_site(attempt: Attempt, where: Place) -> Reasons:
    """At the arrival nobody's family is on record yet; later it is, or there is none."""
    state = attempt.state
    if where.kind is not PlaceKind.FAMILY_UNITS or state is None or state.is_minor:
        return
    if state.family.id is None:
        yield Failing(
            "PLC-02",
            "{place} is for families; the resident belongs to none on record",
            {"place": where.code},
        )


def _is_expected(attempt: Attempt, code: str) -> bool:
    """Tell whether the resident takes up nothing more: has a bed there, is a child, has family."""
    where, state = place(code), attempt.state
    if state is not None and state.centre == code and _bed_of(state) is not None:
        return True
    if where is None or where.kind is not PlaceKind.FAMILY_UNITS:
        return False
    if state is None:
        return _age_said(attempt) in UNDER_AGE
    if state.family.id is None:
        return state.is_minor
    return dwelling(code, state.family.id) in taken_by(attempt.context.members)


def _bed_of(state: Trajectory) -> Taken | None:
    """
    Say what a dossier takes up: nothing once the resident has left for good or is at large.

    On the road, in a hospital or in a prison the resident keeps it.
    """
    if state.procedure < SECOND or state.stage in ENDED or state.centre is None:
        return None
    if state.custody.status in _AWAY:
        return None
    where = place(state.centre)
    if where is None or where.kind is not PlaceKind.FAMILY_UNITS:
        return state.centre, state.dossier
    if state.family.id is not None:
        return dwelling(state.centre, state.family.id)
    return None if state.is_minor else (state.centre, state.dossier)


# -- children ----------------------------------------------------------------------------


def child_may_stay(attempt: Attempt, where: Place) -> Reasons:
    """DET-15, DET-16: no minor, and no family with one, in a closed centre; none alone held."""
    day = brussels_day(attempt.context.at)
    reasons = list(_in_the_wrong_place(_ages_in(attempt), where, day))
    yield from reasons
    rests_on = _rests_on(attempt.state, where) if attempt.state else None
    if not reasons and rests_on is not None and attempt.context.at < rests_on:
        # What is known now says nothing of who was a minor, or accompanied, before.
        yield Failing(
            "ORD-02",
            "{at} is before {rests_on}, the act it rests on",
            {"at": local(attempt.context.at), "rests_on": local(rests_on)},
            passes_on=brussels_day(rests_on),
        )


def _rests_on(state: Trajectory, where: Place) -> datetime | None:
    """
    Say when it last changed who may be in such a place.

    A closed centre may take nobody of a family with a minor; a family site takes all but a
    minor who is alone, or whoever was on record as one.
    """
    if where.kind is PlaceKind.CLOSED or state.unaccompanied:
        return state.family.changed
    return state.family.joined


def may_be_kept(attempt: Attempt) -> Reasons:
    """DET-15, DET-16: nothing keeps a resident in a place where the resident may not be."""
    where = place(attempt.state.centre) if attempt.state and attempt.state.centre else None
    if where is not None:
        yield from child_may_stay(attempt, where)


class _Ages(NamedTuple):
    """What decides where somebody may be; ``alone`` is ``None`` where nobody said."""

    age: str | None
    alone: bool | None
    family: Family
    minors: frozenset[str] = frozenset()


def _ages_in(attempt: Attempt) -> _Ages:
    """Say what decides it: at the arrival from what is said, later from the dossiers."""
    state = attempt.state
    if state is None:
        age, alone = _age_said(attempt), attempt.saying("unaccompanied")
        return _Ages(age, alone if age in UNDER_AGE else alone or False, NO_FAMILY)
    # A doubt about another member's age is on record in that member's dossier first.
    minors = (one.dossier for one in attempt.context.members if one.is_minor)
    ages = _on_record(state)
    alone = True if carers_are_gone(attempt, state) else ages.alone
    return ages._replace(alone=alone, minors=frozenset(minors))


def _on_record(state: Trajectory) -> _Ages:
    alone = None if not_said_to_be_with_anybody(state) else bool(state.unaccompanied)
    return _Ages(state.age, alone, state.family)


def _age_said(attempt: Attempt) -> str | None:
    return age_at_arrival(attempt.saying("age"), attempt.saying("born_on"), attempt.context.at)


def _in_the_wrong_place(ages: _Ages, where: Place, day: date) -> Reasons:
    age, alone, family, minors = ages
    values = {"place": where.code}
    if alone is True and age != ADULT:
        if rule("DET-16").in_force(day):
            yield Failing(
                "DET-16",
                "an unaccompanied minor is not held, and {place} is a place of detention",
                values,
            )
    elif where.kind is not PlaceKind.CLOSED:
        if alone is None and rule("DET-16").in_force(day):
            yield Failing(
                "DET-16",
                "it is not said with whom the minor is here: who is taken to be alone is not held, "
                "and {place} is a place of detention",
                values,
            )
    elif not rule("DET-15").in_force(day):
        return
    elif age == DISPUTED:
        yield Failing(
            "DET-15",
            "the age is in dispute: until the outcome the resident is taken for a minor, "
            "and {place} is a closed centre",
            values,
        )
    elif family.makes_a_minor(age):
        yield Failing("DET-15", "the resident is a minor, and {place} is a closed centre", values)
    elif minors.union(family.minors).intersection(family.together):
        yield Failing(
            "DET-15", "the resident's family has a minor, and {place} is a closed centre", values
        )


def _since(state: Trajectory, row: str) -> datetime:
    """Say since when a rule is broken: since it holds, or since the fact that broke it."""
    fact, begins = state.family.changed or state.opened, rule(row).valid_from
    holds = known(start_of_day, begins) if begins else None
    return max(fact, holds) if holds else fact


def must_leave(state: Trajectory, now: datetime) -> Iterator[Due]:
    """Whoever may not be where he is leaves at once: due since the fact that made it so."""
    where = place(state.centre) if state.centre else None
    if where is None or state.custody.status in _ELSEWHERE:
        return
    for reason in _in_the_wrong_place(_on_record(state), where, brussels_day(now)):
        since = _since(state, reason.rule)
        yield Due(
            reason.rule,
            since,
            "move of an unaccompanied minor out of detention"
            if reason.rule == "DET-16"
            else "move of a family with a minor out of the closed centre"
            if state.family.together
            else "move out of the closed centre of who is taken for a minor, the age in dispute"
            if state.age == DISPUTED
            else "move of a minor out of the closed centre",
            since,
            is_duty=True,
        )
