"""Property is kept by a list, and given back by that list."""

from examples.admission import ADMITTED, KEEP, KEPT, RETURN, RETURNED
from given import brussels, given

from domain.state.admission import Inventory
from domain.values import Function

NUMBER = "INV-2026-0042"


def test_property_is_taken_in_custody_by_a_list():
    asked = given(ADMITTED).when(KEEP, at="2026-03-02 10:50")
    asked.then(KEPT)
    asked.then_state(belongings=(Inventory(NUMBER, "kept", brussels("2026-03-02 10:50")),))


def test_it_is_given_back_by_that_list():
    asked = given(ADMITTED, KEPT).when(RETURN, at="2026-03-20 08:00")
    asked.then(RETURNED)
    asked.then_state(belongings=(Inventory(NUMBER, "returned", brussels("2026-03-20 08:00")),))


def test_what_was_never_kept_is_not_given_back():
    given(ADMITTED).when(RETURN).then_refused("ADM-03", saying="kept are: -")
    other = RETURN.model_copy(update={"inventory": "INV-2026-0043"})
    given(ADMITTED, KEPT).when(other).then_refused("ADM-03", saying=f"kept are: {NUMBER}")


def test_what_was_given_back_is_not_given_back_again():
    given(ADMITTED, KEPT, RETURNED).when(RETURN).then_refused("ADM-03")


def test_nothing_is_given_back_before_it_was_kept():
    given(ADMITTED, KEPT).when(RETURN, at="2026-03-02 10:49").then_refused("ORD-02")


def test_another_list_is_kept_beside_it():
    second = KEEP.model_copy(update={"inventory": "INV-2026-0051"})
    state = given(ADMITTED, KEPT).when(second).state_after()
    assert [each.reference for each in state.belongings] == [NUMBER, "INV-2026-0051"]


def test_security_keeps_the_lists():
    given(ADMITTED).when(KEEP).is_for(Function.SECURITY)
