"""
Who did it: every act by somebody who might, every signature by a key of who acted.

What an account might do, and which keys spoke for it, is read from the lines of the register
that come before the act in the log: a mandate given later, or a key revoked later, changes
nothing. Nothing is believed of a line because the store took it: who gave a mandate, a key or
a delegation is judged as who did any act.

Registers taken in tell what others say happened; those acts are nobody's here but of who
took them in, and are judged by the controls.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from heapq import merge
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from domain.authority import BESIDE, DECIDES, MAY, MAY_IMPORT
from domain.house import House, house
from domain.lifecycle import COMMAND_OF
from domain.lifecycle.exception import RAISED
from domain.record import HOUSE, PLACE, STAFF, Recorded
from domain.signature import message, read
from domain.staff import Holding, Member, acting, member
from domain.staffing import only_one_registrar, speaks_for_himself
from domain.values import Function, Origin
from projections.audit.findings import Finding, show
from projections.audit.shape import Topics, quick_patterns
from projections.audit.store import FIRST, Event, Snapshot

_REGISTER_ACTS = {
    "AccountOpened": "AddStaff",
    "FunctionGiven": "AddStaff",
    "MandateGiven": "GiveMandate",
    "MandateConfirmed": "ConfirmMandate",
    "MandateRevoked": "RevokeMandate",
    "KeyAdded": "AddKey",
    "KeyConfirmed": "ConfirmKey",
    "KeyRevoked": "RevokeKey",
    "DelegationGiven": "Delegate",
    "DelegationConfirmed": "ConfirmDelegation",
    "DelegationRevoked": "RevokeDelegation",
    "SignaturesRequired": "RequireSignatures",
}
"""Event of the register → the command it follows from."""

_TEXT = r'"([^"\\\x00-\x1f\x7f-\xff]*)"'
_SKIPPED = _TEXT.replace("(", "(?:")
_WHO = re.compile(
    "".join(
        (
            rf'\{{"cmd":{_SKIPPED},"at":{_SKIPPED},"rec":{_SKIPPED}',
            rf',"by":{_TEXT},"who":{_TEXT},"as":{_TEXT},"rules":{_SKIPPED}(?:,"for":{_TEXT})?',
            rf'(?:,"typed":{_TEXT})?(?:,"cor":{_SKIPPED})?(?:,"cau":{_SKIPPED})?',
            rf'(?:,"day":true)?(?:,"src":"({Origin.IMPORTED})")?(?:,"sig":{_TEXT})?,"data":',
        )
    ).encode("latin-1")
)
"""Who did it, in a state that is certainly written as the journal writes one."""

_ODD = (ValueError, KeyError, TypeError, AttributeError, ArithmeticError)
"""What reading a line raises that is not written as the journal writes one."""

_IN_PERSON = {"AccessConsulted": "", "ActRefused": "", "PersonalKeyDestroyed": "DestroyPersonalKey"}
"""Events that are of somebody though no act is asked for → what they are signed as, if at all."""

_FOUNDER = "founder"
_MOVES = ("ResidentAdmitted", "TransferOrdered", "ResidentMoved", "DetentionTitleIssued")
"""Events that say where a resident is, or goes."""


class _Act(NamedTuple):
    """One event, as far as it says who did it; ``typed`` is who took it in from a register."""

    position: int
    stream: str
    version: int
    topic: str
    state: bytes
    name: str
    act: str
    account: str
    person: str
    role: str
    on_behalf_of: str | None
    typed: str | None
    signature: str | None
    written: "_Written | None"


_Written = tuple[str | bytes | None, ...]
"""The topic of an act and the groups of ``_WHO``: acts alike in all of it are judged alike."""

_Said = tuple[str, str, str, str | None, str | None, str | None]


class Identity:
    """Goes through the log and tells which acts are not by who they are said to be."""

    def __init__(self, store: Snapshot, topics: Topics, known: Collection[int] = ()) -> None:
        """Take the notification ids of events that have a finding of their own already."""
        self._store = store
        self._known = known
        self._topics = topics
        self._quick = quick_patterns(topics)
        self._members: dict[str, list[Recorded]] = {}
        self._folded: dict[str, Member] = {}
        self._house_lines: list[Recorded] = []
        self._house = House()
        self._key_owner: dict[str, str] = {}
        self._sound: set[tuple[str, ...]] = set()
        self._quiet: set[_Written] = set()
        self._names: dict[str, tuple[str, str]] = {}
        self._centres: dict[str, frozenset[str]] = {}
        self._start = FIRST

    def findings(self, start: int = FIRST) -> Iterator[Finding]:
        """
        Yield what is found, in the order of the log, from a notification id on.

        The register before that is taken as it stands: it was judged before.
        """
        self._start = start
        if start != FIRST:
            self._read_register()
        for row in chain.from_iterable(self._store.events(start)):
            written = self._written(row)
            if written in self._quiet:
                continue
            try:
                found = list(self._judged(row, written))
            except _ODD:
                found = [self._unreadable(row)]
            if row[0] not in self._known:
                yield from found

    def _read_register(self) -> None:
        lines = (self._store.events_of(one) for one in (STAFF, HOUSE))
        for row in merge(*lines, key=itemgetter(0)):
            position, stream, version, topic, state = row
            if position >= self._start:
                return
            with suppress(*_ODD):  # which is told where everything is looked at
                name, act = self._name(topic)
                said = _said_in(state)
                if said is not None and act:
                    one = _Act(position, stream, version, topic, state, name, act, *said, None)
                    self._take_in(one)

    def _written(self, row: Event) -> _Written | None:
        """Read topic and who, where that is certainly written as the journal writes it."""
        _, _, _, topic, state = row
        try:
            found = _WHO.match(state) if self._quick[topic](state) is not None else None
        except TypeError:  # columns of another type
            return None
        return (topic, *found.groups()) if found is not None else None

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

    def _judged(self, row: Event, written: _Written | None) -> Iterator[Finding]:
        position, stream, version, topic, state = row
        name, act = self._name(topic)
        in_register = _in_register(stream)
        if not act and name not in _IN_PERSON:
            return
        act = act or _IN_PERSON[name]
        said = _said_in(state) if written is None else _said_of(written)
        if said is None:
            yield self._unreadable(row)
            return
        one = _Act(position, stream, version, topic, state, name, act, *said, written)
        if name in _IN_PERSON:
            yield from self._in_person(one)
            return
        yield from self._of_signature(one)
        if in_register:
            yield from self._of_register(one)
            self._take_in(one)
        elif one.typed is not None:
            yield from self._of_importer(one)
        else:
            yield from self._of_role(one)
        if name in _MOVES:
            self._follow(one)
        elif not in_register and said[-1] is None and not self._house.asks_signature(act):
            self._remember(one)

    def _remember(self, one: _Act) -> None:
        """Keep in mind an act like which others will be judged the same."""
        key = (one.account, one.person, one.role, one.on_behalf_of or "", one.act)
        sound = (one.typed,) if one.typed is not None else key
        if sound in self._sound and one.written is not None:
            self._quiet.add(one.written)

    def _of_importer(self, one: _Act) -> Iterator[Finding]:
        """ROLE_MISSING: a register is taken in by who may; what it says is nobody's here."""
        if (one.typed or "",) in self._sound:
            return
        who = self._folded.get(one.typed or "")
        if who is not None and any(_unbounded(held, MAY_IMPORT) for held in who.holdings):
            self._sound.add((who.account,))
            return
        said = from_json(one.state)
        if who is None or not who.functions(datetime.fromisoformat(said["rec"])) & MAY_IMPORT:
            yield self._finding("ROLE_MISSING", one, _among(MAY_IMPORT), f"{one.typed}")

    def _follow(self, one: _Act) -> None:
        """Remember where a dossier was, so that a mandate for a centre is judged by it."""
        data = from_json(one.state)["data"]
        self._centres[one.stream] = self._been_at(one.stream) | _places_in(data)

    def _been_at(self, stream: str) -> frozenset[str]:
        """Name the centres a dossier was at, those included from before the first event judged."""
        if stream not in self._centres:
            before = self._store.events_of(stream) if self._start != FIRST else iter(())
            self._centres[stream] = frozenset().union(
                *(
                    _places_in(from_json(state)["data"])
                    for position, name, _, topic, state in before
                    if name == stream and position < self._start and self._name(topic)[0] in _MOVES
                )
            )
        return self._centres[stream]

    def _name(self, topic: str) -> tuple[str, str]:
        """Name the event of a topic and the act it follows from; empty where it is none."""
        if topic not in self._names:
            words = topic.partition(".")[0].split("-")
            name = "".join(word.capitalize() for word in words)
            act = _REGISTER_ACTS.get(name) or COMMAND_OF.get(name, "")
            self._names[topic] = (name, "" if name in RAISED else act or BESIDE.get(name, ""))
        return self._names[topic]

    # --- who might -------------------------------------------------------------------------

    def _in_person(self, one: _Act) -> Iterator[Finding]:
        """Judge who somebody is said to be who read, was refused or destroyed a key."""
        if one.act:
            yield from self._of_signature(one)
        who = self._folded.get(one.account)
        if who is None or who.person != one.person:
            yield self._of_another(one, who)
        elif one.typed is not None:
            yield self._finding("ROLE_MISSING", one, f"recorded by {one.account}", one.typed)
        elif one.written is not None and not one.act:
            self._quiet.add(one.written)

    def _of_another(self, one: _Act, who: Member | None) -> Finding:
        there = f"{who.account} is {who.person}" if who else f"no account {one.account}"
        return self._finding("ROLE_MISSING", one, there, f"{one.account} is {one.person}")

    def _of_role(self, one: _Act) -> Iterator[Finding]:
        """ROLE_MISSING: the account was this person's and might do it, as the register stood."""
        key = (one.account, one.person, one.role, one.on_behalf_of or "", one.act)
        if key in self._sound:
            return
        who = self._folded.get(one.account)
        if who is None or who.person != one.person:
            yield self._of_another(one, who)
        elif not self._might(who, one):
            yield self._finding(
                "ROLE_MISSING", one, _among(MAY.get(one.act, ())), f"{one.account} as {one.role}"
            )
        elif self._for_ever(who, one):
            self._sound.add(key)

    def _might(self, who: Member, one: _Act) -> bool:
        said = from_json(one.state)
        at, now = (datetime.fromisoformat(said[key]) for key in ("at", "rec"))
        principal = self._folded.get(one.on_behalf_of) if one.on_behalf_of else None
        actor = acting(
            who,
            self._house,
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

    def _centres_of(self, one: _Act) -> frozenset[str]:
        """Name the centres an act may be of: where its dossier ever was, or its own place."""
        if one.stream.startswith(PLACE):
            return frozenset({one.stream.removeprefix(PLACE)})
        said = from_json(one.state)["data"] if one.name in _MOVES else {}
        return self._been_at(one.stream) | _places_in(said)

    def _for_ever(self, who: Member, one: _Act) -> bool:
        """Tell whether what was found holds for any moment, until the register changes."""
        if one.on_behalf_of is not None:
            return False
        return any(_unbounded(held, {one.role}) for held in who.holdings)

    # --- the register ----------------------------------------------------------------------

    def _of_register(self, one: _Act) -> Iterator[Finding]:
        """REGISTRAR_UNTRUSTED: who gave, confirmed or ended it might, and not for himself."""
        if why := self._untrusted(one):
            yield self._finding("REGISTRAR_UNTRUSTED", one, why, f"{one.account} as {one.role}")

    def _untrusted(self, one: _Act) -> str | None:
        """Say what it takes that is not so; ``None`` where nothing is amiss."""
        everybody = list(self._folded.values())
        if not {"typed", "src"}.isdisjoint(from_json(one.state)):
            return "who recorded it himself: nobody takes in a register for another"
        if one.role == _FOUNDER:
            founding = _founds(one) and len(everybody) <= 1
            holds = any(member.holdings for member in everybody)
            return None if founding and not holds else "one founder, at the beginning"
        who = self._folded.get(one.account)
        if who is None or who.person != one.person:
            return "an account of the register"
        event: Any = self._read(one).event
        alone = only_one_registrar(everybody)
        return _SPECIAL.get(one.name, _plain)(self, one, who, event, alone)

    def _is(self, one: _Act, who: Member) -> bool:
        said = from_json(one.state)
        at = datetime.fromisoformat(said["rec"])
        return bool(who.functions(at) & MAY[one.act])

    def _read(self, one: _Act) -> Recorded:
        """Read a line of the register."""
        said = from_json(one.state)
        return Recorded(
            stream=one.stream,
            version=one.version,
            event=self._event(one.topic, said["data"]),
            occurred_at=datetime.fromisoformat(said["at"]),
            recorded_at=datetime.fromisoformat(said["rec"]),
            account=one.account,
            person=one.person,
            role=one.role,
            command_id=said["cmd"],
            rule_set=said["rules"],
            on_behalf_of=one.on_behalf_of,
        )

    def _event(self, topic: str, data: dict[str, Any]) -> Any:
        while not isinstance(model := self._topics[topic], type):
            topic, data = model(data)
        shape: Any = model
        return shape.model_validate(data)

    def _take_in(self, one: _Act) -> None:
        """Let what follows be judged by the register with this line in it."""
        line = self._read(one)
        self._sound.clear()
        self._quiet.clear()
        if one.stream == HOUSE:
            self._house_lines.append(line)
            self._house = house(self._house_lines)
            return
        account = one.stream.removeprefix(STAFF)
        lines = self._members.setdefault(account, [])
        lines.append(line)
        folded = member(lines)
        if folded is not None:
            self._folded[account] = folded
            for key in folded.keys:
                self._key_owner.setdefault(key.fingerprint, account)

    # --- signatures ------------------------------------------------------------------------

    def _of_signature(self, one: _Act) -> Iterator[Finding]:
        """Judge the signature of an act, or that it has none."""
        signer = one.account if _in_register(one.stream) else one.typed or one.account
        if one.signature is None:
            if self._house.asks_signature(one.act) and not _founds(one):
                yield self._finding("SIGNATURE_MISSING", one, f"a signature of {signer}", "none")
            return
        said = from_json(one.state)
        signature = read(one.signature)
        if signature is None:
            yield self._finding("SIGNATURE_INVALID", one, "an SSHSIG by an Ed25519 key", "none")
            return
        name = signature.fingerprint
        owner = self._key_owner.get(name)
        if owner is None:
            yield self._finding("KEY_UNKNOWN", one, f"a key of {signer}", name)
        elif owner != signer:
            yield self._finding("KEY_ACCOUNT", one, f"a key of {signer}", f"one of {owner}")
        elif code := self._silent(owner, name):
            yield self._finding(code, one, f"a key that speaks for {owner}", name)
        elif not signature.fits(self._signed_text(one, said)):
            expected = "a signature of this act, at this place of this log"
            yield self._finding("SIGNATURE_INVALID", one, expected, "one of something else")

    def _signed_text(self, one: _Act, said: dict[str, Any]) -> bytes:
        origin = self._house.origin
        if origin is None and one.name == "SignaturesRequired":
            origin = str(said["data"].get("origin"))
        return message(origin or "", one.stream, one.version, one.topic, said)

    def _silent(self, owner: str, name: str) -> str | None:
        """Say why a key of an account does not speak for it; ``None`` where it does."""
        key = next(one for one in self._folded[owner].keys if one.fingerprint == name)
        if key.revoked is not None:
            return "KEY_REVOKED"
        return "KEY_UNKNOWN" if key.waits else None

    def _finding(self, code: str, one: _Act, expected: str, found: str) -> Finding:
        leaf = self._store.leaf_of(one.position)
        return Finding(
            code,
            show(one.stream),
            one.version,
            leaf.number if leaf else None,
            show(expected),
            show(found),
        )


def _said_of(written: _Written) -> _Said:
    """Read who did what in what is certainly written as the journal writes it."""
    _, *parts = written
    return _told(*(part.decode() if isinstance(part, bytes) else None for part in parts))


def _said_in(state: bytes) -> _Said | None:
    """
    Read who did what in any state; ``None`` for what is not written as the journal writes it.

    What is written in another way could be read as one thing here and as another there.
    """
    said = from_json(state)
    if to_json(said) != state:
        return None
    return _told(
        *(said[key] for key in ("by", "who", "as")),
        *map(said.get, ("for", "typed", "src", "sig")),
    )


def _told(
    by: Any, who: Any, role: Any, principal: Any, typed: Any, imported: Any, signature: Any
) -> _Said:
    taken_in_by = (typed or "") if imported == Origin.IMPORTED else None
    return str(by), str(who), str(role), principal, taken_in_by, signature


def _in_register(stream: str) -> bool:
    return stream.startswith(STAFF) or stream == HOUSE


def _founds(one: _Act) -> bool:
    """Tell whether a line begins the register, by whom there is no key of yet."""
    return one.role == _FOUNDER and one.typed is None and one.stream == STAFF + one.account


def _unbounded(held: Holding, functions: Collection[str]) -> bool:
    """Tell whether one of the functions is held for good and everywhere."""
    bounds = (
        *(held.valid_from, held.valid_to, held.duty_from, held.duty_to),
        *(held.revoked, held.confirmed, held.centre),
    )
    return held.function in functions and not held.waits and not any(bounds)


def _places_in(data: dict[str, Any]) -> frozenset[str]:
    return frozenset(str(data[field]) for field in ("centre", "place") if data.get(field))


def _among(functions: Iterable[Function]) -> str:
    return ", ".join(sorted(functions)) or "nobody"


Special = Callable[[Identity, _Act, Member, Any, bool], str | None]


def _plain(judge: Identity, one: _Act, who: Member, _event: Any, _alone: bool) -> str | None:
    return None if judge._is(one, who) else _among(MAY[one.act])


def _given(judge: Identity, one: _Act, who: Member, event: Any, alone: bool) -> str | None:
    """Ask two persons for a power of decision: it waits, but for the first registrar's alone."""
    if not judge._is(one, who):
        return _among(MAY[one.act])
    waits = getattr(event, "waits", False)
    if event.function in DECIDES and not waits and not alone:
        return "a second person to confirm it"
    return None


def _confirmed(judge: Identity, one: _Act, who: Member, event: Any, _alone: bool) -> str | None:
    target = judge._folded.get(one.stream.removeprefix(STAFF))
    if target is None:
        return "an account of the register"
    own = one.name == "KeyConfirmed" and who.person == target.person
    own = own and speaks_for_himself(target, judge._house)
    if not own and not judge._is(one, who):
        return _among(MAY[one.act])
    given = (
        target.holding(event.number)
        if one.name == "MandateConfirmed"
        else next((key for key in target.keys if key.fingerprint == event.fingerprint), None)
    )
    return _two(who, given.given_by if given else None, "" if own else target.person)


def _two(who: Member, given_by: str | None, person: str) -> str | None:
    if given_by is None:
        return "something that waits"
    return None if who.person not in (given_by, person) else "a second person, not concerned"


def _key_added(judge: Identity, one: _Act, who: Member, event: Any, alone: bool) -> str | None:
    if not judge._is(one, who):
        return _among(MAY[one.act])
    target = judge._folded.get(one.stream.removeprefix(STAFF))
    first = target is not None and not any(key.speaks for key in target.keys)
    return None if event.waits or (alone and first) else "a second person to confirm it"


def _key_revoked(judge: Identity, one: _Act, who: Member, event: Any, alone: bool) -> str | None:
    target = judge._folded.get(one.stream.removeprefix(STAFF))
    own = target is not None and target.person == who.person
    return None if own else _plain(judge, one, who, event, alone)


def _delegated(judge: Identity, one: _Act, who: Member, event: Any, alone: bool) -> str | None:
    own = who.person == event.principal_person
    persons = [(event.principal, event.principal_person), (event.delegate, event.delegate_person)]
    for account, person in persons:
        there = judge._folded.get(account)
        if there is None or there.person != person:
            return "accounts of the register"
    if not own and not judge._is(one, who):
        return _among(MAY[one.act])
    return None if event.waits or alone else "a second person to confirm it"


def _delegation_confirmed(
    judge: Identity, one: _Act, who: Member, event: Any, _alone: bool
) -> str | None:
    if not judge._is(one, who):
        return _among(MAY[one.act])
    given = judge._house.delegation(event.number)
    return _two(who, given.given_by if given else None, given.delegate_person if given else "")


def _delegation_revoked(
    judge: Identity, one: _Act, who: Member, event: Any, alone: bool
) -> str | None:
    given = judge._house.delegation(event.number)
    if given is not None and who.person in (given.principal_person, given.delegate_person):
        return None
    return _plain(judge, one, who, event, alone)


_SPECIAL: dict[str, Special] = {
    "FunctionGiven": _given,
    "MandateGiven": _given,
    "MandateConfirmed": _confirmed,
    "KeyAdded": _key_added,
    "KeyConfirmed": _confirmed,
    "KeyRevoked": _key_revoked,
    "DelegationGiven": _delegated,
    "DelegationConfirmed": _delegation_confirmed,
    "DelegationRevoked": _delegation_revoked,
}
"""Events of the register of which it is asked more than that the account may do it."""
