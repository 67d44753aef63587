"""The page about the simulator is true: its session, and its tables of what goes wrong."""

import re
from pathlib import Path

from story import Desk, replayed

from workflows.simulation.mishaps import BREACHES, Fault

PAGE = (Path(__file__).parents[2] / "docs" / "simulator.md").read_text(encoding="utf-8")


def _first_cells(heading: str) -> list[str]:
    """Return the codes in the first column of the table with that heading."""
    table = PAGE.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)


def test_the_session_reads_as_written(desk: Desk) -> None:
    (session,) = re.findall(r"```console\n(.*?)```", PAGE, re.DOTALL)
    replayed(session, desk)


def test_every_fault_is_explained() -> None:
    assert _first_cells("fault") == [str(fault) for fault in Fault]


def test_every_breach_is_explained_with_how_it_comes_to_be_on_record() -> None:
    assert sorted(_first_cells("breach")) == sorted(BREACHES)
    for code, breach in BREACHES.items():
        way = "imported" if breach.imported else "desk"
        assert re.search(rf"^\| `{code}` \| {way}: ", PAGE, re.MULTILINE), code
