"""At the desk of a removal: what may give way, what the law holds back, what is said of it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from story import Desk, day

HERE = Path(__file__).parent
D = "HOL-2025-0033"
N = "VOT-2026-0001"
STAFF = (
    ("d.lambert", "P-001", "attache-coach"),
    ("p.dubois", "P-007", "migration-assistant"),
    ("e.claes", "P-008", "migration-officer"),
    ("r.wouters", "P-009", "removal-director"),
    ("s.peeters", "P-010", "supervisor"),
    ("n.bernard", "P-011", "centre-director"),
)


@pytest.fixture
def stopped(file_desk: Desk) -> Desk:
    """A removal about to start that was announced the day before."""
    refused = file_desk.follows("an-exception-by-two", until="removal start")
    assert "EXE-05" in refused
    return file_desk


ASK = f"override ask {D} --rule EXE-05 --for-step 'removal start' --reason dying"


def test_a_rule_that_may_give_way_says_how(file_desk: Desk) -> None:
    refused = file_desk.follows("an-exception-by-two", until="removal start")
    assert (
        "this rule may give way: trajet override ask --rule EXE-05 --for-step 'removal start'"
    ) in refused
    assert "may give way" in file_desk.runs(f"can {D} removal start --as d.lambert").output


def test_an_override_is_shown_with_its_number_and_how_it_stands(stopped: Desk) -> None:
    at = "2025-02-20T12:05"
    receipt = stopped.does(f"{ASK} --on {at} --as d.lambert")
    assert "override 1 waits to be allowed or refused\n" in receipt
    assert "override 1: EXE-05 removal start [asked]" in stopped.does(f"show {D}")
    (due,) = [
        one
        for one in json.loads(stopped.does("due --json --as r.wouters"))
        if one["rule"] == "OVR-02"
    ]
    assert (due["dossier"], due["what"]) == (D, "allow or refuse the override asked")
    stopped.does(f"override allow {D} --number 1 --reason yes --on {at} --as r.wouters")
    then = stopped.does(f"show {D} --as-of 2025-02-20")
    assert "override 1: EXE-05 removal start [allowed]" in then
    assert "override 1: EXE-05 removal start [run out]" in stopped.does(f"show {D}")


def test_the_number_is_in_the_answer_in_json_too(stopped: Desk) -> None:
    answer = json.loads(stopped.does(f"{ASK} --on 2025-02-20T12:05 --as d.lambert --json"))
    assert answer["override"] == 1


def test_one_override_lets_the_attempt_start_be_checked_and_end(stopped: Desk) -> None:
    on = "--on 2025-02-20T{} --as d.lambert"
    stopped.does(
        f"{ASK} {on.format('12:05')}",
        f"override allow {D} --number 1 --reason yes --on 2025-02-20T12:30 --as r.wouters",
        f"removal start {D} {on.format('13:15')}",
        f"removal check {D} {on.format('13:45')}",
        f"depart {D} --mode removal-unescorted --evidence exit-stamp {on.format('14:05')}",
    )


# -- planning -------------------------------------------------------------------------------

ORDERED = (
    "open {N} --from police --on {then}T08:00 --as d.lambert",
    "inform {N} --language fr --on {then}T09:00 --as d.lambert",
    "hearing hold {N} --language fr --note x --on {then}T09:30 --as d.lambert",
    "decision draft {N} --form 13septies --kind {kind} --article 7-1-1 --motives x "
    "--on {then}T10:00 --as p.dubois",
    "decision take {N} --considered best-interest --considered family-life --considered health "
    "--on {then}T11:00 --as e.claes",
    "decision notify {N} --means by-hand --acknowledgement signed --by centre-director "
    "--language fr --remedies --copy --translation --contact --on {then}T12:00 --as d.lambert",
)


def ordered(desk: Desk, kind: str = "return-decision") -> Desk:
    """Tell of an order to leave within thirty days, notified ten days ago."""
    lines = (line.format(N=N, then=day(-10), kind=kind) for line in ORDERED)
    return desk.begins(STAFF, *lines)


def test_the_day_from_which_the_law_holds_a_removal_back_no_longer_is_told(
    file_desk: Desk,
) -> None:
    ordered(file_desk)
    within = json.loads(file_desk.does("due --unlocks --within 60d --json --as d.lambert"))
    (found,) = [one for one in within if one["step"] == "removal"]
    rules = {guard["rule"] for guard in found["guards"]}
    assert "DEP-01" in rules
    assert found["passes_on"] == max(guard["passes_on"] for guard in found["guards"])
    assert file_desk.does("due --unlocks --json --as d.lambert").count('"removal"') == 0
    table = file_desk.does("due --unlocks --within 60d --as d.lambert")
    assert "removal (what the law holds back)" in table
    can = file_desk.does(f"can {N} removal schedule --as e.claes")
    assert f"for a departure from: {found['passes_on']} (" in can
    told = json.loads(file_desk.does(f"can {N} removal schedule --as e.claes --json"))
    assert told[0]["departure_from"] == found["passes_on"]


def test_a_plan_for_too_early_a_day_says_for_which_day_it_would_pass(file_desk: Desk) -> None:
    ordered(file_desk)
    file_desk.does(f"removal prepare {N} --as d.lambert")
    plan = f"removal schedule {N} --flight SN-371 --departs {day(2)}T10:00 --mode unescorted"
    refused = file_desk.runs(f"{plan} --as e.claes").output
    assert "for a departure from: " in refused
    assert "passes from: " not in refused


def test_a_decision_of_another_kind_is_no_title_and_the_refusal_names_it(file_desk: Desk) -> None:
    ordered(file_desk, kind="regularisation-refused")
    refused = file_desk.runs(f"removal prepare {N} --as d.lambert").output
    assert "the decision in force is no title to remove: refusal of regularisation" in refused


# -- what is said ---------------------------------------------------------------------------


def test_an_act_told_too_early_names_the_act_it_rests_on_and_its_hour(file_desk: Desk) -> None:
    ordered(file_desk)
    refused = file_desk.runs(f"removal prepare {N} --on {day(-10)}T11:30 --as d.lambert").output
    assert f"{day(-10)} 11:30 is before decision notify of {day(-10)} 12:00" in refused
    assert f"passes from: {day(-10)} 12:00" in refused


def test_what_follows_none_or_others_is_said_in_words(file_desk: Desk) -> None:
    ordered(file_desk)
    on = f"--on {day(-1)}T10:00 --as e.claes"
    assert "TRF-01" in file_desk.runs(f"transfer cancel {N} {on} --reason no-transport").output
    file_desk.does(f"regularise propose {N} --ground medical --motives x --as p.dubois")
    again = f"regularise propose {N} --ground medical --motives x --as p.dubois"
    assert "needs none before it, or one refused" in file_desk.runs(again).output


def test_who_has_no_step_to_take_is_told_so(file_desk: Desk) -> None:
    ordered(file_desk)
    assert file_desk.does(f"can {N} --as s.peeters") == (
        "no step that may follow is for this function\n"
    )


def test_a_command_sent_again_says_that_a_text_typed_now_is_not_kept(file_desk: Desk) -> None:
    ordered(file_desk)
    again = "--command-id 7d2f0c51-8f0e-4b57-9f1c-2f7f6d2a0c42 --as d.lambert"
    file_desk.does(f"interview {N} --note first {again}")
    run = file_desk.runs(f"interview {N} --note second {again}")
    assert run.exit_code == 0
    assert "recorded before" in run.stdout
    assert "is not compared with it, and not kept" in run.stderr
    same = file_desk.runs(f"removal prepare {N} --as d.lambert")
    assert "not kept" not in same.output


def test_a_count_beyond_the_places_there_are_is_remarked_upon(file_desk: Desk) -> None:
    ordered(file_desk)
    run = file_desk.runs("place count HOL --occupied 300 --as n.bernard")
    assert "more are counted than the 28 places there are" in run.stderr
    assert (
        "more are counted"
        not in file_desk.runs("place count HOL --occupied 28 --as n.bernard").output
    )


def test_what_is_about_who_acts_is_told_once_for_a_family(file_desk: Desk) -> None:
    file_desk.staffed(*STAFF).does(
        f"open TUB-2026-0001 --from police --on {day(-3)} --as d.lambert",
        f"open TUB-2026-0002 --from police --on {day(-3)} --as d.lambert",
        "family link TUB-2026-0001 TUB-2026-0002 --role parent --role partner --as d.lambert",
    )
    refused = file_desk.runs("decision take TUB-2026-0001 --family --as s.peeters").output
    assert refused.count("AUT-02") == 1
    assert refused.count("DEC-01") == 2
    (first,) = [line for line in refused.splitlines() if line.startswith("trajet: refused")]
    listed = [line for line in refused.splitlines() if line.startswith("  ") and line[2] != " "]
    assert first == f"trajet: refused: {len(listed)} rule(s) stand in the way"


def test_a_terminal_without_a_letter_is_shown_its_number(file_desk: Desk) -> None:
    ordered(file_desk)
    ran = subprocess.run(
        [sys.executable, "-m", "cli", "can", N, "--as", "d.lambert"],
        cwd=HERE.parents[1],
        env=os.environ
        | {
            "PYTHONIOENCODING": "latin-1",
            "TRAJET_STORE": file_desk.store,
            "TRAJET_KEK": str(file_desk.folder / "office.kek"),
        },
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert b"\\u2713 interview" in ran.stdout
