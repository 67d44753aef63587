"""Who may do what on a server, how a store on it is named, and where its parts are kept."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import psycopg
import pytest
from cabinet import DOSSIER, line, log_is_sound, office_at, opened, paths_on, sql
from click.testing import CliRunner, Result
from postgres import Cluster
from psycopg.sql import SQL, Identifier

from cli.main import main
from cli.settings import StorePaths, locate, without_password
from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.errors import BadInput, StoreTrouble
from domain.values import InformationKind, Sealed, Sex
from workflows import postgres
from workflows.handle import Occasion, handle
from workflows.journal import Journal

INFORMED = e.InformationGiven(language="fa", kinds=(InformationKind.BROCHURE,))

KEPT = (
    *("trajet.stored_events", "trajet.tlog_leaf", "trajet.tlog_node", "trajet.recorded_command"),
    *("trajet.tlog_checkpoint", "trajet_vault.vault_key", "trajet_vault.vault_check"),
)
FORBIDDEN = (
    "DELETE FROM {table}",
    "UPDATE {table} SET {column} = {column}",
    "TRUNCATE {table}",
    "DROP TABLE {table}",
    "ALTER TABLE {table} ADD COLUMN note text",
    "ALTER TABLE {table} DISABLE TRIGGER ALL",
    "CREATE TRIGGER nosy BEFORE INSERT ON {table} EXECUTE FUNCTION trajet.append()",
    "CREATE RULE nosy AS ON INSERT TO {table} DO INSTEAD NOTHING",
    "DO 'BEGIN LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE; END'",
)
ELSEWHERE = (
    "CREATE TABLE trajet.notes (note text)",
    "CREATE OR REPLACE FUNCTION trajet.append() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    "DROP FUNCTION trajet.append",
    "DROP SCHEMA trajet CASCADE",
    "DELETE FROM trajet.tlog_head",
    "TRUNCATE trajet.tlog_head",
    "INSERT INTO trajet.tlog_head SELECT 0, 0, ''",
    "INSERT INTO trajet_vault.vault_check VALUES (1, '')",
    "SET session_replication_role = replica",
    "CREATE ROLE nosy",
    "ALTER SYSTEM SET fsync = off",
    "COPY trajet.stored_events TO PROGRAM 'cat'",
)


@pytest.fixture
def clerk(server: Cluster, server_office: Office) -> str:
    """Give somebody a login of the desk; return the URL of the store for it."""
    name = postgres.database_of(server_office.paths.url)
    server.run(f"CREATE ROLE {name}_clerk LOGIN IN ROLE {name}_desk")
    return server.url(name, user=f"{name}_clerk")


@pytest.fixture
def stranger(server: Cluster, server_office: Office) -> str:
    """Give somebody a login of no desk; return the URL of the store for it."""
    name = postgres.database_of(server_office.paths.url)
    server.run(f"CREATE ROLE {name}_stranger LOGIN")
    return server.url(name, user=f"{name}_stranger")


def _with(url: str, paths: StorePaths) -> Office:
    return Office(StorePaths(url, url, paths.key, url))


def _is_refused(connection: Any, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement.encode())


# --- the desk ------------------------------------------------------------------------------


def test_who_is_of_the_desk_records_and_reads(clerk: str, server_office: Office) -> None:
    office = _with(clerk, server_office.paths)
    opening = c.OpenTrajectory(dossier=DOSSIER, centre="HOL", sex=Sex.F, name=Sealed.of("Saba"))

    (admitted,) = handle(office.journal, office.vault, opening, Occasion("k.declercq")).lines

    assert opened(office, admitted)["name"] == "Saba"
    assert server_office.journal.history(DOSSIER) == [admitted]
    assert office.journal.wait(0)
    office.close()
    assert log_is_sound(server_office.paths.store) == admitted.position + 1, "and the bed"


@pytest.mark.parametrize("who", ["clerk", "superuser"])
def test_nothing_that_was_recorded_is_altered_over_a_connection_of_the_desk(
    clerk: str, server_office: Office, who: str
) -> None:
    url = clerk if who == "clerk" else server_office.paths.url
    first = {
        table: sql(
            url if who == "superuser" else server_office.paths.url,
            "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum = 1",
            table,
        )[0][0]
        for table in KEPT
    }
    with closing(postgres.connect_as_desk(url)) as connection:
        for table in KEPT:
            for statement in FORBIDDEN:
                _is_refused(connection, statement.format(table=table, column=first[table]))
        for statement in ELSEWHERE:
            _is_refused(connection, statement)
    assert server_office.journal.newest() == log_is_sound(server_office.paths.store)


@pytest.mark.parametrize("options", ["-c role=none", "-c role=postgres", "-c search_path=public"])
def test_no_setting_in_the_url_gives_more_rights(server_office: Office, options: str) -> None:
    told = options.replace(" ", "%20").replace("=", "%3D")
    url = f"{server_office.paths.url}&options={told}"
    with closing(postgres.connect_as_desk(url)) as connection:
        _is_refused(connection, "DELETE FROM trajet.stored_events")
        connection.execute("RESET ROLE")
        connection.execute("RESET ALL")
        _is_refused(connection, "DELETE FROM trajet.stored_events")
    journal = Journal(url)
    assert journal.newest() == server_office.journal.newest()
    journal.close()


def test_a_stranger_may_do_nothing(stranger: str, server_office: Office) -> None:
    journal = Journal(stranger)
    with pytest.raises(StoreTrouble, match="its desk role is not there or not yours to take"):
        journal.newest()
    journal.close()
    with closing(psycopg.connect(stranger, autocommit=True)) as connection:
        for table in (*KEPT, "trajet.tlog_head"):
            _is_refused(connection, f"SELECT * FROM {table}")
            _is_refused(connection, f"INSERT INTO {table} DEFAULT VALUES")
        _is_refused(connection, "SELECT trajet.append('{}', '{}', '{}', '{}', '{}', '{}', '')")
        _is_refused(connection, f"SET ROLE {postgres.desk_role(stranger)}")
        _is_refused(connection, "CREATE TABLE trajet_views.notes (note text)")
    with pytest.raises(StoreTrouble):
        _with(stranger, server_office.paths).create()


def test_one_desk_has_no_rights_in_the_store_of_another(
    server: Cluster, clerk: str, tmp_path: Path
) -> None:
    mine = postgres.database_of(clerk)
    with paths_on(server, tmp_path / "other") as other:
        Office(other).create()
        journal = Journal(server.url(postgres.database_of(str(other.store)), user=f"{mine}_clerk"))
        with pytest.raises(StoreTrouble, match="not yours to take"):
            journal.newest()
        journal.close()


# --- who makes it --------------------------------------------------------------------------


@pytest.fixture
def admin(server: Cluster, server_paths: StorePaths) -> Iterator[str]:
    """Give a database to an administrator who is no superuser; return its URL for them."""
    name = postgres.database_of(str(server_paths.store))
    server.run(f"CREATE ROLE {name}_admin LOGIN")
    server.run(f"ALTER DATABASE {name} OWNER TO {name}_admin")
    yield server.url(name, user=f"{name}_admin")
    server.run(f"ALTER DATABASE {name} OWNER TO postgres")
    server.run(f"DROP OWNED BY {name}_admin CASCADE", database=name)


def test_an_administrator_who_may_make_roles_makes_a_store(
    server: Cluster, server_paths: StorePaths, admin: str
) -> None:
    server.run(f"ALTER ROLE {postgres.database_of(admin)}_admin CREATEROLE")

    office = office_at(StorePaths(admin, admin, server_paths.key, admin))

    assert office.journal.newest() == log_is_sound(server_paths.store)
    office.close()


def test_an_owner_who_may_not_make_roles_is_told_what_an_administrator_types(
    server: Cluster, server_paths: StorePaths, admin: str
) -> None:
    office = Office(StorePaths(admin, admin, server_paths.key, admin))
    with pytest.raises(StoreTrouble, match="you may not make roles") as told:
        office.create()

    typed = str(told.value).partition("types: ")[2]
    for statement in typed.split("; "):
        server.run(statement)
    assert office.create()
    assert office.journal.newest() == 0
    office.close()


def test_a_clerk_does_not_make_the_store_anew(clerk: str, server_office: Office) -> None:
    with pytest.raises(StoreTrouble):
        _with(clerk, server_office.paths).create()
    assert server_office.journal.newest() == log_is_sound(server_office.paths.store)


@pytest.mark.parametrize(
    "name", ["Centre de Bruges", 'a"b', "a\\b", "a'b", "Zürich", "a%b", "x" * 61]
)
def test_a_database_may_have_any_name(server: Cluster, tmp_path: Path, name: str) -> None:
    with closing(psycopg.connect(server.url(), autocommit=True)) as connection:
        connection.execute(SQL("CREATE DATABASE {} STRATEGY FILE_COPY").format(Identifier(name)))
        try:
            url = server.url(quote(name, safe=""))
            office = Office(StorePaths(url, url, tmp_path / "centre.kek", url))
            assert office.create()
            assert len(office.journal.append([line(1, INFORMED)])) == 1
            office.close()
            assert not Office(office.paths).create()
        finally:
            connection.execute(SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name)))
            connection.execute(
                SQL("DROP ROLE IF EXISTS {}").format(Identifier(postgres.desk_role(url)))
            )


# --- how it is named -----------------------------------------------------------------------


def _typed(tmp_path: Path, *words: str, **environment: str) -> Result:
    usual = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path)}
    return CliRunner(env=usual | environment).invoke(main, list(words))


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://clerk:secret@example.org/centre",
        "postgres://clerk:secret@example.org/centre",
        "postgresql://:secret@/centre",
        "postgresql:///centre?user=clerk&password=secret",
        "postgresql:///centre?password=secret&user=clerk",
        "postgresql:///centre?sslpassword=secret",
        "postgresql://clerk:sec%40ret@example.org/centre",
        "postgresql://example.org/centre?%70assword=secret",
    ],
)
def test_a_password_on_the_command_line_is_refused_and_not_repeated(
    tmp_path: Path, url: str
) -> None:
    run = _typed(tmp_path, "--store", url, "staff", "list")

    assert run.exit_code == 2
    assert "a password on the command line can be read by everybody" in run.stderr
    assert "sec" not in run.output.replace("seconds", "")


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://clerk@example.org/centre",
        "postgresql://example.org:5433/centre?user=clerk@example",
        "postgresql://clerk@one.example,two.example:5433/centre?target_session_attrs=read-write",
        "postgresql:///centre?host=%2Frun%2Fpostgresql",
        "postgresql://[::1]:5433/centre",
    ],
)
def test_a_name_without_a_password_stays_as_it_is(url: str) -> None:
    assert without_password(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://",
        "postgresql:///",
        "postgresql://example.org",
        "postgresql:///?dbname=",
        "postgresql://a b/c",
        "mysql://u:secret@h/x",
        "postgresql:///x?colour=secret",
    ],
)
def test_a_name_that_is_no_database_is_refused(tmp_path: Path, url: str) -> None:
    run = _typed(tmp_path, "staff", "list", TRAJET_STORE=url)
    assert run.exit_code == 2
    assert "secret" not in run.output
    assert "Traceback" not in run.output


# --- where its parts are -------------------------------------------------------------------


def test_the_keys_and_the_sheets_may_be_in_databases_of_their_own(
    server: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    with ExitStack() as databases:
        store, vault, views = (
            str(databases.enter_context(paths_on(server, tmp_path)).store) for _ in range(3)
        )
        with monkeypatch.context() as environment:
            for name, value in (("STORE", store), ("VAULT", vault), ("VIEWS", views)):
                environment.setenv(f"TRAJET_{name}", value)
            environment.setenv("TRAJET_KEK", str(tmp_path / "keys" / "centre.kek"))
            run = CliRunner().invoke(main, ["--as", "registrar", "init", "--json"])
        assert run.exit_code == 0, run.output
        assert json.loads(run.stdout)["store"] == store

        paths = locate(None)
        assert paths == StorePaths(store, vault, tmp_path / "keys" / "centre.kek", views)
        office = office_at(paths)
        opening = c.OpenTrajectory(dossier=DOSSIER, centre="HOL", sex=Sex.F, name=Sealed.of("Saba"))
        (admitted,) = handle(office.journal, office.vault, opening, Occasion("k.declercq")).lines
        assert opened(office, admitted)["name"] == "Saba"
        office.close()

        assert sql(vault, "SELECT DISTINCT subject FROM vault_key") == [(DOSSIER,)]
        assert [_schemas(url) for url in (store, vault, views)] == [
            ["trajet"],
            ["trajet_vault"],
            ["trajet_views"],
        ]
        assert log_is_sound(store) == admitted.position + 1, "and the bed"


def _schemas(url: str) -> list[str]:
    rows = sql(url, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'trajet%' ORDER BY 1")
    return [name for (name,) in rows]


def test_the_keys_of_a_store_on_a_server_may_be_in_a_file(
    server_paths: StorePaths, tmp_path: Path
) -> None:
    office = office_at(server_paths._replace(vault=tmp_path / "keys" / "centre.vault.db"))
    opening = c.OpenTrajectory(dossier=DOSSIER, centre="HOL", sex=Sex.F, name=Sealed.of("Saba"))
    (admitted,) = handle(office.journal, office.vault, opening, Occasion("k.declercq")).lines
    assert opened(office, admitted)["name"] == "Saba"
    office.close()


def test_the_config_file_holds_no_password(
    server_paths: StorePaths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = str(server_paths.store).replace("@", ":secret@", 1)
    run = _typed(
        tmp_path, "--as", "registrar", "init", TRAJET_STORE=url, TRAJET_KEK=str(server_paths.key),
        TRAJET_VAULT=url, TRAJET_VIEWS=url,
    )  # fmt: skip

    assert run.exit_code == 0, run.output
    assert "secret" not in run.output
    written = (tmp_path / "trajet" / "config.toml").read_text()
    assert str(server_paths.store) in written
    assert "secret" not in written
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert locate(None) == server_paths


def test_a_config_file_that_cannot_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "trajet").mkdir()
    (tmp_path / "trajet" / "config.toml").write_bytes(b"store = \xff")
    with pytest.raises(BadInput, match=r"the config file .* cannot be read"):
        locate(None)


def test_a_command_repeated_under_its_id_is_recorded_once_by_two_clerks_of_two_machines(
    clerk: str, server_office: Office
) -> None:
    command_id = str(uuid4())
    offices = [server_office, _with(clerk, server_office.paths)]
    opening = c.OpenTrajectory(dossier=DOSSIER, centre="HOL", sex=Sex.F)
    occasion = Occasion("k.declercq", command_id=command_id)

    outcomes = [handle(one.journal, one.vault, opening, occasion) for one in offices]

    assert [outcome.repeated for outcome in outcomes] == [False, True]
    assert outcomes[0].lines == outcomes[1].lines
    offices[1].close()
