"""Asylum, non-refoulement, and what else protects the resident from removal."""

from domain.trajectory.changes import Change

CHANGES: dict[str, Change] = {}
