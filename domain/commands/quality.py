"""Control of quality: dossiers drawn in a sample, findings and what is answered to them."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Between, Identity, Listed, Reference

Number = Annotated[int, Between(1)]
"""Which finding is meant; may be left out while there is only one."""


class DrawSample(Command):
    """Record that the dossier was drawn in a sample."""

    sample: Reference


class AddFinding(Command):
    """Record what a control found."""

    kind: Annotated[str, Listed("quality.kind")]
    severity: Annotated[str, Listed("quality.severity")]
    sample: Reference | None = None
    finding: Identity


class AnswerFinding(Command):
    """Answer a finding, as another person than who found it."""

    number: Number | None = None
    answer: Identity


class AcceptFinding(Command):
    """Take the answer to a finding as sufficient."""

    number: Number | None = None


class ReopenFinding(Command):
    """Ask for another answer to a finding."""

    number: Number | None = None
    reason: Identity | None = None


class ExamineMotives(Command):
    """Say what the motives of a serious measure are worth, having had no part in the dossier."""

    act: Number
    outcome: Annotated[str, Listed("quality.motives")]
