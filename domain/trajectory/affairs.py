"""What runs beside the trajectory: exchanges, incidents, obstacles, authorisations, complaints."""

from domain.trajectory.changes import Change

CHANGES: dict[str, Change] = {}
