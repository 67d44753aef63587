"""
What may refuse a measure, and the clocks of one; of coercion see :mod:`domain.decide.coercion`.

The ladder of isolation: the centre director up to the hours of rule ISO-01, the Director
general up to those of ISO-02, the Minister up to those of ISO-03, after which it must end.
The removal director acts here for the Director general, and the Minister's delegate may act
for the Minister. Hours are real ones, from the placement, and from the first of several that
follow closely; none of the three rows is confirmed.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from domain.authority import Actor
from domain.decide.always import before_the_end
from domain.decide.attempt import (
    Adds,
    Attempt,
    Clocks,
    Due,
    Failing,
    Guards,
    Reasons,
    RestsOn,
    local,
)
from domain.decide.health import medically_taken_in
from domain.decide.numbered import Kept
from domain.lifecycle import MEASURE, MeasureState
from domain.rules import PlaceKind, place, rule
from domain.state.measures import ISOLATION, Measure
from domain.state.numbered import hours_after
from domain.trajectory import Trajectory
from domain.values import Function

_MEASURES = Kept(lambda state: state.measures.every, MEASURE, "MEA-01")

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


def decider_is_not_who_proposed(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who proposed a measure neither decides nor prolongs it."""
    measure = _MEASURES.meant(attempt)
    theirs = attempt.own_part(measure.proposed) if measure else None
    if measure and theirs:
        yield Failing(
            "SEP-01",
            "{person} proposed measure {n} as {account}; another person must decide",
            {"person": theirs.person, "n": measure.number, "account": theirs.account},
            about_people=True,
        )


def on_the_ladder(attempt: Attempt) -> Reasons:
    """ISO-01 to ISO-03: who decides an isolation, by its hours in all; none beyond the last."""
    measure, hours = _MEASURES.meant(attempt), attempt.saying("hours")
    if measure is None or measure.kind != ISOLATION or hours is None:
        return
    hours += _hours_before(attempt, measure)
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
            about_people=True,
        )


def _hours_before(attempt: Attempt, measure: Measure) -> int:
    """MEA-06: count the hours since the first placement, where one isolation follows another."""
    every = attempt.state.measures.every if attempt.state else ()
    return _hours_since_first(every, measure, measure.began or attempt.context.at)


def _hours_since_first(every: tuple[Measure, ...], measure: Measure, began: datetime) -> int:
    return hours_between(first_placement(every, measure, began), began)


def first_placement(every: tuple[Measure, ...], measure: Measure, began: datetime) -> datetime:
    """MEA-06: find the placement from which the hours of an isolation count."""
    gap = timedelta(hours=rule("MEA-06").length or 0)
    first = began
    for other in sorted(every, key=lambda one: one.began or began, reverse=True):
        if other.number == measure.number or not other.isolates or other.ended is None:
            continue
        if other.began and other.began <= first <= other.ended + gap:
            first = other.began
    return first


def hours_between(begun: datetime, moment: datetime) -> int:
    """Count the hours begun from one moment to another."""
    return -(-(moment - begun) // timedelta(hours=1)) if moment > begun else 0


def weighed_for_the_family(attempt: Attempt) -> Reasons:
    """MEA-07: best interest weighed, and the hierarchy decides, where a family is touched."""
    measure, state = _MEASURES.meant(attempt), attempt.state
    if state is None or attempt.said is None or measure is None or measure.kind != ISOLATION:
        return
    if not (state.is_minor or state.family.members):
        return
    if attempt.saying("best_interest") is None:
        yield Failing(
            "MEA-07",
            "the resident is a minor or belongs to a family; say by its number which report "
            "weighs the best interest",
        )
    if _stands_below(_BY_THE_DIRECTOR_GENERAL, attempt.context.actor):
        yield Failing(
            "MEA-07",
            "the resident is a minor or belongs to a family; this is for {may}",
            {"may": ", ".join(sorted(_BY_THE_DIRECTOR_GENERAL.deciders))},
            about_people=True,
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
    measure = _MEASURES.meant(attempt)
    if attempt.said is None or measure is None or measure.kind != ISOLATION:
        return
    if attempt.saying("medical_informed") is not True:
        yield Failing("MEA-03", "the medical service was not informed of the isolation")


def taken_in_before_isolation(attempt: Attempt) -> Reasons:
    """INT-01: nobody is isolated whom the medical service has not seen."""
    measure = _MEASURES.meant(attempt)
    if measure is not None and measure.kind == ISOLATION:
        yield from medically_taken_in(attempt)


def no_isolation_runs(attempt: Attempt) -> Reasons:
    """MEA-01: an isolation that runs is prolonged on its ladder, not begun anew beside itself."""
    measure, at = _MEASURES.meant(attempt), attempt.context.at
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
    measure, hours = _MEASURES.meant(attempt), attempt.saying("hours")
    if measure is None or measure.state is not MeasureState.RUNNING:
        return
    ends = measure.ends
    if ends is not None and attempt.context.at > ends:
        yield Failing(
            ends_by(attempt.state.measures.every if attempt.state else (), measure),
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
    if attempt.said is None:
        if not any(one.isolates and one.ended is None for one in state.measures.every):
            yield Failing("ISO-04", "the resident is not in isolation")
        return
    yield from _MEASURES.in_order(attempt)
    measure = _MEASURES.meant(attempt)
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


def ends_by(every: tuple[Measure, ...], measure: Measure) -> str:
    """Name the rule a measure ends by: the step of the ladder, or the house's for all others."""
    if measure.kind != ISOLATION or measure.hours is None or measure.began is None:
        return "MEA-04"
    rung = rung_for(measure.hours + _hours_since_first(every, measure, measure.began))
    return (rung or LADDER[-1]).rule


GUARDS: Guards = {
    "DecideMeasure": (
        _MEASURES.in_order,
        decider_is_not_who_proposed,
        on_the_ladder,
        weighed_for_the_family,
        no_isolation_runs,
        taken_in_before_isolation,
        heard,
        medical_service_informed,
    ),
    "RefuseMeasure": (_MEASURES.in_order, decider_is_not_who_proposed),
    "ProlongMeasure": (
        _MEASURES.in_order,
        while_it_runs,
        decider_is_not_who_proposed,
        on_the_ladder,
        weighed_for_the_family,
        heard,
        medical_service_informed,
    ),
    "VisitIsolated": (during_isolation, before_the_end),
    "EndMeasure": (_MEASURES.in_order,),
    "ChangeHouseRule": (on_a_family_site,),
}


def _decided_on(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Look to the family as well: whether there was one is told as it is now."""
    yield from _MEASURES.so_far(state, attempt)
    measure = _MEASURES.meant(attempt)
    if measure is not None and measure.kind == ISOLATION:
        yield state.family.changed


def _placed(_state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Look to the placement alone: a check may be recorded after the end, which came later."""
    measure = _MEASURES.meant(attempt)
    yield measure.began if measure else None


def _on_this_site(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Look to the last move: a family that came from a closed centre was on no site before."""
    yield state.transfer.since if state.transfer else None


RESTS_ON: RestsOn = {
    "DecideMeasure": _decided_on,
    "RefuseMeasure": _MEASURES.so_far,
    "ProlongMeasure": _decided_on,
    "VisitIsolated": _placed,
    "EndMeasure": _MEASURES.so_far,
    "ChangeHouseRule": _on_this_site,
}


ADDS: Adds = {
    "ProposeMeasure": _MEASURES.number_next,
    "DecideMeasure": _MEASURES.number_meant,
    "RefuseMeasure": _MEASURES.number_meant,
    "ProlongMeasure": _MEASURES.number_meant,
    "VisitIsolated": _MEASURES.number_meant,
    "EndMeasure": _MEASURES.number_meant,
    "ChangeHouseRule": _MEASURES.number_next,
}


# -- clocks -------------------------------------------------------------------------------


def _measures_end(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """ISO-01 to ISO-03, MEA-04: a measure ends with its hours, or is brought a step further."""
    for measure in state.measures.running:
        began, ends = measure.began or measure.since, measure.ends
        if measure.kind == ISOLATION:
            yield from _isolation_ends(state.measures.every, measure, began)
        elif ends is not None:
            yield Due("MEA-04", ends, "end the measure or prolong it", began, is_duty=True)


def _isolation_ends(every: tuple[Measure, ...], measure: Measure, began: datetime) -> Iterator[Due]:
    """Where the step decided ends, and where no step leads further."""
    first = first_placement(every, measure, began)
    in_all = (measure.hours or 0) + _hours_since_first(every, measure, began)
    rung = rung_for(in_all) or _BY_THE_MINISTER
    stop = hours_after(first, _BY_THE_MINISTER.hours)
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


CLOCKS: Clocks = (_measures_end, _medical_checks)
