"""What was refused, told: what was asked, by whom, and the rules in the way."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from cli.base import Desk, print_json
from cli.render import by_whom, mark_of, receipt_json, when
from cli.steps import typed_as
from cli.words import colon, say

if TYPE_CHECKING:
    from domain.record import Recorded


def tell_refused(desk: Desk, lines: "Iterable[Recorded]") -> None:
    """List refusals, with the functions whoever asked held then."""
    from domain.values import Function

    for line in lines:
        said = line.event.model_dump(mode="json")
        typed = typed_as(said["act"])
        held = _functions_then(desk, line)
        if desk.as_json:
            told = {"functions": held, "step": typed, "rules": said["rules"]}
            print_json({**receipt_json(line), "account": line.account, "role": line.role, **told})
            continue
        moment = when(line.occurred_at, whole_day=line.whole_day)
        by = by_whom(line, held if line.role == Function.UNLISTED else ())
        click.echo(f"{moment:<16}  {typed:<30}  {by}")
        rules = (f"{one} [{mark}]" if (mark := _mark(one)) else one for one in said["rules"])
        click.echo(f"       {say('rules')}{colon()} {', '.join(rules)}")


def _mark(rule_id: str) -> str | None:
    """Tell how sure a rule is; of one that is no longer in the table nothing is known."""
    from domain.rules import UnknownRuleError

    try:
        return mark_of(rule_id)
    except UnknownRuleError:
        return None


def _functions_then(desk: Desk, line: "Recorded") -> list[str]:
    """Name the functions somebody held when a line was recorded, as they were known then."""
    from domain.staff import member
    from workflows import people

    account = desk.office.journal.history(people.stream_of(line.account))
    known = member(one for one in account if one.recorded_at <= line.recorded_at)
    return sorted(known.functions(line.occurred_at)) if known else []
