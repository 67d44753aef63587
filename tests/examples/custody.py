"""Saba Ahmadi held at Holsbeek from 2 March 2026: one order for each command, and the acts."""

from dossier import ASSISTANT, ATTACHE, COACH, DIRECTOR, INFORMED, NUMBER, OFFICER, SECOND_OFFICER
from examples.admission import ADMITTED
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Function, Sealed

MINISTER = Actor("minister", "P-030", frozenset({Function.MINISTER}))
DELEGATE = Actor("k.wouters", "P-031", frozenset({Function.MINISTER_DELEGATE}))
OFFICER_AS_ASSISTANT = Actor("claese", "P-008", frozenset({Function.MIGRATION_ASSISTANT}))
"""The officer again, under the account for the days at the front desk."""


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


PROPOSED = _act(
    e.DetentionProposed(
        ground="removal",
        less_coercive=("reporting", "assigned-residence"),
        not_enough="risk-of-absconding",
        place="HOL",
        motives=Sealed.of("left the address she gave within a day, twice"),
    ),
    ASSISTANT,
    "2026-03-02 11:00",
)
ISSUED = _act(
    e.DetentionTitleIssued(
        ground="removal", place="HOL", until="2026-05-01", reference="DET-2026-00042"
    ),
    OFFICER,
    "2026-03-02 12:00",  # a Monday
)
HEARD = _act(
    e.HearingHeld(language="fa", interpreter="I-17", about=("detention-title",)),
    COACH,
    "2026-03-02 10:45",
)
HELD = (ADMITTED, PROPOSED, ISSUED)

STEPPED = _act(
    e.RemovalStepTaken(kind="document-requested", reference="LP-2026-0042"),
    ATTACHE,
    "2026-03-04 10:00",
)
PROLONGATION_PROPOSED = _act(
    e.ProlongationProposed(prospect="document-promised"), ASSISTANT, "2026-04-27 10:00"
)
PROLONGED = _act(
    e.DetentionProlonged(until="2026-07-01", reference="DET-2026-00077"),
    OFFICER,
    "2026-04-28 10:00",
)
FURTHER_PROPOSED = PROLONGATION_PROPOSED.at("2026-06-22 10:00")
PROLONGED_BY_MINISTER = _act(
    e.DetentionProlonged(until="2026-08-01", reference="DET-2026-00099"),
    MINISTER,
    "2026-06-24 10:00",  # a Wednesday
)
TWICE_PROLONGED = (
    *HELD,
    STEPPED,
    PROLONGATION_PROPOSED,
    PROLONGED,
    FURTHER_PROPOSED,
    PROLONGED_BY_MINISTER,
)
RELEASED = _act(e.ResidentReleased(reason="no-prospect"), OFFICER, "2026-04-10 16:00")

TO_PRISON = _act(e.ResidentMoved(to="prison"), COACH, "2026-03-12 09:00")
TO_HOSPITAL = _act(e.ResidentMoved(to="hospital"), COACH, "2026-03-12 09:00")
BACK = _act(e.ResidentMoved(to="back"), COACH, "2026-03-22 09:00")
LET_GO = _act(e.ResidentDischarged(reference="VP-2026-118"), COACH, "2026-03-21 09:00")
NOTICED = _act(e.PrisonNoticeReceived(reference="PRI-2026-31"), COACH, "2026-03-12 11:00")

ASKED = _act(
    e.CouncilChamberSeized(by="resident", reference="RK-2026-201"), COACH, "2026-03-05 09:00"
)  # a Thursday
RELEASE_ORDERED = _act(
    e.CouncilChamberRuled(outcome="release", reference="RK-2026-201"), COACH, "2026-03-10 11:00"
)
MAINTAINED = RELEASE_ORDERED.but(outcome="maintained")
APPEALED = _act(
    e.ChamberRulingAppealed(by="prosecutor", reference="RK-2026-201"), COACH, "2026-03-10 17:00"
)
SEIZED_BY_MINISTER = _act(
    e.CouncilChamberSeized(by="minister", reference="RK-2026-377"),
    SECOND_OFFICER,
    "2026-06-26 10:00",
)
MAINTAINED_IN_JULY = _act(
    e.CouncilChamberRuled(outcome="maintained", reference="RK-2026-377"), COACH, "2026-07-01 11:00"
)

RESTRICTION_PROPOSED = _act(
    e.RestrictionProposed(basis="less-coercive", kind="reporting"), ASSISTANT, "2026-03-02 11:00"
)
RESTRICTED = _act(e.RestrictionImposed(reference="MES-2026-12"), OFFICER, "2026-03-02 14:00")
BREACHED = _act(e.RestrictionBreached(), COACH, "2026-03-06 09:00")
LIFTED = _act(e.RestrictionLifted(), OFFICER, "2026-03-09 09:00")

TOLD = INFORMED.at("2026-03-03 14:00")
PRESUMED = _act(
    e.AbscondingProposed(cause="left-place", raised_on="2026-03-12"), COACH, "2026-03-13 09:00"
)  # raised on a Thursday: three working days end on Tuesday 17 March
GONE = _act(e.AbscondingEstablished(reference="FUI-2026-4"), DIRECTOR, "2026-03-18 09:00")
FOUND = _act(e.ResidentFound(), COACH, "2026-03-25 09:00")

FAMILY_HELD = (
    ADMITTED.but(centre="TUB"),
    PROPOSED.but(ground="family", place="TUB"),
    ISSUED.but(ground="family", place="TUB"),
)

PROPOSE = c.ProposeDetention(
    dossier=NUMBER,
    ground="removal",
    less_coercive=("reporting", "assigned-residence"),
    not_enough="risk-of-absconding",
    motives=Sealed.of("left the address she gave within a day, twice"),
)
ISSUE = c.IssueDetentionTitle(dossier=NUMBER, reference="DET-2026-00042")
PROPOSE_PROLONGATION = c.ProposeProlongation(dossier=NUMBER, prospect="document-promised")
PROLONG = c.ProlongDetention(dossier=NUMBER, reference="DET-2026-00077")
TAKE_STEP = c.TakeRemovalStep(dossier=NUMBER, kind="document-requested", reference="LP-2026-0042")
RELEASE = c.ReleaseResident(dossier=NUMBER, reason="no-prospect")
MOVE = c.MoveResident(dossier=NUMBER, to="hospital")
DISCHARGE = c.DischargeResident(dossier=NUMBER, reference="VP-2026-118")
NOTE_NOTICE = c.NotePrisonNotice(dossier=NUMBER, reference="PRI-2026-31")
REVIEW = c.ReviewFamilyStay(dossier=NUMBER, outcome="stay-needed")
SEIZE = c.SeizeCouncilChamber(dossier=NUMBER, by="resident", reference="RK-2026-201")
RULE = c.RecordChamberRuling(dossier=NUMBER, outcome="maintained", reference="RK-2026-201")
APPEAL = c.AppealChamberRuling(dossier=NUMBER, by="prosecutor", reference="RK-2026-201")
PROPOSE_RESTRICTION = c.ProposeRestriction(dossier=NUMBER, basis="less-coercive", kind="reporting")
IMPOSE = c.ImposeRestriction(dossier=NUMBER, reference="MES-2026-12")
BREACH = c.RecordRestrictionBreach(
    dossier=NUMBER, note=Sealed.of("did not report on Thursday nor Friday")
)
LIFT = c.LiftRestriction(dossier=NUMBER)
PRESUME = c.ProposeAbsconding(dossier=NUMBER, cause="left-place", raised_on="2026-03-12")
ESTABLISH = c.EstablishAbsconding(dossier=NUMBER, reference="FUI-2026-4")
FIND = c.FindResident(dossier=NUMBER)

ORDERS: tuple[c.Command, ...] = (
    PROPOSE,
    ISSUE,
    PROPOSE_PROLONGATION,
    PROLONG,
    TAKE_STEP,
    RELEASE,
    MOVE,
    DISCHARGE,
    NOTE_NOTICE,
    REVIEW,
    SEIZE,
    RULE,
    APPEAL,
    PROPOSE_RESTRICTION,
    IMPOSE,
    BREACH,
    LIFT,
    PRESUME,
    ESTABLISH,
    FIND,
)
