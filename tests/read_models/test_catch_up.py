"""Read models catch up when read; rows and bookmark move together or not at all."""

import sqlite3
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context

import pytest
from dossier import ARRIVED, INFORMED, INTERVIEWED, NUMBER, STORY
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st
from read_models.centre import MODELS, Centre
from read_models.histories import histories
from read_models.views import views_at
from sqlalchemy import Column, Index, MetaData, String

from domain.errors import StoreTrouble
from projections import anew, base, caseload, databases, timeline, trail
from projections.base import reading
from projections.caseload import CASELOAD
from projections.separation import SEPARATION
from projections.timeline import TIMELINE
from projections.trail import TRAIL

OTHER = "HOL-2026-0043"


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(base, "BATCH", 4)
    monkeypatch.setattr(anew, "BATCH", 4)


# --- as if there had never been any before ------------------------------------------------


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@for_all(lines=histories, sizes=st.lists(st.integers(1, 9), min_size=1))
def test_rows_caught_up_little_by_little_are_those_of_a_rebuild(
    tmp_path_factory, views, lines, sizes
):
    centre = Centre(tmp_path_factory.mktemp("centre"), views.elsewhere())
    while lines:
        size, sizes = sizes[0], sizes[1:] + sizes[:1]
        centre.journal.append(lines[:size])
        lines = lines[size:]
        models = MODELS if size % 2 else MODELS[:2]  # some are read more often than others
        centre.catch_up(models)
    centre.catch_up()
    live = centre.rows()
    assert live == centre.rows_made_anew()
    centre.rebuild()
    assert live == centre.rows()
    centre.close()


def test_more_lines_than_one_batch_are_all_applied(centre, small_batches):
    for number in range(42, 52):
        centre.record(f"HOL-2026-00{number}", *STORY)
    centre.catch_up()
    assert centre.rows() == centre.rows_made_anew()
    assert len(centre.ask(trail.lines)) == centre.journal.newest()


def test_what_is_read_twice_is_applied_once(centre):
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    centre.catch_up()
    assert len(centre.ask(timeline.of_dossier, NUMBER)) == len(STORY)


def test_nothing_is_written_when_nothing_was_recorded(centre):
    centre.record(NUMBER, ARRIVED)
    centre.catch_up()
    with centre.views.somebody_writing():
        centre.catch_up()
    assert centre.status()["caseload"].behind == 0


def test_models_of_an_empty_journal_are_empty_and_caught_up(tmp_path, views):
    centre = Centre(tmp_path, views)
    assert centre.ask(trail.lines) == []
    assert {standing.behind for standing in centre.status().values()} == {0}
    centre.close()


# --- how far they are ---------------------------------------------------------------------


def test_the_status_tells_how_far_each_model_is_and_changes_nothing(centre):
    before = centre.journal.newest()
    centre.catch_up([TRAIL])
    centre.record(NUMBER, ARRIVED, INFORMED)
    standing = centre.status()
    assert (standing["trail"].position, standing["trail"].behind) == (before, 2)
    assert (standing["trail"].rows, standing["trail"].error) == (before, None)
    assert standing["trail"].at is not None
    unread = standing["caseload"]
    assert (unread.position, unread.behind, unread.rows, unread.at) == (0, before + 2, 0, None)
    assert {name: one._replace(lag=None) for name, one in standing.items()} == {
        name: one._replace(lag=None) for name, one in centre.status().items()
    }


def test_the_lag_is_the_age_of_the_oldest_event_not_applied(centre):
    centre.now = datetime.now(UTC) - timedelta(hours=3)
    centre.record(NUMBER, ARRIVED)
    centre.catch_up([TRAIL])
    assert centre.status()["trail"].lag is None
    centre.now = datetime.now(UTC) - timedelta(hours=2)
    centre.record(NUMBER, INFORMED)
    centre.now = datetime.now(UTC) - timedelta(hours=1)
    centre.record(NUMBER, INTERVIEWED)
    assert centre.status()["trail"].lag == pytest.approx(7200, abs=60)


# --- not this journal, not this shape -----------------------------------------------------


def test_a_restored_backup_is_noticed_even_when_it_grew_past_the_bookmark(centre):
    centre.record(NUMBER, ARRIVED)
    backup = centre.back_up()
    centre.record(NUMBER, INFORMED, INTERVIEWED)
    centre.catch_up()
    centre.restore(backup)
    centre.record(OTHER, *STORY)
    assert centre.status()["timeline"].behind == centre.journal.newest()
    assert len(centre.ask(timeline.of_dossier, NUMBER)) == 1
    assert centre.rows() == centre.rows_made_anew()


def test_a_restored_backup_is_noticed_before_anything_is_recorded_in_it(centre):
    backup = centre.back_up()
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    centre.restore(backup)
    assert centre.ask(caseload.of_centre, "HOL", everything=True) == []
    assert centre.rows() == centre.rows_made_anew()


def test_a_store_put_in_the_place_of_another_is_noticed(centre, tmp_path_factory):
    other = Centre(tmp_path_factory.mktemp("merksplas"), centre.views.elsewhere())
    other.record("MER-2026-0007", ARRIVED.but(centre="MER"), *STORY[1:], *STORY[1:])
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    centre.restore(other.back_up())
    assert centre.ask(caseload.find, "", 9) == ["MER-2026-0007"]
    other.close()


def test_an_emptied_store_leaves_no_row_behind(centre, tmp_path_factory):
    empty = Centre(tmp_path_factory.mktemp("new"), centre.views.elsewhere())
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    centre.restore(empty.back_up())
    assert centre.ask(trail.lines) == []
    empty.close()


def test_a_model_of_another_shape_is_made_anew_and_the_others_left_alone(centre):
    centre.record(NUMBER, *STORY)
    old = _before_it_had(caseload.caseload, "resident")
    centre.catch_up([old, TIMELINE])
    centre.views.run("UPDATE timeline SET role='as it was'")
    centre.catch_up()
    (case,) = centre.ask(caseload.of_centre, "HOL", everything=True)
    assert case.resident == NUMBER
    assert {entry.role for entry in centre.ask(timeline.of_dossier, NUMBER)} == {"as it was"}


def test_another_index_is_another_shape():
    table = caseload.caseload.to_metadata(MetaData())
    Index("caseload_by_stage", table.c.stage)
    assert replace(CASELOAD, tables=(table,)).shape != CASELOAD.shape


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_any_table_may_be_dropped(centre, model):
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    centre.views.run(f"DROP TABLE {model.tables[0].name}")
    centre.catch_up()
    assert centre.rows() == centre.rows_made_anew()


def test_everything_may_be_deleted(centre):
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    centre.views.wipe()
    centre.catch_up()
    assert centre.rows() == centre.rows_made_anew()


# --- several at once, and killed on the way -----------------------------------------------


def test_threads_that_catch_up_at_once_apply_every_line_once(centre, small_batches):
    _record_thirty_dossiers(centre)
    together = threading.Barrier(4)

    def read():
        together.wait()
        centre.catch_up()

    with ThreadPoolExecutor(4) as pool:
        for reader in [pool.submit(read) for _ in range(4)]:
            reader.result()
    assert centre.rows() == centre.rows_made_anew()


def test_processes_that_catch_up_at_once_apply_every_line_once(centre):
    _record_thirty_dossiers(centre)
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        for reader in [
            pool.submit(_read_elsewhere, centre.folder, centre.views.url) for _ in range(6)
        ]:
            reader.result()
    assert centre.rows() == centre.rows_made_anew()


def test_a_rebuild_while_others_catch_up_loses_nothing(centre, small_batches):
    _record_thirty_dossiers(centre)
    with ThreadPoolExecutor(3) as pool:
        work = [pool.submit(centre.catch_up), pool.submit(centre.rebuild)]
        for number in range(72, 82):
            centre.record(f"HOL-2026-00{number}", *STORY)
        work.append(pool.submit(centre.catch_up))
        for one in work:
            one.result()
    centre.catch_up()
    assert centre.rows() == centre.rows_made_anew()


def test_who_reads_during_a_rebuild_sees_all_of_the_old_rows(centre, monkeypatch):
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    seen = []

    def apply_and_look(sheets, lines, states):
        TIMELINE.apply(sheets, lines, states)
        with reading(centre.engine) as reader:
            seen.append(len(timeline.of_dossier(reader, NUMBER)))

    monkeypatch.setattr(anew, "BATCH", 3)
    centre.rebuild([replace(TIMELINE, apply=apply_and_look)])
    assert len(seen) > 1
    assert set(seen) == {len(STORY)}


def test_who_reads_for_long_holds_nobody_up(centre):
    centre.record(NUMBER, ARRIVED)
    centre.catch_up()
    with centre.views.long_reading() as reader:
        assert len(timeline.of_dossier(reader, NUMBER)) == 1
        centre.record(NUMBER, INFORMED)
        assert len(centre.ask(timeline.of_dossier, NUMBER)) == 2
        assert len(timeline.of_dossier(reader, NUMBER)) == 1


@pytest.mark.parametrize("victim", MODELS, ids=lambda model: model.name)
def test_killed_on_the_way_rows_and_bookmarks_agree_and_the_rest_follows(
    centre, victim, small_batches
):
    already = centre.journal.newest()
    centre.catch_up()
    centre.record(NUMBER, *STORY)
    batches = []

    def killed_in_the_third(sheets, lines, states):
        victim.apply(sheets, lines, states)
        batches.append(lines)
        if len(batches) == 3:
            raise KeyboardInterrupt

    dying = [replace(m, apply=killed_in_the_third) if m is victim else m for m in MODELS]
    with pytest.raises(KeyboardInterrupt):
        centre.catch_up(dying)
    standing = centre.status()
    assert {one.position for one in standing.values()} == {already + 8}
    assert standing["trail"].rows == already + 8
    centre.catch_up()
    assert centre.rows() == centre.rows_made_anew()


def test_killed_in_a_rebuild_the_old_rows_stay(centre):
    centre.record(NUMBER, *STORY)
    centre.catch_up()
    before = centre.rows()

    def killed(sheets, lines, states):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        centre.rebuild([CASELOAD, replace(SEPARATION, apply=killed)])
    assert centre.rows() == before


# --- trouble ------------------------------------------------------------------------------


def test_a_line_that_cannot_be_read_is_noted_and_told_and_the_rows_before_it_stand(centre):
    centre.record(NUMBER, ARRIVED, INFORMED)
    centre.catch_up()
    whole = len(centre.ask(trail.lines))
    centre.record(OTHER, ARRIVED)
    damaged = _damage(centre, centre.record(OTHER, INFORMED)[0].position)
    centre.record(NUMBER, INTERVIEWED)
    for _ in range(2):
        with pytest.raises(StoreTrouble, match=f"{OTHER} version 2 cannot be read"):
            centre.catch_up()
        standing = centre.status()["trail"]
        assert (standing.rows, standing.behind) == (whole + 1, 2)
        assert "HOL-2026-0043 version 2 cannot be read" in standing.error
    _mend(centre, damaged)
    centre.catch_up()
    assert {standing.error for standing in centre.status().values()} == {None}
    assert centre.rows() == centre.rows_made_anew()


def test_trouble_is_forgotten_once_the_store_without_it_is_back(centre):
    backup = centre.back_up()
    centre.catch_up()
    _damage(centre, centre.record(NUMBER, ARRIVED)[0].position)
    with pytest.raises(StoreTrouble):
        centre.catch_up()
    centre.restore(backup)
    centre.catch_up()
    assert {standing.error for standing in centre.status().values()} == {None}


def test_a_rebuild_over_a_line_that_cannot_be_read_leaves_the_old_rows(centre):
    recorded = centre.record(NUMBER, *STORY)
    centre.catch_up()
    before = centre.rows()
    _damage(centre, recorded[4].position)
    with pytest.raises(StoreTrouble):
        centre.rebuild()
    after = centre.rows()
    assert {standing.error for standing in centre.status().values()} != {None}
    assert before.pop("view_bookmark") != after.pop("view_bookmark")
    assert before == after


def test_an_unreadable_first_line_is_noted_where_there_was_no_model_yet(tmp_path, views):
    centre = Centre(tmp_path, views)
    _damage(centre, centre.record(NUMBER, ARRIVED)[0].position)
    with pytest.raises(StoreTrouble):
        centre.catch_up()
    standing = centre.status()["caseload"]
    assert (standing.rows, standing.behind) == (0, 1)
    assert "cannot be read" in standing.error
    centre.close()


def test_a_database_that_holds_something_else_is_told_in_our_words(centre):
    centre.views.spoil()
    for use in (centre.catch_up, centre.rebuild, centre.status):
        with pytest.raises(StoreTrouble, match=centre.views.unreadable) as told:
            use()
        assert "sqlalche" not in str(told.value)


def test_a_lock_held_too_long_is_told_in_our_words(centre, monkeypatch):
    monkeypatch.setattr(databases, "PATIENCE", 0.05)
    centre.catch_up()
    centre.record(NUMBER, ARRIVED)
    with (
        centre.views.somebody_writing(),
        pytest.raises(StoreTrouble, match="locked for too long"),
    ):
        centre.catch_up()


def _record_thirty_dossiers(centre):
    for number in range(42, 72):
        centre.record(f"HOL-2026-00{number}", *STORY)


def _read_elsewhere(folder, url):
    centre = Centre(folder, views_at(url))
    centre.catch_up()
    centre.close()


def _before_it_had(table, column):
    """The caseload as an older version of the program kept it."""
    older = table.to_metadata(MetaData())
    older.indexes.clear()
    columns = [Column(each.name, String) for each in table.columns if each.name != column]
    older = type(older)(table.name, MetaData(), *columns)
    return replace(CASELOAD, tables=(older,), apply=lambda sheets, lines, states: None)


def _damage(centre, position):
    """Spoil one line's bytes; return what is needed to mend it."""
    with closing(sqlite3.connect(centre.store)) as store:
        (state,) = store.execute(
            "SELECT state FROM stored_events WHERE notification_id=?", (position,)
        ).fetchone()
    centre.tamper("UPDATE stored_events SET state=x'7b' WHERE notification_id=?", position)
    return position, state


def _mend(centre, damaged):
    position, state = damaged
    centre.tamper("UPDATE stored_events SET state=? WHERE notification_id=?", state, position)
