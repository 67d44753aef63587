"""
Whether an Ed25519 key signed a message, judged as strictly as a stranger's verifier may.

A key of small order fits messages nobody signed, and one may be written in two ways; the
library accepts both. Neither is taken here for anybody's.
"""

KEY_BYTES = 32
_P = 2**255 - 19
_SMALL = frozenset(
    (
        *(0, 1, _P - 1),
        0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
        0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7,
    )
)
"""The heights of the eight points of small order."""


def is_sound(public: bytes) -> bool:
    """Tell whether a public key, 32 bytes, is written as it should be and fits nothing unsigned."""
    height = int.from_bytes(public, "little") & ~(1 << 255)
    return len(public) == KEY_BYTES and height < _P and height not in _SMALL


def holds(public: bytes, signature: bytes, message: bytes) -> bool:
    """Tell whether a public key, 32 bytes, made a signature over a message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not is_sound(public):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
