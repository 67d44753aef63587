"""A sample of quality control, folded from the lines of its stream. Nothing here refuses."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from domain import events as e
from domain.record import SAMPLE, Recorded
from domain.state.sample import Result, Sample


def sample(lines: Iterable[Recorded]) -> Sample | None:
    """Fold the stream of a sample; ``None`` when nothing was announced."""
    found: Sample | None = None
    for line in lines:
        if isinstance(line.event, e.SampleAnnounced):
            found = found or _announced(line, line.event)
        elif found is not None and (change := _CHANGES.get(type(line.event))):
            found = change(found, line, line.event)._replace(version=line.version)
    return found


def _announced(line: Recorded, event: "e.SampleAnnounced") -> Sample:
    reference = line.stream.removeprefix(SAMPLE)
    who, at = line.account, line.occurred_at
    where = line.log_index, line.position
    return Sample(reference, line.version, event, at, who, line.person, *where)


def _drawn(now: Sample, _line: Recorded, event: "e.SampleDrawn") -> Sample:
    items = tuple(by_stratum(event.strata, event.taken, event.items))
    return now._replace(drawn=event, size=event.size, taken=event.taken, items=items)


def _extended(now: Sample, _line: Recorded, event: "e.SampleExtended") -> Sample:
    strata = now.drawn.strata if now.drawn else ()
    more = tuple(after - before for after, before in zip(event.taken, now.taken, strict=False))
    items = (*now.items, *by_stratum(strata, more, event.items))
    told = (*now.extended, event)
    return now._replace(size=event.size, taken=event.taken, items=items, extended=told)


def by_stratum(
    strata: Iterable[str], taken: Iterable[int], items: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Say of items told stratum by stratum which each is of."""
    left = iter(items)
    for stratum, number in zip(strata, taken, strict=False):
        yield from ((item, stratum) for item in islice(left, number))


def _examined(now: Sample, line: Recorded, event: "e.SampleItemExamined") -> Sample:
    who = line.account, line.person, line.occurred_at
    before = now.result_of(event.item)
    result = Result(event.result, event.number, *who, event.because, before)
    results = dict(now.results) | {event.item: result}
    return now._replace(results=tuple(results.items()))


def _concluded(now: Sample, line: Recorded, event: "e.SampleConcluded") -> Sample:
    who, at = line.account, line.occurred_at
    return now._replace(concluded=event, concluded_at=at, concluded_by=who)


_CHANGES: dict[type[e.Event], Any] = {
    e.SampleDrawn: _drawn,
    e.SampleExtended: _extended,
    e.SampleItemExamined: _examined,
    e.SampleConcluded: _concluded,
}
