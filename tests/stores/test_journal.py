"""What the journal stores, gives back and refuses."""

import json
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from cabinet import (
    DOSSIER,
    NOON,
    broken_at,
    leaf_by_hand,
    line,
    log_is_sound,
    paths_on,
    root_by_hand,
    sql,
)
from postgres import Cluster

from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.errors import CommandIdReused, ConcurrentChange, StoreTrouble, TrajetError
from domain.merkle import EMPTY_ROOT
from domain.record import Recorded
from domain.rules import RULE_SET
from domain.values import CameFrom, InformationKind, Origin, Sealed, Sex
from workflows.handle import Occasion, Outcome, handle
from workflows.journal import Journal
from workflows.vault import Vault

ADMITTED = e.ResidentAdmitted(
    centre="HOL", resident=DOSSIER, procedure=1, came_from=CameFrom.POLICE, sex=Sex.F
)
INFORMED = e.InformationGiven(language="fa", kinds=(InformationKind.BROCHURE,))
TALKED = e.InterviewHeld(note=Sealed(token="s1.asylum.c2VhbGVk"))  # noqa: S106
DRAFTED = e.DecisionDrafted(form="13septies", reference="DEC-2026-00042")

ACTS = [line(version, act) for version, act in enumerate((ADMITTED, INFORMED, TALKED), start=1)]

Place = Path | str
"""Where a journal is kept: a file, or the URL of a database."""

LIBRARY_WORDS = (
    *("pydantic", "sqlite", "eventsourcing", "json", "http", "Error", "Traceback"),
    *("psycopg", "sqlstate", "relation", "FATAL", "postgres", "schema"),
)


def in_our_words(trouble: TrajetError) -> bool:
    """Tell that no library speaks."""
    said = str(trouble).casefold()
    return not any(word.casefold() in said for word in LIBRARY_WORDS)


# --- what is stored ------------------------------------------------------------------------


def test_an_act_is_stored_under_a_name_of_ours(journal: Journal, store: Place) -> None:
    journal.append(ACTS)

    topics = [topic for (topic,) in sql(store, "SELECT topic FROM stored_events")]
    assert topics == ["resident-admitted.v2", "information-given.v2", "interview-held.v1"]


def test_no_module_path_is_in_the_file(file_journal: Journal, file_store: Path) -> None:
    file_journal.append(ACTS)
    file_journal.close()

    content = file_store.read_bytes()
    assert b"information-given.v2" in content
    for path in (b"domain.events", b"domain:", b"workflows", b"eventsourcing", b"Recorded", b"::"):
        assert path not in content


def test_the_usual_act_is_stored_as_this_text(store: Place) -> None:
    with_clock = Journal(str(store), create=True, clock=lambda: NOON + timedelta(seconds=1.5))
    with_clock.append([line(2, INFORMED, command_id="7d2f0c51-8f0e-4b57-9f1c-2f7f6d2a0c42")])
    with_clock.close()

    ((state,),) = sql(store, "SELECT state FROM stored_events")
    assert state.decode() == (
        '{"cmd":"7d2f0c51-8f0e-4b57-9f1c-2f7f6d2a0c42","at":"2026-03-04T11:00:00Z",'
        '"rec":"2026-03-04T11:00:01.500000Z","by":"d.lambert","who":"P-001","as":"coach",'
        f'"rules":"{RULE_SET}",'
        '"data":{"language":"fa","kinds":["brochure"]}}'
    )


def test_what_is_unusual_has_its_own_keys(journal: Journal, store: Place) -> None:
    unusual = line(
        1,
        ADMITTED,
        origin=Origin.IMPORTED,
        whole_day=True,
        on_behalf_of="n.bernard",
        recorded_by="registrar",
        correlation_id="11111111-1111-4111-8111-111111111111",
        causation_id="22222222-2222-4222-8222-222222222222",
    )
    journal.append([unusual])

    ((state,),) = sql(store, "SELECT state FROM stored_events")
    said = json.loads(state)
    assert {key: said[key] for key in ("for", "typed", "cor", "cau", "day", "src")} == {
        "for": "n.bernard",
        "typed": "registrar",
        "cor": "11111111-1111-4111-8111-111111111111",
        "cau": "22222222-2222-4222-8222-222222222222",
        "day": True,
        "src": "imported",
    }
    (read,) = journal.history(DOSSIER)
    assert read == line(
        1,
        ADMITTED,
        origin=Origin.IMPORTED,
        whole_day=True,
        on_behalf_of="n.bernard",
        recorded_by="registrar",
        correlation_id="11111111-1111-4111-8111-111111111111",
        causation_id="22222222-2222-4222-8222-222222222222",
        recorded_at=read.recorded_at,
        position=1,
        log_index=0,
        leaf_hash=read.leaf_hash,
    )


def test_an_act_in_clear_never_reaches_the_store(journal: Journal, store: Place) -> None:
    with pytest.raises(ValueError, match="in clear"):
        journal.append([line(1, ADMITTED), line(2, e.InterviewHeld(note=Sealed.of("Herat")))])

    assert sql(store, "SELECT count(*) FROM stored_events") == [(0,)]


def test_the_moment_of_recording_is_the_journals(store: Place) -> None:
    stamp = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)
    with_clock = Journal(str(store), create=True, clock=lambda: stamp)
    recorded = with_clock.append(ACTS)

    assert {one.recorded_at for one in (*recorded, *with_clock.history(DOSSIER))} == {stamp}
    with_clock.close()


# --- what is given back --------------------------------------------------------------------


def test_history_gives_back_what_was_appended(journal: Journal) -> None:
    recorded = journal.append(ACTS)

    assert journal.history(DOSSIER) == recorded
    assert [one.event for one in recorded] == [ADMITTED, INFORMED, TALKED]


def test_nothing_is_recorded_under_an_unknown_number(journal: Journal) -> None:
    assert journal.history("HOL-2026-9999") == []


def test_since_gives_everything_after_a_position_across_dossiers(journal: Journal) -> None:
    first = journal.append(ACTS)
    other = journal.append([line(1, ADMITTED, stream="HOL-2026-0043")])

    assert list(journal.since(0)) == [*first, *other]
    assert list(journal.since(2)) == [first[2], *other]
    assert list(journal.since(4)) == []


def test_since_goes_on_past_a_page(journal: Journal) -> None:
    many = [line(version, INFORMED) for version in range(1, 1_203)]
    journal.append(many)

    assert [one.version for one in journal.since(7)] == list(range(8, 1_203))


def test_dossiers_are_told_apart_from_the_accounts_of_staff(journal: Journal) -> None:
    journal.append(ACTS)
    journal.append([line(1, ADMITTED, stream="HOL-2026-0041")])
    journal.append([line(1, e.AccountOpened(person="P-001"), stream="staff:d.lambert")])

    assert [(name, len(lines)) for name, lines in journal.dossiers()] == [
        ("HOL-2026-0041", 1),
        (DOSSIER, 3),
    ]
    assert [name for name, _ in journal.dossiers("HOL-2026-0041")] == ["HOL-2026-0041"]
    assert list(journal.dossiers("HOL-2026-9999")) == []
    assert [one.stream for one in journal.histories("staff:")] == ["staff:d.lambert"]


def test_newest_is_the_position_of_the_last_line(journal: Journal) -> None:
    assert journal.newest() == 0
    assert journal.append(ACTS)[-1].position == journal.newest() == 3


def test_an_empty_append_records_nothing(journal: Journal) -> None:
    assert journal.append([]) == []
    assert (journal.newest(), journal.head().size) == (0, 0)


# --- the log -------------------------------------------------------------------------------


def test_receipts_are_what_stands_in_the_log(journal: Journal, store: Place) -> None:
    recorded = [*journal.append(ACTS), *journal.append([line(1, ADMITTED, stream="HOL-2026-0043")])]

    assert sql(store, "SELECT notification_id, idx, hash FROM tlog_leaf ORDER BY idx") == [
        (one.position, one.log_index, one.leaf_hash) for one in recorded
    ]
    assert [journal.leaf_at(one.position) for one in recorded] == [
        one.leaf_hash for one in recorded
    ]
    assert journal.leaf_at(99) is None


def test_a_stranger_recomputes_a_leaf_from_the_documented_text(
    journal: Journal, store: Place
) -> None:
    recorded = journal.append(ACTS)

    (state,) = sql(store, "SELECT state FROM stored_events WHERE notification_id=2")[0]
    assert recorded[1].leaf_hash == leaf_by_hand(1, 2, DOSSIER, 2, "information-given.v2", state)


@pytest.mark.parametrize("size", [0, 1, 2, 3, 7, 8, 255, 256, 257, 1_000])
def test_the_head_is_that_of_the_leaves(journal: Journal, store: Place, size: int) -> None:
    recorded = journal.append([line(version, INFORMED) for version in range(1, size + 1)])

    head = journal.head()
    assert head.size == size
    assert head.root() == root_by_hand([one.leaf_hash for one in recorded])
    assert log_is_sound(store) == size


def test_the_head_of_an_empty_log_is_that_of_no_leaves(journal: Journal) -> None:
    assert journal.head().root() == EMPTY_ROOT


def test_inner_nodes_are_kept_at_the_eighth_level(journal: Journal, store: Place) -> None:
    recorded = journal.append([line(version, INFORMED) for version in range(1, 600)])

    leaves = [one.leaf_hash for one in recorded]
    assert sql(store, "SELECT level, idx, hash FROM tlog_node ORDER BY idx") == [
        (8, 0, root_by_hand(leaves[:256])),
        (8, 1, root_by_hand(leaves[256:512])),
    ]


def test_the_log_grows_alike_in_one_save_or_in_many_and_in_a_file_or_on_a_server(
    server: Cluster, tmp_path: Path
) -> None:
    acts = [line(version, INFORMED) for version in range(1, 301)]
    heads = set()
    for step in (1, 7, 300):
        with paths_on(server, tmp_path) as kept:
            for where in (tmp_path / f"by-{step}.db", kept.store):
                with_clock = Journal(str(where), create=True, clock=lambda: NOON)
                for at in range(0, 300, step):
                    with_clock.append(acts[at : at + step])
                heads.add(with_clock.head().root())
                with_clock.close()
    assert len(heads) == 1


def test_the_position_of_a_deleted_line_is_never_given_again(
    journal: Journal, store: Place
) -> None:
    journal.append(ACTS)
    sql(store, "DELETE FROM stored_events WHERE notification_id=3")

    (again,) = journal.append([line(3, DRAFTED, command_id=str(uuid4()))])
    assert (again.position, again.log_index) == (4, 3)


# --- the environment -----------------------------------------------------------------------


def test_a_stray_environment_changes_nothing(
    journal: Journal, store: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.clock = lambda: NOON
    journal.append(ACTS)
    plain = sql(store, "SELECT originator_version, topic, state FROM stored_events ORDER BY 1")
    sql(store, "DELETE FROM recorded_command")

    with monkeypatch.context() as environment:
        environment.chdir(tmp_path)
        for name, value in STRAY.items():
            environment.setenv(name, value)
        stray = Journal(str(store), create=True, clock=lambda: NOON)
        stray.append([one._replace(stream="HOL-2026-0043") for one in ACTS])
        assert [one.event for one in stray.history("HOL-2026-0043")] == [ADMITTED, INFORMED, TALKED]
        stray.close()

    both = sql(store, "SELECT originator_version, topic, state FROM stored_events ORDER BY 1")
    assert sorted(both) == sorted(plain * 2)
    assert log_is_sound(store) == 6
    assert not (tmp_path / "elsewhere.db").exists()


STRAY = {
    prefix + key: value
    for prefix in ("", "JOURNAL_")
    for key, value in {
        "PERSISTENCE_MODULE": "eventsourcing.popo",
        "SQLITE_DBNAME": "elsewhere.db",
        "SQLITE_LOCK_TIMEOUT": "not a number",
        "POSTGRES_DBNAME": "elsewhere",
        "POSTGRES_HOST": "elsewhere.invalid",
        "POSTGRES_SCHEMA": "elsewhere",
        "POSTGRES_ENABLE_DB_FUNCTIONS": "yes",
        "CIPHER_TOPIC": "eventsourcing.cipher:AESCipher",
        "CIPHER_KEY": "T0hfZGVhcl9tZSE=",
        "COMPRESSOR_TOPIC": "zlib",
        "TRANSCODER_TOPIC": "nowhere:Nothing",
        "MAPPER_TOPIC": "nowhere:Nothing",
        "APPLICATION_RECORDER_TOPIC": "nowhere:Nothing",
        "IS_SNAPSHOTTING_ENABLED": "yes",
        "AGGREGATE_CACHE_MAXSIZE": "10",
        "ORIGINATOR_ID_TYPE": "uuid",
        "CREATE_TABLE": "no",
    }.items()
} | {
    "PGDATABASE": "elsewhere",
    "PGHOST": "elsewhere.invalid",
    "PGUSER": "nobody",
    "PGOPTIONS": "-c search_path=elsewhere -c default_transaction_read_only=on",
    "PGDATESTYLE": "SQL, DMY",
    "PGTZ": "Asia/Kathmandu",
    "PGCLIENTENCODING": "LATIN1",
    "PGAPPNAME": "elsewhere",
}


# --- someone came first --------------------------------------------------------------------


def test_the_second_at_a_version_is_refused_and_leaves_no_trace(
    journal: Journal, store: Place
) -> None:
    journal.append(ACTS)
    head = journal.head().root()

    with pytest.raises(ConcurrentChange, match=f"{DOSSIER} changed meanwhile"):
        journal.append([line(3, DRAFTED, command_id=str(uuid4()))])

    assert journal.history(DOSSIER)[2].event == TALKED
    assert journal.head().root() == head
    assert sql(store, "SELECT count(*) FROM recorded_command") == [(3,)]
    assert log_is_sound(store) == 3


def test_a_save_of_several_dossiers_is_refused_whole(journal: Journal, store: Place) -> None:
    journal.append(ACTS)
    both = [
        line(1, ADMITTED, stream="HOL-2026-0043"),
        line(3, DRAFTED, command_id=str(uuid4())),
    ]

    with pytest.raises(ConcurrentChange):
        journal.append(both)

    assert journal.history("HOL-2026-0043") == []
    assert log_is_sound(store) == 3


def test_the_next_version_passes_after_a_refusal(journal: Journal, store: Place) -> None:
    journal.append(ACTS)
    with pytest.raises(ConcurrentChange):
        journal.append([line(3, DRAFTED, command_id=str(uuid4()))])

    (fourth,) = journal.append([line(4, DRAFTED)])
    assert (fourth.position, fourth.log_index) == (4, 3)
    assert log_is_sound(store) == 4


def test_nothing_is_written_when_the_disk_is_full_in_the_middle(
    file_journal: Journal, file_store: Path
) -> None:
    file_journal.append(ACTS[:1])
    before = _everything(file_store)
    _ask(file_journal, "PRAGMA max_page_count=100")

    with pytest.raises(StoreTrouble, match="the disk is full"):
        file_journal.append([line(version, INFORMED) for version in range(2, 20_000)])

    assert _everything(file_store) == before
    _ask(file_journal, "PRAGMA max_page_count=1000000")
    assert [one.position for one in file_journal.append(ACTS[1:])] == [2, 3]
    assert log_is_sound(file_store) == 3


def _ask(journal: Journal, pragma: str) -> None:
    """Change a setting of the one connection in use."""
    store: Any = journal.store
    with store.datastore.transaction(commit=False) as cursor:
        cursor.execute(pragma)


@pytest.mark.parametrize(
    "step",
    [
        "INSERT ON stored_events",
        "INSERT ON tlog_leaf",
        "INSERT ON tlog_node",
        "INSERT ON recorded_command",
        "UPDATE ON tlog_head",
    ],
)
def test_nothing_is_written_when_a_save_breaks_off_in_the_middle(
    journal: Journal, store: Place, step: str
) -> None:
    journal.append(ACTS[:1])
    before = _everything(store)

    with broken_at(store, step), pytest.raises(StoreTrouble) as told:
        journal.append([line(version, INFORMED) for version in range(2, 300)])

    assert in_our_words(told.value)
    assert _everything(store) == before
    assert [one.position for one in journal.append(ACTS[1:])] == [2, 3]
    assert log_is_sound(store) == 3


def test_nothing_is_written_when_the_last_line_cannot_be(journal: Journal, store: Place) -> None:
    with pytest.raises((OverflowError, StoreTrouble)):
        journal.append([*ACTS, line(2**70, DRAFTED)])

    assert log_is_sound(store) == 0
    assert journal.append(ACTS)[-1].log_index == 2


def _everything(store: Place) -> list[Any]:
    tables: tuple[str, ...] = (
        *("stored_events", "tlog_leaf", "tlog_node", "tlog_head", "recorded_command"),
    )
    if isinstance(store, Path):
        tables = (*tables, "sqlite_sequence")
    return [sql(store, f"SELECT * FROM {table}") for table in tables]


# --- command ids ---------------------------------------------------------------------------


def give_information(office: Office, command_id: str | None, **said: Any) -> Outcome:
    command = c.GiveInformation(**({"dossier": DOSSIER, "language": "fr"} | said))
    return handle(
        office.journal, office.vault, command, Occasion("d.lambert", command_id=command_id)
    )


def admit(office: Office, dossier: str = DOSSIER) -> Outcome:
    command = c.OpenTrajectory(dossier=dossier, centre="HOL", sex=Sex.F)
    return handle(office.journal, office.vault, command, Occasion("k.declercq"))


def test_a_command_sent_three_times_is_recorded_once_and_answered_alike(office: Office) -> None:
    admit(office)
    command_id = str(uuid4())

    answers = [give_information(office, command_id) for _ in range(3)]

    assert [answer.repeated for answer in answers] == [False, True, True]
    assert answers[0].lines == answers[1].lines == answers[2].lines
    assert answers[0].state == answers[1].state == answers[2].state
    assert len(office.journal.history(DOSSIER)) == 2


def test_a_command_without_id_is_recorded_each_time(office: Office) -> None:
    admit(office)
    versions = [give_information(office, None).lines[0].version for _ in range(3)]
    assert versions == [2, 3, 4]


def test_a_command_id_cannot_stand_for_another_act(office: Office) -> None:
    admit(office)
    command_id = str(uuid4())
    give_information(office, command_id)

    with pytest.raises(CommandIdReused, match="for another act"):
        handle(
            office.journal,
            office.vault,
            c.HoldInterview(dossier=DOSSIER),
            Occasion("d.lambert", command_id=command_id),
        )
    assert len(office.journal.history(DOSSIER)) == 2


def test_a_command_id_cannot_stand_for_another_dossier(office: Office) -> None:
    admit(office)
    admit(office, "HOL-2026-0043")
    command_id = str(uuid4())
    give_information(office, command_id)

    with pytest.raises(CommandIdReused):
        give_information(office, command_id, dossier="HOL-2026-0043")
    assert len(office.journal.history("HOL-2026-0043")) == 1


def test_a_command_id_is_known_to_the_raw_append_too(journal: Journal, store: Place) -> None:
    journal.append(ACTS)

    with pytest.raises(ConcurrentChange):
        journal.append([line(4, DRAFTED, command_id=ACTS[0].command_id)])
    assert log_is_sound(store) == 3


def test_one_command_may_lead_to_several_lines(journal: Journal, store: Place) -> None:
    command_id = str(uuid4())
    journal.append(
        [line(1, ADMITTED, command_id=command_id), line(2, TALKED, command_id=command_id)]
    )

    assert sql(store, "SELECT notification_id FROM recorded_command") == [(1,)]
    answered = journal.answered(command_id)
    assert answered is not None
    assert answered.event == ADMITTED


def test_a_command_id_that_was_never_used_has_no_answer(journal: Journal) -> None:
    assert journal.answered(str(uuid4())) is None


@pytest.mark.parametrize("attempt", range(5))
def test_one_command_sent_by_two_at_once_is_recorded_once(office: Office, attempt: int) -> None:
    admit(office)
    command_id = str(uuid4())
    answers: list[Outcome] = []
    together = threading.Barrier(2)

    def send() -> None:
        vault = Vault(office.paths.vault, office.paths.key)
        command = c.GiveInformation(dossier=DOSSIER, language="fa", interpreter="I-17")
        together.wait()
        answers.append(
            handle(office.journal, vault, command, Occasion("d.lambert", command_id=command_id))
        )
        vault.close()

    senders = [threading.Thread(target=send) for _ in range(2)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    assert sorted(answer.repeated for answer in answers) == [False, True]
    assert answers[0].lines == answers[1].lines
    assert len(office.journal.history(DOSSIER)) == 2


# --- big saves -----------------------------------------------------------------------------


def test_twenty_thousand_events_in_one_save(journal: Journal, store: Place) -> None:
    recorded = journal.append([line(version, INFORMED) for version in range(1, 20_001)])

    assert [one.log_index for one in recorded] == list(range(20_000))
    assert all(after.position == before.position + 1 for before, after in pairwise(recorded))
    assert log_is_sound(store) == 20_000


def test_an_event_of_one_mebibyte(journal: Journal, store: Place) -> None:
    long = e.InterviewHeld(note=Sealed(token="s1.asylum." + "QUJD" * (1 << 18)))
    recorded = journal.append([line(1, long)])

    assert journal.history(DOSSIER) == recorded
    assert log_is_sound(store) == 1


# --- trouble -------------------------------------------------------------------------------

BROKEN = {
    "cut short": b'{"cmd":"',
    "no text at all": b"\xff\xfe\x00",
    "empty": b"",
    "a list": b"[]",
    "a number": b"7",
    "no data": b'{"cmd":"x"}',
    "deeply nested": b"[" * 100_000,
}


@pytest.mark.parametrize("state", BROKEN.values(), ids=BROKEN)
def test_an_unreadable_record_is_named(journal: Journal, store: Place, state: bytes) -> None:
    journal.append(ACTS)
    sql(store, "UPDATE stored_events SET state=? WHERE originator_version=2", state)
    _cannot_be_read(journal, version="2")


@pytest.mark.parametrize(
    "topic",
    ["", "information-given.v9", "os:system", "workflows.journal:Journal", "resident-admitted.v2"],
)
def test_a_record_under_a_foreign_name_is_named(journal: Journal, store: Place, topic: str) -> None:
    journal.append(ACTS)
    sql(store, "UPDATE stored_events SET topic=? WHERE originator_version=2", topic)
    _cannot_be_read(journal, version="2")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("at", "yesterday"),
        ("at", 17),
        ("at", None),
        ("at", "2026-03-04T11:00:00"),
        ("rec", "2026-03-04"),
        ("src", "hearsay"),
        ("data", []),
        ("data", {"language": "fa", "kinds": ["brochure"], "mood": "calm"}),
        ("data", {"language": "fa", "kinds": ["gossip"]}),
        ("data", {"language": "fa"}),
    ],
)
def test_a_record_with_a_damaged_part_is_named(
    journal: Journal, store: Place, key: str, value: Any
) -> None:
    journal.append(ACTS)
    ((state,),) = sql(store, "SELECT state FROM stored_events WHERE originator_version=2")
    damaged = json.dumps(json.loads(state) | {key: value}).encode()
    sql(store, "UPDATE stored_events SET state=? WHERE originator_version=2", damaged)
    _cannot_be_read(journal, version="2")


@pytest.mark.parametrize("key", ["cmd", "at", "rec", "by", "who", "as", "rules", "data"])
def test_a_record_without_one_of_its_parts_is_named(
    journal: Journal, store: Place, key: str
) -> None:
    journal.append(ACTS)
    ((state,),) = sql(store, "SELECT state FROM stored_events WHERE originator_version=2")
    kept = {name: said for name, said in json.loads(state).items() if name != key}
    sql(
        store,
        "UPDATE stored_events SET state=? WHERE originator_version=2",
        json.dumps(kept).encode(),
    )
    _cannot_be_read(journal, version="2")


@pytest.mark.parametrize("version", ["two", 2.5, b"\x02"])
def test_a_record_with_a_version_that_is_no_number_is_named(
    file_journal: Journal, file_store: Path, version: Any
) -> None:
    file_journal.append(ACTS)
    sql(
        file_store,
        "UPDATE stored_events SET originator_version=? WHERE originator_version=2",
        version,
    )
    _cannot_be_read(file_journal, version="")


def _cannot_be_read(journal: Journal, version: str) -> None:
    """Expect every way of reading to name the record, in our words."""
    for read in (
        lambda: journal.history(DOSSIER),
        lambda: list(journal.since(0)),
        lambda: list(journal.dossiers()),
        lambda: journal.histories("HOL"),
    ):
        with pytest.raises(StoreTrouble, match=f"the record {DOSSIER} version {version}") as told:
            read()
        assert "trajet audit verify" in str(told.value)
        assert in_our_words(told.value)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM tlog_head",
        "UPDATE tlog_head SET frontier=?",
        "INSERT INTO tlog_head SELECT * FROM tlog_head",
    ],
)
def test_a_log_without_a_readable_head_takes_nothing_more(
    journal: Journal, store: Place, statement: str
) -> None:
    journal.append(ACTS)
    sql(store, statement, *[b"\0"] * statement.count("?"))

    for attempt in (journal.head, lambda: journal.append([line(4, DRAFTED)])):
        with pytest.raises(StoreTrouble) as told:
            attempt()
        assert in_our_words(told.value)
    assert sql(store, "SELECT count(*) FROM stored_events") == [(3,)]


def test_positions_that_run_backwards_are_trouble_with_the_store_not_a_colleague(
    journal: Journal, store: Place
) -> None:
    journal.append(ACTS)
    if isinstance(store, Path):
        sql(store, "DELETE FROM sqlite_sequence")
    else:
        sql(store, "UPDATE tlog_head SET newest=0")

    with pytest.raises(StoreTrouble) as told:
        journal.append([line(4, DRAFTED)])
    assert in_our_words(told.value)
    assert log_is_sound(store) == 3


def test_a_file_in_which_another_makes_the_tables_is_waited_for(file_store: Path) -> None:
    maker = sqlite3.connect(file_store, isolation_level=None, check_same_thread=False)
    maker.execute("BEGIN IMMEDIATE")
    later = threading.Timer(0.3, lambda: maker.execute("COMMIT"))
    later.start()

    made = Journal(str(file_store), create=True)

    assert len(made.append(ACTS)) == 3
    made.close()
    later.join()
    maker.close()


def _not_a_database(file: Path) -> None:
    file.write_bytes(b"dossier;personne;acte\r\n" * 200)


def _truncated(file: Path) -> None:
    made = Journal(str(file), create=True)
    made.append([line(version, INFORMED) for version in range(1, 400)])
    made.close()
    file.write_bytes(file.read_bytes()[:9_000])


def _no_tables(file: Path) -> None:
    sql(file, "CREATE TABLE recipes (name TEXT)")


def _one_table_missing(file: Path) -> None:
    Journal(str(file), create=True).close()
    sql(file, "DROP TABLE tlog_leaf")


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _folder(file: Path) -> None:
    file.mkdir()


def _in_no_folder(file: Path) -> None:
    file.parent.rmdir()


@pytest.mark.parametrize(
    "spoil",
    [_not_a_database, _truncated, _no_tables, _one_table_missing, _empty, _folder, _in_no_folder],
)
def test_what_is_no_event_store_is_told_in_our_words(tmp_path: Path, spoil: Any) -> None:
    file = tmp_path / "kept" / "events.db"
    file.parent.mkdir()
    spoil(file)

    for use in (
        lambda found: found.history(DOSSIER),
        lambda found: list(found.since(0)),
        lambda found: found.append(ACTS),
    ):
        with pytest.raises(StoreTrouble, match="the event store cannot be used: the ") as told:
            _use(file, use)
        assert in_our_words(told.value)


def _use(file: Path, use: Any) -> None:
    found = Journal(str(file))
    try:
        use(found)
    finally:
        found.close()


def test_a_store_that_may_only_be_read_is_read_and_takes_nothing(file_store: Path) -> None:
    made = Journal(str(file_store), create=True)
    recorded = made.append(ACTS)
    read_only = Journal(f"file:{file_store}?mode=ro")

    assert read_only.history(DOSSIER) == recorded
    with pytest.raises(StoreTrouble, match="the file may not be written") as told:
        read_only.append([line(4, DRAFTED)])

    assert in_our_words(told.value)
    assert made.history(DOSSIER) == recorded
    read_only.close()
    made.close()


def test_a_store_locked_for_too_long_says_so(file_journal: Journal, file_store: Path) -> None:
    _ask(file_journal, "PRAGMA busy_timeout=100")
    holder = sqlite3.connect(file_store, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreTrouble, match="another process has kept it locked for too long"):
        file_journal.append(ACTS)

    holder.execute("COMMIT")
    holder.close()
    assert len(file_journal.append(ACTS)) == 3


def test_lines_are_read_while_another_writes(file_journal: Journal, file_store: Path) -> None:
    file_journal.append(ACTS)
    holder = sqlite3.connect(file_store, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    holder.execute("UPDATE stored_events SET topic='x'")

    assert [one.event for one in file_journal.history(DOSSIER)] == [ADMITTED, INFORMED, TALKED]
    holder.execute("ROLLBACK")
    holder.close()


def test_a_line_keeps_its_place_across_a_reopening(store: Place) -> None:
    recorded: list[Recorded] = []
    for version, act in enumerate((ADMITTED, INFORMED, TALKED), start=1):
        found = Journal(str(store), create=True)
        recorded += found.append([line(version, act)])
        found.close()

    last = Journal(str(store))
    assert last.history(DOSSIER) == recorded
    last.close()
    assert log_is_sound(store) == 3
