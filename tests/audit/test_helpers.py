"""Other processes may help: what is found is the same, and nothing depends on them."""

import os
import signal
import time

import pytest
from audit.example_store import ACTS, codes, keep, line, opened, record, sql, verified

from projections.audit import beside
from projections.audit.stretch import Pace

SLOW = Pace(blocks=1_000, helpers=0)
ALONE = Pace(blocks=1, helpers=0)
HELPED = Pace(blocks=1, helpers=2)

HARM = {
    "nothing": [],
    "an event altered": [
        "UPDATE stored_events SET state = forged(state) WHERE notification_id = 300"
    ],
    "an event removed": ["DELETE FROM stored_events WHERE notification_id = 300"],
    "an event and its leaf removed": [
        "DELETE FROM stored_events WHERE notification_id = 300",
        "DELETE FROM tlog_leaf WHERE notification_id = 300",
    ],
    "a leaf altered": ["UPDATE tlog_leaf SET hash = zeroblob(32) WHERE idx = 255"],
    "a node altered": ["UPDATE tlog_node SET hash = zeroblob(32) WHERE idx = 1"],
    "a command id replaced": [
        "UPDATE recorded_command SET command_id = no_command() WHERE notification_id = "
        "(SELECT max(notification_id) FROM recorded_command WHERE notification_id < 500)"
    ],
    "a command id put in": ["INSERT INTO recorded_command VALUES (no_command(), 400)"],
    "a command id put in before the first": [
        "INSERT INTO recorded_command VALUES (no_command(), -4)"
    ],
    "a clear name": [
        "UPDATE stored_events SET topic = 'decision-dreamt.v1' WHERE notification_id = 256"
    ],
    "ids that begin later": [
        "UPDATE tlog_leaf SET notification_id = -7 WHERE notification_id = 1",
        "UPDATE stored_events SET notification_id = -7 WHERE notification_id = 1",
    ],
}


@pytest.mark.parametrize("harm", HARM)
def test_the_same_is_found_at_any_pace(large_store, harm):
    sql(large_store, *HARM[harm])
    reports = [verified(large_store, pace=pace) for pace in (SLOW, ALONE, HELPED)]
    assert reports[0] == reports[1] == reports[2]
    assert bool(reports[0].findings) == (harm != "nothing")


def test_a_file_that_is_in_use_is_verified_with_helpers(tmp_path):
    file = tmp_path / "store.db"
    keep(file, dossiers=56, saves_of=56)
    journal, vault = opened(file)
    record(journal, vault, line("HOL-2026-0999", 1, ACTS[0]))
    report = verified(file, pace=HELPED)
    assert (report.size, report.findings) == (677, [])
    journal.close()


def test_a_helper_that_is_killed_is_not_missed(large_store, monkeypatch):
    """Every helper dies as soon as it is asked for the first time."""
    ask = beside._Helper.ask

    def killed(helper, number):
        assert helper._process is not None
        os.kill(helper._process.pid, signal.SIGKILL)
        return ask(helper, number)

    monkeypatch.setattr(beside._Helper, "ask", killed)
    report = verified(large_store, pace=HELPED)
    assert (report.size, report.findings) == (676, [])


def test_helpers_are_gone_when_the_work_is_done(large_store, monkeypatch):
    started = []
    start = beside._Helper.start

    def noted(helper, recipe):
        started.append(helper)
        start(helper, recipe)

    def slowly(done, total):
        time.sleep(0.2)

    monkeypatch.setattr(beside._Helper, "start", noted)
    verified(large_store, pace=HELPED, progress=slowly)
    assert started
    assert all(one._process is None or one._process.poll() is not None for one in started)


def as_it_is(data):
    return "y", data


def test_a_way_in_that_cannot_be_handed_over_is_gone_alone(copied):
    store = copied("sqlite", "large")
    assert codes(verified(store, pace=HELPED, topics={"x": as_it_is}).findings)
