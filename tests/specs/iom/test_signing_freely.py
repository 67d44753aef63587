"""Nobody signs before the file is granted, nor in isolation, and no minor without the guardian."""

import pytest
from dossier import COACH, DECLARED, IOM_ELIGIBLE, IOM_OPENED, NOTIFIED, SIGN, until
from examples.family import CHILD, MOTHER, WIFE, act, member
from examples.iom import ADMITTED, ELIGIBLE, FILED
from examples.measures import ENDED, ISOLATED, PROPOSED
from given import given, there

from domain import events as e
from domain.lifecycle import IomState
from domain.values import Sealed

WITH_GUARDIAN = SIGN.model_copy(update={"guardian_present": True})

GUARDED = act(
    e.GuardianAppointed(guardian=Sealed.of("An Maes"), reference="VOO-2026-11"),
    COACH,
    "2026-03-04 10:00",
)

# Isolated on Tuesday 10 March from 10:00; the file was granted the day before.
GRANTED = (IOM_OPENED.at("2026-03-05 10:00"), IOM_ELIGIBLE.at("2026-03-09 10:00"))
KEPT_APART = (ADMITTED, *FILED[1:2], *GRANTED, PROPOSED, ISOLATED)


def test_a_declaration_follows_eligibility():
    asked = given(*ELIGIBLE).when(SIGN, at="2026-03-18 10:00")
    asked.then(DECLARED)
    asked.then_state(iom__state=IomState.SIGNED, declared=True)
    assert there(asked.state_after().iom).signed == DECLARED.when


def test_nobody_signs_while_eligibility_is_open():
    given(*FILED).when(SIGN).then_refused(
        "IOM-01", saying="the IOM file is opened; this needs eligible"
    )


def test_under_the_first_procedure_an_open_file_was_enough():
    given(*until(NOTIFIED), IOM_OPENED).when(SIGN).then(DECLARED)


@pytest.mark.parametrize(
    ("at", "passes"),
    [
        ("2026-03-10 09:59", True),  # the minute before
        ("2026-03-10 10:00", False),
        ("2026-03-11 07:59", False),
        ("2026-03-11 08:00", True),  # the minute it ends
    ],
)
def test_nobody_signs_in_isolation(at, passes):
    asked = given(*KEPT_APART, ENDED).when(SIGN, at=at)
    if passes:
        asked.events()
    else:
        asked.then_refused("IOM-04", saying="kept apart")


def test_isolation_that_nobody_ended_goes_on():
    given(*KEPT_APART).when(SIGN, at="2026-03-20 10:00").then_refused("IOM-04")


@pytest.mark.parametrize("age", ["minor", "disputed"])
def test_a_minor_or_who_may_be_one_signs_with_the_guardian(age):
    young = (ADMITTED.but(age=age), GUARDED, *ELIGIBLE[1:])
    given(*young).when(SIGN).then_refused("IOM-04", saying="the guardian has to be present")
    alone = SIGN.model_copy(update={"guardian_present": False})
    given(*young).when(alone).then_refused("IOM-04")
    given(*young).when(WITH_GUARDIAN).then(DECLARED.but(guardian_present=True))


@pytest.mark.parametrize("unaccompanied", [True, None])
def test_of_a_minor_whom_nobody_accompanies_a_guardian_is_on_record(unaccompanied):
    alone = ADMITTED.but(age="minor", unaccompanied=unaccompanied)
    given(alone, *ELIGIBLE[1:]).when(WITH_GUARDIAN).then_refused(
        "IOM-04", saying="no guardian of the unaccompanied minor is on record"
    )
    given(alone, GUARDED, *ELIGIBLE[1:]).when(WITH_GUARDIAN).events()


def test_a_guardian_who_came_later_was_not_there():
    alone = ADMITTED.but(age="minor", unaccompanied=True)
    later = GUARDED.at("2026-03-18 12:00")
    given(alone, *ELIGIBLE[1:], later).when(
        WITH_GUARDIAN, at="2026-03-18 11:59", now="2026-03-18 13:00"
    ).then_refused("ORD-02")


def test_who_may_be_a_minor_does_not_sign():
    unknown = (ADMITTED.but(age=None), *ELIGIBLE[1:])
    given(*unknown).when(SIGN).then_refused("IOM-04", saying="age of the resident is not on record")
    given(*unknown).when(WITH_GUARDIAN).then_refused("IOM-04")


A_PARENT, THE_GUARDIAN = "a parent, or who else has parental authority", "the guardian has"
LINKED_AS_CHILD = CHILD[1].but(members=(WIFE,), carers=(WIFE,)).at("2026-03-03 09:00")
WENT = act(e.NonReturnEstablished(reason="left-with-proof"), COACH, "2026-03-12 10:00")


@pytest.mark.parametrize(
    ("more", "members", "words"),
    [
        ((), (), THE_GUARDIAN),
        ((LINKED_AS_CHILD,), (member(WIFE, *MOTHER),), A_PARENT),
        ((LINKED_AS_CHILD,), (member(WIFE, *MOTHER, WENT),), THE_GUARDIAN),
    ],
    ids=["nobody is there", "her mother is", "her mother has gone"],
)
def test_it_is_said_who_has_to_be_there_for_a_minor(more, members, words):
    young = (ADMITTED.but(age="minor"), *more, *ELIGIBLE[1:])
    asked = given(*young).when(SIGN, members=members)
    asked.then_refused("IOM-04", saying=words)
    asked.then_refused("IOM-04", saying="say so with --guardian")


def test_a_child_of_the_family_whose_age_is_not_on_record_is_a_minor():
    child = (ADMITTED.but(age=None), LINKED_AS_CHILD, *ELIGIBLE[1:])
    asked = given(*child).when(SIGN, members=(member(WIFE, *MOTHER),))
    asked.then_refused("IOM-04", saying="on record as minor")


def test_who_is_of_age_needs_no_guardian():
    given(*ELIGIBLE).when(SIGN).then(DECLARED)


def test_whether_a_minor_may_sign_at_all_can_be_asked_without_saying_who_is_there():
    young = (ADMITTED.but(age="minor"), GUARDED, *ELIGIBLE[1:])
    assert [f.rule for f in _asked(young)] == []


def _asked(history):
    from domain.decide import Attempt, Context, failing

    found = given(*history).when(SIGN)
    context = Context(there(found.at), there(found.now))
    return failing(Attempt(found.state(), "SignDeclaration", context))
