"""Under pseudonyms nothing tells when somebody was born: no field, and no moment of an act."""

import json
from typing import Any

import pytest
from exports.conftest import FORMATS
from exports.family import BORN, EIGHTEEN, SON, taken_in
from story import Desk


@pytest.fixture
def home(file_desk: Desk) -> Desk:
    """Give a desk where a child was born and another became eighteen."""
    return taken_in(file_desk)


def export(desk: Desk, form: str, *words: str) -> Any:
    """Export; return what is said of it."""
    line = f"audit export --format {form} -o {{folder}}/out {' '.join(words)} --json --as a.denis"
    run = desk.runs(line)
    assert run.exit_code == 0, run.output
    return json.loads(run.stdout)


def acts(desk: Desk) -> list[str]:
    told = (desk.folder / "out").read_text(encoding="utf-8").splitlines()
    return [json.loads(one)["data"]["activity"] for one in told]


def test_what_tells_a_birth_is_left_out_and_counted(home: Desk) -> None:
    """The birth in the mother's dossier and the son's, the child's opening and link; the majority
    in all three; and the correction of a birth."""
    assert export(home, "jsonl")["left_out"] == 2 + 2 + 3 + 1
    assert acts(home)[:5] == [
        "resident-admitted",
        "resident-admitted",
        "family-linked",
        "family-linked",
        "information-given",
    ]
    told = home.runs("audit export --format csv -o {folder}/said --as a.denis").stdout
    assert "8 act(s) whose moment tells a birth are left out" in told


@pytest.mark.parametrize("form", FORMATS)
def test_no_day_of_birth_is_in_any_format(home: Desk, form: str) -> None:
    export(home, form)
    content = (home.folder / "out").read_bytes()
    for day in (BORN, EIGHTEEN, "2024-03-14", "2042-03"):
        assert day.encode() not in content


def test_with_real_names_nothing_is_left_out(home: Desk) -> None:
    assert export(home, "jsonl", "--plain")["left_out"] == 0
    assert acts(home).count("member-born") == 2
    assert acts(home).count("majority-reached") == 3


def test_only_what_was_asked_for_is_counted(home: Desk) -> None:
    assert export(home, "jsonl", f"--dossier {SON}")["left_out"] == 2
    assert export(home, "jsonl", "--force", "--until 2020-01-01")["left_out"] == 0
