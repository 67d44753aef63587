"""A decision is notified by who may and in a way that gives a certain date (art. 62 §3)."""

import pytest
from dossier import ARRIVED, DRAFTED, INFORMED, NOTIFY, TAKEN
from examples.decision import (
    DEFECT_FOUND,
    HANDED_OVER,
    NOTIFY_IN_FORM,
    PUT_IT_RIGHT,
    SERVED,
    TO_NOTIFY,
)
from examples.information import LAWYER, LAWYER_ASKED
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


@pytest.mark.parametrize("means", [Means.REGISTERED, Means.REGISTERED_WITH_RECEIPT])
def test_the_means_of_the_law_are_accepted(means):
    notified(means=means, acknowledgement=None).then_state(stage="decision-notified")


def test_a_fax_goes_to_the_domicile_elected_with_a_lawyer():
    by_fax = NOTIFY_IN_FORM.model_copy(update={"means": Means.FAX, "acknowledgement": None})
    given(*TO_NOTIFY).when(by_fax).then_refused("NOT-01", saying="with a lawyer, and none")
    given(*TO_NOTIFY, LAWYER_ASKED).when(by_fax).then_refused("NOT-01")
    given(*TO_NOTIFY, LAWYER).when(by_fax).then_state(stage="decision-notified")


def test_by_hand_is_against_receipt():
    notified(acknowledgement=None).then_refused("NOT-01", saying="by hand is against receipt")
    notified(acknowledgement=Acknowledgement.REFUSED_TO_SIGN).then_state(stage="decision-notified")


def test_and_the_decision_itself_is_handed_over():
    notified(copy_handed_over=False).then_refused("NOT-01", saying="no copy was")
    notified(copy_handed_over=None).then_state(stage="decision-notified")
    refused = {"acknowledgement": Acknowledgement.REFUSED_TO_RECEIVE, "mention": Sealed.of("no")}
    notified(copy_handed_over=False, **refused).then_state(stage="decision-notified")


@pytest.mark.parametrize(
    "said", [{"acknowledgement": None}, {"copy_handed_over": False}, {"means": Means.FAX}]
)
def test_what_is_put_right_is_handed_over_in_the_same_form(said):
    again = PUT_IT_RIGHT.model_copy(update=said)
    given(*SERVED, DEFECT_FOUND).when(again).then_refused("NOT-01")


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


@pytest.mark.parametrize(
    ("at", "row"), [("2026-06-11 23:59", "NOT-03"), ("2026-06-12 00:00", "NOT-05")]
)
def test_a_refusal_to_receive_is_judged_by_the_law_of_its_day(at, row):
    refused = NOTIFY_IN_FORM.model_copy(
        update={"acknowledgement": Acknowledgement.REFUSED_TO_RECEIVE}
    )
    given(*TO_NOTIFY).when(refused, at=at).then_refused(row)


def test_what_is_not_mentioned_is_recorded_and_not_refused():
    notified(translation_stated=False, contact_stated=False).then_state(
        round__notification__translation_stated=False
    )


def test_under_the_first_procedure_nobody_asks_who_notified():
    given(ARRIVED, INFORMED, DRAFTED, TAKEN).when(NOTIFY).then_state(stage="decision-notified")
