"""
What happened, in the past tense. When, by whom and why stands beside it, in the journal line.

``TOPIC`` is the name under which an event is stored for ever. It never changes,
whatever happens to the class or to its module; a new shape gets a new ``.v2``.
A topic is the name of its class in small letters. Fields describe what was accepted and
are not constrained further than reading needs: limits belong to commands, or history
would become unreadable.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from domain.events.base import DossierEvent, Event, StaffEvent
from domain.regions import finder

if TYPE_CHECKING:
    from domain.events.admission import *
    from domain.events.affairs import *
    from domain.events.correction import *
    from domain.events.custody import *
    from domain.events.decision import *
    from domain.events.ending import *
    from domain.events.exception import *
    from domain.events.family import *
    from domain.events.health import *
    from domain.events.identification import *
    from domain.events.information import *
    from domain.events.iom import *
    from domain.events.measures import *
    from domain.events.protection import *
    from domain.events.remedies import *
    from domain.events.removal import *
    from domain.events.staff import *
    from domain.events.transfer import *

    DOSSIER_EVENTS: tuple[type[DossierEvent], ...]
    STAFF_EVENTS: tuple[type[StaffEvent], ...]

__all__ = ["EVENTS", "WORDS", "DossierEvent", "Event", "StaffEvent"]

WORDS: dict[str, tuple[str, ...]] = {
    "admission": ("ResidentAdmitted",),
    "information": ("InformationGiven", "InterviewHeld"),
    "decision": (
        "DecisionDrafted",
        "DecisionDraftEdited",
        "DecisionTaken",
        "DecisionNotified",
        "DecisionAnnulled",
    ),
    "remedies": (
        "AppealHandedIn",
        "AppealTransmitted",
        "AppealLodged",
        "AppealRejected",
        "AppealGranted",
        "AppealWithdrawn",
    ),
    "protection": (),
    "custody": (),
    "transfer": (),
    "identification": (),
    "iom": (
        "IomFileOpened",
        "IomEligibilityConfirmed",
        "VoluntaryDeclarationSigned",
        "IomTravelBooked",
        "IomFileWithdrawn",
    ),
    "health": ("FitToTravelCertified", "FitToTravelRefused"),
    "measures": (),
    "removal": ("RemovalPrepared", "DepartureConfirmed"),
    "family": (),
    "affairs": (),
    "ending": ("NonReturnEstablished", "TrajectoryClosed", "TrajectoryReopened"),
    "exception": (),
    "correction": ("RecordCorrected",),
    "staff": ("AccountOpened", "FunctionGiven"),
}
"""Region → its events."""

_find = finder(__name__, WORDS)


def __getattr__(name: str) -> Any:
    if name in ("DOSSIER_EVENTS", "STAFF_EVENTS"):
        kind = DossierEvent if name == "DOSSIER_EVENTS" else StaffEvent
        return tuple(event for event in EVENTS.values() if issubclass(event, kind))
    return _find(name)


class _Events(Mapping[str, type[Event]]):
    """Every event under the topic it is written under today, read when it is asked for."""

    def __getitem__(self, topic: str) -> type[Event]:
        """Find an event; ``KeyError`` for a topic that is not written today."""
        words = topic.partition(".")[0].split("-")
        try:
            event: type[Event] = _find("".join(word.capitalize() for word in words))
        except AttributeError:
            raise KeyError(topic) from None
        if topic != event.TOPIC:
            raise KeyError(topic)
        return event

    def __iter__(self) -> Iterator[str]:
        return (_find(name).TOPIC for names in WORDS.values() for name in names)

    def __len__(self) -> int:
        return sum(map(len, WORDS.values()))


EVENTS = _Events()
"""Topic → event."""
