"""What may refuse a detention title: what was weighed, where it leads, how long it lasts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from domain.authority import MAY
from domain.decide.attempt import Attempt, Context, Failing, Reasons, acting_as, in_a_row
from domain.decide.information import heard_on, told_of_duty
from domain.decide.ladder import (
    STEPS,
    first_term,
    step_in_time,
    steps_until,
    times_prolonged,
    title_limit,
)
from domain.decide.lengths import GROUNDS, Limit, first_day
from domain.decide.places import child_may_stay, fits_the_sex, has_room, leads_to, listed
from domain.decide.release import release_due
from domain.lifecycle.custody import CustodyStatus
from domain.lifecycle.decision import kind_of
from domain.lifecycle.removal import AttemptState
from domain.rules import PlaceKind, place, rule
from domain.rules.calendar import brussels_day
from domain.rules.codes import Codes
from domain.state.custody import Title
from domain.state.decision import Hand
from domain.trajectory import Trajectory, day_of
from domain.values import Function


def nothing_milder_would_do(attempt: Attempt) -> Reasons:
    """EXE-02: less coercive measures were weighed, one by one, and why they fall short is said."""
    if not rule("EXE-02").in_force(brussels_day(attempt.context.at)):
        return
    proposed = attempt.state.custody.proposed if attempt.state else None
    if attempt.act == "IssueDetentionTitle":
        weighed: Any = proposed is None or proposed.less_coercive
    else:
        weighed = attempt.said is None or (
            attempt.saying("less_coercive") and attempt.saying("not_enough")
        )
    if not weighed:
        yield Failing(
            "EXE-02", "say which less coercive measures were weighed and why they are not enough"
        )
    if attempt.state is not None and for_lack_of_cooperation(attempt):
        yield from told_of_duty(attempt.state, attempt.context.at)


def for_lack_of_cooperation(attempt: Attempt) -> bool:
    """Tell a title that something milder would not do for because nobody cooperates."""
    proposed = attempt.state.custody.proposed if attempt.state else None
    if attempt.act == "IssueDetentionTitle":
        return proposed is not None and proposed.not_enough == _NO_COOPERATION
    return bool(attempt.saying("not_enough") == _NO_COOPERATION)


_NO_COOPERATION = "non-cooperation"
"""Code of the list ``custody.not-enough``."""


def heard_about_it(attempt: Attempt) -> Reasons:
    """HEA-02: heard on the detention, or not for a reason told, before the title is issued."""
    state, at = attempt.state, attempt.context.at
    if state is None or not kind_of(_KIND).heard:
        return
    issued = [title.issued.at for title in state.custody.titles if title.issued]
    if not heard_on(state, _KIND, at, since=max(issued, default=None)):
        yield Failing(
            "HEA-02",
            "the resident was not heard on this ({kind}), nor is it told why not",
            {"kind": Codes.of("decision.kind", _KIND)},
        )


_KIND = "detention-title"
"""Code of the list ``decision.kind``."""


def minister_goes_on(attempt: Attempt) -> Reasons:
    """DET-03, DET-04: a title that prolongs is for who may prolong; then the Minister alone."""
    title, actor = _title_as_long_as_it_says(attempt), attempt.context.actor
    if attempt.state is None or title is None or actor is None:
        return
    times = times_prolonged(attempt.state.custody, title)
    bounds = GROUNDS.get(title.ground or "")
    if times > 1 and Function.MINISTER not in actor.functions:
        yield Failing(
            bounds.minister if bounds else "DET-04",
            "{account} acts as {functions}; a title that continues a prolonged detention is for "
            "the Minister alone",
            acting_as(actor),
            about_people=True,
        )
    elif times and not actor.functions & MAY["ProlongDetention"]:
        yield Failing(
            bounds.prolonged if bounds else "DET-03",
            "{account} acts as {functions}; a title that prolongs a detention is for {may}",
            {**acting_as(actor), "may": in_a_row(MAY["ProlongDetention"])},
            about_people=True,
        )


def prolongs_lawfully(attempt: Attempt) -> Reasons:
    """
    DET-02, DET-03: a title that takes a detention beyond its first term prolongs it.

    It asks for what a prolongation does: a step in time, and a prospect of removal.
    """
    title = _title_as_long_as_it_says(attempt)
    if title is None or attempt.state is None:
        return
    custody = attempt.state.custody
    times, term = times_prolonged(custody, title), first_term(custody, title)
    bounds = GROUNDS.get(title.ground or "")
    if not times or term is None or bounds is None or bounds.second is None:
        return
    if times == 1 and not step_in_time(custody, title, attempt.context.at):
        yield Failing(
            STEPS,
            "no step towards removal was taken by {day}",
            {"day": steps_until(custody, title)},
        )
    if title.prospect is None:
        yield Failing(
            bounds.prolonged,
            "beyond {last} this title prolongs the detention: say with which prospect of removal",
            {"last": term.last},
        )


def _title_as_long_as_it_says(attempt: Attempt) -> Title | None:
    """
    Return the title an act would lead to, with the end it gets where none is said.

    As long as it may last; without a prospect of removal it prolongs nothing, and ends with the
    first term of the detention it continues.
    """
    title = _title_to_be(attempt)
    limit = _title_limit(attempt, title) if title and title.until is None else None
    if title is None or limit is None or attempt.state is None:
        return title
    term = first_term(attempt.state.custody, title) if title.prospect is None else None
    today = brussels_day(attempt.context.at)
    last = term.last if term and today <= term.last < limit.last else limit.last
    return title._replace(until=last.isoformat())


def own_dwelling_weighed(attempt: Attempt) -> Reasons:
    """DET-18: a family that is not at the border is left in its own dwelling where that does."""
    title, day = _title_to_be(attempt), brussels_day(attempt.context.at)
    if title is None or not rule("DET-18").in_force(day):
        return
    where = place(title.place) if title.place else None
    on_a_site = where is not None and where.kind is PlaceKind.FAMILY_UNITS
    asked = title.ground == "family" or (on_a_site and title.ground == "removal")
    if asked and _OWN_DWELLING not in title.less_coercive:
        yield Failing(
            "DET-18", "say that the own dwelling of the family, under a convention, was weighed"
        )


_OWN_DWELLING = "own-dwelling"
"""Code of the list ``custody.less-coercive``."""


def place_is_fitting(attempt: Attempt) -> Reasons:
    """PLC-01, DET-15, DET-16: a place on the list, and no centre for a minor or a family."""
    title = _title_to_be(attempt)
    if title is None or title.place is None:
        return
    yield from listed(title.place)
    found = place(title.place)
    if found is None:
        return
    yield from child_may_stay(attempt, found)
    yield from _where_the_resident_is(attempt, title.place)
    if title.ground == "family" and found.kind is not PlaceKind.FAMILY_UNITS:
        yield Failing(
            "DET-15",
            "a title for a family leads to a family site; {place} is a closed centre",
            {"place": title.place},
        )


def _where_the_resident_is(attempt: Attempt, code: str) -> Reasons:
    """CUS-02, PLC-02: who is held elsewhere is transferred; others come to a fitting place."""
    state = attempt.state
    if state is None:
        return
    custody, move = state.custody, state.transfer
    here = {custody.place or state.centre}
    if custody.status is CustodyStatus.IN_TRANSFER and move is not None:
        here |= {move.place}
    if code in here or here == {None}:
        return
    if custody.detained:
        yield Failing(
            "CUS-02",
            "the resident is held in {place}; a title for {other} waits for the transfer",
            {"place": custody.place or state.centre, "other": code},
        )
    else:
        yield from fits_the_sex(attempt, code)


def place_has_room(attempt: Attempt) -> Reasons:
    """PLC-03: who is brought to a place by the title finds a bed there."""
    yield from has_room(attempt, leads_to(attempt.state, attempt.act, attempt.said))


def title_within_its_length(attempt: Attempt) -> Reasons:
    """DET-01, DET-05, DET-07 to DET-12: a title lasts no longer than its basis allows."""
    title, day = _title_to_be(attempt), brussels_day(attempt.context.at)
    if title is None or attempt.state is None:
        return
    first = first_day(title) or day
    bounds = GROUNDS.get(title.ground or "")
    limit = _title_limit(attempt, title)
    if limit is None:
        if bounds:
            yield Failing(
                bounds.rule,
                "no length is known of a title on the ground {ground} that counts from {day}",
                {"ground": Codes.of("custody.ground", title.ground), "day": first},
            )
        return
    until = day_of(title.until)
    values = {"first": first, "last": limit.last}
    if limit.last < day:
        yield Failing(
            limit.rule, "detention that counts from {first} ended by {last} at the latest", values
        )
    elif until and until > limit.last:
        yield Failing(
            limit.rule, "a title that counts from {first} lasts until {last} at most", values
        )
    elif until and until < day:
        yield Failing("CUS-05", "{day} is before the day of the title", {"day": until})


def _title_limit(attempt: Attempt, title: Title) -> Limit | None:
    """Give the last day a title may cover that would be issued by this act."""
    if attempt.state is None:
        return None
    day, at = brussels_day(attempt.context.at), attempt.context.at
    held = attempt.state.custody.moved(CustodyStatus.HELD, at)
    issued = tuple(each for each in held.titles if each.issued is not None)
    return title_limit(held._replace(titles=(*issued, title)), title, day)


def _title_to_be(attempt: Attempt) -> Title | None:
    """Return the title an act would lead to, as if it were issued at its moment."""
    if attempt.state is None or attempt.said is None:
        return None
    custody = attempt.state.custody
    if attempt.act == "ProposeDetention":
        title = Title(len(custody.titles) + 1, ())
        names: tuple[str, ...] = (
            *("ground", "place", "held_since", "refused_boarding_on", "until"),
            *("less_coercive", "prospect"),
        )
    elif custody.proposed is not None:
        title, names = custody.proposed, ("ground", "place", "until")
    else:
        return None
    said = {name: attempt.saying(name) for name in names}
    hand = Hand("", "", attempt.context.at, whole_day=False, version=0, log_index=0)
    return title._replace(
        issued=hand,
        begun=custody.untitled_since,
        **{"place": title.place or attempt.state.centre}
        | {name: value for name, value in said.items() if value is not None},
    )


def title_days_are_told(attempt: Attempt) -> Reasons:
    """CUS-05, DET-10, DET-17: the days a title counts from exist, and are past."""
    title, day = _title_to_be(attempt), brussels_day(attempt.context.at)
    if title is None or attempt.state is None:
        return
    for told in (title.held_since, title.until, title.refused_boarding_on):
        yield from is_a_day(told)
    since = day_of(title.held_since)
    if since and since > day:
        yield Failing("CUS-05", "{day} has not come yet", {"day": since}, passes_on=since)
    if title.ground == "former-prisoner" and title.held_since is None:
        yield Failing("DET-10", "say on which day the warrant was lifted")


def boarding_was_refused(attempt: Attempt) -> Reasons:
    """DET-17: the clock starts again after a refusal to board, on record, under a title before."""
    title, state = _title_to_be(attempt), attempt.state
    refused = day_of(title.refused_boarding_on) if title else None
    if state is None or refused is None:
        return
    begun = [first for each in state.custody.titles if (first := first_day(each))]
    if begun and begun[-1] <= refused <= brussels_day(attempt.context.at):
        yield from refused_to_board(state, refused, attempt.context.at)
    else:
        yield Failing(
            "DET-17", "on {day} no earlier title was refused boarding under", {"day": refused}
        )


def refused_to_board(state: Trajectory, day: date, at: datetime) -> Reasons:
    """DET-17: an attempt failed on that day since nobody boarded; each such starts one clock."""
    refusals = sum(
        failed.state is AttemptState.FAILED
        and failed.reason in _NOT_BOARDED
        and failed.since <= at
        and brussels_day(failed.since) == day
        for failed in state.removal.attempts
    )
    started = sum(
        each.issued is not None and day_of(each.refused_boarding_on) == day
        for each in state.custody.titles
    )
    if not refusals:
        yield Failing(
            "DET-17",
            "no attempt is on record that failed on {day} because the resident did not board",
            {"day": day},
        )
    elif refusals <= started:
        yield Failing(
            "DET-17",
            "a title was given already after the refusal of {day}; it starts the clock once",
            {"day": day},
        )


_NOT_BOARDED = ("refused-to-board", "disembarked")
"""Codes of the list ``removal.not-executed``."""


def is_a_day(told: str | None) -> Reasons:
    """CUS-05: a day that was told exists."""
    if told and day_of(told) is None:
        yield Failing("CUS-05", "{day} is no day of the calendar", {"day": told})


def title_as_proposed(attempt: Attempt) -> Reasons:
    """CUS-01: another ground is another proposal."""
    proposed = attempt.state.custody.proposed if attempt.state else None
    ground = attempt.saying("ground")
    if proposed and ground and ground != proposed.ground:
        yield Failing(
            "CUS-01",
            "the title proposed is on the ground {ground}",
            {"ground": Codes.of("custody.ground", proposed.ground)},
        )


def not_gone(attempt: Attempt) -> Reasons:
    """CUS-02: who has absconded is found before being held."""
    if attempt.state and attempt.state.custody.status is CustodyStatus.ABSCONDED:
        yield Failing("CUS-02", "the resident has absconded and was not found")


def no_release_is_due(attempt: Attempt) -> Reasons:
    """
    DET-01 to DET-11, CDC-01, CDC-03, CDC-05: who had to be set free is, before any new title.

    Where no title was ever given it is still asked for (CUS-06); a prolongation says itself
    that what has ended is not prolonged.
    """
    if attempt.state is None:
        return
    of_courts_alone = attempt.act in ("ProposeProlongation", "ProlongDetention")
    for reason in release_due(attempt.state, attempt.context.at):
        if reason.rule.startswith("CDC-") or not (of_courts_alone or reason.rule == "CUS-06"):
            yield reason


def proposed_for(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    """Propose the centre the resident is at unless another place is said."""
    return {"place": said.place or (state.centre if state else None)}


def issued_as(state: Trajectory | None, said: Any, context: Context) -> dict[str, Any]:
    """Take over what was proposed; a title that names no end lasts as long as it may."""
    title = _title_as_long_as_it_says(Attempt(state, "IssueDetentionTitle", context, said))
    if title is None:
        return {}
    return {"ground": title.ground, "place": title.place, "until": title.until}
