"""
The state of one trajectory, folded from its journal lines.

``evolve`` never refuses: what is recorded has happened, whatever the rules say
today. Every rule that may refuse lives in :mod:`domain.decide`.
"""

from domain.state import Appeal, Examination, Hand, IomFile, Round, Trajectory
from domain.trajectory.changes import instant
from domain.trajectory.decision import hand_of
from domain.trajectory.fold import (
    amend,
    chronicle,
    corrected,
    evolve,
    folded_on,
    follows,
    replay,
    subject_of,
)

__all__ = [
    "Appeal",
    "Examination",
    "Hand",
    "IomFile",
    "Round",
    "Trajectory",
    "amend",
    "chronicle",
    "corrected",
    "evolve",
    "folded_on",
    "follows",
    "hand_of",
    "instant",
    "replay",
    "subject_of",
]
