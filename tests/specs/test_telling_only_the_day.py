"""An act of which only the day is known is placed on that day where it may have happened."""

import pytest
from dossier import (
    CONFIRM_IOM,
    INFORM,
    INTERVIEW,
    NUMBER,
    OPEN,
    OPEN_IOM,
)
from given import COMMAND_ID, brussels

from domain import events as e
from domain.lifecycle import IomState
from domain.record import Recorded
from domain.trajectory import replay
from domain.values import Function
from workflows import people
from workflows.handle import Occasion, handle
from workflows.journal import Journal
from workflows.vault import Vault

TODAY = brussels("2026-03-20 09:00")


class Desk:
    """A coach at work with a store of her own."""

    def __init__(self, folder):
        self.journal = Journal(str(folder / "trajet.db"), create=True, clock=lambda: TODAY)
        self.vault = Vault.create(folder / "keys.db", folder / "trajet.kek")
        opened = (e.AccountOpened(person="P-001"), e.FunctionGiven(function=Function.COACH))
        self.journal.append(
            [
                Recorded(
                    stream=people.stream_of("d.lambert"),
                    version=version,
                    event=event,
                    occurred_at=brussels("2026-01-05 09:00"),
                    recorded_at=TODAY,
                    account="admin",
                    person="P-900",
                    role=Function.REGISTRAR,
                    command_id=COMMAND_ID,
                    rule_set="2026.1",
                )
                for version, event in enumerate(opened, start=1)
            ]
        )

    def records(self, command, at, *, whole_day=False):
        occasion = Occasion("d.lambert", brussels(at), whole_day=whole_day)
        [line] = handle(self.journal, self.vault, command, occasion).lines
        return line

    def dossier(self):
        return replay(self.journal.history(NUMBER))

    def close(self):
        self.journal.close()
        self.vault.close()


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    desk.records(OPEN, "2026-03-02 10:15")
    desk.records(INFORM, "2026-03-03 14:00")
    yield desk
    desk.close()


def test_a_day_of_its_own_begins_at_midnight(desk):
    line = desk.records(INTERVIEW, "2026-03-05", whole_day=True)
    assert line.occurred_at == brussels("2026-03-05 00:00")
    assert line.whole_day


def test_on_the_day_of_the_last_act_it_comes_with_that_act(desk):
    line = desk.records(INTERVIEW, "2026-03-03", whole_day=True)
    assert line.occurred_at == brussels("2026-03-03 14:00")


def test_on_the_day_of_an_earlier_act_it_comes_with_that_act(desk):
    line = desk.records(INTERVIEW, "2026-03-02", whole_day=True)
    assert line.occurred_at == brussels("2026-03-02 10:15")


def test_it_may_rest_on_an_act_of_that_day_although_the_dossier_went_on(desk):
    desk.records(OPEN_IOM, "2026-03-16 10:00")
    desk.records(INTERVIEW, "2026-03-17 10:00")
    desk.records(CONFIRM_IOM, "2026-03-16", whole_day=True)
    assert desk.dossier().iom.state is IomState.ELIGIBLE
