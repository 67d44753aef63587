"""What a dossier lacks is told with the rule that asks for it, and refuses nothing by itself."""

import pytest
from dossier import ARRIVED, COACH, DEPARTED, INFORMED, NUMBER, until
from examples.removal import ADMITTED, BEFORE, TO_PREPARED
from given import given

from domain import commands as c
from domain.decide.missing import missing

ASKED = c.HoldInterview(dossier=NUMBER)


def lacks(*history):
    return {each.rule: each.what for each in missing(given(*history).when(ASKED).state())}


def test_on_arrival_nearly_everything_is():
    found = lacks(ADMITTED)
    assert found["INT-01"] == "medical intake"
    assert {"INT-02", "ADM-01", "ADM-03"} <= set(found)
    assert "NOT-02" not in found
    assert "IDE-03" not in found


def test_information_given_is_missing_no_more():
    told = [each.what for each in missing(given(ADMITTED, INFORMED).when(ASKED).state())]
    assert "information still to be given" not in told


@pytest.mark.parametrize(
    ("field", "rule"), [("translation_stated", "INF-03"), ("contact_stated", "INF-05")]
)
def test_what_a_decision_must_mention_is_asked_for(field, rule):
    mentioned = [act.but(**{field: True}) if hasattr(act.event, field) else act for act in BEFORE]
    assert rule in lacks(*BEFORE)
    assert rule not in lacks(*mentioned)


def test_a_decision_without_its_remedies_or_its_means_lacks_them():
    silent = [
        act.but(remedies_stated=None, means=None) if hasattr(act.event, "means") else act
        for act in BEFORE
    ]
    assert {"INF-04", "NOT-02"} <= set(lacks(*silent))
    assert {"INF-04", "NOT-02"}.isdisjoint(lacks(*BEFORE))


def test_a_removal_being_prepared_lacks_what_one_travels_with():
    assert "EXE-06" in lacks(*TO_PREPARED)
    assert "EXE-06" not in lacks(*BEFORE)
    without = [act for act in TO_PREPARED if "document" not in act.event.TOPIC]
    assert lacks(*without)["IDE-03"] == "a travel document"


def test_an_old_dossier_is_asked_for_no_more_than_its_procedure_knows():
    assert set(lacks(ARRIVED)) == {"INT-02"}


def test_an_ended_dossier_lacks_nothing_any_more():
    assert lacks(*until(DEPARTED)) == {}


def test_who_follows_the_dossier_is_asked_for():
    whats = {each.what for each in missing(given(ADMITTED).when(ASKED, by=COACH).state())}
    assert "a lawyer" in whats
