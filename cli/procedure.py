"""The commands that show the procedure itself, read off its tables."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from cli.base import (
    DOSSIER,
    Desk,
    Moment,
    Number,
    TrajetGroup,
    free_text,
    option,
    place_named,
    print_json,
    text_of,
)
from cli.render import certainty_of, guard_json, table
from cli.steps import STEPS
from cli.words import language, say
from cli.worklist import dossiers_at_hand
from domain.errors import BadInput, UnknownDossier

if TYPE_CHECKING:
    from domain.decide.migration import Crossing
    from domain.rules import Rule
    from domain.trajectory import Trajectory


@click.group("procedure", cls=TrajetGroup)
def procedure() -> None:
    """Show the procedure: its stages, steps and diagrams."""


_VERSION = option(
    "--procedure",
    "version",
    type=Number(min=1),
    metavar="N",
    help="The version; else the newest.",
)


@procedure.command("show")
@_VERSION
def show(desk: Desk, version: int | None) -> None:
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
        if row.is_in(_known_version(version))
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
    "minutes": ("minute", "minutes"),
    "hours": ("hour", "hours"),
    "calendar_days": ("calendar day", "calendar days"),
    "working_days": ("working day", "working days"),
    "weeks": ("week", "weeks"),
    "months": ("month", "months"),
    "years": ("year", "years"),
    "words": ("word", "words"),
    "percent": ("percent", "percent"),
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


@procedure.command("migrate")
@click.argument("dossiers", nargs=-1, type=DOSSIER)
@option("--centre", metavar="CODE", help="All running dossiers of this centre.")
@option("--to", "version", type=Number(min=1), metavar="N", help="The version; else the newest.")
@option("--dry-run", is_flag=True, help="Only tell what each dossier could no longer do.")
@free_text("reason", "Why; sealed.")
def migrate(
    desk: Desk,
    dossiers: tuple[str, ...],
    centre: str | None,
    version: int | None,
    dry_run: bool,
    **said: Any,
) -> None:
    """Take dossiers over to a newer version of the procedure, or tell what would get stuck."""
    wanted, reason = _known_version(version), text_of(said, "reason")
    crossings = _crossings(desk, dossiers, centre, wanted)
    if not dry_run:
        for one in crossings:
            _take_over(desk, one.dossier, wanted, reason)
    if desk.as_json:
        print_json([_crossing_json(one, wanted, taken_over=not dry_run) for one in crossings])
        return
    table(
        ("dossier", "stage", "from", "to", "stuck", "no longer passes", "rules"),
        (
            (
                one.dossier,
                say(one.stage),
                one.version,
                wanted,
                say("yes") if one.stuck else "",
                ", ".join(STEPS[act] for act, _ in one.lost),
                " ".join(_rules_of(one)),
            )
            for one in crossings
        ),
    )
    stuck = sum(one.stuck for one in crossings)
    click.echo(
        say(
            "{n} dossier(s), {stuck} stuck"
            if dry_run
            else "{n} dossier(s) taken over, {stuck} stuck",
            n=len(crossings),
            stuck=stuck,
        )
    )


def _crossings(
    desk: Desk, dossiers: tuple[str, ...], centre: str | None, version: int
) -> "list[Crossing]":
    """Look at each dossier asked for, or at all that run, that is under an older version."""
    from domain.decide.migration import crossing

    states: Iterable[Trajectory]
    if dossiers:
        states = [_state_of(desk, dossier) for dossier in dossiers]
    else:
        states = dossiers_at_hand(desk, place_named(centre).code if centre else None)
    now = datetime.now(UTC)
    return [crossing(state, version, now) for state in states if state.procedure < version]


def _state_of(desk: Desk, dossier: str) -> "Trajectory":
    from domain.trajectory import replay

    state = replay(desk.office.journal.history(dossier))
    if state is None:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    return state


def _take_over(desk: Desk, dossier: str, version: int, reason: str | None) -> None:
    from domain.commands import MigrateTrajectory
    from domain.values import Sealed
    from workflows.handle import Occasion, handle

    handle(
        desk.office.journal,
        desk.office.vault,
        MigrateTrajectory(
            dossier=dossier, version=version, reason=Sealed.of(reason) if reason else None
        ),
        Occasion(account=desk.account, on_behalf_of=desk.on_behalf_of),
    )


def _rules_of(one: "Crossing") -> list[str]:
    return list(dict.fromkeys(reason.rule for _, reasons in one.lost for reason in reasons))


def _crossing_json(one: "Crossing", version: int, *, taken_over: bool) -> dict[str, Any]:
    return {
        "dossier": one.dossier,
        "stage": one.stage,
        "from": one.version,
        "to": version,
        "stuck": one.stuck,
        "taken_over": taken_over,
        "lost": [
            {"step": STEPS[act], "guards": [guard_json(reason) for reason in reasons]}
            for act, reasons in one.lost
        ],
    }


class _Table(click.ParamType[Any]):
    """The stages, or one of the small tables, by its name."""

    name = "table"

    def _known(self) -> list[str]:
        from domain import lifecycle

        return ["stages", *lifecycle.COURSES]

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Show the names in help."""
        return "[" + "|".join(self._known()) + "]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Accept a name there is a table of."""
        if value not in self._known():
            known = ", ".join(self._known())
            self.fail(say("{value} is not one of: {known}", value=value, known=known), param, ctx)
        return value


@procedure.command("diagram")
@option("--region", type=_Table(), default="stages", show_default=True, help="Which table to draw.")
@_VERSION
def diagram(desk: Desk, region: str, version: int | None) -> None:
    """Draw a table of the procedure as a Mermaid state diagram."""
    text = mermaid(region, _known_version(version))
    if desk.as_json:
        print_json({"region": region, "mermaid": text})
    else:
        click.echo(text, nl=False)


def _known_version(version: int | None) -> int:
    from domain.lifecycle import NEWEST, VERSIONS

    wanted = version or NEWEST
    if wanted not in VERSIONS:
        raise BadInput("there is no procedure {n}", n=wanted)
    return wanted


def mermaid(region: str, version: int) -> str:
    """
    Write the state diagram of a region in a version of the procedure.

    Steps that lead back to the same stage are left out.
    """
    return "stateDiagram-v2\n" + "".join(f"    {line}\n" for line in _lines(region, version))


def _lines(region: str, version: int) -> list[str]:
    from domain import lifecycle

    steps = [row for row in lifecycle.STEPS if row.is_in(version)]
    lines: list[str] = []
    if region == "stages":
        for row in steps:
            if row.to is None:
                continue
            step = STEPS[row.command]
            label = f"{step} [{row.when.replace('_', ' ')}]" if row.when else step
            lines += [
                f"{_id(source)} --> {_id(row.to)}: {label}" for source in row.after or ("[*]",)
            ]
        return list(dict.fromkeys(lines))
    for course in lifecycle.COURSES[region]:
        step = STEPS[lifecycle.COMMAND_OF[course.event]]
        lines += [f"{_id(source or '[*]')} --> {_id(course.to)}: {step}" for source in course.after]
    return lines


def _id(state: str) -> str:
    return str(state).replace("-", "_")
