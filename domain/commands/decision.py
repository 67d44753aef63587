"""The authority's decisions, from draft to notification."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import (
    Acknowledgement,
    AnnulledBy,
    Between,
    FormCode,
    Identity,
    Language,
    Means,
    Reference,
)


class DraftDecision(Command):
    """Prepare a decision and put it forward."""

    form: FormCode
    reference: Reference | None = None
    motives: Identity | None = None


class EditDraft(Command):
    """Change the draft of the running round."""

    form: FormCode | None = None
    reference: Reference | None = None
    motives: Identity | None = None


class TakeDecision(Command):
    """Decide the running round."""

    reference: Reference | None = None


class NotifyDecision(Command):
    """Record that the decision reached the resident."""

    means: Means
    language: Language
    acknowledgement: Acknowledgement | None = None
    remedies_stated: bool | None = None
    reference: Reference | None = None
    appeal_term_days: Annotated[int, Between(1, 60)] | None = None


class AnnulDecision(Command):
    """Take away the running round's draft or decision."""

    annulled_by: AnnulledBy = AnnulledBy.AUTHORITY
    reason: Identity | None = None
