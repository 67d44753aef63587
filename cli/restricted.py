"""Restricted dossiers at the desk: shown to those on the list, and left out for all others."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from cli.base import Desk
from domain.errors import NotAllowed, UnknownDossier

if TYPE_CHECKING:
    from domain.record import Recorded
    from domain.trajectory import Trajectory


def let_in(desk: Desk, lines: "Sequence[Recorded]") -> None:
    """ACC-01: record who reads a restricted dossier, and refuse who may not; others pass."""
    if not any(type(line.event).__name__ == "AccessRestricted" for line in lines):
        return
    from domain.trajectory import replay

    state = replay(lines)
    if state is not None:
        let_read(desk, state)


def let_read(desk: Desk, state: "Trajectory") -> None:
    """Do the same for a dossier as it stands."""
    if not state.access.restricted(datetime.now(UTC)):
        return
    if not may_read(desk, state):
        raise NotAllowed(
            "ACC-01: this dossier is restricted, and {account} is not on its list",
            account=desk.account,
        )
    from workflows import people, readings

    journal = desk.office.journal
    actor = people.acting(journal, desk.account, datetime.now(UTC), on_behalf_of=desk.on_behalf_of)
    readings.note(journal, state.dossier, actor, _typed())


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


def _typed() -> str:
    """Name the command that was typed, without what it was asked."""
    return click.get_current_context().command_path.partition(" ")[2]
