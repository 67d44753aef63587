"""A decision says what it decides, on which provision and why: that decides the remedies."""

import pytest
from dossier import ARRIVED, DRAFT, EDIT, INFORMED, OFFICER, TAKE
from examples.decision import DRAFT_TO_LEAVE, READY, TAKE_WEIGHED, TO_LEAVE
from examples.information import ADMITTED, HEARD
from given import given, there

from domain import events as e
from domain.lifecycle.decision import KINDS, UNKNOWN_KIND, kind_of
from domain.rules import code_list
from workflows.upcasts import event_from


def drafted(**said):
    return given(ADMITTED, INFORMED, HEARD).when(DRAFT_TO_LEAVE.model_copy(update=said))


def taken(*before, **said):
    return given(*before).when(TAKE_WEIGHED.model_copy(update=said), by=OFFICER)


# -- draft --------------------------------------------------------------------------------


def test_what_is_decided_stands_on_the_round_from_the_draft_on():
    drafted(fast_grounds=("transfer",)).then_state(
        round__kind="return-decision",
        round__articles=("7-1-1", "74/14-1"),
        round__second_measure=False,
        round__fast_grounds=("transfer",),
    )


def test_a_draft_says_the_kind_of_decision():
    drafted(kind=None).then_refused("DEC-05", saying="what kind of decision")


def test_a_kind_that_is_not_on_the_list_is_refused():
    drafted(kind="banishment").then_refused("COD-01")


def test_another_kind_needs_words():
    drafted(kind="other").then_refused("COD-02")


def test_a_draft_has_motives():
    drafted(motives=None).then_refused("INF-07", saying="no motives")


def test_an_edit_says_only_what_it_changes():
    given(*READY).when(EDIT.model_copy(update={"second_measure": True})).then_state(
        round__kind="return-decision",
        round__second_measure=True,
        round__articles=("7-1-1", "74/14-1"),
    )


def test_under_the_first_procedure_a_draft_needs_no_kind():
    given(ARRIVED, INFORMED).when(DRAFT.model_copy(update={"motives": None})).then_state(
        round__kind=None
    )


# -- decision -----------------------------------------------------------------------------


def test_the_decision_keeps_what_was_drafted():
    [event] = taken(*READY).events()
    assert (event.kind, event.articles, event.second_measure) == (
        "return-decision",
        ("7-1-1", "74/14-1"),
        False,
    )
    assert event.considered == ("best-interest", "family-life", "health")


@pytest.mark.parametrize("articles", [(), ("7",), ("74/14-1",), ("8-7-1",)])
def test_an_order_to_leave_without_a_provision_of_article_7_is_not_taken(articles):
    history = (*READY[:-1], TO_LEAVE.but(articles=articles))
    taken(*history).then_refused("INF-06", saying="provision of article 7")


def test_another_decision_needs_no_provision_of_article_7():
    history = (*READY[:-1], TO_LEAVE.but(kind="detention-title", articles=("74/6-1",)))
    taken(*history, considered=("less-coercive",)).then_state(round__state="taken")


@pytest.mark.parametrize("left_out", ["best-interest", "family-life", "health"])
def test_an_order_to_leave_weighs_child_family_and_health(left_out):
    weighed = tuple(each for each in there(TAKE_WEIGHED.considered) if each != left_out)
    taken(*READY, considered=weighed).then_refused("DEC-06", saying=f"not weighed: {left_out}")


def test_a_detention_title_weighs_less_coercive_measures():
    history = (*READY[:-1], TO_LEAVE.but(kind="detention-title"))
    taken(*history, considered=()).then_refused("EXE-02", saying="less-coercive")


def test_a_draft_of_unknown_kind_is_not_taken():
    taken(*READY[:-1], TO_LEAVE.but(kind=None)).then_refused("DEC-05")


def test_read_back_the_same_is_asked_of_history():
    given(*READY).when_read_back(TAKE).then_refused("DEC-06")


# -- the table of kinds -------------------------------------------------------------------


def test_every_kind_on_the_list_says_what_it_brings_with_it():
    assert list(KINDS) == list(code_list("decision.kind"))


def test_the_kinds_on_the_list_of_article_39_79_suspend_by_law():
    suspending = {code for code, kind in KINDS.items() if kind.suspends}
    assert suspending == {
        *("family-return-decision", "family-reunification-refused", "family-reunification-ended"),
        *("eu-stay-refused", "eu-stay-ended", "establishment-refused"),
        "other",  # not known: it may be on the list
    }


@pytest.mark.parametrize("code", [None, "unheard-of"])
def test_a_kind_nobody_knows_is_taken_for_the_one_that_protects_most(code):
    assert kind_of(code) is UNKNOWN_KIND
    assert UNKNOWN_KIND.suspends
    assert UNKNOWN_KIND.leaves


# -- what was stored before ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("topic", "shape"),
    [
        ("decision-drafted.v1", e.DecisionDrafted),
        ("decision-draft-edited.v1", e.DecisionDraftEdited),
        ("decision-taken.v1", e.DecisionTaken),
        ("decision-notified.v1", e.DecisionNotified),
    ],
)
def test_a_decision_stored_before_says_no_more_than_it_did(topic, shape):
    read = event_from(topic, {"reference": "DEC-2026-00042"})
    assert read == shape(reference="DEC-2026-00042")
