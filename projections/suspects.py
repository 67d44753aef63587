"""
Which dossiers the control of separation has to read, told from the outside of their lines.

A dossier is left aside only where nothing can be found in it: nobody who prepared anything
decided anything, nobody acted for another, nothing was decided within a minute of its draft,
nothing was corrected, annulled or restricted and the order of its decisions is known. Whatever
else it holds, there is no finding then.
"""

from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from domain.record import Glimpse
from projections.order import is_unsure
from projections.prepared import BY_PERSON, PAIRS
from projections.separation import HURRIED

_DRAFTED, _EDITED = "DecisionDrafted", "DecisionDraftEdited"
_TAKEN, _NOTIFIED = "DecisionTaken", "DecisionNotified"
_DRAFTS = frozenset({_DRAFTED, _EDITED})
_DECISION = _DRAFTS | {_TAKEN, _NOTIFIED}
_PREPARES = _DRAFTS | {name for pair in PAIRS for name in pair.prepared}
_DECIDES = {_TAKEN, "DepartureTermSet"} | {name for pair in PAIRS for name in pair.decided}
_READ_IN_ANY_CASE = frozenset({"RecordCorrected", "DecisionAnnulled", "AccessRestricted"}) | {
    *BY_PERSON
}

_AT = attrgetter("at")

KINDS = frozenset({*_PREPARES, *_DECIDES, *_READ_IN_ANY_CASE, *_DECISION})
"""The events of which one has to know."""


class Screened(NamedTuple):
    """The dossiers to be read, and how many rounds of decision there are in all others."""

    suspects: list[str]
    rounds: int


def screen(glimpses: Iterable[Glimpse]) -> Screened:
    """Sort the dossiers out, by the lines of these events as far as one sees them."""
    dossiers: dict[str, list[Glimpse]] = {}
    for one in glimpses:
        dossiers.setdefault(one.stream, []).append(one)
    suspects, rounds = [], 0
    for name, theirs in dossiers.items():
        decision = [one for one in theirs if one.event in _DECISION]
        unsure = is_unsure(decision) or _notified_first(decision)
        if unsure or _one_did_both(theirs) or _in_haste(decision):
            suspects.append(name)
        else:
            rounds += _rounds(decision)
    return Screened(sorted(suspects), rounds)


def _one_did_both(theirs: list[Glimpse]) -> bool:
    """Tell whether somebody may have prepared and decided; also where one has to read to know."""
    preparers: set[str] = set()
    deciders: set[str] = set()
    for one in theirs:
        kind = one.event
        if kind in _READ_IN_ANY_CASE or one.on_behalf_of is not None:
            return True
        if kind in _PREPARES:
            preparers.update((one.person, one.account))
        if kind in _DECIDES:
            deciders.update((one.person, one.account))
    return not preparers.isdisjoint(deciders)


def _notified_first(decision: list[Glimpse]) -> bool:
    """Tell a decision of which a notification is dated before it, and after its draft."""
    decided = early = False
    for one in sorted(decision, key=_AT):
        if one.event == _DRAFTED:
            decided = early = False
        elif one.event == _NOTIFIED:
            early = early or not decided
        elif one.event == _TAKEN:
            if early:
                return True
            decided = True
    return False


def _in_haste(decision: list[Glimpse]) -> bool:
    taken = [one.at for one in decision if one.event == _TAKEN]
    drafts = [one.at for one in decision if one.event in _DRAFTS]
    return any(abs(at - draft) < HURRIED for at in taken for draft in drafts)


def _rounds(decision: list[Glimpse]) -> int:
    """Count the rounds of a dossier in which no decision was taken back, in the order they went."""
    number, drafting = 0, False
    for one in sorted(decision, key=_AT):
        kind = one.event
        if kind in (_DRAFTED, _TAKEN):
            number += not drafting
            drafting = kind != _TAKEN
        elif not number:
            number, drafting = 1, kind == _EDITED
        elif kind == _NOTIFIED:
            drafting = False
    return number
