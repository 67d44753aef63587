"""A transfer is ordered, begun and received, or called off; each in its turn."""

import pytest
from dossier import COACH, NOT_RETURNED
from examples.admission import ADMITTED
from examples.custody import HELD
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
from given import brussels, given

from domain.decide import Attempt, Context, failing
from domain.lifecycle import TransferState
from domain.lifecycle.custody import CustodyStatus
from domain.values import Function, Sealed

F = Function


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
    minor = ADMITTED.but(centre="ZUL", age="minor")
    given(minor).when(ORDER).then_refused("DET-15")
    given(minor).when(saying(ORDER, place="TIE")).then(ORDERED.but(place="TIE"))
    alone = ADMITTED.but(age="minor", unaccompanied=True)
    given(alone).when(saying(ORDER, place="TIE")).then_refused("DET-16")


def test_who_belongs_to_no_family_goes_to_no_family_site():
    given(ADMITTED).when(saying(ORDER, place="BEA")).then_refused("PLC-02", saying="none on record")


def test_a_transfer_is_ordered_once():
    given(ADMITTED, ORDERED).when(ORDER).then_refused("TRF-01", saying="the transfer is ordered")
    given(*ON_THE_WAY).when(saying(ORDER, place="CAR")).then_refused("TRF-01")
    given(ADMITTED, ORDERED, CANCELLED).when(ORDER).then(ORDERED)
    given(*ON_THE_WAY, RECEIVED).when(saying(ORDER, place="HOL")).then(ORDERED.but(place="HOL"))


def test_those_who_decide_order_it():
    given(ADMITTED).when(ORDER).is_for(F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.CENTRE_DIRECTOR)


def test_another_reason_needs_words():
    other = saying(ORDER, reason="other")
    given(ADMITTED).when(other).then_refused("COD-02")
    given(ADMITTED).when(saying(other, remark=Sealed.of("roof leaks"))).then_state(centre="HOL")


def test_a_late_order_was_possible_at_its_own_moment():
    given(ADMITTED, ORDERED, CANCELLED).when(ORDER, at="2026-03-16 15:59").then_refused("ORD-02")
    given(ADMITTED, ORDERED, CANCELLED).when(ORDER, at="2026-03-16 16:00").then(ORDERED)


# -- the departure ----------------------------------------------------------------------------


def test_the_driver_leaves_with_three_receipts():
    asked = given(ADMITTED, ORDERED).when(BEGIN)
    asked.then(BEGUN)
    asked.then_state(transfer__under_way=True, transfer__taken=(True, True, False), centre="HOL")


@pytest.mark.parametrize("name", ["file", "property", "medicines"])
def test_each_receipt_is_said(name):
    given(ADMITTED, ORDERED).when(saying(BEGIN, **{name: None})).then_refused(
        "TRF-03", saying=f"not said whether handed over: {name}"
    )


def test_nobody_leaves_without_an_order():
    given(ADMITTED).when(BEGIN).then_refused("TRF-01", saying="the transfer is none")
    given(ADMITTED, ORDERED, CANCELLED).when(BEGIN).then_refused("TRF-01")
    given(*ON_THE_WAY).when(BEGIN).then_refused("TRF-01")
    given(ADMITTED, ORDERED).when(BEGIN, at="2026-03-16 09:29").then_refused("ORD-02")


def test_the_transfer_bureau_drives():
    given(ADMITTED, ORDERED).when(BEGIN).is_for(F.TRANSFER)


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
    given(ADMITTED, ORDERED).when(RECEIVE).then_refused("TRF-01")
    given(*ON_THE_WAY, RECEIVED).when(RECEIVE).then_refused("TRF-01")
    given(*ON_THE_WAY).when(RECEIVE, at="2026-03-17 08:09").then_refused("ORD-02")


def test_whoever_receives_residents_receives_this_one():
    given(*ON_THE_WAY).when(RECEIVE).is_for(F.COACH, F.ATTACHE_COACH, F.CENTRE_DIRECTOR, F.SECURITY)


# -- calling off ------------------------------------------------------------------------------


def test_a_transfer_is_called_off_before_it_begins_or_on_its_way():
    given(ADMITTED, ORDERED).when(CANCEL).then(CANCELLED)
    given(*ON_THE_WAY).when(CANCEL).then_state(
        transfer__state=TransferState.CANCELLED, centre="HOL"
    )
    given(ADMITTED).when(CANCEL).then_refused("TRF-01")
    given(*ON_THE_WAY, RECEIVED).when(CANCEL).then_refused("TRF-01")


def test_those_who_decide_and_the_driver_call_it_off():
    given(ADMITTED, ORDERED).when(CANCEL).is_for(
        F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.CENTRE_DIRECTOR, F.TRANSFER
    )


# -- what holds for all -----------------------------------------------------------------------


@pytest.mark.parametrize("order", [ORDER, BEGIN, RECEIVE, CANCEL], ids=lambda o: type(o).__name__)
def test_it_is_for_running_trajectories_of_the_second_procedure(order):
    given(ADMITTED.but(procedure=1)).when(order).then_refused("ORD-06")
    ended = given(ADMITTED, NOT_RETURNED).when(order)
    ended.then_refused("ORD-04", *({"TRF-01"} if order is not ORDER else ()))


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


def test_who_is_not_held_is_not_on_the_way_either():
    given(ADMITTED, ORDERED).when(BEGIN).then_state(custody__status=CustodyStatus.NOT_HELD)
