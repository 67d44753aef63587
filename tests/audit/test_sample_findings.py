"""What is wrong in the sample register is found, all of it and nothing else."""

import json
import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from story import Desk

SAMPLE = Path(__file__).parents[2] / "cli" / "sample"
EXPECTED = json.loads((SAMPLE / "register-holsbeek-2025.expected.json").read_text())


def _in_order(lines: list[str]) -> list[str]:
    return lines


def _shuffled(lines: list[str]) -> list[str]:
    return random.Random(7).sample(lines, len(lines))  # noqa: S311


def _backwards(lines: list[str]) -> list[str]:
    return lines[::-1]


ORDERS = {"in order": _in_order, "shuffled": _shuffled, "backwards": _backwards}


@pytest.fixture(scope="module", params=product(["sqlite", "postgresql"], ORDERS), ids=" ".join)
def centre(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """Give a centre that took the sample in, its rows in some order; the tests only read."""
    engine, order = request.param
    server = request.getfixturevalue("server") if engine == "postgresql" else None
    desk = Desk(tmp_path_factory.mktemp("centre"), server)
    text = (SAMPLE / "register-holsbeek-2025.csv").read_text(encoding="cp1252")
    header, *rows = text.splitlines()
    (desk.folder / "register.csv").write_text(
        "\n".join([header, *ORDERS[order](rows)]) + "\n", encoding="cp1252"
    )
    desk.types("init --as registrar")
    told = desk.runs(
        f"import {{folder}}/register.csv --staff {SAMPLE}/staff-holsbeek.csv --as registrar --json"
    )
    tally = json.loads(told.stdout)
    noise = EXPECTED["noise"]
    assert tally["rows"] == EXPECTED["rows"]
    assert tally["recorded"] == EXPECTED["rows_understood"]
    assert tally["duplicates"] == noise["duplicate"]
    assert tally["rejected"] == sum(noise.values()) - noise["duplicate"]
    assert tally["dossiers"] == EXPECTED["dossiers"]
    desk.types("staff add q.control --person P-900 --function quality-controller --as registrar")
    yield desk
    desk.close()


def _dossiers_by_code(desk: Desk, line: str) -> dict[str, list[str]]:
    run = desk.runs(f"{line} --json")
    assert run.exit_code == 1
    found: dict[str, set[str]] = {}
    for finding in json.loads(run.stdout)["findings"]:
        found.setdefault(finding["code"], set()).add(finding["dossier"])
    return {code: sorted(dossiers) for code, dossiers in found.items()}


def test_the_findings_are_exactly_those_expected(centre: Desk) -> None:
    separation = _dossiers_by_code(centre, "control separation --as q.control")
    conformance = _dossiers_by_code(centre, "audit conformance")
    listed = {code: sorted(dossiers) for code, dossiers in EXPECTED["findings"].items()}

    assert separation == {code: listed[code] for code in listed if code in separation}
    assert set(listed) <= set(separation) | set(conformance)
    assert {code: conformance.get(code) for code in listed if code not in separation} == {
        code: dossiers for code, dossiers in listed.items() if code not in separation
    }
    # One departure lies inside a term nobody used; no other rule of the procedure is broken.
    assert {code: conformance[code] for code in conformance.keys() - listed.keys()} == {
        "DEPARTED_IN_TERM": ["HOL-2025-0045"]
    }


def test_each_breach_is_one_finding(centre: Desk) -> None:
    for line in ("control separation --as q.control", "audit conformance"):
        found = json.loads(centre.runs(f"{line} --json").stdout)["findings"]
        once = {(finding["code"], finding["dossier"]) for finding in found}
        assert len(found) == len(once)


def test_the_outcomes_are_those_of_the_year(centre: Desk) -> None:
    cases = json.loads(centre.runs("caseload Holsbeek --all --json").stdout)
    stages = [case["stage"] for case in cases]
    outcomes = EXPECTED["outcomes"]
    assert stages.count("departed") == outcomes["departed"]
    assert stages.count("not-returned") == outcomes["non-return"]
    assert len(json.loads(centre.runs("caseload HOL --json").stdout)) == outcomes["open"]


def test_the_store_itself_is_sound(centre: Desk) -> None:
    report = json.loads(centre.runs("audit verify --json").stdout)
    assert report["findings"] == []
    assert report["size"] > EXPECTED["rows_understood"]
    assert len(bytes.fromhex(report["root"])) == 32


def test_one_dossier_can_be_asked_about(desk: Desk) -> None:
    desk.types("init --as registrar")
    register = f"{SAMPLE}/register-holsbeek-2025.csv"
    copy = desk.folder / "register.csv"
    copy.write_bytes(Path(register).read_bytes())
    desk.types(f"import {{folder}}/register.csv --staff {SAMPLE}/staff-holsbeek.csv --as registrar")
    told = json.loads(desk.runs("audit conformance HOL-2025-0012 --json").stdout)
    assert told["dossiers"] == 1
    assert [one["code"] for one in told["findings"]] == ["DEPARTED_UNDER_APPEAL"]
    assert desk.runs("audit conformance HOL-2025-0032").exit_code == 0
    assert desk.runs("audit conformance HOL-2025-9999").exit_code == 2
