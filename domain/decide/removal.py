"""What may refuse to prepare a removal, and an attempt that did not come to a departure."""

from collections.abc import Iterator
from datetime import datetime

from domain.decide.attempt import (
    Attempt,
    Failing,
    Guards,
    Reasons,
    RestsOn,
)
from domain.decide.leaving import has_title, planned
from domain.decide.notice import lawyer_since
from domain.lifecycle import Stage, follows
from domain.lifecycle.removal import (
    ATTEMPT,
    CHECK_LIST,
    CONSENT_STATEMENT,
    LAWYER_INFORMED,
    SECOND_SIGNATURE,
)
from domain.lifecycle.stages import SECOND
from domain.rules.codes import Codes
from domain.state.decision import removing
from domain.trajectory import Trajectory

# -- the steps of a removal -------------------------------------------------------------------


def in_attempt_order(attempt: Attempt) -> Reasons:
    """DPT-02: planned, started, then failed or carried out; or called off before it started."""
    if attempt.state is None:
        return
    latest = attempt.state.removal.attempt
    now = latest.state if latest and latest.carried_out is None else None
    passes, after = follows(ATTEMPT, now, attempt.act)
    if not passes:
        yield Failing(
            "DPT-02",
            "the removal attempt is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


def attempt_open(attempt: Attempt) -> Reasons:
    """DPT-02: what is told of an attempt is told while one is planned or under way."""
    if attempt.state is not None and planned(attempt.state) is None:
        yield Failing("DPT-02", "no removal attempt is planned")


def prepared_anew(attempt: Attempt) -> Reasons:
    """DPT-02: a removal already prepared is prepared anew after an attempt not carried out."""
    state = attempt.state
    if state is None or state.stage is not Stage.REMOVAL_PREPARED:
        return
    last, prepared = state.removal.attempt, state.removal.prepared
    if prepared and (last is None or last.since <= prepared.at):
        yield Failing("DPT-02", "a removal is prepared, and no attempt has been made since")


def somebody_goes_along(attempt: Attempt) -> Reasons:
    """EXE-03: an escort proposed is somebody."""
    if attempt.said is not None and not attempt.saying("escort"):
        yield Failing("EXE-03", "the escort proposed is nobody")


def told_to_somebody(attempt: Attempt) -> Reasons:
    """EXE-05: an announcement is made to the person, to the lawyer, or to both."""
    if attempt.said is None:
        return
    if not (attempt.saying("to_person") or attempt.saying("to_lawyer")):
        yield Failing("EXE-05", "say to whom: the person, the lawyer or both")


# -- the check-list ---------------------------------------------------------------------------


def signed_by_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who signs the list second ticked nothing on it."""
    if attempt.state is None or attempt.saying("item") != SECOND_SIGNATURE:
        return
    ticked = [tick for tick in attempt.state.removal.ticks if tick.item != SECOND_SIGNATURE]
    theirs = next((tick for tick in ticked if attempt.own_part(tick.by)), None)
    if theirs is not None:
        yield Failing(
            "SEP-01",
            "{person} ticked {item} as {account}; another person must sign",
            {
                "person": theirs.by.person,
                "item": Codes.of("removal.check-list", theirs.item),
                "account": theirs.by.account,
            },
            about_people=True,
        )


def set_aside_for_a_reason(attempt: Attempt) -> Reasons:
    """DPT-04: what may not apply says why; the rest always applies."""
    if attempt.saying("state") != "not-applicable":
        return
    item = attempt.saying("item")
    named = {"item": Codes.of("removal.check-list", item)}
    if item == LAWYER_INFORMED and attempt.state and lawyer_since(attempt.state):
        yield Failing("DPT-04", "{item}: a lawyer is on record, who has to be told", named)
    elif not any(one.may_not_apply for one in CHECK_LIST if one.code == item):
        yield Failing("DPT-04", "{item} always applies", named)
    elif attempt.saying("reference") is None and attempt.saying("remark") is None:
        yield Failing("DPT-04", "{item}: say why, with a reference or a remark", named)


def statement_said(attempt: Attempt) -> Reasons:
    """DPT-06: a statement of the person is one of consent or one of refusal."""
    if attempt.said is None:
        return
    said, is_one = attempt.saying("statement"), attempt.saying("item") == CONSENT_STATEMENT
    named = {"item": Codes.of("removal.check-list", attempt.saying("item"))}
    if is_one and said is None and attempt.saying("state") == "done":
        yield Failing("DPT-06", "{item}: say which, with --statement", named)
    elif said is not None and not is_one:
        yield Failing("DPT-06", "{item} is no statement of the person", named)


def is_ticked(attempt: Attempt) -> Reasons:
    """DPT-02: only what is ticked can be opened again."""
    item = attempt.saying("item")
    if attempt.state is not None and item and attempt.state.removal.tick(item) is None:
        named = {"item": Codes.of("removal.check-list", item)}
        yield Failing("DPT-02", "{item} is not ticked", named)


GUARDS: Guards = {
    "PrepareRemoval": (has_title,),
    "TickItem": (signed_by_another, set_aside_for_a_reason, statement_said),
    "UntickItem": (is_ticked,),
    "ProposeEscort": (somebody_goes_along,),
    "AnnounceRemoval": (attempt_open, told_to_somebody),
    "InformMonitor": (attempt_open,),
    "FailAttempt": (in_attempt_order,),
    "CancelAttempt": (in_attempt_order,),
}

GUARDS_FROM_2: Guards = {"PrepareRemoval": (has_title, prepared_anew)}


def _prepared_on(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    decision = removing(state.rounds) if state.procedure >= SECOND else state.decision
    if decision and decision.notified:
        yield decision.notified.at
    yield state.since
    if state.procedure >= SECOND:
        yield state.removal.since


def _ticked_on(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    """Rest on the preparation; a signature on all there is to sign, opening again on the tick."""
    removal, item = state.removal, attempt.saying("item")
    yield removal.prepared.at if removal.prepared else state.since
    if item == SECOND_SIGNATURE:
        yield removal.since
    elif attempt.act == "UntickItem" and item and (tick := removal.tick(item)):
        yield tick.by.at


def _while_prepared(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.since
    yield state.removal.since


def _planned_on(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    latest = state.removal.attempt
    yield latest.scheduled.at if latest else None


def _attempt_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    latest = state.removal.attempt
    yield latest.since if latest else None


RESTS_ON: RestsOn = {
    "PrepareRemoval": _prepared_on,
    "TickItem": _ticked_on,
    "UntickItem": _ticked_on,
    "ProposeEscort": _while_prepared,
    "AnnounceRemoval": _planned_on,
    "InformMonitor": _planned_on,
    "FailAttempt": _attempt_so_far,
    "CancelAttempt": _attempt_so_far,
}
