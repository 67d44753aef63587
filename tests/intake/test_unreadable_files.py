"""Files that are no register: told clearly, and nothing is recorded or written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from registers import COLUMNS, arrival, beside, row, take_in, written

from cli.wiring import Office
from domain.errors import BadInput, TrajetError

LINES = written([arrival(), row("information")])


def _is_refused(
    office: Office, content: bytes | None, kind: type[TrajetError], *saying: str
) -> TrajetError:
    """Expect a refusal with these words, and no trace of the attempt."""
    file = beside(office, "register.csv")
    if content is not None:
        file.write_bytes(content)
    before = (office.journal.newest(), set(file.parent.iterdir()))

    with pytest.raises(kind) as refusal:
        take_in(office, file)

    assert (office.journal.newest(), set(file.parent.iterdir())) == before
    for words in ("register.csv", *saying):
        assert words in str(refusal.value)
    for words in ("csv.", "codec", "Errno", "Error", "byte 0x"):
        assert words not in str(refusal.value).removeprefix("register.csv")
    return refusal.value


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n", b" \t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file(office: Office, content: bytes) -> None:
    _is_refused(office, content, BadInput, "is empty")


@pytest.mark.parametrize("column", ["dossier", "date", "acte", "agent"])
def test_a_missing_column_is_named_with_those_found(office: Office, column: str) -> None:
    names = [name for name in COLUMNS if name != column]
    content = written([arrival()], names)
    _is_refused(office, content, BadInput, "line 1", f"missing column {column};", "remarque")


def test_all_missing_columns_are_named_at_once(office: Office) -> None:
    _is_refused(
        office, b"naam;voornaam\r\nx;y\r\n", BadInput, "missing column dossier, date, acte, agent"
    )


@pytest.mark.parametrize("column", ["dossier", "date", "acte", "agent", "remarque"])
def test_a_column_that_is_there_twice_is_named(office: Office, column: str) -> None:
    _is_refused(office, written([arrival()], [*COLUMNS, column]), BadInput, "line 1", column)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00\x00",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00",
        b"SQLite format 3\x00\x10\x00",
        LINES + b"\x00",
        LINES.decode("cp1252").encode("utf-16-le"),
        LINES.replace(b"police", b"\x81\x8d\x8f"),
        b"\xff\xfe" + LINES.decode("cp1252").encode("utf-16-le") + b"\x0a",
    ],
    ids=["PDF", "Excel", "SQLite", "a zero byte", "UTF-16 without mark", "no such letters", "odd"],
)
def test_a_file_that_is_no_text(office: Office, content: bytes) -> None:
    _is_refused(office, content, BadInput, "is not text in UTF-8, UTF-16 or Windows-1252")


def test_a_missing_file(office: Office) -> None:
    _is_refused(office, None, BadInput, "cannot be read")


def test_a_folder(office: Office) -> None:
    beside(office, "register.csv").mkdir()
    _is_refused(office, None, BadInput, "cannot be read")


@pytest.mark.parametrize("quote", ['"dit non', '"', '"dit;non'])
def test_a_quotation_mark_that_is_never_closed_is_named_with_its_line(
    office: Office, quote: str
) -> None:
    content = _with_quotes({3: quote})
    _is_refused(office, content.encode("cp1252"), BadInput, "line 4")


@pytest.mark.parametrize("later", ['"dit; non"', '"dit non"', '"', '""'])
def test_a_quotation_mark_closed_rows_later_swallows_none_of_them(
    office: Office, later: str
) -> None:
    file = beside(office, "register.csv")
    file.write_text(_with_quotes({2: '"dit non', 5: later}), encoding="cp1252", newline="")

    try:
        tally = take_in(office, file)
    except BadInput as refusal:
        assert "line 3" in str(refusal)
        return
    rejects = beside(office, "register.csv.rejects.csv").read_text(encoding="cp1252")
    set_aside = [hour for hour in range(10, 16) if f"{hour}:00" in rejects]
    assert tally.recorded + len(set_aside) == 6, "every row is recorded or among the rejects"


def _with_quotes(remarks: dict[int, str]) -> str:
    """Write six talks, an hour apart, with these remarks typed as they are on these lines."""
    rows = [row("entretien", heure=f"{hour}:00") for hour in range(10, 16)]
    lines = written(rows).decode("cp1252").splitlines(keepends=True)
    for line, remark in remarks.items():
        lines[line] = lines[line].replace("\r\n", f"{remark}\r\n")
    return "".join(lines)


@pytest.mark.parametrize(
    "column", ["personne", "né_le", "centre", "agent", "précision", "remarque"]
)
def test_a_quotation_mark_closed_in_the_same_column_below_swallows_no_row(
    office: Office, column: str
) -> None:
    rows = [arrival(dossier=f"HOL-2025-000{number}", remarque="vue") for number in range(1, 5)]
    at = COLUMNS.index(column)
    lines = written(rows).decode("cp1252").splitlines()
    for line, quoted in ((2, '"{}'), (3, '{}"')):
        cells = lines[line].split(";")
        cells[at] = quoted.format(cells[at])
        lines[line] = ";".join(cells)
    file = beside(office, "register.csv")
    file.write_text("\r\n".join(lines), encoding="cp1252", newline="")

    try:
        tally = take_in(office, file)
    except BadInput as refusal:
        assert "line 3" in str(refusal)
        return
    rejects = beside(office, "register.csv.rejects.csv").read_text(encoding="cp1252")
    set_aside = [one for one in rows if one["dossier"] in rejects]
    assert tally.recorded + len(set_aside) == 4, "every row is recorded or among the rejects"


def test_a_header_alone_is_a_register_without_rows(office: Office) -> None:
    file = beside(office, "register.csv")
    file.write_bytes(written([]))

    tally = take_in(office, file)

    assert (tally.rows, tally.recorded, tally.duplicates, tally.rejects) == (0, 0, 0, [])


def _no_heading(content: bytes) -> bytes:
    return content.partition(b"\r\n")[2]


def _cut_in_a_letter(content: bytes) -> bytes:
    return content.decode("cp1252").encode("utf-16")[:-1]


@pytest.mark.parametrize(
    ("spoil", "saying"), [(_no_heading, "missing column"), (_cut_in_a_letter, "is not text")]
)
def test_a_file_that_lost_its_beginning_or_end(
    office: Office, spoil: Callable[[bytes], Any], saying: str
) -> None:
    _is_refused(office, spoil(LINES), BadInput, saying)


def test_the_file_is_not_touched(office: Office, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_bytes(LINES + written([row("divers")]).partition(b"\r\n")[2])
    before = (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_mode)
    take_in(office, file)
    assert (file.read_bytes(), file.stat().st_mtime_ns, file.stat().st_mode) == before
