"""Isolation, order, discipline and coercion."""

from domain.decide.attempt import Clocks, Guards

GUARDS: Guards = {}

CLOCKS: Clocks = ()
