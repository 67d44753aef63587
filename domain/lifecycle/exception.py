"""Exceptions: overriding a rule, and taking a dossier over to a newer procedure."""

from domain.lifecycle.stages import Step
from domain.lifecycle.who import May

STEPS: tuple[Step, ...] = ()

MAY: May = {}
