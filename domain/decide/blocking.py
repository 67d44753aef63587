"""
What stops a removal under the second version of the procedure: remedies and their terms.

Computed from the kind of decision, the kind of appeal, the moment it was lodged and the law
of the day of notification; never typed. What is not known blocks.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from domain.decide.attempt import Failing
from domain.decide.notification import open_defects
from domain.decide.terms import Term, day_after, day_told, is_old, term
from domain.lifecycle import AsylumState
from domain.lifecycle.decision import KINDS, kind_of
from domain.rules import Rule, rule
from domain.rules.calendar import brussels_day
from domain.state.protection import Application
from domain.trajectory import Appeal, Round, Trajectory
from domain.values import AppealKind, Means

_ANNULMENTS = (AppealKind.ANNULMENT, AppealKind.ANNULMENT_LISTED)
_FAST = ("inadmissible", "manifestly-unfounded")
"""Asylum outcomes that shorten the term under both laws."""
_ON_ASYLUM = tuple(kind for kind in KINDS if kind.startswith("asylum-"))
"""Kinds of decision that refuse asylum."""


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

    Until 11 June 2026: the request in extreme urgency, sooner against a second measure, and
    the annulment appeal if the decision is on the list of art. 39/79, or may be. From 12 June:
    one appeal, in the term printed, else the longest.
    """
    if decision.notified is None or decision.notification is None:
        return []
    if is_old(brussels_day(decision.notified.at)):
        urgent = rule("APP-04" if decision.second_measure else "APP-03")
        ways = [Way(urgent, (AppealKind.EXTREME_URGENCY,))]
        if kind_of(decision.kind).suspends:
            ways.append(Way(rule("APP-02"), _ANNULMENTS))
        return ways
    printed = decision.notification.appeal_term_days
    kinds = (AppealKind.EXTREME_URGENCY, AppealKind.ANNULMENT_LISTED)
    return [Way(_track(printed), kinds, printed)]


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
    """
    List the decisions in force, but for those on asylum.

    One notified again in the same form takes the place of the one before.
    """
    latest = {(each.form, each.kind): each for each in state.rounds if each.in_force}
    return [
        each
        for each in latest.values()
        if each.notified and each.notification and each.kind not in _ON_ASYLUM
    ]


def term_of(decision: Round, way: Way) -> Term | None:
    """Compute the term of a remedy against a decision; ``None`` when its start is not known."""
    if decision.notified is None or decision.notification is None:
        return None
    day = brussels_day(decision.notified.at)
    return term(way.row, decision.notification.means, day, way.length, decision.received_on)


# -- against the decisions on asylum ------------------------------------------------------


class Refusal(NamedTuple):
    """
    A decision that refuses asylum, as far as it is known: told as such, or notified here.

    ``fast`` says that it was accelerated, inadmissible or notified while held; ``fastest`` that
    a subsequent application made while held is inadmissible; ``withdrawn`` that the application
    is held to be withdrawn.
    """

    application: Application | None
    round: int = 0
    since: datetime | None = None
    notified_on: date | None = None
    means: Means | None = None
    received_on: date | None = None
    stated: bool | None = None
    printed: int | None = None
    held: bool = False
    fast: bool = False
    fastest: bool = False
    withdrawn: bool = False

    @property
    def is_old(self) -> bool:
        """The law until 11 June 2026 applies to it."""
        return self.notified_on is not None and is_old(self.notified_on)


def refusals(state: Trajectory) -> list[Refusal]:
    """List the refusals of asylum that may still be appealed, or are."""
    told = [
        _as_told(state, each) for each in state.protection.applications if each.decided is not None
    ]
    found = _notified_here(state)
    return told or ([found] if found else [])


def refusal_of(state: Trajectory, appeal: Appeal) -> Refusal | None:
    """Find the refusal an asylum appeal is against."""
    for each in refusals(state):
        application = each.application
        if application is not None and application.number == appeal.application:
            return each
        if application is None and each.round == appeal.round:
            return each
    return None


def _as_told(state: Trajectory, application: Application) -> Refusal:
    """Read what was told of the decision; of one notified here, its notification."""
    decision = application.decision
    notified_on = day_told(decision.notified_on) if decision else None
    last = state.protection.applications[-1]
    here = _notified_here(state) if application is last else None
    if decision is None or (notified_on is None and here is not None):
        return (here or Refusal(None))._replace(application=application)
    inadmissible = decision.outcome == "inadmissible"
    while_held = application.subsequent and application.held is True
    return Refusal(
        application,
        since=application.decided,
        notified_on=notified_on,
        means=decision.means,
        stated=decision.remedies_stated,
        printed=decision.appeal_term_days,
        held=decision.held is True,
        fast=application.accelerated or decision.accelerated or decision.outcome in _FAST,
        fastest=inadmissible and while_held,
        withdrawn=decision.outcome == "implicitly-withdrawn",
    )


def _notified_here(state: Trajectory) -> Refusal | None:
    """Read a decision on asylum that stands and was notified as a round of its own."""
    rounds = [each for each in state.rounds if each.in_force and each.kind in _ON_ASYLUM]
    found = rounds[-1] if rounds else None
    if found is None or found.notified is None or found.notification is None:
        return None
    grounds = set(found.fast_grounds)
    return Refusal(
        None,
        round=found.number,
        since=found.notified.at,
        notified_on=brussels_day(found.notified.at),
        means=found.notification.means,
        received_on=found.received_on,
        stated=found.notification.remedies_stated and not found.defects,
        printed=found.notification.appeal_term_days,
        held="held-at-notification" in grounds,
        fast=found.kind != "asylum-refused" or bool(grounds & {"accelerated", "inadmissible"}),
        fastest=found.kind == "asylum-inadmissible-later" and "inadmissible-later-held" in grounds,
        withdrawn="implicit-withdrawal" in grounds,
    )


def asylum_row(refusal: Refusal) -> Rule:
    """
    Name the row of the appeal against a refusal of asylum.

    Until 11 June 2026 thirty days; ten when held at notification, accelerated or inadmissible;
    five when a subsequent application made while held is inadmissible. From 12 June by track.
    """
    if not refusal.is_old and refusal.notified_on is not None:
        return rule("APP-09" if refusal.fast or refusal.withdrawn else "APP-10")
    if refusal.fastest:
        return rule("APP-04c")
    return rule("APP-04b" if refusal.fast or refusal.held else "APP-04a")


def asylum_term(refusal: Refusal) -> Term | None:
    """
    Compute the term for the appeal against a refusal of asylum, or to ask to remain.

    From 12 June 2026 it is the one printed, else the longest; the term to ask to remain runs
    beside it, and nobody is removed before the later of the two has ended.
    """
    notified_on, means, received_on = refusal.notified_on, refusal.means, refusal.received_on
    if notified_on is None:
        return None
    row = asylum_row(refusal)
    if refusal.is_old:
        return term(row, means, notified_on, None, received_on)
    asking = rule("APP-08")
    terms = (
        term(row, means, notified_on, refusal.printed, received_on),
        term(asking, means, notified_on, asking.length_min, received_on),
    )
    return max(filter(None, terms), key=lambda each: each.last_day, default=None)


def may_not_remain(state: Trajectory, refusal: Refusal) -> bool:
    """
    Tell whether the appeal against a refusal of asylum stops nothing.

    Until 11 June 2026 by a reasoned decision under art. 39/70 para. 2; from 12 June because the
    judge refused to let the applicant remain.
    """
    application, ruled = refusal.application, state.remaining
    if application is None or refusal.notified_on is None:
        return False
    if refusal.is_old:
        return application.excepted is not None
    ours = ruled is not None and ruled.application == application.number
    return ours and ruled is not None and ruled.ruling == "refused"


# -- open appeals -------------------------------------------------------------------------


def appeals_in_the_way(state: Trajectory) -> Iterator[Failing]:
    """Every open appeal that stops the departure, and a request to remain not ruled upon."""
    for appeal in state.appeals:
        if appeal.open and (rule_id := stopping(state, appeal)):
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


def stopping(state: Trajectory, appeal: Appeal) -> str | None:
    """Name the rule by which an open appeal stops a departure; ``None`` if it does not."""
    if appeal.kind is AppealKind.ASYLUM:
        return _asylum_stopping(state, appeal)
    decision = next((each for each in state.rounds if each.number == appeal.round), None)
    if decision is None or decision.notified is None:
        return "APP-02" if appeal.kind in _ANNULMENTS else "APP-03"
    ways = ways_against(decision)
    if appeal.kind is AppealKind.UNKNOWN:
        return ways[0].row.id if ways else "APP-03"
    if not is_old(brussels_day(decision.notified.at)):
        # Whatever the kind: what it stops is not known, so it stops.
        return "APP-07" if appeal.kind is AppealKind.EXTREME_URGENCY else ways[0].row.id
    way = next((each for each in ways if appeal.kind in each.kinds), None)
    if way is None or _is_late(appeal, term_of(decision, way)):
        return None
    return way.row.id


def _asylum_stopping(state: Trajectory, appeal: Appeal) -> str | None:
    refusal = refusal_of(state, appeal)
    if refusal is None:
        return "APP-04a"
    if may_not_remain(state, refusal):
        return None
    if refusal.is_old and _is_late(appeal, asylum_term(refusal)):
        return None
    return asylum_row(refusal).id


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
            yield Failing(
                each.term.rule.id,
                "the term for a suspensive appeal runs until {last_day}",
                {"last_day": each.term.last_day},
                passes_on=day_after(each.term.last_day),
                finding="ILLEGAL_TRANSITION" if each.appealed else "DEPARTED_IN_TERM",
            )


def _never_started(state: Trajectory) -> Iterator[Failing]:
    """INF-04, NOT-02: what is not stated or not known sets no term running."""
    for decision in standing_decisions(state):
        if decision.notification and decision.notification.remedies_stated is not True:
            yield Failing(
                "INF-04", "the remedies were not stated, so the appeal term never started"
            )
        elif defects := list(open_defects(decision)):
            yield from defects
        elif any(term_of(decision, way) is None for way in ways_against(decision)):
            yield Failing(
                "NOT-02", "the means of notification is not known, nor is the appeal term"
            )
    for refusal in _appealable(state):
        if refusal.stated is not True:
            yield Failing(
                "INF-04",
                "the remedies against the decision on asylum were not stated, so the appeal term "
                "never started",
            )
        elif asylum_term(refusal) is None:
            yield Failing(
                "NOT-02",
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
        if found and refusal.stated is True and refusal.since:
            used = any(
                refusal_of(state, each) == refusal
                for each in state.appeals
                if each.kind is AppealKind.ASYLUM
            )
            yield Running(found, refusal.since, used=used, appealed=used)


def _terms_against(state: Trajectory, decision: Round) -> Iterator[Running]:
    brought = [appeal.kind for appeal in state.appeals if appeal.round == decision.number]
    for way in ways_against(decision):
        found = term_of(decision, way)
        if found and decision.notified:
            used = any(kind in way.kinds for kind in brought)
            yield Running(found, decision.notified.at, used=used, appealed=bool(brought))


def _appealable(state: Trajectory) -> list[Refusal]:
    """List the refusals of asylum, not final, whose appeal stops a removal."""
    return [
        each
        for each in refusals(state)
        if each.application is None or each.application.state is AsylumState.REFUSED
        if not may_not_remain(state, each)
    ]
