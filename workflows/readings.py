"""
Who read a restricted dossier, kept: which account, when, and by which command.

They stand in a stream beside the dossier's own (``read:VOT-2026-0042``), in the same log.
The dossier does not change: nothing happened to it.
"""

from domain import events as e
from domain.authority import Actor
from domain.errors import ConcurrentChange
from domain.lifecycle.access import KEEPS
from domain.record import READ, Recorded
from domain.rules import RULE_SET
from domain.values import Function
from workflows.command_ids import new_command_id
from workflows.journal import Journal

_TRIES = 5


def stream_of(dossier: str) -> str:
    """Name the stream of who read a dossier."""
    return READ + dossier


def note(journal: Journal, dossier: str, actor: Actor, by_command: str) -> None:
    """
    Record that somebody reads a dossier, before it is shown.

    Raises :class:`ConcurrentChange` or :class:`StoreTrouble`: what cannot be kept is not shown.
    """
    for left in range(_TRIES, 0, -1):
        try:
            journal.append([_line(journal, dossier, actor, by_command)])
        except ConcurrentChange:
            if left == 1:
                raise
            continue  # somebody else was reading too
        return


def _line(journal: Journal, dossier: str, actor: Actor, by_command: str) -> Recorded:
    stream, now = stream_of(dossier), journal.clock()
    return Recorded(
        stream=stream,
        version=journal.newest_version(stream) + 1,
        event=e.AccessConsulted(by_command=by_command),
        occurred_at=now,
        recorded_at=now,
        account=actor.account,
        person=actor.person,
        role=_capacity(actor),
        command_id=new_command_id(),
        rule_set=RULE_SET,
        on_behalf_of=actor.on_behalf_of,
    )


def _capacity(actor: Actor) -> Function:
    if KEEPS in actor.functions:
        return KEEPS
    order = [function for function in Function if function in actor.functions]
    return order[0] if order else Function.UNLISTED


def of_dossier(journal: Journal, dossier: str) -> list[Recorded]:
    """Return the readings of a dossier, oldest first."""
    return journal.history(stream_of(dossier))


def everything(journal: Journal) -> list[Recorded]:
    """Return the readings of all dossiers, in the order of the log."""
    return sorted(journal.histories(READ), key=lambda line: line.log_index)
