"""What guards ask of what stands until it is lifted: which one is meant, and since when."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from domain.state.standing import Standing


def the_same(several: Iterable[Standing], kind: str | None, reference: str | None) -> bool:
    """Tell whether one of this kind and number stands already."""
    return any(_is_the_same(one, kind, reference) and one.stands for one in several)


def moments_of_the_same(
    several: Iterable[Standing], kind: str | None, reference: str | None
) -> Iterator[datetime | None]:
    """Name the last moments of those of this kind and number."""
    return (one.since for one in several if _is_the_same(one, kind, reference))


def moments_of_the_meant(
    several: Iterable[Standing], kind: str | None, reference: str | None
) -> Iterator[datetime | None]:
    """Name the last moments of those an act may be about, standing or not."""
    return (one.since for one in several if one.is_meant(kind, reference))


def numbers_of(several: Iterable[Standing]) -> str:
    """List their numbers."""
    return ", ".join(one.reference or "-" for one in several)


def _is_the_same(one: Standing, kind: str | None, reference: str | None) -> bool:
    return (one.kind, one.reference) == (kind, reference)
