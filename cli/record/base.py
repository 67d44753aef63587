"""
What the recording commands share: each records one act, or tells every rule in the way.

A command only names its options; ``recording`` builds the domain command from
them under the same names and hands it to the one path all commands take.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import click

from cli.base import (
    Desk,
    Moment,
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

REFERENCE = option("--reference", metavar="NUMBER", help="The administrative number.")


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


def recording(*texts: str, argument: str | None = None) -> Callable[[Build], Any]:
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


def needed(said: dict[str, Any], name: str) -> None:
    """Refuse a call without an option it cannot do without; a free text is no option to click."""
    if said[name] is None:
        raise BadInput("missing: --{name}", name=name)
