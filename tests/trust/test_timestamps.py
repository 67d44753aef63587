"""A time stamp is kept for what it was put on, and for nothing else."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from domain.errors import BadInput
from domain.note import read_note
from workflows.timestamps import keep, question, stamped

GOLDEN = Path(__file__).parents[1] / "golden" / "timestamps"
NOTE = read_note((GOLDEN / "checkpoint.note").read_text(encoding="utf-8"))
REPLY = (GOLDEN / "stamped.tsr").read_bytes()
AT = datetime(2026, 11, 22, 15, 51, 22, tzinfo=UTC)


def test_the_question_is_the_one_openssl_asks():
    """Made with ``openssl ts -query -data TEXT -sha256 -no_nonce -cert``."""
    assert question(NOTE) == (GOLDEN / "question.tsq").read_bytes()


def test_the_reply_of_an_authority_says_when():
    """Made with ``openssl ts -reply``; ca.pem is the root of that authority."""
    assert stamped(NOTE, REPLY) == AT


def test_a_reply_is_kept_as_it_came(tmp_path):
    assert keep(NOTE, REPLY, tmp_path / "last.tsr") == AT
    assert (tmp_path / "last.tsr").read_bytes() == REPLY


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("refused.tsr", "did not stamp it: status 2"),
        ("other.tsr", "something else"),
        ("sha512.tsr", "something else"),
        ("question.tsq", "no reply"),
        ("ca.pem", "no reply"),
        ("checkpoint.note", "no reply"),
    ],
)
def test_anything_else_is_refused_and_not_kept(tmp_path, file, why):
    with pytest.raises(BadInput, match=why):
        keep(NOTE, (GOLDEN / file).read_bytes(), tmp_path / "last.tsr")
    assert list(tmp_path.iterdir()) == []


def test_a_stamp_on_another_text_is_refused():
    other = NOTE._replace(text=NOTE.text.replace("\n7\n", "\n8\n"))
    with pytest.raises(BadInput, match="something else"):
        stamped(other, REPLY)


@pytest.mark.parametrize(
    "reply", [b"", b"0", b"0\x80", b"0\x84\xff\xff\xff\xff", b"0\x00", bytes(9)]
)
def test_what_is_hardly_a_reply_is_refused(reply):
    with pytest.raises(BadInput, match="no reply"):
        stamped(NOTE, reply)


def test_a_reply_with_something_after_it_is_refused():
    with pytest.raises(BadInput, match="no reply"):
        stamped(NOTE, REPLY + b"\x00")
    with pytest.raises(BadInput, match="no reply"):
        stamped(NOTE, REPLY + bytes(2_000_000))


@for_all(st.integers(0, len(REPLY) - 1))
def test_a_reply_cut_short_is_refused(length):
    with pytest.raises(BadInput, match="no reply"):
        stamped(NOTE, REPLY[:length])


@for_all(st.integers(0, 230), st.integers(1, 255))
def test_a_reply_with_a_byte_changed_is_refused_or_says_some_time(at, change):
    """Whether the authority signed it is asked of openssl, with the authority's certificate."""
    changed = bytearray(REPLY)
    changed[at] ^= change
    with suppress(BadInput):
        assert stamped(NOTE, bytes(changed)).tzinfo is UTC
