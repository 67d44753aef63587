"""
The separation of duties: who drafted, edited, decided and notified each decision round.

``findings`` judges the rounds, by natural person, a round by itself: a new draft
after an annulment is a new round, in which roles may be exchanged.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from pydantic_core import from_json, to_json
from sqlalchemy import Column, Connection, Integer, Table, func, select

from domain.lifecycle import ROUND
from domain.record import Recorded
from domain.state.decision import Hand, Round
from domain.trajectory import Trajectory
from projections.columns import METADATA, Instant, Text, instant
from projections.databases import Row
from projections.model import ReadModel, Sheets

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
)


@dataclass(frozen=True, slots=True)
class DecisionRound:
    """A round and the hands it went through, in the order things happened."""

    dossier: str
    number: int
    state: str
    form: str | None = None
    reference: str | None = None
    drafted: tuple[Hand, ...] = ()
    edited: tuple[Hand, ...] = ()
    taken: Hand | None = None
    notified: Hand | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """
    What is to be looked at in a round; a lead is a reason to ask, a breach is against the rules.

    The lists name those concerned and their acts, the decision last.
    """

    code: str
    severity: Literal["breach", "lead"]
    dossier: str
    round: int
    persons: list[str]
    accounts: list[str]
    versions: list[int]
    log_index: list[int]


def rounds(connection: Connection) -> int:
    """Count the decision rounds of all dossiers."""
    return connection.execute(select(func.count()).select_from(decision_round)).scalar_one()


def all_rows(connection: Connection) -> list[DecisionRound]:
    """Return the decision rounds of all dossiers, by dossier and number."""
    columns = decision_round.c
    chosen = select(*(columns[name] for name in _READ)).order_by(columns.dossier, columns.number)
    return [
        DecisionRound(dossier, number, state, form, reference, *_hands(hands))
        for dossier, number, state, form, reference, hands in connection.execute(chosen)
    ]


def findings(rows: Iterable[DecisionRound]) -> list[Finding]:
    """Judge the rounds that were decided; one breach of separation at most for each."""
    ordered = sorted(rows, key=lambda row: (row.dossier, row.number))
    return [finding for row in ordered for finding in _judge(row)]


def _judge(row: DecisionRound) -> Iterator[Finding]:
    taken = row.taken
    if taken is None:
        return
    before = _Before(row, taken)
    for code, concerned in _FOUR_EYES:
        if hands := concerned(before):
            yield _finding(code, "breach", row, [*hands, taken])
            break
    last = max(before.hands, key=_moment, default=None)
    if last and not last.whole_day and not taken.whole_day and taken.at - last.at < HURRIED:
        yield _finding("RUBBER_STAMP", "lead", row, [last, taken])


class _Before:
    """What was done to a draft before it was decided; later edits do not count."""

    def __init__(self, row: DecisionRound, taken: Hand) -> None:
        self.taken = taken
        self.drafted = [hand for hand in row.drafted if _moment(hand) < _moment(taken)]
        self.edited = [hand for hand in row.edited if _moment(hand) < _moment(taken)]
        self.hands = sorted((*self.drafted, *self.edited), key=_moment)
        everyone = (*row.drafted, *row.edited, taken, row.notified)
        self.person_of = {hand.account: hand.person for hand in everyone if hand}


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


def _moment(hand: Hand) -> tuple[datetime, int]:
    return hand.at, hand.version


def _finding(
    code: str, severity: Literal["breach", "lead"], row: DecisionRound, hands: Sequence[Hand]
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        dossier=row.dossier,
        round=row.number,
        persons=list(dict.fromkeys(hand.person for hand in hands)),
        accounts=list(dict.fromkeys(hand.account for hand in hands)),
        versions=[hand.version for hand in hands],
        log_index=[hand.log_index for hand in hands],
    )


# --- rows ---------------------------------------------------------------------------------


# A round changes with these alone, whatever else is recorded or corrected about its dossier.
_ROUND_EVENTS: frozenset[str] = frozenset((*(course.event for course in ROUND), "RecordCorrected"))


def _apply(sheets: Sheets, lines: Sequence[Recorded], states: Mapping[str, Trajectory]) -> None:
    moved = {
        line.stream
        for line in lines
        if type(line.event).__name__ in _ROUND_EVENTS and line.stream in states
    }
    rows = [_row(dossier, each) for dossier in moved for each in states[dossier].rounds]
    sheets.put(decision_round, moved, rows)


def _row(dossier: str, each: Round) -> Row:
    taken = each.taken
    return (
        dossier,
        each.number,
        each.state.value,
        each.form,
        each.reference,
        to_json((each.drafted, each.edited, taken, each.notified)).decode(),
        taken.account if taken else None,
        taken.person if taken else None,
        instant(taken.at) if taken else None,
    )


_READ = ("dossier", "number", "state", "form", "reference", "hands")

Written = tuple[Any, ...]
Hands = tuple[tuple[Hand, ...], tuple[Hand, ...], Hand | None, Hand | None]


def _hands(text: str) -> Hands:
    """Read who drafted, edited, took and notified."""
    drafted, edited, taken, notified = from_json(text)
    return (
        tuple(map(_hand, drafted)),
        tuple(map(_hand, edited)),
        taken and _hand(taken),
        notified and _hand(notified),
    )


def _hand(written: Written) -> Hand:
    account, person, at, *rest = written
    return Hand(account, person, datetime.fromisoformat(at), *rest)


SEPARATION = ReadModel("separation", (decision_round,), _apply)
