"""Appeals, from hand-in to outcome."""

from domain.events.base import DossierEvent
from domain.values import AppealKind


class AppealHandedIn(DossierEvent):
    """An appeal was handed to the director of the place: what it suspends is suspended from now."""

    TOPIC = "appeal-handed-in.v1"
    kind: AppealKind
    reference: str | None = None


class AppealTransmitted(DossierEvent):
    """The centre passed a handed-in appeal on to the Council."""

    TOPIC = "appeal-transmitted.v1"
    reference: str | None = None


class AppealLodged(DossierEvent):
    """The Council registered an appeal."""

    TOPIC = "appeal-lodged.v1"
    kind: AppealKind
    reference: str | None = None


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
