"""Who decides neither drafted nor edited: two natural persons for every round."""

from datetime import date

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    ASSISTANT,
    ASSISTANT_AS_OFFICER,
    DEPARTED,
    DIRECTOR,
    DRAFTED,
    EDITED,
    INFORMED,
    NOTIFIED,
    OFFICER,
    SECOND_ASSISTANT,
    SECOND_OFFICER,
    TAKE,
    TAKEN,
    THIRD_ASSISTANT,
    until,
)
from given import Act, brussels, given

from domain import events as e
from domain.authority import Actor
from domain.lifecycle import RoundState, Stage
from domain.values import Function, Sealed

BEFORE_DRAFT = (ARRIVED, INFORMED)


def test_an_officer_decides_what_an_assistant_drafted():
    asked = given(*until(DRAFTED)).when(TAKE, by=OFFICER)
    asked.then(TAKEN)
    asked.then_state(stage=Stage.INFORMATION, round__state=RoundState.TAKEN)


def test_the_decision_is_taken_on_the_form_last_put_forward():
    changed = EDITED.but(form="13quinquies")
    given(*until(DRAFTED), changed).when(TAKE).then(TAKEN.but(form="13quinquies"))


# -- four eyes ----------------------------------------------------------------------------


def test_who_drafted_does_not_decide():
    given(*BEFORE_DRAFT, DRAFTED.by(OFFICER)).when(TAKE, by=OFFICER).then_refused(
        "SEP-01", saying="P-008 drafted this decision as e.claes; another person", exit_code=4
    )


def test_who_edited_does_not_decide():
    given(*until(DRAFTED), EDITED.by(OFFICER)).when(TAKE, by=OFFICER).then_refused(
        "SEP-01", saying="P-008 edited this decision", exit_code=4
    )


def test_who_drafted_and_edited_is_told_both():
    own = (DRAFTED.by(OFFICER), EDITED.by(OFFICER))
    asked = given(*BEFORE_DRAFT, *own).when(TAKE, by=OFFICER)
    asked.then_refused("SEP-01", saying="P-008 drafted", exit_code=4)
    asked.then_refused("SEP-01", saying="P-008 edited", exit_code=4)


def test_the_same_person_through_another_account_does_not_decide():
    given(*until(DRAFTED)).when(TAKE, by=ASSISTANT_AS_OFFICER).then_refused(
        "SEP-01", saying="P-005 drafted this decision as a.janssens", exit_code=4
    )


def test_the_same_person_edited_through_another_account_and_does_not_decide():
    edited = EDITED.by(ASSISTANT_AS_OFFICER)
    decider = Actor("a.janssens", "P-005", frozenset({Function.MINISTER_DELEGATE}))
    given(*BEFORE_DRAFT, DRAFTED.by(SECOND_ASSISTANT), edited).when(TAKE, by=decider).then_refused(
        "SEP-01", saying="edited this decision as janssensa", exit_code=4
    )


def test_an_early_editor_is_not_forgotten_because_others_edited_later():
    first = EDITED.by(OFFICER)
    later = EDITED.by(THIRD_ASSISTANT).at("2026-03-10 17:30")
    given(*until(DRAFTED), first, later).when(TAKE, by=OFFICER).then_refused("SEP-01", exit_code=4)


def test_several_editors_and_another_decider_are_in_order():
    third = EDITED.by(THIRD_ASSISTANT).at("2026-03-10 17:30")
    given(*until(EDITED), third).when(TAKE, by=OFFICER).then(TAKEN)


def test_roles_may_be_exchanged_in_a_new_round():
    first = (DRAFTED.by(OFFICER), TAKEN.by(SECOND_OFFICER), NOTIFIED, ANNULLED)
    second = DRAFTED.by(SECOND_OFFICER).at("2026-03-17 11:00")
    given(*BEFORE_DRAFT, *first, second).when(TAKE, by=OFFICER).then(TAKEN)


def test_who_drafted_what_was_annulled_may_decide_the_next_draft():
    withdrawn = (DRAFTED.by(OFFICER), ANNULLED.by(SECOND_OFFICER).at("2026-03-09 15:00"))
    given(*BEFORE_DRAFT, *withdrawn, DRAFTED.at("2026-03-10 09:00")).when(TAKE, by=OFFICER).then(
        TAKEN
    )


def test_a_new_round_is_judged_like_the_first():
    second = DRAFTED.by(OFFICER).at("2026-03-17 11:00")
    given(*until(NOTIFIED), ANNULLED, second).when(TAKE, by=OFFICER).then_refused(
        "SEP-01", exit_code=4
    )


def test_nobody_decides_in_the_drafter_s_place():
    delegate = OFFICER._replace(on_behalf_of="a.janssens")
    given(*until(DRAFTED)).when(TAKE, by=delegate).then_refused(
        "AUT-03", saying="no delegation from a.janssens to e.claes", exit_code=4
    )


def test_who_corrected_the_draft_has_edited_it_and_does_not_decide():
    corrected = Act(
        e.RecordCorrected(
            corrects=4,
            field="motives",
            becomes_identity=Sealed.of("no right of residence at all"),
            reason=Sealed.of("a sentence was missing"),
        ),
        OFFICER,
        brussels("2026-03-10 09:00"),
    )
    history = (*until(DRAFTED), corrected)
    given(*history).when(TAKE, by=OFFICER).then_refused("SEP-01", exit_code=4)
    given(*history).when(TAKE, by=SECOND_OFFICER).then(TAKEN)


# -- the order ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "history",
    [BEFORE_DRAFT, (*until(DRAFTED), ANNULLED), until(NOTIFIED)],
    ids=["nothing drafted", "draft annulled", "last round over"],
)
def test_nothing_is_decided_that_was_not_drafted_in_this_round(history):
    given(*history).when(TAKE).then_refused("DEC-01", finding="DECIDED_UNDRAFTED")


def test_a_decision_is_taken_once():
    given(*until(TAKEN)).when(TAKE, by=SECOND_OFFICER).then_refused(
        "DEC-03", saying="the decision round is taken"
    )


def test_no_decision_is_older_than_its_draft():
    given(*until(DRAFTED)).when(TAKE, at="2026-03-09 10:30").then_refused(
        "ORD-02", passes_on=date(2026, 3, 9)
    )


def test_no_decision_is_older_than_the_last_edit_of_its_draft():
    given(*until(EDITED)).when(TAKE, at="2026-03-10 09:00").then_refused(
        "ORD-02", saying="before 2026-03-10 16:20", passes_on=date(2026, 3, 10)
    )


def test_no_decision_is_taken_tomorrow():
    given(*until(DRAFTED)).when(TAKE, at="2026-03-12 08:00", now="2026-03-11 08:00").then_refused(
        "ORD-03", passes_on=date(2026, 3, 12)
    )


def test_after_the_end_both_reasons_are_given():
    given(*until(DEPARTED)).when(TAKE).then_refused("ORD-04", "DEC-01")


def test_read_back_from_history_the_procedure_says_nothing_of_people():
    own = (*BEFORE_DRAFT, DRAFTED.by(OFFICER))
    given(*own).when_read_back(TAKE).then(TAKEN)
    given(*BEFORE_DRAFT).when_read_back(TAKE).then_refused("DEC-01")


# -- who ----------------------------------------------------------------------------------


def test_officers_the_removal_director_and_the_minister_s_delegate_decide():
    given(*until(DRAFTED)).when(TAKE).is_for(
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )


def test_a_refusal_about_people_alone_has_an_exit_code_of_its_own():
    given(*until(DRAFTED)).when(TAKE, by=ASSISTANT).then_refused("AUT-02", "SEP-01", exit_code=4)


def test_all_that_is_wrong_is_said_at_once():
    deputy = ASSISTANT._replace(on_behalf_of=DIRECTOR.account)
    given(*until(EDITED)).when(
        TAKE, by=deputy, at="2026-03-10 12:00", now="2026-03-10 11:00"
    ).then_refused("AUT-02", "AUT-03", "SEP-01", "ORD-02", "ORD-03", exit_code=3)
