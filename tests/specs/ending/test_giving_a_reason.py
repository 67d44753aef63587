"""Why a trajectory ends without departure can be read in the dossier."""

from dataclasses import replace
from datetime import date

import pytest
from dossier import (
    ARRIVED,
    ATTACHE,
    CLOSE,
    COACH,
    DECLARED,
    DIRECTOR,
    FIT,
    HANDED_IN,
    IOM_ELIGIBLE,
    IOM_OPENED,
    NUMBER,
    OFFICER,
    REJECTED,
)
from examples.custody import (
    APPEALED,
    ASKED,
    FOUND,
    GONE,
    HELD,
    MAINTAINED,
    PRESUMED,
    RELEASE,
    RELEASE_ORDERED,
    RELEASED,
    TO_HOSPITAL,
    TO_PRISON,
    TOLD,
    TWICE_PROLONGED,
)
from examples.ending import FREE, HERE, LET_GO, PROPOSED, end, ended
from examples.family import HUSBAND, LINKED, member
from examples.health import OBJECTED
from examples.protection import (
    ACCEPTED,
    APPLIED,
    EXTENDED,
    HOLD_PLACED,
    RECOGNISED,
    RISK_FOUND,
    STATUS_ENDED,
    STATUS_OPENED,
)
from examples.remedies import notified
from examples.removal import instead
from given import Act, brussels, given, on_duty, there

from domain import events as e
from domain.decide import Attempt, Context, passes
from domain.decide.clocks import clocks
from domain.decide.detention import custody_clocks
from domain.lifecycle import CustodyStatus
from domain.lifecycle.ending import DECIDED_BY_ANOTHER
from domain.lifecycle.who import OFFICERS
from domain.rules import code_list
from domain.values import Function, NonReturnReason, Sealed

# -- the list -----------------------------------------------------------------------------------

LIST = {
    *("released-by-office", "released-by-chamber", "maximum-reached", "residence-granted"),
    *("protection-granted", "dublin-transfer", "to-prison", "to-hospital"),
    *("absconded", "absconded-presumed", "deceased", "left-with-proof", "left-without-proof"),
    *("citizenship", "eu-right", "stateless", "victim-status", "suspended-by-treaty-body"),
    *("administrative-error", "other", "unknown"),
}
BY_TWO = {"deceased", "left-with-proof", "left-without-proof", "citizenship", "eu-right"} | {
    *("stateless", "administrative-error", "unknown", "other", "released-by-office"),
    "residence-granted",
}
ON_RECORD = {"released-by-chamber", "maximum-reached", "dublin-transfer", "to-prison"} | {
    *("to-hospital", "absconded", "absconded-presumed", "victim-status", "protection-granted"),
    "suspended-by-treaty-body",
}
EXITS = {"deceased", "dublin-transfer", "to-hospital"}


def test_the_reasons_are_a_list_that_stays_open():
    assert set(code_list("ending.non-return")) == LIST | {"left-independently"}


@pytest.mark.parametrize("reason", list(NonReturnReason))
def test_what_was_recorded_under_the_first_procedure_can_be_read(reason):
    assert code_list("ending.non-return")[reason].name.fr


def test_each_reason_rests_on_the_record_or_on_two_persons():
    assert BY_TWO | ON_RECORD == LIST
    assert set(DECIDED_BY_ANOTHER) == BY_TWO


@pytest.mark.parametrize("reason", sorted(LIST - {"other"}))
def test_no_reason_ends_it_by_one_word(reason):
    given(*FREE).when(end(reason), by=COACH, at="2026-03-26 12:00").rules_in_the_way()


@pytest.mark.parametrize("reason", sorted(LIST - EXITS - {"other"}))
def test_of_who_is_held_nothing_ends_before_a_release(reason):
    asked = given(*HERE, PROPOSED.but(reason=reason)).when(end(reason), at="2026-03-26 12:00")
    assert "END-05" in asked.rules_in_the_way()


# -- proposed by one, decided by another of the level -------------------------------------------

DESK = {Function.CENTRE_DIRECTOR, *OFFICERS}


@pytest.mark.parametrize(
    ("reason", "may"),
    [
        *((reason, DESK) for reason in ("deceased", "left-with-proof", "left-without-proof")),
        *((reason, DESK) for reason in ("unknown", "released-by-office")),
        *((reason, OFFICERS) for reason in ("citizenship", "eu-right", "stateless")),
        ("administrative-error", OFFICERS),
    ],
)
def test_what_nothing_on_record_tells_is_decided_by_another_of_the_level(reason, may):
    asked = given(*FREE, PROPOSED.but(reason=reason)).when(end(reason), at="2026-03-26 12:00")
    for function in {Function.COACH, Function.ATTACHE_COACH, *DESK}:
        by = replace(asked, who=on_duty(function))
        if function in may:
            by.then(ended(reason))
        else:
            by.then_refused("AUT-02", saying="this is for", exit_code=4)


def test_of_the_dead_nobody_asks_for_a_release():
    asked = given(*HERE, PROPOSED.but(reason="deceased")).when(end("deceased"), by=DIRECTOR)
    asked.then_state(custody__stay=None)


def test_a_reason_that_is_not_on_the_list_is_none():
    given(*FREE).when(end("gone-fishing")).then_refused("COD-01")


def test_another_reason_needs_words():
    other = (*FREE, PROPOSED.but(reason="other"))
    given(*other).when(end("other"), by=OFFICER).then_refused("COD-02")
    told = end("other", remark=Sealed.of("handed to the embassy"))
    given(*other).when(told, by=OFFICER).events()


def test_the_first_procedure_did_not_ask_for_words():
    given(ARRIVED).when(end("other")).events()


def test_who_left_independently_left_with_proof_or_without():
    given(*FREE).when(end("left-independently")).then_refused("END-03", saying="left-with-proof")
    given(ARRIVED).when(end("left-independently")).events()


# -- absconded ------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["absconded", "absconded-presumed"])
def test_absconding_was_established(reason):
    held = (*HELD, TOLD)
    asked = given(*held).when(end(reason))
    asked.then_refused("END-03", "END-05", saying="no absconding is established")
    given(*held, PRESUMED).when(end(reason)).then_refused("END-03", "END-05")
    given(*held, PRESUMED, GONE).when(end(reason)).events()


@pytest.mark.parametrize("reason", ["absconded", "absconded-presumed"])
def test_who_was_found_again_did_not_abscond(reason):
    given(*HELD, TOLD, PRESUMED, GONE, FOUND).when(end(reason)).then_refused("END-03")


# -- let go by a court, or at the maximum ----------------------------------------------------


RELEASED_AT = RELEASED.at("2026-03-12 09:00")
BY_COURT = end("released-by-chamber")


def test_a_court_let_the_resident_go_and_the_door_was_opened():
    given(*HELD, RELEASED_AT).when(BY_COURT).then_refused("END-03", saying="no release from this")
    given(*HELD, ASKED, RELEASED_AT).when(BY_COURT).then_refused("END-03")
    given(*HELD, ASKED, MAINTAINED, RELEASED_AT).when(BY_COURT).then_refused("END-03")
    ordered = given(*HELD, ASKED, RELEASE_ORDERED).when(BY_COURT)
    ordered.then_refused("END-03", "END-05", saying="no release is on record")
    given(*HELD, ASKED, RELEASE_ORDERED, RELEASED_AT).when(BY_COURT).events()


def test_a_release_that_the_indictment_chamber_undid_lets_nobody_go():
    undone = RELEASE_ORDERED.but(court="indictment-chamber", outcome="maintained")
    history = (*HELD, ASKED, RELEASE_ORDERED, APPEALED, undone.at("2026-03-20 11:00"))
    given(*history, RELEASED).when(BY_COURT).then_refused("END-03")


def test_a_release_that_is_appealed_waits_for_the_indictment_chamber():
    appealed = (*HELD, ASKED, RELEASE_ORDERED, APPEALED, RELEASED_AT)
    given(*appealed).when(BY_COURT).then_refused("CDC-04", saying="rules first")
    by_the_resident = (*HELD, ASKED, RELEASE_ORDERED, APPEALED.but(by="resident"), RELEASED_AT)
    given(*by_the_resident).when(BY_COURT).events()


def test_a_ruling_on_an_earlier_detention_lets_nobody_go_from_this_one():
    first = (*HELD, ASKED, RELEASE_ORDERED, RELEASED_AT)
    again = (HELD[1].at("2026-04-01 09:00"), HELD[2].at("2026-04-01 10:00"))
    let_go = RELEASED.at("2026-04-10 16:00")
    given(*first, *again, let_go).when(BY_COURT).then_refused("END-03", saying="no release from")


@pytest.mark.parametrize(
    ("released", "passes"),
    [
        ("2026-07-31 23:59", False),  # held from Monday 2 March: five months end with 1 August
        ("2026-08-01 00:00", True),  # a Saturday; nothing is put off
        ("2026-08-01 23:59", True),
    ],
)
def test_the_maximum_is_reached_by_who_is_let_go_on_its_last_day(released, passes):
    order = end("maximum-reached")
    asked = given(*TWICE_PROLONGED, RELEASED.at(released)).when(order, at="2026-08-03 10:00")
    asked.events() if passes else asked.then_refused("DET-05", saying="2026-08-01")


def test_at_the_maximum_too_the_door_is_opened_first():
    held = given(*TWICE_PROLONGED).when(end("maximum-reached"), at="2026-08-01 10:00")
    held.then_refused("END-05", "END-03")
    early = given(*TWICE_PROLONGED).when(end("maximum-reached"), at="2026-07-31 10:00")
    early.then_refused("END-05", "END-03", "DET-05", passes_on=date(2026, 8, 1))


def test_without_a_title_no_maximum_is_reached():
    given(*FREE).when(end("maximum-reached")).then_refused(
        "END-03", saying="no detention title is on record"
    )


def test_what_is_not_known_is_not_reached():
    strange = (*HELD[:2], HELD[2].but(ground="moonlight"), RELEASED)
    given(*strange).when(end("maximum-reached")).then_refused(
        "END-03", saying="it is not known how long"
    )


# -- elsewhere ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "move", "other"),
    [("to-prison", TO_PRISON, TO_HOSPITAL), ("to-hospital", TO_HOSPITAL, TO_PRISON)],
)
def test_who_was_brought_there_is_on_record_as_being_there(reason, move, other):
    given(*HELD, move).when(end(reason), by=COACH).events()
    given(*FREE).when(end(reason)).then_refused("END-03", saying="released on record")
    given(*HELD, other).when(end(reason)).rules_in_the_way()


def clocks_after(*history, at):
    state = given(*history).when(end("unknown")).state()
    return {due.rule for due in clocks(state, brussels(at))} & {"DET-01", "DET-05"}


def test_in_a_hospital_the_clocks_of_detention_go_on_until_a_release():
    gone = (*HELD, TO_HOSPITAL, ended("to-hospital").at("2026-03-13 12:00"))
    assert clocks_after(*gone, at="2026-05-03 09:00") == {"DET-01", "DET-05"}
    state = given(*gone).when(end("unknown")).state()
    assert custody_clocks(state, brussels("2026-03-31 09:00")).cumulative == 30
    given(*gone).when(RELEASE, by=DIRECTOR, at="2026-04-01 09:00").then_state(
        custody__status=CustodyStatus.RELEASED, custody__stay=None
    )
    released = RELEASED.at("2026-04-01 09:00")
    assert clocks_after(*gone, released, at="2026-05-03 09:00") == set()
    given(*gone).when(CLOSE, by=DIRECTOR, at="2026-05-03 09:00").then_refused(
        "END-01", saying="no release is on record"
    )
    given(*gone, released).when(CLOSE, by=DIRECTOR, at="2026-05-03 09:00").events()


@pytest.mark.parametrize("reason", ["deceased", "dublin-transfer"])
def test_who_is_not_there_any_more_is_let_go_by_nobody(reason):
    gone = (*HELD, ended(reason))
    assert clocks_after(*gone, at="2026-05-03 09:00") == set()
    given(*gone).when(RELEASE, by=DIRECTOR).then_refused("CUS-02")


# -- residence, a status, a treaty body -----------------------------------------------------------

ASKED_TO_STAY = Act(
    e.RegularisationProposed(ground="medical", motives=Sealed.of("dialysis")),
    ATTACHE,
    brussels("2026-03-20 10:00"),
)
STAYS = Act(e.RegularisationGranted(), OFFICER, brussels("2026-03-24 10:00"))
STAYS_NOT = Act(
    e.RegularisationRefused(motives=Sealed.of("treated at home")),
    OFFICER,
    brussels("2026-03-24 10:00"),
)


def test_a_residence_was_granted_by_who_may():
    order, asked = end("residence-granted"), PROPOSED.but(reason="residence-granted")
    given(*FREE, asked).when(order, by=OFFICER).then_refused(
        "END-03", saying="no right of residence"
    )
    wish = (*HERE, ASKED_TO_STAY)
    given(*wish, LET_GO, asked).when(order, by=OFFICER).then_refused("END-03")
    given(*wish, STAYS_NOT, LET_GO, asked).when(order, by=OFFICER).then_refused("END-03")
    given(*wish, STAYS, LET_GO, asked).when(order, by=COACH).events()


def test_a_victim_has_the_status_on_record():
    order = end("victim-status")
    given(*FREE).when(order).then_refused("END-03", saying="no such status")
    given(*HERE, STATUS_OPENED, LET_GO).when(order, by=COACH).events()
    over = (STATUS_OPENED, STATUS_ENDED, LET_GO)
    given(*HERE, *over).when(order).then_refused("END-03")


@pytest.mark.parametrize(
    ("body", "passes"),
    [("ecthr-rule-39", True), ("un-committee", True), ("council-suspension", False)],
)
def test_a_treaty_body_suspended_it(body, passes):
    measure = Act(
        e.InterimMeasureOrdered(body=body, reference="R39-7"), OFFICER, brussels("2026-03-24 09:00")
    )
    asked = given(*HERE, measure, LET_GO).when(end("suspended-by-treaty-body"), by=COACH)
    asked.events() if passes else asked.then_refused("END-03", saying="no interim measure")


# -- protected ------------------------------------------------------------------------------------


def test_protection_was_granted_here_or_a_remark_says_where():
    order = end("protection-granted")
    asked = PROPOSED.but(reason="protection-granted")
    given(*FREE, asked).when(order, by=OFFICER).then_refused(
        "END-03", saying="no granted protection is on record"
    )
    given(*HERE, APPLIED, LET_GO, asked).when(order, by=OFFICER).then_refused("END-03")
    here = (*HERE, APPLIED, RECOGNISED)
    given(*here, LET_GO.at("2026-06-30 09:00")).when(order, by=COACH).events()
    told = end("protection-granted", remark=Sealed.of("judgment of the Council of 25 March"))
    given(*FREE).when(told, by=OFFICER).then_refused("END-03", saying="is proposed before")
    given(*FREE, asked).when(told, by=COACH).then_refused("AUT-02", exit_code=4)
    given(*FREE, asked).when(told, by=OFFICER).events()


# -- a Dublin transfer ------------------------------------------------------------------------

TRANSFER = end("dublin-transfer")
READY = (*notified("2026-03-13", "dublin-transfer"), ACCEPTED)
"""Notified on Friday 13 March: the term for extreme urgency ends on Monday 23 March."""
FIT_ON_24 = FIT.at("2026-03-24 08:30")


def test_a_transfer_goes_when_nothing_holds_it():
    given(*READY, FIT_ON_24).when(TRANSFER, at="2026-03-24 10:00").events()


def test_a_transfer_waits_for_the_term_of_a_suspensive_appeal():
    fit = FIT.at("2026-03-23 08:30")
    given(*READY, fit).when(TRANSFER, at="2026-03-23 23:59").then_refused(
        "APP-03", passes_on=date(2026, 3, 24)
    )
    given(*READY, fit).when(TRANSFER, at="2026-03-24 00:00").events()


def test_a_declaration_to_leave_does_not_shorten_it():
    willing = (*READY, IOM_OPENED, IOM_ELIGIBLE, DECLARED, FIT.at("2026-03-20 08:30"))
    given(*willing).when(TRANSFER, at="2026-03-20 12:00").then_refused("APP-03")


def test_a_transfer_waits_for_a_suspensive_appeal():
    appealed = (*READY, HANDED_IN, FIT_ON_24)
    given(*appealed).when(TRANSFER, at="2026-03-24 10:00").then_refused("APP-03")
    rejected = (*READY, HANDED_IN, REJECTED, FIT_ON_24)
    given(*rejected).when(TRANSFER, at="2026-03-24 10:00").events()


def test_a_transfer_needs_a_resident_fit_to_travel():
    given(*READY).when(TRANSFER, at="2026-03-24 10:00").then_refused("EXE-06")
    given(*READY, FIT_ON_24).when(TRANSFER, at="2026-03-27 08:30").events()
    given(*READY, FIT_ON_24).when(TRANSFER, at="2026-03-27 08:31").then_refused("EXE-06")


@pytest.mark.parametrize(
    ("brake", "rule"),
    [(HOLD_PLACED, "PRO-03"), (RISK_FOUND, "POS-01"), (OBJECTED.at("2026-03-24 09:00"), "MED-01")],
    ids=["judicial hold", "risk of refoulement", "medical objection"],
)
def test_a_transfer_waits_for_what_a_removal_waits_for(brake, rule):
    given(*READY, FIT_ON_24, brake).when(TRANSFER, at="2026-03-24 10:00").then_refused(rule)


def test_another_state_accepted_the_transfer():
    alone = (*READY[:-1], FIT_ON_24)
    given(*alone).when(TRANSFER, at="2026-03-24 10:00").then_refused(
        "DUB-01", saying="no other State is known to have accepted"
    )


def test_a_transfer_needs_a_decision_in_force():
    given(*HERE, ACCEPTED, FIT_ON_24).when(TRANSFER, at="2026-03-24 10:00").then_refused("TIT-01")
    taken = (*READY[:-2], ACCEPTED, FIT_ON_24)  # taken, and not notified
    given(*taken).when(TRANSFER, at="2026-03-24 10:00").then_refused("TIT-01", "DEC-04")


@pytest.mark.parametrize(
    ("at", "passes"),
    [
        ("2026-09-09 23:59", True),  # accepted on Monday 9 March: six months end with 9 September
        ("2026-09-10 00:00", False),
    ],
)
def test_after_the_term_the_other_state_is_no_longer_responsible(at, passes):
    fit = FIT.at("2026-09-09 08:30")
    asked = given(*READY, fit).when(TRANSFER, at=at)
    if passes:
        asked.events()
    else:
        asked.then_refused("DUB-01", saying="ended on 2026-09-09")


def test_an_extended_term_counts():
    fit = FIT.at("2026-09-09 08:30")
    given(*READY, EXTENDED, fit).when(TRANSFER, at="2026-09-10 00:00").events()


@pytest.mark.parametrize("accepted", ["2026-06-11 23:59", "2026-06-12 00:00"])
def test_a_term_that_is_not_known_blocks(accepted):
    # Accepted after 11 June 2026: which term then holds is not known here.
    fit = FIT.at("2026-06-30 08:30")
    asked = given(*READY[:-1], ACCEPTED.at(accepted), fit).when(TRANSFER, at="2026-06-30 10:00")
    if accepted < "2026-06-12":
        asked.events()
    else:
        asked.then_refused("DUB-04", saying="not known until when")


def test_a_last_day_that_was_said_is_known():
    late = (*READY[:-1], ACCEPTED.at("2026-06-12 09:00"))
    fit = FIT.at("2026-12-01 08:30")
    extended = EXTENDED.but(until="2026-12-31").at("2026-06-13 09:00")
    given(*late, extended, fit).when(TRANSFER, at="2026-12-01 10:00").events()


def test_a_last_day_the_acceptance_tells_is_known_too():
    told = ACCEPTED.but(until="2026-12-11").at("2026-06-12 09:00")
    ready = (*READY[:-1], told, FIT.at("2026-12-11 08:30"))
    given(*ready).when(TRANSFER, at="2026-12-11 23:59").events()
    given(*ready).when(TRANSFER, at="2026-12-12 00:00").then_refused(
        "DUB-04", saying="ended on 2026-12-11"
    )


def test_only_a_decision_that_removes_is_a_title_to_transfer():
    ban = (*notified("2026-03-13", "entry-ban"), ACCEPTED, FIT_ON_24)
    given(*ban).when(TRANSFER, at="2026-03-24 10:00").then_refused(
        "TIT-01", saying="no title to remove: entry-ban"
    )


POSTPONED = Act(
    e.RemovalPostponed(until="2026-04-15", reason="health", informed="written"),
    OFFICER,
    brussels("2026-03-23 12:00"),
)
PROTECTED = Act(
    e.ProtectedStatusOpened(status="trafficking-victim"), OFFICER, brussels("2026-03-23 12:00")
)


@pytest.mark.parametrize("brake", [POSTPONED, PROTECTED], ids=["put off", "victim of trafficking"])
def test_health_and_a_protected_status_hold_a_transfer_back(brake):
    rule = "POS-03" if brake is POSTPONED else "PRO-04"
    given(*READY, FIT_ON_24, brake).when(TRANSFER, at="2026-03-24 10:00").then_refused(rule)


def test_a_postponement_holds_it_until_its_last_day_whatever_was_declared():
    willing = (*READY, IOM_OPENED, IOM_ELIGIBLE, DECLARED, POSTPONED, FIT.at("2026-04-14 08:30"))
    given(*willing).when(TRANSFER, at="2026-04-15 23:59").then_refused("POS-03")
    given(*willing).when(TRANSFER, at="2026-04-16 00:00").events()


def test_an_unaccompanied_minor_is_provided_for_before_a_transfer():
    boy = instead(READY, READY[0], READY[0].but(age="minor", unaccompanied=True))
    given(*boy, FIT_ON_24).when(TRANSFER, at="2026-03-24 10:00").then_refused("FAM-03")


WITH_HIM = LINKED.but(members=(HUSBAND,), minors=())
HIS = LINKED.but(members=(NUMBER,), minors=())


def transferring(*more, members, together=(NUMBER, HUSBAND)):
    her = (*READY, WITH_HIM, FIT_ON_24, *more)
    return given(*her).when(TRANSFER, at="2026-03-24 10:00", members=members, together=together)


def test_a_family_is_transferred_together_or_not_at_all():
    him = member(HUSBAND, *READY, HIS, FIT_ON_24)
    transferring(members=(him,)).events()
    transferring(members=(him,), together=()).then_refused("FAM-02", saying="stay behind")


def test_what_holds_him_back_holds_her_transfer_back():
    put_off = member(HUSBAND, *READY, HIS, FIT_ON_24, POSTPONED)
    transferring(members=(put_off,), together=()).then_refused(
        "FAM-01", "FAM-02", saying="held back by: POS-03"
    )


def test_a_reason_may_be_asked_about_without_being_said():
    found = given(*HERE).when(TRANSFER)
    context = Context(there(found.at), there(found.now))
    asked = Attempt(found.state(), "EstablishNonReturn", context)
    assert passes(asked)
