"""Record identity papers and travel documents."""

from typing import Any

import click

from cli.base import Listed, option
from cli.record.base import RecordingGroup, recording
from cli.record.options import REFERENCE

_KIND = option(
    "--kind", required=True, type=Listed("identification.document"), help="What kind of document."
)
_NUMBER = option("--number", metavar="TEXT", help="The number of the document; sealed.")
_LAST_DAY = "The last day on which it is valid."


@click.group("document", cls=RecordingGroup)
def document() -> None:
    """Follow identification and travel documents."""


@document.command("request")
@option("--country", required=True, metavar="CODE", help="The two letters of the country: MA.")
@REFERENCE
@recording()
def request(said: dict[str, Any]) -> str:
    """Ask an embassy for an emergency travel document; never while protection is asked."""
    said["country"] = said["country"].strip().upper()
    return "RequestLaissezPasser"


@document.command("interview")
@REFERENCE
@recording()
def interview(_said: dict[str, Any]) -> str:
    """Record that the resident was presented to the embassy."""
    return "HoldEmbassyInterview"


@document.command("recognise")
@REFERENCE
@recording()
def recognise(_said: dict[str, Any]) -> str:
    """Record that the authorities of the country recognised the resident."""
    return "RecogniseNationality"


@document.command("grant")
@option("--valid-until", required=True, metavar="DATE", help=_LAST_DAY)
@_NUMBER
@REFERENCE
@recording("number")
def grant(_said: dict[str, Any]) -> str:
    """Record that the embassy gave an emergency travel document."""
    return "GrantLaissezPasser"


@document.command("refuse")
@option("--reason", required=True, type=Listed("identification.refused"), help="Why it refused.")
@REFERENCE
@recording()
def refuse(_said: dict[str, Any]) -> str:
    """Record that the embassy refused."""
    return "RefuseLaissezPasser"


@document.command("record")
@_KIND
@option("--valid-until", metavar="DATE", help=_LAST_DAY)
@_NUMBER
@recording("number")
def record(_said: dict[str, Any]) -> str:
    """Record a document to travel with that is at hand."""
    return "RecordTravelDocument"


@document.command("expire")
@_KIND
@option(
    "--reason",
    required=True,
    type=Listed("identification.expired"),
    help="Why it no longer serves.",
)
@recording()
def expire(_said: dict[str, Any]) -> str:
    """Record that a document at hand no longer serves."""
    return "ExpireTravelDocument"


@document.command("lose")
@_KIND
@recording()
def lose(_said: dict[str, Any]) -> str:
    """Record that a document at hand was lost or destroyed."""
    return "LoseTravelDocument"
