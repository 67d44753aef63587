"""Many results of one sample at once, from a file: all of them are recorded, or none."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import click

from cli.base import Desk, print_json
from cli.record.base import as_command
from cli.words import coded, colon, say
from domain.errors import BadInput, TrajetError

if TYPE_CHECKING:
    from domain import commands as c
    from domain.authority import Actor
    from workflows.samples import Examined

COLUMNS = ("item", "result", "finding", "because")
"""What a line says, split by semicolons; the last two may be left out."""


class _Row(NamedTuple):
    """One line of the file: its number, and what it says."""

    number: int
    cells: tuple[str, ...]


def record(desk: Desk, reference: str, file: str, actor: "Actor") -> None:
    """Record what a file says; where a line cannot be, tell each such line and record none."""
    from workflows import samples

    rows = list(_rows(file))
    if not rows:
        raise BadInput("--from: {file} has no line with a result", file=file)
    journal = desk.office.journal
    samples.find(journal, reference)
    orders, wrong = _orders(desk, reference, rows)
    refused = samples.refusals(journal, reference, [*orders.values()], actor)
    wrong |= {[*orders][at]: error for at, error in refused.items()}
    if wrong:
        _tell_wrong(wrong, rows, desk)
    told = [*orders.values()]
    _tell(samples.examine_all(journal, told, actor), told, desk)


def _rows(file: str) -> Iterator[_Row]:
    try:
        text = Path(file).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        raise BadInput("{file} cannot be read as UTF-8 text", file=file) from trouble
    reader = csv.reader(text.splitlines(), delimiter=";")
    for cells in reader:
        told = tuple(cell.strip() for cell in cells)
        if any(told) and told[0].casefold() != COLUMNS[0]:
            yield _Row(reader.line_num, told)


def _orders(
    desk: Desk, reference: str, rows: list[_Row]
) -> "tuple[dict[int, c.ExamineItem], dict[int, TrajetError]]":
    """Read each line as a command; what cannot be read, or is not to be seen: both by line."""
    orders: dict[int, c.ExamineItem] = {}
    wrong: dict[int, TrajetError] = {}
    seen: dict[str, int] = {}
    for row in rows:
        try:
            order = _order(desk, reference, row)
            if (before := seen.setdefault(order.item, row.number)) != row.number:
                raise BadInput("{item} is on line {n} already", item=order.item, n=before)
            orders[row.number] = order
        except TrajetError as error:
            wrong[row.number] = error
    return orders, wrong


def _order(desk: Desk, reference: str, row: _Row) -> "c.ExamineItem":
    from cli.restricted import let_in
    from domain.rules import code_list
    from domain.state.sample import dossier_of

    if not 2 <= len(row.cells) <= len(COLUMNS):
        raise BadInput("a line is: {columns}", columns="item;result[;finding[;because]]")
    said: dict[str, Any] = {name: cell or None for name, cell in zip(COLUMNS, row.cells)}  # noqa: B905
    item, result, number = said["item"], said["result"], said.pop("finding", None)
    if item is None or result is None:
        raise BadInput("a line is: {columns}", columns="item;result[;finding[;because]]")
    if result not in code_list("quality.result"):
        known = ", ".join(code_list("quality.result"))
        raise BadInput("{value} is not one of: {known}", value=result, known=known)
    if number is not None and not (number.isascii() and number.isdigit()):
        raise BadInput("{value} is not a number that fits", value=number)
    said |= {"item": item.upper(), "number": number and int(number)}
    order: c.ExamineItem = as_command("ExamineItem", sample=reference, **said)
    let_in(desk, desk.office.journal.history(dossier_of(order.item)))
    return order


def _tell_wrong(wrong: dict[int, TrajetError], rows: list[_Row], desk: Desk) -> NoReturn:
    """Tell of each line why it cannot be recorded, and leave with the gravest exit code."""
    from cli.render import told

    items = {row.number: row.cells[0] for row in rows}
    reasons = {
        number: [
            (failing.rule, told(failing.template, failing.values))
            for failing in getattr(error, "failures", ())
        ]
        or [("", told(error.template, error.values))]
        for number, error in sorted(wrong.items())
    }
    if desk.as_json:
        lines = [
            {"line": number, "item": items[number], "why": [why for _, why in told_of]}
            for number, told_of in reasons.items()
        ]
        print_json({"recorded": 0, "refused": lines})
    for number, told_of in reasons.items():
        for rule, why in told_of:
            where = say("line {n} ({item})", n=number, item=items[number])
            click.echo(f"{where}{colon()} {f'{rule}  ' if rule else ''}{why}", err=True)
    n, of = len(wrong), len(rows)
    click.echo(say("{n} of {of} lines cannot be recorded, so none was", n=n, of=of), err=True)
    raise SystemExit(max(error.exit_code for error in wrong.values()))


def _tell(done: "Examined", orders: "list[c.ExamineItem]", desk: Desk) -> None:
    sample = done.sample
    every = sample.tally((*sample.random, *sample.flagged))
    recorded = [
        (order, line) for order, line in zip(orders, done.lines, strict=True) if line is not None
    ]
    if desk.as_json:
        results = [
            {
                "item": order.item,
                "result": order.result,
                "finding": order.number,
                "log_index": line.log_index,
                "leaf_hash": line.leaf_hash.hex(),
            }
            for order, line in recorded
        ]
        print_json(
            {
                "sample": sample.reference,
                "recorded": len(results),
                "repeated": len(orders) - len(results),
                "missing": every.missing,
                "results": results,
            }
        )
        return
    for order, line in recorded:
        receipt = say("receipt: {index} {leaf}", index=line.log_index, leaf=line.leaf_hash.hex())
        click.echo(f"{order.item} {coded('quality.result', order.result)}  {receipt}")
    told = {"n": len(recorded), "before": len(orders) - len(recorded)}
    click.echo(say("{n} result(s) recorded; {before} were on record before", **told))
    click.echo(say("{n} of {of} have no result yet", n=every.missing, of=every.items))
