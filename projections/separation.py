"""
The separation of duties: who drafted, edited, decided and notified each decision round.

``findings`` judges the rounds, by natural person, a round by itself: a new draft
after an annulment is a new round, in which roles may be exchanged. ``findings_of_acts``
judges in the same way whatever else one person prepares and another decides.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby, pairwise
from typing import Any, Literal, NamedTuple

from pydantic_core import from_json, to_json
from sqlalchemy import Column, Connection, Integer, Select, Table, func, select

from domain.lifecycle import ROUND, RoundState
from domain.record import Recorded
from domain.state.decision import Hand, Round
from domain.trajectory import Trajectory
from projections.columns import METADATA, Instant, Text, instant
from projections.databases import Row
from projections.model import ReadModel, Sheets
from projections.order import (
    DECIDED,
    EDITED,
    ENDED,
    NOTIFIED,
    PREPARED,
    Placed,
    in_order,
    is_unsure,
    surely_before,
)
from projections.prepared import (
    TERM,
    Line,
    Prepared,
    decided,
    lines_of,
)

DECISION = "decision"
"""What the act of a round is called."""

HURRIED = timedelta(seconds=60)
"""A decision sooner than this after the last word of its draft was hardly read."""

decision_round = Table(
    "decision_round",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("state", Text, nullable=False),
    Column("form", Text),
    Column("reference", Text),
    Column("hands", Text, nullable=False),
    Column("taken_account", Text),
    Column("taken_person", Text),
    Column("taken_at", Instant),
    Column("centre", Text),
    Column("annulled_at", Instant),
)


@dataclass(frozen=True, slots=True)
class DecisionRound:
    """
    A round and the hands it went through, in the order things happened.

    ``term_set`` is who set the departure period of the decision, ``centre`` where the resident
    was when it was taken; ``annulled_at`` when it was taken back.
    """

    dossier: str
    number: int
    state: str
    form: str | None = None
    reference: str | None = None
    drafted: tuple[Hand, ...] = ()
    edited: tuple[Hand, ...] = ()
    taken: Hand | None = None
    notified: Hand | None = None
    term_set: Hand | None = None
    centre: str | None = None
    annulled_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """
    What is to be looked at in a round; a lead is a reason to ask, a breach is against the rules.

    The lists name those concerned and their acts, the decision last. ``act`` is what was
    decided, ``round`` its number: of a decision that of its round. What is about two people
    and many rounds has neither dossier nor round.
    """

    code: str
    severity: Literal["breach", "lead"]
    act: str
    dossier: str | None
    round: int | None
    persons: list[str]
    accounts: list[str]
    versions: list[int]
    log_index: list[int]


def rounds(connection: Connection) -> int:
    """Count the decision rounds of all dossiers."""
    return connection.execute(select(func.count()).select_from(decision_round)).scalar_one()


def all_rows(connection: Connection) -> list[DecisionRound]:
    """Return the decision rounds of all dossiers, by dossier and number."""
    return _rows(connection, _chosen())


def _chosen() -> Select[Any]:
    columns = decision_round.c
    return select(*(columns[name] for name in _READ)).order_by(columns.dossier, columns.number)


def _rows(connection: Connection, chosen: Select[Any]) -> list[DecisionRound]:
    return [
        DecisionRound(dossier, number, state, form, reference, *_hands(hands), centre, annulled)
        for (
            dossier,
            number,
            state,
            form,
            reference,
            hands,
            centre,
            annulled,
        ) in connection.execute(chosen)
    ]


def findings(rows: Iterable[DecisionRound]) -> list[Finding]:
    """Judge the rounds that were decided; one breach of separation at most for each."""
    return [finding for row in as_they_went(rows) for finding in _judge(row)]


def findings_of_acts(lines: Iterable[Line]) -> list[Finding]:
    """Judge every other act that one prepares and another decides; one breach at most for each."""
    return [finding for each in decided(lines) for finding in _four_eyes(_Before(each))]


def findings_in(state: Trajectory, lines: Iterable[Recorded]) -> list[Finding]:
    """Judge one dossier from its lines and as they were folded: its rounds, terms and acts."""
    return [*findings(rounds_of(state)), *findings_of_acts(lines_of(lines))]


def rounds_of(state: Trajectory) -> list[DecisionRound]:
    """Return the decision rounds of a dossier as it stands."""
    return [_round(state.dossier, each) for each in state.rounds]


def _round(dossier: str, each: Round) -> DecisionRound:
    return DecisionRound(
        dossier,
        each.number,
        each.state.value,
        each.form,
        each.reference,
        each.drafted,
        each.edited,
        each.taken,
        each.notified,
        each.term.set if each.term else None,
        each.centre,
        each.since if each.state is RoundState.ANNULLED else None,
    )


def _judge(row: DecisionRound) -> Iterator[Finding]:
    taken = row.taken
    if taken is not None:
        before = _before(row, DECISION, taken)
        yield from _four_eyes(before)
        last = before.last
        if last and is_hurried(last, taken):
            yield _finding("RUBBER_STAMP", "lead", before, [last, taken])
    if row.term_set is not None:
        before = _before(row, TERM, row.term_set)
        yield from _four_eyes(before)


def last_word(row: DecisionRound) -> Hand | None:
    """Return who had the last word on a draft before it was decided; ``None`` without either."""
    if row.taken is None:
        return None
    return _before(row, DECISION, row.taken).last


def last_draft(row: DecisionRound) -> Hand | None:
    """Return who put forward the draft that was decided; ``None`` without one."""
    if row.taken is None:
        return None
    before = _before(row, DECISION, row.taken)
    return max(before.drafted, key=_moment, default=None)


def is_hurried(last: Hand, taken: Hand) -> bool:
    """Tell a decision within a minute of the last word; never where the day alone is known."""
    return not last.whole_day and not taken.whole_day and taken.at - last.at < HURRIED


def _before(row: DecisionRound, act: str, taken: Hand) -> "_Before":
    prepared = Prepared(act, row.dossier, row.number, row.drafted, row.edited, taken)
    return _Before(prepared, (row.taken, row.notified))


def _four_eyes(before: "_Before") -> Iterator[Finding]:
    for code, concerned in _FOUR_EYES:
        if hands := concerned(before):
            yield _finding(code, "breach", before, [*hands, before.taken])
            return


class _Before:
    """
    What was done to a draft before it was decided; what surely came later does not count.

    Of what fell at the same moment, or on a day of which no hour is known, nobody knows the
    order: the procedure has a draft and its edits before the decision.
    """

    def __init__(self, prepared: Prepared, others: Iterable[Hand | None] = ()) -> None:
        self.act, self.dossier, self.number, drafted, edited, taken = prepared
        self.taken = taken
        self.drafted = [hand for hand in drafted if not surely_before(taken, hand)]
        self.edited = [hand for hand in edited if not surely_before(taken, hand)]
        self.hands = [*sorted(self.drafted, key=_moment), *sorted(self.edited, key=_moment)]
        self.hands.sort(key=lambda hand: hand.at)  # of one moment the edit is the later
        everyone = (*drafted, *edited, taken, *others)
        self.person_of = {hand.account: hand.person for hand in everyone if hand}

    @property
    def last(self) -> Hand | None:
        """Who had the last word; ``None`` where nobody had one."""
        return self.hands[-1] if self.hands else None


def _drafted_by_account(before: _Before) -> list[Hand]:
    return [hand for hand in before.drafted if hand.account == before.taken.account]


def _drafted_by_person(before: _Before) -> list[Hand]:
    return [hand for hand in before.drafted if hand.person == before.taken.person]


def _edited_by_person(before: _Before) -> list[Hand]:
    return [hand for hand in before.edited if hand.person == before.taken.person]


def _stood_in_for(before: _Before) -> list[Hand]:
    def for_the_other(one: Hand, other: Hand) -> bool:
        account = one.on_behalf_of
        return account is not None and (
            account == other.account or before.person_of.get(account) == other.person
        )

    taken = before.taken
    return [
        hand for hand in before.hands if for_the_other(taken, hand) or for_the_other(hand, taken)
    ]


# The first that applies is the finding of the round.
_FOUR_EYES: tuple[tuple[str, Callable[[_Before], list[Hand]]], ...] = (
    ("FOUR_EYES_DIRECT", _drafted_by_account),
    ("FOUR_EYES_SAME_PERSON", _drafted_by_person),
    ("FOUR_EYES_EDITOR", _edited_by_person),
    ("FOUR_EYES_DELEGATION", _stood_in_for),
)


def _moment(hand: Hand) -> tuple[datetime, str, str, int]:
    return hand.at, hand.account, hand.person, hand.version


def _finding(
    code: str, severity: Literal["breach", "lead"], before: _Before, hands: Sequence[Hand]
) -> Finding:
    lines = dict.fromkeys((hand.version, hand.log_index) for hand in hands)
    return Finding(
        code=code,
        severity=severity,
        act=before.act,
        dossier=before.dossier,
        round=before.number,
        persons=list(dict.fromkeys(hand.person for hand in hands)),
        accounts=list(dict.fromkeys(hand.account for hand in hands if hand.account)),
        versions=[version for version, _ in lines],
        log_index=[log_index for _, log_index in lines],
    )


# --- as they went -------------------------------------------------------------------------


def as_they_went(rows: Iterable[DecisionRound]) -> Iterator[DecisionRound]:
    """
    Give the rounds by dossier and number, shared out anew where the order of acts is not known.

    A dossier is folded in the order of its moments, recording breaking ties, and a day without
    an hour begins at midnight: so a decision may stand in a round before that of its draft, or
    after it, where the notification has an earlier date.
    """
    ordered = sorted(rows, key=lambda row: (row.dossier, row.number))
    for _, theirs in groupby(ordered, key=lambda row: row.dossier):
        yield from _shared_out(list(theirs))


class _Part(NamedTuple):
    """An act of a round, its place in the procedure and the round it was folded into."""

    hand: Hand
    rank: int
    row: DecisionRound


def _shared_out(rows: list[DecisionRound]) -> list[DecisionRound]:
    parts = [part for row in rows for part in _parts(row)]
    unsure = _notified_first(rows) or is_unsure(part.hand for part in parts)
    if len(rows) < 2 or not unsure:
        return rows
    rounds = _Rounds(rows[0].dossier)
    for at in in_order(Placed(part.hand, part.rank) for part in parts):
        rounds.take_in(parts[at])
    return rounds.every


def _notified_first(rows: list[DecisionRound]) -> bool:
    """Tell a decision that stands apart from its draft, as by its date it was notified before."""
    return any(
        one.notified is not None and one.taken is None and other.taken and not other.drafted
        for one, other in pairwise(rows)
    )


def _parts(row: DecisionRound) -> Iterator[_Part]:
    yield from (_Part(hand, PREPARED, row) for hand in row.drafted)
    yield from (_Part(hand, EDITED, row) for hand in row.edited)
    if row.taken is not None:
        yield _Part(row.taken, DECIDED, row)
    elif row.annulled_at is not None:
        yield _Part(Hand("", "", row.annulled_at, False, 0, -1), ENDED, row)
    if row.taken is None and row.notified is not None:
        yield _Part(row.notified, NOTIFIED, row)


class _Rounds:
    """The rounds of a dossier as they come about: each decision takes what was put forward."""

    def __init__(self, dossier: str) -> None:
        self._dossier = dossier
        self._made: list[DecisionRound] = []
        self._waiting: list[_Part] = []

    def take_in(self, part: _Part) -> None:
        """Take in the act that comes next."""
        if part.rank == PREPARED or (part.rank == EDITED and self._is_open):
            self._waiting.append(part)
        elif part.rank == EDITED:
            self._amend(edited=(*self._made[-1].edited, part.hand))
        elif part.rank == DECIDED:
            self._decide(part)
        elif part.rank == NOTIFIED and self._made and self._made[-1].notified is None:
            self._amend(notified=part.hand)
        elif part.rank == ENDED:
            self._waiting = [
                each
                for each in self._waiting
                if each.row is not part.row or not surely_before(each.hand, part.hand)
            ]

    @property
    def _is_open(self) -> bool:
        """A draft waits, or no decision stands that an edit could be about."""
        return bool(self._waiting) or not self._made or self._made[-1].annulled_at is not None

    def _decide(self, part: _Part) -> None:
        ready = [each for each in self._waiting if not surely_before(part.hand, each.hand)]
        later = [each for each in self._waiting if surely_before(part.hand, each.hand)]
        # Without a new draft a later edit is one of what was decided.
        self._waiting = later if any(each.rank == PREPARED for each in later) else []
        edits = [each for each in (*ready, *later) if each.rank == EDITED]
        if self._waiting:
            edits = [each for each in ready if each.rank == EDITED]
        self._made.append(
            replace(
                part.row,
                number=len(self._made) + 1,
                drafted=tuple(each.hand for each in ready if each.rank == PREPARED),
                edited=tuple(each.hand for each in edits),
            )
        )

    def _amend(self, **changes: Any) -> None:
        self._made[-1] = replace(self._made[-1], **changes)

    @property
    def every(self) -> list[DecisionRound]:
        """The rounds that were decided, and the draft that waits."""
        if not self._waiting:
            return self._made
        waiting = DecisionRound(
            self._dossier,
            len(self._made) + 1,
            RoundState.DRAFTED.value,
            drafted=tuple(each.hand for each in self._waiting if each.rank == PREPARED),
            edited=tuple(each.hand for each in self._waiting if each.rank == EDITED),
        )
        return [*self._made, waiting]


# --- rows ---------------------------------------------------------------------------------


# A round changes with these alone, whatever else is recorded or corrected about its dossier;
# the last two tell where the resident was, and may be told late.
_ROUND_EVENTS: frozenset[str] = frozenset(
    (
        *(course.event for course in ROUND),
        "DepartureTermSet",
        "RecordCorrected",
        "ResidentAdmitted",
        "TransferReceived",
    )
)


def _apply(sheets: Sheets, lines: Sequence[Recorded], states: Mapping[str, Trajectory]) -> None:
    moved = {
        line.stream
        for line in lines
        if type(line.event).__name__ in _ROUND_EVENTS and line.stream in states
    }
    rows = [_row(each) for dossier in moved for each in rounds_of(states[dossier])]
    sheets.put(decision_round, moved, rows)


def _row(each: DecisionRound) -> Row:
    taken = each.taken
    return (
        each.dossier,
        each.number,
        each.state,
        each.form,
        each.reference,
        to_json((each.drafted, each.edited, taken, each.notified, each.term_set)).decode(),
        taken.account if taken else None,
        taken.person if taken else None,
        instant(taken.at) if taken else None,
        each.centre,
        instant(each.annulled_at) if each.annulled_at else None,
    )


_READ = ("dossier", "number", "state", "form", "reference", "hands", "centre", "annulled_at")

Written = tuple[Any, ...]
Hands = tuple[tuple[Hand, ...], tuple[Hand, ...], Hand | None, Hand | None, Hand | None]


def _hands(text: str) -> Hands:
    """Read who drafted, edited, took and notified, and who set the departure period."""
    drafted, edited, taken, notified, term_set = from_json(text)
    return (
        tuple(map(_hand, drafted)),
        tuple(map(_hand, edited)),
        taken and _hand(taken),
        notified and _hand(notified),
        term_set and _hand(term_set),
    )


def _hand(written: Written) -> Hand:
    account, person, at, *rest = written
    return Hand(account, person, datetime.fromisoformat(at), *rest)


SEPARATION = ReadModel("separation", (decision_round,), _apply)
