"""``trajet demo``: all of it, on a store of its own, in a few seconds."""

import re

from story import Desk


def test_the_demonstration_takes_in_advances_replays_and_verifies(file_desk: Desk) -> None:
    told = file_desk.types("demo")
    assert "593 rows: 574 recorded, 7 duplicates, 12 rejected; 60 dossiers" in told
    assert re.search(r"^v\d+ .* departure-confirmed .* → departed$", told, re.MULTILINE)
    assert "nothing was altered" in told
    assert "[exit 2]" not in told
    assert "[exit 6]" not in told
    assert not file_desk.folder.joinpath("office.db").exists()
