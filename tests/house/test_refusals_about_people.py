"""A guard that asks for another person says so: such a refusal has an exit code of its own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

DECIDE = Path(__file__).parents[2] / "domain" / "decide"
FOR_ANOTHER = ("another person", "; another must", "{account} acts as", "is not on its list")
OF_A_LEVEL = (
    "this is for {may}",
    "in all are for {may}",
    "for the Minister alone",
    "is not for {functions}",
)
OF_A_MANDATE = (
    "no delegation from",
    "the delegation from {principal} to {account} is for other acts",
    "{account} stands in for {person}",
    "is not any more as it is recorded",
    "was not yet when it happened",
)
OF_WHAT_ANOTHER_MAY_STILL_DO = ("the objection that {person} raised as {account} is pending",)
OF_WHO_ACTED_BEFORE = "the prolongation until {day} was decided as {functions}"
"""What somebody did in the past is a matter of the dossier: nobody else can do it over."""


def _reasons() -> Iterator[tuple[str, bool]]:
    """Give the text of every guard, and whether it is said to be about people."""
    for file in DECIDE.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Failing":
                said = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
                yield ast.unparse(node.args[1]), said.get("about_people") == "True"


@pytest.mark.parametrize(
    "words", [*FOR_ANOTHER, *OF_A_LEVEL, *OF_A_MANDATE, *OF_WHAT_ANOTHER_MAY_STILL_DO]
)
def test_what_another_person_could_do_is_about_people(words):
    marked = [
        about_people
        for text, about_people in _reasons()
        if words in text and OF_WHO_ACTED_BEFORE not in text
    ]
    assert marked, f"no guard says {words}"
    assert all(marked)


def test_nothing_else_is_about_people():
    asks_for_another = (*FOR_ANOTHER, *OF_A_LEVEL, *OF_A_MANDATE, *OF_WHAT_ANOTHER_MAY_STILL_DO)
    assert [
        text
        for text, about_people in _reasons()
        if about_people and not any(words in text for words in asks_for_another)
    ] == []
