"""How results and refusals look, as text and as JSON."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from cli.steps import STEPS
from cli.words import language, say
from domain.errors import TrajetError

if TYPE_CHECKING:
    from domain.decide import Failing
    from domain.record import Recorded
    from domain.rules import Rule
    from domain.trajectory import Trajectory


def complaint(refusal: TrajetError, *, as_json: bool = False) -> Iterator[str]:
    """Tell an error: one line, or for a refusal every guard with its rule, basis and date."""
    failures: list[Failing] | None = getattr(refusal, "failures", None)
    if as_json:
        yield json.dumps(
            {
                "error": told(refusal.template, refusal.values),
                "exit_code": refusal.exit_code,
                "guards": [
                    guard_json(failing) | ({"dossier": dossier} if dossier else {})
                    for dossier, failing in _by_dossier(refusal)
                ],
            },
            ensure_ascii=False,
        )
    elif failures is None:
        yield f"trajet: {told(refusal.template, refusal.values)}"
    elif [failing.rule for failing in failures] == ["ACC-01"]:  # and nothing more of the dossier
        shut_out = "ACC-01: this dossier is restricted, and {account} is not on its list"
        yield "trajet: " + told(shut_out, failures[0].values)
    else:
        yield "trajet: " + say("refused: {n} rule(s) stand in the way", n=len(failures))
        for dossier, failing in _by_dossier(refusal):
            yield from guard_lines(failing, dossier)
        if getattr(refusal, "unkept", False):
            yield "  " + say("this refusal could not be kept on record")


def _by_dossier(refusal: TrajetError) -> "Iterator[tuple[str, Failing]]":
    """Give each reason with its dossier, which is named only where several were asked at once."""
    failures: list[Failing] = getattr(refusal, "failures", None) or []
    dossiers: list[str] = getattr(refusal, "dossiers", None) or [""] * len(failures)
    yield from zip(dossiers, failures, strict=True)


def guard_lines(failing: "Failing", dossier: str = "") -> Iterator[str]:
    """Show one guard that does not pass, of a dossier that is named if there are several."""
    from domain.rules import rule

    row = rule(failing.rule)
    named = f"{dossier}  " if dossier else ""
    yield f"  {named}{row.id}  {row.name_in(language())}  [{certainty_of(row)}]"
    yield "      " + told(failing.template, failing.values)
    if follow := _instead(failing):
        yield "      " + say("may follow: {follow}", follow=", ".join(follow))
    yield "      " + say("basis: {basis}", basis=row.basis)
    if failing.passes_on:
        yield "      " + say("passes from: {day}", day=failing.passes_on)


def certainty_of(row: "Rule") -> str:
    """Tell how sure a rule is, and whether its number is a parameter of this house."""
    mark = say(row.certainty)
    return f"{mark}, {say('parameter')}" if row.parameter else mark


def guard_json(failing: "Failing") -> dict[str, Any]:
    """Write one guard that does not pass; ``passes_on`` is a day or null."""
    from domain.rules import rule

    row = rule(failing.rule)
    return {
        "rule": row.id,
        "name": row.name_in(language()),
        "basis": row.basis,
        "certainty": row.certainty,
        "parameter": row.parameter,
        "why": told(failing.template, failing.values),
        "may_follow": _instead(failing),
        "passes_on": failing.passes_on.isoformat() if failing.passes_on else None,
    }


def _instead(failing: "Failing") -> list[str]:
    """Name the steps that lead on from where the dossier is, as they are typed."""
    from domain.lifecycle import ENDED, VERSIONS, leads_elsewhere

    stage: Any = failing.values.get("stage")
    follow = str(failing.values.get("follow") or "").split(", ")
    wanted = (
        name
        for name in follow
        if any(leads_elsewhere(stage, name, version) for version in VERSIONS)
        or (stage in ENDED and name == "CorrectRecord")
    )
    typed = (STEPS.get(name, name).partition(" --")[0] for name in wanted)
    return list(dict.fromkeys(filter(None, typed)))


def told(template: str, values: Mapping[str, Any]) -> str:
    """Fill a template in the chosen language, code values in words where there are any."""
    return say(
        template,
        **{key: _in_words(value) if key in _CODED else value for key, value in values.items()},
    )


_CODED = {"after", "category", "functions", "kind", "may", "missing", "stage", "state", "verb"} | {
    "what",
    "why",
}
"""The blanks of our templates that hold codes or phrases; the others hold what somebody typed."""


def _in_words(value: object) -> str:
    whole = say(str(value))
    return whole if whole != value else ", ".join(say(part) for part in str(value).split(", "))


def receipt_json(
    line: "Recorded",
    state: "Trajectory | None" = None,
    members: "tuple[Trajectory, ...]" = (),
) -> dict[str, Any]:
    """Write what a recording command answers; ``members`` are the others of the family."""
    answer: dict[str, Any] = {
        "dossier": line.stream,
        "version": line.version,
        "topic": line.event.TOPIC,
        "occurred_at": instant(line.occurred_at),
        "recorded_at": instant(line.recorded_at),
        "log_index": line.log_index,
        "leaf_hash": line.leaf_hash.hex(),
    }
    if state is not None:
        answer["may_follow"] = may_follow(state, line.recorded_at, members)
    return answer


def leads_on(
    state: "Trajectory",
    now: datetime,
    act: str,
    members: "tuple[Trajectory, ...]" = (),
) -> list[str]:
    """
    List the steps that would pass now and lead on from an act, as they are typed.

    Those to another stage, and those of the same region; all the others are told by ``can``.
    """
    from domain.lifecycle import ASIDE, leads_elsewhere, region_of

    here = region_of(act)
    return _passing(
        state,
        now,
        members,
        lambda step: (
            leads_elsewhere(state.stage, step, state.procedure)
            or (step not in ASIDE and region_of(step) == here)
        ),
    )


def may_follow(
    state: "Trajectory", now: datetime, members: "tuple[Trajectory, ...]" = ()
) -> list[str]:
    """List the steps the procedure would let pass now, as they are typed."""
    return _passing(state, now, members, lambda _step: True)


def _passing(
    state: "Trajectory",
    now: datetime,
    members: "tuple[Trajectory, ...]",
    wanted: Callable[[str], bool],
) -> list[str]:
    from domain.decide import Attempt, Context, passes
    from domain.lifecycle import next_steps

    latest = max(now, state.latest)
    context = Context(at=latest, now=latest, members=members)
    return [
        STEPS[act]
        for act in next_steps(state.stage, state.procedure)
        if wanted(act) and passes(Attempt(state, act, context))
    ]


def instant(moment: datetime) -> str:
    """Write an instant with its zone, in Brussels time."""
    from domain.rules.calendar import BRUSSELS

    return moment.astimezone(BRUSSELS).isoformat()


def when(moment: datetime, *, whole_day: bool = False) -> str:
    """Show an instant as the desk reads it."""
    from domain.rules.calendar import BRUSSELS

    local = moment.astimezone(BRUSSELS)
    return f"{local:%Y-%m-%d}" if whole_day else f"{local:%Y-%m-%d %H:%M}"


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print a table: drawn on a terminal, plain columns elsewhere."""
    shown = [[_cell(value) for value in row] for row in rows]
    heads = [say(column) for column in columns]
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        drawn = Table(*heads)
        for row in shown:
            drawn.add_row(*(Text(cell) for cell in row))
        Console().print(drawn)
        return
    widths = [max(len(cell) for cell in column) for column in zip(heads, *shown, strict=True)]
    for row in [heads, *shown]:
        click.echo(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )


def by_whom(line: Any) -> str:
    """Say who acted, in what capacity, and who typed it in if that was somebody else."""
    by = f"{line.account} ({say(line.role)})"
    if line.recorded_by:
        by += " " + say("typed by {account}", account=line.recorded_by)
    return by


def entry_json(entry: Any) -> dict[str, Any]:
    """Write a row of a read model, its moments with their zone."""
    moments = {name: instant(getattr(entry, name)) for name in ("occurred_at", "recorded_at")}
    return asdict(entry) | moments


@contextmanager
def progress_bar(title: str = "") -> Iterator[Callable[[int, int], None] | None]:
    """Draw a progress bar on a terminal, told how much is done of how much; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return when(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
