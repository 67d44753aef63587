"""The file for assisted voluntary return with IOM (OIM)."""

from domain.events.base import DossierEvent


class IomFileOpened(DossierEvent):
    """A file for assisted voluntary return was opened with IOM (OIM), at the resident's request."""

    TOPIC = "iom-file-opened.v1"
    reference: str | None = None


class IomEligibilityConfirmed(DossierEvent):
    """IOM or Fedasil confirmed that the resident may have assisted return."""

    TOPIC = "iom-eligibility-confirmed.v1"
    reference: str | None = None


class VoluntaryDeclarationSigned(DossierEvent):
    """The resident signed the voluntary return declaration in an understood language."""

    TOPIC = "voluntary-declaration-signed.v1"
    reference: str | None = None
    language: str | None = None


class IomTravelBooked(DossierEvent):
    """IOM booked the journey."""

    TOPIC = "iom-travel-booked.v1"
    reference: str | None = None
    travel_on: str | None = None


class IomFileWithdrawn(DossierEvent):
    """The resident withdrew from assisted return; nothing follows from it by itself."""

    TOPIC = "iom-file-withdrawn.v1"
    reference: str | None = None
