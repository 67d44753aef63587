"""
A store whose people have keys and whose acts are signed, and what an attacker does to it.

The attacker here has the database, knows the format and recomputes the whole log; what he
does not have is anybody's key.
"""

import json
from typing import Any

from audit.example_store import Base, sql, verified
from audit.example_store import rebuild_log as rebuilt
from cabinet import registrar_of
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cli.wiring import Office
from domain import commands as c
from domain.authority import Actor
from domain.signature import KIND, message, string
from workflows import staffing
from workflows.handle import Occasion, handle
from workflows.pen import Pen
from workflows.sshsig import Signer

DOSSIER, ORIGIN = "HOL-2026-0001", "trajet.test/holsbeek"
COACH, COLLEAGUE, OFFICER = "d.lambert", "s.peeters", "e.claes"


def a_key() -> Signer:
    """Make a key nobody has seen before."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Signer(string(KIND.encode()) + string(public), private.sign)


class Store:
    """A store whose people have keys and whose acts are signed, and what an attacker does to it."""

    def __init__(self, office: Office, place: Any) -> None:
        self.office, self.place = office, place
        self.keys = {account: a_key() for account in ("registrar", COACH, COLLEAGUE, OFFICER)}

    def give(self, account: str, key: Signer, by: Actor | None = None) -> None:
        """Let a key speak for an account."""
        asked = c.AddKey(account=account, key=key.public, fingerprint=key.fingerprint)
        self._change(asked, by)

    def revoke(self, account: str) -> None:
        """End the key of an account."""
        name = self.keys[account].fingerprint
        asked = c.RevokeKey(account=account, fingerprint=name, reason="lost")
        self._change(asked)

    def _change(self, asked: Any, by: Actor | None = None) -> None:
        actor = by or registrar_of(self.office)
        staffing.change(self.office.journal, asked, actor, self._pen(actor.account))

    def ask(self, *acts: str) -> None:
        """Ask from now on that acts are signed."""
        self._change(c.RequireSignatures(origin=ORIGIN, acts=acts))

    def _pen(self, account: str) -> Pen:
        return Pen(lambda: [self.keys[account]] if account in self.keys else [])

    def do(self, command: c.Command, account: str) -> None:
        """Have an act done and signed."""
        occasion = Occasion(account, pen=self._pen(account))
        handle(self.office.journal, self.office.vault, command, occasion)

    def rewrite(self, version: int, change: Any, stream: str = DOSSIER) -> None:
        """Change what is stored of an event, and make the whole log agree with it."""
        ((state,),) = sql(
            self.place,
            "SELECT state FROM stored_events "
            f"WHERE originator_id = '{stream}' AND originator_version = {version}",
        )
        said = json.loads(bytes(state))
        change(said)
        self.put(version, json.dumps(said, separators=(",", ":"), ensure_ascii=False), stream)

    def put(self, version: int, state: str, stream: str = DOSSIER) -> None:
        """Put a text in the place of what is stored, and make the whole log agree with it."""
        text = state.encode().hex()
        sql(
            self.place,
            f"UPDATE stored_events SET state = x'{text}' "
            f"WHERE originator_id = '{stream}' AND originator_version = {version}",
        )
        rebuilt(self.place)

    def said(self, version: int) -> dict[str, Any]:
        """Read what is stored of an event."""
        ((state,),) = sql(
            self.place,
            "SELECT state FROM stored_events "
            f"WHERE originator_id = '{DOSSIER}' AND originator_version = {version}",
        )
        return dict(json.loads(bytes(state)))

    def signed_by(self, key: Signer, version: int, origin: str = ORIGIN) -> str:
        """Sign an event as it is stored, with any key."""
        said = self.said(version)
        topic = "interview-held.v1"
        return key.sign(message(origin, DOSSIER, version, topic, said))

    def found(self) -> list[tuple[str, str | None, int | None]]:
        """Verify, and tell what was found and where."""
        report = verified(self.place, actors=True)
        return [(one.code, one.dossier, one.version) for one in report.findings]


def place_of(paths):
    """Name the place of a store as attacks do."""
    if not isinstance(paths.store, str):
        return paths.store
    return _Url(paths.store)


class _Url(Base):
    """A database that is known by its URL."""

    def __new__(cls, url):
        nobodys: Any = None
        return super().__new__(cls, nobodys, url)

    @property
    def url(self):
        return self.name
