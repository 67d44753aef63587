"""
``given(...).when(...).then(...)``: the sentence every rule of the domain is specified in.

A history is told in acts: what happened, who did it and when. They become journal
lines in the order in which they are told, and the command is put to the dossier
replayed from them; no store takes part.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from operator import attrgetter
from typing import Any, TypeVar

import pytest

from domain import commands as c
from domain import events as e
from domain.authority import MAY, Actor
from domain.decide import Context, Failing, Refused, decide
from domain.record import Recorded
from domain.rules import RULE_SET, rule
from domain.rules.calendar import BRUSSELS
from domain.trajectory import Trajectory, amend, replay
from domain.values import Category, Function, Sealed, with_sealed

COMMAND_ID = "7d2f0c51-8f0e-4b57-9f1c-2f7f6d2a0c42"
AN_HOUR = timedelta(hours=1)

T = TypeVar("T")


def brussels(text: str) -> datetime:
    """Read a moment off the clock in Brussels, as an instant in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS).astimezone(UTC)


def there(found: T | None) -> T:
    """Take for there what a test goes on with: where it is not, the test fails here."""
    assert found is not None, "there is none"
    return found


def known_as(kind: type[T], event: object) -> T:
    """Read an event as what it is known to be: where it is another, the test fails here."""
    assert isinstance(event, kind), f"this is {type(event).__name__}"
    return event


@dataclass(frozen=True)
class Act:
    """Something that happened: the event, who did it and when; a journal line to be."""

    event: e.DossierEvent
    who: Actor
    when: datetime
    whole_day: bool = False

    def at(self, text: str) -> Act:
        """Tell the same act at another moment, read off the clock in Brussels."""
        return replace(self, when=brussels(text))

    def by(self, who: Actor) -> Act:
        """Tell the same act done by somebody else."""
        return replace(self, who=who)

    def but(self, **fields: Any) -> Act:
        """Tell the same act with other details."""
        return replace(self, event=self.event.model_copy(update=fields))


def on_duty(function: Function) -> Actor:
    """Call in a colleague who has this function and no part in any dossier."""
    return Actor(f"duty.{function}", f"duty-{function}", frozenset({function}))


def lines(acts: Iterable[Act], dossier: str) -> list[Recorded]:
    """Write acts down as the lines of one dossier, in the order in which they are told."""
    return [
        Recorded(
            stream=dossier,
            version=version,
            event=_as_stored(act.event),
            occurred_at=act.when,
            recorded_at=act.when,
            account=act.who.account,
            person=act.who.person,
            role=min(act.who.functions),
            command_id=COMMAND_ID,
            rule_set=RULE_SET,
            whole_day=act.whole_day,
            on_behalf_of=act.who.on_behalf_of,
            position=version,
            log_index=version - 1,
        )
        for version, act in enumerate(acts, start=1)
    ]


def _as_stored(event: e.DossierEvent) -> e.DossierEvent:
    """Stand in for the vault: a stored event never holds personal text in clear."""

    def sealed(_name: str, category: Category, value: Sealed) -> Sealed:
        text = (value.clear or "").encode()
        return Sealed(token=value.token or f"s1.{category}.{b64encode(text).decode()}")

    stored: e.DossierEvent = with_sealed(event, sealed)
    return stored


@dataclass(frozen=True)
class Given:
    """A history, and what is asked of it."""

    history: tuple[Act, ...]
    command: c.Command | None = None
    who: Actor | None = None
    at: datetime | None = None
    now: datetime | None = None
    whole_day: bool = False
    around: tuple[tuple[str, Any], ...] = ()

    def when(
        self,
        command: c.Command,
        *,
        by: Actor | None = None,
        at: str | None = None,
        now: str | None = None,
        whole_day: bool = False,
        **around: Any,
    ) -> Given:
        """
        Put a command to the history.

        Unless said, it is given by an entitled colleague without a part in the
        dossier, an hour after the last act told, and recorded as it happens or, if it
        happened before, with the last act. What else the circumstances are (``members``,
        ``beds``) is said by name.
        """
        happens = brussels(at) if at else self._an_hour_later()
        last = max((act.when for act in self.history), default=happens)
        return replace(
            self,
            command=command,
            who=by or on_duty(min(MAY[type(command).__name__])),
            at=happens,
            now=brussels(now) if now else max(happens, last),
            whole_day=whole_day,
            around=tuple(around.items()),
        )

    def when_read_back(self, command: c.Command, *, at: str | None = None) -> Given:
        """Ask what the procedure alone says of an act found in history, whoever did it."""
        return replace(self.when(command, at=at), who=None)

    def then(self, *expected: e.DossierEvent | Act) -> None:
        """Expect exactly these events."""
        following = [told.event if isinstance(told, Act) else told for told in expected]
        found = self.events()
        assert found == following, f"found {found}"

    def then_state(self, **expected: object) -> None:
        """Expect this of the state once what follows is recorded: ``iom__state`` is iom.state."""
        state = self.state_after()
        found = {path: attrgetter(path.replace("__", "."))(state) for path in expected}
        assert found == expected, f"found {found}"

    def then_refused(
        self,
        *rules: str,
        saying: str | None = None,
        may_follow: str | None = None,
        passes_on: date | None = None,
        finding: str | None = None,
        exit_code: int = 3,
    ) -> None:
        """Expect a refusal that names exactly these rules, and perhaps its words."""
        failures, refusal = self._refused()
        assert {failing.rule for failing in failures} == set(rules), str(refusal)
        assert refusal.exit_code == exit_code, f"exit code {refusal.exit_code}"
        if saying is not None:
            assert saying in str(refusal), str(refusal)
        if may_follow is not None:
            follow = {failing.values.get("follow") for failing in failures}
            assert may_follow in follow, f"may follow: {follow}"
        if passes_on is not None:
            days = [each.passes_on for each in failures if each.passes_on]
            assert days == [passes_on], f"passes on {days}"
        if finding is not None:
            findings = {failing.finding for failing in failures}
            assert finding in findings, f"found {findings}"

    def rules_in_the_way(self) -> set[str]:
        """Return the rules of a refusal."""
        return {failing.rule for failing in self._refused()[0]}

    def is_for(self, *functions: Function) -> None:
        """Expect the act to pass in these functions and to be refused in every other one."""
        for function in Function:
            asked = replace(self, who=on_duty(function))
            if function in functions:
                asked.events()
            else:
                asked.then_refused("AUT-02", saying=f"acts as {function}", exit_code=4)

    def events(self) -> list[e.DossierEvent]:
        """Put the command and return what follows, or be refused."""
        assert self.command is not None, "say .when(...) before .then(...)"
        assert self.at is not None
        assert self.now is not None
        target = None
        if isinstance(self.command, c.CorrectRecord):
            named = self.command.corrects
            target = next((line for line in amend(self._lines()) if line.version == named), None)
        context = Context(self.at, self.now, self.who, self.whole_day, target, **dict(self.around))
        return decide(self._state(), self.command, context)

    def state(self) -> Trajectory:
        """Replay the history told."""
        state = self._state()
        assert state is not None, "nothing has happened yet"
        return state

    def _state(self) -> Trajectory | None:
        return replay(self._lines())

    def state_after(self) -> Trajectory:
        """Replay the history with what the command leads to."""
        assert self.who is not None
        assert self.at is not None
        following = [Act(event, self.who, self.at) for event in self.events()]
        return replace(self, history=(*self.history, *following)).state()

    def _an_hour_later(self) -> datetime:
        assert self.history, "say at=... where nothing has happened yet"
        return max(act.when for act in self.history) + AN_HOUR

    def _lines(self) -> list[Recorded]:
        assert self.command is not None, "say .when(...) before .then(...)"
        return lines(self.history, self.command.dossier)

    def _refused(self) -> tuple[list[Failing], Refused]:
        with pytest.raises(Refused) as refusal:
            self.events()
        for failing in refusal.value.failures:
            assert rule(failing.rule), "a refusal quotes a rule of the table"
            assert not failing.why.endswith("."), "the desk reads no full stop"
        return refusal.value.failures, refusal.value


def given(*history: Act) -> Given:
    """Start from what already happened."""
    return Given(history)
