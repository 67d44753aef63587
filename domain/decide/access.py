"""What keeps a restricted dossier from those who need not know, and refuses a restriction."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from domain.authority import Actor
from domain.decide.attempt import Attempt, Failing, Guards, Reasons, RestsOn
from domain.lifecycle import follows
from domain.lifecycle.access import ACCESS, FOR_THE_RESIDENT, KEEPS, AccessState
from domain.state.access import Access
from domain.trajectory import Trajectory

SHUT_OUT = "ACC-01"
"""The rule that tells nothing else to who may not read a dossier."""


def may_read(access: Access, account: str, functions: Iterable[str], moment: datetime) -> bool:
    """Tell whether an account may read a dossier at a moment: by its list, or as its keeper."""
    return KEEPS in functions or access.admits(account, moment)


def lets_in(attempt: Attempt) -> Reasons:
    """
    ACC-01: who is not on the list of a restricted dossier records nothing in it.

    Judged as it is recorded, whenever it happened: who may read it now may tell what was done
    before. A few acts in favour of the resident are for whoever has the function for them.
    """
    actor = attempt.context.actor
    favour = attempt.said is not None and attempt.act in FOR_THE_RESIDENT
    if actor is not None and not favour and _is_shut_out(attempt, actor):
        yield Failing(
            SHUT_OUT,
            "this dossier is restricted, and {account} is not on its list",
            {"account": actor.account},
            about_people=True,
        )


def kept_back(attempt: Attempt, found: list[Failing]) -> list[Failing]:
    """ACC-01: tell who may not read a dossier nothing of it by the reasons of a refusal."""
    actor = attempt.context.actor
    if actor is None or all(one.about_people for one in found):
        return found
    if not _is_shut_out(attempt, actor):
        return found
    return [
        Failing(
            SHUT_OUT,
            "this dossier is restricted, and {account} is not on its list: as it is told this "
            "cannot be recorded; take it to the removal director",
            {"account": actor.account},
            about_people=True,
        )
    ]


def _is_shut_out(attempt: Attempt, actor: Actor) -> bool:
    state, functions = attempt.state, actor.functions | actor.later
    if state is None:
        return False
    return not may_read(state.access, actor.account, functions, attempt.context.now)


def in_access_order(attempt: Attempt) -> Reasons:
    """ACC-02: proposed, restricted, lifted; a list is kept while it is restricted."""
    now = attempt.state.access.state if attempt.state else None
    passes, after = follows(ACCESS, now, attempt.act)
    if not passes:
        yield Failing(
            "ACC-02",
            "the restriction is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


def restricted_by_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who closes a dossier did not propose it."""
    access = attempt.state.access if attempt.state else None
    waits = access is not None and access.state is AccessState.PROPOSED
    if theirs := attempt.own_part(access.proposed if access and waits else None):
        yield Failing(
            "SEP-01",
            "{person} proposed this as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


def is_listed(attempt: Attempt) -> Reasons:
    """ACC-02: taken off the list is who is on it."""
    account = attempt.saying("account")
    if attempt.state is None or account is None:
        return
    listed = attempt.state.access.listed(attempt.context.at)
    if account not in listed:
        yield Failing(
            "ACC-02",
            "{account} is not on the list; on it: {listed}",
            {"account": account, "listed": ", ".join(sorted(listed)) or "-"},
        )


GUARDS: Guards = {
    "ProposeAccessRestriction": (in_access_order,),
    "RestrictAccess": (in_access_order, restricted_by_another),
    "GrantAccess": (in_access_order,),
    "RevokeAccess": (in_access_order, is_listed),
    "LiftAccessRestriction": (in_access_order,),
}


def _access_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.access.since
    yield from (one.span.since for one in state.access.leave)


RESTS_ON: RestsOn = dict.fromkeys(GUARDS, _access_so_far)
