"""
The guards of every act, region by region; each answers with the reasons it fails.

``failing`` evaluates all of them and returns every reason, never only the first. A region
is read when an act of it is judged, as its words are: see :mod:`domain.regions`.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any, cast

from domain import regions
from domain.commands import WORDS
from domain.decide.access import SHUT_OUT
from domain.decide.always import ALWAYS, in_time
from domain.decide.attempt import Add, Attempt, Failing, Guard, Moments, Reasons
from domain.decide.exception import overridden
from domain.lifecycle import VERSIONS
from domain.lifecycle.stages import FIRST, SECOND

ELSEWHERE = {
    "ForceMedicalExamination": "coercion",
    "UseCoercion": "coercion",
    "ReportCoercion": "coercion",
    "ReviewCoercion": "coercion",
    "ScheduleRemoval": "departure",
    "StartAttempt": "departure",
    "CheckConditions": "departure",
    "ConfirmDeparture": "departure",
}
"""Act → what has a say in it beside its own region, and is read for it alone."""

_APART = {"measures": "coercion", "removal": "departure"}

REGIONS = tuple(each for region in regions.REGIONS for each in (region, _APART.get(region)) if each)
"""The regions, and what stands apart from one, in the order of the procedure."""


def failing(attempt: Attempt) -> list[Failing]:
    """Return every guard that does not let the act pass, in the order of the table, once each."""
    found: dict[tuple[str, str], Failing] = {}
    for reason in _reasons(attempt):
        found.setdefault((reason.rule, reason.why), reason)
    return list(found.values())


def passes(attempt: Attempt) -> bool:
    """Tell whether no guard stands in the way; stops at the first that does."""
    return next(_reasons(attempt), None) is None


def _reasons(attempt: Attempt) -> Reasons:
    """Give every reason but those that two persons let give way for this act."""
    given_way = overridden(attempt)
    for reason in _every(attempt):
        if reason.rule not in given_way:
            yield reason
            yield from _by_delegation(attempt, reason)


def _by_delegation(attempt: Attempt, reason: Failing) -> Reasons:
    """SEP-07: say of a reason about separation that it is one through a delegation."""
    actor, person = attempt.context.actor, reason.values.get("person")
    if actor and reason.rule.startswith("SEP-") and person not in (None, actor.person):
        yield Failing(
            "SEP-07",
            "{account} stands in for {person}, or was stood in for",
            {"account": actor.account, "person": person},
            about_people=True,
        )


def _every(attempt: Attempt) -> Reasons:
    over = False
    for guard in ALWAYS:
        found = list(guard(attempt))
        yield from found
        if any(reason.rule == SHUT_OUT for reason in found):
            return  # whoever may not read the dossier learns nothing more of it
        over = over or any(reason.rule == "ORD-04" for reason in found)
    if over and attempt.procedure >= SECOND:
        return  # the plans and terms of a trajectory ended with it: of them nothing is to be said
    yield from in_time(attempt, _rests_on(attempt))
    own = guards_of(attempt.act, attempt.procedure)
    if attempt.context.members:
        stops = guards_of("ConfirmDeparture", attempt.procedure)
        attempt = attempt._replace(guards=tuple(guard for guard in own if guard in stops))
    for guard in own:
        yield from guard(attempt)


@cache
def guards_of(act: str, version: int) -> tuple[Guard, ...]:
    """List an act's own guards: what a version of the procedure says of it holds from then on."""
    for number in sorted(VERSIONS, reverse=True):
        table = "GUARDS" if number == FIRST else f"GUARDS_FROM_{number}"
        if number <= version and (own := _told_of(act, table)) is not None:
            return cast("tuple[Guard, ...]", own)
    return ()


def adds_of(act: str) -> Add | None:
    """Return what says what the dossier or the law knows and a command need not say."""
    return cast("Add | None", _told_of(act, "ADDS"))


def _rests_on(attempt: Attempt) -> Iterator[datetime | None]:
    """
    Name the moments an act cannot precede.

    A dossier is read back in the order in which things happened: an act recorded late
    must have been possible at its own moment, not only now.
    """
    if attempt.state is None:
        return
    moments = cast("Moments | None", _told_of(attempt.act, "RESTS_ON"))
    if moments is not None:
        yield from moments(attempt.state, attempt)


@cache
def _told_of(act: str, table: str) -> object:
    """Find what the region of an act, or another that has a say in it, tells of the act."""
    for name in (_REGION_OF.get(act), ELSEWHERE.get(act)):
        told = getattr(_region(name), table, {}) if name else {}
        if act in told:
            return told[act]
    return None


def every_region() -> Iterator[Any]:
    """Go through all regions, in the order of the procedure."""
    return map(_region, REGIONS)


@cache
def _region(name: str) -> Any:
    """Read what a region says when it is asked the first time: to judge one act takes few."""
    return import_module(f"domain.decide.{name}")


_REGION_OF = {act: region for region, acts in WORDS.items() for act in acts}
