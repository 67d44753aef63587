"""
Who acts, and what each may do.

Each account has a stream of its own in the journal (``staff:d.lambert``); delegations, and
what the house asks of everybody, stand in one stream (:data:`domain.record.HOUSE`). An account
belongs to one person for ever; mandates, keys and delegations come and go.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from domain.authority import Actor, role_for
from domain.errors import NotAllowed
from domain.record import HOUSE, STAFF, Recorded
from domain.staff import Member, member
from domain.staff import acting as acting_as
from domain.values import Function
from workflows.journal import History, Journal
from workflows.lines import Line, line_from

if TYPE_CHECKING:
    from domain.house import House


def stream_of(account: str) -> str:
    """Name the journal stream of an account."""
    return STAFF + account


def find(journal: Journal, account: str) -> Member | None:
    """Look an account up."""
    return member(journal.history(stream_of(account)))


def everybody(journal: Journal) -> list[Member]:
    """List all accounts, by name."""
    streams: dict[str, list[Recorded]] = {}
    for line in journal.histories(STAFF):
        streams.setdefault(line.stream, []).append(line)
    found = (member(lines) for lines in streams.values())
    return sorted((one for one in found if one), key=lambda one: one.account)


def who_might(journal: Journal, functions: Collection[str]) -> list[Member]:
    """
    List the accounts that ever had one of these functions, by name; the others are not read.

    A large office has hundreds of accounts, and few of them decide.
    """
    wanted = [f'"function":"{each}"'.encode() for each in functions]
    streams: dict[str, list[Line]] = {}
    for row in journal.rows_of(STAFF):
        streams.setdefault(row[1], []).append(row)
    found = (
        member(map(line_from, rows))
        for rows in streams.values()
        if any(each in row[4] for row in rows for each in wanted)
    )
    return sorted((one for one in found if one), key=lambda one: one.account)


def house_of(journal: Journal) -> "House":
    """Look at what the house asks, and at all delegations."""
    from domain.house import house

    return house(journal.history(HOUSE))


# --- who acts ---------------------------------------------------------------------------------


def streams_of(account: str, on_behalf_of: str | None) -> list[str]:
    """Name the streams that say who acts: the account's, the house's and the principal's."""
    others = [stream_of(on_behalf_of)] if on_behalf_of else []
    return [stream_of(account), HOUSE, *others]


def actor_from(
    read: Sequence[History],
    account: str,
    at: datetime,
    now: datetime,
    *,
    on_behalf_of: str | None = None,
    centres: frozenset[str] = frozenset(),
) -> Actor:
    """
    Say who acts, from the streams of :func:`streams_of`, and with which powers.

    Raises :class:`NotAllowed` for an account nobody registered (rule AUT-01).
    """
    mine, houses, *others = read
    found = mine.fold(member)
    if found is None:
        raise NotAllowed(
            "AUT-01: the account {account} is not registered; a registrar adds it with: "
            "trajet staff add",
            account=account,
        )
    principal = others[0].fold(member) if others else None
    return acting_as(
        found,
        house_in(houses),
        at,
        now,
        centres=centres,
        principal=principal,
        on_behalf_of=on_behalf_of,
    )


def house_in(read: History) -> "House | None":
    """Fold what the house asks, if it asks anything."""
    if not read.lines:
        return None
    from domain.house import house

    return read.fold(house)


def acting(
    journal: Journal, account: str, at: datetime, *, on_behalf_of: str | None = None
) -> Actor:
    """Say who an account is and what it may do at a moment, wherever; raises as above."""
    read = [History(tuple(journal.history(each))) for each in streams_of(account, on_behalf_of)]
    return actor_from(read, account, at, at, on_behalf_of=on_behalf_of)


def role(actor: Actor, act: str) -> Function:
    """Return the function in which an act is done, for the record."""
    return role_for(actor, act) or Function.UNLISTED
