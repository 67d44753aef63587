"""Moves from one place to another, and the beds there."""

from domain.trajectory.changes import Change

CHANGES: dict[str, Change] = {}
