"""Record exceptions: a rule overridden, an alert answered for."""

from typing import Any

import click

from cli.base import Number, free_text, option
from cli.record.base import RecordingGroup, command, needed, recording
from cli.record.options import REASON
from cli.steps import command_named
from domain.errors import BadInput


@click.group("override", cls=RecordingGroup)
def override() -> None:
    """Ask that a rule gives way for one act in an emergency, allow it or refuse."""


@override.command("ask")
@option(
    "--rule",
    required=True,
    metavar="RULE",
    help="The rule that stands in the way: EXE-05 (notice) or PLC-03 (a full place).",
)
@option("--for-step", "step", required=True, metavar="STEP", help="The step it is asked for.")
@REASON
@recording("reason")
def override_ask(said: dict[str, Any]) -> str:
    """Ask to act against a rule that may give way; it then does for the attempt or transfer."""
    needed(said, "reason")
    found = command_named(said["step"])
    if found is None:
        raise BadInput("there is no step {step}", step=said["step"])
    said["step"] = found
    said["rule"] = said["rule"].strip().upper()
    return "AskOverride"


_NUMBER = option(
    "--number", required=True, type=Number(min=1), metavar="N", help="Which override, as numbered."
)


@override.command("allow")
@_NUMBER
@REASON
@recording("reason")
def override_allow(said: dict[str, Any]) -> str:
    """Let the rule give way; by another person than who asked."""
    needed(said, "reason")
    return "AllowOverride"


@override.command("refuse")
@_NUMBER
@REASON
@recording("reason")
def override_refuse(_said: dict[str, Any]) -> str:
    """Hold to the rule; by another person than who asked."""
    return "RefuseOverride"


@command("answer-alert")
@option("--act", required=True, type=Number(min=1), metavar="N", help="The version of that act.")
@free_text("answer", "What was done about it; sealed.")
@recording("answer")
def answer_alert(said: dict[str, Any]) -> str:
    """Answer for an act that fell inside a block nobody knew of."""
    needed(said, "answer")
    return "AnswerAlert"
