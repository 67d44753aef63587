"""Every legal rule is acted on and held at its boundary, or listed as data only, with why."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from domain.rules import Certainty, rules

sys.path.insert(0, str(Path(__file__).parents[2] / "docs"))
pages = import_module("pages")

LAW = [each for each in rules() if each.certainty is not Certainty.DESIGN]
JUDGED, HELD = pages._judged(), pages._specified()


def test_the_table_has_the_rules_of_the_procedure():
    assert len(LAW) == 102


@pytest.mark.parametrize("each", LAW, ids=lambda each: each.id)
def test_a_rule_is_acted_on_and_specified_or_said_to_be_data_only(each):
    if each.id in pages.DATA_ONLY:
        assert each.id not in JUDGED, "it acts, so it is more than data"
        assert pages.DATA_ONLY[each.id]
    else:
        assert each.id in JUDGED, "no guard and no clock quotes it"
        assert HELD.get(each.id), "no specification names it"


def test_what_is_announced_or_open_never_acts():
    for each in LAW:
        if each.certainty in (Certainty.ANNOUNCED, Certainty.OPEN):
            assert each.id not in JUDGED


def test_a_house_rule_that_is_quoted_nowhere_is_no_rule():
    house = {each.id for each in rules()} - {each.id for each in LAW}
    assert house - JUDGED.keys() == set()
