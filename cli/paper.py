"""
Reports: one document, told on the terminal or written as a page to print.

A page is one file of HTML that needs nothing else: no script, no font, no picture from anywhere.
It holds data of residents: its file is readable by its owner alone, and never put over another
unless that was asked.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from html import escape
from pathlib import Path
from string import Template
from typing import Any, NamedTuple

import click

from cli.base import Desk, option, print_json
from cli.render import table, when
from cli.words import colon, language, say
from domain.errors import BadInput, StoreTrouble


class Facts(NamedTuple):
    """A part of labels and what is so of each."""

    title: str
    facts: Sequence[tuple[str, Any]]


class Grid(NamedTuple):
    """A part of columns and rows; their heads are said already."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]


class Lines(NamedTuple):
    """A part of plain lines."""

    title: str
    lines: Sequence[str]


Part = Facts | Grid | Lines


class Paper(NamedTuple):
    """A report: its title, what stands under it, its parts; upright, or as wide as it is long."""

    title: str
    under: Sequence[str]
    parts: Sequence[Part]
    wide: bool = False


_HTML = option(
    "--html",
    metavar="FILE",
    help="Write a page to print into this file, private to you; - for standard output.",
)
_FORCE = option("--force", is_flag=True, help="Put the page over a file that is there.")


def printed(function: Callable[..., None]) -> Any:
    """Declare where a page to print goes, given as ``html`` and ``force``."""
    return _HTML(_FORCE(function))


def hand_over(desk: Desk, paper: Paper, document: Any, html: str | None, *, force: bool) -> None:
    """
    Give a report as it was asked for: as a page, in JSON, or told on the terminal.

    Raises :class:`BadInput` where the page cannot be put, :class:`StoreTrouble` where it
    cannot be written.
    """
    if html == "-":
        if desk.as_json:
            raise BadInput("give --html - or --json, not both")
        click.echo(page(paper), nl=False)
        _warn(say("what was written holds data of residents: let nobody read it who need not"))
        return
    if html is not None:
        _write(Path(html), page(paper).encode(), force=force)
        _warn(
            say(
                "{file} holds data of residents: you alone can read it; destroy it, and what was "
                "printed of it, once it has served",
                file=html,
            )
        )
    if desk.as_json:
        print_json(document)
    elif html is None:
        tell(paper)


def _warn(what: str) -> None:
    click.echo(f"trajet: {what}", err=True)


def _write(file: Path, content: bytes, *, force: bool) -> None:
    from workflows.private import write_private

    if not file.parent.is_dir():
        raise BadInput("--html: there is no folder {folder}", folder=file.parent)
    if file.is_dir():
        raise BadInput("--html: {file} is a folder", file=file)
    try:
        if force:
            # Put beside it and moved over it: nobody reads half a page, nor keeps the old rights.
            draft = file.with_name(f".{file.name}.new")
            draft.unlink(missing_ok=True)
            write_private(draft, content)
            draft.replace(file)
        else:
            write_private(file, content)
    except FileExistsError as there:
        raise BadInput(
            "--html: {file} is there already; --force puts the page over it", file=file
        ) from there
    except OSError as trouble:
        raise StoreTrouble("{file} cannot be written", file=file) from trouble


# --- on the terminal --------------------------------------------------------------------------


def tell(paper: Paper) -> None:
    """Tell a report on the terminal."""
    click.echo(paper.title)
    for line in paper.under:
        click.echo(f"  {line}")
    for part in paper.parts:
        click.echo()
        click.echo(part.title)
        match part:
            case Facts(facts=facts):
                for label, value in facts:
                    click.echo(f"  {label}{colon()} {shown(value)}")
            case Grid(columns=columns, rows=rows) if rows:
                table(columns, rows, within=_VERY_WIDE if paper.wide else _WIDE)
            case Lines(lines=lines) if lines:
                for line in lines:
                    click.echo(f"  {line}")
            case _:
                click.echo(f"  {say('nothing')}")


_WIDE, _VERY_WIDE = 120, 170


def shown(value: Any, nothing: str = "-") -> str:
    """Show a value as the desk reads it; what is not there as a dash, or as said."""
    match value:
        case None | "":
            return nothing
        case bool():
            return say("yes") if value else say("no")
        case datetime():
            return when(value)
        case date():
            return value.isoformat()
    return str(value)


# --- as a page --------------------------------------------------------------------------------


_PAGE = Template("""\
<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, noarchive">
<title>$title</title>
<style>
@page { size: A4 $turned; margin: 12mm; }
body { font: 8.5pt/1.2 sans-serif; color: #000; margin: 0 auto; max-width: $width; }
h1 { font-size: 13pt; margin: 0 0 1mm; }
h2 { font-size: 9pt; margin: 2mm 0 .5mm; border-bottom: .3pt solid #000; break-after: avoid; }
p { margin: 0; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: start; vertical-align: top; padding: .3mm 2mm .3mm 0; }
thead th { font-weight: normal; font-style: italic; border-bottom: .3pt solid #888; }
dl { margin: 0; columns: 2; column-gap: 6mm; }
dl div { break-inside: avoid; display: flex; gap: 2mm; }
div.lines { columns: 2; column-gap: 6mm; }
td.at { white-space: nowrap; }
dt { color: #333; flex: 0 0 30mm; }
dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 4mm; border-top: .3pt solid #000; font-size: 8pt; }
</style>
</head>
<body>
<main>
<h1>$title</h1>
$body</main>
<footer><p>$foot</p></footer>
</body>
</html>
""")


def page(paper: Paper) -> str:
    """Write a report as a page to print, in the chosen language."""
    return _PAGE.substitute(
        language=language(),
        title=safe(paper.title),
        turned="landscape" if paper.wide else "portrait",
        width="270mm" if paper.wide else "186mm",
        body="".join(f"{line}\n" for line in _body(paper)),
        foot=safe(say("Personal data: keep it locked away, and destroy it once it has served.")),
    )


def _body(paper: Paper) -> Iterator[str]:
    yield from (f"<p>{safe(line)}</p>" for line in paper.under)
    for part in paper.parts:
        yield f"<section>\n<h2>{safe(part.title)}</h2>"
        match part:
            case Facts(facts=facts):
                yield f"<dl>\n{''.join(_fact(*each) for each in facts)}</dl>"
            case Grid(columns=columns, rows=rows) if rows:
                yield _grid(columns, rows)
            case Lines(lines=lines) if lines:
                told = "\n".join(f'<p dir="auto">{safe(line)}</p>' for line in lines)
                yield f'<div class="lines">\n{told}\n</div>'
            case _:
                yield f"<p>{safe(say('nothing'))}</p>"
        yield "</section>"


def _grid(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    heads = "".join(f'<th scope="col">{safe(column)}</th>' for column in columns)
    body = "".join(_row(row) for row in rows)
    return f"<table><thead><tr>{heads}</tr></thead><tbody>\n{body}</tbody></table>"


def _row(cells: Iterable[Any]) -> str:
    return f"<tr>{''.join(_cell(shown(cell, '')) for cell in cells)}</tr>\n"


_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?")


def _cell(text: str) -> str:
    kind = ' class="at"' if _MOMENT.fullmatch(text) else ' dir="auto"'
    return f"<td{kind}>{safe(text)}</td>"


def _fact(label: str, value: Any) -> str:
    return f'<div><dt>{safe(label)}</dt><dd dir="auto">{safe(shown(value))}</dd></div>\n'


_NO_LETTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def safe(text: object) -> str:
    """Write a text so that it is read as text; what no page may hold is shown as unknown."""
    return escape(_NO_LETTER.sub("\ufffd", str(text)), quote=True)
