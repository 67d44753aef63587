"""Detention titles, their prolongation and end; absconding."""

from domain.trajectory.changes import Change

CHANGES: dict[str, Change] = {}
