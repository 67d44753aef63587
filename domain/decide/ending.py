"""What may refuse an end without departure, a closing or a reopening."""

from collections.abc import Callable, Iterator
from datetime import datetime

from domain.decide.always import after_everything
from domain.decide.attempt import Attempt, Failing, Guards, Reasons, RestsOn, local
from domain.decide.notification import decisions_notified
from domain.lifecycle import AppealState, AsylumState
from domain.lifecycle.ending import DECIDED_BY_ANOTHER, FIRST_PROCEDURE_ONLY, GONE, UNKNOWN
from domain.rules import rule
from domain.rules.calendar import brussels_day, term_end
from domain.rules.codes import Codes
from domain.state.trajectory import Trajectory

RELEASE = "release"
"""What a court says that lets the resident go, on the list ``custody.chamber-outcome``."""


def decided_by_another(attempt: Attempt) -> Reasons:
    """END-03, SEP-01: one person proposes a release or a residence, another decides it."""
    state, reason = attempt.state, attempt.saying("reason")
    if state is None or reason not in DECIDED_BY_ANOTHER:
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


def reason_rests_on_record(attempt: Attempt) -> Reasons:
    """END-03 and what the reason itself asks: the dossier bears out why it ends."""
    reason = attempt.saying("reason")
    if attempt.state is not None and reason in _BORNE_OUT:
        yield from _BORNE_OUT[reason](attempt)


def _protection_granted(attempt: Attempt) -> Reasons:
    """END-03: protection was granted; where nobody recorded it here, a remark says where it is."""
    granted = attempt.state is not None and attempt.state.protection.asylum is AsylumState.GRANTED
    if not granted and attempt.saying("remark") is None:
        yield Failing("END-03", "no granted protection is on record; say in a remark where it is")


def _absconding_established(attempt: Attempt) -> Reasons:
    absconding = attempt.state.custody.absconding if attempt.state else None
    if absconding is None or absconding.established is None or absconding.found is not None:
        yield Failing("END-03", "no absconding is established on record")


def _chamber_released(attempt: Attempt) -> Reasons:
    cases = attempt.state.custody.cases if attempt.state else ()
    rulings = [case.rulings[-1] for case in cases if case.rulings]
    if not rulings or rulings[-1].outcome != RELEASE:
        yield Failing("END-03", "no release by the council or indictment chamber is on record")


def _maximum_was_reached(attempt: Attempt) -> Reasons:
    """DET-01 to DET-14: the last day of detention has come; what is not known is not reached."""
    from domain.decide.detention import maximum

    custody = attempt.state.custody if attempt.state else None
    issued = [title for title in custody.titles if title.issued] if custody else []
    if custody is None or not issued:
        yield Failing("END-03", "no detention title is on record")
        return
    day = brussels_day(attempt.context.at)
    limit = maximum(custody, custody.title or issued[-1], day)
    if limit is None:
        yield Failing("END-03", "it is not known how long this title may last")
    elif day < limit.last:
        yield Failing(
            limit.rule,
            "the longest detention is reached on {last_day}",
            {"last_day": limit.last},
            passes_on=limit.last,
        )


def _transfer_may_go(attempt: Attempt) -> Reasons:
    """DUB-01 and more; read for such an end alone, since it asks nearly all a removal asks."""
    from domain.decide.dublin import transfer_may_go

    yield from transfer_may_go(attempt)


def _proof_is_said(_attempt: Attempt) -> Reasons:
    yield Failing("END-03", "say whether there is proof: left-with-proof or left-without-proof")


_BORNE_OUT: dict[str, Callable[[Attempt], Reasons]] = {
    "protection-granted": _protection_granted,
    "absconded": _absconding_established,
    "absconded-presumed": _absconding_established,
    "released-by-chamber": _chamber_released,
    "maximum-reached": _maximum_was_reached,
    "dublin-transfer": _transfer_may_go,
    FIRST_PROCEDURE_ONLY: _proof_is_said,
}
"""Reason → what has to be so; the other reasons ask for nothing more."""


def services_are_said(attempt: Attempt) -> Reasons:
    """END-04: an alert names who was alerted."""
    if attempt.said is not None and not attempt.saying("services"):
        yield Failing("END-04", "say which services were alerted")


def nothing_left_open(attempt: Attempt) -> Reasons:
    """END-01: every incident, measure, exchange, complaint and appeal was followed to its end."""
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
    for measure in state.measures.running:
        yield Failing(
            "END-01",
            "measure {n} ({kind}) has not ended",
            {"n": measure.number, "kind": Codes.of("measures.kind", measure.kind)},
        )
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


GUARDS: Guards = {"EstablishNonReturn": (decisions_notified,)}

GUARDS_FROM_2: Guards = {
    "EstablishNonReturn": (decisions_notified, decided_by_another, reason_rests_on_record),
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
