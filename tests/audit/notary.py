"""A log's key and three witnesses, and the notes they sign over example stores."""

from datetime import UTC, datetime
from typing import NamedTuple

from audit.example_store import Place, sql
from cabinet import root_by_hand
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from domain.checkpoint import Checkpoint, Heads, head_hash, instant
from domain.note import LOG_KEY, WITNESS_KEY, Key, Line, Note, cosignature, cosigned
from projections.audit import evidence
from projections.audit.policy import Policy, read_policy

ORIGIN = "trajet.example/holsbeek"


class Hand(NamedTuple):
    """A key and who holds it."""

    key: Key
    private: Ed25519PrivateKey

    def sign(self, text: str) -> Line:
        """Sign a text as a log does."""
        return Line(self.key.name, self.key.key_id, self.private.sign(text.encode()))

    def cosign(self, text: str, moment: datetime) -> Line:
        """Sign a text as a witness does who saw it at a moment."""
        seconds = int(moment.timestamp())
        raw = self.private.sign(cosigned(text, seconds))
        return Line(self.key.name, self.key.key_id, cosignature(seconds, raw))


def hand(name: str, kind: int, seed: int) -> Hand:
    """Make a key that is the same each time."""
    private = Ed25519PrivateKey.from_private_bytes(bytes([seed]) * 32)
    public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Hand(Key(name, kind, public), private)


LOG = hand(ORIGIN, LOG_KEY, 1)
OTHER_LOG = hand("trajet.example/vottem", LOG_KEY, 2)
WITNESSES = [hand(f"witness.example/{at}", WITNESS_KEY, 10 + at) for at in (1, 2, 3)]


def policy_text(quorum: str = "none", threshold: str = "2", *more: str) -> str:
    """Write the policy of somebody who knows the log and the three witnesses."""
    lines = [f"log {LOG.key}"]
    lines += [f"witness w{at} {one.key}" for at, one in enumerate(WITNESSES, start=1)]
    lines += [f"group most {threshold} w1 w2 w3", f"quorum {quorum}", *more]
    return "\n".join(lines) + "\n"


def policy(quorum: str = "none", threshold: str = "2", *more: str) -> Policy:
    """Read that policy as verify is given it."""
    return read_policy(policy_text(quorum, threshold, *more))


def leaves_of(place: Place) -> list[bytes]:
    """Return the leaves of a store in their order."""
    return [bytes(leaf) for (leaf,) in sql(place, "SELECT hash FROM tlog_leaf ORDER BY idx")]


def heads_of(place: Place, size: int) -> Heads:
    """Return where the streams of a store stood at a size, computed as the format tells it."""
    rows = sql(
        place,
        "SELECT originator_id, originator_version, idx FROM stored_events "
        "JOIN tlog_leaf USING (notification_id) ORDER BY idx",
    )
    last = {stream: (version, index) for stream, version, index in rows if index < size}
    hashes = [head_hash(one, *last[one]) for one in sorted(last, key=str.encode)]
    return Heads(len(hashes), root_by_hand(hashes))


def checkpoint(place: Place, size: int | None = None, at: datetime | None = None) -> Checkpoint:
    """Say what a store is at a size, by default as it is now."""
    leaves = leaves_of(place)
    size = len(leaves) if size is None else size
    moment = (at or datetime.now(UTC)).replace(microsecond=0)
    return Checkpoint(ORIGIN, size, root_by_hand(leaves[:size]), moment, heads_of(place, size))


def signed(
    said: Checkpoint, *witnesses: Hand, by: Hand = LOG, seen: datetime | None = None
) -> Note:
    """Sign a checkpoint, and have it cosigned."""
    text = str(said)
    moment = seen or said.at or datetime.now(UTC)
    return Note(text, (by.sign(text), *(one.cosign(text, moment) for one in witnesses)))


def given(note: Note) -> evidence.Checkpoint:
    """Read a note as verify is given it."""
    return evidence.read_checkpoint(str(note))


def keep_inside(place: Place, note: Note) -> None:
    """Keep a note where the store keeps its own."""
    said = given(note)
    at = instant(said.at or datetime.now(UTC))
    sql(place, f"INSERT INTO tlog_checkpoint VALUES ({said.size}, '{at}', '{note}')")
