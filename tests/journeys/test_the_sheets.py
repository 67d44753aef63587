"""At the printer: what stands on the sheets, who may have them, and where they are put."""

import json
import stat
from typing import Any

import pytest
from journeys.test_the_removal_check_list import GONE, ON_THE_DAY, PLANNED, TICKED, D
from journeys.test_the_removal_check_list import PREPARED as PREPARED_THERE
from journeys.test_the_removal_check_list import STAFF as STAFF_THERE
from story import Desk

PREPARED = PREPARED_THERE.replace("--contact --by", "--contact --acknowledgement signed --by")

STAFF = (
    *STAFF_THERE,
    ("q.control", "P-900", "quality-controller"),
    ("a.denis", "P-901", "auditor"),
)
MORE = f"""\
obstacle raise {D} --kind property --note 'a car in Liège <b>' --on 2025-03-26T11:00 --as d.lambert
exchange record {D} --direction in --means mail --partner lawyer --subject access-to-documents \
--answer --on 2025-03-26T11:10 --as d.lambert
exchange record {D} --direction out --means call --partner embassy --subject question \
--answer --on 2025-03-26T11:20 --as d.lambert
exchange answer {D} --number 2 --means mail --outcome answered --on 2025-03-28T09:00 --as d.lambert
"""
SHEET = f"report sheet {D} --as-of 2025-03-30 --as d.lambert"
REMOVALS = "report removals --on 2025-03-31 --as q.control"
MAIL = "report mail --from 2025-01-01 --to 2025-12-31 --as q.control"


def told(desk: Desk, line: str) -> dict[str, Any]:
    run = desk.runs(f"{line} --json")
    assert run.exit_code in (0, 1), run.output
    found: dict[str, Any] = json.loads(run.stdout)
    return found


@pytest.fixture
def planned(desk: Desk) -> Desk:
    """A removal planned for the day, with mail and an obstacle beside it."""
    return desk.begins(STAFF, PREPARED + TICKED + PLANNED + MORE)


@pytest.fixture
def small(file_desk: Desk) -> Desk:
    """A dossier just opened; enough for what is asked of any of them."""
    opened = f"open {D} --name 'Idris <Test>' --on 2025-03-03T10:00 --as d.lambert\n"
    return file_desk.begins(STAFF, opened)


# --- the sheet --------------------------------------------------------------------------------


def test_a_sheet_tells_all_that_matters_in_a_dossier(planned: Desk) -> None:
    sheet = told(planned, SHEET)
    assert list(sheet) == [
        "dossier", "as_of", "version", "centre", "stage", "since", "coach", "resident", "custody",
        "decisions", "remedies", "terms", "interim", "iom", "identification", "health",
        "measures", "family", "obstacles", "clocks", "missing", "blocked_by", "exchanges",
    ]  # fmt: skip
    assert (sheet["stage"], sheet["coach"]) == ("departure-planned", "P-001")
    assert sheet["custody"]["days_held"] == 28
    assert [one["note"] for one in sheet["obstacles"]] == ["a car in Liège <b>"]
    assert [one["partner"] for one in sheet["exchanges"]] == ["embassy", "lawyer"]
    assert {"SIS-01", "PUB-01"} <= {one["rule"] for one in sheet["clocks"]}
    assert all("certainty" in one for one in (*sheet["clocks"], *sheet["missing"]))


def test_a_doctor_reads_who_it_is_and_an_educator_that_it_is_sealed(small: Desk) -> None:
    small.hires(("e.ducator", "P-50", "educator"))
    sheet = f"report sheet {D}"
    assert told(small, f"{sheet} --as f.goossens")["resident"]["name"] == "Idris <Test>"
    assert told(small, f"{sheet} --as e.ducator")["resident"]["name"] == "[sealed: identity]"


def test_who_reads_what_is_personal_is_kept_on_record_and_nobody_else(small: Desk) -> None:
    small.hires(("e.ducator", "P-50", "educator"))
    assert small.runs(f"report sheet {D} --as nobody.known").exit_code == 4
    for who in ("d.lambert", "e.ducator"):
        assert small.runs(f"report sheet {D} --as {who}").exit_code == 0
    readers = small.runs(f"audit readers {D} --as a.denis").stdout.splitlines()
    assert len(readers) == 1
    assert "report sheet" in readers[0]
    assert "d.lambert" in readers[0]


def test_nothing_of_a_medical_note_is_on_any_sheet(small: Desk) -> None:
    small.does(f"health intake {D} --note 'hepatitis' --on 2025-03-03T14:00 --as f.goossens\n")
    for line in (f"report sheet {D} --as f.goossens", f"report sheet {D} --as d.lambert --html -"):
        assert "hepatitis" not in small.runs(line).output


def test_a_restricted_dossier_is_on_no_list_of_who_is_not_let_in(planned: Desk) -> None:
    planned.does(
        f"privacy propose-restriction {D} --reason media --motives x --on 2025-03-27T15:00 "
        "--as d.lambert\n"
        f"privacy restrict {D} --reason media --on 2025-03-27T16:00 --as b.wouters\n",
    )
    assert planned.runs(SHEET).exit_code == 4
    assert told(planned, REMOVALS)["removals"] == []
    assert told(planned, MAIL)["entries"] == []
    assert told(planned, "control checklist --from 2025-01-01 --as q.control")["findings"] == []
    keeper = told(planned, REMOVALS.replace("q.control", "b.wouters"))
    assert [one["dossier"] for one in keeper["removals"]] == [D]
    assert "b.wouters" in planned.runs(f"audit readers {D} --as a.denis").stdout


# --- the removals of a day -----------------------------------------------------------------------


def test_the_list_of_a_day_has_flight_escort_and_every_item(planned: Desk) -> None:
    found = told(planned, REMOVALS)
    (one,) = found["removals"]
    assert (one["flight"], one["escort"]) == ("SN-371", ["federal-police", "federal-police"])
    assert (one["state"], one["of"]) == ("planned", 20)
    assert one["done"] == sum(each["state"] != "missing" for each in one["items"])
    ticked = next(each for each in one["items"] if each["item"] == "interpreter")
    assert (ticked["account"], ticked["at"]) == ("d.lambert", "2025-03-25T15:00:00+01:00")
    assert "DPT-03" in {each["rule"] for each in one["blocked_by"]}
    assert all(each["basis"] and each["certainty"] for each in one["blocked_by"])


def test_a_list_of_another_day_or_centre_is_empty(planned: Desk) -> None:
    assert told(planned, "report removals --on 2025-04-01 --as q.control")["removals"] == []
    assert told(planned, f"{REMOVALS} --centre Merksplas")["removals"] == []


def test_a_removal_carried_out_is_judged_as_it_was_then(planned: Desk) -> None:
    planned.does(ON_THE_DAY + GONE)
    (one,) = told(planned, REMOVALS)["removals"]
    assert (one["state"], one["done"], one["of"]) == ("carried-out", 20, 20)
    assert one["judged_at"] == "2025-03-31T09:40:00+02:00"
    control = planned.runs("control checklist --from 2025-01-01 --as q.control")
    assert (control.exit_code, control.stdout) == (
        0, "1 departure(s) and 0 planned: 0 with something not done\n",
    )  # fmt: skip


def test_what_is_not_done_for_a_planned_departure_is_found(planned: Desk) -> None:
    run = planned.runs("control checklist --from 2025-01-01 --as q.control --json")
    assert run.exit_code == 1
    (one,) = json.loads(run.stdout)["findings"]
    assert (one["dossier"], one["found"], one["attempt"]) == (D, "planned", 1)
    assert "phone-access" in [each["item"] for each in one["lacking"]]


# --- the mail -----------------------------------------------------------------------------------


def test_the_register_of_mail_begins_with_what_is_overdue(planned: Desk) -> None:
    found = told(planned, MAIL)
    waiting, answered = found["entries"]
    assert (found["waiting"], found["overdue"]) == (1, 1)
    assert (waiting["rule"], waiting["due"]) == ("PUB-01", "2025-04-25")
    assert (answered["days"], answered["days_late"], answered["waits"]) == (2, 0, False)
    assert {one["expected"] for one in found["delays"]} == {None}  # too few to tell


# --- the page and its file ------------------------------------------------------------------------


@pytest.mark.parametrize("report", [SHEET, REMOVALS, MAIL])
@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_a_page_is_in_the_language_that_was_asked(
    planned: Desk, report: str, language: str
) -> None:
    run = planned.runs(f"{report} --lang {language} --html -")
    assert run.exit_code == 0
    assert run.stdout.startswith(f'<!DOCTYPE html>\n<html lang="{language}">')
    assert "<script" not in run.stdout
    assert "<b>" not in run.stdout
    assert run.stderr.startswith("trajet: ")


def test_a_page_is_private_to_who_asked_for_it_and_is_told_to_be_destroyed(small: Desk) -> None:
    file = small.folder / "sheet.html"
    run = small.runs(f"report sheet {D} --as d.lambert --html {file}")
    assert run.exit_code == 0
    assert run.stdout == ""
    assert "holds data of residents" in run.stderr
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "Idris &lt;Test&gt;" in file.read_text(encoding="utf-8")


def test_a_page_is_put_over_another_only_when_that_is_asked(small: Desk) -> None:
    file = small.folder / "sheet.html"
    file.write_text("an older page")
    file.chmod(0o644)
    again = f"report sheet {D} --as d.lambert --html {file}"
    refused = small.runs(again)
    assert (refused.exit_code, file.read_text()) == (2, "an older page")
    assert "--force" in refused.stderr
    assert small.runs(f"{again} --force").exit_code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text(encoding="utf-8").endswith("</html>\n")
    assert [each.name for each in small.folder.glob(".*.html*")] == []


def test_a_page_and_json_can_be_had_at_once_but_not_in_one_place(small: Desk) -> None:
    file = small.folder / "sheet.html"
    run = small.runs(f"report sheet {D} --as d.lambert --html {file} --json")
    assert json.loads(run.stdout)["dossier"] == D
    assert file.exists()
    assert small.runs(f"report sheet {D} --as d.lambert --html - --json").exit_code == 2


@pytest.mark.parametrize(
    ("line", "exit_code", "told"),
    [
        ("report sheet VOT-2025-9999 --as d.lambert", 2, "there is no dossier VOT-2025-9999"),
        (f"report sheet {D} --html {{folder}} --as d.lambert", 2, "is a folder"),
        (f"report sheet {D} --html {{folder}}/no/x.html --as d.lambert", 2, "there is no folder"),
        (f"report sheet {D} --as-of 2020-01-01 --as d.lambert", 2, "nothing was on record"),
        ("report removals --on yesterday", 2, "--on: yesterday is not a date"),
        ("report removals --centre Atlantis --as q.control", 2, "is not on the list of places"),
        (
            "report mail --from 2025-03-01 --to 2025-02-01 --as d.lambert",
            2,
            "--to: the period ends",
        ),
        ("control checklist --within soon --as q.control", 2, "--within: soon is not a length"),
        ("control checklist --as d.lambert", 4, "AUT-02: d.lambert may not run this control"),
        ("control appeals --as d.lambert", 4, "AUT-02: d.lambert may not run this control"),
        ("control appeals --as nobody.known", 4, "AUT-01: the account nobody.known is not"),
    ],
)
def test_what_cannot_be_given_is_told_plainly(
    small: Desk, line: str, exit_code: int, told: str
) -> None:
    run = small.runs(line)
    assert run.exit_code == exit_code, run.output
    assert told in " ".join(run.stderr.split())


# --- appeals ------------------------------------------------------------------------------------


APPEALED = f"""\
appeal hand-in {D} --kind extreme-urgency --on 2025-03-14T10:00 --as d.lambert
appeal lodge {D} --kind extreme-urgency --reference CCE-318442 --on 2025-03-14T15:00 --as d.lambert
appeal decide {D} --outcome granted --reference CCE-318442 --on 2025-03-18T15:00 --as d.lambert
decision annul {D} --by council --reason 'family life not weighed' --on 2025-03-19T09:00 \
--as e.claes
"""
CONTROL = "control appeals --from 2025-01-01 --to 2025-12-31 --as q.control"


def test_a_decision_that_fell_is_told_to_its_unit_with_the_grounds(desk: Desk) -> None:
    desk.staffed(*STAFF).does(PREPARED.rpartition("document record")[0] + APPEALED)
    found = told(desk, CONTROL)
    (one,) = found["fallen"]
    assert (one["dossier"], one["round"], one["annulled_by"]) == (D, 1, "council")
    assert one["unit"] == {
        "centre": "VOT", "drafted_as": "migration-assistant", "decided_as": "migration-officer",
    }  # fmt: skip
    assert one["grounds"] == "family life not weighed"
    assert [each["appeals"] for each in found["figures"]] == [None] * 4  # one is too few to tell


def test_what_was_not_known_yet_is_not_told_of_an_earlier_day(desk: Desk) -> None:
    desk.staffed(*STAFF).does(PREPARED.rpartition("document record")[0] + APPEALED)
    before = told(desk, f"{CONTROL} --as-known 2025-12-31")
    assert (before["fallen"], before["figures"]) == ([], [])
    now = told(desk, f"{CONTROL} --as-known 2099-01-01")
    assert [one["fate"] for one in now["fallen"]] == ["annulled"]
