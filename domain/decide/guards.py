"""
The guards of every act, as one table; each answers with the reasons it does not pass.

``failing`` evaluates all of them and returns every reason, never only the first.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from domain import commands as c
from domain import events as e
from domain.authority import MAY, role_for
from domain.decide.attempt import Attempt, Failing, local
from domain.decide.remedies import appeals_in_the_way, term_in_the_way
from domain.lifecycle import (
    APPEAL,
    COMMAND_OF,
    ENDED,
    EVENT_OF,
    IOM,
    ROUND,
    Course,
    Fitness,
    RoundState,
    allows,
    course_of,
    next_steps,
)
from domain.rules import place, rule
from domain.rules.calendar import brussels_day
from domain.trajectory import Trajectory, instant
from domain.values import Category, DepartureMode, InformationKind, sealed_fields

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Reasons = Iterator[Failing]
Guard = Callable[[Attempt], Reasons]


def failing(attempt: Attempt) -> list[Failing]:
    """Return every guard that does not let the act pass, in the order of the table."""
    return list(_reasons(attempt))


def passes(attempt: Attempt) -> bool:
    """Tell whether no guard stands in the way; stops at the first that does."""
    return next(_reasons(attempt), None) is None


def _reasons(attempt: Attempt) -> Reasons:
    for guard in guards_of(attempt.act):
        yield from guard(attempt)


@cache
def guards_of(act: type[c.Command]) -> Iterable[Guard]:
    """List the guards of an act: those of every act, then its own."""
    return (*_ALWAYS, *_OWN.get(act, ()))


# --- every act ----------------------------------------------------------------------------


def may_act(attempt: Attempt) -> Reasons:
    """AUT-02, AUT-03: the actor has a function for the act and acts in his own name."""
    actor = attempt.context.actor
    if actor is None:
        return
    if role_for(actor, attempt.act) is None:
        may = sorted(MAY.get(attempt.act, ()))
        yield Failing(
            "AUT-02",
            "{account} acts as {functions}; this is for {may}",
            {
                "account": actor.account,
                "functions": ", ".join(sorted(actor.functions)) or "-",
                "may": ", ".join(may) or "-",
            },
        )
    if actor.on_behalf_of is not None:
        yield Failing(
            "AUT-03",
            "no delegation from {principal} to {account} is on record",
            {"principal": actor.on_behalf_of, "account": actor.account},
        )


def in_turn(attempt: Attempt) -> Reasons:
    """ORD-01, ORD-04, ORD-05: the table of stages lets the act follow from where the dossier is."""
    state, act = attempt.state, attempt.act
    if act is c.OpenTrajectory:
        if state is not None:
            yield Failing("ORD-05", "dossier {dossier} is already open", {"dossier": state.dossier})
        return
    if state is None:
        yield Failing("ORD-05", "nothing is on record under this number")
        return
    if allows(state.stage, act):
        return
    follow = ", ".join(step.__name__ for step in next_steps(state.stage))
    if state.stage in ENDED:
        yield Failing(
            "ORD-04",
            "the trajectory has ended ({stage})",
            {"stage": state.stage, "follow": follow},
            finding="ACT_AFTER_CLOSE",
        )
    elif act is not c.NotifyDecision:  # told by the information guard, kind by kind
        yield Failing(
            "ORD-01",
            "this does not follow from {stage}",
            {"stage": state.stage, "follow": follow},
        )


def in_time(attempt: Attempt) -> Reasons:
    """ORD-02, ORD-03: not before what the act rests on, not in the future."""
    context, state = attempt.context, attempt.state
    yield from _has_come(context.at, context.now)
    if state is None:
        return
    rests_on = max(filter(None, _rests_on(state, attempt)))
    if context.at < rests_on:
        yield Failing(
            "ORD-02",
            "{at} is before {rests_on}, the act it rests on",
            {"at": local(context.at), "rests_on": local(rests_on)},
            passes_on=brussels_day(rests_on),
        )


def _has_come(moment: datetime, now: datetime) -> Reasons:
    if moment > now:
        yield Failing(
            "ORD-03",
            "{at} has not come yet",
            {"at": local(moment)},
            passes_on=brussels_day(moment),
        )


_ALWAYS: tuple[Guard, ...] = (may_act, in_turn, in_time)


def _rests_on(state: Trajectory, attempt: Attempt) -> Iterable[datetime | None]:
    """
    Name the moments an act cannot precede.

    A dossier is read back in the order in which things happened: an act recorded late
    must have been possible at its own moment, not only now.
    """
    act = attempt.act
    yield state.opened
    region = _region_of(act)
    if region is ROUND and state.round:
        yield state.round.since
    if region is IOM and state.iom:
        yield state.iom.since
    if region is APPEAL and act is not c.HandInAppeal:
        at = _appeal_meant(state, attempt)
        yield state.appeals[at].since if at is not None else None
    if act is c.NotifyDecision:
        yield state.informed_at
    if act is c.PrepareRemoval and state.decision and state.decision.notified:
        yield state.decision.notified.at
    if act in (c.PrepareRemoval, c.OpenIomFile):
        yield state.since
    if act in (c.ConfirmDeparture, c.EstablishNonReturn, c.CloseTrajectory, c.ReopenTrajectory):
        yield state.latest


@cache
def _region_of(act: type[c.Command]) -> tuple[Course, ...] | None:
    """Name the small table an act moves in, if it moves in one."""
    event = EVENT_OF[act]
    return next((region for region in (ROUND, IOM, APPEAL) if course_of(region, event)), None)


# --- the small tables ---------------------------------------------------------------------


def _follows(region: tuple[Course, ...], now: object, act: type[c.Command]) -> tuple[bool, str]:
    """Tell whether an act may follow in a small table, and from which states it may."""
    row = course_of(region, EVENT_OF[act])
    if row is None:
        return True, ""
    if now in row.after:
        return True, ""
    return False, ", ".join(str(state or "none") for state in row.after)


_OVER = (RoundState.ANNULLED, RoundState.NOTIFIED)


def in_round_order(attempt: Attempt) -> Reasons:
    """DEC-01, DEC-02, DEC-03: drafted, then taken, then notified."""
    running = attempt.state.round if attempt.state else None
    if attempt.state and attempt.act is c.AnnulDecision:
        running = attempt.state.round_annulled(attempt.saying("annulled_by"))
    now = running.state if running else None
    passes, after = _follows(ROUND, now, attempt.act)
    never_drafted = running is None or not running.drafted or now in _OVER
    if attempt.act is c.TakeDecision and never_drafted:
        yield Failing("DEC-01", "no decision is drafted in this round", finding="DECIDED_UNDRAFTED")
    elif passes:
        return
    elif attempt.act is c.NotifyDecision and now is not RoundState.NOTIFIED:
        yield Failing("DEC-02", "no decision is taken in this round")
    else:
        yield Failing(
            "DEC-03",
            "the decision round is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


def in_appeal_order(attempt: Attempt) -> Reasons:
    """REM-01: what is decided was brought before; a number names the appeal when several run."""
    state, act = attempt.state, attempt.act
    if state is None:
        return
    running = [appeal for appeal in state.appeals if appeal.open]
    reference = attempt.saying("reference")
    if act is not c.LodgeAppeal and not running:
        yield Failing("REM-01", "no appeal is open")
        return
    if reference is None and len(running) > 1:
        numbers = ", ".join(appeal.reference or "-" for appeal in running)
        yield Failing(
            "REM-01", "several appeals are open ({numbers}): say which", {"numbers": numbers}
        )
        return
    at = _appeal_meant(state, attempt)
    if at is None:
        if act is not c.LodgeAppeal:
            yield Failing("REM-01", "no open appeal has the number {n}", {"n": reference})
        elif attempt.said is not None and attempt.saying("kind") is None:
            yield Failing("REM-01", "an appeal not handed in here needs its kind")
        return
    passes, after = _follows(APPEAL, state.appeals[at].state, act)
    if not passes:
        yield Failing(
            "REM-01",
            "the appeal is {state}; this needs {after}",
            {"state": state.appeals[at].state, "after": after},
        )


def _appeal_meant(state: Trajectory, attempt: Attempt) -> int | None:
    """Find the appeal an act is about."""
    kind = attempt.saying("kind") if attempt.act is c.LodgeAppeal else None
    return state.appeal(attempt.saying("reference"), kind=kind)


def in_new_appeal_order(attempt: Attempt) -> Reasons:
    """REM-01: a number already used names an appeal that exists."""
    state, reference = attempt.state, attempt.saying("reference")
    if state and reference and any(a.reference == reference for a in state.appeals):
        yield Failing("REM-01", "appeal {n} is already on record", {"n": reference})


def in_iom_order(attempt: Attempt) -> Reasons:
    """IOM-01, IOM-02: opened, signed, booked; withdrawn at any time until boarding."""
    state = attempt.state
    now = state.iom.state if state and state.iom else None
    passes, after = _follows(IOM, now, attempt.act)
    if not passes:
        rule_id = "IOM-02" if attempt.act is c.WithdrawIomFile else "IOM-01"
        yield Failing(
            rule_id,
            "the IOM file is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


# --- single acts --------------------------------------------------------------------------


def place_exists(attempt: Attempt) -> Reasons:
    """PLC-01: the centre is on the list of places."""
    centre = attempt.saying("centre")
    if centre is not None:
        yield from _listed(centre)


def _listed(centre: object) -> Reasons:
    found = place(str(centre))
    if found is None or found.code != centre:
        yield Failing("PLC-01", "{centre} is not on the list of places", {"centre": centre})


def informed(attempt: Attempt) -> Reasons:
    """INT-02, INF-01: the seven kinds of information were given before notification."""
    state = attempt.state
    if state is None or state.stage in ENDED:
        return
    missing = [kind for kind in InformationKind if kind not in state.informed]
    if missing:
        yield Failing(
            "INF-01" if missing == [InformationKind.DUTY_TO_COOPERATE] else "INT-02",
            "not yet given: {missing}",
            {"missing": ", ".join(missing)},
            finding="ILLEGAL_TRANSITION" if state.informed else "NOTIFIED_UNINFORMED",
        )


def decider_is_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, the decider neither drafted nor edited this round."""
    actor = attempt.context.actor
    running = attempt.state.round if attempt.state else None
    if actor is None or running is None or running.state is not RoundState.DRAFTED:
        return
    for verb, hands in (("drafted", running.drafted), ("edited", running.edited)):
        theirs = [hand for hand in hands if hand.person == actor.person]
        if theirs:
            yield Failing(
                "SEP-01",
                "{person} {verb} this decision as {account}; another person must decide",
                {"person": actor.person, "verb": verb, "account": theirs[0].account},
            )


_REMOVAL = (DepartureMode.REMOVAL_ESCORTED, DepartureMode.REMOVAL_UNESCORTED)


def has_title(attempt: Attempt) -> Reasons:
    """TIT-01: a notified decision in force, or a signed and unwithdrawn declaration."""
    state = attempt.state
    if state is None:
        return
    mode = attempt.saying("mode")
    declared = state.declared and mode not in _REMOVAL
    if mode is DepartureMode.VOLUNTARY_IOM and not declared:
        yield Failing("TIT-01", "no voluntary return declaration is signed and standing")
    elif not declared and state.decision is None:
        yield Failing(
            "TIT-01", "no decision is notified and in force, and no voluntary declaration stands"
        )


def no_remedy_runs(attempt: Attempt) -> Reasons:
    """APP-02 to APP-10, INF-04, NOT-02: no suspensive remedy is open, no such term runs."""
    state = attempt.state
    if state is None:
        return
    yield from appeals_in_the_way(state)
    forced = attempt.saying("mode") in _REMOVAL
    day = brussels_day(attempt.context.at)
    yield from term_in_the_way(state, day, consents=state.declared and not forced)


def fit_to_travel(attempt: Attempt) -> Reasons:
    """EXE-06: a doctor found the resident fit, and not too long ago (a parameter)."""
    if attempt.state is None:
        return
    examination = attempt.state.examination
    if examination is None:
        yield Failing("EXE-06", "no doctor has certified fitness to travel")
    elif examination.result is Fitness.UNFIT:
        yield Failing(
            "EXE-06",
            "the doctor found the resident unfit to travel on {day}",
            {"day": brussels_day(examination.at)},
        )
    else:
        hours = rule("EXE-06").length or 0
        ends = examination.at + timedelta(hours=hours)
        if attempt.context.at > ends:
            yield Failing(
                "EXE-06",
                "the certificate of {day} was valid for {hours} hours, until {ends}",
                {"day": brussels_day(examination.at), "hours": hours, "ends": local(ends)},
            )


def decisions_notified(attempt: Attempt) -> Reasons:
    """
    DEC-04: what was taken is notified, or annulled, before the trajectory ends.

    Of history all rounds are asked. At the desk the running one alone: an older one,
    left so by a register, can be neither notified nor annulled any more.
    """
    rounds = attempt.state.rounds if attempt.state else ()
    for round_ in rounds if attempt.context.actor is None else rounds[-1:]:
        if round_.state is RoundState.TAKEN:
            yield Failing(
                "DEC-04",
                "the decision of round {n} was taken and neither notified nor annulled",
                {"n": round_.number},
                finding="NEVER_NOTIFIED",
            )


def corrects_a_record(attempt: Attempt) -> Reasons:
    """COR-01, SEP-02: the record and its field exist; another person than its author corrects."""
    context = attempt.context
    if attempt.said is None:
        return
    target, name = context.target, attempt.saying("field")
    if target is None or isinstance(target.event, e.RecordCorrected):
        yield Failing(
            "COR-01", "there is no record {n} to correct", {"n": attempt.saying("corrects")}
        )
        return
    shape = type(target.event)
    if name != "occurred_at" and name not in shape.model_fields:
        fields = ", ".join(("occurred_at", *shape.model_fields))
        yield Failing(
            "COR-01",
            "record {n} has no field {field}; it has: {fields}",
            {"n": target.version, "field": name, "fields": fields},
        )
    elif not _fits(shape, name, attempt.said):
        yield Failing("COR-01", "{field} cannot hold that value", {"field": name})
    elif name == "centre":
        yield from _listed(attempt.saying("becomes"))
    elif name == "occurred_at":
        yield from _has_come(instant(attempt.saying("becomes")) or context.now, context.now)
    actor = context.actor
    if actor is not None and actor.person == target.person:
        yield Failing(
            "SEP-02",
            "{person} made record {n}; another person must correct it",
            {"person": actor.person, "n": target.version},
        )


def _fits(shape: type[e.Event], name: str, said: c.CorrectRecord) -> bool:
    """Tell whether a field may hold what a correction says: within the limits of its command."""
    personal = {f"becomes_{category}" for category in Category}
    given = {field for field in personal if getattr(said, field, None) is not None}
    if name in sealed_fields(shape):
        return said.becomes is None and given == {f"becomes_{sealed_fields(shape)[name]}"}
    if given:
        return False
    try:
        if name == "occurred_at":
            return instant(said.becomes) is not None
        if said.becomes is None and shape.model_fields[name].is_required():
            return False
        _limits(COMMAND_OF[shape], shape, name).validate_python(said.becomes)
    except ValueError:
        return False
    return True


@cache
def _limits(act: type[c.Command], shape: type[e.Event], name: str) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    field = act.model_fields.get(name) or shape.model_fields[name]
    limited: Any = Annotated[field.annotation, None, *field.metadata]
    return TypeAdapter(limited)


_ROUND_ACT = (in_round_order,)
_APPEAL_ACT = (in_appeal_order,)
_IOM_ACT = (in_iom_order,)

_OWN: dict[type[c.Command], tuple[Guard, ...]] = {
    c.OpenTrajectory: (place_exists,),
    c.DraftDecision: _ROUND_ACT,
    c.EditDraft: _ROUND_ACT,
    c.TakeDecision: (in_round_order, decider_is_another),
    c.NotifyDecision: (informed, in_round_order),
    c.AnnulDecision: _ROUND_ACT,
    c.HandInAppeal: (in_new_appeal_order,),
    c.TransmitAppeal: _APPEAL_ACT,
    c.LodgeAppeal: _APPEAL_ACT,
    c.RejectAppeal: _APPEAL_ACT,
    c.GrantAppeal: _APPEAL_ACT,
    c.WithdrawAppeal: _APPEAL_ACT,
    c.OpenIomFile: _IOM_ACT,
    c.ConfirmIomEligibility: _IOM_ACT,
    c.SignDeclaration: _IOM_ACT,
    c.BookIomTravel: _IOM_ACT,
    c.WithdrawIomFile: _IOM_ACT,
    c.PrepareRemoval: (has_title,),
    c.ConfirmDeparture: (has_title, decisions_notified, fit_to_travel, no_remedy_runs),
    c.EstablishNonReturn: (decisions_notified,),
    c.CorrectRecord: (corrects_a_record,),
}
