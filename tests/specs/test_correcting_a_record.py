"""A wrong record stays; another person says what holds instead."""

from datetime import date

import pytest
from dossier import (
    ARRIVED,
    CLOSED,
    CORRECT,
    DIRECTOR,
    DRAFTED,
    FIT,
    INFORMED,
    INTERVIEW,
    INTERVIEWED,
    LODGED,
    NOTIFIED,
    NUMBER,
    SECOND_OFFICER,
    STORY,
    until,
)
from given import Act, brussels, given

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.lifecycle import Stage
from domain.values import Category, Function, InformationKind, Sealed

REASON = Sealed.of("read wrongly from the paper file")
VERSION_OF = {type(act.event): version for version, act in enumerate(STORY, start=1)}


def correct(act, field, becomes=None, **sealed):
    return c.CorrectRecord(
        dossier=NUMBER,
        corrects=VERSION_OF[type(act.event)],
        field=field,
        becomes=becomes,
        reason=REASON,
        **sealed,
    )


def corrected(act, field, was=None, becomes=None, **sealed):
    return e.RecordCorrected(
        corrects=VERSION_OF[type(act.event)],
        field=field,
        was=was,
        becomes=becomes,
        reason=REASON,
        **sealed,
    )


def once_corrected(act, field, becomes):
    return Act(corrected(act, field, becomes=becomes), DIRECTOR, brussels("2026-03-30 10:00"))


# -- what holds instead -------------------------------------------------------------------


def test_both_values_are_kept_and_the_new_one_holds():
    asked = given(*until(NOTIFIED)).when(correct(ARRIVED, "centre", "VOT"))
    asked.then(corrected(ARRIVED, "centre", was="HOL", becomes="VOT"))
    asked.then_state(centre="VOT", stage=Stage.DECISION_NOTIFIED)


def test_what_depends_on_the_record_follows():
    fewer = correct(INFORMED, "kinds", [InformationKind.BROCHURE])
    given(*until(INFORMED)).when(fewer).then_state(stage=Stage.ARRIVAL)


def test_the_moment_itself_may_have_been_wrong():
    asked = given(*until(NOTIFIED)).when(
        correct(ARRIVED, "occurred_at", "2026-03-01T22:30:00+01:00")
    )
    asked.then(
        corrected(
            ARRIVED,
            "occurred_at",
            was="2026-03-02T09:15:00+00:00",
            becomes="2026-03-01T22:30:00+01:00",
        )
    )
    asked.then_state(opened=brussels("2026-03-01 22:30"))


def test_a_corrected_notification_moves_the_term_with_it():
    moved = correct(NOTIFIED, "occurred_at", "2026-03-20T09:45:00+01:00")
    given(*until(NOTIFIED)).when(moved, at="2026-03-24 10:00").then_state(
        decision__notified__at=brussels("2026-03-20 09:45")
    )


def test_an_optional_detail_may_be_taken_away():
    asked = given(*until(NOTIFIED)).when(correct(INFORMED, "interpreter", None))
    asked.then(corrected(INFORMED, "interpreter", was="I-17", becomes=None))


def test_a_record_corrected_twice_reads_as_last_corrected():
    first = once_corrected(ARRIVED, "centre", "VOT")
    given(*until(CLOSED), first).when(correct(ARRIVED, "centre", "MER")).then(
        corrected(ARRIVED, "centre", was="VOT", becomes="MER")
    )


@pytest.mark.parametrize("history", [(ARRIVED,), until(CLOSED)], ids=["just opened", "closed"])
def test_a_record_may_be_corrected_at_any_stage(history):
    given(*history).when(correct(ARRIVED, "came_from", "border")).then(
        corrected(ARRIVED, "came_from", was="police", becomes="border")
    )


# -- sealed fields ------------------------------------------------------------------------

PERSONAL = [
    (ARRIVED, "name", Category.IDENTITY),
    (DRAFTED, "motives", Category.IDENTITY),
    (INTERVIEWED, "note", Category.ASYLUM),
    (FIT, "note", Category.MEDICAL),
]


@pytest.mark.parametrize(("act", "field", "category"), PERSONAL)
def test_personal_content_is_corrected_sealed_and_never_quoted(act, field, category):
    sealed = {f"becomes_{category}": Sealed.of("as it should have read")}
    asked = given(*until(FIT)).when(correct(act, field, **sealed), by=DIRECTOR)
    asked.then(corrected(act, field, **sealed))


@pytest.mark.parametrize(("act", "field", "category"), PERSONAL)
def test_personal_content_is_never_put_in_clear(act, field, category):
    given(*until(FIT)).when(correct(act, field, "in clear"), by=DIRECTOR).then_refused("COR-01")


@pytest.mark.parametrize(("act", "field", "category"), PERSONAL)
def test_not_even_beside_the_sealed_value(act, field, category):
    sealed = {f"becomes_{category}": Sealed.of("sealed")}
    given(*until(FIT)).when(correct(act, field, "in clear", **sealed), by=DIRECTOR).then_refused(
        "COR-01"
    )


@pytest.mark.parametrize(("act", "field", "category"), PERSONAL)
def test_personal_content_stays_in_its_category(act, field, category):
    others = {Category.IDENTITY, Category.MEDICAL, Category.ASYLUM} - {category}
    for other in others:
        sealed = {f"becomes_{other}": Sealed.of("sealed under another key")}
        given(*until(FIT)).when(correct(act, field, **sealed), by=DIRECTOR).then_refused("COR-01")


def test_an_open_field_takes_no_sealed_value():
    given(*until(FIT)).when(
        correct(ARRIVED, "centre", becomes_identity=Sealed.of("VOT"))
    ).then_refused("COR-01")


# -- what can be corrected ----------------------------------------------------------------


def test_a_record_that_does_not_exist_is_not_corrected():
    far = CORRECT.model_copy(update={"corrects": 99})
    given(*until(NOTIFIED)).when(far).then_refused(
        "COR-01", saying="there is no record 99 to correct"
    )


def test_a_correction_is_not_corrected_but_its_record_is_once_more():
    first = once_corrected(ARRIVED, "centre", "VOT")
    second = CORRECT.model_copy(update={"corrects": len(STORY) + 1, "field": "becomes"})
    given(*STORY, first).when(second).then_refused("COR-01", saying="there is no record 12")


def test_a_record_has_only_the_fields_it_has():
    given(*until(NOTIFIED)).when(correct(ARRIVED, "shoe_size", 38)).then_refused(
        "COR-01", saying="record 1 has no field shoe_size; it has: occurred_at, remark, centre"
    )


@pytest.mark.parametrize(
    ("act", "field", "value"),
    [
        (ARRIVED, "occurred_at", "last week"),
        (ARRIVED, "occurred_at", "2026-03-01"),
        (ARRIVED, "occurred_at", "2026-03-01T22:30:00"),
        (ARRIVED, "occurred_at", None),
        (ARRIVED, "occurred_at", 20260301),
        (ARRIVED, "occurred_at", "0001-01-01T00:00:00+02:00"),
        (ARRIVED, "occurred_at", "9999-12-31T23:59:59-02:00"),
        (ARRIVED, "resident", None),
        (ARRIVED, "centre", None),
        (ARRIVED, "centre", 42),
        (ARRIVED, "centre", "vottem"),
        (ARRIVED, "came_from", "the moon"),
        (INFORMED, "kinds", "everything"),
        (INFORMED, "kinds", None),
        (INFORMED, "language", "Persian"),
        (DRAFTED, "form", "thirteen"),
        (NOTIFIED, "means", "pigeon"),
        (NOTIFIED, "appeal_term_days", 0),
        (NOTIFIED, "appeal_term_days", "ten"),
        (NOTIFIED, "remedies_stated", "perhaps"),
        (NOTIFIED, "reference", {"number": 7}),
    ],
)
def test_a_field_takes_only_what_can_be_read_there(act, field, value):
    given(*until(FIT)).when(correct(act, field, value), by=DIRECTOR).then_refused("COR-01")


def test_a_corrected_place_is_on_the_list_too():
    given(*until(NOTIFIED)).when(correct(ARRIVED, "centre", "ANT")).then_refused("PLC-01")


def test_no_name_slips_in_clear_into_a_reference():
    given(*until(NOTIFIED)).when(correct(DRAFTED, "reference", "Saba Ahmadi")).then_refused(
        "COR-01"
    )


def test_what_a_command_may_leave_out_its_record_may_not_lose():
    lodged = CORRECT.model_copy(update={"corrects": 8, "field": "kind", "becomes": None})
    given(*until(NOTIFIED), LODGED).when(lodged).then_refused("COR-01")


@pytest.mark.parametrize(
    "moment",
    ["2026-03-01", "2026-03-01T22:30", "0001-01-01T00:00:00+02:00", "9999-12-31T23:59:59-02:00"],
)
def test_a_moment_that_was_recorded_and_cannot_be_placed_leaves_the_record_as_it_was(moment):
    history = (*until(NOTIFIED), once_corrected(ARRIVED, "occurred_at", moment))
    state = given(*history).when(INTERVIEW).state_after()
    assert state.opened == ARRIVED.when


def test_no_act_is_moved_into_the_future():
    moved = correct(NOTIFIED, "occurred_at", "2027-03-13T09:45:00+01:00")
    given(*until(NOTIFIED)).when(moved).then_refused(
        "ORD-03", saying="2027-03-13 09:45 has not come yet"
    )


# -- who ----------------------------------------------------------------------------------


def test_nobody_corrects_an_own_record():
    own = (*until(NOTIFIED)[:-1], NOTIFIED.by(DIRECTOR))
    given(*own).when(correct(NOTIFIED, "means", "fax"), by=DIRECTOR).then_refused(
        "SEP-02", saying="P-011 made record 7; another person must correct it", exit_code=4
    )


def test_not_through_another_account_either():
    coach_as_officer = Actor("lambertd", "P-001", frozenset({Function.MIGRATION_OFFICER}))
    given(*until(INFORMED)).when(
        correct(INFORMED, "language", "ps"), by=coach_as_officer
    ).then_refused("SEP-02", saying="P-001 made record 2", exit_code=4)


def test_someone_else_may():
    own = (*until(NOTIFIED)[:-1], NOTIFIED.by(DIRECTOR))
    given(*own).when(correct(NOTIFIED, "means", "fax"), by=SECOND_OFFICER).then(
        corrected(NOTIFIED, "means", was="by-hand", becomes="fax")
    )


def test_those_who_decide_and_the_director_correct():
    given(*until(NOTIFIED)).when(CORRECT).is_for(
        Function.MIGRATION_OFFICER,
        Function.REMOVAL_DIRECTOR,
        Function.MINISTER_DELEGATE,
        Function.MINISTER,
        Function.CENTRE_DIRECTOR,
    )


def test_all_that_is_wrong_is_said_at_once():
    given(*until(INFORMED)).when(
        correct(INFORMED, "shoe_size", 38),
        by=INFORMED.who,
        at="2026-03-04 09:00",
        now="2026-03-03 15:00",
    ).then_refused("AUT-02", "ORD-03", "COR-01", "SEP-02")


def test_nothing_is_corrected_before_the_dossier_existed():
    given(*until(INFORMED)).when(CORRECT, at="2026-03-01 09:00").then_refused(
        "ORD-02", passes_on=date(2026, 3, 2)
    )
