"""The commands of the auditor: who recorded what, is it unaltered, was it lawful."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.anchors import with_checkpoints, with_policy, with_receipts
from cli.audit_bundle import bundle, check, verifier_
from cli.audit_checkpoint import checkpoint, cosign, key
from cli.audit_conformance import conformance
from cli.audit_export import export
from cli.audit_prove import prove
from cli.base import DOSSIER, Desk, Moment, Number, TrajetGroup, end_of, option, print_json
from cli.render import by_whom, entry_json, instant, progress_bar, when
from cli.restricted import closed_ever, kept_back, let_in, told_of_hidden
from cli.words import say
from domain.errors import BadInput, NotAllowed, StoreTrouble, UnknownDossier

if TYPE_CHECKING:
    from cli.wiring import Office
    from projections.audit.evidence import Checkpoint, Receipt
    from projections.audit.findings import Report
    from projections.audit.policy import Policy
    from projections.audit.secrets import Keys
    from projections.audit.store import AuditStore
    from projections.audit.verify import Progress


@click.group("audit", cls=TrajetGroup)
def audit() -> None:
    """Check what was recorded, without trusting who recorded it."""


audit.add_command(export)
audit.add_command(conformance)
audit.add_command(checkpoint)
audit.add_command(cosign)
audit.add_command(key)
audit.add_command(prove)
audit.add_command(bundle)
audit.add_command(check)
audit.add_command(verifier_)


@audit.command("trail")
@click.argument("dossier", type=DOSSIER, required=False)
@option("--account", "of_account", metavar="ACCOUNT", help="Only what this account did.")
@option("--person", metavar="CODE", help="Only what this person did.")
@option("--since", type=Moment(), metavar="DATE", help="Recorded from then on.")
@option("--until", type=Moment(), metavar="DATE", help="Recorded until then, a day to its end.")
@option("--limit", type=Number(min=1), metavar="N", help="At most so many.")
def trail(
    desk: Desk,
    dossier: str | None,
    of_account: str | None,
    person: str | None,
    since: Any,
    until: Any,
    limit: int | None,
) -> None:
    """
    List who recorded what and when, in the order of the log.

    What is in restricted dossiers is told to those who may read them.
    """
    from projections.trail import TRAIL, lines

    if dossier:
        let_in(desk, desk.office.journal.history(dossier.rpartition(":")[2]))
    hidden = kept_back(desk, closed_ever(desk))
    with desk.office.reading(TRAIL) as connection:
        rows = lines(
            connection,
            stream=dossier,
            account=of_account,
            person=person,
            since=since[0] if since else None,
            until=end_of(until),
            limit=limit,
            hidden=hidden,
            readings=_may_ask_who_read(desk),
        )
    for row in rows:
        if desk.as_json:
            print_json(entry_json(row))
        else:
            place = f"{row.log_index:>7} {when(row.recorded_at)}"
            click.echo(f"{place} {row.stream} v{row.version} {row.topic} {by_whom(row)}")
    if not dossier:
        _tell_hidden(len(hidden))


def _tell_hidden(number: int) -> None:
    """Say beside a list, which may be long and read by a program, what is not on it."""
    for told in told_of_hidden(number):
        click.echo(told, err=True)


def _may_ask_who_read(desk: Desk) -> bool:
    from domain.lifecycle.access import READS_WHO_READ, READS_WHO_READ_THEIRS

    return not (READS_WHO_READ | READS_WHO_READ_THEIRS).isdisjoint(desk.functions())


@audit.command("readers")
@click.argument("dossier", type=DOSSIER, required=False)
def readers(desk: Desk, dossier: str | None) -> None:
    """
    List who read what is sealed in dossiers, or a restricted dossier: when, by which command.

    For the auditor and the removal director; for a supervisor, of what is theirs to read.
    """
    from domain.lifecycle.access import READS_WHO_READ, READS_WHO_READ_THEIRS
    from workflows import readings

    if not _may_ask_who_read(desk):
        raise NotAllowed(
            "AUT-02: {account} may not ask who read; it is for {functions}",
            account=desk.account,
            functions=", ".join(sorted(READS_WHO_READ | READS_WHO_READ_THEIRS)),
        )
    journal = desk.office.journal
    if dossier and not journal.newest_version(dossier):
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    found = readings.of_dossier(journal, dossier) if dossier else readings.everything(journal)
    if not found and not desk.as_json:
        click.echo(say("nobody was shown what is sealed"))
    hidden = _readings_kept_back(desk, {line.stream.partition(":")[2] for line in found})
    for line in found:
        number = line.stream.partition(":")[2]
        if number in hidden:
            continue
        by_command = line.event.model_dump()["by_command"]
        if desk.as_json:
            who = {"account": line.account, "person": line.person, "role": line.role}
            at = {"at": instant(line.recorded_at), "by_command": by_command}
            print_json({"dossier": number, **who, **at, "index": line.log_index})
        else:
            place = f"{line.log_index:>7} {when(line.recorded_at)}"
            click.echo(f"{place} {number} {by_command} {by_whom(line)}")
    _tell_hidden(len(hidden))


def _readings_kept_back(desk: Desk, dossiers: Iterable[str]) -> frozenset[str]:
    """Name those of which the readings are not told: the access log itself is no dossier."""
    from domain.lifecycle.access import READS_WHO_READ

    if not READS_WHO_READ.isdisjoint(desk.functions()):
        return frozenset()
    return kept_back(desk, dossiers)


@audit.command("verify")
@with_checkpoints("An earlier tree head: a checkpoint note, or what verify --json printed.")
@with_receipts
@with_policy()
@option(
    "--since",
    metavar="NOTE",
    type=click.Path(path_type=Path),
    help="Take what is under this checkpoint as it was then, if the log still has that root.",
)
@option(
    "--vault",
    "with_vault",
    is_flag=True,
    help="Check also that what is sealed has its key and opens; nothing of it is shown.",
)
def verify(
    desk: Desk,
    checkpoints: tuple[Path, ...],
    receipts: tuple[Path, ...],
    policy: Path | None,
    since: Path | None,
    with_vault: bool,
) -> None:
    """Check that nothing on record was altered, removed or put in; reads only."""
    if since and with_vault:
        raise BadInput("--vault looks at everything: leave --since out")
    from cli.vaulted import keys_of
    from projections.audit.evidence import read_checkpoint, read_receipts
    from projections.audit.policy import read_policy

    heads = [read_checkpoint(_text(file)) for file in checkpoints]
    kept = [receipt for file in receipts for receipt in read_receipts(_text(file))]
    trusted = read_policy(_text(policy)) if policy else None
    begin = read_checkpoint(_text(since)) if since else None
    with (
        keys_of(desk.office.paths) if with_vault else nullcontext() as keys,
        progress_bar() as progress,
    ):
        if keys is not None and not keys.opens_keys:
            click.echo(
                say("the key file does not open the vault: only that keys are there is checked"),
                err=True,
            )
        report = examined(
            desk.office,
            checkpoints=heads,
            receipts=kept,
            policy=trusted,
            since=begin,
            keys=keys,
            progress=progress,
        )
    if desk.as_json:
        print_json(report.document())
    else:
        for one in report.findings:
            place = " ".join(
                part
                for part in (
                    one.dossier,
                    None if one.version is None else f"v{one.version}",
                    None if one.log_index is None else f"#{one.log_index}",
                )
                if part
            )
            click.echo(f"{one.code:<22} {place}")
            click.echo("    " + say("expected: {what}", what=one.expected))
            click.echo("    " + say("found: {what}", what=one.found))
        click.echo(say("{n} events, root {root}", n=report.size, root=report.root))
        if begin:
            click.echo(_told_of_beginning(report, begin))
        click.echo(
            say("{n} finding(s)", n=len(report.findings))
            if report.findings
            else say("nothing was altered in what was looked at")
            if report.since
            else say("nothing was altered")
        )
    if report.findings:
        raise SystemExit(1)


def _told_of_beginning(report: "Report", begin: "Checkpoint") -> str:
    """Say what was not looked at, or why all of it was."""
    if report.since is None:
        return say("everything was looked at: one cannot begin at {n} events", n=begin.size)
    return say(
        "the first {n} events were taken as the checkpoint at {size} has them: neither they nor "
        "the indexes of the store were looked at",
        n=report.since,
        size=begin.size,
    )


def examined(
    office: "Office",
    *,
    checkpoints: "Sequence[Checkpoint]" = (),
    receipts: "Sequence[Receipt]" = (),
    policy: "Policy | None" = None,
    since: "Checkpoint | None" = None,
    keys: "Keys | None" = None,
    progress: "Progress | None" = None,
) -> "Report":
    """
    Verify the store of an office, wherever it is kept.

    Raises :class:`StoreTrouble` where it is not there, or its server does not let us read it.
    """
    from domain.events import EVENTS
    from projections.audit.verify import verify as check
    from workflows.upcasts import UPCASTS

    with _audited(office) as (store, schema):
        return check(
            store,
            schema=schema,
            checkpoints=checkpoints,
            receipts=receipts,
            policy=policy,
            since=since,
            keys=keys,
            progress=progress,
            topics={**EVENTS, **UPCASTS},
        )


@contextmanager
def _audited(office: "Office") -> "Iterator[tuple[AuditStore, Mapping[str, str]]]":
    """Take the store of an office for what it is said to be, with what it should be made of."""
    where = office.paths.store
    # A file's locks are those of the process: the reader, closing it, would let go of ours.
    office.close()
    if isinstance(where, Path):
        from projections.audit.reader import SqliteStore
        from workflows.store_sqlite import TABLES as FILE_TABLES

        if not where.exists():
            raise StoreTrouble(
                "there is no store at {file}; make one with: trajet init", file=where
            )
        with SqliteStore.open(where) as store:
            yield store, FILE_TABLES
        return
    from projections.audit.reader_postgres import PostgresStore
    from workflows.postgres import connect_as_desk, in_our_words
    from workflows.store_postgres import TABLES as SERVER_TABLES

    opener = partial(connect_as_desk, where, default_transaction_read_only="on")
    with in_our_words("the event store cannot be used: {what}"):
        yield PostgresStore(opener), SERVER_TABLES


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as trouble:
        raise BadInput("{file} cannot be read", file=file) from trouble
    except UnicodeDecodeError as trouble:
        raise BadInput("{file} cannot be read as UTF-8 text", file=file) from trouble
