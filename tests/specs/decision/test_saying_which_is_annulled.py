"""
Where several decisions stand, nothing is taken away before it is said which.

An order to leave is notified on Friday 13 March 2026, an entry ban on Tuesday 17.
"""

from datetime import date

import pytest
from dossier import ANNUL, ANNULLED, DRAFTED, INFORMED, NOTIFIED, TAKEN, until
from examples.decision import BAN_SERVED, BAN_TAKEN, BANNED, SERVED, TO_LEAVE
from examples.information import ADMITTED
from examples.removal import LEAVE, UNDER_WAY
from given import given, known_as

from domain.events import DecisionAnnulled
from domain.lifecycle import RoundState
from domain.values import AnnulledBy

ORDER, BAN = "DEC-2026-00042", "DEC-2026-00043"
BOTH = (*SERVED, BANNED, BAN_TAKEN, BAN_SERVED)
A, N, D, T = RoundState.ANNULLED, RoundState.NOTIFIED, RoundState.DRAFTED, RoundState.TAKEN


def annul(number=None, by=AnnulledBy.COUNCIL):
    return ANNUL.model_copy(update={"annulled_by": by, "decision": number})


def taken_away(asked):
    [event] = asked.events()
    return known_as(DecisionAnnulled, event).decision


def states(asked):
    return [each.state for each in asked.state_after().rounds]


@pytest.mark.parametrize("by", list(AnnulledBy))
@pytest.mark.parametrize(("number", "after"), [(ORDER, [A, N]), (BAN, [N, A])])
def test_the_one_that_is_named_is_taken_away_and_no_other(number, after, by):
    asked = given(*BOTH).when(annul(number, by))
    assert states(asked) == after
    assert taken_away(asked) == number


@pytest.mark.parametrize("by", list(AnnulledBy))
def test_where_none_is_named_nothing_is_and_they_are_listed(by):
    given(*BOTH).when(annul(by=by)).then_refused(
        "DEC-03", saying=f"say which with --decision, as one of: {ORDER}, {BAN}"
    )


def test_no_removal_goes_on_an_order_the_council_annulled_while_a_ban_stands():
    ban = tuple(sorted((*UNDER_WAY, BANNED, BAN_TAKEN, BAN_SERVED), key=lambda act: act.when))
    gone = ANNULLED.at("2026-03-23 10:00").but(annulled_by=AnnulledBy.COUNCIL, decision=ORDER)
    annulled = tuple(sorted((*ban, gone), key=lambda act: act.when))
    given(*ban).when(LEAVE, at="2026-03-30 09:40").events()
    refused = given(*annulled).when(LEAVE, at="2026-03-30 09:40").rules_in_the_way()
    assert "TIT-01" in refused


def test_where_one_alone_stands_it_is_kept_on_record_which_it_was():
    assert taken_away(given(*SERVED).when(annul())) == ORDER
    unnumbered = given(ADMITTED, INFORMED, DRAFTED.but(reference=None)).when(annul())
    assert taken_away(unnumbered) == "1", "one without a number has that of its round"


def test_the_council_may_mean_what_was_notified_alone():
    history = (*SERVED, TO_LEAVE.at("2026-03-16 09:00").but(reference="DEC-2026-00044"))
    asked = given(*history).when(annul())
    assert states(asked) == [A, D]
    given(*history).when(annul(by=AnnulledBy.AUTHORITY)).then_refused(
        "DEC-03", saying=f"{ORDER}, DEC-2026-00044"
    )
    drafted = given(*history).when(annul("DEC-2026-00044", AnnulledBy.AUTHORITY))
    assert states(drafted) == [N, A]


def test_what_shares_a_number_or_has_none_is_named_by_its_round():
    again = (*SERVED, TO_LEAVE.at("2026-03-16 09:00"))
    given(*again).when(annul(ORDER, AnnulledBy.AUTHORITY)).then_refused(
        "DEC-03", saying="as one of: 1, 2"
    )
    assert states(given(*again).when(annul("1", AnnulledBy.AUTHORITY))) == [A, D]
    assert states(given(*again).when(annul("2", AnnulledBy.AUTHORITY))) == [N, A]


def test_a_number_nobody_knows_takes_nothing_away():
    given(*BOTH).when(annul("DEC-2026-09999")).then_refused(
        "DEC-03", saying=f"has the number DEC-2026-09999; there are: {ORDER}, {BAN}"
    )
    given(*until(NOTIFIED)).when(annul("DEC-2026-09999")).then_refused("DEC-03")
    gone = ANNULLED.at("2026-03-18 09:00").but(decision=BAN)
    given(*BOTH, gone).when(annul(BAN)).then_refused("DEC-03")


def test_it_is_not_taken_away_before_its_own_last_act():
    asked = given(*BOTH).when(annul(ORDER), at="2026-03-16 10:00")
    assert states(asked) == [A, N], "that the ban came later does not matter"
    given(*BOTH).when(annul(BAN), at="2026-03-17 08:59").then_refused(
        "ORD-02", passes_on=date(2026, 3, 17)
    )


@pytest.mark.parametrize("by", list(AnnulledBy))
def test_under_the_first_procedure_the_latest_is_meant_as_before(by):
    second = (
        DRAFTED.at("2026-03-16 11:00").but(form="13sexies", reference=BAN),
        TAKEN.at("2026-03-16 15:00").but(form="13sexies", reference=BAN),
        NOTIFIED.at("2026-03-16 16:00"),
    )
    asked = given(*until(NOTIFIED), *second).when(annul(by=by))
    assert taken_away(asked) is None
    assert states(asked) == [N, A]


def test_an_annulment_of_long_ago_that_named_none_reads_as_it_did():
    told = (*BOTH, ANNULLED.at("2026-03-18 09:00"))
    assert [each.state for each in given(*told).when(annul()).state().rounds] == [N, A]
    lost = (*BOTH, ANNULLED.at("2026-03-18 09:00").but(decision="DEC-2026-00001"))
    assert [each.state for each in given(*lost).when(annul()).state().rounds] == [N, A]
