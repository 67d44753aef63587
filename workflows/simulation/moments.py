"""Moments of a simulated stay: hours at the desk, drawn from the figures; all in UTC."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from domain.rules.calendar import BRUSSELS, brussels_day, next_working_day
from workflows.simulation.figures import drawn

A_DAY = timedelta(days=1)


def after(dice: Random, moment: datetime, days: str) -> datetime:
    """Find an hour at the desk some days later, by the figure of that name."""
    return desk_hour(dice, brussels_day(moment) + timedelta(days=drawn(days, dice)))


def desk_hour(dice: Random, day: date) -> datetime:
    """Draw a moment of desk hours on a day, or on the next working day."""
    return on(dice, next_working_day(day), 9, 16)


def on(dice: Random, day: date, opens: int, shuts: int) -> datetime:
    """Draw a moment of a day in Brussels, between two hours."""
    minutes = dice.randint(opens * 60, shuts * 60)
    moment = time(minutes // 60, minutes % 60, dice.randint(0, 59))
    return datetime.combine(day, moment, BRUSSELS).astimezone(UTC)


def minutes(n: int) -> timedelta:
    """Give so many minutes."""
    return timedelta(minutes=n)
