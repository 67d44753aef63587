"""
What happened, in the past tense. When, by whom and why stands beside it, in the journal line.

``TOPIC`` is the name under which an event is stored for ever. It never changes,
whatever happens to the class or to this module; a new shape gets a new ``.v2``.
Fields describe what was accepted and are not constrained further than reading
needs: limits belong to commands, or history would become unreadable.
"""

from typing import Any, ClassVar

from domain.values import (
    Acknowledgement,
    AnnulledBy,
    AppealKind,
    Asylum,
    CameFrom,
    DepartureMode,
    Evidence,
    Function,
    Identity,
    InformationKind,
    Means,
    Medical,
    NonReturnReason,
    Sealed,
    Sex,
    StatisticalCategory,
    Value,
)


class Event(Value):
    """A fact, as it was accepted."""

    TOPIC: ClassVar[str]


class DossierEvent(Event):
    """A fact about one trajectory. ``remark`` is free text, sealed."""

    remark: Identity | None = None


class ResidentAdmitted(DossierEvent):
    """The resident was admitted to the centre and the dossier was opened."""

    TOPIC = "resident-admitted.v1"
    centre: str
    resident: str
    came_from: CameFrom
    sex: Sex | None = None
    name: Identity | None = None
    born_on: Identity | None = None
    nationality: Identity | None = None


class InformationGiven(DossierEvent):
    """Rights, duties and options were explained, in a language the resident understands."""

    TOPIC = "information-given.v1"
    language: str | None = None
    kinds: tuple[InformationKind, ...]
    interpreter: str | None = None
    acknowledgement: Acknowledgement | None = None


class InterviewHeld(DossierEvent):
    """The coach and the resident talked; the note may hold fears told in confidence."""

    TOPIC = "interview-held.v1"
    note: Asylum | None = None


class DecisionDrafted(DossierEvent):
    """A decision was prepared and put forward; it opens a round unless one is being drafted."""

    TOPIC = "decision-drafted.v1"
    form: str | None = None
    reference: str | None = None
    motives: Identity | None = None


class DecisionDraftEdited(DossierEvent):
    """The draft of the running round was changed; its editor may no longer decide it."""

    TOPIC = "decision-draft-edited.v1"
    form: str | None = None
    reference: str | None = None
    motives: Identity | None = None


class DecisionTaken(DossierEvent):
    """The authority decided the round."""

    TOPIC = "decision-taken.v1"
    form: str | None = None
    reference: str | None = None


class DecisionNotified(DossierEvent):
    """The decision reached the resident: the means and the remedies text start the term, or not."""

    TOPIC = "decision-notified.v1"
    reference: str | None = None
    means: Means | None = None
    acknowledgement: Acknowledgement | None = None
    language: str | None = None
    remedies_stated: bool | None = None
    appeal_term_days: int | None = None


class DecisionAnnulled(DossierEvent):
    """The round's decision or draft was taken away; a new draft opens a new round."""

    TOPIC = "decision-annulled.v1"
    annulled_by: AnnulledBy
    reason: Identity | None = None


class AppealHandedIn(DossierEvent):
    """An appeal was handed to the director of the place: what it suspends is suspended from now."""

    TOPIC = "appeal-handed-in.v1"
    kind: AppealKind
    reference: str | None = None


class AppealTransmitted(DossierEvent):
    """The centre passed a handed-in appeal on to the Council."""

    TOPIC = "appeal-transmitted.v1"
    reference: str | None = None


class AppealLodged(DossierEvent):
    """The Council registered an appeal."""

    TOPIC = "appeal-lodged.v1"
    kind: AppealKind
    reference: str | None = None


class AppealRejected(DossierEvent):
    """The Council rejected the appeal."""

    TOPIC = "appeal-rejected.v1"
    reference: str | None = None


class AppealGranted(DossierEvent):
    """The Council suspended or annulled the decision appealed against."""

    TOPIC = "appeal-granted.v1"
    reference: str | None = None


class AppealWithdrawn(DossierEvent):
    """The resident withdrew the appeal."""

    TOPIC = "appeal-withdrawn.v1"
    reference: str | None = None


class IomFileOpened(DossierEvent):
    """A file for assisted voluntary return was opened with IOM (OIM), at the resident's request."""

    TOPIC = "iom-file-opened.v1"
    reference: str | None = None


class IomEligibilityConfirmed(DossierEvent):
    """IOM or Fedasil confirmed that the resident may have assisted return."""

    TOPIC = "iom-eligibility-confirmed.v1"
    reference: str | None = None


class VoluntaryDeclarationSigned(DossierEvent):
    """The resident signed the voluntary return declaration in an understood language."""

    TOPIC = "voluntary-declaration-signed.v1"
    reference: str | None = None
    language: str | None = None


class IomTravelBooked(DossierEvent):
    """IOM booked the journey."""

    TOPIC = "iom-travel-booked.v1"
    reference: str | None = None
    travel_on: str | None = None


class IomFileWithdrawn(DossierEvent):
    """The resident withdrew from assisted return; nothing follows from it by itself."""

    TOPIC = "iom-file-withdrawn.v1"
    reference: str | None = None


class FitToTravelCertified(DossierEvent):
    """A doctor certified that the resident is fit to travel."""

    TOPIC = "fit-to-travel-certified.v1"
    note: Medical | None = None


class FitToTravelRefused(DossierEvent):
    """A doctor found the resident unfit to travel."""

    TOPIC = "fit-to-travel-refused.v1"
    note: Medical | None = None


class RemovalPrepared(DossierEvent):
    """A removal was prepared on the strength of the notified decision."""

    TOPIC = "removal-prepared.v1"
    reference: str | None = None


class DepartureConfirmed(DossierEvent):
    """The resident left Belgium. How, how it is counted and what shows it are three things."""

    TOPIC = "departure-confirmed.v1"
    mode: DepartureMode
    statistical_category: StatisticalCategory
    evidence: Evidence


class NonReturnEstablished(DossierEvent):
    """The trajectory ended without departure."""

    TOPIC = "non-return-established.v1"
    reason: NonReturnReason


class TrajectoryClosed(DossierEvent):
    """The dossier was closed after its outcome."""

    TOPIC = "trajectory-closed.v1"


class TrajectoryReopened(DossierEvent):
    """An ended dossier was taken up again, for a reason that is kept."""

    TOPIC = "trajectory-reopened.v1"
    reason: Identity


class RecordCorrected(DossierEvent):
    """
    One field of an earlier record was wrong; the record stays, this says what holds instead.

    ``corrects`` is the version of that record. For an open field ``was`` and
    ``becomes`` hold the two values as JSON values; for a sealed one what holds instead
    is sealed under the category of that field. ``occurred_at`` corrects the moment itself.
    """

    TOPIC = "record-corrected.v1"
    corrects: int
    field: str
    was: Any = None
    becomes: Any = None
    becomes_identity: Identity | None = None
    becomes_medical: Medical | None = None
    becomes_asylum: Asylum | None = None
    reason: Identity

    @property
    def sealed(self) -> tuple[str, Sealed] | None:
        """The sealed value that holds instead, and the name of the field here that holds it."""
        for name in ("becomes_identity", "becomes_medical", "becomes_asylum"):
            if (value := getattr(self, name)) is not None:
                return name, value
        return None


class StaffEvent(Event):
    """A fact about an account of the people who work here."""


class AccountOpened(StaffEvent):
    """An account was given to a person; the first one of a store is its registrar's."""

    TOPIC = "account-opened.v1"
    person: str


class FunctionGiven(StaffEvent):
    """The person behind the account may act in a function, between two days if they are set."""

    TOPIC = "function-given.v1"
    function: Function
    label: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None


DOSSIER_EVENTS: tuple[type[DossierEvent], ...] = (
    ResidentAdmitted,
    InformationGiven,
    InterviewHeld,
    DecisionDrafted,
    DecisionDraftEdited,
    DecisionTaken,
    DecisionNotified,
    DecisionAnnulled,
    AppealHandedIn,
    AppealTransmitted,
    AppealLodged,
    AppealRejected,
    AppealGranted,
    AppealWithdrawn,
    IomFileOpened,
    IomEligibilityConfirmed,
    VoluntaryDeclarationSigned,
    IomTravelBooked,
    IomFileWithdrawn,
    FitToTravelCertified,
    FitToTravelRefused,
    RemovalPrepared,
    DepartureConfirmed,
    NonReturnEstablished,
    TrajectoryClosed,
    TrajectoryReopened,
    RecordCorrected,
)

STAFF_EVENTS: tuple[type[StaffEvent], ...] = (AccountOpened, FunctionGiven)

EVENTS: dict[str, type[Event]] = {event.TOPIC: event for event in (*DOSSIER_EVENTS, *STAFF_EVENTS)}
