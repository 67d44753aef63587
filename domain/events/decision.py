"""The authority's decisions, from draft to notification."""

from domain.events.base import DossierEvent
from domain.values import Acknowledgement, AnnulledBy, Identity, Means


class DecisionDrafted(DossierEvent):
    """A decision was prepared and put forward; it opens a round unless one is being drafted."""

    TOPIC = "decision-drafted.v1"
    form: str | None = None
    reference: str | None = None
    motives: Identity | None = None


class DecisionDraftEdited(DossierEvent):
    """The draft of the running round was changed; its editor may no longer decide it."""

    TOPIC = "decision-draft-edited.v1"
    form: str | None = None
    reference: str | None = None
    motives: Identity | None = None


class DecisionTaken(DossierEvent):
    """The authority decided the round."""

    TOPIC = "decision-taken.v1"
    form: str | None = None
    reference: str | None = None


class DecisionNotified(DossierEvent):
    """The decision reached the resident: the means and the remedies text start the term, or not."""

    TOPIC = "decision-notified.v1"
    reference: str | None = None
    means: Means | None = None
    acknowledgement: Acknowledgement | None = None
    language: str | None = None
    remedies_stated: bool | None = None
    appeal_term_days: int | None = None


class DecisionAnnulled(DossierEvent):
    """The round's decision or draft was taken away; a new draft opens a new round."""

    TOPIC = "decision-annulled.v1"
    annulled_by: AnnulledBy
    reason: Identity | None = None
