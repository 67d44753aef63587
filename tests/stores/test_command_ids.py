"""Commands that come without an id get one that no other has, in the order of time."""

from time import sleep
from uuid import RFC_4122, UUID

from workflows.command_ids import new_command_id


def test_an_id_is_a_uuid_of_version_seven() -> None:
    made = UUID(new_command_id())
    assert (made.version, made.variant) == (7, RFC_4122)


def test_no_two_are_alike() -> None:
    assert len({new_command_id() for _ in range(10_000)}) == 10_000


def test_a_later_one_comes_after() -> None:
    before = new_command_id()
    sleep(0.002)
    assert before < new_command_id()
