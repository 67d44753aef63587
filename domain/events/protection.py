"""
Asylum, non-refoulement, and what else protects the resident from removal.

What is told of asylum is confidential: every free text here is sealed under the key for
asylum, that of a protected status under the narrowest key there is.
"""

from domain.events.base import DossierEvent
from domain.values import Acknowledgement, Asylum, InConfidence, Means, Protected


class AsylumWishExpressed(DossierEvent):
    """The resident said to want international protection: there is a right to remain from now."""

    TOPIC = "asylum-wish-expressed.v1"
    remark: Asylum | None = None
    note: Asylum | None = None


class AsylumLodged(DossierEvent):
    """
    The asylum application was lodged and its declarations were noted.

    ``earlier`` is how many applications came before: with one or more this is a subsequent one.
    ``earlier_final_on`` is the day on which the last of them was finally refused; ``held`` says
    whether this one was made in a place of detention.
    """

    TOPIC = "asylum-lodged.v1"
    remark: Asylum | None = None
    earlier: int = 0
    earlier_final_on: str | None = None
    accelerated: bool = False
    border: bool = False
    held: bool | None = None
    language: str | None = None
    acknowledgement: Acknowledgement | None = None
    reference: str | None = None
    declarations: Asylum | None = None


class AsylumDeclarationsSent(DossierEvent):
    """The declarations were sent to the asylum commissioner (CGRA/CGVS)."""

    TOPIC = "asylum-declarations-sent.v1"
    remark: Asylum | None = None
    reference: str | None = None


class AsylumDecided(DossierEvent):
    """
    The asylum commissioner decided, or what was known of the decision became final.

    The appeal term runs from ``notified_on`` by ``means``, if the remedies were stated;
    ``held`` says whether the resident was in a place of detention when it was notified.
    """

    TOPIC = "asylum-decided.v1"
    remark: Asylum | None = None
    outcome: str
    final: bool = False
    accelerated: bool = False
    held: bool | None = None
    notified_on: str | None = None
    means: Means | None = None
    remedies_stated: bool | None = None
    appeal_term_days: int | None = None
    reference: str | None = None


class RightToRemainEnded(DossierEvent):
    """
    An officer decided, with reasons, that a subsequent application gives no right to remain.

    ``ground`` is the case of article 39/70 paragraph 2 it rests on.
    """

    TOPIC = "right-to-remain-ended.v1"
    remark: Asylum | None = None
    ground: str
    reasons: Asylum


class RefoulementRiskFound(DossierEvent):
    """Removal would expose the resident to a risk: it is put off until the risk is lifted."""

    TOPIC = "refoulement-risk-found.v1"
    remark: Asylum | None = None
    note: Asylum | None = None


class RefoulementRiskLifted(DossierEvent):
    """It was decided, with reasons, that the risk of refoulement is gone."""

    TOPIC = "refoulement-risk-lifted.v1"
    remark: Asylum | None = None
    reasons: Asylum


class RefoulementAdviceGiven(DossierEvent):
    """The asylum commissioner advised whether removal would expose the resident to a risk."""

    TOPIC = "refoulement-advice-given.v1"
    remark: Asylum | None = None
    risk: bool
    reference: str | None = None
    note: Asylum | None = None


class AdviceOverrideProposed(DossierEvent):
    """Somebody proposed to set the commissioner's advice of a risk aside."""

    TOPIC = "advice-override-proposed.v1"
    remark: Asylum | None = None
    reasons: Asylum


class AdviceOverridden(DossierEvent):
    """The Minister or the delegate decided, in detail and with reasons, that the advice is past."""

    TOPIC = "advice-overridden.v1"
    remark: Asylum | None = None
    reasons: Asylum


class RemovalPostponed(DossierEvent):
    """
    The removal was put off up to and including a day, and the resident was told so.

    Each one stands beside those before it: none takes away from another.
    """

    TOPIC = "removal-postponed.v1"
    remark: Asylum | None = None
    until: str
    reason: str
    informed: str


class JudicialHoldPlaced(DossierEvent):
    """A judge or the prosecution keeps the resident in the country: that comes first."""

    TOPIC = "judicial-hold-placed.v1"
    authority: str
    reference: str | None = None


class JudicialHoldLifted(DossierEvent):
    """The judge or the prosecution no longer keeps the resident in the country."""

    TOPIC = "judicial-hold-lifted.v1"
    authority: str
    reference: str | None = None


class ProtectedStatusOpened(DossierEvent):
    """
    A status that protects from removal is examined, or was granted.

    Of a witness or an informant the open code says no more than that it is confidential.
    """

    TOPIC = "protected-status-opened.v1"
    remark: Protected | None = None
    status: InConfidence
    note: Protected | None = None


class ProtectedStatusEnded(DossierEvent):
    """The status that protected from removal ended, or was refused."""

    TOPIC = "protected-status-ended.v1"
    remark: Protected | None = None
    status: InConfidence
    note: Protected | None = None


class DublinTransferAccepted(DossierEvent):
    """
    Another State accepted to examine the asylum application: the term to transfer runs.

    ``until`` is its last day as the acceptance tells it, where the law of that day does not.
    """

    TOPIC = "dublin-transfer-accepted.v1"
    remark: Asylum | None = None
    reference: str | None = None
    until: str | None = None


class DublinTermExtended(DossierEvent):
    """The term to transfer was extended, to a day told to the other State."""

    TOPIC = "dublin-term-extended.v1"
    remark: Asylum | None = None
    until: str
    reason: str
    reference: str | None = None


class ReceptionPlaceAssigned(DossierEvent):
    """The resident was told to move to a Dublin place or an open return place."""

    TOPIC = "reception-place-assigned.v1"
    remark: Asylum | None = None
    place: str
    reference: str | None = None


class ReceptionExceptionAsked(DossierEvent):
    """The resident asked to stay where he or she is instead of moving to the place assigned."""

    TOPIC = "reception-exception-asked.v1"
    remark: Asylum | None = None
    ground: str
    reference: str | None = None


class ReceptionExceptionRuled(DossierEvent):
    """The request to stay in the present place of reception was answered."""

    TOPIC = "reception-exception-ruled.v1"
    remark: Asylum | None = None
    outcome: str
    reference: str | None = None
