"""
Standing witness to somebody's log: to cosign what it says only if it goes on from what it said.

A witness needs no store, only what it cosigned last, in a private folder with one file for
each log. That is on the disk before anybody is answered.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from domain.checkpoint import Checkpoint, Consistency, checkpoint_in, instant, read_checkpoint
from domain.errors import BadInput, ConcurrentChange, Contradiction, NotAllowed, StoreTrouble
from domain.merkle import EMPTY_ROOT
from domain.note import LONGEST_NOTE, Key, Note
from domain.proofs import consistent
from workflows.notekeys import NoteSigner
from workflows.private import alone, replace_durably
from workflows.where import WAIT_SECONDS

AHEAD = timedelta(minutes=10)
"""By how much the clock of an honest log may be ahead of the witness's."""


class Witness(NamedTuple):
    """Who cosigns, for which log, and the folder where it keeps what it cosigned last."""

    signer: NoteSigner
    log: Key
    folder: Path

    @property
    def file(self) -> Path:
        """Where what was cosigned of this log is kept: by a hash, since names may hold anything."""
        return self.folder / f"{sha256(self.log.name.encode()).hexdigest()[:32]}.note"

    def cosign(self, asked: Consistency, now: datetime, *, patience: float = WAIT_SECONDS) -> Note:
        """
        Cosign a checkpoint at a moment; return its note with one line more.

        Raises :class:`NotAllowed` for a note the log did not sign, :class:`Contradiction` for
        one that does not go on from what was cosigned, :class:`ConcurrentChange` for a request
        from another size than that, :class:`BadInput` for one from the future and
        :class:`StoreTrouble` where the folder cannot be used.
        """
        checkpoint = read_checkpoint(asked.note.text)
        self._check_signed(asked.note, checkpoint)
        _check_time(checkpoint, now)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with alone(self.folder / "lock", patience):
                _check_goes_on(self.last(), checkpoint, asked)
                line = self.signer.cosign(asked.note.text, now)
                kept = Note(asked.note.text, (*self.log.lines_of(asked.note), line))
                replace_durably(self.file, str(kept).encode())
        except TimeoutError as busy:
            raise ConcurrentChange(
                "another process cosigns for {folder} at this moment; nothing was signed",
                folder=self.folder,
            ) from busy
        except OSError as trouble:
            raise StoreTrouble(
                "{file} cannot be written; nothing was signed", file=self.folder
            ) from trouble
        return asked.note.signed_also(line)

    def _check_signed(self, note: Note, checkpoint: Checkpoint) -> None:
        if checkpoint.origin != self.log.name:
            raise NotAllowed(
                "this is a checkpoint of {origin}, and you stand witness to {name}",
                origin=checkpoint.origin,
                name=self.log.name,
            )
        if not self.log.signed(note):
            raise NotAllowed("the key of {name} did not sign this", name=self.log.name)

    def last(self) -> Checkpoint | None:
        """Return what was cosigned last; ``None`` if nothing was, of this log."""
        try:
            with self.file.open("rb") as opened:
                text = opened.read(LONGEST_NOTE).decode()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as trouble:
            raise self._lost() from trouble
        try:
            note, checkpoint = checkpoint_in(text)
        except BadInput as wrong:
            raise self._lost() from wrong
        if checkpoint.origin != self.log.name or not self.signer.key.signed(note):
            raise self._lost()
        return checkpoint

    def _lost(self) -> StoreTrouble:
        return StoreTrouble(
            "{file} does not hold what you cosigned last, and without it you cannot stand "
            "witness; put it back from a copy",
            file=self.file,
        )


def _check_time(checkpoint: Checkpoint, now: datetime) -> None:
    if checkpoint.at is not None and checkpoint.at > now + AHEAD:
        raise BadInput(
            "the checkpoint says it was signed at {at}, which is not yet", at=instant(checkpoint.at)
        )


def _check_goes_on(last: Checkpoint | None, new: Checkpoint, asked: Consistency) -> None:
    """Refuse a log that is not the continuation of what was cosigned, and tell a stale request."""
    before = last or Checkpoint(new.origin, 0, EMPTY_ROOT)
    if new.size < before.size:
        raise Contradiction(
            "{origin} had {before} leaves when you cosigned it and says it has {size}: it was "
            "cut, or you are shown another; nothing was signed",
            origin=new.origin,
            before=before.size,
            size=new.size,
        )
    if new.size == before.size and last is not None and _differs(before, new):
        raise Contradiction(
            "{origin} shows two histories of {size} leaves; nothing was signed: keep both notes, "
            "they prove it",
            origin=new.origin,
            size=new.size,
        )
    if new == last:
        return  # cosigned before, and the answer was lost: it says nothing new
    if asked.old != before.size:
        raise ConcurrentChange(
            "the request begins at {old} leaves, and you cosigned {origin} at {size}; have it "
            "made with: trajet audit prove --from {size}",
            old=asked.old,
            origin=new.origin,
            size=before.size,
        )
    if not consistent(before.size, before.root, new.size, new.root, asked.proof):
        raise Contradiction(
            "the proof does not lead from the {before} leaves you cosigned to {size}: history "
            "was rewritten, or the proof is damaged; nothing was signed",
            before=before.size,
            size=new.size,
        )


def _differs(before: Checkpoint, new: Checkpoint) -> bool:
    """Tell two checkpoints of one size that cannot both be true."""
    heads = None not in {before.heads, new.heads} and before.heads != new.heads
    return before.root != new.root or heads
