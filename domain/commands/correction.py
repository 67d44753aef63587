"""What holds instead of something on record."""

from typing import Annotated, Any

from domain.commands.base import Command
from domain.values import Asylum, Between, Identity, Medical, Protected, Shaped


class CorrectRecord(Command):
    """Say what holds instead of one field of an earlier record."""

    corrects: Annotated[int, Between(1)]
    field: Annotated[str, Shaped(r"[a-z_]{1,40}")]
    becomes: Any = None
    becomes_identity: Identity | None = None
    becomes_medical: Medical | None = None
    becomes_asylum: Asylum | None = None
    becomes_protected: Protected | None = None
    reason: Identity
