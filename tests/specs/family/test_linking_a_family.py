"""Linking a family: each dossier says with whom the resident belongs together."""

from dossier import ARRIVED, NUMBER
from examples.family import (
    ADMITTED,
    BOY_ADMITTED,
    CHILD_ADMITTED,
    DAUGHTER,
    EIGHTEEN,
    FAMILY,
    HUSBAND,
    LINK,
    LINKED,
    MOTHER,
    WIFE,
)
from given import given

from domain import events as e
from domain.lifecycle.who import F


def but(**fields):
    return LINK.model_copy(update=fields)


def test_the_dossier_keeps_who_belongs_to_the_resident():
    given(ADMITTED).when(LINK).then(LINKED)
    given(ADMITTED).when(LINK).then_state(
        family__id=FAMILY,
        family__role="parent",
        family__members=(HUSBAND, DAUGHTER),
        family__minors=(DAUGHTER,),
        family__together=(HUSBAND, DAUGHTER),
    )


def test_a_link_told_later_adds_a_member_and_forgets_none():
    grandmother = but(members=(HUSBAND, "TUB-2026-0050"), minors=())
    given(*MOTHER).when(grandmother).then_state(
        family__members=(HUSBAND, DAUGHTER, "TUB-2026-0050"), family__minors=(DAUGHTER,)
    )


def test_links_told_in_another_order_come_to_the_same():
    later = LINKED.but(members=("TUB-2026-0050",), minors=()).at("2026-03-05 09:00")
    one = given(ADMITTED, LINKED, later).when(LINK).state()
    other = given(ADMITTED, later, LINKED).when(LINK).state()
    assert set(one.family.members) == set(other.family.members)


def test_with_carers_a_child_is_no_longer_on_its_own():
    asked = given(BOY_ADMITTED).when(but(role="child", members=(WIFE,), minors=(), carers=(WIFE,)))
    assert asked.state().unaccompanied
    asked.then_state(unaccompanied=False, family__carers=(WIFE,))


def test_the_eighteenth_birthday_is_kept_when_it_is_said():
    link = but(role="child", minors=(), majority_on=EIGHTEEN)
    given(CHILD_ADMITTED).when(link).then_state(family__majority_on=EIGHTEEN)


def test_a_resident_belongs_to_one_family():
    given(*MOTHER).when(but(family="TUB-2026-0099")).then_refused("FAM-04", saying="unlink")


def test_nobody_is_a_member_beside_oneself():
    given(ADMITTED).when(but(members=(NUMBER, HUSBAND))).then_refused("FAM-04", saying="twice")


def test_it_is_no_step_of_the_first_procedure():
    given(ARRIVED).when(LINK).then_refused("ORD-06")


def test_who_is_at_the_desk_links():
    given(ADMITTED).when(LINK).is_for(
        F.COACH,
        F.ATTACHE_COACH,
        F.MIGRATION_OFFICER,
        F.REMOVAL_DIRECTOR,
        F.MINISTER_DELEGATE,
        F.MINISTER,
        F.CENTRE_DIRECTOR,
    )


def test_an_unheard_of_role_is_refused():
    given(ADMITTED).when(but(role="uncle")).then_refused("COD-01", saying="sibling")


def test_how_others_belong_is_told_in_words():
    given(ADMITTED).when(but(role="other")).then_refused("COD-02")


def test_a_register_that_names_the_dossier_itself_does_no_harm():
    told = LINKED.but(members=(NUMBER, HUSBAND), minors=(NUMBER,))
    state = given(ADMITTED, told).when(LINK).state()
    assert state.family.members == (HUSBAND,)
    assert state.family.minors == ()


def test_a_link_does_not_change_an_age():
    assert isinstance(LINKED.event, e.FamilyLinked)
    assert given(*MOTHER).when(LINK).state().age == "adult"
