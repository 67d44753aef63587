"""
What the recording commands share: each records one act, or tells every rule in the way.

A command only names its options; ``recording`` builds the domain command from
them under the same names and hands it to the one path all commands take.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

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
from cli.render import (
    alert_told,
    annulled,
    leads_on,
    override_asked,
    receipt_json,
    undecidable_told,
    when,
)
from cli.restricted import may_read
from cli.words import colon, say
from domain.errors import BadInput

if TYPE_CHECKING:
    from domain.authority import Actor
    from workflows.handle import Occasion, Outcome


@cache
def _occasion_options() -> list[click.Option]:
    return options_of(
        option("--on", type=Moment(), metavar="DATE[THH:MM]", help="When it happened."),
        option("--command-id", metavar="UUID", help="Sent twice, recorded once."),
        free_text("remark", "Free text kept, sealed, with the act."),
    )


@cache
def _family_option() -> list[click.Option]:
    return options_of(
        option(
            "--family",
            is_flag=True,
            help="The same for every member of the family that has not ended and is not kept "
            "apart: all or none.",
        )
    )


class RecordingCommand(TrajetCommand):
    """A command that records an act; when it happened and how it is told apart go everywhere."""

    def shared_options(self) -> list[click.Option]:
        """Add the options of every recorded act."""
        return [*_occasion_options(), *_family_option(), *super().shared_options()]


class JointCommand(RecordingCommand):
    """A command that records in all dossiers of a family by itself."""

    def shared_options(self) -> list[click.Option]:
        """Leave out the option that asks for it."""
        return [*_occasion_options(), *TrajetCommand.shared_options(self)]


class RecordingGroup(TrajetGroup):
    """A group of recording commands."""

    command_class = RecordingCommand


def command(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """Declare a recording command that stands at the top."""
    return click.command(name, cls=RecordingCommand)


Build = Callable[[dict[str, Any]], str]
"""Puts the options right and names the domain command they are for."""


Then = Callable[["Outcome", dict[str, Any]], None]
"""Told what was recorded, and what was said: there may be more to tell the desk."""


def recording(
    *texts: str,
    argument: str | None = None,
    of: click.ParamType[Any] | None = None,
    then: Then | None = None,
) -> Callable[[Build], Any]:
    """
    Make a recording command of a function that names its domain command.

    ``texts`` are the options that hold free text, to be sealed; ``argument`` may stand
    after the dossier number, or must where ``of`` says what it is; ``then`` is told of
    every dossier in which something was recorded.
    """

    def make(function: Build) -> Any:
        def run(desk: Desk, **said: Any) -> None:
            occasion = {name: said.pop(name) for name in ("on", "command_id", "family")}
            take_texts(said, texts)
            outcomes = _perform(desk, function(said), said, **occasion)
            _tell_what_is_lost(outcomes[0], said)
            if then is not None:
                for outcome in outcomes:
                    if may_read(desk, outcome.state):
                        then(outcome, said)

        run.__doc__ = function.__doc__
        declared: Any = run
        if argument:
            declared = click.argument(
                argument, required=of is not None, type=of, metavar=argument.upper()
            )(run)
        return dossier_argument(declared)

    return make


def _perform(
    desk: Desk, act: str, said: dict[str, Any], *, on: Any, command_id: Any, family: bool
) -> "list[Outcome]":
    from workflows.handle import handle

    asked = as_command(act, **said)
    occasion = occasion_of(desk, on, command_id)
    if family:
        from workflows.families import for_the_family

        return perform_together(desk, lambda: for_the_family(asked), occasion)
    outcome = handle(desk.office.journal, desk.office.vault, asked, occasion)
    if desk.as_json:
        print_json(_receipts_json(desk, outcome)[0])
    else:
        _tell(desk, outcome)
    return [outcome]


def warn_of_requests(outcome: "Outcome", _said: dict[str, Any]) -> None:
    """Warn that a removal leaves, or would leave, a request to the chamber without object."""
    from cli.sheet import requests_left_open

    for told in requests_left_open(outcome.state, planned=True):
        click.echo(say("warning: {what}", what=told), err=True)


def _tell_what_is_lost(outcome: "Outcome", said: dict[str, Any]) -> None:
    """Say that a free text typed with a command sent again is neither compared nor kept."""
    from domain.values import Sealed

    if outcome.repeated and any(isinstance(value, Sealed) for value in said.values()):
        click.echo(
            say("recorded before: free text typed now is not compared with it, and not kept"),
            err=True,
        )


def perform_together(desk: Desk, joint: Callable[[], Any], occasion: "Occasion") -> "list[Outcome]":
    """Record an act in several dossiers at once, and tell the receipts of all."""
    from pydantic import ValidationError

    from workflows.together import handle_together

    try:
        outcomes = handle_together(desk.office.journal, desk.office.vault, joint(), occasion)
    except ValidationError as wrong:
        raise BadInput("{what}", what=_wrong_field(wrong)) from wrong
    if desk.as_json:
        print_json([one for outcome in outcomes for one in _receipts_json(desk, outcome)])
    else:
        for outcome in outcomes:
            _tell(desk, outcome)
    return outcomes


def _receipts_json(desk: Desk, outcome: "Outcome") -> list[dict[str, Any]]:
    """ACC-01: write what was recorded; what may follow only for who may read the dossier."""
    lines = [line for line in outcome.lines if not _is_alert(line)]
    if not may_read(desk, outcome.state):
        return [receipt_json(line) | {"may_follow": None} for line in lines]
    _tell_of_alerts(outcome)
    return [receipt_json(line, outcome.state, outcome.members) for line in lines]


def occasion_of(desk: Desk, on: Any, command_id: str | None) -> "Occasion":
    """Say who asks, when it happened and under which command id."""
    from workflows.handle import Occasion

    at, whole_day = on or (None, False)
    return Occasion(
        account=desk.account,
        at=at,
        whole_day=whole_day,
        on_behalf_of=desk.on_behalf_of,
        command_id=_uuid(command_id),
        pen=desk.pen,
    )


def take_texts(said: dict[str, Any], names: tuple[str, ...]) -> None:
    """Take free texts from where they were given, to be sealed; a remark goes with any act."""
    from domain.values import Sealed

    for name in (*names, "remark"):
        text = text_of(said, name)
        said[name] = None if text is None else Sealed.of(text)


def _tell_of_alerts(outcome: "Outcome") -> None:
    for raised in outcome.lines[1:]:
        _tell_of(raised, outcome)


def _tell(desk: Desk, outcome: "Outcome") -> None:
    """ACC-01: tell what was recorded; what may follow only to who may read the dossier."""
    if may_read(desk, outcome.state):
        _tell_of_alerts(outcome)
        _tell_receipts(outcome)
        _tell_what_follows(outcome)
    else:
        _tell_receipts(outcome)
        click.echo(say("restricted dossier: nothing more is told of it"))


def _tell_receipts(outcome: "Outcome") -> None:
    told = say("recorded before") if outcome.repeated else say("recorded")
    for line in outcome.lines:
        if not _is_alert(line):
            moment = when(line.occurred_at, whole_day=line.whole_day)
            click.echo(f"{told}{colon()} {line.stream} v{line.version} {line.event.TOPIC} {moment}")
            receipt = {"index": line.log_index, "leaf": line.leaf_hash.hex()}
            click.echo(say("receipt: {index} {leaf}", **receipt))


def _tell_what_follows(outcome: "Outcome") -> None:
    from domain.lifecycle import COMMAND_OF

    line = outcome.lines[0]
    if type(line.event).__name__ == "OverrideAsked":
        number = override_asked(line, outcome.state)
        click.echo(say("override {n} waits to be allowed or refused", n=number))
    if taken_away := annulled(line):
        click.echo(say("taken away: decision {number}", number=taken_away))
    act = COMMAND_OF.get(type(line.event).__name__, "")
    follow = ", ".join(leads_on(outcome.state, line.recorded_at, act, outcome.members)) or "-"
    click.echo(
        say("stage: {stage}; may follow: {follow}", stage=say(outcome.state.stage), follow=follow)
    )


def _is_alert(line: Any) -> bool:
    return type(line.event).__name__ in ("BlockFoundLate", "NobodyMayDecide")


def _tell_of(raised: Any, outcome: "Outcome") -> None:
    """Tell at once of an alert that came with an act."""
    if _is_alert(raised):
        click.echo(_alert(raised, outcome), err=True)


def _alert(raised: Any, outcome: "Outcome") -> str:
    """ACC-01: an alert about another of the family names no dossier that is restricted."""
    if type(raised.event).__name__ == "NobodyMayDecide":
        return undecidable_told(raised.stream, raised.event.act, raised.occurred_at)
    dossier, act = raised.stream, raised.event.act
    rules = ", ".join(raised.event.rules)
    if dossier == outcome.state.dossier:
        return alert_told(outcome.state, act, rules)
    named = [
        one.dossier for one in outcome.members if not one.access.restricted(raised.recorded_at)
    ]
    if dossier in named:
        return say(
            "alert: in {dossier} the act of version {act} fell inside a block nobody knew of: "
            "{rules}",
            dossier=dossier,
            act=act,
            rules=rules,
        )
    return say(
        "alert: an act in a dossier of the family fell inside a block nobody knew of: {rules}",
        rules=rules,
    )


def as_command(act: str, /, **said: Any) -> Any:
    """Build a domain command from what was typed; ``BadInput`` names a field that does not fit."""
    from pydantic import ValidationError

    from domain import commands

    try:
        return getattr(commands, act)(
            **{name: value for name, value in said.items() if value is not None and value != ()}
        )
    except ValidationError as wrong:
        raise BadInput("{what}", what=_wrong_field(wrong)) from wrong


_HINTS = {
    "dossier": "a centre's code, a year and a number, as in VOT-2026-0042",
    "resident": "the number of the resident's first dossier, as in VOT-2026-0042",
    "centre": "two to five capitals or digits, as in VOT",
    "place": "two to five capitals or digits, as in VOT",
    "inventory": "a number without spaces, as in DEC-2026-00042",
    "known_in": "a centre's code, a year and a number, as in VOT-2026-0042",
    "occupied": "a number from 0 to 9999",
    "form": "the number of an annex, as in 13septies",
    "language": "the two or three letters of a language, as in fr or ti",
    "reference": "a number without spaces, as in DEC-2026-00042",
    "interpreter": "a number without spaces, as in I-17",
    "appeal_term_days": "a number of days from 1 to 60",
    "days": "a number of days from 0 to 99",
    "ban_years": "a number of years from 1 to 99",
    "articles": "an article with its paragraph and number, as in 7-1-1",
    "decision": "a number without spaces, as in DEC-2026-00042",
    "request": "a number without spaces, as in DEC-2026-00042",
    "received_on": "a day, as in 2026-03-02",
    "alert": "a number without spaces, as in DEC-2026-00042",
    "bar_number": "a number without spaces, as in DEC-2026-00042",
    "travel_on": "a day, as in 2026-03-02",
    "valid_until": "a day, as in 2026-03-02",
    "country": "the two letters of a country, as in MA",
    "previous": "a centre's code, a year and a number, as in VOT-2026-0042",
    "cents": "an amount of up to a million euros, as in 1234.50",
    "flight": "a number without spaces, as in SN-371",
    "departs": "a day and an hour, as in 2026-03-02T14:05",
    "members": "a centre's code, a year and a number, as in VOT-2026-0042",
    "member": "a centre's code, a year and a number, as in VOT-2026-0042",
    "child": "a centre's code, a year and a number, as in VOT-2026-0042",
    "family": "a number without spaces, as in VOT-2026-0042",
    "best_interest": "a number without spaces, as in DEC-2026-00042",
    "report": "a number without spaces, as in DEC-2026-00042",
    "majority_on": "a day, as in 2026-03-02",
    "hearing_on": "a day, as in 2026-03-02",
    "notified_on": "a day, as in 2026-03-02",
    "earlier_final_on": "a day, as in 2026-03-02",
    "earlier": "a number from 0 to 20",
    "account": "small letters, digits, dots or dashes, as in d.lambert",
    "person": "a code without spaces, as in P-001",
    "corrects": "the version of a record, from 1",
    "hours": "a number of hours, from 1 to 8760",
    "minutes": "a number of minutes, from 1 to 1440",
    "informed_on": "a day, as in 2026-03-02",
    "undertaking_on": "a day, as in 2026-03-02",
    "until": "a day, as in 2026-03-02",
    "agents": "a code without spaces, as in P-001",
    "held_since": "a day, as in 2026-03-02",
    "refused_boarding_on": "a day, as in 2026-03-02",
    "raised_on": "a day, as in 2026-03-02",
    "valid_from": "a day, as in 2026-03-02",
    "valid_to": "a day, as in 2026-03-02",
    "answer_by": "a day, as in 2026-03-02",
    "about": "small letters, digits, dots or dashes, as in d.lambert",
    "sample": "a number without spaces, as in DEC-2026-00042",
    "item": "a dossier or a round of one, as in VOT-2026-0042/2",
    "because": "mistyped, looked-again or new-facts",
    "confidence": "a percentage, as in 95 or 2.5",
    "tolerable": "a percentage, as in 95 or 2.5",
    "expected": "a percentage, as in 95 or 2.5",
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


def needed(said: dict[str, Any], name: str, *, typed: str | None = None) -> None:
    """Refuse a call without an option it cannot do without; a free text is no option to click."""
    if said[name] is None:
        raise BadInput("missing: --{name}", name=typed or name.replace("_", "-"))


def code_of(centre: str) -> str:
    """Return the code of a place typed by its code or name; what is on no list is judged as is."""
    from domain.rules import place

    found = place(centre)
    return found.code if found else centre.upper()


def name_person(said: dict[str, Any], account: str, person: str) -> "Actor":
    """Say beside an account who is behind it; return what that person might do at that moment."""
    from workflows import people

    asked = click.get_current_context().params
    desk: Desk = asked["desk"]
    at = (asked.get("on") or (datetime.now(UTC), False))[0]
    found = people.acting(desk.office.journal, said[account].strip().lower(), at)
    said[account], said[person] = found.account, found.person
    return found
