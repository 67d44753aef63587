"""What runs beside the trajectory: exchanges, incidents, obstacles, authorisations, complaints."""

from domain.decide.attempt import Clocks, Guards

GUARDS: Guards = {}

CLOCKS: Clocks = ()
