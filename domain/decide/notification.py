"""
Notification: by whom and how (art. 62 §3), what is wrong with one, and from when terms run.

What a term runs from is computed, never typed; a defective notification starts none until it
is put right, and the addressee of a letter may prove when it arrived.
"""

from datetime import date

from domain.decide.attempt import Attempt, Failing, Reasons
from domain.lifecycle import RoundState
from domain.rules import code_list, rule
from domain.rules.calendar import add_working_days, brussels_day, known
from domain.rules.codes import Codes
from domain.state.decision import Round, served
from domain.trajectory import day_of
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


def open_defects(decision: Round) -> Reasons:
    """DEC-07, INF-04, NOT-01: defects found in a notification, as far as they stop its terms."""
    for defect in decision.defects:
        if defect not in FLAGS:
            yield Failing(
                _TELLING.get(defect, "DEC-07"),
                "the notification has a defect ({defect}) that is not put right: no term has "
                "started",
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


def refusal_mentioned(attempt: Attempt) -> Reasons:
    """NOT-03: a refusal to receive starts the term with the mention made of it."""
    refused = attempt.saying("acknowledgement") is Acknowledgement.REFUSED_TO_RECEIVE
    if refused and attempt.saying("mention") is None:
        yield Failing("NOT-03", "a refusal to receive needs the mention made of it")


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


def _incomplete(decision: Round) -> bool:
    """Tell a notification that starts no term as it is, whether or not somebody found so."""
    told = decision.notification
    return told is None or told.means is None or told.remedies_stated is not True


def remedies_stated_now(attempt: Attempt) -> Reasons:
    """INF-04: what is done again states the remedies."""
    if attempt.said is not None and attempt.saying("remedies_stated") is not True:
        yield Failing("INF-04", "a notification is put right only with the remedies stated")


def arrived_later(attempt: Attempt) -> Reasons:
    """NOT-02: the addressee proves a later day than the one a letter is presumed to arrive on."""
    meant = _meant(attempt)
    if meant is None or meant.notified is None or meant.notification is None:
        return
    if meant.notification.means not in MAIL:
        yield Failing("NOT-02", "only a letter is presumed to arrive on a given day")
    elif attempt.said is not None:
        presumed = presumed_on(brussels_day(meant.notified.at))
        yield from _proved(attempt, presumed)


def _proved(attempt: Attempt, presumed: date | None) -> Reasons:
    proved = day_of(attempt.saying("received_on"))
    if proved is None or (presumed is not None and proved <= presumed):
        yield Failing(
            "NOT-02",
            "the letter is presumed to have arrived on {day}; a later day is to be proved",
            {"day": presumed or "-"},
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


def _meant(attempt: Attempt) -> Round | None:
    return served(attempt.state.rounds, attempt.saying("decision")) if attempt.state else None
