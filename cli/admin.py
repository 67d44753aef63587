"""The commands that set a store up and keep it running."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.base import Desk, command, option, print_json
from cli.record.base import as_command
from cli.render import progress_bar
from cli.words import colon, say
from domain.errors import BadInput

if TYPE_CHECKING:
    from workflows.journal import Journal
    from workflows.register import Unreadable
    from workflows.sshsig import Signer


@command("init")
@option("--person", metavar="CODE", help="The person behind your account; without it, the account.")
@option("--origin", metavar="NAME", help="The name of this log, which signatures are bound to.")
@option(
    "--require-signatures",
    is_flag=True,
    help="Ask that every act is signed; your key is --key FILE, or the one of the ssh agent.",
)
def init(desk: Desk, person: str | None, origin: str | None, require_signatures: bool) -> None:
    """Make a store, private to you, with your account as its first registrar."""
    from cli.settings import remember
    from domain.errors import ConcurrentChange
    from domain.values import Function
    from workflows import staffing

    if require_signatures and origin is None:
        raise BadInput("--require-signatures needs the name of this log: --origin NAME")
    if origin is not None and not require_signatures:
        raise BadInput("--origin goes with --require-signatures")
    signer = _first_key(desk) if require_signatures else None
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
            staffing.register(office.journal, founder, None)
        registrars = _registrars(office.journal)
    if signer is not None and origin is not None:
        _ask_signatures(desk, signer, origin)
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


def _first_key(desk: Desk) -> "Signer":
    """Take the key the founder will sign with, before anything is made."""
    found = next(iter(desk.pen.keys()), None)
    if found is None:
        raise BadInput("no key is at hand to sign with: --key FILE, or an ssh agent that has one")
    return found


def _ask_signatures(desk: Desk, signer: "Signer", origin: str) -> None:
    """Give the founder a key, and ask from then on that every act is signed."""
    from workflows import people, staffing

    journal, actor = desk.office.journal, desk.in_own_name()
    key = as_command(
        "AddKey", account=desk.account, key=signer.public, fingerprint=signer.fingerprint
    )
    known = people.find(journal, desk.account)
    if known is not None and not known.keys:
        staffing.change(journal, key, actor)
    staffing.change(journal, as_command("RequireSignatures", origin=origin), actor, desk.pen)


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
    actor = desk.in_own_name()
    if staff is not None:
        intake.import_staff(office.journal, staff, actor, desk.pen)
    with progress_bar(register.name) as progress:
        tally = intake.import_register(
            office.journal,
            office.vault,
            register,
            actor,
            progress=progress,
            tell=_told,
            pen=desk.pen,
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
