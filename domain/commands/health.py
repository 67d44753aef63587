"""What doctors found that concerns travelling."""

from domain.commands.base import Command
from domain.values import Medical


class CertifyFitToTravel(Command):
    """Record a doctor's certificate that the resident is fit to travel."""

    note: Medical | None = None


class RefuseFitToTravel(Command):
    """Record a doctor's finding that the resident is not fit to travel."""

    note: Medical | None = None
