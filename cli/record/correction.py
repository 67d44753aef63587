"""Record what holds instead of something on record."""

from typing import TYPE_CHECKING, Any

from cli.base import Number, is_blank, option
from cli.record.base import command, needed, recording
from cli.record.options import REASON
from domain.errors import BadInput

if TYPE_CHECKING:
    from workflows.handle import Outcome


def _tells_a_doubt(outcome: "Outcome", said: dict[str, Any]) -> None:
    if said["field"] == "born_on":
        from cli.record.admission import tell_of_doubt
        from domain.values import Sealed

        tell_of_doubt(outcome, Sealed.of(said["becomes"]))


@command("correct")
@option(
    "--version",
    "corrects",
    required=True,
    type=Number(min=1),
    metavar="N",
    help="The version of the record that is wrong.",
)
@option("--field", required=True, metavar="NAME", help="The field that is wrong, or occurred_at.")
@option("--to", "--becomes", "becomes", required=True, metavar="VALUE", help="What holds instead.")
@REASON
@recording("reason", then=_tells_a_doubt)
def correct(said: dict[str, Any]) -> str:
    """Say what holds instead of one field of an earlier record; nothing is edited."""
    needed(said, "reason")
    if is_blank(said["becomes"]):
        raise BadInput("--{name} is empty", name="to")
    said["field"] = said["field"].replace("-", "_")
    return "CorrectRecord"
