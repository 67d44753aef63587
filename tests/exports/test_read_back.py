"""What pm4py reads of an export is what is on record: cases, acts, order, moments, attributes."""

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from exports.conftest import Exported, Reader
from exports.on_record import Line, Said, lines, moment, open_fields

from domain.events import DOSSIER_EVENTS
from projections.export.deeds import OWN
from projections.export.fields import kinds, shape

TRUTHS = sorted(
    {name for name, kind in OWN.items() if kind is bool}
    | {
        f"said_{field}"
        for event in DOSSIER_EVENTS
        for field in kinds(event)
        if shape(event, field) is bool
    }
)
XES_READERS = ("ITERPARSE", "ITERPARSE_20", "LINE_BY_LINE", "CHUNK_REGEX")
TELLING_A_BIRTH = {
    "member-born",
    "majority-reached",
    "resident-admitted",  # of who was born
    "family-linked",
    "record-corrected",  # of one of these
}


@pytest.fixture(scope="module", params=["troubled", "sample", "family"])
def exported(request: pytest.FixtureRequest) -> Exported:
    """Give each of the stores in turn."""
    found: Exported = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def on_record(exported: Exported) -> list[Line]:
    return lines(exported)


def by_dossier(found: list[Line]) -> dict[str, list[Line]]:
    cases: dict[str, list[Line]] = defaultdict(list)
    for line in found:
        cases[line.dossier].append(line)
    return cases


def expected(line: Line) -> Said:
    """Say of a line what an event has in every format."""
    return {
        "index": str(line.index),
        "version": str(line.version),
        "person": line.person,
        **open_fields(line),
    }


def own(event: Said) -> Said:
    """Take out of an event what the lines say of it too."""
    return {
        name: value
        for name, value in event.items()
        if name in ("index", "version", "person")
        or (name.startswith("said_") and name != "said_becomes")
    }


def as_xes(line: Line) -> Said:
    return expected(line) | {
        "concept:name": line.activity,
        "time:timestamp": line.time,
        "org:resource": line.account,
        "org:role": line.role,
    }


def own_xes(event: Said) -> Said:
    return own(event) | {name: event[name] for name in as_xes(_ANY) if name not in own(_ALL)}


def text_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").split("\n")[:-1]


_ANY = Line(0, "", 0, "", "", "", "", "", {})
_ALL = {"index": "", "version": "", "person": ""}


@pytest.mark.parametrize("reader", XES_READERS)
def test_xes_holds_each_dossier_as_it_is_on_record(exported, on_record, pm4py: Reader, reader):
    read = pm4py("xes", exported.file("xes", "--plain"), reader, TRUTHS)
    cases = by_dossier(on_record)
    assert [name for name, _ in read["cases"]] == list(cases)  # as they came into the log
    for name, events in read["cases"]:
        told, there = list(map(own_xes, events)), list(map(as_xes, cases[name]))
        if reader == "LINE_BY_LINE":  # it keeps one of two values that are equal, 0 and false too
            told, there = list(map(_without_kinds, told)), list(map(_without_kinds, there))
        assert told == there


def _without_kinds(event: Said) -> Said:
    alike = {"false": "0", "true": "1"}
    return {name: alike.get(value.lower(), value) for name, value in event.items()}


def test_csv_holds_every_act_in_the_order_of_the_log(exported, on_record, pm4py: Reader):
    read = pm4py("csv", exported.file("csv", "--plain"), TRUTHS)
    read.sort(key=lambda event: int(event["index"]))  # pm4py puts them by dossier
    assert [event["case:concept:name"] for event in read] == [line.dossier for line in on_record]
    told, there = map(own_xes, read), map(as_xes, on_record)
    assert list(map(_with_days, told)) == list(map(_with_days, there))


def _with_days(event: Said) -> Said:
    """Write days as moments, as pm4py reads them."""
    return {
        name: moment(value) if re.match(r"\d{4}-\d\d-\d\d(T|$)", value) else value
        for name, value in event.items()
    }


def test_the_rows_of_csv_stand_in_the_order_of_the_log(exported):
    _, *rows = exported.file("csv", "--plain").read_text().splitlines()
    places = [int(row.split(",")[5]) for row in rows]
    assert places == sorted(places)
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("kind", ["json", "sqlite"])
def test_ocel_holds_every_act_with_its_objects(exported, on_record, pm4py: Reader, kind):
    read = pm4py("ocel", kind, exported.file(f"ocel-{kind}", "--plain"), TRUTHS)
    read["events"].sort(key=lambda event: int(event["index"]))
    told = [(event["ocel:eid"], event["ocel:activity"]) for event in read["events"]]
    assert told == [(f"e{line.index}", line.activity) for line in on_record]
    assert [e["ocel:timestamp"] for e in read["events"]] == [line.time for line in on_record]
    assert [event["role"] for event in read["events"]] == [line.role for line in on_record]
    assert list(map(own, read["events"])) == list(map(expected, on_record))

    relations = {tuple(one) for one in read["relations"]}
    for line in on_record:
        event = f"e{line.index}"
        assert (event, f"dossier:{line.dossier}", "dossier", "about") in relations
        assert (event, f"account:{line.account}", "account", "by") in relations
        assert (event, f"person:{line.person}", "person", "by") in relations
    between = {tuple(one) for one in read["between"]}
    assert {(f"account:{line.account}", f"person:{line.person}", "of") for line in on_record} <= (
        between
    )


def test_both_kinds_of_ocel_are_read_as_the_same(exported, pm4py: Reader):
    one, other = (
        pm4py("ocel", kind, exported.file(f"ocel-{kind}", "--plain"), TRUTHS)
        for kind in ("json", "sqlite")
    )
    for read in (one, other):
        for name in ("events", "objects", "changes"):
            read[name] = sorted(json.dumps(_steady(each), sort_keys=True) for each in read[name])
    assert one == other


def _steady(each: Said) -> Said:
    """Write a moment as the other reads it, and leave out what pm4py counts itself."""
    if "recorded" in each:
        each["recorded"] = moment(each["recorded"])
    each.pop("@@cumcount", None)
    return each


def test_the_database_keeps_the_rules_of_the_standard(exported, pm4py: Reader):
    assert pm4py("broken rules", exported.file("ocel-sqlite", "--plain")) == []


def test_cloudevents_hold_the_same_acts_in_the_same_order(exported, on_record):
    told = [json.loads(line) for line in text_of(exported.file("jsonl", "--plain"))]
    assert [one["sequence"] for one in told] == sorted(one["sequence"] for one in told)
    for one, line in zip(told, on_record, strict=True):
        data = one["data"]
        assert (one["id"], int(one["sequence"])) == (str(line.index), line.index)
        assert (one["subject"], one["time"]) == (line.dossier, line.time)
        assert (data["activity"], data["account"]) == (line.activity, line.account)
        said = {
            name: "|".join(value) if isinstance(value, list) else str(value)
            for name, value in data["said"].items()
            if name != "becomes" and value != []
        }
        plain = {name: str(value) for name, value in said.items()}
        assert {f"said_{k}": v.lower() for k, v in plain.items()} == {
            name: value.lower() for name, value in open_fields(line).items()
        }


# --- under pseudonyms ---------------------------------------------------------------------------


def test_pseudonyms_change_names_and_nothing_else(exported, pm4py: Reader):
    plain = pm4py("xes", exported.file("xes", "--plain"), "ITERPARSE", TRUTHS)["cases"]
    hidden = pm4py("xes", exported.file("xes"), "ITERPARSE", TRUTHS)["cases"]
    stands_for: dict[str, str] = {}
    told = {event["index"] for _, events in hidden for event in events}
    for (name, events), (other, others) in zip(plain, hidden, strict=True):
        assert stands_for.setdefault(name, other) == other
        there = [event for event in events if event["index"] in told]
        assert {one["concept:name"] for one in events if one not in there} <= TELLING_A_BIRTH
        for event, same in zip(there, others, strict=True):
            for key, value in event.items():
                if key == "said_majority_on":
                    assert key not in same
                elif same[key] != value:
                    assert set(same[key].split("|")).isdisjoint(value.split("|"))
            kept = ("concept:name", "time:timestamp", "index", "org:role", "recorded", "round")
            assert [event.get(key) for key in kept] == [same.get(key) for key in kept]
    assert len(set(stands_for.values())) == len(stands_for)


@pytest.mark.parametrize("form", ["xes", "ocel-json", "ocel-sqlite", "csv", "jsonl"])
def test_no_name_is_in_an_export_under_pseudonyms(exported, on_record, form):
    content = exported.file(form).read_bytes()
    names = {line.dossier for line in on_record}
    names |= {name for line in on_record for name in (line.account, line.person)}
    names |= {line.data["reference"] for line in on_record if line.data.get("reference")}
    assert len(names) > 10
    assert [name for name in names if name.encode() in content] == []


@pytest.mark.parametrize("form", ["xes", "ocel-json", "ocel-sqlite", "csv", "jsonl"])
def test_nothing_sealed_is_in_any_export(exported, on_record, form):
    for options in ((), ("--plain",)):
        content = exported.file(form, *options).read_bytes()
        assert b"s1." not in content
        sealed = {
            value
            for line in on_record
            for value in line.data.values()
            if isinstance(value, str) and value.startswith("s1.")
        }
        assert sealed
        assert not any(value.encode() in content for value in sealed)


def test_one_key_joins_the_formats(exported, pm4py: Reader):
    xes = pm4py("xes", exported.file("xes"), "ITERPARSE", TRUTHS)["cases"]
    csv = pm4py("csv", exported.file("csv"), TRUTHS)
    jsonl = [json.loads(line) for line in text_of(exported.file("jsonl"))]
    assert {name for name, _ in xes} == {one["case:concept:name"] for one in csv}
    assert {name for name, _ in xes} == {one["subject"] for one in jsonl}
