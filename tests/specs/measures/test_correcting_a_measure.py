"""What was judged when a measure was decided is judged again when its record is corrected."""

import pytest
from dossier import DIRECTOR, NUMBER, OFFICER
from examples.health import ADMITTED, REMOVAL_DIRECTOR, TAKEN_IN
from examples.measures import DELEGATE, ENDED, ISOLATED, PROPOSED, SECOND_DIRECTOR
from given import given

from domain import commands as c
from domain.rules import Certainty, rule
from domain.values import Sealed

APART = (ADMITTED, TAKEN_IN, PROPOSED, ISOLATED)
KIND, HOURS = (3, "kind"), (4, "hours")
VISITS = (ADMITTED, TAKEN_IN, PROPOSED.but(kind="visit-restriction"), ISOLATED)


def corrected(*history, of, becomes, by, at="2026-03-11 12:00"):
    version, field = of
    asked = c.CorrectRecord(
        dossier=NUMBER,
        corrects=version,
        field=field,
        becomes=becomes,
        reason=Sealed.of("typing error"),
    )
    return given(*history).when(asked, by=by, at=at)


@pytest.mark.parametrize(
    ("hours", "may"),
    [
        (25, {REMOVAL_DIRECTOR, DELEGATE}),
        (48, {REMOVAL_DIRECTOR, DELEGATE}),
        (49, {DELEGATE}),
        (72, {DELEGATE}),
    ],
)
@pytest.mark.parametrize("who", [OFFICER, SECOND_DIRECTOR, REMOVAL_DIRECTOR, DELEGATE])
def test_the_ladder_holds_for_a_correction_as_for_a_decision(hours, may, who):
    asked = corrected(*APART, of=HOURS, becomes=hours, by=who)
    if who in may:
        asked.events()
    else:
        asked.then_refused("COR-03", saying=f"{hours} hours in all are for", exit_code=4)


def test_beyond_the_last_step_nobody_corrects():
    corrected(*APART, of=HOURS, becomes=73, by=DELEGATE).then_refused("ISO-03")
    corrected(*APART, of=HOURS, becomes=720, by=OFFICER).then_refused("ISO-03")


def test_fewer_hours_are_corrected_by_anybody_else():
    corrected(*APART, of=HOURS, becomes=12, by=OFFICER).events()


def test_what_keeps_nobody_apart_is_on_no_ladder_when_corrected_either():
    corrected(*VISITS, of=HOURS, becomes=720, by=OFFICER).events()


def test_the_hours_count_with_those_of_the_isolation_before():
    before = (PROPOSED.at("2026-03-09 09:00"), ISOLATED.at("2026-03-09 10:00"))
    over = ENDED.at("2026-03-09 22:00")
    second = (PROPOSED.but(number=2), ISOLATED.but(number=2, hours=2))
    history = (ADMITTED, TAKEN_IN, *before, over, *second)
    corrected(*history, of=(7, "hours"), becomes=20, by=SECOND_DIRECTOR).then_refused(
        "COR-03", saying="44 hours in all", exit_code=4
    )
    corrected(*history, of=(7, "hours"), becomes=20, by=REMOVAL_DIRECTOR).events()


def test_of_a_minor_the_hierarchy_corrects_to_more():
    minor = (ADMITTED.but(age="minor"), *APART[1:3], ISOLATED.but(hours=2).by(REMOVAL_DIRECTOR))
    corrected(*minor, of=HOURS, becomes=3, by=DIRECTOR).then_refused("COR-03", exit_code=4)
    corrected(*minor, of=HOURS, becomes=3, by=DELEGATE).events()


@pytest.mark.parametrize(
    ("history", "becomes", "passes"),
    [
        (APART, "visit-restriction", False),
        (APART, "phone-restriction", False),
        (APART, "room-confinement", True),
        (VISITS, "isolation", False),
        (VISITS, "phone-restriction", True),
        (APART[:3], "visit-restriction", True),  # nobody decided it yet
    ],
)
def test_by_no_correction_a_measure_begins_or_ceases_to_keep_apart(history, becomes, passes):
    asked = corrected(*history, of=KIND, becomes=becomes, by=OFFICER)
    asked.events() if passes else asked.then_refused("COR-03", saying="another is decided")


def test_a_placement_is_not_moved_next_to_another_but_by_who_may_decide_the_hours():
    before = (PROPOSED.at("2026-03-07 09:00"), ISOLATED.at("2026-03-07 10:00"))
    over = ENDED.at("2026-03-08 10:00")
    second = (PROPOSED.but(number=2), ISOLATED.but(number=2))
    history = (ADMITTED, TAKEN_IN, *before, over, *second)
    sooner, near = "2026-03-10T08:00+00:00", "2026-03-09T08:00+00:00"
    began = (7, "occurred_at")
    corrected(*history, of=began, becomes=sooner, by=OFFICER).events()
    corrected(*history, of=began, becomes=near, by=SECOND_DIRECTOR).then_refused(
        "COR-03", saying="71 hours in all", exit_code=4
    )
    corrected(*history, of=began, becomes=near, by=DELEGATE).events()


def test_nor_is_the_end_of_the_one_before():
    before = (PROPOSED.at("2026-03-07 09:00"), ISOLATED.at("2026-03-07 10:00"))
    over = ENDED.at("2026-03-08 09:00")
    proposed = PROPOSED.but(number=2).at("2026-03-09 09:00")
    again = ISOLATED.but(number=2).at("2026-03-09 09:30")
    history = (ADMITTED, TAKEN_IN, *before, over, proposed, again)
    ended, later = (5, "occurred_at"), "2026-03-08T08:45+00:00"
    corrected(*history, of=ended, becomes=later, by=SECOND_DIRECTOR).then_refused(
        "COR-03", saying="72 hours in all", exit_code=4
    )
    corrected(*history, of=ended, becomes=later, by=DELEGATE).events()


def test_it_is_a_rule_of_the_house():
    assert rule("COR-03").certainty is Certainty.DESIGN
