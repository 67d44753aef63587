"""Exceptions: overriding a rule in an emergency, and taking a dossier over to a newer procedure."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from domain.decide.attempt import Attempt, Clocks, Due, Failing, Guards, Reasons, RestsOn
from domain.lifecycle import EVENT_OF, NEWEST, VERSIONS, TransferState
from domain.lifecycle.exception import REACHES, reach_of
from domain.rules import UnknownRuleError, rule
from domain.state.exception import Override
from domain.state.trajectory import Trajectory


def overridden(attempt: Attempt) -> frozenset[str]:
    """Name the rules that were allowed to give way for this act at its moment, and may."""
    if attempt.state is None:
        return frozenset()
    return frozenset(
        one.rule
        for one in attempt.state.overrides
        if one.stands
        and _covers(one, attempt.act)
        and may_give_way(one.rule)
        and holds_at(one, attempt.context.at)
    )


def _covers(one: Override, act: str) -> bool:
    reach = reach_of(one.rule, one.step)
    return act == one.step if reach is None else act in reach.steps


def holds_at(one: Override, at: datetime) -> bool:
    """OVR-03: an override holds from when it was allowed, for as long as the row says."""
    if one.decided is None:
        return False
    return one.decided.at <= at <= one.decided.at + _lasts()


def _lasts() -> timedelta:
    return timedelta(hours=rule("OVR-03").length or 0)


def may_give_way(rule_id: str) -> bool:
    """Tell whether the table marks a rule as one that two persons may override."""
    try:
        return rule(rule_id).overridable
    except UnknownRuleError:
        return False


def gives_way(attempt: Attempt) -> Reasons:
    """OVR-01: only a rule that the table marks gives way, and for an act there is."""
    rule_id, step = attempt.saying("rule"), attempt.saying("step")
    if rule_id is not None and not may_give_way(rule_id):
        yield Failing(
            "OVR-01",
            "rule {rule} gives way to nobody" if _is_there(rule_id) else "there is no rule {rule}",
            {"rule": rule_id},
        )
    if step is not None and step not in EVENT_OF:
        yield Failing("OVR-01", "there is no step {step}", {"step": step})


def _is_there(rule_id: str) -> bool:
    try:
        return bool(rule(rule_id))
    except UnknownRuleError:
        return False


def stands_in_the_way(attempt: Attempt) -> Reasons:
    """OVR-01: what is asked for is a step the rule can stop, and is about to."""
    rule_id, step = str(attempt.saying("rule")), str(attempt.saying("step"))
    reach = REACHES.get(rule_id)
    if attempt.said is None or reach is None or step not in EVENT_OF:
        return
    if step not in reach.steps:
        yield Failing(
            "OVR-01",
            "rule {rule} does not stand in the way of {step}; it may of: {steps}",
            {"rule": rule_id, "step": step, "steps": ", ".join(reach.steps)},
        )
    elif not _NEEDED[rule_id](attempt._replace(act=step, said=None)):
        yield Failing(
            "OVR-01",
            "rule {rule} does not stand in the way of {step} as the dossier is",
            {"rule": rule_id, "step": step},
        )


def _notice_is_short(attempt: Attempt) -> bool:
    from domain.decide.notice import short_notice

    return short_notice(attempt)


def _transfer_follows(attempt: Attempt) -> bool:
    """Tell whether the order or the receipt of a transfer is what comes next."""
    transfer = attempt.state.transfer if attempt.state else None
    under_way = transfer is not None and transfer.state in _TO_BE_RECEIVED
    return under_way if attempt.act == "ReceiveTransfer" else not under_way


_TO_BE_RECEIVED = (TransferState.ORDERED, TransferState.UNDER_WAY)

_NEEDED = {"EXE-05": _notice_is_short, "PLC-03": _transfer_follows}
"""Rule → whether it stands, or is about to stand, in the way."""


def _open_override(attempt: Attempt) -> Override | None:
    number = attempt.saying("number")
    asked = attempt.state.overrides if attempt.state else ()
    waiting = [one for one in asked if one.waits]
    if number is None:
        return waiting[-1] if waiting and attempt.said is None else None
    return next((one for one in waiting if one.number == number), None)


def asked_by_another(attempt: Attempt) -> Reasons:
    """OVR-02: what is decided was asked, by another natural person."""
    if attempt.state is None:
        return
    found = _open_override(attempt)
    if found is None:
        yield Failing("OVR-02", "no override with this number waits for a decision")
    elif theirs := attempt.own_part(found.asked):
        yield Failing(
            "OVR-02",
            "{person} asked for this override as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


def is_newer(attempt: Attempt) -> Reasons:
    """MIG-01: a dossier goes to a newer version of the procedure, never back."""
    version = attempt.saying("version")
    if attempt.state and attempt.state.procedure >= NEWEST:
        yield Failing("MIG-01", "the dossier is under the newest procedure, {n}", {"n": NEWEST})
    elif version is not None and version not in VERSIONS:
        yield Failing("MIG-01", "there is no procedure {n}", {"n": version})
    elif attempt.state and version is not None and version <= attempt.state.procedure:
        yield Failing(
            "MIG-01",
            "the dossier is under procedure {now} already",
            {"now": attempt.state.procedure},
        )


def alert_open(attempt: Attempt) -> Reasons:
    """ALE-01: what is answered was raised and is not answered yet."""
    act = attempt.saying("act")
    waiting = [
        one.act for one in (attempt.state.alerts if attempt.state else ()) if one.answered is None
    ]
    if not waiting:
        yield Failing("ALE-01", "no alert waits for an answer")
    elif act is not None and act not in waiting:
        numbers = ", ".join(map(str, waiting))
        yield Failing("ALE-01", "alerts wait about the acts {numbers}", {"numbers": numbers})


def answered_by_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who planned, began or did an act does not answer for it."""
    act = attempt.saying("act")
    if attempt.state is None or act is None:
        return
    done = attempt.state.removal.doing(act)
    if theirs := attempt.own_part(*(done.hands if done else ())):
        yield Failing(
            "SEP-01",
            "{person} had a part in this act as {account}; another person must answer for it",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


GUARDS: Guards = {
    "AskOverride": (gives_way, stands_in_the_way),
    "AllowOverride": (asked_by_another,),
    "RefuseOverride": (asked_by_another,),
    "MigrateTrajectory": (is_newer,),
    "AnswerAlert": (alert_open,),
}

GUARDS_FROM_2: Guards = {"AnswerAlert": (alert_open, answered_by_another)}


def _asked_first(_state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    found = _open_override(attempt)
    yield found.asked.at if found else None


def _raised_first(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    yield from (one.at for one in state.alerts if attempt.saying("act") in (None, one.act))


RESTS_ON: RestsOn = {
    "AllowOverride": _asked_first,
    "RefuseOverride": _asked_first,
    "AnswerAlert": _raised_first,
}


def _was_known(state: Trajectory, act: int) -> bool:
    done = state.removal.doing(act)
    return done is not None and done.despite


def _alerts(state: Trajectory, _now: datetime) -> Iterator[Due]:
    within = timedelta(hours=rule("ALE-01").length or 0)
    for one in state.alerts:
        if one.answered is None:
            yield Due(
                "ALE-01",
                one.at + within,
                "answer for an act that went against a block"
                if _was_known(state, one.act)
                else "answer for an act inside a block nobody knew of",
                one.at,
                is_duty=True,
                outlives=True,
            )


def _asked(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """OVR-02: an emergency does not wait: what is asked is allowed or refused at once."""
    for one in state.overrides:
        if one.waits:
            at = one.asked.at
            yield Due("OVR-02", at, "allow or refuse the override asked", at, is_duty=True)


def _undecidable(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """SEP-08: what nobody may decide is the hierarchy's to mend."""
    within = timedelta(hours=rule("SEP-08").length or 0)
    for one in state.undecidable:
        yield Due("SEP-08", one.at + within, "name somebody who may decide", one.at, is_duty=True)


CLOCKS: Clocks = (_alerts, _asked, _undecidable)
