"""A journey is a terminal session written down as text; this replays it and compares."""

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

import pytest
from click.testing import CliRunner, Result
from postgres import Cluster

from cli.main import main
from cli.settings import StorePaths
from cli.wiring import Office
from domain.rules.calendar import BRUSSELS

_VARIES = (
    (re.compile(r"\b[0-9a-f]{64}\b"), "<sha256>"),
    (re.compile(r"held \d{3,} day"), "held <n> day"),  # to today
    (re.compile(r"as (?:of|known) \d{4}-\d\d-\d\d \d\d:\d\d$", re.M), "as of <now>"),
    (re.compile(r"done in \d+ seconds"), "done in <n> seconds"),
    (re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|\.\d{6}[+-]\d\d:\d\d)"), "<instant>"),
    (re.compile(r"(?:sqlite:|postgresql:)/\S*(?:office\.db|host=\S*)"), "<store>"),
    (re.compile(r"/\S*/(?=[\w.-]+\.(?:db|csv|kek|toml))"), "<folder>/"),
)


KEY_FILE = "office.kek"
JOURNEYS = Path(__file__).parent / "journeys"
PROMPT = "$ trajet "

Person = tuple[str, str, str]
"""An account, a person and a function."""


class Desk:
    """
    A folder with a store in it, at which commands are typed.

    On a server, what makes a store is typed by its administrator and everything else by
    a clerk, who may do no more than the role of the desk. With a shelf, what desks begin
    with is typed once and copied.
    """

    def __init__(
        self, folder: Path, server: Cluster | None = None, shelf: "Shelf | None" = None
    ) -> None:
        self.folder = folder
        self.server = server
        self.shelf = shelf
        self._has_clerk = False
        self.store = f"sqlite:///{folder / 'office.db'}"
        if server is not None:
            self.database = server.database()
            self.store = server.url(self.database)

    def close(self) -> None:
        """Leave nothing behind on the server."""
        if self.server is not None:
            self.server.drop(self.database)

    def store_for(self, line: str) -> str:
        if self.server is None or line.startswith(("init", "simulate")):
            return self.store
        clerk, role = f"{self.database}_clerk", f"{self.database}_desk"
        if not self._has_clerk and self.server.run(
            "SELECT 1 FROM pg_roles WHERE rolname = %s", role
        ):
            self.server.run(f"CREATE ROLE {clerk} LOGIN IN ROLE {role}")
            self._has_clerk = True
        return self.server.url(self.database, user=clerk)

    def types(self, line: str, *, stdin: str | None = None) -> str:
        """Type one line after ``trajet`` and return all that is shown, with the exit code."""
        run = self.runs(line, stdin=stdin)
        output: str = run.output
        return output + (f"[exit {run.exit_code}]\n" if run.exit_code else "")

    def runs(self, line: str, *, stdin: str | None = None) -> Result:
        """Type one line after ``trajet`` and return the run itself."""
        environment = {
            "TRAJET_STORE": self.store_for(line),
            "TRAJET_KEK": str(self.folder / KEY_FILE),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "TRAJET_AS": "",
            "LANG": "C.UTF-8",
            "LC_ALL": None,
            "COLUMNS": "100",
        }
        typed = shlex.split(line.replace("{folder}", str(self.folder)))
        return CliRunner(env=environment).invoke(main, typed, input=stdin)

    def passes(self, line: str) -> Result:
        """Type a line that is done, and return the run."""
        run = self.runs(line)
        assert run.exit_code == 0, f"{line}: {run.output}"
        return run

    def does(self, *texts: str) -> str:
        """Type each line of texts, all of which are done; return what the last one shows."""
        shown = [self.passes(line).stdout for text in texts for line in text.splitlines()]
        return shown[-1]

    def staffed(self, *people: Person) -> Self:
        """Make the store and register people: an account, a person and a function each."""
        return self.begins(people)

    def begins(self, people: tuple[Person, ...], *texts: str) -> Self:
        """Make the store, register people and type each line of texts, all of which are done."""
        if self.shelf is not None:
            self.shelf.lay(self, people, texts)
            return self
        self.does("init --as registrar")
        self.hires(*people)
        if texts:
            self.does(*texts)
        return self

    def becomes(self, other: "Desk") -> None:
        """Take over all that is at another desk, into a folder and database of its own."""
        shutil.copytree(other.folder, self.folder, dirs_exist_ok=True)
        for config in self.folder.glob("config/*/*.toml"):
            text = config.read_text(encoding="utf-8").replace(other.store, self.store)
            config.write_text(text.replace(str(other.folder), str(self.folder)), encoding="utf-8")
        if self.server is not None:
            self.server.run(f"DROP DATABASE {self.database}")
            self.server.run(
                f"CREATE DATABASE {self.database} TEMPLATE {other.database} STRATEGY = FILE_COPY"
            )
            office = Office(StorePaths(self.store, self.store, self.folder / KEY_FILE, self.store))
            office.create()  # the role of its desk
            office.close()
            self.server.run(
                f"REASSIGN OWNED BY {other.database}_desk TO {self.database}_desk",
                database=self.database,
            )

    def hires(self, *people: Person) -> None:
        """Register people: an account, a person and a function each."""
        for account, person, function in people:
            self.does(f"staff add {account} --person {person} --function {function} --as registrar")

    def tells(self, story: str) -> str:
        """Replay a story: every ``$ trajet`` line is typed, and what it shows is put below."""
        told = []
        for line in story.splitlines():
            if line.startswith(PROMPT):
                told.append(f"{line}\n{self.types(line.removeprefix(PROMPT))}")
        return "".join(told)

    def follows(self, session: str, until: str) -> str:
        """Type a session up to and with the line that begins so; return what that line shows."""
        shown = ""
        for line in lines_of(session, until):
            shown = self.runs(line).output
        return shown


class Shelf:
    """What desks begin with, typed once on each kind of database and copied from then on."""

    def __init__(self, a_folder: Callable[[], Path]) -> None:
        self._a_folder = a_folder
        self._typed: dict[object, Desk] = {}

    def lay(self, desk: Desk, people: tuple[Person, ...], texts: tuple[str, ...]) -> None:
        """Put people and what was typed on a desk that is empty."""
        said = (desk.server is None, people, texts)
        if said not in self._typed:
            first = Desk(self._a_folder(), desk.server)
            self._typed[said] = first.begins(people, *texts)
        desk.becomes(self._typed[said])


def lines_of(session: str, until: str = "") -> list[str]:
    """Give what is typed in a session, up to and with the line that begins so; else all of it."""
    text = (JOURNEYS / f"{session}.session").read_text(encoding="utf-8").splitlines()
    lines = [line.removeprefix(PROMPT) for line in text if line.startswith(PROMPT)]
    if not until:
        return lines
    last = next((n for n, line in enumerate(lines, 1) if line.startswith(until)), None)
    assert last is not None, f"{until} is not typed in {session}"
    return lines[:last]


def day(from_now: int) -> str:
    """Write the day so many days from now; fewer than none is so many days ago."""
    return f"{datetime.now(BRUSSELS) + timedelta(days=from_now):%Y-%m-%d}"


def steady(text: str) -> str:
    """Replace what differs from run to run: hashes, seconds, folders."""
    for pattern, instead in _VARIES:
        text = pattern.sub(instead, text)
    return text


def replayed(story: str, desk: Desk) -> None:
    """Assert that a story reads as written."""
    assert steady(desk.tells(story)) == steady(story)


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Keep what desks begin with for all tests of a run."""
    return Shelf(lambda: tmp_path_factory.mktemp("begun"))


@pytest.fixture
def file_desk(tmp_path: Path, shelf: Shelf) -> Desk:
    """Give an empty folder to work in, with a store that is a file."""
    return Desk(tmp_path, shelf=shelf)


@pytest.fixture
def server_desk(tmp_path: Path, server: Cluster, shelf: Shelf) -> Iterator[Desk]:
    """Give an empty folder to work in, with a store on a server."""
    made = Desk(tmp_path, server, shelf)
    yield made
    made.close()


@pytest.fixture(params=["file_desk", "server_desk"], ids=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest) -> Desk:
    """Give an empty folder to work in, with a store on each kind of database in turn."""
    made: Desk = request.getfixturevalue(request.param)
    return made
