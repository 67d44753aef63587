"""Identity papers and travel documents."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Country, Day, Identity, Listed, Reference

_Document = Annotated[str, Listed("identification.document")]


class RequestLaissezPasser(Command):
    """Ask an embassy to recognise the resident and to give an emergency travel document."""

    country: Country
    reference: Reference | None = None


class HoldEmbassyInterview(Command):
    """Record that the resident was presented to the embassy that was asked."""

    reference: Reference | None = None


class RecogniseNationality(Command):
    """Record that the authorities of the country recognised the resident."""

    reference: Reference | None = None


class GrantLaissezPasser(Command):
    """Record that the embassy gave an emergency travel document."""

    valid_until: Day
    number: Identity | None = None
    reference: Reference | None = None


class RefuseLaissezPasser(Command):
    """Record that the embassy refused."""

    reason: Annotated[str, Listed("identification.refused")]
    reference: Reference | None = None


class RecordTravelDocument(Command):
    """Record a document to travel with that is at hand."""

    kind: _Document
    valid_until: Day | None = None
    number: Identity | None = None


class ExpireTravelDocument(Command):
    """Record that a document at hand no longer serves."""

    kind: _Document
    reason: Annotated[str, Listed("identification.expired")]


class LoseTravelDocument(Command):
    """Record that a document at hand was lost or destroyed."""

    kind: _Document
