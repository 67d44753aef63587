"""Signing acts with a key that speaks for who does them."""

from collections.abc import Sequence

from pydantic_core import from_json

from domain.errors import BadInput, NotAllowed, StoreTrouble
from domain.house import House
from domain.record import Recorded
from domain.signature import message, read
from domain.staff import Member
from workflows.lines import state_of
from workflows.pen import Pen
from workflows.sshsig import Signer


def message_of(origin: str, line: Recorded) -> bytes:
    """Write out what is signed of a line that is about to be stored."""
    said = from_json(state_of(line._replace(signature=None)))
    return message(origin, line.stream, line.version, line.event.TOPIC, said)


def signed(
    lines: Sequence[Recorded], who: Member, there: House | None, pen: Pen | None
) -> list[Recorded]:
    """
    Sign lines with a key that speaks for who acts.

    Raises :class:`NotAllowed` (AUT-09) where no key at hand is the account's, and
    :class:`BadInput` for a log without a name, to which no signature can be bound.
    """
    if there is None or there.origin is None:
        raise BadInput(
            "this log has no name that a signature could be bound to; a registrar gives it one "
            "with: trajet staff signatures --origin NAME"
        )
    signer = _own(pen.keys() if pen else (), who)
    if signer is None:
        raise NotAllowed(
            "AUT-09: {account} must sign this, and no key at hand is {account}'s; keys on "
            "record: {keys}",
            account=who.account,
            keys=", ".join(key.fingerprint for key in who.keys if key.speaks) or "-",
        )
    return [_signed(line, there.origin, signer) for line in lines]


def _signed(line: Recorded, origin: str, signer: Signer) -> Recorded:
    """Sign a line, and look at what came back before it is kept for ever."""
    text = message_of(origin, line)
    signature = signer.sign(text)
    found = read(signature)
    if found is None or not found.fits(text):
        raise StoreTrouble("the key did not sign what it was given; nothing was recorded")
    return line._replace(signature=signature)


def _own(keys: Sequence[Signer], who: Member) -> Signer | None:
    speaking = {key.fingerprint for key in who.keys if key.speaks}
    return next((one for one in keys if one.fingerprint in speaking), None)
