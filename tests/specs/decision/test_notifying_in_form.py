"""A decision is notified by who may and in a way that gives a certain date (art. 62 §3)."""

import pytest
from dossier import ARRIVED, DRAFTED, INFORMED, NOTIFY, TAKEN
from examples.decision import HANDED_OVER, NOTIFY_IN_FORM, TO_NOTIFY
from given import given

from domain.rules import code_list
from domain.values import Acknowledgement, Means, Sealed


def notified(**said):
    return given(*TO_NOTIFY).when(NOTIFY_IN_FORM.model_copy(update=said))


def test_it_says_who_notified_and_what_was_handed_over():
    notified().then(HANDED_OVER)


def test_without_a_notifier_it_is_refused():
    notified(notifier=None).then_refused("NOT-01", saying="which authority")


def test_a_notifier_that_is_not_on_the_list_is_refused():
    notified(notifier="neighbour").then_refused("COD-01")


def test_there_are_eight_categories_of_notifiers():
    assert len(code_list("decision.notifier")) == 8


def test_ordinary_mail_gives_no_certain_date():
    notified(means=Means.ORDINARY_MAIL).then_refused("NOT-01", saying="no certain date")


@pytest.mark.parametrize("means", [Means.REGISTERED, Means.REGISTERED_WITH_RECEIPT, Means.FAX])
def test_the_means_of_the_law_are_accepted(means):
    notified(means=means).then_state(stage="decision-notified")


def test_other_means_say_how_their_date_is_certain():
    notified(means=Means.OTHER).then_refused("NOT-01", saying="need a remark")
    certain = Sealed.of("by bailiff, see the writ")
    notified(means=Means.OTHER, remark=certain).then_state(stage="decision-notified")


def test_a_refusal_to_receive_is_a_notification_with_its_mention():
    refused = Acknowledgement.REFUSED_TO_RECEIVE
    notified(acknowledgement=refused).then_refused("NOT-03", saying="the mention made of it")
    mention = Sealed.of("pushed it back under the door")
    notified(acknowledgement=refused, mention=mention).then_state(
        stage="decision-notified", round__notification__acknowledgement=refused
    )


def test_what_is_not_mentioned_is_recorded_and_not_refused():
    notified(translation_stated=False, contact_stated=False).then_state(
        round__notification__translation_stated=False
    )


def test_under_the_first_procedure_nobody_asks_who_notified():
    given(ARRIVED, INFORMED, DRAFTED, TAKEN).when(NOTIFY).then_state(stage="decision-notified")
