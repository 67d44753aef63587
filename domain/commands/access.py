"""Dossiers that only some may read; what is said of it is for the removal director alone."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import Account, Listed, Person, Protected


class ProposeAccessRestriction(Command):
    """Propose that only those on a list read the dossier."""

    reason: Annotated[str, Listed("access.reason")]
    motives: Protected | None = None
    remark: Protected | None = None


class RestrictAccess(Command):
    """Close the dossier to all but those on a list, as another person than who proposed it."""

    reason: Annotated[str, Listed("access.reason")]
    instructions: Protected | None = None
    remark: Protected | None = None


class GrantAccess(Command):
    """Put an account on the list of those who need to know."""

    account: Account
    person: Person
    motives: Protected | None = None
    remark: Protected | None = None


class RevokeAccess(Command):
    """Take an account off the list."""

    account: Account
    motives: Protected | None = None
    remark: Protected | None = None


class LiftAccessRestriction(Command):
    """Open the dossier again to all who may read others."""

    motives: Protected | None = None
    remark: Protected | None = None
