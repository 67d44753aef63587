"""The commands that look: a dossier, its history, a centre's caseload, what may follow."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from cli.base import (
    Desk,
    Moment,
    Number,
    command,
    dossier_argument,
    end_of,
    option,
    place_named,
    print_json,
)
from cli.render import (
    by_whom,
    entry_json,
    guard_json,
    guard_lines,
    instant,
    leads_on,
    may_follow,
    receipt_json,
    table,
    when,
)
from cli.restricted import let_in, may_read
from cli.steps import STEPS, command_named
from cli.words import say
from domain.errors import BadInput, KeyLost, StoreTrouble, UnknownDossier

if TYPE_CHECKING:
    from domain.decide import Failing
    from domain.record import Recorded
    from domain.trajectory import Trajectory
    from domain.values import Category
    from projections.timeline import Entry

_AT = option(
    "--at", "at_version", type=Number(min=0), metavar="VERSION", help="As it was at this version."
)
_AS_OF = option("--as-of", type=Moment(), metavar="INSTANT", help="What had happened by then.")
_AS_KNOWN = option(
    "--as-known", type=Moment(), metavar="INSTANT", help="What had been recorded by then."
)


def _history(
    desk: Desk, dossier: str, at_version: int | None, as_of: Any, as_known: Any
) -> "list[Recorded]":
    """Return a dossier's lines as asked for; a day stands for its end."""
    lines = desk.office.journal.history(dossier)
    if not lines:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    let_in(desk, lines)
    happened, known = end_of(as_of), end_of(as_known)
    return [line for line in lines if _asked(line, at_version, happened, known)]


def _asked(
    line: "Recorded | Entry",
    at_version: int | None,
    happened: datetime | None,
    known: datetime | None,
) -> bool:
    return (
        (at_version is None or line.version <= at_version)
        and (happened is None or line.occurred_at < happened)
        and (known is None or line.recorded_at < known)
    )


class Opener:
    """Opens sealed fields for those who may see them, and says what it is for those who may not."""

    def __init__(self, desk: Desk, dossier: str, subject: str) -> None:
        self.vault = desk.office.vault
        self.dossier = dossier
        self.subject = subject
        self.functions = desk.functions()

    def opened(self, topic: str, version: int, data: dict[str, Any]) -> dict[str, Any]:
        """Return an event's stored fields, personal ones opened or named as sealed."""
        from domain.events import EVENTS
        from domain.values import sealed_fields

        personal = sealed_fields(EVENTS[topic])
        return {
            name: self._text(value, version, name, personal[name]) if name in personal else value
            for name, value in data.items()
        }

    def fields(self, line: "Recorded") -> dict[str, Any]:
        """Return what is known of the resident from an admission, as corrected."""
        from domain.values import sealed_fields

        found: dict[str, Any] = {}
        for name, category in sealed_fields(type(line.event)).items():
            sealed = getattr(line.event, name)
            if sealed is not None and name != "remark":
                version, field = sealed.place or (line.version, name)
                found[name] = self._text(sealed.stored(), version, field, category)
        return found | {"sex": getattr(line.event, "sex", None)}

    def _text(self, token: str, version: int, name: str, category: "Category") -> str:
        from domain.authority import may_see
        from domain.values import Sealed

        if not may_see(self.functions, category):
            return say("[sealed: {category}]", category=say(category))
        try:
            return self.vault.read(
                Sealed(token=token),
                subject=self.subject,
                stream=self.dossier,
                version=version,
                name=name,
            )
        except KeyLost:
            return say("[key lost, event {n}]", n=version)
        except StoreTrouble:  # altered, or the vault is damaged: the rest can still be read
            return say("[cannot be opened, event {n}]", n=version)


@command("show")
@dossier_argument
@_AT
@_AS_OF
@_AS_KNOWN
def show(desk: Desk, dossier: str, at_version: int | None, as_of: Any, as_known: Any) -> None:
    """Show where a dossier stands: stage, decision, appeals, what blocks departure."""
    from cli.sheet import lacking, region_lines
    from domain.decide.missing import missing
    from domain.trajectory import replay

    lines = _history(desk, dossier, at_version, as_of, as_known)
    state = replay(lines)
    if state is None:
        raise UnknownDossier("nothing was on record for {dossier} by then", dossier=dossier)
    members = _members(desk, state, end_of(as_of), end_of(as_known))
    in_the_way = _in_the_way(state, members)
    sheet = _sheet(desk, lines, state, in_the_way, members, _by(as_of))
    if desk.as_json:
        print_json(sheet)
        return
    click.echo(f"{dossier}  {say(state.stage)}  " + say("since {day}", day=when(state.since)))
    for label, value in (
        ("centre", state.centre),
        ("resident", ", ".join(str(part) for part in sheet["resident"].values() if part)),
        (
            "information given",
            f"{len(state.informed)}/7" + (f" ({state.language})" if state.language else ""),
        ),
    ):
        click.echo(f"  {say(label)}: {value}")
    for round_ in state.rounds:
        acts = [
            (say("drafted"), round_.drafted),
            (say("edited"), round_.edited),
            (say("taken"), (round_.taken,)),
            (say("notified"), (round_.notified,)),
        ]
        told = "; ".join(
            f"{verb} {hand.account} {when(hand.at, whole_day=hand.whole_day)}"
            for verb, hands in acts
            for hand in hands
            if hand
        )
        title = f"{say('decision round')} {round_.number} [{say(round_.state)}]"
        click.echo(f"  {title} {round_.form or ''}: {told}")
    for appeal in state.appeals:
        click.echo(
            f"  {say('appeal')} {appeal.reference or '-'} {say(appeal.kind)} [{say(appeal.state)}] "
            + say("since {day}", day=when(appeal.since))
        )
    if state.iom:
        click.echo(
            f"  {say('IOM file')} [{say(state.iom.state)}] "
            + say("since {day}", day=when(state.iom.since))
        )
    if state.examination:
        click.echo(f"  {say(state.examination.result)} {when(state.examination.at)}")
    for told in region_lines(state, _by(as_of)):
        click.echo(f"  {told}")
    for each in missing(state):
        click.echo("  " + say("missing: {what} ({rule})", what=lacking(each), rule=each.rule))
    if in_the_way:
        click.echo("  " + say("in the way of departure:"))
    for failing in in_the_way:
        for line in guard_lines(failing):
            click.echo(f"  {line}")
    follow = ", ".join(leads_on(state, _now(), _last_act(lines), members)) or "-"
    click.echo("  " + say("may follow: {follow}", follow=follow))


def _last_act(lines: "list[Recorded]") -> str:
    """Name what was done last, by its command."""
    from domain.lifecycle import COMMAND_OF

    return COMMAND_OF.get(type(lines[-1].event).__name__, "")


def _sheet(
    desk: Desk,
    lines: "list[Recorded]",
    state: "Trajectory",
    in_the_way: "list[Failing]",
    members: "tuple[Trajectory, ...]",
    by: datetime,
) -> dict[str, Any]:
    from cli.sheet import lacking, regions_json
    from domain.decide.missing import missing
    from domain.events import ResidentAdmitted
    from domain.trajectory import chronicle, subject_of

    opener = Opener(desk, state.dossier, subject_of(lines) or state.dossier)
    resident: dict[str, Any] = {}
    for line in chronicle(lines):
        if isinstance(line.event, ResidentAdmitted):
            resident = opener.fields(line)
    now = _now()
    return {
        "dossier": state.dossier,
        "version": state.version,
        "stage": state.stage,
        "since": instant(state.since),
        "centre": state.centre,
        "resident": resident,
        "informed": sorted(state.informed),
        "language": state.language,
        "rounds": [_round_json(round_) for round_ in state.rounds],
        "appeals": [
            {
                "kind": appeal.kind,
                "state": appeal.state,
                "since": instant(appeal.since),
                "handed_in": instant(appeal.handed_in) if appeal.handed_in else None,
                "round": appeal.round,
                "reference": appeal.reference,
            }
            for appeal in state.appeals
        ],
        "iom": state.iom
        and {
            "state": state.iom.state,
            "since": instant(state.iom.since),
            "reference": state.iom.reference,
        },
        "fitness": state.examination
        and {"result": state.examination.result, "at": instant(state.examination.at)},
        "procedure": state.procedure,
        "regions": regions_json(state, by),
        "missing": [{"rule": each.rule, "what": lacking(each)} for each in missing(state)],
        "blocked_by": [guard_json(failing) for failing in in_the_way],
        "may_follow": may_follow(state, now, members),
    }


def _round_json(round_: Any) -> dict[str, Any]:
    def hand(one: Any) -> dict[str, Any] | None:
        return one and {
            "account": one.account,
            "person": one.person,
            "at": instant(one.at),
            "version": one.version,
        }

    return {
        "number": round_.number,
        "state": round_.state,
        "form": round_.form,
        "reference": round_.reference,
        "suspended": round_.suspended,
        "drafted": [hand(one) for one in round_.drafted],
        "edited": [hand(one) for one in round_.edited],
        "taken": hand(round_.taken),
        "notified": hand(round_.notified),
    }


def _now() -> datetime:
    return datetime.now(UTC)


def _by(as_of: Any) -> datetime:
    """Return the moment to which days are counted: the one asked for, else now."""
    return min(end_of(as_of) or _now(), _now())


def _members(
    desk: Desk,
    state: "Trajectory | None",
    happened: datetime | None = None,
    known: datetime | None = None,
) -> "tuple[Trajectory, ...]":
    """Look at the dossiers of the others in the family, as they were asked for."""
    from domain.trajectory import replay

    numbers = state.family.members if state else ()
    if not numbers:
        return ()
    found = (
        replay(line for line in history.lines if _asked(line, None, happened, known))
        for history in desk.office.journal.recall(*numbers)
    )
    return tuple(one for one in found if one is not None)


def _in_the_way(state: "Trajectory", members: "tuple[Trajectory, ...]" = ()) -> "list[Failing]":
    """Return what would stop a departure today, for a dossier that still runs."""
    from domain.decide import Attempt, Context, failing
    from domain.lifecycle import ENDED

    if state.stage in ENDED:
        return []
    now = max(_now(), state.latest)
    context = Context(at=now, now=now, members=members)
    return failing(Attempt(state, "ConfirmDeparture", context))


@command("log")
@dossier_argument
@_AT
@_AS_OF
@_AS_KNOWN
@option("--refused", is_flag=True, help="What was asked of it and refused, instead.")
def log(
    desk: Desk,
    dossier: str,
    at_version: int | None,
    as_of: Any,
    as_known: Any,
    refused: bool,
) -> None:
    """List what is on record for a dossier: what, when, by whom, in what capacity."""
    let_in(desk, desk.office.journal.history(dossier))
    if refused:
        _list_refused(desk, dossier, end_of(as_of), end_of(as_known))
        return
    from projections.timeline import TIMELINE, of_dossier

    with desk.office.reading(TIMELINE) as connection:
        entries = of_dossier(connection, dossier)
    if not entries:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    happened, known = end_of(as_of), end_of(as_known)
    opener = Opener(desk, dossier, _subject(dossier, entries))
    for entry in entries:
        if not _asked(entry, at_version, happened, known):
            continue
        data = opener.opened(entry.topic, entry.version, json.loads(entry.data))
        if desk.as_json:
            print_json(entry_json(entry) | {"data": data})
            continue
        click.echo(_headline(entry))
        for name, value in data.items():
            if value != []:
                shown = ", ".join(value) if isinstance(value, list) else value
                click.echo(f"       {name}: {shown}")


def _list_refused(
    desk: Desk, dossier: str, happened: datetime | None, known: datetime | None
) -> None:
    """List what was refused: what was asked, by whom, and the rules in the way."""
    from workflows.refusals import of_dossier

    for line in of_dossier(desk.office.journal, dossier):
        if not _asked(line, None, happened, known):
            continue
        said = line.event.model_dump(mode="json")
        typed = STEPS.get(said["act"], said["act"])
        if desk.as_json:
            told = {"step": typed, "rules": said["rules"]}
            print_json({**receipt_json(line), "account": line.account, "role": line.role, **told})
            continue
        moment = when(line.occurred_at, whole_day=line.whole_day)
        click.echo(f"{moment:<16}  {typed:<30}  {by_whom(line)}")
        click.echo(f"       {say('rules')}: {', '.join(said['rules'])}")


def _subject(dossier: str, entries: "list[Entry]") -> str:
    """Find whose keys seal a dossier: its resident's, or its own number's without admission."""
    from domain.events import ResidentAdmitted

    admissions = (entry for entry in entries if entry.topic == ResidentAdmitted.TOPIC)
    return next((json.loads(entry.data)["resident"] for entry in admissions), dossier)


def _headline(line: "Recorded | Entry") -> str:
    topic: str = line.event.TOPIC if hasattr(line, "event") else line.topic
    moment = when(line.occurred_at, whole_day=line.whole_day)
    return f"v{line.version:<3} {moment:<16}  {topic.partition('.')[0]:<30}  {by_whom(line)}"


@command("replay")
@dossier_argument
@_AT
@_AS_OF
@_AS_KNOWN
def replay_(desk: Desk, dossier: str, at_version: int | None, as_of: Any, as_known: Any) -> None:
    """Replay a dossier step by step, in the order it happened: each act and the stage after it."""
    from domain.trajectory import chronicle, evolve

    state = None
    for line in chronicle(_history(desk, dossier, at_version, as_of, as_known)):
        state = evolve(state, line)
        if desk.as_json:
            print_json({**receipt_json(line), "account": line.account, "stage": state.stage})
        else:
            click.echo(f"{_headline(line):<100}  → {say(state.stage)}".rstrip())


@command("caseload")
@click.argument("centre")
@option("--all", "everything", is_flag=True, help="Ended trajectories too.")
def caseload(desk: Desk, centre: str, everything: bool) -> None:
    """List a centre's dossiers: stage, since when, what blocks departure, what is due."""
    from projections.caseload import CASELOAD, of_centre

    code = place_named(centre).code
    with desk.office.reading(CASELOAD) as connection:
        rows = of_centre(connection, code, everything=everything)
    cases = list(_cases(desk, rows))
    if desk.as_json:
        print_json(cases)
        return
    table(
        ("dossier", "stage", "since", "blocked by", "due"),
        (
            (
                case["dossier"],
                say(case["stage"]),
                case["since"][:10],
                " ".join(case["blocked_by"]),
                case["due"] and f"{case['due']['rule']} {case['due']['at'][:16]}",
            )
            for case in cases
        ),
    )


def _cases(desk: Desk, rows: Any) -> Iterator[dict[str, Any]]:
    """Add to each row what depends on today: the rules that block, the clock that runs."""
    from domain.decide.clocks import next_due
    from domain.trajectory import replay

    for row in rows:
        state = replay(desk.office.journal.history(row.dossier))
        if state is None or not may_read(desk, state):
            continue
        due = next_due(state, _now())
        blocks = _in_the_way(state, _members(desk, state))
        yield {
            "dossier": row.dossier,
            "stage": state.stage,
            "since": instant(state.since),
            "blocked_by": list(dict.fromkeys(one.rule for one in blocks)),
            "due": due and {"rule": due.rule, "at": instant(due.at), "what": say(due.what)},
        }


@command("can")
@dossier_argument
@click.argument("step", nargs=-1)
def can(desk: Desk, dossier: str, step: tuple[str, ...]) -> None:
    """Tell which steps would pass now, and the rules in the way of the others; records nothing."""
    from domain.decide import Attempt, Context, failing
    from domain.errors import NotAllowed
    from domain.trajectory import replay
    from workflows import people

    state = replay(_history(desk, dossier, None, None, None))
    acts = list(STEPS)
    if step:
        found = command_named(" ".join(step))
        if found is None:
            raise BadInput("there is no step {step}", step=" ".join(step))
        acts = [found]
    now = _now()
    try:
        actor = people.acting(desk.office.journal, desk.account, now)
    except NotAllowed:
        actor = None  # asked by somebody who may not act: what the procedure alone says
    at = max(now, state.latest) if state else now
    members = _members(desk, state)
    answers = []
    for act in acts:
        attempt = Attempt(state, act, Context(at=at, now=at, actor=actor, members=members))
        answers.append((STEPS[act], failing(attempt)))
    if desk.as_json:
        print_json(
            [
                {
                    "step": typed,
                    "allowed": not failures,
                    "guards": [guard_json(one) for one in failures],
                }
                for typed, failures in answers
            ]
        )
        return
    for typed, failures in answers:
        if step:
            _tell_why(typed, failures)
        elif not _NOT_WORTH_A_LINE.intersection(one.rule for one in failures):
            rules = ", ".join(dict.fromkeys(one.rule for one in failures))
            click.echo(f"✗ {typed}: {rules}" if failures else f"✓ {typed}")


_NOT_WORTH_A_LINE = {"ORD-01", "ORD-04", "ORD-05", "ORD-06", "AUT-02"}
"""Rules of a step that does not follow from where the dossier is, or is for other functions."""


def _tell_why(typed: str, failures: "list[Failing]") -> None:
    click.echo(f"{'✓' if not failures else '✗'} {typed}")
    for one in failures:
        for line in guard_lines(one):
            click.echo(line)
