"""``audit export`` at the desk: for whom, of what, and what becomes of the file."""

import json
import os
import signal
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from audit.example_store import sql
from exports.conftest import FORMATS
from specs.access.desk import STAFF, D, restricted
from story import Desk

from domain.errors import StoreTrouble
from workflows import readings
from workflows.private import private_draft

OTHER = "HOL-2026-0002"
QUALITY = ("q.maes", "P-031", "quality-controller")


def at_work(desk: Desk) -> Desk:
    """Have two dossiers at two centres."""
    desk.staffed(*STAFF, QUALITY).does(
        f"open {D} --centre VOT --from police --as d.lambert",
        f"inform {D} --language fr --interpreter I-17 --as d.lambert",
        f"open {OTHER} --centre HOL --from police --as d.lambert",
    )
    return desk


@pytest.fixture
def centre(file_desk: Desk) -> Desk:
    """Give a desk with two dossiers."""
    return at_work(file_desk)


@pytest.fixture
def either(desk: Desk) -> Desk:
    """Give the same on each kind of database."""
    return at_work(desk)


def export(desk: Desk, *words: str, form: str = "jsonl", by: str = "a.denis") -> Any:
    """Export as JSON Lines unless said otherwise; return the run."""
    line = f"audit export --format {form} -o {{folder}}/out {' '.join(words)} --as {by}"
    return desk.runs(line)


def events(desk: Desk) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (desk.folder / "out").read_text().splitlines()]


def dossiers(desk: Desk) -> set[str]:
    return {event["subject"] for event in events(desk)}


# --- for whom -----------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["a.denis", "q.maes", "v.hermans"])
def test_who_controls_may_take_the_log_out_under_pseudonyms(centre: Desk, by: str) -> None:
    run = export(centre, by=by)
    assert run.exit_code == 0, run.output
    assert "pseudonyms" in run.stderr
    assert len(events(centre)) == 3
    assert D not in (centre.folder / "out").read_text()


@pytest.mark.parametrize("by", ["d.lambert", "registrar", "nobody"])
def test_others_may_not(centre: Desk, by: str) -> None:
    run = export(centre, by=by)
    assert run.exit_code == 4
    assert "AUT-0" in run.stderr
    assert not (centre.folder / "out").exists()


def test_real_names_are_for_the_auditor_alone(centre: Desk) -> None:
    for by in ("q.maes", "v.hermans"):
        run = export(centre, "--plain", by=by)
        assert run.exit_code == 4
        assert not (centre.folder / "out").exists()
    assert export(centre, "--plain").exit_code == 0
    assert dossiers(centre) == {D, OTHER}


def test_a_restricted_dossier_is_left_out_and_counted(centre: Desk) -> None:
    centre.does(*restricted())
    run = export(centre, "--plain")
    assert "1 restricted dossier(s) are not shown to you" in run.stdout
    assert dossiers(centre) == {OTHER}
    told = json.loads(export(centre, "--json", "--force").stdout)
    assert (told["dossiers"], told["hidden"]) == (1, 1)
    refused = export(centre, "--force", f"--dossier {D}")
    assert refused.exit_code == 4
    assert "ACC-01" in refused.stderr


@pytest.mark.parametrize("form", FORMATS)
def test_of_others_too_the_number_of_a_restricted_dossier_is_not_told(
    centre: Desk, form: str
) -> None:
    third = "HOL-2026-0003"
    centre.does(
        f"open {third} --centre HOL --from police --previous {D} --as d.lambert", *restricted()
    )
    made = f"audit export --format {form} -o {{folder}}/narrow --plain --dossier {third}"
    run = centre.runs(f"{made} --json --as a.denis")
    assert json.loads(run.stdout)["hidden"] == 0
    told = (centre.folder / "narrow").read_bytes()
    assert third.encode() in told
    assert D.encode() not in told


def test_one_asked_for_by_its_number_is_refused_whatever_the_period(centre: Desk) -> None:
    centre.does(*restricted())
    run = export(centre, "--plain", f"--dossier {D}", "--since 2099-01-01")
    assert run.exit_code == 4


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_export_told_to_end_leaves_nothing_behind(tmp_path: Path, number: int) -> None:
    file = tmp_path / "year.csv"
    code = (
        "import os, signal, sys; from pathlib import Path; from cli.written import put\n"
        f"with put(Path(sys.argv[1]), force=False) as draft:\n"
        f"    draft.write_text('Idris Test'); os.kill(os.getpid(), {int(number)}); signal.pause()"
    )
    run = subprocess.run([sys.executable, "-c", code, file], check=False, timeout=60)
    assert run.returncode == 128 + number
    assert list(tmp_path.iterdir()) == []


def test_who_takes_out_nothing_of_it_has_not_read_it(centre: Desk) -> None:
    centre.does(*restricted())
    assert export(centre, "--since 2099-01-01", by="v.hermans").exit_code == 0
    assert centre.types(f"audit readers {D} --json --as a.denis") == ""


def test_what_is_not_there_yet_is_not_written_over_either(centre: Desk) -> None:
    for name in ("office.views.db", "new.key"):
        run = centre.runs(
            f"audit export --format csv -o {{folder}}/{name} --force "
            "--pseudonym-key {folder}/new.key --as a.denis"
        )
        assert "is of the store, or a key" in run.stderr
        assert run.exit_code == 2


def test_every_dossier_that_goes_out_under_its_number_is_read(either: Desk) -> None:
    """Real names leave the house: of each dossier it is on record who took it, and first."""
    either.does(*restricted())
    export(either, "--plain", by="a.denis")
    export(either, "--plain", "--force", "--until 2020-01-01")
    export(either, "--force")
    read = either.runs("audit readers --json --as b.wouters").stdout.splitlines()
    told = [(one["dossier"], one["account"], one["by_command"]) for one in map(json.loads, read)]
    assert told == [(OTHER, "a.denis", "audit export --plain")]
    assert either.runs("audit verify --as a.denis").exit_code == 0


def test_what_cannot_be_put_on_record_does_not_go_out(
    centre: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise StoreTrouble("the disk is full")

    monkeypatch.setattr(readings, "note", full)
    assert export(centre, "--plain").exit_code == 6
    assert not (centre.folder / "out").exists()


def test_of_many_dossiers_each_reading_is_recorded(
    centre: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "AT_ONCE", 1)
    export(centre, "--plain")
    read = centre.runs("audit readers --json --as a.denis").stdout.splitlines()
    assert [json.loads(one)["dossier"] for one in read] == [D, OTHER]


def test_who_may_read_it_has_it_and_the_reading_is_on_record(either: Desk) -> None:
    either.does(*restricted())
    assert export(either, by="v.hermans").exit_code == 0
    assert len(dossiers(either)) == 2
    read = either.runs(f"audit readers {D} --json --as a.denis").stdout.splitlines()
    by = [(one["account"], one["by_command"]) for one in map(json.loads, read)]
    assert by == [("v.hermans", "audit export")]


# --- of what ------------------------------------------------------------------------------------


def test_only_of_a_centre_or_a_dossier(centre: Desk) -> None:
    export(centre, "--plain", "--centre Holsbeek")
    assert dossiers(centre) == {OTHER}
    export(centre, "--plain", "--force", f"--dossier {D}")
    assert dossiers(centre) == {D}
    export(centre, "--plain", "--force", f"--dossier {D}", "--centre HOL")
    assert events(centre) == []


def test_only_what_was_recorded_in_a_period(centre: Desk) -> None:
    lines = [
        json.loads(one) for one in centre.runs(f"log {D} --json --as d.lambert").stdout.splitlines()
    ]
    second = lines[1]["recorded_at"]
    export(centre, "--plain", f"--since {second}")
    assert [event["data"]["activity"] for event in events(centre)] == [
        "information-given",
        "resident-admitted",
    ]
    export(centre, "--plain", "--force", f"--until {second}")
    assert len(events(centre)) == 2
    export(centre, "--plain", "--force", "--until 2020-01-01")
    assert events(centre) == []


NONSENSE = {
    "--since 2026-03-02 --until 2026-03-01": "ends before it begins",
    "--dossier HOL-2020-0001": "there is no dossier HOL-2020-0001",
    "--dossier staff:d.lambert": "there is no dossier",
    "--centre Nowhere": "not on the list of places",
    "--procedure 2": "--procedure goes with --format pnml",
    "--plain --pseudonym-key {folder}/key": "not both",
    "--pseudonym-key {folder}/none/key": "there is no folder",
    "--pseudonym-key {folder}/no.key": "no key of pseudonyms",
    "--pseudonym-key {folder}/office.kek": "no key of pseudonyms",
}


def test_what_makes_no_sense_is_said(centre: Desk) -> None:
    (centre.folder / "no.key").write_text("bm8ga2V5")
    for words, said in NONSENSE.items():
        run = export(centre, words)
        assert (run.exit_code, run.stdout) == (2, ""), words
        assert said in run.stderr
        assert not (centre.folder / "out").exists()


def test_every_format_is_written_from_either_database(either: Desk) -> None:
    for form in FORMATS:
        told = json.loads(export(either, "--json", "--force", form=form).stdout)
        assert (told["events"], told["dossiers"], told["hidden"]) == (3, 2, 0)
        assert (either.folder / "out").stat().st_size > 500


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_of_nothing_is_whole(file_desk: Desk, form: str) -> None:
    file_desk.staffed(STAFF[-1])
    run = export(file_desk, "--json", form=form)
    assert run.exit_code == 0, run.output
    assert (json.loads(run.stdout)["events"], json.loads(run.stdout)["dossiers"]) == (0, 0)
    if form == "csv":
        assert len((file_desk.folder / "out").read_text().splitlines()) == 1
    elif form == "ocel-json":
        assert json.loads((file_desk.folder / "out").read_text())["events"] == []


def test_it_says_of_which_log_it_is_and_which_checkpoint_was_the_newest(either: Desk) -> None:
    assert json.loads(export(either, "--json").stdout)["checkpoint"] == "none"
    either.does(
        "audit key new log.example -o {folder}/log.key",
        "audit checkpoint --log-key {folder}/log.key -o {folder}/newest.note",
    )
    note = (either.folder / "newest.note").read_bytes()
    told = json.loads(export(either, "--json", "--force").stdout)
    size = json.loads(either.runs("audit verify --json").stdout)["size"]
    assert told["size"] == size
    assert told["checkpoint"] == sha256(note).hexdigest()
    (one, *_) = events(either)
    assert (one["logsize"], one["checkpoint"]) == (size, told["checkpoint"])


def test_an_act_outside_of_the_log_stops_it(file_desk: Desk) -> None:
    file_desk.staffed(*STAFF).does(f"open {D} --centre VOT --from police --as d.lambert")
    sql(
        file_desk.folder / "office.db",
        "DELETE FROM tlog_leaf WHERE idx = (SELECT max(idx) FROM tlog_leaf)",
    )
    run = export(file_desk)
    assert run.exit_code == 6
    assert not (file_desk.folder / "out").exists()


# --- the key ------------------------------------------------------------------------------------


def test_without_a_key_no_two_exports_can_be_joined(centre: Desk) -> None:
    export(centre)
    first = dossiers(centre)
    export(centre, "--force")
    assert first.isdisjoint(dossiers(centre))


def test_one_key_gives_the_same_names_and_is_in_no_export(centre: Desk) -> None:
    key = centre.folder / "pseudonyms.key"
    made = export(centre, f"--pseudonym-key {key}")
    assert "is a new key" in made.stderr
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    first = (centre.folder / "out").read_bytes()
    again = export(centre, f"--pseudonym-key {key}", "--force")
    assert "is a new key" not in again.stderr
    assert (centre.folder / "out").read_bytes() == first
    assert key.read_bytes().strip() not in first
    assert sha256(key.read_bytes()).hexdigest().encode() not in first


# --- the file -----------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [*FORMATS, "pnml"])
def test_the_file_is_private_and_nothing_is_left_beside_it(file_desk: Desk, form: str) -> None:
    file_desk.staffed(*STAFF).does(f"open {D} --centre VOT --from police --as d.lambert")
    before = set(file_desk.folder.iterdir())
    assert export(file_desk, form=form).exit_code == 0
    (made,) = {one for one in file_desk.folder.iterdir() if "views" not in one.name} - before
    assert made.name == "out"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_kept_unless_it_is_said(file_desk: Desk) -> None:
    file_desk.staffed(*STAFF)
    (file_desk.folder / "out").write_text("mine")
    run = export(file_desk)
    assert run.exit_code == 2
    assert "is there already" in run.stderr
    assert (file_desk.folder / "out").read_text() == "mine"
    assert export(file_desk, "--force").exit_code == 0
    assert (file_desk.folder / "out").read_text() == ""


def test_a_folder_and_a_file_nowhere_are_refused(file_desk: Desk) -> None:
    file_desk.staffed(*STAFF)
    (file_desk.folder / "out").mkdir()
    assert "no file that could be written over" in export(file_desk, "--force").stderr
    line = "audit export --format csv -o {folder}/none/out --as a.denis"
    assert "there is no folder" in file_desk.runs(line).stderr


@pytest.mark.parametrize("name", ["office.db", "office.vault.db", "office.kek", "study.key"])
def test_what_belongs_to_the_store_and_the_key_is_not_written_over(file_desk: Desk, name) -> None:
    file_desk.staffed(*STAFF)
    export(file_desk, "--pseudonym-key {folder}/study.key")
    before = (file_desk.folder / name).read_bytes()
    for form in ("csv", "pnml"):
        key = "--pseudonym-key {folder}/study.key" if form == "csv" else ""
        run = file_desk.runs(
            f"audit export --format {form} -o {{folder}}/{name} --force {key} --as a.denis"
        )
        if (form, name) != ("pnml", "study.key"):  # unknown to a net
            assert run.exit_code == 2
            assert "is of the store, or a key" in run.stderr
            assert (file_desk.folder / name).read_bytes() == before


def test_a_device_is_not_written_over(file_desk: Desk) -> None:
    file_desk.staffed(*STAFF)
    run = file_desk.runs("audit export --format csv -o /dev/null --force --as a.denis")
    assert run.exit_code == 2
    assert not Path("/dev/null").is_file()


KILLED = """
import os, signal, sys
from projections.export import cloudevents

def write(file, *_):
    file.write("half an export")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)

cloudevents.write = write
from cli.main import main
main(sys.argv[1:])
"""


def test_an_export_that_was_killed_leaves_no_half_file_under_its_name(file_desk: Desk) -> None:
    file_desk.staffed(*STAFF)
    out = file_desk.folder / "out"
    words = ["--store", file_desk.store, "audit", "export", "--format", "jsonl", "-o", str(out)]
    environment = os.environ | {"TRAJET_KEK": str(file_desk.folder / "office.kek")}
    died = subprocess.run(
        [sys.executable, "-c", KILLED, *words, "--as", "a.denis"], env=environment, check=False
    )
    assert died.returncode == -signal.SIGKILL
    assert not out.exists()
    assert export(file_desk).exit_code == 0


def test_two_at_once_do_not_write_over_each_other(file_desk: Desk) -> None:
    """Whoever ends second finds the name taken."""
    out = file_desk.folder / "out"
    with pytest.raises(FileExistsError), private_draft(out) as draft:
        draft.write_text("late")
        out.write_text("first")
    assert out.read_text() == "first"
    assert [one.name for one in file_desk.folder.iterdir()] == ["out"]


# --- the net ------------------------------------------------------------------------------------


def test_the_net_needs_no_store(file_desk: Desk) -> None:
    for version in (1, 2):
        run = file_desk.runs(
            f"audit export --format pnml --procedure {version} -o {{folder}}/{version}.pnml"
        )
        assert (run.exit_code, run.stderr) == (0, "")
    assert not (file_desk.folder / "office.db").exists()
    assert (file_desk.folder / "1.pnml").read_text() != (file_desk.folder / "2.pnml").read_text()


def test_the_net_has_no_dossiers_and_no_other_version(file_desk: Desk) -> None:
    line = "audit export --format pnml -o {folder}/net"
    assert "goes with the log" in file_desk.runs(f"{line} --plain").stderr
    assert "goes with the log" in file_desk.runs(f"{line} --dossier {D}").stderr
    assert "there is no procedure 9" in file_desk.runs(f"{line} --procedure 9").stderr
    assert not (file_desk.folder / "net").exists()
