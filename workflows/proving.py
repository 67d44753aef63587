"""Proofs out of a store, for whoever has a checkpoint of it and no store."""

from domain.checkpoint import Checkpoint, Consistency, Inclusion, head_leaf, read_checkpoint
from domain.errors import BadInput, Contradiction
from domain.merkle import leaf_text
from domain.note import Note
from workflows.journal import Journal
from workflows.store_view import LogView, damaged, heads_of


def prove_act(journal: Journal, note: Note, stream: str, version: int) -> Inclusion:
    """
    Prove that an act is in the log of a checkpoint.

    Raises :class:`BadInput` for an act that is not on record, or came later, and
    :class:`Contradiction` where the store does not hold what the checkpoint says.
    """
    checkpoint = read_checkpoint(note.text)
    with journal.still() as view:
        _check_held(view, checkpoint)
        line = view.line(stream, version)
        if line is None:
            raise BadInput("{stream} has no version {version}", stream=stream, version=version)
        position, _, _, topic, state, index, _ = line
        if index is None:
            raise damaged()
        if index >= checkpoint.size:
            raise _later(stream, version)
        proof = view.inclusion(index, checkpoint.size)
    leaf = leaf_text(index, position, stream, version, topic, state)
    return _sound(Inclusion(leaf, index, tuple(proof), note), checkpoint.size, checkpoint.root)


def prove_last(journal: Journal, note: Note, stream: str) -> Inclusion:
    """
    Prove which act of a stream was its last by a checkpoint.

    Raises :class:`BadInput` for a stream that had none, or a checkpoint that does not say
    where streams stood, and :class:`Contradiction` as above.
    """
    checkpoint = read_checkpoint(note.text)
    if checkpoint.heads is None:
        raise BadInput("this checkpoint does not say where each dossier stood")
    with journal.still() as view:
        _check_held(view, checkpoint)
        heads = view.heads(checkpoint.size)
    told, tree = heads_of(heads)
    if told != checkpoint.heads:
        raise _not_held(checkpoint)
    place = next((at for at, one in enumerate(heads) if one.stream == stream), None)
    if place is None:
        raise BadInput("nothing was on record for {stream} by that checkpoint", stream=stream)
    proof = Inclusion(head_leaf(*heads[place]), place, tuple(tree.inclusion(place)), note)
    return _sound(proof, told.streams, told.root)


def prove_growth(journal: Journal, note: Note, before: Checkpoint | int) -> Consistency:
    """
    Prove that the log of a checkpoint begins with an older one, given whole or by its size.

    Raises :class:`BadInput` for one that is not older, :class:`Contradiction` as above.
    """
    checkpoint = read_checkpoint(note.text)
    old = before if isinstance(before, int) else before.size
    if old > checkpoint.size:
        raise BadInput(
            "the checkpoint has {size} leaves, fewer than {old}", size=checkpoint.size, old=old
        )
    with journal.still() as view:
        _check_held(view, checkpoint)
        if isinstance(before, Checkpoint):
            _check_held(view, before)
        proof = view.consistency(old, checkpoint.size)
    return Consistency(old, tuple(proof), note)


def _check_held(view: LogView, checkpoint: Checkpoint) -> None:
    """Refuse to prove anything by a checkpoint of another log, or of one that was rewritten."""
    if checkpoint.size > view.size or view.root(checkpoint.size) != checkpoint.root:
        raise _not_held(checkpoint)


def _not_held(checkpoint: Checkpoint) -> Contradiction:
    return Contradiction(
        "the store does not hold what the checkpoint of {size} leaves says; run: trajet audit "
        "verify --checkpoint",
        size=checkpoint.size,
    )


def _later(stream: str, version: int) -> BadInput:
    return BadInput(
        "{stream} version {version} came after that checkpoint; make a new one with: trajet "
        "audit checkpoint",
        stream=stream,
        version=version,
    )


def _sound(proof: Inclusion, size: int, root: bytes) -> Inclusion:
    """Look at a proof before it is handed on: the event may be another than its leaf."""
    if not proof.leads_to(size, root):
        raise damaged()
    return proof
