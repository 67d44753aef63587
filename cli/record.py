"""
The commands of the coach: each records one act, or tells every rule that stands in the way.

A command below only names its options; ``_recording`` builds the domain command from
them under the same names and hands it to the one path all commands take.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import click

from cli.base import (
    Choice,
    Code,
    Desk,
    Moment,
    Number,
    TrajetCommand,
    TrajetGroup,
    dossier_argument,
    free_text,
    option,
    options_of,
    print_json,
    text_of,
)
from cli.render import may_follow, receipt_json, when
from cli.words import say
from domain.errors import BadInput

_REFERENCE = option("--reference", metavar="NUMBER", help="The administrative number.")


@cache
def _occasion_options() -> list[click.Option]:
    return options_of(
        option("--on", type=Moment(), metavar="DATE[THH:MM]", help="When it happened."),
        option("--command-id", metavar="UUID", help="Sent twice, recorded once."),
        free_text("remark", "Free text kept, sealed, with the act."),
    )


class RecordingCommand(TrajetCommand):
    """A command that records an act; when it happened and how it is told apart go everywhere."""

    def shared_options(self) -> list[click.Option]:
        """Add the options of every recorded act."""
        return [*_occasion_options(), *super().shared_options()]


class RecordingGroup(TrajetGroup):
    """A group of recording commands."""

    command_class = RecordingCommand


def command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Declare a recording command that stands at the top."""
    return click.command(name, cls=RecordingCommand)


Build = Callable[[dict[str, Any]], str]
"""Puts the options right and names the domain command they are for."""


def _recording(*texts: str, argument: str | None = None) -> Callable[[Build], Any]:
    """
    Make a recording command of a function that names its domain command.

    ``texts`` are the options that hold free text, to be sealed; ``argument`` may stand
    after the dossier number.
    """

    def make(function: Build) -> Any:
        def run(desk: Desk, **said: Any) -> None:
            occasion = {name: said.pop(name) for name in ("on", "command_id")}
            for name in (*texts, "remark"):
                said[name] = text_of(said, name)
            act = function(said)
            _perform(desk, act, said, (*texts, "remark"), **occasion)

        run.__doc__ = function.__doc__
        declared: Any = click.argument(argument, required=False)(run) if argument else run
        return dossier_argument(declared)

    return make


def _perform(
    desk: Desk, act: str, said: dict[str, Any], texts: tuple[str, ...], *, on: Any, command_id: Any
) -> None:
    from domain.values import Sealed
    from workflows.handle import Occasion, handle

    for name in texts:
        if said[name] is not None:
            said[name] = Sealed.of(said[name])
    asked = as_command(act, **said)
    at, whole_day = on or (None, False)
    outcome = handle(
        desk.office.journal,
        desk.office.vault,
        asked,
        Occasion(
            account=desk.account,
            at=at,
            whole_day=whole_day,
            on_behalf_of=desk.on_behalf_of,
            command_id=_uuid(command_id),
        ),
    )
    line = outcome.lines[-1]
    if desk.as_json:
        print_json(receipt_json(line, outcome.state))
        return
    told = say("recorded before") if outcome.repeated else say("recorded")
    moment = when(line.occurred_at, whole_day=line.whole_day)
    click.echo(f"{told}: {line.stream} v{line.version} {line.event.TOPIC} {moment}")
    click.echo(say("receipt: {index} {leaf}", index=line.log_index, leaf=line.leaf_hash.hex()))
    follow = ", ".join(may_follow(outcome.state, line.recorded_at)) or "-"
    click.echo(
        say("stage: {stage}; may follow: {follow}", stage=say(outcome.state.stage), follow=follow)
    )


def as_command(act: str, **said: Any) -> Any:
    """Build a domain command from what was typed; ``BadInput`` names a field that does not fit."""
    from pydantic import ValidationError

    from domain import commands

    try:
        return getattr(commands, act)(
            **{name: value for name, value in said.items() if value is not None}
        )
    except ValidationError as wrong:
        raise BadInput("{what}", what=_wrong_field(wrong)) from wrong


_HINTS = {
    "dossier": "a centre's code, a year and a number, as in VOT-2026-0042",
    "resident": "the number of the resident's first dossier, as in VOT-2026-0042",
    "centre": "two to five capitals or digits, as in VOT",
    "form": "the number of an annex, as in 13septies",
    "language": "the two or three letters of a language, as in fr or ti",
    "reference": "a number without spaces, as in DEC-2026-00042",
    "interpreter": "a number without spaces, as in I-17",
    "appeal_term_days": "a number of days from 1 to 60",
    "travel_on": "a day, as in 2026-03-02",
    "account": "small letters, digits, dots or dashes, as in d.lambert",
    "person": "a code without spaces, as in P-001",
    "corrects": "the version of a record, from 1",
    "valid_from": "a day, as in 2026-03-02",
    "valid_to": "a day, as in 2026-03-02",
}


def _wrong_field(wrong: Any) -> str:
    """Name the first field that does not fit, and what would."""
    found = wrong.errors(include_url=False, include_context=False)[0]
    name = str(found["loc"][0]) if found["loc"] else "?"
    hint = say(_HINTS.get(name, "another value"))
    return say(
        "{name}: {value} does not fit; expected {hint}", name=name, value=found["input"], hint=hint
    )


def _uuid(text: str | None) -> str | None:
    from uuid import UUID

    try:
        return str(UUID(text)) if text else None
    except ValueError as wrong:
        raise BadInput("--command-id: {text} is not a UUID", text=text) from wrong


@command("open")
@option("--centre", "centre_option", metavar="CODE", help="The centre, by code or name.")
@option("--resident", metavar="DOSSIER", help="The resident's first dossier, if there is one.")
@option("--from", "came_from", type=Code("CameFrom"), help="Where the resident was before.")
@option("--sex", type=Code("Sex"), help="As recorded by the centre.")
@option("--name", metavar="TEXT", help="The resident's name; sealed.")
@option("--born-on", metavar="TEXT", help="The date of birth; sealed.")
@option("--nationality", metavar="TEXT", help="The nationality; sealed.")
@_recording("name", "born_on", "nationality", argument="centre")
def open_(said: dict[str, Any]) -> str:
    """Open the dossier of a resident who was admitted to a centre."""
    from domain.rules import place

    centre = said.pop("centre_option") or said.pop("centre", None) or said["dossier"][:3]
    said.pop("centre", None)
    found = place(centre)
    said["centre"] = found.code if found else centre.upper()
    return "OpenTrajectory"


@command("inform")
@option("--language", required=True, metavar="CODE", help="A language the resident understands.")
@option(
    "--kind",
    "kinds",
    type=Code("InformationKind"),
    multiple=True,
    help="What was explained; without it, all seven.",
)
@option("--interpreter", metavar="NUMBER", help="The interpreter's number.")
@option("--acknowledgement", type=Code("Acknowledgement"), help="What the resident did.")
@_recording()
def inform(said: dict[str, Any]) -> str:
    """Record that rights, duties and options were explained."""
    said["kinds"] = said["kinds"] or None
    return "GiveInformation"


@command("interview")
@free_text("note", "What was said; sealed.")
@_recording("note")
def interview(_said: dict[str, Any]) -> str:
    """Record a talk between coach and resident."""
    return "HoldInterview"


@click.group("decision", cls=RecordingGroup)
def decision() -> None:
    """Draft, edit, take, notify or annul a decision."""


@decision.command("draft")
@option("--form", required=True, metavar="ANNEX", help="The annex it is written on: 13septies.")
@_REFERENCE
@free_text("motives", "The motives; sealed.")
@_recording("motives")
def draft(_said: dict[str, Any]) -> str:
    """Prepare a decision and put it forward."""
    return "DraftDecision"


@decision.command("edit")
@option("--form", metavar="ANNEX", help="The annex it is written on: 13septies.")
@_REFERENCE
@free_text("motives", "The motives; sealed.")
@_recording("motives")
def edit(_said: dict[str, Any]) -> str:
    """Change the draft of the running round."""
    return "EditDraft"


@decision.command("take")
@_REFERENCE
@_recording()
def take(_said: dict[str, Any]) -> str:
    """Decide the running round; by another person than who drafted or edited it."""
    return "TakeDecision"


@decision.command("notify")
@option(
    "--means",
    "--how",
    type=Code("Means"),
    required=True,
    help="How it was notified; decides when the appeal term starts.",
)
@option("--language", required=True, metavar="CODE", help="A language the resident understands.")
@option("--acknowledgement", type=Code("Acknowledgement"), help="What the resident did.")
@option(
    "--remedies/--no-remedies",
    "remedies_stated",
    default=None,
    help="Whether it states remedies, body, forms and terms; else the term does not start.",
)
@option(
    "--appeal-term-days",
    type=Number(),
    metavar="DAYS",
    help="The appeal term as printed in the decision.",
)
@_REFERENCE
@_recording()
def notify(said: dict[str, Any]) -> str:
    """Record that the decision reached the resident."""
    if not said["remedies_stated"]:
        click.echo(
            say("warning: without stated remedies the appeal term does not start (INF-04)"),
            err=True,
        )
    return "NotifyDecision"


@decision.command("annul")
@option(
    "--by",
    "annulled_by",
    type=Code("AnnulledBy"),
    default="authority",
    show_default=True,
    help="Who took it away.",
)
@free_text("reason", "Why; sealed.")
@_recording("reason")
def annul(_said: dict[str, Any]) -> str:
    """Take away the running round's draft or decision."""
    return "AnnulDecision"


@click.group("appeal", cls=RecordingGroup)
def appeal() -> None:
    """Hand in, transmit, lodge or decide an appeal."""


@appeal.command("hand-in")
@option("--kind", required=True, type=Code("AppealKind"), help="The kind of remedy.")
@_REFERENCE
@_recording()
def hand_in(_said: dict[str, Any]) -> str:
    """Record that an appeal was handed to the director of the place."""
    return "HandInAppeal"


@appeal.command("transmit")
@_REFERENCE
@_recording()
def transmit(_said: dict[str, Any]) -> str:
    """Record that a handed-in appeal was passed on to the Council."""
    return "TransmitAppeal"


@appeal.command("lodge")
@option("--kind", type=Code("AppealKind"), help="The kind of remedy, if it was not handed in here.")
@_REFERENCE
@_recording()
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
@_REFERENCE
@_recording()
def decide(said: dict[str, Any]) -> str:
    """Record the outcome of an appeal."""
    outcomes = {
        "rejected": "RejectAppeal",
        "granted": "GrantAppeal",
        "withdrawn": "WithdrawAppeal",
    }
    return outcomes[said.pop("outcome")]


@click.group("iom", cls=RecordingGroup)
def iom() -> None:
    """Follow the file for assisted voluntary return with IOM (OIM)."""


@iom.command("open")
@_REFERENCE
@_recording()
def iom_open(_said: dict[str, Any]) -> str:
    """Open a file for assisted voluntary return with IOM."""
    return "OpenIomFile"


@iom.command("eligible")
@_REFERENCE
@_recording()
def iom_eligible(_said: dict[str, Any]) -> str:
    """Record that IOM or Fedasil confirmed eligibility."""
    return "ConfirmIomEligibility"


@iom.command("sign")
@option("--language", required=True, metavar="CODE", help="A language the resident understands.")
@_REFERENCE
@_recording()
def iom_sign(_said: dict[str, Any]) -> str:
    """Record that the resident signed the voluntary return declaration."""
    return "SignDeclaration"


@iom.command("book")
@option("--travel-on", metavar="DATE", help="The day of the journey.")
@_REFERENCE
@_recording()
def iom_book(_said: dict[str, Any]) -> str:
    """Record that IOM booked the journey."""
    return "BookIomTravel"


@iom.command("withdraw")
@_REFERENCE
@_recording()
def iom_withdraw(_said: dict[str, Any]) -> str:
    """Record that the resident withdrew; possible until boarding, without sanction."""
    return "WithdrawIomFile"


@click.group("health", cls=RecordingGroup)
def health() -> None:
    """Record a doctor's finding on fitness to travel."""


@health.command("fit")
@free_text("note", "What the doctor notes; sealed, for medical staff.")
@_recording("note")
def fit(_said: dict[str, Any]) -> str:
    """Record a doctor's certificate that the resident is fit to travel."""
    return "CertifyFitToTravel"


@health.command("unfit")
@free_text("note", "What the doctor notes; sealed, for medical staff.")
@_recording("note")
def unfit(_said: dict[str, Any]) -> str:
    """Record a doctor's finding that the resident is not fit to travel."""
    return "RefuseFitToTravel"


@click.group("removal", cls=RecordingGroup)
def removal() -> None:
    """Prepare a removal."""


@removal.command("prepare")
@_REFERENCE
@_recording()
def prepare(_said: dict[str, Any]) -> str:
    """Prepare a removal on the strength of the notified decision."""
    return "PrepareRemoval"


@command("depart")
@option("--mode", required=True, type=Code("DepartureMode"), help="How the resident left.")
@option(
    "--evidence",
    type=Code("Evidence"),
    help="What shows it.",
)
@_recording()
def depart(_said: dict[str, Any]) -> str:
    """Record that the resident left Belgium."""
    return "ConfirmDeparture"


@command("non-return")
@option("--reason", required=True, type=Code("NonReturnReason"), help="Why there is no departure.")
@_recording()
def non_return(_said: dict[str, Any]) -> str:
    """End the trajectory without a departure."""
    return "EstablishNonReturn"


@command("close")
@_recording()
def close(_said: dict[str, Any]) -> str:
    """Close a dossier that has its outcome."""
    return "CloseTrajectory"


@command("reopen")
@free_text("reason", "Why; sealed.")
@_recording("reason")
def reopen(said: dict[str, Any]) -> str:
    """Take up an ended dossier again."""
    _needed(said, "reason")
    return "ReopenTrajectory"


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
@free_text("reason", "Why; sealed.")
@_recording("reason")
def correct(said: dict[str, Any]) -> str:
    """Say what holds instead of one field of an earlier record; nothing is edited."""
    _needed(said, "reason")
    said["field"] = said["field"].replace("-", "_")
    return "CorrectRecord"


def _needed(said: dict[str, Any], name: str) -> None:
    if said[name] is None:
        raise BadInput("missing: --{name}", name=name)
