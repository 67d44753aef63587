"""
The register of mail: every exchange of every dossier, with what an answer to it took.

The law of 11 April 1994 on the openness of administration (art. 5) has requests entered in a
register by day of receipt; the same register shows what waits, and how quickly one answers.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from statistics import median
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Column, Connection, Index, Integer, Table, select

from domain.lifecycle import ExchangeState
from domain.record import Recorded
from domain.rules.calendar import brussels_day
from domain.state.affairs import Exchange
from domain.trajectory import Trajectory, day_of
from projections.columns import METADATA, Instant, Text, instant
from projections.databases import Row
from projections.model import ReadModel, Sheets
from projections.small_groups import may_be_told

mail = Table(
    "mail",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("centre", Text),
    Column("restricted", Boolean, nullable=False),
    Column("waits", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("since", Instant, nullable=False),
    Column("direction", Text, nullable=False),
    Column("partner", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("reference", Text),
    Column("answer_expected", Boolean, nullable=False),
    Column("answer_by", Text),
    Column("advised", Instant),
    Column("answered", Instant),
    Column("outcome", Text),
    Column("contact_stated", Boolean),
)
Index("mail_by_moment", mail.c.at)


class Entry(NamedTuple):
    """
    One line of the register: an exchange, and the dossier and centre it belongs to.

    ``restricted`` tells that the dossier was ever closed to others: who reads it is to be asked.
    """

    dossier: str
    centre: str | None
    restricted: bool
    exchange: Exchange


def of_period(
    connection: Connection, since: datetime, until: datetime, centre: str | None = None
) -> list[Entry]:
    """
    List what was received or sent in a period, by moment; and what waits from before it.

    ``until`` is the first moment that is no longer meant; ``centre`` is the code of one.
    """
    waiting = (mail.c.at < since) & mail.c.waits.is_(True)
    chosen = select(mail).where((mail.c.at >= since) | waiting, mail.c.at < until)
    if centre is not None:
        chosen = chosen.where(mail.c.centre == centre)
    ordered = chosen.order_by(mail.c.at, mail.c.dossier, mail.c.number)
    return [_entry(tuple(row)) for row in connection.execute(ordered)]


def _entry(row: tuple[Any, ...]) -> Entry:
    dossier, number, centre, restricted, _waits, state, *rest = row
    told = dict(zip(_TOLD, rest, strict=True))
    told["answer_by"] = day_of(told["answer_by"])
    return Entry(dossier, centre, restricted, Exchange(number, ExchangeState(state), **told))


_TOLD = tuple(column.name for column in mail.columns)[6:]


def _apply(sheets: Sheets, _lines: Sequence[Recorded], states: Mapping[str, Trajectory]) -> None:
    rows = [_row(state, one) for state in states.values() for one in state.affairs.exchanges]
    sheets.put(mail, states.keys(), rows)


def _row(state: Trajectory, one: Exchange) -> Row:
    return (
        state.dossier,
        one.number,
        state.centre,
        bool(state.access.closed),
        one.waits,
        one.state.value,
        instant(one.at),
        instant(one.since),
        one.direction,
        one.partner,
        one.subject,
        one.reference,
        one.answer_expected,
        one.answer_by.isoformat() if one.answer_by else None,
        instant(one.advised) if one.advised else None,
        instant(one.answered) if one.answered else None,
        one.outcome,
        one.contact_stated,
    )


MAIL = ReadModel("mail", (mail,), _apply)


# --- how quickly one answers ------------------------------------------------------------------


class Answering(NamedTuple):
    """
    One exchange to which an answer was expected, as the figures need it.

    ``days`` are the calendar days from the one to the other; ``None`` while it waits. ``late``
    tells that the answer came after its last day, or is still to come after it.
    """

    direction: str
    partner: str
    subject: str
    days: int | None
    late: bool


class Delays(NamedTuple):
    """
    How quickly a group was answered; ``None`` is what may not be told, or what is not there.

    ``by`` is what the groups of a table have in common: all, partner or subject; ``group`` is
    the direction and the code of the one meant. Days are calendar days of those answered.
    """

    by: str
    group: tuple[str, ...]
    expected: int | None
    answered: int | None
    waiting: int | None
    late: int | None
    median_days: float | None
    longest_days: int | None


def answer_days(one: Exchange) -> int | None:
    """Count the calendar days from receipt or sending to the answer; ``None`` while it waits."""
    if one.answered is None:
        return None
    return max(0, (brussels_day(one.answered) - brussels_day(one.at)).days)


Group = tuple[str, tuple[str, ...]]
Counts = dict[tuple[Group, str], list[int]]


def delays(answers: Sequence[Answering]) -> list[Delays]:
    """
    Measure answers: all, with each partner, on each subject, apart for what came in and went out.

    No group under five can be worked out from all the figures together. Neither the median nor
    the longest delay is told of one, nor where a group that is not told must hold it.
    """
    groups: dict[Group, list[int]] = {}
    for at, one in enumerate(answers):
        for group in _groups_of(one):
            groups.setdefault(group, []).append(at)
    counts: Counts = {
        (group, part): [at for at in members if _PARTS[part](answers[at])]
        for part in _PARTS
        for group, members in sorted(groups.items(), key=lambda each: -len(each[1]))
    }
    told = may_be_told(counts, _in_time(counts), _tables(groups))
    days = {group: _days(answers, counts[group, "answered"]) for group in groups}
    known = {group for group in groups if days[group] and (group, "answered") in told}
    open_to = _not_of_those_withheld(days, known)
    return [
        _measured(group, {part: counts[group, part] for part in _PARTS}, told, days, open_to)
        for group in sorted(groups, key=lambda each: (_TABLES.index(each[0]), each[1]))
    ]


_TABLES = ("all", "partner", "subject")
_PARTS: dict[str, Callable[[Answering], bool]] = {
    "expected": lambda _one: True,
    "answered": lambda one: one.days is not None,
    "waiting": lambda one: one.days is None,
    "late": lambda one: one.late,
}


def _groups_of(one: Answering) -> list[Group]:
    return [
        ("all", (one.direction,)),
        ("partner", (one.direction, one.partner)),
        ("subject", (one.direction, one.subject)),
    ]


def _in_time(counts: Counts) -> list[set[int]]:
    """Give what is not late of each group: who knows the rest knows that too."""
    every = [group for group, part in counts if part == "expected"]
    return [set(counts[group, "expected"]).difference(counts[group, "late"]) for group in every]


def _tables(groups: Iterable[Group]) -> list[list[tuple[Group, str]]]:
    """Name the groups that are together all that came in, or went out: of each part a table."""
    rows: dict[tuple[str, str], list[Group]] = {}
    for by, group in groups:
        rows.setdefault((by, group[0]), []).append((by, group))
    parts = [[(each, part) for each in row] for row in rows.values() for part in _PARTS]
    answered_or_not = [[(each, "answered"), (each, "waiting")] for each in groups]
    return [*parts, *answered_or_not]


def _days(answers: Sequence[Answering], members: Iterable[int]) -> list[int]:
    """Give what answers took, the quickest first."""
    return sorted(days for at in members if (days := answers[at].days) is not None)


Days = Mapping[Group, list[int]]


def _not_of_those_withheld(days: Days, known: set[Group]) -> set[tuple[Group, str]]:
    """
    Choose the medians and longest delays that a group whose delays are told has too.

    Somebody took as long as they say: if no group told of a table did, one not told did.
    """
    told = {(group, what) for group in known for what in ("longest", "median")}
    while given_away := {one for one in told if not _held_by_told(one, days, told)}:
        told -= given_away
    return told


def _held_by_told(one: tuple[Group, str], days: Days, told: set[tuple[Group, str]]) -> bool:
    (_, (direction, *_)), _ = one
    for table in _TABLES[1:]:
        rows = [each for each in days if each[0] == table and each[1][0] == direction]
        shown = [_value(each, days) for each in told if each[0] in rows]
        hidden = any(days[each] and (each, "longest") not in told for each in rows)
        if hidden and _value(one, days) > max(shown, default=-1):
            return False
    return True


def _value(one: tuple[Group, str], days: Days) -> float:
    group, what = one
    return days[group][-1] if what == "longest" else median(days[group])


def _measured(
    group: Group,
    parts: Mapping[str, list[int]],
    told: set[tuple[Group, str]],
    days: Days,
    open_to: set[tuple[Group, str]],
) -> Delays:
    size = {part: len(at) if (group, part) in told else None for part, at in parts.items()}
    return Delays(
        *group,
        size["expected"],
        size["answered"],
        size["waiting"],
        size["late"],
        median(days[group]) if (group, "median") in open_to else None,
        days[group][-1] if (group, "longest") in open_to else None,
    )
