"""Moments that cannot be true: by the order of the log, and by when checkpoints were signed."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from audit.example_store import ACTS, line, opened, record, verified
from cabinet import root_by_hand
from hypothesis import given as for_all
from hypothesis import strategies as st

from domain.values import Origin
from projections.audit.evidence import Checkpoint
from projections.audit.findings import Finding
from projections.audit.stamps import APART, is_later, joined, span_of, stamps, written
from projections.audit.stretch import Pace
from projections.audit.times import Times, Trusted

DOSSIER = "HOL-2026-0001"
NOON = datetime(2026, 4, 1, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
INTERVIEW = ACTS[2].model_copy(update={"note": None})


def standing(moment):
    """Make a clock that stands still."""
    return lambda: moment


class Desk:
    """A desk whose clock says what it is told, and what is found of what it recorded."""

    def __init__(self, place):
        self.place = place

    def types(self, *moments, save=None, **but):
        """Record an interview at each of some moments; ``save`` makes one command of them."""
        journal, vault = opened(self.place)
        first = journal.newest_version(DOSSIER) + 1
        for number, moment in enumerate(moments, start=first):
            journal.clock = standing(moment)
            record(journal, vault, line(DOSSIER, number, INTERVIEW, **{"occurred_at": NOON} | but))
        journal.close()
        vault.close()

    def finds(self, *signed, **given):
        """Verify against checkpoints signed at some size and moment: each code and version."""
        checkpoints = [self._checkpoint(size, moment) for size, moment in signed]
        report = verified(self.place, checkpoints=checkpoints, **given)
        return [(one.code, one.version) for one in report.findings]

    def _checkpoint(self, size, moment):
        journal, vault = opened(self.place)
        leaves = [one.leaf_hash for one in journal.since(0)][:size]
        journal.close()
        vault.close()
        return Checkpoint(size, root_by_hand(leaves), "trajet.example/holsbeek", moment)


@pytest.fixture
def desk(empty):
    """A desk with three interviews on record, one a minute from noon."""
    made = Desk(empty)
    made.types(NOON, NOON + MINUTE, NOON + 2 * MINUTE)
    return made


def test_moments_in_order_are_no_finding(desk):
    assert desk.finds((2, NOON + MINUTE), (3, NOON + 2 * MINUTE)) == []


# --- by the order of the log ------------------------------------------------------------------


def test_a_clock_that_is_set_right_by_minutes_is_no_finding(desk):
    desk.types(NOON + 2 * MINUTE - APART)
    assert desk.finds() == []


def test_a_clock_that_was_set_back_is_one_finding_however_much_follows(desk):
    back = NOON - timedelta(hours=3)
    desk.types(back, back + MINUTE, NOON + 5 * MINUTE, occurred_at=back)
    assert desk.finds() == [("TIME_REGRESSION", 4)]


def test_a_clock_set_back_little_by_little_is_found_too(desk):
    desk.types(*(NOON - step * 9 * MINUTE for step in range(1, 4)), occurred_at=NOON - 30 * MINUTE)
    assert desk.finds() == [("TIME_REGRESSION", 4), ("TIME_REGRESSION", 6)]


def test_a_clock_that_ran_ahead_for_one_line_is_one_finding(desk):
    desk.types(NOON + timedelta(days=400), NOON + 3 * MINUTE, NOON + 4 * MINUTE)
    assert desk.finds() == [("TIME_REGRESSION", 5)]


def test_an_act_recorded_before_it_happened_is_found(desk):
    desk.types(NOON + 3 * MINUTE, occurred_at=NOON + timedelta(days=1))
    assert desk.finds() == [("TIME_POSTDATED", 4)]


def test_a_register_may_tell_what_is_still_to_come(desk):
    desk.types(NOON + 3 * MINUTE, occurred_at=NOON + timedelta(days=1), origin=Origin.IMPORTED)
    assert desk.finds() == []


def test_an_act_told_long_after_it_happened_is_no_finding(desk):
    desk.types(NOON + timedelta(days=90))
    assert desk.finds() == []


# --- by when checkpoints were signed -------------------------------------------------------------


def test_a_line_put_in_after_a_checkpoint_with_an_earlier_stamp_is_back_dated(desk):
    desk.types(NOON + 3 * MINUTE)
    assert desk.finds((3, NOON + timedelta(hours=1))) == [("TIME_BACKDATED", 4)]


def test_lines_put_in_together_are_one_finding(desk):
    desk.types(NOON + 3 * MINUTE, NOON + 4 * MINUTE, NOON + timedelta(hours=2))
    (code, version), *others = desk.finds((3, NOON + timedelta(hours=1)))
    assert (code, version, others) == ("TIME_BACKDATED", 4, [])


def test_a_line_stamped_later_than_the_checkpoint_that_covers_it_is_post_dated(desk):
    desk.types(NOON + timedelta(days=2))
    assert desk.finds((4, NOON + timedelta(hours=1))) == [("TIME_POSTDATED", 4)]


def test_clocks_of_others_may_be_minutes_off(desk):
    desk.types(NOON + 30 * MINUTE)
    assert desk.finds((3, NOON - 8 * MINUTE), (3, NOON + 40 * MINUTE)) == []


def test_time_is_not_judged_by_checkpoints_that_do_not_hold(desk):
    desk.types(NOON + 3 * MINUTE)
    false = Checkpoint(4, bytes(32), "trajet.example/other", NOON - timedelta(days=9))
    report = verified(desk.place, checkpoints=[false])
    assert [one.code for one in report.findings] == ["CHECKPOINT_ROOT"]


@pytest.mark.parametrize("amiss", [None, 100, 255, 256, 511])
def test_the_same_is_found_stretch_by_stretch(empty, amiss):
    before = NOON - timedelta(days=30)
    journal, vault = opened(empty)
    for first, after in pairwise(sorted({0, 520} | ({amiss, amiss + 1} if amiss else set()))):
        moment = NOON - timedelta(days=1) if first == amiss else NOON + first * MINUTE
        journal.clock = standing(moment)
        numbers = range(first + 1, after + 1)
        record(
            journal, vault, *(line(DOSSIER, at, INTERVIEW, occurred_at=before) for at in numbers)
        )
    journal.close()
    vault.close()
    expected = [] if amiss is None else [("TIME_REGRESSION", amiss + 1)]
    for pace in (Pace(1_000, 0), Pace(1, 0), Pace(1, 2)):
        assert Desk(empty).finds(pace=pace) == expected


# --- laws -----------------------------------------------------------------------------------

MOMENTS = st.lists(
    st.datetimes(NOON.replace(tzinfo=None), (NOON + timedelta(hours=1)).replace(tzinfo=None)),
    min_size=1,
    max_size=30,
).map(lambda moments: [written(one.replace(tzinfo=UTC)) for one in moments])


def state(recorded):
    return b'{"at":"2026-04-01T10:00:00Z","rec":"%sZ"}' % recorded


@for_all(moments=MOMENTS, cut=st.integers(0, 30))
def test_a_stretch_is_taken_at_once_just_when_none_of_its_lines_would_be_told_of(moments, cut):
    told: list[Finding] = []
    times = Times(told.append)
    for index, moment in enumerate(moments):
        times.see(index, DOSSIER, index + 1, state(moment))
    times.finish()
    parts = [part for part in (moments[:cut], moments[cut:]) if part]
    spans = [span_of([b""] * len(part), part, [b""] * len(part)) for part in parts]
    known = [one for one in spans if one is not None]
    whole = joined(known) if len(known) == len(spans) else None
    assert (whole is not None) == (told == [])
    if whole is not None:
        assert whole == (min(moments), max(moments))


@for_all(
    moments=MOMENTS,
    signed=st.lists(st.tuples(st.integers(0, 30), st.integers(-60, 60)), max_size=3),
)
def test_nothing_is_told_of_lines_between_their_checkpoints(moments, signed):
    trusted = [Trusted(size, NOON + minutes * MINUTE) for size, minutes in sorted(signed)]
    times = Times(lambda _: None, trusted)
    for index, moment in enumerate(moments):
        times.see(index, DOSSIER, index + 1, state(moment))
    times.finish()
    amiss = any(
        is_later(moment, written(one.signed))
        if index < one.size
        else is_later(written(one.signed), moment)
        for index, moment in enumerate(moments)
        for one in trusted
        if one.signed
    )
    assert bool(times.bounded) == amiss


@pytest.mark.parametrize(
    ("written_as", "expected"),
    [
        ("2026-04-01T10:00:00Z", b"2026-04-01T10:00:00"),
        ("2026-04-01T10:00:00.123456Z", b"2026-04-01T10:00:00"),
        ("2026-04-01T10:00:00.123+00:00", b"2026-04-01T10:00:00"),
        ("2026-04-01 10:00+00:00", b"2026-04-01T10:00:00"),
    ],
)
def test_moments_are_read_however_they_are_written(written_as, expected):
    said = f'{{"rec":"{written_as}","at":"{written_as}"}}'.encode()
    assert stamps(said) == (expected, expected)
