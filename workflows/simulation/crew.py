"""The people of a simulated centre: fictional, and named so that nobody takes them for real."""

from functools import cache
from math import ceil
from typing import NamedTuple

from domain.rules import Place
from domain.values import Function
from workflows.simulation.figures import number

REGISTRAR = "sim.registrar"
"""The account that founds a simulated store and takes its registers in."""

REMOVAL_DIRECTOR = "sim.removal-director"
MINISTER = "sim.minister"


class Colleague(NamedTuple):
    """An account, the fictional person behind it and in what capacity that person acts."""

    account: str
    person: str
    function: Function


class Crew(NamedTuple):
    """The accounts of a centre, by what they do there; ``members`` have the second ones too."""

    coaches: tuple[str, ...]
    attache: str
    assistants: tuple[str, ...]
    officers: tuple[str, ...]
    doctor: str
    nurse: str
    guards: tuple[str, ...]
    driver: str
    director: str
    members: tuple[Colleague, ...]


OFFICE = (
    Colleague(REGISTRAR, "SIM-00", Function.REGISTRAR),
    Colleague("sim.quality", "SIM-01", Function.QUALITY_CONTROLLER),
    Colleague("sim.auditor", "SIM-02", Function.AUDITOR),
    Colleague(REMOVAL_DIRECTOR, "SIM-03", Function.REMOVAL_DIRECTOR),
    Colleague(MINISTER, "SIM-04", Function.MINISTER),
)
"""Who works for all centres; the registrar first."""


@cache
def crew_of(place: Place) -> Crew:
    """
    Staff a centre: coaches by its places, two who prepare, two who decide, and one or two more.

    Who prepares also has a second account that may decide, as in real offices; only a
    planted breach uses it.
    """
    coaches = max(2, ceil(place.places / number("places.a-coach")))
    posts = [
        *(("coach", n, Function.COACH) for n in range(1, coaches + 1)),
        ("attache", 1, Function.ATTACHE_COACH),
        *(("assistant", n, Function.MIGRATION_ASSISTANT) for n in (1, 2)),
        *(("officer", n, Function.MIGRATION_OFFICER) for n in (1, 2)),
        ("doctor", 1, Function.DOCTOR),
        ("nurse", 1, Function.NURSE),
        *(("guard", n, Function.SECURITY) for n in (1, 2)),
        ("driver", 1, Function.TRANSFER),
        ("director", 1, Function.CENTRE_DIRECTOR),
    ]
    code = place.code
    members = [
        Colleague(f"sim.{code.lower()}.{post}{n}", f"SIM-{code}-{at:02}", function)
        for at, (post, n, function) in enumerate(posts, start=1)
    ]
    doubles = [
        one._replace(account=second_account(one.account), function=Function.MIGRATION_OFFICER)
        for one in members
        if one.function is Function.MIGRATION_ASSISTANT
    ]
    return Crew(
        coaches=_accounts(members, Function.COACH),
        attache=_accounts(members, Function.ATTACHE_COACH)[0],
        assistants=_accounts(members, Function.MIGRATION_ASSISTANT),
        officers=_accounts(members, Function.MIGRATION_OFFICER),
        doctor=_accounts(members, Function.DOCTOR)[0],
        nurse=_accounts(members, Function.NURSE)[0],
        guards=_accounts(members, Function.SECURITY),
        driver=_accounts(members, Function.TRANSFER)[0],
        director=_accounts(members, Function.CENTRE_DIRECTOR)[0],
        members=(*members, *doubles),
    )


def second_account(account: str) -> str:
    """Name the account somebody who prepares has beside this one."""
    return f"{account}.second"


def successor(account: str, old: Place, new: Place) -> str:
    """Name who does at another place what an account did here; the Office stays who it is."""
    prefix = f"sim.{old.code.lower()}."
    if not account.startswith(prefix):
        return account
    post = account.removeprefix(prefix)
    name, nth = post.rstrip("0123456789"), post.lstrip("abcdefghijklmnopqrstuvwxyz")
    there = [
        one.account
        for one in crew_of(new).members
        if one.account.startswith(f"sim.{new.code.lower()}.{name}")
        and not one.account.endswith(".second")
    ]
    return there[(int(nth) - 1) % len(there)]


def _accounts(members: list[Colleague], function: Function) -> tuple[str, ...]:
    return tuple(one.account for one in members if one.function is function)
