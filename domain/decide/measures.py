"""
What may refuse a measure, and the clocks of one; of coercion see :mod:`domain.decide.coercion`.

The ladder of isolation: the centre director up to the hours of rule ISO-01, the Director
general up to those of ISO-02, the Minister up to those of ISO-03, after which it must end.
The removal director acts here for the Director general, and the Minister's delegate may act
for the Minister. Hours are real ones, from the placement, and from the first of several that
follow closely; none of the three rows is confirmed. What the law calls isolation covers here
whatever keeps somebody apart: see :func:`domain.lifecycle.measures.keeps_apart`.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.authority import Actor
from domain.decide.always import before_the_end
from domain.decide.apart import (
    BY_THE_DIRECTOR,
    BY_THE_DIRECTOR_GENERAL,
    BY_THE_MINISTER,
    LADDER,
    Rung,
    first_placement,
    hours_between,
    hours_in_all,
    placed,
    placements,
    rung_for,
)
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
from domain.lifecycle import MEASURE, CustodyStatus, MeasureState
from domain.lifecycle.measures import keeps_apart
from domain.rules import PlaceKind, place, rule
from domain.rules.calendar import brussels_day, known, term_end
from domain.state.custody import Custody
from domain.state.measures import Measure
from domain.state.numbered import hours_after, numbered
from domain.trajectory import Trajectory, day_of, instant

__all__ = [
    "ADDS",
    "CLOCKS",
    "CORRECTED",
    "GUARDS",
    "LADDER",
    "RESTS_ON",
    "ends_by",
    "first_placement",
    "hours_between",
    "rung_for",
]

_MEASURES = Kept(lambda state: state.measures.every, MEASURE, "MEA-01")


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
    """ISO-01 to ISO-03: who decides to keep apart, by the hours in all; none beyond the last."""
    measure, hours = _apart_meant(attempt), attempt.saying("hours")
    if attempt.state is None or measure is None or hours is None:
        return
    others = placements(attempt.state, but=measure.number)
    hours = hours_in_all(others, measure.began or attempt.context.at, hours)
    rung, actor = rung_for(hours), attempt.context.actor
    if rung is None:
        yield _beyond_the_last(hours)
    elif _stands_below(rung, actor):
        below = LADDER[LADDER.index(rung) - 1]
        yield Failing(
            below.rule,
            "{hours} hours are beyond the {most} of this step; this is for {may}",
            {"hours": hours, "most": below.hours, "may": ", ".join(sorted(rung.deciders))},
            about_people=True,
        )


def _apart_meant(attempt: Attempt) -> Measure | None:
    """Find the measure an act is about, if it is of a kind that keeps somebody apart."""
    measure = _MEASURES.meant(attempt)
    return measure if measure is not None and keeps_apart(measure.kind) else None


def _beyond_the_last(hours: int) -> Failing:
    last = LADDER[-1]
    return Failing(
        last.rule,
        "{hours} hours: nobody is kept apart for more than {most} hours, whoever decides",
        {"hours": hours, "most": last.hours},
    )


def weighed_for_the_family(attempt: Attempt) -> Reasons:
    """MEA-07: best interest weighed, and the hierarchy decides, where a family is touched."""
    state = attempt.state
    if state is None or attempt.said is None or _apart_meant(attempt) is None:
        return
    if not is_weighed(state):
        return
    if attempt.saying("best_interest") is None:
        yield Failing(
            "MEA-07",
            "the age of the resident is not on record; record it, or say by its number which "
            "report weighs the best interest"
            if _only_untold(state)
            else "the resident is a minor or belongs to a family; say by its number which report "
            "weighs the best interest",
        )
    if _stands_below(BY_THE_DIRECTOR_GENERAL, attempt.context.actor):
        yield Failing(
            "MEA-07",
            "the age of the resident is not on record; as long as it is not, this is for {may}"
            if _only_untold(state)
            else "the resident is a minor or belongs to a family; this is for {may}",
            {"may": ", ".join(sorted(BY_THE_DIRECTOR_GENERAL.deciders))},
            about_people=True,
        )


def is_weighed(state: Trajectory) -> bool:
    """Tell of whom the best interest is weighed: a minor, a member of a family, of unknown age."""
    return state.is_minor or bool(state.family.members) or state.age is None


def _only_untold(state: Trajectory) -> bool:
    return state.age is None and not state.is_minor and not state.family.members


def _stands_below(rung: Rung, actor: Actor | None) -> bool:
    """Tell who decides measures, but not such long ones; all others are told by AUT-02."""
    if actor is None or actor.functions.isdisjoint(BY_THE_DIRECTOR.deciders):
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
    if attempt.said is None or _apart_meant(attempt) is None:
        return
    if attempt.saying("medical_informed") is not True:
        yield Failing("MEA-03", "the medical service was not informed of the isolation")


def taken_in_before_isolation(attempt: Attempt) -> Reasons:
    """INT-01: nobody is isolated whom the medical service has not seen."""
    if _apart_meant(attempt) is not None:
        yield from medically_taken_in(attempt)


def there_to_be_kept(attempt: Attempt) -> Reasons:
    """MEA-09: nobody is kept apart who is not there: gone, let go, in a hospital or a prison."""
    if attempt.state is None or _apart_meant(attempt) is None:
        return
    custody = attempt.state.custody
    if not _is_there(custody, attempt.context.at):
        yield Failing(
            "MEA-09",
            "the resident is {state}, and not here to be kept apart",
            {"state": str(custody.status)},
        )


_HERE = (CustodyStatus.HELD, CustodyStatus.FAMILY_UNIT)


def _is_there(custody: Custody, moment: datetime) -> bool:
    """Tell whether the resident was at the place at a moment; of who was never held: yes."""
    if custody.since is None or custody.since <= moment:
        never = custody.status is CustodyStatus.NOT_HELD and not custody.stays
        return never or custody.status in _HERE
    return any(
        stay.begun <= moment and (stay.over is None or moment < stay.over) for stay in custody.stays
    )


def no_isolation_runs(attempt: Attempt) -> Reasons:
    """MEA-01: an isolation that runs is prolonged on its ladder, not begun anew beside itself."""
    at = attempt.context.at
    if attempt.state is None or _apart_meant(attempt) is None:
        return
    for other in attempt.state.measures.every:
        if other.isolates_at(at) or (other.isolates and other.ended is None):
            yield Failing(
                "MEA-01",
                "measure {n} keeps the resident apart: it is prolonged, not begun anew",
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


def change_has_an_end(attempt: Attempt) -> Reasons:
    """MEA-08: a change of the house rules ends on a day to come, not too far off (a parameter)."""
    if attempt.said is None:
        return
    day, until = brussels_day(attempt.context.at), day_of(attempt.saying("until"))
    last = known(term_end, day, rule("MEA-08"))
    if until is None:
        yield Failing("MEA-08", "say until which day the change holds")
    elif until < day:
        yield Failing("MEA-08", "the last day, {day}, has passed", {"day": until})
    elif last is not None and until > last:
        yield Failing(
            "MEA-08",
            "a change holds until {last_day} at most; what is needed longer is decided anew",
            {"last_day": last},
        )


def ends_by(every: tuple[Measure, ...], measure: Measure) -> str:
    """Name the rule a measure ends by: the step of the ladder, or the house's for all others."""
    if not keeps_apart(measure.kind) or measure.hours is None or measure.began is None:
        return "MEA-04"
    rung = rung_for(measure.hours + _hours_since_first(every, measure, measure.began))
    return (rung or LADDER[-1]).rule


def _hours_since_first(every: tuple[Measure, ...], measure: Measure, began: datetime) -> int:
    return hours_between(first_placement(every, measure, began), began)


# -- as corrected -------------------------------------------------------------------------


def hours_as_decided(attempt: Attempt) -> Reasons:
    """COR-03: who corrects the hours to more may decide so many."""
    measure, hours = _of_the_target(attempt), attempt.saying("becomes")
    before = attempt.context.was("hours")
    if attempt.state is None or measure is None or measure.began is None:
        return
    if keeps_apart(measure.kind) and isinstance(hours, int) and hours > (before or 0):
        others = placements(attempt.state, but=measure.number)
        yield from _may_so_many(attempt, hours_in_all(others, measure.began, hours))


def moment_as_decided(attempt: Attempt) -> Reasons:
    """COR-03: who corrects when a placement began or ended may decide the hours there are then."""
    state, measure = attempt.state, _of_the_target(attempt)
    moment = instant(attempt.saying("becomes"))
    if state is None or measure is None or moment is None or placed(measure) is None:
        return
    began = type(_event(attempt)).__name__ == "MeasureDecided"
    moved = measure._replace(began=moment) if began else measure._replace(ended=moment)
    for each in state.measures.every:
        after = _all_hours(state, moved if each.number == moved.number else each, moved)
        if after > _all_hours(state, each, None):
            yield from _may_so_many(attempt, after)


def _all_hours(state: Trajectory, each: Measure, moved: Measure | None) -> int:
    """Count the hours of a measure in all, perhaps where one of them reads as if moved."""
    if each.began is None or each.hours is None or not each.isolates:
        return 0
    others = placements(state, but=each.number, moved=moved)
    return hours_in_all(others, each.began, each.hours)


def _may_so_many(attempt: Attempt, hours: int) -> Reasons:
    """COR-03: the ladder holds for a correction as it does for a decision."""
    state, actor, rung = attempt.state, attempt.context.actor, rung_for(hours)
    if rung is None:
        yield _beyond_the_last(hours)
        return
    if state is not None and is_weighed(state) and rung is BY_THE_DIRECTOR:
        rung = BY_THE_DIRECTOR_GENERAL
    if actor is not None and actor.functions.isdisjoint(rung.deciders):
        yield Failing(
            "COR-03",
            "{hours} hours in all are for {may}, by a correction as by a decision",
            {"hours": hours, "may": ", ".join(sorted(rung.deciders))},
            about_people=True,
        )


def kind_as_proposed(attempt: Attempt) -> Reasons:
    """COR-03: by no correction a decided measure begins, or ceases, to be one that keeps apart."""
    measure, becomes = _of_the_target(attempt), attempt.saying("becomes")
    if measure is None or measure.began is None:
        return
    if keeps_apart(str(becomes)) is not keeps_apart(measure.kind):
        yield Failing(
            "COR-03",
            "measure {n} was decided as it was proposed; it is ended, and another is decided",
            {"n": measure.number},
        )


def _event(attempt: Attempt) -> Any:
    return attempt.context.target.event if attempt.context.target else None


def _of_the_target(attempt: Attempt) -> Measure | None:
    """Find the measure that a corrected record is about."""
    number = getattr(_event(attempt), "number", None)
    if attempt.state is None or number is None:
        return None
    return numbered(attempt.state.measures.every, number)


CORRECTED: Guards = {
    "MeasureProposed.kind": (kind_as_proposed,),
    "MeasureDecided.hours": (hours_as_decided,),
    "MeasureProlonged.hours": (hours_as_decided,),
    "MeasureDecided.occurred_at": (moment_as_decided,),
    "MeasureEnded.occurred_at": (moment_as_decided,),
}
"""Record and field → what is asked when the field is corrected."""


GUARDS: Guards = {
    "DecideMeasure": (
        _MEASURES.in_order,
        decider_is_not_who_proposed,
        on_the_ladder,
        weighed_for_the_family,
        no_isolation_runs,
        there_to_be_kept,
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
        there_to_be_kept,
        heard,
        medical_service_informed,
    ),
    "VisitIsolated": (during_isolation, before_the_end),
    "EndMeasure": (_MEASURES.in_order,),
    "ChangeHouseRule": (on_a_family_site, change_has_an_end),
}


def _decided_on(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Look to the family as well: whether there was one is told as it is now."""
    yield from _MEASURES.so_far(state, attempt)
    if _apart_meant(attempt) is not None:
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


def _measures_end(state: Trajectory, now: datetime) -> Iterator[Due]:
    """ISO-01 to ISO-03, MEA-04: a measure ends with its hours, or is brought a step further."""
    for measure in state.measures.running:
        began, ends = measure.began or measure.since, measure.ends
        if measure.isolates and not _is_there(state.custody, now):
            yield from _ends_with_the_stay(state.custody)
        elif measure.isolates:
            yield from _isolation_ends(state.measures.every, measure, began)
        elif ends is not None:
            yield Due("MEA-04", ends, "end the measure or prolong it", began, is_duty=True)


def _ends_with_the_stay(custody: Custody) -> Iterator[Due]:
    """MEA-09: of who is not there any more nothing is due but that the record says so."""
    if custody.since is not None:
        yield Due(
            "MEA-09",
            custody.since,
            "end the measure: the resident is not here any more",
            custody.since,
            is_duty=True,
        )


def _isolation_ends(every: tuple[Measure, ...], measure: Measure, began: datetime) -> Iterator[Due]:
    """Where the step decided ends, and where no step leads further."""
    first = first_placement(every, measure, began)
    in_all = (measure.hours or 0) + _hours_since_first(every, measure, began)
    rung = rung_for(in_all) or BY_THE_MINISTER
    stop = hours_after(first, BY_THE_MINISTER.hours)
    if measure.ends is not None and rung is not BY_THE_MINISTER:
        yield Due(
            rung.rule,
            measure.ends,
            "end the isolation or bring it to the Director general"
            if rung is BY_THE_DIRECTOR
            else "end the isolation or bring it to the Minister",
            began,
            is_duty=True,
        )
    elif measure.ends is not None and measure.ends != stop:
        yield Due("ISO-03", measure.ends, "end the isolation or prolong it", began, is_duty=True)
    if stop is not None:
        yield Due("ISO-03", stop, "the isolation must end", began, is_duty=True)


def _medical_checks(state: Trajectory, now: datetime) -> Iterator[Due]:
    """ISO-04: who is isolated is seen by the medical service within hours, again and again."""
    for measure in state.measures.running:
        if not measure.isolates or not _is_there(state.custody, now):
            continue
        since = measure.checked or measure.began or measure.since
        due = hours_after(since, rule("ISO-04").length or 0)
        if due is not None:
            yield Due("ISO-04", due, "see the resident in isolation", since, is_duty=True)


CLOCKS: Clocks = (_measures_end, _medical_checks)
