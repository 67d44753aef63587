"""The worklist: what runs out, in which dossier, and by which rule."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cli.base import Desk, command, end_of, option, place_named, print_json
from cli.look import AS_KNOWN, just_before
from cli.render import certainty_of, guard_json, instant, table, when
from cli.steps import STEPS
from cli.words import say
from cli.worklist import dossiers_at_hand

if TYPE_CHECKING:
    from domain.decide.clocks import Due
    from domain.trajectory import Trajectory

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
@option("--mine", is_flag=True, help="Only dossiers you follow.")
@option("--unlocks", is_flag=True, help="What will pass by itself, by tomorrow or within SPAN.")
@AS_KNOWN
def due(
    desk: Desk,
    within: timedelta | None,
    centre: str | None,
    mine: bool,
    unlocks: bool,
    as_known: Any,
) -> None:
    """
    List every running clock, overdue duties first: what runs out, when and by which rule.

    With --as-known all is told as it could have been told then.
    """
    code, known = place_named(centre).code if centre else None, end_of(as_known)
    states = dossiers_at_hand(desk, code, mine=mine, known=known)
    now = datetime.now(UTC) if known is None else just_before(known)
    if unlocks:
        _list_unlocking(desk, states, now, within or timedelta(days=1))
    else:
        _list_clocks(desk, states, now, within)


def _list_clocks(
    desk: Desk, states: "Iterable[Trajectory]", now: datetime, within: timedelta | None
) -> None:
    from domain.decide.clocks import clocks as clocks_of

    clocks = [
        _Clock(state.dossier, state.centre, one)
        for state in states
        for one in clocks_of(state, now)
        if within is None or one.at <= now + within
    ]
    clocks.sort(key=lambda one: (one.due.at, one.dossier))
    if desk.as_json:
        print_json([_clock_json(one, now) for one in clocks])
        return
    table(
        ("due", "overdue", "dossier", "what", "since", "rule"),
        (
            (
                when(one.due.at),
                say("yes") if one.due.at <= now else "",
                one.dossier,
                say(one.due.what),
                when(one.due.since),
                one.due.rule,
            )
            for one in clocks
        ),
        within=_WIDE,
    )
    if clocks:
        click.echo()
        _list_rules(sorted({one.due.rule for one in clocks}))


_WIDE = 100


def _list_rules(ids: list[str]) -> None:
    """Say once of every rule in the list what it rests on and what happens."""
    from domain.rules import rule

    rows = map(rule, ids)
    table(
        ("rule", "how sure", "basis", "what happens"),
        ((row.id, certainty_of(row), row.basis, row.effect) for row in rows),
        within=_WIDE,
    )


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
        "happens": row.effect,
    }


def _list_unlocking(
    desk: Desk, states: "Iterable[Trajectory]", now: datetime, within: timedelta
) -> None:
    """List the steps that only time stands in the way of, the soonest first."""
    from domain.decide.unlocking import unlocking
    from domain.rules.calendar import brussels_day

    last = brussels_day(now + within)
    known = {state.dossier: state for state in states}
    found = [
        (one.on, state.dossier, one)
        for state in known.values()
        for one in unlocking(state, now, _family_of(state, known))
        if one.on <= last
    ]
    found.sort(key=lambda each: each[:2])
    if desk.as_json:
        print_json(
            [
                {
                    "dossier": dossier,
                    "step": STEPS.get(one.act, one.act),
                    "passes_on": day.isoformat(),
                    "guards": [guard_json(reason) for reason in one.reasons],
                }
                for day, dossier, one in found
            ]
        )
        return
    table(
        ("passes from", "dossier", "step", "rules until then"),
        (
            (
                day,
                dossier,
                STEPS.get(one.act) or say("removal (what the law holds back)"),
                " ".join(dict.fromkeys(reason.rule for reason in one.reasons)),
            )
            for day, dossier, one in found
        ),
    )


def _family_of(state: "Trajectory", known: "Mapping[str, Trajectory]") -> "tuple[Trajectory, ...]":
    """Give the others of the family, of the dossiers at hand: what holds one back holds all."""
    return tuple(known[one] for one in state.family.members if one in known)
