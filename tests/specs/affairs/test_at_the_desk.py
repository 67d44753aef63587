"""At the desk: who follows a dossier, the register of requests, complaints without a term."""

import json

import pytest
from story import Desk

STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("m.vandamme", "P-003", "attache-coach"),
    ("n.bernard", "P-011", "centre-director"),
)


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """Give a desk with one dossier, opened by a coach."""
    file_desk.staffed(*STAFF).does("open VOT-2026-0002 --centre VOT --from police --as d.lambert")
    return file_desk


def test_a_coach_sees_what_is_due_in_the_dossiers_he_follows(desk: Desk) -> None:
    assert "VOT-2026-0002" in desk.runs("due --mine --as d.lambert").stdout
    assert "VOT-2026-0002" not in desk.runs("due --mine --as m.vandamme").stdout
    given_away = desk.runs("assign VOT-2026-0002 --to m.vandamme --as n.bernard")
    assert given_away.exit_code == 0
    assert "VOT-2026-0002" not in desk.runs("due --mine --as d.lambert").stdout
    assert "VOT-2026-0002" in desk.runs("due --mine --as m.vandamme").stdout


@pytest.mark.parametrize(("account", "said"), [("nobody", "AUT-01"), ("n.bernard", "no coach")])
def test_a_dossier_is_given_to_a_known_coach_alone(desk: Desk, account: str, said: str) -> None:
    refused = desk.runs(f"assign VOT-2026-0002 --to {account} --as n.bernard")
    assert refused.exit_code == 4
    assert said in refused.stderr


def test_the_register_of_requests_tells_how_late_an_answer_is(desk: Desk) -> None:
    number, asked = "VOT-2026-0003", "--direction in --means letter --partner lawyer --answer"
    opened = f"open {number} --centre VOT --from police --on 2026-03-02 --as d.lambert"
    assert desk.runs(opened).exit_code == 0
    subject = "--subject access-to-documents --on 2026-03-10"
    assert desk.runs(f"exchange record {number} {asked} {subject} --as d.lambert").exit_code == 0
    answered = "--means mail --outcome granted --on 2026-04-13 --as d.lambert"
    assert desk.runs(f"exchange answer {number} {answered}").exit_code == 0
    for asked_for in (number, "--centre VOT", "--subject access-to-documents"):
        [entry] = json.loads(desk.runs(f"exchange list {asked_for} --json --as d.lambert").stdout)
        assert (entry["rule"], entry["due"], entry["days_late"]) == ("PUB-01", "2026-04-09", 4)
    none = desk.runs(f"exchange list {number} --subject question --json --as d.lambert")
    assert json.loads(none.stdout) == []


def test_a_complaint_shows_that_its_term_is_open(desk: Desk) -> None:
    lodged = "complaint lodge VOT-2026-0002 --body director --about n.bernard --content 'no call'"
    assert desk.runs(f"{lodged} --as d.lambert").exit_code == 0
    assert "complaint 1 centre director [PLA-01: open]" in desk.runs("show VOT-2026-0002").stdout
    assert "PLA-01" not in desk.runs("due --as d.lambert").stdout
    assert (
        desk.runs("complaint handle VOT-2026-0002 --outcome founded --as n.bernard").exit_code == 4
    )
