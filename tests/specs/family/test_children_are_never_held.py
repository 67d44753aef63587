"""Children are never in a closed centre, and an unaccompanied minor in no place of detention."""

import pytest
from dossier import INFORMED, NUMBER, OFFICER
from examples.custody import GONE, ISSUE, PRESUMED, TO_PRISON
from examples.custody import PROPOSE as PROPOSE_TITLE
from examples.custody import PROPOSED as TITLE_PROPOSED
from examples.family import (
    ADMITTED,
    BABY,
    BORN,
    BOY_ADMITTED,
    CHILD,
    CHILD_ADMITTED,
    DAUGHTER,
    DISPUTE,
    DISPUTED,
    FOUND_ADULT,
    HUSBAND,
    LINK,
    MOTHER,
    PROPOSED,
    REUNITED,
    SEPARATED,
    WIFE,
    act,
    member,
)
from examples.transfer import ORDER
from given import brussels, given, there

from domain import commands as c
from domain import events as e
from domain.decide import Attempt, Context, Refused
from domain.decide.clocks import clocks
from domain.decide.missing import missing
from domain.decide.places import child_may_stay, may_be_kept, must_leave
from domain.rules import place, rule

HOL, TUB = there(place("HOL")), there(place("TUB"))
NOW = "2026-03-25 10:00"


def rules(*history, where=HOL, at=NOW, members=()):
    state = given(*history).when(LINK).state()
    moment = brussels(at)
    attempt = Attempt(state, "Any", Context(moment, moment, members=members))
    return {one.rule for one in child_may_stay(attempt, where)}


@pytest.mark.parametrize(
    "history",
    [
        (CHILD_ADMITTED.but(unaccompanied=False),),
        CHILD,
        MOTHER,
        (ADMITTED.but(unaccompanied=False), DISPUTED),
        (CHILD_ADMITTED.but(age="disputed", unaccompanied=False),),
    ],
    ids=["a minor", "a child", "its mother", "an age in dispute", "disputed at arrival"],
)
def test_a_minor_and_a_family_with_one_are_not_in_a_closed_centre(history):
    assert rules(*history) == {"DET-15"}
    assert rules(*history, where=TUB) == set()


@pytest.mark.parametrize(
    "history",
    [(CHILD_ADMITTED,), (ADMITTED, DISPUTED), (CHILD_ADMITTED.but(age="disputed"),)],
    ids=["a minor", "an age in dispute", "disputed at arrival"],
)
def test_a_minor_of_whom_nobody_said_who_is_there_is_taken_to_be_alone(history):
    assert rules(*history, where=TUB) == {"DET-16"}
    assert rules(*history, where=HOL) == {"DET-15"}
    assert rules(*history, MOTHER[1].but(role="child"), where=TUB) == set()


def test_that_nobody_said_it_is_missing():
    state = given(CHILD_ADMITTED).when(LINK).state()
    assert ("DET-16", "with whom the minor is here", None) in missing(state)
    assert "DET-16" in {one.rule for one in must_leave(state, brussels(NOW))}
    for told in (CHILD_ADMITTED.but(unaccompanied=False), ADMITTED):
        assert "DET-16" not in {one.rule for one in missing(given(told).when(LINK).state())}


@pytest.mark.parametrize("gone", ["absconded", "in prison", "ended", "there"])
def test_a_child_whose_carers_are_gone_is_alone(gone):
    left = {
        "absconded": (INFORMED, PRESUMED, GONE),
        "in prison": (TO_PRISON,),
        "ended": (act(e.NonReturnEstablished(reason="absconded"), OFFICER, "2026-03-19 10:00"),),
        "there": (),
    }[gone]
    parents = tuple(member(one, ADMITTED, *left) for one in (WIFE, HUSBAND))
    found = rules(*CHILD, where=TUB, members=parents)
    assert found == (set() if gone == "there" else {"DET-16"})
    one_left = (parents[0], member(HUSBAND, ADMITTED))
    assert rules(*CHILD, where=TUB, members=one_left) == set()


def test_a_doubt_on_record_in_the_dossier_of_a_member_counts():
    daughter = member(DAUGHTER, ADMITTED, DISPUTED)
    mother = (MOTHER[0], MOTHER[1].but(minors=()))
    assert rules(*mother, members=(daughter,)) == {"DET-15"}
    assert rules(*mother, members=(member(DAUGHTER, ADMITTED),)) == set()


def test_since_when_somebody_must_leave_is_no_earlier_than_the_rule():
    arrived = CHILD_ADMITTED.but(centre="HOL", unaccompanied=False).at("2024-07-10 10:00")
    state = given(arrived).when(LINK).state()
    [due] = must_leave(state, brussels("2024-07-25 10:00"))
    assert due.since == brussels("2024-07-20 00:00")
    assert not list(must_leave(state, brussels("2024-07-19 23:59")))


def test_a_child_of_the_family_whose_age_is_not_on_record_is_a_minor():
    assert rules(CHILD_ADMITTED.but(age=None), CHILD[1]) == {"DET-15"}


def test_adults_may_be():
    assert rules(ADMITTED) == set()
    assert rules(ADMITTED, MOTHER[1].but(minors=())) == set()
    assert rules(*MOTHER, DISPUTED, FOUND_ADULT) == {"DET-15"}, "there is still her daughter"
    assert rules(ADMITTED, DISPUTED, FOUND_ADULT) == set()


def test_an_unaccompanied_minor_is_in_no_place_of_detention():
    assert rules(BOY_ADMITTED) == {"DET-16"}
    assert rules(BOY_ADMITTED, where=TUB) == {"DET-16"}
    assert rules(BOY_ADMITTED.but(age="disputed"), where=TUB) == {"DET-16"}
    assert rules(BOY_ADMITTED.but(age=None), where=TUB) == {"DET-16"}, "not known to be of age"


def test_a_child_whose_parents_have_gone_is_held_nowhere():
    her, him = (member(one, *MOTHER) for one in (WIFE, HUSBAND))
    gone = act(e.NonReturnEstablished(reason="left-with-proof"), ADMITTED.who, "2026-03-19 10:00")
    she_left, he_left = (member(one, *MOTHER, gone) for one in (WIFE, HUSBAND))
    assert rules(*CHILD, where=TUB, members=(her, he_left)) == set()
    assert rules(*CHILD, where=TUB, members=(she_left, him)) == set()
    assert rules(*CHILD, where=TUB, members=(she_left, he_left)) == {"DET-16"}
    assert rules(ADMITTED, CHILD[1], where=TUB, members=(she_left, he_left)) == set(), "of age"


def test_an_authorised_separation_from_the_child_lets_the_adult_go_on_alone():
    assert rules(*MOTHER, PROPOSED, SEPARATED) == set()
    assert rules(*MOTHER, PROPOSED, SEPARATED.but(members=(HUSBAND,))) == {"DET-15"}
    assert rules(*MOTHER, PROPOSED, SEPARATED, REUNITED) == {"DET-15"}


def test_of_the_child_it_changes_nothing():
    apart = (PROPOSED.but(members=("TUB-2026-0041",)), SEPARATED.but(members=("TUB-2026-0041",)))
    assert rules(*CHILD, *apart) == {"DET-15"}


# -- since when ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ("2024-07-19 12:00", set()),
        ("2024-07-20 00:00", {"DET-15"}),
        ("2024-07-21 12:00", {"DET-15"}),
    ],
)
def test_families_are_protected_since_july_2024(at, found):
    assert rules(CHILD_ADMITTED.at("2024-01-02 10:00"), at=at) == found


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ("2012-02-26 12:00", set()),
        ("2012-02-27 00:00", {"DET-16"}),
        ("2012-02-28 12:00", {"DET-16"}),
    ],
)
def test_unaccompanied_minors_are_protected_since_february_2012(at, found):
    assert rules(BOY_ADMITTED.at("2012-01-02 10:00"), at=at) == found


def test_what_was_not_known_yet_is_not_judged_by_what_is_known_now():
    """Today of age, in dispute then: an act told late is not let through."""
    history = (ADMITTED, DISPUTED, FOUND_ADULT)
    assert rules(*history, at="2026-03-20 09:59") == {"ORD-02"}
    assert rules(*history, at="2026-03-20 10:00") == set()


def test_in_a_family_site_a_birth_says_nothing_of_the_hours_before():
    """The reception of the mother, and of a child of hers, is told after a birth of that day."""
    for history in (MOTHER, CHILD):
        told = (*history, BORN)
        assert rules(*told, where=TUB, at="2026-03-10 04:19") == set()
        assert rules(*told, where=HOL, at="2026-03-10 04:19") == {"DET-15"}


def test_of_the_hours_before_a_birth_a_closed_centre_is_not_judged_by_what_came_later():
    born = (ADMITTED, BORN)
    assert rules(*born, PROPOSED_FROM_BABY, APART_FROM_BABY, at="2026-03-10 04:19") == {"ORD-02"}
    assert rules(*born, PROPOSED_FROM_BABY, APART_FROM_BABY, at="2026-03-13 10:00") == set()


PROPOSED_FROM_BABY = PROPOSED.but(members=(BABY,))
APART_FROM_BABY = SEPARATED.but(members=(BABY,))


@pytest.mark.parametrize(
    ("at", "found"), [("2026-03-03 08:59", {"ORD-02"}), ("2026-03-03 09:00", set())]
)
def test_who_was_alone_before_was_held_nowhere(at, found):
    assert rules(BOY_ADMITTED, CHILD[1], where=TUB, at=at) == found


def test_so_it_is_of_whoever_was_found_to_be_of_age_since():
    told = (BOY_ADMITTED.but(age="disputed"), FOUND_ADULT)
    assert rules(*told, where=TUB, at="2026-03-20 09:59") == {"ORD-02"}
    assert rules(*told, where=TUB, at="2026-03-20 10:00") == set()


def test_a_child_that_was_never_alone_may_have_been_there_before_its_parents_were_linked():
    assert rules(*CHILD, where=TUB, at="2026-03-03 08:59") == set()


# -- at the arrival, and where one is ------------------------------------------------------


def test_at_the_arrival_it_depends_on_what_is_said():
    moment = brussels(NOW)
    order = c.OpenTrajectory(dossier=NUMBER, centre="HOL", age="minor", unaccompanied=False)
    for changes, found in (
        ({}, {"DET-15"}),
        ({"age": "disputed"}, {"DET-15"}),
        ({"unaccompanied": True}, {"DET-16"}),
        ({"age": "adult"}, set()),
    ):
        said = order.model_copy(update=changes)
        attempt = Attempt(None, "OpenTrajectory", Context(moment, moment), said)
        assert {one.rule for one in child_may_stay(attempt, HOL)} == found


def test_nothing_keeps_a_resident_where_the_resident_may_not_be():
    moment = brussels(NOW)
    for history, found in (
        ((ADMITTED.but(centre="HOL"),), set()),
        ((ADMITTED.but(centre="HOL"), DISPUTED), {"DET-15"}),
        ((ADMITTED, DISPUTED), {"DET-16"}),
        ((ADMITTED.but(unaccompanied=False), DISPUTED), set()),
        ((BOY_ADMITTED,), {"DET-16"}),
    ):
        state = given(*history).when(DISPUTE).state()
        attempt = Attempt(state, "ProlongDetention", Context(moment, moment))
        assert {one.rule for one in may_be_kept(attempt)} == found


@pytest.mark.parametrize("act", ["ProposeProlongation", "ProlongDetention"])
def test_a_detention_in_a_closed_centre_is_not_prolonged_for_a_minor(act):
    from domain.decide import failing

    state = given(ADMITTED.but(centre="HOL"), DISPUTED).when(DISPUTE).state()
    moment = brussels(NOW)
    assert "DET-15" in {one.rule for one in failing(Attempt(state, act, Context(moment, moment)))}


def refusals(*history, order):
    try:
        given(*history).when(order, at=NOW).events()
    except Refused as refused:
        return {one.rule for one in refused.failures}
    return set()


def test_no_title_is_issued_and_no_transfer_ordered_to_a_closed_centre_for_a_minor():
    in_holsbeek = ADMITTED.but(centre="HOL")
    for history, order in (
        ((in_holsbeek, TITLE_PROPOSED, DISPUTED), ISSUE),
        ((in_holsbeek, DISPUTED), PROPOSE_TITLE.model_copy(update={"place": "HOL"})),
        ((in_holsbeek, DISPUTED), ORDER),
    ):
        assert "DET-15" in refusals(*history, order=order)
        assert "DET-15" not in refusals(*history[:-1], order=order), "but for the dispute it may be"


def test_these_rules_give_way_to_nobody():
    for name in ("DET-15", "DET-16", "FAM-01", "FAM-02", "FAM-03"):
        assert not rule(name).overridable


def test_the_mother_has_to_move_and_so_does_the_child():
    for history in ((ADMITTED.but(centre="HOL"), MOTHER[1]), (CHILD_ADMITTED.but(centre="HOL"),)):
        state = given(*history).when(LINK).state()
        [due] = [one for one in clocks(state, brussels(NOW)) if one.rule == "DET-15"]
        assert due.is_duty
        assert due.at <= brussels(NOW), "at once"


@pytest.mark.parametrize(
    ("history", "words"),
    [
        ((ADMITTED.but(centre="HOL"), MOTHER[1]), "move of a family with a minor"),
        ((CHILD_ADMITTED.but(centre="HOL"),), "move of a minor out"),
        ((ADMITTED.but(centre="HOL"), DISPUTED), "the age in dispute"),
        ((ADMITTED.but(centre="HOL"), MOTHER[1], DISPUTED), "move of a family with a minor"),
    ],
)
def test_it_is_said_who_has_to_move(history, words):
    state = given(*history).when(LINK).state()
    [due] = [one for one in clocks(state, brussels(NOW)) if one.rule == "DET-15"]
    assert words in due.what


def test_who_is_alone_has_to_leave_a_family_site_too():
    state = given(BOY_ADMITTED).when(LINK).state()
    found = [one.rule for one in clocks(state, brussels(NOW))]
    assert "DET-16" in found
    assert "DET-15" not in found
