"""A process that goes on with a dossier reads what is new of it, and is never wrong about it."""

from datetime import timedelta
from typing import Any

import pytest
from cabinet import DOSSIER, office_at, sql

from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.decide import Refused
from domain.trajectory import replay
from domain.values import Function, Sealed, Sex
from workflows import journal as journals
from workflows.handle import Occasion, Outcome, handle
from workflows.people import stream_of

TALK = c.HoldInterview(dossier=DOSSIER)


def do(office: Office, command: c.Command, account: str = "d.lambert", **when: Any) -> Outcome:
    return handle(office.journal, office.vault, command, Occasion(account, **when))


def admit(office: Office, dossier: str = DOSSIER) -> Outcome:
    return do(office, c.OpenTrajectory(dossier=dossier, centre="HOL", sex=Sex.F), "k.declercq")


def rows_read(office: Office, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Note how many rows each reading of streams brings from now on."""
    counted: list[int] = []
    store: Any = office.journal.store
    reading = store.select_from

    def counting(*asked: tuple[str, int]) -> Any:
        rows = reading(*asked)
        counted.append(len(rows))
        return rows

    monkeypatch.setattr(store, "select_from", counting)
    return counted


def is_known_as_it_stands(office: Office) -> bool:
    (known,) = office.journal.recall(DOSSIER)
    stands = office.journal.history(DOSSIER)
    return known.lines == tuple(stands) and known.fold(replay) == replay(stands)


def test_the_next_act_reads_two_lines(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    admit(office)
    for _ in range(5):
        do(office, TALK)
    (account,) = office.journal.recall(stream_of("d.lambert"))
    read = rows_read(office, monkeypatch)

    do(office, TALK)

    assert len(account.lines) == 2
    assert read == [2], "the last of six lines of the dossier, and of two of the account"


def test_what_another_process_recorded_is_seen(office: Office) -> None:
    admit(office)
    other = office_at(office.paths)
    for version in (2, 4, 6):
        do(other, TALK)
        (line,) = do(office, TALK).lines
        assert line.version == version + 1
        assert is_known_as_it_stands(office)
    other.close()


def test_a_function_given_by_another_process_counts_at_once(office: Office) -> None:
    admit(office)
    with pytest.raises(Refused, match="AUT-02"):
        do(office, TALK, "f.goossens")
    other = office_at(office.paths)
    *_, last = other.journal.history(stream_of("f.goossens"))
    coach = e.FunctionGiven(function=Function.COACH)
    given = last._replace(
        version=last.version + 1, event=coach, command_id="7d2f0c51-8f0e-4b57-9f1c-2f7f6d2a0c42"
    )
    other.journal.append([given])
    other.close()

    (line,) = do(office, TALK, "f.goossens").lines

    assert line.role == Function.COACH


def test_what_is_told_late_or_corrected_is_known_in_its_place(office: Office) -> None:
    (admission,) = admit(office).lines
    do(office, c.GiveInformation(dossier=DOSSIER, language="fa", interpreter="I-17"))
    do(office, TALK, at=admission.occurred_at + timedelta(microseconds=1))
    assert is_known_as_it_stands(office)

    correction = c.CorrectRecord(
        dossier=DOSSIER, corrects=2, field="language", becomes="ps", reason=Sealed.of("misheard")
    )
    state = do(office, correction, "n.bernard").state

    assert state.language == "ps"
    assert is_known_as_it_stands(office)


@pytest.mark.parametrize(
    ("statements", "left"),
    [
        (
            [
                "DELETE FROM tlog_leaf WHERE idx >= (SELECT max(idx) - 1 FROM tlog_leaf)",
                "DELETE FROM stored_events WHERE originator_version > 2 AND topic LIKE 'int%'",
            ],
            2,
        ),
        (["UPDATE tlog_leaf SET hash = '12' WHERE idx = (SELECT max(idx) FROM tlog_leaf)"], 4),
    ],
    ids=["the newest are gone", "the last is another"],
)
def test_a_store_that_was_restored_is_read_anew(
    office: Office, statements: list[str], left: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    admit(office)
    for _ in range(3):
        do(office, TALK)
    for statement in statements:
        sql(office.paths.store, statement)
    read = rows_read(office, monkeypatch)

    assert is_known_as_it_stands(office)

    assert read[-1] == left
    assert len(read) == 3, "its last line; then all of it; then all of it to compare"


def test_an_unknown_dossier_is_not_remembered_as_unknown(office: Office) -> None:
    (nothing,) = office.journal.recall(DOSSIER)
    admit(other := office_at(office.paths))
    other.close()

    (known,) = office.journal.recall(DOSSIER)

    assert (nothing.lines, len(known.lines)) == ((), 1)


def test_no_more_is_kept_in_mind_than_there_is_room_for(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journals, "KEPT_STREAMS", 5)
    dossiers = [f"HOL-2026-{number:04}" for number in range(1, 8)]
    for dossier in dossiers:
        admit(office, dossier)
        do(office, c.HoldInterview(dossier=dossier))
    read = rows_read(office, monkeypatch)

    for dossier in reversed(dossiers):
        do(office, c.HoldInterview(dossier=dossier))

    assert read == [2, 2, 3, 3, 3, 3, 3], (
        "two dossiers, two accounts and the house are kept in mind"
    )
    assert [office.journal.history(dossier)[-1].version for dossier in dossiers] == [3] * 7
