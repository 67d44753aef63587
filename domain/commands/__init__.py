"""What a user may ask for, in the imperative. One command, one decision."""

from typing import TYPE_CHECKING, Any

from domain.commands.base import Command, HouseCommand, PlaceCommand, SampleCommand, StaffCommand
from domain.regions import finder

if TYPE_CHECKING:
    from domain.commands.access import *
    from domain.commands.admission import *
    from domain.commands.affairs import *
    from domain.commands.correction import *
    from domain.commands.costs import *
    from domain.commands.custody import *
    from domain.commands.decision import *
    from domain.commands.ending import *
    from domain.commands.exception import *
    from domain.commands.family import *
    from domain.commands.health import *
    from domain.commands.identification import *
    from domain.commands.incidents import *
    from domain.commands.information import *
    from domain.commands.iom import *
    from domain.commands.measures import *
    from domain.commands.protection import *
    from domain.commands.quality import *
    from domain.commands.remedies import *
    from domain.commands.removal import *
    from domain.commands.sample import *
    from domain.commands.staff import *
    from domain.commands.transfer import *

    DOSSIER_COMMANDS: tuple[type[Command], ...]

__all__ = [
    "WORDS",
    "Command",
    "HouseCommand",
    "PlaceCommand",
    "SampleCommand",
    "StaffCommand",
]

WORDS: dict[str, tuple[str, ...]] = {
    "admission": (
        "OpenTrajectory",
        "RecordIdentity",
        "LinkAlias",
        "PerformSearch",
        "InventoryProperty",
    ),
    "information": (
        "GiveInformation",
        "HoldInterview",
        "RequestLegalAid",
        "AssignLegalAid",
        "ChangeLawyer",
        "InviteToHearing",
        "HoldHearing",
        "WaiveHearing",
        "CounselVoluntaryReturn",
        "SignalVulnerability",
        "AssessVulnerability",
    ),
    "decision": (
        "DraftDecision",
        "EditDraft",
        "TakeDecision",
        "NotifyDecision",
        "AnnulDecision",
        "EnterReturnAlert",
        "FindNotificationDefect",
        "RegulariseNotification",
        "RebutNotification",
        "SetDepartureTerm",
        "RequestTermExtension",
        "ExtendDepartureTerm",
        "ReportDepartureRisk",
        "ShortenDepartureTerm",
        "RequestBanLift",
        "ProposeRegularisation",
        "GrantRegularisation",
        "RefuseRegularisation",
    ),
    "remedies": (
        "HandInAppeal",
        "TransmitAppeal",
        "LodgeAppeal",
        "RejectAppeal",
        "GrantAppeal",
        "WithdrawAppeal",
        "AdmitAppeal",
        "SendAdministrativeFile",
        "FixAppealHearing",
        "NoteRegistryRequest",
        "RequestToRemain",
        "RuleOnRemaining",
        "OrderInterimMeasure",
        "LiftInterimMeasure",
    ),
    "protection": (
        "ExpressAsylumWish",
        "LodgeAsylum",
        "SendDeclarations",
        "DecideAsylum",
        "EndRightToRemain",
        "FindRefoulementRisk",
        "LiftRefoulementRisk",
        "AdviseOnRefoulement",
        "ProposeOverride",
        "OverrideAdvice",
        "PostponeRemoval",
        "PlaceHold",
        "LiftHold",
        "OpenStatus",
        "EndStatus",
        "AcceptTransfer",
        "ExtendTransferTerm",
        "AssignReception",
        "AskReceptionException",
        "RuleOnReceptionException",
    ),
    "custody": (
        "ProposeDetention",
        "IssueDetentionTitle",
        "ProposeProlongation",
        "ProlongDetention",
        "TakeRemovalStep",
        "ReleaseResident",
        "MoveResident",
        "DischargeResident",
        "NotePrisonNotice",
        "ReviewFamilyStay",
        "SeizeCouncilChamber",
        "RecordChamberRuling",
        "AppealChamberRuling",
        "ProposeRestriction",
        "ImposeRestriction",
        "RecordRestrictionBreach",
        "LiftRestriction",
        "ProposeAbsconding",
        "EstablishAbsconding",
        "FindResident",
    ),
    "transfer": (
        "OrderTransfer",
        "BeginTransfer",
        "ReceiveTransfer",
        "CancelTransfer",
        "CountBeds",
    ),
    "identification": (
        "RequestLaissezPasser",
        "HoldEmbassyInterview",
        "RecogniseNationality",
        "GrantLaissezPasser",
        "RefuseLaissezPasser",
        "RecordTravelDocument",
        "ExpireTravelDocument",
        "LoseTravelDocument",
    ),
    "iom": (
        "OpenIomFile",
        "ConfirmIomEligibility",
        "RefuseIomEligibility",
        "SignDeclaration",
        "StateNoIomObjection",
        "RaiseIomObjection",
        "AwaitIomDocument",
        "ReceiveIomDocument",
        "BookIomTravel",
        "PayIomPremium",
        "WithdrawIomFile",
        "LapseIomFile",
        "BeginReintegration",
    ),
    "health": (
        "CertifyFitToTravel",
        "RefuseFitToTravel",
        "CompleteMedicalIntake",
        "RaiseMedicalObjection",
        "ResolveMedicalObjection",
        "ForceMedicalExamination",
    ),
    "measures": (
        "ProposeMeasure",
        "DecideMeasure",
        "RefuseMeasure",
        "ProlongMeasure",
        "VisitIsolated",
        "EndMeasure",
        "ChangeHouseRule",
        "UseCoercion",
        "ReportCoercion",
        "ReviewCoercion",
    ),
    "removal": (
        "PrepareRemoval",
        "TickItem",
        "UntickItem",
        "ProposeEscort",
        "ScheduleRemoval",
        "AnnounceRemoval",
        "InformMonitor",
        "StartAttempt",
        "CheckConditions",
        "FailAttempt",
        "CancelAttempt",
        "ConfirmDeparture",
    ),
    "family": (
        "LinkFamily",
        "UnlinkFamily",
        "RecordBirth",
        "ReachMajority",
        "DisputeAge",
        "EstablishAge",
        "ProposeSeparation",
        "SeparateFamily",
        "KeepTogether",
        "ReuniteFamily",
        "AppointGuardian",
        "HearGuardian",
        "GuaranteeReception",
    ),
    "affairs": (
        "RecordExchange",
        "AnswerExchange",
        "ExtendExchange",
        "ReceiveExchangeAdvice",
        "RaiseObstacle",
        "ResolveObstacle",
        "RequestAuthorisation",
        "GrantAuthorisation",
        "RefuseAuthorisation",
        "WithdrawAuthorisation",
        "TakeCrisisMeasure",
        "ReportCrisisMeasure",
        "LodgeComplaint",
        "HandleComplaint",
        "WithdrawComplaint",
        "AssignCoach",
    ),
    "access": (
        "ProposeAccessRestriction",
        "RestrictAccess",
        "GrantAccess",
        "RevokeAccess",
        "LiftAccessRestriction",
    ),
    "quality": (
        "DrawSample",
        "AddFinding",
        "AnswerFinding",
        "AcceptFinding",
        "ReopenFinding",
        "ExamineMotives",
    ),
    "incidents": (
        "ReportIncident",
        "EndIncident",
        "GiveIncidentFeedback",
        "AnswerIncident",
        "CloseIncident",
    ),
    "ending": (
        "ProposeNonReturn",
        "EstablishNonReturn",
        "AlertServices",
        "RecordTrack",
        "CloseTrajectory",
        "ReopenTrajectory",
    ),
    "costs": ("RecordCost",),
    "exception": (
        "AskOverride",
        "AllowOverride",
        "RefuseOverride",
        "MigrateTrajectory",
        "AnswerAlert",
    ),
    "correction": ("CorrectRecord",),
    "staff": (
        "AddStaff",
        "GiveMandate",
        "ConfirmMandate",
        "RevokeMandate",
        "AddKey",
        "ConfirmKey",
        "RevokeKey",
        "Delegate",
        "ConfirmDelegation",
        "RevokeDelegation",
        "RequireSignatures",
    ),
    "sample": ("AnnounceSample", "ExtendSample", "ExamineItem", "ConcludeSample"),
}
"""Region → its commands, in the order of the procedure."""

_find = finder(__name__, WORDS)


if not TYPE_CHECKING:  # a type checker reads them all, and knows what is no word of ours

    def __getattr__(name: str) -> Any:
        if name == "DOSSIER_COMMANDS":
            found = (_find(each) for names in WORDS.values() for each in names)
            return tuple(command for command in found if issubclass(command, Command))
        return _find(name)
