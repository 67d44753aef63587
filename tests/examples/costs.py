"""What a return costs: one order, and the act of the specs."""

from dossier import COACH, NUMBER
from given import Act, brussels

from domain import commands as c
from domain import events as e

TICKET = Act(
    e.CostRecorded(kind="ticket", cents=48_250, reference="FAC-2026-0733"),
    COACH,
    brussels("2026-03-24 15:00"),
)

RECORD = c.RecordCost(dossier=NUMBER, kind="ticket", cents=48_250, reference="FAC-2026-0733")

ORDERS: tuple[c.Command, ...] = (RECORD,)
