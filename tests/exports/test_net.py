"""
The procedure as a net: pm4py finds a dossier out of order where our conformance does.

The net knows the order of acts and nothing else, so it is compared with what conformance tells of
the order alone: an act that does not follow from the stage (ORD-01), one after the end
(ORD-04), one in a dossier that is not open (ORD-05), and a decision notified to somebody who was
told nothing before (INT-02).
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import dossier as d
import pytest
from exports.conftest import SURROUNDINGS, Exported, Reader
from exports.room import made
from given import Act, lines

from domain.lifecycle import NEWEST, VERSIONS, Stage, machine, stages_of
from domain.record import Recorded
from projections.audit.conformance import judge
from projections.export import xes
from projections.export.deeds import About, deed
from projections.export.names import RealNames
from projections.export.net import END, START, transitions
from workflows.journal import Journal

OF_THE_ORDER = {"ORD-01", "ORD-04", "ORD-05", "INT-02"}


def out_of_order(lines: list[Recorded]) -> list[int]:
    """Name the versions at which our conformance finds the order of acts broken."""
    return sorted({one.version for one in judge(lines) if one.rule in OF_THE_ORDER})


def versions_of(pm4py: Reader, exported: Exported, version: int) -> dict[str, list[object]]:
    """Have pm4py align each dossier with the net of a version of the procedure."""
    made = exported.file("pnml", "--procedure", str(version))
    found: dict[str, list[object]] = pm4py("align", made, exported.file("xes", "--plain"))
    return found


def on_record(exported: Exported) -> dict[str, list[Recorded]]:
    journal = Journal(str(exported.desk.folder / "office.db"))
    found = dict(journal.dossiers())
    journal.close()
    return found


def test_a_lawful_year_follows_the_net(lawful, pm4py: Reader):
    found = versions_of(pm4py, lawful, NEWEST)
    assert len(found) == 6
    assert [name for name, moves in found.items() if moves] == []


def test_the_net_finds_what_conformance_finds_of_the_order(troubled, pm4py: Reader):
    found = versions_of(pm4py, troubled, NEWEST)
    ours = {name: out_of_order(lines) for name, lines in on_record(troubled).items()}
    assert {name for name, moves in found.items() if moves} == {
        name for name, versions in ours.items() if versions
    }
    assert any(ours.values())


def test_it_finds_nothing_where_only_a_condition_was_not_met(troubled):
    """Terms, signatures and hands are no order: these breaches are there, and not of the net."""
    rules = {one.rule for lines in on_record(troubled).values() for one in judge(lines)}
    assert rules - OF_THE_ORDER


def test_the_sample_under_the_first_procedure(sample, pm4py: Reader):
    """
    One dossier of the sample differs, and the net is the milder of the two.

    A decision notified although some information had been given, but not all of it, is in
    order for the net: whether information is complete is a condition, which it does not know.
    """
    found = versions_of(pm4py, sample, 1)
    ours = {name for name, lines in on_record(sample).items() if out_of_order(lines)}
    unfit = {name for name, moves in found.items() if moves}
    assert unfit <= ours
    for name in ours - unfit:
        told = [type(line.event).__name__ for line in on_record(sample)[name]]
        assert "InformationGiven" in told[: told.index("DecisionNotified")]


# --- seeded -------------------------------------------------------------------------------------

IOM = (
    *d.until(d.NOTIFIED),
    d.IOM_OPENED,
    d.IOM_ELIGIBLE,
    d.DECLARED,
    d.BOOKED,
    d.FIT,
    d.DEPARTED,
    d.CLOSED,
)
STORIES = {"removed": d.STORY, "with iom": IOM, "taken up": (*d.STORY, d.REOPENED)}


def disordered() -> Iterator[tuple[str, list[Recorded]]]:
    """Tell each story as it was, with each two acts exchanged, and with each act left out."""
    for name, story in STORIES.items():
        yield name, told(story)
        for at in range(len(story) - 1):
            swapped = (*story[:at], story[at + 1], story[at], *story[at + 2 :])
            yield f"{name}: {at} after {at + 1}", told(swapped)
        for at in range(len(story)):
            yield f"{name}: without {at}", told((*story[:at], *story[at + 1 :]))


def told(acts: Iterable[Act]) -> list[Recorded]:
    """Write acts down as they follow, a day between them."""
    first = d.ARRIVED.when
    apart = (replace(act, when=first + timedelta(days=day)) for day, act in enumerate(acts))
    return lines(apart, d.NUMBER)


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[Recorded]]]:
    """Write all disordered stories as one log."""
    found = dict(disordered())
    file = tmp_path_factory.mktemp("seeds") / "seeds.xes"
    dossiers = (
        (name, [deed(line._replace(stream=name), RealNames(), None, ()) for line in story])
        for name, story in found.items()
    )
    with file.open("w", encoding="utf-8") as text:
        xes.write(text, About("seeds", 1, "none", "plain"), dossiers)
    return file, found


def test_seeded_disorder_is_found_by_both(seeds, lawful, pm4py: Reader):
    file, stories = seeds
    found = pm4py("align", lawful.file("pnml", "--procedure", "1"), file)
    ours = {name for name, story in stories.items() if out_of_order(story)}
    unfit = {name for name, moves in found.items() if moves}
    assert unfit == ours
    assert len(unfit) > 20
    assert {"removed", "with iom", "taken up"}.isdisjoint(unfit)


# --- the net itself -----------------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
def test_the_net_has_the_ways_of_the_machine_and_no_other(version):
    """The machine is made of the same table by another library."""
    ways = {(way.source, way.to) for way in transitions(version) if way.activity}
    of_the_machine = {
        (str(Stage[each.source]), str(Stage[each.dest or each.source]))
        for event in machine(version).events.values()
        for every in event.transitions.values()
        for each in every
    }
    # Alerts come by themselves, in every stage.
    alerts = {(str(stage), str(stage)) for stage in stages_of(version)}
    assert ways == of_the_machine | alerts | {(START, "arrival")}


@pytest.mark.parametrize("version", VERSIONS)
def test_every_trajectory_may_stop_where_it_stands(version):
    ends = {way.source for way in transitions(version) if way.to == END}
    assert ends == set(map(str, stages_of(version)))
    assert all(way.activity is None for way in transitions(version) if way.to == END)


# --- the page -----------------------------------------------------------------------------------


PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "export-for-analysis.md"


def test_what_the_page_says_to_do_in_python_works(sample: Exported, tmp_path: Path) -> None:
    (recipe,) = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    few = ("--plain", "--dossier", "HOL-2025-0012", "--dossier", "HOL-2025-0032")
    shutil.copy(sample.file("xes", *few), tmp_path / "year.xes")
    shutil.copy(sample.file("pnml", "--procedure", "1"), tmp_path / "procedure.pnml")
    told = "\nprint([round(one['fitness'], 6) for one in aligned])\n"
    ran = subprocess.run(
        [made(), "-W", "ignore", "-c", recipe + told],
        cwd=tmp_path,
        env=SURROUNDINGS,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines()[-1] == "[1.0, 1.0]"
