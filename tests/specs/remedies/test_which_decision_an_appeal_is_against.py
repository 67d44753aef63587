"""
An appeal names the decision it is against; where it does not, any that stood may be meant.

The end of a stay is notified on Friday 13 March 2026, on the list of art. 39/79, and an entry
ban, which is not, on the Monday after.
"""

from datetime import date

import pytest
from dossier import (
    ANNULLED,
    DRAFTED,
    GRANTED,
    HAND_IN,
    HANDED_IN,
    LODGE,
    LODGED,
    NOTIFIED,
    REJECTED,
    TAKEN,
)
from examples.remedies import brought, dossier, in_the_way, notified
from given import given

from domain.decide.enforcement import no_remedy_runs
from domain.values import AnnulledBy, AppealKind

K = AppealKind
STAY, BAN = "DEC-2026-00042", "DEC-2026-00043"
LONG_AFTER = "2026-05-05 07:00"


def banned(on="2026-03-16"):
    said = {"kind": "entry-ban", "form": "13sexies", "reference": BAN}
    return (
        DRAFTED.at(f"{on} 09:00").but(**said),
        TAKEN.at(f"{on} 10:00").but(**said),
        NOTIFIED.at(f"{on} 11:00"),
    )


BOTH = (*notified("2026-03-13", "eu-stay-ended"), *banned())


def rules(*history, at=LONG_AFTER):
    return [rule for rule, _ in in_the_way(no_remedy_runs, history, at)]


def appeal(kind=K.ANNULMENT_LISTED, at="2026-03-20 10:00", **said):
    return brought(kind, at).but(**said)


@pytest.mark.parametrize("kind", [K.ANNULMENT, K.ANNULMENT_LISTED])
def test_an_appeal_that_names_none_may_be_against_any_that_stands(kind):
    assert rules(*BOTH, appeal(kind)) == ["APP-02"]


@pytest.mark.parametrize(("decision", "found"), [(STAY, ["APP-02"]), (BAN, [])])
def test_one_that_names_its_decision_is_judged_by_that_one(decision, found):
    assert rules(*BOTH, appeal(decision=decision)) == found


def test_a_decision_notified_after_it_was_brought_is_not_meant():
    history = notified("2026-03-13", "return-decision")
    late = (*history, appeal(at="2026-03-15 10:00"))
    listed = {"kind": "eu-stay-ended", "form": "21", "reference": BAN}
    after = (
        DRAFTED.at("2026-03-16 09:00").but(**listed),
        TAKEN.at("2026-03-16 10:00").but(**listed),
        NOTIFIED.at("2026-03-16 11:00"),
    )
    assert rules(*late, *after) == []


def test_nor_one_that_was_annulled_before():
    ended = ANNULLED.at("2026-03-14 09:00").but(annulled_by=AnnulledBy.AUTHORITY)
    history = (*notified("2026-03-13", "eu-stay-ended"), ended, *banned())
    assert rules(*history, appeal()) == []


def test_it_is_late_where_it_is_late_against_each_of_them():
    urgent = K.EXTREME_URGENCY
    assert rules(*BOTH, appeal(urgent, "2026-03-26 23:59")) == ["APP-03"]  # in time for the ban
    assert rules(*BOTH, appeal(urgent, "2026-03-26 23:59", decision=STAY)) == []
    assert rules(*BOTH, appeal(urgent, "2026-03-27 00:00")) == []


def test_it_uses_up_the_term_of_the_decision_it_names():
    request = appeal(K.EXTREME_URGENCY, "2026-03-17 10:00")
    rejected, day = REJECTED.at("2026-03-18 10:00"), "2026-03-19 12:00"
    assert rules(*BOTH, request.but(decision=STAY), rejected, at=day) == ["APP-02", "APP-03"]
    assert rules(*BOTH, request.but(decision=BAN), rejected, at=day) == ["APP-03", "APP-02"]
    ban = in_the_way(no_remedy_runs, (*BOTH, request.but(decision=STAY), rejected), day)
    assert ban[1] == ("APP-03", date(2026, 3, 27))


def test_what_was_said_at_the_hand_in_holds_when_the_council_registers_it():
    handed_in = HANDED_IN.at("2026-03-20 10:00").but(kind=K.ANNULMENT_LISTED, decision=BAN)
    lodged = LODGED.at("2026-03-21 10:00").but(kind=K.ANNULMENT_LISTED)
    assert rules(*BOTH, handed_in, lodged) == []
    assert rules(*BOTH, handed_in, lodged.but(decision=STAY)) == ["APP-02"]


def test_it_may_be_against_a_decision_annulled_since():
    history = (*BOTH, appeal(decision=BAN), ANNULLED.at("2026-03-23 09:00"))
    assert [each.decision for each in dossier(history).appeals] == [BAN]


def test_a_number_nobody_was_notified_of_names_no_decision():
    assert rules(*BOTH, appeal(decision="DEC-2026-00099")) == ["APP-02"]


# -- granted --------------------------------------------------------------------------------

GRANTED_ON = GRANTED.at("2026-03-23 10:00")


def in_force(*history):
    return [each.in_force for each in dossier(history).rounds]


@pytest.mark.parametrize(("decision", "left"), [(STAY, [False, True]), (BAN, [True, False])])
def test_granted_it_takes_the_decision_it_names_out_of_force_and_no_other(decision, left):
    assert in_force(*BOTH, appeal(decision=decision), GRANTED_ON) == left


def test_granted_it_takes_all_out_of_force_where_it_names_none():
    assert in_force(*BOTH, appeal(), GRANTED_ON) == [False, False]
    assert in_force(*BOTH, appeal(decision="DEC-2026-00099"), GRANTED_ON) == [False, False]


def test_under_the_first_procedure_all_whatever_it_names():
    first = tuple(act.but(procedure=1) if act is BOTH[0] else act for act in BOTH)
    assert in_force(*first, appeal(decision=BAN), GRANTED_ON) == [False, False]


# -- at the desk --------------------------------------------------------------------------

NAMED = HAND_IN.model_copy(update={"kind": K.ANNULMENT_LISTED, "decision": STAY})


def test_it_is_said_at_the_hand_in_or_when_the_council_registers_it():
    given(*BOTH).when(NAMED, at="2026-03-20 10:00").then(
        HANDED_IN.but(kind=K.ANNULMENT_LISTED, decision=STAY)
    )
    lodge = LODGE.model_copy(update={"kind": K.ANNULMENT, "decision": BAN})
    given(*BOTH).when(lodge, at="2026-03-20 10:00").then(LODGED.but(kind=K.ANNULMENT, decision=BAN))


@pytest.mark.parametrize("order", [NAMED, LODGE.model_copy(update={"kind": K.ANNULMENT})])
def test_it_is_one_that_was_notified(order):
    odd = order.model_copy(update={"decision": "DEC-2026-00099"})
    given(*BOTH).when(odd, at="2026-03-20 10:00").then_refused(
        "REM-01",
        saying=f"no decision was notified with the number DEC-2026-00099; there are: {STAY}, {BAN}",
    )
    given(*BOTH[:-1]).when(NAMED.model_copy(update={"decision": BAN})).then_refused("REM-01")


def test_and_not_before_it_was_taken():
    odd = NAMED.model_copy(update={"decision": BAN})
    given(*BOTH).when(odd, at="2026-03-16 09:59").then_refused("ORD-02")
    given(*BOTH).when(odd, at="2026-03-16 10:00").events()


@pytest.mark.parametrize("decision", [STAY, BAN])
def test_an_appeal_keeps_its_kind_under_its_number(decision):
    handed_in = HANDED_IN.but(reference="R-2026-7", kind=K.EXTREME_URGENCY)
    same = LODGE.model_copy(update={"reference": "R-2026-7", "decision": decision})
    retyped = same.model_copy(update={"kind": K.ANNULMENT})
    given(*BOTH, handed_in).when(retyped, at="2026-03-18 10:00").then_refused(
        "REM-01", saying="appeal R-2026-7 is on record as another: extreme-urgency"
    )
    for kind in (None, K.EXTREME_URGENCY, K.UNKNOWN):
        order = same.model_copy(update={"kind": kind})
        given(*BOTH, handed_in).when(order, at="2026-03-18 10:00").events()


def test_one_of_another_kind_under_another_number_is_another_appeal():
    handed_in = HANDED_IN.but(reference="R-2026-7", kind=K.EXTREME_URGENCY)
    order = LODGE.model_copy(update={"kind": K.ANNULMENT, "reference": "R-2026-8"})
    asked = given(*BOTH, handed_in).when(order, at="2026-03-18 10:00")
    kinds = [(each.kind, each.open) for each in asked.state_after().appeals]
    assert kinds == [(K.EXTREME_URGENCY, True), (K.ANNULMENT, True)]


def test_of_one_of_unknown_kind_it_is_told_later():
    unknown = HANDED_IN.but(reference="R-2026-7", kind=K.UNKNOWN)
    order = LODGE.model_copy(update={"kind": K.ANNULMENT, "reference": "R-2026-7"})
    [found] = given(*BOTH, unknown).when(order, at="2026-03-18 10:00").state_after().appeals
    assert found.kind is K.ANNULMENT
