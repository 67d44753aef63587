"""The trail answers who recorded what, over dossiers and accounts alike."""

from dossier import (
    ARRIVED,
    ASSISTANT,
    ASSISTANT_AS_OFFICER,
    COACH,
    DRAFTED,
    INFORMED,
    NUMBER,
    TAKEN,
)
from examples.access import HIERARCHY, PROPOSED, RESTRICTED
from given import brussels

from domain.values import Origin
from projections import trail
from workflows import readings

OTHER = "HOL-2026-0043"


def test_every_line_of_every_stream_is_on_the_trail_in_the_order_of_recording(centre):
    centre.record(OTHER, ARRIVED)
    centre.record(NUMBER, ARRIVED, INFORMED)
    centre.record(OTHER, INFORMED)
    traces = centre.ask(trail.lines)
    assert [_of_trace(trace) for trace in traces] == [
        _of_line(line) for line in centre.journal.since(0)
    ]


def test_accounts_are_on_the_trail_too(centre):
    topics = [trace.topic for trace in centre.ask(trail.lines, stream="staff:d.lambert")]
    assert topics == ["account-opened.v1", "function-given.v1"]


def test_it_is_followed_by_stream_by_account_and_by_person(centre):
    centre.record(NUMBER, ARRIVED, INFORMED, DRAFTED, TAKEN.by(ASSISTANT_AS_OFFICER))
    centre.record(OTHER, INFORMED)
    assert _places(centre.ask(trail.lines, stream=NUMBER)) == [(NUMBER, v) for v in (1, 2, 3, 4)]
    assert _places(centre.ask(trail.lines, account=COACH.account)) == [(NUMBER, 2), (OTHER, 1)]
    assert _places(centre.ask(trail.lines, account=ASSISTANT.account)) == [(NUMBER, 3)]
    assert _places(centre.ask(trail.lines, person=ASSISTANT.person)) == [(NUMBER, 3), (NUMBER, 4)]
    assert _places(centre.ask(trail.lines, person=COACH.person, stream=OTHER)) == [(OTHER, 1)]


def test_it_is_followed_between_two_moments_of_recording_both_included(centre):
    for day in (9, 10, 11, 12):
        centre.now = brussels(f"2026-04-{day:02} 09:00")
        centre.record(NUMBER, INFORMED)
    between = centre.ask(
        trail.lines, since=brussels("2026-04-10 09:00"), until=brussels("2026-04-11 09:00")
    )
    assert _places(between) == [(NUMBER, 2), (NUMBER, 3)]


def test_a_limit_keeps_the_oldest(centre):
    centre.record(NUMBER, ARRIVED, INFORMED, DRAFTED)
    assert _places(centre.ask(trail.lines, stream=NUMBER, limit=2)) == [(NUMBER, 1), (NUMBER, 2)]


def test_an_act_taken_over_from_a_register_is_found_under_who_did_it(centre):
    centre.record(NUMBER, INFORMED, origin=Origin.IMPORTED, recorded_by="r.maes")
    (trace,) = centre.ask(trail.lines, account=COACH.account)
    assert (trace.recorded_by, trace.origin) == ("r.maes", "imported")


def test_of_a_hidden_dossier_no_stream_is_told_and_of_readings_none_where_they_are_not_asked(
    centre,
):
    centre.record(NUMBER, ARRIVED, PROPOSED, RESTRICTED)
    centre.record(OTHER, ARRIVED)
    readings.note(centre.journal, [NUMBER], HIERARCHY, "show")
    readings.note(centre.journal, [OTHER], HIERARCHY, "control motives")
    closed = centre.journal.glimpses(["AccessRestricted"])
    assert [one.stream for one in closed] == [NUMBER]
    told = {trace.stream for trace in centre.ask(trail.lines, hidden=[NUMBER])}
    assert {OTHER, f"read:{OTHER}"} <= told
    assert told.isdisjoint({NUMBER, f"read:{NUMBER}", f"refused:{NUMBER}"})
    told = {trace.stream for trace in centre.ask(trail.lines, readings=False)}
    assert {NUMBER, OTHER} <= told
    assert not any(stream.startswith("read:") for stream in told)
    some = centre.ask(trail.lines, hidden=[NUMBER], limit=2)
    assert some == centre.ask(trail.lines, hidden=[NUMBER])[:2]


def _places(traces):
    return [(trace.stream, trace.version) for trace in traces]


def _of_trace(trace):
    return {name: getattr(trace, name) for name in trail.Trace.__slots__}


def _of_line(line):
    return {
        "topic": line.event.TOPIC,
        "leaf_hash": line.leaf_hash.hex(),
        **{
            name: getattr(line, name)
            for name in trail.Trace.__slots__
            if name not in ("topic", "leaf_hash")
        },
    }
