"""Signing what the log is, having others stand witness to it, and standing witness oneself."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING

import click

from cli.base import Desk, TrajetCommand, TrajetGroup, option, print_json
from cli.signed_files import bytes_in, hand_out, interval, policy_in, put, text_in
from cli.words import colon, say
from domain.errors import BadInput, ConcurrentChange, Contradiction, StoreTrouble

if TYPE_CHECKING:
    from domain.note import Key, Note
    from workflows.notekeys import NoteSigner

_OUTPUT = option("-o", "--output", metavar="FILE", help="Write it into this file.")
_LOG_KEY = option(
    "--log-key",
    metavar="FILE",
    help="The key of the log; without it that of TRAJET_LOG_KEY.",
)


@click.group("key", cls=TrajetGroup)
def key() -> None:
    """Make the keys that sign checkpoints; they are kept apart from the store."""


@key.command("new")
@click.argument("name")
@option("-o", "--output", required=True, metavar="FILE", help="Where the key is kept, private.")
@option("--witness", is_flag=True, help="A key to stand witness with, not that of a log.")
def key_new(desk: Desk, name: str, output: str, witness: bool) -> None:
    """
    Make a key, and print its public half for policies.

    A log's key has the name of the log.
    """
    from domain.note import LOG_KEY, WITNESS_KEY
    from workflows.notekeys import make_key

    made = make_key(Path(output), name, WITNESS_KEY if witness else LOG_KEY)
    _tell_key(desk, made)


@key.command("show")
@click.argument("file")
def key_show(desk: Desk, file: str) -> None:
    """Print the public half of a key again."""
    from workflows.notekeys import load_key

    _tell_key(desk, load_key(Path(file)).key)


def _tell_key(desk: Desk, made: "Key") -> None:
    from domain.note import LOG_KEY

    if desk.as_json:
        kind = "log" if made.kind == LOG_KEY else "witness"
        print_json({"name": made.name, "kind": kind, "key": str(made)})
    else:
        click.echo(str(made))


@click.command("checkpoint", cls=TrajetCommand)
@_LOG_KEY
@_OUTPUT
@option("--every", metavar="INTERVAL", help="Go on and sign every so often: 90s, 5m, 1h, 1d.")
@option(
    "--add",
    "copies",
    multiple=True,
    metavar="FILE",
    help="A copy of one checkpoint that a witness cosigned; may be repeated.",
)
@option("--policy", metavar="FILE", help="With --add: take lines of its witnesses only.")
@option(
    "--timestamp-query",
    metavar="FILE",
    help="Write what a time stamping authority is asked about the last checkpoint.",
)
@option(
    "--timestamp-reply",
    metavar="FILE",
    help="Keep what a time stamping authority answered.",
)
@option("--of", "of", metavar="NOTE", help="With a time stamp: of this checkpoint, not the last.")
def checkpoint(
    desk: Desk,
    log_key: str | None,
    output: str | None,
    every: str | None,
    copies: tuple[str, ...],
    policy: str | None,
    timestamp_query: str | None,
    timestamp_reply: str | None,
    of: str | None,
) -> None:
    """
    Sign what the log is now, if it goes on from what was signed last.

    Whoever has the key of the log may: no function is asked for. What was signed last is kept
    beside the key.
    """
    asked = {
        "--every": every,
        "--add": copies,
        "--timestamp-query": timestamp_query,
        "--timestamp-reply": timestamp_reply,
    }
    given = [name for name, value in asked.items() if value]
    if len(given) > 1:
        raise BadInput("give one of {options}, not several", options=", ".join(given))
    if policy and not copies:
        raise BadInput("--policy goes with --add")
    if of and not (timestamp_query or timestamp_reply):
        raise BadInput("--of goes with --timestamp-query or --timestamp-reply")
    signer = _signer(log_key)
    if copies:
        _add(desk, signer, copies, policy, output)
    elif timestamp_query:
        _ask_for_a_stamp(desk, _stamped_note(signer, of), timestamp_query)
    elif timestamp_reply:
        _keep_a_stamp(desk, _stamped_note(signer, of), timestamp_reply, _tsr(signer, of))
    elif every:
        _go_on(desk, signer, output, interval(every).total_seconds())
    else:
        _tell_checkpoint(desk, _taken(desk, signer, output), output, alone=True)


def _signer(log_key: str | None) -> "NoteSigner":
    from domain.note import LOG_KEY
    from workflows.notekeys import load_key

    file = log_key or os.environ.get("TRAJET_LOG_KEY")
    if not file:
        raise BadInput("name the key of the log with --log-key or TRAJET_LOG_KEY")
    return load_key(Path(file), LOG_KEY)


def _taken(desk: Desk, signer: "NoteSigner", output: str | None) -> "Note":
    from workflows.checkpoints import take

    note = take(desk.office.journal, signer, datetime.now(UTC))
    if output:
        hand_out(str(note), output, private=False)
    return note


def _tell_checkpoint(desk: Desk, note: "Note", output: str | None, *, alone: bool) -> None:
    """Print the note itself, to be handed on, or say what was signed."""
    from domain.checkpoint import read_checkpoint

    told = read_checkpoint(note.text)
    root = told.root.hex()
    if desk.as_json:
        heads = told.heads
        print_json(
            {
                "origin": told.origin,
                "size": told.size,
                "root": root,
                "at": told.at and told.at.isoformat().replace("+00:00", "Z"),
                "streams": heads and heads.streams,
                "heads": heads and heads.root.hex(),
                "witnesses": [line.name for line in note.lines if line.name != told.origin],
                "note": str(note),
            }
        )
    elif alone and not output:
        click.echo(str(note), nl=False)
    elif output != "-":
        click.echo(say("signed: {n} events, root {root}", n=told.size, root=root))


def _go_on(desk: Desk, signer: "NoteSigner", output: str | None, seconds: float) -> None:
    """Sign again and again; a store that is away for a while is waited for."""
    from cli.views import asked_to_stop

    first = True
    with asked_to_stop() as stop:
        while not stop():
            end = monotonic() + seconds
            try:
                _tell_checkpoint(desk, _taken(desk, signer, output), output, alone=False)
            except Contradiction:
                raise
            except (StoreTrouble, ConcurrentChange) as trouble:
                if first:
                    raise
                _complain(trouble)
            first = False
            desk.office.close()  # what is there in a while may be another file, or server
            _wait(end, stop)


def _complain(trouble: StoreTrouble | ConcurrentChange) -> None:
    from cli.render import told

    click.echo(f"trajet{colon()} {told(trouble.template, trouble.values)}", err=True)


def _wait(end: float, stop: Callable[[], bool]) -> None:
    while not stop() and (left := end - monotonic()) > 0:
        sleep(min(left, 0.2))


def _last(signer: "NoteSigner") -> "Note":
    from workflows.checkpoints import last_signed

    note = last_signed(signer.file, signer.key)
    if note is None:
        raise BadInput(
            "nothing was signed with {file} yet; sign with: trajet audit checkpoint",
            file=signer.file,
        )
    return note


def _add(
    desk: Desk,
    signer: "NoteSigner",
    copies: tuple[str, ...],
    policy: str | None,
    output: str | None,
) -> None:
    from workflows.checkpoints import gathered

    known = policy_in(policy).witnesses.values() if policy else ()
    texts = [(file, text_in(file)) for file in copies]
    note = gathered(texts, signer.key, list(known))
    if output:
        hand_out(str(note), output, private=False)
    _tell_checkpoint(desk, note, output, alone=True)


def _stamped_note(signer: "NoteSigner", of: str | None) -> "Note":
    """Return the checkpoint a time stamp is asked for: the one named, else the last."""
    from domain.checkpoint import checkpoint_in

    return checkpoint_in(text_in(of))[0] if of else _last(signer)


def _tsr(signer: "NoteSigner", of: str | None) -> Path:
    """Name the file of a time stamp, beside that of what is stamped."""
    return Path(f"{of}.tsr") if of else signer.beside("last.tsr")


def _ask_for_a_stamp(desk: Desk, note: "Note", file: str) -> None:
    from workflows.timestamps import question

    put(question(note), file, over_anything=file.endswith(".tsq"))
    if desk.as_json:
        print_json({"query": file})
    else:
        click.echo(say("have {file} stamped by your authority", file=file))


def _keep_a_stamp(desk: Desk, note: "Note", reply: str, kept: Path) -> None:
    from workflows.timestamps import keep

    moment = keep(note, bytes_in(reply), kept)
    at = moment.isoformat().replace("+00:00", "Z")
    if desk.as_json:
        print_json({"stamped": at, "file": str(kept)})
    else:
        click.echo(say("stamped at {at}; kept in {file}", at=at, file=kept))


@click.command("cosign", cls=TrajetCommand)
@click.argument("request")
@option("--log", "log", required=True, metavar="KEY", help="The public key of the log.")
@option(
    "--state",
    metavar="FOLDER",
    help="Where you keep what you cosigned last; without it beside your key.",
)
@_OUTPUT
def cosign(desk: Desk, request: str, log: str, state: str | None, output: str | None) -> None:
    """
    Stand witness: cosign a checkpoint if the log goes on from what you cosigned last.

    Sign with the key you name with --key. Needs no store. The request is made by those who
    keep the log, with: trajet audit prove --from.
    """
    from domain.checkpoint import read_consistency
    from domain.note import LOG_KEY, WITNESS_KEY, read_key
    from workflows.notekeys import load_key
    from workflows.witness import Witness

    if not desk.key_file:
        raise BadInput("name your key as a witness with --key")
    of_log = read_key(log.strip())
    if of_log.kind != LOG_KEY:
        raise BadInput("{key} is no public key of a log", key=of_log.name)
    signer = load_key(Path(desk.key_file), WITNESS_KEY)
    folder = Path(state) if state else signer.beside("state")
    asked = read_consistency(text_in(request))
    note = Witness(signer, of_log, folder).cosign(asked, datetime.now(UTC))
    if output:
        hand_out(str(note), output, private=False)
    _tell_checkpoint(desk, note, output, alone=True)
