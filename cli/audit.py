"""The commands of the auditor: who recorded what, is it unaltered, was it lawful."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.base import DOSSIER, Desk, Moment, Number, TrajetGroup, end_of, option, print_json
from cli.render import by_whom, entry_json, instant, progress_bar, when
from cli.words import say
from domain.errors import BadInput, StoreTrouble, UnknownDossier

if TYPE_CHECKING:
    from cli.wiring import Office
    from projections.audit.conformance import Finding
    from projections.audit.evidence import Checkpoint, Receipt
    from projections.audit.findings import Report
    from projections.audit.store import AuditStore
    from projections.audit.verify import Progress


@click.group("audit", cls=TrajetGroup)
def audit() -> None:
    """Check what was recorded, without trusting who recorded it."""


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
    """List who recorded what and when, in the order of the log."""
    from projections.trail import TRAIL, lines

    with desk.office.reading(TRAIL) as connection:
        rows = lines(
            connection,
            stream=dossier,
            account=of_account,
            person=person,
            since=since[0] if since else None,
            until=end_of(until),
            limit=limit,
        )
    for row in rows:
        if desk.as_json:
            print_json(entry_json(row))
        else:
            place = f"{row.log_index:>7} {when(row.recorded_at)}"
            click.echo(f"{place} {row.stream} v{row.version} {row.topic} {by_whom(row)}")


@audit.command("readers")
@click.argument("dossier", type=DOSSIER, required=False)
def readers(desk: Desk, dossier: str | None) -> None:
    """List who read restricted dossiers: when, by which command."""
    from workflows import readings

    journal = desk.office.journal
    found = readings.of_dossier(journal, dossier) if dossier else readings.everything(journal)
    for line in found:
        number = line.stream.partition(":")[2]
        by_command = line.event.model_dump()["by_command"]
        if desk.as_json:
            who = {"account": line.account, "person": line.person, "role": line.role}
            at = {"at": instant(line.recorded_at), "by_command": by_command}
            print_json({"dossier": number, **who, **at, "index": line.log_index})
        else:
            place = f"{line.log_index:>7} {when(line.recorded_at)}"
            click.echo(f"{place} {number} {by_command} {by_whom(line)}")


@audit.command("verify")
@option(
    "--checkpoint",
    "checkpoints",
    multiple=True,
    metavar="NOTE",
    type=click.Path(path_type=Path),
    help="An earlier tree head: a checkpoint note, or what verify --json printed.",
)
@option(
    "--receipts",
    "receipts",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Receipts of recorded acts, as JSON.",
)
def verify(desk: Desk, checkpoints: tuple[Path, ...], receipts: tuple[Path, ...]) -> None:
    """Check that nothing on record was altered, removed or put in; reads only."""
    from projections.audit.evidence import read_checkpoint, read_receipts

    heads = [read_checkpoint(_text(file)) for file in checkpoints]
    kept = [receipt for file in receipts for receipt in read_receipts(_text(file))]
    with progress_bar() as progress:
        report = examined(desk.office, checkpoints=heads, receipts=kept, progress=progress)
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
        click.echo(
            say("{n} finding(s)", n=len(report.findings))
            if report.findings
            else say("nothing was altered")
        )
    if report.findings:
        raise SystemExit(1)


def examined(
    office: "Office",
    *,
    checkpoints: "Sequence[Checkpoint]" = (),
    receipts: "Sequence[Receipt]" = (),
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
    except (OSError, UnicodeDecodeError) as trouble:
        raise BadInput("{file} cannot be read as UTF-8 text", file=file) from trouble


@audit.command("conformance")
@click.argument("dossier", type=DOSSIER, required=False)
@option("--afresh", is_flag=True, help="Judge all from the journal, whatever was found before.")
def conformance(desk: Desk, dossier: str | None, afresh: bool) -> None:
    """Check every act against the rules of the procedure, as they stood when it happened."""
    if dossier or afresh:
        dossiers, findings = _judged_from_the_journal(desk.office, dossier)
    else:
        dossiers, findings = judged(desk.office)
    if desk.as_json:
        print_json({"dossiers": dossiers, "findings": [asdict(one) for one in findings]})
    else:
        for one in findings:
            click.echo(f"{one.code:<22} {one.dossier} v{one.version} {one.rule} #{one.log_index}")
            click.echo("    " + say("expected: {what}", what=one.expected))
            click.echo("    " + say("found: {what}", what=one.found))
        click.echo(say("{dossiers} dossiers: {n} finding(s)", dossiers=dossiers, n=len(findings)))
    if findings:
        raise SystemExit(1)


def judged(office: "Office") -> "tuple[int, list[Finding]]":
    """Judge the dossiers that changed since they were judged; tell what is found in any."""
    from projections.caseload import CASELOAD
    from projections.judged import findings

    with office.reading(CASELOAD), progress_bar() as progress:
        return findings(office.engine, office.journal.history, progress)


def _judged_from_the_journal(office: "Office", dossier: str | None) -> "tuple[int, list[Finding]]":
    from projections.audit.conformance import judge

    dossiers, findings = 0, []
    for _name, lines in office.journal.dossiers(dossier):
        dossiers += 1
        findings += judge(lines, office.journal.history)
    if dossier and not dossiers:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    return dossiers, findings
