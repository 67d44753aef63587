"""
What is sealed, against the vault: each text has its key and opens, what is erased opens no more.

No content is kept or told: a text is opened to see that it opens. Without the key of the keys
only their presence is checked, and that no nonce was used twice, which needs no key at all.
"""

import base64
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple, Protocol

from pydantic_core import from_json

from domain.record import ERASED, is_dossier
from projections.audit.findings import Finding, show
from projections.audit.stamps import EARLIEST, is_later, stamps, written
from projections.audit.store import FIRST, Event, Snapshot

_TOKEN = re.compile(rb'"([a-z_0-9]+)":"s1\.([a-z]+)\.([A-Za-z0-9+/]{38,}={0,2})"')
_ADMISSION, _DESTROYED = "resident-admitted.", "personal-key-destroyed."
_NONCE = 16
"""Letters of base64 in which the nonce stands, 12 bytes."""


class Keys(Protocol):
    """
    The keys of a vault; ``opens_keys`` tells whether the key of the keys is at hand.

    ``trouble`` is what is wrong with the vault as a whole, ``None`` where nothing is; if it is
    not even ``readable``, nothing can be said of its keys.
    """

    opens_keys: bool
    readable: bool
    trouble: str | None

    def made_at(self, subject: str, category: str) -> str | None:
        """Tell when a key was made, in ISO 8601; ``None`` where there is no such key."""

    def is_sound(self, subject: str, category: str) -> bool:
        """Tell whether a key that is there can be opened."""

    def opens(self, token: str, *, subject: str, stream: str, version: int, name: str) -> bool:
        """Tell whether a sealed text opens, for its place."""


class _Text(NamedTuple):
    """A sealed text, where it stands."""

    position: int
    stream: str
    version: int
    name: str
    category: str
    packed: str


class _Erasure(NamedTuple):
    """The line that says a key was destroyed."""

    position: int
    stream: str
    version: int
    recorded: bytes


class Secrets:
    """
    Goes through the sealed texts of a store; ``known`` are events with a finding of their own.

    One key that is lost, damaged or still there is one finding, however much it sealed.
    """

    def __init__(self, store: Snapshot, keys: Keys, known: Collection[int] = ()) -> None:
        self._store = store
        self._keys = keys
        self._known = known
        self._residents: dict[str, str] = {}
        self._erasures: dict[tuple[str, str], _Erasure] = {}
        self._still_open: set[tuple[str, str]] = set()
        self._gone: dict[tuple[str, str, str], tuple[Finding, int]] = {}
        self._sound: dict[tuple[str, str], bool] = {}
        self._nonces: set[bytes] = set()

    def findings(self, start: int = FIRST) -> Iterator[Finding]:
        """Yield what is found, of events from a notification id on."""
        if self._keys.trouble is not None:
            expected = "a vault that can be read, and that its key file opens"
            yield Finding("UNDECRYPTABLE", expected=expected, found=self._keys.trouble)
        if not self._keys.readable:
            return
        self._read_erasures()
        for event in chain.from_iterable(self._store.events(start)):
            try:
                found = list(self._of_event(event))
            except (TypeError, AttributeError):
                continue  # odd cells are told of the log
            yield from found
        for one, more in self._gone.values():
            yield replace(one, found=one.found + (f"; so for {more} more texts" if more else ""))
        yield from self._incomplete()

    def _of_event(self, event: Event) -> Iterator[Finding]:
        position, stream, version, topic, state = event
        if position in self._known or not is_dossier(stream):
            return
        if topic.startswith(_ADMISSION):
            self._admit(stream, state)
        if b'"s1.' not in state:
            return
        for name, category, packed in _TOKEN.findall(state):
            where = (position, stream, version, name.decode())
            yield from self._judged(_Text(*where, category.decode(), packed.decode()))

    def _read_erasures(self) -> None:
        for event in self._store.events_of(ERASED):
            position, stream, version, topic, state = event
            if topic.startswith(_DESTROYED) and position not in self._known:
                try:
                    data = from_json(state)["data"]
                    key = (str(data["subject"]), str(data["category"]))
                    one = _Erasure(position, stream, version, stamps(state)[1])
                except (ValueError, KeyError, TypeError, AttributeError):
                    continue  # which is told of the event itself
                self._erasures[key] = one

    def _admit(self, stream: str, state: bytes) -> None:
        """Remember whose keys seal a dossier: the first admission says it, and nothing later."""
        try:
            resident = str(from_json(state)["data"].get("resident") or stream)
        except (ValueError, KeyError, TypeError, AttributeError):
            return
        self._residents.setdefault(stream, resident)

    def _judged(self, text: _Text) -> Iterator[Finding]:
        subject = self._subject(text)
        key = (subject, text.category)
        erasure = self._erasures.get(key)
        if erasure is not None and text.position < erasure.position:
            there = self._keys.made_at(*key) is not None
            if there and self._keys.opens_keys and self._opens(text, subject):
                self._still_open.add(key)
        elif self._keys.made_at(*key) is None:
            self._of_key("KEY_LOST", text, key, "no key, and no word of its being destroyed")
        elif not self._is_sound(key):
            self._of_key("UNDECRYPTABLE", text, key, "a key that does not open")
        elif self._keys.opens_keys and not self._opens(text, subject):
            yield self._finding(
                "UNDECRYPTABLE",
                text,
                f"{text.name} opens under the key of {subject}",
                "it does not",
            )
        elif not self._is_new(text, subject):
            nonce = base64.b64decode(text.packed[:_NONCE]).hex()
            yield self._finding("NONCE_REUSE", text, "a nonce used once under each key", nonce)

    def _subject(self, text: _Text) -> str:
        """Name whose key sealed a text: before an admission is on record, it is the dossier's."""
        resident = self._residents.get(text.stream, text.stream)
        for subject in (resident, text.stream):
            key = (subject, text.category)
            if key in self._erasures or self._keys.made_at(*key) is not None:
                return subject
        return resident

    def _opens(self, text: _Text, subject: str) -> bool:
        token = f"s1.{text.category}.{text.packed}"
        return self._keys.opens(
            token, subject=subject, stream=text.stream, version=text.version, name=text.name
        )

    def _is_sound(self, key: tuple[str, str]) -> bool:
        if key not in self._sound:
            self._sound[key] = not self._keys.opens_keys or self._keys.is_sound(*key)
        return self._sound[key]

    def _is_new(self, text: _Text, subject: str) -> bool:
        """Remember the nonce of a text under its key, in few bytes; tell whether it is new."""
        used = f"{subject}|{text.category}|{text.packed[:_NONCE]}".encode()
        digest = blake2b(used, digest_size=10).digest()
        before = len(self._nonces)
        self._nonces.add(digest)
        return len(self._nonces) > before

    def _of_key(self, code: str, text: _Text, key: tuple[str, str], found: str) -> None:
        """Tell of a key at the first text it sealed, and count the others."""
        subject, category = key
        if (code, *key) not in self._gone:
            expected = f"the {category} key of {subject}"
            self._gone[code, subject, category] = (self._finding(code, text, expected, found), 0)
        else:
            first, more = self._gone[code, subject, category]
            self._gone[code, subject, category] = (first, more + 1)

    def _incomplete(self) -> Iterator[Finding]:
        """
        ERASURE_INCOMPLETE: what a destroyed key had sealed opens, or a key is there that is as old.

        What was sealed later got a key of its own, which is no finding.
        """
        for (subject, category), one in self._erasures.items():
            made = self._keys.made_at(subject, category)
            if self._keys.opens_keys:
                there = (subject, category) in self._still_open
            else:
                there = made is not None and is_later(one.recorded, _moment(made))
            if there:
                yield self._finding(
                    "ERASURE_INCOMPLETE",
                    one,
                    f"no {category} key of {subject} from then on",
                    "the key, or what opens as it did",
                )

    def _finding(self, code: str, at: "_Text | _Erasure", expected: str, found: str) -> Finding:
        leaf = self._store.leaf_of(at.position)
        index = leaf.number if leaf else None
        return Finding(code, show(at.stream), at.version, index, show(expected), show(found))


def _moment(text: str) -> bytes:
    """Read when a key was made; what cannot be read was made long ago."""
    try:
        return written(datetime.fromisoformat(text).astimezone(UTC))
    except (ValueError, OverflowError):
        return EARLIEST
