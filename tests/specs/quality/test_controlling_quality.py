"""A dossier is drawn in a sample, findings are answered, and nobody controls his own work."""

import pytest
from dossier import ARRIVED, CLOSED, COACH, DIRECTOR, NOT_RETURNED, NUMBER
from examples.quality import (
    ACCEPT,
    ACCEPTED,
    ADD,
    ANSWER,
    ANSWERED,
    COACH_AS_CONTROLLER,
    CONTROLLER,
    DRAW,
    DRAWN,
    FOUND,
    HERE,
    REOPEN,
    REOPENED,
    SECOND_CONTROLLER,
)
from examples.removal import BEFORE
from given import Act, brussels, given, lines, on_duty, there
from story import Desk

from domain.authority import Actor
from domain.commands import FindNotificationDefect
from domain.decide.clocks import clocks
from domain.events import NotificationDefectFound
from domain.lifecycle import FindingState
from domain.rules import rule
from domain.trajectory import involved, replay
from domain.values import Function

CONTROLLER_AS_DIRECTOR = Actor("peeterss", "P-030", frozenset({Function.CENTRE_DIRECTOR}))
DIRECTOR_AS_CONTROLLER = Actor("bernardn", "P-011", frozenset({Function.QUALITY_CONTROLLER}))
OFFICER_OF_NOTE = on_duty(Function.MIGRATION_OFFICER)
HERE_BY_COACH = HERE.by(COACH)
IN_SAMPLE = (HERE_BY_COACH, DRAWN)


def but(command, **said):
    return command.model_copy(update=said)


def persons(*history):
    return involved(lines(history, NUMBER))


def due(*history, at):
    state = there(replay(lines((HERE, *history), NUMBER)))
    return [one.at for one in clocks(state, brussels(at)) if one.rule == "QUA-02"]


# -- a defect of a notification ---------------------------------------------------------------

DEFECT = FindNotificationDefect(dossier=NUMBER, defects=("no-remedies",))


def test_the_controller_finds_that_a_notification_is_defective():
    asked = given(*BEFORE).when(DEFECT, by=CONTROLLER)
    asked.events()
    assert asked.state_after().rounds[-1].defects


def test_to_find_it_as_a_controller_is_no_part_in_the_dossier():
    found = NotificationDefectFound(defects=("no-remedies",))
    last = max(act.when for act in BEFORE)
    by_controller, by_officer = (Act(found, who, last) for who in (CONTROLLER, OFFICER_OF_NOTE))
    assert CONTROLLER.person not in persons(*BEFORE, by_controller)
    assert OFFICER_OF_NOTE.person in persons(*BEFORE, by_officer)


# -- samples and findings -----------------------------------------------------------------------


def test_a_dossier_is_drawn_in_a_sample_once():
    asked = given(HERE).when(DRAW, by=CONTROLLER, at="2026-03-16 09:00")
    asked.then(DRAWN)
    assert [one.reference for one in asked.state_after().quality.samples] == ["Q-2026-1"]
    given(HERE, DRAWN).when(DRAW).then_refused("QUA-01", saying="in sample Q-2026-1 already")
    given(HERE, NOT_RETURNED, CLOSED).when(DRAW).events()


def test_a_finding_names_a_sample_the_dossier_was_drawn_in_or_none():
    given(HERE, DRAWN).when(ADD, by=CONTROLLER, at="2026-03-16 11:00").then(FOUND)
    given(HERE).when(ADD).then_refused("QUA-01", saying="not drawn in sample Q-2026-1")
    given(HERE).when(but(ADD, sample=None)).events()
    given(HERE, DRAWN).when(ADD, at="2026-03-16 08:59").then_refused("ORD-02")


def test_what_was_found_is_sealed():
    assert "motives" not in repr(FOUND.event)


def test_a_finding_is_answered_and_accepted_or_asked_again():
    found = (*IN_SAMPLE, FOUND)
    given(*found).when(ACCEPT).then_refused("QUA-01", saying="answered")
    given(*found).when(ANSWER, by=DIRECTOR, at="2026-03-20 11:00").then(ANSWERED)
    asked = given(*found, ANSWERED).when(ACCEPT, by=CONTROLLER, at="2026-03-23 11:00")
    asked.then(ACCEPTED)
    assert asked.state_after().quality.findings[0].state is FindingState.ACCEPTED
    given(*found, ANSWERED).when(REOPEN, by=CONTROLLER, at="2026-03-24 11:00").then(REOPENED)
    given(*found, ANSWERED, ACCEPTED).when(REOPEN, by=CONTROLLER).events()
    given(*found, ANSWERED, REOPENED).when(ANSWER, by=DIRECTOR).events()
    given(*found, ANSWERED).when(ANSWER).then_refused("QUA-01")


def test_of_two_findings_the_number_is_said():
    two = (*IN_SAMPLE, FOUND, FOUND.but(number=2))
    given(*two).when(ANSWER).then_refused("NUM-01")
    given(*two).when(but(ANSWER, number=2)).events()


def test_controllers_find_and_the_line_answers():
    for history, command in (((HERE,), DRAW), ((*IN_SAMPLE, FOUND, ANSWERED), ACCEPT)):
        given(*history).when(command).is_for(Function.QUALITY_CONTROLLER)
    given(*IN_SAMPLE, FOUND).when(ANSWER).is_for(
        Function.CENTRE_DIRECTOR,
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
    )


def test_the_first_version_of_the_procedure_knows_of_no_control():
    given(ARRIVED).when(DRAW).then_refused("ORD-06")


# -- separation -----------------------------------------------------------------------------------


@pytest.mark.parametrize("command", [DRAW, but(ADD, sample=None)])
def test_nobody_controls_a_dossier_in_which_he_acted_under_whatever_account(command):
    acted = persons(HERE_BY_COACH)
    given(HERE_BY_COACH).when(command, by=COACH_AS_CONTROLLER, persons=acted).then_refused(
        "SEP-05", saying="P-001 acted in this dossier", exit_code=4
    )
    given(HERE_BY_COACH).when(command, by=CONTROLLER, persons=acted).events()


@pytest.mark.parametrize("command", [ACCEPT, REOPEN])
def test_who_answered_does_not_judge_his_answer(command):
    history = (*IN_SAMPLE, FOUND, ANSWERED)
    asked = given(*history).when(command, by=DIRECTOR_AS_CONTROLLER, persons=persons(*history))
    asked.then_refused("SEP-04", "SEP-05", exit_code=4)


def test_who_found_it_does_not_answer_it_under_another_account():
    given(*IN_SAMPLE, FOUND).when(ANSWER, by=CONTROLLER_AS_DIRECTOR).then_refused(
        "SEP-04", saying="recorded finding 1 as s.peeters", exit_code=4
    )


def test_to_control_a_dossier_is_no_part_in_it():
    history = (*IN_SAMPLE, FOUND, ANSWERED, REOPENED, ACCEPTED)
    assert persons(*history) == {"P-001", "P-011"}
    for who in (CONTROLLER, SECOND_CONTROLLER):
        given(*history[:4]).when(ACCEPT, by=who, persons=persons(*history)).events()


def test_at_the_desk_the_history_says_who_acted(file_desk: Desk) -> None:
    file_desk.staffed(
        ("d.lambert", "P-001", "coach"),
        ("lambertd", "P-001", "quality-controller"),
        ("s.peeters", "P-030", "quality-controller"),
    ).does("open VOT-2026-0001 --centre VOT --from police --as d.lambert")
    note = "control sample note VOT-2026-0001 --sample Q-2026-1"
    refused = file_desk.runs(f"{note} --as lambertd")
    assert refused.exit_code == 4
    assert "SEP-05" in refused.stderr
    assert file_desk.runs(f"{note} --as s.peeters").exit_code == 0
    added = "control finding add VOT-2026-0001 --kind data --severity remark --finding 'no name'"
    assert file_desk.runs(f"{added} --as s.peeters").exit_code == 0
    assert "finding 1 data [found]" in file_desk.runs("show VOT-2026-0001").stdout


# -- the clock ------------------------------------------------------------------------------------


def test_an_answer_is_due_within_ten_working_days_and_stays_due():
    # Monday 16 March: the tenth working day is Monday 30 March.
    for at in ("2026-03-17 09:00", "2026-03-30 23:59", "2026-03-31 00:00", "2026-06-01 09:00"):
        assert due(DRAWN, FOUND, at=at) == [brussels("2026-03-31 00:00")]
    assert due(DRAWN, FOUND, ANSWERED, at="2026-03-21 09:00") == []
    assert rule("QUA-02").parameter


def test_who_is_asked_again_has_the_same_time_again():
    # Tuesday 24 March: Easter Monday, 6 April, is no working day.
    assert due(DRAWN, FOUND, ANSWERED, REOPENED, at="2026-03-25 09:00") == [
        brussels("2026-04-09 00:00")
    ]
