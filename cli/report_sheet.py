"""The accompaniment sheet: a resident's dossier on one page, for who goes along to the removal."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.base import Desk
from cli.look import Asked, in_the_way, members_of, reader_at
from cli.opener import Opener
from cli.paper import Facts, Grid, Lines, Paper, Part, hand_over
from cli.render import certainty_json, certainty_of, guard_json, instant, marked, told, when
from cli.restricted import let_in
from cli.words import coded, colon, say
from domain.errors import UnknownDossier

if TYPE_CHECKING:
    from domain.decide import Failing
    from domain.record import Recorded
    from domain.state.affairs import Exchange
    from domain.state.remedies import Appeal
    from domain.trajectory import Trajectory

LAST_EXCHANGES = 5


class _Sheet(NamedTuple):
    """A dossier as it was asked for, what stops a departure, and what could be opened of it."""

    state: "Trajectory"
    by: datetime
    blocks: "list[Failing]"
    resident: dict[str, Any]
    notes: dict[int, str]


def give(desk: Desk, dossier: str, asked: Asked, html: str | None, *, force: bool) -> None:
    """Give it as it was asked for; who sees what is personal in it is recorded as a reader."""
    sheet = _look_at(desk, dossier, asked)
    hand_over(desk, _paper(desk, sheet), _document(sheet), html, force=force)


def _look_at(desk: Desk, dossier: str, asked: Asked) -> _Sheet:
    from domain.trajectory import replay, subject_of

    everything = desk.office.journal.history(dossier)
    if not everything:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    let_in(desk, everything)
    lines = [line for line in everything if asked.includes(line)]
    state = replay(lines)
    if state is None:
        raise UnknownDossier("nothing was on record for {dossier} by then", dossier=dossier)
    by, members = asked.by, members_of(desk, state, asked)
    opener = Opener(desk, dossier, subject_of(lines) or dossier)
    return _Sheet(
        state,
        by,
        _blocks(desk, state, members, by),
        _resident(opener, lines),
        _obstacle_notes(opener, lines),
    )


def _blocks(
    desk: Desk, state: "Trajectory", members: "tuple[Trajectory, ...]", by: datetime
) -> "list[Failing]":
    """Return what stands in the way of a departure: of the one planned, else of one right now."""
    from domain.decide.checked import Checked, in_its_way
    from domain.decide.leaving import planned

    plan = planned(state)
    if plan is None:
        return in_the_way(state, members, by, reader_at(desk))
    return in_its_way(Checked(plan, state, max(by, state.latest)), members, reader_at(desk))


def _resident(opener: Opener, lines: "Iterable[Recorded]") -> dict[str, Any]:
    from domain.events import ResidentAdmitted
    from domain.trajectory import chronicle

    found: dict[str, Any] = {}
    for line in chronicle(lines):
        if isinstance(line.event, ResidentAdmitted):
            found = opener.fields(line)
    return found


def _obstacle_notes(opener: Opener, lines: "Iterable[Recorded]") -> dict[int, str]:
    """Open what was said of each obstacle, by its number."""
    from domain.events import ObstacleRaised
    from domain.trajectory import chronicle

    return {
        line.event.number: note
        for line in chronicle(lines)
        if isinstance(line.event, ObstacleRaised)
        if (note := opener.fields(line).get("note"))
    }


# --- the parts ------------------------------------------------------------------------------


def _paper(desk: Desk, sheet: _Sheet) -> Paper:
    state = sheet.state
    return Paper(
        title=f"{state.dossier}  {say('accompaniment sheet')}",
        under=(
            say("as of {moment}, for {account}", moment=when(sheet.by), account=desk.account),
            f"{say(state.stage)} {say('since {day}', day=when(state.since))}",
        ),
        parts=tuple(_parts(sheet)),
    )


def _parts(sheet: _Sheet) -> Iterator[Part]:
    yield Facts(say("resident"), list(_person(sheet)))
    yield Facts(say("custody"), list(_custody(sheet)))
    yield Grid(
        say("decisions and terms"),
        (
            say("round"),
            say("decision"),
            say("reference"),
            say("state"),
            say("notified"),
            say("term"),
        ),
        [_decision_row(one) for one in sheet.state.rounds],
    )
    yield Grid(
        say("remedies"),
        (say("remedy"), say("reference"), say("state"), say("since"), say("stops the departure")),
        list(_remedy_rows(sheet)),
    )
    yield Facts(say("return"), list(_return(sheet.state)))
    yield Facts(say("health, measures, family"), list(_around(sheet)))
    yield Grid(
        say("obstacles"),
        (say("no."), say("what"), say("state"), say("since"), say("note")),
        _obstacle_rows(sheet),
    )
    yield from _what_runs(sheet)
    yield Grid(
        say("last exchanges"),
        (say("on"), say("direction"), say("partner"), say("subject"), say("state"), say("due")),
        [_exchange_row(one) for one in _last_exchanges(sheet.state)],
    )


def _person(sheet: _Sheet) -> Iterator[tuple[str, Any]]:
    state, known = sheet.state, sheet.resident
    for name, label in (
        ("name", say("name")),
        ("born_on", say("born on")),
        ("nationality", say("nationality")),
        ("sex", say("sex")),
    ):
        yield label, known.get(name)
    yield say("language"), state.language
    yield say("age"), state.age and coded("admission.age", state.age)
    yield say("centre"), state.centre
    yield say("followed by"), state.coach
    legal = state.legal_aid
    lawyer = legal and (legal.reference or (say("assigned") if legal.assigned else say("asked")))
    yield say("lawyer"), lawyer
    yield say("information given"), f"{len(state.informed)}/7"


def _custody(sheet: _Sheet) -> Iterator[tuple[str, Any]]:
    from cli.sheet import gravest
    from domain.decide.detention import custody_clocks

    custody, clocks = sheet.state.custody, custody_clocks(sheet.state, sheet.by)
    for grave in gravest(sheet.state, sheet.by):
        yield say("to be done at once"), grave
    place = f" ({custody.place})" if custody.place else ""
    yield say("status"), f"{say(custody.status)}{place}" if custody.since else None
    yield say("days held"), clocks.cumulative
    for title in clocks.titles:
        ground = coded("custody.ground", title.ground or "-")
        span = say("{days} day(s), until {end}", days=title.days, end=title.ends or "-")
        yield say("title {n}", n=title.number), f"{ground}{_COMMA}{span}"
    if clocks.maximum:
        rule = f" ({marked(clocks.rule)})" if clocks.rule else ""
        yield say("at most until"), f"{clocks.maximum}{rule}"


_COMMA = ", "


def _decision_row(one: Any) -> tuple[Any, ...]:
    kind = coded("decision.kind", one.kind) if one.kind else ""
    what = _COMMA.join(part for part in (one.form, kind) if part)
    state = say("suspended") if one.suspended else say(one.state)
    notified = one.notified and when(one.notified.at, whole_day=one.notified.whole_day)
    return one.number, what, one.reference, state, notified, _term_told(one)


def _term_told(one: Any) -> str | None:
    """Tell the voluntary departure period that goes with a decision."""
    if one.term is None:
        return None
    if one.term.until:
        return say("until {day}", day=one.term.until)
    return None if one.term.days is None else say("{n} day(s) to leave", n=one.term.days)


def _remedy_rows(sheet: _Sheet) -> Iterator[tuple[Any, ...]]:
    state = sheet.state
    for one in state.appeals:
        stops = _stops(state, one)
        hearing = f"{_COMMA}{say('hearing on {day}', day=one.hearing_on)}" if one.hearing_on else ""
        yield (
            say(one.kind),
            one.reference,
            f"{say(one.state)}{hearing}",
            when(one.since),
            f"{say('yes')} ({marked(stops)})" if stops else say("no"),
        )
    for rule, last in _terms(state, sheet.by):
        until = say("can be brought until {day}", day=last)
        yield say("term to appeal"), None, until, None, f"{say('yes')} ({marked(rule)})"
    for measure in state.interim:
        if measure.stands:
            body = coded("remedies.interim-body", measure.kind)
            since = measure.began and when(measure.began)
            yield (
                body,
                measure.reference,
                say("stands"),
                since,
                f"{say('yes')} ({marked('ECH-01')})",
            )


def _stops(state: "Trajectory", appeal: "Appeal") -> str | None:
    """Name the rule by which an open appeal stops a departure."""
    from domain.decide.blocking import stopping
    from domain.decide.suspension import suspending
    from domain.lifecycle.stages import SECOND
    from domain.rules.calendar import brussels_day

    if not appeal.open:
        return None
    if state.procedure >= SECOND:
        return stopping(state, appeal)
    against = next((each for each in state.rounds if each.number == appeal.round), None)
    notified = against.notified if against else None
    return suspending(appeal, brussels_day(notified.at) if notified else None)


def _terms(state: "Trajectory", by: datetime) -> Iterator[tuple[str, Any]]:
    """Go through the terms of suspensive remedies that still run; the first version knew none."""
    from domain.decide.blocking import running_terms
    from domain.lifecycle import ENDED
    from domain.lifecycle.stages import SECOND
    from domain.rules.calendar import brussels_day

    if state.procedure < SECOND or state.stage in ENDED:
        return
    for each in running_terms(state):
        if not each.used and brussels_day(by) <= each.term.last_day:
            yield each.term.rule.id, each.term.last_day


def _return(state: "Trajectory") -> Iterator[tuple[str, Any]]:
    iom, papers = state.iom, state.identification
    yield (
        say("IOM file"),
        iom and f"{say(iom.state)} {say('since {day}', day=when(iom.since))}",
    )
    yield say("identification"), papers and say(papers.state)
    for document in papers.at_hand if papers else ():
        kind = coded("identification.document", document.kind)
        yield kind, say("until {day}", day=document.valid_until or "-")
    for one in state.removal.attempts:
        stands = say("carried out") if one.carried_out else say(one.state)
        departs = when(one.departs) if one.departs else "-"
        mode = coded("removal.mode", one.mode)
        yield say("attempt {n}", n=one.number), f"{one.flight} {departs}, {mode} [{stands}]"


def _around(sheet: _Sheet) -> Iterator[tuple[str, Any]]:
    """Tell flags of health, never content; measures and coercion; with whom the resident is."""
    from domain.lifecycle import CoercionState

    state = sheet.state
    yield say("health"), say(state.health_state)
    yield say("medical intake"), state.health.intake is not None
    signs = sorted(state.vulnerabilities_seen | state.vulnerabilities_found)
    told_signs = [coded("information.vulnerability", one) for one in signs]
    yield say("vulnerability"), _COMMA.join(told_signs)
    for one in state.measures.running:
        ends = when(one.ends) if one.ends else "-"
        kind = coded("measures.kind", one.kind)
        yield say("measure"), f"{one.number} {kind} {say('until {day}', day=ends)}"
    unseen = [one.number for one in state.coercion if one.state is not CoercionState.REVIEWED]
    if unseen:
        yield say("coercion not reviewed"), _COMMA.join(map(str, unseen))
    for incident in state.incidents.open:
        kind = coded("incidents.kind", incident.kind)
        yield say("incident"), f"{incident.number} {kind} [{say(incident.state)}]"
    family = state.family
    role = family.role and coded("family.role", family.role)
    others = _COMMA.join(family.members)
    yield say("family"), family.id and f"{family.id} ({role or '-'}){colon()} {others or '-'}"
    if family.apart:
        yield say("separated from"), _COMMA.join(family.apart)


def _obstacle_rows(sheet: _Sheet) -> list[tuple[Any, ...]]:
    return [
        (
            one.number,
            coded("affairs.obstacle", one.kind),
            coded("affairs.obstacle-outcome", one.outcome) if one.outcome else say(one.state),
            when(one.since),
            sheet.notes.get(one.number),
        )
        for one in sheet.state.affairs.obstacles
    ]


def _what_runs(sheet: _Sheet) -> Iterator[Part]:
    """Tell the clocks, what is missing and what is in the way, each with how sure its rule is."""
    from cli.sheet import lacking
    from domain.decide.clocks import clocks
    from domain.decide.missing import missing
    from domain.rules import rule

    yield Grid(
        say("running clocks"),
        (say("due"), say("overdue"), say("what"), say("rule"), say("how sure")),
        [
            (
                when(due.at),
                say("yes") if due.at <= sheet.by else "",
                say(due.what),
                due.rule,
                certainty_of(rule(due.rule)),
            )
            for due in clocks(sheet.state, sheet.by)
        ],
    )
    yield Grid(
        say("in the way of departure"),
        (say("why"), say("rule"), say("how sure"), say("passes from")),
        block_rows(sheet.blocks),
    )
    lacks = [f"{lacking(each)} ({marked(each.rule)})" for each in missing(sheet.state)]
    yield Lines(say("missing"), lacks)


def block_rows(blocks: "Iterable[Failing]") -> list[tuple[Any, ...]]:
    """Tell what is in the way: why, by which rule and how sure it is, from when it would pass."""
    from domain.rules import rule

    return [
        (
            told(one.template, one.values),
            f"{one.rule} ({rule(one.rule).basis})",
            certainty_of(rule(one.rule)),
            one.passes_on,
        )
        for one in blocks
    ]


def _last_exchanges(state: "Trajectory") -> "Sequence[Exchange]":
    """Give those that wait, and the last ones beside them; the latest first."""
    ordered = sorted(state.affairs.exchanges, key=lambda one: one.at, reverse=True)
    return [one for at, one in enumerate(ordered) if at < LAST_EXCHANGES or one.waits]


def _exchange_row(one: "Exchange") -> tuple[Any, ...]:
    from domain.decide.affairs import answer_term

    term = answer_term(one) if one.waits else None
    return (
        when(one.at),
        coded("affairs.direction", one.direction),
        coded("affairs.partner", one.partner),
        coded("affairs.subject", one.subject),
        coded("affairs.answer", one.outcome) if one.outcome else say(one.state),
        term and f"{term.last or when(term.at)} ({marked(term.rule)})",
    )


# --- as JSON --------------------------------------------------------------------------------


def _document(sheet: _Sheet) -> dict[str, Any]:
    from cli.sheet import lacking
    from domain.decide.clocks import clocks
    from domain.decide.detention import custody_clocks
    from domain.decide.missing import missing

    state = sheet.state
    held = custody_clocks(state, sheet.by)
    return {
        "dossier": state.dossier,
        "as_of": instant(sheet.by),
        "version": state.version,
        "centre": state.centre,
        "stage": state.stage,
        "since": instant(state.since),
        "coach": state.coach,
        "resident": {**sheet.resident, "language": state.language, "age": state.age},
        "custody": {
            "status": state.custody.status,
            "place": state.custody.place,
            "days_held": held.cumulative,
            "title_ends": held.ends and held.ends.isoformat(),
            "at_most_until": held.maximum and held.maximum.isoformat(),
            "rule": held.rule,
        },
        "decisions": [_decision_json(one) for one in state.rounds],
        "remedies": [_remedy_json(state, one) for one in state.appeals],
        "terms": [
            {"rule": rule, **certainty_json(rule), "last_day": last.isoformat()}
            for rule, last in _terms(state, sheet.by)
        ],
        "interim": [
            {"body": one.kind, "reference": one.reference} for one in state.interim if one.stands
        ],
        "iom": state.iom and {"state": state.iom.state, "since": instant(state.iom.since)},
        "identification": state.identification and state.identification.state,
        "health": {
            "state": state.health_state,
            "intake": state.health.intake is not None,
            "vulnerabilities": sorted(state.vulnerabilities_seen | state.vulnerabilities_found),
        },
        "measures": [
            {"number": one.number, "kind": one.kind, "ends": one.ends and instant(one.ends)}
            for one in state.measures.running
        ],
        "family": {
            "family": state.family.id,
            "role": state.family.role,
            "members": list(state.family.members),
            "apart": list(state.family.apart),
        },
        "obstacles": [
            {
                "number": one.number,
                "kind": one.kind,
                "state": one.state,
                "outcome": one.outcome,
                "note": sheet.notes.get(one.number),
            }
            for one in state.affairs.obstacles
        ],
        "clocks": [
            {
                "rule": due.rule,
                **certainty_json(due.rule),
                "at": instant(due.at),
                "overdue": due.at <= sheet.by,
                "what": say(due.what),
            }
            for due in clocks(state, sheet.by)
        ],
        "missing": [
            {"rule": each.rule, **certainty_json(each.rule), "what": lacking(each)}
            for each in missing(state)
        ],
        "blocked_by": [guard_json(one) for one in sheet.blocks],
        "exchanges": [_exchange_json(one) for one in _last_exchanges(state)],
    }


def _decision_json(one: Any) -> dict[str, Any]:
    return {
        "round": one.number,
        "form": one.form,
        "kind": one.kind,
        "reference": one.reference,
        "state": one.state,
        "suspended": one.suspended,
        "notified": one.notified and instant(one.notified.at),
        "term_days": one.term and one.term.days,
        "term_until": one.term and one.term.until and one.term.until.isoformat(),
    }


def _remedy_json(state: "Trajectory", one: "Appeal") -> dict[str, Any]:
    return {
        "kind": one.kind,
        "reference": one.reference,
        "round": one.round,
        "state": one.state,
        "since": instant(one.since),
        "hearing_on": one.hearing_on,
        "stops_by": _stops(state, one),
    }


def _exchange_json(one: "Exchange") -> dict[str, Any]:
    return {
        "number": one.number,
        "at": instant(one.at),
        "direction": one.direction,
        "partner": one.partner,
        "subject": one.subject,
        "state": one.state,
        "waits": one.waits,
    }
