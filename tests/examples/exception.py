"""Orders and acts of the region exception: overrides, taking over, alerts."""

from dossier import ARRIVED, ATTACHE, NUMBER
from given import Act, brussels, on_duty

from domain import commands as c
from domain import events as e
from domain.values import Function, Sealed

ADMITTED = ARRIVED.but(procedure=2)

ASK = c.AskOverride(
    dossier=NUMBER,
    rule="EXE-05",
    step="StartAttempt",
    reason=Sealed.of("the airline has moved the flight forward by a day"),
)
ALLOW = c.AllowOverride(
    dossier=NUMBER, number=1, reason=Sealed.of("the lawyer agreed on the telephone")
)
REFUSE = c.RefuseOverride(dossier=NUMBER, number=1, reason=Sealed.of("there is a later flight"))
MIGRATE = c.MigrateTrajectory(
    dossier=NUMBER, version=2, reason=Sealed.of("the file was completed by hand")
)
ANSWER = c.AnswerAlert(
    dossier=NUMBER, act=10, answer=Sealed.of("the Council and the lawyer were told at once")
)

ORDERS = (ASK, ALLOW, REFUSE, MIGRATE, ANSWER)

HIERARCHY = on_duty(Function.REMOVAL_DIRECTOR)

ASKED = Act(
    e.OverrideAsked(rule="EXE-05", step="StartAttempt", reason=ASK.reason),
    ATTACHE,
    brussels("2026-03-20 09:00"),
)
ALLOWED = Act(
    e.OverrideAllowed(number=1, reason=ALLOW.reason), HIERARCHY, brussels("2026-03-20 10:00")
)
REFUSED = Act(
    e.OverrideRefused(number=1, reason=REFUSE.reason), HIERARCHY, brussels("2026-03-20 10:00")
)
MIGRATED = Act(e.ProcedureMigrated(version=2), HIERARCHY, brussels("2026-03-05 09:00"))
