"""
The appeals: what became of each, against which decision, and from which unit that decision came.

A unit is a centre and the functions in which a decision was drafted and taken; never a person.
An appeal against a decision on asylum is another authority's to learn from: it has no unit.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Column, Connection, Integer, Select, Table, select

from domain.lifecycle import AppealState, RoundState
from domain.record import Recorded, is_dossier
from domain.state.decision import Round
from domain.state.remedies import Appeal
from domain.trajectory import Trajectory
from domain.values import AppealKind
from projections.columns import METADATA, Instant, Text, instant
from projections.databases import Row
from projections.model import ReadModel, Sheets
from projections.small_groups import may_be_told

OUTCOMES = ("pending", "admitted", "rejected", "withdrawn", "suspended", "annulled")
"""
What may have become of an appeal.

``admitted``: open, lodged late and let in by the judge. ``suspended`` and ``annulled``: granted;
the decision stands but has no force, or is gone.
"""

appeal = Table(
    "appeal",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("centre", Text),
    Column("restricted", Boolean, nullable=False),
    Column("kind", Text, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("brought", Instant, nullable=False),
    Column("since", Instant, nullable=False),
    Column("reference", Text),
    Column("round", Integer),
    Column("form", Text),
    Column("decision", Text),
    Column("drafted", Integer),
    Column("taken", Integer),
)
fallen = Table(
    "fallen_decision",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("centre", Text),
    Column("restricted", Boolean, nullable=False),
    Column("fate", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("form", Text),
    Column("decision", Text),
    Column("reference", Text),
    Column("drafted", Integer),
    Column("taken", Integer),
)
acted_as = Table(
    "decision_acted_as",
    METADATA,
    Column("dossier", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("role", Text, nullable=False),
)


class Unit(NamedTuple):
    """A centre, and the functions in which a decision was drafted and taken; unknown: ``None``."""

    centre: str | None
    drafted: str | None
    taken: str | None


UNKNOWN = Unit(None, None, None)


class Appealed(NamedTuple):
    """
    One appeal; ``round``, ``form`` and ``decision`` (its kind) are of what it is against.

    ``brought`` is when it was handed in or lodged, ``since`` when its last act was done.
    ``restricted`` tells that the dossier was ever closed to others: who reads it is to be asked.
    ``drafted`` and ``taken`` are the lines by which the decision was.
    """

    dossier: str
    number: int
    centre: str | None
    restricted: bool
    kind: str
    outcome: str
    brought: datetime
    since: datetime
    reference: str | None
    round: int | None
    form: str | None
    decision: str | None
    drafted: int | None
    taken: int | None
    unit: Unit = UNKNOWN


class Fallen(NamedTuple):
    """
    A decision of ours that a court took the force of, or that was annulled once it was notified.

    ``fate`` is suspended or annulled, ``at`` when that came about; the rest as of an appeal.
    """

    dossier: str
    round: int
    centre: str | None
    restricted: bool
    fate: str
    at: datetime
    form: str | None
    decision: str | None
    reference: str | None
    drafted: int | None
    taken: int | None
    unit: Unit = UNKNOWN


class Told(NamedTuple):
    """All appeals and all fallen decisions, by dossier."""

    appeals: list[Appealed]
    fallen: list[Fallen]


Roles = dict[str, dict[int, str]]


def all_of(connection: Connection) -> Told:
    """Return them as they are known now."""
    roles: Roles = {}
    for dossier, version, role in connection.execute(_ordered(acted_as)):
        roles.setdefault(dossier, {})[version] = role
    return _told(
        [Appealed(*row) for row in connection.execute(_ordered(appeal))],
        [Fallen(*row) for row in connection.execute(_ordered(fallen))],
        roles,
    )


def of_histories(dossiers: Iterable[tuple[Trajectory, Sequence[Recorded]]]) -> Told:
    """Return those of dossiers as they stood, each with the lines that were known then."""
    appeals: list[Appealed] = []
    gone: list[Fallen] = []
    roles: Roles = {}
    for state, lines in dossiers:
        appeals += _appeals(state)
        gone += _fallen(state)
        roles[state.dossier] = {line.version: line.role for line in lines if _decides(line)}
    return _told(appeals, gone, roles)


def _ordered(table: Table) -> Select[Any]:
    return select(table).order_by(*table.primary_key.columns)


def _told(appeals: list[Appealed], gone: list[Fallen], roles: Roles) -> Told:
    return Told(
        [one._replace(unit=_unit(one, roles)) for one in appeals],
        [one._replace(unit=_unit(one, roles)) for one in gone],
    )


def _unit(one: Appealed | Fallen, roles: Roles) -> Unit:
    """Say from which unit a decision came; where none of ours is appealed, from none."""
    if one.drafted is None and one.taken is None:
        return UNKNOWN
    acted = roles.get(one.dossier, {})
    return Unit(one.centre, acted.get(one.drafted or 0), acted.get(one.taken or 0))


# --- figures --------------------------------------------------------------------------------


class Figure(NamedTuple):
    """
    How many appeals a group has, in all and by outcome; ``None`` is what may not be told.

    ``by`` is what the groups of a table have in common: all, unit, decision or appeal; ``group``
    says which group it is.
    """

    by: str
    group: tuple[str | None, ...]
    appeals: int | None
    outcomes: dict[str, int | None]


_BY: dict[str, Callable[[Appealed], tuple[str | None, ...]]] = {
    "all": lambda _one: (),
    "unit": lambda one: tuple(one.unit),
    "decision": lambda one: (one.form, one.decision),
    "appeal": lambda one: (one.kind,),
}
"""The tables, and what puts an appeal into a group of each."""


def figures(appeals: Sequence[Appealed]) -> list[Figure]:
    """
    Count appeals by outcome: of all, of each unit, form and kind of decision, kind of appeal.

    No group under five can be worked out from all the figures together. What is told first is
    the whole, then the groups, then what became of them, the largest first.
    """
    groups = _groups(appeals)
    rows = [(by, group) for by, group, outcome in groups if outcome is None]
    ordered = sorted(groups, key=lambda name: _wanted(name, groups))
    told = may_be_told({name: groups[name] for name in ordered}, tables=_tables(rows))
    size = {name: len(groups[name]) if name in told else None for name in groups}
    return [
        Figure(by, group, size[by, group, None], {one: size[by, group, one] for one in OUTCOMES})
        for by, group in sorted(rows, key=_row_order)
    ]


Named = tuple[str, tuple[str | None, ...], str | None]


def _groups(appeals: Sequence[Appealed]) -> dict[Named, set[int]]:
    """Put appeals, by their place, into every group of every table, and by outcome in each."""
    groups: dict[Named, set[int]] = {}
    for by, group_of in _BY.items():
        for at, one in enumerate(appeals):
            group = group_of(one)
            for outcome in (None, *OUTCOMES):
                members = groups.setdefault((by, group, outcome), set())
                if outcome in (None, one.outcome):
                    members.add(at)
    return groups


def _tables(rows: Sequence[tuple[str, tuple[str | None, ...]]]) -> list[list[Named]]:
    """Name what is a whole together: the groups of each table by outcome, and each by outcome."""
    of_row: list[list[Named]] = [[(*row, outcome) for outcome in OUTCOMES] for row in rows]
    groups: dict[str, list[tuple[str | None, ...]]] = {}
    for by, group in rows:
        groups.setdefault(by, []).append(group)
    down = [
        [(by, group, outcome) for group in each]
        for by, each in groups.items()
        for outcome in (None, *OUTCOMES)
    ]
    return [*of_row, *down]


def _wanted(name: Named, groups: dict[Named, set[int]]) -> tuple[object, ...]:
    by, group, outcome = name
    return (outcome is not None, by != "all", -len(groups[name]), by, _row_order((by, group)))


def _row_order(row: tuple[str, tuple[str | None, ...]]) -> tuple[object, ...]:
    by, group = row
    return (list(_BY).index(by), tuple(part or "~" for part in group))


# --- rows -----------------------------------------------------------------------------------


_DECIDING = ("DecisionDrafted", "DecisionTaken")


def _decides(line: Recorded) -> bool:
    return type(line.event).__name__ in _DECIDING


def _apply(sheets: Sheets, lines: Sequence[Recorded], states: Mapping[str, Trajectory]) -> None:
    hands = [
        (line.stream, line.version, str(line.role))
        for line in lines
        if is_dossier(line.stream) and _decides(line)
    ]
    sheets.add(acted_as, hands)
    appeals = [one for state in states.values() for one in _appeals(state)]
    gone = [one for state in states.values() for one in _fallen(state)]
    sheets.put(appeal, states.keys(), list(map(_row_of_appeal, appeals)))
    sheets.put(fallen, states.keys(), list(map(_row_of_fallen, gone)))


def _row_of_appeal(one: Appealed) -> Row:
    return (*one[:6], instant(one.brought), instant(one.since), *one[8:-1])


def _row_of_fallen(one: Fallen) -> Row:
    return (*one[:5], instant(one.at), *one[6:-1])


def _appeals(state: Trajectory) -> Iterator[Appealed]:
    for number, one in enumerate(state.appeals, start=1):
        against = _against(state, one)
        form, kind, drafted, taken = _of_round(against)
        yield Appealed(
            dossier=state.dossier,
            number=number,
            centre=state.centre,
            restricted=bool(state.access.closed),
            kind=one.kind.value,
            outcome=_outcome(one, against),
            brought=one.brought or one.since,
            since=one.since,
            reference=one.reference,
            round=against.number if against else None,
            form=form,
            decision=kind,
            drafted=drafted,
            taken=taken,
        )


def _fallen(state: Trajectory) -> Iterator[Fallen]:
    for each in state.rounds:
        fate = _fate(each)
        if fate is None:
            continue
        form, kind, drafted, taken = _of_round(each)
        yield Fallen(
            dossier=state.dossier,
            round=each.number,
            centre=state.centre,
            restricted=bool(state.access.closed),
            fate=fate,
            at=_fell_at(state, each),
            form=form,
            decision=kind,
            reference=each.reference,
            drafted=drafted,
            taken=taken,
        )


def _against(state: Trajectory, one: Appeal) -> Round | None:
    """Find the decision an appeal is against; of one on asylum there is none of ours."""
    if one.kind is AppealKind.ASYLUM and one.decision is None:
        return None
    return next((each for each in state.rounds if each.number == one.round), None)


def _outcome(one: Appeal, against: Round | None) -> str:
    if one.open:
        return "pending" if one.admitted is None else "admitted"
    if one.state is not AppealState.GRANTED:
        return one.state.value
    gone = against is not None and against.state is RoundState.ANNULLED
    return "annulled" if gone else "suspended"


def _fate(each: Round) -> str | None:
    if each.state is RoundState.ANNULLED:
        return "annulled" if each.notified else None  # a draft taken back is nobody's lesson
    return "suspended" if each.suspended else None


def _fell_at(state: Trajectory, each: Round) -> datetime:
    """Say when a decision fell: when it was annulled, else when the Council granted an appeal."""
    if each.state is RoundState.ANNULLED and each.since:
        return each.since
    notified = each.notified.at if each.notified else state.opened
    granted = [one.since for one in state.appeals if one.state is AppealState.GRANTED]
    return min((at for at in granted if at >= notified), default=notified)


def _of_round(each: Round | None) -> tuple[str | None, str | None, int | None, int | None]:
    """Give form, kind, and the lines of the last draft and of the decision."""
    if each is None:
        return None, None, None, None
    drafted = each.drafted[-1].version if each.drafted else None
    return each.form, each.kind, drafted, each.taken.version if each.taken else None


APPEALS = ReadModel("appeals", (appeal, fallen, acted_as), _apply)
