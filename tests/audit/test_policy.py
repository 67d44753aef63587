"""Checkpoints judged under a policy: who signed them, who saw them, how old they are."""

from datetime import UTC, datetime, timedelta

import pytest
from audit.example_store import codes, rebuild_log, sql, verified
from audit.notary import (
    LOG,
    OTHER_LOG,
    WITNESSES,
    checkpoint,
    given,
    heads_of,
    keep_inside,
    policy,
    signed,
)
from audit.test_outside_memory import cut, grow

from domain.checkpoint import Heads
from projections.audit.evidence import Checkpoint

ONE, TWO, THREE = WITNESSES
HOUR = timedelta(hours=1)


@pytest.fixture
def found(store):
    """What names the findings of verifying under a policy, with notes that were kept outside."""

    def find(*notes, under=None, **more):
        checkpoints = [given(note) for note in notes]
        chosen = under or policy()
        return codes(verified(store, checkpoints=checkpoints, policy=chosen, **more).findings)

    return find


# --- no attack ---------------------------------------------------------------------------------


def test_a_checkpoint_signed_by_the_log_and_seen_by_most_witnesses_holds(store, found):
    note = signed(checkpoint(store), ONE, THREE)
    grow(store)
    assert found(note, under=policy("most")) == []


def test_one_witness_of_three_may_be_down(store, found):
    said = checkpoint(store)
    for witnesses in ((ONE, TWO), (ONE, THREE), (TWO, THREE), (ONE, TWO, THREE)):
        assert found(signed(said, *witnesses), under=policy("most")) == []


def test_a_witness_nobody_asked_for_is_passed_over(store, found):
    stranger = OTHER_LOG
    note = signed(checkpoint(store), ONE, TWO)
    assert found(note.signed_also(stranger.sign(note.text)), under=policy("most")) == []


def test_a_checkpoint_kept_inside_was_signed_before_witnesses_saw_it(store, found):
    keep_inside(store, signed(checkpoint(store, 20)))
    note = signed(checkpoint(store), ONE, TWO)
    keep_inside(store, signed(checkpoint(store)))
    assert found(note, under=policy("most")) == []


def test_a_head_the_auditor_wrote_down_needs_no_signature(store):
    said = checkpoint(store)
    plain = Checkpoint(said.size, said.root)
    assert verified(store, checkpoints=[plain], policy=policy()).findings == []


def test_a_checkpoint_kept_from_before_and_after_it_was_witnessed(store, found):
    said = checkpoint(store)
    assert found(signed(said), signed(said, ONE, TWO), under=policy("most")) == []
    assert found(signed(said, ONE, TWO), signed(said), under=policy("most")) == []


def test_a_witness_may_see_a_checkpoint_days_later(store, found):
    note = signed(checkpoint(store), ONE, TWO, seen=datetime.now(UTC) + timedelta(days=4))
    now = datetime.now(UTC) + timedelta(days=5)
    grow(store)
    assert found(note, under=policy("most"), now=now) == []


# --- attacks ---------------------------------------------------------------------------------


def test_a_checkpoint_somebody_else_signed(store, found):
    said = checkpoint(store)
    assert found(signed(said, by=OTHER_LOG)) == ["CHECKPOINT_SIGNATURE"]
    stolen = OTHER_LOG._replace(key=LOG.key)
    assert found(signed(said, by=stolen)) == ["CHECKPOINT_SIGNATURE"]


def test_a_checkpoint_that_was_changed_after_it_was_signed(store, found):
    note = signed(checkpoint(store))
    changed = note._replace(text=note.text.replace("\n40\n", "\n39\n"))
    assert found(changed) == ["CHECKPOINT_SIGNATURE"]


def test_a_checkpoint_that_is_not_signed(store):
    said = given(signed(checkpoint(store)))._replace(note=None)
    assert codes(verified(store, checkpoints=[said], policy=policy()).findings) == [
        "CHECKPOINT_SIGNATURE"
    ]


def test_a_checkpoint_of_another_log(store, found):
    said = checkpoint(store)._replace(origin=OTHER_LOG.key.name, root=bytes(32))
    assert found(signed(said, by=OTHER_LOG)) == ["CHECKPOINT_ORIGIN"]


def test_too_few_witnesses(store, found):
    assert found(signed(checkpoint(store), ONE), under=policy("most")) == ["WITNESS_QUORUM"]
    assert found(signed(checkpoint(store), ONE, TWO), under=policy("most", "all")) == [
        "WITNESS_QUORUM"
    ]


def test_a_forged_witness_line(store, found):
    forger = TWO._replace(private=OTHER_LOG.private)
    note = signed(checkpoint(store), ONE, forger)
    assert found(note, under=policy("most")) == ["CHECKPOINT_SIGNATURE", "WITNESS_QUORUM"]
    also = signed(checkpoint(store), ONE, THREE, forger)
    assert found(also, under=policy("most")) == ["CHECKPOINT_SIGNATURE"]


def test_a_witness_line_taken_from_another_checkpoint(store, found):
    said = checkpoint(store)
    other = signed(said._replace(root=bytes(32)), TWO)
    note = signed(said, ONE)
    lines = (*note.lines, other.lines[1])
    assert found(note._replace(lines=lines), under=policy("most")) == [
        "CHECKPOINT_SIGNATURE",
        "WITNESS_QUORUM",
    ]


def test_a_witness_who_signed_twice_counts_once(store, found):
    said = checkpoint(store)
    note = signed(said, ONE)
    again = ONE.cosign(note.text, datetime.now(UTC) - HOUR)
    assert found(note._replace(lines=(*note.lines, again)), under=policy("most")) == [
        "WITNESS_QUORUM"
    ]


def test_a_witness_who_saw_it_in_the_future(store, found):
    note = signed(checkpoint(store), ONE, TWO, seen=datetime.now(UTC) + 2 * HOUR)
    assert found(note, under=policy("most")) == ["WITNESS_QUORUM"]


def test_a_log_that_is_frozen(store, found):
    under = policy("none", "2", "fresh 2d")
    note = signed(checkpoint(store))
    now = datetime.now(UTC)
    assert found(note, under=under, now=now + timedelta(days=1)) == []
    assert found(note, under=under, now=now + timedelta(days=3)) == ["CHECKPOINT_STALE"]
    assert found(under=under) == ["CHECKPOINT_STALE"]


def test_only_the_newest_checkpoint_has_to_be_new(store, found):
    under = policy("none", "2", "fresh 2d")
    now = datetime.now(UTC) + timedelta(days=30)
    old, new = checkpoint(store, 20), checkpoint(store, at=now)
    keep_inside(store, signed(new))
    assert found(signed(old), under=under, now=now) == []


def test_a_split_view(store, found):
    said = checkpoint(store)
    other = said._replace(root=bytes(32))
    assert found(signed(said), signed(other)) == ["EQUIVOCATION"]
    keep_inside(store, signed(said))
    assert found(signed(other)) == ["EQUIVOCATION"]


def test_a_split_view_of_where_the_streams_stood(store, found):
    said = checkpoint(store)
    other = said._replace(heads=Heads(1, bytes(32)))
    assert found(signed(said), signed(other)) == ["EQUIVOCATION"]


def test_history_signed_again_with_the_key_of_the_log(store, found):
    first = signed(checkpoint(store))
    sql(store, "UPDATE stored_events SET state = forged(state) WHERE notification_id = 10")
    rebuild_log(store)
    again = signed(checkpoint(store))
    assert found(again) == []
    assert found(first, again) == ["EQUIVOCATION"]


def test_history_signed_again_at_another_size(store, found):
    first = signed(checkpoint(store))
    sql(store, "UPDATE stored_events SET state = forged(state) WHERE notification_id = 10")
    rebuild_log(store)
    grow(store)
    assert found(first, signed(checkpoint(store))) == ["CHECKPOINT_ROOT"]


def test_history_signed_again_that_no_witness_saw(store, found):
    """Who asks for witnesses is told where there is no word of any, whatever the log signed."""
    sql(store, "UPDATE stored_events SET state = forged(state) WHERE notification_id = 10")
    rebuild_log(store)
    assert found(under=policy("most")) == ["WITNESS_QUORUM"]
    keep_inside(store, signed(checkpoint(store)))
    assert found(under=policy("most")) == ["WITNESS_QUORUM"]
    assert found() == []


def test_a_note_nobody_saw_does_not_make_up_for_the_age_of_one_that_was_seen(store, found):
    under, now = policy("most", "2", "fresh 2d"), datetime.now(UTC) + timedelta(days=3)
    note = signed(checkpoint(store), ONE, TWO)
    grow(store)
    keep_inside(store, signed(checkpoint(store, at=now)))
    assert found(note, under=under) == []
    assert found(note, under=under, now=now) == ["CHECKPOINT_STALE"]


def test_an_old_copy_put_back_that_grew_anew(store, found):
    small, large = signed(checkpoint(store, 20)), signed(checkpoint(store))
    cut(store, 30)
    grow(store)
    assert found(small, large) == ["ROLLBACK"]
    assert found(large) == ["CHECKPOINT_ROOT"]


def test_an_old_copy_put_back(store, found):
    small, large = signed(checkpoint(store, 20)), signed(checkpoint(store))
    cut(store, 30)
    assert found(small, large) == ["TRUNCATED"]


def test_streams_that_do_not_stand_where_the_checkpoint_says(store, found):
    said = checkpoint(store)
    streams, root = said.heads or Heads(0, b"")
    grow(store)
    false = said._replace(heads=Heads(streams, bytes(32)))
    assert found(signed(said)) == []
    assert found(signed(false)) == ["HEADS_PROOF"]
    assert found(signed(said._replace(heads=Heads(streams + 9, root)))) == ["HEADS_PROOF"]


def test_a_checkpoint_that_left_out_the_last_act_of_a_dossier(store, found):
    """The log has grown since, and a true checkpoint was signed; the false one is found still."""
    true = checkpoint(store)
    false = signed(true._replace(heads=heads_of(store, 39)), ONE, TWO)
    small = signed(checkpoint(store, 17))
    grow(store)
    new = signed(checkpoint(store), ONE, TWO)
    assert found(false, new) == ["HEADS_PROOF"]
    assert found(signed(true), small, new) == []
    assert found(false, small, new, under=policy("most")) == [
        "WITNESS_QUORUM",
        "HEADS_PROOF",
    ]
    assert codes(verified(store, checkpoints=[given(false)]).findings) == ["HEADS_PROOF"]


def test_where_streams_stood_is_asked_of_every_checkpoint_given(store, found):
    true = [checkpoint(store, size) for size in range(41)]
    assert found(*map(signed, true)) == []
    false = [one._replace(heads=Heads(99, bytes(32))) for one in true[1:]]
    assert found(*map(signed, false)) == ["HEADS_PROOF"] * 40


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("note = replace(note, '— trajet', '— treeet')", "CHECKPOINT_SIGNATURE"),
        ("note = replace(note, 'holsbeek', 'vottem')", "CHECKPOINT_ORIGIN"),
        ("at = '2026-03-02T12:00:00Z'", "CHECKPOINT_ROOT"),
        ("size = 39", "CHECKPOINT_ROOT"),
        ("note = note || note", "CHECKPOINT_ROOT"),
    ],
)
def test_a_checkpoint_kept_inside_that_was_changed(store, found, change, expected):
    keep_inside(store, signed(checkpoint(store)))
    assert found() == []
    sql(store, f"UPDATE tlog_checkpoint SET {change}")
    assert found() == [expected]


# --- time -----------------------------------------------------------------------------------------


def test_lines_put_in_after_a_witness_saw_the_log(store, found):
    """The log is said to have been signed now; who saw it days ago knows better."""
    note = signed(checkpoint(store), ONE, TWO, seen=datetime.now(UTC) - timedelta(days=3))
    assert found(note, under=policy("most")) == ["TIME_POSTDATED"]


def test_a_checkpoint_of_the_future_that_does_not_cover_what_was_recorded_since(store, found):
    note = signed(checkpoint(store, at=datetime.now(UTC) + HOUR))
    grow(store)
    assert found(note) == ["TIME_BACKDATED"]
