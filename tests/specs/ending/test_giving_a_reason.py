"""Why a trajectory ends without departure can be read in the dossier."""

from datetime import date

import pytest
from dossier import (
    ARRIVED,
    DECLARED,
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
    RELEASE_ORDERED,
    TOLD,
    TWICE_PROLONGED,
)
from examples.ending import HERE, end, ended
from examples.family import HUSBAND, LINKED, member
from examples.health import OBJECTED
from examples.protection import ACCEPTED, APPLIED, EXTENDED, HOLD_PLACED, RECOGNISED, RISK_FOUND
from examples.remedies import notified
from examples.removal import instead
from given import Act, brussels, given, there

from domain import events as e
from domain.decide import Attempt, Context, passes
from domain.rules import code_list
from domain.values import NonReturnReason, Sealed

# -- the list -----------------------------------------------------------------------------------

LIST = {
    *("released-by-office", "released-by-chamber", "maximum-reached", "residence-granted"),
    *("protection-granted", "dublin-transfer", "to-prison", "to-hospital"),
    *("absconded", "absconded-presumed", "deceased", "left-with-proof", "left-without-proof"),
    *("citizenship", "eu-right", "stateless", "victim-status", "suspended-by-treaty-body"),
    *("administrative-error", "other", "unknown"),
}
FREE = LIST - {
    *("released-by-office", "residence-granted"),  # by two persons
    *("released-by-chamber", "maximum-reached", "protection-granted", "dublin-transfer"),
    *("absconded", "absconded-presumed", "other"),
}


def test_the_reasons_are_a_list_that_stays_open():
    assert set(code_list("ending.non-return")) == LIST | {"left-independently"}


@pytest.mark.parametrize("reason", list(NonReturnReason))
def test_what_was_recorded_under_the_first_procedure_can_be_read(reason):
    assert code_list("ending.non-return")[reason].name.fr


@pytest.mark.parametrize("reason", sorted(FREE))
def test_most_reasons_ask_for_nothing_more(reason):
    given(*HERE).when(end(reason), at="2026-03-26 12:00").then(ended(reason))


def test_a_reason_that_is_not_on_the_list_is_none():
    given(*HERE).when(end("gone-fishing")).then_refused("COD-01")


def test_another_reason_needs_words():
    given(*HERE).when(end("other")).then_refused("COD-02")
    given(*HERE).when(end("other", remark=Sealed.of("handed to the embassy"))).events()


def test_the_first_procedure_did_not_ask_for_words():
    given(ARRIVED).when(end("other")).events()


def test_who_left_independently_left_with_proof_or_without():
    given(*HERE).when(end("left-independently")).then_refused("END-03", saying="left-with-proof")
    given(ARRIVED).when(end("left-independently")).events()


# -- absconded ------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["absconded", "absconded-presumed"])
def test_absconding_was_established(reason):
    held = (*HELD, TOLD)
    given(*held).when(end(reason)).then_refused("END-03", saying="no absconding is established")
    given(*held, PRESUMED).when(end(reason)).then_refused("END-03")
    given(*held, PRESUMED, GONE).when(end(reason)).events()


@pytest.mark.parametrize("reason", ["absconded", "absconded-presumed"])
def test_who_was_found_again_did_not_abscond(reason):
    given(*HELD, TOLD, PRESUMED, GONE, FOUND).when(end(reason)).then_refused("END-03")


# -- let go by a court, or at the maximum ----------------------------------------------------


def test_a_court_let_the_resident_go():
    order = end("released-by-chamber")
    given(*HELD).when(order).then_refused("END-03", saying="no release by the council")
    given(*HELD, ASKED).when(order).then_refused("END-03")
    given(*HELD, ASKED, MAINTAINED).when(order).then_refused("END-03")
    given(*HELD, ASKED, RELEASE_ORDERED).when(order).events()


def test_a_release_that_the_indictment_chamber_undid_lets_nobody_go():
    undone = RELEASE_ORDERED.but(court="indictment-chamber", outcome="maintained")
    history = (*HELD, ASKED, RELEASE_ORDERED, APPEALED, undone.at("2026-03-20 11:00"))
    given(*history).when(end("released-by-chamber")).then_refused("END-03")


@pytest.mark.parametrize(
    ("at", "passes"),
    [
        ("2026-07-31 23:59", False),  # held from Monday 2 March: five months end with 1 August
        ("2026-08-01 00:00", True),  # a Saturday; nothing is put off
        ("2026-08-02 10:00", True),
    ],
)
def test_the_maximum_is_reached_on_its_last_day(at, passes):
    asked = given(*TWICE_PROLONGED).when(end("maximum-reached"), at=at)
    if passes:
        asked.events()
    else:
        asked.then_refused("DET-05", passes_on=date(2026, 8, 1))


def test_without_a_title_no_maximum_is_reached():
    given(*HERE).when(end("maximum-reached")).then_refused(
        "END-03", saying="no detention title is on record"
    )


def test_what_is_not_known_is_not_reached():
    strange = (*HELD[:2], HELD[2].but(ground="moonlight"))
    given(*strange).when(end("maximum-reached")).then_refused(
        "END-03", saying="it is not known how long"
    )


# -- protected ------------------------------------------------------------------------------------


def test_protection_was_granted_here_or_a_remark_says_where():
    order = end("protection-granted")
    given(*HERE).when(order).then_refused("END-03", saying="no granted protection is on record")
    given(*HERE, APPLIED).when(order).then_refused("END-03")
    given(*HERE, APPLIED, RECOGNISED).when(order).events()
    told = end("protection-granted", remark=Sealed.of("judgment of the Council of 25 March"))
    given(*HERE).when(told).events()


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
        asked.then_refused("DUB-01", saying="not known until when")


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
        "DUB-01", saying="ended on 2026-12-11"
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
