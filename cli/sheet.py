"""What stands on a dossier's sheet beside its stage: each region of the procedure, as it is."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from cli.render import (
    alert_told,
    certainty_json,
    guard_json,
    instant,
    marked,
    undecidable_told,
    when,
)
from cli.render import told as told_of
from cli.steps import STEPS
from cli.words import coded, colon, say

if TYPE_CHECKING:
    from domain.decide.clocks import Due
    from domain.decide.missing import Missing
    from domain.decide.release import Deadline
    from domain.trajectory import Trajectory

REGIONS = (
    "custody",
    "transfer",
    "protection",
    "interim",
    "remaining",
    "identification",
    "health",
    "health_state",
    "measures",
    "coercion",
    "removal",
    "family",
    "age",
    "unaccompanied",
    "legal_aid",
    "hearings",
    "regularisation",
    "incidents",
    "affairs",
    "access",
    "quality",
    "costs",
    "ending",
    "coach",
    "overrides",
    "alerts",
)
"""The parts of the state that ``show --json`` gives under ``regions``, by their names."""


def regions_json(state: "Trajectory", now: datetime) -> dict[str, Any]:
    """
    Write the regions of a dossier, with the clocks of detention beside custody.

    Why access was restricted, and which status protects, the log tells the removal director.
    """
    from domain.decide.detention import custody_clocks

    told = {name: _plain(getattr(state, name)) for name in REGIONS}
    told["access"]["reason"] = None
    for status in told["protection"]["statuses"]:
        status["kind"] = None
    return {
        **told,
        "detention": _plain(custody_clocks(state, now)),
        "release_due": [guard_json(deadline.failing) for deadline in _overdue(state, now)],
        "must_leave": [
            {
                "rule": due.rule,
                **certainty_json(due.rule),
                "since": instant(due.since),
                "what": say(due.what),
            }
            for due in _leaving(state, now)
        ],
    }


def _overdue(state: "Trajectory", now: datetime) -> "list[Deadline]":
    """List why the resident, still held, must be set free."""
    from domain.decide.release import deadlines
    from domain.lifecycle import ENDED

    if state.stage in ENDED:
        return []
    return [one for one in deadlines(state, now) if one.due.at <= now]


def _leaving(state: "Trajectory", now: datetime) -> "list[Due]":
    """List why the resident may not be where he is."""
    from domain.decide.places import must_leave
    from domain.lifecycle import ENDED
    from domain.lifecycle.stages import SECOND

    running = state.procedure >= SECOND and state.stage not in ENDED
    return list(must_leave(state, now)) if running else []


def _plain(value: Any) -> Any:
    """Write a part of a state as JSON values: moments with their zone, what stands as it is."""
    told: Any = value
    match value:
        case datetime():
            told = instant(value)
        case date():
            told = value.isoformat()
        case Enum():
            told = value.value
        case frozenset():
            told = sorted(value)
        case tuple():
            names = getattr(value, "_fields", None)
            parts = [_plain(part) for part in value]
            told = dict(zip(names, parts, strict=True)) if names else parts
        case _ if hasattr(value, "model_dump"):  # an event kept whole
            told = value.model_dump(mode="json", exclude_none=True)
    return told


def lacking(each: "Missing") -> str:
    """Say what is missing, with the code it is about in words."""
    what = say(each.what)
    return f"{what}{colon()} {coded(*each.of)}" if each.of else what


def region_lines(state: "Trajectory", now: datetime) -> Iterator[str]:
    """Tell the regions in which something is going on, a line each or more."""
    for tell in _TELL:
        yield from tell(state, now)


def gravest(state: "Trajectory", now: datetime) -> Iterator[str]:
    """Tell first who must be set free, or may not stay where he is."""
    for deadline in _overdue(state, now):
        why = told_of(deadline.failing.template, deadline.failing.values)
        yield say(
            "MUST BE RELEASED since {day}: {why} ({rule})",
            day=when(deadline.due.at),
            why=why,
            rule=marked(deadline.failing.rule),
        )
    for due in _leaving(state, now):
        yield say(
            "MAY NOT STAY HERE since {day}: {what} ({rule})",
            day=when(due.since),
            what=say(due.what),
            rule=marked(due.rule),
        )


def _custody(state: "Trajectory", now: datetime) -> Iterator[str]:
    from domain.decide.detention import custody_clocks
    from domain.lifecycle import ENDED

    custody = state.custody
    if custody.since is None:
        return
    place = custody.place or ""
    # A new title or a prolongation changes nothing of since when somebody is held.
    begun = custody.stays[-1].begun if custody.detained and custody.stays else custody.since
    since = say("since {day}", day=when(begun))
    clocks = custody_clocks(state, now)
    if state.stage in ENDED:
        yield say("held {days} day(s) in all", days=clocks.cumulative)
        return
    yield f"{say('custody')}{colon()} {say(custody.status)} {place} {since}"
    for title in clocks.titles:
        yield "  " + say(
            "title {n} ({ground}): {days} day(s), until {end}",
            n=title.number,
            ground=coded("custody.ground", title.ground or "-"),
            days=title.days,
            end=title.ends or "-",
        )
    if clocks.maximum is None:
        yield "  " + say("held {days} day(s) in all", days=clocks.cumulative)
        return
    yield "  " + say(
        "held {days} day(s) in all, at most until {end} ({rule})",
        days=clocks.cumulative,
        end=clocks.maximum or "-",
        rule=marked(clocks.rule) if clocks.rule else "-",
    )


def _requests(state: "Trajectory", _now: datetime) -> Iterator[str]:
    yield from requests_left_open(state)


def requests_left_open(state: "Trajectory", *, planned: bool = False) -> Iterator[str]:
    """Tell of each request to the council chamber that a removal leaves without object."""
    from domain.decide.chamber import confirmed_by, left_open

    for case in left_open(state, planned=planned):
        told = say(
            "no ruling yet on the request of {day} to the council chamber ({number}): the removal "
            "leaves it without object (CDC-01)",
            day=when(case.seized) if case.seized else "-",
            number=case.reference or "-",
        )
        number = confirmed_by(state, case)
        yield f"{told}; " + (
            say("the hierarchy confirmed it (authorisation {n})", n=number)
            if number is not None
            else say(
                "the hierarchy has not confirmed it: authorise request --kind removal-before-ruling"
            )
        )


def _protection(state: "Trajectory", _now: datetime) -> Iterator[str]:
    protection = state.protection
    if protection.application:
        since = say("since {day}", day=when(protection.application.since))
        yield f"{say('asylum')}{colon()} {say(protection.application.state)} {since}"
    if protection.risk and protection.risk.stands:
        yield say("risk of refoulement")
    for label, listed, several in (
        ("judicial hold", "protection.hold-authority", protection.holds),
        ("interim measure", "remedies.interim-body", state.interim),
    ):
        for one in several:
            if one.stands:
                told = f"{coded(listed, one.kind)} {one.reference or ''}".rstrip()
                yield f"{say(label)}{colon()} {told}"
    for one in protection.statuses:
        if one.stands:  # which one is told to the removal director alone, by the log
            since = say("since {day}", day=when(one.began) if one.began else "-")
            yield f"{say('protected status')} {since}"
    if protection.postponement:
        yield f"{say('removal postponed until')} {protection.postponement.until}"


def _papers(state: "Trajectory", _now: datetime) -> Iterator[str]:
    if state.identification is None:
        return
    yield f"{say('identification')}{colon()} {say(state.identification.state)}"
    for one in state.identification.at_hand:
        kind = coded("identification.document", one.kind)
        yield f"  {kind} {say('until')} {one.valid_until or '-'}"


def _health(state: "Trajectory", _now: datetime) -> Iterator[str]:
    if state.health.intake or state.health.objection:
        yield f"{say('health')}{colon()} {say(state.health_state)}"


def _measures(state: "Trajectory", _now: datetime) -> Iterator[str]:
    from domain.decide.measures import ends_by

    for one in state.measures.running:
        ends = when(one.ends) if one.ends else "-"
        kind = coded("measures.kind", one.kind)
        rule_id = marked(ends_by(state.measures.every, one))
        yield f"{say('measure')} {one.number} {kind} {say('until')} {ends} ({rule_id})"


def _removal(state: "Trajectory", _now: datetime) -> Iterator[str]:
    for one in state.removal.attempts:
        departs = when(one.departs) if one.departs else "-"
        stands = say("carried out") if one.carried_out else say(one.state)
        told = f"{say('attempt')} {one.number} [{stands}] {one.flight} {departs}"
        yield f"{told}, {coded('removal.mode', one.mode)}"


def _family(state: "Trajectory", _now: datetime) -> Iterator[str]:
    if state.age:
        yield f"{say('age')}{colon()} {coded('admission.age', state.age)}"
    if state.family.id:
        others = ", ".join(state.family.members) or "-"
        role = coded("family.role", state.family.role or "-")
        yield f"{say('family')} {state.family.id} ({role}){colon()} {others}"


def _open(state: "Trajectory", now: datetime) -> Iterator[str]:
    for one in state.incidents.open:
        kind = coded("incidents.kind", one.kind)
        yield f"{say('incident')} {one.number} {kind} [{say(one.state)}]"
    yield from _overrides(state, now)
    for stuck in state.undecidable:
        yield undecidable_told(state.dossier, stuck.act, stuck.at)
    for alert in state.alerts:
        if alert.answered is None:
            yield alert_told(state, alert.act, ", ".join(map(marked, alert.rules)))


def _overrides(state: "Trajectory", now: datetime) -> Iterator[str]:
    """Tell of overrides that wait for somebody, or stand."""
    from domain.decide.exception import holds_at

    for one in state.overrides:
        asked = (
            f"{say('override')} {one.number}{colon()} {one.rule} {STEPS.get(one.step, one.step)}"
        )
        if one.waits:
            yield f"{asked} [{say('asked')}]"
        elif one.stands:
            yield f"{asked} [{say('allowed') if holds_at(one, now) else say('run out')}]"


def _beside(state: "Trajectory", _now: datetime) -> Iterator[str]:
    """Tell what somebody waits for beside the trajectory."""
    from domain.lifecycle import AuthorisationState, CrisisState, ObstacleState

    affairs = state.affairs
    for exchange in affairs.exchanges:
        if exchange.waits:
            subject = coded("affairs.subject", exchange.subject)
            told = f"{say('exchange')} {exchange.number} {subject}"
            yield f"{told} [{say(exchange.state)}]"
    for obstacle in affairs.obstacles:
        if obstacle.state is ObstacleState.RAISED:
            yield f"{say('obstacle')} {obstacle.number} {coded('affairs.obstacle', obstacle.kind)}"
    for asked in affairs.authorisations:
        if asked.state is AuthorisationState.REQUESTED:
            kind = coded("affairs.authorisation", asked.kind)
            yield f"{say('authorisation')} {asked.number} {kind} [{say(asked.state)}]"
    for crisis in affairs.crises:
        if crisis.state is CrisisState.TAKEN:
            kind = coded("affairs.crisis", crisis.kind)
            yield f"{say('crisis measure')} {crisis.number} {kind} [{say(crisis.state)}]"


def _complaints(state: "Trajectory", _now: datetime) -> Iterator[str]:
    """PLA-01: tell of complaints with the mark of their rule: it is open, no term is known."""
    from domain.lifecycle import ComplaintState

    for one in state.affairs.complaints:
        if one.state is ComplaintState.LODGED:
            body = coded("affairs.complaint-body", one.body)
            yield f"{say('complaint')} {one.number} {body} [{marked('PLA-01')}]"


def _watched(state: "Trajectory", now: datetime) -> Iterator[str]:
    """Tell who follows the dossier, what a control found and who alone may read it."""
    if state.coach:
        yield f"{say('coach')}{colon()} {state.coach}"
    for found in state.quality.findings:
        if found.open:
            kind = coded("quality.kind", found.kind)
            yield f"{say('finding')} {found.number} {kind} [{say(found.state)}]"
    if state.access.restricted(now):
        listed = ", ".join(state.access.listed(now)) or "-"
        yield say("restricted to: {listed}", listed=listed)


_TELL = (
    gravest,
    _custody,
    _requests,
    _protection,
    _papers,
    _health,
    _measures,
    _removal,
    _family,
    _open,
    _beside,
    _complaints,
    _watched,
)
