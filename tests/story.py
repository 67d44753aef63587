"""A journey is a terminal session written down as text; this replays it and compares."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import main

_VARIES = (
    (re.compile(r"\b[0-9a-f]{64}\b"), "<sha256>"),
    (re.compile(r"done in \d+ seconds"), "done in <n> seconds"),
    (re.compile(r"/\S*/(?=[\w.-]+\.(?:db|csv|kek|toml))"), "<folder>/"),
)


class Desk:
    """A folder with a store in it, at which commands are typed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = f"sqlite:///{folder / 'office.db'}"

    def types(self, line: str, *, stdin: str | None = None) -> str:
        """Type one line after ``trajet`` and return all that is shown, with the exit code."""
        run = self.runs(line, stdin=stdin)
        output: str = run.output
        return output + (f"[exit {run.exit_code}]\n" if run.exit_code else "")

    def runs(self, line: str, *, stdin: str | None = None) -> Result:
        """Type one line after ``trajet`` and return the run itself."""
        environment = {
            "TRAJET_STORE": self.store,
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "TRAJET_AS": "",
            "LANG": "C.UTF-8",
            "LC_ALL": None,
            "COLUMNS": "100",
        }
        typed = shlex.split(line.replace("{folder}", str(self.folder)))
        return CliRunner(env=environment).invoke(main, typed, input=stdin)

    def tells(self, story: str) -> str:
        """Replay a story: every ``$ trajet`` line is typed, and what it shows is put below."""
        told = []
        for line in story.splitlines():
            if line.startswith("$ trajet "):
                told.append(f"{line}\n{self.types(line.removeprefix('$ trajet '))}")
        return "".join(told)


def steady(text: str) -> str:
    """Replace what differs from run to run: hashes, seconds, folders."""
    for pattern, instead in _VARIES:
        text = pattern.sub(instead, text)
    return text


def replayed(story: str, desk: Desk) -> None:
    """Assert that a story reads as written."""
    assert steady(desk.tells(story)) == steady(story)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Give an empty folder to work in."""
    return Desk(tmp_path)
