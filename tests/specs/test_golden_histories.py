"""
Whole histories as they were stored, under each version of the procedure, kept for ever.

Each file holds the stored lines of a dossier, in the shapes of their time, and after each
line the stage it led to and the steps that passed then. Never edit one: what a dossier of
an old version may do does not change because there is a newer one.
"""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from given import there

from domain.decide import Attempt, Context, passes
from domain.lifecycle import VERSIONS, next_steps
from domain.trajectory import evolve, replay
from workflows.lines import line_from

FILES = sorted((Path(__file__).parents[1] / "golden" / "histories").glob("*.json"))
NUMBER = "HOL-2026-0042"
AN_HOUR = timedelta(hours=1)

each_history = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def stored(file):
    told = json.loads(file.read_text(encoding="utf-8"))
    lines = [
        line_from((at, NUMBER, at, one["topic"], json.dumps(one["state"]).encode(), at - 1, b""))
        for at, one in enumerate(told["lines"], start=1)
    ]
    return lines, told["after"]


def passing(state, at):
    context = Context(at, at)
    steps = next_steps(state.stage, state.procedure)
    return sorted(step for step in steps if passes(Attempt(state, step, context)))


@each_history
def test_a_dossier_may_do_what_it_could_then_and_nothing_else(file):
    lines, after = stored(file)
    state, found = None, []
    for line in lines:
        state = evolve(state, line)
        found.append(
            {"stage": str(state.stage), "passes": passing(state, line.occurred_at + AN_HOUR)}
        )
    assert found == after


@each_history
def test_it_replays_to_where_it_came_step_by_step(file):
    lines, after = stored(file)
    assert there(replay(lines)).stage == after[-1]["stage"]


def test_every_version_of_the_procedure_has_its_histories():
    kept = {stored(file)[0][0].event.procedure for file in FILES}
    assert kept == set(VERSIONS)
