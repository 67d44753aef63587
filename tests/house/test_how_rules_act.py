"""How a rule acts is read from the code that acts, and from nothing that is said about it."""

import sys
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

HOUSE = Path(__file__).parents[2]
sys.path.insert(0, str(HOUSE / "docs"))
acts = import_module("acts")

CLOCK = '''
def _reports(state, _now):
    """EXE-07: the report is due without delay, and a guard "EXE-07" might say so."""
    # "EXE-07" is the law on it: Due("EXE-07")
    for use in state.coercion:
        yield Due("EXE-07", use.at, "file the report", use.at)


CLOCKS = (_reports,)
'''


def act(*modules: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = acts.how_rules_act(dedent(module) for module in modules)
    return found


def test_a_clock_that_is_emptied_no_longer_acts_though_its_docstring_stays():
    assert act(CLOCK) == {"EXE-07": ["clock"]}
    begin, loop, _rest = CLOCK.partition("    for use in")
    assert loop
    emptied = f"{begin}    yield from ()\n\n\nCLOCKS = (_reports,)\n"
    assert "EXE-07" in emptied
    assert act(emptied) == {}


@pytest.mark.parametrize(
    ("made", "kind"),
    [
        ('Failing("INF-03", "why", {})', "guard"),
        ('NotAllowed("INF-03: {account} may not", account=1)', "guard"),
        ('Due("INF-03", at, "what", at)', "clock"),
        ('Missing("INF-03", "what")', "missing"),
        ('Due(rule="INF-03", at=at)', "clock"),
    ],
)
def test_what_is_made_with_a_rule_says_how_it_acts(made, kind):
    assert act(f"def _guard(attempt):\n    yield {made}\n") == {"INF-03": [kind]}


def test_one_rule_may_act_in_several_ways():
    guard = 'def guard(a):\n    yield Failing("EXE-07", "why")\n'
    assert act(CLOCK, guard) == {"EXE-07": ["clock", "guard"]}


def test_a_text_that_tells_of_a_rule_is_not_the_rule_quoted():
    assert act('def guard(a):\n    yield Failing("ORD-01", "DEC-02 asks for it", {"n": 1})\n') == {
        "ORD-01": ["guard"]
    }


def test_what_is_only_compared_with_does_not_act():
    assert (
        act(
            """
            FLAGS = {"no-translation": "INF-03"}


            def standing(defects):
                return [each for each in defects if each not in FLAGS]


            def over(reasons):
                for reason in reasons:
                    if reason.rule == "ORD-04":
                        yield Failing(reason.rule, "why")
            """
        )
        == {}
    )


def test_a_rule_computed_elsewhere_is_followed_to_what_is_made_with_it():
    assert act(
        """
        def _occasions(state):
            yield "REC-03", state.decided


        def _counselling(state, now):
            for row, since in _occasions(state):
                yield Due(row, since, "talk over return", since)


        def _kept(value):
            yield Failing(value, "why")
        """
    ) == {"REC-03": ["clock"]}


def test_a_rule_kept_in_a_table_is_followed_to_who_looks_it_up():
    assert act(
        """
        _TELLING = {"no-remedies": "INF-04"}


        def that_stop_terms(defects):
            for defect in defects:
                yield Failing(_TELLING.get(defect, "DEC-07"), "a defect")
        """
    ) == {"DEC-07": ["guard"], "INF-04": ["guard"]}


def test_a_rule_handed_to_what_refuses_by_it_is_a_guard():
    kept = """
        class Kept:
            rule: str

            def in_order(self, attempt):
                yield Failing(self.rule, "why")
        """
    assert act(kept, '_CRISES = Kept(courses, "AFF-01")\n') == {"AFF-01": ["guard"]}


def test_a_row_of_which_only_a_length_is_used_is_a_number():
    assert act(
        """
        def _gap():
            return timedelta(hours=rule("MEA-06").length or 0)


        def guard(attempt):
            if attempt.gap > _gap():
                yield Failing("MEA-01", "why")
        """
    ) == {"MEA-01": ["guard"], "MEA-06": ["number"]}


def test_a_number_that_nothing_uses_does_not_act():
    assert act('def _gap():\n    return rule("MEA-06").length\n') == {}


def test_a_private_name_of_one_module_is_not_that_of_another():
    one = 'def _rows():\n    yield "REC-03"\n'
    other = "def _rows():\n    pass\n\n\ndef guard(a):\n    yield Failing(_rows())\n"
    assert act(one, other) == {}


def test_a_specification_holds_a_rule_by_what_it_does():
    named = acts.rules_named('"""EXE-07."""\n\n\ndef test_it():\n    """PRI-01."""\n    # REC-01\n')
    assert named == set()
    assert acts.rules_named('def test_it():\n    asked.then_refused("EXE-07", "ORD-01")\n') == {
        "EXE-07",
        "ORD-01",
    }


@pytest.mark.parametrize(
    ("rule_id", "ways"),
    [
        ("EXE-07", "clock"),
        ("APP-01", "clock"),
        ("APP-13", "clock"),
        ("REC-01", "clock"),
        ("REC-03", "clock"),
        ("REC-04", "clock"),
        ("INC-01", "clock"),
        ("PRI-01", "clock"),
        ("INF-03", "missing"),
        ("INF-05", "missing"),
        ("DEC-04", "guard"),
        ("TIT-01", "guard"),
        ("MOT-02", "control"),
    ],
)
def test_the_page_says_so_of_the_house(rule_id, ways):
    assert import_module("pages")._judged()[rule_id] == ways


def test_a_row_that_is_given_on_is_quoted_by_who_takes_it():
    row = """
        def row_of(refusal):
            return rule("APP-04c") if refusal.fast else None


        def term(refusal):
            return (rule("APP-11").id, 5)


        def guard(refusal):
            yield Failing(row_of(refusal).id, "why")


        def clock(refusal):
            yield Due(term(refusal)[0], "what")
        """
    assert act(row) == {"APP-04c": ["number"], "APP-11": ["clock"]}
    assert act(row.replace(" if refusal.fast else None", "")) == {
        "APP-04c": ["guard"],
        "APP-11": ["clock"],
    }


def test_what_any_value_has_is_no_method_of_ours():
    held = """
        class List:
            def items(self):
                return "DPT-03"


        def others(table):
            for name, value in table.items():
                yield Failing(name, "why")
        """
    assert act(held) == {}
