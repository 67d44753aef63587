"""Moves from one place to another, and the beds there."""

from domain.events.base import DossierEvent, PlaceEvent


class TransferOrdered(DossierEvent):
    """It was decided that the resident goes to another place."""

    TOPIC = "transfer-ordered.v1"
    place: str
    reason: str | None = None
    reference: str | None = None


class TransferBegun(DossierEvent):
    """The driver left with the resident and signed for file, property and medicines, or not."""

    TOPIC = "transfer-begun.v1"
    file: bool | None = None
    property: bool | None = None
    medicines: bool | None = None


class TransferReceived(DossierEvent):
    """The other place received the resident and signed for file, property and medicines, or not."""

    TOPIC = "transfer-received.v1"
    place: str | None = None
    file: bool | None = None
    file_discrepancy: str | None = None
    property: bool | None = None
    property_discrepancy: str | None = None
    medicines: bool | None = None
    medicines_discrepancy: str | None = None
    lawyer: str | None = None


class TransferCancelled(DossierEvent):
    """The transfer was called off; the resident stays, or came back to, where the order found."""

    TOPIC = "transfer-cancelled.v1"
    reason: str


class BedTaken(PlaceEvent):
    """A dossier took a bed of the place, or a dwelling; so many are taken from then on."""

    TOPIC = "bed-taken.v1"
    dossier: str
    occupied: int


class BedFreed(PlaceEvent):
    """A dossier freed a bed of the place, or a dwelling; so many are taken from then on."""

    TOPIC = "bed-freed.v1"
    dossier: str
    occupied: int


class BedsCounted(PlaceEvent):
    """Somebody counted at the place how many beds or dwellings are taken."""

    TOPIC = "beds-counted.v1"
    occupied: int
