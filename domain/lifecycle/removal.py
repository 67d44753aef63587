"""Removal and departure."""

from domain.lifecycle.stages import NOTIFIED, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, F, May

STEPS = (
    Step("PrepareRemoval", "RemovalPrepared", (Stage.DECISION_NOTIFIED,), Stage.REMOVAL_PREPARED),
    Step("ConfirmDeparture", "DepartureConfirmed", NOTIFIED, Stage.DEPARTED),
)

MAY: May = {
    "PrepareRemoval": COACHES | {F.MIGRATION_OFFICER},
    "ConfirmDeparture": COACHES | DIRECTOR,
}
