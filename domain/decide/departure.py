"""
What stops a departure: every condition of it, asked again at the moment it happens.

The regions answer; here stands the order in which the desk reads them. Under the first
version of the procedure four were known.
"""

from domain.decide.attempt import Guard, Guards
from domain.decide.decision import decisions_notified
from domain.decide.health import fit_to_travel
from domain.decide.removal import has_title, no_remedy_runs

CONDITIONS_OF_1: tuple[Guard, ...] = (
    has_title,
    decisions_notified,
    fit_to_travel,
    no_remedy_runs,
)

GUARDS: Guards = {"ConfirmDeparture": CONDITIONS_OF_1}
