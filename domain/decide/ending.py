"""What may refuse an end without departure, a closing or a reopening."""

from collections.abc import Callable, Iterator
from datetime import datetime
from types import SimpleNamespace

from domain.authority import role_for
from domain.decide.admission import KEPT
from domain.decide.always import after_everything
from domain.decide.attempt import Attempt, Failing, Guards, Reasons, RestsOn, for_others, local
from domain.decide.notification import decisions_notified
from domain.decide.protection import no_right_of_residence
from domain.decide.release import cases_of_this_stay
from domain.lifecycle import (
    ENDED,
    AppealState,
    AsylumState,
    CustodyStatus,
    MeasureState,
    ObjectionState,
)
from domain.lifecycle.ending import (
    DECIDED_BY_ANOTHER,
    ESTABLISH,
    EXITS,
    FIRST_PROCEDURE_ONLY,
    GONE,
    UNKNOWN,
    UNTOLD_DECIDED_BY,
)
from domain.rules import rule
from domain.rules.calendar import brussels_day, term_end
from domain.rules.codes import Codes
from domain.state.custody import ChamberCase, Custody
from domain.state.standing import standing
from domain.state.trajectory import Trajectory
from domain.values import Function

RELEASE = "release"
"""What a court says that lets the resident go, on the list ``custody.chamber-outcome``."""


def let_go_first(attempt: Attempt) -> Reasons:
    """END-05: of who is held no trajectory ends without departure, unless by being elsewhere."""
    state = attempt.state
    if state is None or not state.custody.detained or attempt.saying("reason") in EXITS:
        return
    if attempt.said is not None:
        yield Failing(
            "END-05",
            "the resident is held ({state}); a release is recorded first",
            {"state": str(state.custody.status)},
        )


def decided_by_another(attempt: Attempt) -> Reasons:
    """END-03, SEP-01: one person proposes what nothing on record tells, another decides it."""
    state, reason = attempt.state, attempt.saying("reason")
    if state is None or _deciders(attempt) is None:
        return
    proposals = [each for each in state.ending.proposals if each.reason == reason]
    if not proposals:
        yield Failing(
            "END-03",
            "{reason} is proposed before it is decided",
            {"reason": Codes.of("ending.non-return", reason)},
        )
    if theirs := attempt.own_part(*proposals):
        yield Failing(
            "SEP-01",
            "{person} proposed this as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


def decided_high_enough(attempt: Attempt) -> Reasons:
    """AUT-02: who decides that a trajectory ends without departure depends on the reason."""
    yield from _is_for(attempt, _deciders(attempt))


def decided_at_the_desk(attempt: Attempt) -> Reasons:
    """AUT-02: under the first version of the procedure the hierarchy left this to the desk."""
    yield from _is_for(attempt, ESTABLISH)


def _is_for(attempt: Attempt, may: frozenset[Function] | None) -> Reasons:
    """Say for whom an end is; who may establish none at all is told so already."""
    actor = attempt.context.actor
    if actor is None or may is None or not may.isdisjoint(actor.functions):
        return
    if role_for(actor, "EstablishNonReturn") is not None or attempt.act == "CorrectRecord":
        yield for_others(actor, may)


def _deciders(attempt: Attempt) -> frozenset[Function] | None:
    """Say who decides what another proposed; ``None`` where the record tells enough."""
    reason = attempt.saying("reason")
    if reason in UNTOLD_DECIDED_BY and not _protection_is_granted(attempt):
        return UNTOLD_DECIDED_BY[reason]
    return DECIDED_BY_ANOTHER.get(reason)


def reason_rests_on_record(attempt: Attempt) -> Reasons:
    """END-03 and what the reason itself asks: the dossier bears out why it ends."""
    reason = attempt.saying("reason")
    if attempt.state is not None and reason in _BORNE_OUT:
        yield from _BORNE_OUT[reason](attempt)


def _let_go(attempt: Attempt) -> Reasons:
    """END-03: that somebody was let go can be read in the dossier."""
    state = attempt.state
    if state is not None and state.custody.status is not CustodyStatus.RELEASED:
        yield Failing("END-03", "no release is on record")


def _residence_granted(attempt: Attempt) -> Reasons:
    """END-03: the right of residence was granted, by who may, and no later decision ended it."""
    if attempt.state is not None and not any(no_right_of_residence(attempt)):
        yield Failing("END-03", "no right of residence is on record as granted")


def _is_at(*there: CustodyStatus) -> Callable[[Attempt], Reasons]:
    """Make what asks whether the resident is on record as being somewhere."""

    def asked(attempt: Attempt) -> Reasons:
        """END-03: a move to there is on record, and none away."""
        status = attempt.state.custody.status if attempt.state else None
        if status is not None and status not in there:
            yield Failing(
                "END-03",
                "the resident is {state} on record; this needs {after}",
                {"state": str(status), "after": ", ".join(there)},
            )

    return asked


def _victim(attempt: Attempt) -> Reasons:
    """END-03: the status is on record, by who may open it."""
    statuses = attempt.state.protection.statuses if attempt.state else ()
    if not any(each.kind == _VICTIM for each in standing(statuses)):
        yield Failing("END-03", "no such status is on record")


def _suspended(attempt: Attempt) -> Reasons:
    """END-03: the interim measure of a treaty body stands on record."""
    interim = attempt.state.interim if attempt.state else ()
    if not any(each.kind in _TREATY_BODIES for each in standing(interim)):
        yield Failing("END-03", "no interim measure of a treaty body stands on record")


_VICTIM = "trafficking-victim"
"""A code of the list ``protection.status``."""
_TREATY_BODIES = ("ecthr-rule-39", "un-committee")
"""Codes of the list ``remedies.interim-body``."""


def _protection_granted(attempt: Attempt) -> Reasons:
    """END-03: protection was granted; where nobody recorded it here, a remark says where it is."""
    if not _protection_is_granted(attempt) and attempt.saying("remark") is None:
        yield Failing("END-03", "no granted protection is on record; say in a remark where it is")


def _protection_is_granted(attempt: Attempt) -> bool:
    return attempt.state is not None and attempt.state.protection.asylum is AsylumState.GRANTED


def _absconding_established(attempt: Attempt) -> Reasons:
    absconding = attempt.state.custody.absconding if attempt.state else None
    if absconding is None or absconding.established is None or absconding.found is not None:
        yield Failing("END-03", "no absconding is established on record")


def _chamber_released(attempt: Attempt) -> Reasons:
    """CDC-04: a court let the resident go from this detention, and no appeal holds that back."""
    custody = attempt.state.custody if attempt.state else Custody()
    cases = [case for case in cases_of_this_stay(custody, attempt.context.at) if case.rulings]
    ordered = [case for case in cases if case.rulings[-1].outcome == RELEASE]
    if not ordered:
        yield Failing(
            "END-03",
            "no release from this detention by the council or indictment chamber is on record",
        )
    elif all(_held_back(case) for case in ordered):
        yield Failing(
            "CDC-04", "an appeal is brought against the release; the indictment chamber rules first"
        )
    yield from _let_go(attempt)


def _held_back(case: ChamberCase) -> bool:
    """Tell a release against which another than the resident appealed."""
    ruled = case.rulings[-1].at
    return any(appeal.by != "resident" and appeal.at >= ruled for appeal in case.appeals)


def _maximum_was_reached(attempt: Attempt) -> Reasons:
    """DET-01 to DET-14: released on the last day of detention, or later; the unknown is not."""
    from domain.decide.detention import maximum

    custody = attempt.state.custody if attempt.state else None
    issued = [title for title in custody.titles if title.issued] if custody else []
    if custody is None or not issued:
        yield Failing("END-03", "no detention title is on record")
        return
    yield from _let_go(attempt)
    over = custody.stays[-1].over if custody.stays else None
    day = brussels_day(over or attempt.context.at)
    limit = maximum(custody, custody.title or issued[-1], day)
    if limit is None:
        yield Failing("END-03", "it is not known how long this title may last")
    elif day < limit.last:
        yield Failing(
            limit.rule,
            "the longest detention is reached on {last_day}",
            {"last_day": limit.last},
            passes_on=None if over else limit.last,
        )


def _transfer_may_go(attempt: Attempt) -> Reasons:
    """DUB-01 and more; read for such an end alone, since it asks nearly all a removal asks."""
    from domain.decide.dublin import transfer_may_go

    yield from transfer_may_go(attempt)


def _proof_is_said(_attempt: Attempt) -> Reasons:
    yield Failing("END-03", "say whether there is proof: left-with-proof or left-without-proof")


_BORNE_OUT: dict[str, Callable[[Attempt], Reasons]] = {
    "released-by-office": _let_go,
    "residence-granted": _residence_granted,
    "to-prison": _is_at(CustodyStatus.PRISON),
    "to-hospital": _is_at(CustodyStatus.HOSPITAL),
    "victim-status": _victim,
    "suspended-by-treaty-body": _suspended,
    "protection-granted": _protection_granted,
    "absconded": _absconding_established,
    "absconded-presumed": _absconding_established,
    "released-by-chamber": _chamber_released,
    "maximum-reached": _maximum_was_reached,
    "dublin-transfer": _transfer_may_go,
    FIRST_PROCEDURE_ONLY: _proof_is_said,
}
"""Reason → what has to be so; each other reason is proposed by one and decided by another."""


def reason_as_established(attempt: Attempt) -> Reasons:
    """
    COR-03: a reason is corrected to one that the record bears out, by who may decide it.

    Two persons there are: who recorded the end, and who corrects it.
    """
    target = attempt.context.target
    if target is None:
        return
    remark = getattr(target.event, "remark", None)
    asked = SimpleNamespace(reason=attempt.saying("becomes"), remark=remark)
    as_said = attempt._replace(said=asked)
    yield from decided_high_enough(as_said)
    yield from reason_rests_on_record(as_said)


CORRECTED: Guards = {"NonReturnEstablished.reason": (reason_as_established,)}
"""Record and field → what is asked when the field is corrected."""


def services_are_said(attempt: Attempt) -> Reasons:
    """END-04: an alert names who was alerted."""
    if attempt.said is not None and not attempt.saying("services"):
        yield Failing("END-04", "say which services were alerted")


def nothing_left_open(attempt: Attempt) -> Reasons:
    """END-01: every task that the dossier knows of was followed to its end."""
    from domain.decide.affairs import open_affairs

    state = attempt.state
    if state is None:
        return
    for incident in state.incidents.open:
        yield Failing(
            "END-01",
            "incident {n} ({kind}) is open",
            {"n": incident.number, "kind": Codes.of("incidents.kind", incident.kind)},
        )
    for kind, number in open_affairs(state):
        yield Failing("END-01", "{kind} {n} is open", {"kind": kind, "n": number})
    yield from _unfinished(state)
    for alert in state.alerts:
        if alert.answered is None:
            yield _unanswered(state, alert.act)
    for appeal in state.appeals:
        if appeal.state is AppealState.HANDED_IN:
            yield Failing(
                "END-01",
                "the {kind} appeal {reference} was handed in and not transmitted",
                {"kind": appeal.kind, "reference": appeal.reference or "-"},
            )


def _unfinished(state: Trajectory) -> Reasons:
    """END-01: no measure, property, medical objection or detention is left as it was."""
    for measure in state.measures.every:
        if measure.state in (MeasureState.RUNNING, MeasureState.PROPOSED):
            yield Failing(
                "END-01",
                "measure {n} ({kind}) has not ended"
                if measure.state is MeasureState.RUNNING
                else "measure {n} ({kind}) is neither decided nor refused",
                {"n": measure.number, "kind": Codes.of("measures.kind", measure.kind)},
            )
    for kept in state.belongings:
        # Of who is gone it is kept: there is nobody to give it to.
        if kept.outcome == KEPT and state.ending.reason not in GONE:
            yield Failing(
                "END-01",
                "property is kept under {reference} and was not given back",
                {"reference": kept.reference},
            )
    if any(one.state is ObjectionState.PENDING for one in state.health.objections):
        yield Failing("END-01", "a medical objection is not resolved")
    if state.stage in ENDED and state.custody.stay is not None:
        yield Failing("END-01", "no release is on record, and the resident was held")


def _unanswered(state: Trajectory, act: int) -> Failing:
    done = state.removal.doing(act)
    if done is None:
        return Failing(
            "END-01",
            "nobody has answered for the act of version {n}, inside a block found late",
            {"n": act},
        )
    return Failing(
        "END-01",
        "nobody has answered for version {n} ({step}, {at}), inside a block found late",
        {"n": act, "step": done.step, "at": local(done.by.at)},
    )


def outcome_is_known(attempt: Attempt) -> Reasons:
    """END-02: of whom nothing is known, the dossier is closed soon or not at all (a parameter)."""
    ending = attempt.state.ending if attempt.state else None
    if ending is None or ending.reason != UNKNOWN or ending.at is None:
        return
    last_day = term_end(brussels_day(ending.at), rule("END-02"))
    if brussels_day(attempt.context.at) > last_day:
        yield Failing(
            "END-02",
            "why there is no departure is unknown; this could stand until {last_day}",
            {"last_day": last_day},
        )


def services_were_alerted(attempt: Attempt) -> Reasons:
    """END-04: of who absconded, or of whom nothing is known, the services were told."""
    ending = attempt.state.ending if attempt.state else None
    if ending is not None and ending.reason in GONE and not ending.alerted:
        yield Failing(
            "END-04",
            "no service was alerted that the resident is gone ({reason})",
            {"reason": Codes.of("ending.non-return", ending.reason)},
        )


def closed_by_another(attempt: Attempt) -> Reasons:
    """SEP-06: by natural person, who recorded the end does not close, nor reopen it."""
    ending = attempt.state.ending if attempt.state else None
    if ending is None:
        return
    hands = (ending.ended,) if attempt.act == "CloseTrajectory" else (ending.ended, ending.closed)
    if theirs := attempt.own_part(*hands):
        yield Failing(
            "SEP-06",
            "{person} ended this trajectory as {account}; another person closes or reopens it",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


GUARDS: Guards = {"EstablishNonReturn": (decisions_notified, decided_at_the_desk)}

GUARDS_FROM_2: Guards = {
    "EstablishNonReturn": (
        decisions_notified,
        let_go_first,
        decided_by_another,
        decided_high_enough,
        reason_rests_on_record,
    ),
    "AlertServices": (services_are_said,),
    "CloseTrajectory": (
        nothing_left_open,
        outcome_is_known,
        services_were_alerted,
        closed_by_another,
    ),
    "ReopenTrajectory": (closed_by_another,),
}


def _since_the_end(state: Trajectory, _attempt: Attempt) -> Iterator[datetime | None]:
    yield state.since


RESTS_ON: RestsOn = dict.fromkeys(
    ("EstablishNonReturn", "CloseTrajectory", "ReopenTrajectory"), after_everything
) | dict.fromkeys(("AlertServices", "RecordTrack"), _since_the_end)
