"""
The state of one trajectory: what the rules need to know about a dossier, region by region.

It is folded from journal lines by :mod:`domain.trajectory` and asked by :mod:`domain.decide`.
"""

from domain.state.decision import Hand, Round
from domain.state.health import Examination
from domain.state.iom import IomFile
from domain.state.remedies import Appeal
from domain.state.trajectory import Trajectory

__all__ = ["Appeal", "Examination", "Hand", "IomFile", "Round", "Trajectory"]
