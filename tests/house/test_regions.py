"""What is said of a region stands in the files named after it, and is found there."""

from importlib import import_module

import pytest

from domain import commands, events, lifecycle
from domain.decide import guards

TABLES = ("GUARDS", "GUARDS_FROM_2", "RESTS_ON", "ADDS")


@pytest.mark.parametrize("words", [events, commands], ids=["events", "commands"])
def test_every_word_stands_in_the_file_of_its_region(words):
    for region, names in words.WORDS.items():
        there = vars(import_module(f"{words.__name__}.{region}"))
        own = {
            name
            for name, kind in there.items()
            if isinstance(kind, type) and kind.__module__ == f"{words.__name__}.{region}"
        }
        assert own == set(names), region


def test_no_word_stands_in_two_regions():
    for words in (events.WORDS, commands.WORDS):
        names = [name for each in words.values() for name in each]
        assert len(names) == len(set(names))


@pytest.mark.parametrize("region", guards.REGIONS)
def test_a_guard_is_found_where_its_act_is_looked_for(region):
    told = import_module(f"domain.decide.{region}")
    for table in TABLES:
        for act in getattr(told, table, {}):
            assert region in (lifecycle.region_of(act), guards.ELSEWHERE.get(act)), act


def test_no_act_is_told_of_by_two_regions_in_the_same_table():
    for table in TABLES:
        tables = (getattr(told, table, {}) for told in guards.every_region())
        acts = [act for each in tables for act in each]
        assert len(acts) == len(set(acts))


def test_a_word_that_is_not_ours_is_not_found():
    with pytest.raises(AttributeError, match="has no BurnDossier"):
        getattr(commands, "BurnDossier")  # noqa: B009 (no such name is declared)
    with pytest.raises(KeyError):
        events.EVENTS["dossier-burnt.v1"]
