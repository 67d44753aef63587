"""The commands that look after the read models."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from cli.base import Desk, TrajetGroup, option, print_json
from cli.render import instant, progress_bar, table, told
from cli.words import colon, say
from domain.errors import BadInput

if TYPE_CHECKING:
    from projections.base import ReadModel
    from projections.follow import News


@click.group("views", cls=TrajetGroup)
def views() -> None:
    """Look after the read models; they can always be made again from the journal."""


def _chosen(function: Any) -> Any:
    return option(
        "--view", "names", multiple=True, metavar="NAME", help="Only this one; may be repeated."
    )(function)


@views.command("status")
def views_status(desk: Desk) -> None:
    """Show how far each read model has read, and what holds it up."""
    from projections.base import status

    office = desk.office
    rows = [
        {
            "view": one.name,
            "position": one.position,
            "behind": one.behind,
            "lag": None if one.lag is None else round(one.lag, 3),
            "rows": one.rows,
            "at": one.at and instant(one.at),
            "followed": one.followed,
            "error": one.error,
            "error_at": one.error_at and instant(one.error_at),
        }
        for one in status(office.engine, office.source, office.models())
    ]
    if desk.as_json:
        print_json(rows)
        return
    table(
        ("view", "position", "behind", "lag", "rows", "at", "followed", "error", "since"),
        (tuple(_shown(value) for value in row.values()) for row in rows),
    )


def _shown(value: object) -> object:
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    return f"{value:.0f} s" if isinstance(value, float) else value


@views.command("rebuild")
@_chosen
def views_rebuild(desk: Desk, names: tuple[str, ...]) -> None:
    """Make every read model again from the journal, beside those that are read meanwhile."""
    from projections.base import rebuild

    office = desk.office
    models = _models(desk, names)
    with progress_bar() as progress:
        rebuild(office.engine, office.source, models, progress)
    newest = office.journal.newest()
    if desk.as_json:
        print_json({"rebuilt": [model.name for model in models], "position": newest})
    else:
        click.echo(say("read models made again, up to position {n}", n=newest))


@views.command("follow")
@_chosen
@option("--once", is_flag=True, help="Apply what there is and leave.")
def views_follow(desk: Desk, names: tuple[str, ...], once: bool) -> int:
    """Keep read models up to date until stopped (SIGTERM or Ctrl-C)."""
    from projections.follow import Follower

    office = desk.office
    models = _models(desk, names)
    tell = _told_in_json if desk.as_json else _told_in_words
    with asked_to_stop() as stop:
        follower = Follower(office.engine, office.source, models, stop, tell)
        if once:
            return 0 if follower.run_once() else 6
        if not desk.as_json:
            click.echo(say("following: {views}", views=", ".join(model.name for model in models)))
        follower.run()
        if not desk.as_json:
            click.echo(say("stopped"))
    return 0


def _models(desk: Desk, names: tuple[str, ...]) -> "list[ReadModel]":
    """Return the read models of these names, all of them without any."""
    known = {model.name: model for model in desk.office.models()}
    for name in names:
        if name not in known:
            raise BadInput(
                "there is no view {name}; there are: {known}", name=name, known=", ".join(known)
            )
    return [model for name, model in known.items() if not names or name in names]


@contextmanager
def asked_to_stop() -> "Iterator[Callable[[], bool]]":
    """Give what tells whether SIGTERM or SIGINT came; work is not broken off by them."""
    asked: list[int] = []
    kept = {
        number: signal.signal(number, lambda came, _frame: asked.append(came))
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


def _told_in_json(news: "News") -> None:
    """Write a batch or a change on a line of its own; what is not so is null."""
    from projections import follow
    from projections.base import Applied

    said: dict[str, Any] = {
        "at": instant(datetime.now(UTC)),
        "state": "caught-up",
        "views": [],
        "position": None,
        "events": None,
        "error": None,
    }
    match news:
        case Applied(models, position, events, anew):
            said |= {"state": "rebuilt" if anew else "applied", "views": list(models)}
            said |= {"position": position, "events": events}
        case follow.Held(model, trouble):
            reason = told(trouble.template, trouble.values)
            said |= {"state": "held", "views": [model], "error": reason}
        case follow.Freed(model):
            said |= {"state": "going-on", "views": [model]}
        case follow.CaughtUp():
            pass
    print_json(said)


def _told_in_words(news: "News") -> None:
    """Tell changes alone; trouble on standard error."""
    from projections import follow
    from projections.base import Applied

    match news:
        case Applied(models, position, _, anew) if anew and models:
            names = ", ".join(models)
            click.echo(say("made again up to position {n}: {views}", n=position, views=names))
        case follow.Held(model, trouble):
            click.echo(
                f"trajet: {model}{colon()} {told(trouble.template, trouble.values)}", err=True
            )
        case follow.Freed(model):
            click.echo(say("going on: {views}", views=model))
        case follow.CaughtUp():
            click.echo(say("caught up"))
        case _:
            pass
