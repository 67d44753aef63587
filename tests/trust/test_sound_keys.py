"""A key that fits messages nobody signed is nobody's key, for a person, a log and a witness."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given as for_all
from hypothesis import strategies as st

from cli import trajet_verify as alone
from domain.ed25519 import holds, is_sound
from domain.errors import BadInput
from domain.note import LOG_KEY, Key, Line
from domain.signature import KIND, Signature, string
from workflows.keys import read_public_key

HEIGHTS = (
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    # the first two once more, written as what they are beyond the prime
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
)
NEUTRAL = bytes.fromhex(HEIGHTS[1])
FORGED = NEUTRAL + bytes(32)
"""What the neutral point takes for its signature of anything."""


def turned(raw: bytes) -> bytes:
    return raw[:31] + bytes([raw[31] | 0x80])


UNSOUND = [
    one for height in HEIGHTS for one in (bytes.fromhex(height), turned(bytes.fromhex(height)))
]


@pytest.mark.parametrize("public", UNSOUND, ids=lambda key: f"{key[:2].hex()}-{key[31]:02x}")
def test_a_key_of_small_order_is_nobodys(public):
    assert not is_sound(public)
    assert not holds(public, FORGED, b"anything")
    assert alone._point(public) is None or alone._rows_against(public) is None


def test_the_library_would_take_a_signature_nobody_made():
    Ed25519PublicKey.from_public_bytes(NEUTRAL).verify(FORGED, b"anything")


@for_all(st.binary(min_size=32, max_size=32))
def test_which_keys_are_sound_is_judged_as_a_stranger_does(public):
    point = alone._point(public)
    assert point is None or is_sound(public) == (alone._rows_against(public) is not None)


def test_it_signs_no_act_no_checkpoint_and_is_not_taken_for_a_person(tmp_path):
    blob = string(KIND.encode()) + string(NEUTRAL)
    assert not Signature(blob, b"trajet.command", b"sha512", FORGED).fits(b"an act")
    key = Key("log.example", LOG_KEY, NEUTRAL)
    assert not key.fits("a checkpoint\n", Line(key.name, key.key_id, FORGED))
    file = tmp_path / "key.pub"
    file.write_text(f"{KIND} {base64.b64encode(blob).decode()} nobody\n", encoding="ascii")
    with pytest.raises(BadInput, match="holds no"):
        read_public_key(file)
