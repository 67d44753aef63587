"""The law of taking in: whatever a register is like, every row is recorded, known or rejected."""

from collections.abc import Callable
from typing import Any

from cabinet import log_is_sound
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as some
from registers import COLUMNS, NewOffice, beside, sample_rows, take_in, told, written

from domain.errors import BadInput

ROWS = sample_rows()

Damage = Callable[[list[list[str]]], None]

NASTY = some.sampled_from(
    [
        "",
        "-",
        "01/01/0001",
        "31/12/9999",
        "30/02/2025",
        "٠١/٠١/٢٠٢٥",
        "99:99",
        "24:00",
        "arrivée",
        "décision",
        "notification",
        "HOL-2025-0001",
        "hol-2025-0001",
        "d.lambert",
        "Holsbeek",
        "langue=",
        "=1+1",
        '"',
        '"dit non";;',
        "recours mentionnés;" * 50,
        "ﬁ ŉ İ ß",
        "\u200b\u202e\ufeff",
        "a\r\nb",
        "x" * 140_000,
    ]
)
TEXT = some.one_of(
    NASTY, some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0"))
)
PLACE = some.tuples(some.integers(0, 10**6), some.integers(0, len(COLUMNS) - 1))


def _change(place: tuple[int, int], text: str) -> Damage:
    def damage(rows: list[list[str]]) -> None:
        rows[place[0] % len(rows)][place[1]] = text

    return damage


def _lose_cell(place: tuple[int, int]) -> Damage:
    def damage(rows: list[list[str]]) -> None:
        row = rows[place[0] % len(rows)]
        rows[place[0] % len(rows)] = [*row[: place[1]], *row[place[1] + 1 :], ""]

    return damage


def _repeat_row(place: tuple[int, int], times: int) -> Damage:
    def damage(rows: list[list[str]]) -> None:
        rows.extend([list(rows[place[0] % len(rows)]) for _ in range(times)])

    return damage


def _swap(place: tuple[int, int], other: int) -> Damage:
    def damage(rows: list[list[str]]) -> None:
        row = rows[place[0] % len(rows)]
        row[place[1]], row[other] = row[other], row[place[1]]

    return damage


DAMAGE = some.one_of(
    some.builds(_change, PLACE, TEXT),
    some.builds(_lose_cell, PLACE),
    some.builds(_repeat_row, PLACE, some.integers(1, 3)),
    some.builds(_swap, PLACE, some.integers(0, len(COLUMNS) - 1)),
)
MANNER = some.fixed_dictionaries(
    {
        "encoding": some.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
        "delimiter": some.sampled_from(list(";,\t|")),
        "quote_all": some.booleans(),
    }
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@for_all(
    start=some.integers(0, len(ROWS) - 25),
    damages=some.lists(DAMAGE, max_size=8),
    manner=MANNER,
)
def test_rows_are_recorded_duplicates_or_rejected(
    new_office: NewOffice, start: int, damages: list[Damage], manner: dict[str, Any]
) -> None:
    cells = [[one[name] for name in COLUMNS] for one in ROWS[start : start + 25]]
    for damage in damages:
        damage(cells)
    rows = [dict(zip(COLUMNS, one, strict=True)) for one in cells]

    with new_office() as office:
        before = office.journal.newest()
        file = beside(office, "register.csv")
        file.write_bytes(written(rows, **manner))
        try:
            first = take_in(office, file)
        except BadInput:
            # A cell of several lines may look like rows below an open quotation mark.
            assert any("\n" in cell or "\r" in cell for one in cells for cell in one)
            assert office.journal.newest() == before
            return

        assert first.rows == sum(any(cell.strip() for cell in one) for one in cells)
        assert first.rows == first.recorded + first.duplicates + len(first.rejects)
        assert sum(told(office).values()) == first.recorded
        assert len({line for line, _ in first.rejects}) == len(first.rejects)
        assert log_is_sound(office.paths.store) == before + first.recorded

        again = take_in(office, file)

        assert (again.rows, again.recorded) == (first.rows, 0)
        assert again.rejects == first.rejects

        rejects = beside(office, "register.csv.rejects.csv")
        assert rejects.exists() == bool(first.rejects)
        if first.rejects:
            unmended = take_in(office, rejects)
            assert (unmended.rows, unmended.recorded) == (len(first.rejects), 0)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@for_all(
    cuts=some.lists(
        some.tuples(some.integers(0, 5_000), some.binary(max_size=6), some.integers(0, 40)),
        min_size=1,
        max_size=5,
    )
)
def test_a_file_with_damaged_bytes_is_taken_in_by_the_same_law_or_refused_whole(
    new_office: NewOffice, cuts: list[tuple[int, bytes, int]]
) -> None:
    content = written(ROWS[:40])
    for at, instead, length in cuts:
        content = content[:at] + instead + content[at + length :]

    with new_office() as office:
        before = office.journal.newest()
        file = beside(office, "register.csv")
        file.write_bytes(content)
        try:
            tally = take_in(office, file)
        except BadInput:
            assert office.journal.newest() == before
        else:
            assert tally.rows == tally.recorded + tally.duplicates + len(tally.rejects)
            assert log_is_sound(office.paths.store) == before + tally.recorded
