"""What every command is."""

from domain.values import Account, CentreCode, DossierNumber, Identity, Reference, Value


class Command(Value):
    """A request about one dossier, not yet judged. ``remark`` is free text, to be sealed."""

    dossier: DossierNumber
    remark: Identity | None = None


class StaffCommand(Value):
    """A request about an account."""

    account: Account


class HouseCommand(Value):
    """A request about delegations, or about what the house asks of everybody."""


class PlaceCommand(Value):
    """A request about a place."""

    centre: CentreCode


class SampleCommand(Value):
    """A request about a sample of quality control."""

    sample: Reference
