"""What every event is."""

from typing import ClassVar

from domain.values import Identity, Value


class Event(Value):
    """A fact, as it was accepted."""

    TOPIC: ClassVar[str]


class DossierEvent(Event):
    """A fact about one trajectory. ``remark`` is free text, sealed."""

    remark: Identity | None = None


class StaffEvent(Event):
    """A fact about an account of the people who work here."""


class RefusalEvent(Event):
    """A fact about what was asked of a dossier and did not pass."""


class ReadingEvent(Event):
    """A fact about who read a dossier that only some may read."""


class ErasureEvent(Event):
    """A fact about keys of personal content that were destroyed."""


class PlaceEvent(Event):
    """A fact about a place: how many of its beds, or dwellings, are taken."""


class SampleEvent(Event):
    """A fact about a sample that quality control draws and examines."""
