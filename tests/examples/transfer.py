"""A move from Holsbeek to Bruges: one order for each command, and the acts of the specs."""

from dossier import NUMBER, OFFICER
from examples.custody import HELD
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Function

DRIVER = Actor("w.peeters", "P-021", frozenset({Function.TRANSFER}))
GUARD_AT_BRUGES = Actor("s.nijs", "P-022", frozenset({Function.SECURITY}))
DRIVER_AT_THE_DESK = Actor("peetersw", "P-021", frozenset({Function.SECURITY}))
"""The driver again, under the account for shifts at the desk."""


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


ORDERED = _act(
    e.TransferOrdered(place="BRU", reason="capacity", reference="TRF-2026-0117"),
    OFFICER,
    "2026-03-16 09:30",
)
BEGUN = _act(e.TransferBegun(file=True, property=True, medicines=False), DRIVER, "2026-03-17 08:10")
RECEIVED = _act(
    e.TransferReceived(place="BRU", file=True, property=True, medicines=False, lawyer="informed"),
    GUARD_AT_BRUGES,
    "2026-03-17 09:55",
)
CANCELLED = _act(e.TransferCancelled(reason="no-transport"), OFFICER, "2026-03-16 16:00")

ON_THE_WAY = (*HELD, ORDERED, BEGUN)

ORDER = c.OrderTransfer(dossier=NUMBER, place="BRU", reason="capacity", reference="TRF-2026-0117")
BEGIN = c.BeginTransfer(dossier=NUMBER, file=True, property=True, medicines=False)
RECEIVE = c.ReceiveTransfer(
    dossier=NUMBER, file=True, property=True, medicines=False, lawyer="informed"
)
CANCEL = c.CancelTransfer(dossier=NUMBER, reason="no-transport")

ORDERS = (ORDER, BEGIN, RECEIVE, CANCEL)
