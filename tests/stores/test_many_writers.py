"""Several real processes record in one store at once."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from cabinet import log_is_sound, office_in, opened, sql
from together import at_once

from cli.wiring import Office
from workflows.journal import Journal

CLERK = Path(__file__).with_name("clerk.py")
CLERKS = 4
TALKS = 30


def clerks_record(office: Office, dossiers: list[str], talks: int = TALKS) -> list[Any]:
    """Let one clerk per dossier record at once, and return what each reports."""
    told = at_once(*((CLERK, office.paths.store, dossier, talks) for dossier in dossiers))
    return [json.loads(report) for report in told]


def receipts_are_in_the_log(office: Office, reports: list[Any]) -> None:
    """Check that every receipt a clerk was given stands in the log as it was given."""
    given = sorted(tuple(one) for report in reports for one in report["receipts"])
    clerks = {receipt[0] for receipt in given}
    stored = [
        (stream, version, position, index, leaf.hex())
        for stream, version, position, index, leaf in sql(
            office.paths.store,
            "SELECT originator_id, originator_version, e.notification_id, idx, hash "
            "FROM stored_events e JOIN tlog_leaf l ON l.notification_id = e.notification_id",
        )
        if stream in clerks
    ]
    assert given == sorted(stored)


def test_four_clerks_each_in_a_dossier_lose_nothing(office: Office) -> None:
    dossiers = [f"HOL-2026-{number:04}" for number in range(1, CLERKS + 1)]
    before = office.journal.newest()

    reports = clerks_record(office, dossiers)

    assert [report["repeated"] for report in reports] == [0] * CLERKS
    for dossier in dossiers:
        versions = [one.version for one in office.journal.history(dossier)]
        assert versions == list(range(1, TALKS + 2))
    receipts_are_in_the_log(office, reports)
    assert log_is_sound(office.paths.store) == before + CLERKS * (TALKS + 1)


def test_the_moment_of_recording_never_runs_back_along_the_log(office: Office) -> None:
    clerks_record(office, [f"HOL-2026-{number:04}" for number in range(1, CLERKS + 1)])

    moments = [one.recorded_at for one in office.journal.since(0)]
    assert moments == sorted(moments)


def test_four_clerks_in_one_dossier_lose_nothing_either(office: Office) -> None:
    before = office.journal.newest()

    reports = clerks_record(office, ["HOL-2026-0042"] * CLERKS)

    history = office.journal.history("HOL-2026-0042")
    assert [one.version for one in history] == list(range(1, CLERKS * TALKS + 2))
    told = Counter(opened(office, one)["note"] for one in history[1:])
    assert told == {f"talk {number}": CLERKS for number in range(TALKS)}
    assert sum(report["repeated"] for report in reports) >= CLERKS - 1
    receipts_are_in_the_log(office, reports)
    assert log_is_sound(office.paths.store) == before + CLERKS * TALKS + 1


def test_four_clerks_make_the_key_of_one_resident_once(office: Office) -> None:
    clerks_record(office, ["HOL-2026-0042"] * CLERKS, talks=1)

    keys = sql(office.paths.vault, "SELECT subject, category FROM vault_key ORDER BY category")
    assert keys == [("HOL-2026-0042", "asylum"), ("HOL-2026-0042", "identity")]
    talks = office.journal.history("HOL-2026-0042")[1:]
    assert {opened(office, talk)["note"] for talk in talks} == {"talk 0"}


MAKER = """
import sys
from together import wait_for_the_others
from workflows.journal import Journal
wait_for_the_others()
journal = Journal(sys.argv[1], create=True)
print(journal.newest(), journal.head().size)
journal.close()
"""


@pytest.mark.parametrize("made", ["empty", "with its tables"])
def test_processes_that_start_together_on_a_new_store_all_find_it(
    tmp_path: Path, made: str
) -> None:
    store = tmp_path / "centre.db"
    store.touch()
    if made != "empty":
        Journal(str(store), create=True).close()

    assert at_once(*[("-c", MAKER, store)] * CLERKS) == ["0 0\n"] * CLERKS
    assert sql(store, "SELECT size, frontier FROM tlog_head") == [(0, b"")]


FOUNDER = """
import sys
from together import wait_for_the_others
from cli.settings import locate
from cli.wiring import Office
import workflows.journal, workflows.vault
office = Office(locate("sqlite:///" + sys.argv[1]))
wait_for_the_others()
office.create()
print(office.journal.newest())
office.close()
"""


def test_offices_founded_at_once_are_one_office(tmp_path: Path) -> None:
    store = tmp_path / "centre" / "centre.db"

    assert at_once(*[("-c", FOUNDER, store)] * CLERKS) == ["0\n"] * CLERKS

    office = office_in(store.parent)
    clerks_record(office, ["HOL-2026-0042"], talks=1)
    assert len(office.journal.history("HOL-2026-0042")) == 2
    office.close()
