"""What the controls of separation and leads tell at the desk, and to whom."""

import json
from typing import Any

import pytest
from story import Desk

D = "VOT-2025-0042"

STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("p.dubois", "P-007", "migration-assistant"),
    ("e.claes", "P-008", "migration-officer"),
    ("b.wouters", "P-009", "removal-director"),
    ("q.vos", "P-090", "quality-controller"),
    ("a.noel", "P-092", "auditor"),
    ("s.baert", "P-091", "supervisor"),
)
DECIDED = f"""\
open {D} --from police --sex M --name 'Idris Test' --on 2025-03-03T10:00 --as d.lambert
inform {D} --language ti --interpreter I-17 --on 2025-03-03T14:30 --as d.lambert
hearing hold {D} --language ti --interpreter I-17 --on 2025-03-03T16:00 --as d.lambert
decision draft {D} --form 13septies --kind return-decision --article 7-1-1 --motives 'none' \
--on 2025-03-04T09:00 --as p.dubois
decision take {D} --considered best-interest --considered family-life --considered health \
--on 2025-03-04T09:00:30 --as e.claes
"""
CLOSED = f"""\
privacy propose-restriction {D} --reason media --motives x --on 2025-03-05T09:00 --as d.lambert
privacy restrict {D} --reason media --on 2025-03-05T10:00 --as b.wouters
privacy grant {D} --to a.noel --motives x --on 2025-03-05T11:00 --as b.wouters
"""


@pytest.fixture
def hurried(file_desk: Desk) -> Desk:
    """A store in which one decision was taken half a minute after its draft."""
    file_desk.staffed(*STAFF).does(DECIDED)
    return file_desk


def asked(desk: Desk, line: str, account: str) -> dict[str, Any]:
    run = desk.runs(f"{line} --json --as {account}")
    assert run.exit_code == 0, run.output
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


@pytest.mark.parametrize("account", ["q.vos", "b.wouters", "a.noel", "s.baert"])
def test_leads_are_shown_to_who_controls_audits_or_supervises(hurried, account):
    (lead,) = asked(hurried, "control leads", account)["leads"]
    (one,) = lead["rounds"]
    assert (lead["code"], lead["accounts"]) == ("RUBBER_STAMP", ["p.dubois", "e.claes"])
    assert (one["dossier"], one["round"], one["seconds"]) == (D, 1, 30)


@pytest.mark.parametrize("account", ["d.lambert", "p.dubois", "e.claes", "registrar", "x.nobody"])
def test_leads_are_shown_to_nobody_else(hurried, account):
    run = hurried.runs(f"control leads --json --as {account}")
    assert (run.exit_code, run.stdout) == (4, "")
    assert json.loads(run.stderr)["exit_code"] == 4


def test_a_lead_is_no_breach_in_either_control(hurried):
    (lead,) = asked(hurried, "control leads", "q.vos")["leads"]
    (finding,) = asked(hurried, "control separation", "q.vos")["findings"]
    for key in ("code", "severity", "persons", "accounts"):
        assert lead[key] == finding[key]
    assert lead["rounds"][0]["log_index"] == finding["log_index"]
    assert lead["rounds"][0]["versions"] == finding["versions"]


def test_what_is_restricted_counts_only_for_who_may_read_it(hurried):
    hurried.does(CLOSED)
    for account, seen in (("q.vos", 0), ("a.noel", 1)):
        leads = asked(hurried, "control leads", account)
        assert len(leads["leads"]) == seen
        assert leads["decisions"] == seen
        separation = asked(hurried, "control separation", account)
        assert separation["rounds"] == len(separation["findings"]) == seen


def test_the_keys_are_those_that_are_told(hurried):
    answer = asked(hurried, "control leads", "q.vos")
    assert list(answer) == [
        *("centre", "from", "to", "level", "decisions", "tests", "haste", "leads"),
    ]
    spread = ["decisions", "median_seconds", "lower_quarter_seconds", "upper_quarter_seconds"]
    assert list(answer["haste"]) == ["house", *spread, "classes", "centres"]
    assert list(answer["leads"][0]) == [
        *("code", "severity", "centre", "persons", "accounts", "p", "q", "pairs", "rounds"),
    ]
