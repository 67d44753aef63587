"""The removal check-list of a dossier: what is done, by whom, and what is still open."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from cli.base import Choice, Desk, command, dossier_argument, print_json
from cli.render import instant, table, when
from cli.restricted import read
from cli.words import coded, say

if TYPE_CHECKING:
    from domain.decide.check_list import Standing


@command("check-list")
@dossier_argument
@click.argument("which", type=Choice(["departure"]), default="departure")
def check_list(desk: Desk, dossier: str, which: str) -> None:
    """List the items of the removal check-list: done or open, by whom, what is known."""
    items = _standings(desk, dossier)
    settled = sum(one.settled for one in items)
    if desk.as_json:
        shown = [_item_in_full(one) for one in items]
        counted = {"done": settled, "of": len(items)}
        print_json({"dossier": dossier, "check_list": which, **counted, "items": shown})
        return
    click.echo(f"{dossier}  " + say("{done} of {all} settled", done=settled, all=len(items)))
    table(
        ("item", "what", "state", "who", "since", "known of itself", "due", "rule"),
        (
            (
                one.item.code,
                coded("removal.check-list", one.item.code),
                _told_of(one),
                one.tick and one.tick.by.account,
                one.tick and when(one.tick.by.at, whole_day=one.tick.by.whole_day),
                one.known and _told(one.known),
                say("on the day") if one.item.on_the_day else say("before planning"),
                one.item.rule,
            )
            for one in items
        ),
    )


def _told(state: str) -> str:
    return say("to do") if state == "missing" else coded("removal.item-state", state)


def _told_of(one: "Standing") -> str:
    """Say how an item stands; of the statement of the person, which it is."""
    stated = one.tick and one.tick.statement
    said = f" ({coded('removal.statement', stated)})" if stated else ""
    return _told(one.state) + said


def _standings(desk: Desk, dossier: str) -> "list[Standing]":
    from domain.decide import Context
    from domain.decide.check_list import standings

    state = read(desk, dossier)
    now = max(datetime.now(UTC), state.latest)
    return standings(state, Context(at=now, now=now))


def _item_in_full(one: "Standing") -> dict[str, Any]:
    tick = one.tick
    return {
        **item_json(one),
        "ticked": tick and tick.state,
        "statement": tick and tick.statement,
        "person": tick and tick.by.person,
        "reference": tick and tick.reference,
    }


def item_json(one: "Standing") -> dict[str, Any]:
    """Write how an item of the check-list stands, and which account said so."""
    by = one.tick and one.tick.by
    return {
        "item": one.item.code,
        "name": coded("removal.check-list", one.item.code),
        "state": one.state,
        "known": one.known,
        "on_the_day": one.item.on_the_day,
        "account": by and by.account,
        "at": by and instant(by.at),
        "rule": one.item.rule,
    }
