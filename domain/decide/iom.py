"""What may refuse an act of the IOM file."""

from collections.abc import Iterator
from datetime import datetime

from domain.decide.attempt import Attempt, Failing, Guards, Reasons, RestsOn
from domain.decide.tables import follows
from domain.lifecycle import IOM
from domain.trajectory import Trajectory


def in_iom_order(attempt: Attempt) -> Reasons:
    """IOM-01, IOM-02: opened, signed, booked; withdrawn at any time until boarding."""
    state = attempt.state
    now = state.iom.state if state and state.iom else None
    passes, after = follows(IOM, now, attempt.act)
    if not passes:
        rule_id = "IOM-02" if attempt.act == "WithdrawIomFile" else "IOM-01"
        yield Failing(
            rule_id,
            "the IOM file is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


GUARDS: Guards = dict.fromkeys(
    (
        "OpenIomFile",
        "ConfirmIomEligibility",
        "SignDeclaration",
        "BookIomTravel",
        "WithdrawIomFile",
    ),
    (in_iom_order,),
)


def _file_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    if state.iom:
        yield state.iom.since
    if attempt.act == "OpenIomFile":
        yield state.since


RESTS_ON: RestsOn = dict.fromkeys(GUARDS, _file_so_far)
