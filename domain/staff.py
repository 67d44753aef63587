"""
The people who work here, folded from their streams: accounts, mandates and keys.

Whoever acts does so in a mandate that holds both when the act happened and when it is
recorded. Acting for somebody else rests on a chain of delegations, each of which holds at
both moments, covers the act and the centre, and may be passed on unless it is the last.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from domain.authority import DECIDES, NOT_DELEGABLE, Actor, Post
from domain.record import STAFF, Recorded
from domain.rules.calendar import brussels_day, day_of, is_between
from domain.values import Function

if TYPE_CHECKING:
    from domain import events as e
    from domain.house import Delegation, House


class Holding(NamedTuple):
    """
    A function held between two days, both included; open where not set.

    ``centre`` bounds it to one place. A duty is held by the hour, from ``duty_from`` to
    ``duty_to``. What ``waits`` for a second person gives no power yet: it holds from
    ``confirmed`` on, and no longer than until ``revoked``.
    """

    function: Function
    label: str | None
    valid_from: str | None
    valid_to: str | None
    number: int = 0
    centre: str | None = None
    duty_from: datetime | None = None
    duty_to: datetime | None = None
    order: str | None = None
    waits: bool = False
    given_by: str = ""
    confirmed_by: str | None = None
    confirmed: datetime | None = None
    revoked: datetime | None = None

    def on(self, day: date) -> bool:
        """Tell whether the days of the function include one."""
        return is_between(day, self.valid_from, self.valid_to)

    def at(self, moment: datetime) -> bool:
        """Tell whether the function is held at an instant."""
        if self.waits or not self.on(brussels_day(moment)):
            return False
        if self.valid_from is None and self.confirmed is not None and moment < self.confirmed:
            return False  # both persons saw no earlier day on it
        if self.duty_from is not None and moment < self.duty_from:
            return False
        over = min(filter(None, (self.duty_to, self.revoked)), default=None)
        return over is None or moment < over

    @property
    def decides(self) -> bool:
        """Whether the function has a power of decision, which two persons give."""
        return self.function in DECIDES


class Key(NamedTuple):
    """
    A public key of an account: ``text`` as OpenSSH writes it.

    It speaks for the account once it does not wait for a second person, until it is revoked.
    """

    fingerprint: str
    text: str
    added: datetime
    waits: bool = False
    given_by: str = ""
    revoked: datetime | None = None

    @property
    def speaks(self) -> bool:
        """Whether an act signed with it is the account's."""
        return not self.waits and self.revoked is None


class Member(NamedTuple):
    """An account as its stream tells it."""

    account: str
    person: str
    version: int
    holdings: tuple[Holding, ...] = ()
    keys: tuple[Key, ...] = ()

    def functions(self, moment: datetime) -> frozenset[Function]:
        """Return the functions held at an instant, at whatever centre."""
        return frozenset(holding.function for holding in self.holdings if holding.at(moment))

    def posts(self, moment: datetime) -> frozenset[Post]:
        """Return the functions held at an instant with where they are held."""
        return frozenset(Post(h.function, h.centre) for h in self.holdings if h.at(moment))

    def holding(self, number: int) -> Holding | None:
        """Return the mandate of a number."""
        return next((one for one in self.holdings if one.number == number), None)


def member(lines: Iterable[Recorded]) -> Member | None:
    """Fold an account's stream; ``None`` when there is no such account."""
    found: Member | None = None
    for line in lines:
        event: Any = line.event
        if type(event).__name__ == "AccountOpened":
            account = line.stream.removeprefix(STAFF)
            found = Member(account, event.person, line.version)
        elif found is not None and (change := _OF_A_MEMBER.get(type(event).__name__)):
            found = change(found, line, event)._replace(version=line.version)
    return found


def _given(found: Member, line: Recorded, given: "e.FunctionGiven | e.MandateGiven") -> Member:
    holding = _held(given, len(found.holdings) + 1, line)
    return found._replace(holdings=(*found.holdings, holding))


def _confirmed(found: Member, line: Recorded, said: "e.MandateConfirmed") -> Member:
    by, at = line.person, line.recorded_at
    return _changed(
        found, said.number, lambda it: it._replace(waits=False, confirmed_by=by, confirmed=at)
    )


def _revoked(found: Member, line: Recorded, said: "e.MandateRevoked") -> Member:
    return _changed(found, said.number, lambda it: it._replace(revoked=line.recorded_at))


def _key_added(found: Member, line: Recorded, added: "e.KeyAdded") -> Member:
    key = Key(added.fingerprint, added.key, line.recorded_at, added.waits, line.person)
    others = tuple(one for one in found.keys if one.fingerprint != key.fingerprint)
    return found._replace(keys=(*others, key))


def _key_confirmed(found: Member, _line: Recorded, said: "e.KeyConfirmed") -> Member:
    return _key_changed(found, said.fingerprint, lambda key: key._replace(waits=False))


def _key_revoked(found: Member, line: Recorded, said: "e.KeyRevoked") -> Member:
    return _key_changed(found, said.fingerprint, lambda key: key._replace(revoked=line.recorded_at))


# By name: who reads an account that has none of these needs none of their classes.
_OF_A_MEMBER: dict[str, Callable[[Member, Recorded, Any], Member]] = {
    "FunctionGiven": _given,
    "MandateGiven": _given,
    "MandateConfirmed": _confirmed,
    "MandateRevoked": _revoked,
    "KeyAdded": _key_added,
    "KeyConfirmed": _key_confirmed,
    "KeyRevoked": _key_revoked,
}


def _held(given: "e.FunctionGiven | e.MandateGiven", number: int, line: Recorded) -> Holding:
    plain = Holding(
        given.function,
        given.label,
        given.valid_from,
        given.valid_to,
        number=number,
        given_by=line.person,
    )
    if type(given).__name__ == "FunctionGiven":
        return plain
    given = cast("e.MandateGiven", given)
    return plain._replace(
        centre=given.centre,
        duty_from=_moment(given.duty_from),
        duty_to=_moment(given.duty_to),
        order=given.order,
        waits=given.waits,
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _changed(found: Member, number: int, change: Callable[[Holding], Holding]) -> Member:
    holdings = (change(one) if one.number == number else one for one in found.holdings)
    return found._replace(holdings=tuple(holdings))


def _key_changed(found: Member, fingerprint: str, change: Callable[[Key], Key]) -> Member:
    keys = (change(one) if one.fingerprint == fingerprint else one for one in found.keys)
    return found._replace(keys=tuple(keys))


def acting(
    who: Member,
    there: "House | None",
    at: datetime,
    now: datetime,
    *,
    centres: frozenset[str] = frozenset(),
    principal: Member | None = None,
    on_behalf_of: str | None = None,
) -> Actor:
    """
    Say who acts, with the powers held both when an act happened and when it is recorded.

    ``there`` is ``None`` where no delegation was ever given. ``centres`` are those the dossier is
    at or on its way to; none where that is no matter.
    With ``on_behalf_of`` the powers are those of the ``principal`` that may be delegated and
    that every delegation of the chain passes on; the actor's own where there is no chain.
    """
    chain: tuple[Delegation, ...] = ()
    if there is not None and on_behalf_of is not None and principal is not None:
        serves = who.functions(at) & who.functions(now)  # who left stands in for nobody
        chain = there.chain(on_behalf_of, who.account, at, now) if serves else ()
    powers_of = principal if chain and principal is not None else who
    then, today = (_passed_on(powers_of.posts(each), chain) for each in (at, now))
    here = _functions(_at(then, centres)) & _functions(_at(today, centres))
    ties = there.stood_in_for(who.person, at) if there is not None else {}
    return Actor(
        who.account,
        who.person,
        here,
        on_behalf_of,
        elsewhere=frozenset(post for post in then & today if post.function not in here),
        lapsed=_functions(then) - _functions(today),
        later=_functions(today) - _functions(then),
        coming=_coming(powers_of, at),
        chain=tuple(one.number for one in chain),
        scope=_scope(chain),
        ties=tuple(ties.items()),
        accounts=there.accounts_of({who.person, *ties}) if there is not None else (),
    )


def _at(posts: frozenset[Post], centres: frozenset[str]) -> frozenset[Post]:
    """Keep the posts that are held where a dossier is."""
    return frozenset(post for post in posts if not centres or post.centre in {*centres, None})


def _functions(posts: frozenset[Post]) -> frozenset[Function]:
    return frozenset(post.function for post in posts)


def _coming(who: Member, at: datetime) -> tuple[tuple[date, Function], ...]:
    """Say what begins on a later day."""
    day = brussels_day(at).isoformat()
    return tuple(
        (begins, one.function)
        for one in who.holdings
        if not one.waits and one.revoked is None and (one.valid_from or "") > day
        if (begins := day_of(one.valid_from)) is not None
    )


def _passed_on(posts: frozenset[Post], chain: "tuple[Delegation, ...]") -> frozenset[Post]:
    """Bound posts by the delegations they go through; as they are where there is none."""
    if not chain:
        return posts
    bounds = {one.centre for one in chain if one.centre is not None}
    return frozenset(
        Post(post.function, next(iter(within), None))
        for post in posts
        if post.function not in NOT_DELEGABLE
        and len(within := bounds | ({post.centre} if post.centre else set())) <= 1
    )


def _scope(chain: "tuple[Delegation, ...]") -> frozenset[str] | None:
    """Return the acts that every delegation of a chain covers; ``None`` for all."""
    bounds = [frozenset(one.acts) for one in chain if one.acts]
    return frozenset.intersection(*bounds) if bounds else None
