"""
Notification: by whom and how (art. 62 §3), what is wrong with one, and from when terms run.

What a term runs from is computed, never typed; a defective notification starts none until it
is put right, and the addressee of a letter may prove when it arrived.
"""

from datetime import UTC, date, datetime
from typing import NamedTuple

from domain.decide.attempt import Attempt, Failing, Reasons
from domain.lifecycle import RoundState
from domain.rules import code_list, rule
from domain.rules.calendar import add_working_days, brussels_day, known
from domain.rules.codes import Codes
from domain.state.decision import Round, served
from domain.state.protection import Application, refused_as
from domain.trajectory import Trajectory, day_of
from domain.values import Acknowledgement, Means

MAIL = (Means.REGISTERED, Means.ORDINARY_MAIL)
"""Letters that are presumed to arrive on a working day after posting (rule NOT-02)."""

FLAGS = {"no-translation": "INF-03", "no-contact": "INF-05"}
"""Defects that are noted and checked, and stop no term."""

_TELLING = {"no-remedies": "INF-04", "wrong-notifier": "NOT-01", "wrong-means": "NOT-01"}


def served_on(decision: Round) -> date | None:
    """
    Say on which day a decision reached the resident; ``None`` where that is not known.

    A letter: the day its addressee proved, else the working day on which it is presumed to
    have arrived. By hand, or another way: the day itself, also when it was refused.
    """
    told, notified = decision.notification, decision.notified
    if told is None or notified is None or told.means is None:
        return None
    if told.means in MAIL:
        return decision.received_on or presumed_on(brussels_day(notified.at))
    return brussels_day(notified.at)


def presumed_on(posted: date) -> date | None:
    """Say on which day a letter is presumed to have arrived; ``None`` so far from now."""
    return known(add_working_days, posted, rule("NOT-02").length or 0)


def start_row(reached: date | None) -> str:
    """Name the row by which a term starts for what reached its addressee on a day."""
    old = reached is None or rule("NOT-02").in_force(reached)
    return "NOT-02" if old else "NOT-04"


def open_defects(decision: Round) -> Reasons:
    """DEC-07, INF-04, NOT-01: defects found in a notification, as far as they stop its terms."""
    yield from that_stop_terms(standing_defects(decision.defects))


def standing_defects(defects: tuple[str, ...]) -> tuple[str, ...]:
    """Pick the defects that stop a term; the others are noted and checked."""
    return tuple(each for each in defects if each not in FLAGS)


def that_stop_terms(defects: tuple[str, ...]) -> Reasons:
    """DEC-07, INF-04, NOT-01: say of each defect that no term has started."""
    for defect in defects:
        yield Failing(
            _TELLING.get(defect, "DEC-07"),
            "the notification has a defect ({defect}) that is not put right: no term has started",
            {"defect": Codes.of("decision.defect", defect)},
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


def notified_by_who_may(attempt: Attempt) -> Reasons:
    """NOT-01: a notifier and means of art. 62 §3, which give a certain date."""
    if attempt.said is None:
        return
    means = attempt.saying("means")
    if attempt.saying("notifier") is None:
        yield Failing(
            "NOT-01",
            "it is not said which authority of art. 62 §3 notified: say it with --by, as one of: "
            "{known}",
            {"known": ", ".join(_notifiers(attempt))},
        )
    if means is None or means is Means.ORDINARY_MAIL:
        yield Failing(
            "NOT-01",
            "{means} gives no certain date of notification; with --means these do: {known}"
            if means
            else "it is not said how: with --means these give a certain date of notification: "
            "{known}",
            {"means": means, "known": ", ".join(_CERTAIN)},
        )
    elif means is Means.OTHER and attempt.saying("remark") is None:
        yield Failing("NOT-01", "other means need a remark on how their date is certain")


_CERTAIN = tuple(means.value for means in Means if means is not Means.ORDINARY_MAIL)


def _notifiers(attempt: Attempt) -> list[str]:
    day = brussels_day(attempt.context.at)
    return [code for code, one in code_list("decision.notifier").items() if one.on(day)]


def handed_over_in_form(attempt: Attempt) -> Reasons:
    """NOT-01: by hand against receipt, with a copy; by fax where a lawyer is known to stand by."""
    means, received = attempt.saying("means"), attempt.saying("acknowledgement")
    if means is Means.BY_HAND and received is None:
        yield Failing(
            "NOT-01",
            "by hand is against receipt: say with --acknowledgement what the resident did, as one "
            "of: {known}",
            {"known": ", ".join(Acknowledgement)},
        )
    refused = received is Acknowledgement.REFUSED_TO_RECEIVE
    if means is Means.BY_HAND and attempt.saying("copy_handed_over") is False and not refused:
        yield Failing("NOT-01", "the decision itself is handed over: no copy was")
    if means is Means.FAX and attempt.state is not None and not _has_a_lawyer(attempt.state):
        yield Failing(
            "NOT-01", "a fax goes to the domicile elected with a lawyer, and none is on record"
        )


def _has_a_lawyer(state: Trajectory) -> bool:
    return state.legal_aid is not None and state.legal_aid.assigned is not None


def refusal_mentioned(attempt: Attempt) -> Reasons:
    """NOT-03, NOT-05: a refusal to receive starts the term with the mention made of it."""
    refused = attempt.saying("acknowledgement") is Acknowledgement.REFUSED_TO_RECEIVE
    if refused and attempt.saying("mention") is None:
        old = rule("NOT-03").in_force(brussels_day(attempt.context.at))
        row = "NOT-03" if old else "NOT-05"
        yield Failing(row, "a refusal to receive needs the mention made of it")


class Letter(NamedTuple):
    """
    A notification an act is about: of a decision notified here, or of a refusal of asylum.

    ``sent`` is the day on which it was handed over or posted.
    """

    since: datetime
    means: Means | None
    sent: date | None
    stated: bool | None
    defects: tuple[str, ...]
    received_on: date | None


def letter(state: Trajectory | None, number: str | None) -> Letter | None:
    """Find the notification of the decision of that number; without one of the last notified."""
    if state is None:
        return None
    decision = served(state.rounds, number)
    if decision is not None:
        return _of_a_round(decision)
    refused = refused_as(state.protection.applications, number)
    return _of_an_application(refused) if refused else None


def _of_a_round(decision: Round) -> Letter:
    told, notified = decision.notification, decision.notified
    return Letter(
        decision.since or datetime.min.replace(tzinfo=UTC),
        told.means if told else None,
        brussels_day(notified.at) if notified else None,
        told.remedies_stated if told else None,
        decision.defects,
        decision.received_on,
    )


def _of_an_application(refused: Application) -> Letter | None:
    told = refused.decision
    if told is None:
        return None
    return Letter(
        refused.since,
        told.means,
        day_of(told.notified_on),
        told.remedies_stated,
        refused.defects,
        refused.received_on,
    )


def something_was_notified(attempt: Attempt) -> Reasons:
    """DEC-02: there is a notification the act can be about."""
    if attempt.state is not None and _meant(attempt) is None:
        number = attempt.saying("decision")
        yield Failing(
            "DEC-02", "no decision is notified (number: {number})", {"number": number or "-"}
        )


def names_a_defect(attempt: Attempt) -> Reasons:
    """DEC-07: it is said what is wrong."""
    if attempt.said is not None and not attempt.saying("defects"):
        yield Failing("DEC-07", "it is not said what is wrong with the notification")


def has_a_defect(attempt: Attempt) -> Reasons:
    """DEC-07: only what is wrong is put right."""
    meant = _meant(attempt)
    if meant is not None and not meant.defects and not _incomplete(meant):
        yield Failing("DEC-07", "no defect of this notification is on record")


def _incomplete(meant: Letter) -> bool:
    """Tell a notification that starts no term as it is, whether or not somebody found so."""
    return meant.sent is None or meant.means is None or meant.stated is not True


def remedies_stated_now(attempt: Attempt) -> Reasons:
    """INF-04: what is done again states the remedies."""
    if attempt.said is not None and attempt.saying("remedies_stated") is not True:
        yield Failing("INF-04", "a notification is put right only with the remedies stated")


def arrived_later(attempt: Attempt) -> Reasons:
    """NOT-02, NOT-04: the addressee proves a later day than a letter is taken to arrive on."""
    meant = _meant(attempt)
    if meant is None or meant.sent is None:
        return
    if meant.means not in MAIL:
        row = start_row(meant.sent)
        yield Failing(row, "only a letter is presumed to arrive on a given day")
    elif attempt.said is not None:
        yield from _proved(attempt, presumed_on(meant.sent), meant.received_on)


def _proved(attempt: Attempt, presumed: date | None, before: date | None) -> Reasons:
    proved, row = day_of(attempt.saying("received_on")), start_row(before or presumed)
    if proved is None or (presumed is not None and proved <= presumed):
        yield Failing(
            row,
            "the letter is presumed to have arrived on {day}; a later day is to be proved",
            {"day": presumed or "-"},
        )
    elif before is not None and proved <= before:
        yield Failing(
            row,
            "the letter was proved to have arrived on {day}; a later day is to be proved",
            {"day": before},
        )
    else:
        yield from not_after_the_act(attempt, "received_on")


def not_after_the_act(attempt: Attempt, name: str) -> Reasons:
    """ORD-03: a day that is told has come, and is one of the calendar."""
    if attempt.said is None:
        return
    said, day = day_of(attempt.saying(name)), brussels_day(attempt.context.at)
    if said is None:
        yield Failing(
            "ORD-03", "{day} is no day of the calendar", {"day": attempt.saying(name) or "-"}
        )
    elif said > day:
        yield Failing("ORD-03", "{at} has not come yet", {"at": said}, passes_on=said)


def _meant(attempt: Attempt) -> Letter | None:
    return letter(attempt.state, attempt.saying("decision"))
