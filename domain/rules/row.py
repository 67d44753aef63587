"""One row of the rule table: a number, where it comes from and how sure we are of it.

A row states; it never refuses. Refusing is for ``domain.decide``, which quotes
the row's id and basis to the person at the desk.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Certainty(StrEnum):
    """How the row is known. A number nobody has read in a law is never ``verified``."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"
    OPEN = "open"
    ANNOUNCED = "announced"
    DESIGN = "design"


class Unit(StrEnum):
    """What a length counts."""

    MINUTES = "minutes"
    HOURS = "hours"
    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    WORDS = "words"
    PERCENT = "percent"


class Roll(StrEnum):
    """Where a last day moves that falls on a Saturday, a Sunday or a public holiday."""

    NEXT_WORKING_DAY = "next_working_day"


class Selector(StrEnum):
    """Which day picks the row, when it is not the day of the act itself."""

    NOTIFICATION_DATE = "notification_date"


class Name(NamedTuple):
    """What the rule is called, in the three languages of the desk."""

    en: str
    fr: str
    nl: str


class Rule(NamedTuple):
    """One rule, as the table gives it.

    ``length`` is the term when there is one number; ``length_min`` and ``length_max``
    bound a term that a decision sets, or cap one that may be prolonged; ``lengths``
    holds variants. ``parameter`` marks a number chosen by this house where the law
    gives a duty without one. ``overridable`` marks a rule that two persons may set aside
    for one act, with a reason; no other ever gives way.
    """

    id: str
    name: Name
    basis: str
    certainty: Certainty
    length: int | None = None
    length_min: int | None = None
    length_max: int | None = None
    lengths: tuple[int, ...] = ()
    unit: Unit | None = None
    roll: Roll | None = None
    starts: str | None = None
    effect: str | None = None
    parameter: bool = False
    overridable: bool = False
    selector: Selector | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: str | None = None
    source: tuple[str, ...] = ()

    @property
    def acts(self) -> bool:
        """Whether the row may stand in the way of anything: what is announced never does."""
        return self.certainty is not Certainty.ANNOUNCED

    def in_force(self, day: date) -> bool:
        """Tell whether the row acts on a day, or for what was notified on it: see ``selector``."""
        if not self.acts:
            return False
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)

    def name_in(self, lang: str) -> str:
        """Give the name in ``en``, ``fr`` or ``nl``."""
        if lang not in Name._fields:
            raise ValueError(f"rules are named in {', '.join(Name._fields)}, not in {lang}")
        return str(getattr(self.name, lang))
