"""What a return costs."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Cents, Listed, Reference


class RecordCost(Command):
    """Record what something cost, or will cost, for the return."""

    kind: Annotated[str, Listed("costs.kind")]
    cents: Cents
    reference: Reference | None = None
