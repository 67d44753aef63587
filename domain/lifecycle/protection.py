"""Asylum, non-refoulement, and what else protects the resident from removal."""

from domain.lifecycle.stages import Step
from domain.lifecycle.who import May

STEPS: tuple[Step, ...] = ()

MAY: May = {}
