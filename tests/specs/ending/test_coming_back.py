"""Who comes back gets a new trajectory that names the one before; a wrong end is reopened."""

import json

import pytest
from dossier import ARRIVED, CLOSE, DIRECTOR, NUMBER, OPEN, REOPEN, REOPENED
from examples.ending import ALERTED, HERE, ended
from given import given, known_as
from pydantic import ValidationError

from domain import commands as c
from domain import events as e
from domain.lifecycle import Stage
from domain.values import Sealed
from workflows.upcasts import event_from

BEFORE = "HOL-2025-0007"


def test_a_new_trajectory_names_the_one_before():
    again = OPEN.model_copy(update={"previous": BEFORE})
    [event] = given().when(again, at="2026-03-02 10:15").events()
    assert known_as(e.ResidentAdmitted, event).previous == BEFORE


def test_a_first_trajectory_names_none():
    [event] = given().when(OPEN, at="2026-03-02 10:15").events()
    assert known_as(e.ResidentAdmitted, event).previous is None


def test_it_does_not_name_itself():
    itself = OPEN.model_copy(update={"previous": NUMBER})
    given().when(itself, at="2026-03-02 10:15").then_refused(
        "ORD-05", saying=f"dossier {NUMBER} does not follow on itself"
    )


def test_it_is_named_by_a_dossier_number():
    with pytest.raises(ValidationError):
        c.OpenTrajectory(dossier=NUMBER, centre="HOL", previous="Saba Ahmadi")


def test_an_arrival_stored_before_there_were_links_names_none():
    stored = {"centre": "HOL", "resident": NUMBER, "came_from": "police"}
    event = event_from("resident-admitted.v1", json.loads(json.dumps(stored)))
    assert known_as(e.ResidentAdmitted, event).previous is None


def test_a_wrong_end_is_reopened_on_the_same_dossier_by_whom_when_and_why():
    asked = given(*HERE, ended("unknown"), ALERTED).when(REOPEN, by=DIRECTOR)
    asked.then(REOPENED)
    asked.then_state(stage=Stage.INFORMATION, ending__reason=None, ending__alerted=())


def test_a_reopened_dossier_is_closed_by_its_new_outcome():
    again = (*HERE, ended("unknown"), ALERTED, REOPENED)
    history = (*again, ended("deceased").at("2026-06-10 12:00"))
    given(*history).when(CLOSE, at="2026-09-01 09:00").events()


def test_what_reopened_it_is_sealed():
    assert isinstance(known_as(e.TrajectoryReopened, REOPENED.event).reason, Sealed)
    assert known_as(e.ResidentAdmitted, ARRIVED.event).previous is None
