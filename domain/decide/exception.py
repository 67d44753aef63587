"""Exceptions: overriding a rule, and taking a dossier over to a newer procedure."""

from domain.decide.attempt import Clocks, Guards

GUARDS: Guards = {}

CLOCKS: Clocks = ()
