"""What runs beside the trajectory: exchanges, incidents, obstacles, authorisations, complaints."""

from domain.lifecycle.stages import Step
from domain.lifecycle.who import May

STEPS: tuple[Step, ...] = ()

MAY: May = {}
