"""What stands from one act until another lifts it: an interim measure, a hold, a status."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple


class Standing(NamedTuple):
    """
    One thing that stands: its kind, its number, when it began and when it was lifted.

    ``began`` is ``None`` of one that was lifted and never put on record.
    """

    kind: str
    reference: str | None
    began: datetime | None
    lifted: datetime | None = None

    @property
    def stands(self) -> bool:
        """Not lifted."""
        return self.lifted is None

    @property
    def since(self) -> datetime | None:
        """When its last act was done."""
        return self.lifted or self.began

    def is_meant(self, kind: str | None, reference: str | None) -> bool:
        """Tell whether an act that says this much may be about it."""
        return kind in (None, self.kind) and (
            reference is None or self.reference in (None, reference)
        )


def standing(several: Iterable[Standing]) -> list[Standing]:
    """Give those that were not lifted."""
    return [one for one in several if one.stands]


def meant(several: Iterable[Standing], kind: str | None, reference: str | None) -> list[Standing]:
    """Give those that stand and may be meant: the one of that very number, else all that fit."""
    fitting = [one for one in standing(several) if one.is_meant(kind, reference)]
    exact = [one for one in fitting if reference is not None and one.reference == reference]
    return exact or fitting
