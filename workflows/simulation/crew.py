"""The people of a simulated centre: fictional, and named so that nobody takes them for real."""

from functools import cache
from math import ceil
from typing import NamedTuple

from domain.rules import Place
from domain.values import Function
from workflows.simulation.figures import number

REGISTRAR = "sim.registrar"
"""The account that founds a simulated store and takes its registers in."""


class Colleague(NamedTuple):
    """An account, the fictional person behind it and in what capacity that person acts."""

    account: str
    person: str
    function: Function


class Crew(NamedTuple):
    """The accounts of a centre, by what they do there; ``doubles`` are second accounts."""

    coaches: tuple[str, ...]
    assistants: tuple[str, ...]
    officers: tuple[str, ...]
    doctor: str
    director: str
    doubles: dict[str, str]
    members: tuple[Colleague, ...]


OFFICE = (
    Colleague(REGISTRAR, "SIM-00", Function.REGISTRAR),
    Colleague("sim.quality", "SIM-01", Function.QUALITY_CONTROLLER),
    Colleague("sim.auditor", "SIM-02", Function.AUDITOR),
)
"""Who works for all centres; the registrar first."""


@cache
def crew_of(place: Place) -> Crew:
    """
    Staff a centre: coaches by its places, two who prepare, two who decide, a doctor, a director.

    Who prepares also has a second account that may decide, as in real offices; only a
    planted breach uses it.
    """
    coaches = max(2, ceil(place.places / number("places.a-coach")))
    posts = [
        *(("coach", n, Function.COACH) for n in range(1, coaches + 1)),
        *(("assistant", n, Function.MIGRATION_ASSISTANT) for n in (1, 2)),
        *(("officer", n, Function.MIGRATION_OFFICER) for n in (1, 2)),
        ("doctor", 1, Function.DOCTOR),
        ("director", 1, Function.CENTRE_DIRECTOR),
    ]
    code = place.code
    members = [
        Colleague(f"sim.{code.lower()}.{post}{n}", f"SIM-{code}-{at:02}", function)
        for at, (post, n, function) in enumerate(posts, start=1)
    ]
    doubles = [
        one._replace(account=f"{one.account}.second", function=Function.MIGRATION_OFFICER)
        for one in members
        if one.function is Function.MIGRATION_ASSISTANT
    ]
    return Crew(
        coaches=_accounts(members, Function.COACH),
        assistants=_accounts(members, Function.MIGRATION_ASSISTANT),
        officers=_accounts(members, Function.MIGRATION_OFFICER),
        doctor=_accounts(members, Function.DOCTOR)[0],
        director=_accounts(members, Function.CENTRE_DIRECTOR)[0],
        doubles={one.account.removesuffix(".second"): one.account for one in doubles},
        members=(*members, *doubles),
    )


def _accounts(members: list[Colleague], function: Function) -> tuple[str, ...]:
    return tuple(one.account for one in members if one.function is function)
