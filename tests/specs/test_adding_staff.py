"""An account belongs to one person for ever; functions come and go."""

from dataclasses import dataclass, field

import pytest
from given import brussels, on_duty

from domain import commands as c
from domain import events as e
from domain import staffing
from domain.authority import Actor
from domain.errors import NotAllowed
from domain.record import Recorded
from domain.staff import member
from domain.staffing import Giver
from domain.values import Function
from workflows import people

REGISTRAR = on_duty(Function.REGISTRAR)
ALONE = Giver(REGISTRAR, alone=True)
LAMBERT = c.AddStaff(account="d.lambert", person="P-001", function=Function.COACH)
OPENED = e.AccountOpened(person="P-001")
COACH = e.FunctionGiven(function=Function.COACH)


@dataclass
class InMemory:
    """A journal of accounts, kept in memory."""

    streams: dict[str, list[Recorded]] = field(default_factory=dict)

    def history(self, stream):
        return self.streams.get(stream, [])

    def histories(self, prefix):
        return [
            line
            for stream, lines in self.streams.items()
            if stream.startswith(prefix)
            for line in lines
        ]


def in_memory(*streams):
    return InMemory({lines[0].stream: lines for lines in streams})


def stream(account, *events):
    moment = brussels("2026-01-05 09:00")
    return [
        Recorded(
            stream=people.stream_of(account),
            version=version,
            event=event,
            occurred_at=moment,
            recorded_at=moment,
            account=REGISTRAR.account,
            person=REGISTRAR.person,
            role=Function.REGISTRAR,
            command_id="0a4c4f0e-52f4-4f0c-9f57-0d0f4f1b7c11",
            rule_set="2026.1",
        )
        for version, event in enumerate(events, start=1)
    ]


def known(*events):
    return member(stream("d.lambert", *events))


def test_a_new_account_comes_with_its_person_and_function():
    assert staffing.add(None, LAMBERT, ALONE) == [OPENED, COACH]


def test_the_first_registrar_of_a_store_needs_nobody_s_leave():
    first = c.AddStaff(account="admin", person="P-900", function=Function.REGISTRAR)
    assert staffing.add(None, first, None) == [
        e.AccountOpened(person="P-900"),
        e.FunctionGiven(function=Function.REGISTRAR),
    ]


def test_a_known_account_gets_a_further_function():
    also = LAMBERT.model_copy(update={"function": Function.ATTACHE_COACH})
    assert staffing.add(known(OPENED, COACH), also, ALONE) == [
        e.FunctionGiven(function=Function.ATTACHE_COACH)
    ]


def test_the_same_function_for_another_time_is_another_function():
    summer = LAMBERT.model_copy(update={"valid_from": "2026-07-01", "valid_to": "2026-08-31"})
    assert staffing.add(known(OPENED, COACH), summer, ALONE) == [
        e.FunctionGiven(function=Function.COACH, valid_from="2026-07-01", valid_to="2026-08-31")
    ]


def test_what_is_there_is_not_added_again():
    assert staffing.add(known(OPENED, COACH), LAMBERT, ALONE) == []


def test_a_second_account_may_belong_to_the_same_person():
    second = c.AddStaff(account="lambertd", person="P-001", function=Function.MIGRATION_OFFICER)
    assert staffing.add(None, second, ALONE)[0] == OPENED


def test_an_account_is_never_given_to_another_person():
    with pytest.raises(NotAllowed, match=r"d\.lambert belongs to P-001 and cannot be given to P-2"):
        staffing.add(known(OPENED, COACH), LAMBERT.model_copy(update={"person": "P-2"}), ALONE)


@pytest.mark.parametrize("function", [each for each in Function if each is not Function.REGISTRAR])
def test_nobody_but_a_registrar_registers_people(function):
    with pytest.raises(NotAllowed, match="AUT-02") as refusal:
        staffing.add(None, LAMBERT, Giver(on_duty(function)))
    assert refusal.value.exit_code == 4


# -- who acts -----------------------------------------------------------------------------


def test_who_acts_is_the_person_behind_the_account():
    journal = in_memory(stream("d.lambert", OPENED, COACH))
    assert people.acting(journal, "d.lambert", brussels("2026-03-03 14:00")) == Actor(
        "d.lambert", "P-001", frozenset({Function.COACH})
    )


def test_an_account_nobody_registered_may_do_nothing():
    with pytest.raises(NotAllowed, match=r"AUT-01: the account d\.lambert is not registered"):
        people.acting(in_memory(), "d.lambert", brussels("2026-03-03 14:00"))


@pytest.mark.parametrize(
    ("moment", "held"),
    [
        ("2026-06-30 23:59", False),
        ("2026-07-01 00:00", True),
        ("2026-08-31 23:59", True),
        ("2026-09-01 00:00", False),
    ],
)
def test_a_function_is_held_from_its_first_day_to_its_last_in_brussels(moment, held):
    summer = e.FunctionGiven(
        function=Function.COACH, valid_from="2026-07-01", valid_to="2026-08-31"
    )
    assert (Function.COACH in known(OPENED, summer).functions(brussels(moment))) is held


def test_an_account_without_a_function_today_is_known_but_may_do_nothing():
    former = e.FunctionGiven(function=Function.COACH, valid_to="2025-12-31")
    assert known(OPENED, former).functions(brussels("2026-03-03 14:00")) == frozenset()


def test_everybody_is_listed_by_account():
    journal = in_memory(
        stream("m.vandamme", e.AccountOpened(person="P-003")),
        stream("d.lambert", OPENED, COACH),
    )
    assert [one.account for one in people.everybody(journal)] == ["d.lambert", "m.vandamme"]
