"""A store on a server: what is none, what it cannot take, and what is told of it."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import psycopg
import pytest
from cabinet import DOSSIER, line, log_is_sound, sql
from click.testing import CliRunner
from postgres import Cluster
from relay import relay

from cli.main import main
from cli.settings import StorePaths
from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.errors import KeyLost, StoreTrouble, TrajetError
from domain.values import InformationKind, Sealed, Sex
from workflows import postgres
from workflows.handle import Occasion, handle
from workflows.journal import Journal
from workflows.vault import Vault

INFORMED = e.InformationGiven(language="fa", kinds=(InformationKind.BROCHURE,))
TALKED = e.InterviewHeld(note=Sealed(token="s1.asylum.c2VhbGVk"))  # noqa: S106
ACTS = [line(1, INFORMED), line(2, TALKED)]

FOREIGN_WORDS = (
    *("psycopg", "sqlstate", "relation", "fatal", "postgres", "schema", "pg_", "sql", "socket"),
    *("error", "traceback", "eventsourcing", "trajet.", "libpq", "connection to server"),
)


def in_our_words(trouble: TrajetError) -> bool:
    """Tell that no library and no server speaks."""
    said = str(trouble).casefold()
    return not any(word in said for word in FOREIGN_WORDS)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no more than a fifth of a second."""
    monkeypatch.setattr(postgres, "WAIT_SECONDS", 0.2)
    monkeypatch.setattr(postgres, "FIRST_SECONDS", 0.2)


def every_use_says(url: str, saying: str, *, writing_only: bool = False) -> None:
    """Expect reading and recording to be refused with these words, and nothing else."""
    uses: list[Callable[[Journal], Any]] = [lambda found: found.append(ACTS)]
    if not writing_only:
        uses += [
            lambda found: found.history(DOSSIER),
            lambda found: list(found.since(0)),
            lambda found: found.head(),
            lambda found: found.wait(0),
        ]
    for use in uses:
        found = Journal(url)
        with closing(found), pytest.raises(StoreTrouble) as told:
            use(found)
        assert saying in str(told.value)
        assert in_our_words(told.value)


# --- what is no store ----------------------------------------------------------------------

NO_ROLE = "its desk role is not there or not yours to take"
NO_STORE = "there is no event store in the database"
OTHER_VERSION = "it was made by another version"
NO_RIGHT = "the desk role lacks a right on it"
HEAD = "the head of its log is damaged"


@pytest.mark.parametrize("statement", ["SELECT 1", "CREATE TABLE public.recipes (name text)"])
def test_a_database_without_a_store_has_no_desk_role(server_store: str, statement: str) -> None:
    sql(server_store, statement)
    every_use_says(server_store, NO_ROLE)


def test_a_database_whose_store_was_dropped_has_none(server_store: str) -> None:
    Journal(server_store, create=True).close()
    sql(server_store, "DROP SCHEMA trajet CASCADE")
    found = Journal(server_store)
    for use in (lambda: found.history(DOSSIER), lambda: found.append(ACTS), found.head):
        with pytest.raises(StoreTrouble, match=NO_STORE) as told:
            use()
        assert in_our_words(told.value)
    found.close()


SPOILT = {
    "DROP TABLE tlog_leaf": NO_STORE,
    "DROP TABLE stored_events": NO_STORE,
    "DROP TABLE recorded_command": NO_STORE,
    "DROP TABLE tlog_head": NO_STORE,
    "ALTER TABLE tlog_head DROP COLUMN frontier": OTHER_VERSION,
    "ALTER TABLE tlog_leaf DROP COLUMN hash": "",
    "ALTER TABLE stored_events DROP COLUMN topic": "",
    "DROP FUNCTION trajet.append": OTHER_VERSION,
    "ALTER FUNCTION trajet.append RENAME TO prepend": OTHER_VERSION,
    "REVOKE INSERT ON stored_events FROM {role}": NO_RIGHT,
    "REVOKE USAGE ON SCHEMA trajet FROM {role}": NO_RIGHT,
    "REVOKE EXECUTE ON FUNCTION trajet.append FROM {role}": NO_RIGHT,
    "TRUNCATE tlog_head": HEAD,
    "INSERT INTO tlog_head SELECT * FROM tlog_head": HEAD,
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_store_that_lost_a_part_takes_nothing_and_says_what_to_do(
    server_journal: Journal, server_store: str, spoil: str
) -> None:
    sql(server_store, spoil.format(role=postgres.desk_role(server_store)))

    every_use_says(server_store, SPOILT[spoil], writing_only=True)
    for table in ("stored_events", "tlog_leaf", "recorded_command"):
        if table not in spoil:
            assert sql(server_store, f"SELECT count(*) FROM {table}") == [(0,)]


def test_a_store_whose_desk_role_is_gone_says_so_and_is_mended_by_making_it_again(
    server_journal: Journal, server_store: str
) -> None:
    role = postgres.desk_role(server_store)
    sql(server_store, f"DROP OWNED BY {role}; DROP ROLE {role}")
    every_use_says(server_store, NO_ROLE)

    again = Journal(server_store, create=True)
    assert len(again.append(ACTS)) == 2
    again.close()


@pytest.mark.parametrize(
    "spoil", ["DROP FUNCTION trajet.append", "DROP TABLE tlog_node", "DROP TABLE recorded_command"]
)
def test_making_a_store_again_mends_what_is_missing(
    server_journal: Journal, server_store: str, spoil: str
) -> None:
    recorded = server_journal.append(ACTS)
    sql(server_store, spoil)

    again = Journal(server_store, create=True)

    recorded += again.append([line(3, INFORMED, command_id=str(uuid4()))])
    assert list(again.since(0)) == recorded
    assert log_is_sound(server_store) == 3
    again.close()


OLDER = """
CREATE FUNCTION trajet.append(
    streams text[], versions bigint[], topics text[], states bytea[], commands uuid[]
) RETURNS bigint LANGUAGE sql AS 'SELECT 0::bigint'
"""


def test_a_store_with_the_function_of_an_older_version_is_brought_up_to_this_one(
    server_journal: Journal, server_store: str
) -> None:
    sql(server_store, "DROP FUNCTION trajet.append")
    sql(server_store, OLDER)
    every_use_says(server_store, OTHER_VERSION, writing_only=True)

    again = Journal(server_store, create=True)

    assert len(again.append(ACTS)) == 2
    assert log_is_sound(server_store) == 2
    again.close()


def test_a_vault_that_is_not_in_the_database_is_told(server_paths: StorePaths) -> None:
    office = Office(server_paths)
    office.create()
    sealed = _sealed(office.vault)
    office.close()
    sql(server_paths.vault, "DROP SCHEMA trajet_vault CASCADE")

    vault = Vault(server_paths.vault, server_paths.key)
    for attempt in (lambda: _read(vault, sealed), lambda: _sealed(vault)):
        with pytest.raises(StoreTrouble, match="the vault cannot be used") as told:
            attempt()
        assert in_our_words(told.value)
    vault.close()
    with pytest.raises(KeyLost, match=r"the vault postgresql://.* is missing"):
        Office(server_paths).create()


def _sealed(vault: Vault) -> Sealed:
    with vault.sealing():
        talk = e.InterviewHeld(note=Sealed.of("fears Herat"))
        note: Sealed = vault.seal(talk, subject=DOSSIER, stream=DOSSIER, version=1).note
    return note


def _read(vault: Vault, sealed: Sealed) -> str:
    return vault.read(sealed, subject=DOSSIER, stream=DOSSIER, version=1, name="note")


# --- the way to it -------------------------------------------------------------------------


@pytest.mark.usefixtures("impatient")
def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    every_use_says(
        f"postgresql:///centre?host={quote(str(tmp_path), safe='')}",
        "the database server cannot be reached",
    )
    every_use_says(
        "postgresql://no-such-host.invalid/centre", "the name of the database server is not known"
    )


def test_a_database_that_is_not_there_is_told(server: Cluster) -> None:
    for name in ("nowhere", "role_play", "password_book"):
        every_use_says(server.url(name), "there is no such database")


def test_a_login_nobody_made_is_told(server_journal: Journal, server: Cluster) -> None:
    name = postgres.database_of(_where(server_journal))
    every_use_says(server.url(name, user="n.nobody"), "the database refuses the login")


def test_a_login_that_is_not_of_the_desk_is_told(
    server_journal: Journal, server: Cluster, server_store: str
) -> None:
    name = postgres.database_of(server_store)
    server.run(f"CREATE ROLE {name}_guest LOGIN")
    every_use_says(server.url(name, user=f"{name}_guest"), NO_ROLE)


def _where(journal: Journal) -> str:
    store: Any = journal.store
    return str(store.datastore.connections.url)


@pytest.fixture
def guarded(rough: Cluster, rough_paths: StorePaths) -> Iterator[str]:
    """Make a store for whose clerk the server asks a password; return its URL without one."""
    store = str(rough_paths.store)
    Journal(store, create=True).close()
    name = postgres.database_of(store)
    rough.run(f"CREATE ROLE {name}_clerk LOGIN PASSWORD 'correct horse' IN ROLE {name}_desk")
    rules = rough.data / "pg_hba.conf"
    usual = rules.read_text()
    rules.write_text(f"local all {name}_clerk scram-sha-256\nlocal all {name}_shut reject\n{usual}")
    rough.run("SELECT pg_reload_conf()")
    yield rough.url(name, user=f"{name}_clerk")
    rules.write_text(usual)
    rough.run("SELECT pg_reload_conf()")


def _with_password(url: str, password: str) -> str:
    return url.replace("@", f":{quote(password)}@", 1)


def test_a_password_opens_and_a_wrong_one_does_not(guarded: str) -> None:
    until_refused(guarded)
    opened = Journal(_with_password(guarded, "correct horse"))
    assert len(opened.append(ACTS)) == 2
    opened.close()

    for url in (guarded, _with_password(guarded, "wrong horse")):
        began = time.monotonic()
        every_use_says(url, "the database refuses the login")
        assert time.monotonic() - began < 3, "there is nothing to wait for"


def until_refused(url: str) -> None:
    """Wait until the server has read its new rules."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            return
        time.sleep(0.02)


def test_a_password_is_shown_nowhere(guarded: str, tmp_path: Path) -> None:
    until_refused(guarded)
    environment = {"XDG_CONFIG_HOME": str(tmp_path), "TRAJET_KEK": str(tmp_path / "centre.kek")}
    for password in ("correct horse", "wrong horse"):
        secret = _with_password(guarded, password)
        environment["TRAJET_STORE"] = secret
        for typed in (
            ["init"],
            ["init", "--json"],
            ["caseload"],
            ["show", DOSSIER],
            ["staff", "list"],
        ):
            run = CliRunner(env=environment).invoke(main, ["--as", "registrar", *typed])
            assert run.exit_code in {0, 2, 6}, run.output
            assert "horse" not in run.output
            assert "correct" not in run.output
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"horse" not in file.read_bytes()


# --- not now -------------------------------------------------------------------------------


def test_a_server_that_takes_no_writes_says_so(
    server_journal: Journal, server: Cluster, server_store: str
) -> None:
    recorded = server_journal.append(ACTS)
    name = postgres.database_of(server_store)
    server.run(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    found = Journal(server_store)

    assert found.history(DOSSIER) == recorded
    with pytest.raises(StoreTrouble, match="no server of the database takes writes") as told:
        found.append([line(3, INFORMED, command_id=str(uuid4()))])
    assert in_our_words(told.value)
    found.close()


@pytest.mark.parametrize(
    ("code", "saying"),
    [
        ("disk_full", "the disk of the database server is full"),
        ("data_corrupted", "damaged"),
        ("index_corrupted", "the database is damaged"),
        ("query_canceled", "it does not answer"),
        ("serialization_failure", "it does not answer"),
    ],
)
def test_trouble_of_the_server_is_told_in_our_words_and_leaves_nothing(
    server_journal: Journal, server_store: str, code: str, saying: str
) -> None:
    sql(
        server_store,
        "CREATE FUNCTION trajet.broken() RETURNS trigger LANGUAGE plpgsql AS "
        f"'BEGIN RAISE EXCEPTION ''no'' USING ERRCODE = ''{code}''; END'",
    )
    sql(
        server_store,
        "CREATE TRIGGER broken AFTER UPDATE ON tlog_head EXECUTE FUNCTION trajet.broken()",
    )
    every_use_says(server_store, saying, writing_only=True)
    sql(server_store, "DROP TRIGGER broken ON tlog_head")
    assert log_is_sound(server_store) == 0
    assert len(server_journal.append(ACTS)) == 2


@contextmanager
def held(store: str) -> Iterator[None]:
    """Hold the lock all writers queue for."""
    with closing(psycopg.connect(store)) as holder:
        holder.execute("SELECT pg_advisory_xact_lock(hashtextextended('trajet.stored_events', 0))")
        yield
        holder.rollback()


@contextmanager
def interruptible() -> Iterator[None]:
    """Let an interruption through: what a shell starts in the background ignores it."""
    kept = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, kept)


def test_a_store_locked_for_too_long_says_so(
    server_journal: Journal, server_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(postgres.SETTINGS, "lock_timeout", "100ms")
    with held(server_store):
        with pytest.raises(StoreTrouble, match="another process has kept it locked for too long"):
            server_journal.append(ACTS)
        assert server_journal.history(DOSSIER) == []
    assert len(server_journal.append(ACTS)) == 2


def test_a_lock_is_waited_for_as_long_as_we_say_whatever_the_url_says(
    server_journal: Journal, server_store: str
) -> None:
    found = Journal(f"{server_store}&options=-c%20lock_timeout%3D1ms")
    done: list[Any] = []
    with held(server_store):
        writer = threading.Thread(target=lambda: done.extend(found.append(ACTS)))
        writer.start()
        time.sleep(0.2)
        assert not done
    writer.join()
    assert len(done) == 2
    found.close()


def test_an_append_that_is_interrupted_leaves_nothing_and_the_journal_usable(
    server_journal: Journal, server_store: str
) -> None:
    with held(server_store), interruptible():
        threading.Timer(0.2, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
        with pytest.raises(KeyboardInterrupt):
            server_journal.append(ACTS)
        assert server_journal.newest() == 0
    assert log_is_sound(server_store) == 0
    assert len(server_journal.append(ACTS)) == 2


def test_a_follower_is_woken_by_what_another_records(
    server_journal: Journal, server_store: str
) -> None:
    follower = Journal(server_store)
    assert follower.wait(0), "it listens from now on, so it looks first"
    assert not follower.wait(0)
    server_journal.append(ACTS)
    assert follower.wait(5)
    assert not follower.wait(0)
    follower.close()


def test_nobody_is_called_while_nobody_listens(server_journal: Journal, server_store: str) -> None:
    with closing(psycopg.connect(server_store, autocommit=True)) as stranger:
        stranger.execute("LISTEN trajet")
        server_journal.append(ACTS[:1])
        assert list(stranger.notifies(timeout=0.2)) == []

        follower = Journal(server_store)
        follower.wait(0)
        server_journal.append(ACTS[1:])
        assert [call.channel for call in stranger.notifies(timeout=5, stop_after=1)] == ["trajet"]
        follower.close()


def test_a_follower_whose_connection_is_cut_listens_again(
    server_journal: Journal, server_store: str
) -> None:
    follower = Journal(server_store)
    follower.wait(0)
    sql(
        server_store,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'",
    )
    with pytest.raises(StoreTrouble, match="the database server cannot be reached"):
        follower.wait(5)
    assert follower.wait(0), "something may have been recorded meanwhile"
    server_journal.append(ACTS)
    assert follower.wait(5)
    follower.close()


def test_lines_are_read_while_another_writes(server_journal: Journal, server_store: str) -> None:
    recorded = server_journal.append(ACTS)
    with closing(psycopg.connect(server_store)) as other:
        other.execute("UPDATE trajet.stored_events SET topic='x'")
        other.execute("UPDATE trajet.tlog_head SET size=0")
        assert server_journal.history(DOSSIER) == recorded
        assert server_journal.head().size == 2
        other.rollback()


def test_maintenance_and_recording_do_not_wait_for_each_other(
    server_journal: Journal, server_store: str
) -> None:
    server_journal.append(ACTS)
    with held(server_store):
        for table in ("stored_events", "tlog_leaf", "tlog_head", "recorded_command"):
            sql(server_store, f"VACUUM {table}")
            sql(server_store, f"ANALYZE {table}")
    sql(server_store, "CREATE INDEX CONCURRENTLY by_topic ON stored_events (topic)")
    server_journal.append([line(3, INFORMED, command_id=str(uuid4()))])
    assert log_is_sound(server_store) == 3


# --- how much ------------------------------------------------------------------------------


@pytest.mark.parametrize("way", ["socket", "TCP"])
def test_big_saves_go_through_and_others_are_not_kept_waiting(
    server: Cluster, server_journal: Journal, server_store: str, way: str
) -> None:
    with relay(server) as to_it:
        url = to_it.url(postgres.database_of(server_store)) if way == "TCP" else server_store
        journal = Journal(url)
        saves = [
            [line(1, _long(1 << 20), stream="HOL-2026-0001")],
            [line(n, INFORMED, stream="HOL-2026-0002") for n in range(1, 1_415)],
            [line(n, _long(4_096), stream="HOL-2026-0003") for n in range(1, 501)],
        ]
        for number, save in enumerate(saves):
            assert journal.append(save) == journal.history(save[0].stream)
            other = [line(number + 1, INFORMED, command_id=str(uuid4()))]
            assert len(server_journal.append(other)) == 1
        journal.close()
    assert log_is_sound(server_store) == sum(map(len, saves)) + 3


def _long(size: int) -> e.InterviewHeld:
    return e.InterviewHeld(note=Sealed(token="s1.asylum." + "QUJD" * (size // 4)))


def test_an_event_of_64_mebibytes_over_tcp(
    server: Cluster, server_journal: Journal, server_store: str
) -> None:
    with relay(server) as to_it:
        journal = Journal(to_it.url(postgres.database_of(server_store)))
        recorded = journal.append([line(1, _long(64 << 20))])
        journal.close()
    assert server_journal.history(DOSSIER) == recorded
    assert log_is_sound(server_store) == 1


def test_twenty_thousand_events_in_one_save_over_tcp(
    server: Cluster, server_journal: Journal, server_store: str
) -> None:
    with relay(server) as to_it:
        journal = Journal(to_it.url(postgres.database_of(server_store)))
        recorded = journal.append([line(version, INFORMED) for version in range(1, 20_001)])
        journal.close()
    assert [one.log_index for one in recorded] == list(range(20_000))
    assert log_is_sound(server_store) == 20_000


# --- what is written -----------------------------------------------------------------------

ODD = [
    *("HOL-2026-0001", "hol-2026-0001", "HOL 2026", "HOL", "Hôl", "Ho\u0302l", "ZZZ", "zzz", "é"),
    *("ß", "ss", "İ", "ı", "日本", "\u00a0", "a'b", 'a"b', "a\\b", "a%b", "a_b", "a\tb", "a\nb"),
    *("\ue000", "\ud7ff", "\U0001f600", "\U00010000", "٣", "-", "~", " "),
]


def test_odd_names_of_streams_are_ordered_alike_in_a_file_and_on_a_server(
    file_journal: Journal, server_journal: Journal
) -> None:
    for journal in (file_journal, server_journal):
        journal.append([line(1, INFORMED, stream=name) for name in ODD])

    assert server_journal.histories("H") == [
        one._replace(recorded_at=other.recorded_at, leaf_hash=other.leaf_hash)
        for one, other in zip(
            file_journal.histories("H"), server_journal.histories("H"), strict=True
        )
    ]
    for prefix in ("", "H", "HOL", "h", "é", "a"):
        names = [
            journal.store.stream_names(prefix, -1) for journal in (file_journal, server_journal)
        ]
        assert names[0] == names[1] == sorted(names[0], key=str.encode)
        for limit in (0, 1, 3):
            assert (
                file_journal.store.stream_names(prefix, limit)
                == server_journal.store.stream_names(prefix, limit)
                == names[0][:limit]
            )
    versions = [j.store.newest_versions(ODD) for j in (file_journal, server_journal)]
    assert versions[0] == versions[1] == dict.fromkeys(ODD, 1)


@pytest.mark.parametrize("stream", ["HOL\0", "HOL\ud800"])
def test_a_stream_no_database_can_name_is_refused_and_leaves_nothing(
    server_journal: Journal, server_store: str, stream: str
) -> None:
    with pytest.raises((StoreTrouble, ValueError)) as told:
        server_journal.append([line(1, INFORMED, stream=stream)])

    assert not isinstance(told.value, TrajetError) or in_our_words(told.value)
    assert log_is_sound(server_store) == 0
    assert len(server_journal.append(ACTS)) == 2


@pytest.mark.parametrize("text", ["a\0b", "\0", "اضطهاد\0"])
def test_a_zero_in_what_is_told_is_kept(office: Office, text: str) -> None:
    opening = c.OpenTrajectory(dossier=DOSSIER, centre="HOL", sex=Sex.F, name=Sealed.of(text))

    (admitted,) = handle(office.journal, office.vault, opening, Occasion("k.declercq")).lines

    assert office.journal.history(DOSSIER) == [admitted]
    assert log_is_sound(office.paths.store) == office.journal.newest()


TYPED = [
    ["show", "HOL\udcff-2026-0042"],
    ["open", "HOL-2026-0042", "--from", "police", "--name", "Saba \udcff"],
    ["open", "HOL-2026-0042", "--from", "police\udcff"],
    ["--as", "d.lam\udcffbert", "open", "HOL-2026-0042", "--from", "police"],
    ["staff", "add", "d.\udcff", "--person", "P-001", "--function", "coach"],
    ["staff", "add", "d.new", "--person", "P-\udcff", "--function", "coach"],
]


@pytest.mark.parametrize("typed", TYPED, ids=" ".join)
def test_letters_that_are_none_are_refused_at_the_desk(office: Office, typed: list[str]) -> None:
    before = office.journal.newest()
    environment = {
        "TRAJET_STORE": office.paths.url,
        "TRAJET_KEK": str(office.paths.key),
        "TRAJET_AS": "registrar" if "staff" in typed else "k.declercq",
        "XDG_CONFIG_HOME": str(office.paths.key.parent),
    }
    run = CliRunner(env=environment).invoke(main, typed)

    assert run.exit_code in {2, 4}, run.output
    assert office.journal.newest() == before
