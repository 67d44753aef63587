"""
The state of one trajectory: what the rules need to know about a dossier, region by region.

It is folded from journal lines by :mod:`domain.trajectory` and asked by :mod:`domain.decide`.
"""

from domain.state.admission import Inventory
from domain.state.costs import Cost
from domain.state.custody import Custody, Title
from domain.state.decision import DepartureTerm, Hand, Regularisation, Round
from domain.state.ending import Ending, Proposal
from domain.state.family import Family
from domain.state.health import Examination
from domain.state.identification import Identification, TravelDocument
from domain.state.information import Hearing, LegalAid
from domain.state.iom import IomFile
from domain.state.remedies import Appeal
from domain.state.trajectory import Trajectory
from domain.state.transfer import Transfer

__all__ = [
    "Appeal",
    "Cost",
    "Custody",
    "DepartureTerm",
    "Ending",
    "Examination",
    "Family",
    "Hand",
    "Hearing",
    "Identification",
    "Inventory",
    "IomFile",
    "LegalAid",
    "Proposal",
    "Regularisation",
    "Round",
    "Title",
    "Trajectory",
    "Transfer",
    "TravelDocument",
]
