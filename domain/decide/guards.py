"""
The guards of every act, put together from the regions; each answers with the reasons it fails.

``failing`` evaluates all of them and returns every reason, never only the first.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any

from domain.decide import (
    admission,
    affairs,
    correction,
    custody,
    decision,
    departure,
    ending,
    exception,
    family,
    health,
    identification,
    information,
    iom,
    measures,
    protection,
    remedies,
    removal,
    transfer,
)
from domain.decide.always import ALWAYS, in_time
from domain.decide.attempt import Adds, Attempt, Failing, Guard, Guards, Reasons, RestsOn
from domain.lifecycle import VERSIONS

REGIONS: tuple[Any, ...] = (
    admission,
    information,
    decision,
    remedies,
    protection,
    custody,
    transfer,
    identification,
    iom,
    health,
    measures,
    removal,
    departure,
    family,
    affairs,
    ending,
    exception,
    correction,
)


def failing(attempt: Attempt) -> list[Failing]:
    """Return every guard that does not let the act pass, in the order of the table."""
    return list(_reasons(attempt))


def passes(attempt: Attempt) -> bool:
    """Tell whether no guard stands in the way; stops at the first that does."""
    return next(_reasons(attempt), None) is None


def _reasons(attempt: Attempt) -> Reasons:
    for guard in ALWAYS:
        yield from guard(attempt)
    yield from in_time(attempt, _rests_on(attempt))
    for guard in guards_of(attempt.act, attempt.procedure):
        yield from guard(attempt)


def guards_of(act: str, version: int) -> Iterable[Guard]:
    """List the guards of an act's own, in a version of the procedure."""
    return _own(version).get(act, ())


@cache
def _own(version: int) -> Guards:
    """Put the guards of a version together: what a version says of an act holds from then on."""
    own: Guards = {}
    for number in VERSIONS:
        for region in REGIONS if number <= version else ():
            own |= getattr(region, "GUARDS" if number == 1 else f"GUARDS_FROM_{number}", {})
    return own


def _rests_on(attempt: Attempt) -> Iterator[datetime | None]:
    """
    Name the moments an act cannot precede.

    A dossier is read back in the order in which things happened: an act recorded late
    must have been possible at its own moment, not only now.
    """
    if attempt.state is not None and attempt.act in RESTS_ON:
        yield from RESTS_ON[attempt.act](attempt.state, attempt)


RESTS_ON: RestsOn = {
    act: moments for region in REGIONS for act, moments in getattr(region, "RESTS_ON", {}).items()
}

ADDS: Adds = {
    act: added for region in REGIONS for act, added in getattr(region, "ADDS", {}).items()
}
"""Act → what the dossier or the law knows and the command need not say."""
