"""What the medical service records: one order for each command, and the acts of the specs."""

from dossier import ARRIVED, DOCTOR, NUMBER
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Function, Sealed

NURSE = Actor("s.peeters", "P-014", frozenset({Function.NURSE}))
SECOND_DOCTOR = Actor("h.moreau", "P-015", frozenset({Function.DOCTOR}))
DOCTOR_AT_NIGHT = Actor("night.doctor", "P-012", frozenset({Function.DOCTOR}))
"""The first doctor again, under the account kept for the nights on call."""
REMOVAL_DIRECTOR = Actor("b.wouters", "P-016", frozenset({Function.REMOVAL_DIRECTOR}))

ADMITTED = ARRIVED.but(procedure=2, age="adult")
"""The arrival of the example dossier, on Monday 2 March 2026 at 10:15, under procedure 2."""


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


TAKEN_IN = _act(
    e.MedicalIntakeCompleted(note=Sealed.of("insulin twice a day")), NURSE, "2026-03-02 14:00"
)
OBJECTED = _act(
    e.MedicalObjectionRaised(note=Sealed.of("thrombosis: no flight for six weeks")),
    DOCTOR,
    "2026-03-25 09:00",
)
LIFTED = _act(
    e.MedicalObjectionResolved(outcome="lifted", note=Sealed.of("scan is clear")),
    SECOND_DOCTOR,
    "2026-03-25 16:00",
)
UPHELD = LIFTED.but(outcome="upheld", note=Sealed.of("scan confirms it"))

TAKE_IN = c.CompleteMedicalIntake(dossier=NUMBER, note=Sealed.of("insulin twice a day"))
OBJECT = c.RaiseMedicalObjection(
    dossier=NUMBER, note=Sealed.of("thrombosis: no flight for six weeks")
)
LIFT = c.ResolveMedicalObjection(dossier=NUMBER, outcome="lifted", note=Sealed.of("scan is clear"))
UPHOLD = c.ResolveMedicalObjection(
    dossier=NUMBER, outcome="upheld", note=Sealed.of("scan confirms it")
)
EXAMINE_BY_FORCE = c.ForceMedicalExamination(
    dossier=NUMBER,
    imposed_by="destination",
    emergency=True,
    no_other_certificate=True,
    informed_on="2026-03-24",
    undertaking_on="2026-03-24",
    reread_alone=True,
    minors_present=False,
    agents_trained=True,
    means=("holding",),
    minutes=4,
    agents=("P-013", "P-017"),
    note=Sealed.of("swab taken"),
)
EXAMINED_BY_FORCE = _act(
    e.ForcedMedicalExaminationHeld(
        number=1,
        imposed_by="destination",
        emergency=True,
        no_other_certificate=True,
        informed_on="2026-03-24",
        undertaking_on="2026-03-24",
        reread_alone=True,
        minors_present=False,
        agents_trained=True,
        means=("holding",),
        minutes=4,
        agents=("P-013", "P-017"),
        note=Sealed.of("swab taken"),
    ),
    DOCTOR,
    "2026-03-25 11:00",
)

ORDERS: tuple[c.Command, ...] = (TAKE_IN, OBJECT, LIFT, EXAMINE_BY_FORCE)
