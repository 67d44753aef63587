"""
What a remedy stops, and until when: computed from the decision's notification.

Two regimes live side by side: decisions notified until 11 June 2026 and those
notified from 12 June 2026 (law of 17 June 2026), for which the text of the term
is read from the decision and the older protective rule is kept where the new one
is not known. What is not known blocks.

Under the first version of the procedure little is known of a decision, and it is judged
here; under the second see :mod:`domain.decide.blocking`.
"""

from datetime import date

from domain.decide import blocking
from domain.decide.attempt import Failing
from domain.decide.terms import Term, is_old, term
from domain.lifecycle.stages import SECOND
from domain.rules import rule
from domain.rules.calendar import brussels_day, day_after
from domain.state.decision import Round
from domain.state.remedies import Appeal
from domain.trajectory import Trajectory
from domain.values import AppealKind

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


def suspending(appeal: Appeal, notified_on: date | None) -> str | None:
    """
    Name the rule by which an open appeal stops a departure; ``None`` if it does not.

    Old regime: an ordinary annulment appeal suspends nothing by itself (art. 39/57 §1);
    extreme urgency, asylum appeals and the list of art. 39/79 do. New regime, unknown
    kind or unknown notification: blocked.
    """
    if notified_on is not None and not is_old(notified_on):
        return _NEW[appeal.kind]
    if notified_on is None or appeal.kind is AppealKind.UNKNOWN:
        return _OLD.get(appeal.kind, "APP-03")
    return _OLD.get(appeal.kind)


def appeals_in_the_way(state: Trajectory, *, declared: bool = False) -> list[Failing]:
    """Every open appeal that stops the departure; ``declared`` as in the second version."""
    if state.procedure >= SECOND:
        return list(blocking.appeals_in_the_way(state, declared=declared))
    found = []
    for appeal in state.appeals:
        if not appeal.open:
            continue
        round_ = next((r for r in state.rounds if r.number == appeal.round), None)
        notified_on = brussels_day(round_.notified.at) if round_ and round_.notified else None
        if rule_id := suspending(appeal, notified_on):
            found.append(blocking.undecided(rule_id, appeal))
    return found


def term_in_the_way(state: Trajectory, day: date, *, consents: bool) -> list[Failing]:
    """
    Tell whether the term for a suspensive remedy against the decision still runs on a day.

    A term that never started, because the remedies were not stated (law of
    11.04.1994, art. 2, 4°) or the means of notification is not known, blocks until
    the notification is regularised. A running one does not hold back a resident who
    consents; once the remedy is brought, it is the appeal itself that blocks.
    """
    if state.procedure >= SECOND:
        return list(blocking.terms_in_the_way(state, day, consents=consents))
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
            passes_on=day_after(term.last_day),
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
    if is_old(notified_on):
        row, length = rule("APP-03"), None
    elif printed is not None and printed <= max(rule("APP-07").lengths):
        row, length = rule("APP-07"), printed  # a longer one is that of the ordinary track
    else:
        row, length = rule("APP-05"), printed
    return term(row, decision.notification.means, notified_on, length)
