"""When it happened: days and hours in Brussels, whatever the order they are typed in."""

from datetime import UTC, datetime
from itertools import permutations

import pytest
from registers import arrival, row, taken_in

from cli.wiring import Office
from domain.lifecycle import Stage
from domain.record import Recorded
from domain.trajectory import chronicle, replay

NUMBER = "HOL-2025-0042"


def _one(office: Office, **cells: str) -> Recorded:
    tally = taken_in(office, row("entretien", **cells))
    assert (tally.recorded, tally.rejects) == (1, [])
    (line,) = office.journal.history(NUMBER)
    return line


@pytest.mark.parametrize(
    ("day", "hour", "instant"),
    [
        ("07/01/2025", "14:25:00", "2025-01-07T13:25:00"),
        ("07/07/2025", "14:25", "2025-07-07T12:25:00"),
        ("7/1/2025", "9h05", "2025-01-07T08:05:00"),
        ("07.01.2025", "9:05", "2025-01-07T08:05:00"),
        ("07-01-2025", "23:59:59", "2025-01-07T22:59:59"),
        ("2025-01-07", "00:00", "2025-01-06T23:00:00"),
        ("31/12/2024", "23H00", "2024-12-31T22:00:00"),
        ("29/02/2024", "12:00", "2024-02-29T11:00:00"),
        # The hour that is skipped in March is read as if the clocks had not been put forward.
        ("30/03/2025", "01:59", "2025-03-30T00:59:00"),
        ("30/03/2025", "02:30", "2025-03-30T01:30:00"),
        ("30/03/2025", "03:00", "2025-03-30T01:00:00"),
        # The hour that comes twice in October is read as its first coming.
        ("26/10/2025", "01:59", "2025-10-25T23:59:00"),
        ("26/10/2025", "02:30", "2025-10-26T00:30:00"),
        ("26/10/2025", "03:00", "2025-10-26T02:00:00"),
    ],
)
def test_an_hour_is_that_of_the_clock_in_brussels(
    office: Office, day: str, hour: str, instant: str
) -> None:
    line = _one(office, date=day, heure=hour)

    assert line.occurred_at == datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert not line.whole_day


@pytest.mark.parametrize(
    ("day", "instant"),
    [
        ("07/01/2025", "2025-01-06T23:00:00"),
        ("07/07/2025", "2025-07-06T22:00:00"),
        ("30/03/2025", "2025-03-29T23:00:00"),
        ("26/10/2025", "2025-10-25T22:00:00"),
    ],
)
def test_without_an_hour_only_the_day_is_known(office: Office, day: str, instant: str) -> None:
    line = _one(office, date=day, heure="")

    assert line.occurred_at == datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert line.whole_day


def test_rows_are_replayed_in_the_order_they_happened(office: Office) -> None:
    taken_in(
        office,
        row("départ", date="20/01/2025", précision="volontaire OIM"),
        row("information", date="08/01/2025"),
        arrival(date="07/01/2025"),
    )

    history = office.journal.history(NUMBER)
    assert [line.event.TOPIC for line in chronicle(history)] == [
        "resident-admitted.v2",
        "information-given.v2",
        "departure-confirmed.v2",
    ]
    state = replay(history)
    assert state is not None
    assert state.stage is Stage.DEPARTED
    assert state.opened == datetime(2025, 1, 7, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_rows_of_one_instant_follow_the_procedure_however_they_are_sorted(
    office: Office, order: tuple[int, ...]
) -> None:
    rows = (
        row("projet de décision", précision="13", agent="a.janssens"),
        row("décision", précision="13", agent="e.claes"),
        arrival(),
    )
    taken_in(office, *(rows[at] for at in order))
    assert [line.event.TOPIC for line in chronicle(office.journal.history(NUMBER))] == [
        "resident-admitted.v2",
        "decision-drafted.v2",
        "decision-taken.v2",
    ]


def test_rows_of_one_instant_keep_their_order_where_the_procedure_went_back(
    office: Office,
) -> None:
    taken_in(
        office,
        row("projet de décision", précision="13", agent="a.janssens"),
        row("décision", précision="13", agent="e.claes"),
        row("décision annulée", agent="e.claes"),
        row("projet de décision", précision="13", agent="e.claes"),
    )
    state = replay(office.journal.history(NUMBER))
    assert state is not None
    assert [[hand.account for hand in each.drafted] for each in state.rounds] == [
        ["a.janssens"],
        ["e.claes"],
    ]


def test_a_row_mended_late_stands_where_it_happened(office: Office) -> None:
    taken_in(
        office,
        arrival(),
        row("décision", date="10/01/2025", précision="13", agent="e.claes"),
        row("notification", date="11/01/2025", précision="main propre"),
    )
    taken_in(
        office,
        row("projet de décision", date="09/01/2025", précision="13", agent="a.janssens"),
        name="mended.csv",
    )

    history = office.journal.history(NUMBER)
    assert history[-1].event.TOPIC == "decision-drafted.v2"
    assert history[-1].recorded_at >= history[0].recorded_at
    state = replay(history)
    assert state is not None
    (only,) = state.rounds
    assert [hand.account for hand in only.drafted] == ["a.janssens"]
    assert only.taken is not None
    assert only.taken.account == "e.claes"
    assert state.latest == datetime(2025, 1, 11, 9, 15, tzinfo=UTC)


def test_what_is_imported_may_be_followed_at_the_desk(office: Office) -> None:
    from domain import commands as c
    from domain.values import Sealed
    from workflows.handle import Occasion, handle

    taken_in(office, arrival())
    talk = c.HoldInterview(dossier=NUMBER, note=Sealed.of("peur du frère"))

    (line,) = handle(office.journal, office.vault, talk, Occasion("d.lambert")).lines

    assert line.version == 2
    assert office.journal.history(NUMBER)[0].version == 1
