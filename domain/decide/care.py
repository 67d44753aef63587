"""Who cares for a minor, as the dossiers of the family stand: a carer who is gone does not."""

from domain.decide.attempt import Attempt
from domain.lifecycle import ENDED
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

    Whose trajectory has ended is there no more. One who was not looked at may be: at the desk
    all are, and a member without a dossier holds the family back in any case.
    """
    ended = {one.dossier for one in attempt.context.members if one.stage in ENDED}
    gone = ended.difference(attempt.context.together)
    return not gone.union(state.family.apart).issuperset(state.family.carers)
