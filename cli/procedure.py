"""The commands that show the procedure itself, read off its tables."""

from typing import Any

import click

from cli.base import Choice, Desk, TrajetGroup, option, print_json
from cli.render import table
from cli.steps import STEPS


@click.group("procedure", cls=TrajetGroup)
def procedure() -> None:
    """Show the procedure: its stages, steps and diagrams."""


@procedure.command("show")
def show(desk: Desk) -> None:
    """List every step: from which stages, to which, and who may take it."""
    from domain import lifecycle
    from domain.authority import MAY

    listed: list[dict[str, Any]] = [
        {
            "step": STEPS[row.command.__name__],
            "event": row.event.TOPIC,
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
            step = STEPS[row.command.__name__]
            label = f"{step} [{row.when.replace('_', ' ')}]" if row.when else step
            lines += [
                f"{_id(source)} --> {_id(row.to)}: {label}" for source in row.after or ("[*]",)
            ]
        return lines
    for course in lifecycle.REGIONS[region]:
        step = STEPS[lifecycle.COMMAND_OF[course.event].__name__]
        lines += [f"{_id(source or '[*]')} --> {_id(course.to)}: {step}" for source in course.after]
    return lines


def _id(state: str) -> str:
    return str(state).replace("-", "_")
