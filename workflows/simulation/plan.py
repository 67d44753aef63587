"""
One stay from arrival to its end, thought up before anything is recorded.

A stay is planned as the procedure wants it: what it must wait for is asked of the rules
in :mod:`domain.decide`, so that no act of a lawful plan is refused. Its length is
the shortest one its course allows and a right-skewed rest, with the published mean.
"""

from datetime import datetime
from random import Random

from domain.rules import Place, PlaceKind
from workflows.simulation.appeals import appeal_of
from workflows.simulation.arrival import admit, talk
from workflows.simulation.aside import beside_the_procedure, move
from workflows.simulation.crew import crew_of
from workflows.simulation.custody import basis_of, hold
from workflows.simulation.departures import close, leave_by_force, leave_with_iom, remain
from workflows.simulation.figures import chosen, happens
from workflows.simulation.rounds import decide
from workflows.simulation.stay import (
    BY_FORCE,
    CLOSE,
    DEPARTED,
    END,
    REMOVED,
    Act,
    Outcome,
    Plan,
    Stay,
    Way,
    typed,
)

__all__ = [
    "BY_FORCE",
    "CLOSE",
    "DEPARTED",
    "END",
    "REMOVED",
    "Act",
    "Outcome",
    "Plan",
    "Way",
    "plan_stay",
]


def plan_stay(
    dossier: str,
    place: Place,
    arrived: datetime,
    dice: Random,
    *,
    size: int = 1,
    annulled: bool = False,
    elsewhere: Place | None = None,
) -> Plan:
    """
    Think up the stay of one resident, or of the first of so many who arrive together.

    ``annulled`` asks for a second decision round; ``elsewhere`` is another place with room
    for the resident, should a move be called for.
    """
    crew = crew_of(place)
    stay = Stay(
        dossier, place, arrived, _outcome(place, dice), dice, crew, dice.choice(crew.coaches), size
    )
    informed = admit(stay)
    stay.basis = basis_of(stay)
    stay.appeal = appeal_of(stay)
    notified = decide(stay, informed, rounds=2 if annulled else 1)
    if stay.outcome is Outcome.IOM:
        end = leave_with_iom(stay, notified)
    elif stay.outcome in REMOVED:
        end = leave_by_force(stay, notified)
    else:
        end = remain(stay, notified)
    hold(stay, end)
    beside_the_procedure(stay, end)
    talk(stay, end)
    stay.acts = stay.until(end)
    close(stay, end)
    moves_to = move(stay, end, elsewhere)
    acts = typed(stay.acts, dice, size)
    return Plan(dossier, place, arrived, stay.outcome, acts, moves_to=moves_to)


def _outcome(place: Place, dice: Random) -> Outcome:
    kind = "closed" if place.kind is PlaceKind.CLOSED else "family"
    end = chosen(f"{kind}.end", dice)
    if end != "removed":
        return Outcome(end)
    if happens(f"{kind}.dublin", dice):
        return Outcome.DUBLIN
    if happens("departed.iom", dice):
        return Outcome.IOM
    return Outcome.ESCORTED if happens("departed.escorted", dice) else Outcome.UNESCORTED
