"""What may refuse an arrival."""

from typing import Any

from domain.decide.attempt import Adds, Attempt, Context, Failing, Guards, Reasons
from domain.lifecycle import NEWEST
from domain.rules import place
from domain.trajectory import Trajectory


def place_exists(attempt: Attempt) -> Reasons:
    """PLC-01: the centre is on the list of places."""
    centre = attempt.saying("centre")
    if centre is not None:
        yield from listed(centre)


def listed(centre: object) -> Reasons:
    """PLC-01: a place is on the list, by its code."""
    found = place(str(centre))
    if found is None or found.code != centre:
        yield Failing("PLC-01", "{centre} is not on the list of places", {"centre": centre})


GUARDS: Guards = {"OpenTrajectory": (place_exists,)}


def _opens(_state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    return {"resident": said.resident or said.dossier, "procedure": NEWEST}


ADDS: Adds = {"OpenTrajectory": _opens}
