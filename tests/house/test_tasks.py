"""Each task of the job descriptions is served by a command that exists, or says why not."""

import re
from pathlib import Path

import click
import pytest

from cli.main import main

PAGE = Path(__file__).parents[2] / "docs" / "tasks.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| task", "| ---"))
]
COMMANDS = sorted({typed for row in ROWS for typed in re.findall(r"`([a-z][a-z -]*)`", row[1])})


def test_the_page_has_the_three_descriptions():
    headings = re.findall(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == ["The return coach", "The director", "The quality controller"]
    assert len(ROWS) >= 45


@pytest.mark.parametrize("typed", COMMANDS)
def test_a_command_that_serves_a_task_exists(typed):
    found: click.Command = main
    context = click.Context(main)
    for word in typed.split():
        assert isinstance(found, click.Group), typed
        below = found.get_command(context, word)
        assert below is not None, typed
        found = below


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_a_task_has_a_command_or_a_reason(row):
    _task, command, remark = row
    assert command != "—" or remark
