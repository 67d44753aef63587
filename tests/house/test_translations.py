"""Every text people read is there in French and in Dutch, and the desk is spoken to in its own."""

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from string import Formatter
from typing import get_args, get_type_hints

import click
import pytest
from click.testing import CliRunner

from cli import main as top
from cli import words
from cli.base import TrajetCommand, _joined
from cli.procedure import UNITS
from cli.record import base as record
from cli.translations import fr, nl
from domain import errors, lifecycle, values
from domain.rules import Certainty
from projections import prepared, separation
from workflows import postgres, store_sqlite

HOUSE = Path(__file__).parents[2]
PACKAGES = ("domain", "workflows", "projections", "cli")
TEXTS = {"fr": fr.TEXTS, "nl": nl.TEXTS}

# The call → where, among what it is given, its texts stand.
ERRORS = {
    name: (0,)
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.TrajetError)
}
TOLD_BY = (
    ERRORS
    | {"say": (0,), "table": (0,), "Failing": (1,), "Due": (2,), "Missing": (1,), "_refuse": (0, 2)}
    | {
        "refuse": (0, 2),
        "in_our_words": (0,),
        "postgres.in_our_words": (0,),
        "Unreadable": (1,),
        "_valid": (3,),
        "only_for": (2,),
    }
)
CODE_LISTS = [
    kind
    for module in (values, lifecycle)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
] + [Certainty]

# Words that are the same in English and in the language of the desk.
SAME = {
    "fr": {
        *("F", "M", "X"),
        *(
            "brochure",
            "centre",
            "dossier",
            "fax",
            "identification",
            "incident",
            "information",
            "minute",
            "minutes",
            "options",
            "police",
            "position",
            "prison",
            "restriction",
        ),
        *("{n} h", "{n} min", "{n} s"),
    },
    "nl": {
        *("M", "X"),
        *("account", "auditor", "brochure", "dossier", "fax", "incident", "interviewer"),
        *("minister", "parameter", "week"),
        *("{n} d", "{n} min", "{n} s"),
    },
}


def _written_in(source: ast.Module) -> Iterator[str]:
    """Yield the texts a module tells people, as they stand in its source."""
    for node in ast.walk(source):
        if isinstance(node, ast.Call):
            yield from _told_by(node)
        elif isinstance(node, ast.For):
            yield from _said_in_turn(node)
        elif isinstance(node, ast.FunctionDef):
            yield from _filled_in(node)


def _told_by(call: ast.Call) -> Iterator[str]:
    name = ast.unparse(call.func)
    for place in TOLD_BY.get(name, ()):
        for text in call.args[place : place + 1]:
            yield from _texts(text)
    for keyword in call.keywords:
        if name in ERRORS and keyword.arg == "what":
            yield from _texts(keyword.value)


def _said_in_turn(loop: ast.For) -> Iterator[str]:
    """Yield the labels of ``for label, value in (("centre", …), …): … say(label)``."""
    if not (isinstance(loop.target, ast.Tuple) and isinstance(loop.iter, ast.Tuple)):
        return
    said = {
        call.args[0].id
        for call in ast.walk(loop)
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "say"
        if isinstance(call.args[0], ast.Name)
    }
    for at, name in enumerate(loop.target.elts):
        if isinstance(name, ast.Name) and name.id in said:
            for row in loop.iter.elts:
                yield from _texts(row.elts[at] if isinstance(row, ast.Tuple) else row)


def _filled_in(function: ast.FunctionDef) -> Iterator[str]:
    """Yield what a variable may be that stands for ``what`` in an error's text."""
    filling = {
        keyword.value.id
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and ast.unparse(call.func) in ERRORS
        for keyword in call.keywords
        if keyword.arg == "what" and isinstance(keyword.value, ast.Name)
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in filling:
            yield from _texts(node.value)


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield what an expression can be, as far as it is written out."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one)
            yield from _texts(other)
        case ast.Tuple(elts=several) | ast.List(elts=several) | ast.BoolOp(values=several):
            for each in several:
                yield from _texts(each)
        case ast.Call(func=ast.Name(id="next") | ast.Attribute(attr="get"), args=[_, default]):
            yield from _texts(default)


def _helped_by(command: click.Command) -> Iterator[str]:
    """Yield the help of a command, of its options and of the commands below it."""
    yield _joined(command.help)
    shared = command.shared_options() if isinstance(command, TrajetCommand) else []
    options = [each for each in (*command.params, *shared) if isinstance(each, click.Option)]
    yield from (each.help for each in options if each.help)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _helped_by(below)


def _all_texts() -> set[str]:
    """Return every text with a word in it that may have to be told in another language."""
    found: set[str] = set()
    for package in PACKAGES:
        for file in (HOUSE / package).rglob("*.py"):
            found.update(_written_in(ast.parse(file.read_text(encoding="utf-8"))))
    found.update(_helped_by(top.main))
    found.update(top._COMMANDS, record._HINTS.values(), (ours for _, ours in store_sqlite._SIGNS))
    found.update(postgres._UNREACHED.values(), postgres._STATES.values())
    found.update(str(code) for codes in CODE_LISTS for code in codes)
    found.update(get_args(get_type_hints(separation.Finding)["severity"]))
    found.update(prepared.ACTS)
    found.update(word for words in UNITS.values() for word in words)
    found.add("none")  # the state of what has not begun
    return {text for text in found if any(map(str.isalpha, "".join(_around_blanks(text))))}


def _around_blanks(text: str) -> Iterator[str]:
    return (words for words, *_ in Formatter().parse(text))


def _blanks(text: str) -> list[str]:
    return sorted(name for _, name, *_ in Formatter().parse(text) if name is not None)


ALL_TEXTS = _all_texts()


@pytest.mark.parametrize("language", TEXTS)
def test_every_text_is_translated(language):
    assert ALL_TEXTS - TEXTS[language].keys() == set()


@pytest.mark.parametrize("language", TEXTS)
def test_no_translation_has_lost_its_text(language):
    assert TEXTS[language].keys() - ALL_TEXTS == set()


@pytest.mark.parametrize("language", TEXTS)
def test_a_translation_leaves_the_same_blanks_to_fill(language):
    texts = TEXTS[language].items()
    assert [said for text, said in texts if _blanks(text) != _blanks(said)] == []


@pytest.mark.parametrize("language", TEXTS)
def test_a_translation_ends_in_a_full_stop_where_the_text_does(language):
    texts = TEXTS[language].items()
    assert [said for text, said in texts if said.endswith(".") != text.endswith(".")] == []


def test_a_french_colon_has_a_space_before_it():
    stuck = re.compile(r"(?<![A-Z]{3}-\d\d)(?<!trajet)(?<=[\w)}']):(?=\s|$)")
    assert [said for said in fr.TEXTS.values() if stuck.search(said)] == []


def test_a_label_gets_its_colon_in_one_place():
    """A label is said with ``colon()``: French is not written as English is."""
    own = re.compile(r"say\([^{}]*\)\}[^{}\"]*: ")
    files = (HOUSE / "cli").rglob("*.py")
    assert [file.name for file in files if own.search(file.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("language", TEXTS)
def test_only_words_that_are_the_same_are_left_as_they_are(language):
    assert {text for text, said in TEXTS[language].items() if text == said} == SAME[language]


# --- at the desk --------------------------------------------------------------------------


@pytest.fixture
def trajet(tmp_path, monkeypatch):
    """The command line as typed on a machine that speaks English, with a store of its own."""
    for variable in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("TRAJET_STORE", f"sqlite:///{tmp_path}/trajet.db")
    monkeypatch.setenv("TRAJET_AS", "d.lambert")

    def typed(line):
        # The language is chosen for one call, and each line here is a call of its own.
        monkeypatch.setattr(words, "_chosen", [])
        return CliRunner().invoke(top.main, line.split(), prog_name="trajet")

    return typed


def _told(result):
    """Everything shown, on one line, however it was folded."""
    return " ".join(result.output.split())


def test_help_is_told_in_french(trajet):
    shown = trajet("--lang fr inform --help")
    assert shown.exit_code == 0
    assert "Enregistrer que les droits, les obligations et les options" in _told(shown)
    assert "Une langue que le résident comprend." in _told(shown)


def test_help_of_one_command_may_ask_for_its_language_itself(trajet):
    assert "Een taal die de bewoner begrijpt." in _told(trajet("inform --lang nl --help"))


def test_the_first_help_has_its_titles_in_dutch(trajet):
    assert "raadplegen: show Tonen waar een dossier staat" in _told(trajet("--lang nl --help"))


def test_a_refusal_is_told_in_dutch(trajet):
    trajet("init --as registrar")
    trajet("staff add d.lambert --person P-001 --function coach --as registrar")
    assert trajet("open HOL-2026-0001").exit_code == 0
    refused = trajet(
        "--lang nl decision notify HOL-2026-0001 --language fr --means by-hand --by centre-director"
        " --acknowledgement signed"
    )
    assert refused.exit_code == 3
    assert "geweigerd; regels die in de weg staan: 2" in refused.stderr
    assert "in deze ronde is geen beslissing genomen" in refused.stderr
    assert "grondslag: " in refused.stderr


def test_an_error_is_told_in_french(trajet):
    missing = trajet("--lang fr show HOL-2026-0001")
    assert missing.exit_code == 6
    assert "trajet: aucun dépôt à l'emplacement " in missing.stderr


def test_a_language_that_is_not_spoken_here_is_an_error_of_use(trajet):
    unknown = trajet("--lang xx show HOL-2026-0001")
    assert unknown.exit_code == 2
    assert unknown.stdout == ""
    assert unknown.stderr == "trajet: --lang: xx is not one of: fr, nl, en\n"


def test_the_locale_chooses_the_language_when_nobody_does(trajet, monkeypatch):
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    assert "ontbreekt: DOSSIER" in trajet("inform").stderr
    assert "il manque : DOSSIER" in trajet("--lang fr inform").stderr


def test_a_locale_of_another_language_is_spoken_to_in_english(trajet, monkeypatch):
    monkeypatch.setenv("LANG", "de_BE.UTF-8")
    assert "missing: DOSSIER" in trajet("inform").stderr
