"""The commands that show the procedure itself, read off its tables."""

from typing import TYPE_CHECKING, Any

import click

from cli.base import Choice, Desk, Moment, TrajetGroup, option, print_json
from cli.render import certainty_of, table
from cli.steps import STEPS
from cli.words import language, say

if TYPE_CHECKING:
    from datetime import datetime

    from domain.rules import Rule


@click.group("procedure", cls=TrajetGroup)
def procedure() -> None:
    """Show the procedure: its stages, steps and diagrams."""


@procedure.command("show")
def show(desk: Desk) -> None:
    """List every step: from which stages, to which, and who may take it."""
    from domain import events, lifecycle
    from domain.authority import MAY

    listed: list[dict[str, Any]] = [
        {
            "step": STEPS[row.command],
            "event": getattr(events, row.event).TOPIC,
            "after": list(row.after),
            "to": row.to,
            "when": row.when.replace("_", " ") or None,
            "who": sorted(MAY[row.command]),
        }
        for row in lifecycle.STEPS
    ]
    if desk.as_json:
        print_json(listed)
        return
    table(
        ("step", "after", "to", "when", "who"),
        (
            (
                row["step"],
                ", ".join(row["after"]) or "-",
                row["to"] or "=",
                row["when"],
                ", ".join(row["who"]),
            )
            for row in listed
        ),
    )


@procedure.command("rules")
@option(
    "--on",
    "on",
    type=Moment(),
    metavar="DATE",
    help="Only those in force that day, or for what was notified on it.",
)
def rules_(desk: Desk, on: "tuple[datetime, bool] | None") -> None:
    """List the rules: term, basis, how sure they are, and since when or until when they hold."""
    from domain.rules import rules
    from domain.rules.calendar import brussels_day

    day = brussels_day(on[0]) if on else None
    listed = [row for row in rules() if day is None or row.in_force(day)]
    if desk.as_json:
        print_json([_rule_json(row) for row in listed])
        return
    table(
        ("rule", "name", "term", "how sure", "in force", "basis"),
        (
            (
                row.id,
                row.name_in(language()),
                term_of(row),
                certainty_of(row),
                _validity(row),
                row.basis,
            )
            for row in listed
        ),
    )


def _rule_json(row: "Rule") -> dict[str, Any]:
    """Write all a row says; a date as ISO 8601 text, what it does not say as null."""
    said = row._asdict() | {"name": row.name._asdict(), "acts": row.acts}
    return {
        key: value.isoformat() if key in ("valid_from", "valid_to") and value else value
        for key, value in said.items()
    }


UNITS = {
    "hours": ("hour", "hours"),
    "calendar_days": ("calendar day", "calendar days"),
    "working_days": ("working day", "working days"),
    "weeks": ("week", "weeks"),
    "months": ("month", "months"),
    "years": ("year", "years"),
}
"""How the units of terms are called, one and several."""


def term_of(row: "Rule") -> str:
    """Tell a rule's length in words: ``7 to 30 calendar days``; nothing where it has none."""
    if row.unit is None:
        return ""
    bounds = [n for n in (row.length_min, row.length, row.length_max) if n is not None]
    if row.lengths:
        counted = ", ".join(map(str, row.lengths))
    elif len(bounds) > 1:
        counted = say("{least} to {most}", least=bounds[0], most=bounds[-1])
    elif row.length is not None:
        counted = str(row.length)
    else:
        counted = say("at least {n}" if row.length_max is None else "at most {n}", n=bounds[0])
    one, several = UNITS[row.unit]
    return f"{counted} {say(one if counted == '1' else several)}"


def _validity(row: "Rule") -> str:
    """Tell from when to when a rule acts."""
    if not row.acts:
        return say("never acts")
    bounds = {"from": row.valid_from, "to": row.valid_to}
    return " ".join(f"{say(word)} {day}" for word, day in bounds.items() if day)


@procedure.command("diagram")
@option(
    "--region",
    type=Choice(["stages", "round", "appeal", "iom", "fitness"]),
    default="stages",
    show_default=True,
    help="Which table to draw.",
)
def diagram(desk: Desk, region: str) -> None:
    """Draw a table of the procedure as a Mermaid state diagram."""
    text = mermaid(region)
    if desk.as_json:
        print_json({"region": region, "mermaid": text})
    else:
        click.echo(text, nl=False)


def mermaid(region: str) -> str:
    """Write the state diagram of a region; steps that lead back to the same stage are left out."""
    return "stateDiagram-v2\n" + "".join(f"    {line}\n" for line in _lines(region))


def _lines(region: str) -> list[str]:
    from domain import lifecycle

    lines: list[str] = []
    if region == "stages":
        for row in lifecycle.STEPS:
            if row.to is None:
                continue
            step = STEPS[row.command]
            label = f"{step} [{row.when.replace('_', ' ')}]" if row.when else step
            lines += [
                f"{_id(source)} --> {_id(row.to)}: {label}" for source in row.after or ("[*]",)
            ]
        return lines
    for course in lifecycle.COURSES[region]:
        step = STEPS[lifecycle.COMMAND_OF[course.event]]
        lines += [f"{_id(source or '[*]')} --> {_id(course.to)}: {step}" for source in course.after]
    return lines


def _id(state: str) -> str:
    return str(state).replace("-", "_")
