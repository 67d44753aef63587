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
