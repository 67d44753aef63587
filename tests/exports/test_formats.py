"""What makes a file unreadable elsewhere is in no export, whatever is on record."""

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO
from xml.etree import ElementTree

import pytest
from exports.conftest import Reader
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from domain import events as e
from domain.errors import StoreTrouble
from domain.record import Recorded
from domain.values import CameFrom, Sealed
from projections.export import cloudevents, ocel, ocel_json, ocel_sqlite, table, xes
from projections.export.deeds import About, Deed, deed
from projections.export.names import RealNames
from projections.export.net import write as write_net
from projections.export.scope import Scope

AT = datetime(2026, 3, 2, 8, tzinfo=UTC)
ABOUT = About("log.example/brussels & gent", 20, "ab" * 32, "plain")
LINE = Recorded(
    stream="HOL-2026-0042",
    version=1,
    event=e.ResidentReleased(reason="chamber"),
    occurred_at=AT,
    recorded_at=AT,
    account="d.lambert",
    person="P-001",
    role="coach",
    command_id="7d0f3c52-8f0a-4c36-9d0b-0f2a4f1c5e77",
    rule_set="2026.2",
    log_index=19,
)
HOSTILE = "\x00\x0b<é&\"'>\n\u2028\ud800=1+1"


def told(**but: Any) -> Deed:
    return deed(LINE._replace(**but), RealNames(), None, ())


def as_xes(*deeds: Deed) -> str:
    text = io.StringIO()
    xes.write(text, ABOUT, [(deeds[0].dossier, deeds)])
    return text.getvalue()


def as_csv(*deeds: Deed) -> list[dict[str, str]]:
    text = io.StringIO(newline="")
    table.write(text, ABOUT, deeds, ["said_reason"])
    text.seek(0)
    return list(csv.DictReader(text))


def as_jsonl(*deeds: Deed) -> list[dict[str, Any]]:
    text = io.StringIO()
    cloudevents.write(text, ABOUT, deeds)
    return [json.loads(line) for line in text.getvalue().split("\n")[:-1]]


def as_ocel(*deeds: Deed) -> dict[str, Any]:
    text = io.StringIO()
    ocel_json.write(text, ABOUT, deeds, ocel.event_types([e.ResidentReleased], RealNames()))
    found: dict[str, Any] = json.loads(text.getvalue())
    return found


TEXTS = st.text(st.characters(), max_size=12)


@settings(suppress_health_check=[HealthCheck.too_slow])
@for_all(TEXTS, TEXTS, TEXTS)
def test_xes_is_well_formed_with_one_element_a_line(account, person, role):
    one = told(account=account, person=person, role=role)
    text = as_xes(one)
    log = ElementTree.fromstring(text.encode())  # noqa: S314 (our own)
    for line in text.splitlines():
        assert line.count("<") == 1, line
    event = log.find(".//{*}event")
    assert event is not None
    said = {each.get("key"): each.get("value") for each in event}
    assert (said["org:resource"], said["person"]) == (one.account, one.person)


@for_all(TEXTS, TEXTS)
def test_csv_has_one_row_for_each_act_and_no_formula(account, person):
    (row,) = as_csv(told(account=account, person=person))
    assert None not in row
    for value in row.values():
        assert not value.lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1"])
def test_a_text_that_a_spreadsheet_would_compute_gets_an_apostrophe(text):
    (row,) = as_csv(told(account=text))
    assert row["org:resource"].startswith("'")


@for_all(TEXTS, TEXTS)
def test_json_is_read_as_it_was_told(account, person):
    one = told(account=account, person=person)
    (event,) = as_jsonl(one)
    assert event["data"]["account"] == one.account
    (event,) = as_ocel(one)["events"]
    assert {"objectId": f"account:{one.account}", "qualifier": "by"} in event["relationships"]


def test_pm4py_reads_what_is_hostile(tmp_path: Path, pm4py: Reader):
    one = told(account=HOSTILE, person=HOSTILE)
    (tmp_path / "hostile.xes").write_text(as_xes(one), encoding="utf-8")
    ((name, (event,)),) = pm4py("xes", tmp_path / "hostile.xes", "ITERPARSE", [])["cases"]
    assert (name, event["org:resource"]) == (one.dossier, one.account)
    (tmp_path / "hostile.json").write_text(json.dumps(as_ocel(one)), encoding="utf-8")
    read = pm4py("ocel", "json", tmp_path / "hostile.json", [])
    assert ["e19", f"person:{one.person}", "person", "by"] in read["relations"]


# --- structure ----------------------------------------------------------------------------------


def test_each_format_says_of_which_log_it_is():
    log = ElementTree.fromstring(as_xes(told()).encode())  # noqa: S314
    said = {each.get("key"): each.get("value") for each in log if each.get("key")}
    assert said == {name: str(value) for name, value in ABOUT._asdict().items()}
    (row,) = as_csv(told())
    assert {name: row[f"log_{name}"] for name in ABOUT._fields} == said
    (event,) = as_jsonl(told())
    assert event["source"] == "urn:trajet:log.example%2Fbrussels%20%26%20gent"
    assert (event["logsize"], event["checkpoint"]) == (ABOUT.size, ABOUT.checkpoint)
    (log_object,) = [one for one in as_ocel(told())["objects"] if one["type"] == "log"]
    assert {one["name"]: one["value"] for one in log_object["attributes"]} == ABOUT._asdict()


def test_a_cloudevent_has_what_the_specification_asks():
    (event,) = as_jsonl(told())
    assert event["specversion"] == "1.0"
    assert all(event[name] for name in ("id", "source", "type"))
    names = event.keys() - {"data"}
    assert all(re.fullmatch("[a-z0-9]{1,20}", name) for name in names)
    assert datetime.fromisoformat(event["time"]) == AT
    assert event["datacontenttype"] == "application/json"


def test_sequences_sort_as_the_log_does():
    events = as_jsonl(*(told(log_index=index) for index in (9, 10, 999_999)))
    assert sorted(one["sequence"] for one in events) == [one["sequence"] for one in events]


def test_every_object_an_ocel_names_is_declared_with_its_attributes():
    linked = e.FamilyLinked(family="FAM-1", role="child", members=("HOL-2026-0043",))
    lodged = e.ComplaintLodged(
        number=1,
        body="commission",
        about="m.vandamme",
        about_person="P-003",
        content=Sealed.of("x"),
    )
    one = told(event=linked, on_behalf_of="n.bernard", recorded_by="registrar")
    found = as_ocel(one, replace(told(event=lodged, log_index=20), round=2))
    there = {each["id"]: each["type"] for each in found["objects"]}
    named = [each for event in found["events"] for each in event["relationships"]]
    named += [each for each_object in found["objects"] for each in each_object["relationships"]]
    assert {each["objectId"] for each in named} <= there.keys()
    assert there["dossier:HOL-2026-0043"] == "dossier"
    assert there["account:m.vandamme"] == "account"
    assert there["person:P-003"] == "person"
    assert there["round:HOL-2026-0042/2"] == "decision round"
    qualities = {(each["objectId"], each["qualifier"]) for each in named}
    assert {
        ("dossier:HOL-2026-0042", "about"),
        ("dossier:HOL-2026-0043", "members"),
        ("account:n.bernard", "for"),
        ("account:registrar", "typed by"),
        ("person:P-003", "about_person"),
        ("round:HOL-2026-0042/2", "in"),
    } <= qualities
    declared = {kind["name"]: kind["attributes"] for kind in found["objectTypes"]}
    assert set(there.values()) <= declared.keys()


def test_no_act_names_an_object_twice():
    """Of an object with two qualities a common reader keeps one, of the database both."""
    one = told(event=e.CoachAssigned(account="d.lambert", person="P-001"))
    (event,) = as_ocel(one)["events"]
    ids = [each["objectId"] for each in event["relationships"]]
    assert len(set(ids)) == len(ids)


def test_a_dossier_moves_with_its_resident(tmp_path: Path, pm4py: Reader):
    arrived = e.ResidentAdmitted(
        centre="HOL", resident="HOL-2026-0042", procedure=2, came_from=CameFrom.POLICE
    )
    moved = e.TransferReceived(place="MER")
    acts = (told(event=arrived), told(event=moved, log_index=20, version=2))
    types = ocel.event_types([e.ResidentAdmitted, e.TransferReceived], RealNames())
    ocel_sqlite.write(tmp_path / "moved.sqlite", ABOUT, acts, types)
    with closing(sqlite3.connect(tmp_path / "moved.sqlite")) as database:
        rows = database.execute(
            "SELECT ocel_changed_field, centre FROM object_Dossier ORDER BY rowid"
        ).fetchall()
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert rows == [(None, "HOL"), ("centre", "MER")]
    with (tmp_path / "moved.json").open("w") as file:
        ocel_json.write(file, ABOUT, acts, types)
    for kind in ("json", "sqlite"):
        read = pm4py("ocel", kind, tmp_path / f"moved.{kind}", [])
        (change,) = read["changes"]
        (one,) = [each for each in read["objects"] if each["ocel:type"] == "dossier"]
        assert (one["centre"], change["centre"]) == ("HOL", "MER")
        assert (change["ocel:oid"], change["ocel:field"]) == (one["ocel:oid"], "centre")


def test_the_net_is_a_net(tmp_path: Path):
    text = io.StringIO()
    write_net(text, 2)
    net = ElementTree.fromstring(text.getvalue().encode())  # noqa: S314
    places = {place.get("id") for place in net.findall(".//page/place")}
    ways = {way.get("id") for way in net.findall(".//transition")}
    arcs = [(arc.get("source"), arc.get("target")) for arc in net.findall(".//arc")]
    assert len(arcs) == 2 * len(ways)
    assert all((a in places) != (b in places) and {a, b} <= places | ways for a, b in arcs)
    assert len(net.findall(".//initialMarking")) == 1


# --- what is in it --------------------------------------------------------------------------------


def test_what_is_recorded_while_it_is_written_is_not_in_it() -> None:
    scope = Scope(size=20)
    assert scope.includes(LINE)
    assert not scope.includes(LINE._replace(log_index=20))


@pytest.mark.parametrize("stream", ["staff:d.lambert", "place:HOL", "read:HOL-2026-0042"])
def test_only_dossiers_are_in_it(stream: str) -> None:
    assert not Scope(size=20).includes(LINE._replace(stream=stream))


def test_what_is_no_act_of_a_dossier_is_not_taken_for_one() -> None:
    """A line of an account put into a dossier stops the export."""
    moved = LINE._replace(event=e.AccountOpened(person="P-001"))
    with pytest.raises(StoreTrouble, match="no act of a dossier"):
        Scope(size=20).includes(moved)
    assert not Scope(size=20).includes(moved._replace(stream="staff:d.lambert"))


# --- size ---------------------------------------------------------------------------------------


def write_xes(file: TextIO, deeds: Iterator[Deed]) -> None:
    xes.write(file, ABOUT, [("one", deeds)])


def write_csv(file: TextIO, deeds: Iterator[Deed]) -> None:
    table.write(file, ABOUT, deeds, ["said_reason"])


def write_jsonl(file: TextIO, deeds: Iterator[Deed]) -> None:
    cloudevents.write(file, ABOUT, deeds)


def write_ocel(file: TextIO, deeds: Iterator[Deed]) -> None:
    ocel_json.write(file, ABOUT, deeds, ocel.event_types([e.ResidentReleased], RealNames()))


@pytest.mark.parametrize("write", [write_xes, write_csv, write_jsonl, write_ocel])
def test_each_act_is_written_as_it_comes_and_none_is_kept_in_mind(write) -> None:
    text = io.StringIO()
    written: list[int] = []

    def coming() -> Iterator[Deed]:
        for index in range(50):
            written.append(text.tell())
            yield told(log_index=index)

    write(text, coming())
    assert len(set(written)) == 50


def test_a_database_of_many_acts_is_whole(tmp_path: Path) -> None:
    types = ocel.event_types([e.ResidentReleased], RealNames())
    acts = (told(log_index=index, version=index) for index in range(5_001))
    ocel_sqlite.write(tmp_path / "many.sqlite", ABOUT, acts, types)
    with closing(sqlite3.connect(tmp_path / "many.sqlite")) as database:
        assert database.execute("SELECT count(*) FROM event").fetchone() == (5_001,)
        assert database.execute("SELECT count(*) FROM object").fetchone() == (4,)
