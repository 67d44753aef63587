"""
Refused attempts, kept: who asked what of which dossier, and which rules stood in the way.

They stand in a stream beside the dossier's own (``refused:VOT-2026-0042``), in the same
log. The dossier does not change: nothing happened to it. What was refused of the register of
people stands beside its streams likewise (``refused:staff:d.lambert``).
"""

import re
from contextlib import suppress

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.decide import Context, Refused
from domain.errors import ConcurrentChange, NotAllowed, StoreTrouble
from domain.record import HOUSE, REFUSED, STAFF, Recorded
from workflows import beside, people
from workflows.journal import Journal


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
    act = type(command).__name__
    rules = tuple(dict.fromkeys(failing.rule for failing in refusal.failures))
    try:
        beside.keep(
            journal,
            stream_of(command.dossier),
            e.ActRefused(act=act, rules=rules),
            actor,
            people.role(actor, act),
            min(context.at, context.now),
            whole_day=context.whole_day,
        )
    except (ConcurrentChange, StoreTrouble):
        refusal.unkept = True


def note_unsigned(journal: Journal, line: Recorded, act: str) -> None:
    """Record that an act was refused for want of a signature of the account that was named."""
    actor = Actor(line.account, line.person, frozenset(), line.on_behalf_of)
    event = e.ActRefused(act=act, rules=("AUT-09",))
    with suppress(ConcurrentChange, StoreTrouble):
        beside.keep(journal, stream_of(line.stream), event, actor, line.role, line.occurred_at)


def note_of_register(
    journal: Journal, stream: str, act: str, actor: Actor, refusal: NotAllowed
) -> None:
    """Record that somebody might not say who may do what."""
    rule = re.match(r"[A-Z]{3}-[0-9]{2}", refusal.template)
    event = e.ActRefused(act=act, rules=(rule[0],) if rule else ())
    with suppress(ConcurrentChange, StoreTrouble):
        beside.keep(journal, stream_of(stream), event, actor, people.role(actor, act))


def of_register(journal: Journal) -> list[Recorded]:
    """Return what was refused of the register of people, in the order of the log."""
    found = [line for stream in (STAFF, HOUSE) for line in journal.histories(stream_of(stream))]
    return sorted(found, key=lambda line: line.log_index)


def of_dossier(journal: Journal, dossier: str) -> list[Recorded]:
    """Return what was refused of a dossier, oldest first."""
    return journal.history(stream_of(dossier))
