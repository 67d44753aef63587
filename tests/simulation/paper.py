"""A simulated year carried out on paper: judged by the rules, with no store taking part."""

from collections.abc import Iterable, Iterator

from domain import commands as c
from domain.authority import Actor, role_for
from domain.decide import Context, decide
from domain.record import Recorded
from domain.rules import RULE_SET, Place, places
from domain.trajectory import amend, replay
from domain.values import Function
from workflows.handle import fitted
from workflows.simulation.crew import crew_of
from workflows.simulation.plan import Act, Plan
from workflows.simulation.year import Wish, plans

CLOSED = tuple(place for place in places() if place.kind == "closed")
FAMILY = tuple(place for place in places() if place.kind == "family units")


def planned(
    dossiers: int, *, seed: str = "1", year: int = 2025, at: tuple[Place, ...] = ()
) -> list[Plan]:
    """Plan a lawful year, every stay to its end."""
    return list(plans(Wish(year, seed, dossiers, at or places())))


def on_paper(plan: Plan) -> list[Recorded]:
    """Put a plan to the rules, act by act as it is typed; raises what ``decide`` raises."""
    lines: list[Recorded] = []
    for version, act in enumerate(plan.acts, start=1):
        lines += _judged(plan, act, version, lines)
    return lines


def _judged(plan: Plan, act: Act, version: int, lines: list[Recorded]) -> Iterator[Recorded]:
    actor = _actor(plan, act.account)
    target = _named(act, amend(lines))
    asked = act.command
    command = fitted(asked, target) if isinstance(asked, c.CorrectRecord) else asked
    context = Context(act.at, act.typed, actor, target=target)
    for event in decide(replay(lines), command, context):
        yield Recorded(
            stream=plan.dossier,
            version=version,
            event=event,
            occurred_at=act.at,
            recorded_at=act.typed,
            account=actor.account,
            person=actor.person,
            role=role_for(actor, type(command).__name__) or Function.UNLISTED,
            command_id=f"{plan.dossier}/{act.step}",
            rule_set=RULE_SET,
            log_index=version - 1,
        )


def _actor(plan: Plan, account: str) -> Actor:
    (member,) = [one for one in crew_of(plan.place).members if one.account == account]
    return Actor(account, member.person, frozenset({member.function}))


def _named(act: Act, lines: Iterable[Recorded]) -> Recorded | None:
    if not isinstance(act.command, c.CorrectRecord):
        return None
    version = act.command.corrects
    return next((line for line in lines if line.version == version), None)
