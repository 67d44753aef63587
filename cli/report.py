"""The reports one prints: the sheet of a resident, the removals of a day, the register of mail."""

from datetime import datetime
from typing import Any

import click

from cli.base import Desk, Moment, TrajetGroup, dossier_argument, option
from cli.look import Asked, as_it_was
from cli.paper import printed

Day = tuple[datetime, bool]


@click.group("report", cls=TrajetGroup)
def report() -> None:
    """Print a resident's sheet, the removals of a day, the register of mail."""


@report.command("sheet")
@dossier_argument
@as_it_was
@printed
def sheet(desk: Desk, dossier: str, asked: Asked, html: str | None, force: bool) -> None:
    """Give the accompaniment sheet of a resident: all that matters, on one page."""
    from cli.report_sheet import give

    desk.in_own_name()  # AUT-01: for whoever is registered
    give(desk, dossier, asked, html, force=force)


@report.command("removals")
@option("--on", "day", type=Moment(), metavar="DATE", help="The day of departure; today without.")
@option("--centre", metavar="CODE", help="Only dossiers of this centre.")
@printed
def removals(
    desk: Desk, day: Day | None, centre: str | None, html: str | None, force: bool
) -> None:
    """List the removals of a day: flight, escort, check-list item by item, what is in the way."""
    from cli.report_removals import give

    desk.in_own_name()  # AUT-01: for whoever is registered
    give(desk, day, centre, html, force=force)


def period(function: Any) -> Any:
    """Declare the first and the last day of a period, given as ``since`` and ``until``."""
    first = option("--from", "since", type=Moment(), metavar="DATE", help="The first day.")
    last = option("--to", "until", type=Moment(), metavar="DATE", help="The last day; included.")
    return first(last(function))


@report.command("mail")
@period
@option("--centre", metavar="CODE", help="Only dossiers of this centre.")
@printed
def mail(
    desk: Desk,
    since: Day | None,
    until: Day | None,
    centre: str | None,
    html: str | None,
    force: bool,
) -> None:
    """Give the register of mail: what waits first, then what was answered, and how quickly."""
    from cli.report_mail import give

    desk.in_own_name()  # AUT-01: for whoever is registered
    give(desk, since, until, centre, html, force=force)
