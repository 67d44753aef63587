"""The findings of separation do not depend on how the rows of a register are sorted."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from cabinet import office_in, registrar_of
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as some
from registers import Row, arrival, row, sample_rows, written

from cli.wiring import Office
from projections.separation import SEPARATION, all_rows, findings
from workflows import intake

ACTS = ("projet de décision", "projet modifié", "décision", "notification")
AGENTS = ("a.janssens", "janssensa", "l.mertens", "e.claes", "h.wouters")
ONE_ROW = some.builds(
    row,
    some.sampled_from(ACTS),
    agent=some.sampled_from(AGENTS),
    date=some.sampled_from(("08/01/2025", "09/01/2025", "10/01/2025")),
    heure=some.sampled_from(("", "09:15", "09:15:20", "16:40")),
)


def found(office: Office, files: Sequence[Sequence[Row]], folder: Path) -> list[tuple[Any, ...]]:
    """Take files in and return what is found, but for the places of the rows themselves."""
    for at, rows in enumerate(files):
        file = folder / f"register-{at}.csv"
        file.write_bytes(written(rows))
        intake.import_register(office.journal, office.vault, file, registrar_of(office))
    with office.reading(SEPARATION) as connection:
        return sorted(
            (one.code, one.dossier, one.round, tuple(sorted(one.persons)))
            for one in findings(all_rows(connection))
        )


def in_a_new_office(*files: Sequence[Row]) -> list[tuple[Any, ...]]:
    with tempfile.TemporaryDirectory() as made:
        office = office_in(Path(made) / "office")
        try:
            return found(office, files, Path(made))
        finally:
            office.close()


def test_the_sample_register_sorted_otherwise_gives_the_same_findings() -> None:
    rows = sample_rows()
    as_it_is = in_a_new_office(rows)
    assert len(as_it_is) == 14
    for seed in (1, 2):
        mixed = Random(seed).sample(rows, len(rows))  # noqa: S311 (no secret)
        assert in_a_new_office(mixed) == as_it_is


@for_all(some.lists(ONE_ROW, min_size=2, max_size=7, unique_by=repr), some.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_a_dossier_holds_and_also_where_only_days_are_known(
    rows: list[dict[str, str]], data: some.DataObject
) -> None:
    rows = [arrival(), *rows]
    assert in_a_new_office(data.draw(some.permutations(rows))) == in_a_new_office(rows)


@for_all(some.lists(ONE_ROW, min_size=2, max_size=5, unique_by=repr), some.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nor_on_the_order_of_files_that_hold_a_row_each(
    rows: list[dict[str, str]], data: some.DataObject
) -> None:
    files = [[arrival(), each] for each in rows]
    assert in_a_new_office(*data.draw(some.permutations(files))) == in_a_new_office(*files)
