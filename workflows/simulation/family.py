"""A family: one course, each with a dossier; what they do at once is recorded at once."""

from datetime import date, timedelta
from random import Random
from typing import Any

from domain import commands as c
from domain.decide.birth import eighteenth_birthday
from domain.state.family import MINOR
from domain.values import Sealed
from workflows.simulation.arrival import somebody
from workflows.simulation.stay import Act, Plan, Way, together


def family_of(first: Plan, numbers: list[str], adults: int, dice: Random) -> list[Plan]:
    """Copy the plan of the first member for the others, who do all a little later."""
    members = [first._replace(family=first.dossier)]
    for nth, dossier in enumerate(numbers[1:], start=1):
        minor = nth >= adults
        person = somebody(dice, first.place, first.arrived, minor=minor)
        members.append(_beside(first, dossier, timedelta(minutes=2 * nth), person, minor=minor))
    if len(members) == 1:
        return [first]
    links = _links(members)
    members = [_linked(plan, links[plan.dossier]) for plan in members]
    return [_with_others(members), *members[1:]]


def _beside(
    first: Plan, dossier: str, later: timedelta, person: dict[str, Any], *, minor: bool
) -> Plan:
    acts = []
    for act in first.acts:
        command = _for_another(act.command, first.dossier, dossier, person, minor=minor)
        if together(act.step):
            acts.append(act._replace(command=command, way=Way.WITH_FIRST))
        else:
            at, typed = act.at + later, act.typed + later
            acts.append(act._replace(command=command, at=at, typed=typed))
    arrived = first.arrived + later
    return first._replace(dossier=dossier, arrived=arrived, acts=tuple(acts), family=first.dossier)


def _for_another(
    command: c.Command, first: str, dossier: str, person: dict[str, Any], *, minor: bool
) -> c.Command:
    """Ask the same for another member of the family, under that member's own numbers."""
    changed: dict[str, Any] = {"dossier": dossier}
    for name in ("reference", "inventory", "alert"):
        if own := getattr(command, name, None):
            changed[name] = own.replace(first, dossier)
    match command:
        case c.OpenTrajectory():
            changed |= person
        case c.PerformSearch():
            changed["agent_sex"] = person["sex"]
        case c.SignDeclaration() if minor:
            changed["guardian_present"] = True
        case c.HoldHearing() if minor:
            return c.WaiveHearing(
                dossier=dossier,
                about=command.about,
                reason="special-circumstances",
                explanation=Sealed.of("simulated: a child; the parents were heard"),
            )
    return command.model_copy(update=changed)


def _links(members: list[Plan]) -> dict[str, c.LinkFamily]:
    """Say of each member who the others are: who is a minor, who cares for whom."""
    numbers = [plan.dossier for plan in members]
    born = {plan.dossier: _minor_born_on(plan) for plan in members}
    minors = [one for one in numbers if born[one]]
    caring = [one for one in numbers if not born[one]]

    def but(several: list[str], one: str) -> tuple[str, ...]:
        return tuple(other for other in several if other != one)

    return {
        one: c.LinkFamily(
            dossier=one,
            family=members[0].dossier,
            role="child" if day else "parent",
            members=but(numbers, one),
            minors=but(minors, one),
            carers=tuple(caring) if day else (),
            majority_on=eighteenth_birthday(day).isoformat() if day else None,
        )
        for one, day in born.items()
    }


def _minor_born_on(plan: Plan) -> date | None:
    opened = plan.acts[0].command
    if not isinstance(opened, c.OpenTrajectory) or opened.age != MINOR:
        return None
    return date.fromisoformat(str(opened.born_on.clear)) if opened.born_on else None


def _linked(plan: Plan, link: c.LinkFamily) -> Plan:
    return plan._replace(
        acts=tuple(act._replace(command=link) if act.step == "link" else act for act in plan.acts)
    )


def _with_others(members: list[Plan]) -> Plan:
    """Give the acts a family does at once, in the plan of the first, those of the others."""
    first = members[0]

    def joined(at: int, act: Act) -> Act:
        if not together(act.step):
            return act
        return act._replace(others=tuple(plan.acts[at].command for plan in members[1:]))

    return first._replace(acts=tuple(joined(at, act) for at, act in enumerate(first.acts)))
