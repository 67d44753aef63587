"""Exceptions: overriding a rule, and taking a dossier over to a newer procedure."""

from domain.trajectory.changes import Change

CHANGES: dict[str, Change] = {}
