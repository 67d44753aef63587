"""The commands that set a store up and keep it running."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.base import Code, Desk, TrajetGroup, command, option, print_json
from cli.record.base import as_command
from cli.render import progress_bar, table
from cli.words import colon, say

if TYPE_CHECKING:
    from domain.authority import Actor
    from workflows.journal import Journal
    from workflows.register import Unreadable


@command("init")
@option("--person", metavar="CODE", help="The person behind your account; without it, the account.")
def init(desk: Desk, person: str | None) -> None:
    """Make a store, private to you, with your account as its first registrar."""
    from cli.settings import remember
    from domain.errors import ConcurrentChange
    from domain.values import Function
    from workflows import people

    office = desk.office
    new = office.create()
    registrars = _registrars(office.journal)
    if not registrars:
        founder = as_command(
            "AddStaff",
            account=desk.account,
            person=person or desk.account,
            function=Function.REGISTRAR,
        )
        with suppress(ConcurrentChange):  # another founder came first
            people.register(office.journal, founder, None)
        registrars = _registrars(office.journal)
    config = remember(office.paths)
    if desk.as_json:
        print_json(
            {
                "store": office.paths.url,
                "created": new,
                "registrar": registrars[0],
                "config": str(config) if config else None,
            }
        )
        return
    told = say("store made: {url}") if new else say("the store was there: {url}")
    click.echo(told.format(url=office.paths.url))
    click.echo(say("registrar: {account}", account=", ".join(registrars)))
    click.echo(
        say(
            "keep a copy of {key} elsewhere: without it no personal content can be read again",
            key=office.paths.key,
        ),
        err=True,
    )
    if config:
        click.echo(say("this store is now your usual one ({file})", file=config), err=True)


def _registrars(journal: "Journal") -> list[str]:
    from domain.values import Function
    from workflows import people

    return [
        one.account
        for one in people.everybody(journal)
        if any(held.function is Function.REGISTRAR for held in one.holdings)
    ]


@command("import")
@click.argument("register", type=click.Path(path_type=Path))
@option("--staff", metavar="FILE", type=click.Path(path_type=Path), help="The centre's staff list.")
def import_(desk: Desk, register: Path, staff: Path | None) -> None:
    """Take a centre's act register in; rows not understood go to FILE.rejects.csv."""
    from workflows import intake

    office = desk.office
    actor = _acting(desk)
    if staff is not None:
        intake.import_staff(office.journal, staff, actor)
    with progress_bar(register.name) as progress:
        tally = intake.import_register(
            office.journal, office.vault, register, actor, progress=progress, tell=_told
        )
    for account in sorted(tally.unknown_accounts):
        click.echo(
            say("warning: {account} is on no staff list; its person is not known", account=account),
            err=True,
        )
    if desk.as_json:
        print_json(
            {
                "rows": tally.rows,
                "recorded": tally.recorded,
                "duplicates": tally.duplicates,
                "rejected": len(tally.rejects),
                "dossiers": len(tally.dossiers),
                "rejects": [{"line": line, "reason": reason} for line, reason in tally.rejects],
                "unknown_accounts": sorted(tally.unknown_accounts),
            }
        )
        return
    click.echo(
        say(
            "{rows} rows: {recorded} recorded, {duplicates} duplicates, {rejected} rejected; "
            "{dossiers} dossiers",
            rows=tally.rows,
            recorded=tally.recorded,
            duplicates=tally.duplicates,
            rejected=len(tally.rejects),
            dossiers=len(tally.dossiers),
        )
    )
    for line, reason in tally.rejects:
        click.echo("  " + say("line {line}: {reason}", line=line, reason=reason))
    if tally.rejects:
        name = f"{register.name}.rejects.csv"
        click.echo(say("rejected rows, to mend and send again: {file}", file=name))


def _told(trouble: "Unreadable") -> str:
    return f"{trouble.column}{colon()} {say(trouble.template, **trouble.values)}"


def _acting(desk: Desk) -> "Actor":
    from workflows import people

    return people.acting(desk.office.journal, desk.account, datetime.now(UTC))


@click.group("staff", cls=TrajetGroup)
def staff() -> None:
    """Register the people who work here."""


@staff.command("add")
@click.argument("account")
@option("--person", required=True, metavar="CODE", help="The natural person behind the account.")
@option("--function", required=True, type=Code("Function"), help="In what capacity.")
@option("--from", "valid_from", metavar="DATE", help="First day of the function.")
@option("--to", "valid_to", metavar="DATE", help="Last day of the function.")
def staff_add(desk: Desk, account: str, **said: Any) -> None:
    """Give an account to a person, in a function; by a registrar."""
    from workflows import people

    actor = _acting(desk)
    asked = as_command("AddStaff", account=account.lower(), **said)
    lines = people.register(desk.office.journal, asked, actor)
    if desk.as_json:
        print_json({"account": asked.account, "person": asked.person, "recorded": len(lines)})
    elif lines:
        click.echo(
            say("registered: {account} is {person}", account=asked.account, person=asked.person)
        )
    else:
        click.echo(say("it was so already"))


@staff.command("list")
def staff_list(desk: Desk) -> None:
    """List accounts, persons and functions."""
    from workflows import people

    rows = [
        {
            "account": one.account,
            "person": one.person,
            "function": held.function,
            "label": held.label,
            "valid_from": held.valid_from,
            "valid_to": held.valid_to,
        }
        for one in people.everybody(desk.office.journal)
        for held in one.holdings
    ]
    if desk.as_json:
        print_json(rows)
        return
    table(
        ("account", "person", "function", "from", "until"),
        (
            (
                row["account"],
                row["person"],
                say(str(row["function"])),
                row["valid_from"],
                row["valid_to"],
            )
            for row in rows
        ),
    )
