"""Who may read a dossier: whether it is restricted, and who is on the list."""

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle.access import AccessState
from domain.state.decision import Hand


class Span(NamedTuple):
    """A stretch of time; it lasts while it has no end."""

    since: datetime
    until: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        """Tell whether a moment falls in it."""
        return self.since <= moment and (self.until is None or moment < self.until)


class Leave(NamedTuple):
    """An account on the list of those who need to know, for a time."""

    account: str
    span: Span


class Access(NamedTuple):
    """Whether the dossier is restricted, who proposed it, and who was let in when."""

    state: AccessState | None = None
    since: datetime | None = None
    reason: str | None = None
    proposed: Hand | None = None
    closed: tuple[Span, ...] = ()
    leave: tuple[Leave, ...] = ()

    def restricted(self, moment: datetime) -> bool:
        """Tell whether only those on the list might read it at a moment."""
        return any(span.holds(moment) for span in self.closed)

    def admits(self, account: str, moment: datetime) -> bool:
        """Tell whether an account might read it at a moment, whatever its functions."""
        return not self.restricted(moment) or account in self.listed(moment)

    def instructs(self, account: str, moment: datetime) -> bool:
        """Tell whether the instructions of a lasting restriction are for an account to follow."""
        return self.restricted(moment) and account in self.listed(moment)

    def listed(self, moment: datetime) -> tuple[str, ...]:
        """Name the accounts on the list at a moment."""
        return tuple(one.account for one in self.leave if one.span.holds(moment))
