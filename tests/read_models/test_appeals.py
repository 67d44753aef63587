"""What became of each appeal, for the unit the decision came from; and which decisions fell."""

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    COACH,
    DRAFTED,
    GRANTED,
    HANDED_IN,
    LODGED,
    NOTIFIED,
    NUMBER,
    OFFICER,
    REJECTED,
    TAKEN,
)
from examples.remedies import brought as lodged
from given import Act, brussels
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain import events as e
from domain.trajectory import replay
from domain.values import AppealKind
from projections import appeals
from projections.appeals import OUTCOMES, UNKNOWN, Appealed, Unit, figures

OTHER = "HOL-2026-0043"
DECIDED = (ARRIVED, DRAFTED, TAKEN, NOTIFIED)
UNIT = Unit("HOL", "migration-assistant", "migration-officer")


def told(centre):
    return centre.ask(appeals.all_of)


def outcome(centre, *acts):
    centre.record(NUMBER, *DECIDED, *acts)
    return [one.outcome for one in told(centre).appeals]


def from_histories(histories):
    states = [replay(lines) for lines in histories]
    known = [(one, lines) for one, lines in zip(states, histories, strict=True) if one]
    return appeals.of_histories(known)


def test_an_appeal_is_told_with_the_decision_it_is_against_and_its_unit(centre):
    centre.record(NUMBER, *DECIDED, HANDED_IN, LODGED)
    (one,) = told(centre).appeals
    assert one._replace(drafted=None, taken=None) == Appealed(
        dossier=NUMBER,
        number=1,
        centre="HOL",
        restricted=False,
        kind="extreme-urgency",
        outcome="pending",
        brought=HANDED_IN.when,
        since=LODGED.when,
        reference=vars(LODGED.event)["reference"],
        round=1,
        form="13septies",
        decision=None,
        drafted=None,
        taken=None,
        unit=UNIT,
    )


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ((LODGED,), "pending"),
        ((LODGED, REJECTED), "rejected"),
        ((LODGED, GRANTED), "suspended"),
        ((LODGED, GRANTED, ANNULLED.at("2026-03-21 09:00")), "annulled"),
        (
            (
                LODGED,
                Act(
                    e.AppealAdmitted(reference=vars(LODGED.event)["reference"]),
                    OFFICER,
                    brussels("2026-03-19 10:00"),
                ),
            ),
            "admitted",
        ),
        (
            (
                LODGED,
                Act(
                    e.AppealWithdrawn(reference=vars(LODGED.event)["reference"]),
                    COACH,
                    brussels("2026-03-19 10:00"),
                ),
            ),
            "withdrawn",
        ),
    ],
    ids=["pending", "rejected", "suspended", "annulled", "admitted", "withdrawn"],
)
def test_what_became_of_an_appeal(centre, acts, expected):
    assert outcome(centre, *acts) == [expected]


def test_an_appeal_on_asylum_is_no_lesson_for_a_unit_of_ours(centre):
    centre.record(NUMBER, *DECIDED, lodged(AppealKind.ASYLUM, "2026-03-18 10:00"))
    (one,) = told(centre).appeals
    assert (one.kind, one.round, one.form, one.unit) == ("asylum", None, None, UNKNOWN)


def test_a_decision_suspended_by_the_council_fell_when_the_appeal_was_granted(centre):
    centre.record(NUMBER, *DECIDED, LODGED, GRANTED)
    (one,) = told(centre).fallen
    assert (one.dossier, one.round, one.reference) == (NUMBER, 1, "DEC-2026-00042")
    assert (one.fate, one.at, one.unit) == ("suspended", GRANTED.when, UNIT)


def test_a_decision_annulled_without_an_appeal_on_record_fell_all_the_same(centre):
    centre.record(NUMBER, *DECIDED, ANNULLED)
    (one,) = told(centre).fallen
    assert (one.fate, one.at) == ("annulled", ANNULLED.when)
    assert told(centre).appeals == []


def test_a_draft_that_was_taken_back_fell_on_nobody(centre):
    centre.record(NUMBER, ARRIVED, DRAFTED, ANNULLED)
    assert told(centre).fallen == []


def test_a_decision_made_again_is_another_round_with_its_own_unit(centre):
    again = DRAFTED.at("2026-03-24 09:00").by(OFFICER)
    centre.record(NUMBER, *DECIDED, LODGED, GRANTED, ANNULLED.at("2026-03-21 09:00"), again)
    (one,) = told(centre).appeals
    assert one.unit == UNIT


def test_what_was_known_is_told_from_the_histories_as_from_the_rows(centre):
    centre.record(NUMBER, *DECIDED, LODGED, GRANTED)
    centre.record(OTHER, *DECIDED, HANDED_IN)
    histories = [centre.journal.history(one) for one in (NUMBER, OTHER)]
    assert from_histories(histories) == told(centre)
    then = from_histories([lines[:-1] for lines in histories])
    assert [one.outcome for one in then.appeals] == ["pending"]


# --- figures --------------------------------------------------------------------------------


def brought(*, form="13septies", outcome="rejected", kind="annulment", centre="HOL", n=1):
    one = Appealed(
        NUMBER, 1, centre, False, kind, outcome, HANDED_IN.when, HANDED_IN.when, None, 1, form,
        None, 2, 3, Unit(centre, "migration-assistant", "migration-officer"),
    )  # fmt: skip
    return [one] * n


def row(several, by, *group):
    (found,) = [one for one in figures(several) if (one.by, one.group) == (by, group)]
    return found


def test_appeals_are_counted_by_outcome_where_nobody_is_given_away():
    whole = row([*brought(n=8), *brought(outcome="annulled", n=6)], "all")
    assert whole.appeals == 14
    assert whole.outcomes == dict.fromkeys(OUTCOMES, 0) | {"rejected": 8, "annulled": 6}


def test_a_small_outcome_is_not_told_nor_what_it_is_the_rest_of():
    whole = row([*brought(n=12), *brought(outcome="annulled", n=2)], "all")
    assert (whole.appeals, whole.outcomes["rejected"], whole.outcomes["annulled"]) == (
        14, None, None,
    )  # fmt: skip


def test_the_form_of_few_is_not_the_rest_of_the_forms_of_many():
    several = [*brought(form="13septies", n=20), *brought(form="13sexies", n=3)]
    assert row(several, "all").appeals == 23
    assert row(several, "decision", "13septies", None).appeals is None
    assert row(several, "decision", "13sexies", None).appeals is None


def test_without_appeals_there_is_nothing_to_count():
    assert figures([]) == []


some = st.lists(
    st.builds(
        brought,
        form=st.sampled_from(["13septies", "13sexies"]),
        outcome=st.sampled_from(OUTCOMES),
        kind=st.sampled_from(["annulment", "extreme-urgency"]),
        centre=st.sampled_from(["HOL", "VOT"]),
        n=st.integers(1, 7),
    ),
    max_size=8,
).map(lambda groups: [one for group in groups for one in group])


@settings(max_examples=60, deadline=None)
@for_all(some)
def test_no_number_under_five_is_told_and_none_is_the_only_gap_of_its_row(several):
    for one in figures(several):
        numbers = [one.appeals, *one.outcomes.values()]
        assert all(number is None or number == 0 or number >= 5 for number in numbers)
        if one.appeals is not None:
            assert list(one.outcomes.values()).count(None) != 1
            assert sum(number or 0 for number in one.outcomes.values()) <= one.appeals


def test_two_units_of_one_each_are_not_what_is_left_beside_ten():
    several = [*brought(n=10), *brought(centre="VOT"), *brought(centre="BRU")]
    assert row(several, "all").appeals == 12
    units = [one for one in figures(several) if one.by == "unit"]
    assert [(one.appeals, one.outcomes["rejected"]) for one in units] == [(None, None)] * 3


@settings(max_examples=60, deadline=None)
@for_all(some)
def test_what_is_left_of_all_appeals_is_none_or_five_at_least(several):
    every = figures(several)
    whole = next((one for one in every if one.by == "all"), None)
    for by in ("unit", "decision", "appeal"):
        rows = [one for one in every if one.by == by]
        numbers = [one.appeals for one in rows]
        if whole and whole.appeals is not None and None in numbers:
            rest = whole.appeals - sum(number or 0 for number in numbers)
            assert rest >= 5
            assert rest > numbers.count(None)
