"""An amount is typed in euro, with a point or a comma, and kept in cents."""

import click
import pytest

from cli.money import Amount, euros


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("1234.50", 123_450),
        ("1234,50", 123_450),
        ("482.05", 48_205),
        ("0.01", 1),
        ("7", 700),
        (" 19.99 ", 1_999),
        ("1000000", 100_000_000),
    ],
)
def test_it_is_read(typed, cents):
    assert Amount().convert(typed, None, None) == cents


@pytest.mark.parametrize("typed", ["", "-5", "1.234,50", "12.5", "12.345", "€ 12", "1e3", "twelve"])
def test_what_could_be_read_in_two_ways_is_not_read_at_all(typed):
    with pytest.raises(click.BadParameter):
        Amount().convert(typed, None, None)


@pytest.mark.parametrize(("cents", "shown"), [(1, "0.01"), (700, "7.00"), (123_450, "1234.50")])
def test_it_is_shown_as_it_is_typed(cents, shown):
    assert euros(cents) == shown
