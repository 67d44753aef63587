"""
Who may do what, and who may read what: the matrix of the procedure, as two tables.

Sources: job descriptions of the return coach and of the removal director, the
Immigration Office's description of its staff, and article 39/69 §2 for appeals
handed in. An act that a table does not name is allowed to nobody.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from domain.lifecycle import MAY as STEPS_FOR
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, F
from domain.values import Category, Function

_REGISTRAR = frozenset({F.REGISTRAR})
_CONTROLLER = frozenset({F.QUALITY_CONTROLLER})
_CONFIRMS = _REGISTRAR | {F.REMOVAL_DIRECTOR}

MAY = STEPS_FOR | {
    "AddStaff": _REGISTRAR,
    "GiveMandate": _REGISTRAR,
    "ConfirmMandate": _CONFIRMS,
    "RevokeMandate": _REGISTRAR,
    "Delegate": _REGISTRAR,
    "ConfirmDelegation": _CONFIRMS,
    "RevokeDelegation": _REGISTRAR,
    "AddKey": _REGISTRAR,
    "ConfirmKey": _CONFIRMS,
    "RevokeKey": _REGISTRAR,
    "RequireSignatures": _REGISTRAR,
    "CountBeds": DIRECTOR,
    **dict.fromkeys(
        ("AnnounceSample", "ExtendSample", "ExamineItem", "ConcludeSample"), _CONTROLLER
    ),
}
"""Command → the functions in which it may be given."""

BESIDE = {
    "BedsCounted": "CountBeds",
    "SampleAnnounced": "AnnounceSample",
    "SampleDrawn": "AnnounceSample",
    "SampleExtended": "ExtendSample",
    "SampleItemExamined": "ExamineItem",
    "SampleConcluded": "ConcludeSample",
}
"""Events beside the dossiers that somebody records → the command they follow from."""

OF_THE_REGISTER = frozenset(
    {
        "AddStaff",
        "GiveMandate",
        "ConfirmMandate",
        "RevokeMandate",
        "Delegate",
        "ConfirmDelegation",
        "RevokeDelegation",
        "AddKey",
        "ConfirmKey",
        "RevokeKey",
        "RequireSignatures",
    }
)
"""Commands that say who may do what: signed wherever anything is, or no signature is worth one."""

DECIDES = OFFICERS | DIRECTOR | _REGISTRAR
"""Functions with a power of decision, over residents or over who decides: two persons give it."""

NOT_DELEGABLE = frozenset(
    {
        F.MINISTER,  # what is the Minister's alone is delegated by making a delegate (art. 7)
        F.MINISTER_DELEGATE,
        F.DOCTOR,
        F.NURSE,
        F.PSYCHOLOGIST,
        F.QUALITY_CONTROLLER,
        F.AUDITOR,
        F.REGISTRAR,
        F.UNLISTED,
    }
)
"""Functions nobody exercises in another's name: tied to a person, a diploma or independence."""

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


class Post(NamedTuple):
    """A function and where it is held: at one centre, or at all where none is named."""

    function: Function
    centre: str | None = None


class Actor(NamedTuple):
    """
    Who acts: the account, the natural person behind it and the functions held at that moment.

    ``functions`` are those held where the dossier is, both when the act happened and when it
    is recorded; with ``on_behalf_of``, the account of the person stood in for, they are that
    person's. ``elsewhere`` are held at other centres alone; ``lapsed`` were held then and are
    not now, ``later`` the other way round, ``coming`` begin on a day.

    ``chain`` are the numbers of the delegations relied on, ``scope`` the acts they cover
    (``None`` for all). ``ties`` are the persons whom the actor stands in for by any delegation,
    with until when: also one that has ended, since what was prepared before stays prepared.
    ``accounts`` are those of the actor and of them that are known, each with its person.
    """

    account: str
    person: str
    functions: frozenset[Function]
    on_behalf_of: str | None = None
    elsewhere: frozenset[Post] = frozenset()
    lapsed: frozenset[Function] = frozenset()
    later: frozenset[Function] = frozenset()
    coming: tuple[tuple[date, Function], ...] = ()
    chain: tuple[int, ...] = ()
    scope: frozenset[str] | None = None
    ties: tuple[tuple[str, datetime], ...] = ()
    accounts: tuple[tuple[str, str], ...] = ()


def role_for(actor: Actor, act: str) -> Function | None:
    """Return the function in which the actor may do the act; ``None`` if in none."""
    fitting = actor.functions & MAY.get(act, frozenset())
    return min(fitting, key=_RANK.__getitem__) if fitting else None


def may_see(functions: Iterable[Function], category: Category) -> bool:
    """Tell whether one of the functions may read content of a category."""
    return not SEES[category].isdisjoint(functions)
