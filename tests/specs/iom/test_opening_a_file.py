"""A file with IOM is opened at the person's own request, in a language that person understands."""

import pytest
from dossier import ARRIVED, INFORMED, OPEN_IOM
from examples.iom import ADMITTED
from given import given, there

from domain.decide import Attempt, Context, passes
from domain.lifecycle import IomState
from domain.rules import Certainty, rule

HERE = (ADMITTED, INFORMED)


def opened(*history, **said):
    return given(*history).when(OPEN_IOM.model_copy(update=said), at="2026-03-16 10:00")


def test_it_is_opened_at_the_person_s_own_request():
    opened(*HERE, own_request=True).then_state(iom__state=IomState.OPENED)


@pytest.mark.parametrize(("asked", "words"), [(False, "did not ask"), (None, "--own-request")])
def test_for_who_did_not_ask_or_of_whom_it_is_not_said_none_is_opened(asked, words):
    opened(*HERE, own_request=asked).then_refused("IOM-06", saying=words)
    assert rule("IOM-06").certainty is Certainty.DESIGN


def test_it_says_in_which_language_and_who_interpreted():
    opened(*HERE, language="fr", interpreter=None).events()
    opened(*HERE, language=None).then_refused("LAN-01", saying="in which language")
    opened(*HERE, language="fa", interpreter=None).then_refused("LAN-01", saying="not spoken")
    opened(*HERE, language="fa", interpreter="I-17").events()
    opened(*HERE, language="fa", interpreter=None, no_interpreter="staff-speaks").events()


def test_the_first_procedure_did_not_ask():
    opened(ARRIVED, INFORMED, own_request=False, language="fa").events()
    nothing = {"own_request": None, "language": None, "interpreter": None}
    opened(ARRIVED, INFORMED, **nothing).events()


def test_whether_a_file_may_be_opened_can_be_asked_before_anything_is_said():
    found = given(*HERE).when(OPEN_IOM, at="2026-03-16 10:00")
    context = Context(there(found.at), there(found.now))
    assert passes(Attempt(found.state(), "OpenIomFile", context))
