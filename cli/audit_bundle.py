"""
``trajet audit bundle``, ``check`` and ``verifier``: a dossier for a stranger, and his tool.

What is checked is in :mod:`cli.trajet_verify`, which a stranger has as a file of its own; here
it only speaks the language of the desk.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from cli.anchors import with_checkpoints, with_policy, with_receipts
from cli.base import DOSSIER, Desk, TrajetCommand, option, print_json
from cli.words import say
from cli.written import put
from domain.errors import BadInput, UnknownDossier

if TYPE_CHECKING:
    from projections.audit.bundle import Line, Under, Written
    from workflows.journal import Journal

_FORCE = option("--force", is_flag=True, help="Put it over a file that is there.")


def _output(help_text: str) -> Callable[[Any], Any]:
    return option(
        "-o",
        "--output",
        "file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        required=True,
        help=help_text,
    )


@click.command("bundle", cls=TrajetCommand)
@click.argument("dossier", type=DOSSIER, required=False)
@_output("The file to write, private to you.")
@option(
    "--checkpoint",
    "note",
    metavar="NOTE",
    help="As of this checkpoint, cosigned or not; of the newest in the store without it.",
)
@option("--timestamp", metavar="FILE", help="A time stamp of the checkpoint to go with it.")
@option("--whole", is_flag=True, help="The whole log, instead of one dossier.")
@_FORCE
def bundle(
    desk: Desk,
    dossier: str | None,
    file: Path,
    note: str | None,
    timestamp: str | None,
    whole: bool,
    force: bool,
) -> None:
    """
    Write a dossier to be verified by a stranger, with the proofs that nothing is left out.

    It is as of a checkpoint, so later acts are not in it. What is sealed stays sealed.
    """
    if whole == bool(dossier):
        raise BadInput("give the number of a dossier, or --whole")
    if dossier is None:
        _let_out_everything(desk)
    else:
        _let_out(desk, dossier)
    under = _under(desk.office.journal, note, timestamp)
    with _put(file, force=force) as target:
        written = _written(desk.office.journal, target, under, dossier)
    _tell(desk, file, under, dossier, written)


def _let_out(desk: Desk, dossier: str) -> None:
    """Let nobody hand over a dossier he may not read, and record who reads a restricted one."""
    from cli.restricted import let_in
    from domain.record import is_dossier

    lines = desk.office.journal.history(dossier) if is_dossier(dossier) else []
    if not lines:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    let_in(desk, lines)


def _let_out_everything(desk: Desk) -> None:
    """AUT-02, ACC-01: the whole log is for the auditor, who is told of every restricted dossier."""
    from cli.controllers import only_for
    from cli.restricted import closed_ever, let_in
    from domain.values import Function

    only_for(
        desk,
        {Function.AUDITOR},
        "AUT-02: {account} may not take the whole log out; it is for {functions}",
    )
    for dossier in closed_ever(desk):
        let_in(desk, desk.office.journal.history(dossier))


def _under(journal: "Journal", file: str | None, timestamp: str | None) -> "Under":
    from cli.signed_files import bytes_in, text_in
    from domain.checkpoint import checkpoint_in
    from projections.audit.bundle import Under
    from workflows.timestamps import stamped

    text = journal.newest_checkpoint() if file is None else text_in(file)
    if text is None:
        raise BadInput("no checkpoint is kept here; make one with: trajet audit checkpoint")
    note, checkpoint = checkpoint_in(text)
    if checkpoint.at is None or checkpoint.heads is None:
        raise BadInput("this checkpoint does not say where each dossier stood")
    if timestamp is None:
        return Under(note, checkpoint)
    stamp = bytes_in(timestamp)
    stamped(note, stamp)
    return Under(note, checkpoint, stamp)


def _written(
    journal: "Journal", target: BinaryIO, under: "Under", dossier: str | None
) -> "Written":
    from projections.audit.bundle import Head, HeadsTree, write_dossier, write_log

    if dossier is None:
        return write_log(target, under, _every_line(journal))
    size = under.checkpoint.size
    with journal.still() as view:
        if size > view.size:
            raise BadInput("the checkpoint has {size} leaves, the log has fewer", size=size)
        mine = [line for line in journal.rows_of(dossier) if line[1] == dossier]
        if not any(line[5] is not None and line[5] < size for line in mine):
            raise BadInput(
                "{dossier} has nothing on record before that checkpoint; make a new one with: "
                "trajet audit checkpoint",
                dossier=dossier,
            )
        register = _register(journal)
        heads = HeadsTree(Head(*head) for head in view.heads(size))
        indices = (line[5] for line in (*mine, *register))
        proofs = view.inclusions((one for one in indices if one is not None and one < size), size)
        return write_dossier(target, under, dossier, mine, register, heads, proofs.__getitem__)


def _register(journal: "Journal") -> "list[Line]":
    from domain.record import HOUSE, STAFF

    house = [line for line in journal.rows_of(HOUSE) if line[1] == HOUSE]
    return sorted([*journal.rows_of(STAFF), *house], key=lambda line: line[0])


def _every_line(journal: "Journal") -> "Iterator[Line]":
    from workflows.journal import PAGE
    from workflows.store import pages

    with journal.trouble_in_our_words():
        for page in pages(journal.store, 0, PAGE):
            yield from page


def _tell(desk: Desk, file: Path, under: "Under", dossier: str | None, written: "Written") -> None:
    from domain.checkpoint import instant

    checkpoint = under.checkpoint
    at = instant(checkpoint.at) if checkpoint.at else None
    if desk.as_json:
        print_json(
            {
                "file": str(file),
                "dossier": dossier,
                "events": written.events,
                "later": written.later,
                "origin": checkpoint.origin,
                "size": checkpoint.size,
                "root": checkpoint.root.hex(),
                "at": at,
            }
        )
        return
    click.echo(say("{n} event(s) as of {at} written to {file}", n=written.events, at=at, file=file))
    if written.later:
        click.echo(
            say("{n} later act(s) of the dossier are after the checkpoint", n=written.later),
            err=True,
        )


# --- checking ---------------------------------------------------------------------------------


@click.command("check", cls=TrajetCommand)
@click.argument("file", type=click.Path(path_type=Path))
@with_policy(required=True)
@with_checkpoints("An earlier checkpoint that you kept, or a proof that the log only grew.")
@with_receipts
@option("--list", "with_list", is_flag=True, help="List the events of the bundle first.")
@option("--now", metavar="INSTANT", help="Judge freshness as of then: 2026-11-22T15:04:05Z.")
def check(
    desk: Desk,
    file: Path,
    policy: Path,
    checkpoints: tuple[Path, ...],
    receipts: tuple[Path, ...],
    with_list: bool,
    now: str | None,
) -> None:
    """
    Verify a bundle, of a dossier or of a whole log; needs no store.

    It says what trajet-verify says, which a stranger has as a file of its own.
    """
    from cli import trajet_verify as verifier

    try:
        asked = verifier.read_asked(policy, checkpoints, receipts, now)
        report = verifier.verify_file(file, asked)
        if with_list:
            _list(file, as_json=desk.as_json)
    except verifier.Unusable as trouble:
        raise BadInput("{what}", what=str(trouble)) from trouble
    if desk.as_json:
        click.echo(verifier.as_json(report.document()))
    else:
        for line in verifier.tell(report, say):
            click.echo(line)
    if report.findings:
        raise SystemExit(1)


def _list(file: Path, *, as_json: bool) -> None:
    from cli import trajet_verify as verifier

    with file.open("rb") as source:
        for act in verifier.listed(source):
            click.echo(verifier.as_json(act) if as_json else verifier.line_of(act))


@click.command("verifier", cls=TrajetCommand)
@_output("Where the verifier goes: one file, for any Python from 3.9 on.")
@_FORCE
def verifier_(desk: Desk, file: Path, force: bool) -> None:
    """
    Write out the verifier for a stranger: one file that needs nothing of ours.

    What it prints is the SHA-256 of the file, to be compared by another way.
    """
    from hashlib import sha256

    from cli import trajet_verify

    content = Path(trajet_verify.__file__).read_bytes()
    with _put(file, force=force) as target:
        target.write(content)
    digest = sha256(content).hexdigest()
    if desk.as_json:
        print_json({"file": str(file), "sha256": digest})
    else:
        click.echo(f"{digest}  {file}")


# --- the file ---------------------------------------------------------------------------------


@contextmanager
def _put(file: Path, *, force: bool) -> Iterator[BinaryIO]:
    """Open a private file to write, as :func:`cli.written.put` gives it."""
    if file.is_dir():
        raise BadInput("--output: {file} is a folder", file=file)
    with put(file, force=force) as draft, draft.open("wb") as target:
        yield target
