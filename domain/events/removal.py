"""Removals: prepared, checked, planned, announced, attempted; and departures."""

from domain.events.base import DossierEvent
from domain.values import DepartureMode, Evidence, Identity, StatisticalCategory


class RemovalPrepared(DossierEvent):
    """A removal was prepared on the strength of the notified decision, with a new check-list."""

    TOPIC = "removal-prepared.v1"
    reference: str | None = None


class CheckListItemTicked(DossierEvent):
    """
    An item of the removal check-list was done, or found not to apply.

    ``statement`` is what the person stated, consent or refusal; where it is not said, none of
    the two is known.
    """

    TOPIC = "check-list-item-ticked.v1"
    item: str
    state: str
    statement: str | None = None
    reference: str | None = None


class CheckListItemUnticked(DossierEvent):
    """An item of the removal check-list was opened again."""

    TOPIC = "check-list-item-unticked.v1"
    item: str


class EscortProposed(DossierEvent):
    """An escort was proposed: one code for each person who would go along."""

    TOPIC = "escort-proposed.v1"
    escort: tuple[str, ...]
    reference: str | None = None


class RemovalScheduled(DossierEvent):
    """
    A departure was planned and the escort put forward, if any, decided.

    ``departs`` is the moment of the flight or other transport.
    """

    TOPIC = "removal-scheduled.v1"
    flight: str
    departs: str
    mode: str
    transport: str
    reference: str | None = None


class RemovalAnnounced(DossierEvent):
    """The planned departure was announced: to the person, to the lawyer, or to both."""

    TOPIC = "removal-announced.v1"
    to_person: bool
    to_lawyer: bool
    language: str | None = None
    reference: str | None = None


class MonitorInformed(DossierEvent):
    """The General Inspectorate, which controls forced returns, was told of the planned one."""

    TOPIC = "monitor-informed.v1"
    reference: str | None = None


class AttemptStarted(DossierEvent):
    """
    The attempt at the planned removal began, every condition of it having been looked at.

    With ``despite`` it began although something stood in its way: how that came about.
    """

    TOPIC = "attempt-started.v1"
    despite: Identity | None = None


class ConditionsChecked(DossierEvent):
    """Every condition of the departure was looked at again, and nothing stood in the way."""

    TOPIC = "conditions-checked.v1"


class AttemptFailed(DossierEvent):
    """The attempt that had begun did not lead to a departure."""

    TOPIC = "attempt-failed.v1"
    reason: str
    reference: str | None = None


class AttemptCancelled(DossierEvent):
    """The planned departure was called off before the attempt began."""

    TOPIC = "attempt-cancelled.v1"
    reason: str
    reference: str | None = None


class DepartureConfirmed(DossierEvent):
    """
    The resident left Belgium. How, how it is counted and what shows it are three things.

    A fourth is whether the person agreed to go, as told at the departure: ``None`` is
    not told. With ``despite`` it took place although something stood in its way: how that
    came about.
    """

    TOPIC = "departure-confirmed.v2"
    mode: DepartureMode
    statistical_category: StatisticalCategory
    consents: bool | None = None
    evidence: tuple[Evidence, ...]
    despite: Identity | None = None
