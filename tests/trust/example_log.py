"""
A log in memory to make bundles of: signed acts, a delegation, a register taken in.

It is written line by line as the journal stores lines, with keys from fixed seeds, so that
every run gives the same bytes. Who attacks it owns the store: any line may be changed before
the log is signed, and any bundle after it was made.
"""

import base64
import io
import json
import struct
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import dossier as d
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from trust import keys

from cli import trajet_verify as verifier
from domain import events as e
from domain.checkpoint import Checkpoint
from domain.merkle import leaf_hash, leaf_text, node_hash
from domain.note import Note
from domain.proofs import inclusion, perfect
from domain.record import HOUSE, Recorded
from domain.rules import RULE_SET
from domain.signature import KIND, canonical, message, string
from domain.values import Function, Origin, Sealed
from projections.audit import bundle
from projections.audit.bundle import Head, HeadsTree, Line, Under
from workflows.lines import state_of
from workflows.sshsig import Signer

ORIGIN = "trajet.example/holsbeek"
LOG = keys.log(ORIGIN)
WITNESSES = tuple(keys.witness(f"witness.example/{name}") for name in ("court", "ombudsman"))
POLICY = f"""# Whom the auditor believes.
log {LOG.key}
witness court {WITNESSES[0].key}
witness ombudsman {WITNESSES[1].key}
group outside any court ombudsman
quorum outside
"""

DOSSIER, OTHER = "HOL-2026-0042", "HOL-2026-0043"
BEGIN = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
SIGNED_AT = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)
NOW = SIGNED_AT + timedelta(days=1)

PERSONS = {
    "registrar": "P-900",
    "a.second": "P-901",
    "d.lambert": "P-001",
    "s.peeters": "P-002",
    "e.claes": "P-008",
}
_SEALED = f"s1.identity.{base64.b64encode(bytes(40)).decode()}"


def key_of(account: str) -> Signer:
    """Return the key of an account: always the same."""
    private = Ed25519PrivateKey.from_private_bytes(sha256(account.encode()).digest())
    public = private.public_key().public_bytes_raw()
    return Signer(string(KIND.encode()) + string(public), private.sign)


class Log:
    """Lines as a store keeps them, and the tree over them."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.signing = False
        self._versions: dict[str, int] = {}

    def add(
        self,
        stream: str,
        event: e.Event,
        account: str,
        role: str,
        *,
        save: str | None = None,
        key: Signer | None = None,
        change: Callable[[dict[str, Any]], None] | None = None,
        **but: Any,
    ) -> None:
        """Record an event; ``change`` spoils what is said before it is signed and stored."""
        version = self._versions.get(stream, 0) + 1
        self._versions[stream] = version
        at = BEGIN + timedelta(minutes=len(self.lines))
        told: dict[str, Any] = {
            "occurred_at": at,
            "recorded_at": at,
            "person": PERSONS[account],
            "command_id": str(uuid5(NAMESPACE_URL, save or f"{stream}/{version}")),
            "rule_set": RULE_SET,
        }
        line = Recorded(stream, version, event, account=account, role=role, **(told | but))
        said = json.loads(state_of(line))
        if change:
            change(said)
        if key or (self.signing and not said.get("sig")):
            signer = key or key_of(said.get("typed", account))
            signature = signer.sign(message(ORIGIN, stream, version, event.TOPIC, said))
            said = {**said, "sig": signature, "data": said.pop("data")}
        if said.get("sig") == "none":
            del said["sig"]
        self.put(stream, version, event.TOPIC, said)

    def put(self, stream: str, version: int, topic: str, said: dict[str, Any]) -> None:
        """Store what is said as it is."""
        state = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
        number = 2 * len(self.lines) + 1  # a store may leave gaps
        self._store(number, stream, version, topic, state)

    def _store(self, number: int, stream: str, version: int, topic: str, state: bytes) -> None:
        index = len(self.lines)
        leaf = leaf_hash(leaf_text(index, number, stream, version, topic, state))
        self.lines.append((number, stream, version, topic, state, index, leaf))

    def rewritten(self, change: Callable[[Line], Line | None]) -> "Log":
        """Return the log as an attacker rewrites it: each line changed, dropped, or as it is."""
        other = Log()
        for line in self.lines:
            new = change(line)
            if new is not None:
                other._store(*new[:5])
        return other

    def subtree(self, level: int, index: int) -> bytes:
        """Return the root over some leaves."""
        if level == 0:
            return self.lines[index][-1] or b""
        return node_hash(self.subtree(level - 1, 2 * index), self.subtree(level - 1, 2 * index + 1))

    def root(self, size: int) -> bytes:
        """Return the root at a size."""
        roots = [self.subtree(*each) for each in perfect(0, size)]
        joined = roots.pop()
        while roots:
            joined = node_hash(roots.pop(), joined)
        return joined

    def heads(self, size: int) -> HeadsTree:
        """Return the heads at a size."""
        last: dict[str, Head] = {}
        for _, stream, version, _, _, index, _ in self.lines[:size]:
            last[stream] = Head(stream, version, index or 0)
        return HeadsTree(last.values())

    def checkpoint(
        self,
        size: int | None = None,
        *,
        at: datetime | None = None,
        signer: keys.Signer = LOG,
        witnesses: Iterable[keys.Signer] = WITNESSES[:1],
        **but: Any,
    ) -> Under:
        """Sign the log at a size, then or when it had that size, and have it witnessed."""
        whole = size is None or size == len(self.lines)
        size = len(self.lines) if size is None else size
        at = at or (SIGNED_AT if whole else BEGIN + timedelta(minutes=size))
        heads = self.heads(size).told()
        told = Checkpoint(ORIGIN, size, self.root(size), at, heads)._replace(**but)
        note = signer.note(str(told))
        for witness in witnesses:
            note = note.signed_also(witness.cosign(str(told), int(at.timestamp()) + 60))
        return Under(note, told)

    def bundle(self, under: Under | None = None, dossier: str = DOSSIER) -> bytes:
        """Make the bundle of a dossier."""
        under = under or self.checkpoint()
        size = under.checkpoint.size
        file = io.BytesIO()
        register = [line for line in self.lines if line[1].startswith("staff:")]
        register += [line for line in self.lines if line[1] == HOUSE]
        bundle.write_dossier(
            file,
            under,
            dossier,
            [line for line in self.lines if line[1] == dossier],
            sorted(register),
            self.heads(size),
            lambda index: inclusion(index, size, self.subtree),
        )
        return file.getvalue()

    def whole(self, under: Under | None = None) -> bytes:
        """Make the bundle of the whole log."""
        file = io.BytesIO()
        bundle.write_log(file, under or self.checkpoint(), self.lines)
        return file.getvalue()


def _function(function: Function) -> e.FunctionGiven:
    return e.FunctionGiven(function=function, label=None, valid_from=None, valid_to=None)


def _key_added(account: str, *, waits: bool = False) -> e.KeyAdded:
    key = key_of(account)
    return e.KeyAdded(key=key.public, fingerprint=key.fingerprint, waits=waits)


def example() -> Log:
    """Write the log every test begins with."""
    log = Log()
    registered(log)
    procedure(log)
    return log


def registered(log: Log) -> None:
    """Have people, keys and a delegation on the register; from the sixth line on all is signed."""

    def staff(account: str, event: e.Event, by: str = "registrar", **but: Any) -> None:
        log.add(f"staff:{account}", event, by, but.pop("role", "registrar"), **but)

    opened = e.AccountOpened
    staff("registrar", opened(person="P-900"), role="founder", save="init")
    staff("registrar", _function(Function.REGISTRAR), role="founder", save="init")
    staff("registrar", _key_added("registrar"))
    for account, function in (
        ("d.lambert", Function.COACH),
        ("s.peeters", Function.COACH),
        ("a.second", Function.REGISTRAR),
    ):
        staff(account, opened(person=PERSONS[account]), save=account)
        staff(account, _key_added(account))
        if account != "a.second":
            staff(account, _function(function))
    required = e.SignaturesRequired(origin=ORIGIN, acts=())
    log.add(HOUSE, required, "registrar", "registrar", key=key_of("registrar"))
    log.signing = True
    staff("a.second", _function(Function.REGISTRAR))
    staff("e.claes", opened(person="P-008"), save="e.claes")
    officer = e.MandateGiven(function=Function.MIGRATION_OFFICER, waits=True)
    staff("e.claes", officer, save="e.claes")
    staff("e.claes", _key_added("e.claes", waits=True))
    fingerprint = key_of("e.claes").fingerprint
    staff("e.claes", e.KeyConfirmed(fingerprint=fingerprint), "a.second")
    staff("e.claes", e.MandateConfirmed(number=1), "a.second")
    given = e.DelegationGiven(
        number=1,
        principal="d.lambert",
        principal_person="P-001",
        delegate="s.peeters",
        delegate_person="P-002",
        waits=True,
    )
    log.add(HOUSE, given, "registrar", "registrar")
    log.add(HOUSE, e.DelegationConfirmed(number=1), "a.second", "registrar")


def procedure(log: Log) -> None:
    """Have a dossier whose acts are signed, one of them by a delegate, and one taken in."""
    sealed = dict.fromkeys(("name", "born_on", "nationality"), Sealed(token=_SEALED))
    arrived = d.ARRIVED.event.model_copy(update=sealed)
    log.add(DOSSIER, arrived, "d.lambert", "coach")
    log.add(DOSSIER, d.INFORMED.event, "d.lambert", "coach")
    imported: dict[str, Any] = {"origin": Origin.IMPORTED, "recorded_by": "registrar"}
    log.add(OTHER, arrived, "d.lambert", "coach", **imported)
    log.add(DOSSIER, interview(), "s.peeters", "coach", on_behalf_of="d.lambert")
    log.add(
        "place:HOL", e.BedTaken(dossier=DOSSIER, occupied=1), "d.lambert", "coach", change=unsigned
    )
    log.add(DOSSIER, d.TAKEN.event, "e.claes", "migration-officer")


def interview() -> e.InterviewHeld:
    """Return an interview whose note is sealed."""
    return e.InterviewHeld(note=Sealed(token=_SEALED))


def unsigned(said: dict[str, Any]) -> None:
    """Leave a signature out."""
    said["sig"] = "none"


# --- bundles taken apart and put together again ---------------------------------------------


def members_of(raw: bytes) -> dict[str, bytes]:
    """Take a bundle apart."""
    archive = verifier.Archive(io.BytesIO(raw))
    return {name: b"".join(archive.blocks(name)) for name in archive.members}


def rezipped(members: dict[str, bytes]) -> bytes:
    """Put members together as they are."""
    return zipped(list(members.items()))


def repacked(members: dict[str, bytes], **manifest: Any) -> bytes:
    """Put members together, with a manifest that has the right hash of each."""
    said = json.loads(members["manifest.json"])
    others = {name: raw for name, raw in members.items() if name != "manifest.json"}
    said["files"] = {name: sha256(raw).hexdigest() for name, raw in others.items()}
    said |= manifest
    return rezipped({"manifest.json": canonical(said).encode(), **others})


def zipped(members: Sequence[tuple[str, bytes]]) -> bytes:
    """Write a zip as bundles are, whatever its members are called."""
    file, listed = io.BytesIO(), []
    for name, content in members:
        size = len(content)
        told = struct.pack(
            "<5H3I2H", 20, 0, 0, 0, 33, zlib.crc32(content), size, size, len(name.encode()), 0
        )
        begins = struct.pack("<3H2I", 0, 0, 0, 0, file.tell())
        listed.append(struct.pack("<4s2H", b"PK\x01\x02", 20, 20) + told[2:] + begins)
        listed.append(name.encode())
        file.write(b"PK\x03\x04" + told + name.encode() + content)
    count, start, rest = len(members), file.tell(), b"".join(listed)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(rest), start, 0)
    return file.getvalue() + rest + end


def lines_of(raw: bytes) -> list[dict[str, Any]]:
    """Read the lines of a member."""
    return [json.loads(line) for line in raw.splitlines()]


def written(lines: Iterable[dict[str, Any]]) -> bytes:
    """Write lines of a member."""
    return b"".join(canonical(line).encode() + b"\n" for line in lines)


def checked(
    raw: bytes,
    *known: Note | bytes | str,
    policy: str = POLICY,
    receipts: Sequence[verifier.Receipt] = (),
    now: datetime = NOW,
) -> verifier.Report:
    """Verify a bundle."""
    kept = []
    for number, note in enumerate(known):
        text = note if isinstance(note, bytes) else str(note).encode()
        kept.append(verifier.read_known(f"kept-{number}", text))
    return verifier.verify(io.BytesIO(raw), verifier.read_policy(policy), kept, receipts, now)


def codes(report: verifier.Report) -> list[str]:
    """Name what was found, in order."""
    return [finding.code for finding in report.findings]
