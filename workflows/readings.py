"""
Who read what is sealed in a dossier, a restricted one, or took one out under its real number.

It says the account, when, and by what command.

They stand in a stream beside the dossier's own (``read:VOT-2026-0042``), in the same log.
The dossier does not change: nothing happened to it.
"""

from collections.abc import Sequence

from domain import events as e
from domain.authority import Actor
from domain.lifecycle.access import KEEPS
from domain.record import READ, Recorded
from domain.values import Function
from workflows import beside
from workflows.journal import Journal


def stream_of(dossier: str) -> str:
    """Name the stream of who read a dossier."""
    return READ + dossier


AT_ONCE = 200
"""Dossiers of which the readings are recorded in one transaction."""


def note(journal: Journal, dossiers: Sequence[str], actor: Actor, by_command: str) -> None:
    """
    Record of each dossier that somebody reads it, before it is shown.

    Raises :class:`ConcurrentChange` or :class:`StoreTrouble`: what cannot be kept is not shown.
    """
    event = e.AccessConsulted(by_command=by_command)
    streams = [stream_of(dossier) for dossier in dossiers]
    for at in range(0, len(streams), AT_ONCE):
        some = streams[at : at + AT_ONCE]
        beside.keep_in_each(journal, some, event, actor, _capacity(actor))


def _capacity(actor: Actor) -> Function:
    if KEEPS in actor.functions:
        return KEEPS
    return next((one for one in Function if one in actor.functions), Function.UNLISTED)


def of_dossier(journal: Journal, dossier: str) -> list[Recorded]:
    """Return the readings of a dossier, oldest first."""
    return journal.history(stream_of(dossier))


def everything(journal: Journal) -> list[Recorded]:
    """Return the readings of all dossiers, in the order of the log."""
    return sorted(journal.histories(READ), key=lambda line: line.log_index)
