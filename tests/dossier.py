"""
One believable dossier, cut at any stage: the shared example of the specs.

A resident of the centre of Holsbeek in the spring of 2026. ``until(NOTIFIED)`` tells
the story up to the notification; the appeal and the IOM file are told beside it.
"""

from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import (
    Acknowledgement,
    AnnulledBy,
    AppealKind,
    CameFrom,
    DepartureMode,
    Evidence,
    Function,
    InformationKind,
    Means,
    NonReturnReason,
    Sealed,
    Sex,
    StatisticalCategory,
)

NUMBER = "HOL-2026-0042"


def _person(account: str, person: str, function: Function) -> Actor:
    return Actor(account, person, frozenset({function}))


COACH = _person("d.lambert", "P-001", Function.COACH)
ATTACHE = _person("m.vandamme", "P-003", Function.ATTACHE_COACH)
ASSISTANT = _person("a.janssens", "P-005", Function.MIGRATION_ASSISTANT)
SECOND_ASSISTANT = _person("l.mertens", "P-006", Function.MIGRATION_ASSISTANT)
THIRD_ASSISTANT = _person("p.dubois", "P-007", Function.MIGRATION_ASSISTANT)
OFFICER = _person("e.claes", "P-008", Function.MIGRATION_OFFICER)
SECOND_OFFICER = _person("t.lemaire", "P-009", Function.MIGRATION_OFFICER)
DIRECTOR = _person("n.bernard", "P-011", Function.CENTRE_DIRECTOR)
DOCTOR = _person("f.goossens", "P-012", Function.DOCTOR)
SECURITY = _person("k.declercq", "P-013", Function.SECURITY)

ASSISTANT_AS_OFFICER = _person("janssensa", "P-005", Function.MIGRATION_OFFICER)
"""The assistant again, under the account kept for the nights on call."""


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


ARRIVED = _act(
    e.ResidentAdmitted(
        procedure=1,
        centre="HOL",
        resident=NUMBER,
        came_from=CameFrom.POLICE,
        sex=Sex.F,
        name=Sealed.of("Saba Ahmadi"),
        born_on=Sealed.of("1989-04-06"),
        nationality=Sealed.of("Afghanistan"),
    ),
    SECURITY,
    "2026-03-02 10:15",
)
INFORMED = _act(
    e.InformationGiven(
        language="fa",
        kinds=tuple(InformationKind),
        interpreter="I-17",
        acknowledgement=Acknowledgement.SIGNED,
    ),
    COACH,
    "2026-03-03 14:00",
)
INTERVIEWED = _act(
    e.InterviewHeld(note=Sealed.of("fears her brother-in-law in Herat")),
    COACH,
    "2026-03-04 09:30",
)
DRAFTED = _act(
    e.DecisionDrafted(
        form="13septies",
        reference="DEC-2026-00042",
        motives=Sealed.of("no right of residence since 11 February 2026"),
    ),
    ASSISTANT,
    "2026-03-09 11:00",
)
EDITED = _act(
    e.DecisionDraftEdited(motives=Sealed.of("no right of residence; no address in Belgium")),
    SECOND_ASSISTANT,
    "2026-03-10 16:20",
)
TAKEN = _act(
    e.DecisionTaken(form="13septies", reference="DEC-2026-00042"), OFFICER, "2026-03-11 10:05"
)
NOTIFIED = _act(
    e.DecisionNotified(
        reference="DEC-2026-00042",
        means=Means.BY_HAND,
        acknowledgement=Acknowledgement.SIGNED,
        language="fa",
        remedies_stated=True,
    ),
    ATTACHE,
    "2026-03-13 09:45",  # a Friday: the term for extreme urgency ends on Monday 23 March
)
PREPARED = _act(e.RemovalPrepared(reference="VOL-88213"), ATTACHE, "2026-03-24 10:00")
FIT = _act(e.FitToTravelCertified(), DOCTOR, "2026-03-25 08:30")
DEPARTED = _act(
    e.DepartureConfirmed(
        mode=DepartureMode.REMOVAL_ESCORTED,
        statistical_category=StatisticalCategory.FORCED,
        evidence=(Evidence.ESCORT_REPORT,),
    ),
    COACH,
    "2026-03-26 07:10",
)
CLOSED = _act(e.TrajectoryClosed(), DIRECTOR, "2026-03-27 15:00")

STORY = (
    ARRIVED,
    INFORMED,
    INTERVIEWED,
    DRAFTED,
    EDITED,
    TAKEN,
    NOTIFIED,
    PREPARED,
    FIT,
    DEPARTED,
    CLOSED,
)

# Told beside the story.

ANNULLED = _act(
    e.DecisionAnnulled(
        annulled_by=AnnulledBy.AUTHORITY, reason=Sealed.of("the address was on file")
    ),
    OFFICER,
    "2026-03-16 09:00",
)
UNFIT = _act(e.FitToTravelRefused(note=Sealed.of("fever of 39.4")), DOCTOR, "2026-03-25 08:30")
NOT_RETURNED = _act(
    e.NonReturnEstablished(reason=NonReturnReason.RELEASED_BY_CHAMBER), COACH, "2026-03-26 12:00"
)
REOPENED = _act(
    e.TrajectoryReopened(reason=Sealed.of("turned back at Istanbul")),
    DIRECTOR,
    "2026-04-02 09:00",
)

HANDED_IN = _act(e.AppealHandedIn(kind=AppealKind.EXTREME_URGENCY), DIRECTOR, "2026-03-17 15:30")
TRANSMITTED = _act(e.AppealTransmitted(), DIRECTOR, "2026-03-17 16:10")
LODGED = _act(
    e.AppealLodged(kind=AppealKind.EXTREME_URGENCY, reference="CCE-318442"),
    COACH,
    "2026-03-18 11:00",
)
REJECTED = _act(e.AppealRejected(reference="CCE-318442"), COACH, "2026-03-20 14:00")
GRANTED = _act(e.AppealGranted(reference="CCE-318442"), COACH, "2026-03-20 14:00")
APPEAL_WITHDRAWN = _act(e.AppealWithdrawn(reference="CCE-318442"), COACH, "2026-03-19 10:00")

IOM_OPENED = _act(
    e.IomFileOpened(reference="IOM-77120", own_request=True, language="fa", interpreter="I-17"),
    ATTACHE,
    "2026-03-16 10:00",
)
IOM_ELIGIBLE = _act(e.IomEligibilityConfirmed(reference="IOM-77120"), ATTACHE, "2026-03-17 10:00")
DECLARED = _act(
    e.VoluntaryDeclarationSigned(language="fa", reference="IOM-77120"), ATTACHE, "2026-03-18 10:00"
)
BOOKED = _act(
    e.IomTravelBooked(reference="IOM-77120", travel_on="2026-03-21"), ATTACHE, "2026-03-19 10:00"
)
IOM_WITHDRAWN = _act(e.IomFileWithdrawn(reference="IOM-77120"), COACH, "2026-03-20 10:00")


def until(last: Act) -> tuple[Act, ...]:
    """Tell the story from the arrival up to and including this act."""
    return STORY[: STORY.index(last) + 1]


# What is asked: one command for each act.

OPEN = c.OpenTrajectory(
    dossier=NUMBER,
    centre="HOL",
    came_from=CameFrom.POLICE,
    sex=Sex.F,
    name=Sealed.of("Saba Ahmadi"),
    born_on=Sealed.of("1989-04-06"),
    nationality=Sealed.of("Afghanistan"),
)
INFORM = c.GiveInformation(
    dossier=NUMBER,
    language="fa",
    interpreter="I-17",
    acknowledgement=Acknowledgement.SIGNED,
)
INTERVIEW = c.HoldInterview(dossier=NUMBER, note=Sealed.of("fears her brother-in-law in Herat"))
DRAFT = c.DraftDecision(
    dossier=NUMBER,
    form="13septies",
    reference="DEC-2026-00042",
    motives=Sealed.of("no right of residence since 11 February 2026"),
)
EDIT = c.EditDraft(
    dossier=NUMBER, motives=Sealed.of("no right of residence; no address in Belgium")
)
TAKE = c.TakeDecision(dossier=NUMBER, reference="DEC-2026-00042")
NOTIFY = c.NotifyDecision(
    dossier=NUMBER,
    reference="DEC-2026-00042",
    means=Means.BY_HAND,
    acknowledgement=Acknowledgement.SIGNED,
    language="fa",
    remedies_stated=True,
)
ANNUL = c.AnnulDecision(dossier=NUMBER, reason=Sealed.of("the address was on file"))
HAND_IN = c.HandInAppeal(dossier=NUMBER, kind=AppealKind.EXTREME_URGENCY)
TRANSMIT = c.TransmitAppeal(dossier=NUMBER)
LODGE = c.LodgeAppeal(dossier=NUMBER, reference="CCE-318442")
REJECT = c.RejectAppeal(dossier=NUMBER, reference="CCE-318442")
GRANT = c.GrantAppeal(dossier=NUMBER, reference="CCE-318442")
WITHDRAW_APPEAL = c.WithdrawAppeal(dossier=NUMBER, reference="CCE-318442")
OPEN_IOM = c.OpenIomFile(
    dossier=NUMBER, reference="IOM-77120", own_request=True, language="fa", interpreter="I-17"
)
CONFIRM_IOM = c.ConfirmIomEligibility(dossier=NUMBER, reference="IOM-77120")
SIGN = c.SignDeclaration(dossier=NUMBER, language="fa", reference="IOM-77120")
BOOK = c.BookIomTravel(dossier=NUMBER, reference="IOM-77120", travel_on="2026-03-21")
WITHDRAW_IOM = c.WithdrawIomFile(dossier=NUMBER, reference="IOM-77120")
CERTIFY_FIT = c.CertifyFitToTravel(dossier=NUMBER)
REFUSE_FIT = c.RefuseFitToTravel(dossier=NUMBER, note=Sealed.of("fever of 39.4"))
PREPARE = c.PrepareRemoval(dossier=NUMBER, reference="VOL-88213")
DEPART = c.ConfirmDeparture(
    dossier=NUMBER, mode=DepartureMode.REMOVAL_ESCORTED, evidence=(Evidence.ESCORT_REPORT,)
)
DEPART_WITH_IOM = c.ConfirmDeparture(
    dossier=NUMBER, mode=DepartureMode.VOLUNTARY_IOM, evidence=(Evidence.IOM_CONFIRMATION,)
)
NOT_RETURN = c.EstablishNonReturn(dossier=NUMBER, reason=NonReturnReason.RELEASED_BY_CHAMBER)
CLOSE = c.CloseTrajectory(dossier=NUMBER)
REOPEN = c.ReopenTrajectory(dossier=NUMBER, reason=Sealed.of("turned back at Istanbul"))
CORRECT = c.CorrectRecord(
    dossier=NUMBER,
    corrects=1,
    field="came_from",
    becomes="border",
    reason=Sealed.of("the police report was of another day"),
)

ORDERS: tuple[c.Command, ...] = (
    OPEN,
    INFORM,
    INTERVIEW,
    DRAFT,
    EDIT,
    TAKE,
    NOTIFY,
    ANNUL,
    HAND_IN,
    TRANSMIT,
    LODGE,
    REJECT,
    GRANT,
    WITHDRAW_APPEAL,
    OPEN_IOM,
    CONFIRM_IOM,
    SIGN,
    BOOK,
    WITHDRAW_IOM,
    CERTIFY_FIT,
    REFUSE_FIT,
    PREPARE,
    DEPART,
    NOT_RETURN,
    CLOSE,
    REOPEN,
    CORRECT,
)
