"""A text that says nothing, and a day no calendar of ours has, are told with their option."""

from pathlib import Path
from typing import Any

import click
import pytest
from story import Desk

from cli.base import text_of
from cli.main import main as trajet
from domain.errors import BadInput

BLANK = ("", " ", "\t\n", "\u200b", "\u00a0\u00ad")


@pytest.mark.parametrize("text", BLANK)
def test_a_blank_text_is_none(text: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="--entrusted-to is empty"):
        text_of({"entrusted_to": text}, "entrusted_to")
    file = tmp_path / "text"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match="--entrusted-to-file is empty"):
        text_of({"entrusted_to_file": str(file)}, "entrusted_to")


def test_a_text_of_one_sign_is_one() -> None:
    assert text_of({"note": "?"}, "note") == "?"
    assert text_of({"note": None}, "note") is None


def with_free_text(group: click.Group, *path: str) -> list[tuple[tuple[str, ...], str]]:
    """List the commands and the options of theirs that hold a free text."""
    found = []
    for name in group.list_commands(click.Context(group)):
        one = group.get_command(click.Context(group), name)
        if isinstance(one, click.Group):
            found += with_free_text(one, *path, name)
        elif one is not None:
            opts = {opt for each in one.get_params(click.Context(one)) for opt in each.opts}
            found += [((*path, name), opt) for opt in opts if f"{opt}-file" in opts]
    return found


STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("n.bernard", "P-011", "centre-director"),
    ("s.peeters", "P-030", "quality-controller"),
)
ANSWERED = (
    "open VOT-2026-0001 --sex M --from police --as d.lambert",
    "control finding add VOT-2026-0001 --kind data --severity remark --finding x --as s.peeters",
)


def test_no_empty_text_stops_a_clock(file_desk: Desk) -> None:
    file_desk.staffed(*STAFF).does(*ANSWERED)
    add = "control finding add VOT-2026-0001 --kind data --severity remark --as s.peeters"
    for line, said in (
        (f"{add} --finding ''", "--finding is empty"),
        (f"{add} --finding ' '", "--finding is empty"),
        (f"{add} --finding-file /dev/null", "--finding-file is empty"),
        (f"{add} --finding x --remark ''", "--remark is empty"),
        (
            "control finding answer VOT-2026-0001 --number 1 --answer '' --as n.bernard",
            "--answer is empty",
        ),
        (
            "control finding reopen VOT-2026-0001 --number 1 --reason '' --as s.peeters",
            "--reason is empty",
        ),
        (
            "correct VOT-2026-0001 --version 2 --field finding --to ' ' --reason x --as s.peeters",
            "--to is empty",
        ),
    ):
        run = file_desk.runs(line)
        assert (run.exit_code, run.stdout) == (2, ""), f"{line}: {run.output}"
        assert said in run.stderr, line


def test_every_free_text_of_every_command_is_looked_at(file_desk: Desk) -> None:
    declared = with_free_text(trajet)
    assert len(declared) > 100
    for path, opt in declared:
        one: click.Command | None = trajet
        for name in path:
            assert isinstance(one, click.Group)
            one = one.get_command(click.Context(one), name)
        assert one is not None
        run = file_desk.runs(f"{' '.join(path)} {_needed(one, opt)} {opt} ''")
        assert run.exit_code == 2, f"{path} {opt}: {run.output}"
        assert f"{opt} is empty" in run.stderr, f"{path} {opt}: {run.output}"


def _needed(one: click.Command, opt: str) -> str:
    """Type what a command cannot do without, so that it comes to its free text."""
    typed = []
    for each in one.get_params(click.Context(one)):
        if each.required and opt not in each.opts:
            flag = isinstance(each, click.Option) and each.is_flag
            values = [] if flag else [_fitting(each.type)] * abs(each.nargs)
            typed += values if isinstance(each, click.Argument) else [each.opts[0], *values]
    return " ".join(typed)


def _fitting(kind: click.ParamType[Any]) -> str:
    """Find a value that an option or an argument takes."""
    for value in ("VOT-2026-0001", "1", "2026-03-02"):
        try:
            kind.convert(value, None, None)
        except click.ClickException:
            continue
        return value
    values = getattr(kind, "choices", None) or _codes(kind)
    return str(next(iter(values)))


def _codes(kind: click.ParamType[Any]) -> list[str]:
    shown = str(kind.get_metavar(None, None))  # type: ignore[arg-type]
    return shown.strip("[]").split("|")


FAR = ("0001-01-01", "9999-12-31", "0000-01-01", "1899-12-31T23:59", "3000-01-01T00:00Z")


@pytest.mark.parametrize("day", FAR)
def test_a_day_of_no_calendar_of_ours_is_told(file_desk: Desk, day: str) -> None:
    file_desk.staffed(*STAFF, ("x.x", "P-9", "auditor"))
    for line, opt in (
        (f"report removals --on {day} --as x.x", "--on"),
        (f"report mail --from {day} --as x.x", "--from"),
        (f"report mail --to {day} --as x.x", "--to"),
        (f"control appeals --as-known {day} --as x.x", "--as-known"),
        (f"open VOT-2026-0002 --sex M --from police --on {day} --as d.lambert", "--on"),
    ):
        run = file_desk.runs(line)
        assert (run.exit_code, run.stdout) == (2, ""), f"{line}: {run.output}"
        assert f"{opt}: {day} is not a da" in run.stderr, line
