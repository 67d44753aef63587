"""The commands by which people are registered, and told what each may do."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.base import (
    Code,
    Desk,
    Listed,
    Moment,
    Number,
    TrajetGroup,
    option,
    place_named,
    print_json,
)
from cli.record.base import as_command
from cli.render import table
from cli.steps import command_named, typed_as
from cli.words import colon, say
from domain.errors import BadInput

if TYPE_CHECKING:
    from domain.commands import HouseCommand, StaffCommand
    from domain.house import Delegation
    from domain.record import Recorded
    from domain.staff import Holding, Key, Member


@click.group("staff", cls=TrajetGroup)
def staff() -> None:
    """Register the people who work here, and what each may do."""


_FROM = option("--from", "valid_from", metavar="DATE", help="First day.")
_TO = option("--to", "valid_to", metavar="DATE", help="Last day.")
_CENTRE = option("--centre", metavar="CENTRE", help="At this centre only.")
_ORDER = option("--order", metavar="NUMBER", help="The number of the act it rests on.")
_REASON = option("--reason", required=True, type=Listed("staff.end-reason"), help="Why it ends.")


@staff.command("add")
@click.argument("account")
@option("--person", required=True, metavar="CODE", help="The natural person behind the account.")
@option("--function", required=True, type=Code("Function"), help="In what capacity.")
@_FROM
@_TO
def staff_add(desk: Desk, account: str, **said: Any) -> None:
    """Give an account to a person, in a function; by a registrar."""
    asked = as_command("AddStaff", account=account.lower(), **said)
    lines = _change(desk, asked)
    if desk.as_json:
        known = {"account": asked.account, "person": asked.person}
        number = _newest(desk, asked.account) if lines else None
        print_json({**known, "recorded": len(lines), "number": number})
    elif lines:
        click.echo(
            say("registered: {account} is {person}", account=asked.account, person=asked.person)
        )
        _tell_what_waits(lines, f"staff confirm {asked.account} {_newest(desk, asked.account)}")
    else:
        click.echo(say("it was so already"))


@staff.command("mandate")
@click.argument("account")
@option("--function", required=True, type=Code("Function"), help="In what capacity.")
@_CENTRE
@_FROM
@_TO
@option("--duty-from", type=Moment(), metavar="INSTANT", help="A duty begins: nights, weekends.")
@option("--duty-to", type=Moment(), metavar="INSTANT", help="A duty ends.")
@_ORDER
def mandate(desk: Desk, account: str, **said: Any) -> None:
    """Give somebody a function, for a centre or all, for a time; one that decides is confirmed."""
    for name in ("duty_from", "duty_to"):
        said[name] = said[name] and said[name][0].isoformat()
    said["centre"] = said["centre"] and place_named(said["centre"]).code
    asked = as_command("GiveMandate", account=account.lower(), **said)
    lines = _change(desk, asked)
    _tell(desk, lines, confirm=f"staff confirm {asked.account} {_newest(desk, asked.account)}")


@staff.command("confirm")
@click.argument("account")
@click.argument("number", type=Number(min=1))
def confirm(desk: Desk, account: str, number: int) -> None:
    """Confirm, as a second person, a mandate that waits."""
    asked = as_command("ConfirmMandate", account=account.lower(), number=number)
    _tell(desk, _change(desk, asked))


@staff.command("revoke")
@click.argument("account")
@click.argument("number", type=Number(min=1))
@_REASON
def revoke(desk: Desk, account: str, number: int, reason: str) -> None:
    """End a mandate now; the numbers are those of: trajet staff show ACCOUNT."""
    asked = as_command("RevokeMandate", account=account.lower(), number=number, reason=reason)
    _tell(desk, _change(desk, asked))


# --- delegations ------------------------------------------------------------------------------


@staff.command("delegate")
@click.argument("principal")
@click.argument("delegate")
@option("--act", "acts", multiple=True, metavar="STEP", help="For this step; again for each one.")
@_CENTRE
@_FROM
@_TO
@option("--onward", is_flag=True, help="May be passed on.")
@option("--substitute", is_flag=True, help="As the substitute of who is absent.")
@_ORDER
def delegate(desk: Desk, principal: str, delegate: str, **said: Any) -> None:
    """Let DELEGATE act in the name of PRINCIPAL (par délégation, bij delegatie)."""
    said["acts"] = tuple(map(_act, said["acts"]))
    said["centre"] = said["centre"] and place_named(said["centre"]).code
    asked = as_command("Delegate", principal=principal.lower(), delegate=delegate.lower(), **said)
    lines = _change(desk, asked)
    _tell(desk, lines, confirm="staff delegation confirm")


@click.group("delegation", cls=TrajetGroup)
def delegation() -> None:
    """Confirm, end or list delegations."""


staff.add_command(delegation)


@delegation.command("confirm")
@click.argument("number", type=Number(min=1))
def delegation_confirm(desk: Desk, number: int) -> None:
    """Confirm, as a second person, a delegation that waits."""
    asked = as_command("ConfirmDelegation", number=number)
    _tell(desk, _change(desk, asked))


@delegation.command("revoke")
@click.argument("number", type=Number(min=1))
@_REASON
def delegation_revoke(desk: Desk, number: int, reason: str) -> None:
    """End a delegation now: by the principal, the delegate or a registrar."""
    asked = as_command("RevokeDelegation", number=number, reason=reason)
    _tell(desk, _change(desk, asked))


@delegation.command("list")
def delegation_list(desk: Desk) -> None:
    """List delegations, with the steps they are for and whether they hold."""
    from workflows import people

    ones = people.house_of(desk.office.journal).delegations
    if desk.as_json:
        print_json([_delegation_json(one) for one in ones])
        return
    _delegation_table(ones)


def _delegation_table(ones: "Sequence[Delegation]") -> None:
    table(
        ("no.", "principal", "delegate", "steps", "centre", "from", "until", "state"),
        (
            (
                one.number,
                one.principal,
                one.delegate,
                ", ".join(map(typed_as, one.acts)) or say("all"),
                one.centre or say("all"),
                one.valid_from,
                one.valid_to,
                _state(one),
            )
            for one in ones
        ),
    )


def _delegation_json(one: "Delegation") -> dict[str, Any]:
    acts = [typed_as(act) for act in one.acts]
    moments = {
        name: (at := getattr(one, name)) and at.isoformat() for name in ("confirmed", "revoked")
    }
    return one._asdict() | {"acts": acts} | moments


# --- keys -------------------------------------------------------------------------------------


@click.group("key", cls=TrajetGroup)
def key() -> None:
    """Say which keys speak for an account."""


staff.add_command(key)


@key.command("add")
@click.argument("account")
@option(
    "--public-key",
    "file",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The public half, as ssh-keygen writes it (ssh-ed25519).",
)
def key_add(desk: Desk, account: str, file: Path) -> None:
    """Let a key speak for an account; another person confirms it."""
    from workflows.keys import read_public_key

    text, fingerprint = read_public_key(file)
    asked = as_command("AddKey", account=account.lower(), key=text, fingerprint=fingerprint)
    lines = _change(desk, asked)
    _tell(desk, lines, confirm=f"staff key confirm {asked.account} {fingerprint}")


@key.command("confirm")
@click.argument("account")
@click.argument("fingerprint")
def key_confirm(desk: Desk, account: str, fingerprint: str) -> None:
    """Confirm, as a second person, that a key is the account's."""
    asked = as_command("ConfirmKey", account=account.lower(), fingerprint=fingerprint)
    _tell(desk, _change(desk, asked))


@key.command("revoke")
@click.argument("account")
@click.argument("fingerprint")
@_REASON
def key_revoke(desk: Desk, account: str, fingerprint: str, reason: str) -> None:
    """End a key now: by whose it is, or by a registrar."""
    asked = as_command("RevokeKey", account=account.lower(), fingerprint=fingerprint, reason=reason)
    _tell(desk, _change(desk, asked))


@key.command("list")
@click.argument("account", required=False)
def key_list(desk: Desk, account: str | None) -> None:
    """List the keys of everybody, or of one account."""
    from workflows import people

    rows = [
        (one.account, one.person, each)
        for one in people.everybody(desk.office.journal)
        for each in one.keys
        if account is None or account.lower() == one.account
    ]
    if desk.as_json:
        print_json([{"account": a, "person": p, **_key_json(each)} for a, p, each in rows])
        return
    _key_table(rows)


def _key_table(rows: "list[tuple[str, str, Key]]") -> None:
    table(
        ("account", "person", "key", "state"),
        ((a, p, each.fingerprint, _state(each)) for a, p, each in rows),
    )


def _key_json(each: "Key") -> dict[str, Any]:
    return {
        "fingerprint": each.fingerprint,
        "key": each.text,
        "added": each.added.isoformat(),
        "waits": each.waits,
        "revoked": each.revoked and each.revoked.isoformat(),
    }


@staff.command("signatures")
@option("--origin", required=True, metavar="NAME", help="The name of this log, for ever.")
@option("--act", "acts", multiple=True, metavar="STEP", help="For this step; again for each one.")
def signatures(desk: Desk, origin: str, acts: tuple[str, ...]) -> None:
    """Ask from now on that acts are signed: those named, or all where none is."""
    asked = as_command("RequireSignatures", origin=origin, acts=tuple(map(_act, acts)))
    _tell(desk, _change(desk, asked))


@staff.command("refused")
def refused(desk: Desk) -> None:
    """List what was asked of the register of people and refused: by whom, under which rules."""
    from cli.controllers import only_for
    from cli.refused import tell_refused
    from domain.authority import MAY
    from domain.lifecycle.who import CONTROLLERS
    from workflows.refusals import of_register

    only_for(
        desk,
        CONTROLLERS | MAY["AddStaff"],
        "AUT-02: {account} may not look at what was refused; this is for {functions}",
    )
    tell_refused(desk, of_register(desk.office.journal))


# --- looking ----------------------------------------------------------------------------------


@staff.command("list")
def staff_list(desk: Desk) -> None:
    """List accounts, persons and functions."""
    from workflows import people

    everybody = people.everybody(desk.office.journal)
    _tell_mandates(desk, [(one, held) for one in everybody for held in one.holdings])


@staff.command("show")
@click.argument("account")
def staff_show(desk: Desk, account: str) -> None:
    """Show what one account may do: mandates with their numbers, delegations, keys."""
    from workflows import people

    found = people.find(desk.office.journal, account.lower())
    if found is None:
        raise BadInput("there is no account {account}; see: trajet staff list", account=account)
    ones = [
        one
        for one in people.house_of(desk.office.journal).delegations
        if found.account in (one.principal, one.delegate)
    ]
    if desk.as_json:
        print_json(
            {
                "account": found.account,
                "person": found.person,
                "mandates": [_mandate_json(found, held) for held in found.holdings],
                "delegations": [_delegation_json(one) for one in ones],
                "keys": [_key_json(each) for each in found.keys],
            }
        )
        return
    _tell_mandates(desk, [(found, held) for held in found.holdings])
    if ones:
        click.echo()
        _delegation_table(ones)
    if found.keys:
        click.echo()
        _key_table([(found.account, found.person, each) for each in found.keys])


def _tell_mandates(desk: Desk, rows: "list[tuple[Member, Holding]]") -> None:
    if desk.as_json:
        print_json([_mandate_json(one, held) for one, held in rows])
        return
    table(
        ("account", "person", "no.", "function", "centre", "from", "until", "state"),
        (
            (
                one.account,
                one.person,
                held.number,
                say(str(held.function)),
                held.centre or say("all"),
                held.valid_from or _local(held.duty_from),
                held.valid_to or _local(held.duty_to),
                _state(held),
            )
            for one, held in rows
        ),
    )


def _mandate_json(one: "Member", held: "Holding") -> dict[str, Any]:
    return {
        "account": one.account,
        "person": one.person,
        "number": held.number,
        "function": held.function,
        "label": held.label,
        "centre": held.centre,
        "valid_from": held.valid_from,
        "valid_to": held.valid_to,
        "duty_from": held.duty_from and held.duty_from.isoformat(),
        "duty_to": held.duty_to and held.duty_to.isoformat(),
        "order": held.order,
        "waits": held.waits,
        "given_by": held.given_by,
        "confirmed_by": held.confirmed_by,
        "revoked": held.revoked and held.revoked.isoformat(),
    }


def _local(moment: datetime | None) -> str | None:
    from domain.decide.attempt import local

    return local(moment) if moment else None


def _state(one: "Holding | Delegation | Key") -> str:
    """Say whether it holds, waits for a second person, or was ended."""
    if one.revoked is not None:
        return say("revoked")
    if one.waits:
        return say("waits to be confirmed")
    decides = getattr(one, "decides", False)
    alone = decides and getattr(one, "confirmed_by", None) is None
    return say("given by one person alone") if alone else "-"


# --- what they share --------------------------------------------------------------------------


def _newest(desk: Desk, account: str) -> int:
    """Give the number of the mandate an account got last."""
    from workflows import people

    found = people.find(desk.office.journal, account)
    return len(found.holdings) if found else 0


def _change(desk: Desk, asked: "StaffCommand | HouseCommand") -> "list[Recorded]":
    from workflows import staffing

    return staffing.change(desk.office.journal, asked, desk.in_own_name(), desk.pen)


def _act(step: str) -> str:
    found = command_named(step)
    if found is None:
        raise BadInput("there is no step {step}", step=step)
    return found


def _tell(desk: Desk, lines: "list[Recorded]", *, confirm: str | None = None) -> None:
    if desk.as_json:
        print_json([_line_json(line) for line in lines])
        return
    if not lines:
        click.echo(say("it was so already"))
    for line in lines:
        receipt = {"index": line.log_index, "leaf": line.leaf_hash.hex()}
        told = say("recorded")
        click.echo(f"{told}{colon()} {line.stream} v{line.version} {line.event.TOPIC}")
        click.echo(say("receipt: {index} {leaf}", **receipt))
    if confirm:
        _tell_what_waits(lines, confirm)


def _tell_what_waits(lines: "Iterable[Recorded]", confirm: str) -> None:
    for line in lines:
        event: Any = line.event
        if getattr(event, "waits", False):
            number = getattr(event, "number", None)
            typed = f"{confirm} {number}" if number else confirm
            click.echo(
                say("it waits for another person to confirm it: trajet {typed}", typed=typed)
            )


def _line_json(line: "Recorded") -> dict[str, Any]:
    return {
        "stream": line.stream,
        "version": line.version,
        "topic": line.event.TOPIC,
        "recorded_at": line.recorded_at.isoformat(),
        "log_index": line.log_index,
        "leaf_hash": line.leaf_hash.hex(),
        "data": line.event.model_dump(mode="json", exclude_none=True),
    }
