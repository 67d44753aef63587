"""What would pass now in a dossier, and what stands in the way of the rest."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cli.base import Desk, command, dossier_argument, print_json
from cli.look import history, members_of, now, reader_at
from cli.render import guard_json, guard_lines, mark_of
from cli.steps import STEPS, command_named
from cli.words import colon, say
from domain.errors import BadInput

if TYPE_CHECKING:
    from domain.decide import Failing
    from domain.decide.unlocking import Unlocking
    from domain.record import Recorded
    from domain.trajectory import Trajectory
    from workflows.separation import Decider


@command("can")
@dossier_argument
@click.argument("step", nargs=-1)
def can(desk: Desk, dossier: str, step: tuple[str, ...]) -> None:
    """Tell which steps would pass now, and the rules in the way of the others; records nothing."""
    lines = history(desk, dossier)
    answers = list(_asked(desk, lines, _acts(step)))
    if desk.as_json:
        print_json([_answer_json(one) for one in answers])
    elif step:
        for one in answers:
            _tell_why(one)
    else:
        _tell_what(answers)


class _Answer(NamedTuple):
    """
    A step, what stands in its way, and from when a departure it plans is not held back.

    Of a step that decides what another prepared, ``deciders`` are all who may, by who they are.
    """

    act: str
    failures: "list[Failing]"
    later: "Unlocking | None" = None
    deciders: "list[Decider] | None" = None

    @property
    def typed(self) -> str:
        return STEPS[self.act]


def _tell_what(answers: list[_Answer]) -> None:
    """List the steps that follow and are for the functions of who asks; or say that none is."""
    told = False
    for one in answers:
        rules = _named(one.failures)
        if not _NOT_WORTH_A_LINE.intersection(failing.rule for failing in one.failures):
            click.echo(f"✗ {one.typed}{colon()} {rules}" if rules else f"✓ {one.typed}")
            if one.deciders is not None:
                click.echo(f"  {_who_may(one.deciders)}")
            told = True
    if not told:
        click.echo(say("no step that may follow is for this function"))


_NOT_WORTH_A_LINE = {"ORD-01", "ORD-04", "ORD-05", "ORD-06", "AUT-02"}
"""Rules of a step that does not follow from where the dossier is, or is for other functions."""


def _named(failures: "Iterable[Failing]") -> str:
    """Name the rules in the way, each once and with how sure it is."""
    ids = dict.fromkeys(failing.rule for failing in failures)
    return ", ".join(f"{each} [{mark}]" if (mark := mark_of(each)) else each for each in ids)


def _acts(step: tuple[str, ...]) -> list[str]:
    """Return the act of a step that was typed, or every act there is."""
    if not step:
        return list(STEPS)
    found = command_named(" ".join(step))
    if found is None:
        raise BadInput("there is no step {step}", step=" ".join(step))
    return [found]


def _asked(desk: Desk, lines: "list[Recorded]", acts: list[str]) -> "Iterator[_Answer]":
    """Put each act to the dossier; for somebody who may not act, what the procedure alone says."""
    from domain.decide import Attempt, Context, failing
    from domain.lifecycle.separation import waits
    from domain.trajectory import involved, replay
    from workflows.separation import deciders

    state = replay(lines)
    at = max(now(), state.latest) if state else now()
    members = members_of(desk, state)
    context = Context(at=at, now=at, actor=reader_at(desk), members=members)
    persons = involved(lines)
    happened = [type(line.event).__name__ for line in lines]
    for act in acts:
        later = _held_back(state, at, members) if act == "ScheduleRemoval" else None
        failures = failing(Attempt(state, act, context))
        found = None
        if state is not None and waits(happened, act):
            found = list(deciders(desk.office.journal, state, act, at, members, persons))
        yield _Answer(act, failures, later, found)


def _held_back(
    state: "Trajectory | None", at: datetime, members: "tuple[Trajectory, ...]"
) -> "Unlocking | None":
    """Look at what holds the departure back, which may be planned for later all the same."""
    from domain.decide.unlocking import removal_unlocks

    return removal_unlocks(state, at, members) if state else None


def _answer_json(one: _Answer) -> dict[str, Any]:
    guards = [guard_json(failing) for failing in one.failures]
    answer = {"step": one.typed, "allowed": not one.failures, "guards": guards}
    if one.deciders is not None:
        answer["may_decide"] = [decider._asdict() for decider in one.deciders]
    return answer | ({"departure_from": one.later.on.isoformat()} if one.later else {})


def _who_may(deciders: "list[Decider]") -> str:
    """Name all who may decide, each with whom he would act for; or say that nobody may."""
    if not deciders:
        return say("NOBODY may decide this: name another who may ({rule})", rule="SEP-08")
    names = (
        f"{one.account} ({say('for {principal}', principal=one.on_behalf_of)})"
        if one.on_behalf_of
        else one.account
        for one in deciders
    )
    return say("may decide: {who}", who=", ".join(names))


def _tell_why(one: _Answer) -> None:
    click.echo(f"{'✗' if one.failures else '✓'} {one.typed}")
    for failing in one.failures:
        for line in guard_lines(failing, act=one.act):
            click.echo(line)
    if one.deciders is not None:
        click.echo(f"  {_who_may(one.deciders)}")
    if one.later:
        rules = _named(one.later.reasons)
        click.echo(
            "  " + say("for a departure from: {day} ({rules})", day=one.later.on, rules=rules)
        )
