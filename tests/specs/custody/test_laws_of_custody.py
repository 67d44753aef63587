"""Laws over lives spent in custody: deeper ones than chance leads to among all acts there are."""

from datetime import timedelta

from dossier import COACH, DIRECTOR, INFORM, NUMBER, OFFICER
from examples.admission import ADMITTED
from examples.custody import MINISTER, ORDERS, PROPOSE, PROPOSE_RESTRICTION
from given import Act, brussels, lines, on_duty
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain import events as e
from domain.authority import MAY
from domain.decide import Attempt, Context, decide
from domain.decide.clocks import clocks
from domain.decide.detention import custody_clocks
from domain.decide.release import detention_lawful
from domain.decide.whereabouts import not_held_elsewhere
from domain.errors import TrajetError
from domain.events import WORDS
from domain.trajectory import replay

law = settings(deadline=None, max_examples=30)

BY_MINISTER = "ProlongDetention"
ACTIONS = (
    *ORDERS,
    INFORM,
    PROPOSE.model_copy(update={"ground": "asylum"}),
    PROPOSE_RESTRICTION.model_copy(update={"basis": "preventive"}),
)


def what_follows(history, at, now, orders=ACTIONS):
    state = replay(lines(history, NUMBER))
    found = {}
    for place, order in enumerate(orders):
        act = type(order).__name__
        who = MINISTER if act == BY_MINISTER else on_duty(min(MAY[act]))
        try:
            told = decide(state, order, Context(at, now, who))
        except TrajetError:
            continue
        found[place, act] = [Act(event, who, at) for event in told]
    return found


@st.composite
def lives(draw):
    """Live on in custody, some hours or some weeks from one accepted act to the next."""
    history = [ADMITTED]
    for _ in range(draw(st.integers(3, 12))):
        hours = draw(st.sampled_from([4, 30, 24 * 6, 24 * 27]))
        at = history[-1].when + timedelta(hours=hours)
        ways = what_follows(history, at, at)
        if ways:
            history += draw(st.sampled_from(list(ways.values())))
    return history


@for_all(lives())
@law
def test_what_is_recorded_late_could_have_been_recorded_in_time(history):
    now = history[-1].when + timedelta(hours=3)
    for place, act in enumerate(history, start=1):
        at = act.when + timedelta(hours=2)
        late = what_follows(history, at, now)
        in_time = what_follows(history[:place], at, at)
        assert set(late) <= set(in_time), f"after {type(act.event).__name__}"


@for_all(lives())
@law
def test_nobody_is_held_beyond_the_maximum_by_what_was_accepted(history):
    state = replay(lines(history, NUMBER))
    assert state is not None
    found = custody_clocks(state, history[-1].when)
    assert found.maximum is None or found.ends is None or found.ends <= found.maximum
    assert found.cumulative <= (history[-1].when - history[0].when).days + 2
    assert all(title.days <= found.cumulative for title in found.titles)


WORDS_SAID = st.sampled_from(
    (
        *("removal", "family", "HOL", "TUB", "prison", "back", "minister", "release"),
        *("left-place", "less-coercive", "2026-03-12", "2026-02-30", "0001-01-01", "9999-12-31"),
    )
)
KINDS = {
    str: WORDS_SAID,
    str | None: st.none() | WORDS_SAID,
    bool: st.booleans(),
    int | None: st.none() | st.integers(0, 3),
}


def _anything(shape):
    said = {
        name: KINDS[field.annotation]
        for name, field in shape.model_fields.items()
        if field.annotation in KINDS
    }
    return st.fixed_dictionaries(said).map(lambda given: shape(**given))


EVENTS = st.one_of(*(_anything(getattr(e, name)) for name in WORDS["custody"]))
MOMENTS = st.datetimes(
    brussels("2026-03-01 00:00").replace(tzinfo=None),
    brussels("2027-03-01 00:00").replace(tzinfo=None),
) | st.datetimes(
    brussels("2026-03-01 00:00").replace(tzinfo=None, year=2),
    brussels("2026-03-01 00:00").replace(tzinfo=None, year=9997),
)
PEOPLE = st.sampled_from([COACH, OFFICER, DIRECTOR, MINISTER])
ACTS = st.builds(
    lambda event, who, at: Act(event, who, at.replace(tzinfo=ADMITTED.when.tzinfo)),
    EVENTS,
    PEOPLE,
    MOMENTS,
)


@for_all(st.lists(ACTS, max_size=14), st.sampled_from(ACTIONS), PEOPLE, ACTS)
@settings(deadline=None, max_examples=150)
def test_whatever_was_recorded_can_be_looked_at_and_decided_upon(acts, command, who, moment):
    state = replay(lines([ADMITTED, *acts], NUMBER))
    assert state is not None
    at = moment.when
    attempt = Attempt(state, "ConfirmDeparture", Context(at, at))
    custody_clocks(state, at)
    clocks(state, at)
    assert all(one.why for one in (*not_held_elsewhere(attempt), *detention_lawful(attempt)))
    try:
        decide(state, command, Context(at, at, who))
    except TrajetError as refusal:
        assert str(refusal)
