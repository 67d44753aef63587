"""Record who may read a dossier: restrict it, keep its list, open it again."""

from typing import Any

import click

from cli.base import Listed, free_text, option
from cli.record.base import RecordingGroup, name_person, recording

_REASON = option(
    "--reason", required=True, type=Listed("access.reason"), help="Why only some may read it."
)
_MOTIVES = free_text("motives", "Why; sealed for the removal director alone.")


@click.group("privacy", cls=RecordingGroup)
def privacy() -> None:
    """Restrict a dossier to those who need to know, keep their list, or open it again."""


@privacy.command("propose-restriction")
@_REASON
@_MOTIVES
@recording("motives")
def propose(_said: dict[str, Any]) -> str:
    """Propose that only those on a list read the dossier, for another person to decide."""
    return "ProposeAccessRestriction"


@privacy.command("restrict")
@_REASON
@free_text(
    "instructions",
    "Confidential instructions; sealed, for those on the list and the removal director.",
)
@recording("instructions")
def restrict(_said: dict[str, Any]) -> str:
    """Close the dossier to all who are not on its list."""
    return "RestrictAccess"


@privacy.command("grant")
@option("--to", "account", required=True, metavar="ACCOUNT", help="Who needs to know.")
@_MOTIVES
@recording("motives")
def grant(said: dict[str, Any]) -> str:
    """Put an account on the list of a restricted dossier."""
    name_person(said, "account", "person")
    return "GrantAccess"


@privacy.command("revoke")
@option("--from", "account", required=True, metavar="ACCOUNT", help="Who need not know any more.")
@_MOTIVES
@recording("motives")
def revoke(said: dict[str, Any]) -> str:
    """Take an account off the list of a restricted dossier."""
    said["account"] = said["account"].strip().lower()
    return "RevokeAccess"


@privacy.command("lift")
@_MOTIVES
@recording("motives")
def lift(_said: dict[str, Any]) -> str:
    """Open a restricted dossier again; its list ends."""
    return "LiftAccessRestriction"
