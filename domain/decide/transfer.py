"""What may refuse a move from one place to another."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.decide.attempt import Adds, Attempt, Clocks, Context, Failing, Guards, Reasons, RestsOn
from domain.decide.places import (
    has_room,
    leads_to,
    listed,
    may_be_kept,
    must_leave,
    suits,
)
from domain.decide.release import detention_lawful
from domain.decide.whereabouts import not_held_elsewhere, title_covers
from domain.lifecycle import ENDED, TRANSFER, CustodyStatus, HandedOver, follows
from domain.rules import PlaceKind, place
from domain.trajectory import Trajectory


def in_transfer_order(attempt: Attempt) -> Reasons:
    """TRF-01: ordered, begun, received; called off at any moment before it is over."""
    state = attempt.state
    now = state.transfer.state if state and state.transfer else None
    passes, after = follows(TRANSFER, now, attempt.act)
    if not passes:
        yield Failing(
            "TRF-01",
            "the transfer is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


def place_is_another(attempt: Attempt) -> Reasons:
    """PLC-01, TRF-02: a transfer leads to another place on the list."""
    told = attempt.saying("place")
    if told is None:
        return
    yield from listed(told)
    if attempt.state is not None and attempt.state.centre == told:
        yield Failing("TRF-02", "the resident stays in {place} already", {"place": told})


def place_was_ordered(attempt: Attempt) -> Reasons:
    """TRF-02: the resident is received where the order says."""
    told = attempt.saying("place")
    ordered = attempt.state.transfer if attempt.state else None
    if told is not None and ordered is not None and ordered.place != told:
        yield Failing(
            "TRF-02",
            "the order is for {ordered}; the resident was received in {place}",
            {"ordered": ordered.place, "place": told},
        )


def place_suits(attempt: Attempt) -> Reasons:
    """PLC-02, DET-15, DET-16: the place is one for this resident."""
    yield from suits(attempt, leads_to(attempt.state, attempt.act, attempt.said))


def place_has_room(attempt: Attempt) -> Reasons:
    """PLC-03: a bed, or a dwelling, is free."""
    yield from has_room(attempt, leads_to(attempt.state, attempt.act, attempt.said))


def held_lawfully_there(attempt: Attempt) -> Reasons:
    """DET-01 to DET-12, CDC-03, CUS-06: who must be set free is brought to no closed centre."""
    where = place(_destination(attempt) or "")
    if where is not None and where.kind is PlaceKind.CLOSED:
        yield from detention_lawful(attempt)


def goes_back_where_allowed(attempt: Attempt) -> Reasons:
    """DET-15, DET-16: who is called back on the road returns to no place where he may not be."""
    state = attempt.state
    move = state.transfer if state is not None else None
    if state is not None and move and move.under_way and state.custody.detained:
        yield from may_be_kept(attempt)


def not_set_free(attempt: Attempt) -> Reasons:
    """CUS-06: who was set free, or is no longer held, is brought to be held by a title alone."""
    where, state = place(_destination(attempt) or ""), attempt.state
    if state is None or where is None or state.custody.detained:
        return
    custody = state.custody
    if not any(title.issued for title in custody.titles) and not custody.stays:
        return  # nobody asked for a title yet: it is due on the day of arrival
    if custody.status in _FREE and not title_covers(custody, attempt.context.at):
        yield Failing(
            "CUS-06",
            "the resident is {state}; nobody is brought to {place} without a detention title",
            {"state": str(custody.status), "place": where.code},
        )


_FREE = (CustodyStatus.RELEASED, CustodyStatus.NOT_HELD)


def family_moves_together(attempt: Attempt) -> Reasons:
    """FAM-02: who is together with the resident here goes along, or a separation is decided."""
    state, context = attempt.state, attempt.context
    if state is None or attempt.said is None:
        return
    there, along = _destination(attempt), (*context.together, state.dossier)
    for member in context.members:
        if (
            member.dossier in state.family.together
            and member.dossier not in along
            and member.stage not in ENDED
            and member.custody.status not in _NOT_HERE
            and member.centre == state.centre != there
        ):
            yield Failing(
                "FAM-02",
                "a member of the family would stay behind: record it for all with --family, or "
                "have a separation decided",
            )
            return


_NOT_HERE = (CustodyStatus.PRISON, CustodyStatus.ABSCONDED, CustodyStatus.RELEASED)


def _destination(attempt: Attempt) -> str | None:
    ordered = attempt.state.transfer if attempt.state else None
    if attempt.act == "BeginTransfer":
        return ordered.place if ordered else None
    return leads_to(attempt.state, attempt.act, attempt.said)


def receipts_given(attempt: Attempt) -> Reasons:
    """TRF-03: of file, property and medicines it is said whether they were handed over."""
    if attempt.said is None:
        return
    missing = [name for name in HandedOver if attempt.saying(name) is None]
    if missing:
        yield Failing(
            "TRF-03", "not said whether handed over: {missing}", {"missing": ", ".join(missing)}
        )


def differences_explained(attempt: Attempt) -> Reasons:
    """TRF-03: what is not received as the driver took it has a code that says why."""
    move = attempt.state.transfer if attempt.state else None
    if attempt.said is None or move is None or not move.under_way:
        return
    unexplained = [
        name
        for name, taken in zip(HandedOver, move.taken, strict=False)
        if attempt.saying(name) not in (None, taken)
        and attempt.saying(f"{name}_discrepancy") is None
    ]
    if unexplained:
        yield Failing(
            "TRF-03",
            "not as the driver took it, and no discrepancy is given: {missing}",
            {"missing": ", ".join(unexplained)},
        )


def handed_to_another(attempt: Attempt) -> Reasons:
    """SEP-03: by natural person, who receives is not who brought."""
    actor = attempt.context.actor
    move = attempt.state.transfer if attempt.state else None
    if actor is not None and move is not None and move.under_way and move.driver == actor.person:
        yield Failing(
            "SEP-03",
            "{person} brought the resident; another person signs for what is handed over",
            {"person": actor.person},
            about_people=True,
        )


def lawyer_informed(attempt: Attempt) -> Reasons:
    """TRF-04: the lawyer was informed of the transfer, or there is none."""
    if attempt.said is not None and attempt.saying("lawyer") is None:
        yield Failing("TRF-04", "not said whether the lawyer was informed of the transfer")


_LEAVING = (not_held_elsewhere, held_lawfully_there, not_set_free, family_moves_together)

GUARDS_FROM_2: Guards = {
    "OrderTransfer": (
        in_transfer_order,
        place_is_another,
        place_suits,
        place_has_room,
        *_LEAVING,
    ),
    "BeginTransfer": (in_transfer_order, receipts_given, *_LEAVING),
    "ReceiveTransfer": (
        in_transfer_order,
        place_was_ordered,
        place_suits,
        place_has_room,
        not_set_free,
        receipts_given,
        differences_explained,
        handed_to_another,
        lawyer_informed,
    ),
    "CancelTransfer": (in_transfer_order, goes_back_where_allowed),
}


def _move_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    if state.transfer:
        yield state.transfer.since
    if attempt.act in ("OrderTransfer", "BeginTransfer"):
        # Who was held, where and with whom is told as it is now: of before nothing is known.
        yield state.custody.since
        yield state.custody.discharged
        yield state.family.changed


RESTS_ON: RestsOn = dict.fromkeys(GUARDS_FROM_2, _move_so_far)


def _arrived_at(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    return {"place": leads_to(state, "ReceiveTransfer", said)}


ADDS: Adds = {"ReceiveTransfer": _arrived_at}

CLOCKS: Clocks = (must_leave,)
