"""What runs beside the trajectory: one order for each command, and the acts of the specs."""

from dossier import ARRIVED, ATTACHE, COACH, DIRECTOR, NUMBER, SECURITY
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Function, Sealed

HERE = ARRIVED.but(procedure=2)
HIERARCHY = Actor("b.wouters", "P-016", frozenset({Function.REMOVAL_DIRECTOR}))


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


ASKED_FOR_FILE = _act(
    e.ExchangeRecorded(
        number=1,
        direction="in",
        means=("letter",),
        partner="lawyer",
        subject="access-to-documents",
        answer_expected=True,
        reference="L-2026-118",
        contact_stated=True,
        content=Sealed.of("asks for a copy of the whole administrative file"),
    ),
    COACH,
    "2026-03-10 09:00",
)
ANSWERED = _act(
    e.ExchangeAnswered(
        number=1,
        means=("mail",),
        outcome="partly-granted",
        reference="R-2026-77",
        contact_stated=True,
        content=Sealed.of("a copy without the names of third persons"),
    ),
    COACH,
    "2026-03-20 16:00",
)
EXTENDED = _act(
    e.ExchangeExtended(number=1, reason=Sealed.of("the file lies in the archives")),
    COACH,
    "2026-04-02 10:00",
)
ADVISED = _act(
    e.ExchangeAdviceReceived(
        number=1, reference="CADA-2026-31", advice=Sealed.of("the report may be copied")
    ),
    COACH,
    "2026-03-30 11:00",
)
OBSTACLE = _act(
    e.ObstacleRaised(number=1, kind="fear", note=Sealed.of("afraid of her brother-in-law")),
    COACH,
    "2026-03-11 10:00",
)
OBSTACLE_GONE = _act(
    e.ObstacleResolved(
        number=1, outcome="worked-around", note=Sealed.of("she may live with her sister in Kabul")
    ),
    COACH,
    "2026-03-18 10:00",
)
LEAVE_ASKED = _act(
    e.AuthorisationRequested(
        number=1, kind="activity-outside", motives=Sealed.of("wants to empty her flat in Leuven")
    ),
    ATTACHE,
    "2026-03-12 09:00",
)
LEAVE_GIVEN = _act(
    e.AuthorisationGranted(number=1, conditions=Sealed.of("with two members of staff")),
    DIRECTOR,
    "2026-03-12 15:00",
)
LEAVE_REFUSED = _act(
    e.AuthorisationRefused(number=1, motives=Sealed.of("nobody can go with her")),
    DIRECTOR,
    "2026-03-12 15:00",
)
LEAVE_WITHDRAWN = _act(
    e.AuthorisationWithdrawn(number=1, reason=Sealed.of("her sister will do it")),
    ATTACHE,
    "2026-03-13 09:00",
)
CRISIS = _act(
    e.CrisisMeasureTaken(
        number=1,
        kind="kept-apart",
        hours=4,
        narrative=Sealed.of("two residents fought over the kitchen"),
    ),
    ATTACHE,
    "2026-03-14 21:00",
)
CRISIS_REPORTED = _act(
    e.CrisisMeasureReported(number=1, report=Sealed.of("they eat at different hours for now")),
    ATTACHE,
    "2026-03-15 09:00",
)
COMPLAINT = _act(
    e.ComplaintLodged(
        number=1,
        body="complaints-commission",
        about="n.bernard",
        about_person="P-011",
        reference="KL-2026-4",
        content=Sealed.of("her telephone was kept for two days"),
    ),
    SECURITY,
    "2026-03-15 10:00",
)
COMPLAINT_HANDLED = _act(
    e.ComplaintHandled(number=1, outcome="founded", answer=Sealed.of("she has it back")),
    HIERARCHY,
    "2026-03-25 10:00",
)
COMPLAINT_WITHDRAWN = _act(
    e.ComplaintWithdrawn(number=1, reason=Sealed.of("she has it back")), COACH, "2026-03-16 10:00"
)
ASSIGNED = _act(e.CoachAssigned(account="m.vandamme", person="P-003"), DIRECTOR, "2026-03-05 09:00")

RECORD = c.RecordExchange(
    dossier=NUMBER,
    direction="in",
    means=("letter",),
    partner="lawyer",
    subject="access-to-documents",
    answer_expected=True,
    reference="L-2026-118",
    contact_stated=True,
    content=Sealed.of("asks for a copy of the whole administrative file"),
)
ANSWER = c.AnswerExchange(
    dossier=NUMBER,
    means=("mail",),
    outcome="partly-granted",
    reference="R-2026-77",
    contact_stated=True,
    content=Sealed.of("a copy without the names of third persons"),
)
EXTEND = c.ExtendExchange(dossier=NUMBER, reason=Sealed.of("the file lies in the archives"))
ADVISE = c.ReceiveExchangeAdvice(
    dossier=NUMBER, reference="CADA-2026-31", advice=Sealed.of("the report may be copied")
)
RAISE = c.RaiseObstacle(dossier=NUMBER, kind="fear", note=Sealed.of("afraid of her brother-in-law"))
RESOLVE = c.ResolveObstacle(
    dossier=NUMBER,
    outcome="worked-around",
    note=Sealed.of("she may live with her sister in Kabul"),
)
REQUEST = c.RequestAuthorisation(
    dossier=NUMBER,
    kind="activity-outside",
    motives=Sealed.of("wants to empty her flat in Leuven"),
)
GRANT = c.GrantAuthorisation(dossier=NUMBER, conditions=Sealed.of("with two members of staff"))
REFUSE = c.RefuseAuthorisation(dossier=NUMBER, motives=Sealed.of("nobody can go with her"))
WITHDRAW = c.WithdrawAuthorisation(dossier=NUMBER, reason=Sealed.of("her sister will do it"))
TAKE = c.TakeCrisisMeasure(
    dossier=NUMBER,
    kind="kept-apart",
    hours=4,
    narrative=Sealed.of("two residents fought over the kitchen"),
)
REPORT = c.ReportCrisisMeasure(
    dossier=NUMBER, report=Sealed.of("they eat at different hours for now")
)
LODGE = c.LodgeComplaint(
    dossier=NUMBER,
    body="complaints-commission",
    about="n.bernard",
    about_person="P-011",
    reference="KL-2026-4",
    content=Sealed.of("her telephone was kept for two days"),
)
HANDLE = c.HandleComplaint(dossier=NUMBER, outcome="founded", answer=Sealed.of("she has it back"))
TAKE_BACK = c.WithdrawComplaint(dossier=NUMBER, reason=Sealed.of("she has it back"))
ASSIGN = c.AssignCoach(dossier=NUMBER, account="m.vandamme", person="P-003")

ORDERS: tuple[c.Command, ...] = (
    RECORD,
    ANSWER,
    EXTEND,
    ADVISE,
    RAISE,
    RESOLVE,
    REQUEST,
    GRANT,
    REFUSE,
    WITHDRAW,
    TAKE,
    REPORT,
    LODGE,
    HANDLE,
    TAKE_BACK,
    ASSIGN,
)
