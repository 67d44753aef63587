"""A power of decision is given by two persons, for a place and a time, and ends at once."""

import pytest
from given import brussels, known_as
from specs.staff.registry import DIRECTOR, REGISTRAR, SECOND, office, person_of

from domain import commands as c
from domain import events as e
from domain import staffing
from domain.authority import DECIDES
from domain.errors import BadInput, NotAllowed
from domain.staffing import Giver, only_one_registrar
from domain.values import Function

F = Function
OFFICER = c.GiveMandate(account="claes", function=F.MIGRATION_OFFICER, centre="VOT")
COACH = c.GiveMandate(account="claes", function=F.COACH)
GIVEN = e.MandateGiven(function=F.MIGRATION_OFFICER, centre="VOT", waits=True)
ALONE = REGISTRAR._replace(alone=True)
_AT = brussels("2026-03-05 10:00")


def claes(*events, by=REGISTRAR):
    return office(claes=F.EDUCATOR).tell("claes", *events, by=by).member("claes")


def refused(rule, decide, *asked):
    with pytest.raises(NotAllowed, match=rule) as refusal:
        decide(*asked)
    assert refusal.value.exit_code == 4


# -- two persons --------------------------------------------------------------------------


def test_a_power_of_decision_waits_for_a_second_person():
    assert staffing.mandate(claes(), OFFICER, REGISTRAR) == [GIVEN]


def test_a_function_without_such_a_power_is_given_by_one():
    assert staffing.mandate(claes(), COACH, REGISTRAR) == [e.MandateGiven(function=F.COACH)]


@pytest.mark.parametrize("function", F)
def test_which_functions_wait_is_read_from_the_table(function):
    asked = OFFICER.model_copy(update={"function": function})
    [given] = staffing.mandate(claes(), asked, REGISTRAR)
    assert known_as(e.MandateGiven, given).waits is (function in DECIDES)


def test_what_waits_gives_no_power():
    assert F.MIGRATION_OFFICER not in claes(GIVEN).functions(_AT)


@pytest.mark.parametrize("second", [SECOND, DIRECTOR])
def test_another_registrar_or_the_removal_director_confirms_it(second):
    asked = c.ConfirmMandate(account="claes", number=2)
    assert staffing.confirm(claes(GIVEN), asked, second) == [e.MandateConfirmed(number=2)]


def test_who_gave_it_does_not_confirm_it():
    asked = c.ConfirmMandate(account="claes", number=2)
    refused("AUT-06", staffing.confirm, claes(GIVEN), asked, REGISTRAR)


def test_nor_under_another_account_of_the_same_person():
    again = Giver(SECOND.actor._replace(person=REGISTRAR.person))
    asked = c.ConfirmMandate(account="claes", number=2)
    refused("AUT-06", staffing.confirm, claes(GIVEN), asked, again)


def test_who_gets_it_neither_gives_nor_confirms_it():
    herself = Giver(SECOND.actor._replace(person=person_of("claes")))
    asked = c.ConfirmMandate(account="claes", number=2)
    refused("AUT-07", staffing.confirm, claes(GIVEN), asked, herself)
    refused("AUT-07", staffing.mandate, claes(), OFFICER, herself)


def test_confirmed_it_holds():
    held = claes(GIVEN, e.MandateConfirmed(number=2))
    assert F.MIGRATION_OFFICER in held.functions(_AT)
    assert held.holding(2).confirmed_by == REGISTRAR.person


def test_what_does_not_wait_is_not_confirmed():
    with pytest.raises(BadInput, match="no mandate 1 of claes waits"):
        staffing.confirm(claes(GIVEN), c.ConfirmMandate(account="claes", number=1), SECOND)


# -- the first registrar ------------------------------------------------------------------


def test_the_first_registrar_gives_alone_while_nobody_else_ever_was_one():
    assert staffing.mandate(claes(), OFFICER, ALONE) == [GIVEN.model_copy(update={"waits": False})]


def test_the_time_alone_is_over_for_ever_once_another_was_registrar():
    told = office(peeters=F.REGISTRAR, janssens=F.REGISTRAR)
    told.tell("janssens", e.MandateRevoked(number=1, reason="left"))
    members = [told.member("peeters"), told.member("janssens")]
    assert not only_one_registrar(members)
    assert only_one_registrar(members[:1])


def test_a_registrar_who_waits_to_be_confirmed_is_none_yet():
    told = office(peeters=F.REGISTRAR, janssens=F.COACH)
    told.tell("janssens", e.MandateGiven(function=F.REGISTRAR, waits=True))
    assert only_one_registrar([told.member("peeters"), told.member("janssens")])


def test_a_second_account_of_the_first_registrar_is_nobody_else():
    told = office(**{"peeters": F.REGISTRAR, "peeters.2": F.REGISTRAR})
    assert only_one_registrar([told.member("peeters"), told.member("peeters.2")])


def test_a_new_account_gets_its_power_of_decision_in_two_steps_too():
    asked = c.AddStaff(account="claes", person="P-claes", function=F.MIGRATION_OFFICER)
    assert staffing.add(None, asked, REGISTRAR) == [
        e.AccountOpened(person="P-claes"),
        e.MandateGiven(function=F.MIGRATION_OFFICER, waits=True),
    ]


# -- when and where it holds ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "holds"),
    [
        ("2026-03-06 17:59", False),
        ("2026-03-06 18:00", True),
        ("2026-03-09 07:59", True),
        ("2026-03-09 08:00", False),
    ],
)
def test_a_duty_is_held_by_the_hour(at, holds):
    duty = e.MandateGiven(
        function=F.CENTRE_DIRECTOR,
        duty_from="2026-03-06T18:00:00+01:00",
        duty_to="2026-03-09T08:00:00+01:00",
    )
    told = office(claes=F.EDUCATOR).tell("claes", duty)
    assert (F.CENTRE_DIRECTOR in told.acts("claes", at).functions) is holds


@pytest.mark.parametrize(
    ("centres", "holds"), [({"VOT"}, True), ({"BRU"}, False), ({"BRU", "VOT"}, True), (set(), True)]
)
def test_a_mandate_holds_at_its_centre(centres, holds):
    given = GIVEN.model_copy(update={"waits": False})
    told = office(claes=F.EDUCATOR).tell("claes", given)
    actor = told.acts("claes", "2026-03-06 10:00", centres=frozenset(centres))
    assert (F.MIGRATION_OFFICER in actor.functions) is holds
    assert bool(actor.elsewhere) is not holds


def test_it_is_asked_both_when_the_act_happened_and_when_it_is_recorded():
    summer = e.MandateGiven(function=F.COACH, valid_from="2026-03-01", valid_to="2026-03-31")
    told = office(claes=F.EDUCATOR).tell("claes", summer)
    both = told.acts("claes", "2026-03-30 10:00", now="2026-03-31 23:59")
    late = told.acts("claes", "2026-03-30 10:00", now="2026-04-01 00:00")
    early = told.acts("claes", "2026-02-28 23:59", now="2026-03-01 00:00")
    assert F.COACH in both.functions
    assert (F.COACH in late.functions, late.lapsed) == (False, {F.COACH})
    assert (F.COACH in early.functions, early.later) == (False, {F.COACH})


def test_revoked_it_ends_at_once():
    told = office(claes=F.COACH)
    told.tell("claes", e.MandateRevoked(number=1, reason="left"), at=_AT)
    before, after = "2026-03-05 09:59", "2026-03-05 10:00"
    assert F.COACH in told.acts("claes", before).functions
    assert F.COACH not in told.acts("claes", after).functions
    assert F.COACH not in told.acts("claes", before, now=after).functions


def test_only_what_is_there_is_revoked_and_once():
    with pytest.raises(BadInput, match="claes has no mandate 3; there are: 1, 2"):
        staffing.revoke(
            claes(GIVEN), c.RevokeMandate(account="claes", number=3, reason="left"), REGISTRAR
        )


def test_a_place_not_on_the_list_and_a_time_that_ends_before_it_begins_are_told():
    with pytest.raises(BadInput, match="XYZ is not on the list of places"):
        staffing.mandate(claes(), OFFICER.model_copy(update={"centre": "XYZ"}), REGISTRAR)
    wrong = {"valid_from": "2026-03-02", "valid_to": "2026-03-01"}
    with pytest.raises(BadInput, match="--to is before --from"):
        staffing.mandate(claes(), OFFICER.model_copy(update=wrong), REGISTRAR)


@pytest.mark.parametrize("function", [each for each in F if each is not F.REGISTRAR])
def test_nobody_but_a_registrar_gives_a_mandate(function):
    somebody = Giver(REGISTRAR.actor._replace(functions=frozenset({function})))
    refused("AUT-02", staffing.mandate, claes(), OFFICER, somebody)
