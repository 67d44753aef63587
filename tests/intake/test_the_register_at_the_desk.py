"""
The breaches of the sample register, before the act: put as commands, they are refused.

Every act of the register is put to its dossier as it stood before, by who the register says
did it and when. What the controls find after the act is what the guards refuse before it.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from cabinet import office_at, paths_in, registrar_of

from domain.authority import role_for
from domain.decide import Attempt, Context, failing
from domain.lifecycle import COMMAND_OF
from domain.record import Recorded, is_dossier
from domain.staff import Member, acting
from domain.trajectory import chronicle, involved, replay
from workflows import intake, people

SAMPLE = Path(__file__).parents[2] / "cli" / "sample"
FINDINGS = json.loads((SAMPLE / "register-holsbeek-2025.expected.json").read_text())["findings"]
FOUR_EYES = {code: FINDINGS[code] for code in FINDINGS if code.startswith("FOUR_EYES")}

Refusals = dict[str, list[tuple[str, str, str]]]
"""Of each dossier: the acts refused, the rules, and the findings they stand for."""


@pytest.fixture(scope="module")
def refusals(tmp_path_factory: pytest.TempPathFactory) -> Refusals:
    """Name, of each dossier, the rules that refuse an act of it and the findings they stand for."""
    folder = tmp_path_factory.mktemp("desk")
    office = office_at(paths_in(folder))
    (folder / "register.csv").write_bytes((SAMPLE / "register-holsbeek-2025.csv").read_bytes())
    intake.import_register(
        office.journal, office.vault, folder / "register.csv", registrar_of(office)
    )
    everybody = {one.account: one for one in people.everybody(office.journal)}
    found = {
        dossier: list(_asked_again(lines, everybody, office.journal.clock()))
        for dossier, lines in office.journal.dossiers()
        if is_dossier(dossier)
    }
    office.close()
    return found


def _asked_again(
    lines: list[Recorded], everybody: dict[str, Member], now: datetime
) -> Iterator[tuple[str, str, str]]:
    history = chronicle(lines)
    for place, line in enumerate(history):
        act = COMMAND_OF[type(line.event).__name__]
        actor = acting(everybody[line.account], None, line.occurred_at, now)
        before = replay(history[:place])
        context = Context(
            line.occurred_at, now, actor, line.whole_day, persons=involved(history[:place])
        )
        for reason in failing(Attempt(before, act, context, line.event)):
            if role_for(actor, act) is not None or reason.rule != "AUT-02":
                yield act, reason.rule, reason.finding


@pytest.mark.parametrize("code", FOUR_EYES)
def test_whoever_prepared_it_is_refused_the_decision(refusals: Refusals, code: str) -> None:
    for dossier in FOUR_EYES[code]:
        assert ("TakeDecision", "SEP-01") in {(act, rule) for act, rule, _ in refusals[dossier]}


def test_and_nobody_else_is(refusals: Refusals) -> None:
    seeded = {dossier for dossiers in FOUR_EYES.values() for dossier in dossiers}
    refused = {
        dossier
        for dossier, found in refusals.items()
        if any(rule.startswith("SEP-") for _, rule, _ in found)
    }
    assert refused == seeded


@pytest.mark.parametrize(
    "code", ["DEPARTED_UNDER_APPEAL", "NOTIFIED_UNINFORMED", "DECIDED_UNDRAFTED", "ACT_AFTER_CLOSE"]
)
def test_what_the_procedure_forbids_is_refused_under_the_code_it_is_found_by(
    refusals: Refusals, code: str
) -> None:
    refused = {
        dossier
        for dossier, found in refusals.items()
        if any(finding == code for _, _, finding in found)
    }
    assert refused == set(FINDINGS[code])


def test_the_seeded_breaches_are_all_there_are(refusals: Refusals) -> None:
    """What no guard can refuse is what was left undone, or done in haste."""
    assert set(FINDINGS) - set(FOUR_EYES) == {
        "DEPARTED_UNDER_APPEAL",
        "NOTIFIED_UNINFORMED",
        "DECIDED_UNDRAFTED",
        "ACT_AFTER_CLOSE",
        "NEVER_NOTIFIED",
        "RUBBER_STAMP",
    }
