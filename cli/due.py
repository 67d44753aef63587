"""The worklist: what runs out, in which dossier, and by which rule."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cli.base import Desk, command, option, place_named, print_json
from cli.render import certainty_of, instant, table, when
from cli.words import say

if TYPE_CHECKING:
    from domain.decide.clocks import Due

_SPAN = re.compile(r"(\d{1,4})([hdw])")
_UNITS = {"h": "hours", "d": "days", "w": "weeks"}


class Span(click.ParamType[Any]):
    """A length of time: ``36h``, ``7d`` or ``2w``."""

    name = "span"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta:
        """Return the length."""
        if isinstance(value, timedelta):
            return value
        found = _SPAN.fullmatch(str(value).strip().lower())
        if found is None:
            self.fail(
                say("{value} is not a length of time; write 36h, 7d or 2w", value=value), param, ctx
            )
        return timedelta(**{_UNITS[found[2]]: int(found[1])})


class _Clock(NamedTuple):
    dossier: str
    centre: str | None
    due: "Due"


@command("due")
@option("--within", type=Span(), metavar="SPAN", help="Only what runs out so soon: 36h, 7d or 2w.")
@option("--centre", metavar="CODE", help="Only dossiers of this centre.")
def due(desk: Desk, within: timedelta | None, centre: str | None) -> None:
    """List every running clock, overdue duties first: what runs out, when and by which rule."""
    from domain.rules import rule

    code = place_named(centre).code if centre else None
    now = datetime.now(UTC)
    clocks = [
        one for one in _clocks(desk, code, now) if within is None or one.due.at <= now + within
    ]
    clocks.sort(key=lambda one: (one.due.at, one.dossier))
    if desk.as_json:
        print_json([_clock_json(one, now) for one in clocks])
        return
    table(
        ("due", "overdue", "dossier", "what", "rule", "how sure", "basis"),
        (
            (
                when(one.due.at),
                say("yes") if one.due.at <= now else "",
                one.dossier,
                say(one.due.what),
                one.due.rule,
                certainty_of(rule(one.due.rule)),
                rule(one.due.rule).basis,
            )
            for one in clocks
        ),
    )


def _clocks(desk: Desk, centre: str | None, now: datetime) -> Iterator[_Clock]:
    from domain.decide.clocks import clocks
    from domain.trajectory import replay
    from projections.caseload import CASELOAD, running

    with desk.office.reading(CASELOAD) as connection:
        dossiers = running(connection, centre)
    for dossier in dossiers:
        state = replay(desk.office.journal.history(dossier))
        if state is not None:
            yield from (_Clock(dossier, state.centre, one) for one in clocks(state, now))


def _clock_json(one: _Clock, now: datetime) -> dict[str, Any]:
    from domain.rules import rule

    row = rule(one.due.rule)
    return {
        "dossier": one.dossier,
        "centre": one.centre,
        "rule": row.id,
        "certainty": row.certainty,
        "parameter": row.parameter,
        "basis": row.basis,
        "since": instant(one.due.since),
        "at": instant(one.due.at),
        "overdue": one.due.at <= now,
        "what": say(one.due.what),
    }
