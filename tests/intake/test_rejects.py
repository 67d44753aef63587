"""Rows that cannot be understood: told with their line, kept aside, mended and sent again."""

import csv
import io
import stat
from pathlib import Path
from typing import Any

import pytest
from cabinet import DOSSIER
from registers import (
    COLUMNS,
    NewOffice,
    Row,
    arrival,
    beside,
    row,
    sample_rows,
    take_in,
    taken_in,
    told,
    written,
)

from cli.wiring import Office
from domain.trajectory import Trajectory, replay

REASONS = [
    ("dossier", {"dossier": ""}, "no dossier"),
    ("dossier", {"dossier": "42"}, "42"),
    ("dossier", {"dossier": "HOL-25-0042"}, "HOL-25-0042"),
    ("dossier", {"dossier": "HOL-٢٠٢٥-0042"}, "HOL-٢٠٢٥-0042"),
    ("date", {"date": ""}, "no date"),
    ("date", {"date": "07/01/25"}, "07/01/25"),
    ("date", {"date": "hier"}, "hier"),
    ("date", {"date": "31/02/2025"}, "31/02/2025"),
    ("date", {"date": "29/02/2025"}, "29/02/2025"),
    ("date", {"date": "2025-13-01"}, "2025-13-01"),
    ("date", {"date": "00/01/2025"}, "00/01/2025"),
    ("date", {"date": "01/01/0001"}, "01/01/0001"),
    ("date", {"date": "01/01/0001", "heure": ""}, "01/01/0001"),
    ("heure", {"heure": "25:00"}, "25:00"),
    ("heure", {"heure": "10:60"}, "10:60"),
    ("heure", {"heure": "matin"}, "matin"),
    ("acte", {"acte": ""}, "unknown act"),
    ("acte", {"acte": "visite avocat ?"}, "visite avocat ?"),
    ("agent", {"agent": ""}, "no agent"),
    ("agent", {"agent": "Mme Lambert"}, "lambert"),
    ("centre", {"acte": "arrivée", "centre": ""}, "place"),
    ("centre", {"acte": "arrivée", "centre": "Ostende"}, "Ostende"),
]


@pytest.mark.parametrize(("column", "cells", "saying"), REASONS)
def test_a_row_that_cannot_be_understood_is_rejected_with_its_line(
    office: Office, column: str, cells: dict[str, str], saying: str
) -> None:
    good = row("information")
    tally = taken_in(office, good, row("entretien") | cells, encoding="utf-8")

    ((line, reason),) = tally.rejects
    assert (tally.rows, tally.recorded, line) == (2, 1, 3)
    assert str(reason).startswith(f"{column}: ")
    assert saying in str(reason)


def test_a_row_with_more_cells_than_columns_is_rejected(office: Office) -> None:
    file = beside(office, "register.csv")
    content = written([row("information")]).decode("cp1252")
    unquoted = content + content.splitlines()[1] + ";brochure;recours\r\n"
    file.write_text(unquoted, encoding="cp1252", newline="")

    tally = take_in(office, file)

    assert (tally.rows, tally.recorded, [line for line, _ in tally.rejects]) == (2, 1, [3])
    rejects = file.with_name("register.csv.rejects.csv").read_text(encoding="cp1252")
    assert "brochure" in rejects
    assert "recours" in rejects


def test_empty_cells_beyond_the_columns_are_nothing(office: Office) -> None:
    file = beside(office, "register.csv")
    content = written([row("information")]).decode("cp1252").splitlines()
    file.write_text("\r\n".join((content[0], content[1] + ";; ;")), encoding="cp1252", newline="")

    assert take_in(office, file).recorded == 1


def test_nothing_is_written_beside_a_register_without_rejects(office: Office) -> None:
    taken_in(office, row("information"))
    assert [file.name for file in beside(office, "").iterdir() if file.suffix == ".csv"] == [
        "register.csv"
    ]


MANNERS: list[dict[str, Any]] = [
    {},
    {"encoding": "utf-8-sig", "delimiter": ","},
    {"encoding": "utf-16", "delimiter": "\t"},
    {"encoding": "utf-8", "columns": COLUMNS[::-1]},
    {"columns": ("n°", *COLUMNS, "saisi par")},
]


@pytest.mark.parametrize("manner", MANNERS)
def test_rejects_are_written_as_the_register_is(office: Office, manner: dict[str, Any]) -> None:
    bad = [
        row("divers", remarque='il a dit "non"; puis\nil est parti', **{"n°": "7"}),
        row("entretien", date="31/02/2025", précision="peur du frère", **{"n°": "8"}),
    ]
    taken_in(office, row("information"), *bad, **manner)

    file = beside(office, "register.csv.rejects.csv")
    text = file.read_bytes().decode(manner.get("encoding", "cp1252"))
    read = list(
        csv.DictReader(
            io.StringIO(text, newline=""), delimiter=manner.get("delimiter", ";"), strict=True
        )
    )
    names = manner.get("columns", COLUMNS)
    assert list(read[0]) == [*names, "motif"]
    assert [{name: one[name] for name in names} for one in read] == [
        {name: one.get(name, "") for name in names} for one in bad
    ]
    assert [one["motif"].partition(":")[0] for one in read] == ["acte", "date"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


STORY = [
    arrival(dossier=DOSSIER, date="02/03/2026"),
    row("information", dossier=DOSSIER, date="03/03/2026", précision="langue=fr;brochure"),
    row("projet de décision", dossier=DOSSIER, date="04/03/2026", précision="13septies"),
    row("décision", dossier=DOSSIER, date="05/03/2026", agent="e.claes", précision="13septies"),
    row("notification", dossier=DOSSIER, date="06/03/2026", précision="main propre;langue=fr"),
    row("recours remis", dossier=DOSSIER, date="07/03/2026", référence="REC-2026-1"),
    row("recours rejeté", dossier=DOSSIER, date="08/03/2026", référence="REC-2026-1"),
    row("départ", dossier=DOSSIER, date="09/03/2026", précision="éloignement avec escorte"),
]


def as_it_reads(office: Office, dossier: str) -> tuple[Any, ...]:
    """Say what the state of a dossier is, leaving out where its lines stand in the journal."""
    state = replay(office.journal.history(dossier))
    assert isinstance(state, Trajectory)
    return (
        state.stage,
        state.since,
        state.opened,
        state.latest,
        state.resident,
        state.centre,
        state.informed,
        state.language,
        [(one.number, one.state, one.form, one.in_force, one.since) for one in state.rounds],
        state.appeals,
        state.iom,
    )


@pytest.mark.parametrize("at", range(len(STORY)))
def test_a_dossier_with_a_mended_row_reads_as_if_it_had_never_been_rejected(
    new_office: NewOffice, at: int
) -> None:
    with new_office() as office:
        taken_in(office, *STORY)
        usual = (told(office), as_it_reads(office, DOSSIER))

    with new_office() as office:
        damaged: list[Row] = [*STORY]
        damaged[at] = STORY[at] | {"date": STORY[at]["date"].replace("/03/", "/33/")}
        assert len(taken_in(office, *damaged).rejects) == 1
        rejects = beside(office, "register.csv.rejects.csv")
        rejects.write_bytes(rejects.read_bytes().replace(b"/33/", b"/03/"))

        tally = take_in(office, rejects)

        assert (tally.rows, tally.recorded, tally.rejects) == (1, 1, [])
        assert (told(office), as_it_reads(office, DOSSIER)) == usual


def test_the_whole_sample_with_every_tenth_date_mended_reads_the_same(
    new_office: NewOffice,
) -> None:
    rows = sample_rows()
    with new_office() as office:
        taken_in(office, *rows)
        usual = told(office)
        dossiers = [name for name, _ in office.journal.dossiers()]
        states = {name: as_it_reads(office, name) for name in dossiers}

    with new_office() as office:
        damaged = [
            one | {"date": "?" + one["date"]} if at % 10 == 0 else one
            for at, one in enumerate(rows)
        ]
        first = taken_in(office, *damaged)
        assert len(first.rejects) > 60
        rejects = beside(office, "register.csv.rejects.csv")
        rejects.write_bytes(rejects.read_bytes().replace(b";?", b";"))
        second = take_in(office, rejects)

        assert first.recorded + second.recorded == 574
        assert told(office) == usual
        assert {name: as_it_reads(office, name) for name in dossiers} == states


def test_a_row_mended_in_the_register_itself_is_the_same_row(office: Office) -> None:
    taken_in(office, *STORY[:2], STORY[2] | {"date": ""})
    assert taken_in(office, *STORY[:3]).recorded == 1
    beside(office, "mended.csv").write_bytes(written(STORY[:3], [*COLUMNS, "motif"]))
    assert take_in(office, beside(office, "mended.csv")).recorded == 0


def test_rejects_that_are_not_mended_are_rejected_again_with_one_reason(office: Office) -> None:
    taken_in(office, row("divers"))
    rejects = beside(office, "register.csv.rejects.csv")

    again = take_in(office, rejects)

    assert (again.rows, len(again.rejects)) == (1, 1)
    header, line = (
        beside(office, "register.csv.rejects.csv.rejects.csv")
        .read_text(encoding="cp1252")
        .splitlines()
    )
    assert header.count("motif") == 1
    assert line.count("unknown act") == 1


def test_rejects_somebody_is_mending_are_not_lost(office: Office) -> None:
    for number in range(3):
        taken_in(office, row("divers", dossier=f"HOL-2025-000{number}"))
        mending = beside(office, "register.csv.rejects.csv")
        mending.write_bytes(mending.read_bytes() + f"mended by hand {number}\r\n".encode())
    taken_in(office, row("divers", dossier="HOL-2025-0009"))

    kept = [file.read_bytes() for file in beside(office, "").glob("register.csv.rejects*")]
    assert len(kept) == 4
    for number in range(3):
        assert any(f"mended by hand {number}".encode() in content for content in kept)


def test_the_same_rejects_are_written_once(office: Office) -> None:
    for _ in range(3):
        taken_in(office, row("divers"))
    assert len(list(beside(office, "").glob("register.csv.rejects*"))) == 1


def test_rejects_in_a_place_that_takes_none_are_told_after_the_rest_is_recorded(
    office: Office,
) -> None:
    from domain.errors import StoreTrouble

    beside(office, "register.csv.rejects.csv").mkdir()

    with pytest.raises(StoreTrouble, match=r"register\.csv\.rejects\.csv"):
        taken_in(office, row("information"), row("divers"))
    assert len(office.journal.history("HOL-2025-0042")) == 1


def test_a_reject_file_is_found_beside_the_register(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "un registre; à l’œil"
    folder.mkdir()
    file = folder / "année 2025.csv"
    file.write_bytes(written([row("divers")]))

    take_in(office, file)

    assert {found.name for found in folder.iterdir()} == {
        "année 2025.csv",
        "année 2025.csv.rejects.csv",
    }
