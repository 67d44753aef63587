"""Exceptions: rules overridden, dossiers taken over, blocks found too late answered for."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Between, Identity, Shaped


class AskOverride(Command):
    """Ask to do one act against a rule that may give way in an emergency."""

    rule: Annotated[str, Shaped(r"[A-Z]{3}-[0-9]{2}[a-z]?")]
    step: Annotated[str, Shaped(r"[A-Za-z]{3,40}")]
    reason: Identity


class AllowOverride(Command):
    """Let one act pass against the rule, as another person of the hierarchy."""

    number: Annotated[int, Between(1)]
    reason: Identity


class RefuseOverride(Command):
    """Hold to the rule."""

    number: Annotated[int, Between(1)]
    reason: Identity | None = None


class MigrateTrajectory(Command):
    """Take the dossier over to a newer version of the procedure."""

    version: Annotated[int, Between(1)]
    reason: Identity | None = None


class AnswerAlert(Command):
    """Answer for an act that fell inside a block nobody knew of."""

    act: Annotated[int, Between(1)]
    answer: Identity
