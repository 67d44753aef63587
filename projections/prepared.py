"""
What one person prepares and another decides, beside decision rounds: each act as it happened.

Read from the record itself, whatever the rules let pass: an act that a register told, or that
was recorded by an older version, is judged like any other. ``PAIRS`` says which event prepares
what, which one decides it and how the two are matched; decision rounds, and the departure
period a decision sets, are read where decisions are folded.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, Literal, NamedTuple

from domain.lifecycle.ending import DECIDED_BY_ANOTHER
from domain.record import Recorded
from domain.state.decision import Hand
from domain.trajectory import hand_of
from domain.trajectory.changes import instant as moment_of
from projections.order import DECIDED, ENDED, PREPARED, Placed, in_order, surely_before


class Pair(NamedTuple):
    """
    An act that one prepares and another decides.

    A decision is matched with what was prepared and still waits, or with ``by`` it: the
    ``number`` both carry, the ``count`` of what was prepared when the decision may name it,
    or another word both say. ``ends`` are events after which nothing waits any longer. Of
    several preparations all count, or with ``latest`` the last one alone, which takes the
    place of those before. With ``stays`` what is decided may be decided again.
    """

    act: str
    prepared: tuple[str, ...]
    decided: tuple[str, ...]
    by: Literal["waiting", "number", "count", "reason", "member"] = "waiting"
    ends: tuple[str, ...] = ()
    latest: bool = False
    stays: bool = False


PAIRS = (
    Pair(
        "detention-title",
        ("DetentionProposed",),
        ("DetentionTitleIssued",),
        ends=("ResidentReleased",),
    ),
    Pair(
        "detention-prolongation",
        ("ProlongationProposed",),
        ("DetentionProlonged",),
        ends=("DetentionTitleIssued", "ResidentReleased"),
    ),
    Pair("restriction", ("RestrictionProposed",), ("RestrictionImposed",), by="count"),
    Pair(
        "absconding", ("AbscondingProposed",), ("AbscondingEstablished",), ends=("ResidentFound",)
    ),
    Pair(
        "measure",
        ("MeasureProposed",),
        ("MeasureDecided", "MeasureRefused", "MeasureProlonged"),
        by="number",
        stays=True,
    ),
    Pair(
        "coercion",
        ("CoercionUsed", "ForcedMedicalExaminationHeld", "CoercionReported"),
        ("CoercionReviewed",),
        by="number",
        stays=True,
    ),
    Pair(
        "override",
        ("OverrideAsked",),
        ("OverrideAllowed", "OverrideRefused"),
        by="count",
    ),
    Pair(
        "regularisation",
        ("RegularisationProposed",),
        ("RegularisationGranted", "RegularisationRefused"),
    ),
    Pair(
        "family-separation",
        ("FamilySeparationProposed",),
        ("FamilySeparationDecided",),
        ends=("FamilySeparationRefused", "FamilyReunited"),
    ),
    Pair("age", ("AgeDisputed",), ("AgeEstablished",), by="member"),
    Pair("access", ("AccessRestrictionProposed",), ("AccessRestricted",)),
    Pair(
        "term-extension",
        ("DepartureTermExtensionRequested",),
        ("DepartureTermExtended",),
        latest=True,
    ),
    Pair("term-shortening", ("DepartureRiskReported",), ("DepartureTermShortened",), latest=True),
    Pair(
        "advice-override",
        ("AdviceOverrideProposed",),
        ("AdviceOverridden",),
        ends=("RefoulementAdviceGiven",),
    ),
    Pair(
        "authorisation",
        ("AuthorisationRequested",),
        ("AuthorisationGranted", "AuthorisationRefused"),
        by="number",
    ),
    Pair(
        "removal",
        ("RemovalPrepared",),
        ("RemovalScheduled",),
        latest=True,
        stays=True,
    ),
    Pair(
        "escort",
        ("EscortProposed",),
        ("RemovalScheduled",),
        ends=("RemovalPrepared",),
        latest=True,
    ),
    Pair(
        "non-return",
        ("NonReturnProposed",),
        ("NonReturnEstablished",),
        by="reason",
        ends=("TrajectoryReopened",),
    ),
)
"""Every act judged beside the decision rounds."""

TERM = "departure-term"
"""The departure period that a decision sets, which is judged with the round of that decision."""

ACTS = (*(pair.act for pair in PAIRS), TERM)
"""What the acts beside the decisions are called."""

BY_PERSON = ("CoercionUsed", "ForcedMedicalExaminationHeld")
"""Whoever used force prepared it, under whatever account it was recorded."""

_CORRECTION = "RecordCorrected"


class Prepared(NamedTuple):
    """One thing that was decided, with the hands that prepared it; ``number`` tells it apart."""

    act: str
    dossier: str
    number: int
    drafted: tuple[Hand, ...]
    edited: tuple[Hand, ...]
    taken: Hand


class Line(NamedTuple):
    """What a line of the record says of such an act, corrections not applied yet."""

    dossier: str
    version: int
    event: str
    hand: Hand
    said: dict[str, Any]


# --- lines --------------------------------------------------------------------------------

_KEPT = frozenset(
    name for pair in PAIRS for name in (*pair.prepared, *pair.decided, *pair.ends)
) | {_CORRECTION}

_WORD = {"number": "number", "count": "number", "reason": "reason", "member": "member"}

_SAYS: dict[str, set[str]] = {name: {"agents"} for name in BY_PERSON}
for _pair in PAIRS:
    for _name in (*_pair.prepared, *_pair.decided):
        _SAYS.setdefault(_name, set()).update({_WORD[_pair.by]} if _pair.by in _WORD else ())
"""Event → the words by which it is matched; a word of the same name may be sealed elsewhere."""


def _words(line: Recorded) -> dict[str, Any]:
    said, kind = vars(line.event), type(line.event).__name__
    if kind != _CORRECTION:
        words = sorted(_SAYS.get(kind, ()))
        return {name: said[name] for name in words if said.get(name) not in (None, ())}
    corrected = {"corrects": said["corrects"], "field": said["field"]}
    matters = said["field"] in _MATTERS and said["becomes"] is not None
    return corrected | ({"becomes": said["becomes"]} if matters else {})


_MATTERS = ("occurred_at", "agents", *_WORD.values())


def lines_of(lines: Iterable[Recorded]) -> list[Line]:
    """Give of the journal lines of dossiers what is judged here, by dossier as recorded."""
    kept = (line for line in lines if type(line.event).__name__ in _KEPT)
    ordered = sorted(kept, key=lambda line: (line.stream, line.version))
    return [
        Line(line.stream, line.version, type(line.event).__name__, hand_of(line), _words(line))
        for line in ordered
    ]


# --- matching -----------------------------------------------------------------------------


def decided(lines: Iterable[Line]) -> Iterator[Prepared]:
    """Match what was decided with what prepared it, dossier by dossier, as things happened."""
    for dossier, theirs in groupby(lines, key=lambda line: line.dossier):
        history = _as_corrected(list(theirs))
        kinds = {line.event for line in history}
        for pair in PAIRS:
            if not kinds.isdisjoint(pair.decided):
                yield from _matched(pair, dossier, history)


def _as_corrected(lines: Sequence[Line]) -> list[Line]:
    """Apply corrections, and put all in the order of occurrence; recording breaks ties."""
    history = {line.version: line for line in lines}
    for line in lines:
        meant = history.get(line.said["corrects"]) if line.event == _CORRECTION else None
        if meant is not None and "becomes" in line.said:
            history[meant.version] = _put_right(meant, line.said["field"], line.said["becomes"])
    return sorted(history.values(), key=lambda line: (line.hand.at, line.version))


def _put_right(line: Line, field: str, becomes: Any) -> Line:
    if field != "occurred_at":
        return line._replace(said=line.said | {field: becomes})
    at: datetime | None = moment_of(becomes)
    return line if at is None else line._replace(hand=line.hand._replace(at=at))


class _Waiting:
    """What was prepared of one act and waits, by the key a decision finds it under."""

    def __init__(self, pair: Pair, numbers: Mapping[int, int]) -> None:
        self.pair = pair
        self.hands: dict[Any, list[Hand]] = {}
        self._numbers = numbers

    def prepare(self, line: Line) -> None:
        """Take in a preparation."""
        key = self._numbers[line.version] if self.pair.by == "count" else self._key(line)
        self.hands.setdefault(key, []).extend(_preparers(line))

    def decide(self, line: Line) -> tuple[Any, list[Hand]]:
        """Find what a decision is about, and let it wait no longer unless it stays."""
        key, there = self._key(line), self._there(line.hand)
        if self.pair.by == "count" and key is None:
            key = max(there, default=None)
        ready = there.get(key, [])
        if not self.pair.stays:
            self._keep(key, [hand for hand in self.hands.get(key, ()) if hand not in ready])
        if self.pair.latest:
            ready = [hand for hand in ready if not any(surely_before(hand, o) for o in ready)]
        return key, ready

    def end(self, line: Line) -> None:
        """Let go of what surely was there before; what may have come after still waits."""
        for key, hands in list(self.hands.items()):
            self._keep(key, [hand for hand in hands if not surely_before(hand, line.hand)])

    def _there(self, decision: Hand) -> dict[Any, list[Hand]]:
        """Choose what may have been there when it was decided."""
        ready = {
            key: [hand for hand in hands if not surely_before(decision, hand)]
            for key, hands in self.hands.items()
        }
        return {key: hands for key, hands in ready.items() if hands}

    def _keep(self, key: Any, hands: list[Hand]) -> None:
        if hands:
            self.hands[key] = hands
        else:
            self.hands.pop(key, None)

    def _key(self, line: Line) -> Any:
        return line.said.get(_WORD.get(self.pair.by, ""))


def _preparers(line: Line) -> list[Hand]:
    """Say whose hands prepared it: who recorded it, or of force those who used it."""
    if line.event not in BY_PERSON:
        return [line.hand]
    own = line.hand.person
    return [
        line.hand
        if agent == own
        else line.hand._replace(account="", person=agent, on_behalf_of=None)
        for agent in line.said.get("agents", ())
    ]


def _matched(pair: Pair, dossier: str, history: Sequence[Line]) -> Iterator[Prepared]:
    waiting, nth = _Waiting(pair, _numbers(pair, history)), 0
    corrected_by = _correctors(history)
    for line in _in_order(pair, history):
        if line.event in pair.decided and _is_meant(line):
            nth += 1
            key, drafted = waiting.decide(line)
            edited = [hand for each in drafted for hand in corrected_by.get(each.version, ())]
            number = key if pair.by in ("number", "count") and isinstance(key, int) else nth
            once = tuple(dict.fromkeys(edited))
            yield Prepared(pair.act, dossier, number, tuple(drafted), once, line.hand)
        elif line.event in pair.prepared:
            waiting.prepare(line)
        if line.event in pair.ends:
            waiting.end(line)


def _in_order(pair: Pair, history: Sequence[Line]) -> list[Line]:
    """Put what matters to an act in order: where moments do not tell, by the procedure."""
    theirs = [line for line in history if _rank(pair, line) is not None]
    return [
        theirs[at] for at in in_order(Placed(one.hand, _rank(pair, one) or 0) for one in theirs)
    ]


def _rank(pair: Pair, line: Line) -> int | None:
    if line.event in pair.decided:
        return DECIDED
    if line.event in pair.prepared:
        return PREPARED
    return ENDED if line.event in pair.ends else None


def _numbers(pair: Pair, history: Sequence[Line]) -> dict[int, int]:
    """Give what was prepared the numbers the dossier gives it, in the order of its fold."""
    prepared = (line.version for line in history if line.event in pair.prepared)
    return {version: number for number, version in enumerate(prepared, start=1)}


def _is_meant(line: Line) -> bool:
    """Leave out an end without departure for which one person is enough (END-03)."""
    return line.event != "NonReturnEstablished" or line.said.get("reason") in DECIDED_BY_ANOTHER


def _correctors(history: Sequence[Line]) -> Mapping[int, list[Hand]]:
    """Say who corrected which line: who corrects what was prepared has edited it."""
    found: dict[int, list[Hand]] = {}
    for line in history:
        if line.event == _CORRECTION and line.said["corrects"] < line.version:
            found.setdefault(line.said["corrects"], []).append(line.hand)
    return found
