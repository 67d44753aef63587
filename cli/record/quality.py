"""Record a control of quality: a sample, findings and what is answered to them."""

from typing import Any

import click

from cli.base import Listed, free_text, option
from cli.record.base import RecordingGroup, command, needed, recording
from cli.record.options import NUMBER


@command("note")
@option("--sample", required=True, metavar="NUMBER", help="The number of the sample.")
@recording()
def note(_said: dict[str, Any]) -> str:
    """Record that the dossier was drawn in a sample; by who had no part in it."""
    return "DrawSample"


@click.group("finding", cls=RecordingGroup)
def finding() -> None:
    """Record what a control found, answer it, and accept the answer or ask again."""


@finding.command("add")
@option("--kind", required=True, type=Listed("quality.kind"), help="What it is about.")
@option("--severity", required=True, type=Listed("quality.severity"), help="How serious it is.")
@option("--sample", metavar="NUMBER", help="The sample the dossier was drawn in, if any.")
@free_text("finding", "What was found; sealed.")
@recording("finding")
def add(said: dict[str, Any]) -> str:
    """Record what a control found; by who had no part in the dossier. It gets a number."""
    needed(said, "finding")
    return "AddFinding"


@finding.command("answer")
@NUMBER
@free_text("answer", "What is answered; sealed.")
@recording("answer")
def answer(said: dict[str, Any]) -> str:
    """Answer a finding; by another than who recorded it."""
    needed(said, "answer")
    return "AnswerFinding"


@finding.command("accept")
@NUMBER
@recording()
def accept(_said: dict[str, Any]) -> str:
    """Take the answer to a finding as sufficient; by another than who answered."""
    return "AcceptFinding"


@finding.command("reopen")
@NUMBER
@free_text("reason", "Why the answer is not enough; sealed.")
@recording("reason")
def reopen(_said: dict[str, Any]) -> str:
    """Ask for another answer to a finding."""
    return "ReopenFinding"
