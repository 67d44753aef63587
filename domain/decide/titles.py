"""What may refuse a detention title: what was weighed, where it leads, how long it lasts."""

from __future__ import annotations

from typing import Any

from domain.decide.attempt import Attempt, Context, Failing, Reasons
from domain.decide.detention import (
    GROUNDS,
    Limit,
    first_day,
    first_title,
    goes_on_prolonged,
    maximum,
)
from domain.decide.information import heard_on, told_of_duty
from domain.decide.places import child_may_stay, listed
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
    """DET-04: a title that continues a detention already prolonged is for the Minister alone."""
    title, actor = _title_to_be(attempt), attempt.context.actor
    if attempt.state is None or title is None or actor is None:
        return
    if goes_on_prolonged(attempt.state.custody, title) and Function.MINISTER not in actor.functions:
        yield Failing(
            "DET-04",
            "{account} acts as {functions}; a title that continues a prolonged detention is for "
            "the Minister alone",
            {"account": actor.account, "functions": ", ".join(sorted(actor.functions)) or "-"},
            about_people=True,
        )


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
    if title.ground == "family" and found.kind is not PlaceKind.FAMILY_UNITS:
        yield Failing(
            "DET-15",
            "a title for a family leads to a family site; {place} is a closed centre",
            {"place": title.place},
        )


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
    day, at = brussels_day(attempt.context.at), attempt.context.at
    first = first_day(title)
    own = first_title(title.ground, first) if first else None
    if own is None or attempt.state is None:
        return None
    held = attempt.state.custody.moved(CustodyStatus.HELD, at)
    issued = tuple(each for each in held.titles if each.issued is not None)
    most = maximum(held._replace(titles=(*issued, title)), title, day)
    return most if most and most.last < own.last else own


def _title_to_be(attempt: Attempt) -> Title | None:
    """Return the title an act would lead to, as if it were issued at its moment."""
    if attempt.state is None or attempt.said is None:
        return None
    custody = attempt.state.custody
    if attempt.act == "ProposeDetention":
        title = Title(len(custody.titles) + 1, ())
        names: tuple[str, ...] = ("ground", "place", "held_since", "refused_boarding_on", "until")
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
    if not begun or not begun[-1] <= refused <= brussels_day(attempt.context.at):
        yield Failing(
            "DET-17", "on {day} no earlier title was refused boarding under", {"day": refused}
        )
    elif not any(
        failed.state is AttemptState.FAILED
        and failed.reason in _NOT_BOARDED
        and failed.since <= attempt.context.at
        and brussels_day(failed.since) == refused
        for failed in state.removal.attempts
    ):
        yield Failing(
            "DET-17",
            "no attempt is on record that failed on {day} because the resident did not board",
            {"day": refused},
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
    """CDC-01, CDC-03, CDC-05: what a court ordered, or its silence, comes before a new title."""
    if attempt.state is not None:
        for reason in release_due(attempt.state, attempt.context.at):
            if reason.rule.startswith("CDC-"):
                yield reason


def proposed_for(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    """Propose the centre the resident is at unless another place is said."""
    return {"place": said.place or (state.centre if state else None)}


def issued_as(state: Trajectory | None, said: Any, context: Context) -> dict[str, Any]:
    """Take over what was proposed; a title that names no end lasts as long as it may."""
    title = _title_to_be(Attempt(state, "IssueDetentionTitle", context, said))
    if title is None:
        return {}
    limit = _title_limit(Attempt(state, "IssueDetentionTitle", context, said), title)
    until = title.until or (limit.last.isoformat() if limit else None)
    return {"ground": title.ground, "place": title.place, "until": until}
