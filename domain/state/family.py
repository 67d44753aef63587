"""Families: with whom a resident belongs together, who is a minor, who cares for whom."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from domain.lifecycle.family import SeparationState
    from domain.state.decision import Hand

ADULT, MINOR, DISPUTED = "adult", "minor", "disputed"
"""What is said of an age. One in dispute is taken for that of a minor until that is settled."""

UNDER_AGE = (MINOR, DISPUTED)

CHILD = "child"
"""The role in a family of who is a minor as long as no age is on record."""

Dossiers = tuple[str, ...]
"""Dossier numbers of other members."""


class Separation(NamedTuple):
    """The latest wish to set the resident and some members apart, and what became of it."""

    state: "SeparationState"
    members: Dossiers
    report: str | None
    since: datetime
    proposed: "Hand | None" = None
    decided: "Hand | None" = None


class Guardian(NamedTuple):
    """Since when the minor has this guardian, and whether and when the guardian was heard."""

    appointed: datetime
    reference: str | None
    heard: datetime | None = None
    proposal: str | None = None


class Reception(NamedTuple):
    """By what number a reception on return is known, and whether it is a danger."""

    at: datetime
    kind: str
    reference: str | None
    trafficking_risk: bool


class Family(NamedTuple):
    """
    What a dossier knows of the resident's family; all of it from that dossier's own record.

    ``members`` are the other dossiers. Of them ``minors`` are minors or may be, ``carers``
    have parental authority over the resident, ``apart`` are those from whom the resident is
    separated by a decision. ``linked`` are the hands that made links; ``since`` is when the last
    was made, ``unlinked`` when the last was taken away, ``changed`` when anything
    last happened that decides where the resident may stay, ``joined`` when the resident was
    last no longer alone, ``doubted`` whose hand put the resident's own age in doubt.
    """

    id: str | None = None
    role: str | None = None
    members: Dossiers = ()
    minors: Dossiers = ()
    carers: Dossiers = ()
    apart: Dossiers = ()
    separation: Separation | None = None
    guardian: Guardian | None = None
    reception: Reception | None = None
    majority_on: str | None = None
    linked: "tuple[Hand, ...]" = ()
    since: datetime | None = None
    unlinked: datetime | None = None
    changed: datetime | None = None
    joined: datetime | None = None
    doubted: "Hand | None" = None

    @property
    def together(self) -> Dossiers:
        """The members from whom no decision separates the resident."""
        return tuple(one for one in self.members if one not in self.apart)

    def makes_a_minor(self, age: str | None) -> bool:
        """Tell whether who is of that age is a minor here, or is taken for one."""
        return age in UNDER_AGE or (age is None and self.role == CHILD)


NO_FAMILY = Family()
