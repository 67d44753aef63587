"""Isolation, order, discipline and coercion."""

from domain.trajectory.changes import Change

CHANGES: dict[str, Change] = {}
