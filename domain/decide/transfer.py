"""Moves from one place to another, and the beds there."""

from domain.decide.attempt import Clocks, Guards

GUARDS: Guards = {}

CLOCKS: Clocks = ()
