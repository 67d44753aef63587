"""The worklist: what runs out in which dossier, overdue duties first."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from story import Desk

STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("a.janssens", "P-002", "migration-assistant"),
    ("e.claes", "P-003", "migration-officer"),
    ("f.goossens", "P-004", "doctor"),
)
NOTIFIED = """\
open {0} --from police --on {1}T08:00 --as d.lambert
inform {0} --language fa --interpreter I-17 --on {1}T09:00 --as d.lambert
detention propose {0} --ground removal --less-coercive reporting \
--not-enough risk-of-absconding --on {1}T08:30 --as a.janssens
health intake {0} --on {1}T09:15 --as f.goossens
hearing hold {0} --language fa --interpreter I-17 --on {1}T09:30 --as d.lambert
detention issue {0} --on {1}T09:45 --as e.claes
decision draft {0} --form 13septies --kind return-decision --article 7-1-1 --motives 'no stay' \
--on {1}T10:00 --as a.janssens
decision take {0} --considered best-interest --considered family-life --considered health \
--on {1}T11:00 --as e.claes
decision alert {0} --reference SIS-1 --on {1}T11:30 --as e.claes
decision notify {0} --means by-hand --acknowledgement signed --by centre-director \
--language fa --remedies --on {1}T12:00 --as d.lambert
"""


def ago(days: int) -> str:
    return f"{datetime.now(UTC) - timedelta(days=days):%Y-%m-%d}"


def due(desk: Desk, options: str = "") -> list[dict[str, Any]]:
    run = desk.runs(f"due --json {options}")
    assert run.exit_code == 0, run.output
    told: list[dict[str, Any]] = json.loads(run.stdout)
    return told


@pytest.fixture
def at_work(desk: Desk) -> Desk:
    """A decision notified yesterday at Holsbeek; at Bruges one under an appeal not sent on."""
    return desk.begins(
        STAFF,
        NOTIFIED.format("HOL-2026-0042", ago(1)),
        NOTIFIED.format("BRU-2026-0007", ago(3)),
        "appeal hand-in BRU-2026-0007 --kind extreme-urgency --reference REC-7 "
        f"--on {ago(1)}T09:00 --as d.lambert",
    )


def test_overdue_duties_come_first_with_rule_basis_start_and_end(at_work: Desk) -> None:
    first, *others = due(at_work)

    assert first["dossier"] == "BRU-2026-0007"
    # Notified since the law of 17 June 2026: what was read is of the law before it.
    assert (first["rule"], first["certainty"], first["parameter"]) == ("APP-14", "unverified", True)
    assert first["basis"].startswith("law of 17.06.2026")
    assert first["what"] == "transmit the appeal to the Council"
    assert first["overdue"] is True
    began, ends = (datetime.fromisoformat(first[key]) for key in ("since", "at"))
    assert ends - began == timedelta(hours=2)
    assert [one["overdue"] for one in others] == [False] * len(others)
    assert {"HOL-2026-0042"} <= {one["dossier"] for one in others}
    moments = [one["at"] for one in (first, *others)]
    assert moments == sorted(moments)


def test_only_what_runs_out_soon_is_listed_if_asked(at_work: Desk) -> None:
    assert [one["dossier"] for one in due(at_work, "--within 1h")] == ["BRU-2026-0007"]
    assert due(at_work, "--within 200d") == due(at_work, "--within 52w") == due(at_work)


def test_only_one_centre_is_listed_if_asked(at_work: Desk) -> None:
    assert {one["dossier"] for one in due(at_work, "--centre HOL")} == {"HOL-2026-0042"}
    assert {one["centre"] for one in due(at_work, "--centre HOL")} == {"HOL"}


def test_a_dossier_that_has_ended_is_on_no_worklist(at_work: Desk) -> None:
    at_work.does("non-return propose HOL-2026-0042 --reason deceased --as d.lambert")
    at_work.does("non-return HOL-2026-0042 --reason deceased --as e.claes")
    assert {one["dossier"] for one in due(at_work)} == {"BRU-2026-0007"}


def test_a_line_says_what_to_do_and_how_sure_the_rule_is(at_work: Desk) -> None:
    clocks, rules = at_work.types("due --centre BRU --lang fr").split("\n\n")
    first = clocks.splitlines()[1]
    for words in ("oui", "BRU-2026-0007", "APP-14"):
        assert words in first
    told = " ".join(rules.split())
    for words in ("APP-14 non vérifié, paramètre law of 17.06.2026", "ce qui s'ensuit"):
        assert words in told


def test_the_list_fits_the_desk_and_loses_nothing(at_work: Desk) -> None:
    shown = at_work.types("due")
    assert max(map(len, shown.splitlines())) <= 100
    clocks, rules = ([line.split() for line in part.splitlines()] for part in shown.split("\n\n"))
    words = {word for line in (*clocks, *rules) for word in line}
    for one in due(at_work):
        began, ends = (datetime.fromisoformat(one[key]) for key in ("since", "at"))
        assert [f"{ends:%Y-%m-%d}", f"{ends:%H:%M}"] in [line[:2] for line in clocks]
        assert f"{began:%H:%M}" in words
        assert sum(line[:1] == [one["rule"]] for line in rules) == 1, "told once"
        for text in (one["what"], one["basis"], one["happens"], one["certainty"]):
            assert set(text.replace(",", " ").split()) <= {word.rstrip(",") for word in words}


def test_where_nothing_is_due_no_rule_is_told(file_desk: Desk) -> None:
    file_desk.staffed()
    assert file_desk.types("due").splitlines() == ["due  overdue  dossier  what  since  rule"]


@pytest.mark.parametrize(
    ("typed_there", "told"),
    [
        ("--within soon", "--within: soon is not a length of time; write 36h, 7d or 2w"),
        ("--within 7", "--within: 7 is not a length of time; write 36h, 7d or 2w"),
        ("--centre XYZ", "XYZ is not on the list of places"),
    ],
)
def test_bad_input_is_named(file_desk: Desk, typed_there: str, told: str) -> None:
    file_desk.staffed()
    assert file_desk.types(f"due {typed_there}") == f"trajet: {told}\n[exit 2]\n"
