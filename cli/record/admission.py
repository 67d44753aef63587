"""Record an arrival, and what is done with who arrived."""

from typing import TYPE_CHECKING, Any

import click

from cli.base import DOSSIER, Code, Listed, option
from cli.record.base import RecordingGroup, code_of, command, needed, recording
from cli.record.options import several
from cli.words import say
from domain.errors import BadInput

if TYPE_CHECKING:
    from workflows.handle import Outcome

_NAME = option("--name", metavar="TEXT", help="The resident's name; sealed.")
_BORN = several(
    option("--born-on", metavar="TEXT", help="The date of birth; sealed."),
    option("--nationality", metavar="TEXT", help="The nationality; sealed."),
)


@command("open")
@option("--centre", "centre_option", metavar="CODE", help="The centre, by code or name.")
@option("--resident", metavar="DOSSIER", help="The resident's first dossier, if there is one.")
@option("--from", "came_from", type=Code("CameFrom"), help="Where the resident was before.")
@option("--sex", type=Code("Sex"), help="As recorded by the centre.")
@_NAME
@_BORN
@option("--adult", is_flag=True, help="The resident is of age.")
@option("--minor", is_flag=True, help="The resident is a minor.")
@option("--age-disputed", is_flag=True, help="Whether the resident is a minor is in dispute.")
@option(
    "--unaccompanied/--accompanied",
    default=None,
    help="Whether the resident is a minor without a parent here.",
)
@option(
    "--previous",
    type=DOSSIER,
    metavar="DOSSIER",
    help="The resident's trajectory that ended before this one.",
)
@recording("name", "born_on", "nationality", argument="centre")
def open_(said: dict[str, Any]) -> str:
    """Open the dossier of a resident who was admitted to a centre."""
    centre = said.pop("centre_option") or said.pop("centre", None) or said["dossier"][:3]
    said.pop("centre", None)
    said["centre"] = code_of(centre)
    said["age"] = _age_of(said)
    return "OpenTrajectory"


def _age_of(said: dict[str, Any]) -> str | None:
    """Take the one thing that is said of the age; two that contradict each other say nothing."""
    ages = {"adult": "adult", "minor": "minor", "age_disputed": "disputed"}
    told = [age for name, age in ages.items() if said.pop(name)]
    if len(told) > 1 and "adult" in told:
        raise BadInput("say one of --adult, --minor and --age-disputed")
    return told[-1] if told else None


_SOURCE = option(
    "--source", required=True, type=Listed("admission.identity-source"), help="Who or what says so."
)


def _tells_a_doubt(outcome: "Outcome", _said: dict[str, Any]) -> None:
    """FAM-05: say that the age is in dispute from now on, by the birth that was recorded."""
    state, event = outcome.state, outcome.lines[0].event
    if not getattr(event, "age_doubted", False):
        return
    click.echo(
        say(
            "by the birth recorded {dossier} is a minor, or may be: the age is in dispute from "
            "now on, until it is settled with: family age establish {dossier}",
            dossier=state.dossier,
        ),
        err=True,
    )
    if state.family.members:
        click.echo(
            say(
                "tell the dossiers of the family with: family age dispute {dossier}",
                dossier=state.dossier,
            ),
            err=True,
        )


def tell_of_doubt(outcome: "Outcome", born_on: Any) -> None:
    """FAM-05: a birth is sealed once recorded; that it may be that of a minor is told now."""
    from domain.decide.birth import gives_doubt

    dossier, at = outcome.state.dossier, outcome.lines[0].occurred_at
    if gives_doubt(outcome.state, born_on, at):
        click.echo(
            say(
                "by the birth recorded {dossier} is a minor, or may be, and is not on record as "
                "one; record the doubt with: family age dispute {dossier}",
                dossier=dossier,
            ),
            err=True,
        )


@click.group("identity", cls=RecordingGroup)
def identity() -> None:
    """Record who the resident is, and other names."""


@identity.command("record")
@_SOURCE
@_NAME
@_BORN
@option("--document-number", metavar="TEXT", help="The number of the document; sealed.")
@recording("name", "born_on", "nationality", "document_number", then=_tells_a_doubt)
def identity_record(_said: dict[str, Any]) -> str:
    """Record who a source says the resident is, beside what was recorded before."""
    return "RecordIdentity"


@identity.command("alias")
@_SOURCE
@option("--name", metavar="TEXT", help="The other name; sealed.")
@_BORN
@option("--known-in", metavar="DOSSIER", help="The dossier in which that name is used.")
@recording("name", "born_on", "nationality", then=_tells_a_doubt)
def identity_alias(said: dict[str, Any]) -> str:
    """Record another name under which the resident is or was known."""
    needed(said, "name")
    return "LinkAlias"


@command("search")
@option(
    "--occasion",
    required=True,
    type=Listed("admission.search-occasion"),
    help="On which occasion; another one needs a remark.",
)
@option("--agent-sex", type=Code("Sex"), help="The sex of the agent who searched.")
@option(
    "--agent-asked",
    type=Code("Sex"),
    help="Which agent the resident asked for, where the sex on record does not say it.",
)
@recording()
def search(_said: dict[str, Any]) -> str:
    """Record a safety search, by an agent of the resident's sex."""
    return "PerformSearch"


@command("property")
@option(
    "--reference",
    "inventory",
    required=True,
    metavar="NUMBER",
    help="The number of the inventory.",
)
@option("--kept", "outcome", flag_value="kept", help="What is on it was taken in custody.")
@option("--returned", "outcome", flag_value="returned", help="What is on it was given back.")
@recording()
def property_(said: dict[str, Any]) -> str:
    """Record that the resident's property was taken in custody by a list, or given back."""
    if said["outcome"] is None:
        raise BadInput("missing: {name}", name="--kept / --returned")
    return "InventoryProperty"
