"""
The removal check-list as it stands: what is ticked, and what the dossier itself knows.

What the dossier knows counts before what somebody ticked: a certificate that has run out is
not there, whoever says it is.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from domain.decide.attempt import Attempt, Context, Failing, Guard, Reasons
from domain.decide.enforcement import no_remedy_runs
from domain.decide.health import fit_to_travel, no_open_objection
from domain.decide.identification import valid_document
from domain.decide.leaving import as_departure, has_title, planned
from domain.decide.notice import lawyer_since
from domain.decide.protection import (
    no_protected_status,
    no_refoulement_risk,
    no_right_of_residence,
    no_right_to_remain,
)
from domain.lifecycle.removal import CHECK_LIST, LAWYER_INFORMED, Item
from domain.rules import code_list
from domain.rules.calendar import brussels_day
from domain.rules.codes import Codes
from domain.state.decision import removing
from domain.state.removal import ESCORTED, Tick
from domain.trajectory import Trajectory

LIST = "removal.check-list"
DONE, MISSING, NOT_APPLICABLE = "done", "missing", "not-applicable"


class Standing(NamedTuple):
    """
    How an item stands: ``state`` is done, not-applicable or missing.

    ``known`` is what the dossier says of it by itself, ``None`` where that is nothing;
    ``tick`` is what somebody said of it.
    """

    item: Item
    state: str
    known: str | None
    tick: Tick | None

    @property
    def settled(self) -> bool:
        """Nothing is left to do for it."""
        return self.state != MISSING


def standings(state: Trajectory, context: Context) -> list[Standing]:
    """Say how every item on the list of the day stands at a moment."""
    day = brussels_day(context.at)
    known = {item.code: item for item in CHECK_LIST}
    # An item that came on the list later is done before, until the table says otherwise.
    listed = (
        known.get(code, Item(code, "DPT-03"))
        for code, entry in code_list(LIST).items()
        if entry.on(day)
    )
    return [_standing(item, state, context) for item in listed]


def _standing(item: Item, state: Trajectory, context: Context) -> Standing:
    tick = state.removal.tick(item.code)
    knows = _KNOWN.get(item.code)
    known = knows(state, context) if knows else None
    if tick is not None and _is_set_aside(tick, item, state):
        return Standing(item, NOT_APPLICABLE, known, tick)
    if known is not None:
        return Standing(item, known, known, tick)
    lapsed = (
        tick is not None and item.lapses and brussels_day(tick.by.at) != brussels_day(context.at)
    )
    said = MISSING if tick is None or lapsed else tick.state
    return Standing(item, said, None, tick)


def _is_set_aside(tick: Tick, item: Item, state: Trajectory) -> bool:
    """Tell an item that does not apply; a lawyer on record is told, whatever was ticked before."""
    if item.code == LAWYER_INFORMED and lawyer_since(state) is not None:
        return False
    return tick.state == NOT_APPLICABLE and item.may_not_apply


# -- what the dossier itself knows ------------------------------------------------------------

Known = Callable[[Trajectory, Context], str | None]


def _as(guards: Iterable[Guard], otherwise: str | None) -> Known:
    """Make what calls an item missing while a guard fails, and leaves or grants it otherwise."""

    def known(state: Trajectory, context: Context) -> str | None:
        asked = as_departure(Attempt(state, "CheckConditions", context))
        failing = any(next(guard(asked), None) for guard in guards)
        return MISSING if failing else otherwise

    return known


def _notified(state: Trajectory, _context: Context) -> str:
    decision = removing(state.rounds)
    told = decision.notification if decision else None
    return DONE if told and told.language and told.remedies_stated else MISSING


def _lawyer(state: Trajectory, _context: Context) -> str:
    plan = planned(state)
    return DONE if plan and plan.lawyer_told else MISSING


def _monitor(state: Trajectory, _context: Context) -> str:
    plan = planned(state)
    return DONE if plan and plan.monitor_told else MISSING


def _flight(state: Trajectory, _context: Context) -> str:
    return DONE if planned(state) else MISSING


def _escort(state: Trajectory, _context: Context) -> str | None:
    plan = planned(state)
    return NOT_APPLICABLE if plan and plan.mode != ESCORTED else None


def _consent(state: Trajectory, _context: Context) -> str | None:
    return DONE if state.declared else None


def _alert(state: Trajectory, _context: Context) -> str | None:
    decision = removing(state.rounds)
    return DONE if decision and decision.alerted else None


_KNOWN: dict[str, Known] = {
    "decision-notification": _notified,
    # That something stands in the way is known; that nothing does is looked up on the day.
    "remedies-today": _as((has_title, no_remedy_runs), None),
    "protection-status": _as(
        (no_right_to_remain, no_refoulement_risk, no_protected_status, no_right_of_residence), None
    ),
    "fit-to-fly": _as((fit_to_travel, no_open_objection), DONE),
    "travel-document": _as((valid_document,), DONE),
    "lawyer-informed": _lawyer,
    "monitor-informed": _monitor,
    "escort-briefing": _escort,
    "flight": _flight,
    "sis-entry-ban": _alert,
    "consent-statement": _consent,
}


# -- what it refuses ----------------------------------------------------------------------------


def ready_to_plan(attempt: Attempt) -> Reasons:
    """DPT-03: what can be done before the departure is planned, is done."""
    yield from _unsettled(attempt, lambda item: not item.on_the_day)


def complete(attempt: Attempt) -> Reasons:
    """DPT-03: every item is done, or does not apply."""
    yield from _unsettled(attempt, lambda _item: True)


def _unsettled(attempt: Attempt, due: Callable[[Item], bool]) -> Reasons:
    if attempt.state is None:
        return
    items = standings(attempt.state, attempt.context)
    if left := [one.item.code for one in items if due(one.item) and not one.settled]:
        yield Failing(
            "DPT-03",
            "not done on the removal check-list: {items}",
            {"items": Codes.of("removal.check-list", *left)},
        )
