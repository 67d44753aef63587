"""A state folded on the way is the state the whole history gives, at every line."""

from collections import Counter
from dataclasses import replace

from dossier import ARRIVED, DIRECTOR, INFORMED, INTERVIEWED, NUMBER, STORY
from given import Act
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from read_models.histories import histories

from domain import events as e
from domain.record import is_dossier
from domain.trajectory import replay
from domain.values import Sealed
from projections.states import States

OTHER = "HOL-2026-0043"
THIRD = "HOL-2026-0044"


@settings(max_examples=300, deadline=None)
@for_all(histories, st.integers(1, 7), st.integers(0, 3))
def test_after_every_batch_the_states_are_those_of_the_histories(lines, size, keep):
    states = States(_history_in(lines), keep)
    for start in range(0, len(lines), size):
        batch = lines[start : start + size]
        known = lines[: start + size]
        assert states.after(batch) == {
            stream: replay(line for line in known if line.stream == stream)
            for stream in {line.stream for line in batch}
            if is_dossier(stream)
        }


@settings(deadline=None)
@for_all(histories, st.data())
def test_batches_another_process_applied_meanwhile_are_not_missed(lines, data):
    states = States(_history_in(lines))
    for place, line in enumerate(lines, start=1):
        if data.draw(st.booleans()) and is_dossier(line.stream):
            expected = replay(one for one in lines[:place] if one.stream == line.stream)
            assert states.after([line]) == {line.stream: expected}


def test_a_dossier_told_in_its_order_is_never_read_again(centre):
    states = States(centre.source.history)
    for line in centre.record(NUMBER, *STORY):
        states.after([line])
    assert centre.readings == []


def test_a_batch_with_acts_typed_in_late_reads_a_dossier_once(centre):
    centre.record(NUMBER, ARRIVED)
    late = centre.record(NUMBER, INTERVIEWED, INFORMED, INFORMED)
    States(centre.source.history).after(late)
    assert Counter(centre.readings) == {NUMBER: 1}


def test_a_correction_of_a_line_still_to_come_holds_when_it_comes(centre):
    too_early = e.RecordCorrected(
        corrects=3, field="kinds", becomes=["brochure"], reason=Sealed.of("typed ahead")
    )
    states = States(centre.source.history)
    states.after(centre.record(NUMBER, ARRIVED, Act(too_early, DIRECTOR, ARRIVED.when)))
    state = states.after(centre.record(NUMBER, INFORMED))[NUMBER]
    assert state == centre.state(NUMBER)
    assert len(state.informed) == 1


def test_an_admission_typed_after_an_act_of_its_instant_has_the_dossier_folded_again(centre):
    states = States(centre.source.history)
    states.after(centre.record(NUMBER, INFORMED))
    states.after(centre.record(NUMBER, replace(ARRIVED, when=INFORMED.when)))
    assert centre.readings == [NUMBER]


def test_no_more_states_are_kept_than_allowed_and_those_touched_last(centre):
    states = States(centre.source.history, keep=2)
    for number, act in ((NUMBER, ARRIVED), (OTHER, ARRIVED), (NUMBER, INFORMED), (THIRD, ARRIVED)):
        states.after(centre.record(number, act))
    states.after(centre.record(NUMBER, INTERVIEWED))
    assert centre.readings == []
    states.after(centre.record(OTHER, INFORMED))
    assert centre.readings == [OTHER]


def _history_in(lines):
    return lambda stream: [line for line in lines if line.stream == stream]
