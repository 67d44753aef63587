"""What was held in the trajectory before is read as a dossier is opened, on both databases."""

from datetime import UTC, datetime

from examples.custody import HELD, RELEASED, STEPPED
from given import lines

from cli.wiring import Office
from domain import commands as c
from domain.authority import Actor
from domain.decide import Context, decide
from domain.rules.calendar import BRUSSELS
from domain.values import Function
from workflows.members import members_of

BEFORE, NOW = "HOL-2025-0042", "HOL-2026-0099"
AGAIN = datetime(2026, 5, 20, 9, tzinfo=BRUSSELS).astimezone(UTC)
OPEN = c.OpenTrajectory(dossier=NOW, centre="HOL", previous=BEFORE)


def held_before(office: Office) -> None:
    office.journal.append(lines((*HELD, STEPPED, RELEASED), BEFORE))


def test_the_trajectory_before_is_looked_at(office: Office) -> None:
    held_before(office)
    found = members_of(office.journal, None, OPEN)
    assert [one.dossier for one in found.states] == [BEFORE]
    assert found.versions == {BEFORE: 5}
    assert found.histories == {}, "nothing that is opened later falls inside a block of it"


def test_where_there_is_none_nothing_is_looked_at(office: Office) -> None:
    for order in (None, OPEN.model_copy(update={"previous": None})):
        assert members_of(office.journal, None, order).states == ()
    unknown = members_of(office.journal, None, OPEN)
    assert (unknown.states, unknown.versions) == ((), {BEFORE: 0})


def test_the_days_held_before_are_recorded_with_the_arrival(office: Office) -> None:
    held_before(office)
    found = members_of(office.journal, None, OPEN)
    coach = Actor("d.lambert", "P-001", frozenset({Function.COACH}))
    [event] = decide(None, OPEN, Context(AGAIN, AGAIN, coach, members=found.states))
    assert vars(event)["held_before"] == ("2026-03-02/2026-04-10",)
    assert vars(event)["grounds_before"] == ("removal 2026-03-02",)
