"""The rule table says what is law, since when, and how sure we are of it."""

import hashlib
import subprocess
import sys
from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain.rules import (
    RULE_SET,
    Certainty,
    PlaceKind,
    Roll,
    Selector,
    Unit,
    UnknownRuleError,
    digest,
    place,
    places,
    read_rules,
    rule,
    rules,
)


def ids(text: str) -> list[str]:
    return text.split()


DIGESTS = {
    "2026.1": "d370a79b73568dd6099d1f73221e445466f59b136e83e295e65552bc6a6a0556",
    "2026.2": "51da78ac8227b42a62e315ba218717861fd34d5ef5ea01c71cf45ec5b0028a51",
}

IDS = ids("""
    INF-01 INF-02 INF-03 INF-04 INF-05 INF-06 INF-07 HEA-01 HEA-02 NOT-01 NOT-02 NOT-03
    NOT-04 NOT-05 INT-01 INT-02
    DEP-01 DEP-02 DEP-03 DEP-04 DEP-05 POS-01 POS-02 POS-03
    EXE-01 EXE-02 EXE-03 EXE-04 EXE-05 EXE-06 EXE-07
    APP-01 APP-02 APP-03 APP-04 APP-04a APP-04b APP-04c APP-04d APP-04e
    APP-05 APP-06 APP-07 APP-08 APP-09 APP-10 APP-11 APP-12 APP-13
    APP-14 CDC-01 CDC-02 CDC-03 CDC-04 CDC-05 ECH-01
    DET-01 DET-02 DET-03 DET-04 DET-05 DET-06 DET-07 DET-08 DET-09 DET-10 DET-11 DET-12
    DET-13 DET-14 DET-15 DET-16 DET-17 DET-18 DET-19
    BAN-01 BAN-02 BAN-03 BAN-04 BAN-05 SIS-01 DUB-01 DUB-02 DUB-03
    DUB-04 REC-01 REC-02 REC-03 REC-04
    ISO-01 ISO-02 ISO-03 ISO-04 INC-01 PLA-01 PUB-01 PUB-02 PUB-03 PUB-04 GDP-01 GDP-02
    PRI-01
""")
NOT_READ_IN_A_LAW = {
    Certainty.SECONDARY: ids("""
        EXE-04 EXE-05 APP-05 APP-06 APP-07 APP-08 APP-09 APP-10 CDC-03 CDC-04
        DET-07 DET-08 DET-09 DET-12 DET-17 DET-19 REC-03 REC-04
    """),
    Certainty.UNVERIFIED: ids("""
        HEA-02 NOT-04 NOT-05 INT-01 APP-13 APP-14 CDC-05 ECH-01 DUB-03 DUB-04
        ISO-01 ISO-02 ISO-03 ISO-04 GDP-01 GDP-02
    """),
    Certainty.OPEN: ["PLA-01"],
    Certainty.ANNOUNCED: ["DET-13"],
}

ACTS = ("law of", "decree of", "Regulation", "Directive", "Charter")

ROW = """
[[rule]]
id = "DEP-01"
name = { en = "voluntary departure period", fr = "délai de départ", nl = "vertrektermijn" }
basis = "art. 74/14 §1, law of 15.12.1980"
certainty = "verified"
"""


def read(text):
    return read_rules(text, "departure.toml", ("DEP", "POS", "EXE"))


# -- what the table holds -----------------------------------------------------------------


def test_every_rule_of_the_procedure_is_there_in_order():
    assert [each.id for each in rules()][: len(IDS)] == IDS


def test_every_other_rule_is_this_houses_own_and_says_so():
    assert {each.certainty for each in rules()[len(IDS) :]} == {Certainty.DESIGN}
    assert all(each.certainty is not Certainty.DESIGN for each in rules()[: len(IDS)])


@pytest.mark.parametrize("certainty", NOT_READ_IN_A_LAW)
def test_no_rule_becomes_surer_than_its_source(certainty):
    assert [each.id for each in rules() if each.certainty is certainty] == NOT_READ_IN_A_LAW[
        certainty
    ]


def test_a_number_this_house_chose_is_marked_as_such():
    assert [each.id for each in rules()[: len(IDS)] if each.parameter] == (
        ids("INT-01 INT-02 EXE-04 EXE-06 APP-04d APP-14 DET-14 ISO-01 ISO-02 ISO-03 ISO-04 INC-01")
    )


@pytest.mark.parametrize("each", rules(), ids=lambda each: each.id)
def test_a_basis_can_stand_alone_in_a_refusal(each):
    assert not {"idem", "old", "via"} & set(each.basis.split())
    if each.basis.startswith("art"):
        assert any(act in each.basis for act in ACTS)


def test_a_rule_is_named_in_the_three_languages_of_the_desk():
    assert [rule("BAN-01").name_in(lang) for lang in ("en", "fr", "nl")] == [
        "entry ban",
        "interdiction d'entrée",
        "inreisverbod",
    ]
    with pytest.raises(ValueError, match="named in en, fr, nl, not in de"):
        rule("BAN-01").name_in("de")


def test_a_term_has_a_number_a_unit_and_a_start():
    term = rule("DEP-01")
    assert (term.length, term.unit, term.starts) == (30, Unit.CALENDAR_DAYS, "notification")
    bounds = rule("DEP-02")
    assert (bounds.length, bounds.length_min, bounds.length_max) == (None, 7, 30)
    assert rule("APP-07").lengths == (5, 10)
    assert rule("APP-03").roll is Roll.NEXT_WORKING_DAY
    assert rule("DEP-01").roll is None


def test_the_day_of_notification_picks_the_remedy():
    assert all(
        each.selector is Selector.NOTIFICATION_DATE for each in rules() if each.id[:3] == "APP"
    )
    assert rule("DEP-01").selector is None


# -- since when ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule_id", "day", "acts"),
    [
        ("APP-03", date(2014, 5, 30), False),
        ("APP-03", date(2014, 5, 31), True),
        ("APP-03", date(2026, 6, 11), True),
        ("APP-03", date(2026, 6, 12), False),
        ("APP-05", date(2026, 6, 11), False),
        ("APP-05", date(2026, 6, 12), True),
        ("APP-05", date(2099, 1, 1), True),
        ("APP-01", date(1999, 1, 1), True),
        ("DET-15", date(2024, 7, 19), False),
        ("DET-15", date(2024, 7, 20), True),
        ("ORD-01", date(1999, 1, 1), True),
    ],
)
def test_a_rule_acts_from_its_first_day_to_its_last(rule_id, day, acts):
    assert rule(rule_id).in_force(day) is acts


@for_all(st.dates())
@settings(deadline=None)
def test_what_is_only_announced_never_acts(day):
    assert not rule("DET-13").in_force(day)


@for_all(st.sampled_from(rules()), st.tuples(st.dates(), st.dates(), st.dates()))
@settings(deadline=None)
def test_a_rule_in_force_on_two_days_is_in_force_between_them(each, days):
    first, between, last = sorted(days)
    if each.in_force(first) and each.in_force(last):
        assert each.in_force(between)


# -- asking for a rule --------------------------------------------------------------------


@pytest.mark.parametrize("rule_id", ["DEP-99", "XYZ-01", "DEP", "", "dep-01"])
def test_a_rule_that_does_not_exist_is_refused_by_name(rule_id):
    with pytest.raises(KeyError) as refused:
        rule(rule_id)
    assert str(refused.value) == f"no rule is called {rule_id}"


def test_a_rule_asked_for_on_a_day_must_be_in_force():
    assert rule("APP-03", on=date(2026, 6, 11)) is rule("APP-03")
    with pytest.raises(UnknownRuleError, match="APP-03 is not in force on 2026-06-12"):
        rule("APP-03", on=date(2026, 6, 12))


def test_asking_for_nothing_reads_nothing():
    code = "import sys, domain.rules; print(*{'tomllib', 'csv', 'holidays'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


# -- the version of the table -------------------------------------------------------------


def test_the_table_does_not_change_without_its_version():
    assert digest() == DIGESTS[RULE_SET], (
        "the table changed: raise RULE_SET and add its digest; keep the earlier ones"
    )


def test_the_digest_covers_every_file_of_the_table():
    total = hashlib.sha256()
    tables = files("domain.rules") / "tables"
    lists = [f"codes/{file.name}" for file in (tables / "codes").iterdir()]
    for name in sorted([*lists, *(file.name for file in tables.iterdir() if file.is_file())]):
        total.update(name.encode() + b"\0" + (tables / name).read_bytes() + b"\0")
    assert digest() == total.hexdigest()


# -- a table that is not as agreed is not read --------------------------------------------


def test_a_row_as_agreed_is_read():
    (dep,) = read(ROW)
    assert (dep.id, dep.certainty, dep.length, dep.valid_from) == ("DEP-01", "verified", None, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ROW + "lenght = 30", "DEP-01: lenght: is not a known key"),
        (ROW + "length = '30'", "DEP-01: length: must be a whole number, zero or more"),
        (ROW + "length = true", "DEP-01: length: must be a whole number, zero or more"),
        (ROW + "length = 7.5", "DEP-01: length: must be a whole number, zero or more"),
        (ROW + "length = -1", "DEP-01: length: must be a whole number, zero or more"),
        (ROW + "length = 30", "DEP-01: unit: is missing beside length"),
        (ROW + "unit = 'months'", "DEP-01: unit: counts nothing: no length is given"),
        (
            ROW + "length = 1\nunit = 'fortnights'",
            "DEP-01: unit: 'fortnights' is none of minutes, hours, calendar_days, working_days, "
            "weeks, months, years, words, percent",
        ),
        (ROW + "lengths = [5]\nunit = 'weeks'", "DEP-01: lengths: must list two numbers or more"),
        (
            ROW + "length = 5\nlengths = [5, 10]\nunit = 'weeks'",
            "DEP-01: lengths: stands alone, not beside length",
        ),
        (
            ROW + "length_min = 30\nlength_max = 7\nunit = 'calendar_days'",
            "DEP-01: length_max: length_min, length and length_max must not decrease",
        ),
        (
            ROW + "length = 48\nunit = 'hours'\nroll = 'next_working_day'",
            "DEP-01: roll: needs a term in days or longer",
        ),
        (ROW + "roll = 'previous_day'", "DEP-01: roll: 'previous_day' is none of next_working_day"),
        (ROW + "selector = 3", "DEP-01: selector: 3 is none of notification_date"),
        (ROW + "parameter = 'yes'", "DEP-01: parameter: must be true or false"),
        (ROW + "note = ' '", "DEP-01: note: must be a text"),
        (ROW + "source = 'L80'", "DEP-01: source: must list one text or more"),
        (
            ROW + "valid_from = '2012-02-27'",
            "DEP-01: valid_from: must be a date, without quotes or time",
        ),
        (
            ROW + "valid_from = 2012-02-27T00:00:00",
            "DEP-01: valid_from: must be a date, without quotes or time",
        ),
        (
            ROW + "valid_from = 2026-06-12\nvalid_to = 2026-06-11",
            "DEP-01: valid_to: 2026-06-11 is before 2026-06-12",
        ),
        (
            ROW.replace("verified", "certain"),
            "DEP-01: certainty: 'certain' is none of verified, secondary, unverified, open, "
            "announced, design",
        ),
        (ROW.replace(", nl =", ", de ="), "DEP-01: name: must give en, fr and nl"),
        (ROW.replace("basis", "legal_basis"), "DEP-01: basis: is missing"),
        (ROW.replace("id =", "rule_id ="), "?: id: is missing"),
        (ROW.replace("DEP-01", "APP-01"), "APP-01: id: belongs in another file"),
        (ROW + ROW, "DEP-01: id: given twice"),
        ("version = 3\n" + ROW, "-: version: only [[rule]] is known here"),
    ],
)
def test_a_slip_in_the_table_is_named_by_file_rule_and_key(text, message):
    with pytest.raises(ValueError) as refused:
        read(text)
    assert str(refused.value) == f"departure.toml: {message}"


def test_a_file_that_is_not_toml_is_named():
    with pytest.raises(ValueError, match=r"departure\.toml: not TOML"):
        read("[[rule]")


# -- places -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("VOT", "VOT"),
        ("vot", "VOT"),
        ("Vottem", "VOT"),
        ("Holsbeek", "HOL"),
        (" holsbeek ", "HOL"),
        ("Hölsbeek", "HOL"),
        ("127bis", "127B"),
        ("127b", "127B"),
        ("sint-gillis-waas", "SGW"),
        ("centre pour illegaux de bruges", "BRU"),
    ],
)
def test_a_place_is_found_by_its_code_or_by_a_name(said, code):
    found = place(said)
    assert found
    assert found.code == code


@pytest.mark.parametrize("said", ["", "Centre", "Steenokkerzeel", "transit", "de", "Zaventem"])
def test_a_place_is_not_guessed(said):
    assert place(said) is None


def test_the_list_of_places_tells_centres_from_family_units():
    assert [each.code for each in places() if each.kind is PlaceKind.FAMILY_UNITS] == [
        "ZUL",
        "TUB",
        "SGW",
        "TIE",
        "BEA",
    ]
    assert [each.code for each in places() if each.residents == "women"] == ["HOL"]
    assert {each.source_year for each in places()} == {2023, None}
