"""The queue of motives is drawn from the lines that tell of a measure, sealed as they stand."""

from contextlib import closing

import pytest
from dossier import INFORMED, INTERVIEWED, NUMBER, OFFICER
from examples.custody import HELD, PROLONGATION_PROPOSED, TO_HOSPITAL, TWICE_PROLONGED
from examples.measures import (
    ACCOUNTED,
    BY_THE_DIRECTOR_GENERAL,
    COERCED,
    ENDED,
    ISOLATED,
    PROPOSED,
    REVIEWED,
)
from examples.quality import EXAMINED, HERE
from given import Act, brussels, there
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st
from read_models.centre import Centre

from domain import events as e
from domain.decide.motives import controlled
from domain.events import WORDS
from domain.values import Sealed
from projections import motives
from projections.motives import KEPT, MOTIVES, SERIOUS
from workflows.upcasts import event_from

OTHER = "HOL-2026-0043"
NOW = brussels("2026-07-01 09:00")
MOVED_BACK = Act(
    e.RecordCorrected(
        corrects=3,
        field="occurred_at",
        becomes=brussels("2026-03-10 08:00").isoformat(),
        reason=Sealed.of("by the register of the ward"),
    ),
    OFFICER,
    brussels("2026-03-20 09:00"),
)


def drawn(centre):
    return {
        each.state.dossier: each.acts for each in centre.ask(lambda c: [*motives.queue(c, NOW)])
    }


def told(acts):
    """What is asked of the acts, without the receipts, which rows do not keep."""
    return [
        act._replace(line=act.line._replace(leaf_hash=b"", correlation_id=None, causation_id=None))
        for act in acts
    ]


def test_the_queue_holds_the_dossiers_with_a_serious_measure_and_no_others(centre):
    centre.record(NUMBER, HERE, PROPOSED, ISOLATED, ENDED, COERCED, ACCOUNTED)
    centre.record(OTHER, HERE, INFORMED, INTERVIEWED, PROPOSED)
    found = drawn(centre)
    assert list(found) == [NUMBER]
    assert [act.serious.kind for act in found[NUMBER]] == ["isolation", "coercion"]


def test_what_is_examined_and_what_is_corrected_later_changes_what_is_drawn(centre):
    centre.record(NUMBER, HERE, PROPOSED, ISOLATED)
    (before,) = drawn(centre)[NUMBER]
    centre.record(NUMBER, EXAMINED.but(act=3), MOVED_BACK)
    (after,) = drawn(centre)[NUMBER]
    assert (before.examined, there(after.examined).outcome) == (None, "stereotyped")
    assert after.line.occurred_at == brussels("2026-03-10 08:00") != before.line.occurred_at


def test_no_text_reaches_the_rows(centre):
    proposed = PROPOSED.but(motives=Sealed.of("broke the aquarium in the hall"))
    centre.record(NUMBER, HERE, proposed, ISOLATED)
    drawn(centre)
    assert b"aquarium" not in centre.views.content()


TOLD = (
    HERE, INFORMED, INTERVIEWED, *TWICE_PROLONGED[1:], PROLONGATION_PROPOSED, TO_HOSPITAL,
    PROPOSED, ISOLATED, BY_THE_DIRECTOR_GENERAL, ENDED, COERCED, ACCOUNTED, REVIEWED,
    EXAMINED, MOVED_BACK, HELD[1], HELD[2],
)  # fmt: skip


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@for_all(st.lists(st.sampled_from(TOLD), max_size=14))
def test_what_is_drawn_from_the_rows_is_what_the_whole_history_says(
    tmp_path_factory, views, history
):
    """Whatever happened, in whichever order: the lines left out tell nothing of a measure."""
    with closing(Centre(tmp_path_factory.mktemp("centre"), views.elsewhere())) as centre:
        centre.record(NUMBER, HERE, *history)
        whole = there(controlled(centre.journal.history(NUMBER), NOW))
        assert told(drawn(centre).get(NUMBER, ())) == told(whole.acts)


@pytest.mark.parametrize("name", SERIOUS)
def test_every_serious_event_is_kept(name):
    assert name in KEPT
    assert any(name in names for names in WORDS.values())


def test_a_row_is_read_back_as_the_event_it_was(centre):
    (line,) = centre.record(NUMBER, PROPOSED)
    centre.catch_up((MOTIVES,))
    [(topic, data)] = centre.views.run("SELECT topic, data FROM motive_line")
    from pydantic_core import from_json

    assert event_from(topic, from_json(data)) == line.event
