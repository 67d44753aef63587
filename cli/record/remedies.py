"""Record appeals, and the measures of courts beside them."""

from typing import Any

import click

from cli.base import Choice, Code, Listed, option
from cli.record.base import RecordingGroup, recording
from cli.record.options import REFERENCE

_DECISION = option(
    "--decision",
    metavar="NUMBER",
    help="The number of the decision it is against; without it, any that stands may be meant.",
)


@click.group("appeal", cls=RecordingGroup)
def appeal() -> None:
    """Hand in, transmit, lodge, follow or decide an appeal."""


@appeal.command("hand-in")
@option("--kind", required=True, type=Code("AppealKind"), help="The kind of remedy.")
@_DECISION
@REFERENCE
@recording()
def hand_in(_said: dict[str, Any]) -> str:
    """Record that an appeal was handed to the director of the place."""
    return "HandInAppeal"


@appeal.command("transmit")
@REFERENCE
@recording()
def transmit(_said: dict[str, Any]) -> str:
    """Record that a handed-in appeal was passed on to the Council."""
    return "TransmitAppeal"


@appeal.command("lodge")
@option("--kind", type=Code("AppealKind"), help="The kind of remedy, if it was not handed in here.")
@_DECISION
@REFERENCE
@recording()
def lodge(_said: dict[str, Any]) -> str:
    """Record that the Council registered an appeal."""
    return "LodgeAppeal"


@appeal.command("decide")
@option(
    "--outcome",
    required=True,
    type=Choice(["rejected", "granted", "withdrawn"]),
    help="What became of it.",
)
@REFERENCE
@recording()
def decide(said: dict[str, Any]) -> str:
    """Record the outcome of an appeal."""
    outcomes = {
        "rejected": "RejectAppeal",
        "granted": "GrantAppeal",
        "withdrawn": "WithdrawAppeal",
    }
    return outcomes[said.pop("outcome")]


@appeal.command("admit")
@REFERENCE
@recording()
def admit(_said: dict[str, Any]) -> str:
    """Record that the judge admitted a request lodged after its term."""
    return "AdmitAppeal"


@appeal.command("file-sent")
@REFERENCE
@recording()
def file_sent(_said: dict[str, Any]) -> str:
    """Record that the administrative file was sent to the Council."""
    return "SendAdministrativeFile"


@appeal.command("hearing")
@option("--day", "hearing_on", required=True, metavar="DATE", help="The day on which it is heard.")
@REFERENCE
@recording()
def hearing(_said: dict[str, Any]) -> str:
    """Record the day on which the Council hears an appeal."""
    return "FixAppealHearing"


@appeal.command("registry")
@option(
    "--asks",
    required=True,
    type=Listed("remedies.registry-request"),
    help="What the registry asks of the applicant.",
)
@REFERENCE
@recording()
def registry(_said: dict[str, Any]) -> str:
    """Record what the registry of the Council asked the applicant for."""
    return "NoteRegistryRequest"


@appeal.command("request-to-remain")
@REFERENCE
@recording()
def request_to_remain(_said: dict[str, Any]) -> str:
    """Record that the judge was asked to let the applicant remain during an asylum appeal."""
    return "RequestToRemain"


@appeal.command("rule-on-remaining")
@option(
    "--ruling",
    required=True,
    type=Listed("remedies.ruling-on-remaining"),
    help="What the judge ruled.",
)
@REFERENCE
@recording()
def rule_on_remaining(_said: dict[str, Any]) -> str:
    """Record what the judge ruled on a request to remain."""
    return "RuleOnRemaining"


@click.group("interim", cls=RecordingGroup)
def interim() -> None:
    """Record interim measures of courts and committees; each blocks departure until lifted."""


_BODY = option(
    "--body", required=True, type=Listed("remedies.interim-body"), help="Who ordered it."
)


@interim.command("order")
@_BODY
@REFERENCE
@recording()
def order(_said: dict[str, Any]) -> str:
    """Record an interim measure of a court or a committee."""
    return "OrderInterimMeasure"


@interim.command("lift")
@_BODY
@REFERENCE
@recording()
def lift(_said: dict[str, Any]) -> str:
    """Record that an interim measure was lifted."""
    return "LiftInterimMeasure"
