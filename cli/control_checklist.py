"""The control of check-lists: departures that took place, or are near, with something not done."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cli.base import Desk, command, option, place_named, print_json
from cli.controllers import only_controllers
from cli.due import Span
from cli.render import instant, table, when
from cli.report import Day, period
from cli.words import coded, colon, say

if TYPE_CHECKING:
    from domain.decide.check_list import Standing
    from domain.decide.checked import Checked
    from projections.removals import Attempted

_WITHIN = timedelta(days=7)


class _Judged(NamedTuple):
    """An attempt and what was, or is, lacking on its list."""

    dossier: str
    centre: str | None
    checked: "Checked"
    lacking: "list[Standing]"

    @property
    def found(self) -> str:
        """Say what it is: departed, or planned."""
        return "departed" if self.checked.attempt.carried_out else "planned"


@command("checklist")
@period
@option(
    "--within",
    type=Span(),
    metavar="SPAN",
    help="Planned departures so near: 36h, 7d or 2w; 7d without.",
)
@option("--centre", metavar="CODE", help="Only dossiers of this centre.")
def checklist(
    desk: Desk,
    since: Day | None,
    until: Day | None,
    within: timedelta | None,
    centre: str | None,
) -> None:
    """Find departures whose check-list was not complete, and near ones where it ought to be."""
    from cli.look import now
    from cli.span import between
    from projections.removals import REMOVALS, to_check

    only_controllers(desk)
    at = now()
    span, near = between(since, until, at), at + (_WITHIN if within is None else within)
    code = place_named(centre).code if centre else None
    with desk.office.reading(REMOVALS) as connection:
        attempts = to_check(connection, span.since, near, code)
    wanted = (one for one in attempts if one.carried_out is None or one.carried_out < span.until)
    judged = [one for each in wanted if (one := _judge(desk, each, at))]
    found = [one for one in judged if one.lacking]
    if desk.as_json:
        _print(judged, found, at)
    else:
        _tell(judged, found)
    if found:
        raise SystemExit(1)


def _judge(desk: Desk, each: "Attempted", at: datetime) -> _Judged | None:
    """Judge one attempt; ``None`` where its dossier is not for who is at the desk."""
    from cli.restricted import let_read, may_read
    from domain.decide.checked import attempts_of, lacking
    from domain.trajectory import replay

    lines = desk.office.journal.history(each.dossier)
    state = replay(lines)
    if state is None or not may_read(desk, state):
        return None
    let_read(desk, state)
    checked = next(one for one in attempts_of(lines, at) if one.attempt.number == each.number)
    return _Judged(each.dossier, state.centre, checked, lacking(checked))


def _print(judged: list[_Judged], found: list[_Judged], at: datetime) -> None:
    from cli.checklist import item_json

    departed = sum(one.found == "departed" for one in judged)
    print_json(
        {
            "as_of": instant(at),
            "departed": departed,
            "planned": len(judged) - departed,
            "findings": [
                {
                    "dossier": one.dossier,
                    "centre": one.centre,
                    "found": one.found,
                    "attempt": one.checked.attempt.number,
                    "departs": _departs(one, instant),
                    "judged_at": instant(one.checked.at),
                    "done": sum(each.settled for each in one.checked.items),
                    "of": len(one.checked.items),
                    "lacking": [item_json(each) for each in one.lacking],
                }
                for one in found
            ],
        }
    )


def _departs(one: _Judged, told: Any) -> str | None:
    moment = one.checked.attempt.carried_out or one.checked.attempt.departs
    return told(moment) if moment else None


def _tell(judged: list[_Judged], found: list[_Judged]) -> None:
    for one in found:
        items = one.checked.items
        done = say("check-list {done} of {all}", done=sum(i.settled for i in items), all=len(items))
        title = f"{one.dossier}  {say(one.found)} {_departs(one, when) or '-'}"
        click.echo(f"{title}{colon()} {done}")
        table(
            ("not done", "since", "who", "rule"),
            (
                (
                    coded("removal.check-list", each.item.code),
                    each.tick and when(each.tick.by.at, whole_day=each.tick.by.whole_day),
                    each.tick and each.tick.by.account,
                    each.item.rule,
                )
                for each in one.lacking
            ),
        )
        click.echo()
    departed = sum(one.found == "departed" for one in judged)
    click.echo(
        say(
            "{departed} departure(s) and {planned} planned: {n} with something not done",
            departed=departed,
            planned=len(judged) - departed,
            n=len(found),
        )
    )
