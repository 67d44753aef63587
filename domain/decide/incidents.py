"""What may refuse an act about a serious incident, and the clock of its report."""

from collections.abc import Iterator
from datetime import datetime

from domain.decide.always import before_the_end
from domain.decide.attempt import Adds, Attempt, Clocks, Due, Failing, Guards, Reasons, RestsOn
from domain.decide.numbered import Kept
from domain.lifecycle import INCIDENT, IncidentState
from domain.rules import rule
from domain.state.incidents import HUNGER_STRIKE
from domain.state.numbered import hours_after
from domain.trajectory import Trajectory

_INCIDENTS = Kept(lambda state: state.incidents.every, INCIDENT, "FBK-01")


def a_strike_lasts(attempt: Attempt) -> Reasons:
    """FBK-01: only a hunger strike ends, and once."""
    incident = _INCIDENTS.meant(attempt)
    if incident is None:
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
    incident = _INCIDENTS.meant(attempt)
    if incident is not None and incident.lasts:
        yield Failing("FBK-01", "the hunger strike {n} lasts", {"n": incident.number})


def more_was_asked(attempt: Attempt) -> Reasons:
    """FBK-01: after an answer there is a further report only where the answer asked for one."""
    incident = _INCIDENTS.meant(attempt)
    if incident and incident.state is IncidentState.ANSWERED and not incident.more_asked:
        yield Failing(
            "FBK-01",
            "the hierarchy answered on incident {n} and asked for no more",
            {"n": incident.number},
        )


def told_what_was_asked(attempt: Attempt) -> Reasons:
    """FBK-01: an incident is not closed while the hierarchy waits for more."""
    incident = _INCIDENTS.meant(attempt)
    if incident is not None and incident.more_asked:
        yield Failing(
            "FBK-01",
            "the hierarchy asked for more on incident {n}, and was not told",
            {"n": incident.number},
        )


def answered_by_another(attempt: Attempt) -> Reasons:
    """SEP-04: by natural person, the hierarchy's answer is not given by who reported to it."""
    incident = _INCIDENTS.meant(attempt)
    theirs = attempt.own_part(incident.feedback) if incident else None
    if incident and theirs:
        yield Failing(
            "SEP-04",
            "{person} reported incident {n} to the hierarchy as {account}; another must answer",
            {"person": theirs.person, "n": incident.number, "account": theirs.account},
            about_people=True,
        )


_FOLLOW_UP: Guards = {
    "EndIncident": (_INCIDENTS.in_order, a_strike_lasts),
    "GiveIncidentFeedback": (_INCIDENTS.in_order, more_was_asked),
    "AnswerIncident": (_INCIDENTS.in_order, answered_by_another),
    "CloseIncident": (_INCIDENTS.in_order, told_what_was_asked, strike_is_over),
}

GUARDS: Guards = {"ReportIncident": (before_the_end,)} | _FOLLOW_UP


def _incident_so_far(_state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    incident = _INCIDENTS.meant(attempt)
    if incident is None:
        return
    yield incident.at
    if attempt.act != "EndIncident":
        yield incident.since
    if attempt.act == "CloseIncident":
        yield incident.ended


RESTS_ON: RestsOn = dict.fromkeys(_FOLLOW_UP, _incident_so_far)


ADDS: Adds = {"ReportIncident": _INCIDENTS.number_next} | dict.fromkeys(
    _FOLLOW_UP, _INCIDENTS.number_meant
)


def _feedback(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """INC-01: the structured report goes to the hierarchy within hours, and what it asks too."""
    for incident in state.incidents.every:
        begun = incident.since if incident.more_asked else incident.at
        due = hours_after(begun, rule("INC-01").length or 0)
        waits = incident.state is IncidentState.REPORTED or incident.more_asked
        if waits and due is not None:
            yield Due(
                "INC-01",
                due,
                "report the incident to the hierarchy",
                begun,
                is_duty=True,
                outlives=True,
            )


CLOCKS: Clocks = (_feedback,)
