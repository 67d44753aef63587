"""The motives of serious measures are compared in memory, and leave no trace of their words."""

import json
import sqlite3
import tempfile
from contextlib import closing
from typing import Any

import pytest
from story import Desk

PEOPLE = (
    ("d.lambert", "P-001", "coach"),
    ("b.maes", "P-005", "centre-director"),
    ("p.dubois", "P-007", "migration-assistant"),
    ("e.claes", "P-008", "migration-officer"),
    ("r.wouters", "P-009", "removal-director"),
    ("k.peeters", "P-013", "nurse"),
    ("s.aydin", "P-014", "security"),
    ("q.janssen", "P-030", "quality-controller"),
    ("l.maes", "P-031", "quality-controller"),
    ("a.denis", "P-040", "auditor"),
)
THREW = (
    "Monsieur {who} a lancé une chaise contre la fenêtre du réfectoire le {day} 2025 à {hour} et a "
    "menacé deux agents de recommencer"
)
OWN = (
    "refuses to go back to the room he shares since his room-mate took his shoes, and sat on the "
    "stairs all night shouting for his sister"
)
FIRST, SECOND, THIRD = "VOT-2025-0001", "VOT-2025-0002", "BRU-2025-0003"


def isolate(desk: Desk, dossier: str, motives: str, day: str = "2025-03-10") -> None:
    """Record an isolation, decided and ended, as version 4."""
    desk.does(
        f"open {dossier} --from police --sex M --adult --on {day}T08:00 --as d.lambert",
        f"health intake {dossier} --on {day}T09:00 --as k.peeters",
        f"measure propose {dossier} --kind isolation --ground order --motives '{motives}' "
        f"--on {day}T10:00 --as d.lambert",
        f"measure decide {dossier} --hours 24 --heard --medical-informed --on {day}T10:30 "
        "--as b.maes",
        f"measure end {dossier} --reason ground-gone --on {day}T20:00 --as b.maes",
    )


def three(desk: Desk) -> Desk:
    """Make a store with three isolations: two of one model, one with motives of its own."""
    desk.staffed(*PEOPLE)
    isolate(desk, FIRST, THREW.format(who="Diallo", day="10 mars", hour="9h40"))
    isolate(desk, SECOND, THREW.format(who="HADDAD", day="2 avril", hour="14h05"), "2025-04-02")
    isolate(desk, THIRD, OWN, "2025-04-03")
    return desk


@pytest.fixture
def office(file_desk: Desk) -> Desk:
    return three(file_desk)


@pytest.fixture
def each_office(desk: Desk) -> Desk:
    """The same, with a store on each kind of database in turn."""
    return three(desk)


def control(desk: Desk, line: str = "", who: str = "q.janssen") -> tuple[int, dict[str, Any]]:
    run = desk.runs(f"control motives {line} --json --as {who}")
    return run.exit_code, json.loads(run.stdout)


def test_changed_names_and_dates_do_not_hide_that_motives_are_those_of_another(each_office):
    code, found = control(each_office)
    assert code == 1
    assert [(one["dossier"], one["findings"]) for one in found["queue"]] == [
        (FIRST, ["resembles"]),
        (SECOND, ["resembles"]),
        (THIRD, []),
    ]
    assert found["queue"][0]["resembles"] == [
        {"dossier": SECOND, "version": 4, "percent": 100, "relation": "other"}
    ]
    assert (found["acts"], found["open"], found["resembling"]) == (3, 3, 2)


def test_the_queue_shrinks_as_each_is_examined_and_the_control_ends_without_findings(each_office):
    examine = "control motives examine {} 4 {} --as q.janssen"
    each_office.does(examine.format(FIRST, "stereotyped"), examine.format(SECOND, "stereotyped"))
    code, found = control(each_office)
    assert (code, [one["dossier"] for one in found["queue"]]) == (0, [THIRD])
    code, found = control(each_office, "--all")
    assert (code, found["acts"], found["open"], found["examined"]) == (0, 3, 1, 2)
    assert found["queue"][0]["examined"]["finding"] is None
    add = f"control finding add {FIRST} --kind motivation --severity shortcoming --as q.janssen"
    each_office.does(f"{add} --finding 'the motives of another'")
    assert control(each_office, "--all")[1]["queue"][0]["examined"]["finding"] == 1


def test_what_is_wanting_asks_for_a_finding(office):
    run = office.runs(f"control motives examine {FIRST} 4 stereotyped --as q.janssen")
    assert f"trajet control finding add {FIRST} --kind motivation" in run.stderr
    run = office.runs(f"control motives examine {THIRD} 4 individual --as q.janssen")
    assert run.stderr == ""


def test_an_examined_text_still_shows_who_copies_it_later(office):
    office.does(f"control motives examine {FIRST} 4 individual --as q.janssen")
    found = control(office)[1]["queue"][0]
    assert (found["dossier"], found["resembles"][0]["dossier"]) == (SECOND, FIRST)


def test_it_is_narrowed_by_centre_kind_and_dossier_and_compared_with_all(office):
    assert [one["dossier"] for one in control(office, "--centre Bruges")[1]["queue"]] == [THIRD]
    assert control(office, "--kind title")[1]["queue"] == []
    one = control(office, f"--dossier {SECOND}")[1]["queue"]
    assert [each["resembles"][0]["dossier"] for each in one] == [FIRST]


def test_how_alike_may_be_said(office):
    assert control(office, "--similar 1")[1]["similar"] == 1
    run = office.runs("control motives --similar 0 --as q.janssen")
    assert (run.exit_code, run.stderr.startswith("trajet: --similar:")) == (2, True)


def test_few_words_and_no_report_are_found(office):
    isolate(office, "VOT-2025-0004", "agité", "2025-05-02")
    use = "coercion use VOT-2025-0004 --means holding --minutes 4 --occasion violence"
    office.does(f"{use} --on 2025-05-02T21:00 --as s.aydin")
    found = control(office, "--dossier VOT-2025-0004")[1]
    assert [one["findings"] for one in found["queue"]] == [["too-short"], ["missing"]]
    assert [one["motives"]["words"] for one in found["queue"]] == [1, None]
    assert found["queue"][1]["due"]["rule"] == "COE-03"


def test_an_isolation_that_was_not_brought_further_is_found(office):
    office.does(
        f"measure propose {THIRD} --kind isolation --ground order --motives '{OWN}' "
        "--on 2025-04-05T10:00 --as d.lambert",
        f"measure decide {THIRD} --number 2 --hours 12 --heard --medical-informed "
        "--on 2025-04-05T10:30 --as b.maes",
        f"measure end {THIRD} --number 2 --reason ground-gone --on 2025-04-06T10:30 --as b.maes",
    )
    found = control(office, f"--dossier {THIRD}")[1]["queue"]
    assert found[1]["findings"] == ["not-escalated"]
    assert (found[1]["hierarchy"]["rule"], found[1]["hierarchy"]["certainty"]) == (
        "ISO-01",
        "unverified",
    )
    assert found[1]["resembles"][0]["relation"] == "resident"


# -- who, and what is read ------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["d.lambert", "b.maes", "registrar"])
def test_it_is_not_for_others(office, who):
    assert office.runs(f"control motives --as {who}").exit_code == 4


def test_the_auditor_reads_without_the_text(office):
    assert control(office, who="a.denis")[1]["resembling"] == 2
    run = office.runs("control motives --text --as a.denis")
    assert (run.exit_code, run.stdout) == (4, "")


def test_the_text_is_told_when_asked_for_and_that_it_was_read_is_recorded(each_office):
    assert "réfectoire" not in each_office.runs("control motives --as q.janssen").stdout
    assert "réfectoire" not in json.dumps(control(each_office)[1], ensure_ascii=False)
    read = each_office.runs(f"control motives --text --dossier {FIRST} --as q.janssen").stdout
    assert "Monsieur Diallo a lancé une chaise" in read
    said = control(each_office, f"--text --dossier {SECOND}", "r.wouters")[1]["queue"][0]["motives"]
    assert said["texts"][0]["text"].startswith("Monsieur HADDAD")
    trail = each_office.runs("audit readers --json --as a.denis").stdout
    read_by = [(one["dossier"], one["account"]) for one in map(json.loads, trail.splitlines())]
    assert sorted(read_by) == [(FIRST, "q.janssen"), (SECOND, "r.wouters")]


def test_a_restricted_dossier_is_not_there_for_who_may_not_read_it(office):
    ask = f"privacy propose-restriction {FIRST} --reason witness-or-informant"
    office.does(
        f"{ask} --as d.lambert",
        f"privacy restrict {FIRST} --reason witness-or-informant --as r.wouters",
    )
    found = control(office)[1]["queue"]
    assert [one["dossier"] for one in found] == [SECOND, THIRD]
    assert found[0]["resembles"] == []
    assert office.runs(f"control motives --dossier {FIRST} --as q.janssen").exit_code == 4
    assert control(office, who="r.wouters")[1]["resembling"] == 2


def test_a_dossier_that_is_not_there_is_told(office):
    assert office.runs("control motives --dossier VOT-2025-0999 --as q.janssen").exit_code == 2


def test_who_decided_examines_nothing_there(office):
    office.hires(("maesb", "P-005", "quality-controller"))
    run = office.runs(f"control motives examine {FIRST} 4 individual --as maesb")
    assert (run.exit_code, "SEP-05" in run.stderr) == (4, True)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (f"{FIRST} 4 excellent", "outcome"),
        (f"{FIRST} four individual", "version"),
        (f"{FIRST} 4", "OUTCOME"),
        (FIRST, "VERSION"),
    ],
)
def test_what_is_typed_wrong_is_named(office, line, says):
    run = office.runs(f"control motives examine {line} --as q.janssen")
    assert (run.exit_code, says in run.stderr) == (2, True), run.stderr


# -- what cannot be opened ------------------------------------------------------------------------


def test_a_destroyed_key_is_told_as_erased_and_a_lost_key_file_is_an_error(file_desk):
    desk = file_desk
    desk.staffed(*PEOPLE)
    isolate(desk, FIRST, OWN)
    isolate(desk, SECOND, OWN)
    [keys] = desk.folder.glob("*.vault.db")
    with closing(sqlite3.connect(keys)) as vault:
        vault.execute("DELETE FROM vault_key WHERE subject = ?", (FIRST,))
        vault.commit()
    code, found = control(desk)
    assert (code, found["erased"]) == (0, 1)
    assert [one["motives"]["state"] for one in found["queue"]] == ["erased", "present"]
    assert found["queue"][1]["resembles"] == []
    (desk.folder / "office.kek").rename(desk.folder / "elsewhere.kek")
    assert desk.runs("control motives --as q.janssen").exit_code == 6


def test_no_word_of_what_was_opened_is_written_anywhere(file_desk, monkeypatch, tmp_path):
    desk = file_desk
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    desk.staffed(*PEOPLE)
    isolate(desk, FIRST, THREW.format(who="Diallo", day="10 mars", hour="9h40"))
    isolate(desk, SECOND, THREW.format(who="Haddad", day="2 avril", hour="14h05"), "2025-04-02")
    for line in ("", "--all --similar 20", "--text", "--json"):
        assert desk.runs(f"control motives {line} --as q.janssen").exit_code == 1
    desk.does(f"control motives examine {FIRST} 4 stereotyped --remark secret --as q.janssen")
    for word in ("réfectoire", "refectoire", "chaise", "Diallo", "secret"):
        for file in desk.folder.rglob("*"):
            if file.is_file():
                assert word.encode() not in file.read_bytes(), (word, file)
