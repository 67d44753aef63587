"""Amounts of money: typed and shown in euro, kept in whole cents."""

import re
from typing import Any

import click

from cli.base import option
from cli.words import say

_TYPED = re.compile(r"([0-9]{1,7})(?:[.,]([0-9]{2}))?")


class Amount(click.ParamType[int]):
    """An amount in euro, with a point or a comma before two digits of cents, or without cents."""

    name = "amount"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the amount in cents."""
        if isinstance(value, int):
            return value
        found = _TYPED.fullmatch(str(value).strip())
        if found is None:
            self.fail(say("{value} is not an amount; write 1234.50", value=value), param, ctx)
        return int(found[1]) * 100 + int(found[2] or 0)


AMOUNT = option(
    "--amount", "cents", required=True, type=Amount(), metavar="EURO", help="How much, in euro."
)


def euros(cents: int) -> str:
    """Write an amount as it is typed."""
    return f"{cents // 100}.{cents % 100:02d}"
