"""The timeline keeps every event of a dossier as it was recorded, personal content sealed."""

import json
from datetime import timedelta

import pytest
from dossier import (
    ARRIVED,
    DIRECTOR,
    DRAFTED,
    EDITED,
    HANDED_IN,
    INFORMED,
    INTERVIEWED,
    NOTIFIED,
    NUMBER,
    STORY,
    TAKEN,
    UNFIT,
    until,
)
from given import Act, brussels

from domain import events as e
from domain.values import Origin, Sealed
from projections import timeline

OTHER = "HOL-2026-0043"
IN_CLEAR = (
    "Saba Ahmadi",
    "1989-04-06",
    "Afghanistan",
    "Herat",
    "no right of residence",
    "fever",
)


def test_every_event_has_an_entry_with_its_receipt(centre):
    centre.record(OTHER, ARRIVED)
    recorded = centre.record(NUMBER, *STORY)
    entries = centre.ask(timeline.of_dossier, NUMBER)
    assert [_of_entry(entry) for entry in entries] == [_of_line(line) for line in recorded]


def test_an_entry_says_in_what_capacity_and_from_where_it_came(centre):
    (line,) = centre.record(
        NUMBER,
        ARRIVED,
        origin=Origin.IMPORTED,
        whole_day=True,
        on_behalf_of="n.bernard",
        recorded_by="r.maes",
    )
    (entry,) = centre.ask(timeline.of_dossier, NUMBER)
    assert _of_entry(entry) == _of_line(line)


def test_the_data_are_those_of_the_event_without_what_is_not_there(centre):
    centre.record(NUMBER, INFORMED.but(interpreter=None))
    (entry,) = centre.ask(timeline.of_dossier, NUMBER)
    data = json.loads(entry.data)
    assert data["language"] == "fa"
    assert "interpreter" not in data
    assert "remark" not in data


@pytest.mark.parametrize("act", [ARRIVED, INTERVIEWED, DRAFTED, EDITED, UNFIT])
def test_sealed_fields_stay_sealed(centre, act):
    centre.record(NUMBER, act)
    (entry,) = centre.ask(timeline.of_dossier, NUMBER)
    assert '"s1.' in entry.data


def test_no_personal_content_is_readable_wherever_the_read_models_are_kept(centre):
    centre.record(NUMBER, *STORY, UNFIT)
    centre.catch_up()
    content = centre.views.content()
    assert NUMBER.encode() in content
    assert [text for text in IN_CLEAR if text.encode() in content] == []


def test_it_is_read_up_to_a_version(centre):
    centre.record(NUMBER, *STORY)
    entries = centre.ask(timeline.of_dossier, NUMBER, upto_version=3)
    assert _topics(entries) == [act.event.TOPIC for act in (ARRIVED, INFORMED, INTERVIEWED)]


def test_it_is_read_as_of_a_moment_that_moment_included(centre):
    centre.record(NUMBER, ARRIVED, INFORMED, TAKEN, DRAFTED, EDITED, NOTIFIED)
    assert _topics(centre.ask(timeline.of_dossier, NUMBER, as_of=EDITED.when)) == [
        act.event.TOPIC for act in (ARRIVED, INFORMED, DRAFTED, EDITED)
    ]
    just_before = EDITED.when - timedelta(microseconds=1)
    assert EDITED.event.TOPIC not in _topics(
        centre.ask(timeline.of_dossier, NUMBER, as_of=just_before)
    )


def test_it_is_read_as_known_at_a_moment_that_moment_included(centre):
    centre.now = brussels("2026-03-17 15:40")
    centre.record(NUMBER, *until(NOTIFIED))
    centre.now = brussels("2026-03-19 08:00")
    centre.record(NUMBER, HANDED_IN)
    before = centre.ask(timeline.of_dossier, NUMBER, as_known=brussels("2026-03-18 12:00"))
    assert HANDED_IN.event.TOPIC not in _topics(before)
    after = centre.ask(timeline.of_dossier, NUMBER, as_known=brussels("2026-03-19 08:00"))
    assert _topics(after)[-1] == HANDED_IN.event.TOPIC


def test_a_correction_is_an_entry_and_leaves_the_one_it_corrects(centre):
    centre.record(NUMBER, ARRIVED)
    before = centre.ask(timeline.of_dossier, NUMBER)
    correction = e.RecordCorrected(
        corrects=1, field="centre", was="HOL", becomes="CAR", reason=Sealed.of("wrong list")
    )
    centre.record(NUMBER, Act(correction, DIRECTOR, brussels("2026-03-05 09:00")))
    after = centre.ask(timeline.of_dossier, NUMBER)
    assert (after[:1], _topics(after[1:])) == (before, ["record-corrected.v1"])


def test_nothing_is_known_of_a_dossier_never_opened(centre):
    assert centre.ask(timeline.of_dossier, NUMBER) == []


def _topics(entries):
    return [entry.topic for entry in entries]


def _of_entry(entry):
    return {name: getattr(entry, name) for name in timeline.Entry.__slots__}


def _of_line(line):
    return {
        "dossier": line.stream,
        "topic": line.event.TOPIC,
        "leaf_hash": line.leaf_hash.hex(),
        "data": line.event.model_dump_json(exclude_none=True),
        **{
            name: getattr(line, name)
            for name in timeline.Entry.__slots__
            if name not in ("dossier", "topic", "leaf_hash", "data")
        },
    }
