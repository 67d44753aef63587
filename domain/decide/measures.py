"""
What may refuse a measure or an act about coercion, and their clocks.

The ladder of isolation: the centre director up to the hours of rule ISO-01, the Director
general up to those of ISO-02, the Minister up to those of ISO-03, after which it must end.
The removal director acts here for the Director general, and the Minister's delegate may act
for the Minister. Hours are real ones, from the placement; none of the three rows is confirmed.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from domain.authority import Actor
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
    local,
)
from domain.decide.health import medically_taken_in
from domain.decide.incidents import before_the_end
from domain.decide.numbered import Kept, in_its_order, meant
from domain.lifecycle import COERCION, MEASURE, CoercionState, MeasureState
from domain.rules import PlaceKind, place, rule
from domain.rules.calendar import brussels_day
from domain.state.measures import ISOLATION, Coercion, Measure
from domain.state.numbered import hours_after, next_number
from domain.trajectory import Trajectory
from domain.values import Function

_MEASURE = Kept(MEASURE, "MEA-01")
_COERCION = Kept(COERCION, "COE-02")

_F = Function
_MINISTER = frozenset({_F.MINISTER, _F.MINISTER_DELEGATE})


class Rung(NamedTuple):
    """A step of the ladder: its rule and who decides it."""

    rule: str
    deciders: frozenset[Function]

    @property
    def hours(self) -> int:
        """How long an isolation may last under it, from the placement."""
        return rule(self.rule).length or 0


_BY_THE_DIRECTOR = Rung("ISO-01", frozenset({_F.CENTRE_DIRECTOR, _F.REMOVAL_DIRECTOR} | _MINISTER))
_BY_THE_DIRECTOR_GENERAL = Rung("ISO-02", frozenset({_F.REMOVAL_DIRECTOR}) | _MINISTER)
_BY_THE_MINISTER = Rung("ISO-03", _MINISTER)

LADDER = (_BY_THE_DIRECTOR, _BY_THE_DIRECTOR_GENERAL, _BY_THE_MINISTER)


def rung_for(hours: int) -> Rung | None:
    """Find the step of the ladder that covers so many hours; ``None`` beyond the last."""
    return next((rung for rung in LADDER if hours <= rung.hours), None)


# -- measures -----------------------------------------------------------------------------


def in_measure_order(attempt: Attempt) -> Reasons:
    """NUM-01, MEA-01: proposed, decided, prolonged, ended."""
    if attempt.state is not None:
        yield from in_its_order(_MEASURE, attempt.state.measures.every, attempt)


def decider_is_not_who_proposed(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who proposed a measure neither decides nor prolongs it."""
    actor, measure = attempt.context.actor, _meant(attempt)
    if actor is None or measure is None or measure.proposed is None:
        return
    if measure.proposed.person == actor.person:
        yield Failing(
            "SEP-01",
            "{person} proposed measure {n} as {account}; another person must decide",
            {"person": actor.person, "n": measure.number, "account": measure.proposed.account},
        )


def on_the_ladder(attempt: Attempt) -> Reasons:
    """ISO-01 to ISO-03: who decides an isolation, by its hours in all; none beyond the last."""
    measure, hours = _meant(attempt), attempt.saying("hours")
    if measure is None or measure.kind != ISOLATION or hours is None:
        return
    rung, actor = rung_for(hours), attempt.context.actor
    if rung is None:
        last = LADDER[-1]
        yield Failing(
            last.rule,
            "{hours} hours: an isolation lasts {most} hours at most, whoever decides",
            {"hours": hours, "most": last.hours},
        )
    elif _stands_below(rung, actor):
        below = LADDER[LADDER.index(rung) - 1]
        yield Failing(
            below.rule,
            "{hours} hours are beyond the {most} of this step; this is for {may}",
            {"hours": hours, "most": below.hours, "may": ", ".join(sorted(rung.deciders))},
        )


def _stands_below(rung: Rung, actor: Actor | None) -> bool:
    """Tell who decides measures, but not such long ones; all others are told by AUT-02."""
    if actor is None or actor.functions.isdisjoint(_BY_THE_DIRECTOR.deciders):
        return False
    return actor.functions.isdisjoint(rung.deciders)


def heard(attempt: Attempt) -> Reasons:
    """MEA-02: the resident was heard, or it is said why not."""
    if attempt.said is None or attempt.saying("heard") is True:
        return
    if attempt.saying("not_heard") is None:
        yield Failing("MEA-02", "the resident was not heard, and it is not said why")


def medical_service_informed(attempt: Attempt) -> Reasons:
    """MEA-03: the medical service knows of an isolation."""
    measure = _meant(attempt)
    if attempt.said is None or measure is None or measure.kind != ISOLATION:
        return
    if attempt.saying("medical_informed") is not True:
        yield Failing("MEA-03", "the medical service was not informed of the isolation")


def taken_in_before_isolation(attempt: Attempt) -> Reasons:
    """INT-01: nobody is isolated whom the medical service has not seen."""
    measure = _meant(attempt)
    if measure is not None and measure.kind == ISOLATION:
        yield from medically_taken_in(attempt)


def no_isolation_runs(attempt: Attempt) -> Reasons:
    """MEA-01: an isolation that runs is prolonged on its ladder, not begun anew beside itself."""
    measure, at = _meant(attempt), attempt.context.at
    if attempt.state is None or measure is None or measure.kind != ISOLATION:
        return
    for other in attempt.state.measures.every:
        if other.isolates_at(at) or (other.isolates and other.ended is None):
            yield Failing(
                "MEA-01",
                "isolation {n} runs: it is prolonged, not begun anew",
                {"n": other.number},
            )


def while_it_runs(attempt: Attempt) -> Reasons:
    """ISO-01 to ISO-03, MEA-04: prolonged before its hours are over, and for longer than so far."""
    measure, hours = _meant(attempt), attempt.saying("hours")
    if measure is None or measure.state is not MeasureState.RUNNING:
        return
    ends = measure.ends
    if ends is not None and attempt.context.at > ends:
        yield Failing(
            _rule_of(measure),
            "the hours of measure {n} ended on {ends}: it can be ended, no longer prolonged",
            {"n": measure.number, "ends": local(ends)},
        )
    if hours is not None and measure.hours is not None and hours <= measure.hours:
        yield Failing(
            "MEA-04",
            "measure {n} was decided for {hours} hours in all already",
            {"n": measure.number, "hours": measure.hours},
        )


def during_isolation(attempt: Attempt) -> Reasons:
    """NUM-01, ISO-04: a medical check is of an isolation, while it lasted."""
    state = attempt.state
    if state is None:
        return
    isolations = [one for one in state.measures.every if one.isolates]
    if attempt.said is None:
        isolations = [one for one in isolations if one.ended is None]
        if not isolations:
            yield Failing("ISO-04", "the resident is not in isolation")
        return
    yield from in_its_order(_MEASURE, state.measures.every, attempt)
    measure = _meant(attempt)
    if measure is not None and not measure.isolates_at(attempt.context.at):
        yield Failing(
            "ISO-04",
            "measure {n} kept nobody in isolation on {at}",
            {"n": measure.number, "at": local(attempt.context.at)},
        )


def on_a_family_site(attempt: Attempt) -> Reasons:
    """MEA-05: the house rules are changed for one family only where families live."""
    state = attempt.state
    if state is None:
        return
    where = place(state.centre) if state.centre else None
    if where is None or where.kind is not PlaceKind.FAMILY_UNITS:
        yield Failing(
            "MEA-05",
            "{centre} is no site of family accommodation",
            {"centre": state.centre or "-"},
        )


def _meant(attempt: Attempt) -> Measure | None:
    return meant(attempt.state.measures.every, attempt) if attempt.state else None


def _rule_of(measure: Measure) -> str:
    """Name the rule a measure ends by: the step of the ladder, or the house's for all others."""
    if measure.kind != ISOLATION or measure.hours is None:
        return "MEA-04"
    rung = rung_for(measure.hours) or LADDER[-1]
    return rung.rule


# -- coercion -----------------------------------------------------------------------------


def means_named(attempt: Attempt) -> Reasons:
    """COE-01: the means are on the closed list, and there is one."""
    if attempt.said is not None and not attempt.saying("means"):
        yield Failing("COE-01", "no means of coercion is named")


def in_coercion_order(attempt: Attempt) -> Reasons:
    """NUM-01, COE-02: used, reported, reviewed."""
    if attempt.state is not None:
        yield from in_its_order(_COERCION, attempt.state.coercion, attempt)


def reviewer_had_no_part(attempt: Attempt) -> Reasons:
    """SEP-04: by natural person, the reviewer neither used the coercion nor reported on it."""
    actor, use = attempt.context.actor, _use_meant(attempt)
    if actor is None or use is None:
        return
    if actor.person in use.agents:
        yield Failing(
            "SEP-04",
            "{person} used coercion {n}; another person must review it",
            {"person": actor.person, "n": use.number},
        )
    if use.author is not None and use.author.person == actor.person:
        yield Failing(
            "SEP-04",
            "{person} wrote the report on coercion {n} as {account}; another must review it",
            {"person": actor.person, "n": use.number, "account": use.author.account},
        )


def _use_meant(attempt: Attempt) -> Coercion | None:
    return meant(attempt.state.coercion, attempt) if attempt.state else None


GUARDS: Guards = {
    "DecideMeasure": (
        in_measure_order,
        decider_is_not_who_proposed,
        on_the_ladder,
        no_isolation_runs,
        taken_in_before_isolation,
        heard,
        medical_service_informed,
    ),
    "RefuseMeasure": (in_measure_order, decider_is_not_who_proposed),
    "ProlongMeasure": (
        in_measure_order,
        while_it_runs,
        decider_is_not_who_proposed,
        on_the_ladder,
        heard,
        medical_service_informed,
    ),
    "VisitIsolated": (during_isolation, before_the_end),
    "EndMeasure": (in_measure_order,),
    "ChangeHouseRule": (on_a_family_site,),
    "UseCoercion": (means_named, before_the_end),
    "ReportCoercion": (in_coercion_order,),
    "ReviewCoercion": (in_coercion_order, reviewer_had_no_part),
}


def _measure_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    measure = meant(state.measures.every, attempt)
    yield measure.since if measure else None


def _placed(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Look to the placement alone: a check may be recorded after the end, which came later."""
    measure = meant(state.measures.every, attempt)
    yield measure.began if measure else None


def _on_this_site(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Look to the last move: a family that came from a closed centre was on no site before."""
    transfer = getattr(state, "transfer", None)
    yield transfer.since if transfer else None


def _coercion_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    use = meant(state.coercion, attempt)
    yield use.since if use else None


RESTS_ON: RestsOn = {
    "DecideMeasure": _measure_so_far,
    "RefuseMeasure": _measure_so_far,
    "ProlongMeasure": _measure_so_far,
    "VisitIsolated": _placed,
    "EndMeasure": _measure_so_far,
    "ChangeHouseRule": _on_this_site,
    "ReportCoercion": _coercion_so_far,
    "ReviewCoercion": _coercion_so_far,
}


def _new_measure(state: Trajectory | None, _said: Any, _context: Context) -> dict[str, Any]:
    return {"number": next_number(state.measures.every) if state else 1}


def _same_measure(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    if said.number is not None or state is None:
        return {}
    return {"number": state.measures.every[-1].number}


def new_use(state: Trajectory | None, said: Any, context: Context) -> dict[str, Any]:
    """Give a use of coercion its number; without agents named it is who records it."""
    number = next_number(state.coercion) if state else 1
    if said.agents or context.actor is None:
        return {"number": number}
    return {"number": number, "agents": (context.actor.person,)}


def _same_use(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    if said.number is not None or state is None:
        return {}
    return {"number": state.coercion[-1].number}


ADDS: Adds = {
    "ProposeMeasure": _new_measure,
    "DecideMeasure": _same_measure,
    "RefuseMeasure": _same_measure,
    "ProlongMeasure": _same_measure,
    "VisitIsolated": _same_measure,
    "EndMeasure": _same_measure,
    "ChangeHouseRule": _new_measure,
    "UseCoercion": new_use,
    "ForceMedicalExamination": new_use,
    "ReportCoercion": _same_use,
    "ReviewCoercion": _same_use,
}


# -- clocks -------------------------------------------------------------------------------


def _measures_end(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """ISO-01 to ISO-03, MEA-04: a measure ends with its hours, or is brought a step further."""
    for measure in state.measures.running:
        began, ends = measure.began or measure.since, measure.ends
        if measure.kind == ISOLATION:
            yield from _isolation_ends(measure, began)
        elif ends is not None:
            yield Due("MEA-04", ends, "end the measure or prolong it", began, is_duty=True)


def _isolation_ends(measure: Measure, began: datetime) -> Iterator[Due]:
    """Where the step decided ends, and where no step leads further."""
    rung = rung_for(measure.hours or 0) or _BY_THE_MINISTER
    stop = hours_after(began, _BY_THE_MINISTER.hours)
    if measure.ends is not None and rung is not _BY_THE_MINISTER:
        yield Due(
            rung.rule,
            measure.ends,
            "end the isolation or bring it to the Director general"
            if rung is _BY_THE_DIRECTOR
            else "end the isolation or bring it to the Minister",
            began,
            is_duty=True,
        )
    elif measure.ends is not None and measure.ends != stop:
        yield Due("ISO-03", measure.ends, "end the isolation or prolong it", began, is_duty=True)
    if stop is not None:
        yield Due("ISO-03", stop, "the isolation must end", began, is_duty=True)


def _medical_checks(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """ISO-04: who is isolated is seen by the medical service within hours, again and again."""
    for measure in state.measures.running:
        if not measure.isolates:
            continue
        since = measure.checked or measure.began or measure.since
        due = hours_after(since, rule("ISO-04").length or 0)
        if due is not None:
            yield Due("ISO-04", due, "see the resident in isolation", since, is_duty=True)


def _reports(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """EXE-07: the report on a use of coercion is due without delay, so from that moment on."""
    for use in state.coercion:
        if use.state is CoercionState.USED and rule("EXE-07").in_force(brussels_day(use.at)):
            yield Due(
                "EXE-07",
                use.at,
                "file the report on the use of coercion",
                use.at,
                is_duty=True,
                outlives=True,
            )


CLOCKS: Clocks = (_measures_end, _medical_checks, _reports)
