"""Medical intake, fitness to travel, a doctor's objection, and the examination under force."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from domain.decide.attempt import Attempt, Clocks, Due, Failing, Guards, Reasons, RestsOn, local
from domain.lifecycle import OBJECTION, Fitness, ObjectionState, follows
from domain.lifecycle.stages import SECOND
from domain.rules import rule
from domain.rules.calendar import brussels_day
from domain.state.family import ADULT
from domain.state.health import Objection
from domain.state.numbered import hours_after
from domain.trajectory import Trajectory


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


def no_open_objection(attempt: Attempt) -> Reasons:
    """MED-01: no doctor's objection stood at the moment of the act."""
    if attempt.state is None:
        return
    for objection in attempt.state.health.objections:
        if objection.was_pending(attempt.context.at):
            yield Failing(
                "MED-01",
                "a doctor objected to the departure on {day}; nobody has resolved it",
                {"day": brussels_day(objection.raised.at)},
            )


def medically_taken_in(attempt: Attempt) -> Reasons:
    """INT-01: the medical service had seen the resident by the moment of the act."""
    if attempt.state is None:
        return
    intake = attempt.state.health.intake
    if intake is None or intake > attempt.context.at:
        yield Failing("INT-01", "the medical intake is not completed")


def in_objection_order(attempt: Attempt) -> Reasons:
    """MED-02: raised, perhaps by several doctors, then resolved."""
    objection = attempt.state.health.objection if attempt.state else None
    now = objection.state if objection else None
    passes, after = follows(OBJECTION, now, attempt.act)
    if not passes:
        yield Failing(
            "MED-02",
            "the medical objection is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


def not_objected_yet(attempt: Attempt) -> Reasons:
    """MED-02: a doctor objects once, until the objection is resolved."""
    if theirs := attempt.own_part(*(each.raised for each in _pending(attempt))):
        yield Failing(
            "MED-02",
            "the objection that {person} raised as {account} is pending",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


def _pending(attempt: Attempt) -> list[Objection]:
    objections = attempt.state.health.objections if attempt.state else ()
    return [each for each in objections if each.state is ObjectionState.PENDING]


def second_opinion(attempt: Attempt) -> Reasons:
    """SEP-04: by natural person, another than any who objected resolves the objections."""
    if theirs := attempt.own_part(*(each.raised for each in _pending(attempt))):
        yield Failing(
            "SEP-04",
            "{person} raised the objection as {account}; another person must resolve it",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


# -- the examination under force (art. 74/23) ---------------------------------------------


def never_on_a_minor(attempt: Attempt) -> Reasons:
    """MED-03: no force on a minor, on who may be one, nor in the presence of one."""
    # An age in dispute, or not on record, does not allow it.
    if attempt.state is not None and attempt.state.age != ADULT:
        yield Failing("MED-03", "the resident is not on record as an adult: no force is used")
    if attempt.said is not None and attempt.saying("minors_present") is not False:
        yield Failing("MED-03", "it is not established that no minor was present")


def examination_demanded(attempt: Attempt) -> Reasons:
    """MED-03, COE-01: an emergency, for which no other certificate does; by lawful means."""
    if attempt.said is None:
        return
    if attempt.saying("emergency") is not True:
        yield Failing("MED-03", "no public health emergency of international concern is known")
    if attempt.saying("no_other_certificate") is not True:
        yield Failing("MED-03", "it is not established that no other certificate was accepted")
    if not attempt.saying("means"):
        yield Failing("COE-01", "no means of coercion is named")


def there_is_such_a_law(attempt: Attempt) -> Reasons:
    """EXE-07: nobody is examined under force before the law that allows it."""
    row, day = rule("EXE-07"), brussels_day(attempt.context.at)
    if attempt.said is not None and not row.in_force(day):
        yield Failing(
            "MED-03",
            "no law allows an examination under force before {day}",
            {"day": row.valid_from},
            passes_on=row.valid_from,
        )


def examination_prepared(attempt: Attempt) -> Reasons:
    """MED-03: informed before, an undertaking read again in private and signed, trained agents."""
    if attempt.said is None:
        return
    if not _by_then(attempt, "informed_on"):
        yield Failing("MED-03", "it is not established that the resident was informed before")
    if not _by_then(attempt, "undertaking_on"):
        yield Failing("MED-03", "it is not established that the undertaking was signed before")
    informed, signed = attempt.saying("informed_on"), attempt.saying("undertaking_on")
    if informed and signed and signed < informed:
        yield Failing("MED-03", "the undertaking was signed before the resident was informed")
    if attempt.saying("reread_alone") is not True:
        yield Failing("MED-03", "it is not established that it was read again in private")
    if attempt.saying("agents_trained") is not True:
        yield Failing("MED-03", "it is not established that the agents were trained for it")


def _by_then(attempt: Attempt, field: str) -> bool:
    """Tell whether a day was said that is not after the act: what is not known did not happen."""
    day = attempt.saying(field)
    return day is not None and day <= brussels_day(attempt.context.at).isoformat()


GUARDS: Guards = {
    "RaiseMedicalObjection": (in_objection_order, not_objected_yet),
    "ResolveMedicalObjection": (in_objection_order, second_opinion),
    "ForceMedicalExamination": (
        there_is_such_a_law,
        never_on_a_minor,
        examination_demanded,
        examination_prepared,
    ),
}


def _objection_so_far(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.health.objection.since if state.health.objection else None


def _last_resolved(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    """Look to the last end alone: of two who object none waits for the other."""
    resolved = (each for each in state.health.objections if each.state is ObjectionState.RESOLVED)
    yield max((each.since for each in resolved), default=None)


def _age_known(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.age_since


RESTS_ON: RestsOn = {
    "RaiseMedicalObjection": _last_resolved,
    "ResolveMedicalObjection": _objection_so_far,
    "ForceMedicalExamination": _age_known,
}


def _certificate(state: Trajectory, _now: datetime) -> Iterator[Due]:
    if state.examination is not None and state.examination.result is not Fitness.UNFIT:
        valid = timedelta(hours=rule("EXE-06").length or 0)
        examined = state.examination.at
        yield Due("EXE-06", examined + valid, "the fit-to-travel certificate ends", examined)


def _intake(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """INT-01: the medical service sees who arrives within hours (a parameter)."""
    due = hours_after(state.opened, rule("INT-01").length or 0)
    if state.procedure >= SECOND and state.health.intake is None and due is not None:
        yield Due("INT-01", due, "complete the medical intake", state.opened, is_duty=True)


CLOCKS: Clocks = (_certificate, _intake)
