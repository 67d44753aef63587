"""What may refuse an arrival, and what is done with who arrived."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.decide.attempt import Adds, Attempt, Context, Failing, Guards, Reasons, RestsOn
from domain.decide.birth import age_at_arrival, age_by, gives_doubt
from domain.decide.lengths import clock_begins, held_days
from domain.decide.places import has_room, listed, suits
from domain.lifecycle import NEWEST
from domain.rules.calendar import brussels_day
from domain.state.family import ADULT, MINOR
from domain.trajectory import Trajectory
from domain.values import Sex

KEPT, RETURNED = "kept", "returned"
"""Codes of the list ``admission.property``."""


def place_exists(attempt: Attempt) -> Reasons:
    """PLC-01: the centre is on the list of places."""
    centre = attempt.saying("centre")
    if centre is not None:
        yield from listed(centre)


def place_suits(attempt: Attempt) -> Reasons:
    """PLC-02, DET-15, DET-16: the place is one for this resident."""
    yield from suits(attempt, attempt.saying("centre"))


def place_has_room(attempt: Attempt) -> Reasons:
    """PLC-03: a bed, or a dwelling, is free."""
    yield from has_room(attempt, attempt.saying("centre"))


def says_who(attempt: Attempt) -> Reasons:
    """ADM-01: an identity on record says something of the resident."""
    known = ("name", "born_on", "nationality", "document_number")
    if attempt.said is not None and all(attempt.saying(name) is None for name in known):
        yield Failing(
            "ADM-01", "say at least a name, a birth, a nationality or the number of a document"
        )


def of_age_by_birth(attempt: Attempt) -> Reasons:
    """FAM-06: nobody is admitted as an adult whose birth, said at once, is that of a minor."""
    born = age_by(attempt.saying("born_on"), brussels_day(attempt.context.at))
    if attempt.saying("age") == ADULT and born == MINOR:
        yield Failing("FAM-06", "said to be of age, and by the birth that is said a minor")


def follows_another(attempt: Attempt) -> Reasons:
    """ORD-05: the trajectory before this one is another dossier."""
    previous = attempt.saying("previous")
    if previous is not None and previous == attempt.saying("dossier"):
        yield Failing(
            "ORD-05", "dossier {dossier} does not follow on itself", {"dossier": previous}
        )


def agent_of_the_same_sex(attempt: Attempt) -> Reasons:
    """ADM-02: the agent who searches is of the sex of the resident, or of the one asked for."""
    if attempt.said is None or attempt.state is None:
        return
    theirs, agent = attempt.state.sex, attempt.saying("agent_sex")
    asked = attempt.saying("agent_asked")
    if agent is None:
        yield Failing("ADM-02", "the sex of the agent who searched is not said")
    elif theirs in (Sex.F, Sex.M):
        if agent is not theirs:
            yield Failing(
                "ADM-02",
                "the agent is recorded as {what}, the resident as {kind}",
                {"what": agent, "kind": theirs},
            )
    elif asked is None:
        yield Failing(
            "ADM-02",
            "the sex on record does not say who may search; say which agent the resident asked for",
        )
    elif agent is not asked:
        yield Failing(
            "ADM-02",
            "the resident asked for an agent recorded as {kind}, not {what}",
            {"kind": asked, "what": agent},
        )


def returned_what_was_kept(attempt: Attempt) -> Reasons:
    """ADM-03: property is given back by the list under which it was kept."""
    state, reference = attempt.state, attempt.saying("inventory")
    if state is None or attempt.saying("outcome") != RETURNED:
        return
    kept = {each.reference for each in state.belongings if each.outcome == KEPT}
    if reference not in kept:
        yield Failing(
            "ADM-03",
            "nothing is kept under {reference}; kept are: {kept}",
            {"reference": reference, "kept": ", ".join(sorted(kept)) or "-"},
        )


GUARDS: Guards = {"OpenTrajectory": (place_exists,)}

GUARDS_FROM_2: Guards = {
    "OpenTrajectory": (
        place_exists,
        place_suits,
        place_has_room,
        of_age_by_birth,
        follows_another,
    ),
    "RecordIdentity": (says_who,),
    "PerformSearch": (agent_of_the_same_sex,),
    "InventoryProperty": (returned_what_was_kept,),
}


def _list_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    reference = attempt.saying("inventory")
    yield from (each.since for each in state.belongings if each.reference == reference)


RESTS_ON: RestsOn = {"InventoryProperty": _list_so_far}


def _opens(_state: Trajectory | None, said: Any, context: Context) -> dict[str, Any]:
    return {
        "resident": said.resident or said.dossier,
        "procedure": NEWEST,
        "age": age_at_arrival(said.age, said.born_on, context.at),
        **_carried_over(said, context),
    }


def _carried_over(said: Any, context: Context) -> dict[str, Any]:
    """
    DET-05: take over the detention of the trajectory before, which is put beside the new one.

    Whoever departed begins anew: what the detention was for was done.
    """
    before = next((one for one in context.members if one.dossier == said.previous), None)
    if before is None or _has_left(before):
        return {}
    custody = before.custody
    days = held_days(custody, brussels_day(context.at))
    latest = {title.ground: title for title in custody.titles if title.issued and title.ground}
    firsts = {each.ground: each.first for each in custody.before}
    firsts |= {
        ground: begins.isoformat()
        for ground, title in latest.items()
        if (begins := clock_begins(custody, title))
    }
    return {
        "held_before": tuple(f"{first}/{last}" for first, last in days) or None,
        "grounds_before": tuple(f"{one} {first}" for one, first in sorted(firsts.items())) or None,
    }


def _doubts(state: Trajectory | None, said: Any, context: Context) -> dict[str, Any]:
    """FAM-05: a birth is sealed once recorded; that it may be that of a minor is kept in clear."""
    doubt = state is not None and gives_doubt(state, said.born_on, context.at)
    return {"age_doubted": True} if doubt else {}


def _has_left(before: Trajectory) -> bool:
    """Tell a trajectory that ended in a departure, or in what is one in fact."""
    ending = before.ending
    return ending.ended is not None and ending.reason in (None, "dublin-transfer")


ADDS: Adds = {"OpenTrajectory": _opens, "RecordIdentity": _doubts, "LinkAlias": _doubts}
