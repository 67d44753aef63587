"""Families: who belongs together, births, majorities, ages in dispute."""

from domain.lifecycle.stages import Step
from domain.lifecycle.who import May

STEPS: tuple[Step, ...] = ()

MAY: May = {}
