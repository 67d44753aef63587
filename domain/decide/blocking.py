"""
What stops a removal under the second version of the procedure: remedies and their terms.

Computed from the kind of decision, the kind of appeal, the moment it was lodged and the law
of the day of notification; never typed. What is not known blocks.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from domain.decide.attempt import Failing
from domain.decide.notification import open_defects, start_row, that_stop_terms
from domain.decide.period import not_made_again
from domain.decide.refusals import (
    ON_ASYLUM,
    Refusal,
    asylum_row,
    asylum_term,
    may_not_remain,
    refusal_of,
    refusals,
)
from domain.decide.terms import Term, is_old, law_of, term
from domain.lifecycle import AppealState, AsylumState
from domain.lifecycle.decision import kind_of
from domain.rules import Rule, rule
from domain.rules.calendar import brussels_day, day_after
from domain.state.decision import Round
from domain.state.remedies import Appeal
from domain.trajectory import Trajectory
from domain.values import AppealKind

_ANNULMENTS = (AppealKind.ANNULMENT, AppealKind.ANNULMENT_LISTED)


class Way(NamedTuple):
    """
    A remedy that stops a removal: by which row, for how long, and which kinds of appeal use it.

    ``length`` is the term printed in the decision; ``None`` for that of the row.
    """

    row: Rule
    kinds: tuple[AppealKind, ...]
    length: int | None = None


class Running(NamedTuple):
    """A term to appeal: since when it runs, and whether an appeal of its kind was brought."""

    term: Term
    since: datetime
    used: bool
    appealed: bool


# -- against the decisions of the authority -----------------------------------------------


def ways_against(decision: Round) -> list[Way]:
    """
    List the remedies against a notified decision that stop a removal.

    For what reached the resident until 11 June 2026: the request in extreme urgency, sooner
    against a second measure, and the annulment appeal if the decision is on the list of art.
    39/79, or may be. From 12 June: one appeal, in the term printed, else the longest.
    """
    reached = law_of(decision)
    if reached is None or decision.notification is None:
        return []
    if is_old(reached):
        urgent = rule("APP-04" if decision.second_measure else "APP-03")
        ways = [Way(urgent, (AppealKind.EXTREME_URGENCY,))]
        if kind_of(decision.kind).suspends:
            ways.append(Way(rule("APP-02"), _ANNULMENTS))
        return ways
    printed = _at_least_legal(decision.notification.appeal_term_days)
    kinds = (AppealKind.EXTREME_URGENCY, AppealKind.ANNULMENT_LISTED)
    return [Way(_track(printed), kinds, printed)]


def _at_least_legal(printed: int | None) -> int | None:
    """Read a printed term; a shorter one than the law of 17 June 2026 knows is not trusted."""
    return None if printed is None else max(printed, min(rule("APP-07").lengths))


def _track(printed: int | None) -> Rule:
    """
    Name the track of the law of 17 June 2026 a printed term belongs to.

    Ten days are those of the accelerated track and of the urgent one; both stop a removal.
    """
    if printed is not None and printed <= min(rule("APP-07").lengths):
        return rule("APP-07")
    if printed is not None and printed <= (rule("APP-06").length or 0):
        return rule("APP-06")
    return rule("APP-05")


def standing_decisions(state: Trajectory) -> list[Round]:
    """List the decisions in force, but for those on asylum."""
    return [
        each
        for each in state.rounds
        if each.in_force and each.notified and each.notification and each.kind not in ON_ASYLUM
    ]


def term_of(decision: Round, way: Way) -> Term | None:
    """Compute the term of a remedy against a decision; ``None`` when its start is not known."""
    if decision.notified is None or decision.notification is None:
        return None
    day = brussels_day(decision.notified.at)
    return term(way.row, decision.notification.means, day, way.length, decision.received_on)


# -- open appeals -------------------------------------------------------------------------


def appeals_in_the_way(state: Trajectory, *, declared: bool = False) -> Iterator[Failing]:
    """
    Every open appeal that stops the departure, and a request to remain not ruled upon.

    ``declared`` says that the person goes under a declaration that stands: some appeals stop
    only who does not consent.
    """
    for appeal in state.appeals:
        if appeal.open and (rule_id := stopping(state, appeal, declared=declared)):
            yield undecided(rule_id, appeal, appeal.brought)
    asked = state.remaining
    if asked is not None and asked.ruling is None:
        yield Failing(
            "APP-08",
            "the request of {since} to remain during the asylum appeal is not ruled upon",
            {"since": brussels_day(asked.asked)},
            finding="DEPARTED_UNDER_APPEAL",
        )


def undecided(rule_id: str, appeal: Appeal, since: datetime | None = None) -> Failing:
    """Say that an appeal is open, and stops the departure."""
    return Failing(
        rule_id,
        "the {kind} appeal {reference} is undecided since {since}",
        {
            "kind": appeal.kind,
            "reference": appeal.reference or "-",
            "since": brussels_day(since or appeal.handed_in or appeal.since),
        },
        finding="DEPARTED_UNDER_APPEAL",
    )


SAVE_CONSENT = ("APP-02", "APP-04a", "APP-04b")
"""Rows of the law until 11 June 2026 by which a remedy blocks a forced removal, save consent."""


def stopping(state: Trajectory, appeal: Appeal, *, declared: bool = False) -> str | None:
    """Name the rule by which an open appeal stops a departure; ``None`` if it does not."""
    if appeal.kind is AppealKind.ASYLUM:
        return _asylum_stopping(state, appeal, declared=declared)
    against = _may_be_against(state, appeal)
    if not against:
        return "APP-02" if appeal.kind in _ANNULMENTS else "APP-03"
    found = (_stopped_by(appeal, each) for each in against)
    return next((each for each in found if each and not (declared and each in SAVE_CONSENT)), None)


def _may_be_against(state: Trajectory, appeal: Appeal) -> list[Round]:
    """
    List the notified decisions an appeal may be against: the one named, or whatever stood then.

    Several are often notified together, as an order to leave and its entry ban.
    """
    notified = [each for each in state.rounds if each.notified is not None]
    if appeal.decision is not None:
        return [each for each in notified if each.reference == appeal.decision]
    latest = [each for each in notified if each.number == appeal.round]
    before = [each for each in notified if each.number < appeal.round and each.in_force]
    return latest + before


def _stopped_by(appeal: Appeal, decision: Round) -> str | None:
    """Name the rule by which an open appeal stops a departure if it is against a decision."""
    ways, reached = ways_against(decision), law_of(decision)
    if appeal.kind is AppealKind.UNKNOWN or not ways:
        return ways[0].row.id if ways else "APP-03"
    if reached is not None and not is_old(reached):
        # Whatever the kind: what it stops is not known, so it stops.
        return "APP-07" if appeal.kind is AppealKind.EXTREME_URGENCY else ways[0].row.id
    way = next((each for each in ways if appeal.kind in each.kinds), None)
    if way is None or _is_late(appeal, term_of(decision, way)):
        return None
    return way.row.id


def _asylum_stopping(state: Trajectory, appeal: Appeal, *, declared: bool) -> str | None:
    refusal = refusal_of(state, appeal)
    if refusal is None:
        return "APP-04a"
    if may_not_remain(state, refusal):
        return None
    if refusal.is_old and _is_late(appeal, asylum_term(refusal)):
        return None
    row = asylum_row(refusal).id
    return None if declared and refusal.is_old and row in SAVE_CONSENT else row


def _is_late(appeal: Appeal, term: Term | None) -> bool:
    """Tell whether a request came after its term and was not admitted; unknown is in time."""
    if term is None or appeal.admitted is not None:
        return False
    return brussels_day(appeal.brought or appeal.since) > term.last_day


# -- running terms ------------------------------------------------------------------------


def terms_in_the_way(state: Trajectory, day: date, *, consents: bool) -> Iterator[Failing]:
    """
    Every term for a suspensive remedy that runs on a day, or that never started.

    A running term does not hold back a resident who consents; once its remedy is brought, it
    is the appeal itself that stops the departure, or no longer.
    """
    yield from _never_started(state)
    for each in () if consents else running_terms(state):
        if not each.used and day <= each.term.last_day:
            finding = "ILLEGAL_TRANSITION" if each.appealed else "DEPARTED_IN_TERM"
            yield still_runs(each.term)._replace(finding=finding)


def still_runs(term: Term) -> Failing:
    """Say that a remedy can still be brought."""
    return Failing(
        term.rule.id,
        "the term for a suspensive appeal runs until {last_day}",
        {"last_day": term.last_day},
        passes_on=day_after(term.last_day),
    )


def _never_started(state: Trajectory) -> Iterator[Failing]:
    """INF-04, NOT-02, NOT-04: what is not stated or not known sets no term running."""
    for decision in not_made_again(standing_decisions(state)):
        if decision.notification and decision.notification.remedies_stated is not True:
            yield Failing(
                "INF-04", "the remedies were not stated, so the appeal term never started"
            )
        elif defects := list(open_defects(decision)):
            yield from defects
        elif any(term_of(decision, way) is None for way in ways_against(decision)):
            yield Failing(
                start_row(law_of(decision)),
                "the means of notification is not known, nor is the appeal term",
            )
    for refusal in _appealable(state):
        yield from no_term_known(refusal)


def no_term_known(refusal: Refusal) -> Iterator[Failing]:
    """DEC-07, INF-04, NOT-01, NOT-02, NOT-04: say why no term to appeal a refusal runs."""
    if refusal.defects:
        yield from that_stop_terms(refusal.defects)
    elif refusal.stated is not True:
        yield Failing(
            "INF-04",
            "the remedies against the decision on asylum were not stated, so the appeal term "
            "never started",
        )
    elif asylum_term(refusal) is None:
        yield Failing(
            start_row(refusal.reached),
            "the day or the means of notification of the decision on asylum is not known, nor "
            "is the appeal term",
        )


def running_terms(state: Trajectory) -> Iterator[Running]:
    """List the terms for suspensive remedies against what stands, whether over or not."""
    for decision in standing_decisions(state):
        if decision.notification and decision.notification.remedies_stated is True:
            yield from [] if list(open_defects(decision)) else _terms_against(state, decision)
    for refusal in _appealable(state):
        found = asylum_term(refusal)
        if found and refusal.stated is True and not refusal.defects and refusal.since:
            used = any(
                refusal_of(state, each) == refusal
                for each in _brought(state)
                if each.kind is AppealKind.ASYLUM
            )
            yield Running(found, refusal.since, used=used, appealed=used)


def _terms_against(state: Trajectory, decision: Round) -> Iterator[Running]:
    brought = [appeal.kind for appeal in _brought(state) if appeal.round == decision.number]
    for way in ways_against(decision):
        found = term_of(decision, way)
        if found and decision.notified:
            used = any(kind in way.kinds for kind in brought)
            yield Running(found, decision.notified.at, used=used, appealed=bool(brought))


def _brought(state: Trajectory) -> list[Appeal]:
    """
    List the appeals that use a term up: all but those withdrawn.

    Art. 39/83: nobody is removed before the term is over, or the Council rejected the request.
    """
    return [each for each in state.appeals if each.state is not AppealState.WITHDRAWN]


def _appealable(state: Trajectory) -> list[Refusal]:
    """List the refusals of asylum, not final, whose appeal stops a removal."""
    return [
        each
        for each in refusals(state)
        if each.application is None or each.application.state is AsylumState.REFUSED
        if not may_not_remain(state, each)
    ]
