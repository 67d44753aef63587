"""Record the decision round, and what follows from a decision."""

from typing import Any

import click

from cli.base import Choice, Code, Listed, Number, free_text, option
from cli.record.base import RecordingGroup, needed, recording
from cli.record.options import (
    ACKNOWLEDGEMENT,
    APPEAL_TERM,
    INTERPRETER,
    LANGUAGE,
    MOTIVES,
    REASON,
    REFERENCE,
    Declare,
    remedies,
    several,
)
from cli.words import say

_BAN_YEARS = option(
    "--ban-years", type=Number(), metavar="YEARS", help="The length of an entry ban."
)
_WHAT_IS_DECIDED = several(
    option("--kind", type=Listed("decision.kind"), help="What is decided."),
    option(
        "--article",
        "articles",
        multiple=True,
        metavar="ARTICLE",
        help="A provision relied on: 7-1-1 is art. 7, first paragraph, 1°; may be repeated.",
    ),
    option(
        "--second-measure/--first-measure",
        "second_measure",
        default=None,
        help="Whether an earlier removal measure was notified; the urgent term is then shorter, "
        "where that one is on record.",
    ),
    option(
        "--fast-ground",
        "fast_grounds",
        type=Listed("decision.fast-ground"),
        multiple=True,
        help="What else shortens the appeal term; may be repeated.",
    ),
    option("--ban-ground", type=Listed("decision.ban-ground"), help="The ground of an entry ban."),
    _BAN_YEARS,
)


def _whether(name: str, field: str, text: str) -> Declare:
    return option(f"--{name}/--no-{name}", field, default=None, help=text)


_HOW_IT_REACHED = several(
    option("--by", "notifier", type=Listed("decision.notifier"), help="Which authority notified."),
    INTERPRETER,
    _whether("copy", "copy_handed_over", "Whether a copy was handed over."),
    _whether("translation", "translation_stated", "Whether it states the right to translation."),
    _whether("contact", "contact_stated", "Whether it names a contact person."),
    free_text("mention", "What was written on it when it was refused; sealed."),
)


_WHAT_IT_STATES = several(remedies(), APPEAL_TERM, REFERENCE, _HOW_IT_REACHED)
_DECISION = option(
    "--decision", metavar="NUMBER", help="The decision's number; without it, the last notified."
)


@click.group("decision", cls=RecordingGroup)
def decision() -> None:
    """Draft, edit, take, notify or annul a decision."""


@decision.command("draft")
@option("--form", required=True, metavar="ANNEX", help="The annex it is written on: 13septies.")
@REFERENCE
@MOTIVES
@_WHAT_IS_DECIDED
@recording("motives")
def draft(_said: dict[str, Any]) -> str:
    """Prepare a decision and put it forward."""
    return "DraftDecision"


@decision.command("edit")
@option("--form", metavar="ANNEX", help="The annex it is written on: 13septies.")
@REFERENCE
@MOTIVES
@_WHAT_IS_DECIDED
@recording("motives")
def edit(_said: dict[str, Any]) -> str:
    """Change the draft of the running round."""
    return "EditDraft"


@decision.command("take")
@REFERENCE
@option(
    "--considered",
    type=Listed("decision.considered"),
    multiple=True,
    help="What was weighed; may be repeated.",
)
@_BAN_YEARS
@option("--draft", metavar="HASH", help="The draft that was read, as show tells it; else refused.")
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
@LANGUAGE
@ACKNOWLEDGEMENT
@_WHAT_IT_STATES
@recording("mention")
def notify(said: dict[str, Any]) -> str:
    """Record that the decision reached the resident."""
    _warn(said)
    return "NotifyDecision"


def _warn(said: dict[str, Any]) -> None:
    """Say what the notification lacks, before it is judged."""
    if not said["remedies_stated"]:
        click.echo(
            say("warning: without stated remedies the appeal term does not start (INF-04)"),
            err=True,
        )
    if said["translation_stated"] is False:
        click.echo(say("warning: the right to translation is to be stated (INF-03)"), err=True)
    if said["contact_stated"] is False:
        click.echo(say("warning: a contact person is to be named (INF-05)"), err=True)


@decision.command("refuse-receipt")
@LANGUAGE
@_WHAT_IT_STATES
@recording("mention")
def refuse_receipt(said: dict[str, Any]) -> str:
    """Record that the resident refused to receive the decision: it is notified all the same."""
    needed(said, "mention")
    _warn(said)
    said |= {"means": "by-hand", "acknowledgement": "refused-to-receive"}
    return "NotifyDecision"


@decision.command("alert")
@option("--reference", "alert", required=True, metavar="NUMBER", help="The alert's number.")
@recording()
def alert_(_said: dict[str, Any]) -> str:
    """Record that the duty to return is in the Schengen Information System."""
    return "EnterReturnAlert"


@decision.command("annul")
@option(
    "--by",
    "annulled_by",
    type=Code("AnnulledBy"),
    default="authority",
    show_default=True,
    help="Who took it away.",
)
@option(
    "--decision",
    metavar="NUMBER",
    help="Which one: the number of the decision, or of its round; needed where several stand.",
)
@REASON
@recording("reason")
def annul(_said: dict[str, Any]) -> str:
    """Take away a draft or a decision: of several the one that is named."""
    return "AnnulDecision"


@click.group("defect", cls=RecordingGroup)
def defect() -> None:
    """Tell what is wrong with a notification, and put it right."""


@defect.command("find")
@option(
    "--defect",
    "defects",
    type=Listed("decision.defect"),
    multiple=True,
    required=True,
    help="What is wrong; may be repeated.",
)
@_DECISION
@recording()
def find(_said: dict[str, Any]) -> str:
    """Record what is wrong with a notification."""
    return "FindNotificationDefect"


@defect.command("regularise")
@option("--means", "--how", type=Code("Means"), required=True, help="How it was notified again.")
@LANGUAGE
@ACKNOWLEDGEMENT
@remedies(required=True)
@_HOW_IT_REACHED
@_DECISION
@recording("mention")
def regularise_notification(said: dict[str, Any]) -> str:
    """Record that a defective notification was done again in due form."""
    needed(said, "notifier", typed="by")
    return "RegulariseNotification"


@click.group("notification", cls=RecordingGroup)
def notification() -> None:
    """Prove when a letter arrived."""


@notification.command("rebut")
@option("--received-on", required=True, metavar="DATE", help="The day on which it arrived.")
@free_text("proof", "What proves it; sealed.")
@_DECISION
@recording("proof")
def rebut(said: dict[str, Any]) -> str:
    """Record the proof of the day on which a letter arrived."""
    needed(said, "proof")
    return "RebutNotification"


@click.group("term", cls=RecordingGroup)
def term() -> None:
    """Set, extend or cut short the voluntary departure period."""


@term.command("set")
@option(
    "--short-stay/--long-stay",
    "short_stay",
    default=None,
    help="Whether the resident has no right to stay over three months.",
)
@option("--ground", type=Listed("decision.term-ground"), help="Why it is reduced (art. 74/14 §3).")
@MOTIVES
@recording("motives", argument="days")
def set_(said: dict[str, Any]) -> str:
    """Decide how many days the resident has to depart, before the decision is notified."""
    needed(said, "days")
    return "SetDepartureTerm"


@term.command("request")
@option(
    "--ground", required=True, type=Listed("decision.extension-ground"), help="Why it is asked."
)
@free_text("proof", "What the resident said and proved; sealed.")
@recording("proof")
def request(said: dict[str, Any]) -> str:
    """Take in the resident's request for more time."""
    needed(said, "proof")
    return "RequestTermExtension"


@term.command("extend")
@option("--until", required=True, metavar="DATE", help="The new last day.")
@option(
    "--in-writing/--not-in-writing",
    "informed_in_writing",
    required=True,
    default=None,
    help="Whether the resident was told in writing.",
)
@MOTIVES
@recording("motives")
def extend(_said: dict[str, Any]) -> str:
    """Give the resident more time, as was asked; by another person than took the request in."""
    return "ExtendDepartureTerm"


@term.command("risk")
@option("--risk", required=True, type=Listed("decision.departure-risk"), help="Which risk.")
@free_text("explanation", "What was seen; sealed.")
@recording("explanation")
def risk(said: dict[str, Any]) -> str:
    """Put a risk seen during the period to who decides."""
    needed(said, "explanation")
    return "ReportDepartureRisk"


@term.command("shorten")
@option("--risk", required=True, type=Listed("decision.departure-risk"), help="Which risk.")
@option("--until", metavar="DATE", help="The new last day; without it, it ends at once.")
@MOTIVES
@recording("motives")
def shorten(said: dict[str, Any]) -> str:
    """Cut the period short for a risk; by another person than reported it."""
    needed(said, "motives")
    return "ShortenDepartureTerm"


@click.group("ban", cls=RecordingGroup)
def ban() -> None:
    """Take in a request about an entry ban."""


@ban.command("request-lift")
@option("--ground", required=True, type=Listed("decision.lift-ground"), help="Why it is asked.")
@REFERENCE
@recording()
def request_lift(_said: dict[str, Any]) -> str:
    """Take in the request to have an entry ban lifted or suspended; silence refuses it."""
    return "RequestBanLift"


@click.group("regularise", cls=RecordingGroup)
def regularise() -> None:
    """Propose to give the resident a right of residence, and decide on it."""


@regularise.command("propose")
@option(
    "--ground",
    required=True,
    type=Listed("decision.regularisation-ground"),
    help="On which ground.",
)
@MOTIVES
@recording("motives")
def propose(said: dict[str, Any]) -> str:
    """Propose to give the resident a right of residence."""
    needed(said, "motives")
    return "ProposeRegularisation"


@regularise.command("decide")
@option("--outcome", type=Choice(["granted", "refused"]), required=True, help="What was decided.")
@REFERENCE
@MOTIVES
@recording("motives")
def decide(said: dict[str, Any]) -> str:
    """Decide on the proposal; by another person than made it."""
    if said.pop("outcome") == "granted":
        return "GrantRegularisation"
    needed(said, "motives")
    return "RefuseRegularisation"
