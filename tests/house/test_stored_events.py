"""A file under golden/events is a promise: that line was stored and will always open."""

import base64
import copy
import json
import pickle
from pathlib import Path

import pytest
from dossier import ARRIVED, INTERVIEWED, NUMBER
from eventsourcing.persistence import StoredEvent
from given import lines

from domain.errors import StoreTrouble
from domain.events import EVENTS, RecordCorrected
from domain.values import Category, sealed_fields
from workflows.journal import Journal
from workflows.lines import state_of
from workflows.upcasts import UPCASTS, event_from

STORED = sorted((Path(__file__).parents[1] / "golden" / "events").glob("*.json"))
WHO_AND_WHEN = {"cmd", "at", "rec", "by", "who", "as", "rules"}
WHERE_IT_IS_SO = {"for", "typed", "cor", "cau", "day", "src", "sig"}
SHORTEST_SEALED = 12 + 1 + 16  # nonce, one letter, tag

WIDER_ONCE = ("fit-to-travel-certified.v1", "fit-to-travel-refused.v1", "interview-held.v1")
"""Topics whose remark was sealed as identity: a text opens under the key that it names."""

each_stored = pytest.mark.parametrize("stored", STORED, ids=lambda file: file.stem)


@pytest.fixture(scope="module")
def journal(tmp_path_factory):
    journal = Journal(str(tmp_path_factory.mktemp("store") / "trajet.db"), create=True)
    yield journal
    journal.close()


def row(topic, state):
    return StoredEvent(originator_id=NUMBER, originator_version=1, topic=topic, state=state)


def test_every_event_has_a_stored_example():
    assert {file.stem for file in STORED} == {*EVENTS, *UPCASTS}


@each_stored
def test_an_event_stored_long_ago_still_opens(stored):
    event = event_from(stored.stem, json.loads(stored.read_bytes())["data"])
    assert stored.stem in UPCASTS or type(event) is EVENTS[stored.stem]


@pytest.mark.parametrize("topic", EVENTS)
def test_an_event_read_back_is_what_its_class_would_make_of_it(topic):
    """It is put together by hand, to be quick: nobody may be able to tell."""
    [data] = (json.loads(file.read_bytes())["data"] for file in STORED if file.stem == topic)
    for said in (data, {name: data[name] for name in data if _needs(EVENTS[topic], name)}):
        ours, plain = event_from(topic, said), EVENTS[topic].model_validate(said)
        assert ours == plain
        assert repr(ours) == repr(plain)
        assert list(vars(ours).items()) == list(vars(plain).items())
        assert [type(value) for value in vars(ours).values()] == [
            type(value) for value in vars(plain).values()
        ]
        assert ours.model_fields_set == plain.model_fields_set
        assert ours.__getstate__() == plain.__getstate__()
        assert ours.model_dump_json() == plain.model_dump_json()
        assert ours.model_copy(update=said) == plain.model_copy(update=said)
        assert copy.deepcopy(ours) == pickle.loads(pickle.dumps(ours)) == plain  # noqa: S301
        assert hash(ours) == hash(plain)
        with pytest.raises(ValueError, match="frozen"):
            setattr(ours, min(vars(ours)), None)


def _needs(shape, name):
    return shape.model_fields[name].is_required()


@each_stored
def test_a_line_stored_long_ago_is_read_with_all_it_says(stored, journal):
    line = journal.mapper.to_domain_event(row(stored.stem, stored.read_bytes()))
    said = json.loads(stored.read_bytes())
    assert (line.account, line.person, line.role) == (said["by"], said["who"], said["as"])
    assert (line.command_id, line.rule_set) == (said["cmd"], said["rules"])
    assert line.occurred_at <= line.recorded_at
    assert line.origin == said.get("src", "desk")
    assert line.whole_day is said.get("day", False)
    assert (line.on_behalf_of, line.recorded_by) == (said.get("for"), said.get("typed"))
    assert (line.correlation_id, line.causation_id) == (said.get("cor"), said.get("cau"))


@pytest.mark.parametrize("topic", EVENTS)
def test_written_again_it_is_the_same_to_the_byte(topic, journal):
    [stored] = (file.read_bytes() for file in STORED if file.stem == topic)
    line = journal.mapper.to_domain_event(row(topic, stored))
    assert journal.mapper.to_stored_event(line).state == stored


@pytest.mark.parametrize("topic", EVENTS)
def test_an_example_shows_every_field(topic):
    [stored] = (json.loads(file.read_bytes()) for file in STORED if file.stem == topic)
    shown = set(stored["data"])
    if EVENTS[topic] is RecordCorrected:
        # What holds instead stands in one field only, by its category.
        shown |= {f"becomes_{category}" for category in Category}
    assert shown == set(EVENTS[topic].model_fields)


def test_the_examples_show_every_key_of_a_line():
    keys = {key for file in STORED for key in json.loads(file.read_bytes())}
    assert keys == {*WHO_AND_WHEN, *WHERE_IT_IS_SO, "data"}


@pytest.mark.parametrize("topic", EVENTS)
def test_personal_text_is_stored_under_the_key_of_its_category(topic):
    [stored] = (json.loads(file.read_bytes()) for file in STORED if file.stem == topic)
    for name, category in sealed_fields(EVENTS[topic]).items():
        if (text := stored["data"].get(name)) is not None:
            once = name == "remark" and topic in WIDER_ONCE
            assert text.startswith(f"s1.{Category.IDENTITY if once else category}.")
            sealed = base64.b64decode(text.rpartition(".")[2], validate=True)
            assert len(sealed) >= SHORTEST_SEALED


def test_personal_text_in_clear_is_never_written():
    [line] = lines([INTERVIEWED], NUMBER)
    with pytest.raises(ValueError, match="in clear"):
        state_of(line._replace(event=INTERVIEWED.event))


def test_a_topic_that_is_not_ours_is_not_opened():
    with pytest.raises(KeyError):
        event_from("os:system", {})


def test_a_moment_stored_with_another_zone_is_read_in_utc(journal):
    [line] = lines([ARRIVED], NUMBER)
    said = json.loads(state_of(line)) | {"at": "2026-03-02T10:15:00+01:00"}
    read = journal.mapper.to_domain_event(row(ARRIVED.event.TOPIC, json.dumps(said).encode()))
    assert read.occurred_at.isoformat() == "2026-03-02T09:15:00+00:00"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: said.pop("who"),
        lambda said: said.update(at="soon"),
        lambda said: said["data"].pop("centre"),
        lambda said: said["data"].update(shoe_size=38),
        lambda said: said["data"].update(shoe_size=None),
        lambda said: said["data"].update(came_from="nowhere"),
        lambda said: said["data"].update(came_from=["police"]),
        lambda said: said["data"].update(name=38),
        lambda said: said.update(data=[]),
        lambda said: said.update(at=20260302),
        lambda said: said.update(at="2026-03-02T09:15:00"),
        lambda said: said.update(rec="9999-12-31T23:59:59-02:00"),
        lambda said: said.update(at="9999-12-31T23:59:59Z"),
        lambda said: said.update(src="hearsay"),
    ],
    ids=[
        "no person",
        "no moment",
        "a field missing",
        "a field too many",
        "a field too many that says nothing",
        "a code nobody knows",
        "no code",
        "no sealed text",
        "no fields",
        "a number for a moment",
        "a moment without its zone",
        "a moment out of the calendar",
        "a moment out of the calendar of Brussels",
        "an origin nobody knows",
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_not_guessed(spoil, journal):
    [line] = lines([ARRIVED], NUMBER)
    said = json.loads(state_of(line))
    spoil(said)
    with pytest.raises(StoreTrouble, match=f"the record {NUMBER} version 1 cannot be read"):
        journal.mapper.to_domain_event(row("resident-admitted.v2", json.dumps(said).encode()))
