"""What a return costs."""

from domain.events.base import DossierEvent


class CostRecorded(DossierEvent):
    """Something was paid, or is to be paid, for the return; ``cents`` of a euro."""

    TOPIC = "cost-recorded.v1"
    kind: str
    cents: int
    reference: str | None = None
