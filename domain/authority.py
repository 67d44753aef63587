"""
Who may do what, and who may read what: the matrix of the procedure, as two tables.

Sources: job descriptions of the return coach and of the removal director, the
Immigration Office's description of its staff, and article 39/69 §2 for appeals
handed in. An act that a table does not name is allowed to nobody.
"""

from collections.abc import Iterable
from typing import NamedTuple

from domain import commands as c
from domain.values import Category, Function

F = Function
_COACHES = frozenset({F.COACH, F.ATTACHE_COACH})
_OFFICERS = frozenset({F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE})
_DIRECTOR = frozenset({F.CENTRE_DIRECTOR})
_PREPARERS = _COACHES | {F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER}

MAY: dict[type[c.Command | c.StaffCommand], frozenset[Function]] = {
    c.OpenTrajectory: _COACHES | _DIRECTOR | {F.SECURITY},
    c.GiveInformation: _COACHES,
    c.HoldInterview: _COACHES | {F.INTERVIEWER, F.MIGRATION_OFFICER, F.CENTRE_DIRECTOR},
    c.DraftDecision: _PREPARERS,
    c.EditDraft: _PREPARERS,
    c.TakeDecision: _OFFICERS,
    c.NotifyDecision: _COACHES | _DIRECTOR | {F.MIGRATION_OFFICER},
    c.AnnulDecision: _OFFICERS,
    # Receiving an appeal protects the resident: whoever of the centre is at the desk records it.
    c.HandInAppeal: _COACHES | _DIRECTOR,
    c.TransmitAppeal: _COACHES | _DIRECTOR,
    c.LodgeAppeal: _COACHES | _DIRECTOR | {F.MIGRATION_OFFICER},
    c.RejectAppeal: _COACHES | _DIRECTOR | {F.MIGRATION_OFFICER},
    c.GrantAppeal: _COACHES | _DIRECTOR | {F.MIGRATION_OFFICER},
    c.WithdrawAppeal: _COACHES | _DIRECTOR | {F.MIGRATION_OFFICER},
    c.OpenIomFile: _COACHES,
    c.ConfirmIomEligibility: _COACHES,
    c.SignDeclaration: _COACHES,
    c.BookIomTravel: _COACHES,
    c.WithdrawIomFile: _COACHES | _DIRECTOR,
    c.CertifyFitToTravel: frozenset({F.DOCTOR}),
    c.RefuseFitToTravel: frozenset({F.DOCTOR}),
    c.PrepareRemoval: _COACHES | {F.MIGRATION_OFFICER},
    c.ConfirmDeparture: _COACHES | _DIRECTOR,
    c.EstablishNonReturn: _COACHES | _DIRECTOR | {F.MIGRATION_OFFICER},
    c.CloseTrajectory: _COACHES | _OFFICERS | _DIRECTOR,
    c.ReopenTrajectory: _OFFICERS | _DIRECTOR,
    c.CorrectRecord: _OFFICERS | _DIRECTOR,
    c.AddStaff: frozenset({F.REGISTRAR}),
}

MAY_IMPORT = frozenset({F.REGISTRAR, F.CENTRE_DIRECTOR})
"""Who may take a centre's register in."""

SEES: dict[Category, frozenset[Function]] = {
    Category.IDENTITY: _COACHES
    | _OFFICERS
    | _DIRECTOR
    | {
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
    Category.ASYLUM: _COACHES
    | {
        F.MIGRATION_ASSISTANT,
        F.MIGRATION_OFFICER,
        F.MINISTER_DELEGATE,
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


def role_for(actor: Actor, act: type[c.Command | c.StaffCommand]) -> Function | None:
    """Return the function in which the actor may do the act; ``None`` if in none."""
    fitting = actor.functions & MAY.get(act, frozenset())
    return min(fitting, key=_RANK.__getitem__) if fitting else None


def may_see(functions: Iterable[Function], category: Category) -> bool:
    """Tell whether one of the functions may read content of a category."""
    return not SEES[category].isdisjoint(functions)
