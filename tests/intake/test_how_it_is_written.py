"""However a centre's program writes the file, the same acts are read out of it."""

from pathlib import Path
from typing import Any

import pytest
from registers import COLUMNS, NewOffice, arrival, beside, row, sample_rows, take_in, told, written

PLAIN = {
    "né_le": "ne le",
    "nationalité": "NATIONALITE",
    "référence": " Reference ",
    "précision": "PRÉCISION",
    "dossier": "Dossier",
}

MANNERS: dict[str, dict[str, Any]] = {
    "UTF-8": {"encoding": "utf-8"},
    "UTF-8 with a mark": {"encoding": "utf-8-sig"},
    "UTF-16": {"encoding": "utf-16"},
    "commas": {"delimiter": ","},
    "tabs": {"delimiter": "\t"},
    "bars": {"delimiter": "|"},
    "tabs in UTF-16": {"delimiter": "\t", "encoding": "utf-16"},
    "LF": {"newline": "\n"},
    "everything between quotation marks": {"quote_all": True},
    "CR": {"newline": "\r"},
    "columns the other way round": {"columns": COLUMNS[::-1]},
    "columns nobody asked for": {"columns": ("n°", *COLUMNS, "saisi par", "")},
}


@pytest.fixture(scope="module")
def usual(new_office: NewOffice) -> Any:
    """Take the sample in as the centre writes it."""
    with new_office() as office:
        file = beside(office, "register.csv")
        file.write_bytes(written(sample_rows()))
        assert take_in(office, file).recorded == 574
        return told(office)


def _read(new_office: NewOffice, content: bytes) -> Any:
    with new_office() as office:
        file = beside(office, "register.csv")
        file.write_bytes(content)
        tally = take_in(office, file)
        assert (tally.rows, tally.recorded, tally.duplicates, len(tally.rejects)) == (
            593,
            574,
            7,
            12,
        )
        return told(office)


@pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS)
def test_the_same_acts_are_read(new_office: NewOffice, usual: Any, manner: dict[str, Any]) -> None:
    rows = [one | {"n°": "7", "saisi par": "kd", "": "x"} for one in sample_rows()]
    assert _read(new_office, written(rows, **manner)) == usual


def test_big_endian_utf_16_is_read_too(new_office: NewOffice, usual: Any) -> None:
    content = b"\xfe\xff" + written(sample_rows(), encoding="utf-16-be")
    assert _read(new_office, content) == usual


def test_headers_may_lack_accents_and_be_in_capitals(new_office: NewOffice, usual: Any) -> None:
    header, _, rest = written(sample_rows()).decode("cp1252").partition("\r\n")
    names = ";".join(PLAIN.get(name, name.upper()) for name in header.split(";"))
    assert _read(new_office, f"{names}\r\n{rest}".encode("cp1252")) == usual


def test_blank_lines_and_a_missing_last_line_end_are_nothing(
    new_office: NewOffice, usual: Any
) -> None:
    content = written(sample_rows()).replace(b"\r\n", b"\r\n\r\n;;;\r\n").rstrip(b";\r\n")
    assert _read(new_office, b"\r\n\r\n" + content) == usual


def test_the_manner_is_no_new_content(new_office: NewOffice) -> None:
    with new_office() as office:
        file = beside(office, "register.csv")
        file.write_bytes(written(sample_rows()))
        take_in(office, file)
        for manner in MANNERS.values():
            file.write_bytes(written(sample_rows(), **manner))
            assert take_in(office, file).recorded == 0


def test_spaces_accents_and_capitals_are_no_new_content(new_office: NewOffice) -> None:
    with new_office() as office:
        file = beside(office, "register.csv")
        file.write_bytes(written([arrival(), row("entretien", précision="peur du frère")]))
        assert take_in(office, file).recorded == 2

        file.write_bytes(
            written(
                [
                    arrival(dossier=" hol-2025-0042 ", agent="K.DeClercq", personne="Lina  Shehu"),
                    row("entretien", précision=" peur  du fre\u0300re ", agent="D.Lambert"),
                ],
                encoding="utf-8",
            )
        )
        assert take_in(office, file).recorded == 0


def test_a_long_remark_is_read_whole(new_office: NewOffice) -> None:
    long = "vu le dossier " * 20_000
    with new_office() as office:
        file = beside(office, "register.csv")
        file.write_bytes(written([row("entretien", remarque=long), row("information")]))

        assert take_in(office, file).recorded == 2
        assert any(long.strip() in str(told_one) for told_one in told(office))


def test_a_remark_may_run_over_several_lines(new_office: NewOffice, tmp_path: Path) -> None:
    with new_office() as office:
        file = beside(office, "register.csv")
        rows = [
            row("entretien", remarque="premier\npuis;second\r\n\r\ntroisième"),
            row("divers"),
            row("information"),
        ]
        file.write_bytes(written(rows))
        tally = take_in(office, file)

        assert (tally.recorded, [line for line, _ in tally.rejects]) == (2, [6])
        (history,) = [lines for _, lines in office.journal.dossiers()]
        assert "premier puis;second troisième" in str(told(office))
        assert len(history) == 2


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_remark_of_several_lines_may_hold_commas(new_office: NewOffice, delimiter: str) -> None:
    remark = (
        "entretien difficile\nil a parlé de son père, sa mère, son frère, sa sœur, ses oncles, "
    )
    remark += "ses cousins, la ferme, le voisin, la police"
    with new_office() as office:
        file = beside(office, "register.csv")
        rows = [row("entretien", remarque=remark), row("information")]
        file.write_bytes(written(rows, delimiter=delimiter))

        assert take_in(office, file).recorded == 2
        assert "la ferme, le voisin, la police" in str(told(office))
