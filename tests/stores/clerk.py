"""
A clerk in a process of its own: records talks in a dossier, along with others, and reports.

``python clerk.py DOSSIER TALKS STORE VAULT KEY VIEWS`` opens the dossier if nobody has,
records that many talks and prints each receipt; whoever comes second reads again and repeats.
"""

import json
import sys

from together import paths_told, wait_for_the_others

from cli.wiring import Office
from domain import commands as c
from domain.decide import Refused
from domain.errors import ConcurrentChange
from domain.values import Sealed, Sex
from workflows.handle import Occasion, Outcome, handle


def main(dossier: str, talks: str, *places: str) -> None:
    """Record, and print what became of it."""
    office = Office(paths_told(*places))
    wait_for_the_others()
    lines = []
    repeated = 0
    admission = c.OpenTrajectory(
        dossier=dossier, centre="HOL", sex=Sex.F, name=Sealed.of("Saba Ahmadi")
    )
    try:
        lines += handle(office.journal, office.vault, admission, Occasion("k.declercq")).lines
    except (ConcurrentChange, Refused):
        repeated += 1
    for number in range(int(talks)):
        talk = c.HoldInterview(dossier=dossier, note=Sealed.of(f"talk {number}"))
        outcome: Outcome | None = None
        while outcome is None:
            try:
                outcome = handle(office.journal, office.vault, talk, Occasion("d.lambert"))
            except ConcurrentChange:
                repeated += 1
        lines += outcome.lines
    receipts = [
        (one.stream, one.version, one.position, one.log_index, one.leaf_hash.hex()) for one in lines
    ]
    print(json.dumps({"receipts": receipts, "repeated": repeated}))  # noqa: T201
    office.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
