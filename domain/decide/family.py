"""Families: who belongs together, births, majorities, ages in dispute."""

from domain.decide.attempt import Clocks, Guards

GUARDS: Guards = {}

CLOCKS: Clocks = ()
