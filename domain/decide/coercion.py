"""What may refuse an act about coercion, and the clock of its report."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.decide.always import before_the_end
from domain.decide.attempt import (
    Adds,
    Attempt,
    Clocks,
    Context,
    Due,
    Failing,
    Guards,
    Reasons,
    RestsOn,
)
from domain.decide.numbered import Kept
from domain.lifecycle import COERCION, CoercionState
from domain.rules import rule
from domain.rules.calendar import brussels_day
from domain.state.measures import Coercion
from domain.trajectory import Trajectory

_USES = Kept(lambda state: state.coercion, COERCION, "COE-02")


def means_named(attempt: Attempt) -> Reasons:
    """COE-01: the means are on the closed list, and there is one."""
    if attempt.said is not None and not attempt.saying("means"):
        yield Failing("COE-01", "no means of coercion is named")


def reviewer_had_no_part(attempt: Attempt) -> Reasons:
    """SEP-04: by natural person, the reviewer neither used the coercion nor reported on it."""
    actor, use = attempt.context.actor, _USES.meant(attempt)
    if actor is None or use is None:
        return
    if actor.person in use.agents:
        yield Failing(
            "SEP-04",
            "{person} used coercion {n}; another person must review it",
            {"person": actor.person, "n": use.number},
            about_people=True,
        )
    if theirs := attempt.own_part(use.author):
        yield Failing(
            "SEP-04",
            "{person} wrote the report on coercion {n} as {account}; another must review it",
            {"person": theirs.person, "n": use.number, "account": theirs.account},
            about_people=True,
        )


GUARDS: Guards = {
    "UseCoercion": (means_named, before_the_end),
    "ReportCoercion": (_USES.in_order,),
    "ReviewCoercion": (_USES.in_order, reviewer_had_no_part),
}

RESTS_ON: RestsOn = dict.fromkeys(("ReportCoercion", "ReviewCoercion"), _USES.so_far)


def _new_use(state: Trajectory | None, said: Any, context: Context) -> dict[str, Any]:
    """Give a use of coercion its number; without agents named it is who records it."""
    number = _USES.number_next(state, said, context)
    if said.agents or context.actor is None:
        return number
    return number | {"agents": (context.actor.person,)}


ADDS: Adds = {
    "UseCoercion": _new_use,
    "ForceMedicalExamination": _new_use,
    "ReportCoercion": _USES.number_meant,
    "ReviewCoercion": _USES.number_meant,
}


def _reports(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """EXE-07, COE-03: the report on coercion is due without delay, so from that moment on."""
    for use in state.coercion:
        row = rule(reported_by(use))
        if use.state is CoercionState.USED and row.in_force(brussels_day(use.at)):
            yield Due(
                row.id,
                use.at,
                "file the report on the use of coercion",
                use.at,
                is_duty=True,
                outlives=True,
            )


def reported_by(use: Coercion) -> str:
    """Name the rule by which a report is due: the law on an examination, or by analogy with it."""
    return "EXE-07" if use.examination else "COE-03"


CLOCKS: Clocks = (_reports,)
