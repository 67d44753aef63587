"""
What can be asked of a family at once: which commands it comes to, dossier by dossier.

What is asked names a dossier or several; who else is meant is read from their families when
it is judged, by :mod:`workflows.together`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from domain import commands as c
from domain.decide import Attempt, Context
from domain.decide.birth import eighteenth_birthday
from domain.decide.places import child_may_stay
from domain.errors import BadInput
from domain.lifecycle import ENDED, allows
from domain.rules import place
from domain.rules.calendar import brussels_day
from domain.state.family import CHILD, DISPUTED
from domain.trajectory import Trajectory
from domain.values import Identity, Sex

States = Mapping[str, Trajectory]
Build = Callable[[States, datetime], Sequence[c.Command]]
"""Makes the commands out of the dossiers as they are; ``UnknownDossier`` names one that is not."""

_CARING = ("parent", "guardian")
"""Roles in which somebody has parental authority over the children of the family."""


class Joint(NamedTuple):
    """An act in several dossiers: what is asked of the first, and what makes the rest of it."""

    act: str
    said: Mapping[str, object]
    build: Build
    named: tuple[str, ...]


def for_the_family(command: c.Command) -> Joint:
    """
    Ask for the same act in the dossier of every member that has not ended.

    Whom an authorised separation keeps apart from the first is not meant: each of them goes
    on alone. Where the first has ended, as to be closed, those are meant from whose end it may
    follow too.
    """
    act = type(command).__name__
    if act in ("OpenTrajectory", "CorrectRecord"):
        raise BadInput("this act is of one dossier alone; leave --family out")

    def build(states: States, _at: datetime) -> list[c.Command]:
        first = states[command.dossier]
        if not first.family.members:
            raise BadInput("{dossier} belongs to no family on record", dossier=command.dossier)
        others = [one for one in first.family.together if one in states]
        if first.stage in ENDED:
            meant = [one for one in others if _may_follow(states[one], act)]
        else:
            meant = [one for one in others if _runs(states, one)]
        return [command.model_copy(update={"dossier": one}) for one in (command.dossier, *meant)]

    return Joint(act, vars(command), build, (command.dossier,))


def link(
    roles: Mapping[str, str],
    family: str | None = None,
    majorities: Mapping[str, str] | None = None,
    remark: Identity | None = None,
) -> Joint:
    """Link dossiers as one family, each in its role; who belongs to it already stays in it."""
    first = next(iter(roles))

    def build(states: States, _at: datetime) -> list[c.Command]:
        known = {one: states[one].family for one in roles}
        found = next((each.id for each in known.values() if each.id), None)
        name = family or found or _new_number(states[first])
        every = dict.fromkeys([*roles, *(m for each in known.values() for m in each.members)])
        there = [one for one in every if one in roles or _runs(states, one)]
        as_what = {one: roles.get(one) or states[one].family.role or "other" for one in there}
        minors = [one for one in there if _is_or_becomes_minor(states[one], as_what[one])]
        caring = [one for one in there if as_what[one] in _CARING]
        return [
            c.LinkFamily(
                dossier=one,
                family=name,
                role=as_what[one],
                members=_but(there, one),
                minors=_but(minors, one),
                carers=_but(caring, one) if as_what[one] == CHILD else (),
                majority_on=(majorities or {}).get(one),
                remark=remark,
            )
            for one in there
        ]

    said = {"dossier": first, "role": roles[first], "family": family}
    return Joint("LinkFamily", said, build, tuple(roles))


def unlink(dossier: str, members: tuple[str, ...] = (), **said: object) -> Joint:
    """Take a dossier out of its family, or away from some of its members."""

    def usual(states: States) -> tuple[str, ...]:
        return states[dossier].family.members

    asked = _both_ways("UnlinkFamily", dossier, members, said, usual)

    def build(states: States, at: datetime) -> Sequence[c.Command]:
        if _leaves_two(states, dossier, members or usual(states)):
            raise BadInput(
                "this would leave two families under one number; take each resident out of "
                "{family} alone, then link those who belong together",
                family=states[dossier].family.id,
            )
        return asked.build(states, at)

    return asked._replace(build=build)


def birth(
    dossier: str,
    child: str,
    day: date | None = None,
    *,
    name: Identity | None = None,
    born_on: Identity | None = None,
    sex: Sex | None = None,
    remark: Identity | None = None,
) -> Joint:
    """
    Record a birth in every dossier of the family, and open the child's own, linked with them.

    Where the child may not stay the birth is recorded all the same, and the duty to move the
    family at once begins; the child's dossier is then opened where it may be.
    """

    def build(states: States, at: datetime) -> list[c.Command]:
        mother = states[dossier]
        there = [dossier, *_running(states, mother.family.members)]
        eighteen = eighteenth_birthday(day or brussels_day(at)).isoformat()
        known: dict[str, Any] = {
            "family": mother.family.id or _new_number(mother),
            "majority_on": eighteen,
            "remark": remark,
        }
        told: list[c.Command] = [
            c.RecordBirth(dossier=one, child=child, name=name, born_on=born_on, **known)
            for one in there
        ]
        opened = c.OpenTrajectory(
            dossier=child,
            centre=str(mother.centre),
            sex=sex,
            name=name,
            born_on=born_on,
            age="minor",
            unaccompanied=False,
        )
        if not _may_stay(opened, at):
            return told
        linked = c.LinkFamily(
            dossier=child,
            role=CHILD,
            members=tuple(there),
            minors=tuple(one for one in there if states[one].is_minor),
            carers=tuple(one for one in there if one == dossier or _is_parent(states[one], mother)),
            **known,
        )
        return [*told, opened, linked]

    return Joint("RecordBirth", {"dossier": dossier, "child": child}, build, (dossier,))


def of_age(act: str, dossier: str, **said: object) -> Joint:
    """Record what is now known of a resident's age, in that dossier and in those of the family."""

    def build(states: States, _at: datetime) -> list[c.Command]:
        shape = getattr(c, act)
        others = _running(states, states[dossier].family.members)
        of_members = [shape(dossier=one, member=dossier, **said) for one in others]
        untold = [one for one in of_members if dossier not in states[one.dossier].family.minors]
        if act == "DisputeAge" and states[dossier].age == DISPUTED and untold:
            return untold  # a birth put it in doubt, which the dossiers of the family do not know
        return [shape(dossier=dossier, **said), *of_members]

    return Joint(act, {"dossier": dossier} | said, build, (dossier,))


def propose_separation(dossier: str, members: tuple[str, ...], **said: object) -> Joint:
    """Propose that a resident and some members, or all, be apart."""

    def together(states: States) -> tuple[str, ...]:
        return _running(states, states[dossier].family.together)

    return _both_ways("ProposeSeparation", dossier, members, said, together)


def decide_separation(act: str, dossier: str, **said: object) -> Joint:
    """Authorise or refuse the separation that was proposed, from whom it was proposed."""

    def proposed(states: States) -> tuple[str, ...]:
        wish = states[dossier].family.separation
        return _running(states, wish.members if wish else ())

    return _both_ways(act, dossier, (), said, proposed)


def reunite(dossier: str, members: tuple[str, ...] = (), **said: object) -> Joint:
    """Record that a resident and some members who were apart, or all, are together again."""

    def apart(states: States) -> tuple[str, ...]:
        return _running(states, states[dossier].family.apart)

    return _both_ways("ReuniteFamily", dossier, members, said, apart)


def _both_ways(
    act: str,
    dossier: str,
    members: tuple[str, ...],
    said: Mapping[str, object],
    usual: Callable[[States], tuple[str, ...]],
) -> Joint:
    """Ask for an act between a resident and members, and between each of them and the resident."""

    def build(states: States, _at: datetime) -> list[c.Command]:
        shape = getattr(c, act)
        others = members or usual(states)
        return [
            shape(dossier=dossier, members=others, **said),
            *(
                shape(dossier=one, members=(dossier,), **said)
                for one in _running(states, others)
                if dossier in states[one].family.members
            ),
        ]

    return Joint(act, {"dossier": dossier} | dict(said), build, (dossier,))


def _leaves_two(states: States, dossier: str, others: Sequence[str]) -> bool:
    """Tell whether an unlinking parts a family in two that know nothing of each other."""
    known = {one: set(state.family.members) for one, state in states.items()}
    known[dossier] -= set(others)
    for one in others:
        known.get(one, set()).discard(dossier)
    left = {one for one in known if known[one] and _runs(states, one)}
    return bool(left) and not left <= _linked_with(next(iter(left)), known)


def _linked_with(one: str, known: Mapping[str, set[str]]) -> set[str]:
    """Return all who are linked with somebody, be it by others; whichever of two knows it."""
    links = {
        here: {*known[here], *(each for each in known if here in known[each])} for here in known
    }
    reached, more = {one}, links[one]
    while more:
        reached |= more
        more = {other for here in more for other in links.get(here, ())} - reached
    return reached


def _new_number(first: Trajectory) -> str:
    """Say what number a family begins with: its first dossier's, if that left no other family."""
    left = first.family.unlinked is not None
    return f"{first.dossier}-{first.version}" if left else first.dossier


def _is_or_becomes_minor(state: Trajectory, role: str) -> bool:
    return state.is_minor or (role == CHILD and state.age is None)


def _is_parent(state: Trajectory, mother: Trajectory) -> bool:
    """Tell the other parent: a partner, or a parent beside one who is not a child there herself."""
    return mother.family.role != CHILD and state.family.role in (*_CARING, "partner")


def _may_stay(opened: c.OpenTrajectory, at: datetime) -> bool:
    where = place(opened.centre)
    attempt = Attempt(None, "OpenTrajectory", Context(at, at), opened)
    return where is not None and not any(child_may_stay(attempt, where))


def _may_follow(state: Trajectory, act: str) -> bool:
    return state.stage in ENDED and allows(state.stage, act, state.procedure)


def _running(states: States, dossiers: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in dossiers if _runs(states, one))


def _runs(states: States, dossier: str) -> bool:
    return dossier in states and states[dossier].stage not in ENDED


def _but(dossiers: Iterable[str], one: str) -> tuple[str, ...]:
    return tuple(other for other in dossiers if other != one)
