"""Record the decision round."""

from typing import Any

import click

from cli.base import Code, Number, free_text, option
from cli.record.base import REFERENCE, RecordingGroup, recording
from cli.words import say


@click.group("decision", cls=RecordingGroup)
def decision() -> None:
    """Draft, edit, take, notify or annul a decision."""


@decision.command("draft")
@option("--form", required=True, metavar="ANNEX", help="The annex it is written on: 13septies.")
@REFERENCE
@free_text("motives", "The motives; sealed.")
@recording("motives")
def draft(_said: dict[str, Any]) -> str:
    """Prepare a decision and put it forward."""
    return "DraftDecision"


@decision.command("edit")
@option("--form", metavar="ANNEX", help="The annex it is written on: 13septies.")
@REFERENCE
@free_text("motives", "The motives; sealed.")
@recording("motives")
def edit(_said: dict[str, Any]) -> str:
    """Change the draft of the running round."""
    return "EditDraft"


@decision.command("take")
@REFERENCE
@recording()
def take(_said: dict[str, Any]) -> str:
    """Decide the running round; by another person than who drafted or edited it."""
    return "TakeDecision"


@decision.command("notify")
@option(
    "--means",
    "--how",
    type=Code("Means"),
    required=True,
    help="How it was notified; decides when the appeal term starts.",
)
@option("--language", required=True, metavar="CODE", help="A language the resident understands.")
@option("--acknowledgement", type=Code("Acknowledgement"), help="What the resident did.")
@option(
    "--remedies/--no-remedies",
    "remedies_stated",
    default=None,
    help="Whether it states remedies, body, forms and terms; else the term does not start.",
)
@option(
    "--appeal-term-days",
    type=Number(),
    metavar="DAYS",
    help="The appeal term as printed in the decision.",
)
@REFERENCE
@recording()
def notify(said: dict[str, Any]) -> str:
    """Record that the decision reached the resident."""
    if not said["remedies_stated"]:
        click.echo(
            say("warning: without stated remedies the appeal term does not start (INF-04)"),
            err=True,
        )
    return "NotifyDecision"


@decision.command("annul")
@option(
    "--by",
    "annulled_by",
    type=Code("AnnulledBy"),
    default="authority",
    show_default=True,
    help="Who took it away.",
)
@free_text("reason", "Why; sealed.")
@recording("reason")
def annul(_said: dict[str, Any]) -> str:
    """Take away the running round's draft or decision."""
    return "AnnulDecision"
