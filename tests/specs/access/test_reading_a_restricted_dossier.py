"""At the desk a restricted dossier is shown to its list alone, and each reading is on record."""

import json

import pytest
from specs.access.desk import STAFF, D, restricted
from story import Desk

READINGS = (
    f"show {D}",
    f"log {D}",
    f"replay {D}",
    f"can {D} close",
    f"check-list {D}",
    f"exchange list {D}",
    f"family show {D}",
    f"cost list {D}",
)


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """Give a desk with two dossiers, the first of them restricted to m.vandamme."""
    file_desk.staffed(*STAFF).does(
        f"open {D} --centre VOT --from police --as d.lambert",
        "open VOT-2026-0002 --centre VOT --from police --as d.lambert",
        *restricted(),
    )
    return file_desk


def read_by(desk: Desk) -> list[tuple[str, str]]:
    shown = desk.runs(f"audit readers {D} --json --as a.denis").stdout.splitlines()
    return [(each["account"], each["by_command"]) for each in map(json.loads, shown)]


@pytest.mark.parametrize(
    "line", [*READINGS, f"log {D} --refused", f"obstacle raise {D} --kind fear"]
)
def test_who_is_not_on_the_list_is_refused_in_one_line(desk: Desk, line: str) -> None:
    refused = desk.runs(f"{line} --as d.lambert")
    assert (refused.exit_code, refused.stdout) == (4, "")
    assert refused.stderr == (
        "trajet: ACC-01: this dossier is restricted, and d.lambert is not on its list\n"
    )
    assert read_by(desk) == []


def test_each_reading_by_one_who_may_is_on_record_by_its_command(desk: Desk) -> None:
    for line in READINGS:
        assert desk.runs(f"{line} --as m.vandamme").exit_code == 0
    assert desk.runs(f"show {D} --as v.hermans").exit_code == 0
    by_the_coach = [("m.vandamme", line.split(f" {D}")[0]) for line in READINGS]
    assert read_by(desk) == [*by_the_coach, ("v.hermans", "show")]
    assert desk.runs("audit verify").exit_code == 0
    assert json.loads(desk.runs(f"show {D} --json --as v.hermans").stdout)["version"] == 4


def test_lists_leave_it_out_for_who_may_not_read_it(desk: Desk) -> None:
    for listing in ("caseload VOT", "due"):
        assert D not in desk.runs(f"{listing} --as d.lambert").stdout
        assert "VOT-2026-0002" in desk.runs(f"{listing} --as d.lambert").stdout
        assert D in desk.runs(f"{listing} --as m.vandamme").stdout
    assert read_by(desk) == []


def test_of_a_restricted_member_the_family_is_told_only_what_another_dossier_knows(
    desk: Desk,
) -> None:
    brother = "VOT-2026-0003"
    for line in (
        f"open {brother} --centre VOT --from police --as d.lambert",
        f"family link {brother} VOT-2026-0002 --role sibling --role sibling --as d.lambert",
        f"privacy propose-restriction {brother} --reason media --as n.bernard",
        f"privacy restrict {brother} --reason media --as b.wouters",
        f"privacy grant {brother} --to m.vandamme --as b.wouters",
    ):
        assert desk.runs(line).exit_code == 0, line
    shown = desk.runs("family show VOT-2026-0002 --as d.lambert").stdout
    assert f"{brother}  - · restricted\n" in shown
    [told] = json.loads(desk.runs("family show VOT-2026-0002 --json --as d.lambert").stdout)[
        "members"
    ]
    assert told["restricted"] is True
    assert {told[name] for name in ("stage", "centre", "role")} == {None}
    listed = desk.runs("family show VOT-2026-0002 --as m.vandamme").stdout
    assert f"{brother}  brother or sister · arrival · VOT\n" in listed


def test_an_open_dossier_is_read_without_a_trace(desk: Desk) -> None:
    assert desk.runs("show VOT-2026-0002 --as d.lambert").exit_code == 0
    assert desk.runs(f"privacy lift {D} --as b.wouters").exit_code == 0
    assert desk.runs(f"show {D} --as d.lambert").exit_code == 0
    assert desk.runs("audit readers --json --as a.denis").stdout == ""


def test_nobody_unknown_is_put_on_the_list(desk: Desk) -> None:
    refused = desk.runs(f"privacy grant {D} --to nobody --as b.wouters")
    assert refused.exit_code == 4
    assert "AUT-01" in refused.stderr


def test_who_hears_a_wish_records_it_and_is_told_nothing_more(desk: Desk) -> None:
    heard = desk.runs(f"asylum wish {D} --as d.lambert")
    assert (heard.exit_code, heard.stderr) == (0, "")
    recorded, receipt, nothing_more = heard.stdout.splitlines()
    assert recorded.startswith(f"recorded: {D} v5 asylum-wish-expressed.v1 ")
    assert receipt.startswith("receipt: ")
    assert nothing_more == "restricted dossier: nothing more is told of it"
    again = desk.runs(f"asylum wish {D} --as m.vandamme")
    assert "PRO-05" in again.stderr, "who is on the list is told why it does not pass once more"
    complaint = f"complaint lodge {D} --body director --content 'no light at night' --json"
    answer = json.loads(desk.runs(f"{complaint} --as d.lambert").stdout)
    assert (answer["version"], answer["may_follow"]) == (6, None)
    assert json.loads(desk.runs(f"{complaint} --as m.vandamme").stdout)["may_follow"]
    assert read_by(desk) == []


def test_of_what_does_not_pass_there_the_reason_is_kept_back(desk: Desk) -> None:
    assert desk.runs(f"asylum wish {D} --as m.vandamme").exit_code == 0
    refused = desk.runs(f"asylum wish {D} --as d.lambert")
    assert (refused.exit_code, refused.stdout) == (4, "")
    assert refused.stderr == (
        "trajet: ACC-01: this dossier is restricted, and d.lambert is not on its list: as it is "
        "told this cannot be recorded; take it to the removal director\n"
    )


# -- what is told in confidence ----------------------------------------------------------------


def test_why_it_is_to_be_restricted_is_told_to_the_removal_director_alone(desk: Desk) -> None:
    other = "VOT-2026-0002"
    for line in (
        f"privacy propose-restriction {other} --reason witness-or-informant --as n.bernard",
        f"status open {other} --status confidential --as b.wouters",
        f"correct {other} --version 2 --field reason --to media --reason slip --as b.wouters",
    ):
        result = desk.runs(line)
        assert result.exit_code == 0, result.stderr
    for account in ("d.lambert", "n.bernard"):
        for look in ("log", "log --json", "show", "show --json", "replay"):
            command, *how = look.split()
            shown = desk.runs(" ".join((command, other, *how, "--as", account))).stdout
            assert shown
            assert "witness-or-informant" not in shown, look
            assert "becomes: media" not in shown, look
            assert "confidential status" not in shown, look
            assert '"confidential"' not in shown, look
    shown = desk.runs(f"show {other} --as d.lambert").stdout
    assert "protected status since " in shown
    assert "reason: [confidential]" in desk.runs(f"log {other} --as d.lambert").stdout
    told = desk.runs(f"log {other} --as b.wouters").stdout
    assert "reason: witness-or-informant" in told
    assert "status: confidential" in told
