"""The command that moves a store from a file to a server."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.audit import examined
from cli.base import Desk, command, option, print_json
from cli.render import progress_bar
from cli.words import say
from domain.errors import BadInput, StoreTrouble

if TYPE_CHECKING:
    from cli.wiring import Office
    from projections.audit.findings import Report


@command("move")
@option("--to", "target", required=True, metavar="URL", help="An empty PostgreSQL database.")
def move(desk: Desk, target: str) -> None:
    """Copy a store from its file to PostgreSQL, byte for byte, and check both."""
    from cli.settings import locate
    from cli.wiring import Office
    from projections.base import rebuild
    from workflows import move as moving

    old, new = desk.office, Office(locate(target))
    if not isinstance(old.paths.store, Path) or isinstance(new.paths.store, Path):
        raise BadInput(
            "a store is moved from a file, sqlite:///FILE, to postgresql://HOST/DATABASE"
        )
    before = _sound(old)
    try:
        moving.move_key(old.paths.key, new.paths.key)
        new.create()
        keys = moving.move_keys(old.vault, new.vault)
        moving.move_log(old.journal, new.journal)
        after = _sound(new)
        if (after.size, after.root) != (before.size, before.root):
            raise StoreTrouble("the store changed while it was moved; what was moved is no copy")
        rebuild(new.engine, new.source, new.models())
    finally:
        new.close()
    if desk.as_json:
        print_json({"store": new.paths.url, "events": after.size, "root": after.root, "keys": keys})
        return
    click.echo(
        say(
            "{n} events and {keys} keys are now in {url}",
            n=after.size,
            keys=keys,
            url=new.paths.url,
        )
    )
    click.echo(say("both have the root {root}", root=after.root))
    click.echo(
        say(
            "put {file} away: what is recorded in it from now on is not in the other",
            file=old.paths.store,
        ),
        err=True,
    )


def _sound(office: "Office") -> "Report":
    """Verify a store; :class:`StoreTrouble` when there is a finding."""
    with progress_bar() as progress:
        report = examined(office, progress=progress)
    if report.findings:
        raise StoreTrouble(
            "{url} has {n} finding(s), so it is not moved; run: trajet audit verify",
            url=office.paths.url,
            n=len(report.findings),
        )
    return report
