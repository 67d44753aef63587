"""The commands about a place: how many of its beds, or dwellings, are taken."""

from typing import TYPE_CHECKING, Any

import click

from cli.base import Desk, Number, TrajetGroup, option, place_named, print_json
from cli.record.base import as_command
from cli.render import table
from cli.words import say

if TYPE_CHECKING:
    from workflows.beds import Occupation


@click.group("place", cls=TrajetGroup)
def place() -> None:
    """Tell how full the places are, or count what is taken."""


@place.command("show")
@click.argument("centre", required=False)
def place_show(desk: Desk, centre: str | None) -> None:
    """List places with what they have, what is taken and what is free."""
    from workflows.beds import occupations

    found = occupations(desk.office.journal, place_named(centre).code if centre else None)
    if desk.as_json:
        print_json([_as_json(one) for one in found])
        return
    table(
        ("place", "name", "for", "capacity", "occupied", "free"),
        (
            (
                one.place.code,
                one.place.name,
                _for_whom(one.place.residents),
                one.place.places,
                one.occupied,
                one.free,
            )
            for one in found
        ),
    )


@place.command("count")
@click.argument("centre")
@option("--occupied", required=True, type=Number(min=0), metavar="N", help="How many are taken.")
def place_count(desk: Desk, centre: str, occupied: int) -> None:
    """Record how many beds, or dwellings, of a place are taken, as counted there."""
    from workflows.beds import Occupation, count

    journal, where = desk.office.journal, place_named(centre)
    asked = as_command("CountBeds", centre=where.code, occupied=occupied)
    line = count(journal, asked, desk.acting())
    one = Occupation(where, occupied)
    if occupied > where.places:
        click.echo(
            say("more are counted than the {places} places there are", places=where.places),
            err=True,
        )
    if desk.as_json:
        receipt = {"log_index": line.log_index, "leaf_hash": line.leaf_hash.hex()}
        print_json(_as_json(one) | {"topic": line.event.TOPIC, **receipt})
        return
    click.echo(
        say(
            "counted: {place} has {occupied} of {places} taken, {free} free",
            place=where.code,
            occupied=occupied,
            places=where.places,
            free=one.free,
        )
    )
    click.echo(say("receipt: {index} {leaf}", index=line.log_index, leaf=line.leaf_hash.hex()))


def _as_json(one: "Occupation") -> dict[str, Any]:
    return {
        "place": one.place.code,
        "name": one.place.name,
        "kind": one.place.kind,
        "residents": one.place.residents,
        "capacity": one.place.places,
        "occupied": one.occupied,
        "free": one.free,
    }


def _for_whom(residents: str) -> str:
    known = {"men": say("men"), "women": say("women"), "families": say("families")}
    return known.get(residents, say("all"))
