"""The decisions that refuse asylum, the term of an appeal against one, and what it stops."""

from datetime import date, datetime
from typing import Any, NamedTuple

from domain.decide.notification import standing_defects
from domain.decide.terms import Term, is_old, reached_on, term
from domain.lifecycle.decision import KINDS
from domain.rules import Rule, rule
from domain.rules.calendar import brussels_day
from domain.state.protection import Application
from domain.state.remedies import Appeal
from domain.trajectory import Trajectory, day_of
from domain.values import Means

_NOTHING_NEW = "inadmissible-later"
"""A subsequent application is inadmissible since it holds nothing new (art. 57/6 §3, 5°)."""

_FAST = ("inadmissible", _NOTHING_NEW, "manifestly-unfounded")
"""Asylum outcomes that shorten the term under both laws."""

ON_ASYLUM = tuple(kind for kind in KINDS if kind.startswith("asylum-"))
"""Kinds of decision that refuse asylum."""


class Refusal(NamedTuple):
    """
    A decision that refuses asylum, as far as it is known: told as such, or notified here.

    ``fast`` says that it was accelerated, inadmissible or notified while held; ``fastest`` that
    a subsequent application made while held is inadmissible for want of anything new;
    ``withdrawn`` that the application is held to be withdrawn; ``defects`` are those of its
    notification that stop the term.
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
    defects: tuple[str, ...] = ()

    @property
    def reached(self) -> date | None:
        """The day on which it reached the applicant, by which the law on it is picked."""
        if self.notified_on is None:
            return None
        return reached_on(self.means, self.notified_on, self.received_on)

    @property
    def is_old(self) -> bool:
        """The law until 11 June 2026 applies to it."""
        return self.reached is not None and is_old(self.reached)


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


def refusal_told(state: Trajectory, application: Application, said: Any) -> Refusal:
    """Read a decision on an application as it is being told, before it is on record."""
    return _as_told(state, application._replace(decision=said))


def _as_told(state: Trajectory, application: Application) -> Refusal:
    """Read what was told of the decision; of one notified here, its notification."""
    decision = application.decision
    notified_on = _notified_on(application)
    latest = application.number == state.protection.applications[-1].number
    here = _notified_here(state) if latest else None
    if decision is None or (notified_on is None and here is not None):
        return (here or Refusal(None))._replace(application=application)
    while_held = application.subsequent and made_while_held(state, application)
    return Refusal(
        application,
        since=application.decided,
        notified_on=notified_on,
        means=decision.means,
        received_on=application.received_on,
        stated=decision.remedies_stated,
        defects=standing_defects(application.defects),
        printed=decision.appeal_term_days,
        held=decision.held is True and held_on(state, notified_on),
        fast=application.accelerated or decision.accelerated or decision.outcome in _FAST,
        fastest=decision.outcome == _NOTHING_NEW and while_held,
        withdrawn=decision.outcome == "implicitly-withdrawn",
    )


def _notified_on(application: Application) -> date | None:
    """Say when a decision was notified; a day before what was asked, or none, is not known."""
    day = day_of(application.decision.notified_on) if application.decision else None
    asked = application.lodged or application.wished
    return None if day and asked and day < brussels_day(asked) else day


def made_while_held(state: Trajectory, application: Application) -> bool:
    """Tell whether an application was made in a place of detention, as said and as on record."""
    lodged = application.lodged
    return application.held is True and held_on(state, lodged and brussels_day(lodged))


def held_on(state: Trajectory, day: date | None) -> bool:
    """
    Tell whether the resident was in detention on a day.

    It shortens what protects: where the record does not say so, it is not so.
    """
    return day is not None and any(
        brussels_day(stay.begun) <= day and (stay.over is None or day <= brussels_day(stay.over))
        for stay in state.custody.stays
    )


def _notified_here(state: Trajectory) -> Refusal | None:
    """Read a decision on asylum that stands and was notified as a round of its own."""
    rounds = [each for each in state.rounds if each.in_force and each.kind in ON_ASYLUM]
    found = rounds[-1] if rounds else None
    if found is None or found.notified is None or found.notification is None:
        return None
    grounds, notified_on = set(found.fast_grounds), brussels_day(found.notified.at)
    return Refusal(
        None,
        round=found.number,
        since=found.notified.at,
        notified_on=notified_on,
        means=found.notification.means,
        received_on=found.received_on,
        stated=found.notification.remedies_stated and not found.defects,
        printed=found.notification.appeal_term_days,
        held="held-at-notification" in grounds and held_on(state, notified_on),
        fast=found.kind != "asylum-refused" or bool(grounds & {"accelerated", "inadmissible"}),
        fastest=found.kind == "asylum-inadmissible-later" and "inadmissible-later-held" in grounds,
        withdrawn="implicit-withdrawal" in grounds,
    )


def asylum_row(refusal: Refusal) -> Rule:
    """
    Name the row of the appeal against a refusal of asylum.

    Until 11 June 2026 thirty days; ten when held at notification, accelerated or inadmissible;
    five when a subsequent one made while held holds nothing new. From 12 June by track.
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
        term(row, means, notified_on, _at_least(row, refusal.printed), received_on),
        term(asking, means, notified_on, asking.length_min, received_on),
    )
    return max(filter(None, terms), key=lambda each: each.last_day, default=None)


def _at_least(row: Rule, printed: int | None) -> int | None:
    """Read a printed term; a shorter one than the Regulation allows is not trusted."""
    return None if printed is None else max(printed, row.length_min or 0)


def right_ended(application: Application) -> bool:
    """
    Tell whether an officer ended the right to remain under article 39/70 paragraph 2.

    That article is of the law until 11 June 2026: an application lodged later knows no such end.
    """
    lodged = application.lodged
    old = lodged is not None and is_old(brussels_day(lodged))
    return application.excepted is not None and old


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
    if suspends_by_itself(refusal) or ruled is None or ruled.application != application.number:
        return False
    return ruled.ruling == "refused"


def suspends_by_itself(refusal: Refusal) -> bool:
    """
    Tell whether an appeal against a refusal notified from 12 June 2026 lets the applicant remain.

    Art. 68 §§1 to 3, Regulation (EU) 2024/1348: it does but for what was accelerated,
    inadmissible or held to be withdrawn; in these alone the judge is asked (APP-08).
    """
    return asylum_row(refusal).id == "APP-10"
