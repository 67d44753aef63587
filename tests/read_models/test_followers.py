"""Followers apply every line once, whoever else does, whatever is killed, whatever breaks."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from cabinet import REPOSITORY
from dossier import ARRIVED, INFORMED, NUMBER, STORY
from postgres import QUICK, cluster
from read_models.centre import MODELS, Centre
from read_models.views import views_at
from together import TESTS, at_once

from domain.errors import StoreTrouble
from projections import anew, base, databases, follow, timeline, trail
from projections.base import Applied, reading
from projections.follow import CaughtUp, Follower, Freed, Held

HERE = Path(__file__).parent
OTHER = "HOL-2026-0043"
PATIENCE = 30.0


@pytest.fixture
def quick(monkeypatch):
    """Small batches and short pauses."""
    monkeypatch.setattr(base, "BATCH", 7)
    monkeypatch.setattr(anew, "BATCH", 7)
    monkeypatch.setattr(follow, "WAIT", 0.01)
    monkeypatch.setattr(follow, "FIRST_PAUSE", 0.02)
    monkeypatch.setattr(follow, "LONGEST_PAUSE", 0.1)


class Following:
    """A follower in a thread, and what it told."""

    def __init__(self, centre: Centre, models=MODELS) -> None:
        self.news: list[follow.News] = []
        self._stopped = threading.Event()
        self._follower = Follower(
            centre.engine, centre.source, models, self._stopped.is_set, self.news.append
        )
        self._thread = threading.Thread(target=self._follower.run)

    def __enter__(self) -> "Following":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


def until(true):
    """Wait for something that is to happen soon."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_current(centre, models=MODELS):
    return all(one.behind == 0 and not one.error for one in centre.status(models).values())


def record_dossiers(centre, first, last):
    for number in range(first, last):
        centre.record(f"HOL-2026-{number:04}", *STORY)


# --- every line, once ---------------------------------------------------------------------


def test_what_is_recorded_while_it_follows_is_applied(centre, quick):
    with Following(centre) as following:
        until(lambda: CaughtUp() in following.news)
        record_dossiers(centre, 42, 46)
        until(lambda: is_current(centre))
    assert centre.rows() == centre.rows_made_anew()
    assert following.news.count(CaughtUp()) == 1
    applied = [one for one in following.news if isinstance(one, Applied) and not one.anew]
    assert max(one.events for one in applied) <= 7


def test_two_workers_for_one_view_never_apply_a_line_twice(centre):
    centre.catch_up()
    record_dossiers(centre, 100, 160)
    worker = [HERE / "worker.py", centre.store, centre.views.url, 9]
    at_once([*worker, "trail"], [*worker, "trail"], [*worker, "caseload", "timeline"], worker)
    assert is_current(centre)
    assert centre.rows() == centre.rows_made_anew()


def test_workers_that_begin_at_once_where_there_is_nothing_yet_do_not_collide(centre):
    record_dossiers(centre, 100, 110)
    worker = [HERE / "worker.py", centre.store, centre.views.url, 9]
    at_once([*worker, "trail"], worker, worker)
    assert centre.rows() == centre.rows_made_anew()
    assert no_table_is_left_over(centre)


def test_killed_at_any_moment_rows_and_bookmarks_agree_and_the_next_goes_on(centre):
    chance = random.Random(2026)  # noqa: S311
    centre.catch_up()
    with nursery(centre) as bear:
        for number in range(12):
            record_dossiers(centre, 100 + 3 * number, 103 + 3 * number)
            if number % 3 == 2:
                centre.views.run("UPDATE view_bookmark SET shape='older'")
            kill = bear()
            time.sleep(chance.uniform(0, 0.25))
            kill()
            each = centre.status()
            for name, lines in (("trail", trail.trail), ("timeline", timeline.timeline)):
                assert each[name].rows == lines_up_to(centre, each[name].position, lines)
    centre.catch_up()
    assert centre.rows() == centre.rows_made_anew()
    centre.rebuild()
    assert no_table_is_left_over(centre)


def lines_up_to(centre, position, table):
    streams = (line.stream for line in centre.journal.since(0) if line.position <= position)
    return sum(table is trail.trail or not stream.startswith("staff:") for stream in streams)


def no_table_is_left_over(centre):
    return not [name for name in centre.views.tables() if "__" in name]


@contextmanager
def nursery(centre):
    """Give what bears a follower and returns what kills it."""
    path = os.pathsep.join((str(REPOSITORY), str(TESTS)))
    process = subprocess.Popen(
        [sys.executable, HERE / "nursery.py", centre.store, centre.views.url, "5"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
    )
    assert process.stdin
    assert process.stdout
    told, orders = process.stdout, process.stdin
    assert told.readline()

    def bear():
        orders.write("one\n")
        orders.flush()
        child = int(told.readline())

        def kill():
            os.kill(child, signal.SIGKILL)
            assert told.readline() == "gone\n"

        return kill

    try:
        yield bear
    finally:
        process.communicate(timeout=PATIENCE)


# --- trouble ------------------------------------------------------------------------------


def test_a_damaged_line_stops_the_views_at_it_and_they_go_on_when_it_is_mended(centre, quick):
    centre.record(NUMBER, ARRIVED)
    centre.catch_up()
    (damaged,) = centre.record(OTHER, INFORMED)
    centre.tamper("CREATE TABLE kept AS SELECT * FROM stored_events")
    centre.tamper("UPDATE stored_events SET state=x'7b' WHERE notification_id=?", damaged.position)
    with Following(centre) as following:
        until(lambda: len([one for one in following.news if isinstance(one, Held)]) >= 4)
        standing = centre.status()["trail"]
        assert "HOL-2026-0043 version 1 cannot be read" in standing.error
        assert standing.error_at is not None
        until(lambda: centre.status()["trail"].followed)
        time.sleep(0.3)  # tried again and again, told once
        centre.tamper(
            "UPDATE stored_events SET state=(SELECT state FROM kept k "
            "WHERE k.notification_id=stored_events.notification_id)"
        )
        until(lambda: is_current(centre))
        until(lambda: Freed("trail") in following.news)
    held = [one.model for one in following.news if isinstance(one, Held)]
    assert sorted(held) == sorted(model.name for model in MODELS)
    assert centre.rows() == centre.rows_made_anew()
    assert not centre.status()["trail"].followed


def test_the_trouble_of_one_view_holds_no_other_up(centre, quick):
    def broken(_sheets, _lines, _states):
        raise StoreTrouble("the sheet is full")

    models = [model if model.name != "timeline" else _with(model, broken) for model in MODELS]
    centre.catch_up()
    with Following(centre, models) as following:
        record_dossiers(centre, 42, 44)
        until(lambda: any(isinstance(one, Held) for one in following.news))
        others = [model for model in MODELS if model.name != "timeline"]
        until(lambda: is_current(centre, others))
    assert {one.model for one in following.news if isinstance(one, Held)} == {"timeline"}
    assert "full" in centre.status()["timeline"].error


def _with(model, apply):
    return base.ReadModel(model.name, model.tables, apply, model.folds)


@pytest.fixture(params=["sqlite", "postgresql"])
def breakable(request, tmp_path):
    """Read models whose database breaks down and comes back: with what breaks and mends it."""
    if request.param == "sqlite":
        views = views_at(f"sqlite:///{tmp_path / 'views.db'}")
        yield views, views.spoil, views.wipe
        views.close()
        return
    with cluster(QUICK) as server:
        views = views_at(server.url(server.database()))
        yield views, server.kill, server.start
        views.close()


def test_a_database_that_breaks_down_and_comes_back_is_followed_on(tmp_path, breakable, quick):
    views, break_down, mend = breakable
    centre = Centre(tmp_path, views)
    record_dossiers(centre, 42, 44)
    with Following(centre) as following:
        for round_ in range(2):
            until(lambda: is_current(centre))
            following.news.clear()
            break_down()
            record_dossiers(centre, 44 + round_, 45 + round_)
            until(lambda: len([one for one in following.news if isinstance(one, Held)]) >= 4)
            mend()
            until(lambda: Freed("trail") in following.news)
        until(lambda: is_current(centre))
    assert centre.rows() == centre.rows_made_anew()
    centre.close()


# --- made anew while it is read -----------------------------------------------------------


def test_queries_go_on_during_rebuilds_and_never_see_less_than_before(centre, quick):
    record_dossiers(centre, 100, 120)
    centre.catch_up()
    over = threading.Event()

    def look():
        seen = [0]
        while not over.is_set():
            with reading(centre.engine) as connection:
                seen.append(len(trail.lines(connection)))
            assert seen[-1] >= seen[-2]
        return len(seen)

    with ThreadPoolExecutor(2) as pool:
        lookers = [pool.submit(look), pool.submit(look)]
        try:
            for number in range(3):
                with Following(centre):
                    record_dossiers(centre, 120 + number, 121 + number)
                    centre.rebuild()
        finally:
            over.set()
        assert min(looker.result() for looker in lookers) > 5
    centre.catch_up()
    assert centre.rows() == centre.rows_made_anew()
    assert no_table_is_left_over(centre)


def test_a_query_that_runs_for_long_holds_nobody_up_behind_a_rebuild(centre, monkeypatch):
    monkeypatch.setattr(databases, "ELBOW", 0.1)
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    with ThreadPoolExecutor(1) as pool:
        with centre.views.long_reading() as reader:
            before = len(timeline.of_dossier(reader, NUMBER))
            rebuilt = pool.submit(centre.rebuild)
            for _ in range(5):
                began = time.monotonic()
                assert len(centre.ask(timeline.of_dossier, NUMBER)) == before
                assert time.monotonic() - began < 5
                time.sleep(0.1)
            assert len(timeline.of_dossier(reader, NUMBER)) == before
        rebuilt.result(PATIENCE)
    assert centre.rows() == centre.rows_made_anew()


def test_a_rebuild_waits_for_the_one_that_runs(centre):
    centre.record(NUMBER, *STORY)
    with ThreadPoolExecutor(3) as pool:
        for one in [pool.submit(centre.rebuild) for _ in range(3)]:
            one.result()
    assert centre.rows() == centre.rows_made_anew()
    assert no_table_is_left_over(centre)


def test_what_a_killed_rebuild_left_is_swept_away_by_the_next(centre):
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    centre.views.run("CREATE TABLE trail__0a1b2c3d (position integer)")
    centre.views.run("CREATE TABLE letters__kept (position integer)")
    centre.rebuild()
    assert "trail__0a1b2c3d" not in centre.views.tables()
    assert "letters__kept" in centre.views.tables()


def test_stopped_while_it_makes_anew_it_leaves_everything_as_it_was(centre, quick):
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    before = centre.rows()
    centre.views.run("UPDATE view_bookmark SET shape='older'")
    asked: list[None] = []

    def stop():
        asked.append(None)
        return len(asked) > 3

    Follower(centre.engine, centre.source, MODELS, stop, lambda _news: None).run()
    after = centre.rows()
    del before["view_bookmark"], after["view_bookmark"]
    assert before == after
    assert no_table_is_left_over(centre)


# --- at the desk --------------------------------------------------------------------------


def test_views_are_followed_from_the_command_line_until_asked_to_stop(desk):
    desk.runs("init --as registrar")
    trajet = Path(sys.executable).with_name("trajet")
    process = subprocess.Popen(
        [trajet, "views", "follow", "--json", "--view", "trail"],
        env=os.environ | {"TRAJET_STORE": desk.store_for("views follow")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    first = [json.loads(process.stdout.readline()) for _ in range(2)]
    assert [(one["state"], one["views"]) for one in first] == [
        ("rebuilt", ["trail"]),
        ("caught-up", []),
    ]
    desk.runs("staff add d.lambert --person P-001 --function coach --as registrar")
    applied = json.loads(process.stdout.readline())
    assert (applied["state"], applied["views"], applied["events"]) == ("applied", ["trail"], 2)
    process.send_signal(signal.SIGTERM)
    _, complaints = process.communicate(timeout=PATIENCE)
    assert (process.returncode, complaints) == (0, "")


def test_status_tells_lag_trouble_and_followers(desk):
    desk.runs("init --as registrar")
    assert desk.runs("views follow --once --view trail").exit_code == 0
    rows = {row["view"]: row for row in json.loads(desk.runs("views status --json").output)}
    trail_row, other = rows["trail"], rows["caseload"]
    assert (trail_row["behind"], trail_row["lag"], trail_row["error"]) == (0, None, None)
    assert (other["behind"], other["position"]) == (trail_row["position"], 0)
    assert other["lag"] >= 0
    assert not trail_row["followed"]


def test_a_view_that_does_not_exist_is_refused_with_the_names_of_those_that_do(desk):
    desk.runs("init --as registrar")
    told = desk.types("views follow --view agenda")
    assert told.endswith("[exit 2]\n")
    assert "there is no view agenda; there are: caseload, timeline, separation, trail" in told


def test_held_up_once_it_leaves_with_the_code_of_store_trouble(desk):
    desk.runs("init --as registrar")
    desk.runs("views follow --once")
    if desk.server is None:
        (desk.folder / "office.views.db").write_bytes(b"a letter to the director" * 100)
    else:
        desk.server.run("DROP SCHEMA trajet_views CASCADE", database=desk.database)
    run = desk.runs("views follow --once --view trail")
    assert run.exit_code == 6
    assert "trajet: trail: the read models cannot be used" in run.stderr
