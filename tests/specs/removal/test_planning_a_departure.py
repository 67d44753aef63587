"""A departure is planned by another than who prepared it, when nothing will hold it back."""

from datetime import date

import pytest
from dossier import (
    ATTACHE,
    COACH,
    DEPARTED,
    DIRECTOR,
    HANDED_IN,
    IOM_OPENED,
    NOTIFIED,
    NUMBER,
    OFFICER,
    PREPARED,
    REOPENED,
)
from examples.removal import (
    BEFORE,
    CANCELLED,
    FAILED,
    OFFICER_AS_ATTACHE,
    PLANNED,
    PROPOSE_ESCORT,
    PROPOSED,
    REMOVAL_DIRECTOR,
    SCHEDULE,
    SCHEDULED,
    STARTED,
    TICKED_BEFORE,
    TO_PLAN,
    TO_PREPARED,
    TO_START,
    without,
)
from given import brussels, given, there

from domain import commands as c
from domain import events as e
from domain.lifecycle import AttemptState, Stage
from domain.values import Function

ALONE = SCHEDULE.model_copy(update={"mode": "unescorted"})


def planned_for(departs, order=SCHEDULE):
    return order.model_copy(update={"departs": departs})


def plan(history, order=SCHEDULE, by=REMOVAL_DIRECTOR, at="2026-03-25 10:20"):
    return given(*history).when(order, by=by, at=at)


# -- lawful -------------------------------------------------------------------------------


def test_a_departure_planned_waits_in_a_stage_of_its_own():
    asked = plan(TO_PLAN)
    asked.then(SCHEDULED)
    asked.then_state(stage=Stage.DEPARTURE_PLANNED)
    [attempt] = asked.state_after().removal.attempts
    assert (attempt.number, attempt.state) == (1, AttemptState.PLANNED)
    assert attempt.departs == brussels("2026-03-30 09:40")
    assert attempt.escort == ("federal-police", "federal-police")


def test_the_first_version_of_the_procedure_has_no_such_stage():
    from dossier import until

    given(*until(PREPARED)).when(SCHEDULE).then_refused("ORD-06")


def test_it_is_planned_in_the_future():
    early = planned_for("2026-03-25T10:20+01:00")
    plan(TO_PLAN, early).then_refused("DPT-02", saying="would be before it was planned")
    plan(TO_PLAN, planned_for("2026-13-25T10:20+01:00")).then_refused("DPT-02", saying="no moment")


# -- who ----------------------------------------------------------------------------------


HIERARCHY = (Function.REMOVAL_DIRECTOR, Function.MINISTER_DELEGATE, Function.MINISTER)


def test_an_officer_or_the_hierarchy_plans_and_with_an_escort_the_hierarchy():
    planned = given(*TO_PLAN)
    planned.when(ALONE, at="2026-03-25 10:20").is_for(Function.MIGRATION_OFFICER, *HIERARCHY)
    planned.when(SCHEDULE, at="2026-03-25 10:20").is_for(*HIERARCHY)


def test_who_proposed_the_escort_does_not_decide_on_it():
    proposed = PROPOSED.by(OFFICER_AS_ATTACHE)
    history = (*TO_PREPARED, proposed, *TICKED_BEFORE)
    as_director = OFFICER._replace(functions=frozenset({Function.REMOVAL_DIRECTOR}))
    plan(history, by=as_director).then_refused(
        "SEP-01", saying="P-008 proposed this escort as claese", exit_code=4
    )


def test_who_prepared_the_removal_does_not_plan_it():
    prepared = (*BEFORE, PREPARED.by(OFFICER), *TICKED_BEFORE)
    plan(prepared, ALONE, by=OFFICER).then_refused("SEP-01", exit_code=4)
    assert plan(prepared, ALONE, by=REMOVAL_DIRECTOR).events()


def test_an_escort_is_proposed_by_who_advises_on_it():
    given(*TO_PREPARED).when(PROPOSE_ESCORT).is_for(
        Function.ATTACHE_COACH, Function.MIGRATION_OFFICER, Function.CENTRE_DIRECTOR
    )


# -- the check-list -----------------------------------------------------------------------


def test_what_can_be_done_before_is_done_before():
    given(*TO_PREPARED, PROPOSED).when(SCHEDULE, by=REMOVAL_DIRECTOR).then_refused(
        "DPT-03", saying="identity-aliases, protection-status"
    )


@pytest.mark.parametrize("tick", TICKED_BEFORE, ids=lambda act: act.event.item)
def test_every_such_item_counts_unless_the_dossier_knows_it(tick):
    asked = plan(without(TO_PLAN, tick))
    if tick.event.item == "decision-notification":
        asked.then(SCHEDULED)
    else:
        asked.then_refused("DPT-03", saying=tick.event.item)


# -- what would hold it back --------------------------------------------------------------


def test_a_departure_may_be_planned_while_the_term_runs_for_when_it_is_over():
    # Notified on Friday 13 March by hand: ten days, to Monday 23 March.
    early = tuple(
        act.at(when)
        for act, when in zip(
            (PREPARED, PROPOSED, *TICKED_BEFORE),
            ["2026-03-16 10:00"] + ["2026-03-17 10:00"] * (1 + len(TICKED_BEFORE)),
            strict=True,
        )
    )
    history = (*BEFORE, *early)
    on_the_last_day = planned_for("2026-03-23T23:59+01:00")
    plan(history, on_the_last_day, at="2026-03-18 10:00").then_refused(
        "APP-03", passes_on=date(2026, 3, 24)
    )
    the_day_after = planned_for("2026-03-24T00:00+01:00")
    assert plan(history, the_day_after, at="2026-03-18 10:00").events()


def test_no_departure_is_planned_under_an_appeal_that_suspends():
    plan((*TO_PLAN, HANDED_IN)).then_refused("APP-03")


# -- attempts -----------------------------------------------------------------------------


def test_attempts_are_numbered():
    second = (*PLANNED, CANCELLED, PROPOSED.at("2026-03-29 19:00"))
    later = planned_for("2026-04-07T09:40+02:00")
    state = plan(second, later, at="2026-03-30 10:00").state_after()
    assert [(each.number, each.state) for each in state.removal.attempts] == [
        (1, AttemptState.CANCELLED),
        (2, AttemptState.PLANNED),
    ]


def test_a_departure_already_planned_is_not_planned_twice():
    plan(PLANNED, at="2026-03-26 10:00").then_refused("ORD-01", "DPT-02", "EXE-03")


def test_an_escort_is_proposed_for_each_attempt():
    second = (*PLANNED, CANCELLED)
    later = planned_for("2026-04-07T09:40+02:00")
    plan(second, later, at="2026-03-30 10:00").then_refused("EXE-03", saying="no escort is decided")


def test_success_at_the_first_attempt_is_known_once_it_is_over():
    departed = DEPARTED.at("2026-03-30 09:40")
    for history, succeeded in (
        (PLANNED, None),
        ((*TO_START, STARTED), None),
        ((*TO_START, STARTED, FAILED), False),
        ((*PLANNED, CANCELLED), False),
        ((*TO_START, STARTED, departed), True),
    ):
        state = given(*history).when(SCHEDULE).state()
        assert state.removal.succeeded_at_first is succeeded


def test_who_was_turned_back_after_departure_may_be_planned_again():
    departed, prepared = DEPARTED.at("2026-03-30 09:40"), PREPARED.at("2026-04-02 10:00")
    back = (*TO_START, STARTED, departed, REOPENED, prepared)
    ticks = (act.at("2026-04-02 15:00") for act in TICKED_BEFORE)
    history = (*back, PROPOSED.at("2026-04-02 11:00"), *ticks)
    later = planned_for("2026-04-07T09:40+02:00")
    state = plan(history, later, at="2026-04-03 10:00").state_after()
    assert [each.number for each in state.removal.attempts] == [1, 2]
    assert state.removal.succeeded_at_first is True


# -- other ways ---------------------------------------------------------------------------


def test_who_files_with_iom_until_boarding_is_no_longer_planned_for_removal():
    state = given(*PLANNED, IOM_OPENED.at("2026-03-27 10:00")).when(SCHEDULE).state()
    assert state.stage is Stage.IOM_FILED
    assert there(state.removal.attempt).state is AttemptState.CANCELLED


def test_a_planned_departure_falls_with_its_decision():
    annul = c.AnnulDecision(dossier=NUMBER)
    state = given(*PLANNED).when(annul, at="2026-03-26 09:00").state_after()
    assert state.stage is Stage.INFORMATION
    assert there(state.removal.attempt).state is AttemptState.CANCELLED


def test_a_further_decision_notified_leaves_the_plan_as_it_is():
    assert (
        Stage.DEPARTURE_PLANNED
        is given(*PLANNED, NOTIFIED.at("2026-03-26 09:00")).when(SCHEDULE).state().stage
    )


# -- preparing ----------------------------------------------------------------------------


def test_a_removal_is_prepared_anew_only_after_an_attempt():
    again = c.PrepareRemoval(dossier=NUMBER, reference="VOL-88214")
    given(*TO_PREPARED).when(again, by=ATTACHE).then_refused("DPT-02", saying="no attempt has been")
    given(*PLANNED).when(again, by=ATTACHE).then_refused("ORD-01")
    given(*PLANNED, CANCELLED).when(again, by=ATTACHE).then(
        e.RemovalPrepared(reference="VOL-88214")
    )
    given(*TO_START, STARTED, FAILED).when(again, by=COACH).then(
        e.RemovalPrepared(reference="VOL-88214")
    )


def test_a_register_s_way_of_preparing_stays_as_it_was():
    from dossier import PREPARE, until

    given(*until(PREPARED)).when(PREPARE, by=ATTACHE).then_refused("ORD-01")
    given(*until(NOTIFIED)).when(PREPARE).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.MIGRATION_OFFICER
    )
    assert given(*until(NOTIFIED)).when(PREPARE, by=DIRECTOR)
