"""Constraints over a whole dossier: read as agreed, broken by what they say, told once."""

import re
from collections import Counter
from pathlib import Path

import pytest
from dossier import (
    ARRIVED,
    ATTACHE,
    CLOSED,
    COACH,
    DEPARTED,
    DRAFTED,
    EDITED,
    FIT,
    HANDED_IN,
    INFORMED,
    INTERVIEWED,
    IOM_OPENED,
    NOT_RETURNED,
    NOTIFIED,
    NUMBER,
    STORY,
    TAKEN,
    until,
)
from given import Act, brussels, lines
from hypothesis import given as for_all
from hypothesis import settings
from read_models.histories import histories
from simulation.paper import on_paper

from domain import events as e
from domain.decide import failing
from domain.record import Recorded
from domain.rules import places, rule
from domain.rules.constraints import Kind, constraints, read_constraints
from domain.trajectory import chronicle
from domain.values import Sealed
from projections.audit import conformance
from projections.audit.conformance import Finding, judge
from projections.audit.constraints import CODES, Monitor
from projections.audit.replay import replayed
from workflows.simulation.year import Wish, plans

GUARDED = [row for row in constraints() if row.told_by is not None]


def found(*history: Act) -> list[Finding]:
    return judge(lines(history, NUMBER))


def broken(*history: Act) -> list[tuple[str, int, tuple[int, ...]]]:
    """Say which constraints are broken, at which version, resting on which earlier ones."""
    monitor = Monitor()
    return [
        (one.row.id, one.line.version, tuple(other.version for other in one.others))
        for line in lines(history, NUMBER)
        for one in monitor.see(line, 2)
    ]


def without(*left_out: Act) -> tuple[Act, ...]:
    return tuple(act for act in until(DEPARTED) if act not in left_out)


# --- the table ------------------------------------------------------------------------------

ROW = """
[[constraint]]
id = "C-RES-01"
kind = "response"
rules = ["DEC-04"]
name = { en = "a", fr = "b", nl = "c" }
on = ["DecisionTaken"]
then = ["DecisionNotified"]
until = ["TrajectoryClosed"]
"""


def test_every_constraint_names_rules_and_events_that_there_are():
    events = {name for names in e.WORDS.values() for name in names}
    for row in constraints():
        assert row.events <= events, row.id
        assert all(rule(each).acts for each in row.rules), row.id


def test_there_are_constraints_of_every_kind():
    assert {row.kind for row in constraints()} == set(Kind)


def test_a_field_that_narrows_or_joins_is_one_the_events_have():
    for row in constraints():
        for name in row.on:
            fields = getattr(e, name).model_fields
            assert set(row.where) <= set(fields), row.id
            assert row.same is None or row.same in fields, row.id


@pytest.mark.parametrize(
    ("was", "becomes", "key"),
    [
        ('kind = "response"', 'kind = "answer"', "kind"),
        ('then = ["DecisionNotified"]', "", "then"),
        ('on = ["DecisionTaken"]', "", "on"),
        ('on = ["DecisionTaken"]', 'on = "DecisionTaken"', "on"),
        ('on = ["DecisionTaken"]', 'on = ["DecisionTaken", "DecisionTaken"]', "on"),
        ('id = "C-RES-01"', 'id = "C-RES-01"\nuntli = ["TrajectoryClosed"]', "untli"),
        ('id = "C-RES-01"', 'id = "C-RES-01"\nfirst = ["DecisionDrafted"]', "first"),
        ('nl = "c"', 'nl = " "', "name"),
        ('id = "C-RES-01"', 'id = "C-RES-01"\nprocedure = true', "procedure"),
        ('id = "C-RES-01"', 'id = "C-RES-01"\nwhere = {}', "where"),
        ('id = "C-RES-01"', 'id = "C-RES-01"\nat_once = true', "at_once"),
    ],
)
def test_a_row_that_is_not_as_agreed_is_refused_by_its_key(was, becomes, key):
    assert len(read_constraints(ROW)) == 1
    with pytest.raises(ValueError, match=rf"constraints\.toml: C-RES-01: {key}: "):
        read_constraints(ROW.replace(was, becomes))


@pytest.mark.parametrize(
    ("text", "saying"),
    [(ROW + ROW, "given twice"), ("[[rule]]", "only"), ("[[constraint", "not TOML")],
)
def test_a_file_that_is_not_as_agreed_is_refused(text, saying):
    with pytest.raises(ValueError, match=saying):
        read_constraints(text)


def test_no_clock_belongs_to_two_deadlines():
    row = ROW.replace("response", "deadline").replace("then", "closes")
    row = row.replace('until = ["TrajectoryClosed"]', 'what = ["answer"]')
    with pytest.raises(ValueError, match="belongs to another row"):
        read_constraints(row + row.replace("C-RES-01", "C-RES-02"))


# --- what breaks one ------------------------------------------------------------------------

USED = Act(
    e.CoercionUsed(number=1, means=("hands",), minutes=5, occasion="attempt"),
    COACH,
    brussels("2026-03-20 10:00"),
)
REPORTED = Act(
    e.CoercionReported(number=1, report=Sealed.of("held by the arm")),
    COACH,
    brussels("2026-03-20 12:00"),
)
LATER = HANDED_IN.at("2026-03-20 10:00")


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        ((*until(TAKEN), NOT_RETURNED), [("C-RES-01", 7, (6,))]),
        ((ARRIVED, USED, CLOSED), [("C-RES-02", 3, (2,))]),
        ((ARRIVED, USED, REPORTED, CLOSED), [("C-RES-03", 4, (3,))]),
        ((ARRIVED, LATER, CLOSED), [("C-RES-04", 3, (2,))]),
        ((ARRIVED, NOTIFIED), [("C-PRE-01", 2, ()), ("C-PRE-03", 2, ())]),
        ((ARRIVED, ARRIVED), [("C-ONE-01", 2, (1,))]),
        ((*until(NOTIFIED), NOTIFIED), [("C-ONE-02", 8, (7,))]),
        ((ARRIVED, IOM_OPENED, IOM_OPENED), [("C-ONE-03", 3, (2,))]),
        ((*until(DEPARTED), INTERVIEWED), [("C-NOT-01", 11, (10,))]),
        ((*until(NOTIFIED), HANDED_IN, FIT, DEPARTED), [("C-NOT-02", 10, (8,))]),
    ],
    ids=lambda told: told[0][0] if isinstance(told, list) else "",
)
def test_what_a_constraint_forbids_breaks_it_and_nothing_else(history, expected):
    assert broken(*history) == expected


def test_what_another_number_says_answers_nothing():
    other = REPORTED.but(number=2)
    assert broken(ARRIVED, USED, other, CLOSED) == [
        ("C-RES-02", 4, (2,)),
        ("C-RES-03", 4, (3,)),
    ]


def test_a_duty_is_told_once_however_often_the_dossier_is_closed_again():
    assert broken(ARRIVED, USED, CLOSED, CLOSED) == [("C-RES-02", 3, (2,))]


def test_a_constraint_holds_while_one_of_its_rules_does():
    """EXE-05 and the like end with the law; a row speaks of no day on which none of them holds."""
    row = ROW.replace("DEC-04", "APP-04e")  # until 11 June 2026
    for day, breaches in (("2026-06-10 10:00", 1), ("2026-06-13 10:00", 0)):
        monitor = Monitor(read_constraints(row))
        acts = lines((ARRIVED, TAKEN.at(day), CLOSED.at("2026-07-01 10:00")), NUMBER)
        assert sum(len(monitor.see(line, 2)) for line in acts) == breaches


def test_a_constraint_of_a_later_procedure_says_nothing_of_an_earlier_one():
    monitor = Monitor(read_constraints(ROW + "procedure = 2"))
    acts = lines((ARRIVED, TAKEN, CLOSED), NUMBER)
    assert [one for line in acts for one in monitor.see(line, 1)] == []


@pytest.mark.parametrize("seed", ["a", "b", "c"])
def test_a_lawful_year_breaks_no_constraint(seed):
    told: dict[str, list[Recorded]] = on_paper(list(plans(Wish(2025, seed, 8, places()))))
    assert told
    for acts in told.values():
        monitor = Monitor()
        assert [one for line in chronicle(acts) for one in monitor.see(line, 2)] == []


# --- what is told ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("history", "constraint", "indices"),
    [
        (without(INFORMED), "C-PRE-01", (0, 5)),
        (without(DRAFTED, EDITED), "C-PRE-02", (3,)),
        ((*until(TAKEN), NOT_RETURNED), "C-RES-01", (5, 6)),
        ((*until(NOTIFIED), HANDED_IN, FIT, DEPARTED), "C-NOT-02", (6, 7, 9)),
        ((*until(DEPARTED), INFORMED.at("2026-04-20 09:00")), "C-NOT-01", (9, 10)),
    ],
    ids=lambda told: told if isinstance(told, str) else "",
)
def test_a_finding_names_the_constraint_and_every_act_it_rests_on(history, constraint, indices):
    first = found(*history)[0]
    assert first.constraint == constraint
    assert first.log_indices == indices
    assert first.log_index == indices[-1]
    assert first.proof == f"trajet audit conformance {NUMBER} --replay"


def test_a_departure_in_term_rests_on_the_notification_that_began_it():
    early = (*until(NOTIFIED), FIT.at("2026-03-18 09:00"), DEPARTED.at("2026-03-19 07:00"))
    first = found(*early)[0]
    assert first.code == "DEPARTED_IN_TERM"
    assert first.log_indices == (until(NOTIFIED).index(NOTIFIED), len(early) - 1)


def test_a_finding_rests_on_the_corrections_of_its_act():
    """The examination was put at a moment after the departure; so there was none before it."""
    moved = e.RecordCorrected(
        corrects=until(DEPARTED).index(FIT) + 1,
        field="occurred_at",
        was=FIT.when.isoformat(),
        becomes="2026-03-26T12:00:00+00:00",
        reason=Sealed.of("as the certificate says"),
    )
    history = (*until(DEPARTED), Act(moved, ATTACHE, brussels("2026-03-27 09:00")))
    after_the_end = [one for one in found(*history) if one.code == "ACT_AFTER_CLOSE"]
    assert [one.log_indices for one in after_the_end] == [(8, 9, 10)]


def test_what_was_never_done_is_told_at_the_closing_by_a_code_of_its_own():
    handed_in = HANDED_IN.at("2026-03-26 06:00").but(kind="annulment")
    told = found(*until(DEPARTED), handed_in, CLOSED)
    (one,) = [one for one in told if one.code == "NEVER_DONE"]
    assert (one.constraint, one.rule, one.version) == ("C-RES-04", "APP-04d", 12)
    assert one.log_indices == (10, 11)
    assert one.found == (
        f"{CLOSED.event.TOPIC}: {HANDED_IN.event.TOPIC} of version 11, and no AppealTransmitted "
        "or AppealLodged"
    )
    assert one.certainty == rule("APP-04d").certainty
    assert one.parameter is True


def test_one_breach_is_told_once():
    """A constraint that guards watch is told by the judgement of the act alone."""
    for row in GUARDED:
        assert row.kind is not Kind.DEADLINE or row.id in ("C-DUE-39", "C-DUE-40")
    for history in (without(INFORMED), (*until(TAKEN), NOT_RETURNED), (ARRIVED, ARRIVED)):
        told = Counter((one.version, one.rule) for one in found(*history))
        assert set(told.values()) == {1}


@pytest.mark.parametrize(
    "history",
    [
        without(INFORMED),
        without(DRAFTED, EDITED),
        without(FIT),
        (*until(TAKEN), NOT_RETURNED),
        (*until(NOTIFIED), NOTIFIED),
        (*until(NOTIFIED), HANDED_IN, FIT, DEPARTED),
        (*until(DEPARTED), INTERVIEWED.at("2026-04-20 09:00")),
        (ARRIVED, INFORMED, IOM_OPENED, IOM_OPENED),
    ],
)
def test_what_a_guarded_constraint_tells_the_judgement_of_the_act_tells_too(history):
    told = {one.version for one in found(*history)}
    ids = {row.id for row in GUARDED}
    assert {version for one, version, _ in broken(*history) if one in ids} <= told


def test_there_is_a_code_for_every_kind_that_is_told_by_itself():
    own = {row.kind for row in constraints() if row.told_by is None} - {Kind.DEADLINE}
    assert own <= set(CODES)


# --- step by step ---------------------------------------------------------------------------


def test_a_replay_says_of_each_act_where_it_led_and_whether_it_was_allowed():
    told = list(replayed(lines(until(DEPARTED), NUMBER)))
    assert [one.act for one in told][:3] == ["OpenTrajectory", "GiveInformation", "HoldInterview"]
    assert all(one.was_allowed for one in told)
    assert all(one.act in one.allowed for one in told)
    assert [one.before for one in told[1:]] == [one.after for one in told[:-1]]
    assert told[0].before is None
    assert told[-1].after == "departed"


def test_a_replay_shows_what_stood_in_the_way_and_what_was_allowed_instead():
    told = list(replayed(lines(((ARRIVED, NOTIFIED)), NUMBER)))
    assert told[1].was_allowed is False
    assert "INT-02" in told[1].rules
    assert "C-PRE-01" in told[1].constraints
    assert "NotifyDecision" not in told[1].allowed
    assert "GiveInformation" in told[1].allowed


def test_a_replay_finds_fault_with_what_the_control_finds_fault_with():
    history = lines((*until(NOTIFIED), HANDED_IN, FIT, DEPARTED), NUMBER)
    refused = {one.line.version for one in replayed(history) if one.rules}
    assert refused == {one.version for one in judge(history)}


# --- what it costs --------------------------------------------------------------------------


@pytest.fixture
def judgements(monkeypatch):
    """Count the judgements, and the constraints that were asked."""
    asked: Counter[str] = Counter()
    see = Monitor.see

    def counting(attempt):
        asked["guards"] += 1
        return failing(attempt)

    def watching(self, line: Recorded, procedure: int):
        asked["lines"] += 1
        return see(self, line, procedure)

    monkeypatch.setattr(conformance, "failing", counting)
    monkeypatch.setattr(Monitor, "see", watching)
    return asked


def test_the_work_grows_with_the_acts_and_not_with_the_number_of_different_histories(judgements):
    one_and_the_same = [lines(STORY, f"HOL-2026-{n:04}") for n in range(40)]
    all_different = [
        lines((*STORY[: n % 7 + 3], *STORY[n % 7 + 3 :][:: n % 3 + 1]), f"HOL-2026-{n:04}")
        for n in range(40)
    ]
    for dossiers in (one_and_the_same, all_different):
        judgements.clear()
        acts = sum(len(lines_) for lines_ in dossiers)
        for each in dossiers:
            judge(each)
        assert judgements == {"guards": acts, "lines": acts}


def test_a_constraint_keeps_no_more_than_what_is_still_open():
    monitor = Monitor()
    rounds = (DRAFTED, TAKEN, NOTIFIED) * 50
    for line in lines((ARRIVED, INFORMED, *rounds), NUMBER):
        monitor.see(line, 2)
    assert all(len(monitor.rests_on(row)) <= 1 for row in constraints())


@for_all(lines=histories)
@settings(max_examples=50, deadline=None)
def test_no_history_confuses_the_constraints(lines):
    by_dossier: dict[str, list[Recorded]] = {}
    for line in lines:
        by_dossier.setdefault(line.stream, []).append(line)
    for each in by_dossier.values():
        places = {line.log_index for line in each}
        for one in judge(each):
            assert set(one.log_indices) <= places
            assert one.log_index in one.log_indices


def test_the_page_lists_every_constraint_with_its_name():
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "check-the-procedure.md").read_text()
    listed = re.findall(r"^\| (C-\w+-\d+) \| ([^|]+) \|", page, re.MULTILINE)
    assert listed == [
        (row.id, row.name.en) for kind in Kind for row in constraints() if row.kind is kind
    ]
