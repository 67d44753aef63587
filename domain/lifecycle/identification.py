"""Identity papers and travel documents."""

from domain.lifecycle.stages import Step
from domain.lifecycle.who import May

STEPS: tuple[Step, ...] = ()

MAY: May = {}
