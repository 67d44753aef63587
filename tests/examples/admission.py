"""What is done with who arrived: one order for each command, and the acts of the specs."""

from dossier import ARRIVED, COACH, NUMBER, SECURITY
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Sealed, Sex

ADMITTED = ARRIVED.but(procedure=2)
"""The arrival of the example dossier, on Monday 2 March 2026 at 10:15, under procedure 2."""


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


IDENTIFIED = _act(
    e.IdentityRecorded(
        source="own-statement",
        name=Sealed.of("Saba Ahmadi"),
        born_on=Sealed.of("1989-04-06"),
        nationality=Sealed.of("Afghanistan"),
    ),
    COACH,
    "2026-03-02 11:00",
)
KNOWN_AS = _act(
    e.AliasLinked(
        source="biometric-match", name=Sealed.of("Sabha Ahmady"), known_in="BRU-2024-0311"
    ),
    COACH,
    "2026-03-03 11:00",
)
SEARCHED = _act(
    e.SearchPerformed(occasion="arrival", agent_sex=Sex.F), SECURITY, "2026-03-02 10:40"
)
KEPT = _act(
    e.PropertyInventoried(inventory="INV-2026-0042", outcome="kept"), SECURITY, "2026-03-02 10:50"
)
RETURNED = KEPT.but(outcome="returned").at("2026-03-20 08:00")

IDENTIFY = c.RecordIdentity(
    dossier=NUMBER,
    source="own-statement",
    name=Sealed.of("Saba Ahmadi"),
    born_on=Sealed.of("1989-04-06"),
    nationality=Sealed.of("Afghanistan"),
)
LINK = c.LinkAlias(
    dossier=NUMBER,
    source="biometric-match",
    name=Sealed.of("Sabha Ahmady"),
    known_in="BRU-2024-0311",
)
SEARCH = c.PerformSearch(dossier=NUMBER, occasion="arrival", agent_sex=Sex.F)
KEEP = c.InventoryProperty(dossier=NUMBER, inventory="INV-2026-0042", outcome="kept")
RETURN = c.InventoryProperty(dossier=NUMBER, inventory="INV-2026-0042", outcome="returned")

ORDERS = (IDENTIFY, LINK, SEARCH, KEEP)
