"""Who belongs together, who is a minor, who cares for whom, as it happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from domain.lifecycle.family import SEPARATION, SeparationState
from domain.record import Recorded
from domain.state.family import ADULT, DISPUTED, Dossiers, Family, Guardian, Reception, Separation
from domain.trajectory.changes import Change, Changes, changed
from domain.trajectory.decision import hand_of

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory

_AFTER = {row.event: row.to for row in SEPARATION}


def _linked(state: Trajectory, line: Recorded, event: e.FamilyLinked) -> Changes:
    family = state.family
    others = [one for one in event.members if one != state.dossier]
    carers = _with(family.carers, (one for one in event.carers if one in others))
    changes = {
        "id": event.family,
        "role": event.role,
        "members": _with(family.members, others),
        "minors": _with(family.minors, (one for one in event.minors if one in others)),
        "carers": carers,
        "majority_on": event.majority_on or family.majority_on,
        "linked": (*family.linked, hand_of(line)),
        "since": line.occurred_at,
        "changed": line.occurred_at,
    }
    return _accompanied(state, line, changed(family, changes), True if carers else None)


def _unlinked(state: Trajectory, line: Recorded, event: e.FamilyUnlinked) -> Changes:
    family = state.family
    names = ("members", "minors", "carers", "apart")
    left: Changes = {name: _without(getattr(family, name), event.members) for name in names}
    alone: Changes = {} if left["members"] else {"id": None, "role": None, "linked": ()}
    moments = {"unlinked": line.occurred_at, "changed": line.occurred_at}
    after = changed(family, left | alone | moments)
    return _accompanied(state, line, after, _cared_for_now(family, after))


def _born(state: Trajectory, line: Recorded, event: e.MemberBorn) -> Changes:
    family = state.family
    if event.child == state.dossier:
        return {}
    changes = {
        "id": family.id or event.family,
        "role": family.role or "parent",
        "members": _with(family.members, (event.child,)),
        "minors": _with(family.minors, (event.child,)),
        "linked": (*family.linked, hand_of(line)),
        "since": line.occurred_at,
        "changed": line.occurred_at,
    }
    return {"family": changed(family, changes)}


def _came_of_age(state: Trajectory, line: Recorded, event: e.MajorityReached) -> Changes:
    return _aged(state, line, event.member, "adult", event.majority_on)


def _disputed(state: Trajectory, line: Recorded, event: e.AgeDisputed) -> Changes:
    changes = _aged(state, line, event.member, "disputed", None)
    if event.member is None:
        changes["family"] = changed(changes["family"], {"doubted": hand_of(line)})
    return changes


def in_doubt(state: Trajectory, line: Recorded) -> Changes:
    """
    FAM-05: take for a minor, until it is settled, whom something on record says may be one.

    By a birth, or as vulnerable; who is known as a minor, or is in dispute, is already.
    """
    if state.is_minor:
        return {}
    changes = _aged(state, line, None, DISPUTED, None)
    changes["family"] = changed(changes["family"], {"doubted": hand_of(line)})
    return changes


def _established(state: Trajectory, line: Recorded, event: e.AgeEstablished) -> Changes:
    return _aged(state, line, event.member, event.outcome, event.majority_on)


def _aged(
    state: Trajectory, line: Recorded, member: str | None, age: str, majority_on: str | None
) -> Changes:
    """Take in what is now known of an age: the resident's own, or that of another member."""
    family, at = state.family, line.occurred_at
    if member is None or member == state.dossier:
        known = {"majority_on": majority_on or family.majority_on, "changed": at}
        return {"age": age, "age_since": at, "family": changed(family, known)}
    minors = _without(family.minors, (member,)) if age == ADULT else _with(family.minors, (member,))
    return {"family": changed(family, {"minors": minors, "changed": at})}


def _proposed(state: Trajectory, line: Recorded, event: e.FamilySeparationProposed) -> Changes:
    wish = Separation(
        SeparationState.PROPOSED, event.members, event.report, line.occurred_at, hand_of(line)
    )
    return {"family": changed(state.family, {"separation": wish})}


def _set_apart(state: Trajectory, line: Recorded, event: e.FamilySeparationDecided) -> Changes:
    family = state.family
    apart = _with(family.apart, (one for one in event.members if one in family.members))
    return _separation(state, line, event.members, apart)


def _kept(state: Trajectory, line: Recorded, event: e.FamilySeparationRefused) -> Changes:
    return _separation(state, line, event.members, state.family.apart)


def _reunited(state: Trajectory, line: Recorded, event: e.FamilyReunited) -> Changes:
    return _separation(state, line, event.members, _without(state.family.apart, event.members))


def _separation(state: Trajectory, line: Recorded, members: Dossiers, apart: Dossiers) -> Changes:
    family, to = state.family, _AFTER[type(line.event).__name__]
    before = family.separation or Separation(
        SeparationState.PROPOSED, members, None, line.occurred_at
    )
    wish = {"state": to, "since": line.occurred_at, "decided": hand_of(line)}
    after = changed(
        family,
        {"separation": changed(before, wish), "apart": apart, "changed": line.occurred_at},
    )
    return _accompanied(state, line, after, _cared_for_now(family, after))


def _cared_for_now(before: Family, after: Family) -> bool | None:
    """Leave a child alone whose carers are all gone, or kept apart; with one again, it is not."""
    had, has = _caring(before), _caring(after)
    return has if had != has else None


def _accompanied(state: Trajectory, line: Recorded, family: Family, now: bool | None) -> Changes:
    """Take in a family in which the resident is cared for now, or not; ``None``: as before."""
    if now is None:
        return {"family": family}
    if now and state.unaccompanied:
        family = changed(family, {"joined": line.occurred_at})
    return {"family": family, "unaccompanied": not now}


def _caring(family: Family) -> bool:
    return any(one not in family.apart for one in family.carers)


def _guardian_appointed(state: Trajectory, line: Recorded, event: e.GuardianAppointed) -> Changes:
    guardian = Guardian(line.occurred_at, event.reference)
    majority_on = event.majority_on or state.family.majority_on
    changes = {"guardian": guardian, "majority_on": majority_on}
    return {"family": changed(state.family, changes)}


def _guardian_heard(state: Trajectory, line: Recorded, event: e.GuardianHeard) -> Changes:
    family = state.family
    known = family.guardian or Guardian(line.occurred_at, None)
    heard = changed(known, {"heard": line.occurred_at, "proposal": event.proposal})
    return {"family": changed(family, {"guardian": heard})}


def _reception_guaranteed(
    state: Trajectory, line: Recorded, event: e.ReceptionGuaranteed
) -> Changes:
    reception = Reception(line.occurred_at, event.kind, event.reference, event.trafficking_risk)
    return {"family": changed(state.family, {"reception": reception})}


def _with(before: Dossiers, more: Iterable[str]) -> Dossiers:
    return tuple(dict.fromkeys((*before, *more)))


def _without(before: Dossiers, gone: Iterable[str]) -> Dossiers:
    left = set(gone)
    return tuple(one for one in before if one not in left)


CHANGES: dict[str, Change] = {
    "FamilyLinked": _linked,
    "FamilyUnlinked": _unlinked,
    "MemberBorn": _born,
    "MajorityReached": _came_of_age,
    "AgeDisputed": _disputed,
    "AgeEstablished": _established,
    "FamilySeparationProposed": _proposed,
    "FamilySeparationDecided": _set_apart,
    "FamilySeparationRefused": _kept,
    "FamilyReunited": _reunited,
    "GuardianAppointed": _guardian_appointed,
    "GuardianHeard": _guardian_heard,
    "ReceptionGuaranteed": _reception_guaranteed,
}
