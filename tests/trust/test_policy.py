"""Whether a checkpoint may be relied on is for the policy of the auditor alone to say."""

from datetime import UTC, datetime, timedelta

import pytest
from trust.keys import log, witness

from domain.checkpoint import Checkpoint
from domain.errors import BadInput
from projections.audit.policy import judge, read_policy

LOG = log()
W1, W2, W3 = (witness(f"witness.example/w{number}") for number in (1, 2, 3))
NOW = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
AT = NOW - timedelta(hours=1)
CHECKPOINT = Checkpoint(LOG.key.name, 7, bytes(32), AT)
TEXT = str(CHECKPOINT)

POLICY = f"""
# Two of three witnesses, and no older than a day and a half.
log {LOG.key}
witness court {W1.key} https://court.example/
\twitness  ombudsman\t{W2.key}
witness university {W3.key}
group those-outside 2 court ombudsman university
quorum those-outside
fresh 36h
"""


def cosigned(*witnesses, seconds=None):
    note = LOG.note(TEXT)
    for one in witnesses:
        note = note.signed_also(one.cosign(TEXT, int(AT.timestamp()) + 60))
    return note


def judged(note, policy=POLICY, checkpoint=CHECKPOINT, now=NOW):
    return judge(read_policy(policy), note, checkpoint, now)


def test_a_checkpoint_that_all_of_it_holds_of_may_be_relied_on():
    found = judged(cosigned(W1, W2, W3))
    assert found.holds
    assert found.witnesses.keys() == {"court", "ombudsman", "university"}
    assert found.witnessed == AT + timedelta(minutes=1)


def test_one_witness_of_three_may_be_down():
    assert judged(cosigned(W1, W3)).holds


def test_one_witness_of_three_is_not_enough():
    found = judged(cosigned(W2))
    assert (found.holds, found.agreed, found.signed) == (False, False, True)


def test_a_witness_counts_once_however_often_it_signs():
    note = cosigned(W1)._replace(
        lines=(LOG.sign(TEXT), *(W1.cosign(TEXT, int(AT.timestamp()) + n) for n in range(5)))
    )
    assert judged(note).witnesses.keys() == {"court"}
    assert not judged(note).agreed


def test_a_forged_line_of_a_witness_counts_for_nothing_and_is_told():
    forged = W2.cosign("another text\n", int(AT.timestamp()))
    found = judged(cosigned(W1).signed_also(forged))
    assert (found.agreed, found.false) == (False, (W2.key.name,))


def test_a_line_of_somebody_the_policy_does_not_know_is_passed_over():
    found = judged(cosigned(W1, W2, witness("stranger.example")))
    assert found.holds
    assert found.false == ()


def test_a_witness_whose_clock_has_not_come_to_now_counts_for_nothing():
    ahead = W2.cosign(TEXT, int(NOW.timestamp()) + 660)
    assert not judged(cosigned(W1).signed_also(ahead)).agreed
    near = W2.cosign(TEXT, int(NOW.timestamp()) + 540)
    assert judged(cosigned(W1).signed_also(near)).agreed


def test_the_log_itself_must_sign():
    note = cosigned(W1, W2)._replace(lines=(W1.cosign(TEXT, 1), W2.cosign(TEXT, 1)))
    found = judged(note)
    assert (found.known, found.signed, found.holds) == (True, False, False)


def test_another_key_under_the_name_of_the_log_does_not_do():
    other = log(seed="another")
    assert not judged(other.note(TEXT)).signed


def test_a_log_the_policy_does_not_name_is_not_known():
    elsewhere = log("trajet.example/elsewhere", "log")
    checkpoint = CHECKPOINT._replace(origin=elsewhere.key.name)
    found = judged(elsewhere.note(str(checkpoint)), checkpoint=checkpoint)
    assert (found.known, found.signed, found.holds) == (False, False, False)


@pytest.mark.parametrize(
    ("age", "fresh"),
    [
        (timedelta(hours=36), True),
        (timedelta(hours=36, seconds=1), False),
        (timedelta(minutes=-10), True),
        (timedelta(minutes=-11), False),
    ],
)
def test_a_checkpoint_is_as_old_as_the_policy_allows(age, fresh):
    assert judged(cosigned(W1, W2), now=AT + age).fresh is fresh


def test_a_checkpoint_that_does_not_say_when_is_not_fresh():
    checkpoint = CHECKPOINT._replace(at=None)
    note = LOG.note(str(checkpoint))
    assert judged(note, checkpoint=checkpoint).fresh is False
    asks_nothing = f"log {LOG.key}\nquorum none\n"
    found = judged(note, asks_nothing, checkpoint)
    assert (found.fresh, found.holds) == (None, True)


def test_groups_of_groups():
    policy = f"""
    log {LOG.key}
    witness a {W1.key}
    witness b {W2.key}
    witness c {W3.key}
    group inside any a b
    group both all inside c
    quorum both
    """
    assert judged(cosigned(W2, W3), policy).agreed
    assert not judged(cosigned(W1, W2), policy).agreed
    assert not judged(cosigned(W3), policy).agreed


def test_one_witness_may_be_the_whole_quorum():
    policy = f"log {LOG.key}\nwitness a {W1.key}\nquorum a\n"
    assert judged(cosigned(W1), policy).agreed
    assert not judged(cosigned(W2), policy).agreed


@pytest.mark.parametrize(
    ("policy", "line", "why"),
    [
        ("", 1, "no log"),
        ("quorum none", 1, "no log"),
        (f"log {LOG.key}", 1, "no quorum"),
        (f"log {LOG.key}\nquorum none\nquorum none", 3, "twice"),
        (f"log {LOG.key}\nquorum somebody", 2, "no line above"),
        (f"log {LOG.key}\nquorum", 2, "one name"),
        ("log", 1, "public key"),
        ("log rubbish", 1, "public key"),
        (f"log {W1.key}", 1, "other way round"),
        (f"log {LOG.key}\nlog {LOG.key}", 2, "twice"),
        (f"witness a {LOG.key}", 1, "other way round"),
        (f"witness {W1.key}", 1, "a name"),
        (f"witness none {W1.key}", 1, "taken"),
        (f"witness a {W1.key}\nwitness a {W2.key}", 2, "taken"),
        (f"witness a {W1.key}\nwitness b {W1.key}", 2, "twice"),
        (
            f"witness a {W1.key}\nwitness b {witness('other.example', W1.key.name).key}",
            2,
            "twice",
        ),
        (f"witness a {W1.key}\ngroup a any a", 2, "taken"),
        (f"witness a {W1.key}\ngroup g any a a", 2, "twice"),
        (f"witness a {W1.key}\ngroup g any a\ngroup h any a", 3, "twice"),
        (f"witness a {W1.key}\ngroup g any a b", 2, "no line above"),
        (f"witness a {W1.key}\ngroup g any none", 2, "no line above"),
        (f"witness a {W1.key}\ngroup g 2 a", 2, "how many"),
        (f"witness a {W1.key}\ngroup g 0 a", 2, "how many"),
        (f"witness a {W1.key}\ngroup g -1 a", 2, "how many"),
        (f"witness a {W1.key}\ngroup g some a", 2, "how many"),
        (f"witness a {W1.key}\ngroup g any", 2, "members"),
        ("fresh", 1, "age"),
        ("fresh 0h", 1, "age"),
        ("fresh 36", 1, "age"),
        ("fresh 36h\nfresh 36h", 2, "twice"),
        ("trust everybody", 1, "none of"),
        ("log\x00", 1, "control"),
        (f"log {LOG.key}\r", 1, "control"),
    ],
)
def test_what_is_no_policy_is_refused_by_its_line(policy, line, why):
    with pytest.raises(BadInput, match=f"line {line} of the policy cannot be read: .*{why}"):
        read_policy(policy)
