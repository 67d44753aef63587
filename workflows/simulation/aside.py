"""What happens beside the procedure: isolations, incidents, a move to another centre."""

from datetime import datetime, timedelta

from domain import commands as c
from domain.rules import Place
from domain.rules.calendar import brussels_day
from domain.values import Sealed
from workflows.simulation.crew import REMOVAL_DIRECTOR, crew_of, successor
from workflows.simulation.figures import chosen, drawn, happens
from workflows.simulation.moments import A_DAY, minutes, on
from workflows.simulation.stay import Act, Stay

_WHAT = {
    "hunger-strike": ("food-refused", ("medical-follow-up", "closer-watch")),
    "self-harm": ("cutting", ("first-aid", "psychologist")),
    "violence": ("assault-on-resident", ("residents-parted",)),
    "suicide-attempt": ("hanging", ("doctor-called", "ambulance", "closer-watch")),
    "escape-attempt": ("over-the-fence", ("alarm",)),
}
"""Kind of incident → what happened, and what was done at once."""

_ROUGHLY = 10
"""Days a stay must have before anything happens beside it."""


def beside_the_procedure(stay: Stay, end: datetime) -> None:
    """Have some isolated and some incidents happen, on days when nothing else does."""
    if happens("incident", stay.dice):
        _incident(stay, end)
    if not stay.in_units and happens("isolation", stay.dice):
        _isolation(stay, end)


def _some_day(stay: Stay, end: datetime, days: int) -> datetime | None:
    """Find a morning on which something may begin that takes some days."""
    last = (brussels_day(end) - stay.first_day).days - days
    if last < 2:
        return None
    found = [stay.first_day + n * A_DAY for n in range(2, last + 1)]
    free = [day for day in found if not {day + n * A_DAY for n in range(days)} & stay.busy]
    return on(stay.dice, stay.dice.choice(free), 9, 12) if free else None


def _incident(stay: Stay, end: datetime) -> None:
    """Report what happened, to the hierarchy within the day, and follow it to its end."""
    kind = chosen("incident", stay.dice)
    at = _some_day(stay, end, 5)
    if at is None:
        return
    what, done = _WHAT[kind]
    guard, director = stay.dice.choice(stay.crew.guards), stay.crew.director
    stay.write(
        "incident",
        at,
        guard,
        c.ReportIncident,
        kind=kind,
        what=what,
        immediate=done,
        injured=kind in ("self-harm", "suicide-attempt"),
        police_informed=kind == "escape-attempt",
        lawyer_contacted=True,
        family_contacted=False,
        narrative=Sealed.of("simulated: as told by the guard"),
    )
    told, feedback = at + timedelta(hours=4), Sealed.of("simulated: what led to it")
    lessons = ("signals-missed",)
    stay.write(
        "feedback", told, director, c.GiveIncidentFeedback, lessons=lessons, feedback=feedback
    )
    answer = at + A_DAY
    stay.write("answer", answer, REMOVAL_DIRECTOR, c.AnswerIncident, follow_up="noted")
    if kind == "hunger-strike":
        over = at + 2 * A_DAY
        stay.write("eats", over, guard, c.EndIncident, outcome="eats-again")
    stay.write("incident-closed", at + 3 * A_DAY, REMOVAL_DIRECTOR, c.CloseIncident)


def _isolation(stay: Stay, end: datetime) -> None:
    """Isolate for less than a day, seen by a nurse, as the centre director may decide."""
    at = _some_day(stay, end, 2)
    if at is None:
        return
    dice, director = stay.dice, stay.crew.director
    motives = Sealed.of("simulated: broke a window and threatened a room-mate")
    stay.write(
        "isolate",
        at,
        stay.coach,
        c.ProposeMeasure,
        kind="isolation",
        ground="safety",
        motives=motives,
    )
    began = at + minutes(20)
    stay.write(
        "isolated",
        began,
        director,
        c.DecideMeasure,
        hours=24,
        heard=True,
        medical_informed=True,
    )
    seen = began + timedelta(hours=2)
    stay.write("seen", seen, stay.crew.nurse, c.VisitIsolated)
    over = began + timedelta(hours=drawn("hours.isolated", dice))
    stay.write("isolation-over", over, director, c.EndMeasure, reason="ground-gone")


def move(stay: Stay, end: datetime, to: Place | None) -> Place | None:
    """Bring the resident to another centre before eight in the morning; return where, if at all."""
    if to is None or stay.size > 1 or not happens("transfer", stay.dice):
        return None
    morning = _some_day(stay, end, 2)
    if morning is None or (brussels_day(end) - stay.first_day).days < _ROUGHLY:
        return None
    day = brussels_day(morning)
    handed = {"file": True, "property": True, "medicines": True}
    ordered = on(stay.dice, day - A_DAY, 17, 18)
    begun = on(stay.dice, day, 6, 6)
    stay.write(
        "order-move",
        ordered,
        stay.crew.officers[0],
        c.OrderTransfer,
        place=to.code,
        reason="capacity",
        reference=stay.number("TRF"),
    )
    stay.write("leave-place", begun, stay.crew.driver, c.BeginTransfer, **handed)
    received = begun + minutes(drawn("minutes.on-the-road", stay.dice))
    coach = stay.dice.choice(crew_of(to).coaches)
    stay.write("received", received, coach, c.ReceiveTransfer, lawyer="informed", **handed)
    stay.acts = [_taken_over(act, received, stay.place, to) for act in stay.acts]
    return to


def _taken_over(act: Act, since: datetime, old: Place, new: Place) -> Act:
    """Have what comes after the move done by who works at the new place."""
    if act.at <= since:
        return act
    return act._replace(account=successor(act.account, old, new))
