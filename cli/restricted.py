"""Restricted dossiers at the desk: shown to those on the list, and left out for all others."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from cli.base import Desk
from cli.words import say
from domain.errors import NotAllowed, UnknownDossier

if TYPE_CHECKING:
    from domain.record import Recorded
    from domain.trajectory import Trajectory


def let_in(desk: Desk, lines: "Sequence[Recorded]") -> None:
    """ACC-01: record who reads a restricted dossier, and refuse who may not; others pass."""
    state = _if_ever_closed(lines)
    if state is not None:
        let_read(desk, state)


def _if_ever_closed(lines: "Sequence[Recorded]") -> "Trajectory | None":
    """Replay a dossier that was restricted at some time; of others nothing is to be known."""
    if not any(type(line.event).__name__ == "AccessRestricted" for line in lines):
        return None
    from domain.trajectory import replay

    return replay(lines)


def let_read(desk: Desk, state: "Trajectory") -> None:
    """Do the same for a dossier as it stands."""
    if not state.access.restricted(datetime.now(UTC)):
        return
    if not may_read(desk, state):
        raise NotAllowed(
            "ACC-01: this dossier is restricted, and {account} is not on its list",
            account=desk.account,
        )
    note_reading(desk, state.dossier)


def note_reading(desk: Desk, *dossiers: str) -> None:
    """Record once that who is at the desk reads what is in dossiers, before it is shown."""
    from workflows import readings

    unread = [one for one in dossiers if one not in desk.read]
    if unread:
        readings.note(desk.office.journal, unread, desk.acting(), _typed())
        desk.read.update(unread)


def read(desk: Desk, dossier: str) -> "Trajectory":
    """Return a dossier as it stands, for who may read it."""
    from domain.trajectory import replay

    state = replay(desk.office.journal.history(dossier))
    if state is None:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    let_read(desk, state)
    return state


def may_read(desk: Desk, state: "Trajectory") -> bool:
    """Tell whether the dossier may be shown to who is at the desk."""
    now = datetime.now(UTC)
    if not state.access.restricted(now):
        return True
    from domain.decide import access

    return access.may_read(state.access, desk.account, desk.functions(), now)


def is_kept_back(desk: Desk, lines: "Sequence[Recorded]") -> bool:
    """ACC-01: tell a dossier that is restricted and not for who is at the desk, by its lines."""
    state = _if_ever_closed(lines)
    return state is not None and not may_read(desk, state)


def instructed(desk: Desk, dossier: str) -> bool:
    """Tell whether who is at the desk is on the list of a restricted dossier, by a grant."""
    state = _if_ever_closed(desk.office.journal.history(dossier))
    return state is not None and state.access.instructs(desk.account, datetime.now(UTC))


def kept_back(desk: Desk, dossiers: Iterable[str]) -> frozenset[str]:
    """ACC-01: name those of the dossiers that are restricted and not for who is at the desk."""
    history = desk.office.journal.history
    return frozenset(one for one in dossiers if is_kept_back(desk, history(one)))


def closed_ever(desk: Desk) -> list[str]:
    """Name the dossiers that were restricted at some time, by number; by the events themselves."""
    closed = desk.office.journal.glimpses(["AccessRestricted"])
    return sorted({one.stream for one in closed})


def told_of_hidden(number: int) -> list[str]:
    """Say how many restricted dossiers are left out of what is told, if any."""
    if not number:
        return []
    return [say("{n} restricted dossier(s) are not shown to you", n=number)]


def _typed() -> str:
    """Name the command that was typed: of what it was asked, only whether real names go out."""
    context = click.get_current_context()
    plain = " --plain" if context.params.get("plain") else ""
    return context.command_path.partition(" ")[2] + plain
