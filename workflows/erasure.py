"""
Destroying a key of personal content, for good; the events and their log stay as they are.

That it is destroyed, by whom and why, is recorded first, in a stream beside the dossiers
(``erased:VOT-2026-0042``): a key that is gone without such a line was lost, and a crash
between the two leaves a key that verification tells to be still there.
"""

from typing import TYPE_CHECKING

from domain import events as e
from domain.authority import Actor
from domain.record import ERASED, Recorded
from domain.values import Category
from workflows import beside
from workflows.journal import Journal

if TYPE_CHECKING:
    from workflows.vault import Vault


def stream_of(subject: str) -> str:
    """Name the stream of the keys of a subject that were destroyed."""
    return ERASED + subject


def erase(
    journal: Journal,
    vault: "Vault",
    subject: str,
    category: Category,
    *,
    reason: str,
    actor: Actor,
    role: str,
) -> Recorded:
    """
    Record that a key is destroyed, with a code for the reason, and destroy it.

    Nothing sealed under it opens again; what is sealed later gets a key of its own. Raises
    :class:`~domain.errors.KeyLost` for a key that is not there, and :class:`StoreTrouble`.
    """
    vault.look_up(subject, category)
    event = e.PersonalKeyDestroyed(subject=subject, category=category, reason=reason)
    line = beside.keep(journal, stream_of(subject), event, actor, role)
    vault.destroy(subject, category)
    return line
