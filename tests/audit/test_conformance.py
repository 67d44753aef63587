"""Every act of history is judged by the guards that judge commands, in the order it happened."""

from typing import Any

import pytest
from dossier import (
    ARRIVED,
    ATTACHE,
    CLOSED,
    DECLARED,
    DEPARTED,
    DRAFTED,
    EDITED,
    FIT,
    HANDED_IN,
    INFORMED,
    IOM_OPENED,
    NOT_RETURNED,
    NOTIFIED,
    NUMBER,
    REJECTED,
    TAKEN,
    until,
)
from given import Act, lines

from domain import events as e
from domain.values import AppealKind, InformationKind, Sealed
from projections.audit.conformance import Finding, judge


def found(*history) -> list[Finding]:
    return judge(lines(history, NUMBER))


def codes(*history) -> list[str]:
    return [finding.code for finding in found(*history)]


def without(*left_out):
    """Tell the whole lawful story but some acts."""
    return tuple(act for act in until(DEPARTED) if act not in left_out)


def test_a_lawful_dossier_has_nothing_to_find():
    assert codes(*until(DEPARTED)) == []


@pytest.mark.parametrize(
    ("history", "code", "rule"),
    [
        (without(INFORMED), "NOTIFIED_UNINFORMED", "INT-02"),
        (without(DRAFTED, EDITED), "DECIDED_UNDRAFTED", "DEC-01"),
        ((*until(TAKEN), NOT_RETURNED), "NEVER_NOTIFIED", "DEC-04"),
        ((*until(NOTIFIED), HANDED_IN, FIT, DEPARTED), "DEPARTED_UNDER_APPEAL", "APP-03"),
        (
            (*until(NOTIFIED), FIT.at("2026-03-18 09:00"), DEPARTED.at("2026-03-19 07:00")),
            "DEPARTED_IN_TERM",
            "APP-03",
        ),
        ((*until(DEPARTED), INFORMED.at("2026-04-20 09:00")), "ACT_AFTER_CLOSE", "ORD-04"),
        (without(FIT), "ILLEGAL_TRANSITION", "EXE-06"),
        ((ARRIVED, INFORMED, FIT, DEPARTED), "ILLEGAL_TRANSITION", "ORD-01"),
    ],
    ids=lambda told: told if isinstance(told, str) else "",
)
def test_what_the_procedure_would_not_have_let_pass_is_named(history, code, rule):
    first = found(*history)[0]
    assert (first.code, first.rule, first.dossier) == (code, rule, NUMBER)
    assert first.expected
    assert first.found.startswith(history[first.version - 1].event.TOPIC)


def test_a_draft_that_was_only_edited_was_never_drafted():
    assert "DECIDED_UNDRAFTED" in codes(*without(DRAFTED))


def test_some_information_is_not_none():
    told = INFORMED.but(kinds=(InformationKind.BROCHURE,))
    history = tuple(told if act is INFORMED else act for act in until(NOTIFIED))
    assert codes(*history) == ["ILLEGAL_TRANSITION"]


def test_an_appeal_that_suspends_nothing_is_no_departure_under_appeal():
    ordinary = HANDED_IN.but(kind=AppealKind.ANNULMENT)
    assert "DEPARTED_UNDER_APPEAL" not in codes(*until(NOTIFIED), ordinary, FIT, DEPARTED)


def test_a_rejected_appeal_is_over():
    assert codes(*until(NOTIFIED), HANDED_IN, REJECTED, FIT, DEPARTED) == []


def test_a_declaration_does_not_outweigh_an_appeal_that_runs():
    willing = (IOM_OPENED, DECLARED)
    assert codes(*until(NOTIFIED), HANDED_IN, *willing, FIT, DEPARTED)[0] == "DEPARTED_UNDER_APPEAL"


def test_it_does_not_matter_in_which_order_the_register_was_typed():
    breach = (*until(NOTIFIED), HANDED_IN, FIT, DEPARTED)
    assert [(one.code, one.rule) for one in found(*breach[::-1])] == [
        (one.code, one.rule) for one in found(*breach)
    ]


def test_an_act_typed_in_late_clears_what_its_absence_showed():
    late = (ARRIVED, DRAFTED, TAKEN, NOTIFIED, INFORMED)
    assert codes(*late) == []


def _correction(of: int, **said: Any) -> Act:
    event = e.RecordCorrected(corrects=of, reason=Sealed.of("as the register says"), **said)
    return Act(event, ATTACHE, CLOSED.when)


def test_a_correction_of_what_is_on_record_is_lawful():
    came_from = _correction(1, field="came_from", was="police", becomes="border")
    assert codes(*until(CLOSED), came_from) == []


def test_a_correction_of_what_an_earlier_one_put_right_is_lawful():
    first = _correction(1, field="came_from", was="police", becomes="border")
    second = _correction(1, field="came_from", was="border", becomes="prison")
    assert codes(*until(CLOSED), first, second) == []


def test_a_correction_of_a_record_that_is_not_there_is_found():
    nowhere = _correction(99, field="came_from", was="police", becomes="border")
    (finding,) = found(*until(CLOSED), nowhere)
    assert (finding.code, finding.rule) == ("ILLEGAL_TRANSITION", "COR-01")
    assert finding.version == len(until(CLOSED)) + 1
