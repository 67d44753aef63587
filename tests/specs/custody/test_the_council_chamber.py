"""The council chamber controls a detention: when it may be asked, what follows from its ruling."""

from datetime import date

import pytest
from dossier import COACH, OFFICER
from examples.admission import ADMITTED
from examples.custody import (
    APPEAL,
    APPEALED,
    ASKED,
    HELD,
    MAINTAINED,
    PROPOSE,
    RELEASE,
    RELEASE_ORDERED,
    RELEASED,
    RULE,
    SEIZE,
    SEIZED_BY_MINISTER,
    TWICE_PROLONGED,
)
from given import Act, brussels, given, lines

from domain import events as e
from domain.decide import Attempt, Context
from domain.decide.release import detention_lawful
from domain.trajectory import replay
from domain.values import Function

F = Function
ANONYMOUS = SEIZE.model_copy(update={"reference": None})


def asking(*history, at, **said):
    return given(*history).when(SEIZE.model_copy(update=said), at=at)


def test_who_is_held_asks_at_any_time():
    asking(*HELD, at="2026-03-02 13:00").then(ASKED)


def test_the_chamber_controls_a_detention_so_there_is_one():
    asking(ADMITTED.but(centre="XYZ"), at="2026-03-03 09:00").then_refused("CUS-03")
    asking(ADMITTED, at="2026-03-03 09:00").events()  # held without a title all the more
    asking(*HELD, RELEASED, at="2026-04-10 16:00").then_refused("CUS-03")
    asking(*HELD, RELEASED, at="2026-04-10 15:59").events()


def test_whoever_is_at_the_desk_records_a_request():
    asking(*HELD, at="2026-03-05 09:00").is_for(
        F.COACH,
        F.ATTACHE_COACH,
        F.CENTRE_DIRECTOR,
        F.MIGRATION_OFFICER,
        F.MINISTER_DELEGATE,
        F.MINISTER,
    )


# -- month by month -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "passes"),
    [("2026-04-04 12:00", False), ("2026-04-05 00:00", True), ("2026-04-06 09:00", True)],
)
def test_a_request_is_made_again_after_a_month(at, passes):
    asked = asking(*HELD, ASKED, MAINTAINED, at=at)
    if passes:
        asked.events()
    else:
        asked.then_refused("CDC-01", passes_on=date(2026, 4, 5))


@pytest.mark.parametrize(
    ("at", "passes"), [("2026-04-29 23:59", False), ("2026-04-30 00:00", True)]
)
def test_a_month_from_the_31st_ends_with_the_next_month(at, passes):
    asked = asking(*HELD, ASKED.at("2026-03-31 09:00"), at=at)
    asked.events() if passes else asked.then_refused("CDC-01")


def test_a_request_that_lies_at_the_registry_is_recorded_all_the_same():
    asking(*HELD, ASKED, at="2026-03-20 09:00", deposited=True).events()


def test_a_new_detention_counts_its_own_months():
    history = (*HELD, ASKED, RELEASED)
    again = (HELD[1].at("2026-04-11 09:00"), HELD[2].at("2026-04-11 12:00").but(until="2026-06-10"))
    asking(*history, *again, at="2026-04-12 09:00").events()
    asking(*history, *again, at="2026-03-20 09:00").then_refused("CDC-01")


# -- after the Minister -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "passes"),
    [("2026-07-23 23:59", False), ("2026-07-24 00:00", True), ("2026-07-25 09:00", True)],
)
def test_after_the_minister_seized_it_a_request_waits_for_the_thirtieth_day(at, passes):
    asked = asking(*TWICE_PROLONGED, SEIZED_BY_MINISTER, at=at)
    if passes:
        asked.events()
    else:
        asked.then_refused("CDC-02", passes_on=date(2026, 7, 24))


def test_where_the_minister_did_not_seize_it_nobody_waits():
    asking(*TWICE_PROLONGED, at="2026-06-25 09:00").events()


def test_the_minister_himself_does_not_wait():
    asking(
        *TWICE_PROLONGED, ASKED.at("2026-06-20 09:00"), at="2026-06-26 10:00", by="minister"
    ).then(SEIZED_BY_MINISTER.but(reference="RK-2026-201"))


# -- rulings ------------------------------------------------------------------------------


def test_a_ruling_answers_a_request():
    given(*HELD, ASKED).when(RULE, at="2026-03-10 11:00").then(MAINTAINED)
    given(*HELD).when(RULE).then_refused("CUS-03", saying="no request")
    given(*HELD, ASKED, MAINTAINED).when(RULE).then_refused("CUS-03")


def test_of_several_requests_the_number_says_which():
    second = ASKED.at("2026-03-06 09:00").but(reference="RK-2026-222")
    nameless = RULE.model_copy(update={"reference": None})
    history = (*HELD, ASKED, second)
    given(*history).when(nameless).then_refused("CUS-03", saying="RK-2026-201, RK-2026-222")
    given(*history).when(RULE).events()
    unknown = RULE.model_copy(update={"reference": "RK-2026-999"})
    given(*history).when(unknown).then_refused("CUS-03")


def test_no_ruling_is_older_than_the_request():
    given(*HELD, ASKED).when(RULE, at="2026-03-05 08:00").then_refused("CUS-03", "ORD-02")


def test_a_ruling_of_the_indictment_chamber_answers_an_appeal():
    on_appeal = RULE.model_copy(update={"court": "indictment-chamber"})
    given(*HELD, ASKED, RELEASE_ORDERED).when(on_appeal).then_refused("CUS-03")
    appealed = (*HELD, ASKED, RELEASE_ORDERED, APPEALED)
    given(*appealed).when(on_appeal, at="2026-03-20 10:00").events()
    given(*appealed).when(RULE, at="2026-03-20 10:00").then_refused("CUS-03")


# -- release ------------------------------------------------------------------------------

_SAID = "release was ordered on 2026-03-10"


def test_an_order_to_release_stops_a_new_title_until_it_is_carried_out():
    ordered = (*HELD, ASKED, RELEASE_ORDERED)
    given(*ordered).when(PROPOSE).then_refused("CDC-01", saying=_SAID)
    freed = RELEASED.at("2026-03-10 14:00").but(reason="chamber-order")
    given(*ordered).when(RELEASE, by=OFFICER).events()
    given(*ordered, freed).when(PROPOSE).events()


def test_during_the_prosecutor_s_appeal_detention_goes_on():
    given(*HELD, ASKED, RELEASE_ORDERED, APPEALED).when(PROPOSE).events()


def test_the_resident_s_own_appeal_holds_back_no_release():
    own = APPEALED.but(by="resident")
    given(*HELD, ASKED, RELEASE_ORDERED, own).when(PROPOSE).then_refused("CDC-01")


def test_what_the_indictment_chamber_orders_is_carried_out():
    history = (*HELD, ASKED, RELEASE_ORDERED, APPEALED)
    confirmed = RELEASE_ORDERED.at("2026-03-24 10:00").but(court="indictment-chamber")
    given(*history, confirmed).when(PROPOSE).then_refused("CDC-01", saying="2026-03-24")
    reversed_ = confirmed.but(outcome="maintained")
    given(*history, reversed_).when(PROPOSE).events()


# -- appeals ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "passes"),
    [
        ("2026-03-11 10:59", True),
        ("2026-03-11 11:00", True),
        ("2026-03-11 11:01", False),
    ],
)
def test_a_ruling_is_appealed_within_twenty_four_hours(at, passes):
    asked = given(*HELD, ASKED, RELEASE_ORDERED).when(APPEAL, at=at)
    asked.events() if passes else asked.then_refused("CDC-04", saying="2026-03-11 11:00")


@pytest.mark.parametrize(
    ("at", "passes"), [("2026-03-29 13:00", True), ("2026-03-29 13:01", False)]
)
def test_the_hours_are_real_ones_in_the_night_the_clocks_change(at, passes):
    ruled = RELEASE_ORDERED.at("2026-03-28 12:00")
    asked = given(*HELD, ASKED.at("2026-03-25 09:00"), ruled).when(APPEAL, at=at)
    asked.events() if passes else asked.then_refused("CDC-04")


def test_a_late_appeal_that_lies_at_the_registry_is_recorded_all_the_same():
    late = APPEAL.model_copy(update={"deposited": True})
    given(*HELD, ASKED, RELEASE_ORDERED).when(late, at="2026-03-12 09:00").events()


def test_nothing_is_appealed_before_it_is_ruled_nor_twice():
    given(*HELD, ASKED).when(APPEAL).then_refused("CUS-03")
    given(*HELD, ASKED, RELEASE_ORDERED, APPEALED).when(APPEAL).then_refused("CUS-03")


def test_what_the_indictment_chamber_ruled_is_not_appealed_here():
    confirmed = RELEASE_ORDERED.at("2026-03-24 10:00").but(court="indictment-chamber")
    history = (*HELD, ASKED, RELEASE_ORDERED, APPEALED, confirmed)
    given(*history).when(APPEAL).then_refused("CUS-03")


def test_a_request_without_a_number_is_found_as_the_only_one():
    history = (*HELD, ASKED.but(reference=None))
    nameless = RULE.model_copy(update={"reference": None})
    ruled = Act(e.CouncilChamberRuled(outcome="maintained"), COACH, brussels("2026-03-06 09:00"))
    given(*history).when(nameless, at="2026-03-06 09:00").then(ruled)
    given(*history, ruled).when(ANONYMOUS, at="2026-04-05 09:00").events()


# -- read back from history ---------------------------------------------------------------


def found(*history, act, at):
    state, moment = replay(lines(history, "HOL-2026-0042")), brussels(at)
    attempt = Attempt(state, act, Context(moment, moment))
    return {failing.finding for failing in detention_lawful(attempt)}


ORDERED = (*HELD, ASKED, RELEASE_ORDERED)


def test_a_release_on_the_day_it_was_ordered_is_in_time():
    assert found(*ORDERED, act="ReleaseResident", at="2026-03-10 17:00") == set()
    assert found(*ORDERED, act="ReleaseResident", at="2026-03-11 00:10") == {"UNLAWFUL_DETENTION"}


def test_what_else_is_done_on_the_day_of_the_order_is_no_breach_either():
    assert found(*ORDERED, act="HoldInterview", at="2026-03-10 17:00") == set()


def test_to_go_on_holding_after_the_order_is_found():
    assert found(*ORDERED, act="HoldInterview", at="2026-03-11 09:00") == {"UNLAWFUL_DETENTION"}


def test_nobody_is_held_after_the_end():
    ended = Act(e.NonReturnEstablished(reason="deceased"), COACH, brussels("2026-03-10 12:00"))
    assert found(*ORDERED, ended, act="CloseTrajectory", at="2026-06-10 09:00") == set()
