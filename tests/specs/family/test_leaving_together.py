"""A family leaves together: what holds one member back holds all, and nobody is left behind."""

from datetime import date

import pytest
from dossier import HANDED_IN, NUMBER, REJECTED, UNFIT
from examples.exception import ALLOWED
from examples.exception import ASKED as OVERRIDE
from examples.family import (
    DAUGHTER,
    HUSBAND,
    LINKED,
    PROPOSED,
    SEPARATED,
    act,
    member,
)
from examples.removal import ANNOUNCED, LEAVE, START, TO_START, UNDER_WAY, instead
from given import brussels, given

from domain import events as e
from domain.decide import Attempt, Context, failing
from domain.decide.unity import family_together

WITH_HIM = LINKED.but(members=(HUSBAND,), minors=())
HER = (*UNDER_WAY, WITH_HIM)
HIS = LINKED.but(members=(NUMBER,), minors=())
AT = "2026-03-30 09:40"


def him(*more):
    return member(HUSBAND, *UNDER_WAY, HIS, *more)


def leave(*history, members, together=(NUMBER, HUSBAND), order=LEAVE):
    return given(*history).when(order, at=AT, members=members, together=together)


def test_together_they_leave():
    assert leave(*HER, members=(him(),)).events()


def test_alone_she_does_not():
    leave(*HER, members=(him(),), together=()).then_refused("FAM-02", saying="stay behind")


def test_what_holds_him_back_holds_her_back():
    told = leave(*HER, members=(him(UNFIT.at("2026-03-30 08:00")),), together=())
    told.then_refused("FAM-01", "FAM-02", saying=f"{HUSBAND} of the family is held back by: EXE-06")


def test_an_appeal_of_his_blocks_her_until_it_is_decided():
    lodged = HANDED_IN.at("2026-03-21 20:00")
    asked = leave(*HER, members=(him(lodged),), together=())
    asked.then_refused("FAM-01", "FAM-02", saying="held back by: APP-03")
    after = him(lodged, REJECTED.but(reference=None).at("2026-03-30 08:30"))
    leave(*HER, members=(after,), together=()).then_refused("FAM-02")


def test_asked_about_only_she_is_told_of_his_block_and_not_of_leaving_together():
    moment = brussels(AT)

    def asked(other):
        state = given(*HER).when(LEAVE).state()
        context = Context(moment, moment, members=(other,))
        return {one.rule for one in failing(Attempt(state, "ConfirmDeparture", context))}

    assert asked(him()) == set()
    assert asked(him(UNFIT.at("2026-03-30 08:00"))) == {"FAM-01"}


def test_an_authorised_separation_lets_her_go():
    apart = (PROPOSED.but(members=(HUSBAND,)), SEPARATED.but(members=(HUSBAND,)))
    asked = leave(*HER, *apart, members=(him(UNFIT.at("2026-03-30 08:00")),), together=())
    assert asked.events()


def test_a_separation_that_is_only_proposed_does_not():
    proposed = PROPOSED.but(members=(HUSBAND,))
    leave(*HER, proposed, members=(him(),), together=()).then_refused("FAM-02")


def test_who_left_before_holds_nobody_back():
    gone = act(LEFT, LINKED.who, "2026-03-29 09:40")
    assert leave(*HER, members=(him(gone),), together=()).events()


LEFT = e.DepartureConfirmed(
    mode="removal-escorted", statistical_category="forced", evidence=("escort-report",)
)


@pytest.mark.parametrize(
    ("reason", "refused"),
    [("residence-granted", True), ("protection-granted", True), ("deceased", False)],
)
def test_who_may_stay_is_not_left_behind_by_default(reason, refused):
    ended = act(e.NonReturnEstablished(reason=reason), LINKED.who, "2026-03-29 09:40")
    asked = leave(*HER, members=(him(ended),), together=())
    if refused:
        asked.then_refused("FAM-01", saying="may stay")
    else:
        assert asked.events()


def test_a_member_without_a_dossier_is_not_known_to_be_free_to_leave():
    born = act(
        e.MemberBorn(family=NUMBER, child=DAUGHTER, majority_on="2044-03-10"),
        LINKED.who,
        "2026-03-10 04:20",
    )
    leave(*HER, born, members=(him(),)).then_refused("FAM-01", saying=f"{DAUGHTER} of the family")


def test_members_who_are_not_looked_at_block_at_the_desk():
    leave(*HER, members=()).then_refused("FAM-01", saying="no dossier to look at")


def test_an_attempt_does_not_start_while_he_is_held_back():
    fit, ill = him(), him(UNFIT.at("2026-03-30 06:00"))
    her = (*TO_START, WITH_HIM)
    at = "2026-03-30 06:30"
    assert given(*her).when(START, at=at, members=(fit,)).events()
    given(*her).when(START, at=at, members=(ill,)).then_refused("FAM-01")


def test_what_two_persons_let_give_way_for_him_does_not_hold_her_back():
    told_late = instead(TO_START, ANNOUNCED, ANNOUNCED.at("2026-03-29 08:00"))
    let = (
        OVERRIDE.but(step="StartAttempt").at("2026-03-29 09:00"),
        ALLOWED.at("2026-03-29 10:00"),
    )
    at, her = "2026-03-30 06:30", (*TO_START, WITH_HIM)
    held, free = (member(HUSBAND, *told_late, HIS, *more) for more in ((), let))
    given(*her).when(START, at=at, members=(held,)).then_refused("FAM-01", saying="EXE-05")
    assert given(*her).when(START, at=at, members=(free,)).events()


def test_two_who_hold_each_other_back_are_each_told_once():
    ill = UNFIT.at("2026-03-30 08:00")
    asked = leave(*HER, ill, members=(him(ill),), together=())
    asked.then_refused("EXE-06", "FAM-01", "FAM-02")


def test_recorded_for_both_each_is_judged_for_itself():
    ill = UNFIT.at("2026-03-30 08:00")
    assert leave(*HER, members=(him(ill),)).events(), "he is refused in his own dossier"
    leave(*HER, ill, members=(him(),)).then_refused("EXE-06")


def test_from_when_it_passes_is_said_where_all_of_his_reasons_say_it():
    def waits(attempt):
        from domain.decide.attempt import Failing

        yield Failing("DEP-01", "no", passes_on=date(2026, 4, 1))

    state = given(*HER).when(LEAVE).state()
    moment = brussels(AT)
    context = Context(moment, moment, members=(him(),))
    attempt = Attempt(state, "StartAttempt", context, guards=(waits,))
    assert [one.passes_on for one in family_together(attempt)] == [date(2026, 4, 1)]
