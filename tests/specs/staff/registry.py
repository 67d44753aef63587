"""Accounts, mandates and delegations told as they were recorded, without a store."""

from collections import Counter
from datetime import datetime

from given import brussels

from domain import events as e
from domain.authority import Actor
from domain.house import house
from domain.record import HOUSE, STAFF, Recorded
from domain.staff import acting, member
from domain.staffing import Giver
from domain.values import Function

F = Function
NEW_YEAR = brussels("2026-01-01 09:00")
REGISTRAR = Giver(Actor("r.peeters", "P-900", frozenset({F.REGISTRAR})))
SECOND = Giver(Actor("n.janssens", "P-901", frozenset({F.REGISTRAR})))
DIRECTOR = Giver(Actor("k.wouters", "P-902", frozenset({F.REMOVAL_DIRECTOR})))


class Registry:
    """The streams of accounts and of the house, filled by telling what was recorded."""

    def __init__(self) -> None:
        self.lines: list[Recorded] = []
        self._versions: Counter[str] = Counter()

    def tell(self, stream: str, *events: e.StaffEvent, at=NEW_YEAR, by=REGISTRAR):
        """Record events in a stream; an account is named without its prefix."""
        name = stream if stream == HOUSE else STAFF + stream
        for event in events:
            self._versions[name] += 1
            self.lines.append(
                Recorded(
                    stream=name,
                    version=self._versions[name],
                    event=event,
                    occurred_at=at,
                    recorded_at=at,
                    account=by.actor.account,
                    person=by.person,
                    role="registrar",
                    command_id="0a4c4f0e-52f4-4f0c-9f57-0d0f4f1b7c11",
                    rule_set="2026.2",
                )
            )
        return self

    def member(self, account: str):
        """Fold an account."""
        return member(line for line in self.lines if line.stream == STAFF + account)

    def seen_by(self, giver: Giver) -> Giver:
        """Let somebody who gives see the whole register."""
        names = dict.fromkeys(line.stream.removeprefix(STAFF) for line in self.lines)
        everybody = tuple(filter(None, map(self.member, names)))
        return giver._replace(everybody=everybody, house=self.house)

    @property
    def house(self):
        """Fold what the house asks."""
        return house(self.lines)

    def acts(self, account: str, at: str, now: str | None = None, **how) -> Actor:
        """Say who acts, at moments read off the clock in Brussels."""
        moment: datetime = brussels(at)
        principal = how.get("on_behalf_of")
        return acting(
            self.member(account),
            self.house,
            moment,
            brussels(now) if now else moment,
            principal=self.member(principal) if principal else None,
            **how,
        )


def delegation(number: int, principal: str, delegate: str, **but) -> e.DelegationGiven:
    """Tell of a delegation between accounts whose persons are called after them."""
    said = {
        "number": number,
        "principal": principal,
        "principal_person": person_of(principal),
        "delegate": delegate,
        "delegate_person": person_of(delegate),
    }
    return e.DelegationGiven(**said | but)


def person_of(account: str) -> str:
    """Name the person behind an account of these stories: a second account ends in .2."""
    return "P-" + account.removesuffix(".2")


def office(**functions: F) -> Registry:
    """Register accounts, each with one function: ``office(claes=F.MIGRATION_OFFICER)``."""
    told = Registry()
    for account, function in functions.items():
        opened = e.AccountOpened(person=person_of(account))
        told.tell(account, opened, e.FunctionGiven(function=function))
    return told
