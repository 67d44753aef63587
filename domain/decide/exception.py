"""Exceptions: overriding a rule in an emergency, and taking a dossier over to a newer procedure."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from domain.decide.attempt import Attempt, Clocks, Due, Failing, Guards, Reasons, RestsOn
from domain.lifecycle import EVENT_OF, VERSIONS
from domain.rules import UnknownRuleError, rule
from domain.state import Trajectory
from domain.state.exception import Override


def overridden(attempt: Attempt) -> frozenset[str]:
    """Name the rules that were allowed to give way for this act, and may."""
    if attempt.state is None:
        return frozenset()
    return frozenset(
        one.rule
        for one in attempt.state.overrides
        if one.stands and one.step == attempt.act and may_give_way(one.rule)
    )


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
        yield Failing("OVR-01", "rule {rule} gives way to nobody", {"rule": rule_id})
    if step is not None and step not in EVENT_OF:
        yield Failing("OVR-01", "there is no step {step}", {"step": step})


def _open_override(attempt: Attempt) -> Override | None:
    number = attempt.saying("number")
    asked = attempt.state.overrides if attempt.state else ()
    waiting = [one for one in asked if one.decided is None]
    if number is None:
        return waiting[-1] if waiting and attempt.said is None else None
    return next((one for one in waiting if one.number == number), None)


def asked_by_another(attempt: Attempt) -> Reasons:
    """OVR-02: what is decided was asked, by another natural person."""
    if attempt.state is None:
        return
    found, actor = _open_override(attempt), attempt.context.actor
    if found is None:
        yield Failing("OVR-02", "no override with this number waits for a decision")
    elif actor is not None and found.asked.person == actor.person:
        yield Failing(
            "OVR-02",
            "{person} asked for this override as {account}; another person must decide",
            {"person": actor.person, "account": found.asked.account},
        )


def is_newer(attempt: Attempt) -> Reasons:
    """MIG-01: a dossier goes to a newer version of the procedure, never back."""
    version = attempt.saying("version")
    newest = max(VERSIONS)
    if attempt.state and attempt.state.procedure >= newest:
        yield Failing("MIG-01", "the dossier is under the newest procedure, {n}", {"n": newest})
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


GUARDS: Guards = {
    "AskOverride": (gives_way,),
    "AllowOverride": (asked_by_another,),
    "RefuseOverride": (asked_by_another,),
    "MigrateTrajectory": (is_newer,),
    "AnswerAlert": (alert_open,),
}


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


def _alerts(state: Trajectory, _now: datetime) -> Iterator[Due]:
    within = timedelta(hours=rule("ALE-01").length or 0)
    for one in state.alerts:
        if one.answered is None:
            yield Due(
                "ALE-01",
                one.at + within,
                "answer for an act inside a block nobody knew of",
                one.at,
                is_duty=True,
                outlives=True,
            )


CLOCKS: Clocks = (_alerts,)
