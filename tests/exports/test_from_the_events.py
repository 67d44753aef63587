"""An export is made of the events alone: what stands in the read models changes nothing in it."""

import json

import pytest
from audit.example_store import sql
from exports.conftest import FORMATS
from specs.access.desk import restricted
from story import Desk

D, OTHER = "VOT-2026-0001", "HOL-2026-0002"
STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("p.dubois", "P-007", "migration-assistant"),
    ("e.claes", "P-008", "migration-officer"),
    ("m.vandamme", "P-003", "attache-coach"),
    ("n.bernard", "P-011", "centre-director"),
    ("b.wouters", "P-016", "removal-director"),
    ("a.denis", "P-018", "auditor"),
)
ROUND = f"""\
decision draft {D} --form 13septies --kind return-decision --article 7-1-1 --motives 'none' \
--on 2026-03-04T09:00 --as p.dubois
decision take {D} --considered best-interest --considered family-life --considered health \
--on 2026-03-04T11:00 --as e.claes
"""
DECIDED = f"""\
open {OTHER} --centre HOL --from police --sex F --on 2026-03-03T09:00 --as d.lambert
open {D} --centre VOT --from police --sex M --on 2026-03-03T10:00 --as d.lambert
inform {D} --language ti --interpreter I-17 --on 2026-03-03T14:30 --as d.lambert
hearing hold {D} --language ti --interpreter I-17 --on 2026-03-03T16:00 --as d.lambert
{ROUND}\
decision annul {D} --by authority --reason 'wrong name' --on 2026-03-05T09:00 --as e.claes
{ROUND.replace("03-04", "03-06")}\
correct {D} --version 6 --field occurred_at --to 2026-03-05T08:00 --reason typo --as b.wouters
"""


@pytest.fixture
def decided(file_desk: Desk) -> Desk:
    """Give a desk with a dossier in its second round; when the first was annulled was corrected."""
    file_desk.staffed(*STAFF).does(DECIDED)
    return file_desk


@pytest.mark.parametrize("form", FORMATS)
def test_no_read_model_changes_an_export(decided: Desk, form: str) -> None:
    """Whoever writes in the read models, or breaks them, changes nothing that goes out."""
    views = decided.folder / "office.views.db"
    made = (
        f"audit export --format {form} --pseudonym-key {{folder}}/key --centre VOT "
        "--as a.denis -o {folder}/"
    )
    decided.does("caseload VOT --as d.lambert", "audit trail --as a.denis", f"{made}before")
    sql(views, "DELETE FROM trail WHERE topic LIKE 'decision%'")
    sql(views, "UPDATE caseload SET centre = 'HOL'")
    decided.does("control separation --as a.denis", f"{made}altered")
    sql(views, "UPDATE decision_round SET hands = 'nobody'")
    decided.does(f"{made}broken")
    before, *after = (
        (decided.folder / name).read_bytes() for name in ("before", "altered", "broken")
    )
    assert b"decision-drafted" in before
    if form != "ocel-sqlite":  # the same rows, in pages of another moment
        assert after == [before, before]


def test_acts_are_in_the_round_they_were_made_in(decided: Desk) -> None:
    decided.does("audit export --format jsonl -o {folder}/out --plain --as a.denis")
    acts = [json.loads(one)["data"] for one in (decided.folder / "out").read_text().splitlines()]
    assert [(one["activity"], one["round"]) for one in acts if "round" in one] == [
        ("decision-drafted", 1),
        ("decision-taken", 1),
        ("decision-annulled", 1),
        ("decision-drafted", 2),
        ("decision-taken", 2),
    ]


def test_no_column_tells_what_is_only_in_a_restricted_dossier(decided: Desk) -> None:
    decided.does(*restricted(motives="--motives x"))
    decided.does("audit export --format csv -o {folder}/out --as a.denis")
    (header, *rows) = (decided.folder / "out").read_text().splitlines()
    assert len(rows) == 1
    assert "said_considered" not in header
