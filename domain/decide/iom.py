"""What may refuse an act of the IOM file, and how long the journey may be waited for."""

from collections.abc import Iterator
from datetime import datetime

from domain.decide.attempt import (
    Attempt,
    Clocks,
    Due,
    Failing,
    Guard,
    Guards,
    Reasons,
    RestsOn,
    local,
)
from domain.decide.care import is_cared_for, is_left_to_nobody
from domain.decide.information import interpreted
from domain.lifecycle import IOM, IomState, follows
from domain.lifecycle.iom import STANDING_DECLARATION
from domain.lifecycle.stages import SECOND
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
    """IOM-06: a voluntary return is asked for by the person who returns, and that is said."""
    own = attempt.saying("own_request")
    if own is False:
        yield Failing("IOM-06", "the resident did not ask for it; a voluntary return is asked for")
    elif own is None and attempt.said is not None:
        yield Failing("IOM-06", "say with --own-request whether the resident asked for it")


def talked_over(attempt: Attempt) -> Reasons:
    """LAN-01: it is said in which language the return was talked over."""
    if attempt.said is not None and attempt.saying("language") is None:
        yield Failing("LAN-01", "say in which language it was talked over")


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
    """IOM-04: nobody signs while kept apart, no minor without a parent or the guardian."""
    state = attempt.state
    if state is None:
        return
    if state.kept_apart_at(attempt.context.at):
        yield Failing("IOM-04", "the resident is kept apart; nobody signs a declaration there")
    if state.age is None and not state.is_minor:
        # Who may be a minor does not sign alone, and nobody says here who has to be present.
        yield Failing("IOM-04", "the age of the resident is not on record; it is recorded first")
    if is_left_to_nobody(attempt, state) and state.family.guardian is None:
        yield Failing("IOM-04", "no guardian of the unaccompanied minor is on record")
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


def signature_stands(attempt: Attempt) -> Reasons:
    """IOM-04: no journey is booked on a declaration signed while kept apart, whenever told."""
    signed = _signed_apart(attempt.state) if attempt.state else None
    if signed is not None:
        yield Failing(
            "IOM-04",
            "the declaration of {at} was signed while the resident was kept apart and does not "
            "stand: withdraw the file, and open another that is signed in freedom",
            {"at": local(signed)},
        )


def _signed_apart(state: Trajectory) -> datetime | None:
    """Give the moment of a declaration that does not stand: the resident was kept apart then."""
    file = state.iom
    if file is None or file.state not in STANDING_DECLARATION or file.signed is None:
        return None
    return file.signed if state.kept_apart_at(file.signed) else None


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
    "OpenIomFile": (in_iom_order, asked_in_person, talked_over, interpreted),
    "SignDeclaration": (in_iom_order, eligible_before_signed, signed_freely),
    "BookIomTravel": (in_iom_order, signature_stands, office_does_not_object),
}


def signed_when_it_was(attempt: Attempt) -> Reasons:
    """COR-03: a declaration signed while kept apart is not moved to a moment in freedom."""
    if attempt.state is not None and _signed_apart(attempt.state):
        yield Failing(
            "COR-03",
            "the declaration was signed while the resident was kept apart: it is signed again in "
            "freedom, not moved",
        )


def guardian_was_said(attempt: Attempt) -> Reasons:
    """COR-03: who was present when a minor signed is not made up afterwards."""
    state = attempt.state
    if state is None or attempt.saying("becomes") is not True:
        return
    if state.is_minor and attempt.context.was("guardian_present") is not True:
        yield Failing(
            "COR-03",
            "that a parent or the guardian was present is said when a minor signs: withdraw the "
            "file, and open another",
        )


CORRECTED: Guards = {
    "VoluntaryDeclarationSigned.occurred_at": (signed_when_it_was,),
    "VoluntaryDeclarationSigned.guardian_present": (guardian_was_said,),
}
"""Record and field → what is asked when the field is corrected."""


def _file_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    if state.iom:
        yield state.iom.since
    if attempt.act == "OpenIomFile":
        yield state.since
    if attempt.act == "SignDeclaration":
        yield state.age_since
        if state.is_minor and state.family.guardian is not None:
            yield state.family.guardian.appointed
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


def _signed_again(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """IOM-04: a declaration that does not stand is followed by another, or by none."""
    signed = _signed_apart(state) if state.procedure >= SECOND else None
    if signed is not None:
        yield Due(
            "IOM-04",
            signed,
            "withdraw the declaration signed while kept apart",
            signed,
            is_duty=True,
        )


CLOCKS: Clocks = (_signed_again, _journey)
