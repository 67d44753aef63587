"""
Who did it: every act by somebody who might, every signature by a key of who acted.

What an account might do, and which keys spoke for it, is read from the lines of the register
that come before the act in the log: a mandate given later, or a key revoked later, changes
nothing.

Registers taken in tell what others say happened; those acts are nobody's here but of who
took them in, and are judged by the controls.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from heapq import merge
from itertools import chain, repeat
from operator import itemgetter
from typing import Any

from pydantic_core import from_json

from domain.authority import MAY, MAY_IMPORT
from domain.record import HOUSE, PLACE, STAFF
from domain.rules.calendar import day_of, end_of_day, start_of_day
from domain.signature import message, read
from domain.staff import Holding, Member, acting
from domain.values import Function
from projections.audit.acted import IN_PERSON, Acted, acted, in_register, name_of
from projections.audit.findings import MOST_OF_ONE_CODE, Finding, show
from projections.audit.quick import Who, Written
from projections.audit.register import Register, among
from projections.audit.shape import Topics, quick_patterns
from projections.audit.stamps import EARLIEST, LATEST, Span, lived, stamps, written
from projections.audit.store import FIRST, LAST, Event, Snapshot
from projections.audit.stretch import Stretch

_ODD = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError)
"""What reading a line raises that is not written as the journal writes one."""

_MOVES = ("ResidentAdmitted", "TransferOrdered", "ResidentMoved", "DetentionTitleIssued")
"""Events that say where a resident is, or goes."""

_ALWAYS = Span(EARLIEST, LATEST)
_A_SECOND = timedelta(seconds=1)

_MOST = 2 * MOST_OF_ONE_CODE
"""Findings kept of one code, some of which may turn out to be told already."""

_KINDS, _DOSSIERS = 100_000, 4096
"""Of how many kinds of acts, and of how many dossiers, something is kept in mind."""


class Identity:
    """
    Goes through the log and tells which acts are not by who they are said to be.

    Acts of a kind (same event, same person, same function) are judged by one of them, until
    the register changes or his mandate begins or ends.
    """

    def __init__(self, store: Snapshot, topics: Topics, start: int = FIRST) -> None:
        """
        Judge from a notification id on.

        The register before that is taken as it stands: it was judged before.
        """
        self._store = store
        self._quick = quick_patterns(topics)
        self._register = Register(topics)
        self._quiet: dict[Written, Span] = {}
        self._names: dict[str, tuple[str, str]] = {topic: name_of(topic) for topic in topics}
        self._places: dict[str, list[tuple[int, frozenset[str]]]] = {}
        self._next = start
        self._found: list[tuple[int, Finding]] = []
        self._count: Counter[str] = Counter()
        if start != FIRST:
            self._read_register(start)

    def passes(self, one: Stretch) -> None:
        """
        Judge a sound stretch by what is told of it, as far as that is enough.

        Where it is not, the stretch waits to be read act by act before what follows.
        """
        self._go_on(one.first)
        acts = one.acts
        known = (self._holds(kind, at, acts.lived) for kind, at in acts.alike.items())
        if not acts.register and all(known):
            for position in acts.alone:
                self._judge(self._row_at(position))
            self._next = one.last + 1

    def finish(self) -> None:
        """Judge what has not been judged yet."""
        self._go_on(LAST + 1)

    def findings(self, known: Collection[int]) -> Iterator[Finding]:
        """
        Tell what was found, in the order of the log.

        ``known`` are the notification ids of events that have a finding of their own already.
        """
        last: dict[str, Finding] = {}
        for position, finding in self._found:
            if position not in known:
                last[finding.code] = finding
                yield finding
        for code, finding in last.items():
            yield from repeat(finding, self._count[code] - _MOST)

    def _read_register(self, start: int) -> None:
        lines = (self._store.events_of(one) for one in (STAFF, HOUSE))
        for row in merge(*lines, key=itemgetter(0)):
            if row[0] >= start:
                return
            with suppress(*_ODD):  # which is told where everything is looked at
                name, act = self._name(row[3])
                one = acted(row, name, act, None) if act else None
                if one is not None:
                    self._register.take_in(one)

    def _go_on(self, end: int) -> None:
        """Judge act by act up to a notification id."""
        if self._next < end:
            for row in chain.from_iterable(self._store.events(self._next)):
                if row[0] >= end:
                    break
                self._judge(row)
            self._next = end

    def _row_at(self, position: int) -> Event:
        row = self._store.event_at(position)
        if row is None or row.version is None:
            raise LookupError(f"event {position} was there a moment ago")
        return position, row.stream.decode(), row.version, row.topic.decode(), row.state

    def _holds(self, kind: Written, position: int, throughout: Span) -> bool:
        """Tell whether all acts of a kind are by who might, judging by one of them."""
        if kind not in self._quiet:
            with suppress(*_ODD):
                list(self._judged(self._row_at(position)))
        within = self._quiet.get(kind)
        return within is not None and _includes(within, throughout)

    def _judge(self, row: Event) -> None:
        try:
            found = list(self._judged(row))
        except _ODD:
            found = [self._unreadable(row)]
        for finding in found:
            self._count[finding.code] += 1
            if self._count[finding.code] <= _MOST:
                self._found.append((row[0], finding))

    def _who(self, row: Event) -> Who | None:
        """Read who did it, where that is certainly written as the journal writes it."""
        _, _, _, topic, state = row
        try:
            found = self._quick[topic](state)
        except TypeError:  # columns of another type
            return None
        return found.groups() if found is not None else None

    def _unreadable(self, row: Event) -> Finding:
        position, stream, version, *_ = row
        leaf = self._store.leaf_of(position) if isinstance(position, int) else None
        return Finding(
            "PAYLOAD_UNREADABLE",
            show(stream),
            version if isinstance(version, int) else None,
            leaf.number if leaf else None,
            "an act that can be judged, written as the journal writes",
            "another",
        )

    def _judged(self, row: Event) -> Iterator[Finding]:
        _, stream, _, topic, state = row
        who = self._who(row)
        kind = None if who is None else _kind(topic, who)
        within = self._quiet.get(kind) if kind and not in_register(stream) else None
        quiet = within is not None and (within is _ALWAYS or _includes(within, _lived(state)))
        if quiet and who is not None and who[-1] is None:
            return
        name, act = self._name(topic)
        if not act and name not in IN_PERSON:
            self._learn(kind, _ALWAYS)
            return
        one = acted(row, name, act, who)
        if one is None:
            yield self._unreadable(row)
        elif name in IN_PERSON:
            yield from self._of_himself(one, kind)
        else:
            found = list(self._of_signature(one))
            yield from found
            if one.in_register:
                yield from self._of_register(one)
            elif not quiet:
                yield from self._of_who(one, None if found else kind)

    def _learn(self, kind: Written | None, within: Span | None) -> None:
        """Keep in mind between which moments acts of a kind are by who might."""
        if kind is not None and within is not None:
            if len(self._quiet) >= _KINDS:
                self._quiet.clear()
            self._quiet[kind] = within

    def _name(self, topic: str) -> tuple[str, str]:
        """Name the event of a topic and the act it follows from; empty where it is none."""
        return self._names.get(topic) or name_of(topic)

    # --- who might -------------------------------------------------------------------------

    def _of_himself(self, one: Acted, kind: Written | None) -> Iterator[Finding]:
        """Judge who somebody is said to be who read, was refused or destroyed a key."""
        if one.act:
            yield from self._of_signature(one)
        if self._register.person(one) is None:
            yield self._of_another(one)
        elif one.typed is not None:
            yield self._finding("ROLE_MISSING", one, f"recorded by {one.account}", one.typed)
        elif not one.act:
            self._learn(kind, _ALWAYS)

    def _of_another(self, one: Acted) -> Finding:
        who = self._register.people.get(one.account)
        there = f"{who.account} is {who.person}" if who else f"no account {one.account}"
        return self._finding("ROLE_MISSING", one, there, f"{one.account} is {one.person}")

    def _of_who(self, one: Acted, kind: Written | None) -> Iterator[Finding]:
        """ROLE_MISSING: the account was this person's and might do it, as the register stood."""
        if one.typed is not None:
            yield from self._of_importer(one, kind)
            return
        who = self._register.person(one)
        if who is None:
            yield self._of_another(one)
        elif not self._might(who, one):
            might = among(MAY.get(one.act, ()))
            yield self._finding("ROLE_MISSING", one, might, f"{one.account} as {one.role}")
        elif one.on_behalf_of is None:
            self._learn(kind, _held(who, {one.role}, _lived(one.state)))

    def _of_importer(self, one: Acted, kind: Written | None) -> Iterator[Finding]:
        """ROLE_MISSING: a register is taken in by who may; what it says is nobody's here."""
        recorded = one.said()["rec"]
        who = self._register.people.get(one.typed or "")
        if who is None or not who.functions(datetime.fromisoformat(recorded)) & MAY_IMPORT:
            yield self._finding("ROLE_MISSING", one, among(MAY_IMPORT), f"{one.typed}")
        else:
            self._learn(kind, _held(who, MAY_IMPORT, _lived(one.state)))

    def _might(self, who: Member, one: Acted) -> bool:
        said = one.said()
        at, now = (datetime.fromisoformat(said[key]) for key in ("at", "rec"))
        principal = self._register.people.get(one.on_behalf_of) if one.on_behalf_of else None
        actor = acting(
            who,
            self._register.house,
            at,
            now,
            centres=self._centres_of(one),
            principal=principal,
            on_behalf_of=one.on_behalf_of,
        )
        if one.on_behalf_of is not None and not actor.chain:
            return False
        covered = actor.scope is None or one.act in actor.scope
        may: frozenset[Function] = MAY.get(one.act, frozenset())
        return covered and one.role in actor.functions & may

    def _centres_of(self, one: Acted) -> frozenset[str]:
        """Name the centres an act may be of: where its dossier ever was, or its own place."""
        if one.stream.startswith(PLACE):
            return frozenset({one.stream.removeprefix(PLACE)})
        been = (places for at, places in self._moves(one.stream) if at <= one.position)
        return frozenset().union(*been)

    def _moves(self, stream: str) -> list[tuple[int, frozenset[str]]]:
        """Tell by notification id where a dossier went."""
        if stream not in self._places:
            if len(self._places) >= _DOSSIERS:
                self._places.clear()
            moves = self._places[stream] = []
            for position, name, _, topic, state in self._store.events_of(stream):
                if name == stream and self._name(topic)[0] in _MOVES:
                    with suppress(*_ODD):  # which is told of the act itself
                        moves.append((position, _places_in(from_json(state)["data"])))
        return self._places[stream]

    # --- the register ----------------------------------------------------------------------

    def _of_register(self, one: Acted) -> Iterator[Finding]:
        """REGISTRAR_UNTRUSTED: who gave, confirmed or ended it might, and not for himself."""
        if why := self._register.untrusted(one):
            yield self._finding("REGISTRAR_UNTRUSTED", one, why, f"{one.account} as {one.role}")
        self._register.take_in(one)
        self._quiet.clear()

    # --- signatures ------------------------------------------------------------------------

    def _of_signature(self, one: Acted) -> Iterator[Finding]:
        """Judge the signature of an act, or that it has none."""
        signer = one.account if one.in_register else one.typed or one.account
        if one.signature is None:
            if self._register.house.asks_signature(one.act) and not one.founds:
                yield self._finding("SIGNATURE_MISSING", one, f"a signature of {signer}", "none")
            return
        signature = read(one.signature)
        if signature is None:
            yield self._finding("SIGNATURE_INVALID", one, "an SSHSIG by an Ed25519 key", "none")
            return
        name = signature.fingerprint
        owner = self._register.key_owner.get(name)
        if owner is None:
            yield self._finding("KEY_UNKNOWN", one, f"a key of {signer}", name)
        elif owner != signer:
            yield self._finding("KEY_ACCOUNT", one, f"a key of {signer}", f"one of {owner}")
        elif code := self._register.silent(owner, name):
            yield self._finding(code, one, f"a key that speaks for {owner}", name)
        elif not signature.fits(self._signed_text(one)):
            expected = "a signature of this act, at this place of this log"
            yield self._finding("SIGNATURE_INVALID", one, expected, "one of something else")

    def _signed_text(self, one: Acted) -> bytes:
        said, origin = one.said(), self._register.house.origin
        if origin is None and one.name == "SignaturesRequired":
            origin = str(said["data"].get("origin"))
        return message(origin or "", one.stream, one.version, one.topic, said)

    def _finding(self, code: str, one: Acted, expected: str, found: str) -> Finding:
        leaf = self._store.leaf_of(one.position)
        return Finding(
            code,
            show(one.stream),
            one.version,
            leaf.number if leaf else None,
            show(expected),
            show(found),
        )


def _kind(topic: str, who: Who) -> Written:
    """Name the kind of an act; that it is signed matters, but not how."""
    written_so, imported, signature = who
    return topic, (written_so, imported, signature and b"")


def _held(who: Member, functions: Collection[str], then: Span) -> Span | None:
    """Return between which moments, those among them, one of the functions is held everywhere."""
    held = (_span_of(one) for one in who.holdings if one.function in functions)
    return next((span for span in held if span is not None and _includes(span, then)), None)


def _span_of(held: Holding) -> Span | None:
    """Return between which moments a function is certainly held; ``None`` if that depends."""
    days = (day_of(held.valid_from), day_of(held.valid_to))
    written_so = tuple(day.isoformat() if day else None for day in days)
    if held.waits or held.centre or written_so != (held.valid_from, held.valid_to):
        return None
    first, last = days
    begins = (start_of_day(first) if first else held.confirmed, held.duty_from)
    ends = (end_of_day(last), held.duty_to, held.revoked)
    begin, end = max(filter(None, begins), default=None), min(filter(None, ends), default=None)
    if begin is None and end is None:
        return _ALWAYS
    return Span(
        EARLIEST if begin is None else written(begin + _A_SECOND),
        LATEST if end is None else written(end - _A_SECOND),
    )


def _lived(state: bytes) -> Span:
    """Return between which moments an act happened and was recorded."""
    occurred, recorded = stamps(state)
    return lived([occurred], [recorded])


def _includes(within: Span, part: Span) -> bool:
    return within.earliest <= part.earliest and part.latest <= within.latest


def _places_in(data: dict[str, Any]) -> frozenset[str]:
    return frozenset(str(data[field]) for field in ("centre", "place") if data.get(field))
