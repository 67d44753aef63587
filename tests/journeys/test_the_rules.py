"""The rule table as anybody may read it: what holds, on which day, and how sure that is."""

import json
from typing import Any

import pytest
from story import Desk

from cli.procedure import UNITS
from domain.rules import Unit, rules


def listed(desk: Desk, *options: str) -> dict[str, Any]:
    run = desk.runs(" ".join(("procedure rules --json", *options)))
    assert run.exit_code == 0
    return {row["id"]: row for row in json.loads(run.stdout)}


def lines(desk: Desk, options: str = "") -> dict[str, str]:
    shown = desk.types(f"procedure rules {options}").splitlines()[1:]
    return {line.split()[0]: line for line in shown}


def test_every_rule_is_listed_without_any_store(file_desk: Desk) -> None:
    assert list(lines(file_desk)) == list(listed(file_desk)) == [one.id for one in rules()]


def test_all_a_rule_says_is_told_to_programs(file_desk: Desk) -> None:
    assert listed(file_desk)["DEP-02"] == {
        "id": "DEP-02",
        "name": {
            "en": "voluntary departure period without right to stay over three months",
            "fr": "délai de départ volontaire sans droit de séjour de plus de trois mois",
            "nl": "termijn voor vrijwillig vertrek zonder verblijfsrecht van meer dan drie maanden",
        },
        "basis": "art. 74/14 §1 para. 2, law of 15.12.1980",
        "certainty": "verified",
        "length": None,
        "length_min": 7,
        "length_max": 30,
        "lengths": [],
        "unit": "calendar_days",
        "roll": None,
        "starts": "notification",
        "effect": "forced removal is prohibited while it runs (art. 74/14 §2)",
        "parameter": False,
        "selector": None,
        "valid_from": "2012-02-27",
        "valid_to": None,
        "note": None,
        "source": ["L80", "AGII-BGV"],
        "overridable": False,
        "acts": True,
    }


def test_the_day_of_notification_picks_the_regime_of_appeals(file_desk: Desk) -> None:
    before, after = (listed(file_desk, f"--on {day}") for day in ("2026-06-11", "2026-06-12"))
    old = {"APP-01", "APP-02", "APP-03", "APP-04"}
    assert old <= before.keys()
    assert not old & after.keys()
    assert {"APP-05", "APP-06"} <= after.keys() - before.keys()


def test_a_day_and_an_hour_are_taken_for_the_day_in_brussels(file_desk: Desk) -> None:
    late = listed(file_desk, "--on 2026-06-11T22:30Z")
    assert late == listed(file_desk, "--on 2026-06-12")


def test_what_is_announced_is_marked_and_never_acts(file_desk: Desk) -> None:
    announced = [one.id for one in rules() if one.certainty == "announced"]
    assert announced
    shown, ever = lines(file_desk), listed(file_desk)
    assert all("announced" in shown[one] and "never acts" in shown[one] for one in announced)
    assert [one for one in ever if not ever[one]["acts"]] == announced
    for day in ("1990-01-01", "2026-11-22", "2199-01-01"):
        assert not set(announced) & listed(file_desk, f"--on {day}").keys()


@pytest.mark.parametrize(
    ("rule", "options", "told"),
    [
        ("INT-01", "", ("24 hours", "unverified, parameter")),
        ("INT-01", "--lang fr", ("24 heures", "non vérifié, paramètre")),
        ("INT-01", "--lang nl", ("24 uur", "niet geverifieerd, parameter")),
        ("DEP-02", "", ("7 to 30 calendar days", "verified", "from 2012-02-27")),
        ("DEP-02", "--lang nl", ("7 tot 30 kalenderdagen", "van 2012-02-27")),
        ("BAN-01", "", ("at most 3 years",)),
        ("BAN-03", "--lang fr", ("au moins 5 ans",)),
        ("PUB-04", "", ("30, 15 calendar days",)),
        ("APP-04", "", ("from 2014-05-31 to 2026-06-11",)),
    ],
)
def test_a_line_tells_term_and_certainty(
    file_desk: Desk, rule: str, options: str, told: tuple[str, ...]
) -> None:
    line = lines(file_desk, options)[rule]
    assert [words for words in told if words not in line] == []


def test_every_unit_has_a_word() -> None:
    assert set(UNITS) == set(Unit)


def test_a_date_that_is_none_is_told(file_desk: Desk) -> None:
    assert file_desk.types("procedure rules --on yesterday") == (
        "trajet: --on: yesterday is not a date; write 2026-03-02 or 2026-03-02T14:05\n[exit 2]\n"
    )
