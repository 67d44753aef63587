"""What holds instead of something on record."""

from typing import Any

from domain.events.base import DossierEvent
from domain.values import Asylum, Identity, Medical, Protected, Sealed


class RecordCorrected(DossierEvent):
    """
    One field of an earlier record was wrong; the record stays, this says what holds instead.

    ``corrects`` is the version of that record. For an open field ``was`` and
    ``becomes`` hold the two values as JSON values; for a sealed one what holds instead
    is sealed under the category of that field. ``occurred_at`` corrects the moment itself.
    """

    TOPIC = "record-corrected.v1"
    corrects: int
    field: str
    was: Any = None
    becomes: Any = None
    becomes_identity: Identity | None = None
    becomes_medical: Medical | None = None
    becomes_asylum: Asylum | None = None
    becomes_protected: Protected | None = None
    reason: Identity

    @property
    def sealed(self) -> tuple[str, Sealed] | None:
        """The sealed value that holds instead, and the name of the field here that holds it."""
        for name in _SEALED_UNDER:
            if (value := getattr(self, name)) is not None:
                return name, value
        return None


_SEALED_UNDER = ("becomes_identity", "becomes_medical", "becomes_asylum", "becomes_protected")
