"""Record asylum, non-refoulement, and what else protects the resident from removal."""

from typing import Any

import click

from cli.base import Code, Listed, Number, free_text, option
from cli.record.base import RecordingGroup, command, needed, recording
from cli.record.options import ACKNOWLEDGEMENT, APPEAL_TERM, REFERENCE, remedies

_HELD = option(
    "--held/--not-held", "held", default=None, help="Whether the resident was in detention then."
)
_ACCELERATED = option("--accelerated", is_flag=True, help="The accelerated procedure is followed.")
_REASONS = free_text("reasons", "The reasons; sealed, and needed.")
_NOTE = free_text("note", "What is told; sealed.")
_UNTIL = option("--until", required=True, metavar="DATE", help="The last day of it.")


@click.group("asylum", cls=RecordingGroup)
def asylum() -> None:
    """Follow an asylum application, from the wish to the decision."""


@asylum.command("wish")
@_NOTE
@recording("note")
def wish(_said: dict[str, Any]) -> str:
    """Record that the resident said to want international protection; removal stops at once."""
    return "ExpressAsylumWish"


@asylum.command("lodge")
@option(
    "--earlier",
    type=Number(),
    metavar="N",
    help="How many applications came before, here or elsewhere in Belgium; then it is subsequent.",
)
@option("--earlier-final-on", metavar="DATE", help="When the last of them was finally refused.")
@_ACCELERATED
@option("--border", is_flag=True, help="The border procedure is followed.")
@_HELD
@option("--language", metavar="CODE", help="The language of the procedure.")
@ACKNOWLEDGEMENT
@REFERENCE
@free_text("declarations", "The declarations; sealed.")
@recording("declarations")
def lodge(_said: dict[str, Any]) -> str:
    """Record that the asylum application was lodged and its declarations noted."""
    return "LodgeAsylum"


@asylum.command("send")
@REFERENCE
@recording()
def send(_said: dict[str, Any]) -> str:
    """Record that the declarations were sent to the asylum commissioner."""
    return "SendDeclarations"


@asylum.command("decide")
@option(
    "--outcome",
    required=True,
    type=Listed("protection.asylum-outcome"),
    help="What the asylum commissioner decided.",
)
@option("--final", is_flag=True, help="No remedy is left against it.")
@_ACCELERATED
@_HELD
@option("--notified-on", metavar="DATE", help="When it was notified; the appeal term needs it.")
@option("--means", type=Code("Means"), help="How it was notified.")
@remedies()
@APPEAL_TERM
@REFERENCE
@recording()
def decide(_said: dict[str, Any]) -> str:
    """Record what the asylum commissioner decided, and when it was notified."""
    return "DecideAsylum"


@asylum.command("end-right")
@option(
    "--ground",
    required=True,
    type=Listed("protection.no-right-to-remain"),
    help="The case of article 39/70 it rests on.",
)
@_REASONS
@recording("reasons")
def end_right(said: dict[str, Any]) -> str:
    """Decide that a subsequent application gives no right to remain."""
    needed(said, "reasons")
    return "EndRightToRemain"


@click.group("refoulement", cls=RecordingGroup)
def refoulement() -> None:
    """Record a risk of refoulement, the advice on it, and its end."""


@refoulement.command("find")
@_NOTE
@recording("note")
def find(_said: dict[str, Any]) -> str:
    """Record that removal would expose the resident to a risk."""
    return "FindRefoulementRisk"


@refoulement.command("lift")
@_REASONS
@recording("reasons")
def lift_risk(said: dict[str, Any]) -> str:
    """Decide that the risk of refoulement is gone."""
    needed(said, "reasons")
    return "LiftRefoulementRisk"


@refoulement.command("advise")
@option("--risk/--no-risk", "risk", required=True, help="Whether the advice sees a risk.")
@REFERENCE
@_NOTE
@recording("note")
def advise(_said: dict[str, Any]) -> str:
    """Record the asylum commissioner's advice on a risk of refoulement."""
    return "AdviseOnRefoulement"


@refoulement.command("propose-override")
@_REASONS
@recording("reasons")
def propose_override(said: dict[str, Any]) -> str:
    """Propose to set the commissioner's advice of a risk aside."""
    needed(said, "reasons")
    return "ProposeOverride"


@refoulement.command("override")
@_REASONS
@recording("reasons")
def override(said: dict[str, Any]) -> str:
    """Set the commissioner's advice aside; by another person than who proposed it."""
    needed(said, "reasons")
    return "OverrideAdvice"


@command("postpone")
@_UNTIL
@option("--reason", required=True, type=Listed("protection.postponement"), help="Why.")
@option(
    "--informed",
    required=True,
    type=Listed("protection.informed"),
    help="How the resident was told.",
)
@recording()
def postpone(_said: dict[str, Any]) -> str:
    """Put the removal off up to and including a day."""
    return "PostponeRemoval"


@click.group("hold", cls=RecordingGroup)
def hold() -> None:
    """Record that a judge or the prosecution keeps the resident in the country, or no longer."""


_AUTHORITY = option(
    "--authority",
    required=True,
    type=Listed("protection.hold-authority"),
    help="Who keeps the resident in the country.",
)


@hold.command("place")
@_AUTHORITY
@REFERENCE
@recording()
def place(_said: dict[str, Any]) -> str:
    """Record that a judge or the prosecution keeps the resident in the country."""
    return "PlaceHold"


@hold.command("lift")
@_AUTHORITY
@REFERENCE
@recording()
def lift_hold(_said: dict[str, Any]) -> str:
    """Record that a judicial hold was lifted."""
    return "LiftHold"


@click.group("status", cls=RecordingGroup)
def status() -> None:
    """Record a status that protects from removal; what is told of it is for very few."""


_STATUS = option(
    "--status",
    required=True,
    type=Listed("protection.status"),
    help="Which status; confidential for a witness or an informant.",
)


@status.command("open")
@_STATUS
@_NOTE
@recording("note")
def open_status(_said: dict[str, Any]) -> str:
    """Record that a status which protects from removal is examined or granted."""
    return "OpenStatus"


@status.command("end")
@_STATUS
@_NOTE
@recording("note")
def end_status(_said: dict[str, Any]) -> str:
    """Record that a protected status ended or was refused."""
    return "EndStatus"


@click.group("dublin", cls=RecordingGroup)
def dublin() -> None:
    """Follow the transfer to the State responsible for the asylum application."""


@dublin.command("accept")
@option(
    "--until",
    metavar="DATE",
    help="The last day to transfer, as the acceptance tells it; from 12 June 2026 on.",
)
@REFERENCE
@recording()
def accept(_said: dict[str, Any]) -> str:
    """Record that another State accepted to examine the asylum application."""
    return "AcceptTransfer"


@dublin.command("extend")
@_UNTIL
@option("--reason", required=True, type=Listed("protection.dublin-extension"), help="Why.")
@REFERENCE
@recording()
def extend(_said: dict[str, Any]) -> str:
    """Extend the term to transfer the resident to the State responsible."""
    return "ExtendTransferTerm"


@click.group("reception-place", cls=RecordingGroup)
def reception_place() -> None:
    """Follow a change of place of reception, and the exception asked to it."""


@reception_place.command("assign")
@option("--place", required=True, type=Listed("protection.reception-place"), help="Where to move.")
@REFERENCE
@recording()
def assign(_said: dict[str, Any]) -> str:
    """Record that the resident was told to move to another place of reception."""
    return "AssignReception"


@reception_place.command("except")
@option("--ground", required=True, type=Listed("protection.reception-exception"), help="Why.")
@REFERENCE
@recording()
def except_(_said: dict[str, Any]) -> str:
    """Record that the resident asked not to move to the place assigned."""
    return "AskReceptionException"


@reception_place.command("rule")
@option(
    "--outcome",
    required=True,
    type=Listed("protection.reception-ruling"),
    help="What was answered.",
)
@REFERENCE
@recording()
def rule_(_said: dict[str, Any]) -> str:
    """Answer the request not to move to the place assigned."""
    return "RuleOnReceptionException"
