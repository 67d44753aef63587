"""Asylum, non-refoulement, and what else protects the resident from removal."""

from domain.decide.attempt import Clocks, Guards

GUARDS: Guards = {}

CLOCKS: Clocks = ()
