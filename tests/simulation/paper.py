"""A simulated year carried out on paper: judged by the rules, with no store taking part."""

from collections.abc import Iterable, Iterator
from heapq import merge

from domain import commands as c
from domain.authority import Actor, role_for
from domain.decide import Context, decide
from domain.record import Recorded
from domain.rules import RULE_SET, Place, places
from domain.trajectory import Trajectory, amend, evolve, replay
from domain.values import Function
from workflows.handle import fitted
from workflows.simulation.crew import OFFICE, crew_of
from workflows.simulation.plan import Act, Plan
from workflows.simulation.year import Wish, plans

CLOSED = tuple(place for place in places() if place.kind == "closed")
FAMILY = tuple(place for place in places() if place.kind == "family units")
EVERYBODY = {
    one.account: one for one in [*OFFICE, *(m for each in places() for m in crew_of(each).members)]
}


def planned(
    dossiers: int, *, seed: str = "1", year: int = 2025, at: tuple[Place, ...] = ()
) -> list[Plan]:
    """Plan a lawful year, every stay to its end."""
    return list(plans(Wish(year, seed, dossiers, at or places())))


def on_paper(several: Iterable[Plan]) -> dict[str, list[Recorded]]:
    """Put plans to the rules, act by act as they are typed; raises what ``decide`` raises."""
    paper = Paper(several)
    for plan, act in paper.in_order():
        paper.put(plan, act)
    return paper.lines


class Paper:
    """The dossiers of a year, as far as it has come."""

    def __init__(self, several: Iterable[Plan]) -> None:
        self.plans = list(several)
        self.lines: dict[str, list[Recorded]] = {plan.dossier: [] for plan in self.plans}
        self.states: dict[str, Trajectory] = {}

    def in_order(self) -> Iterator[tuple[Plan, Act]]:
        """Give the acts of all plans as they are typed; of one plan always in its own order."""
        acts = (
            [(act.typed, plan.dossier, at, plan, act) for at, act in enumerate(plan.acts)]
            for plan in self.plans
        )
        for *_, plan, act in merge(*acts, key=lambda row: row[:3]):
            yield plan, act

    def put(self, plan: Plan, act: Act) -> None:
        """Judge an act on its dossier, and those recorded with it on theirs; then record all."""
        if not act.alone and not act.others:
            return  # recorded with that of the first of the family
        asked = (act.command, *act.others)
        together = tuple(command.dossier for command in asked) if act.others else ()
        new = [line for command in asked for line in self._judged(command, act, together)]
        for line in new:
            self.lines[line.stream].append(line)
            after = evolve(self.states.get(line.stream), line)
            assert after is not None
            self.states[line.stream] = after

    def _judged(self, asked: c.Command, act: Act, together: tuple[str, ...]) -> Iterator[Recorded]:
        actor, lines = _actor(act.account), self.lines[asked.dossier]
        target = _named(asked, amend(lines))
        command = fitted(asked, target) if isinstance(asked, c.CorrectRecord) else asked
        state = replay(lines)
        members = tuple(self.states[one] for one in state.family.members) if state else ()
        context = Context(
            act.at, act.typed, actor, target=target, members=members, together=together
        )
        for event in decide(state, command, context):
            yield Recorded(
                stream=asked.dossier,
                version=len(lines) + 1,
                event=event,
                occurred_at=act.at,
                recorded_at=act.typed,
                account=actor.account,
                person=actor.person,
                role=role_for(actor, type(command).__name__) or Function.UNLISTED,
                command_id=f"{asked.dossier}/{act.step}",
                rule_set=RULE_SET,
                log_index=len(lines),
            )


def _actor(account: str) -> Actor:
    member = EVERYBODY[account]
    return Actor(account, member.person, frozenset({member.function}))


def _named(asked: c.Command, lines: Iterable[Recorded]) -> Recorded | None:
    if not isinstance(asked, c.CorrectRecord):
        return None
    return next((line for line in lines if line.version == asked.corrects), None)
