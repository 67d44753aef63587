"""A declaration signed while kept apart does not stand, whenever that is told."""

import pytest
from dossier import (
    ATTACHE,
    BOOK,
    COACH,
    DECLARED,
    DEPART_WITH_IOM,
    DIRECTOR,
    IOM_WITHDRAWN,
    NUMBER,
    OFFICER,
    OPEN_IOM,
    SIGN,
)
from examples.affairs import CRISIS
from examples.family import act
from examples.health import TAKEN_IN
from examples.iom import ELIGIBLE, LEFT, NO_OBJECTION, SIGNED, TRAVEL_BOOKED
from examples.measures import DECIDE, ENDED, ISOLATED, PROPOSED
from examples.removal import DOCUMENT, FIT_TO_FLY
from given import brussels, given, lines, there

from domain import commands as c
from domain import events as e
from domain.decide.clocks import clocks
from domain.decide.hindsight import found_late
from domain.lifecycle.measures import KEEPS_APART
from domain.trajectory import replay
from domain.values import Sealed

ASKED = PROPOSED.at("2026-03-18 08:00")
APART = ISOLATED.at("2026-03-18 09:30")  # half an hour before the signature
OVER = ENDED.at("2026-03-18 12:00")
KINDS = [kind for kind, apart in KEEPS_APART.items() if apart]


def story(*acts):
    """Tell acts in the order in which they happened, whenever they were told."""
    return tuple(sorted(acts, key=lambda one: one.when))


TOLD_LATER = story(*SIGNED, TAKEN_IN, NO_OBJECTION, ASKED, APART, OVER)


def corrected(field, becomes, *history):
    signed = next(n for n, one in enumerate(history, start=1) if one.event == DECLARED.event)
    asked = c.CorrectRecord(
        dossier=NUMBER, corrects=signed, field=field, becomes=becomes, reason=Sealed.of("mistaken")
    )
    return given(*history).when(asked, by=OFFICER, at="2026-03-19 10:00")


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_signs_under_a_measure_that_keeps_apart_by_whatever_name(kind):
    apart = story(*ELIGIBLE, TAKEN_IN, ASKED.but(kind=kind), APART)
    given(*apart).when(SIGN, at="2026-03-18 10:00").then_refused("IOM-04", saying="kept apart")


@pytest.mark.parametrize(
    ("at", "passes"), [("2026-03-18 10:59", False), ("2026-03-18 11:00", True)]
)
def test_nor_in_a_crisis_until_its_hours_are_over(at, passes):
    crisis = CRISIS.at("2026-03-18 07:00")  # for four hours
    asked = given(*ELIGIBLE, crisis).when(SIGN, at=at)
    asked.events() if passes else asked.then_refused("IOM-04", saying="kept apart")


def test_the_isolation_is_recorded_all_the_same_and_the_declaration_falls():
    asked = given(*story(*SIGNED, TAKEN_IN, ASKED)).when(
        DECIDE, by=DIRECTOR, at="2026-03-18 09:30", now="2026-03-18 12:00"
    )
    asked.then_state(declared=False)
    given(*SIGNED).when(BOOK, at="2026-03-18 13:00").rules_in_the_way()


def test_no_journey_is_booked_on_it():
    given(*TOLD_LATER).when(BOOK, at="2026-03-19 10:00").then_refused(
        "IOM-04", saying="signed in freedom"
    )
    free = story(*SIGNED, TAKEN_IN, NO_OBJECTION, ASKED, APART.at("2026-03-18 10:01"), OVER)
    given(*free).when(BOOK, at="2026-03-19 10:00").events()


def test_nobody_leaves_on_it():
    booked = story(*TRAVEL_BOOKED, TAKEN_IN, DOCUMENT, FIT_TO_FLY.at("2026-03-20 08:00"))
    leave = DEPART_WITH_IOM.model_copy(update={"consents": True})
    given(*booked).when(leave, by=COACH, at="2026-03-21 07:10").events()
    late = story(*booked, ASKED, APART, OVER)
    asked = given(*late).when(leave, by=COACH, at="2026-03-21 07:10")
    assert "TIT-01" in asked.rules_in_the_way()


def test_who_left_on_it_left_inside_a_block_found_late():
    booked = story(*TRAVEL_BOOKED, TAKEN_IN, DOCUMENT, FIT_TO_FLY.at("2026-03-20 08:00"), ASKED)
    known = lines((*booked, LEFT), NUMBER)
    after = lines((*booked, LEFT, APART), NUMBER)
    [(dossier, version, rules)] = found_late({NUMBER: known}, after[len(known) :])
    assert (dossier, version) == (NUMBER, len(known))
    assert "TIT-01" in rules


def test_it_is_due_to_be_withdrawn_and_another_is_signed():
    def due(*history):
        state = there(replay(lines(history, NUMBER)))
        found = clocks(state, brussels("2026-03-19 10:00"))
        return [one.at for one in found if one.rule == "IOM-04"]

    assert due(*TOLD_LATER) == [DECLARED.when]
    withdrawn = IOM_WITHDRAWN.at("2026-03-19 09:00")
    assert due(*TOLD_LATER, withdrawn) == []
    given(*TOLD_LATER, withdrawn).when(OPEN_IOM, by=ATTACHE, at="2026-03-19 10:00").events()


def test_it_is_not_moved_to_a_moment_in_freedom():
    moved = "2026-03-18T12:00+00:00"
    corrected("occurred_at", moved, *TOLD_LATER).then_refused("COR-03", saying="not moved")
    corrected("occurred_at", moved, *SIGNED).events()


def test_that_the_guardian_was_there_is_not_made_up_afterwards():
    guarded = act(
        e.GuardianAppointed(guardian=Sealed.of("An Maes"), reference="VOO-2026-11"),
        COACH,
        "2026-03-04 10:00",
    )
    young = (SIGNED[0].but(age="minor"), SIGNED[1], guarded, *SIGNED[2:])
    corrected("guardian_present", True, *young).then_refused("COR-03", saying="withdraw the file")
    corrected("guardian_present", True, *SIGNED).events()
