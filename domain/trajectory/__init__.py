"""
The state of one trajectory, folded from its journal lines.

``evolve`` never refuses: what is recorded has happened, whatever the rules say
today. Every rule that may refuse lives in :mod:`domain.decide`.
"""

from domain.state.trajectory import Trajectory
from domain.trajectory.changes import day_of, instant
from domain.trajectory.decision import hand_of
from domain.trajectory.fold import (
    amend,
    chronicle,
    corrected,
    evolve,
    folded_on,
    follows,
    involved,
    replay,
    subject_of,
)

__all__ = [
    "Trajectory",
    "amend",
    "chronicle",
    "corrected",
    "day_of",
    "evolve",
    "folded_on",
    "follows",
    "hand_of",
    "instant",
    "involved",
    "replay",
    "subject_of",
]
