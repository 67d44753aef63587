"""
Deciding who may do what: accounts, mandates, keys and delegations given, confirmed and ended.

Whatever gives a power of decision takes two persons (rule AUT-06): what one gives waits until
another confirms it. Only the first registrar of a store, while nobody else ever was one,
gives alone: somebody has to be the first. Nobody gives or confirms what is for himself
(AUT-07). To end a power takes one person, for a power that should be gone must not wait.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from domain import commands as c
from domain import events as e
from domain.authority import DECIDES, MAY, NOT_DELEGABLE, Actor, role_for
from domain.errors import BadInput, NotAllowed
from domain.house import NOTHING_ASKED, House
from domain.record import HOUSE, STAFF
from domain.rules import place
from domain.rules.calendar import day_of
from domain.staff import Holding, Key, Member
from domain.values import Function


class Giver(NamedTuple):
    """
    Who gives, confirms or ends; ``alone`` while nobody else ever was a registrar.

    ``everybody`` are all accounts, ``house`` is what the house asks, and ``now`` the moment:
    all that a decision rests on, read together.
    """

    actor: Actor
    alone: bool = False
    everybody: tuple[Member, ...] = ()
    house: House = NOTHING_ASKED
    now: datetime | None = None

    @property
    def person(self) -> str:
        """The natural person."""
        return self.actor.person

    def member(self, account: str) -> Member | None:
        """Look an account up."""
        return next((one for one in self.everybody if one.account == account), None)


def only_one_registrar(everybody: Sequence[Member]) -> bool:
    """Tell whether no more than one person ever was a registrar of the store."""
    ever = {
        member.person
        for member in everybody
        for held in member.holdings
        if held.function is Function.REGISTRAR and not held.waits
    }
    return len(ever) <= 1


def add(known: Member | None, command: c.AddStaff, giver: Giver | None) -> list[e.StaffEvent]:
    """
    Decide what adding an account leads to: it, its function, both, or nothing if all is there.

    ``giver`` is ``None`` for the first registrar of a new store. Raises
    :class:`NotAllowed` for a caller who is no registrar, or for an account that
    belongs to somebody else.
    """
    if giver is not None and role_for(giver.actor, "AddStaff") is None:
        raise NotAllowed(
            "AUT-02: {account} may not register people; this is for {may}",
            account=giver.actor.account,
            may=", ".join(sorted(MAY["AddStaff"])),
        )
    if known is not None and known.person != command.person:
        raise NotAllowed(
            "the account {account} belongs to {person} and cannot be given to {other}",
            account=command.account,
            person=known.person,
            other=command.person,
        )
    _in_order(command.valid_from, command.valid_to, "--from", "--to")
    if giver is not None:
        _no_near_namesake(giver, command.person)
    opened: list[e.StaffEvent] = [] if known else [e.AccountOpened(person=command.person)]
    if known is not None and _has(known, command):
        return opened
    if giver is None or giver.alone or command.function not in DECIDES:
        return [*opened, e.FunctionGiven(**_said(command, e.FunctionGiven))]
    _not_to_oneself(giver, command.person)
    return [*opened, e.MandateGiven(**_said(command, e.MandateGiven), waits=True)]


def _has(known: Member, command: c.AddStaff) -> bool:
    asked = (command.function, command.label, command.valid_from, command.valid_to)
    return any(
        held[:4] == asked and held.centre is None and held.revoked is None
        for held in known.holdings
    )


def _said(command: object, kind: type[e.StaffEvent]) -> dict[str, object]:
    """Take from a command what an event says under the same names."""
    return {name: value for name, value in vars(command).items() if name in kind.model_fields}


def mandate(known: Member | None, command: c.GiveMandate, giver: Giver) -> list[e.StaffEvent]:
    """Decide a mandate; it waits for another person where it has a power of decision."""
    _may(giver, "GiveMandate")
    who = _there(known, command.account)
    _listed(command.centre)
    _in_order(command.valid_from, command.valid_to, "--from", "--to")
    _in_order(command.duty_from, command.duty_to, "--duty-from", "--duty-to")
    if (command.duty_from is None) != (command.duty_to is None):
        raise BadInput("a duty has a beginning and an end: --duty-from and --duty-to")
    waits = command.function in DECIDES and not giver.alone
    if waits:
        _not_to_oneself(giver, who.person)
    return [e.MandateGiven(**_said(command, e.MandateGiven), waits=waits)]


def confirm(known: Member | None, command: c.ConfirmMandate, giver: Giver) -> list[e.StaffEvent]:
    """Decide that a mandate holds: by another person than gave it, and than it is for."""
    _may(giver, "ConfirmMandate")
    who = _there(known, command.account)
    held = who.holding(command.number)
    if held is None or not held.waits or held.revoked is not None:
        raise BadInput(
            "no mandate {number} of {account} waits to be confirmed; waiting: {waiting}",
            number=command.number,
            account=command.account,
            waiting=_numbers(one.number for one in who.holdings if one.waits and not one.revoked),
        )
    _by_another(giver, held.given_by, who.person)
    return [e.MandateConfirmed(number=command.number)]


def revoke(known: Member | None, command: c.RevokeMandate, giver: Giver) -> list[e.StaffEvent]:
    """Decide that a mandate ends now."""
    _may(giver, "RevokeMandate")
    who = _there(known, command.account)
    held = who.holding(command.number)
    if held is None or held.revoked is not None:
        raise BadInput(
            "{account} has no mandate {number}; there are: {there}",
            account=command.account,
            number=command.number,
            there=_numbers(one.number for one in who.holdings if not one.revoked),
        )
    _a_registrar_is_left(giver, who, held)
    return [e.MandateRevoked(number=command.number, reason=command.reason)]


# --- keys -------------------------------------------------------------------------------------


def add_key(known: Member | None, command: c.AddKey, giver: Giver) -> list[e.StaffEvent]:
    """Decide that a key speaks for an account: one key, one account, given by two persons."""
    _may(giver, "AddKey")
    who = _there(known, command.account)
    for member in giver.everybody:
        if any(key.fingerprint == command.fingerprint for key in member.keys):
            raise BadInput(
                "the key {fingerprint} was given to {account} before",
                fingerprint=command.fingerprint,
                account=member.account,
            )
    if not giver.alone:
        _not_to_oneself(giver, who.person)
    waits = not giver.alone or any(key.speaks for key in who.keys)
    return [e.KeyAdded(key=command.key, fingerprint=command.fingerprint, waits=waits)]


def confirm_key(known: Member | None, command: c.ConfirmKey, giver: Giver) -> list[e.StaffEvent]:
    """
    Decide that a key is the account's: by another person than gave it.

    That may be whose it is, as long as nothing is signed yet, or with a key that speaks for
    him already: else whoever gave it could say so for him.
    """
    who = _there(known, command.account)
    key = _key(who, command.fingerprint)
    own = giver.person == who.person and speaks_for_himself(who, giver.house)
    if not own:
        _may(giver, "ConfirmKey")
    if not key.waits or key.revoked is not None:
        raise BadInput(
            "the key {fingerprint} does not wait to be confirmed", fingerprint=key.fingerprint
        )
    _by_another(giver, key.given_by, "" if own else who.person)
    return [e.KeyConfirmed(fingerprint=key.fingerprint)]


def speaks_for_himself(who: Member, there: House) -> bool:
    """Tell whether somebody may confirm a key of his own."""
    return there.signed is None or any(key.speaks for key in who.keys)


def revoke_key(known: Member | None, command: c.RevokeKey, giver: Giver) -> list[e.StaffEvent]:
    """Decide that a key ends now: by a registrar, or by whose it is."""
    who = _there(known, command.account)
    if giver.person != who.person:
        _may(giver, "RevokeKey")
    key = _key(who, command.fingerprint)
    if key.revoked is not None:
        raise BadInput("the key {fingerprint} was revoked before", fingerprint=key.fingerprint)
    return [e.KeyRevoked(fingerprint=key.fingerprint, reason=command.reason)]


def _key(who: Member, fingerprint: str) -> Key:
    found = next((key for key in who.keys if key.fingerprint == fingerprint), None)
    if found is None:
        raise BadInput(
            "{account} has no key {fingerprint}; there are: {there}",
            account=who.account,
            fingerprint=fingerprint,
            there=", ".join(key.fingerprint for key in who.keys) or "-",
        )
    return found


# --- delegations, and what the house asks ---------------------------------------------------


def delegate(command: c.Delegate, giver: Giver) -> list[e.StaffEvent]:
    """
    Decide a delegation: given by the principal or a registrar, confirmed by another person.

    Raises :class:`NotAllowed` (AUT-08) for what is not delegable, and for who passes on what
    was not given to be passed on.
    """
    who = _there(giver.member(command.principal), command.principal)
    to = _there(giver.member(command.delegate), command.delegate)
    if giver.person != who.person:
        _may(giver, "Delegate")
    if who.person == to.person:
        raise BadInput("{person} needs no delegation from himself", person=who.person)
    _listed(command.centre)
    _in_order(command.valid_from, command.valid_to, "--from", "--to")
    _delegable(giver.house, command, who)
    deciding = not giver.alone
    if deciding and giver.person == to.person:
        _not_to_oneself(giver, to.person)
    given = e.DelegationGiven(
        number=len(giver.house.delegations) + 1,
        principal_person=who.person,
        delegate_person=to.person,
        waits=deciding,
        **_said(command, e.DelegationGiven),
    )
    return [given]


def _delegable(there: House, command: c.Delegate, who: Member) -> None:
    """AUT-08: what is passed on is a power of the principal's, or was given to be passed on."""
    own = {one.function for one in who.holdings if one.revoked is None} - NOT_DELEGABLE
    passed = [
        one
        for one in there.delegations
        if one.delegate == who.account and one.onward and one.revoked is None
    ]
    if passed:
        return
    for act in command.acts:
        if act not in MAY:
            raise BadInput("there is no step {step}", step=act)
        if not MAY[act] & own:
            raise NotAllowed(
                "AUT-08: {account} cannot delegate {act}; this is for {may}",
                account=who.account,
                act=act,
                may=", ".join(sorted(MAY[act] - NOT_DELEGABLE)) or "-",
            )
    if not own:
        raise NotAllowed(
            "AUT-08: {account} has no function that may be delegated", account=who.account
        )


def confirm_delegation(command: c.ConfirmDelegation, giver: Giver) -> list[e.StaffEvent]:
    """Decide that a delegation holds: by another person than gave it, and than it is for."""
    _may(giver, "ConfirmDelegation")
    found = giver.house.delegation(command.number)
    if found is None or not found.waits or found.revoked is not None:
        raise BadInput(
            "no delegation {number} waits to be confirmed; waiting: {waiting}",
            number=command.number,
            waiting=_numbers(one.number for one in giver.house.delegations if one.waits),
        )
    _by_another(giver, found.given_by, found.delegate_person)
    return [e.DelegationConfirmed(number=command.number)]


def revoke_delegation(command: c.RevokeDelegation, giver: Giver) -> list[e.StaffEvent]:
    """Decide that a delegation ends now: by the principal, the delegate or a registrar."""
    found = giver.house.delegation(command.number)
    if found is None or found.revoked is not None:
        raise BadInput(
            "there is no delegation {number}; there are: {there}",
            number=command.number,
            there=_numbers(one.number for one in giver.house.delegations if one.revoked is None),
        )
    if giver.person not in (found.principal_person, found.delegate_person):
        _may(giver, "RevokeDelegation")
    return [e.DelegationRevoked(number=command.number, reason=command.reason)]


def require_signatures(command: c.RequireSignatures, giver: Giver) -> list[e.StaffEvent]:
    """
    Decide that acts are signed from now on. What was asked is never asked less.

    A log keeps the name it was first given: signatures are bound to it. Whoever asks has a key:
    else nobody could give one to anybody.
    """
    _may(giver, "RequireSignatures")
    there, known = giver.house, giver.member(giver.actor.account)
    if known is None or not any(key.speaks for key in known.keys):
        raise NotAllowed(
            "AUT-09: {account} has no key yet; give one first with: trajet staff key add",
            account=giver.actor.account,
        )
    if there.origin not in (None, command.origin):
        raise BadInput("this log is called {origin} for ever", origin=there.origin)
    for act in command.acts:
        if act not in MAY:
            raise BadInput("there is no step {step}", step=act)
    if there.signed is not None:
        if not there.signed:
            return []
        more = there.signed | set(command.acts) if command.acts else frozenset[str]()
        command = command.model_copy(update={"acts": tuple(sorted(more))})
        if more == there.signed:
            return []
    return [e.SignaturesRequired(origin=command.origin, acts=command.acts)]


# --- who decides what -------------------------------------------------------------------------

Decision = Callable[[Member | None, Any, Giver], list[e.StaffEvent]]

_ON_AN_ACCOUNT: Mapping[type, Decision] = {
    c.AddStaff: add,
    c.GiveMandate: mandate,
    c.ConfirmMandate: confirm,
    c.RevokeMandate: revoke,
    c.AddKey: add_key,
    c.ConfirmKey: confirm_key,
    c.RevokeKey: revoke_key,
}

_ON_THE_HOUSE: Mapping[type, Callable[[Any, Giver], list[e.StaffEvent]]] = {
    c.Delegate: delegate,
    c.ConfirmDelegation: confirm_delegation,
    c.RevokeDelegation: revoke_delegation,
    c.RequireSignatures: require_signatures,
}


class Decided(NamedTuple):
    """What was decided, and the stream that tells it, with the version that stream is at."""

    stream: str
    version: int
    events: list[e.StaffEvent]


def decide(command: c.StaffCommand | c.HouseCommand, giver: Giver) -> Decided:
    """Decide whatever is asked of the register; raises :class:`NotAllowed`, :class:`BadInput`."""
    if isinstance(command, c.StaffCommand):
        known = giver.member(command.account)
        events = _ON_AN_ACCOUNT[type(command)](known, command, giver)
        return Decided(STAFF + command.account, known.version if known else 0, events)
    return Decided(HOUSE, giver.house.version, _ON_THE_HOUSE[type(command)](command, giver))


# --- what they share --------------------------------------------------------------------------


def _may(giver: Giver, act: str) -> None:
    """AUT-02: the giver has a function for it, in his own name."""
    if role_for(giver.actor, act) is None:
        raise NotAllowed(
            "AUT-02: {account} may not do this; it is for {may}",
            account=giver.actor.account,
            may=", ".join(sorted(MAY[act])),
        )


def _there(known: Member | None, account: str) -> Member:
    if known is None:
        raise BadInput("there is no account {account}; see: trajet staff list", account=account)
    return known


def _not_to_oneself(giver: Giver, person: str) -> None:
    """AUT-07: nobody gives himself a power of decision."""
    if giver.person == person:
        raise NotAllowed("AUT-07: {person} cannot give this to himself", person=person)


def _by_another(giver: Giver, given_by: str, person: str) -> None:
    """AUT-06, AUT-07: who confirms did not give it, and does not get it."""
    if giver.person == given_by:
        raise NotAllowed(
            "AUT-06: {person} gave this; another person must confirm it", person=given_by
        )
    _not_to_oneself(giver, person)


def _listed(centre: str | None) -> None:
    found = place(centre) if centre else None
    if centre is not None and (found is None or found.code != centre):
        raise BadInput("{centre} is not on the list of places", centre=centre)


def _no_near_namesake(giver: Giver, person: str) -> None:
    """Refuse a person written almost as another one: that would be two for one."""
    for other in giver.everybody:
        if other.person != person and other.person.casefold() == person.casefold():
            raise BadInput(
                "{person} is written almost as {other}, who is registered; write it so, or "
                "choose another code",
                person=person,
                other=other.person,
            )


def _a_registrar_is_left(giver: Giver, who: Member, held: Holding) -> None:
    """Refuse to end the last registrar: nobody could give anything any more."""
    now = giver.now
    if held.function is not Function.REGISTRAR or held.waits or now is None:
        return
    left = (
        one
        for member in giver.everybody
        for one in member.holdings
        if one.function is Function.REGISTRAR and one.at(now)
        if (member.account, one.number) != (who.account, held.number)
    )
    if next(left, None) is None:
        raise NotAllowed("AUT-06: this is the last registrar; name another first")


def _in_order(first: str | None, last: str | None, *names: str) -> None:
    for name, day in zip(names, (first, last), strict=True):
        if day is not None and "T" not in day and day_of(day) is None:
            raise BadInput("{name}: {day} is no day of the calendar", name=name, day=day)
    if first is not None and last is not None and last < first:
        raise BadInput("{last} is before {first}", last=names[1], first=names[0])


def _numbers(found: object) -> str:
    return ", ".join(str(one) for one in sorted(found)) or "-"  # type: ignore[call-overload]
