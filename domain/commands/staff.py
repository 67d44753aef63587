"""Accounts of the people who work here, what each may do, and what the store asks of all."""

from typing import Annotated

from domain.commands.base import HouseCommand, StaffCommand
from domain.values import (
    Account,
    Between,
    CentreCode,
    Day,
    Function,
    Instant,
    Listed,
    Person,
    Reference,
    Shaped,
)

Number = Annotated[int, Between(1, 9_999)]
Act = Annotated[str, Shaped("[A-Z][A-Za-z]{2,60}")]
Reason = Annotated[str, Listed("staff.end-reason")]
PublicKey = Annotated[str, Shaped(r"ssh-ed25519 [A-Za-z0-9+/]{68}={0,2}")]
Fingerprint = Annotated[str, Shaped(r"SHA256:[A-Za-z0-9+/]{43}")]
Origin = Annotated[str, Shaped(r"[A-Za-z0-9][A-Za-z0-9._/-]{2,99}")]


class AddStaff(StaffCommand):
    """Give an account to a person, in a function."""

    person: Person
    function: Function
    label: Annotated[str, Shaped(r".{0,80}")] | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None


class GiveMandate(StaffCommand):
    """Give who has an account a mandate: a function, at one centre or at all, for a time."""

    function: Function
    label: Annotated[str, Shaped(r".{0,80}")] | None = None
    centre: CentreCode | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    duty_from: Instant | None = None
    duty_to: Instant | None = None
    order: Reference | None = None


class ConfirmMandate(StaffCommand):
    """Confirm, as a second person, the mandate of that number."""

    number: Number


class RevokeMandate(StaffCommand):
    """End the mandate of that number, now."""

    number: Number
    reason: Reason


class AddKey(StaffCommand):
    """Say which public key speaks for an account; the fingerprint is that of the key."""

    key: PublicKey
    fingerprint: Fingerprint


class ConfirmKey(StaffCommand):
    """Confirm, as a second person, that a key is the account's."""

    fingerprint: Fingerprint


class RevokeKey(StaffCommand):
    """End a key, now."""

    fingerprint: Fingerprint
    reason: Reason


class Delegate(HouseCommand):
    """Let one account act in the name of another."""

    principal: Account
    delegate: Account
    acts: tuple[Act, ...] = ()
    centre: CentreCode | None = None
    valid_from: Day | None = None
    valid_to: Day | None = None
    onward: bool = False
    substitute: bool = False
    order: Reference | None = None


class ConfirmDelegation(HouseCommand):
    """Confirm, as a second person, the delegation of that number."""

    number: Number


class RevokeDelegation(HouseCommand):
    """End the delegation of that number, now."""

    number: Number
    reason: Reason


class RequireSignatures(HouseCommand):
    """Ask from now on that acts are signed: those named, or all where none is."""

    origin: Origin
    acts: tuple[Act, ...] = ()
