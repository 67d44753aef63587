"""What doctors found that concerns travelling."""

from domain.events.base import DossierEvent
from domain.values import Medical


class FitToTravelCertified(DossierEvent):
    """A doctor certified that the resident is fit to travel."""

    TOPIC = "fit-to-travel-certified.v1"
    note: Medical | None = None


class FitToTravelRefused(DossierEvent):
    """A doctor found the resident unfit to travel."""

    TOPIC = "fit-to-travel-refused.v1"
    note: Medical | None = None
