"""Terminal sessions replayed: each file beside this one is what was typed and what was shown."""

import shutil
from pathlib import Path

import pytest
from story import replayed

SESSIONS = sorted(Path(__file__).parent.glob("*.session"))
SAMPLE = Path(__file__).parents[2] / "cli" / "sample"


@pytest.mark.parametrize("session", SESSIONS, ids=lambda file: file.stem)
def test_the_session_reads_as_written(session, desk):
    for name in ("register-holsbeek-2025.csv", "staff-holsbeek.csv"):
        shutil.copy(SAMPLE / name, desk.folder / name)
    replayed(session.read_text(encoding="utf-8"), desk)
