"""Arrival: the first step of a trajectory."""

from domain.lifecycle.stages import Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, F, May

STEPS = (Step("OpenTrajectory", "ResidentAdmitted", (), Stage.ARRIVAL),)

MAY: May = {"OpenTrajectory": COACHES | DIRECTOR | {F.SECURITY}}
