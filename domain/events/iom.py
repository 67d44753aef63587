"""The file for assisted voluntary return with IOM (OIM)."""

from domain.events.base import DossierEvent


class IomFileOpened(DossierEvent):
    """
    A file for assisted voluntary return was opened with IOM (OIM), at the resident's request.

    ``own_request`` is whether the resident asked for it in person; ``language`` the one it was
    talked over in, with who interpreted or why nobody did.
    """

    TOPIC = "iom-file-opened.v1"
    reference: str | None = None
    own_request: bool | None = None
    language: str | None = None
    interpreter: str | None = None
    no_interpreter: str | None = None


class IomEligibilityConfirmed(DossierEvent):
    """IOM or Fedasil confirmed that the resident may have assisted return."""

    TOPIC = "iom-eligibility-confirmed.v1"
    reference: str | None = None


class IomEligibilityRefused(DossierEvent):
    """IOM or Fedasil refused assisted return, for a reason on the list; the file is over."""

    TOPIC = "iom-eligibility-refused.v1"
    reason: str
    reference: str | None = None


class VoluntaryDeclarationSigned(DossierEvent):
    """
    The resident signed the voluntary return declaration in an understood language.

    ``guardian_present`` says whether the guardian of a minor was there; absent where
    nobody said so.
    """

    TOPIC = "voluntary-declaration-signed.v2"
    reference: str | None = None
    language: str | None = None
    guardian_present: bool | None = None


class IomNoObjectionStated(DossierEvent):
    """The Immigration Office checked residence and appeals: it does not object to the journey."""

    TOPIC = "iom-no-objection-stated.v1"
    reference: str | None = None


class IomObjectionRaised(DossierEvent):
    """The Immigration Office objects to the journey with IOM, for a reason on the list."""

    TOPIC = "iom-objection-raised.v1"
    reason: str
    reference: str | None = None


class IomDocumentAwaited(DossierEvent):
    """A travel document was asked for the journey with IOM and is waited for."""

    TOPIC = "iom-document-awaited.v1"
    reference: str | None = None


class IomDocumentReceived(DossierEvent):
    """The travel document for the journey with IOM arrived."""

    TOPIC = "iom-document-received.v1"
    reference: str | None = None


class IomTravelBooked(DossierEvent):
    """IOM booked the journey."""

    TOPIC = "iom-travel-booked.v1"
    reference: str | None = None
    travel_on: str | None = None


class IomPremiumPaid(DossierEvent):
    """The departure premium was paid; ``cents`` of a euro."""

    TOPIC = "iom-premium-paid.v1"
    cents: int
    reference: str | None = None


class IomFileWithdrawn(DossierEvent):
    """The resident withdrew from assisted return; nothing follows from it by itself."""

    TOPIC = "iom-file-withdrawn.v1"
    reference: str | None = None


class IomFileLapsed(DossierEvent):
    """The file came to nothing, without anybody having withdrawn or refused it."""

    TOPIC = "iom-file-lapsed.v1"
    reason: str
    reference: str | None = None


class ReintegrationBegun(DossierEvent):
    """After arrival the resident began on the support to build a life again."""

    TOPIC = "reintegration-begun.v1"
    reference: str | None = None
