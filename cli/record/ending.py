"""Record an end without departure, a closing, a reopening."""

from typing import Any

from cli.base import Code, free_text, option
from cli.record.base import command, needed, recording


@command("non-return")
@option("--reason", required=True, type=Code("NonReturnReason"), help="Why there is no departure.")
@recording()
def non_return(_said: dict[str, Any]) -> str:
    """End the trajectory without a departure."""
    return "EstablishNonReturn"


@command("close")
@recording()
def close(_said: dict[str, Any]) -> str:
    """Close a dossier that has its outcome."""
    return "CloseTrajectory"


@command("reopen")
@free_text("reason", "Why; sealed.")
@recording("reason")
def reopen(said: dict[str, Any]) -> str:
    """Take up an ended dossier again."""
    needed(said, "reason")
    return "ReopenTrajectory"
