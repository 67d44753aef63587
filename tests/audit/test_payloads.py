"""What an event says must be readable as that event, and nothing personal may stand in clear."""

import json

import dossier as d
import pytest
from audit.example_store import ACTS, codes, line, opened, rebuild_log, record, sql, staff, verified
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain import events as e
from domain.events import EVENTS
from domain.values import Category, Origin, Sealed, with_sealed
from projections.audit.quick import command_of
from projections.audit.shape import judge, quick_patterns
from workflows.lines import state_of

PATTERNS = quick_patterns(EVENTS)
TOKEN = "A" * 39 + "="
TOLD_BESIDE = (
    d.ANNULLED,
    d.UNFIT,
    d.NOT_RETURNED,
    d.REOPENED,
    d.HANDED_IN,
    d.TRANSMITTED,
    d.LODGED,
    d.REJECTED,
    d.GRANTED,
    d.APPEAL_WITHDRAWN,
    d.IOM_OPENED,
    d.IOM_ELIGIBLE,
    d.DECLARED,
    d.BOOKED,
    d.IOM_WITHDRAWN,
)


def stored(event, **but):
    """Write an event as the journal does, sealed by a stand-in for the vault."""
    sealed = with_sealed(event, lambda _, category, __: Sealed(token=f"s1.{category}.{TOKEN}"))
    return state_of(line("HOL-2026-0042", 1, sealed, **but))


EVERYTHING = [
    *ACTS,
    *(act.event for act in TOLD_BESIDE),
    *(one.event for one in staff("d.lambert")),
]


@pytest.mark.parametrize("event", EVERYTHING, ids=lambda event: event.TOPIC)
def test_what_the_journal_writes_is_sound(event):
    state = stored(event)
    flaw, command = judge(EVENTS, event.TOPIC, state)
    assert flaw is None
    assert command is not None


def test_nearly_everything_is_judged_without_being_decoded():
    decoded = {event.TOPIC for event in EVERYTHING if not PATTERNS[event.TOPIC](stored(event))}
    assert decoded == {"record-corrected.v1", "function-given.v1"}


@pytest.mark.parametrize(
    "but",
    [
        {"on_behalf_of": "e.claes", "whole_day": True, "origin": Origin.IMPORTED},
        {"recorded_by": "registrar", "correlation_id": "7d2f0c51", "causation_id": "9f1c"},
    ],
)
def test_everything_an_envelope_may_hold_is_sound(but):
    state = stored(ACTS[1], **but)
    topic = ACTS[1].TOPIC
    assert PATTERNS[topic](state)
    assert judge(EVENTS, topic, state)[0] is None


@settings(max_examples=300, deadline=None)
@for_all(data=st.data())
def test_what_the_quick_judge_accepts_the_careful_one_accepts_too(data):
    event = data.draw(st.sampled_from(EVERYTHING))
    state = bytearray(stored(event))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(state) - 1))
        removed = data.draw(st.integers(0, 3))
        put_in = data.draw(
            st.sampled_from([b"", b'"', b",", b"}", b"9", b"3", b"a", b"\\", b"-", b"\xe9", b"\n"])
        )
        state[at : at + removed] = put_in
    if PATTERNS[event.TOPIC](bytes(state)):
        flaw, command = judge(EVENTS, event.TOPIC, bytes(state))
        assert flaw is None, bytes(state)
        assert command == command_of(bytes(state))


@settings(max_examples=300, deadline=None)
@for_all(
    state=st.one_of(
        st.binary(max_size=50),
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
            lambda inner: st.one_of(
                st.lists(inner, max_size=3),
                st.dictionaries(
                    st.sampled_from(
                        ["cmd", "at", "rec", "by", "who", "as", "rules", "data", "day", "src", "x"]
                    ),
                    inner,
                ),
            ),
        ).map(lambda said: json.dumps(said).encode()),
    ),
    topic=st.sampled_from([*EVENTS, "unknown.v1"]),
)
def test_no_state_makes_the_careful_judge_stumble(state, topic):
    flaw, _ = judge(EVENTS, topic, state)
    assert flaw is not None


def changed(event, **but):
    """What is stored of an event, with some keys changed; ``...`` takes one away."""
    said = json.loads(stored(event))
    for key, value in but.items():
        at, _, inner = key.partition("__")
        where, name = (said["data"], inner) if inner else (said, at)
        if value is ...:
            del where[name]
        else:
            where[name] = value
    return json.dumps(said, separators=(",", ":")).encode()


UNREADABLE = {
    "no JSON": b"{",
    "deep nonsense": b"[" * 100_000,
    "a list": b"[]",
    "a number": b"5",
    "not a number": changed(ACTS[0]).replace(b'"HOL"', b"NaN"),
    "invalid UTF-8": changed(ACTS[0]).replace(b"HOL", b"H\xffL"),
    "no command": changed(ACTS[0], cmd=...),
    "a command that is no UUID": changed(ACTS[0], cmd="first"),
    "no moment": changed(ACTS[0], at=...),
    "a day that was not": changed(ACTS[0], at="2026-02-30T10:00:00Z"),
    "a moment without zone": changed(ACTS[0], rec="2026-02-20T10:00:00"),
    "a moment in local time": changed(ACTS[0], rec="2026-02-20T10:00:00+01:00"),
    "a moment that is a number": changed(ACTS[0], rec=1772445600),
    "no account": changed(ACTS[0], by=None),
    "an origin nobody knows": changed(ACTS[0], src="hearsay"),
    "an origin that is a list": changed(ACTS[0], src=[]),
    "a day that is a word": changed(ACTS[0], day="yes"),
    "a key nobody knows": changed(ACTS[0], note="she is afraid"),
    "no data": changed(ACTS[0], data=...),
    "data that is a list": changed(ACTS[0], data=[]),
    "a field missing": changed(ACTS[0], data__centre=...),
    "a field nobody knows": changed(ACTS[0], data__shoe_size="38"),
    "a value nobody knows": changed(ACTS[0], data__came_from="space"),
}


@pytest.mark.parametrize("damage", UNREADABLE)
def test_an_event_that_cannot_be_read_is_found(damage):
    flaw, _ = judge(EVENTS, ACTS[0].TOPIC, UNREADABLE[damage])
    assert flaw is not None
    assert flaw.code == "PAYLOAD_UNREADABLE"
    assert not PATTERNS[ACTS[0].TOPIC](UNREADABLE[damage])


@pytest.mark.parametrize(
    "clear",
    [
        "Saba Ahmadi",
        "",
        "s1.identity.SabaAhmadi",
        f"s1.medical.{TOKEN}",
        f"s2.identity.{TOKEN}",
        f"s1.identity.{TOKEN} Saba",
        5,
        ["Saba"],
        {"clear": "Saba Ahmadi"},
    ],
)
def test_a_name_in_clear_is_found_and_not_repeated(clear):
    state = changed(ACTS[0], data__name=clear)
    flaw, _ = judge(EVENTS, ACTS[0].TOPIC, state)
    assert flaw is not None
    assert (flaw.code, flaw.expected) == ("PLAINTEXT_FIELD", "name sealed")
    assert "Saba" not in flaw.found
    assert not PATTERNS[ACTS[0].TOPIC](state)


def test_a_correction_of_no_field_is_unreadable():
    correction = next(event for event in ACTS if isinstance(event, e.RecordCorrected))
    flaw, _ = judge(EVENTS, correction.TOPIC, changed(correction, data__field=["born_on"]))
    assert flaw is not None
    assert flaw.code == "PAYLOAD_UNREADABLE"


def test_a_correction_may_not_repeat_in_clear_what_it_corrects():
    correction = next(event for event in ACTS if isinstance(event, e.RecordCorrected))
    state = changed(correction, data__field="born_on", data__becomes="1989-06-04")
    flaw, _ = judge(EVENTS, correction.TOPIC, state)
    assert flaw is not None
    assert flaw.code == "PLAINTEXT_FIELD"


@pytest.mark.parametrize("category", Category)
def test_every_field_that_is_sealed_is_watched(category):
    for event in EVERYTHING:
        fields = json.loads(stored(event))["data"]
        for name, value in fields.items():
            if str(value).startswith(f"s1.{category}."):
                flaw, _ = judge(
                    EVENTS, event.TOPIC, changed(event, **{f"data__{name}": "in clear"})
                )
                assert flaw is not None
                assert flaw.code == "PLAINTEXT_FIELD"


def put_in_place(file, number, state):
    sql(file, f"UPDATE stored_events SET state = x'{state.hex()}' WHERE notification_id = {number}")
    rebuild_log(file)


def test_personal_data_in_clear_is_found_in_a_store_that_otherwise_agrees(store):
    ((state,),) = sql(store, "SELECT state FROM stored_events WHERE notification_id = 4")
    said = json.loads(state)
    said["data"]["name"] = "Saba Ahmadi"
    put_in_place(store, 4, json.dumps(said).encode())
    (finding,) = verified(store).findings
    assert (finding.code, finding.version, finding.log_index) == ("PLAINTEXT_FIELD", 1, 3)
    assert "Saba" not in str(finding)


def test_a_command_id_used_for_two_dossiers_is_found(store, recorded):
    ((state,),) = sql(store, "SELECT state FROM stored_events WHERE notification_id = 10")
    other = recorded[10].command_id.encode()
    put_in_place(store, 10, state.replace(recorded[9].command_id.encode(), other))
    (finding,) = verified(store).findings
    assert (finding.code, finding.dossier) == ("COMMAND_REPLAY", recorded[9].stream)


def test_one_save_may_concern_two_dossiers_as_those_of_a_family(empty):
    journal, vault = opened(empty)
    first = line("HOL-2026-0042", 1, ACTS[0])
    second = line("HOL-2026-0043", 1, ACTS[0], command_id=first.command_id)
    record(journal, vault, first, second)
    journal.close()
    assert verified(empty).findings == []


def test_the_same_command_in_another_dossier_later_is_a_replay(empty):
    journal, vault = opened(empty)
    first = line("HOL-2026-0042", 1, ACTS[0])
    between = line("HOL-2026-0044", 1, ACTS[0])
    second = line("HOL-2026-0043", 1, ACTS[0], command_id=first.command_id)
    record(journal, vault, first, between, second)
    journal.close()
    (finding,) = verified(empty).findings
    assert (finding.code, finding.dossier) == ("COMMAND_REPLAY", "HOL-2026-0043")


def as_an_interview(data):
    return "interview-held.v1", {name: data[name] for name in data if name == "remark"}


def test_a_name_no_longer_written_is_known_when_it_is_given(empty):
    journal, vault = opened(empty)
    record(journal, vault, line("HOL-2026-0042", 1, ACTS[0]))
    journal.close()
    assert codes(verified(empty, topics={}).findings) == ["TOPIC_TYPE"]
    assert verified(empty, topics={**EVENTS, ACTS[0].TOPIC: as_an_interview}).findings == []
