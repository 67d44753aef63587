"""The IOM file under procedure 2: one order for each command, and the acts of the specs."""

from dossier import (
    ARRIVED,
    ATTACHE,
    BOOKED,
    COACH,
    DECLARED,
    INFORMED,
    IOM_ELIGIBLE,
    IOM_OPENED,
    NUMBER,
    OFFICER,
)
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import DepartureMode, Evidence, StatisticalCategory


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


ADMITTED = ARRIVED.but(procedure=2, age="adult")

FILED = (ADMITTED, INFORMED, IOM_OPENED)
"""The file is opened before any decision; on Monday 16 March 2026."""
ELIGIBLE = (*FILED, IOM_ELIGIBLE)
SIGNED = (*ELIGIBLE, DECLARED)
"""The declaration was signed on Wednesday 18 March 2026 at 10:00."""

REFUSED = _act(
    e.IomEligibilityRefused(reason="five-year-rule", reference="IOM-77120"),
    ATTACHE,
    "2026-03-17 10:00",
)
NO_OBJECTION = _act(e.IomNoObjectionStated(reference="NO-2026-318"), OFFICER, "2026-03-18 14:00")
OBJECTED = _act(
    e.IomObjectionRaised(reason="appeal-pending", reference="NO-2026-319"),
    OFFICER,
    "2026-03-18 14:00",
)
AWAITED = _act(e.IomDocumentAwaited(reference="IOM-77120"), ATTACHE, "2026-03-18 15:00")
RECEIVED = _act(e.IomDocumentReceived(reference="IOM-77120"), ATTACHE, "2026-03-18 16:00")
TRAVEL_BOOKED = (*SIGNED, NO_OBJECTION, BOOKED)
PAID = _act(e.IomPremiumPaid(cents=25_000, reference="PRI-2026-091"), ATTACHE, "2026-03-20 09:00")
LAPSED = _act(e.IomFileLapsed(reason="no-news", reference="IOM-77120"), ATTACHE, "2026-03-20 10:00")
LEFT = _act(
    e.DepartureConfirmed(
        mode=DepartureMode.VOLUNTARY_IOM,
        statistical_category=StatisticalCategory.FORCED,
        evidence=(Evidence.IOM_CONFIRMATION,),
    ),
    COACH,
    "2026-03-21 07:10",
)
REINTEGRATED = _act(e.ReintegrationBegun(reference="REI-2026-044"), ATTACHE, "2026-04-14 10:00")

REFUSE = c.RefuseIomEligibility(dossier=NUMBER, reason="five-year-rule", reference="IOM-77120")
NOT_OBJECT = c.StateNoIomObjection(dossier=NUMBER, reference="NO-2026-318")
OBJECT = c.RaiseIomObjection(dossier=NUMBER, reason="appeal-pending", reference="NO-2026-319")
AWAIT_DOCUMENT = c.AwaitIomDocument(dossier=NUMBER, reference="IOM-77120")
RECEIVE_DOCUMENT = c.ReceiveIomDocument(dossier=NUMBER, reference="IOM-77120")
PAY = c.PayIomPremium(dossier=NUMBER, cents=25_000, reference="PRI-2026-091")
LAPSE = c.LapseIomFile(dossier=NUMBER, reason="no-news", reference="IOM-77120")
REINTEGRATE = c.BeginReintegration(dossier=NUMBER, reference="REI-2026-044")

ORDERS: tuple[c.Command, ...] = (
    REFUSE,
    NOT_OBJECT,
    OBJECT,
    AWAIT_DOCUMENT,
    RECEIVE_DOCUMENT,
    PAY,
    LAPSE,
    REINTEGRATE,
)
