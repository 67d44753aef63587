"""Accounts of the people who work here."""

from domain.events.base import StaffEvent
from domain.values import Function


class AccountOpened(StaffEvent):
    """An account was given to a person; the first one of a store is its registrar's."""

    TOPIC = "account-opened.v1"
    person: str


class FunctionGiven(StaffEvent):
    """The person behind the account may act in a function, between two days if they are set."""

    TOPIC = "function-given.v1"
    function: Function
    label: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
