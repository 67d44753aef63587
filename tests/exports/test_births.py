"""Under pseudonyms nothing tells when somebody was born: no field, and no moment of an act."""

import json
from typing import Any

import pytest
from exports.conftest import FORMATS
from specs.access.desk import STAFF
from story import Desk

MOTHER, SON, CHILD = "TUB-2024-0001", "TUB-2024-0002", "TUB-2024-0003"
BORN, EIGHTEEN = "2024-03-15", "2024-03-20"
FAMILY = f"""\
open {MOTHER} --centre TUB --from border --sex F --adult --on 2024-03-02T10:00 --as d.lambert
open {SON} --centre TUB --from border --sex M --minor --accompanied \
--on 2024-03-02T10:00 --as d.lambert
family link {MOTHER} {SON} --role parent --role child --majority-on {SON}={EIGHTEEN} \
--on 2024-03-02T10:20 --as d.lambert
family birth {MOTHER} --dossier {CHILD} --sex F --on {BORN}T04:20 --as d.lambert
family majority {SON} --on {EIGHTEEN}T09:00 --as d.lambert
correct {MOTHER} --version 3 --field occurred_at --to 2024-03-14T23:10 --reason night --as n.bernard
inform {CHILD} --language fr --interpreter I-17 --on 2024-03-25T10:00 --as d.lambert
"""


@pytest.fixture
def family(file_desk: Desk) -> Desk:
    """Give a desk where a child was born and another became eighteen."""
    file_desk.staffed(*STAFF).does(FAMILY)
    return file_desk


def export(desk: Desk, form: str, *words: str) -> Any:
    """Export; return what is said of it."""
    line = f"audit export --format {form} -o {{folder}}/out {' '.join(words)} --json --as a.denis"
    run = desk.runs(line)
    assert run.exit_code == 0, run.output
    return json.loads(run.stdout)


def acts(desk: Desk) -> list[str]:
    told = (desk.folder / "out").read_text(encoding="utf-8").splitlines()
    return [json.loads(one)["data"]["activity"] for one in told]


def test_what_tells_a_birth_is_left_out_and_counted(family: Desk) -> None:
    """The birth in the mother's dossier and the son's, the child's opening and link; the majority
    in all three; and the correction of a birth."""
    assert export(family, "jsonl")["left_out"] == 2 + 2 + 3 + 1
    assert acts(family) == [
        "resident-admitted",
        "resident-admitted",
        "family-linked",
        "family-linked",
        "information-given",
    ]
    told = family.runs("audit export --format csv -o {folder}/said --as a.denis").stdout
    assert "8 act(s) whose moment tells a birth are left out" in told


@pytest.mark.parametrize("form", FORMATS)
def test_no_day_of_birth_is_in_any_format(family: Desk, form: str) -> None:
    export(family, form)
    content = (family.folder / "out").read_bytes()
    for day in (BORN, EIGHTEEN, "2024-03-14", "2042-03"):
        assert day.encode() not in content


def test_with_real_names_nothing_is_left_out(family: Desk) -> None:
    assert export(family, "jsonl", "--plain")["left_out"] == 0
    assert acts(family).count("member-born") == 2
    assert acts(family).count("majority-reached") == 3


def test_only_what_was_asked_for_is_counted(family: Desk) -> None:
    assert export(family, "jsonl", f"--dossier {SON}")["left_out"] == 2
    assert export(family, "jsonl", "--force", "--until 2020-01-01")["left_out"] == 0
