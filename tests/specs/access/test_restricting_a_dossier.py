"""A restricted dossier is for its list and its keeper; all others are told nothing of it."""

import pytest
from dossier import (
    ARRIVED,
    ATTACHE,
    CERTIFY_FIT,
    CLOSED,
    COACH,
    DIRECTOR,
    DOCTOR,
    FIT,
    HAND_IN,
    INFORM,
    NOT_RETURNED,
    NUMBER,
)
from everything import ORDERS
from examples.access import (
    GRANT,
    GRANTED,
    HERE,
    HIERARCHY,
    LIFT,
    LIFTED,
    PROPOSE,
    PROPOSED,
    RESTRICT,
    RESTRICTED,
    REVOKE,
    REVOKED,
)
from examples.affairs import COMPLAINT, HANDLE, RAISE
from examples.removal import BEFORE
from given import brussels, given, lines, there

from domain import commands as c
from domain.authority import Actor
from domain.decide import Attempt, Context, failing
from domain.decide.access import may_read
from domain.decide.hindsight import standing
from domain.lifecycle import AccessState
from domain.lifecycle.access import FOR_THE_RESIDENT
from domain.trajectory import replay
from domain.values import Category, Function, sealed_fields

SECOND_KEEPER = Actor("v.hermans", "P-017", frozenset({Function.REMOVAL_DIRECTOR}))
KEEPER_AS_OFFICER = Actor("woutersb", "P-016", frozenset({Function.MIGRATION_OFFICER}))
SHUT = (HERE, PROPOSED, RESTRICTED)
OPEN_TO_ONE = (*SHUT, GRANTED)


# -- restrict, grant, lift --------------------------------------------------------------------


def test_the_minister_restricts_too_and_reads_it_by_the_list_alone():
    minister = Actor("m.inister", "P-030", frozenset({Function.MINISTER}))
    asked = given(HERE, PROPOSED).when(RESTRICT, by=minister, at="2026-03-10 11:00")
    asked.then_state(access__state=AccessState.RESTRICTED)
    given(*SHUT).when(LIFT, by=minister, at="2026-03-16 12:00").then_refused("ACC-01", exit_code=4)
    listed = GRANTED.but(account="m.inister", person="P-030")
    given(*SHUT, listed).when(LIFT, by=minister, at="2026-03-16 12:00").then_state()


def test_one_proposes_and_another_restricts():
    given(HERE).when(PROPOSE, by=ATTACHE, at="2026-03-10 09:00").then(PROPOSED)
    asked = given(HERE, PROPOSED).when(RESTRICT, by=HIERARCHY, at="2026-03-10 11:00")
    asked.then(RESTRICTED)
    asked.then_state(access__state=AccessState.RESTRICTED)
    given(HERE).when(RESTRICT).then_refused("ACC-02", saying="needs proposed")


def test_the_keeper_does_not_restrict_what_he_proposed_under_another_account():
    given(HERE, PROPOSED.by(KEEPER_AS_OFFICER)).when(RESTRICT, by=HIERARCHY).then_refused(
        "SEP-01", saying="proposed this as woutersb", exit_code=4
    )


def test_the_removal_director_alone_keeps_restricted_dossiers():
    hierarchy = (Function.REMOVAL_DIRECTOR, Function.MINISTER, Function.MINISTER_DELEGATE)
    given(HERE, PROPOSED).when(RESTRICT).is_for(*hierarchy)
    for history, command in ((SHUT, GRANT), (OPEN_TO_ONE, REVOKE), (SHUT, LIFT)):
        given(*history).when(command, by=HIERARCHY).events()


def test_a_list_is_kept_while_the_dossier_is_restricted():
    given(HERE, PROPOSED).when(GRANT).then_refused("ACC-02")
    given(*OPEN_TO_ONE, LIFTED).when(GRANT).then_refused("ACC-02")
    given(*SHUT).when(GRANT, by=HIERARCHY, at="2026-03-10 12:00").then(GRANTED)
    given(*OPEN_TO_ONE).when(REVOKE, by=HIERARCHY, at="2026-03-12 12:00").then(REVOKED)
    given(*SHUT).when(REVOKE).then_refused("ACC-02", saying="m.vandamme is not on the list")
    given(*OPEN_TO_ONE, REVOKED).when(REVOKE).then_refused("ACC-02")


def test_it_is_lifted_and_may_be_restricted_again_without_the_old_list():
    asked = given(*OPEN_TO_ONE).when(LIFT, by=HIERARCHY, at="2026-03-16 12:00")
    asked.then(LIFTED)
    again = (PROPOSED.at("2026-03-20 09:00"), RESTRICTED.at("2026-03-20 10:00"))
    given(*OPEN_TO_ONE, LIFTED, *again).when(RAISE, by=ATTACHE).then_refused("ACC-01", exit_code=4)


def test_all_that_is_said_of_it_is_for_the_removal_director():
    from domain import events as e

    said = [name for name in e.WORDS["access"] if name.startswith(("AccessR", "AccessG"))]
    assert len(said) == 5
    for name in said:
        assert set(sealed_fields(getattr(e, name)).values()) == {Category.PROTECTED}


def test_a_dossier_is_restricted_after_its_end_too():
    given(HERE, NOT_RETURNED, CLOSED).when(PROPOSE).events()


def test_the_first_version_of_the_procedure_knows_of_no_restriction():
    given(ARRIVED).when(PROPOSE).then_refused("ORD-06")


# -- who is shut out --------------------------------------------------------------------------


def test_who_is_not_on_the_list_records_nothing_and_learns_no_other_reason():
    for who in (COACH, DOCTOR):
        given(*SHUT).when(HANDLE, by=who).then_refused("ACC-01", exit_code=4)
    given(*SHUT).when(INFORM, by=COACH).then_refused("ACC-01", exit_code=4)


def test_the_refusal_says_nothing_of_the_dossier():
    asked = given(*SHUT, COMPLAINT).when(RAISE, by=COACH)
    asked.then_refused(
        "ACC-01", saying="this dossier is restricted, and d.lambert is not on its list", exit_code=4
    )


def test_who_is_on_the_list_works_in_it_until_taken_off():
    given(*OPEN_TO_ONE).when(RAISE, by=ATTACHE).events()
    given(*OPEN_TO_ONE, REVOKED).when(RAISE, by=ATTACHE).then_refused("ACC-01", exit_code=4)


def test_a_proposal_alone_shuts_nobody_out():
    given(HERE, PROPOSED).when(RAISE, by=COACH).events()
    given(*SHUT, LIFTED).when(RAISE, by=COACH).events()


@pytest.mark.parametrize(
    ("now", "passes"),
    [
        ("2026-03-10 10:59", True),
        ("2026-03-10 11:00", False),
        ("2026-03-16 11:59", False),
        ("2026-03-16 12:00", True),
    ],
)
def test_who_may_read_it_as_it_is_recorded_may_record_whenever_it_happened(now, passes):
    asked = given(*SHUT, LIFTED).when(RAISE, by=COACH, at="2026-03-10 08:00", now=now)
    if passes:
        asked.events()
    else:
        asked.then_refused("ACC-01", exit_code=4)


def test_an_examination_before_the_leave_was_given_is_told_by_who_has_it_now():
    on_the_list = GRANTED.but(account=DOCTOR.account, person=DOCTOR.person)
    assert on_the_list.when > brussels("2026-03-10 11:30")
    asked = given(*SHUT, on_the_list).when(
        CERTIFY_FIT, by=DOCTOR, at="2026-03-10 11:30", now="2026-03-11 09:00"
    )
    asked.then(FIT.event)
    gone = REVOKED.but(account=DOCTOR.account)
    given(*SHUT, on_the_list, gone).when(
        CERTIFY_FIT, by=DOCTOR, at="2026-03-11 10:00", now="2026-03-13 09:00"
    ).then_refused("ACC-01", exit_code=4)


# -- what is done in favour of the resident -----------------------------------------------------

FAVOURS = [order for order in ORDERS if type(order).__name__ in FOR_THE_RESIDENT]


def test_each_of_the_few_acts_says_why_it_waits_for_nobody():
    assert {type(order).__name__ for order in FAVOURS} == set(FOR_THE_RESIDENT)
    assert all(FOR_THE_RESIDENT.values())


@pytest.mark.parametrize("order", FAVOURS, ids=lambda order: type(order).__name__)
def test_what_protects_the_resident_is_told_by_whoever_has_the_function_for_it(order):
    history = tuple(act.at("2026-03-14 09:00") for act in SHUT[1:])
    asked = given(*BEFORE, *history).when(order, at="2026-03-16 10:00")
    asked.events()
    nobody = Actor("l.claeys", "P-050", frozenset({Function.UNLISTED}))
    given(*BEFORE, *history).when(order, by=nobody, at="2026-03-16 10:00").then_refused(
        "AUT-02", exit_code=4
    )


def test_of_one_that_does_not_pass_no_reason_is_told_but_the_restriction():
    asked = given(*SHUT, NOT_RETURNED, CLOSED).when(HAND_IN, by=DIRECTOR, at="2026-04-02 09:00")
    asked.then_refused("ACC-01", saying="take it to the removal director", exit_code=4)


def test_whether_it_would_pass_is_told_to_nobody_who_may_not_read_it():
    at = brussels("2026-03-16 10:00")
    state = replay(lines(SHUT, NUMBER))
    [reason] = failing(Attempt(state, "HandInAppeal", Context(at, at, DIRECTOR)))
    assert reason.rule == "ACC-01"


def test_what_happened_before_is_not_told_while_it_is_restricted():
    given(*SHUT).when(RAISE, by=COACH, at="2026-03-10 08:00").then_refused("ACC-01", exit_code=4)


def test_what_others_did_before_the_end_is_kept_from_them_too():
    history = lines((HERE, NOT_RETURNED, *(act.at("2026-03-27 09:00") for act in SHUT[1:])), NUMBER)
    context = Context(brussels("2026-03-25 09:00"), brussels("2026-03-28 09:00"), COACH)
    state = there(standing(replay(history), history, "HandInAppeal", context))
    assert state.access.restricted(context.now)


def test_what_the_procedure_alone_says_is_asked_by_nobody():
    at = brussels("2026-03-11 09:00")
    state = replay(lines(SHUT, NUMBER))
    found = failing(Attempt(state, "RaiseObstacle", Context(at, at)))
    assert "ACC-01" not in {one.rule for one in found}


@pytest.mark.parametrize("function", list(Function))
def test_no_function_but_its_keeper_opens_a_restricted_dossier(function):
    state = there(replay(lines(OPEN_TO_ONE, NUMBER)))
    at = brussels("2026-03-11 09:00")
    reads = may_read(state.access, "somebody.else", {function}, at)
    assert reads is (function is Function.REMOVAL_DIRECTOR)
    assert may_read(state.access, "m.vandamme", {function}, at)


def test_the_commands_of_the_region_are_five():
    assert len(c.WORDS["access"]) == 5
