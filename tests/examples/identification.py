"""Identification under procedure 2: one order for each command, and the acts of the specs."""

from dossier import ARRIVED, ATTACHE, COACH, INFORMED, NUMBER, OFFICER
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Sealed


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


HERE = (ARRIVED.but(procedure=2, age="adult"), INFORMED)

DECLARED = _act(
    e.IdentityRecorded(source="own-statement", name=Sealed.of("Saba Ahmadi")),
    COACH,
    "2026-03-04 10:00",
)
REQUESTED = _act(
    e.LaissezPasserRequested(country="AF", reference="LP-2026-0911"), OFFICER, "2026-03-12 09:00"
)
PRESENTED = _act(e.EmbassyInterviewHeld(reference="LP-2026-0911"), ATTACHE, "2026-03-16 10:00")
RECOGNISED = _act(e.NationalityRecognised(reference="LP-2026-0911"), OFFICER, "2026-03-19 11:30")
GRANTED = _act(
    e.LaissezPasserGranted(
        valid_until="2026-03-30", number=Sealed.of("0071123"), reference="LP-2026-0911"
    ),
    OFFICER,
    "2026-03-20 14:00",
)
REFUSED = _act(
    e.LaissezPasserRefused(reason="not-a-national", reference="LP-2026-0911"),
    OFFICER,
    "2026-03-20 14:00",
)
PASSPORT = _act(
    e.TravelDocumentRecorded(
        kind="passport", valid_until="2028-06-30", number=Sealed.of("P0442871")
    ),
    COACH,
    "2026-03-04 11:20",
)
LOST = _act(e.TravelDocumentLost(kind="passport"), COACH, "2026-03-22 18:00")
EXPIRED = _act(
    e.TravelDocumentExpired(kind="laissez-passer", reason="cancelled"), OFFICER, "2026-03-23 09:00"
)

REQUEST = c.RequestLaissezPasser(dossier=NUMBER, country="AF", reference="LP-2026-0911")
PRESENT = c.HoldEmbassyInterview(dossier=NUMBER, reference="LP-2026-0911")
RECOGNISE = c.RecogniseNationality(dossier=NUMBER, reference="LP-2026-0911")
GRANT = c.GrantLaissezPasser(
    dossier=NUMBER,
    valid_until="2026-03-30",
    number=Sealed.of("0071123"),
    reference="LP-2026-0911",
)
REFUSE = c.RefuseLaissezPasser(dossier=NUMBER, reason="not-a-national", reference="LP-2026-0911")
RECORD = c.RecordTravelDocument(
    dossier=NUMBER, kind="passport", valid_until="2028-06-30", number=Sealed.of("P0442871")
)
EXPIRE = c.ExpireTravelDocument(dossier=NUMBER, kind="laissez-passer", reason="cancelled")
LOSE = c.LoseTravelDocument(dossier=NUMBER, kind="passport")

ORDERS: tuple[c.Command, ...] = (
    REQUEST,
    PRESENT,
    RECOGNISE,
    GRANT,
    REFUSE,
    RECORD,
    EXPIRE,
    LOSE,
)
