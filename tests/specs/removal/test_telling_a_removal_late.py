"""What may be recorded late of a removal could have been recorded in time."""

from datetime import timedelta

from dossier import (
    ANNUL,
    CERTIFY_FIT,
    HAND_IN,
    NUMBER,
    OPEN_IOM,
    PREPARE,
    REFUSE_FIT,
    REJECT,
    WITHDRAW_IOM,
)
from examples.removal import (
    LEAVE,
    ORDERS,
    PLANNED,
    PROPOSED,
    SCHEDULE,
    STARTED,
    TICK,
    TO_PLAN,
    TO_PREPARED,
    TO_START,
    UNDER_WAY,
)
from given import Act, lines, on_duty
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain import commands as c
from domain.authority import MAY
from domain.decide import Context, decide
from domain.errors import TrajetError
from domain.lifecycle.removal import SECOND_SIGNATURE
from domain.trajectory import replay

AN_HOUR = timedelta(hours=1)
LATER = SCHEDULE.model_copy(update={"departs": "2026-04-20T09:40+02:00", "mode": "unescorted"})
SIGN_SECOND = TICK.model_copy(update={"item": SECOND_SIGNATURE})
ASKED = (
    *ORDERS,
    *(PREPARE, LATER, SIGN_SECOND, LEAVE),
    *(ANNUL, CERTIFY_FIT, REFUSE_FIT, HAND_IN, REJECT, OPEN_IOM, WITHDRAW_IOM),
)
GOING_ON = [order for order in ASKED if not isinstance(order, c.ConfirmDeparture)]
BEGINNINGS = (TO_PREPARED, (*TO_PREPARED, PROPOSED), TO_PLAN, PLANNED, TO_START, UNDER_WAY)


def what_follows(history, at, now, orders):
    """Put orders to a history in every function that may; of those refused nothing follows."""
    state = replay(lines(history, NUMBER))
    found = {}
    for place, order in enumerate(orders):
        for function in sorted(MAY[type(order).__name__]):
            who = on_duty(function)
            try:
                events = decide(state, order, Context(at, now, who))
            except TrajetError:
                continue
            found[place, function] = [Act(event, who, at) for event in events]
    return found


@st.composite
def removals(draw):
    """Live through a removal, one accepted order after the other, an hour apart."""
    history = list(draw(st.sampled_from(BEGINNINGS)))
    begun = len(history)
    for _ in range(draw(st.integers(1, 6))):
        at = history[-1].when + AN_HOUR
        ways = what_follows(history, at, at, GOING_ON)
        history += draw(st.sampled_from(list(ways.values())))
    return history, begun


@for_all(removals())
@settings(deadline=None, max_examples=60)
def test_what_may_be_recorded_late_could_have_been_recorded_in_time(told):
    history, begun = told
    now = history[-1].when + AN_HOUR
    for place in range(begun, len(history) + 1):
        at = history[place - 1].when + AN_HOUR / 2
        late = what_follows(history, at, now, ASKED)
        in_time = what_follows(history[:place], at, at, ASKED)
        assert set(late) <= set(in_time), f"after {type(history[place - 1].event).__name__}"


def test_an_announcement_may_be_told_after_what_came_next():
    at = PLANNED[-1].when + AN_HOUR
    found = what_follows((*TO_START, STARTED), at, TO_START[-1].when + 2 * AN_HOUR, ORDERS)
    assert "AnnounceRemoval" in {type(ORDERS[place]).__name__ for place, _ in found}
