"""What may refuse an act about a serious incident, and the clock of its report."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

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
from domain.decide.numbered import Kept, in_its_order, meant
from domain.lifecycle import ENDED, INCIDENT, IncidentState
from domain.rules import rule
from domain.state.incidents import HUNGER_STRIKE, Incident
from domain.state.numbered import hours_after, next_number
from domain.trajectory import Trajectory

_INCIDENT = Kept(INCIDENT, "FBK-01")


def open_incidents(state: Trajectory) -> tuple[Incident, ...]:
    """Return the incidents whose follow-up is not closed."""
    return state.incidents.open


def before_the_end(attempt: Attempt) -> Reasons:
    """ORD-04: after the end only what happened before it is still told."""
    state = attempt.state
    if state is None or attempt.said is None or state.stage not in ENDED:
        return
    if attempt.context.at > state.since:
        yield Failing(
            "ORD-04",
            "the trajectory has ended ({stage})",
            {"stage": state.stage},
            finding="ACT_AFTER_CLOSE",
        )


def in_incident_order(attempt: Attempt) -> Reasons:
    """NUM-01, FBK-01: reported, fed back to the hierarchy, answered, closed."""
    if attempt.state is not None:
        yield from in_its_order(_INCIDENT, attempt.state.incidents.every, attempt)


def a_strike_lasts(attempt: Attempt) -> Reasons:
    """FBK-01: only a hunger strike ends, and once."""
    incident = _meant(attempt)
    if incident is None or attempt.said is None:
        return
    if incident.kind != HUNGER_STRIKE:
        yield Failing(
            "FBK-01",
            "incident {n} is no hunger strike: it has no end to record",
            {"n": incident.number},
        )
    elif incident.ended is not None:
        yield Failing("FBK-01", "the hunger strike {n} has ended already", {"n": incident.number})


def strike_is_over(attempt: Attempt) -> Reasons:
    """FBK-01: a hunger strike that lasts is not closed."""
    incident = _meant(attempt)
    if incident is not None and incident.lasts:
        yield Failing("FBK-01", "the hunger strike {n} lasts", {"n": incident.number})


def answered_by_another(attempt: Attempt) -> Reasons:
    """SEP-04: by natural person, the hierarchy's answer is not given by who reported to it."""
    actor, incident = attempt.context.actor, _meant(attempt)
    if actor is None or incident is None or incident.feedback is None:
        return
    if incident.feedback.person == actor.person:
        yield Failing(
            "SEP-04",
            "{person} reported incident {n} to the hierarchy as {account}; another must answer",
            {
                "person": actor.person,
                "n": incident.number,
                "account": incident.feedback.account,
            },
        )


def _meant(attempt: Attempt) -> Incident | None:
    return meant(attempt.state.incidents.every, attempt) if attempt.state else None


_FOLLOW_UP: Guards = {
    "EndIncident": (in_incident_order, a_strike_lasts),
    "GiveIncidentFeedback": (in_incident_order,),
    "AnswerIncident": (in_incident_order, answered_by_another),
    "CloseIncident": (in_incident_order, strike_is_over),
}


GUARDS: Guards = {"ReportIncident": (before_the_end,)} | _FOLLOW_UP


def _incident_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    incident = meant(state.incidents.every, attempt)
    if incident is None:
        return
    yield incident.at
    if attempt.act != "EndIncident":
        yield incident.since
    if attempt.act == "CloseIncident":
        yield incident.ended


RESTS_ON: RestsOn = dict.fromkeys(_FOLLOW_UP, _incident_so_far)


def _numbered(state: Trajectory | None, _said: Any, _context: Context) -> dict[str, Any]:
    return {"number": next_number(state.incidents.every) if state else 1}


def _same_number(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    if said.number is not None or state is None:
        return {}
    return {"number": state.incidents.every[-1].number}


ADDS: Adds = {"ReportIncident": _numbered} | dict.fromkeys(_FOLLOW_UP, _same_number)


def _feedback(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """INC-01: the structured report goes to the hierarchy within hours of the incident."""
    for incident in state.incidents.every:
        due = hours_after(incident.at, rule("INC-01").length or 0)
        if incident.state is IncidentState.REPORTED and due is not None:
            yield Due(
                "INC-01",
                due,
                "report the incident to the hierarchy",
                incident.at,
                is_duty=True,
                outlives=True,
            )


CLOCKS: Clocks = (_feedback,)
