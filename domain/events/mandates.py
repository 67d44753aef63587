"""
Mandates, keys and delegations of the people who work here, and what is asked of everybody.

Facts about one account stand in its own stream. Delegations, and what the house asks of
everybody, stand in one stream of the house (:data:`domain.record.HOUSE`): whoever judges an
act reads that and the streams of those who act, and no others.
"""

from domain.events.base import StaffEvent
from domain.values import Function


class MandateGiven(StaffEvent):
    """
    A mandate for a function, at one centre or at all, between two days if they are set.

    One that ``waits`` gives no power until another person confirms it. ``order`` is the
    number of the act it rests on. ``duty_from`` and ``duty_to`` bound a duty by the hour.
    """

    TOPIC = "mandate-given.v1"
    function: Function
    label: str | None = None
    centre: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    duty_from: str | None = None
    duty_to: str | None = None
    order: str | None = None
    waits: bool = False


class MandateConfirmed(StaffEvent):
    """Another person confirmed the mandate of that number in the account's stream."""

    TOPIC = "mandate-confirmed.v1"
    number: int


class MandateRevoked(StaffEvent):
    """A mandate, or a function, ended from that moment on; ``reason`` is a code."""

    TOPIC = "mandate-revoked.v1"
    number: int
    reason: str


class KeyAdded(StaffEvent):
    """
    A public key by which the acts of the account are known, in the form of OpenSSH.

    One that ``waits`` speaks for nobody until another person confirms it.
    """

    TOPIC = "key-added.v1"
    key: str
    fingerprint: str
    waits: bool = False


class KeyConfirmed(StaffEvent):
    """Another person confirmed that the key is the account's."""

    TOPIC = "key-confirmed.v1"
    fingerprint: str


class KeyRevoked(StaffEvent):
    """A key no longer speaks for the account, from that place in the log on."""

    TOPIC = "key-revoked.v1"
    fingerprint: str
    reason: str


class DelegationGiven(StaffEvent):
    """
    One person may act in the name of another, in some acts or in all that are delegable.

    ``acts`` are names of commands, none for all; ``onward`` says that the delegate may
    delegate in turn; ``substitute`` that the delegate replaces the principal when absent.
    """

    TOPIC = "delegation-given.v1"
    number: int
    principal: str
    principal_person: str
    delegate: str
    delegate_person: str
    acts: tuple[str, ...] = ()
    centre: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    onward: bool = False
    substitute: bool = False
    order: str | None = None
    waits: bool = False


class DelegationConfirmed(StaffEvent):
    """Another person confirmed the delegation of that number."""

    TOPIC = "delegation-confirmed.v1"
    number: int


class DelegationRevoked(StaffEvent):
    """A delegation ended from that moment on; ``reason`` is a code."""

    TOPIC = "delegation-revoked.v1"
    number: int
    reason: str


class SignaturesRequired(StaffEvent):
    """
    From that place in the log on, acts are signed: those named, or all where none is.

    ``origin`` is the name of this log, which every signature is bound to.
    """

    TOPIC = "signatures-required.v1"
    origin: str
    acts: tuple[str, ...] = ()
