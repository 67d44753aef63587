"""The commands of the auditor: who recorded what, is it unaltered, was it lawful."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from cli.base import DOSSIER, Desk, Moment, Number, TrajetGroup, end_of, option, print_json
from cli.render import by_whom, entry_json, progress_bar, when
from cli.words import say
from domain.errors import BadInput, StoreTrouble, UnknownDossier


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
    from domain.events import EVENTS
    from projections.audit.evidence import read_checkpoint, read_receipts
    from projections.audit.reader import SqliteStore
    from projections.audit.verify import verify as check
    from workflows.store_sqlite import TABLES
    from workflows.upcasts import UPCASTS

    paths = desk.office.paths
    if not paths.store.exists():
        raise StoreTrouble(
            "there is no store at {file}; make one with: trajet init", file=paths.store
        )
    heads = [read_checkpoint(_text(file)) for file in checkpoints]
    kept = [receipt for file in receipts for receipt in read_receipts(_text(file))]
    with SqliteStore.open(paths.store) as store, progress_bar() as progress:
        report = check(
            store,
            schema=TABLES,
            checkpoints=heads,
            receipts=kept,
            progress=progress,
            topics=EVENTS | dict.fromkeys(UPCASTS),
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
        click.echo(
            say("{n} finding(s)", n=len(report.findings))
            if report.findings
            else say("nothing was altered")
        )
    if report.findings:
        raise SystemExit(1)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as trouble:
        raise BadInput("{file} cannot be read as UTF-8 text", file=file) from trouble


@audit.command("conformance")
@click.argument("dossier", type=DOSSIER, required=False)
def conformance(desk: Desk, dossier: str | None) -> None:
    """Check every act against the rules of the procedure, as they stood when it happened."""
    from projections.audit.conformance import judge

    dossiers, findings = 0, []
    for _name, lines in desk.office.journal.dossiers(dossier):
        dossiers += 1
        findings += judge(lines)
    if dossier and not dossiers:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
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
