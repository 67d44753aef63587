"""Corrections: possible at every stage."""

from domain.lifecycle.stages import Stage, Step
from domain.lifecycle.who import DIRECTOR, OFFICERS, May

STEPS = (Step("CorrectRecord", "RecordCorrected", tuple(Stage)),)

MAY: May = {"CorrectRecord": OFFICERS | DIRECTOR}
