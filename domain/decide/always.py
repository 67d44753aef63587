"""What may refuse any act: who acts, whether it is its turn, and when it happened."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache

from domain.authority import MAY, Actor, role_for
from domain.decide.access import lets_in
from domain.decide.attempt import Attempt, Failing, Guard, Reasons, for_others, local
from domain.lifecycle import ENDED, LATE, REGISTER, STEPS, allows, next_steps
from domain.lifecycle.stages import FIRST
from domain.rules import code_list
from domain.rules.calendar import brussels_day
from domain.rules.codes import OTHER
from domain.trajectory import Trajectory
from domain.values import listed_fields


def may_act(attempt: Attempt) -> Reasons:
    """AUT-02 to AUT-05: the actor has a function for the act, here, then and now."""
    actor = attempt.context.actor
    if actor is None:
        return
    if role_for(actor, attempt.act) is None:
        yield _no_function(actor, attempt.act)
    if actor.on_behalf_of is not None:
        yield from _in_the_name_of(actor, attempt.act)


def _no_function(actor: Actor, act: str) -> Failing:
    """Say why no function will do: held elsewhere, or not at both moments, or not at all."""
    may = MAY.get(act, frozenset())
    if elsewhere := sorted(post for post in actor.elsewhere if post.function in may):
        return Failing(
            "AUT-04",
            "{account} acts as {functions} at {centres}, and the dossier is elsewhere",
            {
                "account": actor.account,
                "functions": ", ".join(dict.fromkeys(post.function for post in elsewhere)),
                "centres": ", ".join(dict.fromkeys(str(post.centre) for post in elsewhere)),
            },
            about_people=True,
        )
    if lapsed := sorted(actor.lapsed & may):
        return Failing(
            "AUT-05",
            "{account} was {functions} then, and is not any more as it is recorded",
            {"account": actor.account, "functions": ", ".join(lapsed)},
            about_people=True,
        )
    if later := sorted(actor.later & may):
        return Failing(
            "AUT-05",
            "{account} is {functions} now, and was not yet when it happened",
            {"account": actor.account, "functions": ", ".join(later)},
            about_people=True,
        )
    begins = min((day for day, function in actor.coming if function in may), default=None)
    return for_others(actor, may, passes_on=begins)


def _in_the_name_of(actor: Actor, act: str) -> Reasons:
    """AUT-03: a chain of delegations leads to the actor, and covers the act."""
    values = {"principal": actor.on_behalf_of, "account": actor.account}
    if not actor.chain:
        yield Failing(
            "AUT-03",
            "no delegation from {principal} to {account} is on record",
            values,
            about_people=True,
        )
    elif actor.scope is not None and act not in actor.scope:
        yield Failing(
            "AUT-03",
            "the delegation from {principal} to {account} is for other acts: {acts}",
            {**values, "acts": ", ".join(sorted(actor.scope))},
            about_people=True,
        )


def in_turn(attempt: Attempt) -> Reasons:
    """ORD-01, ORD-04, ORD-05: the table of stages lets the act follow from where the dossier is."""
    state, act = attempt.state, attempt.act
    if act == "OpenTrajectory":
        if state is not None:
            yield Failing("ORD-05", "dossier {dossier} is already open", {"dossier": state.dossier})
        return
    if state is None:
        yield Failing("ORD-05", "nothing is on record under this number")
        return
    if allows(state.stage, act, state.procedure):
        return
    follow = ", ".join(next_steps(state.stage, state.procedure))
    if _is_of_a_newer_version(act, state.procedure):
        yield Failing(
            "ORD-06",
            "this is no step of procedure {version}, under which the dossier is",
            {"version": state.procedure, "follow": follow},
        )
    elif state.stage in ENDED:
        yield Failing(
            "ORD-04",
            "the trajectory has ended ({stage})",
            {"stage": state.stage, "follow": follow},
            finding="ACT_AFTER_CLOSE",
        )
    elif act != "NotifyDecision":  # told by the information guard, kind by kind
        yield Failing(
            "ORD-01",
            "this does not follow from {stage}",
            {"stage": state.stage, "follow": follow},
        )


@cache
def _is_of_a_newer_version(act: str, version: int) -> bool:
    here = any(step.command == act and step.is_in(version) for step in STEPS)
    return not here and any(step.command == act and step.since > version for step in STEPS)


def before_the_end(attempt: Attempt) -> Reasons:
    """ORD-04: after the end only what happened before it is still told."""
    state = attempt.state
    if state is None or attempt.said is None or state.stage not in ENDED:
        return
    if attempt.context.at > state.since:
        yield Failing(
            "ORD-04",
            "the trajectory has ended ({stage})",
            {"stage": state.stage},
            finding="ACT_AFTER_CLOSE",
        )


def in_time(attempt: Attempt, rests_on: Iterable[datetime | None]) -> Reasons:
    """ORD-02, ORD-03: not before what the act rests on, not in the future."""
    context, state = attempt.context, attempt.state
    yield from has_come(context.at, context.now)
    if state is None:
        return
    latest = max(filter(None, (state.opened, _taken_over(attempt), *rests_on)))
    if context.at < latest:
        yield Failing(
            "ORD-02",
            "{at} is before {rests_on}, the act it rests on",
            {"at": local(context.at), "rests_on": local(latest)},
            passes_on=brussels_day(latest),
        )


def _taken_over(attempt: Attempt) -> datetime | None:
    """Return when a dossier came under the procedure that has this step, if only later."""
    state, act = attempt.state, attempt.act
    if state is None or state.taken_over is None or act in LATE:
        return None
    was_there = any(step.command == act and step.since == FIRST for step in STEPS)
    return None if was_there else state.taken_over


def has_come(moment: datetime, now: datetime) -> Reasons:
    """ORD-03: a moment is not in the future."""
    if moment > now:
        yield Failing(
            "ORD-03",
            "{at} has not come yet",
            {"at": local(moment)},
            passes_on=brussels_day(moment),
        )


def after_everything(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Name the moment of the last act: nothing comes before it that ends a trajectory."""
    yield state.latest


def codes_listed(attempt: Attempt) -> Reasons:
    """
    COD-01, COD-02: every code is on its list on the day of the act; other needs words.

    The first version of the procedure did not ask for those words.
    """
    if attempt.said is None or attempt.context.actor is None:
        return  # a register's own codes are taken as they are
    day = brussels_day(attempt.context.at)
    words_needed = attempt.procedure > REGISTER and attempt.saying("remark") is None
    for field, name in listed_fields(attempt.said.__class__).items():
        said = attempt.saying(field)
        codes = said if isinstance(said, tuple) else (said,)
        known = code_list(name)
        for code in filter(None, codes):
            if code not in known or not known[code].on(day):
                there = ", ".join(one for one, listed in known.items() if listed.on(day))
                yield Failing(
                    "COD-01",
                    "{code} is not on the list {list} on {day}; there are: {known}",
                    {"code": code, "list": name, "day": day, "known": there},
                )
            elif code == OTHER and words_needed:
                yield Failing("COD-02", "{field}: other needs a remark", {"field": field})


ALWAYS: tuple[Guard, ...] = (lets_in, may_act, in_turn, codes_listed)
