"""Record serious incidents and their follow-up."""

from typing import Any

import click

from cli.base import Listed, free_text, option
from cli.record.base import RecordingGroup, needed, recording
from cli.record.options import NUMBER


@click.group("incident", cls=RecordingGroup)
def incident() -> None:
    """Report a serious incident, give feedback on it, answer it or close it."""


@incident.command("report")
@option("--kind", required=True, type=Listed("incidents.kind"), help="The kind of incident.")
@option("--what", required=True, type=Listed("incidents.what"), help="What happened.")
@option(
    "--immediate",
    multiple=True,
    type=Listed("incidents.immediate"),
    help="A measure taken at once; again for each one.",
)
@option("--injured/--not-injured", required=True, help="Whether somebody was injured.")
@option(
    "--police/--no-police", "police_informed", required=True, help="Whether the police was told."
)
@option(
    "--lawyer/--no-lawyer",
    "lawyer_contacted",
    required=True,
    help="Whether the lawyer was contacted.",
)
@option(
    "--relatives/--no-relatives",
    "family_contacted",
    required=True,
    help="Whether the family was contacted.",
)
@free_text("narrative", "What happened, in words; sealed.")
@recording("narrative")
def report(said: dict[str, Any]) -> str:
    """Report a serious incident; when it happened is what --on says. It gets a number."""
    needed(said, "narrative")
    return "ReportIncident"


@incident.command("end")
@NUMBER
@option("--outcome", required=True, type=Listed("incidents.outcome"), help="How it ended.")
@recording()
def end(_said: dict[str, Any]) -> str:
    """Record that a hunger strike is over."""
    return "EndIncident"


@incident.command("feedback")
@NUMBER
@option(
    "--lesson",
    "lessons",
    multiple=True,
    required=True,
    type=Listed("incidents.lesson"),
    help="What is learned from it; again for each one.",
)
@free_text("feedback", "The report to the hierarchy; sealed.")
@recording("feedback")
def feedback(said: dict[str, Any]) -> str:
    """Give the structured report on an incident to the hierarchy."""
    needed(said, "feedback")
    return "GiveIncidentFeedback"


@incident.command("answer")
@NUMBER
@option("--follow-up", required=True, type=Listed("incidents.follow-up"), help="What is to follow.")
@free_text("answer", "What the hierarchy answers; sealed.")
@recording("answer")
def answer(_said: dict[str, Any]) -> str:
    """Answer the report on an incident; by another than who gave it."""
    return "AnswerIncident"


@incident.command("close")
@NUMBER
@recording()
def close(_said: dict[str, Any]) -> str:
    """Close the follow-up of an incident; a hunger strike has ended before."""
    return "CloseIncident"
