"""Whether the resident is fit to travel."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from domain.decide.attempt import Attempt, Clocks, Due, Failing, Guards, Reasons, local
from domain.lifecycle import Fitness
from domain.rules import rule
from domain.rules.calendar import brussels_day
from domain.trajectory import Trajectory


def fit_to_travel(attempt: Attempt) -> Reasons:
    """EXE-06: a doctor found the resident fit, and not too long ago (a parameter)."""
    if attempt.state is None:
        return
    examination = attempt.state.examination
    if examination is None:
        yield Failing("EXE-06", "no doctor has certified fitness to travel")
    elif examination.result is Fitness.UNFIT:
        yield Failing(
            "EXE-06",
            "the doctor found the resident unfit to travel on {day}",
            {"day": brussels_day(examination.at)},
        )
    else:
        hours = rule("EXE-06").length or 0
        ends = examination.at + timedelta(hours=hours)
        if attempt.context.at > ends:
            yield Failing(
                "EXE-06",
                "the certificate of {day} was valid for {hours} hours, until {ends}",
                {"day": brussels_day(examination.at), "hours": hours, "ends": local(ends)},
            )


def _certificate(state: Trajectory, _now: datetime) -> Iterator[Due]:
    if state.examination is not None and state.examination.result is not Fitness.UNFIT:
        valid = timedelta(hours=rule("EXE-06").length or 0)
        examined = state.examination.at
        yield Due("EXE-06", examined + valid, "the fit-to-travel certificate ends", examined)


GUARDS: Guards = {}

CLOCKS: Clocks = (_certificate,)
