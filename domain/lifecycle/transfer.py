"""Moves from one place to another, and the beds there."""

from enum import StrEnum

from domain.lifecycle.stages import RUNNING, SECOND, Course, Step
from domain.lifecycle.who import COACHES, DIRECTOR, F, May

STEPS = (
    Step("OrderTransfer", "TransferOrdered", RUNNING, since=SECOND),
    Step("BeginTransfer", "TransferBegun", RUNNING, since=SECOND),
    Step("ReceiveTransfer", "TransferReceived", RUNNING, since=SECOND),
    Step("CancelTransfer", "TransferCancelled", RUNNING, since=SECOND),
)

_DECIDERS = DIRECTOR | {F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR}

MAY: May = {
    "OrderTransfer": _DECIDERS,
    "BeginTransfer": frozenset({F.TRANSFER}),
    # Whoever receives residents at the place receives this one.
    "ReceiveTransfer": COACHES | DIRECTOR | {F.SECURITY},
    "CancelTransfer": _DECIDERS | {F.TRANSFER},
}


class HandedOver(StrEnum):
    """What goes with a resident from one place to another, each against a receipt of its own."""

    FILE = "file"
    PROPERTY = "property"
    MEDICINES = "medicines"


class TransferState(StrEnum):
    """How far a move to another place is."""

    ORDERED = "ordered"
    UNDER_WAY = "under-way"
    RECEIVED = "received"
    CANCELLED = "cancelled"


_T = TransferState

TRANSFER = (
    Course("TransferOrdered", (None, _T.RECEIVED, _T.CANCELLED), _T.ORDERED),
    Course("TransferBegun", (_T.ORDERED,), _T.UNDER_WAY),
    Course("TransferReceived", (_T.UNDER_WAY,), _T.RECEIVED),
    Course("TransferCancelled", (_T.ORDERED, _T.UNDER_WAY), _T.CANCELLED),
)

COURSES = {"transfer": TRANSFER}
