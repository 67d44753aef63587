"""What is recorded late of a decision of the second procedure was possible at its own moment."""

from datetime import timedelta

from dossier import EDIT, INFORM, INFORMED, NUMBER, OFFICER
from examples.decision import (
    DRAFT_TO_LEAVE,
    NOTIFY_IN_FORM,
    ORDERS,
    READY,
    SERVED,
    TAKE_WEIGHED,
)
from examples.information import ADMITTED
from examples.information import ORDERS as TOLD
from given import Act, lines, on_duty
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain.authority import MAY
from domain.decide import Context, decide
from domain.errors import TrajetError
from domain.trajectory import replay

ACTIONS = (INFORM, DRAFT_TO_LEAVE, EDIT, TAKE_WEIGHED, NOTIFY_IN_FORM, *ORDERS, *TOLD)
BEGINNINGS = ((ADMITTED, INFORMED), READY, SERVED, SERVED)


def _who(order, place):
    """Call in somebody else for each act, so that nobody is refused for having had a part."""
    on_call = on_duty(min(MAY[type(order).__name__]))
    return on_call._replace(person=f"duty-{place}") if place else OFFICER


def follows(history, at, now):
    state = replay(lines(history, NUMBER))
    found = {}
    for place, order in enumerate(ACTIONS, start=1):
        who = _who(order, place)
        try:
            events = decide(state, order, Context(at, now, who))
        except TrajetError:
            continue
        found[place] = [Act(event, who, at) for event in events]
    return found


@st.composite
def lives(draw):
    history = list(draw(st.sampled_from(BEGINNINGS)))
    at = history[-1].when + timedelta(hours=2)
    for _ in range(draw(st.integers(3, 12))):
        at += timedelta(hours=draw(st.sampled_from([1, 30])))
        history += draw(st.sampled_from(list(follows(history, at, at).values())))
    return history


@for_all(lives())
@settings(deadline=None, max_examples=60)
def test_what_may_be_recorded_late_could_have_been_recorded_in_time(history):
    now = history[-1].when + timedelta(hours=3)
    for place, act in enumerate(history, start=1):
        at = act.when + timedelta(minutes=20)
        late, in_time = follows(history, at, now), follows(history[:place], at, at)
        assert set(late) <= set(in_time), f"after {type(act.event).__name__}"
