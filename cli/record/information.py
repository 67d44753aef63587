"""Record what the resident was told, talks, hearings, and who stands by the resident."""

from typing import Any

import click

from cli.base import Code, Listed, Number, free_text, option
from cli.record.base import RecordingGroup, command, needed, recording
from cli.record.options import (
    ACKNOWLEDGEMENT,
    INTERPRETER,
    LANGUAGE,
    NO_INTERPRETER,
    REFERENCE,
)


@command("inform")
@LANGUAGE
@option(
    "--kind",
    "kinds",
    type=Code("InformationKind"),
    multiple=True,
    help="What was explained; without it, all seven.",
)
@INTERPRETER
@NO_INTERPRETER
@ACKNOWLEDGEMENT
@option(
    "--request",
    metavar="NUMBER",
    help="The request to cooperate for which the duty is explained again.",
)
@recording()
def inform(_said: dict[str, Any]) -> str:
    """Record that rights, duties and options were explained."""
    return "GiveInformation"


@command("interview")
@free_text("note", "What was said; sealed.")
@recording("note")
def interview(_said: dict[str, Any]) -> str:
    """Record a talk between coach and resident."""
    return "HoldInterview"


@click.group("legal-aid", cls=RecordingGroup)
def legal_aid() -> None:
    """Record who asked for a lawyer, and who it is."""


@legal_aid.command("request")
@REFERENCE
@recording()
def request(_said: dict[str, Any]) -> str:
    """Record that the resident asks for a lawyer."""
    return "RequestLegalAid"


_LAWYER = free_text("lawyer", "The lawyer's name; sealed.")
_NUMBER = option(
    "--reference", "bar_number", required=True, metavar="NUMBER", help="The lawyer's number."
)


@legal_aid.command("assign")
@_LAWYER
@_NUMBER
@recording("lawyer")
def assign(said: dict[str, Any]) -> str:
    """Record which lawyer stands by the resident."""
    needed(said, "lawyer")
    return "AssignLegalAid"


@legal_aid.command("change")
@_LAWYER
@_NUMBER
@recording("lawyer")
def change(said: dict[str, Any]) -> str:
    """Record that another lawyer took over."""
    needed(said, "lawyer")
    return "ChangeLawyer"


@click.group("hearing", cls=RecordingGroup)
def hearing() -> None:
    """Record how the resident was heard before a decision, or why not."""


_ABOUT = option(
    "--about",
    type=Listed("decision.kind"),
    multiple=True,
    help="On which decision; without it, whichever; may be repeated.",
)


@hearing.command("invite")
@option("--received-on", required=True, metavar="DATE", help="The day the letter was received.")
@option("--days", type=Number(), metavar="DAYS", help="The term to answer, where not the usual.")
@REFERENCE
@recording()
def invite(_said: dict[str, Any]) -> str:
    """Record that the resident was asked in writing to be heard before a stay is ended."""
    return "InviteToHearing"


@hearing.command("hold")
@LANGUAGE
@INTERPRETER
@NO_INTERPRETER
@_ABOUT
@free_text("note", "What was said; sealed.")
@recording("note")
def hold(_said: dict[str, Any]) -> str:
    """Record that the resident was heard on what may be decided."""
    return "HoldHearing"


@hearing.command("waive")
@option("--reason", required=True, type=Listed("information.hearing-waiver"), help="Why not.")
@_ABOUT
@free_text("explanation", "What was tried, or why not; sealed.")
@recording("explanation")
def waive(said: dict[str, Any]) -> str:
    """Record why the resident was not heard."""
    needed(said, "explanation")
    return "WaiveHearing"


@command("counsel")
@option("--moment", required=True, type=Listed("information.counselling"), help="On what occasion.")
@LANGUAGE
@INTERPRETER
@free_text("note", "What was said; sealed.")
@recording("note")
def counsel(_said: dict[str, Any]) -> str:
    """Record a talk about voluntary return, which binds nobody."""
    return "CounselVoluntaryReturn"


@click.group("vulnerability", cls=RecordingGroup)
def vulnerability() -> None:
    """Record signs that the resident is vulnerable, and what they come to."""


@vulnerability.command("signal")
@option(
    "--kind",
    "kinds_seen",
    type=Listed("information.vulnerability"),
    multiple=True,
    required=True,
    help="In which way; may be repeated.",
)
@free_text("details", "What was seen; sealed, for the medical service alone.")
@recording("details")
def signal(_said: dict[str, Any]) -> str:
    """Record signs that the resident is vulnerable."""
    return "SignalVulnerability"


@vulnerability.command("assess")
@option(
    "--kind",
    "kinds_found",
    type=Listed("information.vulnerability"),
    multiple=True,
    help="In which way, if any; may be repeated.",
)
@free_text("details", "What was found; sealed, for the medical service alone.")
@recording("details")
def assess(_said: dict[str, Any]) -> str:
    """Record in which ways the resident is vulnerable, if any."""
    return "AssessVulnerability"
