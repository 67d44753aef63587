"""The tables of the stages agree with each other and with the machine they feed."""

from collections.abc import Callable
from enum import StrEnum
from itertools import product

import pytest
from everything import ORDERS
from transitions import MachineError

from domain import commands as c
from domain import events as e
from domain import lifecycle
from domain.lifecycle import (
    COMMAND_OF,
    COURSES,
    ENDED,
    EVENT_OF,
    FITNESS,
    NEWEST,
    RAISED,
    STEPS,
    Stage,
    allows,
    course_of,
    next_steps,
    stage_after,
    ways,
)

CONDITIONS = sorted({step.when for step in STEPS if step.when})
COMMANDS = c.DOSSIER_COMMANDS


class Dossier:
    """What the machine asks about a dossier, answered by attribute as a trajectory does."""

    state: Stage
    trigger: Callable[[str], bool]  # put there by the machine

    def __init__(self, answers):
        for name, answer in zip(CONDITIONS, answers, strict=True):
            setattr(self, name, answer)


# -- machine and lookup -------------------------------------------------------------------


@pytest.mark.parametrize("answers", list(product([False, True], repeat=len(CONDITIONS))))
def test_the_lookup_answers_as_the_machine_does(answers):
    machine = lifecycle.machine.__wrapped__()
    dossier = Dossier(answers)
    machine.add_model(dossier, initial=Stage.ARRIVAL)
    for stage, command in product(Stage, EVENT_OF):
        if command == "OpenTrajectory":
            continue  # opens the dossier; the machine begins where it ends
        machine.set_state(stage, dossier)
        try:
            dossier.trigger(command)
        except MachineError:
            assert not allows(stage, command)
        else:
            assert allows(stage, command)
            assert stage_after(stage, EVENT_OF[command], dossier) is dossier.state


def test_the_machine_is_built_once():
    assert lifecycle.machine() is lifecycle.machine()


@pytest.mark.parametrize("condition", CONDITIONS)
def test_a_trajectory_answers_every_condition(condition):
    from domain.trajectory import Trajectory

    assert isinstance(getattr(Trajectory, condition), property)


# -- complete -----------------------------------------------------------------------------


def test_every_command_leads_to_one_event_and_back():
    assert set(EVENT_OF) == {each.__name__ for each in COMMANDS}
    assert {*COMMAND_OF, *RAISED} == {each.__name__ for each in e.DOSSIER_EVENTS}
    assert {COMMAND_OF[event] for event in EVENT_OF.values()} == set(EVENT_OF)


def test_the_example_dossier_asks_for_everything_once():
    names = [type(order).__name__ for order in ORDERS]
    assert sorted(names) == sorted(each.__name__ for each in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.__name__)
def test_what_a_command_says_its_event_keeps_under_the_same_name(command):
    kept = set(getattr(e, EVENT_OF[command.__name__]).model_fields)
    assert set(command.model_fields) - {"dossier"} <= kept


ADDED = {
    e.ResidentAdmitted: {"procedure", "held_before", "grounds_before"},
    e.IdentityRecorded: {"age_doubted"},
    e.AliasLinked: {"age_doubted"},
    e.DecisionTaken: {
        *("form", "kind", "articles", "second_measure", "fast_grounds", "ban_ground")
    },
    e.DepartureConfirmed: {"statistical_category"},
    e.RecordCorrected: {"was"},
    e.MeasureProposed: {"number"},
    e.HouseRuleChanged: {"number"},
    e.CoercionUsed: {"number"},
    e.ForcedMedicalExaminationHeld: {"number"},
    e.SeriousIncidentReported: {"number"},
    e.ExchangeRecorded: {"number"},
    e.ObstacleRaised: {"number"},
    e.AuthorisationRequested: {"number"},
    e.CrisisMeasureTaken: {"number"},
    e.ComplaintLodged: {"number"},
    e.QualityFindingRecorded: {"number"},
}


@pytest.mark.parametrize(
    "event",
    [each for each in e.DOSSIER_EVENTS if each.__name__ not in RAISED],
    ids=lambda each: each.__name__,
)
def test_an_event_adds_no_more_than_the_state_or_the_law_knows(event):
    said = set(getattr(c, COMMAND_OF[event.__name__]).model_fields)
    assert set(event.model_fields) - said == ADDED.get(event, set())


def test_every_stage_can_be_reached_from_the_arrival():
    reached = {Stage.ARRIVAL}
    while (
        further := {step.to for step in STEPS if step.to and reached.intersection(step.after)}
        - reached
    ):
        reached |= further
    assert reached == set(Stage)


def test_a_step_without_condition_comes_last_for_its_stage():
    for stage, command in product(Stage, EVENT_OF):
        ways = [step.when for step in STEPS if step.command is command and stage in step.after]
        assert "" not in ways[:-1]


def test_the_end_leaves_closing_reopening_answering_and_correcting():
    left = ["ReopenTrajectory", "AnswerAlert", "CorrectRecord"]
    assert next_steps(Stage.CLOSED, 1) == tuple(left)
    for ended in (Stage.DEPARTED, Stage.NOT_RETURNED):
        assert next_steps(ended, 1) == ("CloseTrajectory", *left)


def test_after_the_end_nothing_leads_to_a_departure_any_more():
    for ended in ENDED:
        leading = {to for act in next_steps(ended) for to, _ in ways(NEWEST)[ended, act]}
        assert Stage.DEPARTED not in leading - {ended}


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in ENDED])
def test_a_running_trajectory_takes_appeals_doctors_and_corrections(stage):
    always = {"HandInAppeal", "LodgeAppeal", "CertifyFitToTravel", "RefuseFitToTravel"}
    assert always | {"CorrectRecord", "EstablishNonReturn"} <= set(next_steps(stage))


# -- the small tables ---------------------------------------------------------------------


def test_an_event_belongs_to_one_small_table():
    events = [row.event for region in COURSES.values() for row in region]
    assert len(events) == len(set(events))


@pytest.mark.parametrize("region", COURSES)
def test_every_state_of_a_small_table_can_be_reached(region):
    rows = COURSES[region]
    reached: set[StrEnum | None] = {None}
    while further := {row.to for row in rows if reached.intersection(row.after)} - reached:
        reached |= further
    [states] = {type(row.to) for row in rows}
    assert reached - {None} == set(states)


def test_a_row_is_found_by_its_event():
    assert course_of(FITNESS, "FitToTravelRefused") is FITNESS[1]
    assert course_of(FITNESS, "InterviewHeld") is None


# -- names kept for ever ------------------------------------------------------------------


def test_a_topic_is_the_name_of_one_event():
    kinds = (
        e.DOSSIER_EVENTS,
        e.STAFF_EVENTS,
        e.PLACE_EVENTS,
        e.REFUSAL_EVENTS,
        e.READING_EVENTS,
        e.SAMPLE_EVENTS,
        e.ERASURE_EVENTS,
    )
    assert len(e.EVENTS) == sum(map(len, kinds))


@pytest.mark.parametrize("topic", e.EVENTS)
def test_a_topic_reads_as_words_and_a_version(topic):
    name, _, version = topic.rpartition(".v")
    assert version.isdigit()
    assert name.replace("-", "").isalpha()
    assert name.islower()
