"""A resident's family as it is shown: who belongs to it, where each stands, who is apart."""

from typing import TYPE_CHECKING, Any

import click

from cli.base import Desk, print_json
from cli.restricted import may_read, read
from cli.words import coded, colon, say

if TYPE_CHECKING:
    from domain.state.family import Family
    from domain.trajectory import Trajectory


def show(desk: Desk, dossier: str) -> None:
    """Show it from the dossier of one of them."""
    sheet = _sheet(desk, read(desk, dossier))
    if desk.as_json:
        print_json(sheet)
        return
    click.echo(f"{dossier}  " + say("family: {family}", family=sheet["family"] or "-"))
    for label, key in (("role", "role"), ("age", "age"), ("separation", "separation")):
        click.echo(f"  {say(label)}{colon()} {_worded(key, sheet[key])}")
    for one in sheet["members"]:
        click.echo(f"  {one['dossier']}  {' · '.join(_told_of(one))}")
    for label, told in (("guardian", _of_guardian(sheet)), ("reception", _of_reception(sheet))):
        if told:
            click.echo(f"  {say(label)}{colon()} {' · '.join(told)}")


def _sheet(desk: Desk, state: "Trajectory") -> dict[str, Any]:
    known = state.family
    guardian, reception = known.guardian, known.reception
    return {
        "dossier": state.dossier,
        "family": known.id,
        "role": known.role,
        "age": state.age,
        "unaccompanied": state.unaccompanied,
        "majority_on": known.majority_on,
        "separation": known.separation and known.separation.state,
        "members": _members(desk, known),
        "guardian": guardian
        and {
            "reference": guardian.reference,
            "heard": guardian.heard is not None,
            "proposal": guardian.proposal,
        },
        "reception": reception
        and {
            "kind": reception.kind,
            "reference": reception.reference,
            "trafficking_risk": reception.trafficking_risk,
        },
    }


def _members(desk: Desk, known: "Family") -> list[dict[str, Any]]:
    """Say of each what this dossier knows, and what the other's tells to who may read it."""
    from domain.trajectory import replay

    told = []
    histories = desk.office.journal.recall(*known.members) if known.members else []
    for number, history in zip(known.members, histories, strict=True):
        found = history.fold(replay)
        restricted = found is not None and not may_read(desk, found)
        other = None if restricted else found
        told.append(
            {
                "dossier": number,
                "role": other and other.family.role,
                "stage": other and other.stage,
                "centre": other and other.centre,
                "minor": number in known.minors,
                "cares": number in known.carers,
                "apart": number in known.apart,
                "restricted": restricted,
            }
        )
    return told


def _told_of(member: dict[str, Any]) -> list[str]:
    """Say of a member what it is, where it stands, and whether it is a minor or apart."""
    unread = say("restricted") if member["restricted"] else say("no dossier yet")
    told = [_worded("role", member["role"]), say(member["stage"]) if member["stage"] else unread]
    told += [member["centre"]] if member["centre"] else []
    told += [say("minor")] if member["minor"] else []
    return told + ([say("apart")] if member["apart"] else [])


def _of_guardian(sheet: dict[str, Any]) -> list[str]:
    known = sheet["guardian"]
    if not known:
        return []
    told = [known["reference"] or "-", say("heard") if known["heard"] else say("not heard yet")]
    return [*told, _worded("proposal", known["proposal"])] if known["proposal"] else told


def _of_reception(sheet: dict[str, Any]) -> list[str]:
    known = sheet["reception"]
    if not known:
        return []
    told = [_worded("kind", known["kind"]), known["reference"] or "-"]
    return [*told, say("risk of trafficking")] if known["trafficking_risk"] else told


_LISTS = {
    "role": "family.role",
    "age": "admission.age",
    "proposal": "family.durable-solution",
    "kind": "family.reception",
}


def _worded(key: str, code: str | None) -> str:
    """Say a code as its list calls it, where it is of one."""
    if code is None:
        return "-"
    return coded(_LISTS[key], code) if key in _LISTS else say(code)
