"""What is left aside unread holds no finding, and which rounds of a dossier have one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from dossier import (
    ARRIVED,
    ASSISTANT_AS_OFFICER,
    COACH,
    DRAFTED,
    EDITED,
    NOTIFIED,
    NUMBER,
    OFFICER,
    TAKEN,
)
from given import Act, brussels, lines
from hypothesis import given, settings
from hypothesis import strategies as some
from read_models.histories import histories

from cli.separated import separated
from domain import events as e
from domain.record import Glimpse, Recorded, is_dossier
from domain.rules.calendar import brussels_day, start_of_day
from domain.trajectory import replay
from projections.separation import as_they_went, findings_in, rounds_of
from projections.suspects import KINDS, screen

PROPOSED = Act(
    e.AbscondingProposed(cause="escape", raised_on="2026-03-20"),
    COACH,
    brussels("2026-03-20 09:00"),
)
ESTABLISHED = Act(e.AbscondingEstablished(), COACH, brussels("2026-03-21 09:00"))
TERM = Act(e.DepartureTermSet(days=30), DRAFTED.who, brussels("2026-03-12 09:00"))


def glimpsed(told: Iterable[Recorded]) -> list[Glimpse]:
    """See of lines what the journal lets one see without opening them."""
    return [
        Glimpse(
            line.stream,
            line.version,
            type(line.event).__name__,
            line.occurred_at,
            line.whole_day,
            line.account,
            line.person,
            line.on_behalf_of,
        )
        for line in told
        if type(line.event).__name__ in KINDS
    ]


def by_dossier(told: Iterable[Recorded]) -> dict[str, list[Recorded]]:
    found: dict[str, list[Recorded]] = {}
    for line in told:
        if is_dossier(line.stream):
            found.setdefault(line.stream, []).append(line)
    return found


@given(histories)
@settings(deadline=None, max_examples=300)
def test_a_dossier_left_aside_holds_no_finding_and_as_many_rounds_as_are_counted(
    told: list[Recorded],
) -> None:
    screened = screen(glimpsed(line for line in told if is_dossier(line.stream)))
    rounds = 0
    for dossier, theirs in by_dossier(told).items():
        state = replay(theirs)
        assert state is not None
        if dossier not in screened.suspects:
            assert findings_in(state, theirs) == []
            rounds += len(list(as_they_went(rounds_of(state))))
    assert screened.rounds == rounds


def test_an_ordinary_dossier_is_left_aside():
    told = lines((ARRIVED, DRAFTED, EDITED, TAKEN, NOTIFIED), NUMBER)
    assert screen(glimpsed(told)) == ([], 1)


@pytest.mark.parametrize(
    ("acts", "rounds"),
    [
        ((DRAFTED, TAKEN, NOTIFIED), set()),
        ((DRAFTED, TAKEN.by(DRAFTED.who), NOTIFIED), {1}),
        ((DRAFTED, EDITED.by(OFFICER), TAKEN), {1}),
        ((DRAFTED, TAKEN.by(DRAFTED.who), NOTIFIED.at("2026-03-10 09:00")), {2}),
        ((DRAFTED, TAKEN, NOTIFIED, TERM), {1}),
        ((DRAFTED, TAKEN, NOTIFIED, PROPOSED, ESTABLISHED.by(OFFICER)), set()),
        ((DRAFTED, TAKEN, NOTIFIED, PROPOSED, ESTABLISHED), {0, 1}),
        ((ARRIVED, PROPOSED, ESTABLISHED), {0}),
    ],
    ids=[
        "nothing",
        "round",
        "editor",
        "notified before",
        "term",
        "act of two",
        "act of one",
        "act and no round",
    ],
)
def test_a_sample_flags_what_the_control_finds(acts: Sequence[Act], rounds: set[int]) -> None:
    told = lines(acts, NUMBER)
    state = replay(told)
    assert state is not None
    assert separated(state, told) == rounds


# --- whatever the order of recording --------------------------------------------------------

_WHO = (DRAFTED.who, EDITED.who, OFFICER, ASSISTANT_AS_OFFICER)
_WHEN = tuple(brussels(f"2026-03-{day} {hour}") for day in (10, 11) for hour in ("09:00", "11:30"))


def _untimed(act: Act) -> Act:
    """Tell of an act the day alone, as a register does: it counts from midnight."""
    return replace(act, when=start_of_day(brussels_day(act.when)), whole_day=True)


_TIMED = some.builds(
    lambda act, who, when: replace(act, who=who, when=when),
    some.sampled_from((DRAFTED, EDITED, TAKEN, NOTIFIED, PROPOSED, ESTABLISHED)),
    some.sampled_from(_WHO),
    some.sampled_from(_WHEN),
)
_ACTS = some.lists(_TIMED | _TIMED.map(_untimed), min_size=2, max_size=7, unique_by=repr)


def told_of(acts: Sequence[Act]) -> list[tuple[object, ...]]:
    """Judge acts recorded in this order; say what is found, but for the places of the lines."""
    told = lines(acts, NUMBER)
    state = replay(told)
    assert state is not None
    return sorted(
        (one.code, one.act, one.round, *sorted(one.persons)) for one in findings_in(state, told)
    )


def test_a_notification_dated_before_the_decision_hides_no_breach():
    author = DRAFTED.who
    drafted, taken = DRAFTED.at("2026-03-10 09:00"), TAKEN.by(author).at("2026-03-11 09:00")
    notified = [NOTIFIED.at(f"2026-03-10 {hour}") for hour in ("09:00", "11:30")]
    found = [("FOUR_EYES_DIRECT", "decision", 1, author.person)]
    for order in permutations((drafted, taken, *notified)):
        assert told_of(order) == found


@given(_ACTS, some.data())
@settings(deadline=None, max_examples=300)
def test_what_is_found_does_not_hang_on_the_order_of_recording(
    acts: list[Act], data: some.DataObject
) -> None:
    assert told_of(data.draw(some.permutations(acts))) == told_of(acts)


@given(_ACTS)
@settings(deadline=None, max_examples=300)
def test_who_decides_on_the_day_of_his_own_first_draft_without_an_hour_is_always_found(
    acts: list[Act],
) -> None:
    draft, decision = (
        DRAFTED.by(OFFICER).at("2026-03-05 09:00"),
        _untimed(TAKEN.at("2026-03-05 12:00")),
    )
    found = told_of([decision, *acts, draft])
    assert ("FOUR_EYES_DIRECT", "decision", 1, OFFICER.person) in found
