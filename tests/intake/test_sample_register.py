"""The sample register is taken in to the last row, once."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from cabinet import SAMPLE, STAFF_LIST, log_is_sound, registrar_of
from click.testing import CliRunner
from registers import SAMPLE_REGISTER, sample_rows, take_in, told

from cli.main import main
from cli.settings import StorePaths
from cli.wiring import Office
from domain.lifecycle import Stage
from domain.rules import RULE_SET
from domain.trajectory import replay
from domain.values import Origin
from workflows import intake

EXPECTED = json.loads((SAMPLE / "register-holsbeek-2025.expected.json").read_text())


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """Copy the sample register to where rejects may be written beside it."""
    return Path(shutil.copy(SAMPLE_REGISTER, tmp_path / "register.csv"))


def test_every_row_is_recorded_a_duplicate_or_rejected(office: Office, sample: Path) -> None:
    before = office.journal.newest()
    tally = take_in(office, sample)

    assert (tally.rows, tally.recorded, tally.duplicates, len(tally.rejects)) == (593, 574, 7, 12)
    assert tally.rows == EXPECTED["rows"]
    assert tally.recorded == EXPECTED["rows_understood"]
    assert tally.duplicates == EXPECTED["noise"]["duplicate"]
    assert len(tally.dossiers) == EXPECTED["dossiers"] == 60
    assert tally.unknown_accounts == set()
    assert len(list(office.journal.dossiers())) == 60
    assert log_is_sound(office.paths.store) == before + 574


def test_sent_again_it_records_nothing(office: Office, sample: Path) -> None:
    take_in(office, sample)
    before = told(office)

    again = take_in(office, sample)

    assert (again.rows, again.recorded, again.duplicates, len(again.rejects)) == (593, 0, 581, 12)
    assert told(office) == before


def test_its_rejects_are_its_noise(office: Office, sample: Path) -> None:
    tally = take_in(office, sample)
    reasons = [str(reason) for _, reason in tally.rejects]

    noise = EXPECTED["noise"]
    columns = Counter(reason.partition(":")[0] for reason in reasons)
    assert columns == {
        "date": noise["bad_date"],
        "acte": noise["unknown_act"],
        "dossier": noise["no_dossier"],
    }


def test_each_reject_names_its_line(office: Office, sample: Path) -> None:
    rows = sample_rows()
    tally = take_in(office, sample)

    for line, reason in tally.rejects:
        column, _, why = str(reason).partition(": ")
        assert rows[line - 2][column] in why


def test_what_the_register_says_is_recorded_as_imported(office: Office, sample: Path) -> None:
    take_in(office, sample)

    lines = [one for _, history in office.journal.dossiers() for one in history]
    assert {one.origin for one in lines} == {Origin.IMPORTED}
    assert {one.recorded_by for one in lines} == {"registrar"}
    assert {one.rule_set for one in lines} == {RULE_SET}
    assert {one.whole_day for one in lines} == {False}
    assert all(one.person.startswith("P-") for one in lines)
    assert {one.person for one in lines if one.account in ("a.janssens", "janssensa")} == {"P-005"}


def test_its_outcomes_are_the_registers(office: Office, sample: Path) -> None:
    take_in(office, sample)

    stages: Counter[Stage] = Counter()
    for _, history in office.journal.dossiers():
        state = replay(history)
        assert state is not None
        stages[state.stage] += 1
    departed, not_returned = stages.pop(Stage.DEPARTED), stages.pop(Stage.NOT_RETURNED)
    outcomes = EXPECTED["outcomes"]
    assert (departed, not_returned) == (outcomes["departed"], outcomes["non-return"])
    assert stages.total() == outcomes["open"]


def test_the_staff_list_is_taken_in_once(office: Office) -> None:
    assert intake.import_staff(office.journal, STAFF_LIST, registrar_of(office)) == 0


def test_the_command_line_tells_the_same(paths: StorePaths, tmp_path: Path, sample: Path) -> None:
    arguments = ["--store", paths.url, "--as", "registrar", "import"]
    arguments += [str(sample), "--staff", str(STAFF_LIST), "--json"]

    run = CliRunner(env={"TRAJET_KEK": str(paths.key)}).invoke(main, arguments)

    assert (run.exit_code, run.stderr) == (0, "")
    answer = json.loads(run.stdout)
    rejects = answer.pop("rejects")
    assert answer == {
        "rows": 593,
        "recorded": 574,
        "duplicates": 7,
        "rejected": 12,
        "dossiers": 60,
        "unknown_accounts": [],
    }
    assert len(rejects) == 12
    assert all({"line", "reason"} <= reject.keys() for reject in rejects)
    assert (tmp_path / "register.csv.rejects.csv").is_file()
