"""The medical service sees who is isolated, and says so for that time alone."""

import pytest
from examples.health import ADMITTED, NURSE, TAKEN_IN
from examples.measures import BY_THE_DIRECTOR_GENERAL, ENDED, ISOLATED, PROPOSED, VISIT, VISITED
from given import brussels, given

from domain.values import Function, Sealed

RUNNING = (ADMITTED, TAKEN_IN, PROPOSED, ISOLATED)


def test_the_check_counts_from_its_moment():
    asked = given(*RUNNING).when(VISIT, by=NURSE, at="2026-03-10 18:00")
    asked.then(VISITED)
    assert asked.state_after().measures.every[0].checked == brussels("2026-03-10 18:00")


@pytest.mark.parametrize("later", [(ENDED,), (BY_THE_DIRECTOR_GENERAL,)])
def test_a_check_may_be_recorded_after_what_came_later(later):
    given(*RUNNING, *later).when(VISIT, at="2026-03-10 18:00", now="2026-03-11 12:00").events()


def test_a_check_of_nobody_in_isolation_is_none():
    given(ADMITTED, TAKEN_IN, PROPOSED).when(VISIT).then_refused("ISO-04")
    given(*RUNNING, ENDED).when(VISIT, at="2026-03-11 07:59", now="2026-03-12 09:00").events()
    given(*RUNNING, ENDED).when(VISIT, at="2026-03-11 08:00", now="2026-03-12 09:00").then_refused(
        "ISO-04"
    )
    given(*RUNNING).when(VISIT, at="2026-03-10 09:59", now="2026-03-10 12:00").then_refused(
        "ORD-02", "ISO-04"
    )


def test_a_restriction_of_the_telephone_isolates_nobody():
    phone = (PROPOSED.but(kind="phone-restriction"), ISOLATED)
    given(ADMITTED, *phone).when(VISIT).then_refused("ISO-04")


def test_what_was_found_is_sealed_for_the_medical_service():
    noted = VISIT.model_copy(update={"note": Sealed.of("does not sleep")})
    [event] = given(*RUNNING).when(noted).events()
    assert "sleep" not in repr(event)


def test_this_is_for_nurses_and_doctors():
    given(*RUNNING).when(VISIT).is_for(Function.NURSE, Function.DOCTOR)
