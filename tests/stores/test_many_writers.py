"""Several real processes record in one store at once."""

import json
import threading
from collections import Counter
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from cabinet import (
    DOSSIER,
    NOON,
    line,
    log_is_sound,
    office_at,
    opened,
    paths_on,
    sql,
)
from postgres import Cluster
from together import at_once

from cli.settings import StorePaths
from cli.wiring import Office
from domain import events as e
from workflows.journal import Journal

CLERK = Path(__file__).with_name("clerk.py")
CLERKS = 4
TALKS = 15


def clerks_record(office: Office, dossiers: list[str], talks: int = TALKS) -> list[Any]:
    """Let one clerk per dossier record at once, and return what each reports."""
    told = at_once(*((CLERK, dossier, talks, *office.paths) for dossier in dossiers))
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


def positions_have_no_gaps(office: Office) -> None:
    """Check that no number was spent on what was refused."""
    positions = [one.position for one in office.journal.since(0)]
    assert positions == list(range(1, len(positions) + 1))


def test_clerks_each_in_a_dossier_lose_nothing(office: Office) -> None:
    dossiers = [f"HOL-2026-{number:04}" for number in range(1, CLERKS + 1)]
    before = office.journal.newest()

    reports = clerks_record(office, dossiers)

    assert [report["repeated"] for report in reports] == [0] * CLERKS
    for dossier in dossiers:
        versions = [one.version for one in office.journal.history(dossier)]
        assert versions == list(range(1, TALKS + 2))
    receipts_are_in_the_log(office, reports)
    moments = [one.recorded_at for one in office.journal.since(0)]
    assert moments == sorted(moments), "the moment of recording never runs back along the log"
    assert log_is_sound(office.paths.store) == office.journal.newest()
    # Each arrival took a bed of the centre, whoever else opened a dossier at that moment.
    assert office.journal.newest() == before + CLERKS * (TALKS + 2)


def test_clerks_in_one_dossier_lose_nothing_either(office: Office) -> None:
    reports = clerks_record(office, [DOSSIER] * CLERKS)

    history = office.journal.history(DOSSIER)
    assert [one.version for one in history] == list(range(1, CLERKS * TALKS + 2))
    told = Counter(opened(office, one)["note"] for one in history[1:])
    assert told == {f"talk {number}": CLERKS for number in range(TALKS)}
    assert sum(report["repeated"] for report in reports) >= CLERKS - 1
    receipts_are_in_the_log(office, reports)
    positions_have_no_gaps(office)
    assert log_is_sound(office.paths.store) == office.journal.newest()


def test_eight_clerks_half_of_them_in_one_dossier_lose_nothing_on_a_server(
    server_office: Office,
) -> None:
    dossiers = [f"HOL-2026-{number:04}" for number in range(1, 5)] + [DOSSIER] * 4
    reports = clerks_record(server_office, dossiers, talks=10)

    assert [report["repeated"] for report in reports[:4]] == [0] * 4
    assert len(server_office.journal.history(DOSSIER)) == 1 + 4 * 10
    receipts_are_in_the_log(server_office, reports)
    positions_have_no_gaps(server_office)
    moments = [one.recorded_at for one in server_office.journal.since(0)]
    assert moments == sorted(moments)
    assert log_is_sound(server_office.paths.store) == server_office.journal.newest()


def test_clerks_make_the_key_of_one_resident_once(office: Office) -> None:
    clerks_record(office, [DOSSIER] * CLERKS, talks=1)

    keys = sql(office.paths.vault, "SELECT subject, category FROM vault_key ORDER BY category")
    assert keys == [(DOSSIER, "asylum"), (DOSSIER, "identity")]
    talks = office.journal.history(DOSSIER)[1:]
    assert {opened(office, talk)["note"] for talk in talks} == {"talk 0"}


WRITER = """
import sys
from together import wait_for_the_others
from cabinet import line
from domain import events as e
from workflows.journal import Journal
journal = Journal(sys.argv[1])
journal.newest()
informed = e.InformationGiven(language="fa", kinds=("brochure",))
wait_for_the_others()
for version in range(1, int(sys.argv[3]) + 1):
    journal.append([line(version, informed, stream=sys.argv[2])])
journal.close()
"""


def test_a_follower_misses_nothing_while_eight_write(journal: Journal, store: Path | str) -> None:
    writers, steps = 8, 40
    seen: list[Any] = []
    done = threading.Event()

    def follow() -> None:
        last = False
        while not last:
            last = done.is_set()
            position = seen[-1].position if seen else 0
            seen.extend(journal.since(position))

    follower = threading.Thread(target=follow)
    follower.start()
    try:
        at_once(*(("-c", WRITER, store, f"HOL-2026-{n:04}", steps) for n in range(writers)))
    finally:
        done.set()
        follower.join()

    assert [one.position for one in seen] == list(range(1, writers * steps + 1))
    assert seen == list(journal.since(0))
    assert log_is_sound(store) == writers * steps


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
    store: Path | str, made: str
) -> None:
    if made != "empty":
        Journal(str(store), create=True).close()
    elif isinstance(store, Path):
        store.touch()

    assert at_once(*[("-c", MAKER, store)] * CLERKS) == ["0 0\n"] * CLERKS
    assert sql(store, "SELECT size, frontier FROM tlog_head") == [(0, b"")]


FOUNDER = """
import sys
from together import paths_told, wait_for_the_others
from cli.wiring import Office
import workflows.journal, workflows.vault
office = Office(paths_told(*sys.argv[1:]))
wait_for_the_others()
office.create()
print(office.journal.newest())
office.close()
"""
FOUNDERS = 6


def test_offices_founded_at_once_are_one_office(paths: StorePaths) -> None:
    assert at_once(*[("-c", FOUNDER, *paths)] * FOUNDERS) == ["0\n"] * FOUNDERS

    office = office_at(paths)
    clerks_record(office, [DOSSIER], talks=1)
    assert len(office.journal.history(DOSSIER)) == 2
    office.close()


INIT = """
import os, sys
from together import wait_for_the_others
account, store, kek, home = sys.argv[1:]
os.environ.update(TRAJET_STORE=store, TRAJET_KEK=kek, XDG_CONFIG_HOME=home)
from cli.main import main
import cli.admin, workflows.people, workflows.vault
wait_for_the_others()
main(["--as", account, "init", "--json"])
"""


@pytest.mark.parametrize("accounts", ["same", "different"])
def test_stores_initialised_at_once_have_one_registrar(
    paths: StorePaths, tmp_path: Path, accounts: str
) -> None:
    names = [f"n.{'x' if accounts == 'same' else 'abcdef'[at]}" for at in range(FOUNDERS)]

    told = at_once(
        *(("-c", INIT, name, paths.url, paths.key, tmp_path / "home" / name) for name in names)
    )

    answers = [json.loads(answer) for answer in told]
    (registrar,) = {answer["registrar"] for answer in answers}
    assert registrar in names
    assert any(answer["created"] for answer in answers)
    office = Office(paths)
    assert [one.stream for one in office.journal.since(0)] == [f"staff:{registrar}"] * 2
    office.close()
    assert log_is_sound(paths.store) == 2


def test_two_stores_in_one_process_are_two_stores(server: Cluster, tmp_path: Path) -> None:
    informed = e.InformationGiven(language="fa", kinds=("brochure",))
    with (
        paths_on(server, tmp_path / "one") as one,
        paths_on(server, tmp_path / "other") as other,
    ):
        journals = [Journal(str(paths.store), create=True) for paths in (one, other)]
        for version in range(1, 4):
            journals[0].append([line(version, informed, command_id=str(uuid4()))])
        (alone,) = journals[1].append([line(1, informed, recorded_at=NOON)])

        assert (alone.position, alone.log_index) == (1, 0)
        assert [journal.newest() for journal in journals] == [3, 1]
        for journal in journals:
            journal.close()
        assert [log_is_sound(paths.store) for paths in (one, other)] == [3, 1]
