"""What may refuse an act of the IOM file, and how long the journey may be waited for."""

from collections.abc import Iterator
from datetime import datetime

from domain.decide.attempt import Attempt, Clocks, Due, Failing, Guard, Guards, Reasons, RestsOn
from domain.decide.care import is_cared_for
from domain.decide.information import interpreted
from domain.lifecycle import IOM, IomState, follows
from domain.lifecycle.iom import STANDING_DECLARATION
from domain.rules import rule
from domain.rules.calendar import brussels_day, end_of_day, known, term_end
from domain.rules.codes import Codes
from domain.state.family import MINOR
from domain.trajectory import Trajectory

_PAID_IN = (IomState.BOOKED, IomState.DEPARTED, IomState.REINTEGRATION)


def in_iom_order(attempt: Attempt) -> Reasons:
    """IOM-01, IOM-02: opened, signed, booked; withdrawn at any time until boarding."""
    state = attempt.state
    now = state.iom.state if state and state.iom else None
    passes, after = follows(IOM, now, attempt.act)
    if not passes:
        rule_id = "IOM-02" if attempt.act == "WithdrawIomFile" else "IOM-01"
        yield Failing(
            rule_id,
            "the IOM file is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


def asked_in_person(attempt: Attempt) -> Reasons:
    """IOM-06: a voluntary return is asked for by the person who returns."""
    if attempt.saying("own_request") is False:
        yield Failing("IOM-06", "the resident did not ask for it; a voluntary return is asked for")


def _only_in(*states: IomState) -> Guard:
    """Make a guard for what moves no file: it is done while the file is in one of these states."""

    def in_state(attempt: Attempt) -> Reasons:
        """IOM-01: done while the file is in one of its states."""
        now = attempt.state.iom.state if attempt.state and attempt.state.iom else None
        if now not in states:
            yield Failing(
                "IOM-01",
                "the IOM file is {state}; this needs {after}",
                {"state": str(now or "none"), "after": ", ".join(states)},
            )

    return in_state


def eligible_before_signed(attempt: Attempt) -> Reasons:
    """IOM-01: nobody signs for a return that IOM or Fedasil has not yet granted."""
    file = attempt.state.iom if attempt.state else None
    if file is not None and file.state is IomState.OPENED:
        yield Failing(
            "IOM-01",
            "the IOM file is {state}; this needs {after}",
            {"state": file.state, "after": str(IomState.ELIGIBLE)},
        )


def signed_freely(attempt: Attempt) -> Reasons:
    """IOM-04: nobody signs in isolation, no minor without a parent or the guardian."""
    state = attempt.state
    if state is None:
        return
    if state.measures.isolated_at(attempt.context.at):
        yield Failing("IOM-04", "the resident is in isolation; nobody signs a declaration there")
    if attempt.said is None or not state.is_minor:
        return
    if attempt.saying("guardian_present") is not True:
        yield Failing(
            "IOM-04",
            "the resident is on record as {age}; a parent, or who else has parental authority, has "
            "to be present: say so with --guardian"
            if is_cared_for(attempt, state)
            else "the resident is on record as {age}; the guardian has to be present: say so with "
            "--guardian",
            {"age": Codes.of("admission.age", state.age or MINOR)},
        )


def office_does_not_object(attempt: Attempt) -> Reasons:
    """IOM-05: the Office checked residence and appeals, and said that it does not object."""
    file = attempt.state.iom if attempt.state else None
    if file is None or file.state not in STANDING_DECLARATION:
        return  # told by the order of the file
    if file.objected is None:
        yield Failing("IOM-05", "the Office has not said whether it objects to the journey")
    elif file.objected:
        yield Failing(
            "IOM-05",
            "the Office objects to the journey since {day}",
            {"day": brussels_day(file.checked or file.since)},
        )


def paid_once(attempt: Attempt) -> Reasons:
    """IOM-01: one premium for one journey."""
    file = attempt.state.iom if attempt.state else None
    if file is not None and file.paid is not None:
        yield Failing(
            "IOM-01",
            "the premium was paid on {day}",
            {"day": brussels_day(file.paid)},
        )


_IOM_ACT = (in_iom_order,)

GUARDS: Guards = {
    "OpenIomFile": _IOM_ACT,
    "ConfirmIomEligibility": _IOM_ACT,
    "RefuseIomEligibility": _IOM_ACT,
    "SignDeclaration": _IOM_ACT,
    "StateNoIomObjection": (_only_in(*STANDING_DECLARATION),),
    "RaiseIomObjection": (_only_in(*STANDING_DECLARATION),),
    "AwaitIomDocument": _IOM_ACT,
    "ReceiveIomDocument": _IOM_ACT,
    "BookIomTravel": _IOM_ACT,
    "PayIomPremium": (_only_in(*_PAID_IN), paid_once),
    "WithdrawIomFile": _IOM_ACT,
    "LapseIomFile": _IOM_ACT,
    "BeginReintegration": _IOM_ACT,
}

GUARDS_FROM_2: Guards = {
    "OpenIomFile": (in_iom_order, asked_in_person, interpreted),
    "SignDeclaration": (in_iom_order, eligible_before_signed, signed_freely),
    "BookIomTravel": (in_iom_order, office_does_not_object),
}


def _file_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    if state.iom:
        yield state.iom.since
    if attempt.act == "OpenIomFile":
        yield state.since
    if attempt.act == "SignDeclaration":
        yield state.age_since
    if attempt.act == "BookIomTravel" and state.iom:
        yield state.iom.checked


RESTS_ON: RestsOn = dict.fromkeys(GUARDS, _file_so_far)


def _journey(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """Say when the journey is late: so many weeks after the signature (a parameter)."""
    file = state.iom
    if file is None or file.signed is None or file.state not in STANDING_DECLARATION:
        return
    at = end_of_day(known(term_end, brussels_day(file.signed), rule("IOM-03")))
    if at is not None:
        yield Due("IOM-03", at, "begin the journey with IOM", file.signed, is_duty=True)


CLOCKS: Clocks = (_journey,)
