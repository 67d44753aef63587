"""
What a remedy stops, and until when: computed from the decision's notification.

Two regimes live side by side: decisions notified until 11 June 2026 and those
notified from 12 June 2026 (law of 17 June 2026), for which the text of the term
is read from the decision and the older protective rule is kept where the new one
is not known. What is not known blocks.
"""

from datetime import date, timedelta
from typing import NamedTuple

from domain.decide.attempt import Failing
from domain.rules import Rule, rule
from domain.rules.calendar import add_working_days, brussels_day, term_end
from domain.trajectory import Appeal, Round, Trajectory
from domain.values import AppealKind, Means

NEW_REGIME = date(2026, 6, 12)
_OLD = {
    AppealKind.ANNULMENT_LISTED: "APP-02",
    AppealKind.EXTREME_URGENCY: "APP-03",
    AppealKind.ASYLUM: "APP-04a",
}
_NEW = {
    AppealKind.ANNULMENT: "APP-05",
    AppealKind.ANNULMENT_LISTED: "APP-05",
    AppealKind.EXTREME_URGENCY: "APP-07",
    AppealKind.ASYLUM: "APP-10",
    AppealKind.UNKNOWN: "APP-05",
}
URGENT_DAYS = 10
"""The longest term of the urgent track; a longer one printed in a decision is the ordinary one."""


class Term(NamedTuple):
    """The last day on which a suspensive remedy can be brought, by which rule."""

    rule: Rule
    last_day: date


def suspending(appeal: Appeal, notified_on: date | None) -> str | None:
    """
    Name the rule by which an open appeal stops a departure; ``None`` if it does not.

    Old regime: an ordinary annulment appeal suspends nothing by itself (art. 39/57 §1);
    extreme urgency, asylum appeals and the list of art. 39/79 do. New regime, unknown
    kind or unknown notification: blocked.
    """
    if notified_on is not None and notified_on >= NEW_REGIME:
        return _NEW[appeal.kind]
    if notified_on is None or appeal.kind is AppealKind.UNKNOWN:
        return _OLD.get(appeal.kind, "APP-03")
    return _OLD.get(appeal.kind)


def appeals_in_the_way(state: Trajectory) -> list[Failing]:
    """Every open appeal that stops the departure."""
    found = []
    for appeal in state.appeals:
        if not appeal.open:
            continue
        round_ = next((r for r in state.rounds if r.number == appeal.round), None)
        notified_on = brussels_day(round_.notified.at) if round_ and round_.notified else None
        if rule_id := suspending(appeal, notified_on):
            found.append(
                Failing(
                    rule_id,
                    "the {kind} appeal {reference} is undecided since {since}",
                    {
                        "kind": appeal.kind,
                        "reference": appeal.reference or "-",
                        "since": brussels_day(appeal.handed_in or appeal.since),
                    },
                    finding="DEPARTED_UNDER_APPEAL",
                )
            )
    return found


def term_in_the_way(state: Trajectory, day: date, *, consents: bool) -> list[Failing]:
    """
    Tell whether the term for a suspensive remedy against the decision still runs on a day.

    A term that never started, because the remedies were not stated (law of
    11.04.1994, art. 2, 4°) or the means of notification is not known, blocks until
    the notification is regularised. A running one does not hold back a resident who
    consents; once the remedy is brought, it is the appeal itself that blocks.
    """
    decision = state.decision
    if decision is None or decision.notified is None or decision.notification is None:
        return []
    if decision.notification.remedies_stated is not True:
        return [Failing("INF-04", "the remedies were not stated, so the appeal term never started")]
    term = suspensive_term(decision)
    if term is None:
        return [Failing("NOT-02", "the means of notification is not known, nor is the appeal term")]
    brought = [appeal.kind for appeal in state.appeals if appeal.round == decision.number]
    used = any(kind in _OLD for kind in brought)
    if consents or used or day > term.last_day:
        return []
    return [
        Failing(
            term.rule.id,
            "the term for a suspensive appeal runs until {last_day}",
            {"last_day": term.last_day},
            passes_on=term.last_day + timedelta(days=1),
            finding="ILLEGAL_TRANSITION" if brought else "DEPARTED_IN_TERM",
        )
    ]


def suspensive_term(decision: Round) -> Term | None:
    """
    Compute the last day for an extreme-urgency request against a notified decision.

    Ten days, the first measure's term, since it is not known here that an earlier
    measure was notified. From 12 June 2026: the term printed in the decision, else
    the longest one. ``None`` if the means of notification is not known, or the
    calendar of that year.
    """
    if decision.notified is None or decision.notification is None:
        return None
    notified_on = brussels_day(decision.notified.at)
    printed = decision.notification.appeal_term_days
    if notified_on < NEW_REGIME:
        row, length = rule("APP-03"), None
    elif printed is not None and printed <= URGENT_DAYS:
        row, length = rule("APP-07"), printed
    else:
        row, length = rule("APP-05"), printed
    try:
        start = _start(decision.notification.means, notified_on)
        return Term(row, term_end(start, row, length)) if start else None
    except ValueError:  # no holidays are known so far from now
        return None


def _start(means: Means | None, day: date) -> date | None:
    """Return the day after which the term runs, by means of notification (rule NOT-02)."""
    match means:
        case Means.BY_HAND | Means.REGISTERED_WITH_RECEIPT | Means.FAX | Means.OTHER:
            return day
        case Means.REGISTERED | Means.ORDINARY_MAIL:
            # The third working day after posting is the first day of the term.
            return add_working_days(day, 3) - timedelta(days=1)
        case _:
            return None
