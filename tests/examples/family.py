"""
A family at Tubize in the spring of 2026: one order for each command, and the acts of the specs.

Saba Ahmadi is there with her husband and their daughter Nour, who
becomes eighteen on 6 April 2031. Each has a dossier; hers keeps the number of the example
dossier of all specs.
"""

from dossier import ARRIVED, ATTACHE, COACH, NUMBER, OFFICER
from given import Act, brussels, lines

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.trajectory import Trajectory, replay
from domain.values import Function, Sealed

REMOVAL_DIRECTOR = Actor("r.leroy", "P-020", frozenset({Function.REMOVAL_DIRECTOR}))
DELEGATE = Actor("k.wouters", "P-031", frozenset({Function.MINISTER_DELEGATE}))

WIFE, HUSBAND = "TUB-2026-0041", "TUB-2026-0043"
DAUGHTER, BABY = "TUB-2026-0044", "TUB-2026-0045"
EIGHTEEN = "2031-04-06"  # a Sunday
FAMILY = NUMBER


def act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    """Tell something that happened in a dossier of the family."""
    return Act(event, who, brussels(when))


ADMITTED = ARRIVED.but(procedure=2, centre="TUB", age="adult")
LINKED = act(
    e.FamilyLinked(family=FAMILY, role="parent", members=(HUSBAND, DAUGHTER), minors=(DAUGHTER,)),
    COACH,
    "2026-03-03 09:00",
)
MOTHER = (ADMITTED, LINKED)

# The daughter's own dossier, told under the same number.
CHILD_ADMITTED = ADMITTED.but(age="minor", name=Sealed.of("Nour Ahmadi"))
CHILD_LINKED = LINKED.but(
    role="child",
    members=(WIFE, HUSBAND),
    minors=(),
    carers=(WIFE, HUSBAND),
    majority_on=EIGHTEEN,
)
CHILD = (CHILD_ADMITTED, CHILD_LINKED)

# A boy on his own.
BOY_ADMITTED = ADMITTED.but(age="minor", unaccompanied=True, name=Sealed.of("Idris Test"))

BORN = act(
    e.MemberBorn(family=FAMILY, child=BABY, majority_on="2044-03-10", name=Sealed.of("Lina")),
    COACH,
    "2026-03-10 04:20",
)
DISPUTED = act(
    e.AgeDisputed(reason="conflicting-documents", reference="MENA-2026-17"),
    OFFICER,
    "2026-03-11 10:00",
)
FOUND_ADULT = act(
    e.AgeEstablished(outcome="adult", reference="TUT-2026-88"), OFFICER, "2026-03-20 10:00"
)
FOUND_MINOR = FOUND_ADULT.but(outcome="minor")
PROPOSED = act(
    e.FamilySeparationProposed(
        members=(HUSBAND, DAUGHTER),
        report="RAP-2026-31",
        motives=Sealed.of("he threatens her before the child"),
    ),
    ATTACHE,
    "2026-03-12 10:00",
)
SEPARATED = act(
    e.FamilySeparationDecided(members=(HUSBAND, DAUGHTER), reference="SEP-2026-4"),
    REMOVAL_DIRECTOR,
    "2026-03-13 10:00",
)
KEPT_TOGETHER = act(
    e.FamilySeparationRefused(members=(HUSBAND, DAUGHTER)), REMOVAL_DIRECTOR, "2026-03-13 10:00"
)
REUNITED = act(e.FamilyReunited(members=(HUSBAND, DAUGHTER)), COACH, "2026-03-18 10:00")
APPOINTED = act(
    e.GuardianAppointed(
        guardian=Sealed.of("Anke Claeys"), reference="TUT-2026-12", majority_on="2028-01-15"
    ),
    COACH,
    "2026-03-12 09:00",
)
HEARD = act(e.GuardianHeard(proposal="return"), COACH, "2026-03-16 14:00")
GUARANTEED = act(
    e.ReceptionGuaranteed(
        kind="relative",
        entrusted_to=Sealed.of("his aunt Mina, Herat"),
        trafficking_risk=False,
        reference="REC-2026-5",
    ),
    ATTACHE,
    "2026-03-17 11:00",
)

LINK = c.LinkFamily(
    dossier=NUMBER,
    family=FAMILY,
    role="parent",
    members=(HUSBAND, DAUGHTER),
    minors=(DAUGHTER,),
)
UNLINK = c.UnlinkFamily(dossier=NUMBER, members=(HUSBAND, DAUGHTER), reason="shown-not-related")
BIRTH = c.RecordBirth(
    dossier=NUMBER,
    family=FAMILY,
    child=BABY,
    majority_on="2044-03-10",
    name=Sealed.of("Lina"),
    born_on=Sealed.of("2026-03-10"),
)
REACH_MAJORITY = c.ReachMajority(dossier=NUMBER, majority_on="2026-03-10")
DISPUTE = c.DisputeAge(dossier=NUMBER, reason="conflicting-documents", reference="MENA-2026-17")
ESTABLISH = c.EstablishAge(dossier=NUMBER, outcome="adult", reference="TUT-2026-88")
PROPOSE = c.ProposeSeparation(
    dossier=NUMBER,
    members=(HUSBAND, DAUGHTER),
    report="RAP-2026-31",
    motives=Sealed.of("he threatens her before the child"),
)
SEPARATE = c.SeparateFamily(dossier=NUMBER, members=(HUSBAND, DAUGHTER), reference="SEP-2026-4")
KEEP_TOGETHER = c.KeepTogether(dossier=NUMBER, members=(HUSBAND, DAUGHTER))
REUNITE = c.ReuniteFamily(dossier=NUMBER, members=(HUSBAND, DAUGHTER))
APPOINT = c.AppointGuardian(
    dossier=NUMBER, guardian=Sealed.of("Anke Claeys"), reference="TUT-2026-12"
)
HEAR = c.HearGuardian(
    dossier=NUMBER, proposal="return", note=Sealed.of("an aunt in Herat would take him in")
)
GUARANTEE = c.GuaranteeReception(
    dossier=NUMBER,
    kind="relative",
    entrusted_to=Sealed.of("his aunt Mina, Herat"),
    trafficking_risk=False,
    reference="REC-2026-5",
)

ORDERS: tuple[c.Command, ...] = (
    LINK,
    UNLINK,
    BIRTH,
    REACH_MAJORITY,
    DISPUTE,
    ESTABLISH,
    PROPOSE,
    SEPARATE,
    KEEP_TOGETHER,
    REUNITE,
    APPOINT,
    HEAR,
    GUARANTEE,
)


def member(dossier: str, *acts: Act) -> Trajectory:
    """Replay the dossier of another member."""
    state = replay(lines(acts, dossier))
    assert state is not None
    return state
