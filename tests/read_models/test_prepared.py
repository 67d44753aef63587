"""Whatever one person prepares and another decides is judged after the act, as rounds are."""

from collections.abc import Iterable
from itertools import permutations
from typing import Any

import pytest
from dossier import (
    ARRIVED,
    ASSISTANT,
    ASSISTANT_AS_OFFICER,
    COACH,
    DIRECTOR,
    DRAFTED,
    EDITED,
    NOTIFIED,
    NUMBER,
    OFFICER,
    SECOND_OFFICER,
    TAKEN,
)
from given import Act, brussels
from hypothesis import given as for_all
from hypothesis import strategies as some

from domain import events as e
from domain.authority import Actor
from domain.lifecycle import STEPS
from domain.record import is_dossier
from domain.state.decision import Hand
from domain.values import Sealed
from projections import prepared, separation
from projections.prepared import ACTS, PAIRS, Line
from projections.separation import findings_of_acts

WHY = Sealed.of("as the report says")
PREPARED: dict[str, e.DossierEvent] = {
    "detention-title": e.DetentionProposed(ground="return", less_coercive=("reporting",)),
    "detention-prolongation": e.ProlongationProposed(prospect="laissez-passer-expected"),
    "restriction": e.RestrictionProposed(basis="74-28", kind="reporting"),
    "absconding": e.AbscondingProposed(cause="left", raised_on="2026-03-09"),
    "measure": e.MeasureProposed(number=3, kind="isolation", ground="danger", motives=WHY),
    "coercion": e.CoercionReported(number=2, report=WHY),
    "override": e.OverrideAsked(rule="INT-03", step="ScheduleRemoval", reason=WHY),
    "regularisation": e.RegularisationProposed(ground="medical", motives=WHY),
    "family-separation": e.FamilySeparationProposed(members=("HOL-2026-0043",), report="BIC-1"),
    "age": e.AgeDisputed(member="HOL-2026-0043", reason="appearance"),
    "access": e.AccessRestrictionProposed(reason="witness"),
    "term-extension": e.DepartureTermExtensionRequested(ground="school", proof=WHY),
    "term-shortening": e.DepartureRiskReported(risk="absconding", explanation=WHY),
    "advice-override": e.AdviceOverrideProposed(reasons=WHY),
    "authorisation": e.AuthorisationRequested(number=4, kind="outing", motives=WHY),
    "removal": e.RemovalPrepared(reference="VOL-1"),
    "escort": e.EscortProposed(escort=("police", "police")),
    "non-return": e.NonReturnProposed(reason="released-by-office"),
}
DECIDED: dict[str, e.DossierEvent] = {
    "detention-title": e.DetentionTitleIssued(),
    "detention-prolongation": e.DetentionProlonged(),
    "restriction": e.RestrictionImposed(number=1),
    "absconding": e.AbscondingEstablished(),
    "measure": e.MeasureDecided(number=3, hours=12),
    "coercion": e.CoercionReviewed(number=2, finding="justified"),
    "override": e.OverrideAllowed(number=1),
    "regularisation": e.RegularisationGranted(),
    "family-separation": e.FamilySeparationDecided(members=("HOL-2026-0043",)),
    "age": e.AgeEstablished(member="HOL-2026-0043", outcome="adult", reference="AGE-1"),
    "access": e.AccessRestricted(reason="witness"),
    "term-extension": e.DepartureTermExtended(until="2026-05-01", informed_in_writing=True),
    "term-shortening": e.DepartureTermShortened(risk="absconding", motives=WHY),
    "advice-override": e.AdviceOverridden(reasons=WHY),
    "authorisation": e.AuthorisationGranted(number=4),
    "removal": e.RemovalScheduled(
        flight="SN-1", departs="2026-04-01T10:00+02:00", mode="unescorted", transport="air"
    ),
    "escort": e.RemovalScheduled(
        flight="SN-1", departs="2026-04-01T10:00+02:00", mode="escorted", transport="air"
    ),
    "non-return": e.NonReturnEstablished(reason="released-by-office"),
}
EVERY_ACT = [pair.act for pair in PAIRS]
NUMBERS = {"measure": 3, "coercion": 2, "authorisation": 4}


def drafted(act: str, who: Actor = COACH, when: str = "2026-03-10 09:00") -> Act:
    return Act(PREPARED[act], who, brussels(when))


def taken(act: str, who: Actor, when: str = "2026-03-12 09:00") -> Act:
    return Act(DECIDED[act], who, brussels(when))


def correction(version: int, who: Actor, when: str) -> Act:
    corrected = e.RecordCorrected(
        corrects=version, field="remark", becomes_identity=WHY, reason=WHY
    )
    return Act(corrected, who, brussels(when))


def judge(centre):
    dossiers = (line for line in centre.journal.since(0) if is_dossier(line.stream))
    return findings_of_acts(prepared.lines_of(dossiers))


def codes(centre):
    return [(one.code, one.act, one.round) for one in judge(centre)]


def test_every_act_judged_is_one_that_the_procedure_knows():
    known = {step.event for step in STEPS}
    for pair in PAIRS:
        assert known.issuperset((*pair.prepared, *pair.decided, *pair.ends)), pair.act
    assert PREPARED.keys() == DECIDED.keys() == set(EVERY_ACT)
    assert len(set(ACTS)) == len(ACTS)


@pytest.mark.parametrize("act", EVERY_ACT)
def test_who_prepared_an_act_and_decided_it_is_found(centre, act):
    recorded = centre.record(NUMBER, ARRIVED, drafted(act), taken(act, COACH))
    (finding,) = judge(centre)
    assert (finding.code, finding.severity) == ("FOUR_EYES_DIRECT", "breach")
    assert (finding.act, finding.dossier, finding.round) == (act, NUMBER, NUMBERS.get(act, 1))
    assert (finding.persons, finding.accounts) == ([COACH.person], [COACH.account])
    assert finding.versions == [2, 3]
    assert finding.log_index == [line.log_index for line in recorded[1:]]


@pytest.mark.parametrize("act", EVERY_ACT)
def test_each_act_is_judged_by_person_and_by_whom_one_stands_in_for(centre, act):
    for dossier, by, who in (
        ("HOL-2026-0001", ASSISTANT, ASSISTANT_AS_OFFICER),
        ("HOL-2026-0002", ASSISTANT, OFFICER._replace(on_behalf_of=ASSISTANT.account)),
        ("HOL-2026-0003", ASSISTANT._replace(on_behalf_of=OFFICER.account), OFFICER),
        ("HOL-2026-0004", ASSISTANT, OFFICER),
    ):
        centre.record(dossier, drafted(act, by), taken(act, who))
    assert [(one.dossier[-1], one.code) for one in judge(centre)] == [
        ("1", "FOUR_EYES_SAME_PERSON"),
        ("2", "FOUR_EYES_DELEGATION"),
        ("3", "FOUR_EYES_DELEGATION"),
    ]


@pytest.mark.parametrize("act", EVERY_ACT)
def test_who_corrected_what_was_prepared_has_edited_it(centre, act):
    centre.record(
        NUMBER, drafted(act), correction(1, OFFICER, "2026-03-11 09:00"), taken(act, OFFICER)
    )
    late = correction(1, OFFICER, "2026-03-20 09:00")
    centre.record("HOL-2026-0043", drafted(act), taken(act, OFFICER), late)
    assert [(one.dossier, one.code) for one in judge(centre)] == [(NUMBER, "FOUR_EYES_EDITOR")]


# --- matching -----------------------------------------------------------------------------


def test_a_measure_decided_by_another_and_prolonged_by_who_proposed_it_is_found(centre):
    prolonged = Act(
        e.MeasureProlonged(number=3, hours=24, motives=WHY), COACH, brussels("2026-03-12 20:00")
    )
    centre.record(NUMBER, drafted("measure"), taken("measure", DIRECTOR), prolonged)
    assert codes(centre) == [("FOUR_EYES_DIRECT", "measure", 3)]


def test_a_proposal_under_another_number_is_another(centre):
    other = drafted("measure", DIRECTOR).but(number=4)
    centre.record(NUMBER, drafted("measure"), other, taken("measure", DIRECTOR))
    assert codes(centre) == []


def test_a_restriction_without_a_number_is_the_last_one_that_waits(centre):
    imposed = taken("restriction", COACH).but(number=None)
    first = drafted("restriction")
    centre.record(
        NUMBER, first, drafted("restriction", DIRECTOR, "2026-03-11 09:00"), imposed,
        imposed.at("2026-03-13 09:00"),
    )  # fmt: skip
    assert codes(centre) == [("FOUR_EYES_DIRECT", "restriction", 1)]


def test_who_used_force_does_not_review_it_whoever_recorded_it(centre):
    used = e.CoercionUsed(
        number=2, means=("hold",), minutes=5, occasion="removal", agents=(OFFICER.person,)
    )
    reviewed = taken("coercion", OFFICER)
    centre.record(NUMBER, Act(used, COACH, brussels("2026-03-10 09:00")), reviewed)
    (finding,) = judge(centre)
    assert (finding.code, finding.act) == ("FOUR_EYES_SAME_PERSON", "coercion")
    assert (finding.persons, finding.accounts) == ([OFFICER.person], [OFFICER.account])
    assert finding.versions == [1, 2]


def test_a_proposal_that_was_answered_or_fell_away_waits_no_longer(centre):
    released = Act(e.ResidentReleased(reason="other"), OFFICER, brussels("2026-03-11 09:00"))
    title = taken("detention-title", COACH)
    centre.record("HOL-2026-0001", drafted("detention-title"), released, title)
    answered = taken("detention-title", OFFICER, "2026-03-11 09:00")
    centre.record("HOL-2026-0002", drafted("detention-title"), answered, title)
    assert codes(centre) == []


def test_an_end_that_one_person_may_decide_alone_gives_no_finding(centre):
    reason = {"reason": "absconded"}
    centre.record(
        NUMBER, drafted("non-return").but(**reason), taken("non-return", COACH).but(**reason)
    )
    assert codes(centre) == []


def test_a_corrected_moment_puts_the_proposal_where_it_was_made(centre):
    wrong = drafted("access", OFFICER, "2026-03-20 09:00")
    centre.record(NUMBER, wrong, taken("access", OFFICER))
    assert codes(centre) == []
    centre.record(
        NUMBER,
        Act(
            e.RecordCorrected(
                corrects=1,
                field="occurred_at",
                becomes=brussels("2026-03-10 09:00").isoformat(),
                reason=WHY,
            ),
            DIRECTOR,
            brussels("2026-03-30 09:00"),
        ),
    )
    assert codes(centre) == [("FOUR_EYES_DIRECT", "access", 1)]


def test_a_corrected_number_puts_the_proposal_with_its_measure(centre):
    centre.record(NUMBER, drafted("measure").but(number=9), taken("measure", COACH))
    assert codes(centre) == []
    fixed = e.RecordCorrected(corrects=1, field="number", was=9, becomes=3, reason=WHY)
    centre.record(NUMBER, Act(fixed, DIRECTOR, brussels("2026-03-30 09:00")))
    assert codes(centre) == [("FOUR_EYES_DIRECT", "measure", 3)]


# --- the departure period -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "found"),
    [(DRAFTED.who, ["FOUR_EYES_DIRECT"]), (EDITED.who, ["FOUR_EYES_EDITOR"]), (OFFICER, [])],
    ids=["drafter", "editor", "decider"],
)
def test_who_prepared_a_decision_does_not_set_its_departure_period(centre, who, found):
    term = Act(e.DepartureTermSet(days=30), who, brussels("2026-03-12 09:00"))
    centre.record(NUMBER, DRAFTED, EDITED, TAKEN, NOTIFIED, term)
    told = separation.findings(centre.ask(separation.all_rows))
    assert [one.code for one in told] == found
    assert {one.act for one in told} <= {"departure-term"}


def test_a_resident_received_elsewhere_was_decided_on_where_it_happened(centre):
    moved = Act(e.TransferReceived(place="VOT"), COACH, brussels("2026-03-20 09:00"))
    centre.record(NUMBER, ARRIVED, DRAFTED, TAKEN, moved)
    (row,) = centre.ask(separation.all_rows)
    assert row.centre == "HOL"
    early = Act(e.TransferReceived(place="MER"), COACH, brussels("2026-03-05 09:00"))
    centre.record(NUMBER, early)
    (row,) = centre.ask(separation.all_rows)
    assert row.centre == "MER"


# --- whatever the order -------------------------------------------------------------------


def told(lines: Iterable[Line]) -> list[tuple[Any, ...]]:
    """Findings without the places of the lines, which are those of recording."""
    return sorted(
        (one.code, one.act, one.dossier, one.round, sorted(one.persons), sorted(one.accounts))
        for one in findings_of_acts(lines)
    )


def line(version: int, act: Act) -> Line:
    who = act.who
    hand = Hand(who.account, who.person, act.when, False, version, version, who.on_behalf_of)
    said = vars(act.event)
    words = {name: said[name] for name in ("number", "member", "reason") if said.get(name)}
    return Line(NUMBER, version, type(act.event).__name__, hand, words)


PEOPLE = (COACH, ASSISTANT, ASSISTANT_AS_OFFICER, SECOND_OFFICER)
ONE_ACT = some.tuples(some.sampled_from(EVERY_ACT), some.booleans(), some.sampled_from(PEOPLE))


@for_all(some.lists(ONE_ACT, max_size=12), some.randoms(use_true_random=False))
def test_the_same_acts_recorded_in_any_order_give_the_same_findings(acts, random):
    happened = [
        (drafted if draft else taken)(act, who, f"2026-03-{day:02} 09:00")
        for day, (act, draft, who) in enumerate(acts, start=1)
    ]
    mixed = random.sample(happened, len(happened))
    in_order = [line(version, act) for version, act in enumerate(happened, start=1)]
    assert told(line(version, act) for version, act in enumerate(mixed, start=1)) == told(in_order)


def test_a_proposal_typed_after_its_decision_is_found_too(centre):
    for number, order in enumerate(permutations((drafted("access"), taken("access", COACH)))):
        centre.record(f"HOL-2026-{number:04}", *order)
    assert [one.code for one in judge(centre)] == ["FOUR_EYES_DIRECT"] * 2
