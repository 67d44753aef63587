"""
Which place may take a resident, and what a resident takes up there.

A closed centre counts beds, one for each resident. A family site counts dwellings: one for a
family that is on record, and one for each grown-up resident who belongs to none.
"""

from collections.abc import Iterable

from domain.decide.attempt import Attempt, Failing, Reasons
from domain.decide.family import DISPUTED, MINOR, child_may_stay, is_minor
from domain.lifecycle import ENDED
from domain.lifecycle.custody import CustodyStatus
from domain.lifecycle.stages import SECOND
from domain.rules import Place, PlaceKind, place
from domain.trajectory import Trajectory
from domain.values import Sex

_NOT_FOR = {"men": Sex.F, "women": Sex.M}
"""Residents of a place → the sex of those it is not for."""

_AWAY = (CustodyStatus.RELEASED, CustodyStatus.ABSCONDED)

Taken = tuple[str, str]
"""A place, and the dossier that has a bed there or the family that has a dwelling."""


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


def taken_by(dossiers: Iterable[Trajectory | None]) -> set[Taken]:
    """Say which beds and dwellings some dossiers take up together."""
    return {bed for each in dossiers if each is not None and (bed := _bed_of(each)) is not None}


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
    if where.kind is not PlaceKind.FAMILY_UNITS or state is None or is_minor(state):
        return
    if state.family.id is None:
        yield Failing(
            "PLC-02",
            "{place} is for families; the resident belongs to none on record",
            {"place": where.code},
        )


def _is_expected(attempt: Attempt, code: str) -> bool:
    """Tell whether the resident takes up nothing more: a child, or one whose family is there."""
    where, state = place(code), attempt.state
    if where is None or where.kind is not PlaceKind.FAMILY_UNITS:
        return False
    if state is None:
        return attempt.saying("age") in (MINOR, DISPUTED)
    if state.family.id is None:
        return is_minor(state)
    return (code, state.family.id) in taken_by(attempt.context.members)


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
        return state.centre, state.family.id
    return None if is_minor(state) else (state.centre, state.dossier)
