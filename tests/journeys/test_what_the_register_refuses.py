"""What somebody asked of the register of people and was refused stays on record."""

import json

import pytest
from story import Desk

SETTING = (
    "init --as registrar",
    "staff add second --person P-002 --function registrar --as registrar",
    "staff confirm second 1 --as registrar",
    "staff add d.lambert --person P-003 --function coach --as registrar",
    "staff add audit --person P-004 --function auditor --as registrar",
)


@pytest.fixture
def office(desk: Desk) -> Desk:
    for line in SETTING:
        desk.types(line)
    return desk


def test_who_asked_what_and_under_which_rule_is_told(office: Desk) -> None:
    asked = (
        ("staff mandate d.lambert --function migration-officer --as d.lambert", "AUT-02"),
        ("staff mandate second --function migration-officer --as second", "AUT-07"),
        ("staff delegate registrar d.lambert --as registrar", "AUT-08"),
    )
    for line, rule in asked:
        shown = office.types(line)
        assert rule in shown
        assert "[exit 4]" in shown

    told = [
        json.loads(line) for line in office.types("staff refused --json --as audit").splitlines()
    ]
    assert [(one["account"], one["step"], one["rules"]) for one in told] == [
        ("d.lambert", "staff mandate", ["AUT-02"]),
        ("second", "staff mandate", ["AUT-07"]),
        ("registrar", "staff delegate", ["AUT-08"]),
    ]
    assert "staff mandate" in office.types("staff refused --as second --lang fr")
    assert "nothing was altered" in office.types("audit verify --as audit")


def test_what_was_refused_is_for_who_controls_or_registers(office: Desk) -> None:
    shown = office.types("staff refused --as d.lambert")
    assert "AUT-02" in shown
    assert "[exit 4]" in shown


def test_a_slip_of_the_pen_is_no_refusal(office: Desk) -> None:
    assert "[exit 2]" in office.types("staff revoke nobody 1 --reason left --as registrar")
    assert office.types("staff refused --as audit") == ""


def test_who_registers_is_told_the_number_a_second_person_confirms(office: Desk) -> None:
    add = "staff add e.claes --person P-008 --function migration-officer --json --as registrar"
    assert json.loads(office.types(add))["number"] == 1
    assert json.loads(office.types(add))["number"] is None
    assert "mandate-confirmed" in office.types("staff confirm e.claes 1 --as second")


def test_the_name_of_a_log_is_not_taken_and_forgotten(desk: Desk) -> None:
    shown = desk.types("init --origin dienst.example.be/vottem --as registrar")
    assert "--origin goes with --require-signatures" in shown
    assert "[exit 2]" in shown
