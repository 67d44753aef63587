"""
What the generated parts of these pages are made of: each function returns Markdown.

The pages call them between cog's marks; ``make docs`` writes the result into the page
and ``make check`` refuses a page that is behind. Everything comes from the tables the
program itself runs on, so nothing here is a second truth.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from inspect import cleandoc
from pathlib import Path
from typing import Any, get_args
from unittest.mock import patch

import click
from acts import how_rules_act, rules_named

from cli import words
from cli.main import main
from cli.procedure import mermaid, term_of
from cli.render import certainty_of
from cli.steps import STEPS
from domain import authority, errors, events, lifecycle, merkle, values
from domain.decide import Refused
from domain.record import Recorded
from domain.rules import Certainty, rule, rules
from domain.rules import code_lists as code_lists_as_data
from domain.values import Category, Function, sealed_fields

WIDTH = 100
HOUSE = Path(__file__).parents[1]

words.choose("en")


# --- the command line ---------------------------------------------------------------------


def everywhere() -> str:
    """Show the options every command takes, once."""
    with main.context_class(main, info_name="trajet", terminal_width=WIDTH) as context:
        formatter = context.make_formatter()
        main.format_options(context, formatter)
        return _block(formatter.getvalue().partition("\n\n")[0])


def command_line() -> str:
    """Show the help of every command; the options that go everywhere are left out."""
    parts = []
    with (
        patch("cli.base._common_options", list),
        main.context_class(main, info_name="trajet", terminal_width=WIDTH) as context,
    ):
        for path, help_text in _helps(main, context):
            parts.append(f"{'#' * (path.count(' ') + 2)} {path}\n\n{_block(help_text)}")
    return "\n\n".join(parts)


def _helps(group: click.Group, context: click.Context) -> Iterator[tuple[str, str]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        with command.context_class(command, info_name=name, parent=context) as below:
            yield below.command_path, command.get_help(below)
            if isinstance(command, click.Group):
                yield from _helps(command, below)


def exit_codes() -> str:
    """List the exit codes: those of the errors, and the few that are no errors of ours."""
    known = {
        0: "done; also when some rows of a register were rejected",
        1: "a check ran to its end and found something",
        130: "interrupted from the keyboard",
    }
    for kind in (*errors.TrajetError.__subclasses__(), Refused):
        code = 3 if kind is Refused else kind.exit_code
        said = "The procedure does not allow it." if kind is Refused else _line(kind)
        known.setdefault(code, said[0].lower() + said[1:].rstrip("."))
    return _table(("code", "what it says"), ((f"`{code}`", known[code]) for code in sorted(known)))


# --- events -------------------------------------------------------------------------------


def catalogue(kinds: Iterable[type[events.Event]]) -> str:
    """List events: the name they are stored under, what they say, their fields."""
    return _table(
        ("topic", "what it says", "fields", "sealed"),
        ((f"`{kind.TOPIC}`", _line(kind), _open_fields(kind), _sealed_of(kind)) for kind in kinds),
    )


def _open_fields(kind: type[events.Event]) -> str:
    sealed = sealed_fields(kind)
    return ", ".join(
        f"`{name}`" + ("" if field.is_required() else "?") + _list_of(field.annotation)
        for name, field in kind.model_fields.items()
        if name not in sealed
    )


def _list_of(annotation: Any) -> str:
    """Name the code list a field takes its value from, if it does."""
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and issubclass(part, StrEnum):
            return f" ([{part.__name__}](#{part.__name__.lower()}))"
    return ""


def _sealed_of(kind: type[events.Event]) -> str:
    by_category: dict[Category, list[str]] = {}
    for name, category in sealed_fields(kind).items():
        optional = "" if kind.model_fields[name].is_required() else "?"
        by_category.setdefault(category, []).append(f"`{name}`{optional}")
    return "; ".join(f"{category}: {', '.join(names)}" for category, names in by_category.items())


def code_lists() -> str:
    """List the code lists that events use, with all their values."""
    used = {
        part
        for kind in events.EVENTS.values()
        for field in kind.model_fields.values()
        for part in (field.annotation, *get_args(field.annotation))
        if isinstance(part, type) and issubclass(part, StrEnum)
    }
    return "\n\n".join(
        f"### {kind.__name__}\n\n{_line(kind)}\n\n" + ", ".join(f"`{one}`" for one in kind)
        for kind in vars(values).values()
        if isinstance(kind, type) and kind in used
    )


def stored_keys() -> str:
    """List the keys of a stored line, as the docstring of its module explains them."""
    from workflows import lines

    said = " ".join(cleandoc(lines.__doc__ or "").split())
    listed = said[said.index("``cmd``") : said.index("What is absent")].rstrip(". ")
    rows = []
    for part in listed.split(" · "):
        keys, _, meaning = part.rpartition("`` ")
        meanings = meaning.split(" and ") if "/" in keys else [meaning]
        rows += zip(re.findall(r"\w+", keys), meanings, strict=True)
    return _table(("key", "meaning"), ((f"`{key}`", meaning) for key, meaning in rows))


# --- the log ------------------------------------------------------------------------------


def tables() -> str:
    """Show the statements that make the tables of an event store."""
    from workflows.store_sqlite import TABLES

    made = [statement.replace(" IF NOT EXISTS", "") for statement in TABLES.values()]
    return "```sql\n" + "\n".join(_folded(statement) for statement in made) + "\n```"


def _folded(statement: str) -> str:
    """Write a statement with a column on each line."""
    name, _, rest = statement.partition(" (")
    columns, _, ending = rest.rpartition(")")
    split = re.split(r", (?![^(]*\))", columns)
    return f"{name} (\n    " + ",\n    ".join(split) + f"\n){ending};"


def leaf_example() -> str:
    """Show a stored line, the command that hashes its leaf, and the hash."""
    from workflows.lines import state_of

    topic = "iom-file-opened.v1"
    line = Recorded(
        stream="VOT-2025-0042",
        version=10,
        event=events.IomFileOpened(reference="OIM-2025-00042"),
        occurred_at=datetime(2025, 3, 12, 13, 0, tzinfo=UTC),
        recorded_at=datetime(2025, 3, 12, 13, 2, 11, 250000, tzinfo=UTC),
        account="d.lambert",
        person="P-001",
        role="coach",
        command_id="7d0f3c52-8f0a-4c36-9d0b-0f2a4f1c5e77",
        rule_set="2026.1",
    )
    state = state_of(line)
    text = merkle.leaf_text(19, 20, line.stream, line.version, topic, state)
    typed = text.decode().replace("\n", "\\n")
    return (
        f"```json\n{state.decode()}\n```\n\n"
        f"```sh\nprintf '\\000{typed}' | sha256sum\n"
        f"# {merkle.leaf_hash(text).hex()}\n```"
    )


# --- the procedure ------------------------------------------------------------------------


def diagram(region: str, version: int = lifecycle.NEWEST) -> str:
    """Draw the stages or one of the small tables."""
    return f"```mermaid\n{mermaid(region, version)}```"


def courses() -> str:
    """Draw every small table, each under its name."""
    return "\n\n".join(
        f"### {name.replace('-', ' ').capitalize()}\n\n{diagram(name)}"
        for name in lifecycle.COURSES
    )


def coded() -> str:
    """List the code lists that are data, with what each code is called."""
    return "\n\n".join(
        f"### `{name}`\n\n"
        + _table(
            ("code", "English", "français", "Nederlands", "from", "to"),
            (
                (
                    f"`{one.code}`",
                    *one.name,
                    str(one.valid_from or ""),
                    str(one.valid_to or ""),
                )
                for one in codes.values()
            ),
        )
        for name, codes in code_lists_as_data().items()
    )


def rules_kept() -> str:
    """Say of every legal rule how the program acts on it and which specifications hold it there."""
    judged, held = _judged(), _specified()
    return _table(
        ("rule", "what it asks", "how sure", "acts as", "held by"),
        (
            (
                f"`{one.id}`",
                one.name.en,
                certainty_of(one),
                judged[one.id],
                ", ".join(f"`{name}`" for name in held.get(one.id, ())),
            )
            for one in rules()
            if one.certainty is not Certainty.DESIGN and one.id in judged
        ),
    )


def rules_not_kept() -> str:
    """List the legal rules that are data only, with the reason."""
    return _table(
        ("rule", "what it asks", "how sure", "why it is data only"),
        (
            (f"`{id_}`", rule(id_).name.en, certainty_of(rule(id_)), why)
            for id_, why in DATA_ONLY.items()
        ),
    )


DATA_ONLY = {
    "DET-13": "announced: the regulation is not published, and what is announced never acts",
    "PLA-01": "open: neither the term nor the effect of a complaint is known; the complaint itself "
    "is recorded and followed (`complaint lodge`), with the rule's mark beside it",
    "PUB-02": "a register, not a condition: `exchange list` is that register, by day of receipt",
}
"""Legal rules that nothing in the code acts on, and why."""


def _specified() -> dict[str, list[str]]:
    """Find which specifications name a rule in what they do; a docstring does nothing."""
    found: dict[str, list[str]] = {}
    specs = HOUSE / "tests" / "specs"
    for file in sorted(specs.rglob("test_*.py")):
        if file.name == "test_rules.py":
            continue
        for rule_id in sorted(rules_named(file.read_text("utf-8"))):
            found.setdefault(rule_id, []).append(str(file.relative_to(specs).with_suffix("")))
    return found


def who_may() -> str:
    """Draw the matrix of acts and functions."""
    acts: dict[str, frozenset[Function]] = {
        f"`{typed}`": authority.MAY[name] for name, typed in STEPS.items()
    }
    acts["`import`"] = authority.MAY_IMPORT
    acts["`staff add`"] = authority.MAY["AddStaff"]
    functions = [one for one in Function if any(one in may for may in acts.values())]
    return _table(
        ("act", *functions),
        ((act, *("●" if one in may else "" for one in functions)) for act, may in acts.items()),
    )


def who_records_nothing() -> str:
    """Name the functions that have no act in this version."""
    acting = frozenset().union(*authority.MAY.values(), authority.MAY_IMPORT)
    return ", ".join(f"`{one}`" for one in Function if one not in acting)


def who_reads() -> str:
    """List, for each category of sealed content, the functions to which it is shown."""
    return _table(
        ("category", "shown to"),
        (
            (f"`{category}`", ", ".join(one for one in Function if one in authority.SEES[category]))
            for category in Category
        ),
    )


def rule_table() -> str:
    """List the rules; the last column says whether this version acts on them."""
    judged = _judged()
    return _table(
        ("rule", "name", "basis", "how sure", "length", "acts as"),
        (
            (
                f"`{one.id}`",
                one.name.en,
                one.basis,
                certainty_of(one),
                term_of(one),
                judged.get(one.id, ""),
            )
            for one in rules()
        ),
    )


_CONTROL = "motives.py"
"""What of the judging is done by a control, afterwards: it refuses nothing."""


def _judged() -> dict[str, str]:
    """Find how each rule acts in the code: what judges, and what controls where nothing judges."""
    judges = (HOUSE / "domain" / "decide").glob("*.py")
    places = [
        *(place for place in judges if place.name != _CONTROL),
        HOUSE / "domain" / "staffing.py",
        *(HOUSE / "workflows").glob("*.py"),
    ]
    found = how_rules_act(place.read_text("utf-8") for place in sorted(places))
    controls = [HOUSE / "domain" / "decide" / _CONTROL, *(HOUSE / "cli").glob("control_*.py")]
    for control in sorted(controls):
        for rule_id in rules_named(control.read_text("utf-8")):
            found.setdefault(rule_id, ["control"])
    return {rule_id: ", ".join(ways) for rule_id, ways in found.items()}


# --- Markdown -----------------------------------------------------------------------------


def _line(kind: type) -> str:
    """Put a docstring on one line, code in single backticks."""
    return " ".join(cleandoc(kind.__doc__ or "").split()).replace("``", "`")


def _block(text: str) -> str:
    body = "\n".join(line.rstrip() for line in text.strip("\n").splitlines())
    return f"```text\n{body}\n```"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines
    )
