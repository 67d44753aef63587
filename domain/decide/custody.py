"""Detention titles, their prolongation and end; absconding."""

from domain.decide.attempt import Clocks, Guards

GUARDS: Guards = {}

CLOCKS: Clocks = ()
