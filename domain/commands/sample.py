"""Samples of quality control: announced, extended, examined item by item, concluded."""

from typing import Annotated

from domain.commands.base import SampleCommand
from domain.values import Between, CentreCode, Day, Listed, Shaped

Percent = Annotated[str, Shaped(r"[0-9]{1,2}(\.[0-9]{1,2})?")]

Item = Annotated[str, Shaped(r"[A-Z0-9]{2,5}-[0-9]{4}-[0-9]{4,6}(/[0-9]{1,3})?")]
"""A dossier, or a round of decision in it: ``VOT-2026-0042/2``."""


class AnnounceSample(SampleCommand):
    """Say of what a sample is to be drawn and what it is to show; what is drawn follows."""

    by: Annotated[str, Shaped("dossier|round")]
    centres: tuple[CentreCode, ...] = ()
    since: Day | None = None
    until: Day | None = None
    strata: tuple[Annotated[str, Shaped("centre|outcome")], ...] = ()
    confidence: Percent
    tolerable: Percent
    expected: Percent


class ExtendSample(SampleCommand):
    """Draw more items of a sample, by the same seed: so many in all."""

    size: Annotated[int, Between(1)]


class ExamineItem(SampleCommand):
    """Record what the examination of an item gave; why, if it gave something else before."""

    item: Item
    result: Annotated[str, Listed("quality.result")]
    number: Annotated[int, Between(1)] | None = None
    because: Annotated[str, Shaped("mistyped|looked-again|new-facts")] | None = None


class ConcludeSample(SampleCommand):
    """Say what may be said of the population, once all items have a result."""
