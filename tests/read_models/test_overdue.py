"""Duties that were late or still run are kept, and judged on any day as afresh."""

from datetime import datetime

from dossier import DEPARTED, HANDED_IN, INFORMED, NOTIFIED, NUMBER, until
from examples.removal import ADMITTED
from given import brussels
from read_models.centre import Centre

from domain.record import Recorded
from projections import kept as kept_by_dossier
from projections import overdue
from projections.audit.conformance import Finding, judge, late
from projections.audit.deadlines import deadlines

OTHER = "HOL-2026-0043"
FAR = brussels("2027-01-01 00:00")


def kept(centre: Centre, at: datetime = FAR) -> list[Finding]:
    centre.catch_up()
    return overdue.overdue(centre.engine, centre.journal.history, at)


def afresh(centre: Centre, at: datetime = FAR) -> list[Finding]:
    found: list[Finding] = []
    for _, each in centre.journal.dossiers():
        found += late(deadlines(each), at, ())
    return found


def test_what_is_kept_is_what_is_found_afresh_on_any_day(centre):
    centre.record(NUMBER, *until(NOTIFIED), HANDED_IN)
    centre.record(OTHER, ADMITTED, DEPARTED)
    for day in ("2026-03-02 12:00", "2026-03-03 12:00", "2026-03-17 00:00", "2027-01-01 00:00"):
        assert kept(centre, brussels(day)) == afresh(centre, brussels(day))
    assert {one.dossier for one in kept(centre)} == {NUMBER, OTHER}


def test_another_day_is_judged_without_reading_a_history(centre):
    centre.record(NUMBER, *until(NOTIFIED), HANDED_IN)
    assert kept(centre)
    centre.catch_up()

    def nothing(_dossier: str) -> list[Recorded]:
        raise AssertionError("a history was read")

    assert overdue.overdue(centre.engine, nothing, HANDED_IN.when) == []
    assert overdue.overdue(centre.engine, nothing, FAR) == afresh(centre)


def test_only_what_something_was_recorded_in_is_read_again(centre):
    centre.record(NUMBER, *until(NOTIFIED))
    centre.record(OTHER, ADMITTED, INFORMED)
    kept(centre)
    centre.record(NUMBER, HANDED_IN)
    centre.catch_up()
    read: list[str] = []

    def history(dossier: str) -> list[Recorded]:
        read.append(dossier)
        return list(centre.journal.history(dossier))

    assert overdue.overdue(centre.engine, history, FAR) == afresh(centre)
    assert read == [NUMBER]


def test_all_are_followed_again_by_other_rules_or_other_code(centre, monkeypatch):
    centre.record(NUMBER, *until(NOTIFIED), HANDED_IN)
    before = kept(centre)
    read: list[str] = []

    def history(dossier: str) -> list[Recorded]:
        read.append(dossier)
        return list(centre.journal.history(dossier))

    monkeypatch.setattr(kept_by_dossier, "judge_mark", lambda: "of another version")
    assert overdue.overdue(centre.engine, history, FAR) == before
    assert read == [NUMBER]


def test_more_dossiers_than_one_batch_are_all_followed(centre, monkeypatch):
    monkeypatch.setattr(kept_by_dossier, "AT_ONCE", 3)
    for number in range(10, 18):
        centre.record(f"HOL-2026-00{number}", ADMITTED)
    centre.catch_up()
    told: list[int] = []
    found = overdue.overdue(
        centre.engine, centre.journal.history, FAR, progress=lambda done, _: told.append(done)
    )
    assert found == afresh(centre)
    assert told == [3, 6, 8]


def test_what_is_told_of_the_acts_is_not_told_again(centre):
    centre.record(NUMBER, ADMITTED, NOTIFIED)
    centre.catch_up()
    told = judge(centre.journal.history(NUMBER))
    rules = {one.rule for one in told}
    again = overdue.overdue(centre.engine, centre.journal.history, FAR, told)
    assert "INT-02" in rules
    assert rules.isdisjoint(one.rule for one in again)
