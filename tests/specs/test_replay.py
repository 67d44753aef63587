"""Laws of the fold: whatever is recorded can be read back, and decided upon without a crash."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, get_args, get_origin

import pytest
from dossier import (
    ARRIVED,
    ASSISTANT,
    ASSISTANT_AS_OFFICER,
    COACH,
    DIRECTOR,
    HAND_IN,
    LODGE,
    NUMBER,
    OFFICER,
    SECOND_OFFICER,
    TRANSMIT,
)
from everything import ORDERS
from given import Act, lines, on_duty
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from pydantic_core import from_json

from domain import commands as c
from domain import events as e
from domain.authority import MAY
from domain.commands import (
    CloseTrajectory,
    ConfirmDeparture,
    CorrectRecord,
    EstablishNonReturn,
    ReopenTrajectory,
)
from domain.decide import Context, decide
from domain.errors import TrajetError
from domain.lifecycle import COMMAND_OF, EVENT_OF, VERSIONS, Stage, allows
from domain.rules import code_list
from domain.state.decision import Hand
from domain.trajectory import amend, chronicle, evolve, replay
from domain.values import AppealKind, Between, InformationKind, Listed, Sealed, Shaped
from workflows.lines import state_of
from workflows.upcasts import event_from

law = settings(deadline=None, max_examples=150)
ORDER = {stage: place for place, stage in enumerate(Stage)}

# -- anything that can be recorded --------------------------------------------------------


LETTERS = st.characters(codec="ascii", exclude_categories=["C"])


def between(first, last):
    days = (datetime.fromisoformat(first), datetime.fromisoformat(last))
    return st.datetimes(*days, timezones=st.just(UTC))


SPRING = between("2026-03-01", "2026-07-31")
MOMENTS = SPRING | between("0002-01-01", "9998-01-01")
PEOPLE = st.sampled_from(
    [COACH, ASSISTANT, ASSISTANT_AS_OFFICER, OFFICER, SECOND_OFFICER, DIRECTOR]
)
PERSONAL = st.just(Sealed(token="s1.identity.r4mFh1S0cQ9a"))  # noqa: S106 (a sealed text)
TEXTS = st.sampled_from(["", "HOL", "fa", "13septies", "CCE-318442", "ⵣ"]) | st.text(max_size=6)
INSTANTS = MOMENTS.map(datetime.isoformat) | st.sampled_from(
    [
        "2026-03-12",
        "2026-03-12T10:00:00",
        "2026-03-12T10:00:00+01:00",
        "0001-01-01T00:00:00+02:00",
        "9999-12-31T23:59:59-02:00",
        "24:00",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 99) | TEXTS | INSTANTS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXTS, inner, max_size=2),
    max_leaves=3,
)
FIELDS = sorted({name for event in e.DOSSIER_EVENTS for name in event.model_fields})
FIELD_NAMES = st.just("occurred_at") | st.sampled_from([*FIELDS, "shoe_size"])
BY_NAME = {
    "corrects": st.integers(0, 14),
    "field": FIELD_NAMES,
    "was": VALUES,
    "becomes": VALUES | INSTANTS,
    "kinds": st.lists(st.sampled_from(InformationKind)).map(tuple),
}


def values_of(name, annotation, marks=()):
    if name in BY_NAME:
        return BY_NAME[name]
    marked = [_MARKED[type(mark)](mark) for mark in marks if type(mark) in _MARKED]
    if marked:
        return marked[0]
    if get_origin(annotation) is Annotated:
        plain, *inner = get_args(annotation)
        return values_of(name, plain, inner)
    if get_origin(annotation) is tuple:
        return st.lists(values_of(name, get_args(annotation)[0]), max_size=2).map(tuple)
    return _plain(name, annotation)


_MARKED = {
    Listed: lambda mark: st.sampled_from([*code_list(mark.name), "unheard-of"]),
    Shaped: lambda mark: st.from_regex(mark.pattern, fullmatch=True, alphabet=LETTERS),
    Between: lambda mark: st.integers(mark.least, min(mark.most or 99, 99)),
}


def _plain(name, annotation):
    if annotation is str:
        return TEXTS
    if Sealed in (annotation, *get_args(annotation)):
        return PERSONAL
    choices = get_args(annotation)
    if choices:
        return st.one_of(*(values_of(name, choice) for choice in choices))
    return st.none() if annotation is type(None) else st.from_type(annotation)


def any_of(shape, **known):
    def said(name, field):
        if name not in known:
            return values_of(name, field.annotation, field.metadata)
        return known[name].filter(bool) if field.is_required() else known[name]

    fields = {name: said(name, field) for name, field in shape.model_fields.items()}
    return st.fixed_dictionaries(fields).map(lambda given: shape(**given))


EVENTS = st.one_of(*(any_of(shape) for shape in e.DOSSIER_EVENTS))
FACTS = st.one_of(*(any_of(shape) for shape in e.DOSSIER_EVENTS if shape is not e.RecordCorrected))
ACTS = st.builds(Act, EVENTS | any_of(e.RecordCorrected), PEOPLE, MOMENTS)
HISTORIES = st.lists(ACTS, max_size=12)


@for_all(HISTORIES)
@law
def test_whatever_is_recorded_can_be_read_back(history):
    state = replay(lines(history, NUMBER))
    assert (state is None) is (not history)
    assert state is None or state.version == len(history)


@for_all(st.lists(ACTS, min_size=1, max_size=12))
@law
def test_a_correction_changes_no_more_than_the_line_it_names(history):
    recorded = lines(history, NUMBER)
    named = {line.event.corrects for line in recorded if isinstance(line.event, e.RecordCorrected)}
    for before, after in zip(recorded, amend(recorded), strict=True):
        assert after == before or before.version in named


@for_all(
    st.lists(st.builds(Act, FACTS, PEOPLE, MOMENTS), max_size=10, unique_by=lambda a: a.when),
    st.randoms(use_true_random=False),
)
@law
def test_it_does_not_matter_in_which_order_acts_of_different_moments_were_recorded(history, dice):
    another = list(history)
    dice.shuffle(another)
    assert _unplaced(replay(lines(history, NUMBER))) == _unplaced(replay(lines(another, NUMBER)))


def _unplaced(state):
    """Forget at which place in the journal each hand was recorded."""
    return state and {name: _nowhere(told) for name, told in vars(state).items()}


def _nowhere(value):
    if isinstance(value, Hand):
        return value._replace(version=0, log_index=0)
    return tuple(map(_nowhere, value)) if isinstance(value, tuple) else value


@for_all(st.lists(ACTS, min_size=1, max_size=12))
@law
def test_a_history_folded_at_once_is_one_folded_line_by_line(history):
    recorded = lines(history, NUMBER)
    state = None
    for line in chronicle(recorded):
        before = state and repr(state)
        after = evolve(state, line)
        assert (state and repr(state)) == before, "the state before stays as it was"
        state = after
    assert replay(recorded) == state


def test_nobody_changes_a_trajectory_but_what_happens():
    [line] = lines([ARRIVED], NUMBER)
    state = evolve(None, line)
    with pytest.raises(AttributeError):
        state.stage = Stage.CLOSED
    assert state == state.copy()
    assert state is not state.copy()


@for_all(EVENTS)
@law
def test_an_event_read_back_is_what_was_recorded(event):
    [line] = lines([Act(event, COACH, datetime(2026, 3, 2, tzinfo=UTC))], NUMBER)
    data = from_json(state_of(line))["data"]
    read, plain = event_from(event.TOPIC, data), type(event).model_validate(data)
    assert read == plain == event
    assert read.model_fields_set == plain.model_fields_set
    assert list(vars(read)) == list(vars(event))


@for_all(st.lists(ACTS, min_size=1, max_size=12))
@law
def test_an_event_the_table_does_not_allow_never_moves_the_stage_back(history):
    state = None
    for line in chronicle(lines(history, NUMBER)):
        before = state.stage if state else Stage.ARRIVAL
        state = evolve(state, line)
        act = COMMAND_OF.get(type(line.event).__name__)
        if act is not None and not allows(before, act, state.procedure):
            assert ORDER[state.stage] >= ORDER[before]


# -- anything that can be asked -----------------------------------------------------------

REFERENCES = st.none() | st.sampled_from(["CCE-318442", "CCE-318500", "IOM-77120"])
ASKED = {
    "dossier": st.just(NUMBER),
    "centre": st.sampled_from(["HOL", "VOT", "ANT"]),
    "resident": st.none() | st.just("HOL-2025-0007"),
    "reference": REFERENCES,
    "interpreter": REFERENCES,
    "language": st.sampled_from(["fa", "fr"]),
    "form": st.sampled_from(["13septies", "13quinquies"]),
    "appeal_term_days": st.none() | st.integers(1, 60),
    "travel_on": st.none() | st.just("2026-03-21"),
    "corrects": st.integers(1, 14),
}
COMMANDS = st.sampled_from(ORDERS) | st.one_of(
    *(any_of(shape, **ASKED) for shape in c.DOSSIER_COMMANDS)
)
BELIEVED = st.builds(Act, EVENTS, PEOPLE, SPRING)


@for_all(st.lists(BELIEVED | ACTS, max_size=10), COMMANDS, PEOPLE, MOMENTS, MOMENTS)
@law
def test_an_answer_is_events_or_a_refusal_and_never_a_crash(history, command, who, at, now):
    recorded = lines(history, NUMBER)
    target = None
    if isinstance(command, CorrectRecord):
        named = command.corrects
        target = next((line for line in amend(recorded) if line.version == named), None)
    try:
        events = decide(replay(recorded), command, Context(at, now, who, target=target))
    except TrajetError:
        return
    assert [type(event).__name__ for event in events] == [EVENT_OF[type(command).__name__]]


# -- lawful lives -------------------------------------------------------------------------

ENDING = (ConfirmDeparture, EstablishNonReturn, CloseTrajectory)
# A dossier taken over to a newer procedure lives by other rules before than after.
AFTER_THE_FACT = (CorrectRecord, ReopenTrajectory, c.MigrateTrajectory)
# Of two appeals without a number nobody can say later which one an act was about.
NUMBERED = [
    HAND_IN.model_copy(update={"reference": "CCE-318442"}),
    TRANSMIT.model_copy(update={"reference": "CCE-318442"}),
    LODGE.model_copy(update={"kind": AppealKind.EXTREME_URGENCY, "reference": "CCE-318500"}),
    LODGE.model_copy(update={"kind": AppealKind.ANNULMENT, "reference": "CCE-318600"}),
]
ACTIONS = [
    order
    for order in (*ORDERS, *NUMBERED)
    if not isinstance(order, AFTER_THE_FACT) and order not in (HAND_IN, TRANSMIT)
]
GOING_ON = [order for order in ACTIONS if not isinstance(order, ENDING)]


def what_follows(history, at, now, orders):
    """Put orders to a history, each for itself; of those refused nothing follows."""
    state = replay(lines(history, NUMBER))
    found = {}
    for place, order in enumerate(orders):
        who = on_duty(min(MAY[type(order).__name__]))
        try:
            events = decide(state, order, Context(at, now, who))
        except TrajetError:
            continue
        found[place, type(order).__name__] = [Act(event, who, at) for event in events]
    return found


@st.composite
def lives(draw):
    """Live through a dossier, one accepted order after the other, four hours apart."""
    history = [ARRIVED.but(procedure=draw(st.sampled_from(list(VERSIONS))))]
    for _ in range(draw(st.integers(3, 14))):
        at = history[-1].when + timedelta(hours=4)
        ways = what_follows(history, at, at, GOING_ON)
        history += draw(st.sampled_from(list(ways.values())))
    return history


@for_all(lives())
@settings(deadline=None, max_examples=50)
def test_what_may_be_recorded_late_could_have_been_recorded_in_time(history):
    now = history[-1].when + timedelta(hours=3)
    for place, act in enumerate(history, start=1):
        at = act.when + timedelta(hours=2)
        late = [ACTIONS[nth] for nth, _ in what_follows(history, at, now, ACTIONS)]
        in_time = [late[nth] for nth, _ in what_follows(history[:place], at, at, late)]
        assert late == in_time, f"after {type(act.event).__name__}"
