"""Record an end without departure and what is done then, a closing, a reopening."""

from typing import Any

import click

from cli.base import Listed, free_text, option
from cli.record.base import RecordingGroup, command, needed, recording
from cli.record.options import REASON, REFERENCE

_REASON = option(
    "--reason", required=True, type=Listed("ending.non-return"), help="Why there is no departure."
)
_ESTABLISH = "establish"


class _NonReturn(RecordingGroup):
    """A group that may be called as the act it is named after, with no word between."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take a call without a word of the group for the act itself."""
        if args[:1] != ["--help"] and not (args and args[0] in self.commands):
            args = [_ESTABLISH, *args]
        return super().parse_args(ctx, args)


@click.group("non-return", cls=_NonReturn)
def non_return() -> None:
    """End the trajectory without a departure, or propose to; without a word between, end it."""


@non_return.command("propose")
@_REASON
@recording()
def propose(_said: dict[str, Any]) -> str:
    """Propose to end the trajectory without a departure, for another person to decide."""
    return "ProposeNonReturn"


@non_return.command(_ESTABLISH)
@_REASON
@recording()
def establish(_said: dict[str, Any]) -> str:
    """End the trajectory without a departure."""
    return "EstablishNonReturn"


@command("alert")
@option(
    "--service",
    "services",
    type=Listed("ending.service"),
    multiple=True,
    required=True,
    help="Who was alerted; may be repeated.",
)
@REFERENCE
@recording()
def alert(_said: dict[str, Any]) -> str:
    """Record that services were told that the resident did not return."""
    return "AlertServices"


@command("track")
@option("--kind", required=True, type=Listed("ending.track"), help="What kind of lead it is.")
@free_text("lead", "What it says; sealed.")
@recording("lead")
def track(said: dict[str, Any]) -> str:
    """Record what points to where the resident is."""
    needed(said, "lead")
    return "RecordTrack"


@command("close")
@recording()
def close(_said: dict[str, Any]) -> str:
    """Close a dossier that has its outcome."""
    return "CloseTrajectory"


@command("reopen")
@REASON
@recording("reason")
def reopen(said: dict[str, Any]) -> str:
    """Take up an ended dossier again."""
    needed(said, "reason")
    return "ReopenTrajectory"
