"""
Who may do what, and who may read what: the matrix of the procedure, as two tables.

Sources: job descriptions of the return coach and of the removal director, the
Immigration Office's description of its staff, and article 39/69 §2 for appeals
handed in. An act that a table does not name is allowed to nobody.
"""

from collections.abc import Iterable
from typing import NamedTuple

from domain.lifecycle import MAY as STEPS_FOR
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, F
from domain.values import Category, Function

MAY = STEPS_FOR | {"AddStaff": frozenset({F.REGISTRAR}), "CountBeds": DIRECTOR}
"""Command → the functions in which it may be given."""

MAY_IMPORT = frozenset({F.REGISTRAR, F.CENTRE_DIRECTOR})
"""Who may take a centre's register in."""

SEES: dict[Category, frozenset[Function]] = {
    Category.IDENTITY: COACHES
    | OFFICERS
    | DIRECTOR
    | {
        F.MINISTER,
        F.MIGRATION_ASSISTANT,
        F.INTERVIEWER,
        F.DOCTOR,
        F.NURSE,
        F.PSYCHOLOGIST,
        F.SECURITY,
        F.SUPERVISOR,
        F.QUALITY_CONTROLLER,
        F.AUDITOR,
    },
    Category.ASYLUM: COACHES
    | {
        F.MIGRATION_ASSISTANT,
        F.MIGRATION_OFFICER,
        F.MINISTER_DELEGATE,
        F.MINISTER,
        F.INTERVIEWER,
        F.SUPERVISOR,
        F.QUALITY_CONTROLLER,
    },
    Category.MEDICAL: frozenset({F.DOCTOR, F.NURSE, F.PSYCHOLOGIST}),
    Category.PROTECTED: frozenset({F.REMOVAL_DIRECTOR}),
}


_RANK = {function: rank for rank, function in enumerate(Function)}


class Actor(NamedTuple):
    """
    Who acts: the account, the natural person behind it and the functions held at that moment.

    ``on_behalf_of`` is the account of the person stood in for, if any.
    """

    account: str
    person: str
    functions: frozenset[Function]
    on_behalf_of: str | None = None


def role_for(actor: Actor, act: str) -> Function | None:
    """Return the function in which the actor may do the act; ``None`` if in none."""
    fitting = actor.functions & MAY.get(act, frozenset())
    return min(fitting, key=_RANK.__getitem__) if fitting else None


def may_see(functions: Iterable[Function], category: Category) -> bool:
    """Tell whether one of the functions may read content of a category."""
    return not SEES[category].isdisjoint(functions)
