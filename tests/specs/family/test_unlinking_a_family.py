"""Unlinking a family: a link that should not have been made is taken away by another person."""

from dossier import COACH, OFFICER
from examples.family import CHILD, DAUGHTER, HUSBAND, LINK, MOTHER, SEPARATED, UNLINK, WIFE, act
from given import given

from domain import events as e
from domain.authority import Actor
from domain.lifecycle.who import F

UNLINKED = act(
    e.FamilyUnlinked(members=(HUSBAND, DAUGHTER), reason="shown-not-related"),
    OFFICER,
    "2026-03-09 10:00",
)


def but(**fields):
    return UNLINK.model_copy(update=fields)


def test_without_members_there_is_no_family_left():
    given(*MOTHER).when(UNLINK).then(UNLINKED)
    given(*MOTHER).when(UNLINK).then_state(
        family__id=None, family__role=None, family__members=(), family__minors=()
    )


def test_the_others_stay():
    given(*MOTHER).when(but(members=(HUSBAND,))).then_state(
        family__members=(DAUGHTER,), family__minors=(DAUGHTER,)
    )


def test_who_made_the_link_does_not_take_it_away():
    coach_as_officer = Actor("lambertd", COACH.person, frozenset({F.MIGRATION_OFFICER}))
    given(*MOTHER).when(UNLINK, by=coach_as_officer).then_refused(
        "SEP-02", saying="another person", exit_code=4
    )


def test_a_stranger_is_not_unlinked():
    given(*MOTHER).when(but(members=("TUB-2026-0099",))).then_refused("FAM-04", saying="0099")


def test_where_there_is_no_family_nothing_is_unlinked():
    given(MOTHER[0]).when(UNLINK).then_refused("FAM-04")


def test_a_child_without_its_carers_is_alone():
    given(*CHILD).when(but(members=(WIFE, HUSBAND))).then_state(unaccompanied=True)
    given(*CHILD).when(but(members=(WIFE,))).then_state(unaccompanied=False)


def test_it_ends_a_separation_from_them():
    state = given(*MOTHER, SEPARATED, UNLINKED.at("2026-03-14 10:00")).when(LINK).state()
    assert state.family.apart == ()


def test_not_before_the_link():
    given(*MOTHER).when(UNLINK, at="2026-03-03 08:59").then_refused("ORD-02")
    assert given(*MOTHER).when(UNLINK, at="2026-03-03 09:00").events()


def test_after_it_another_family_may_be_told():
    other = LINK.model_copy(update={"family": "TUB-2026-0099"})
    assert given(*MOTHER, UNLINKED).when(other).events()
    given(*MOTHER, UNLINKED).when(other, at="2026-03-09 09:59").then_refused("ORD-02")


def test_it_is_for_officers_and_the_director():
    given(*MOTHER).when(UNLINK).is_for(
        F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER, F.CENTRE_DIRECTOR
    )
