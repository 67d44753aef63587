"""
What happened, in the past tense. When, by whom and why stands beside it, in the journal line.

``TOPIC`` is the name under which an event is stored for ever. It never changes,
whatever happens to the class or to its module; a new shape gets a new ``.v2``.
A topic is the name of its class in small letters. Fields describe what was accepted and
are not constrained further than reading needs: limits belong to commands, or history
would become unreadable.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from domain.events.base import (
    DossierEvent,
    ErasureEvent,
    Event,
    PlaceEvent,
    ReadingEvent,
    RefusalEvent,
    SampleEvent,
    StaffEvent,
)
from domain.regions import finder

if TYPE_CHECKING:
    from domain.events.access import *
    from domain.events.admission import *
    from domain.events.affairs import *
    from domain.events.correction import *
    from domain.events.costs import *
    from domain.events.custody import *
    from domain.events.decision import *
    from domain.events.ending import *
    from domain.events.exception import *
    from domain.events.family import *
    from domain.events.health import *
    from domain.events.identification import *
    from domain.events.incidents import *
    from domain.events.information import *
    from domain.events.iom import *
    from domain.events.mandates import *
    from domain.events.measures import *
    from domain.events.protection import *
    from domain.events.quality import *
    from domain.events.remedies import *
    from domain.events.removal import *
    from domain.events.sample import *
    from domain.events.staff import *
    from domain.events.transfer import *

    DOSSIER_EVENTS: tuple[type[DossierEvent], ...]
    STAFF_EVENTS: tuple[type[StaffEvent], ...]
    PLACE_EVENTS: tuple[type[PlaceEvent], ...]
    REFUSAL_EVENTS: tuple[type[RefusalEvent], ...]
    READING_EVENTS: tuple[type[ReadingEvent], ...]
    SAMPLE_EVENTS: tuple[type[SampleEvent], ...]
    ERASURE_EVENTS: tuple[type[ErasureEvent], ...]

__all__ = [
    "EVENTS",
    "WORDS",
    "DossierEvent",
    "ErasureEvent",
    "Event",
    "PlaceEvent",
    "ReadingEvent",
    "RefusalEvent",
    "SampleEvent",
    "StaffEvent",
]

WORDS: dict[str, tuple[str, ...]] = {
    "admission": (
        "ResidentAdmitted",
        "IdentityRecorded",
        "AliasLinked",
        "SearchPerformed",
        "PropertyInventoried",
    ),
    "information": (
        "InformationGiven",
        "InterviewHeld",
        "LegalAidRequested",
        "LegalAidAssigned",
        "LawyerChanged",
        "HearingInvited",
        "HearingHeld",
        "HearingWaived",
        "VoluntaryReturnCounselled",
        "VulnerabilitySignalled",
        "VulnerabilityAssessed",
    ),
    "decision": (
        "DecisionDrafted",
        "DecisionDraftEdited",
        "DecisionTaken",
        "DecisionNotified",
        "DecisionAnnulled",
        "ReturnAlertEntered",
        "NotificationDefectFound",
        "NotificationRegularised",
        "NotificationRebutted",
        "DepartureTermSet",
        "DepartureTermExtensionRequested",
        "DepartureTermExtended",
        "DepartureRiskReported",
        "DepartureTermShortened",
        "EntryBanLiftRequested",
        "RegularisationProposed",
        "RegularisationGranted",
        "RegularisationRefused",
    ),
    "remedies": (
        "AppealHandedIn",
        "AppealTransmitted",
        "AppealLodged",
        "AppealRejected",
        "AppealGranted",
        "AppealWithdrawn",
        "AppealAdmitted",
        "AdministrativeFileSent",
        "AppealHearingFixed",
        "RegistryRequestReceived",
        "RequestToRemainMade",
        "RequestToRemainRuled",
        "InterimMeasureOrdered",
        "InterimMeasureLifted",
    ),
    "protection": (
        "AsylumWishExpressed",
        "AsylumLodged",
        "AsylumDeclarationsSent",
        "AsylumDecided",
        "RightToRemainEnded",
        "RefoulementRiskFound",
        "RefoulementRiskLifted",
        "RefoulementAdviceGiven",
        "AdviceOverrideProposed",
        "AdviceOverridden",
        "RemovalPostponed",
        "JudicialHoldPlaced",
        "JudicialHoldLifted",
        "ProtectedStatusOpened",
        "ProtectedStatusEnded",
        "DublinTransferAccepted",
        "DublinTermExtended",
        "ReceptionPlaceAssigned",
        "ReceptionExceptionAsked",
        "ReceptionExceptionRuled",
    ),
    "custody": (
        "DetentionProposed",
        "DetentionTitleIssued",
        "ProlongationProposed",
        "DetentionProlonged",
        "RemovalStepTaken",
        "ResidentReleased",
        "ResidentMoved",
        "ResidentDischarged",
        "PrisonNoticeReceived",
        "FamilyStayReviewed",
        "CouncilChamberSeized",
        "CouncilChamberRuled",
        "ChamberRulingAppealed",
        "RestrictionProposed",
        "RestrictionImposed",
        "RestrictionBreached",
        "RestrictionLifted",
        "AbscondingProposed",
        "AbscondingEstablished",
        "ResidentFound",
    ),
    "transfer": (
        "TransferOrdered",
        "TransferBegun",
        "TransferReceived",
        "TransferCancelled",
        "BedTaken",
        "BedFreed",
        "BedsCounted",
    ),
    "identification": (
        "LaissezPasserRequested",
        "EmbassyInterviewHeld",
        "NationalityRecognised",
        "LaissezPasserGranted",
        "LaissezPasserRefused",
        "TravelDocumentRecorded",
        "TravelDocumentExpired",
        "TravelDocumentLost",
    ),
    "iom": (
        "IomFileOpened",
        "IomEligibilityConfirmed",
        "IomEligibilityRefused",
        "VoluntaryDeclarationSigned",
        "IomNoObjectionStated",
        "IomObjectionRaised",
        "IomDocumentAwaited",
        "IomDocumentReceived",
        "IomTravelBooked",
        "IomPremiumPaid",
        "IomFileWithdrawn",
        "IomFileLapsed",
        "ReintegrationBegun",
    ),
    "health": (
        "FitToTravelCertified",
        "FitToTravelRefused",
        "MedicalIntakeCompleted",
        "MedicalObjectionRaised",
        "MedicalObjectionResolved",
        "ForcedMedicalExaminationHeld",
    ),
    "measures": (
        "MeasureProposed",
        "MeasureDecided",
        "MeasureRefused",
        "MeasureProlonged",
        "IsolatedVisited",
        "MeasureEnded",
        "HouseRuleChanged",
        "CoercionUsed",
        "CoercionReported",
        "CoercionReviewed",
    ),
    "removal": (
        "RemovalPrepared",
        "CheckListItemTicked",
        "CheckListItemUnticked",
        "EscortProposed",
        "RemovalScheduled",
        "RemovalAnnounced",
        "MonitorInformed",
        "AttemptStarted",
        "ConditionsChecked",
        "AttemptFailed",
        "AttemptCancelled",
        "DepartureConfirmed",
    ),
    "family": (
        "FamilyLinked",
        "FamilyUnlinked",
        "MemberBorn",
        "MajorityReached",
        "AgeDisputed",
        "AgeEstablished",
        "FamilySeparationProposed",
        "FamilySeparationDecided",
        "FamilySeparationRefused",
        "FamilyReunited",
        "GuardianAppointed",
        "GuardianHeard",
        "ReceptionGuaranteed",
    ),
    "affairs": (
        "ExchangeRecorded",
        "ExchangeAnswered",
        "ExchangeExtended",
        "ExchangeAdviceReceived",
        "ObstacleRaised",
        "ObstacleResolved",
        "AuthorisationRequested",
        "AuthorisationGranted",
        "AuthorisationRefused",
        "AuthorisationWithdrawn",
        "CrisisMeasureTaken",
        "CrisisMeasureReported",
        "ComplaintLodged",
        "ComplaintHandled",
        "ComplaintWithdrawn",
        "CoachAssigned",
    ),
    "access": (
        "AccessRestrictionProposed",
        "AccessRestricted",
        "AccessGranted",
        "AccessRevoked",
        "AccessRestrictionLifted",
        "AccessConsulted",
        "PersonalKeyDestroyed",
    ),
    "quality": (
        "QualitySampleDrawn",
        "QualityFindingRecorded",
        "QualityFindingAnswered",
        "QualityFindingAccepted",
        "QualityFindingReopened",
        "MotivesExamined",
    ),
    "incidents": (
        "SeriousIncidentReported",
        "IncidentEnded",
        "IncidentFeedbackGiven",
        "IncidentAnswered",
        "IncidentClosed",
    ),
    "ending": (
        "NonReturnProposed",
        "NonReturnEstablished",
        "ServicesAlerted",
        "TrackRecorded",
        "TrajectoryClosed",
        "TrajectoryReopened",
    ),
    "costs": ("CostRecorded",),
    "exception": (
        "OverrideAsked",
        "OverrideAllowed",
        "OverrideRefused",
        "ProcedureMigrated",
        "BlockFoundLate",
        "NobodyMayDecide",
        "AlertAnswered",
        "ActRefused",
    ),
    "correction": ("RecordCorrected",),
    "staff": ("AccountOpened", "FunctionGiven"),
    "mandates": (
        "MandateGiven",
        "MandateConfirmed",
        "MandateRevoked",
        "KeyAdded",
        "KeyConfirmed",
        "KeyRevoked",
        "DelegationGiven",
        "DelegationConfirmed",
        "DelegationRevoked",
        "SignaturesRequired",
    ),
    "sample": (
        "SampleAnnounced",
        "SampleDrawn",
        "SampleExtended",
        "SampleItemExamined",
        "SampleConcluded",
    ),
}
"""Region → its events."""

_find = finder(__name__, WORDS)

_KINDS: dict[str, type[Event]] = {
    "DOSSIER_EVENTS": DossierEvent,
    "STAFF_EVENTS": StaffEvent,
    "PLACE_EVENTS": PlaceEvent,
    "REFUSAL_EVENTS": RefusalEvent,
    "READING_EVENTS": ReadingEvent,
    "SAMPLE_EVENTS": SampleEvent,
    "ERASURE_EVENTS": ErasureEvent,
}


if not TYPE_CHECKING:  # a type checker reads them all, and knows what is no word of ours

    def __getattr__(name: str) -> Any:
        if kind := _KINDS.get(name):
            return tuple(event for event in EVENTS.values() if issubclass(event, kind))
        return _find(name)


class _Events(Mapping[str, type[Event]]):
    """Every event under the topic it is written under today, read when it is asked for."""

    def __getitem__(self, topic: str) -> type[Event]:
        """Find an event; ``KeyError`` for a topic that is not written today."""
        words = topic.partition(".")[0].split("-")
        try:
            event: type[Event] = _find("".join(word.capitalize() for word in words))
        except AttributeError:
            raise KeyError(topic) from None
        if topic != event.TOPIC:
            raise KeyError(topic)
        return event

    def __iter__(self) -> Iterator[str]:
        return (_find(name).TOPIC for names in WORDS.values() for name in names)

    def __len__(self) -> int:
        return sum(map(len, WORDS.values()))


EVENTS = _Events()
"""Topic → event."""
