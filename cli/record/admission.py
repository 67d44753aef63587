"""Record an arrival."""

from typing import Any

from cli.base import Code, option
from cli.record.base import command, recording


@command("open")
@option("--centre", "centre_option", metavar="CODE", help="The centre, by code or name.")
@option("--resident", metavar="DOSSIER", help="The resident's first dossier, if there is one.")
@option("--from", "came_from", type=Code("CameFrom"), help="Where the resident was before.")
@option("--sex", type=Code("Sex"), help="As recorded by the centre.")
@option("--name", metavar="TEXT", help="The resident's name; sealed.")
@option("--born-on", metavar="TEXT", help="The date of birth; sealed.")
@option("--nationality", metavar="TEXT", help="The nationality; sealed.")
@recording("name", "born_on", "nationality", argument="centre")
def open_(said: dict[str, Any]) -> str:
    """Open the dossier of a resident who was admitted to a centre."""
    from domain.rules import place

    centre = said.pop("centre_option") or said.pop("centre", None) or said["dossier"][:3]
    said.pop("centre", None)
    found = place(centre)
    said["centre"] = found.code if found else centre.upper()
    return "OpenTrajectory"
