"""Accounts of the people who work here."""

from typing import Annotated

from domain.commands.base import StaffCommand
from domain.values import Day, Function, Person, Shaped


class AddStaff(StaffCommand):
    """Give an account to a person, in a function."""

    person: Person
    function: Function
    label: Annotated[str, Shaped(r".{0,80}")] | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
