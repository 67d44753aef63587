"""The authority's decisions, from draft to notification, and what follows from one."""

from domain.events.base import DossierEvent
from domain.values import Acknowledgement, AnnulledBy, Identity, Means


class DecisionDrafted(DossierEvent):
    """
    A decision was prepared and put forward; it opens a round unless one is being drafted.

    ``kind`` is what is decided, ``articles`` are the provisions relied on (``7-1-1``: article
    7, first paragraph, 1°). ``second_measure`` says that an earlier removal measure was
    notified, which shortens the urgent appeal term; ``fast_grounds`` what else shortens one.
    """

    TOPIC = "decision-drafted.v2"
    form: str | None = None
    reference: str | None = None
    motives: Identity | None = None
    kind: str | None = None
    articles: tuple[str, ...] | None = None
    second_measure: bool | None = None
    fast_grounds: tuple[str, ...] | None = None
    ban_ground: str | None = None
    ban_years: int | None = None


class DecisionDraftEdited(DossierEvent):
    """The draft of the running round was changed; its editor may no longer decide it."""

    TOPIC = "decision-draft-edited.v2"
    form: str | None = None
    reference: str | None = None
    motives: Identity | None = None
    kind: str | None = None
    articles: tuple[str, ...] | None = None
    second_measure: bool | None = None
    fast_grounds: tuple[str, ...] | None = None
    ban_ground: str | None = None
    ban_years: int | None = None


class DecisionTaken(DossierEvent):
    """
    The authority decided the round, as it was drafted and edited.

    ``considered`` is what the decider weighed: the best interest of the child, family life,
    health (art. 74/13), less coercive measures (art. 74/28). ``draft`` is the leaf hash of the
    last word of the draft that was decided on.
    """

    TOPIC = "decision-taken.v2"
    form: str | None = None
    reference: str | None = None
    kind: str | None = None
    articles: tuple[str, ...] | None = None
    second_measure: bool | None = None
    fast_grounds: tuple[str, ...] | None = None
    considered: tuple[str, ...] | None = None
    ban_ground: str | None = None
    ban_years: int | None = None
    draft: str | None = None


class DecisionNotified(DossierEvent):
    """
    The decision reached the resident: the means and the remedies text start the term, or not.

    ``notifier`` is the category of art. 62 §3 of who handed it over or sent it;
    ``mention`` what was written on it when it was refused.
    """

    TOPIC = "decision-notified.v2"
    reference: str | None = None
    means: Means | None = None
    acknowledgement: Acknowledgement | None = None
    language: str | None = None
    remedies_stated: bool | None = None
    appeal_term_days: int | None = None
    notifier: str | None = None
    interpreter: str | None = None
    copy_handed_over: bool | None = None
    translation_stated: bool | None = None
    contact_stated: bool | None = None
    mention: Identity | None = None


class DecisionAnnulled(DossierEvent):
    """
    The round's decision or draft was taken away; a new draft opens a new round.

    ``decision`` is the number of the decision, or of its round; where it is not said, the
    latest is meant.
    """

    TOPIC = "decision-annulled.v1"
    annulled_by: AnnulledBy
    reason: Identity | None = None
    decision: str | None = None


class ReturnAlertEntered(DossierEvent):
    """The duty to return was entered in the Schengen Information System."""

    TOPIC = "return-alert-entered.v1"
    alert: str


class NotificationDefectFound(DossierEvent):
    """
    Something was found wrong with a notification: its terms have not started, but for two codes.

    ``decision`` is the number of the decision, where it is not the last one notified.
    """

    TOPIC = "notification-defect-found.v1"
    defects: tuple[str, ...]
    decision: str | None = None


class NotificationRegularised(DossierEvent):
    """A defective notification was done again in due form: the terms start now."""

    TOPIC = "notification-regularised.v1"
    means: Means
    language: str
    notifier: str
    remedies_stated: bool
    acknowledgement: Acknowledgement | None = None
    interpreter: str | None = None
    copy_handed_over: bool | None = None
    translation_stated: bool | None = None
    contact_stated: bool | None = None
    mention: Identity | None = None
    decision: str | None = None


class NotificationRebutted(DossierEvent):
    """The addressee of a letter proved on which day it arrived: later than is presumed."""

    TOPIC = "notification-rebutted.v1"
    received_on: str
    proof: Identity
    decision: str | None = None


class DepartureTermSet(DossierEvent):
    """A decision left the resident so many days from its notification to depart voluntarily."""

    TOPIC = "departure-term-set.v1"
    days: int
    short_stay: bool | None = None
    ground: str | None = None
    motives: Identity | None = None


class DepartureTermExtensionRequested(DossierEvent):
    """The resident asked for more time, with reasons and proof."""

    TOPIC = "departure-term-extension-requested.v1"
    ground: str
    proof: Identity


class DepartureTermExtended(DossierEvent):
    """The voluntary departure period was extended, of which the resident was told in writing."""

    TOPIC = "departure-term-extended.v1"
    until: str
    informed_in_writing: bool
    motives: Identity | None = None


class DepartureRiskReported(DossierEvent):
    """A risk was seen during the voluntary departure period, and put to who decides."""

    TOPIC = "departure-risk-reported.v1"
    risk: str
    explanation: Identity


class DepartureTermShortened(DossierEvent):
    """The voluntary departure period was cut short for a risk: at once, or to an earlier day."""

    TOPIC = "departure-term-shortened.v1"
    risk: str
    motives: Identity
    until: str | None = None


class EntryBanLiftRequested(DossierEvent):
    """The resident asked to have an entry ban lifted or suspended; silence refuses."""

    TOPIC = "entry-ban-lift-requested.v1"
    ground: str
    reference: str | None = None


class RegularisationProposed(DossierEvent):
    """Somebody who knows the dossier proposed to give the resident a right of residence."""

    TOPIC = "regularisation-proposed.v1"
    ground: str
    motives: Identity


class RegularisationGranted(DossierEvent):
    """The proposed right of residence was given; non-return is established from it."""

    TOPIC = "regularisation-granted.v1"
    reference: str | None = None
    motives: Identity | None = None


class RegularisationRefused(DossierEvent):
    """The proposed right of residence was not given."""

    TOPIC = "regularisation-refused.v1"
    reference: str | None = None
    motives: Identity
