"""
Signing what the log is now, and never twice something that does not go together.

What was signed last is kept beside the key, out of reach of whoever writes in the store, and
is on the disk before anybody is told of a new checkpoint: killed at any moment, the next call
goes on from there.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path

from domain.checkpoint import Checkpoint, Heads, checkpoint_in, instant
from domain.errors import BadInput, ConcurrentChange, Contradiction, StoreTrouble
from domain.merkle import leaf_hash, leaf_text
from domain.note import LONGEST_NOTE, Key, Line, Note, read_note, time_of
from workflows.journal import Journal
from workflows.notekeys import NoteSigner
from workflows.private import alone, replace_durably
from workflows.store_view import Head, LogView, damaged, heads_of
from workflows.where import WAIT_SECONDS


def take(
    journal: Journal, signer: NoteSigner, now: datetime, *, patience: float = WAIT_SECONDS
) -> Note:
    """
    Sign the log as it stands, and keep the checkpoint beside the key and in the store.

    Raises :class:`Contradiction` where the log does not begin with what was signed before,
    :class:`ConcurrentChange` while another process signs with this key, :class:`BadInput` for
    a key of another log, :class:`StoreTrouble` where store or files cannot be used.
    """
    _check_origin(journal, signer.key.name)
    try:
        with alone(signer.beside("lock"), patience):
            return _taken(journal, signer, now)
    except TimeoutError as busy:
        raise ConcurrentChange(
            "another process signs with {file} at this moment; nothing was signed",
            file=signer.file,
        ) from busy
    except OSError as trouble:
        raise StoreTrouble(
            "{file} cannot be written; nothing was signed", file=signer.beside("last")
        ) from trouble


def _taken(journal: Journal, signer: NoteSigner, now: datetime) -> Note:
    notes = [last_signed(signer.file, signer.key), kept_inside(journal, signer.key)]
    known = [checkpoint_in(str(note))[1] for note in notes if note is not None]
    with journal.still() as view:
        checkpoint = _as_it_stands(view, signer.key.name, now, known)
    text = str(checkpoint)
    note = Note(text, (signer.sign(text),))
    replace_durably(signer.beside("last"), str(note).encode())
    journal.keep_checkpoint(checkpoint.size, instant(now), str(note))
    return note


def last_signed(file: Path, key: Key) -> Note | None:
    """
    Return the last note signed with a key, as kept beside its file; ``None`` if there is none.

    Raises :class:`StoreTrouble` where what is kept there is something else.
    """
    last = file.with_name(f"{file.name}.last")
    try:
        with last.open("rb") as opened:
            text = opened.read(LONGEST_NOTE).decode()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as trouble:
        raise _not_the_last(last) from trouble
    try:
        note, checkpoint = checkpoint_in(text)
    except BadInput as wrong:
        raise _not_the_last(last) from wrong
    if checkpoint.origin != key.name or not key.signed(note):
        raise _not_the_last(last)
    return note


def _not_the_last(last: Path) -> StoreTrouble:
    return StoreTrouble(
        "{file} does not hold the last checkpoint signed with this key, and without it nobody "
        "can tell what was signed; put it back from a copy",
        file=last,
    )


def kept_inside(journal: Journal, key: Key) -> Note | None:
    """Return the newest checkpoint in the store, if this key signed it."""
    text = journal.newest_checkpoint()
    try:
        note, checkpoint = checkpoint_in(text or "")
    except BadInput:
        return None
    return note if checkpoint.origin == key.name and key.signed(note) else None


def _check_origin(journal: Journal, name: str) -> None:
    from workflows.people import house_of

    origin = house_of(journal).origin
    if origin is not None and origin != name:
        raise BadInput(
            "this is the key of {name}, and the log of this store is {origin}",
            name=name,
            origin=origin,
        )


def _as_it_stands(
    view: LogView, origin: str, now: datetime, known: Collection[Checkpoint]
) -> Checkpoint:
    """Say what the log is; of one that is damaged, or not what was signed, nothing is said."""
    root = view.root(view.size)
    if root != view.frontier.root():
        raise damaged()
    for before in known:
        _check_continues(view, before)
    return Checkpoint(origin, view.size, root, now, _heads(view, known))


def _heads(view: LogView, known: Collection[Checkpoint]) -> Heads:
    """
    Say where each stream stands: where it stood when that was signed, and what came since.

    Each line that came since must be the one its leaf was made of. Else whoever writes in the
    store could put an act under another name for as long as it takes to have it signed that a
    dossier ends before it.
    """
    told = [one for one in known if one.heads is not None]
    before = max(told, key=lambda one: one.size, default=None)
    start = before.size if before else 0
    heads = {head.stream: head for head in view.heads(start)}
    if before and heads_of([*heads.values()])[0] != before.heads:
        raise _rewritten(before)
    tree = view.edge(start)
    for number, stream, version, topic, state, index, _ in view.lines(start):
        follows = version == (heads[stream].version if stream in heads else 0) + 1
        if index != tree.size or not follows or not isinstance(state, bytes):
            raise damaged()
        tree.append(leaf_hash(leaf_text(index, number, stream, version, topic, state)))
        heads[stream] = Head(stream, version, index)
    if (tree.size, tree.root()) != (view.size, view.frontier.root()):
        raise damaged()
    return heads_of(sorted(heads.values(), key=lambda head: head.stream.encode()))[0]


def _check_continues(view: LogView, before: Checkpoint) -> None:
    """Refuse a log that does not begin with what was signed before."""
    if before.size > view.size:
        raise Contradiction(
            "the log has {size} leaves, and {before} were signed: acts are gone, or an old copy "
            "was put in its place; nothing was signed",
            size=view.size,
            before=before.size,
        )
    if view.root(before.size) != before.root:
        raise _rewritten(before)


def _rewritten(before: Checkpoint) -> Contradiction:
    return Contradiction(
        "the first {before} leaves of the log are not those that were signed: history was "
        "rewritten, or this is another log; nothing was signed",
        before=before.size,
    )


def gathered(copies: Iterable[tuple[object, str]], log: Key, known: Collection[Key]) -> Note:
    """
    Put the lines of witnesses from copies of one checkpoint under it, each witness once.

    ``copies`` come with what to call them. Where keys are ``known``, a line must be of one of
    them and true. Raises :class:`BadInput` naming the copy for one of another checkpoint or
    that the key of the log did not sign, for a line that is no witness's, and where a witness
    signed two copies at two times.
    """
    base: Note | None = None
    for file, text in copies:
        copy = read_note(text)
        if not log.signed(copy):
            raise BadInput("{file} is not signed by the key of {name}", file=file, name=log.name)
        base = base or Note(copy.text, tuple(log.lines_of(copy)[:1]))
        if copy.text != base.text:
            raise BadInput("{file} is a copy of another checkpoint", file=file)
        for line in copy.lines:
            if line not in base.lines:
                _check_line(base, line, known, file)
                base = base.signed_also(line)
    if base is None:
        raise ValueError("there is no copy")
    return base


def _check_line(base: Note, line: Line, known: Collection[Key], file: object) -> None:
    if any(one[:2] == line[:2] for one in base.lines):
        raise BadInput(
            "{file} holds another line of {name}, which signed already", file=file, name=line.name
        )
    if time_of(line) is None:
        raise BadInput(
            "{file} holds a line of {name} that is no witness's", file=file, name=line.name
        )
    if known and not any(key.fits(base.text, line) for key in known):
        raise BadInput(
            "{file} holds a line of {name} that is false, or of no witness of the policy",
            file=file,
            name=line.name,
        )
