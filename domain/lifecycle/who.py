"""The functions that often do the same, for the tables of who may do what."""

from domain.values import Function

F = Function
COACHES = frozenset({F.COACH, F.ATTACHE_COACH})
MINISTER = frozenset({F.MINISTER, F.MINISTER_DELEGATE})
"""Who delegates may do it too; what is the Minister's alone, a guard says."""

HIERARCHY = MINISTER | {F.REMOVAL_DIRECTOR}
OFFICERS = HIERARCHY | {F.MIGRATION_OFFICER}
DIRECTOR = frozenset({F.CENTRE_DIRECTOR})
CONTROLLERS = frozenset({F.QUALITY_CONTROLLER, F.REMOVAL_DIRECTOR, F.AUDITOR, F.SUPERVISOR})
"""Who looks at how others decide: controls, commissions the control, audits or supervises."""

PREPARERS = COACHES | {F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER}

May = dict[str, frozenset[Function]]
"""Command → the functions in which it may be given."""
