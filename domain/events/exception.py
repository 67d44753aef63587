"""Exceptions: rules overridden, dossiers taken over, acts refused, blocks found too late."""

from domain.events.base import DossierEvent, RefusalEvent
from domain.values import Identity


class OverrideAsked(DossierEvent):
    """Somebody asked to do one act against a rule that may give way in an emergency."""

    TOPIC = "override-asked.v1"
    rule: str
    step: str
    reason: Identity | None = None


class OverrideAllowed(DossierEvent):
    """Another person, of the hierarchy, let that one act pass against the rule."""

    TOPIC = "override-allowed.v1"
    number: int
    reason: Identity | None = None


class OverrideRefused(DossierEvent):
    """Another person, of the hierarchy, held to the rule."""

    TOPIC = "override-refused.v1"
    number: int
    reason: Identity | None = None


class ProcedureMigrated(DossierEvent):
    """The dossier was taken over to a newer version of the procedure; it is judged by that one."""

    TOPIC = "procedure-migrated.v1"
    version: int
    reason: Identity | None = None


class BlockFoundLate(DossierEvent):
    """
    What was told late shows that an act fell inside a block nobody knew of.

    ``act`` is the version of that act; ``rules`` are those it would not have passed.
    Raised by itself, with the act that told it.
    """

    TOPIC = "block-found-late.v1"
    act: int
    rules: tuple[str, ...]


class NobodyMayDecide(DossierEvent):
    """What was prepared leaves nobody who may decide it: ``act`` is the deciding command."""

    TOPIC = "nobody-may-decide.v1"
    act: str


class AlertAnswered(DossierEvent):
    """The hierarchy answered for an act that fell inside a block nobody knew of."""

    TOPIC = "alert-answered.v1"
    act: int
    answer: Identity


class ActRefused(RefusalEvent):
    """
    Somebody put an act to a dossier and was refused; nothing of it was recorded there.

    ``act`` is what was asked, ``rules`` are all that stood in the way.
    """

    TOPIC = "act-refused.v1"
    act: str
    rules: tuple[str, ...]
