"""Appeals, from hand-in to outcome, and the measures of courts beside them."""

from domain.events.base import DossierEvent
from domain.values import AppealKind


class AppealHandedIn(DossierEvent):
    """
    An appeal was handed to the director of the place: what it suspends is suspended from now.

    ``decision`` is the number of the decision it is against, where that was said.
    """

    TOPIC = "appeal-handed-in.v1"
    kind: AppealKind
    reference: str | None = None
    decision: str | None = None


class AppealTransmitted(DossierEvent):
    """The centre passed a handed-in appeal on to the Council."""

    TOPIC = "appeal-transmitted.v1"
    reference: str | None = None


class AppealLodged(DossierEvent):
    """
    The Council registered an appeal.

    ``decision`` is the number of the decision it is against, where that was said.
    """

    TOPIC = "appeal-lodged.v1"
    kind: AppealKind
    reference: str | None = None
    decision: str | None = None


class AppealRejected(DossierEvent):
    """The Council rejected the appeal."""

    TOPIC = "appeal-rejected.v1"
    reference: str | None = None


class AppealGranted(DossierEvent):
    """The Council suspended or annulled the decision appealed against."""

    TOPIC = "appeal-granted.v1"
    reference: str | None = None


class AppealWithdrawn(DossierEvent):
    """The resident withdrew the appeal."""

    TOPIC = "appeal-withdrawn.v1"
    reference: str | None = None


class AppealAdmitted(DossierEvent):
    """The judge admitted a request lodged after its term: it suspends from now on."""

    TOPIC = "appeal-admitted.v1"
    reference: str | None = None


class AdministrativeFileSent(DossierEvent):
    """The administrative file of an appeal was sent to the Council."""

    TOPIC = "administrative-file-sent.v1"
    reference: str | None = None


class AppealHearingFixed(DossierEvent):
    """The Council fixed the day on which it hears an appeal."""

    TOPIC = "appeal-hearing-fixed.v1"
    hearing_on: str
    reference: str | None = None


class RegistryRequestReceived(DossierEvent):
    """The registry of the Council asked the applicant for proof of legal aid, or for the fee."""

    TOPIC = "registry-request-received.v1"
    asks: str
    reference: str | None = None


class RequestToRemainMade(DossierEvent):
    """The judge was asked to let the applicant remain during an asylum appeal (art. 68 §4)."""

    TOPIC = "request-to-remain-made.v1"
    reference: str | None = None


class RequestToRemainRuled(DossierEvent):
    """The judge ruled on the request to remain."""

    TOPIC = "request-to-remain-ruled.v1"
    ruling: str
    reference: str | None = None


class InterimMeasureOrdered(DossierEvent):
    """A court or a committee asked that the resident not be removed for the time being."""

    TOPIC = "interim-measure-ordered.v1"
    body: str
    reference: str | None = None


class InterimMeasureLifted(DossierEvent):
    """The court or committee lifted its interim measure."""

    TOPIC = "interim-measure-lifted.v1"
    body: str
    reference: str | None = None
