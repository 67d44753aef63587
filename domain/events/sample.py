"""Samples of quality control: announced, drawn, extended, examined item by item, concluded."""

from domain.events.base import SampleEvent


class SampleAnnounced(SampleEvent):
    """
    It was said of what a sample is drawn and what it is to show, before anybody knew which.

    ``by`` is what is drawn: a ``dossier``, or a ``round`` of decision. ``centres``, ``since``
    and ``until`` bound the population, ``strata`` divide it. The last three are percentages.
    ``method`` names the way of drawing and judging. What was on record by then is the
    population; the seed comes from what somebody else records next.
    """

    TOPIC = "sample-announced.v1"
    method: str
    by: str
    centres: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    strata: tuple[str, ...] = ()
    confidence: str
    tolerable: str
    expected: str


class SampleDrawn(SampleEvent):
    """
    A sample was drawn: of what, by which seed, and which items.

    The seed follows from the first ``log_size`` events of the log, whose root is ``root``; the
    last of them is the first that somebody else recorded after the announcement.
    ``population`` is the hash of the items that are not flagged, ``of`` how many there are in
    each of the ``strata``, ``taken`` how many of them were drawn, for a ``size`` planned for
    all. ``items`` are those drawn, stratum by stratum; ``flagged`` are examined in any case,
    each for the reasons at the same place in ``flags``.
    """

    TOPIC = "sample-drawn.v1"
    log_size: int
    root: str
    seed: str
    population: str
    strata: tuple[str, ...]
    of: tuple[int, ...]
    taken: tuple[int, ...]
    size: int
    items: tuple[str, ...]
    flagged: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


class SampleExtended(SampleEvent):
    """
    More items were drawn by the same seed; ``examined`` results were known by then.

    ``taken`` is how many are drawn of each stratum now, ``items`` are those that came with it.
    """

    TOPIC = "sample-extended.v1"
    size: int
    taken: tuple[int, ...]
    items: tuple[str, ...]
    examined: int


class SampleItemExamined(SampleEvent):
    """
    An item was examined, perhaps again; ``number`` is that of the finding in its dossier.

    ``because`` says why the result is another than before: it was ``mistyped``, somebody
    ``looked-again``, or there were ``new-facts``.
    """

    TOPIC = "sample-item-examined.v1"
    item: str
    result: str
    number: int | None = None
    because: str | None = None


class SampleConcluded(SampleEvent):
    """
    All items have a result: what may be said of the population from it.

    Of ``drawn`` items ``deviations`` deviate, with ``not_examinable`` that count as such. At
    the confidence ``most`` of the population deviate at most, and of all such acts a share of
    ``rate`` percent. ``met`` tells that this is tolerable. The flagged are counted apart.
    Of all, ``turned`` had another result before; absent where none had.
    """

    TOPIC = "sample-concluded.v1"
    drawn: int
    deviations: int
    not_examinable: int
    most: int
    rate: str
    met: bool
    flagged: int
    flagged_deviations: int
    flagged_not_examinable: int
    turned: int | None = None
