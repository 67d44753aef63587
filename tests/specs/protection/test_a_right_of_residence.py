"""Who was given a right of residence is not removed, until a later decision ends the stay."""

import pytest
from dossier import DEPART, DEPART_WITH_IOM, DRAFTED, NOTIFIED, OFFICER, TAKEN
from examples.decision import PROPOSED
from examples.protection import ACCEPTED, ADMITTED
from examples.remedies import in_the_way, notified
from given import Act, brussels, given

from domain import events as e
from domain.commands import EstablishNonReturn
from domain.decide.protection import no_right_of_residence
from domain.rules import rule
from domain.values import Sealed

LATER = "2026-03-30 07:00"
GRANTED = Act(e.RegularisationGranted(), OFFICER, brussels("2026-03-17 10:00"))
REFUSED = Act(
    e.RegularisationRefused(motives=Sealed.of("no new element")),
    OFFICER,
    brussels("2026-03-17 10:00"),
)


def stopped(*history, order=DEPART, at=LATER):
    return [name for name, _ in in_the_way(no_right_of_residence, history, at, order)]


@pytest.mark.parametrize("order", [DEPART, DEPART_WITH_IOM], ids=["removal", "voluntary"])
def test_granted_it_stops_every_departure(order):
    assert stopped(ADMITTED, PROPOSED, order=order) == []
    assert stopped(ADMITTED, PROPOSED, GRANTED, order=order) == ["PRO-07"]
    assert stopped(ADMITTED, PROPOSED, REFUSED, order=order) == []
    assert stopped(ADMITTED, PROPOSED, GRANTED, at="2026-03-17 10:00") == ["PRO-07"]


def ended(on, kind="stay-ended"):
    said = {"kind": kind, "form": "21", "reference": "DEC-2026-00044"}
    return (
        DRAFTED.at(f"{on} 09:00").but(**said),
        TAKEN.at(f"{on} 10:00").but(**said),
        NOTIFIED.at(f"{on} 11:00"),
    )


def test_a_later_decision_that_ends_the_stay_ends_it_once_notified():
    history = (ADMITTED, PROPOSED, GRANTED)
    assert stopped(*history, *ended("2026-03-20")) == []
    assert stopped(*history, *ended("2026-03-20")[:-1]) == ["PRO-07"]
    assert stopped(*history, *ended("2026-03-20", "entry-ban")) == ["PRO-07"]
    assert stopped(ADMITTED, *ended("2026-03-12"), PROPOSED, GRANTED) == ["PRO-07"]


def test_nobody_sets_it_aside_as_an_exception():
    assert not rule("PRO-07").overridable


def test_nor_is_the_resident_transferred_to_another_state():
    history = (*notified("2026-03-13", "dublin-transfer"), ACCEPTED, PROPOSED, GRANTED)
    transfer = EstablishNonReturn(dossier="VOT-2026-0042", reason="dublin-transfer")
    asked = given(*history).when(transfer, at="2026-03-30 09:00")
    assert "PRO-07" in asked.rules_in_the_way()
    free = given(*history[:-1]).when(transfer, at="2026-03-30 09:00")
    assert "PRO-07" not in free.rules_in_the_way()
