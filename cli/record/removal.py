"""Record a removal, its check-list and its attempts, and a departure."""

from datetime import datetime
from typing import Any

import click

from cli.base import Code, Listed, Moment, free_text, option
from cli.record.base import RecordingGroup, command, recording, warn_of_requests
from cli.record.options import REFERENCE
from cli.words import say

_ITEM = Listed("removal.check-list")
_REASON = option(
    "--reason",
    required=True,
    type=Listed("removal.not-executed"),
    help="Why it was not carried out.",
)


class Escorts(Listed):
    """A kind of escort and how many of them: ``federal-police=2``."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the code, once for each person."""
        kind, equals, number = str(value).partition("=")
        if equals and not (number.isdecimal() and 0 < int(number) <= _MOST):
            self.fail(say("{value} is not a number that fits", value=number), param, ctx)
        return (super().convert(kind, param, ctx),) * int(number or 1)


_MOST = 20


@click.group("removal", cls=RecordingGroup)
def removal() -> None:
    """Prepare, plan, announce and attempt a removal."""


@removal.command("prepare")
@REFERENCE
@recording()
def prepare(_said: dict[str, Any]) -> str:
    """Prepare a removal on the strength of the notified decision."""
    return "PrepareRemoval"


@removal.command("tick")
@option(
    "--state",
    type=Listed("removal.item-state"),
    default="done",
    show_default=True,
    help="Done, or not applicable.",
)
@option(
    "--statement",
    type=Listed("removal.statement"),
    help="Of consent-statement: whether the person consents or refuses.",
)
@REFERENCE
@recording(argument="item", of=_ITEM)
def tick(_said: dict[str, Any]) -> str:
    """Record that an item of the removal check-list is done, or does not apply."""
    return "TickItem"


@removal.command("untick")
@recording(argument="item", of=_ITEM)
def untick(_said: dict[str, Any]) -> str:
    """Open an item of the removal check-list again."""
    return "UntickItem"


@removal.command("propose-escort")
@option(
    "--escort",
    required=True,
    multiple=True,
    type=Escorts("removal.escort"),
    help="Who goes along, and how many: federal-police=2; once for each kind.",
)
@REFERENCE
@recording()
def propose_escort(said: dict[str, Any]) -> str:
    """Propose who goes along; somebody else decides when the departure is planned."""
    said["escort"] = tuple(one for kind in said["escort"] for one in kind)
    return "ProposeEscort"


@removal.command("schedule")
@option("--flight", required=True, metavar="NUMBER", help="The number of the flight or transport.")
@option(
    "--departs", required=True, type=Moment(), metavar="DATETHH:MM", help="When it is to leave."
)
@option(
    "--mode",
    required=True,
    type=Listed("removal.mode"),
    help="With the escort proposed, or without one.",
)
@option(
    "--by",
    "transport",
    type=Listed("removal.transport"),
    default="air",
    show_default=True,
    help="By air, land or sea.",
)
@REFERENCE
@recording(then=warn_of_requests)
def schedule(said: dict[str, Any]) -> str:
    """Plan the departure; by another person than who prepared it or proposed the escort."""
    moment, whole_day = said["departs"]
    if whole_day:
        raise click.BadParameter(
            say("a departure is planned to the minute"), param_hint=["--departs"]
        )
    said["departs"] = _written(moment)
    return "ScheduleRemoval"


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


@removal.command("announce")
@option("--to-person", is_flag=True, help="The person was told.")
@option("--to-lawyer", is_flag=True, help="The lawyer was told.")
@option("--language", metavar="CODE", help="A language the resident understands.")
@REFERENCE
@recording()
def announce(_said: dict[str, Any]) -> str:
    """Record that the planned departure was announced to the person, the lawyer or both."""
    return "AnnounceRemoval"


@removal.command("monitor")
@REFERENCE
@recording()
def monitor(_said: dict[str, Any]) -> str:
    """Record that the General Inspectorate (AIG) was told of the planned return."""
    return "InformMonitor"


_DESPITE = free_text(
    "despite-block",
    "How it came about that it went against a block; the director tells it afterwards. Sealed.",
)


def _took_place(said: dict[str, Any]) -> None:
    said["despite"] = said.pop("despite_block")


@removal.command("start")
@_DESPITE
@recording("despite_block", then=warn_of_requests)
def start(said: dict[str, Any]) -> str:
    """Begin the attempt; every condition of the departure is looked at at that moment."""
    _took_place(said)
    return "StartAttempt"


@removal.command("check")
@recording()
def check(_said: dict[str, Any]) -> str:
    """Look at every condition of the departure again, right before it."""
    return "CheckConditions"


@removal.command("fail")
@_REASON
@REFERENCE
@recording()
def fail(_said: dict[str, Any]) -> str:
    """Record that the attempt that had begun did not lead to a departure."""
    return "FailAttempt"


@removal.command("cancel")
@_REASON
@REFERENCE
@recording()
def cancel(_said: dict[str, Any]) -> str:
    """Call the planned departure off before the attempt begins."""
    return "CancelAttempt"


@command("depart")
@option("--mode", required=True, type=Code("DepartureMode"), help="How the resident left.")
@option(
    "--consents/--no-consents",
    default=None,
    help="Whether the person agreed to go.",
)
@option(
    "--evidence",
    type=Code("Evidence"),
    multiple=True,
    help="What shows it; once for each.",
)
@_DESPITE
@recording("despite_block", then=warn_of_requests)
def depart(said: dict[str, Any]) -> str:
    """Record that the resident left Belgium."""
    _took_place(said)
    return "ConfirmDeparture"
