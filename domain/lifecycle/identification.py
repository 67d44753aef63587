"""Identity papers and travel documents."""

from enum import StrEnum

from domain.lifecycle.stages import RUNNING, SECOND, Course, Step
from domain.lifecycle.who import COACHES, F, May


def _step(command: str, event: str) -> Step:
    return Step(command, event, RUNNING, since=SECOND)


STEPS = (
    _step("RequestLaissezPasser", "LaissezPasserRequested"),
    _step("HoldEmbassyInterview", "EmbassyInterviewHeld"),
    _step("RecogniseNationality", "NationalityRecognised"),
    _step("GrantLaissezPasser", "LaissezPasserGranted"),
    _step("RefuseLaissezPasser", "LaissezPasserRefused"),
    _step("RecordTravelDocument", "TravelDocumentRecorded"),
    _step("ExpireTravelDocument", "TravelDocumentExpired"),
    _step("LoseTravelDocument", "TravelDocumentLost"),
)

LATE_FROM_2 = ("LoseTravelDocument", "ExpireTravelDocument")
"""What happened before the end, and shows that an act fell inside a block: told late too."""

_IDENTIFY = COACHES | {F.MIGRATION_OFFICER}

MAY: May = {
    "RequestLaissezPasser": _IDENTIFY,
    "HoldEmbassyInterview": _IDENTIFY,
    "RecogniseNationality": _IDENTIFY,
    "GrantLaissezPasser": _IDENTIFY,
    "RefuseLaissezPasser": _IDENTIFY,
    "RecordTravelDocument": _IDENTIFY,
    "ExpireTravelDocument": _IDENTIFY,
    "LoseTravelDocument": _IDENTIFY,
}


class IdentificationState(StrEnum):
    """How far it is known, and shown by a document, who the resident is."""

    DECLARED = "declared"
    REQUESTED = "laissez-passer-requested"
    INTERVIEWED = "interviewed"
    RECOGNISED = "recognised"
    VALID = "document-valid"
    REFUSED = "refused"


_I = IdentificationState
_ASKED = (_I.REQUESTED, _I.INTERVIEWED)
_ANY = (None, *_I)

IDENTIFICATION = (
    Course("IdentityRecorded", (None,), _I.DECLARED),
    # A document that will run out is not waited for, and several countries may be asked.
    Course("LaissezPasserRequested", _ANY, _I.REQUESTED),
    Course("EmbassyInterviewHeld", _ASKED, _I.INTERVIEWED),
    Course("NationalityRecognised", _ASKED, _I.RECOGNISED),
    Course("LaissezPasserGranted", (*_ASKED, _I.RECOGNISED), _I.VALID),
    Course("LaissezPasserRefused", (*_ASKED, _I.RECOGNISED), _I.REFUSED),
    Course("TravelDocumentRecorded", _ANY, _I.VALID),
    # Who the resident is stays known when the last document is gone.
    Course("TravelDocumentExpired", (_I.VALID,), _I.RECOGNISED),
    Course("TravelDocumentLost", (_I.VALID,), _I.RECOGNISED),
)

COURSES = {"identification": IDENTIFICATION}
