"""The removal check-list: every item done by somebody, the second signature by somebody else."""

import pytest
from dossier import ATTACHE, COACH, HANDED_IN, NUMBER, OFFICER, PREPARED, SECURITY
from examples.removal import (
    ANNOUNCED,
    CANCELLED,
    FIT_TO_FLY,
    PLANNED,
    SCHEDULED,
    SIGNED,
    START,
    STARTED,
    TICK,
    TICKED_BEFORE,
    TICKED_ON_THE_DAY,
    TO_PLAN,
    TO_PREPARED,
    TO_START,
    UNTICK,
    instead,
    ticked,
)
from given import Act, brussels, given, known_as, there

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.decide import Attempt, Context, failing
from domain.decide.check_list import standings
from domain.lifecycle.removal import CHECK_LIST, SECOND_SIGNATURE
from domain.rules import code_list
from domain.values import Function, Sealed

COACH_AGAIN = Actor("lambertd", "P-001", frozenset({Function.CENTRE_DIRECTOR}))
"""The coach, under an account kept for days in the director's place."""


def of(item, state="done", **said):
    return c.TickItem(dossier=NUMBER, item=item, state=state, **said)


SIGN_SECOND = of(SECOND_SIGNATURE)


def standing_of(item, *history, at):
    state = given(*history).when(TICK, at=at).state()
    moment = brussels(at)
    found = standings(state, Context(moment, moment))
    return next(one for one in found if one.item.code == item)


# -- the list -----------------------------------------------------------------------------


def test_the_list_has_the_twenty_items_of_the_removal_director_in_their_order():
    assert [item.code for item in CHECK_LIST] == list(code_list("removal.check-list"))
    assert len(CHECK_LIST) == 20


def test_an_item_is_kept_with_who_did_it_and_when():
    asked = given(*TO_PREPARED).when(TICK, by=COACH, at="2026-03-24 15:00")
    asked.then(e.CheckListItemTicked(item="identity-aliases", state="done"))
    [tick] = asked.state_after().removal.ticks
    assert (tick.by.account, tick.by.person, tick.by.at) == (
        "d.lambert",
        "P-001",
        brussels("2026-03-24 15:00"),
    )


def test_a_later_tick_takes_the_place_of_an_earlier_one():
    again = of("identity-aliases", reference="ID-2026-17")
    state = given(*TO_PLAN).when(again, by=ATTACHE).state_after()
    [tick] = [each for each in state.removal.ticks if each.item == "identity-aliases"]
    assert (tick.by.account, tick.reference) == ("m.vandamme", "ID-2026-17")


STATEMENT = "consent-statement"


@pytest.mark.parametrize("statement", ["consent", "refusal"])
def test_of_the_statement_it_is_said_which_it_is(statement):
    asked = given(*TO_PREPARED).when(of(STATEMENT, statement=statement), by=COACH)
    asked.then(e.CheckListItemTicked(item=STATEMENT, state="done", statement=statement))
    [tick] = asked.state_after().removal.ticks
    assert tick.statement == statement
    given(*TO_PREPARED).when(of(STATEMENT), by=COACH).then_refused("DPT-06", saying="--statement")
    given(*TO_PREPARED).when(of("flight", statement=statement)).then_refused(
        "DPT-06", saying="flight is no statement"
    )


def test_an_item_is_opened_again_only_when_it_is_ticked():
    given(*TO_PLAN).when(UNTICK).then(e.CheckListItemUnticked(item="identity-aliases"))
    given(*TO_PREPARED).when(UNTICK).then_refused("DPT-02", saying="identity-aliases is not ticked")


@pytest.mark.parametrize("history", [TO_PREPARED, TO_PLAN], ids=["nothing ticked", "ticked"])
def test_whether_an_item_can_be_opened_again_is_answered_of_an_item(history):
    found = given(*history).when(UNTICK)
    context = Context(there(found.at), there(found.now))
    assert failing(Attempt(found.state(), "UntickItem", context)) == []


def test_nothing_is_ticked_before_a_removal_is_prepared():
    given(*[act for act in TO_PREPARED if act is not PREPARED]).when(TICK).then_refused(
        "ORD-01", saying="does not follow from decision-notified"
    )


def test_an_item_that_is_not_on_the_list_is_refused():
    given(*TO_PREPARED).when(of("catering")).then_refused("COD-01", saying="catering is not on")


# -- what does not apply ------------------------------------------------------------------


def test_what_does_not_apply_says_why():
    without_words = of("visa-transit", "not-applicable")
    given(*TO_PREPARED).when(without_words).then_refused("DPT-04", saying="say why")
    numbered = of("visa-transit", "not-applicable", reference="VIS-0")
    assert given(*TO_PREPARED).when(numbered).events()
    remarked = of("visa-transit", "not-applicable", remark=Sealed.of("no transit: direct flight"))
    assert given(*TO_PREPARED).when(remarked).events()


@pytest.mark.parametrize("item", [each.code for each in CHECK_LIST if not each.may_not_apply])
def test_what_always_applies_is_never_set_aside(item):
    given(*TO_PREPARED).when(of(item, "not-applicable", reference="N-1")).then_refused(
        "DPT-04", saying=f"{item} always applies"
    )


# -- the second signature -----------------------------------------------------------------


def test_the_second_signature_is_another_person_s():
    given(*TO_START[:-1]).when(SIGN_SECOND, by=SECURITY).then(
        e.CheckListItemTicked(item=SECOND_SIGNATURE, state="done")
    )
    given(*TO_START[:-1]).when(SIGN_SECOND, by=COACH).then_refused(
        "SEP-01", saying="P-001 ticked", exit_code=4
    )


def test_another_account_is_not_another_person():
    given(*TO_START[:-1]).when(SIGN_SECOND, by=COACH_AGAIN).then_refused(
        "SEP-01", saying="as d.lambert", exit_code=4
    )


def test_who_ticked_one_item_alone_does_not_sign_either():
    one_by_security = (*TO_START[:-1], ticked("phone-access", "2026-03-30 05:50", SECURITY))
    given(*one_by_security).when(SIGN_SECOND, by=SECURITY).then_refused("SEP-01", exit_code=4)


@pytest.mark.parametrize("change", [TICK, UNTICK], ids=["ticked", "opened again"])
def test_a_list_changed_after_the_signature_is_signed_again(change):
    state = given(*TO_START).when(change, by=COACH).state_after()
    assert state.removal.tick(SECOND_SIGNATURE) is None


def test_a_signature_told_late_does_not_cover_what_was_ticked_since():
    given(*TO_START[:-1]).when(SIGN_SECOND, by=SECURITY, at="2026-03-30 05:00").then_refused(
        "ORD-02"
    )


# -- what the dossier knows ---------------------------------------------------------------


def test_what_the_dossier_knows_is_done_without_a_tick():
    for item in ("decision-notification", "travel-document", "fit-to-fly", "flight"):
        found = standing_of(item, *TO_START, at="2026-03-30 06:00")
        assert (found.state, found.known) == ("done", "done"), item
    assert found.tick is None


def test_what_the_dossier_knows_better_counts_before_a_tick():
    # 72 hours after Saturday 28 March at 08:30, over the night the clock changes.
    claimed = (*TO_START, ticked("fit-to-fly", "2026-03-31 08:00"))
    assert standing_of("fit-to-fly", *claimed, at="2026-03-31 09:30").state == "done"
    assert standing_of("fit-to-fly", *claimed, at="2026-03-31 09:31").state == "missing"


def test_remedies_are_looked_up_again_every_day():
    looked_up = (*PLANNED, ticked("remedies-today", "2026-03-29 23:30"))
    assert standing_of("remedies-today", *looked_up, at="2026-03-29 23:59").state == "done"
    assert standing_of("remedies-today", *looked_up, at="2026-03-30 00:01").state == "missing"


def test_a_remedy_that_suspends_is_known_whatever_was_ticked():
    brought = (
        *PLANNED,
        HANDED_IN,
        ticked("remedies-today", "2026-03-30 05:30"),
    )
    found = standing_of("remedies-today", *brought, at="2026-03-30 06:00")
    assert (found.state, found.known) == ("missing", "missing")


def test_an_escort_is_not_briefed_where_there_is_none():
    alone = (*TO_PLAN, SCHEDULED.but(mode="unescorted"))
    found = standing_of("escort-briefing", *alone, at="2026-03-29 10:00")
    assert (found.state, found.settled) == ("not-applicable", True)


# -- one list for each attempt ------------------------------------------------------------


def test_what_was_done_for_one_attempt_is_done_again_for_the_next():
    called_off = (*PLANNED, *TICKED_ON_THE_DAY, CANCELLED.at("2026-03-30 06:10"))
    state = given(*called_off).when(TICK).state()
    left = {tick.item for tick in state.removal.ticks}
    assert left == {known_as(e.CheckListItemTicked, tick.event).item for tick in TICKED_BEFORE}


def test_a_removal_prepared_anew_has_an_empty_list():
    state = given(*PLANNED, CANCELLED, PREPARED.at("2026-03-29 19:00")).when(TICK).state()
    assert state.removal.ticks == ()
    assert there(state.removal.prepared).at == brussels("2026-03-29 19:00")


def test_items_are_ticked_until_the_person_has_left():
    given(*TO_START, STARTED).when(of("phone-access")).events()
    given(*PLANNED, FIT_TO_FLY, SIGNED.at("2026-03-29 09:00")).when(TICK, by=OFFICER).events()


def test_who_is_at_hand_ticks():
    given(*TO_PREPARED).when(TICK).is_for(
        Function.COACH,
        Function.ATTACHE_COACH,
        Function.MIGRATION_OFFICER,
        Function.CENTRE_DIRECTOR,
        Function.SECURITY,
    )


# -- a lawyer on record ---------------------------------------------------------------------

LAWYER = Act(
    e.LegalAidAssigned(lawyer=Sealed.of("mr. Peeters"), bar_number="BAR-2026-81"),
    COACH,
    brussels("2026-03-25 09:00"),
)
NO_LAWYER = of("lawyer-informed", state="not-applicable", reference="BAR-2026-81")


def test_a_lawyer_on_record_is_told_and_not_ticked_away():
    given(*PLANNED).when(NO_LAWYER).events()
    given(*PLANNED, LAWYER).when(NO_LAWYER).then_refused(
        "DPT-04", saying="a lawyer is on record, who has to be told"
    )


def test_what_was_ticked_before_there_was_a_lawyer_counts_no_more():
    none = ticked("lawyer-informed", "2026-03-24 15:00", state="not-applicable")
    alone = instead(TO_START, ANNOUNCED, ANNOUNCED.but(to_lawyer=False))
    without_a_lawyer = (*alone[:-1], none, SIGNED)
    given(*without_a_lawyer).when(START, at="2026-03-30 06:30").events()
    given(*without_a_lawyer, LAWYER).when(START, at="2026-03-30 06:30").then_refused(
        "DPT-03", "DPT-07", saying="not announced to the lawyer"
    )
    assert standing_of(
        "lawyer-informed", *without_a_lawyer, LAWYER, at="2026-03-30 06:30"
    ).state == ("missing")
