"""What somebody may sign with; apart from the signing, which few acts need."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from workflows.sshsig import Signer


class Pen(NamedTuple):
    """
    The keys at hand, asked for once there is something to sign; ``named`` where one was chosen.

    With none chosen, only what the store asks to be signed is.
    """

    keys: "Callable[[], Sequence[Signer]]"
    named: bool = False
