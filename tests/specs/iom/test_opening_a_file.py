"""A file with IOM is opened at the person's own request, in a language that person understands."""

import pytest
from dossier import ARRIVED, INFORMED, OPEN_IOM
from examples.iom import ADMITTED
from given import given

from domain.lifecycle import IomState
from domain.rules import Certainty, rule

HERE = (ADMITTED, INFORMED)


def opened(*history, **said):
    return given(*history).when(OPEN_IOM.model_copy(update=said), at="2026-03-16 10:00")


@pytest.mark.parametrize("asked", [True, None])
def test_it_is_opened_at_the_person_s_own_request(asked):
    opened(*HERE, own_request=asked).then_state(iom__state=IomState.OPENED)


def test_for_who_did_not_ask_none_is_opened():
    opened(*HERE, own_request=False).then_refused("IOM-06", saying="did not ask")
    assert rule("IOM-06").certainty is Certainty.DESIGN


def test_it_says_in_which_language_and_who_interpreted():
    opened(*HERE, language="fr").events()
    opened(*HERE, language="fa").then_refused("LAN-01", saying="fa is not spoken")
    opened(*HERE, language="fa", interpreter="I-17").events()
    opened(*HERE, language="fa", no_interpreter="staff-speaks").events()


def test_the_first_procedure_did_not_ask():
    opened(ARRIVED, INFORMED, own_request=False, language="fa").events()
