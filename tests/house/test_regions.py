"""What is said of a region stands in the files named after it, and is found there."""

from importlib import import_module

import pytest

from cli.translations.regions import REGIONS as TOLD
from domain import commands, events, lifecycle, regions
from domain.decide import guards
from domain.trajectory import fold

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


@pytest.mark.parametrize("words", [events, commands], ids=["events", "commands"])
def test_a_word_stands_in_a_region_there_is_or_is_about_staff_or_samples(words):
    assert words.WORDS.keys() >= {*regions.REGIONS}
    assert words.WORDS.keys() - {*regions.REGIONS} <= {"staff", "mandates", "sample"}


@pytest.mark.parametrize("language", ["FR", "NL"])
def test_no_text_is_told_otherwise_in_one_region_than_in_another(language):
    texts = [pair for told in TOLD for pair in getattr(told, language).items()]
    assert [text for text, said in texts if dict(texts)[text] != said] == []


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


@pytest.mark.parametrize("region", [each for each in regions.REGIONS if each != "correction"])
def test_a_change_is_found_where_its_event_is_looked_for(region):
    for name, change in import_module(f"domain.trajectory.{region}").CHANGES.items():
        assert change in fold._changes(name), name


def test_no_region_is_looked_into_in_vain():
    for name, others in fold.ALSO.items():
        for region in others:
            assert name in import_module(f"domain.trajectory.{region}").CHANGES


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
