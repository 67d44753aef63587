"""A dossier is closed once every duty is done and its outcome is known."""

from types import SimpleNamespace

import pytest
from dossier import (
    ARRIVED,
    CLOSE,
    DIRECTOR,
    HANDED_IN,
    NOT_RETURNED,
    NUMBER,
    SECURITY,
    TRANSMITTED,
)
from examples.affairs import OBSTACLE, OBSTACLE_GONE
from examples.custody import TO_PRISON
from examples.ending import ALERTED, FREE, HERE, LET_GO, ended
from examples.health import LIFT, LIFTED, OBJECTED, SECOND_DOCTOR
from examples.incidents import ANSWERED, FED_BACK, STRIKE, STRIKE_OVER
from examples.incidents import CLOSED as INCIDENT_CLOSED
from examples.iom import LEFT, TRAVEL_BOOKED
from examples.measures import ENDED, ISOLATED, PROPOSED, REFUSE
from given import Act, brussels, given, there

from domain import commands as c
from domain import events as e
from domain.decide import Attempt, Context
from domain.decide.ending import nothing_left_open
from domain.lifecycle import Stage
from domain.rules import Certainty, rule

DECEASED = ended("deceased")
UNKNOWN = ended("unknown")


@pytest.mark.parametrize(
    "history",
    [(*HERE, DECEASED), (*HERE, TO_PRISON, ended("to-prison")), (*TRAVEL_BOOKED, LEFT)],
    ids=["deceased", "to prison", "departed"],
)
def test_with_nothing_open_it_is_closed(history):
    given(*history).when(CLOSE).then_state(stage=Stage.CLOSED)


# -- END-01: what is open -----------------------------------------------------------------------


def test_an_open_incident_is_named():
    given(*HERE, STRIKE, DECEASED).when(CLOSE).then_refused(
        "END-01", saying="incident 1 (hunger-strike) is open"
    )
    done = (STRIKE, FED_BACK, ANSWERED, STRIKE_OVER, INCIDENT_CLOSED)
    given(*HERE, *done, DECEASED).when(CLOSE).events()


def test_a_measure_that_nobody_ended_is_named():
    given(*HERE, PROPOSED, ISOLATED, DECEASED).when(CLOSE).then_refused(
        "END-01", saying="measure 1 (isolation) has not ended"
    )
    given(*HERE, PROPOSED, ISOLATED, ENDED, DECEASED).when(CLOSE).events()


def test_an_appeal_that_was_handed_in_is_passed_on():
    given(*HERE, HANDED_IN, DECEASED).when(CLOSE).then_refused(
        "END-01", saying="the extreme-urgency appeal - was handed in and not transmitted"
    )
    given(*HERE, HANDED_IN, TRANSMITTED, DECEASED).when(CLOSE).events()


def test_a_measure_that_nobody_decided_is_named_and_refused_even_after_the_end():
    proposed = (*HERE, PROPOSED, DECEASED)
    given(*proposed).when(CLOSE).then_refused(
        "END-01", saying="measure 1 (isolation) is neither decided nor refused"
    )
    asked = given(*proposed).when(REFUSE, by=DIRECTOR)
    [refused] = asked.events()
    done = Act(refused, DIRECTOR, brussels("2026-03-27 10:00"))
    given(*proposed, done).when(CLOSE, at="2026-03-28 10:00").events()


def test_an_obstacle_is_named():
    given(*HERE, OBSTACLE, DECEASED).when(CLOSE).then_refused("END-01", saying="obstacle 1 is open")
    given(*HERE, OBSTACLE, OBSTACLE_GONE, DECEASED).when(CLOSE).events()


KEPT = Act(
    e.PropertyInventoried(inventory="INV-2026-7", outcome="kept"),
    SECURITY,
    brussels("2026-03-02 11:00"),
)
GIVE_BACK = c.InventoryProperty(dossier=NUMBER, inventory="INV-2026-7", outcome="returned")


def test_property_that_was_kept_is_given_back_even_after_the_end():
    kept = (HERE[0], KEPT, HERE[1], DECEASED)
    given(*kept).when(CLOSE).then_refused("END-01", saying="kept under INV-2026-7")
    [returned] = given(*kept).when(GIVE_BACK, by=SECURITY, at="2026-03-27 10:00").events()
    done = Act(returned, SECURITY, brussels("2026-03-27 10:00"))
    given(*kept, done).when(CLOSE, at="2026-03-28 10:00").events()


def test_of_who_is_gone_property_stays_where_it_is():
    gone = (HERE[0], KEPT, HERE[1], LET_GO, ended("unknown"), ALERTED)
    given(*gone).when(CLOSE).events()


def test_a_medical_objection_is_resolved_even_after_the_end():
    objected = (*HERE, OBJECTED, DECEASED)
    given(*objected).when(CLOSE).then_refused(
        "END-01", saying="a medical objection is not resolved"
    )
    given(*objected).when(LIFT, by=SECOND_DOCTOR, at="2026-03-27 10:00").events()
    lifted = LIFTED.at("2026-03-27 10:00")
    given(*objected, lifted).when(CLOSE, at="2026-03-28 10:00").events()


def test_of_who_is_held_a_release_is_missing():
    # As an older record may have it: nobody let her go, and her trajectory ended.
    given(*HERE, ended("administrative-error")).when(CLOSE).then_refused(
        "END-01", saying="no release is on record"
    )


def test_what_runs_beside_the_trajectory_names_what_it_leaves_open():
    asked = given(*HERE, DECEASED).when(CLOSE)
    state = asked.state()
    vars(state).update(affairs=SimpleNamespace(left_open=(("complaint", 1), ("exchange", 4))))
    context = Context(there(asked.at), there(asked.now))
    found = nothing_left_open(Attempt(state, "CloseTrajectory", context))
    assert [each.why for each in found] == ["complaint 1 is open", "exchange 4 is open"]


def test_everything_that_is_open_is_named_at_once():
    history = (*HERE, PROPOSED, ISOLATED, STRIKE, HANDED_IN, LET_GO, UNKNOWN)
    asked = given(*history).when(CLOSE)
    asked.then_refused("END-01", "END-04", saying="incident 1")
    asked.then_refused("END-01", "END-04", saying="measure 1")
    asked.then_refused("END-01", "END-04", saying="not transmitted")


def test_the_first_procedure_closed_all_the_same():
    given(ARRIVED, HANDED_IN, NOT_RETURNED).when(CLOSE).events()
    given(ARRIVED, ended("absconded")).when(CLOSE).events()
    given(ARRIVED, NOT_RETURNED.but(reason="unknown")).when(CLOSE, at="2026-08-01 09:00").events()


# -- END-02: an outcome that is unknown -----------------------------------------------------------


def test_the_days_are_a_parameter_and_not_law():
    row = rule("END-02")
    assert (row.length, row.unit, row.parameter) == (30, "calendar_days", True)
    assert row.certainty is Certainty.DESIGN


@pytest.mark.parametrize(
    ("at", "passes"),
    [
        ("2026-04-24 23:59", True),
        ("2026-04-25 23:59", True),  # a Saturday, thirty days after Thursday 26 March
        ("2026-04-26 00:00", False),
        ("2026-04-27 09:00", False),
    ],
)
def test_an_unknown_outcome_is_closed_within_thirty_days_or_not_at_all(at, passes):
    asked = given(*FREE, UNKNOWN, ALERTED).when(CLOSE, at=at)
    if passes:
        asked.events()
    else:
        asked.then_refused("END-02", saying="this could stand until 2026-04-25")


def test_a_known_outcome_waits_as_long_as_it_likes():
    given(*HERE, DECEASED).when(CLOSE, at="2027-04-26 09:00").events()


# -- END-04: the services -------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["absconded", "absconded-presumed", "unknown"])
def test_of_who_is_gone_the_services_were_told(reason):
    gone = (*FREE, ended(reason))
    given(*gone).when(CLOSE).then_refused("END-04", saying=f"({reason})")
    given(*gone, ALERTED).when(CLOSE).events()


@pytest.mark.parametrize("reason", ["deceased", "left-with-proof", "protection-granted"])
def test_of_others_nobody_has_to_be(reason):
    given(*FREE, ended(reason)).when(CLOSE).events()
