"""The removal check-list at the desk: what is done, by whom, and what is left."""

import json
from typing import Any

import pytest
from story import Desk

D = "VOT-2025-0042"
STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("m.vandamme", "P-003", "attache-coach"),
    ("p.dubois", "P-007", "migration-assistant"),
    ("e.claes", "P-008", "migration-officer"),
    ("t.lemaire", "P-009", "migration-officer"),
    ("b.wouters", "P-016", "removal-director"),
    ("f.goossens", "P-012", "doctor"),
    ("k.declercq", "P-013", "security"),
)
PREPARED = f"""\
open {D} --centre VOT --from police --sex M --on 2025-03-03T10:00 --as d.lambert
health intake {D} --on 2025-03-03T14:00 --as f.goossens
inform {D} --language ti --interpreter I-17 --on 2025-03-04T14:00 --as d.lambert
hearing hold {D} --language ti --interpreter I-17 --on 2025-03-05T10:00 --as d.lambert
decision draft {D} --form 13septies --kind return-decision --article 7-1-1 --first-measure \
--motives reasons --on 2025-03-10T11:00 --as p.dubois
decision take {D} --considered best-interest --considered family-life --considered health \
--on 2025-03-11T10:05 --as e.claes
term set {D} 0 --ground risk-of-absconding --motives reasons --on 2025-03-12T09:00 --as t.lemaire
decision notify {D} --means by-hand --acknowledgement signed --language ti --interpreter I-17 \
--remedies --copy --translation --contact --by centre-director --on 2025-03-13T09:45 --as m.vandamme
document record {D} --kind passport --valid-until 2099-12-31 --on 2025-03-17T09:00 --as d.lambert
removal prepare {D} --on 2025-03-25T10:00 --as m.vandamme
"""
TICKED = f"""\
removal propose-escort {D} --escort federal-police=2 --on 2025-03-25T11:00 --as m.vandamme
removal tick {D} identity-aliases --on 2025-03-25T15:00 --as d.lambert
removal tick {D} protection-status --on 2025-03-25T15:00 --as d.lambert
removal tick {D} family-best-interest --on 2025-03-25T15:00 --as d.lambert
removal tick {D} vulnerability --on 2025-03-25T15:00 --as d.lambert
removal tick {D} visa-transit --state not-applicable --remark direct --on 2025-03-25T15:00 \
--as d.lambert
removal tick {D} interpreter --reference I-17 --on 2025-03-25T15:00 --as d.lambert
removal tick {D} destination-reception --on 2025-03-25T15:00 --as d.lambert
removal tick {D} sis-entry-ban --on 2025-03-25T15:00 --as d.lambert
"""
PLANNED = f"""\
removal schedule {D} --flight SN-371 --departs 2025-03-31T09:40 --mode escorted \
--on 2025-03-26T10:20 --as b.wouters
removal announce {D} --to-person --to-lawyer --on 2025-03-27T13:05 --as m.vandamme
removal monitor {D} --on 2025-03-27T13:20 --as m.vandamme
"""
ON_THE_DAY = f"""\
health fit {D} --on 2025-03-29T08:30 --as f.goossens
removal tick {D} remedies-today --on 2025-03-31T05:30 --as d.lambert
removal tick {D} property-returned --on 2025-03-31T05:30 --as d.lambert
removal tick {D} escort-briefing --on 2025-03-31T05:30 --as d.lambert
removal tick {D} consent-statement --statement refusal --on 2025-03-31T05:30 --as d.lambert
removal tick {D} phone-access --on 2025-03-31T05:30 --as d.lambert
removal tick {D} second-signature --on 2025-03-31T06:00 --as k.declercq
"""
GONE = f"""\
removal start {D} --on 2025-03-31T06:30 --as k.declercq
removal check {D} --on 2025-03-31T08:45 --as k.declercq
depart {D} --mode removal-escorted --no-consents --evidence escort-report \
--evidence boarding-card --on 2025-03-31T09:40 --as d.lambert
"""


@pytest.fixture
def prepared(desk: Desk) -> Desk:
    """A removal prepared, nothing ticked yet."""
    return desk.begins(STAFF, PREPARED)


def listed(desk: Desk) -> dict[str, Any]:
    run = desk.runs(f"check-list {D} departure --json")
    assert run.exit_code == 0, run.output
    told: dict[str, Any] = json.loads(run.stdout)
    return told


def item(told: dict[str, Any], code: str) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in told["items"] if one["item"] == code)
    return found


def test_before_anything_is_ticked_it_shows_what_the_dossier_knows(prepared: Desk) -> None:
    told = listed(prepared)

    assert (told["done"], told["of"]) == (2, 20)
    done = [one["item"] for one in told["items"] if one["state"] == "done"]
    assert done == ["decision-notification", "travel-document"]
    assert item(told, "travel-document") == {
        "item": "travel-document",
        "name": "validity of the travel document",
        "state": "done",
        "ticked": None,
        "statement": None,
        "known": "done",
        "on_the_day": True,
        "account": None,
        "person": None,
        "at": None,
        "reference": None,
        "rule": "IDE-03",
    }


def test_it_tells_who_did_what_and_when(prepared: Desk) -> None:
    prepared.does(TICKED)
    told = listed(prepared)

    assert told["done"] == 10
    interpreter = item(told, "interpreter")
    assert (interpreter["account"], interpreter["person"]) == ("d.lambert", "P-001")
    assert interpreter["at"] == "2025-03-25T15:00:00+01:00"
    assert interpreter["reference"] == "I-17"
    assert item(told, "visa-transit")["state"] == "not-applicable"


def test_planning_announcing_and_telling_the_monitor_are_known_of_themselves(
    prepared: Desk,
) -> None:
    prepared.does(TICKED + PLANNED)
    told = listed(prepared)

    for code in ("flight", "lawyer-informed", "monitor-informed"):
        assert item(told, code)["known"] == "done"
    assert told["done"] == 13


def test_a_certificate_or_a_look_at_the_remedies_of_another_day_does_not_count_today(
    prepared: Desk,
) -> None:
    prepared.does(TICKED + PLANNED + ON_THE_DAY)
    told = listed(prepared)

    left = [one["item"] for one in told["items"] if one["state"] == "missing"]
    assert left == ["remedies-today", "fit-to-fly"]
    assert item(told, "remedies-today")["ticked"] == "done"


def test_it_is_shown_as_a_table_in_the_language_of_the_desk(prepared: Desk) -> None:
    prepared.does(TICKED)
    run = prepared.runs(f"check-list {D} --lang fr")

    assert run.exit_code == 0
    assert run.stdout.startswith(f"{D}  10 sur 20 en ordre\n")
    assert "identité et alias" in run.stdout
    assert "avant la planification" in run.stdout


def test_a_removal_planned_and_checked_to_the_last_item_is_carried_out(prepared: Desk) -> None:
    prepared.does(TICKED + PLANNED + ON_THE_DAY + GONE)
    shown = json.loads(prepared.runs(f"show {D} --json").stdout)
    assert shown["stage"] == "departed"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (f"removal tick {D} catering --as d.lambert", "catering is not one of:"),
        (f"removal tick {D} --as d.lambert", "missing: ITEM"),
        (
            f"removal propose-escort {D} --escort federal-police=0 --as m.vandamme",
            "0 is not a number that fits",
        ),
        (
            f"removal schedule {D} --flight SN-371 --departs 2025-03-31 --mode escorted "
            "--as b.wouters",
            "a departure is planned to the minute",
        ),
        (
            f"removal schedule {D} --flight tonight --departs 2025-03-31T09:40 --mode escorted "
            "--as b.wouters",
            "a number without spaces, as in SN-371",
        ),
        (f"check-list {D} arrival", "arrival is not one of: departure"),
    ],
)
def test_what_cannot_be_read_is_an_error_of_use(prepared: Desk, line: str, told: str) -> None:
    run = prepared.runs(line)
    assert run.exit_code == 2, run.output
    assert told in " ".join(run.stderr.split())


def test_there_is_no_list_of_a_dossier_that_is_not_there(prepared: Desk) -> None:
    run = prepared.runs("check-list VOT-2025-9999")
    assert "there is no dossier VOT-2025-9999" in run.stderr


def test_what_took_place_against_a_block_is_told_by_the_director_and_answered_for(
    prepared: Desk,
) -> None:
    prepared.hires(
        ("n.bernard", "P-011", "centre-director"), ("v.hermans", "P-017", "removal-director")
    )
    prepared.does(
        f"exchange record {D} --direction in --means mail --partner lawyer --subject notice "
        "--no-answer --remark question --on 2025-04-01T10:00 --as d.lambert"
    )
    left = f"depart {D} --mode removal-unescorted --no-consents --evidence boarding-card"
    told = "--despite-block 'put on the flight of another' --on 2025-03-31T09:40"
    refused = prepared.runs(f"{left} --on 2025-03-31T09:40 --as n.bernard")
    assert refused.exit_code == 3
    assert "DPT-02" in refused.stderr
    by_a_coach = prepared.runs(f"{left} {told} --as d.lambert")
    assert by_a_coach.exit_code == 4
    assert "what went against a block is told by the centre-director" in by_a_coach.stderr
    recorded = prepared.runs(f"{left} {told} --as n.bernard")
    assert recorded.exit_code == 0, recorded.output
    assert "(depart, 2025-03-31 09:40) went against a block: DPT-02" in recorded.stderr
    log = prepared.runs(f"log {D} --as n.bernard").stdout
    assert "despite: put on the flight of another" in log
    due = prepared.runs("due --json --as n.bernard").stdout
    assert "answer for an act that went against a block" in due
    found = prepared.runs(f"audit conformance {D}")
    assert (found.exit_code, "DPT-02" in found.stdout) == (1, True)
