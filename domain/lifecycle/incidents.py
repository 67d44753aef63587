"""Serious incidents, and what the centre and its hierarchy learn from them."""

from enum import StrEnum

from domain.lifecycle.stages import RUNNING, SECOND, Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, HIERARCHY, MINISTER, F, May

UNTIL_CLOSED = (*RUNNING, Stage.DEPARTED, Stage.NOT_RETURNED)
"""What happened before the end is followed up after it, until the dossier is closed."""

STEPS = (
    Step("ReportIncident", "SeriousIncidentReported", UNTIL_CLOSED, since=SECOND),
    Step("EndIncident", "IncidentEnded", UNTIL_CLOSED, since=SECOND),
    Step("GiveIncidentFeedback", "IncidentFeedbackGiven", UNTIL_CLOSED, since=SECOND),
    Step("AnswerIncident", "IncidentAnswered", UNTIL_CLOSED, since=SECOND),
    Step("CloseIncident", "IncidentClosed", UNTIL_CLOSED, since=SECOND),
)

_WHOEVER_SAW_IT = (
    COACHES
    | DIRECTOR
    | {F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER, F.INTERVIEWER, F.REMOVAL_DIRECTOR}
    | {F.DOCTOR, F.NURSE, F.PSYCHOLOGIST, F.SECURITY, F.EDUCATOR, F.TRANSFER}
)
_ANYONE = _WHOEVER_SAW_IT | MINISTER
"""Whoever acts in dossiers reports a serious incident; who controls or audits them reads."""

MAY: May = {
    "ReportIncident": _ANYONE,
    "EndIncident": _WHOEVER_SAW_IT,
    "GiveIncidentFeedback": COACHES | DIRECTOR,
    "AnswerIncident": HIERARCHY,
    "CloseIncident": DIRECTOR | HIERARCHY,
}


class IncidentState(StrEnum):
    """How far the follow-up of an incident is."""

    REPORTED = "reported"
    FED_BACK = "fed-back"
    ANSWERED = "answered"
    CLOSED = "closed"


_I = IncidentState

INCIDENT = (
    Course("SeriousIncidentReported", (None,), _I.REPORTED),
    # Again where the answer asked for more.
    Course("IncidentFeedbackGiven", (_I.REPORTED, _I.ANSWERED), _I.FED_BACK),
    Course("IncidentAnswered", (_I.FED_BACK,), _I.ANSWERED),
    Course("IncidentClosed", (_I.ANSWERED,), _I.CLOSED),
)

COURSES = {"incident": INCIDENT}
