"""Who cares for a minor, as the dossiers of the family stand: a carer who is gone does not."""

from domain.decide.attempt import Attempt, Failing, Reasons
from domain.lifecycle import ENDED
from domain.lifecycle.custody import CustodyStatus
from domain.lifecycle.decision import kind_of
from domain.trajectory import Trajectory


def is_left_to_nobody(attempt: Attempt, state: Trajectory) -> bool:
    """Tell a minor, or whoever is taken for one, with whom nobody of parental authority is."""
    return state.is_alone or (state.is_minor and not is_cared_for(attempt, state))


def carers_are_gone(attempt: Attempt, state: Trajectory) -> bool:
    """Tell a minor whose carers on record have all gone, which its own dossier does not say."""
    return state.is_minor and bool(state.family.carers) and not is_cared_for(attempt, state)


def is_cared_for(attempt: Attempt, state: Trajectory) -> bool:
    """
    Tell whether a carer on record is there, or leaves by the same act.

    Whose trajectory has ended is there no more, nor who absconded or is in a prison. One who
    was not looked at may be: at the desk all are, and a member without a dossier holds the
    family back in any case.
    """
    left = {one.dossier for one in attempt.context.members if _has_left(one)}
    gone = left.difference(attempt.context.together)
    return not gone.union(state.family.apart).issuperset(state.family.carers)


def _has_left(one: Trajectory) -> bool:
    return one.stage in ENDED or one.custody.status in (
        CustodyStatus.ABSCONDED,
        CustodyStatus.PRISON,
    )


def not_said_to_be_with_anybody(state: Trajectory) -> bool:
    """Tell a minor of whom nobody said who is there, and who belongs to no family on record."""
    return state.is_minor and state.unaccompanied is None and not state.family.members


def guardian_heard_first(attempt: Attempt) -> Reasons:
    """FAM-03: before a decision to remove a minor nobody accompanies, the guardian was heard."""
    state = attempt.state
    drafted = state.drafted if state is not None else None
    if state is None or drafted is None or not (drafted.kind is None or _removes(drafted.kind)):
        return
    if not is_left_to_nobody(attempt, state):
        return
    guardian = state.family.guardian
    if guardian is None:
        yield Failing("FAM-03", "no guardian is appointed for the unaccompanied minor")
    elif guardian.heard is None or guardian.heard > attempt.context.at:
        yield Failing("FAM-03", "the guardian of the unaccompanied minor was not heard")


def _removes(kind: str) -> bool:
    return kind_of(kind).removes
