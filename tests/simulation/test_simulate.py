"""``trajet simulate``: a fictional year in a store of its own, lawful unless asked otherwise."""

import json
import re
from typing import Any

import pytest
from click.testing import Result
from story import Desk

from cli.settings import StorePaths, locate
from cli.wiring import Office
from domain.record import REFUSED, Recorded, is_dossier
from domain.rules import place, places
from domain.values import Origin
from workflows.simulation.mishaps import BREACHES, Fault
from workflows.simulation.run import simulate
from workflows.simulation.year import Wish, in_order

SEALED = re.compile(r"s1\.\w+\.[A-Za-z0-9+/=]+")
DRAFT = re.compile(r'"draft":"[0-9a-f]{64}"')
"""The hash of a draft is that of its sealed text."""
KEYS = ["store", "year", "seed", "centres", "dossiers", "events", "ended", "measures", "faults"]
MEASURE = ["figure", "n", "of", "value", "published", "unit", "source", "mark"]


def _answer(desk: Desk, line: str) -> dict[str, Any]:
    run = desk.runs(f"{line} --json")
    assert run.exit_code in (0, 1), run.output
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def _found(desk: Desk) -> list[tuple[str, str]]:
    """
    Return dossier and code of whatever the two controls find, leads included.

    What a departure fell inside may be told at the attempt before it, too.
    """
    separation = _answer(desk, "control separation --as sim.quality")["findings"]
    conformance = _answer(desk, "audit conformance")["findings"]
    return sorted({(one["dossier"], one["code"]) for one in [*separation, *conformance]})


def _planted(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return sorted((one["dossier"], one["code"]) for one in answer["breaches"])


def _lines(store: str) -> list[tuple[object, ...]]:
    """
    Return every line on record but for its hashes, sealed content blanked.

    What is refused is kept under an id that nobody made up: the same act may be asked again.
    """
    office = Office(locate(store))
    try:
        return [
            (*line[:2], DRAFT.sub("", SEALED.sub("s1", line.event.model_dump_json())), *line[3:-1])
            for each in office.journal.since(0)
            for line in [each._replace(command_id="") if _is_refused(each) else each]
        ]
    finally:
        office.close()


def _is_refused(line: Recorded) -> bool:
    return line.stream.startswith(REFUSED)


# --- lawful -------------------------------------------------------------------------------


def test_a_lawful_year_gives_nothing_to_find(desk: Desk) -> None:
    answer = _answer(desk, "simulate --dossiers 60 --seed lawful")
    assert answer["dossiers"] == 60
    assert set(answer["faults"].values()) == {0}
    assert answer["breaches"] == []
    for line in ("control separation --as sim.quality", "audit conformance", "audit verify"):
        run = desk.runs(f"{line} --json")
        assert run.exit_code == 0, run.output
        assert json.loads(run.stdout)["findings"] == []


def test_every_act_is_recorded_here_within_the_year_and_in_its_order(desk: Desk) -> None:
    answer = _answer(desk, "simulate --dossiers 30 --year 2024")
    lines = [json.loads(line) for line in desk.runs("audit trail --json").stdout.splitlines()]
    moments = [line["recorded_at"] for line in lines]
    assert moments == sorted(moments)
    assert {moment[:4] for moment in moments} == {"2024"}
    assert {line["origin"] for line in lines} == {"desk"}
    assert answer["events"] == len(lines)


def test_the_answer_has_the_keys_that_are_told(desk: Desk) -> None:
    answer = _answer(desk, "simulate --dossiers 20")
    assert list(answer) == [*KEYS, "breaches"]
    assert set(answer["faults"]) == {str(fault) for fault in Fault}
    assert list(answer["measures"][0]) == MEASURE


def test_only_the_places_asked_for_take_residents(desk: Desk) -> None:
    answer = _answer(desk, "simulate --dossiers 12 --centres hol,Vottem")
    assert answer["centres"] == ["HOL", "VOT"]
    names = {line.split()[3] for line in desk.runs("audit trail").stdout.splitlines()}
    codes = {name.removeprefix("place:")[:3] for name in names if not name.startswith("staff:")}
    assert codes == {"HOL", "VOT"}


def test_a_simulated_coach_reads_what_is_sealed(desk: Desk) -> None:
    desk.runs("simulate --dossiers 3 --centres HOL --year 2025")
    opened = desk.runs("log HOL-2025-0001 --json --as sim.hol.coach1").stdout.splitlines()[0]
    assert json.loads(opened)["data"]["name"].endswith(" Test")


# --- the same year twice ------------------------------------------------------------------


def test_the_same_seed_makes_the_same_lines(desk: Desk) -> None:
    wish = "simulate --dossiers 25 --seed twin --year 2023 --faults 0.4 --breaches 0.4"
    stores = [f"sqlite:///{desk.folder}/{name}.db" for name in ("one", "two")]
    answers = [_answer(desk, f"{wish} --store {store}") for store in stores]
    one, two = (_lines(store) for store in stores)
    assert one == two
    assert [answer.pop("store") for answer in answers] == stores
    assert answers[0] == answers[1]


def test_another_seed_makes_another_year(desk: Desk) -> None:
    stores = [f"sqlite:///{desk.folder}/{name}.db" for name in ("one", "two")]
    for seed, store in enumerate(stores):
        _answer(desk, f"simulate --dossiers 5 --seed {seed} --store {store}")
    assert _lines(stores[0]) != _lines(stores[1])


# --- what goes wrong ----------------------------------------------------------------------


@pytest.mark.parametrize("seed", ["a", "b"])
def test_the_controls_find_what_was_planted_and_nothing_else(desk: Desk, seed: str) -> None:
    answer = _answer(desk, f"simulate --dossiers 90 --seed {seed} --breaches 0.7 --faults 0.5")
    assert len(answer["breaches"]) > 30
    assert _found(desk) == _planted(answer)
    assert _answer(desk, "audit verify")["findings"] == []


@pytest.mark.parametrize("code", BREACHES)
def test_a_breach_asked_for_is_planted_and_found(desk: Desk, code: str) -> None:
    answer = _answer(desk, f"simulate --dossiers 30 --centres VOT --breaches 1 --breach {code}")
    assert {one["code"] for one in answer["breaches"]} == {code}
    assert _found(desk) == _planted(answer)


def test_a_breach_is_imported_only_where_the_desk_would_refuse_it(desk: Desk) -> None:
    answer = _answer(desk, "simulate --dossiers 90 --breaches 1")
    told = {one["dossier"] for one in answer["breaches"] if one["imported"]}
    office = Office(locate(desk.store))
    imported = {line.stream for line in office.journal.since(0) if line.origin is Origin.IMPORTED}
    office.close()
    assert imported == told


def test_faults_are_counted_and_are_no_breaches(desk: Desk) -> None:
    answer = _answer(desk, "simulate --dossiers 80 --faults 1")
    assert set(answer["faults"]) == {str(fault) for fault in Fault}
    assert all(answer["faults"].values())
    assert answer["breaches"] == []
    assert _found(desk) == []


def test_a_code_may_be_written_as_people_do(desk: Desk) -> None:
    answer = _answer(desk, "simulate --dossiers 20 --breaches 1 --breach rubber-stamp")
    assert {one["code"] for one in answer["breaches"]} == {"RUBBER_STAMP"}


# --- what cannot be asked -----------------------------------------------------------------


def _refused(run: Result, saying: str) -> None:
    assert run.exit_code == 2, run.output
    assert saying in run.stderr
    assert run.stdout == ""


def test_a_store_with_anything_in_it_is_left_alone(desk: Desk) -> None:
    desk.runs("init --as registrar")
    before = _lines(desk.store)
    _refused(desk.runs("simulate --dossiers 5"), "this store is not empty")
    assert _lines(desk.store) == before


def test_a_simulated_store_is_not_simulated_again(desk: Desk) -> None:
    assert desk.runs("simulate --dossiers 5").exit_code == 0
    _refused(desk.runs("simulate --dossiers 5"), "this store is not empty")


@pytest.mark.parametrize(
    ("asked", "saying"),
    [
        ("--dossiers 0", "--dossiers: 0 is not a number that fits"),
        ("--dossiers -3", "--dossiers: -3 is not a number that fits"),
        ("--dossiers many", "--dossiers: many is not a number that fits"),
        ("--centres XYZ", "XYZ is not on the list of places; there are: 127B, CAR"),
        ("--centres HOL,,VOT", "- is not on the list of places"),
        ("--faults 2", "--faults: 2 is not a share; write 0 to 1"),
        ("--breaches -0.1", "--breaches: -0.1 is not a share; write 0 to 1"),
        ("--breaches nan", "--breaches: nan is not a share; write 0 to 1"),
        ("--breaches 1 --breach NO_SUCH", "no breach with the code NO_SUCH can be planted"),
        ("--breach RUBBER_STAMP", "say in which share of the dossiers, with --breaches"),
        ("--year 2199", "2199 is not over; the last whole year is"),
        ("--year 1999", "--year: 1999 is not a number that fits"),
    ],
)
def test_what_there_cannot_be_is_refused_and_makes_no_store(
    desk: Desk, asked: str, saying: str
) -> None:
    _refused(desk.runs(f"simulate {asked}"), saying)
    assert not (desk.folder / "office.db").exists()


# --- interrupted --------------------------------------------------------------------------


class _Enough(Exception):
    """Somebody stops the program."""


def test_a_year_broken_off_leaves_a_sound_store(desk: Desk) -> None:
    holsbeek = place("HOL")
    assert holsbeek is not None
    office = Office(locate(desk.store))
    office.create()

    def stop(done: int, total: int) -> None:
        if done > total / 2:
            raise _Enough

    usual = office.journal.clock
    with pytest.raises(_Enough):
        simulate(office.journal, office.vault, Wish(2025, "1", 20, (holsbeek,)), progress=stop)
    assert office.journal.clock == usual
    office.close()
    for line in ("audit verify", "audit conformance", "control separation --as sim.quality"):
        assert desk.runs(line).exit_code == 0
    _refused(desk.runs("simulate --dossiers 5"), "this store is not empty")


# --- on every kind of database ------------------------------------------------------------


def test_every_kind_of_database_takes_the_same_year_in(paths: StorePaths) -> None:
    wish = Wish(2025, "1", 12, places(), faults=0.4, breaches=0.4, codes=tuple(BREACHES))
    office = Office(paths)
    try:
        office.create()
        tally = simulate(office.journal, office.vault, wish)
        lines = list(office.journal.since(0))
        acts = [act for _plan, act in in_order(wish)]
        assert tally.events == len(lines)
        assert {line.stream for line in lines if is_dossier(line.stream)} == {
            act.command.dossier for act in acts
        }
    finally:
        office.close()
