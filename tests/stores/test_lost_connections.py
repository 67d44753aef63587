"""Connections break, servers go away and come back: each act is recorded once."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from cabinet import DOSSIER, line, log_is_sound, office_at, opened, registrar_of, sql
from click.testing import CliRunner, Result
from postgres import Cluster
from registers import SAMPLE_REGISTER
from relay import Relay, relay
from together import at_once

from cli.main import main
from cli.settings import StorePaths
from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.errors import ConcurrentChange, OutcomeUnknown, StoreTrouble
from domain.record import PLACE, Recorded
from domain.values import InformationKind, Sealed, Sex
from workflows import intake, postgres
from workflows.handle import Occasion, handle
from workflows.journal import Journal

INFORMED = e.InformationGiven(language="fa", kinds=(InformationKind.BROCHURE,))


def step(version: int, stream: str = DOSSIER) -> Recorded:
    """Write down one more step, under a command id of its own."""
    return line(version, INFORMED, stream=stream, command_id=str(uuid4()))


def recorded_once(journal: Journal, store: Path | str, *given: Recorded) -> None:
    """Check that the log is these lines, each with the receipt that was given."""
    assert list(journal.since(0)) == list(given)
    assert log_is_sound(store) == len(given)
    assert sql(store, "SELECT count(*) FROM recorded_command") == [
        (len({one.command_id for one in given}),)
    ]


def cut_all(url: str) -> int:
    """End every other connection to a database; return how many there were."""
    rows = sql(
        url,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )
    return len(rows)


def until(holds: Callable[[], Any]) -> None:
    """Wait a while for something to be so."""
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


@contextmanager
def meanwhile(work: Callable[[], Any]) -> Iterator[None]:
    """Do something in another thread; what goes wrong there goes wrong here."""
    troubles: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as trouble:
            troubles.append(trouble)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        thread.join()
    for trouble in troubles:
        raise trouble


@pytest.fixture
def line_to(server: Cluster) -> Iterator[Relay]:
    """Lay a line that can be cut."""
    with relay(server) as laid:
        yield laid


@pytest.fixture
def far(server_paths: StorePaths, line_to: Relay) -> Iterator[Journal]:
    """Open an empty journal at the end of the line."""
    Journal(str(server_paths.store), create=True).close()
    made = Journal(line_to.url(postgres.database_of(str(server_paths.store))))
    yield made
    made.close()


@pytest.fixture
def far_office(server_paths: StorePaths, line_to: Relay) -> Iterator[Office]:
    """Open a store with the staff of Holsbeek at the end of the line."""
    office_at(server_paths).close()
    url = line_to.url(postgres.database_of(str(server_paths.store)))
    made = Office(StorePaths(url, url, server_paths.key, url))
    yield made
    made.close()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no more than half a second."""
    monkeypatch.setattr(postgres, "WAIT_SECONDS", 0.5)
    monkeypatch.setattr(postgres, "FIRST_SECONDS", 0.5)


# --- one connection ------------------------------------------------------------------------


def test_connections_cut_between_steps_cost_nothing(
    server_journal: Journal, server_store: str
) -> None:
    given = []
    for version in range(1, 4):
        given += server_journal.append([step(version)])
        assert server_journal.history(DOSSIER) == given
        assert cut_all(server_store) >= 1

    recorded_once(server_journal, server_store, *given)


def test_a_connection_cut_in_the_middle_of_an_append_records_it_once(
    server_journal: Journal, server_store: str
) -> None:
    (first,) = server_journal.append([step(1)])
    with dawdling(server_store), meanwhile(lambda: cut_when_dawdling(server_store)):
        (second,) = server_journal.append([step(2)])

    recorded_once(server_journal, server_store, first, second)


@contextmanager
def dawdling(store: str) -> Iterator[None]:
    """Let the next save take its time in the middle; later ones do not."""
    sql(store, "CREATE SEQUENCE trajet.saves; GRANT USAGE ON trajet.saves TO PUBLIC")
    sql(
        store,
        "CREATE FUNCTION trajet.dawdle() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN IF nextval(''trajet.saves'') = 1 THEN PERFORM pg_sleep(1); END IF; "
        "RETURN NULL; END'",
    )
    sql(
        store,
        "CREATE TRIGGER dawdle AFTER INSERT ON tlog_leaf EXECUTE FUNCTION trajet.dawdle()",
    )
    yield
    sql(store, "DROP TRIGGER dawdle ON tlog_leaf")


def is_dawdling(store: str) -> bool:
    """Tell whether a save is in its middle."""
    return bool(sql(store, "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'"))


def cut_when_dawdling(store: str) -> None:
    """Cut all connections in the middle of a save."""
    until(lambda: is_dawdling(store))
    cut_all(store)


@pytest.mark.parametrize("lost", ["lose_requests", "lose_answers"])
@pytest.mark.parametrize("times", [1, 3])
def test_an_append_lost_on_the_way_or_whose_answer_is_lost_is_recorded_once(
    far: Journal, server_store: str, line_to: Relay, lost: str, times: int
) -> None:
    (first,) = far.append([step(1)])
    setattr(line_to, lost, times)

    several = far.append([step(2), step(3), step(1, "HOL-2026-0043")])

    assert getattr(line_to, lost) == 0
    recorded_once(far, server_store, first, *several)


def test_a_colleague_who_was_quicker_while_the_line_was_cut_came_first(
    far: Journal, server_journal: Journal, server_store: str, line_to: Relay
) -> None:
    (first,) = server_journal.append([step(1)])
    line_to.lose_answers = 1
    with pytest.raises(ConcurrentChange, match=f"{DOSSIER} changed meanwhile"):
        far.append([step(1)])

    line_to.lose_answers = 0
    recorded_once(far, server_store, first)


def test_a_command_whose_answer_is_lost_is_answered_as_any_other(
    far_office: Office, server_store: str, line_to: Relay
) -> None:
    before = far_office.journal.newest()
    opening = c.OpenTrajectory(dossier=DOSSIER, centre="HOL", sex=Sex.F, name=Sealed.of("Saba"))
    line_to.lose_answers = 1

    outcome = handle(far_office.journal, far_office.vault, opening, Occasion("k.declercq"))

    assert not outcome.repeated
    assert far_office.journal.history(DOSSIER) == outcome.lines
    assert opened(far_office, outcome.lines[0])["name"] == "Saba"
    (bed,) = far_office.journal.history(PLACE + "HOL")
    assert bed.command_id == outcome.lines[0].command_id
    assert log_is_sound(server_store) == before + 2


def test_a_register_is_taken_in_once_though_answers_are_lost(
    far_office: Office, server_store: str, line_to: Relay, tmp_path: Path
) -> None:
    register = tmp_path / "register.csv"
    register.write_bytes(SAMPLE_REGISTER.read_bytes())
    before = far_office.journal.newest()
    line_to.lose_answers = 1

    tally = intake.import_register(
        far_office.journal, far_office.vault, register, registrar_of(far_office)
    )

    assert (tally.recorded, tally.duplicates) == (574, 7)
    assert log_is_sound(server_store) == before + 574


def test_an_append_still_at_work_when_the_line_is_cut_is_recorded_once(
    far: Journal, server_store: str, line_to: Relay
) -> None:
    line_to.cut_behind = 1
    with dawdling(server_store):
        (first,) = far.append([step(1)])
    recorded_once(far, server_store, first)


def test_an_append_still_at_work_for_too_long_has_an_unknown_outcome(
    far: Journal, server_store: str, line_to: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(postgres.SETTINGS, "lock_timeout", "100ms")
    line_to.cut_behind = 1
    with dawdling(server_store):
        with pytest.raises(OutcomeUnknown):
            far.append([step(1)])
        until(lambda: sql(server_store, "SELECT size FROM tlog_head") == [(1,)])
    assert log_is_sound(server_store) == 1


# --- nobody answers ------------------------------------------------------------------------


@pytest.mark.usefixtures("impatient")
def test_when_nobody_answers_any_more_the_outcome_is_said_to_be_unknown(
    far: Journal, server_store: str, line_to: Relay
) -> None:
    (first,) = far.append([step(1)])
    cut_all(server_store)
    until(lambda: not line_to.held)  # or what is sent last would be lost on a line that is cut
    last = step(2)
    line_to.lose_answers = 10**6

    def shut() -> None:
        until(lambda: line_to.lose_answers < 10**6)
        line_to.open = False

    with meanwhile(shut), pytest.raises(OutcomeUnknown, match=last.command_id) as told:
        far.append([last])

    assert "--command-id" in str(told.value)
    line_to.lose_answers, line_to.open = 0, True
    (found,) = far.history(DOSSIER)[1:]
    assert found.command_id == last.command_id
    recorded_once(far, server_store, first, found)


@pytest.mark.usefixtures("impatient")
def test_a_connection_lost_while_an_append_is_prepared_has_recorded_nothing(
    far: Journal, server_store: str, line_to: Relay
) -> None:
    (first,) = far.append([step(1)])
    line_to.lose_answers = 10**6

    def shut() -> None:
        until(lambda: line_to.lose_answers < 10**6)
        line_to.open = False

    with meanwhile(shut), pytest.raises(StoreTrouble, match="cannot be reached") as told:
        far.append([step(2)])  # what is asked a second time is prepared first

    assert not isinstance(told.value, OutcomeUnknown)
    line_to.lose_answers, line_to.open = 0, True
    recorded_once(far, server_store, first)


@pytest.mark.usefixtures("impatient")
def test_an_outcome_that_could_not_be_looked_up_is_unknown_too(
    far: Journal, server_store: str, line_to: Relay, monkeypatch: pytest.MonkeyPatch
) -> None:
    line_to.lose_answers = 1

    def nobody_answers(_id: Any) -> Any:
        line_to.open = False
        return select_command(_id)

    store: Any = far.store
    select_command = store.select_command
    monkeypatch.setattr(store, "select_command", nobody_answers)
    with pytest.raises(OutcomeUnknown):
        far.append([step(1)])
    assert log_is_sound(server_store) == 1


@pytest.mark.usefixtures("impatient")
def test_when_nobody_answered_in_the_first_place_nothing_was_recorded(
    far: Journal, server_store: str, line_to: Relay
) -> None:
    line_to.open = False
    for attempt in (lambda: far.append([step(1)]), far.newest, far.head):
        with pytest.raises(StoreTrouble, match="the database server cannot be reached") as told:
            attempt()
        assert not isinstance(told.value, OutcomeUnknown)
    assert log_is_sound(server_store) == 0


@pytest.mark.usefixtures("impatient")
def test_at_the_desk_an_unknown_outcome_is_repeated_with_its_command_id(
    far_office: Office, server_store: str, line_to: Relay
) -> None:
    opening = c.OpenTrajectory(dossier=DOSSIER, centre="HOL", sex=Sex.F)
    handle(far_office.journal, far_office.vault, opening, Occasion("k.declercq"))
    before = log_is_sound(server_store)
    line_to.lose_answers = 10**6

    def shut() -> None:
        until(lambda: line_to.lose_answers < 10**6)
        line_to.open = False

    typed = ["--as", "d.lambert", "inform", DOSSIER, "--language", "fr"]
    with meanwhile(shut):
        run = _typed(far_office.paths, *typed)

    assert run.exit_code == 6
    assert "is not known" in run.stderr
    command_id = run.stderr.split("--command-id ")[1].split(":")[0]
    assert run.stdout == ""

    line_to.lose_answers, line_to.open = 0, True
    again = _typed(far_office.paths, *typed, "--command-id", command_id)

    assert (again.exit_code, again.stderr) == (0, "")
    assert log_is_sound(server_store) == before + 1


def _typed(paths: StorePaths, *line: str) -> Result:
    environment = {
        "TRAJET_STORE": str(paths.store),
        "TRAJET_KEK": str(paths.key),
        "XDG_CONFIG_HOME": str(paths.key.parent),
    }
    return CliRunner(env=environment).invoke(main, list(line))


# --- the whole server ----------------------------------------------------------------------


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_a_server_that_is_started_again_is_found_again(
    rough: Cluster, rough_paths: StorePaths, end: str
) -> None:
    store = str(rough_paths.store)
    journal = Journal(store, create=True)
    (first,) = journal.append([step(1)])
    getattr(rough, end)()
    with meanwhile(rough.start):
        (second,) = journal.append([step(2)])

    def die_in_the_middle() -> None:
        until(lambda: is_dawdling(store))
        getattr(rough, end)()
        rough.start()

    with dawdling(store), meanwhile(die_in_the_middle):
        (third,) = journal.append([step(3)])

    recorded_once(journal, store, first, second, third)
    journal.close()


def test_a_full_server_is_waited_for(rough: Cluster, rough_paths: StorePaths) -> None:
    with full(rough, rough_paths) as (journal, others), meanwhile(lambda: _leave_soon(others)):
        (first,) = journal.append([step(1)])
        assert first.position == 1


@pytest.mark.usefixtures("impatient")
def test_a_server_that_stays_full_says_so(rough: Cluster, rough_paths: StorePaths) -> None:
    with (
        full(rough, rough_paths) as (journal, _),
        pytest.raises(StoreTrouble, match="the database has no connection left"),
    ):
        journal.newest()


@pytest.mark.usefixtures("impatient")
def test_a_login_that_may_open_no_more_connections_is_told_so(
    server: Cluster, server_paths: StorePaths
) -> None:
    store = str(server_paths.store)
    Journal(store, create=True).close()
    name = postgres.database_of(store)
    server.run(f"CREATE ROLE {name}_clerk LOGIN CONNECTION LIMIT 0 IN ROLE {name}_desk")
    journal = Journal(server.url(name, user=f"{name}_clerk"))

    with pytest.raises(StoreTrouble, match="the database has no connection left"):
        journal.newest()
    journal.close()


def _leave_soon(others: ExitStack) -> None:
    time.sleep(0.3)
    others.close()


@contextmanager
def full(rough: Cluster, paths: StorePaths) -> Iterator[tuple[Journal, ExitStack]]:
    """Take every connection a clerk could have."""
    Journal(str(paths.store), create=True).close()
    name = postgres.database_of(str(paths.store))
    rough.run(f"CREATE ROLE {name}_clerk LOGIN IN ROLE {name}_desk")
    url = rough.url(name, user=f"{name}_clerk")
    with ExitStack() as others:
        with pytest.raises(psycopg.OperationalError):
            while True:
                others.enter_context(closing(psycopg.connect(url)))
        journal = Journal(url)
        yield journal, others
        journal.close()


# --- threads and processes -----------------------------------------------------------------


def test_twenty_threads_share_the_connections_of_one_journal(
    server_journal: Journal, server_store: str
) -> None:
    given: list[Recorded] = []

    def work(number: int) -> None:
        stream = f"HOL-2026-{number:04}"
        for version in range(1, 6):
            given.extend(server_journal.append([step(version, stream)]))
            assert len(server_journal.history(stream)) == version

    with ExitStack() as all_of_them:
        for number in range(20):
            all_of_them.enter_context(meanwhile(partial(work, number)))
        assert (
            len(sql(server_store, "SELECT 1 FROM pg_stat_activity WHERE application_name='trajet'"))
            <= 2 * postgres.MOST_CONNECTIONS
        )

    given.sort(key=lambda one: one.position)
    recorded_once(server_journal, server_store, *given)


@pytest.mark.usefixtures("impatient")
def test_a_process_that_uses_all_its_connections_says_so(server_journal: Journal) -> None:
    store: Any = server_journal.store
    with ExitStack() as held:
        for _ in range(postgres.MOST_CONNECTIONS):
            held.enter_context(store.datastore.connections.connection())
        with pytest.raises(StoreTrouble, match="all connections to it are in use"):
            server_journal.newest()
    assert server_journal.newest() == 0


FORKING = """
import os, sys
from cabinet import line
from domain import events as e
from workflows.journal import Journal
from together import wait_for_the_others
informed = e.InformationGiven(language="fa", kinds=("brochure",))
journal = Journal(sys.argv[1])
journal.append([line(1, informed, stream="HOL-2026-0001")])
journal.wait(0)  # listens from now on
wait_for_the_others()
child = os.fork()
stream = "HOL-2026-0001" if child else "HOL-2026-0002"
for version in range(2 if child else 1, 12):
    journal.append([line(version, informed, stream=stream)])
    assert len(journal.history(stream)) == version
    journal.wait(0)
if child == 0:
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
journal.append([line(12, informed, stream=stream)])
journal.close()
"""


def test_a_journal_opened_before_a_fork_works_in_both_processes(
    journal: Journal, store: Path | str
) -> None:
    at_once(("-c", FORKING, store))

    assert len(journal.history("HOL-2026-0001")) == 12
    assert len(journal.history("HOL-2026-0002")) == 11
    assert log_is_sound(store) == 23


LISTENING = """
import os, sys, time
from cabinet import line
from domain import events as e
from workflows.journal import Journal
from together import wait_for_the_others
informed = e.InformationGiven(language="fa", kinds=("brochure",))
journal = Journal(sys.argv[1])
journal.wait(0)
wait_for_the_others()
child = os.fork()
if child == 0:
    journal.wait(1)
    os._exit(0)
time.sleep(0.3)
journal.append([line(1, informed)])
assert os.waitpid(child, 0)[1] == 0
assert journal.wait(2), "the child heard what was for its parent"
journal.close()
"""


def test_a_forked_process_does_not_hear_what_is_for_its_parent(server_store: str) -> None:
    Journal(server_store, create=True).close()
    at_once(("-c", LISTENING, server_store))


# --- all of it -----------------------------------------------------------------------------

WRITING = """
import json, sys
from together import paths_told, wait_for_the_others
from cli.wiring import Office
from domain import commands as c
from domain.values import Sealed
from workflows.handle import Occasion, handle
office = Office(paths_told(*sys.argv[3:]))
wait_for_the_others()
given = []
def record(command, account):
    (line,) = handle(office.journal, office.vault, command, Occasion(account)).lines
    given.append((line.stream, line.version, line.position, line.log_index, line.leaf_hash.hex()))
record(c.OpenTrajectory(dossier=sys.argv[1], centre="HOL", name=Sealed.of("Saba")), "k.declercq")
for number in range(int(sys.argv[2])):
    record(c.HoldInterview(dossier=sys.argv[1], note=Sealed.of(f"talk {number}")), "d.lambert")
print(json.dumps(given))
office.close()
"""

TAKING_IN = """
import json, sys
from pathlib import Path
from cabinet import registrar_of
from together import paths_told, wait_for_the_others
from cli.wiring import Office
from workflows import intake
office = Office(paths_told(*sys.argv[2:]))
intake.BATCH = 20
wait_for_the_others()
tally = intake.import_register(
    office.journal, office.vault, Path(sys.argv[1]), registrar_of(office)
)
print(json.dumps([tally.recorded, tally.duplicates, len(tally.rejects)]))
office.close()
"""


def test_a_server_killed_again_and_again_under_its_writers_loses_nothing_acknowledged(
    rough: Cluster, rough_paths: StorePaths, tmp_path: Path
) -> None:
    register = tmp_path / "register.csv"
    register.write_bytes(SAMPLE_REGISTER.read_bytes())
    office = office_at(rough_paths)
    before = office.journal.newest()
    office.close()
    told: list[str] = []
    dossiers = [f"HOL-2026-000{number}" for number in range(3)]
    commands: list[Any] = [("-c", WRITING, dossier, 60, *rough_paths) for dossier in dossiers]
    commands.append(("-c", TAKING_IN, register, *rough_paths))

    def recorded_or_done(position: int) -> bool:
        return bool(told) or office.journal.newest() > position

    with meanwhile(lambda: told.extend(at_once(*commands))):
        for part in (40, 120, 240):
            until(partial(recorded_or_done, before + part))
            assert not told, "the server is killed too late"
            rough.kill()
            rough.start()

    *given, tally = map(json.loads, told)
    assert tally == [574, 7, 12]
    stored = {
        (one.stream, one.version, one.position, one.log_index, one.leaf_hash.hex())
        for one in office.journal.since(0)
    }
    for dossier, receipts in zip(dossiers, given, strict=True):
        assert len(office.journal.history(dossier)) == len(receipts) == 61
        assert {tuple(one) for one in receipts} <= stored
    beds = [getattr(one.event, "dossier", "") for one in office.journal.history(PLACE + "HOL")]
    assert sorted(beds) == dossiers
    office.close()
    assert log_is_sound(rough_paths.store) == before + 574 + 3 * 61 + len(dossiers)
