"""A dossier whose personal content cannot be opened is still read; its place says why not."""

import json
import sqlite3

import pytest
from story import Desk


@pytest.fixture
def dossier(file_desk: Desk) -> Desk:
    """Give a desk with one dossier that holds a name."""
    file_desk.staffed(("d.lambert", "P-001", "coach"))
    file_desk.does("open VOT-2025-0042 --name 'Idris Test' --on 2025-03-03T10:00 --as d.lambert")
    return file_desk


def _name(desk: Desk) -> str:
    run = desk.runs("show VOT-2025-0042 --as d.lambert --json")
    assert run.exit_code == 0
    shown: str = json.loads(run.stdout)["resident"]["name"]
    return shown


def _recorded(desk: Desk) -> int:
    with sqlite3.connect(desk.folder / "office.db") as store:
        (leaves,) = store.execute("SELECT count(*) FROM tlog_leaf").fetchone()
    store.close()
    return int(leaves)


def test_a_whole_vault_opens_the_name(dossier: Desk) -> None:
    assert _name(dossier) == "Idris Test"


def test_a_lost_key_file_is_told_in_its_place(dossier: Desk) -> None:
    (dossier.folder / "office.kek").unlink()
    assert _name(dossier) == "[key lost, event 1]"


def test_a_damaged_vault_is_told_in_its_place(dossier: Desk) -> None:
    for file in dossier.folder.glob("office.vault.db*"):
        file.write_bytes(b"no database any more" * 40)
    assert _name(dossier) == "[cannot be opened, event 1]"


def test_nothing_personal_is_recorded_without_its_key_and_nothing_else_is_lost(
    dossier: Desk,
) -> None:
    before = _recorded(dossier)
    (dossier.folder / "office.kek").unlink()
    refused = dossier.runs("interview VOT-2025-0042 --note 'a fear' --as d.lambert")
    assert refused.exit_code == 6
    assert "office.kek" in refused.stderr
    assert _recorded(dossier) == before
    assert dossier.runs("inform VOT-2025-0042 --language fr --as d.lambert").exit_code == 0
