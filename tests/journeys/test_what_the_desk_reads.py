"""What people read at the desk: receipts, refusals, sheets and lists, each in its own words."""

import json

import pytest
from story import Desk, day, lines_of

STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("s.peeters", "P-002", "coach"),
    ("p.dubois", "P-007", "migration-assistant"),
    ("e.claes", "P-008", "migration-officer"),
    ("n.bernard", "P-011", "centre-director"),
    ("b.wouters", "P-016", "removal-director"),
    ("f.goossens", "P-004", "doctor"),
)
D = "VOT-2026-0001"


@pytest.fixture
def desk(file_desk: Desk) -> Desk:
    """Give a desk with its staff."""
    return file_desk.staffed(*STAFF)


# -- what may follow ------------------------------------------------------------------------


def test_the_receipt_of_a_preparation_names_the_check_list_and_the_escort(file_desk: Desk) -> None:
    receipt = file_desk.follows("a-removal-with-escort", until="removal prepare")
    follow = receipt.strip().rpartition("may follow: ")[2].split(", ")
    assert {"removal tick", "removal propose-escort"} <= set(follow)
    assert "removal untick" not in follow, "nothing is ticked yet"
    assert "iom objection" not in follow
    assert "removal untick" in file_desk.follows("a-removal-with-escort", until="removal tick")


def test_what_is_possible_beside_all_the_rest_stays_out_of_other_receipts(desk: Desk) -> None:
    receipt = desk.does(f"open {D} --as d.lambert")
    assert receipt.endswith("may follow: identity record, inform, non-return\n")


def test_an_outcome_is_no_step_of_its_own_in_a_receipt(file_desk: Desk) -> None:
    receipt = file_desk.follows(
        "from-arrival-to-a-removal-under-appeal", until="appeal hand-in"
    ).splitlines()[-1]
    assert receipt.count("appeal decide") == 1
    assert "--outcome" not in receipt


# -- refusals -------------------------------------------------------------------------------


def test_a_refused_attempt_shows_the_function_of_who_may_not(desk: Desk) -> None:
    desk.does(f"open {D} --as d.lambert")
    assert desk.runs(f"appeal transmit {D} --as p.dubois").exit_code in (3, 4)
    assert desk.runs(f"decision take {D} --as d.lambert").exit_code in (3, 4)
    # A function given afterwards is not one of the moment of the refusal.
    desk.hires(("d.lambert", "P-001", "supervisor"))
    shown = desk.does(f"log {D} --refused --as s.peeters")
    assert "unlisted" not in shown
    assert "  d.lambert (coach)\n" in shown
    told = [json.loads(line) for line in desk.does(f"log {D} --refused --json").splitlines()]
    assert told[-1]["role"] == "unlisted"
    assert told[-1]["functions"] == ["coach"]


def test_a_refusal_about_who_decides_has_the_exit_code_of_who_may_not(desk: Desk) -> None:
    desk.does(
        f"open {D} --adult --as d.lambert",
        f"health intake {D} --as f.goossens",
        f"measure propose {D} --kind isolation --ground order --motives danger --as d.lambert",
    )
    decide = f"measure decide {D} --heard --medical-informed --motives calm"
    too_long = desk.runs(f"{decide} --hours 30 --as n.bernard")
    assert "ISO-01" in too_long.stderr
    assert too_long.exit_code == 4
    for_nobody = desk.runs(f"{decide} --hours 80 --as n.bernard")
    assert "ISO-03" in for_nobody.stderr
    assert for_nobody.exit_code == 3


NOTIFIED = (
    "open {D} --from police --on {day}T08:00 --as d.lambert",
    "inform {D} --language fa --interpreter I-17 --on {day}T09:00 --as d.lambert",
    "hearing hold {D} --language fa --interpreter I-17 --on {day}T09:30 --as d.lambert",
    "decision draft {D} --form 13septies --kind return-decision --article 7-1-1 "
    "--motives 'no stay' --on {day}T10:00 --as p.dubois",
    "decision take {D} --considered best-interest --considered family-life --considered health "
    "--on {day}T11:00 --as e.claes",
)
NOTIFY = (
    "decision notify {D} --means by-hand --by centre-director --acknowledgement signed "
    "--language fa --remedies --on {day}T12:00 --as d.lambert"
)


def notified(desk: Desk, on: str) -> None:
    desk.does(*(line.format(D=D, day=on) for line in (*NOTIFIED, NOTIFY)))


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", "the notification has a defect (copy not handed over)"),
        ("fr", "(copie non remise)"),
        ("nl", "(afschrift niet overhandigd)"),
    ],
)
def test_a_code_in_a_refusal_is_said_as_its_list_calls_it(
    desk: Desk, language: str, label: str
) -> None:
    notified(desk, day(-3))
    desk.does(f"defect find {D} --defect not-in-hand --on {day(-2)} --as e.claes")
    assert label in desk.does(f"show {D} --lang {language}")


def test_a_refusal_to_notify_names_the_options_that_would_pass(desk: Desk) -> None:
    desk.does(*(line.format(D=D, day=day(-3)) for line in NOTIFIED))
    refused = desk.runs(f"decision notify {D} --means by-hand --language fa --as d.lambert")
    assert "say it with --by, as one of: mayor, minister-delegate" in refused.stderr
    by_mail = NOTIFY.format(D=D, day=day(-2)).replace("by-hand", "ordinary-mail")
    assert (
        "ordinary-mail gives no certain date of notification; with --means these do: by-hand"
        in desk.runs(by_mail).stderr
    )


# -- other members ----------------------------------------------------------------------------


SPOUSE = "VOT-2026-0002"


@pytest.fixture
def shut(desk: Desk) -> Desk:
    """Give a couple, of whom one has a dossier that only s.peeters reads and an asylum wish."""
    notified(desk, day(-40))
    desk.does(
        f"open {SPOUSE} --from police --on {day(-40)}T08:00 --as s.peeters",
        f"family link {D} {SPOUSE} --role partner --role partner --on {day(-40)}T13:00 "
        "--as s.peeters",
        f"asylum wish {SPOUSE} --on {day(-39)} --as s.peeters",
        f"privacy propose-restriction {SPOUSE} --reason media --as n.bernard",
        f"privacy restrict {SPOUSE} --reason media --as b.wouters",
        f"privacy grant {SPOUSE} --to s.peeters --as b.wouters",
    )
    return desk


DEPART = f"depart {D} --mode removal-unescorted --evidence exit-stamp"


def test_a_refusal_hides_the_number_of_a_restricted_dossier(shut: Desk) -> None:
    told = shut.runs(f"{DEPART} --as d.lambert")
    assert told.exit_code == 3
    assert "FAM-01" in told.stderr
    assert "a member of the family is held back by: " in told.stderr
    assert SPOUSE not in told.stderr
    assert SPOUSE not in shut.runs(f"{DEPART} --json --as d.lambert").stderr
    assert (
        f"{SPOUSE} of the family is held back by: " in shut.runs(f"{DEPART} --as s.peeters").stderr
    )


@pytest.mark.parametrize("line", [f"show {D}", f"can {D} depart"])
def test_what_stands_in_the_way_hides_it_too(shut: Desk, line: str) -> None:
    mine = shut.does(f"{line} --as d.lambert")
    assert "a member of the family is held back by: " in mine
    assert f"{SPOUSE} of the family is held" not in mine
    assert f"{SPOUSE} of the family is held back by: " in shut.does(f"{line} --as s.peeters")


def test_an_act_for_the_whole_family_hides_it_too(shut: Desk) -> None:
    told = shut.runs(f"inform {D} --language fa --interpreter I-17 --family --as d.lambert")
    assert told.exit_code == 4
    assert SPOUSE not in told.stderr


# -- labels -----------------------------------------------------------------------------------


def test_a_french_label_has_a_space_before_its_colon(desk: Desk) -> None:
    desk.does(f"open {D} --from police --as d.lambert")
    shown = desk.does(f"show {D} --lang fr")
    assert "  centre : VOT\n" in shown
    assert "  résident(e) : " in shown
    assert "\n  coach de retour : P-001\n" in shown
    assert "  centrum: VOT\n" in desk.does(f"show {D} --lang nl")
    assert "       from : " not in desk.does(f"log {D}")
    assert "       centre : VOT\n" in desk.does(f"log {D} --lang fr")
    receipt = desk.does(f"inform {D} --language fa --interpreter I-17 --as d.lambert --lang fr")
    assert receipt.startswith("enregistré : ")


# -- moments ----------------------------------------------------------------------------------


def test_the_log_shows_a_planned_departure_as_the_clock_in_brussels(file_desk: Desk) -> None:
    session, until = "a-removal-with-escort", "removal announce"
    file_desk.follows(session, until)
    planned = next(
        line for line in lines_of(session, until)[::-1] if line.startswith("removal schedule")
    )
    dossier = planned.split()[2]
    departs = planned.partition("--departs ")[2].split()[0]
    shown = file_desk.does(f"log {dossier}")
    assert f"       departs: {departs.replace('T', ' ')}\n" in shown
    event = next(
        json.loads(line)
        for line in file_desk.does(f"log {dossier} --json").splitlines()
        if "removal-scheduled" in line
    )
    assert event["data"]["departs"].endswith(("Z", "+00:00")), "JSON says it as it is kept"


def test_what_somebody_wrote_is_no_moment(desk: Desk) -> None:
    desk.does(f"open {D} --as d.lambert --remark 2026-03-02T10:00:00Z")
    assert "       remark: 2026-03-02T10:00:00Z\n" in desk.does(f"log {D} --as d.lambert")


# -- as it was --------------------------------------------------------------------------------


def test_papers_are_judged_on_the_day_asked_for(desk: Desk) -> None:
    desk.does(
        f"open {D} --from police --on {day(-9)}T08:00 --as d.lambert",
        f"document record {D} --kind passport --valid-until {day(-2)} --on {day(-8)} --as e.claes",
        f"health fit {D} --on {day(-6)}T10:00 --as f.goossens",
    )

    def in_the_way(options: str = "") -> set[str]:
        sheet = json.loads(desk.does(f"show {D} --json {options}"))
        return {guard["rule"] for guard in sheet["blocked_by"]}

    assert {"IDE-03", "EXE-06"} <= in_the_way()
    assert {"IDE-03", "EXE-06"} <= in_the_way(f"--as-of {day(-1)}")
    assert "IDE-03" not in in_the_way(f"--as-of {day(-2)}"), "its last day is one of validity"
    assert {"IDE-03", "EXE-06"}.isdisjoint(in_the_way(f"--as-of {day(-6)}"))
    assert "passport" in desk.does(f"show {D} --lang en")
    assert "was valid until" not in desk.does(f"show {D} --as-of {day(-6)}")


# -- commands there are not -------------------------------------------------------------------


def test_of_many_commands_those_that_come_nearest_are_named(file_desk: Desk) -> None:
    assert file_desk.types("shwo VOT-2026-0001") == (
        "trajet: there is no command shwo; did you mean show? all are listed by: trajet --help\n"
        "[exit 2]\n"
    )
    near = file_desk.types("Removals")
    assert "did you mean removal" in near
    assert file_desk.types("zzz") == (
        "trajet: there is no command zzz; all are listed by: trajet --help\n[exit 2]\n"
    )


def test_of_few_commands_all_are_named(file_desk: Desk) -> None:
    assert file_desk.types("track-record") != ""
    assert "there are: find" in file_desk.types("defect mend VOT-2026-0001")
