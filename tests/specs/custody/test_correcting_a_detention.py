"""A correction makes no detention longer than the act it corrects could have made it."""

import pytest
from dossier import CORRECT, DIRECTOR
from examples.custody import (
    HELD,
    ISSUED,
    PROLONGATION_PROPOSED,
    PROLONGED,
    PROPOSED,
    STEPPED,
)
from examples.removal import FAILED, SCHEDULED, STARTED
from given import Act, brussels, given

from domain.decide.release import release_due

ONCE = (*HELD, STEPPED, PROLONGATION_PROPOSED, PROLONGED)
TITLE, STEP, PROLONGATION = 3, 4, 6
"""The numbers of the lines in ONCE."""


def correcting(*history, line, field, becomes, at="2026-05-05 10:00"):
    said = {"corrects": line, "field": field, "becomes": becomes}
    return given(*history).when(CORRECT.model_copy(update=said), by=DIRECTOR, at=at)


@pytest.mark.parametrize(("until", "passes"), [("2026-05-01", True), ("2026-05-02", False)])
def test_a_title_is_corrected_to_no_day_it_could_not_name(until, passes):
    short = (*HELD[:2], ISSUED.but(until="2026-04-15"))
    asked = correcting(*short, line=TITLE, field="until", becomes=until, at="2026-03-05 10:00")
    if passes:
        asked.events()
    else:
        asked.then_refused("DET-01", saying="it may until 2026-05-01 at most")


@pytest.mark.parametrize(("until", "passes"), [("2026-07-01", True), ("2026-07-02", False)])
def test_nor_is_a_prolongation(until, passes):
    once = (*ONCE[:-1], PROLONGED.but(until="2026-06-15"))
    asked = correcting(*once, line=PROLONGATION, field="until", becomes=until)
    asked.events() if passes else asked.then_refused("DET-01")


def test_what_was_too_long_may_be_made_less_so():
    wrong = (*HELD[:2], ISSUED.but(until="2027-03-01"))
    at = "2026-03-05 10:00"
    correcting(*wrong, line=TITLE, field="until", becomes="2026-06-01", at=at).events()
    longer = correcting(*wrong, line=TITLE, field="until", becomes="2027-03-02", at=at)
    longer.then_refused("DET-01")


def test_on_another_ground_it_is_as_long_as_that_ground_allows():
    at = "2026-03-05 10:00"
    other = correcting(*HELD, line=TITLE, field="ground", becomes="recognised-decision", at=at)
    other.then_refused("DET-11", saying="until 2026-04-01 at most")
    correcting(*HELD, line=TITLE, field="ground", becomes="border", at=at).events()


REFUSED = (
    SCHEDULED.at("2026-04-15 10:00"),
    STARTED.at("2026-04-19 06:00"),
    FAILED.at("2026-04-19 08:00").but(reason="refused-to-board"),
)


@pytest.mark.parametrize(("day", "passes"), [("2026-04-19", True), ("2026-04-18", False)])
def test_no_refusal_to_board_is_typed_in_afterwards(day, passes):
    again = (PROPOSED.at("2026-04-20 10:00"), ISSUED.at("2026-04-20 12:00").but(until="2026-05-01"))
    history = (*HELD, *REFUSED, *again)
    asked = correcting(*history, line=7, field="refused_boarding_on", becomes=day)
    asked.events() if passes else asked.then_refused("DET-17")


def test_a_step_is_told_as_it_was_and_what_it_prolonged_is_counted_anew():
    late = correcting(*ONCE, line=STEP, field="occurred_at", becomes="2026-03-30T10:00+02:00")
    told = Act(late.events()[0], DIRECTOR, brussels("2026-05-05 10:00"))
    state = given(*ONCE, told).when(CORRECT).state()
    assert [one.rule for one in release_due(state, brussels("2026-05-06 10:00"))] == ["DET-02"]


def test_what_was_not_so_long_is_no_matter():
    correcting(*ONCE, line=TITLE, field="until", becomes="2026-04-30").events()
    correcting(*ONCE, line=TITLE, field="reference", becomes="DET-2026-1").events()
    correcting(*ONCE, line=2, field="until", becomes="2026-12-31").events()
