"""``trajet simulate``: a fictional year in a store of its own, for load and for demonstration."""

from collections.abc import Iterator
from datetime import UTC, datetime
from math import isnan, nan
from typing import TYPE_CHECKING, Any

import click

from cli.base import Desk, Number, command, option, print_json
from cli.render import progress_bar, table
from cli.words import say
from domain.errors import BadInput

if TYPE_CHECKING:
    from domain.rules import Place
    from workflows.simulation.run import Tally
    from workflows.simulation.year import Wish

FIRST_YEAR = 2015
"""The first whole year of the ten-day term for urgent appeals, which the plans rest on."""


class _Share(click.FloatRange):
    """A share, from 0 to 1."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a share, or say in our words that it is none."""
        try:
            share = super().convert(value, param, ctx)
        except click.BadParameter:
            share = nan
        if isnan(share):
            self.fail(say("{value} is not a share; write 0 to 1", value=value), param, ctx)
        return share


@command("simulate")
@option(
    "--dossiers",
    default=400,
    show_default=True,
    type=Number(1, 999_999),
    metavar="N",
    help="How many dossiers.",
)
@option(
    "--seed",
    default="1",
    show_default=True,
    metavar="TEXT",
    help="The same seed makes the same year.",
)
@option("--centres", metavar="CODES", help="The places, separated by commas; without it, all.")
@option(
    "--year",
    type=Number(FIRST_YEAR, 9998),
    metavar="YYYY",
    help="The year; without it, the last whole one.",
)
@option(
    "--faults",
    default=0.0,
    show_default=True,
    type=_Share(0, 1),
    metavar="SHARE",
    help="The share of dossiers in which something goes wrong that is no breach.",
)
@option(
    "--breaches",
    default=0.0,
    show_default=True,
    type=_Share(0, 1),
    metavar="SHARE",
    help="The share of dossiers in which a breach is planted, for the controls to find.",
)
@option(
    "--breach",
    "codes",
    multiple=True,
    metavar="CODE",
    help="Plant breaches of this code only; may be repeated.",
)
def simulate(desk: Desk, **said: Any) -> None:
    """Fill a new store with a fictional year, after the published figures."""
    from workflows.simulation.run import simulate as carry_out

    wish = _wish(**said)
    if not desk.names_its_store:
        raise BadInput("name a store for the fiction, which no real resident shares: --store URL")
    office = desk.office
    office.create()
    with progress_bar(str(wish.year)) as progress:
        tally = carry_out(office.journal, office.vault, wish, progress=progress)
    if desk.as_json:
        print_json(_document(wish, tally, office.paths.url))
        return
    _tell(wish, tally)
    click.echo(
        say(
            "everybody in {store} is fictional; record no real resident there",
            store=office.paths.url,
        ),
        err=True,
    )


def _wish(
    *,
    dossiers: int,
    seed: str,
    centres: str | None,
    year: int | None,
    faults: float,
    breaches: float,
    codes: tuple[str, ...],
) -> "Wish":
    """Understand what is asked for; :class:`BadInput` for what there cannot be."""
    from workflows.simulation.year import Wish

    last = _last_whole_year()
    if year is not None and year > last:
        raise BadInput("{year} is not over; the last whole year is {last}", year=year, last=last)
    seed = seed.encode("utf-8", "backslashreplace").decode()  # bytes that are no text, too
    return Wish(
        year or last, seed, dossiers, _places(centres), faults, breaches, _codes(codes, breaches)
    )


def _last_whole_year() -> int:
    from domain.rules.calendar import BRUSSELS

    return datetime.now(UTC).astimezone(BRUSSELS).year - 1


def _places(centres: str | None) -> "tuple[Place, ...]":
    from domain.rules import place, places

    if centres is None:
        return places()
    found = {}
    for named in centres.split(","):
        one = place(named) if named.strip() else None
        if one is None:
            raise BadInput(
                "{centre} is not on the list of places; there are: {known}",
                centre=named.strip() or "-",
                known=", ".join(each.code for each in places()),
            )
        found[one.code] = one
    return tuple(found.values())


def _codes(codes: tuple[str, ...], breaches: float) -> tuple[str, ...]:
    from workflows.simulation.mishaps import BREACHES

    wanted = tuple(dict.fromkeys(code.strip().upper().replace("-", "_") for code in codes))
    for code in wanted:
        if code not in BREACHES:
            raise BadInput(
                "no breach with the code {code} can be planted; there are: {known}",
                code=code,
                known=", ".join(BREACHES),
            )
    if wanted and not breaches:
        raise BadInput("say in which share of the dossiers, with --breaches")
    return wanted or tuple(BREACHES)


# --- what became of it --------------------------------------------------------------------


def _document(wish: "Wish", tally: "Tally", store: str) -> dict[str, Any]:
    """Write what ``--json`` answers."""
    return {
        "store": store,
        "year": wish.year,
        "seed": wish.seed,
        "centres": [place.code for place in wish.places],
        "dossiers": tally.dossiers,
        "events": tally.events,
        "ended": tally.ended,
        "measures": list(_measures(tally)),
        "faults": _faults(tally),
        "breaches": [one._asdict() for one in tally.planted],
    }


def _faults(tally: "Tally") -> dict[str, int]:
    from workflows.simulation.mishaps import Fault

    return {str(fault): tally.faults[fault] for fault in Fault}


def _measures(tally: "Tally") -> Iterator[dict[str, Any]]:
    """
    Set what came out beside what was published; kinds of place without exits are left out.

    ``value`` is a share of ``of``, or for a stay the mean of days; ``published`` is the
    figure it is calibrated to, with its source and mark.
    """
    from workflows.simulation.figures import figures

    for name, n, of in _counts(tally):
        if of:
            known = figures()[name]
            yield {
                "figure": name,
                "n": n,
                "of": of,
                "value": round(n / of, 3),
                "published": known.value[0],
                "unit": known.unit,
                "source": list(known.source),
                "mark": known.mark,
            }


def _counts(tally: "Tally") -> Iterator[tuple[str, int, int]]:
    """Count what each figure is about: its name, how many, of how many."""
    from domain.rules import PlaceKind
    from workflows.simulation.plan import DEPARTED, REMOVED, Outcome

    for short, kind in (("closed", PlaceKind.CLOSED), ("family", PlaceKind.FAMILY_UNITS)):
        ends = {outcome: tally.ends[kind, outcome] for outcome in Outcome}
        ended, removed = sum(ends.values()), sum(ends[outcome] for outcome in REMOVED)
        yield f"{short}.end.removed", removed, ended
        if kind is PlaceKind.FAMILY_UNITS:
            yield f"{short}.end.absconded", ends[Outcome.ABSCONDED], ended
        yield f"{short}.end.released", ends[Outcome.RELEASED], ended
        yield f"{short}.dublin", ends[Outcome.DUBLIN], removed
        yield f"{short}.stay", tally.days[kind], ended
    both = {outcome: tally.ends_with(outcome) for outcome in DEPARTED}
    yield "departed.iom", both[Outcome.IOM], sum(both.values())
    by_force = both[Outcome.ESCORTED] + both[Outcome.UNESCORTED]
    yield "departed.escorted", both[Outcome.ESCORTED], by_force


def _tell(wish: "Wish", tally: "Tally") -> None:
    click.echo(
        say(
            "{year}: {dossiers} dossiers, {events} events, {ended} stays ended",
            year=wish.year,
            dossiers=tally.dossiers,
            events=tally.events,
            ended=tally.ended,
        )
    )
    table(
        ("figure", "number", "of", "value", "published", "mark", "source"),
        (
            (
                one["figure"],
                one["n"],
                one["of"],
                f"{one['value']:.2f}",
                f"{one['published']:.2f}",
                one["mark"],
                ", ".join(one["source"]),
            )
            for one in _measures(tally)
        ),
    )
    click.echo(
        say(
            "{repeated} repeated, {refused} refused, {corrected} corrected, {late} late, "
            "{annulled} annulled, {overtaken} overtaken",
            **_faults(tally),
        )
    )
    for one in tally.planted:
        how = say("imported") if one.imported else say("desk")
        click.echo(f"{one.code:<22} {one.dossier} ({how})")
    click.echo(say("breaches planted: {n}", n=len(tally.planted)))
