"""What the resident was told, what was talked about, and who stands by the resident."""

from domain.events.base import DossierEvent
from domain.values import Acknowledgement, Asylum, Identity, InformationKind, Medical


class InformationGiven(DossierEvent):
    """
    Rights, duties and options were explained, in a language the resident understands.

    ``request`` is the number of the request to cooperate it was repeated for;
    ``no_interpreter`` why nobody interpreted.
    """

    TOPIC = "information-given.v2"
    language: str | None = None
    kinds: tuple[InformationKind, ...]
    interpreter: str | None = None
    acknowledgement: Acknowledgement | None = None
    request: str | None = None
    no_interpreter: str | None = None


class InterviewHeld(DossierEvent):
    """The coach and the resident talked; the note may hold fears told in confidence."""

    TOPIC = "interview-held.v1"
    remark: Asylum | None = None
    note: Asylum | None = None


class LegalAidRequested(DossierEvent):
    """The resident asked for a lawyer, paid for by legal aid or not."""

    TOPIC = "legal-aid-requested.v1"
    reference: str | None = None


class LegalAidAssigned(DossierEvent):
    """A lawyer stands by the resident from now on."""

    TOPIC = "legal-aid-assigned.v1"
    lawyer: Identity
    bar_number: str


class LawyerChanged(DossierEvent):
    """Another lawyer stands by the resident from now on."""

    TOPIC = "lawyer-changed.v1"
    lawyer: Identity
    bar_number: str


class HearingInvited(DossierEvent):
    """
    The resident was asked in writing to say what speaks against the end of the stay.

    ``received_on`` is the day the letter was received; ``days`` the term where it is not the
    ordinary one.
    """

    TOPIC = "hearing-invited.v1"
    received_on: str
    days: int | None = None
    reference: str | None = None


class HearingHeld(DossierEvent):
    """The resident was heard on what may be decided; ``about`` is empty for whatever it is."""

    TOPIC = "hearing-held.v1"
    remark: Asylum | None = None
    language: str
    interpreter: str | None = None
    about: tuple[str, ...] = ()
    note: Asylum | None = None
    no_interpreter: str | None = None


class HearingWaived(DossierEvent):
    """The resident was not heard, for a reason that is told."""

    TOPIC = "hearing-waived.v1"
    reason: str
    about: tuple[str, ...] = ()
    explanation: Identity


class VoluntaryReturnCounselled(DossierEvent):
    """Voluntary return was talked over; it binds nobody."""

    TOPIC = "voluntary-return-counselled.v1"
    remark: Asylum | None = None
    moment: str
    language: str
    interpreter: str | None = None
    note: Asylum | None = None


class VulnerabilitySignalled(DossierEvent):
    """Somebody saw signs that the resident is vulnerable (art. 1, 12°)."""

    TOPIC = "vulnerability-signalled.v1"
    remark: Medical | None = None
    kinds_seen: tuple[str, ...]
    details: Medical | None = None


class VulnerabilityAssessed(DossierEvent):
    """A doctor, nurse or psychologist found in which ways the resident is vulnerable, if any."""

    TOPIC = "vulnerability-assessed.v1"
    remark: Medical | None = None
    kinds_found: tuple[str, ...] = ()
    details: Medical | None = None
