"""What may refuse a move from one place to another."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from domain.decide.admission import listed
from domain.decide.attempt import Adds, Attempt, Clocks, Context, Failing, Guards, Reasons, RestsOn
from domain.decide.places import has_room, suits
from domain.decide.tables import follows
from domain.lifecycle import TRANSFER, HandedOver
from domain.trajectory import Trajectory


def leads_to(state: Trajectory | None, act: str, said: Any) -> str | None:
    """Name the place where an act brings the resident, or is to bring."""
    if act == "OpenTrajectory":
        return None if said is None else said.centre
    if act not in ("OrderTransfer", "ReceiveTransfer"):
        return None
    place = getattr(said, "place", None)
    ordered = state.transfer if state is not None and act == "ReceiveTransfer" else None
    return place or (ordered.place if ordered is not None else None)


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
    place = attempt.saying("place")
    if place is None:
        return
    yield from listed(place)
    if attempt.state is not None and attempt.state.centre == place:
        yield Failing("TRF-02", "the resident stays in {place} already", {"place": place})


def place_was_ordered(attempt: Attempt) -> Reasons:
    """TRF-02: the resident is received where the order says."""
    place = attempt.saying("place")
    ordered = attempt.state.transfer if attempt.state else None
    if place is not None and ordered is not None and ordered.place != place:
        yield Failing(
            "TRF-02",
            "the order is for {ordered}; the resident was received in {place}",
            {"ordered": ordered.place, "place": place},
        )


def place_suits(attempt: Attempt) -> Reasons:
    """PLC-02, DET-15, DET-16: the place is one for this resident."""
    yield from suits(attempt, leads_to(attempt.state, attempt.act, attempt.said))


def place_has_room(attempt: Attempt) -> Reasons:
    """PLC-03: a bed, or a dwelling, is free."""
    yield from has_room(attempt, leads_to(attempt.state, attempt.act, attempt.said))


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
        )


def lawyer_informed(attempt: Attempt) -> Reasons:
    """TRF-04: the lawyer was informed of the transfer, or there is none."""
    if attempt.said is not None and attempt.saying("lawyer") is None:
        yield Failing("TRF-04", "not said whether the lawyer was informed of the transfer")


GUARDS_FROM_2: Guards = {
    "OrderTransfer": (in_transfer_order, place_is_another, place_suits, place_has_room),
    "BeginTransfer": (in_transfer_order, receipts_given),
    "ReceiveTransfer": (
        in_transfer_order,
        place_was_ordered,
        place_suits,
        place_has_room,
        receipts_given,
        differences_explained,
        handed_to_another,
        lawyer_informed,
    ),
    "CancelTransfer": (in_transfer_order,),
}


def _move_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    if state.transfer:
        yield state.transfer.since


RESTS_ON: RestsOn = dict.fromkeys(GUARDS_FROM_2, _move_so_far)


def _arrived_at(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    return {"place": leads_to(state, "ReceiveTransfer", said)}


ADDS: Adds = {"ReceiveTransfer": _arrived_at}

CLOCKS: Clocks = ()
