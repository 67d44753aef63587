"""
The file goes to the Council in time, or what the applicant alleges is deemed proven (art. 39/59).

Eight days; three working days for an asylum applicant held when the refusal was notified. How
the law of 17 June 2026 counts is not known: there no clock runs.
"""

from datetime import date, timedelta

import pytest
from dossier import GRANT, GRANTED, HANDED_IN, REJECT, REJECTED
from examples.protection import ADMITTED, APPLIED, REFUSED
from examples.remedies import FILE_SENT, SEND_FILE, brought, dossier, notified
from given import brussels, given

from domain.decide.clocks import clocks
from domain.values import AppealKind, Function

LODGED_ON = [
    # Lodged, held asylum applicant, last day, rule.
    ("2026-03-18", False, "2026-03-26", "APP-04e"),
    ("2026-03-20", False, "2026-03-28", "APP-04e"),  # a Saturday: it does not move
    ("2026-03-18", True, "2026-03-23", "APP-11"),  # over the weekend
    ("2026-04-02", True, "2026-04-08", "APP-11"),  # over Easter
]
every = pytest.mark.parametrize(("lodged", "held", "last", "rule"), LODGED_ON)


def open_appeal(lodged, *, held=False):
    if not held:
        return (*notified("2026-03-13"), brought(AppealKind.ANNULMENT, f"{lodged} 11:00"))
    asylum = brought(AppealKind.ASYLUM, f"{lodged} 11:00")
    return ADMITTED, APPLIED, REFUSED.but(held=True), asylum


def duties(history, at):
    found = clocks(dossier(history), brussels(at))
    return [(due.rule, due.at) for due in found if due.is_duty and "file" in due.what]


def hour(day, clock="12:00"):
    return f"{day} {clock}"


@every
def test_the_duty_runs_to_the_end_of_its_last_day_and_stays(lodged, held, last, rule):
    day = date.fromisoformat(last)
    due = [(rule, brussels(hour(day + timedelta(days=1), "00:00")))]
    history = open_appeal(lodged, held=held)
    assert duties(history, hour(lodged)) == due
    assert duties(history, hour(day + timedelta(days=30))) == due
    assert duties((*history, FILE_SENT.at(hour(last))), hour(last, "13:00")) == []
    assert duties((*history, REJECTED.at(hour(last))), hour(last, "13:00")) == []


@every
def test_read_back_a_late_one_is_a_finding(lodged, held, last, rule):
    history, day = open_appeal(lodged, held=held), date.fromisoformat(last)
    in_time = given(*history).when_read_back(SEND_FILE, at=hour(last, "23:59"))
    in_time.events()
    late = given(*history).when_read_back(SEND_FILE, at=hour(day + timedelta(days=1), "00:00"))
    late.then_refused(rule, saying="what is alleged is deemed proven", finding="DEADLINE")


def test_at_the_desk_a_late_one_is_recorded():
    given(*open_appeal("2026-03-18")).when(SEND_FILE, at="2026-03-30 10:00").then(FILE_SENT)


@pytest.mark.parametrize("outcome", [REJECT, GRANT], ids=["rejected", "granted"])
def test_read_back_an_outcome_without_any_file_is_a_finding(outcome):
    history = open_appeal("2026-03-18")
    given(*history).when_read_back(outcome, at="2026-03-26 10:00").events()
    given(*history).when_read_back(outcome, at="2026-03-27 10:00").then_refused(
        "APP-04e", finding="DEADLINE"
    )
    sent = FILE_SENT.at("2026-03-26 09:00")
    given(*history, sent).when_read_back(outcome, at="2026-03-27 10:00").events()
    given(*history).when(outcome, at="2026-03-27 10:00").events()


@pytest.mark.parametrize(("on", "runs"), [("2026-06-11", True), ("2026-06-12", False)])
def test_the_clock_is_that_of_the_law_until_11_june_2026(on, runs):
    history = (*notified(on), brought(AppealKind.ANNULMENT, "2026-06-15 11:00"))
    assert bool(duties(history, "2026-06-16 12:00")) is runs
    late = given(*history).when_read_back(SEND_FILE, at="2026-07-15 12:00")
    if runs:
        late.then_refused("APP-04e")
    else:
        late.then(FILE_SENT)


def test_it_does_not_run_before_the_council_registered_the_appeal():
    assert duties((*notified("2026-03-13"), HANDED_IN), "2026-03-30 12:00") == []


def test_it_is_sent_once():
    given(*open_appeal("2026-03-18"), FILE_SENT).when(SEND_FILE).then_refused(
        "REM-01", saying="the file of this appeal was sent on 2026-03-19"
    )


def test_without_an_appeal_nothing_is_sent():
    given(*notified("2026-03-13")).when(SEND_FILE).then_refused("REM-01")
    over = GRANTED.at("2026-03-20 10:00")
    given(*open_appeal("2026-03-18"), over).when(SEND_FILE).then_refused("REM-01")


def test_who_follows_the_dossier_sends_it():
    given(*open_appeal("2026-03-18")).when(SEND_FILE).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.MIGRATION_ASSISTANT,
        Function.MIGRATION_OFFICER,
    )
