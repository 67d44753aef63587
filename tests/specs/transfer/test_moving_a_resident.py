"""A transfer is ordered, begun and received, or called off; each in its turn."""

import pytest
from dossier import COACH, INFORMED, NOT_RETURNED, NUMBER, OFFICER
from examples.admission import ADMITTED
from examples.custody import (
    FOUND,
    GONE,
    HELD,
    ISSUED,
    LET_GO,
    PRESUMED,
    PROPOSED,
    RELEASED,
    TO_HOSPITAL,
    TO_PRISON,
)
from examples.family import BORN, DISPUTED
from examples.transfer import (
    BEGIN,
    BEGUN,
    CANCEL,
    CANCELLED,
    DRIVER_AT_THE_DESK,
    GUARD_AT_BRUGES,
    ON_THE_WAY,
    ORDER,
    ORDERED,
    RECEIVE,
    RECEIVED,
)
from given import Act, brussels, given, lines, there

from domain import events as e
from domain.decide import Attempt, Context, failing
from domain.lifecycle import TransferState
from domain.lifecycle.custody import CustodyStatus
from domain.trajectory import replay
from domain.values import Function, Sealed

F = Function


CHILD = "HOL-2026-0043"


def saying(command, **said):
    return command.model_copy(update=said)


# -- the order --------------------------------------------------------------------------------


def test_an_order_names_another_place():
    asked = given(ADMITTED).when(ORDER)
    asked.then(ORDERED)
    asked.then_state(
        transfer__state=TransferState.ORDERED,
        transfer__origin="HOL",
        transfer__place="BRU",
        centre="HOL",
    )


def test_the_place_is_on_the_list_and_another_one():
    given(ADMITTED).when(saying(ORDER, place="ANT")).then_refused("PLC-01", saying="ANT")
    given(ADMITTED).when(saying(ORDER, place="HOL")).then_refused("TRF-02", saying="stays in HOL")


def test_the_place_is_one_for_the_resident():
    given(ADMITTED).when(saying(ORDER, place="VOT")).then_refused("PLC-02", saying="for men")
    minor = ADMITTED.but(centre="ZUL", age="minor", unaccompanied=False)
    given(minor).when(ORDER).then_refused("DET-15")
    given(minor).when(saying(ORDER, place="TIE")).then(ORDERED.but(place="TIE"))
    alone = ADMITTED.but(age="minor", unaccompanied=True)
    given(alone).when(saying(ORDER, place="TIE")).then_refused("DET-16")


def test_who_belongs_to_no_family_goes_to_no_family_site():
    given(ADMITTED).when(saying(ORDER, place="BEA")).then_refused("PLC-02", saying="none on record")


def test_a_transfer_is_ordered_once():
    given(*HELD, ORDERED).when(ORDER).then_refused("TRF-01", saying="the transfer is ordered")
    given(*ON_THE_WAY).when(saying(ORDER, place="CAR")).then_refused("TRF-01")
    given(*HELD, ORDERED, CANCELLED).when(ORDER).then(ORDERED)
    given(*ON_THE_WAY, RECEIVED).when(saying(ORDER, place="HOL")).then(ORDERED.but(place="HOL"))


def test_those_who_decide_order_it():
    given(ADMITTED).when(ORDER).is_for(F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.CENTRE_DIRECTOR)


def test_another_reason_needs_words():
    other = saying(ORDER, reason="other")
    given(ADMITTED).when(other).then_refused("COD-02")
    given(ADMITTED).when(saying(other, remark=Sealed.of("roof leaks"))).then_state(centre="HOL")


def test_a_late_order_was_possible_at_its_own_moment():
    given(*HELD, ORDERED, CANCELLED).when(ORDER, at="2026-03-16 15:59").then_refused("ORD-02")
    given(*HELD, ORDERED, CANCELLED).when(ORDER, at="2026-03-16 16:00").then(ORDERED)


# -- the departure ----------------------------------------------------------------------------


def test_the_driver_leaves_with_three_receipts():
    asked = given(*HELD, ORDERED).when(BEGIN)
    asked.then(BEGUN)
    asked.then_state(transfer__under_way=True, transfer__taken=(True, True, False), centre="HOL")


@pytest.mark.parametrize("name", ["file", "property", "medicines"])
def test_each_receipt_is_said(name):
    given(*HELD, ORDERED).when(saying(BEGIN, **{name: None})).then_refused(
        "TRF-03", saying=f"not said whether handed over: {name}"
    )


def test_nobody_leaves_without_an_order():
    given(ADMITTED).when(BEGIN).then_refused("TRF-01", saying="the transfer is none")
    given(*HELD, ORDERED, CANCELLED).when(BEGIN).then_refused("TRF-01")
    given(*ON_THE_WAY).when(BEGIN).then_refused("TRF-01")
    given(*HELD, ORDERED).when(BEGIN, at="2026-03-16 09:29").then_refused("ORD-02")


def test_the_transfer_bureau_drives():
    given(*HELD, ORDERED).when(BEGIN).is_for(F.TRANSFER)


# -- the receipt ------------------------------------------------------------------------------


def test_the_other_place_receives_the_resident():
    asked = given(*ON_THE_WAY).when(RECEIVE, by=GUARD_AT_BRUGES)
    asked.then(RECEIVED)
    asked.then_state(transfer__state=TransferState.RECEIVED, centre="BRU")


def test_the_place_may_be_said_and_is_the_one_ordered():
    given(*ON_THE_WAY).when(saying(RECEIVE, place="BRU")).then(RECEIVED)
    given(*ON_THE_WAY).when(saying(RECEIVE, place="127B")).then_refused(
        "TRF-02", saying="the order is for BRU"
    )


@pytest.mark.parametrize("name", ["file", "property", "medicines"])
def test_each_receipt_is_said_again(name):
    given(*ON_THE_WAY).when(saying(RECEIVE, **{name: None})).then_refused("TRF-03", saying=name)


@pytest.mark.parametrize(
    ("name", "received"), [("file", False), ("property", False), ("medicines", True)]
)
def test_what_is_not_as_the_driver_took_it_has_a_code(name, received):
    different = saying(RECEIVE, **{name: received})
    given(*ON_THE_WAY).when(different).then_refused("TRF-03", saying=f"is given: {name}")
    explained = saying(different, **{f"{name}_discrepancy": "not-handed-over"})
    given(*ON_THE_WAY).when(explained).then(
        RECEIVED.but(**{name: received, f"{name}_discrepancy": "not-handed-over"})
    )


def test_a_discrepancy_may_be_told_of_what_is_received():
    damaged = saying(RECEIVE, property_discrepancy="damaged")
    given(*ON_THE_WAY).when(damaged).then(RECEIVED.but(property_discrepancy="damaged"))


def test_the_lawyer_is_informed_or_there_is_none():
    given(*ON_THE_WAY).when(saying(RECEIVE, lawyer=None)).then_refused("TRF-04")
    given(*ON_THE_WAY).when(saying(RECEIVE, lawyer="no-lawyer")).then(
        RECEIVED.but(lawyer="no-lawyer")
    )


def test_who_brought_the_resident_signs_for_no_receipt_whichever_account_is_used():
    given(*ON_THE_WAY).when(RECEIVE, by=DRIVER_AT_THE_DESK).then_refused(
        "SEP-03", saying="P-021 brought the resident", exit_code=4
    )
    given(*ON_THE_WAY).when(RECEIVE, by=COACH).then(RECEIVED)


def test_whether_the_place_suits_is_asked_again_on_arrival():
    found_out = ADMITTED.but(age="disputed")
    given(found_out, ORDERED, BEGUN).when(RECEIVE).then_refused("DET-15")


def test_nobody_is_received_who_did_not_leave():
    given(*HELD, ORDERED).when(RECEIVE).then_refused("TRF-01")
    given(*ON_THE_WAY, RECEIVED).when(RECEIVE).then_refused("TRF-01")
    given(*ON_THE_WAY).when(RECEIVE, at="2026-03-17 08:09").then_refused("ORD-02")


def test_whoever_receives_residents_receives_this_one():
    given(*ON_THE_WAY).when(RECEIVE).is_for(F.COACH, F.ATTACHE_COACH, F.CENTRE_DIRECTOR, F.SECURITY)


# -- calling off ------------------------------------------------------------------------------


def test_a_transfer_is_called_off_before_it_begins_or_on_its_way():
    given(*HELD, ORDERED).when(CANCEL).then(CANCELLED)
    given(*ON_THE_WAY).when(CANCEL).then_state(
        transfer__state=TransferState.CANCELLED, centre="HOL"
    )
    given(ADMITTED).when(CANCEL).then_refused("TRF-01")
    given(*ON_THE_WAY, RECEIVED).when(CANCEL).then_refused("TRF-01")


def test_those_who_decide_and_the_driver_call_it_off():
    given(*HELD, ORDERED).when(CANCEL).is_for(
        F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.CENTRE_DIRECTOR, F.TRANSFER
    )


# -- what holds for all -----------------------------------------------------------------------


@pytest.mark.parametrize("order", [ORDER, BEGIN, RECEIVE, CANCEL], ids=lambda o: type(o).__name__)
def test_it_is_for_running_trajectories_of_the_second_procedure(order):
    given(ADMITTED.but(procedure=1)).when(order).then_refused("ORD-06")
    ended = given(ADMITTED, NOT_RETURNED).when(order)
    ended.then_refused("ORD-04")


def test_what_may_follow_is_told_without_details():
    state = given(*ON_THE_WAY).when(RECEIVE).state()
    moment = brussels("2026-03-17 12:00")
    for act, passes in (
        ("ReceiveTransfer", True),
        ("CancelTransfer", True),
        ("OrderTransfer", False),
    ):
        assert (not failing(Attempt(state, act, Context(moment, moment)))) is passes


def test_an_act_found_in_history_is_judged_too():
    given(ADMITTED).when_read_back(BEGIN).then_refused("TRF-01", saying="none")


# -- custody ----------------------------------------------------------------------------------


def test_who_is_held_is_in_transfer_on_the_way_and_held_again_on_arrival():
    told = given(*HELD, ORDERED)
    told.when(BEGIN).then_state(custody__status=CustodyStatus.IN_TRANSFER)
    on_the_road = given(*HELD, ORDERED, BEGUN)
    on_the_road.when(RECEIVE).then_state(
        custody__status=CustodyStatus.HELD, custody__place="BRU", custody__detained=True
    )
    on_the_road.when(CANCEL).then_state(custody__status=CustodyStatus.HELD, custody__place="HOL")


def test_the_time_on_the_road_counts_as_detention_without_a_gap():
    state = given(*HELD, ORDERED, BEGUN).when(RECEIVE).state_after()
    assert len(state.custody.stays) == 1
    assert state.custody.stays[0].over is None


def test_who_was_never_held_is_not_on_the_way_but_is_held_where_received():
    free = (ADMITTED.but(centre="XYZ"), ORDERED)  # a place of which nothing is known
    given(*free).when(BEGIN).then_state(custody__status=CustodyStatus.NOT_HELD)
    asked = given(*free, BEGUN).when(RECEIVE)
    asked.then_state(
        custody__status=CustodyStatus.HELD, custody__untitled_since=brussels("2026-03-17 09:10")
    )


def test_who_was_released_is_brought_to_no_place_of_detention_without_title():
    released = RELEASED.at("2026-03-17 09:00")
    for place in ("BRU", "TIE"):
        on_the_way = (*HELD, ORDERED.but(place=place), BEGUN, released)
        rules = given(*on_the_way).when(RECEIVE).rules_in_the_way()
        assert "CUS-06" in rules
    given(*HELD, ORDERED, BEGUN, released).when(CANCEL).then_state(
        custody__status=CustodyStatus.RELEASED
    )
    for order, history in ((ORDER, ()), (BEGIN, (ORDERED.at("2026-03-17 10:00"),))):
        free = (*HELD, RELEASED.at("2026-03-16 09:00"), *history)
        given(*free).when(order).then_refused("CUS-06", saying="without a detention title")


def test_who_is_held_again_under_a_title_may_be_moved():
    told = (PROPOSED.at("2026-03-16 09:30"), ISSUED.at("2026-03-16 10:00"))
    given(*HELD, RELEASED.at("2026-03-16 09:00"), *told).when(ORDER).events()


def test_who_was_never_held_is_brought_as_at_an_arrival():
    given(ADMITTED.but(centre="XYZ")).when(ORDER).events()


def test_who_was_found_is_brought_back_under_a_title_that_covers_the_day():
    found = (*HELD, INFORMED, PRESUMED, GONE, FOUND)
    given(*found).when(ORDER, at="2026-05-01 23:00").events()
    given(*found).when(ORDER, at="2026-05-02 00:00").then_refused("CUS-06")


@pytest.mark.parametrize("found", [DISPUTED.at("2026-03-17 08:30"), BORN.at("2026-03-17 08:30")])
def test_who_is_called_back_on_the_road_returns_to_no_closed_centre_as_a_child(found):
    given(*ON_THE_WAY, found).when(CANCEL).then_refused("DET-15")
    at_tubize = (HELD[0].but(centre="TUB", unaccompanied=False), ORDERED, BEGUN)
    given(*at_tubize, found).when(CANCEL).events()


def test_whom_a_prison_let_go_is_held_where_received():
    history = (*HELD, TO_PRISON, LET_GO)
    told = (ORDERED.at("2026-03-21 10:00"), BEGUN.at("2026-03-21 11:00"))
    given(*history, *told).when(RECEIVE).then_state(
        custody__status=CustodyStatus.HELD, custody__place="BRU", centre="BRU"
    )


# -- who may not be moved ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "passes"), [("2026-05-01 23:59", True), ("2026-05-02 00:00", False)]
)
def test_who_must_be_free_is_brought_to_no_closed_centre(at, passes):
    for history, command in (((), ORDER), ((ORDERED,), BEGIN)):
        asked = given(*HELD, *history).when(command, at=at)
        asked.events() if passes else asked.then_refused("DET-01", saying="ran out")


@pytest.mark.parametrize(
    ("at", "passes"), [("2026-03-02 23:59", True), ("2026-03-03 00:00", False)]
)
def test_without_a_title_nobody_is_moved_after_the_day_of_arrival(at, passes):
    asked = given(ADMITTED).when(ORDER, at=at)
    asked.events() if passes else asked.then_refused("CUS-06")


def test_a_child_is_brought_out_of_a_closed_centre_whatever_the_title():
    minor = ADMITTED.but(centre="HOL", age="minor", unaccompanied=False)
    given(minor).when(saying(ORDER, place="TIE"), at="2026-03-12 09:00").events()


def test_nobody_is_moved_out_of_a_hospital_that_did_not_discharge():
    ill = (*HELD, TO_HOSPITAL)
    given(*ill).when(ORDER).then_refused("CUS-04", saying="hospital")
    given(*ill, ORDERED).when(BEGIN).then_refused("CUS-04", saying="hospital")
    discharged = LET_GO.at("2026-03-16 08:00")
    given(*ill, discharged).when(ORDER).events()
    given(*ill, discharged, ORDERED).when(BEGIN).events()


# -- families ----------------------------------------------------------------------------------


def relative(*history, number=CHILD, centre="HOL"):
    """Tell a member of the family in a dossier of its own."""
    arrived = ADMITTED.but(centre=centre, resident=number)
    return there(replay(lines((arrived, *history), number)))


LINKED = Act(
    e.FamilyLinked(family=NUMBER, role="parent", members=(CHILD,)),
    COACH,
    brussels("2026-03-02 13:00"),
)


@pytest.mark.parametrize(("history", "command"), [((), ORDER), ((ORDERED,), BEGIN)])
def test_a_family_is_moved_together(history, command):
    family = given(*HELD, LINKED, *history)
    child = relative()
    family.when(command, members=(child,)).then_refused("FAM-02", saying="would stay behind")
    family.when(command, members=(child,), together=(NUMBER, CHILD)).events()


def test_who_joins_the_family_leaves_nobody_behind():
    there_already = relative(centre="BRU")
    given(*HELD, LINKED).when(ORDER, members=(there_already,)).events()


def test_who_is_gone_or_has_ended_is_not_left_behind():
    ended = relative(NOT_RETURNED)
    in_prison = relative(TO_PRISON)
    for member in (ended, in_prison):
        given(*HELD, LINKED).when(ORDER, members=(member,)).events()
    ill = relative(TO_HOSPITAL)
    given(*HELD, LINKED).when(ORDER, members=(ill,)).then_refused("FAM-02")


def test_a_separation_that_was_decided_lets_one_be_moved():
    proposed = Act(
        e.FamilySeparationProposed(members=(CHILD,), report="BIA-2026-1"),
        COACH,
        brussels("2026-03-09 09:00"),
    )
    apart = Act(e.FamilySeparationDecided(members=(CHILD,)), OFFICER, brussels("2026-03-10 09:00"))
    family = given(*HELD, LINKED, proposed, apart)
    family.when(ORDER, members=(relative(),)).events()
