"""Moves from one place to another, and the beds there."""

from typing import Annotated

from domain.commands.base import Command, PlaceCommand
from domain.values import Between, CentreCode, Listed, Reference

_Discrepancy = Annotated[str, Listed("transfer.discrepancy")]


class OrderTransfer(Command):
    """Decide that the resident goes to another place."""

    place: CentreCode
    reason: Annotated[str, Listed("transfer.reason")] | None = None
    reference: Reference | None = None


class BeginTransfer(Command):
    """Record that the driver left with the resident, and what was handed to the driver."""

    file: bool | None = None
    property: bool | None = None
    medicines: bool | None = None


class ReceiveTransfer(Command):
    """
    Record that the other place received the resident, and what the driver handed over there.

    A discrepancy says why something is not as the driver took it. ``place`` is where the
    resident arrived; unsaid, it is the place of the order.
    """

    place: CentreCode | None = None
    file: bool | None = None
    file_discrepancy: _Discrepancy | None = None
    property: bool | None = None
    property_discrepancy: _Discrepancy | None = None
    medicines: bool | None = None
    medicines_discrepancy: _Discrepancy | None = None
    lawyer: Annotated[str, Listed("transfer.lawyer")] | None = None


class CancelTransfer(Command):
    """Call off a transfer, before it began or on its way."""

    reason: Annotated[str, Listed("transfer.cancellation")]


class CountBeds(PlaceCommand):
    """Say how many beds or dwellings of a place are taken, as counted there."""

    occupied: Annotated[int, Between(0, 9_999)]
