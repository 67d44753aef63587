"""What a user may ask for, in the imperative. One command, one decision."""

from typing import Annotated, Any

from domain.values import (
    Account,
    Acknowledgement,
    AnnulledBy,
    AppealKind,
    Asylum,
    Between,
    CameFrom,
    CentreCode,
    Day,
    DepartureMode,
    DossierNumber,
    Evidence,
    FormCode,
    Function,
    Identity,
    InformationKind,
    Language,
    Means,
    Medical,
    NonReturnReason,
    Person,
    Reference,
    Sex,
    Shaped,
    Value,
)


class Command(Value):
    """A request about one dossier, not yet judged. ``remark`` is free text, to be sealed."""

    dossier: DossierNumber
    remark: Identity | None = None


class OpenTrajectory(Command):
    """Open the dossier of a resident who was admitted to a centre."""

    centre: CentreCode
    resident: DossierNumber | None = None
    came_from: CameFrom = CameFrom.OTHER
    sex: Sex | None = None
    name: Identity | None = None
    born_on: Identity | None = None
    nationality: Identity | None = None


class GiveInformation(Command):
    """Record that rights, duties and options were explained."""

    language: Language
    kinds: tuple[InformationKind, ...] = tuple(InformationKind)
    interpreter: Reference | None = None
    acknowledgement: Acknowledgement | None = None


class HoldInterview(Command):
    """Record a talk between coach and resident."""

    note: Asylum | None = None


class DraftDecision(Command):
    """Prepare a decision and put it forward."""

    form: FormCode
    reference: Reference | None = None
    motives: Identity | None = None


class EditDraft(Command):
    """Change the draft of the running round."""

    form: FormCode | None = None
    reference: Reference | None = None
    motives: Identity | None = None


class TakeDecision(Command):
    """Decide the running round."""

    reference: Reference | None = None


class NotifyDecision(Command):
    """Record that the decision reached the resident."""

    means: Means
    language: Language
    acknowledgement: Acknowledgement | None = None
    remedies_stated: bool | None = None
    reference: Reference | None = None
    appeal_term_days: Annotated[int, Between(1, 60)] | None = None


class AnnulDecision(Command):
    """Take away the running round's draft or decision."""

    annulled_by: AnnulledBy = AnnulledBy.AUTHORITY
    reason: Identity | None = None


class HandInAppeal(Command):
    """Record that an appeal was handed to the director of the place."""

    kind: AppealKind
    reference: Reference | None = None


class TransmitAppeal(Command):
    """Record that a handed-in appeal was passed on to the Council."""

    reference: Reference | None = None


class LodgeAppeal(Command):
    """Record that the Council registered an appeal."""

    kind: AppealKind | None = None
    reference: Reference | None = None


class RejectAppeal(Command):
    """Record that the Council rejected the appeal."""

    reference: Reference | None = None


class GrantAppeal(Command):
    """Record that the Council suspended or annulled the decision."""

    reference: Reference | None = None


class WithdrawAppeal(Command):
    """Record that the resident withdrew the appeal."""

    reference: Reference | None = None


class OpenIomFile(Command):
    """Open a file for assisted voluntary return with IOM."""

    reference: Reference | None = None


class ConfirmIomEligibility(Command):
    """Record that IOM or Fedasil confirmed eligibility."""

    reference: Reference | None = None


class SignDeclaration(Command):
    """Record that the resident signed the voluntary return declaration."""

    language: Language
    reference: Reference | None = None


class BookIomTravel(Command):
    """Record that IOM booked the journey."""

    reference: Reference | None = None
    travel_on: Day | None = None


class WithdrawIomFile(Command):
    """Record that the resident withdrew from assisted return."""

    reference: Reference | None = None


class CertifyFitToTravel(Command):
    """Record a doctor's certificate that the resident is fit to travel."""

    note: Medical | None = None


class RefuseFitToTravel(Command):
    """Record a doctor's finding that the resident is not fit to travel."""

    note: Medical | None = None


class PrepareRemoval(Command):
    """Prepare a removal on the strength of the notified decision."""

    reference: Reference | None = None


class ConfirmDeparture(Command):
    """Record that the resident left Belgium."""

    mode: DepartureMode
    evidence: Evidence = Evidence.OTHER


class EstablishNonReturn(Command):
    """End the trajectory without a departure."""

    reason: NonReturnReason


class CloseTrajectory(Command):
    """Close a dossier that has its outcome."""


class ReopenTrajectory(Command):
    """Take up an ended dossier again."""

    reason: Identity


class CorrectRecord(Command):
    """Say what holds instead of one field of an earlier record."""

    corrects: Annotated[int, Between(1)]
    field: Annotated[str, Shaped(r"[a-z_]{1,40}")]
    becomes: Any = None
    becomes_identity: Identity | None = None
    becomes_medical: Medical | None = None
    becomes_asylum: Asylum | None = None
    reason: Identity


class StaffCommand(Value):
    """A request about an account."""

    account: Account


class AddStaff(StaffCommand):
    """Give an account to a person, in a function."""

    person: Person
    function: Function
    label: Annotated[str, Shaped(r".{0,80}")] | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None


DossierCommand = (
    OpenTrajectory
    | GiveInformation
    | HoldInterview
    | DraftDecision
    | EditDraft
    | TakeDecision
    | NotifyDecision
    | AnnulDecision
    | HandInAppeal
    | TransmitAppeal
    | LodgeAppeal
    | RejectAppeal
    | GrantAppeal
    | WithdrawAppeal
    | OpenIomFile
    | ConfirmIomEligibility
    | SignDeclaration
    | BookIomTravel
    | WithdrawIomFile
    | CertifyFitToTravel
    | RefuseFitToTravel
    | PrepareRemoval
    | ConfirmDeparture
    | EstablishNonReturn
    | CloseTrajectory
    | ReopenTrajectory
    | CorrectRecord
)
