"""The functions that often do the same, for the tables of who may do what."""

from domain.values import Function

F = Function
COACHES = frozenset({F.COACH, F.ATTACHE_COACH})
OFFICERS = frozenset({F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE})
DIRECTOR = frozenset({F.CENTRE_DIRECTOR})
PREPARERS = COACHES | {F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER}

May = dict[str, frozenset[Function]]
"""Command → the functions in which it may be given."""
