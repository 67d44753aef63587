"""A sample of quality control: what was announced, what is drawn, what was found, what follows."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from domain.sampling import Assurance, Part, assurance

if TYPE_CHECKING:
    from domain import events as e

CONFORMS, DEVIATES, NOT_EXAMINABLE = "conforms", "deviates", "not-examinable"
"""What the examination of an item may give."""

ANNOUNCED, DRAWN, CONCLUDED = "announced", "drawn", "concluded"
"""How far a sample is."""


class Unit(NamedTuple):
    """One of a population: a dossier or a round in it, its stratum, and why it is flagged."""

    item: str
    dossier: str
    stratum: str
    flags: tuple[str, ...] = ()


class Result(NamedTuple):
    """
    What an examination gave: by whom, when, and the number of the finding in the dossier.

    ``because`` says why it is another than the one ``before``.
    """

    result: str
    number: int | None
    account: str
    person: str
    at: datetime
    because: str | None = None
    before: "Result | None" = None

    @property
    def earlier(self) -> "tuple[Result, ...]":
        """What was on record before it, the oldest first."""
        return (*self.before.earlier, self.before) if self.before else ()

    @property
    def turned(self) -> bool:
        """Tell whether it was ever another result."""
        return any(one.result != self.result for one in self.earlier)


class Tally(NamedTuple):
    """How many were examined, how many deviate, how many could not be examined."""

    items: int
    examined: int
    deviations: int
    not_examinable: int

    @property
    def missing(self) -> int:
        """How many have no result yet."""
        return self.items - self.examined

    @property
    def counted(self) -> int:
        """How many count as deviations: of what cannot be examined nobody knows better."""
        return self.deviations + self.not_examinable


class Sample(NamedTuple):
    """
    One sample as it stands.

    ``items`` are those drawn, in the order drawn, each with the stratum it was drawn from;
    ``taken`` is how many of each stratum. ``announcer`` is the person behind the account that
    announced it, in the line at ``log_index`` of the log and ``position`` of the store.
    """

    reference: str
    version: int
    announced: "e.SampleAnnounced"
    announced_at: datetime
    announced_by: str
    announcer: str = ""
    log_index: int = -1
    position: int = 0
    drawn: "e.SampleDrawn | None" = None
    size: int = 0
    taken: tuple[int, ...] = ()
    items: tuple[tuple[str, str], ...] = ()
    results: tuple[tuple[str, Result], ...] = ()
    extended: tuple["e.SampleExtended", ...] = ()
    concluded: "e.SampleConcluded | None" = None
    concluded_at: datetime | None = None
    concluded_by: str | None = None

    @property
    def state(self) -> str:
        """How far it is."""
        if self.concluded is not None:
            return CONCLUDED
        return ANNOUNCED if self.drawn is None else DRAWN

    @property
    def asked(self) -> Assurance:
        """What it is to show."""
        told = self.announced
        return assurance(told.confidence, told.tolerable, told.expected)

    @property
    def strata(self) -> tuple[Part, ...]:
        """Of how many items of each stratum how many are drawn."""
        return tuple(map(Part, self.drawn.of, self.taken)) if self.drawn else ()

    @property
    def flagged(self) -> tuple[str, ...]:
        """Name the items that are examined in any case."""
        return self.drawn.flagged if self.drawn else ()

    @property
    def random(self) -> tuple[str, ...]:
        """Name the items that were drawn."""
        return tuple(item for item, _ in self.items)

    def result_of(self, item: str) -> Result | None:
        """Find the result of an item: the last one holds."""
        return dict(self.results).get(item)

    @property
    def turned(self) -> int:
        """How many items had another result before."""
        return sum(result.turned for _, result in self.results)

    def tally(self, items: tuple[str, ...]) -> Tally:
        """Count the results of some items."""
        known = dict(self.results)
        found = [known[item].result for item in items if item in known]
        return Tally(len(items), len(found), found.count(DEVIATES), found.count(NOT_EXAMINABLE))


def dossier_of(item: str) -> str:
    """Name the dossier an item is, or is a round of."""
    return item.partition("/")[0]
