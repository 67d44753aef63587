"""Identity papers and travel documents."""

from domain.trajectory.changes import Change

CHANGES: dict[str, Change] = {}
