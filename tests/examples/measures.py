"""Measures and coercion: one order for each command, and the acts of the specs."""

from dossier import ARRIVED, ATTACHE, DIRECTOR, NUMBER, SECURITY
from examples.health import NURSE, REMOVAL_DIRECTOR
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Function, Sealed

DELEGATE = Actor("c.thys", "P-018", frozenset({Function.MINISTER_DELEGATE}))
SECOND_DIRECTOR = Actor("v.leroy", "P-019", frozenset({Function.CENTRE_DIRECTOR}))
ATTACHE_AS_DIRECTOR = Actor("acting.director", "P-003", frozenset({Function.CENTRE_DIRECTOR}))
"""The attaché coach who proposes, standing in for the director under another account."""
GUARD = Actor("j.adam", "P-020", frozenset({Function.SECURITY}))

ON_A_SITE = ARRIVED.but(procedure=2, centre="TUB", age="adult")
"""The arrival on a site of family accommodation."""


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


MOTIVES = Sealed.of("broke two windows and threatened her room-mate with a shard")

PROPOSED = _act(
    e.MeasureProposed(number=1, kind="isolation", ground="safety", motives=MOTIVES),
    ATTACHE,
    "2026-03-10 09:30",
)
ISOLATED = _act(
    e.MeasureDecided(number=1, hours=24, heard=True, medical_informed=True),
    DIRECTOR,
    "2026-03-10 10:00",
)
VISITED = _act(e.IsolatedVisited(number=1), NURSE, "2026-03-10 18:00")
BY_THE_DIRECTOR_GENERAL = _act(
    e.MeasureProlonged(
        number=1,
        hours=48,
        heard=True,
        medical_informed=True,
        motives=Sealed.of("repeats the threat"),
    ),
    REMOVAL_DIRECTOR,
    "2026-03-11 09:00",
)
BY_THE_MINISTER = BY_THE_DIRECTOR_GENERAL.but(hours=72).by(DELEGATE).at("2026-03-12 09:00")
ENDED = _act(e.MeasureEnded(number=1, reason="ground-gone"), DIRECTOR, "2026-03-11 08:00")

PROPOSE = c.ProposeMeasure(dossier=NUMBER, kind="isolation", ground="safety", motives=MOTIVES)
DECIDE = c.DecideMeasure(dossier=NUMBER, hours=24, heard=True, medical_informed=True)
REFUSE = c.RefuseMeasure(dossier=NUMBER, reason=Sealed.of("a talk was enough"))
PROLONG = c.ProlongMeasure(
    dossier=NUMBER,
    hours=48,
    heard=True,
    medical_informed=True,
    motives=Sealed.of("repeats the threat"),
)
VISIT = c.VisitIsolated(dossier=NUMBER)
END = c.EndMeasure(dossier=NUMBER, reason="ground-gone")
CHANGE_HOUSE_RULE = c.ChangeHouseRule(
    dossier=NUMBER,
    provision="hours-out",
    until="2026-03-20",
    terms=Sealed.of("back by 18:00"),
    motives=Sealed.of("the children missed school three times"),
)
HOUSE_RULE_CHANGED = _act(
    e.HouseRuleChanged(
        number=1,
        provision="hours-out",
        until="2026-03-20",
        terms=Sealed.of("back by 18:00"),
        motives=Sealed.of("the children missed school three times"),
    ),
    ATTACHE,
    "2026-03-10 11:00",
)

COERCED = _act(
    e.CoercionUsed(
        number=1,
        means=("holding", "handcuffs"),
        minutes=6,
        occasion="placement-in-isolation",
        injured=False,
        agents=("P-013", "P-020"),
    ),
    SECURITY,
    "2026-03-10 10:05",
)
ACCOUNTED = _act(
    e.CoercionReported(number=1, reference="CW-2026-0007", report=Sealed.of("held both arms")),
    SECURITY,
    "2026-03-10 11:00",
)
REVIEWED = _act(
    e.CoercionReviewed(number=1, finding="lawful", review=Sealed.of("no milder means")),
    DIRECTOR,
    "2026-03-12 10:00",
)

USE = c.UseCoercion(
    dossier=NUMBER,
    means=("holding", "handcuffs"),
    minutes=6,
    occasion="placement-in-isolation",
    injured=False,
    agents=("P-013", "P-020"),
)
ACCOUNT = c.ReportCoercion(
    dossier=NUMBER, reference="CW-2026-0007", report=Sealed.of("held both arms")
)
REVIEW = c.ReviewCoercion(dossier=NUMBER, finding="lawful", review=Sealed.of("no milder means"))

ORDERS: tuple[c.Command, ...] = (
    PROPOSE,
    DECIDE,
    REFUSE,
    PROLONG,
    VISIT,
    END,
    CHANGE_HOUSE_RULE,
    USE,
    ACCOUNT,
    REVIEW,
)
