"""
A desk in a process of its own that does one thing with each of some dossiers, along with others.

``python mover.py ACT DOSSIERS STORE VAULT KEY VIEWS``: ``open`` or ``receive``, dossiers
separated by commas. Prints what became of each: recorded, or the rules in the way.
"""

import json
import sys

from together import paths_told, wait_for_the_others

from cli.wiring import Office
from domain import commands as c
from domain.decide import Refused
from workflows.handle import Occasion, handle


def asked(act: str, dossier: str) -> c.Command:
    """Make the command."""
    if act == "open":
        return c.OpenTrajectory(dossier=dossier, centre="HOL")
    return c.ReceiveTransfer(
        dossier=dossier, file=True, property=True, medicines=True, lawyer="informed"
    )


def main(act: str, dossiers: str, *places: str) -> None:
    """Record, and print what became of it."""
    office = Office(paths_told(*places))
    wait_for_the_others()
    found = []
    for dossier in dossiers.split(","):
        try:
            handle(office.journal, office.vault, asked(act, dossier), Occasion("k.declercq"))
        except Refused as refusal:
            found.append([dossier, [failing.rule for failing in refusal.failures]])
        else:
            found.append([dossier, []])
    print(json.dumps(found))  # noqa: T201
    office.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
