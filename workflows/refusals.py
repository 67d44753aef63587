"""
Refused attempts, kept: who asked what of which dossier, and which rules stood in the way.

They stand in a stream beside the dossier's own (``refused:VOT-2026-0042``), in the same
log. The dossier does not change: nothing happened to it.
"""

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.decide import Context, Refused
from domain.errors import ConcurrentChange, StoreTrouble
from domain.record import REFUSED, Recorded
from domain.rules import RULE_SET
from workflows import people
from workflows.command_ids import new_command_id
from workflows.journal import Journal

_TRIES = 5


def stream_of(dossier: str) -> str:
    """Name the stream of what was refused of a dossier."""
    return REFUSED + dossier


def note(
    journal: Journal, command: c.Command, context: Context, actor: Actor, refusal: Refused
) -> None:
    """
    Record that an act was refused, under an id of its own: the same act may be asked again.

    What cannot be kept is said in ``refusal.unkept``; the refusal stands in any case.
    """
    try:
        for _ in range(_TRIES):
            line = _line(journal, command, context, actor, refusal)
            try:
                journal.append([line])
            except ConcurrentChange:
                continue  # somebody else was refused meanwhile
            return
        refusal.unkept = True
    except StoreTrouble:
        refusal.unkept = True


def _line(
    journal: Journal, command: c.Command, context: Context, actor: Actor, refusal: Refused
) -> Recorded:
    stream, act = stream_of(command.dossier), type(command).__name__
    rules = tuple(dict.fromkeys(failing.rule for failing in refusal.failures))
    return Recorded(
        stream=stream,
        version=journal.newest_version(stream) + 1,
        event=e.ActRefused(act=act, rules=rules),
        occurred_at=min(context.at, context.now),
        recorded_at=context.now,
        account=actor.account,
        person=actor.person,
        role=people.role(actor, act),
        command_id=new_command_id(),
        rule_set=RULE_SET,
        whole_day=context.whole_day,
        on_behalf_of=actor.on_behalf_of,
    )


def of_dossier(journal: Journal, dossier: str) -> list[Recorded]:
    """Return what was refused of a dossier, oldest first."""
    return journal.history(stream_of(dossier))
