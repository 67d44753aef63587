"""The register of mail: what came in and went out, what waits, and how quickly one answers."""

from datetime import timedelta

from dossier import NUMBER
from examples.affairs import ANSWERED, ASKED_FOR_FILE, EXTENDED, HERE
from given import brussels
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from projections import mail
from projections.mail import Answering, answer_days, delays

OTHER = "HOL-2026-0043"
EARLY, LATE = brussels("2026-01-01 00:00"), brussels("2027-01-01 00:00")
DAY = timedelta(days=1)


def entries(centre, since=EARLY, until=LATE, code=None):
    return centre.ask(mail.of_period, since, until, code)


def test_an_exchange_stands_in_the_register_as_the_dossier_knows_it(centre):
    centre.record(NUMBER, HERE, ASKED_FOR_FILE, EXTENDED, ANSWERED)
    (one,) = entries(centre)
    assert (one.dossier, one.centre, one.restricted) == (NUMBER, "HOL", False)
    assert (one.exchange,) == centre.state(NUMBER).affairs.exchanges


def test_the_register_is_in_the_order_of_receipt(centre):
    centre.record(NUMBER, HERE, ASKED_FOR_FILE)
    centre.record(OTHER, HERE, ASKED_FOR_FILE.at("2026-03-03 08:00"))
    assert [one.dossier for one in entries(centre)] == [OTHER, NUMBER]


def test_what_waits_from_before_the_period_is_told_and_what_was_answered_is_not(centre):
    centre.record(NUMBER, HERE, ASKED_FOR_FILE)
    after = ASKED_FOR_FILE.when + DAY
    assert [one.dossier for one in entries(centre, since=after)] == [NUMBER]
    centre.record(NUMBER, ANSWERED)
    assert entries(centre, since=after) == []
    assert entries(centre, until=ASKED_FOR_FILE.when) == []


def test_only_one_centre_is_told_where_one_is_asked(centre):
    centre.record(NUMBER, HERE, ASKED_FOR_FILE)
    centre.record(OTHER, HERE.but(centre="VOT"), ASKED_FOR_FILE)
    assert [one.dossier for one in entries(centre, code="VOT")] == [OTHER]


def test_the_delay_is_counted_in_calendar_days_of_brussels(centre):
    centre.record(NUMBER, HERE, ASKED_FOR_FILE, ANSWERED)
    (one,) = entries(centre)
    assert answer_days(one.exchange) == (ANSWERED.when.date() - ASKED_FOR_FILE.when.date()).days


# --- figures --------------------------------------------------------------------------------


def answers(*days, partner="lawyer", late=False):
    return [Answering("in", partner, "question", each, late) for each in days]


def of(several, by, *group):
    (found,) = [one for one in delays(several) if (one.by, one.group) == (by, group)]
    return found


def test_median_and_longest_are_of_those_that_were_answered():
    found = of([*answers(1, 2, 3, 10, 40), *answers(*[None] * 5)], "all", "in")
    assert (found.expected, found.answered, found.waiting) == (10, 5, 5)
    assert (found.median_days, found.longest_days) == (3, 40)


def test_the_median_of_an_even_number_lies_between_two():
    assert of(answers(1, 2, 3, 4, 5, 6), "all", "in").median_days == 3.5


def test_of_a_partner_with_few_exchanges_nothing_is_told():
    several = [*answers(1, 2, 3, 4, 5, 6), *answers(9, 9, partner="embassy")]
    few = of(several, "partner", "in", "embassy")
    assert (few.expected, few.answered, few.median_days, few.longest_days) == (None,) * 4
    assert of(several, "partner", "in", "lawyer").expected is None  # it would be the rest


def test_what_came_in_and_what_went_out_are_told_apart():
    several = [*answers(1, 2, 3, 4, 5), Answering("out", "embassy", "question", 90, True)]
    assert of(several, "all", "in").longest_days == 5
    assert of(several, "all", "out").longest_days is None


several = st.lists(
    st.builds(
        Answering,
        st.sampled_from(["in", "out"]),
        st.sampled_from(["lawyer", "embassy", "family"]),
        st.sampled_from(["question", "rectification"]),
        st.none() | st.integers(0, 400),
        st.booleans(),
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@for_all(several)
def test_no_number_under_five_is_told(exchanges):
    for one in delays(exchanges):
        counts = (one.expected, one.answered, one.waiting, one.late)
        assert all(count is None or count == 0 or count >= 5 for count in counts)
        if not one.answered:
            assert (one.median_days, one.longest_days) == (None, None)
        if one.expected is not None:
            assert (one.answered is None) == (one.waiting is None) or 0 in (
                one.answered, one.waiting,
            )  # fmt: skip


def test_two_letters_of_one_each_are_not_what_is_left_beside_six():
    several = [*answers(*[3] * 6), *answers(2, partner="court"), *answers(90, partner="family")]
    assert of(several, "all", "in").expected == 8
    for partner in ("lawyer", "court", "family"):
        assert of(several, "partner", "in", partner).expected is None


def test_how_long_the_one_late_letter_took_is_not_told_of_all():
    several = [*answers(*[3] * 10), *answers(2, 2, 2, partner="court")]
    several += [*answers(90, partner="family", late=True), *answers(1, 1, partner="family")]
    whole = of(several, "all", "in")
    assert (whole.answered, whole.median_days, whole.longest_days) == (16, 3, None)
    assert of(several, "partner", "in", "lawyer").longest_days == 3


def test_how_long_all_took_is_told_where_it_may_be_told_of_whom():
    several = [*answers(*[3] * 9, 90), *answers(*[2] * 6, partner="court")]
    assert of(several, "all", "in").longest_days == 90
    assert of(several, "partner", "in", "lawyer").longest_days == 90


@settings(max_examples=60, deadline=None)
@for_all(several)
def test_what_is_told_of_delays_is_held_by_a_group_of_which_it_is_told(exchanges):
    """Row by row: whoever took as long as is told can be in a group that is told of each table."""
    figures = delays(exchanges)
    for one in figures:
        for by in ("partner", "subject"):
            rows = [each for each in figures if each.by == by and each.group[0] == one.group[0]]
            told = [each.median_days for each in rows] + [each.longest_days for each in rows]
            known = max((days for days in told if days is not None), default=-1)
            if any(each.longest_days is None and each.answered != 0 for each in rows):
                assert (one.median_days or 0) <= max(known, 0)
                assert (one.longest_days or 0) <= max(known, 0)


@settings(max_examples=60, deadline=None)
@for_all(several)
def test_what_is_left_of_all_is_none_or_five_at_least(exchanges):
    figures = delays(exchanges)
    for one in (each for each in figures if each.by == "all"):
        for by in ("partner", "subject"):
            rows = [each for each in figures if each.by == by and each.group[0] == one.group[0]]
            for name in ("expected", "answered", "waiting", "late"):
                numbers = [getattr(each, name) for each in rows]
                whole = getattr(one, name)
                if whole is not None and None in numbers:
                    rest = whole - sum(number or 0 for number in numbers)
                    assert rest >= 5
                    assert rest > numbers.count(None)
