"""Families: who belongs together, births, majorities, ages in dispute."""

from domain.trajectory.changes import Change

CHANGES: dict[str, Change] = {}
