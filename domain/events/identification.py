"""
Identity papers and travel documents.

What is asked of an embassy is kept apart from what was said about asylum: no field here holds
any of it, so that nothing of it can be handed on with a request.
"""

from domain.events.base import DossierEvent
from domain.values import Identity


class LaissezPasserRequested(DossierEvent):
    """An embassy was asked to recognise the resident and to give an emergency travel document."""

    TOPIC = "laissez-passer-requested.v1"
    country: str
    reference: str | None = None


class EmbassyInterviewHeld(DossierEvent):
    """The resident was presented to the embassy that was asked."""

    TOPIC = "embassy-interview-held.v1"
    reference: str | None = None


class NationalityRecognised(DossierEvent):
    """The authorities of the country recognised the resident and are ready to give a document."""

    TOPIC = "nationality-recognised.v1"
    reference: str | None = None


class LaissezPasserGranted(DossierEvent):
    """The embassy gave an emergency travel document, valid up to and including a day."""

    TOPIC = "laissez-passer-granted.v1"
    valid_until: str
    number: Identity | None = None
    reference: str | None = None


class LaissezPasserRefused(DossierEvent):
    """The embassy refused, for a reason on the list."""

    TOPIC = "laissez-passer-refused.v1"
    reason: str
    reference: str | None = None


class TravelDocumentRecorded(DossierEvent):
    """A document to travel with is at hand; without a last day it is not known to be valid."""

    TOPIC = "travel-document-recorded.v1"
    kind: str
    valid_until: str | None = None
    number: Identity | None = None


class TravelDocumentExpired(DossierEvent):
    """A document at hand no longer serves: run out, cancelled or handed back."""

    TOPIC = "travel-document-expired.v1"
    kind: str
    reason: str


class TravelDocumentLost(DossierEvent):
    """A document at hand was lost or destroyed."""

    TOPIC = "travel-document-lost.v1"
    kind: str
