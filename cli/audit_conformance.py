"""``trajet audit conformance``: was each act allowed, and was each duty done, and in time."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cli.base import DOSSIER, Desk, Moment, TrajetCommand, end_of, option, print_json
from cli.look import AS_KNOWN, just_before, now
from cli.render import instant, mark_of, progress_bar, when
from cli.restricted import closed_ever, is_kept_back, kept_back, let_in, told_of_hidden
from cli.steps import STEPS
from cli.words import colon, language, say
from domain.errors import BadInput, UnknownDossier

if TYPE_CHECKING:
    from datetime import datetime

    from cli.wiring import Office
    from domain.record import Recorded
    from domain.rules.constraints import Constraint
    from projections.audit.conformance import Finding
    from projections.audit.deadlines import Deadline
    from projections.audit.replay import Replayed


@click.command("conformance", cls=TrajetCommand)
@click.argument("dossier", type=DOSSIER, required=False)
@option("--afresh", is_flag=True, help="Judge all from the journal, whatever was found before.")
@option("--deadlines", is_flag=True, help="Tell duties that were not done in time, too.")
@option(
    "--at",
    "judged_at",
    type=Moment(),
    metavar="DATE",
    help="Judge deadlines as they stood then; without it, now.",
)
@option("--replay", is_flag=True, help="Show one dossier act by act: what was allowed, what done.")
@AS_KNOWN
def conformance(
    desk: Desk,
    dossier: str | None,
    afresh: bool,
    deadlines: bool,
    judged_at: Any,
    replay: bool,
    as_known: Any,
) -> None:
    """Check every act against the rules of the procedure, as they stood when it happened."""
    known = end_of(as_known)
    if replay:
        if dossier is None:
            raise BadInput("--replay shows one dossier; name it")
        if afresh or deadlines or judged_at:
            raise BadInput("--replay goes with --as-known alone")
        _show_replay(desk, dossier, known)
        return
    at = _moment(judged_at, known) if deadlines or judged_at else None
    if dossier or afresh or known:
        conclusion = _judged_from_the_journal(desk, dossier, known, at)
    else:
        conclusion = _judged(desk, at)
    if desk.as_json:
        print_json(_document(conclusion, at))
    else:
        _tell(conclusion, dossier)
    if conclusion.findings:
        raise SystemExit(1)


def _moment(asked: Any, known: "datetime | None") -> "datetime":
    """Say when deadlines are judged: at the end of the day asked for, else when all was known."""
    over = end_of(asked)
    if over is not None:
        return over - timedelta(microseconds=1)
    return now() if known is None else just_before(known)


class _Conclusion(NamedTuple):
    """
    How many dossiers were judged and told, how many are not told, and what was found.

    ``kept`` where what was found of a dossier before was taken from the read models.
    """

    dossiers: int
    hidden: int
    findings: "list[Finding]"
    kept: bool = False


# --- how it is told -------------------------------------------------------------------------


def _document(conclusion: _Conclusion, at: "datetime | None") -> dict[str, Any]:
    return {
        "dossiers": conclusion.dossiers,
        "hidden": conclusion.hidden,
        "kept": conclusion.kept,
        "at": instant(at) if at else None,
        "findings": [_finding_json(one) for one in conclusion.findings],
    }


def _finding_json(one: "Finding") -> dict[str, Any]:
    return {
        "code": one.code,
        "dossier": one.dossier,
        "version": one.version,
        "rule": one.rule,
        "expected": one.expected,
        "found": one.found,
        "log_index": one.log_index,
        "log_indices": list(one.log_indices),
        "constraint": one.constraint,
        "certainty": one.certainty,
        "parameter": one.parameter,
        "since": instant(one.since) if one.since else None,
        "until": instant(one.until) if one.until else None,
        "ended": instant(one.ended) if one.ended else None,
        "done": None if one.until is None else not one.undone,
        "proof": one.proof,
    }


def _tell(conclusion: _Conclusion, dossier: str | None) -> None:
    for one in conclusion.findings:
        _tell_one(one)
        if len(one.log_indices) > 1:
            indices = " ".join(f"#{index}" for index in one.log_indices)
            click.echo("    " + say("rests on: {acts}", acts=indices))
        if not dossier:
            click.echo("    " + say("shown by: {command}", command=one.proof))
    for told in told_of_hidden(conclusion.hidden):
        click.echo(told)
    number = len(conclusion.findings)
    if dossier:
        for proof in dict.fromkeys(one.proof for one in conclusion.findings):
            click.echo(say("shown by: {command}", command=proof))
    click.echo(say("{dossiers} dossiers: {n} finding(s)", dossiers=conclusion.dossiers, n=number))
    if conclusion.kept:
        click.echo(say("of unchanged dossiers as found before; all from the events: --afresh"))


def _tell_one(one: "Finding") -> None:
    from domain.rules.constraints import constraint

    mark = mark_of(one.rule) if one.until is not None else ""
    place = f"{one.dossier} v{one.version} {one.rule} #{one.log_index}"
    click.echo(f"{one.code:<22} {place}" + (f" [{mark}]" if mark else ""))
    if one.until is None or one.constraint is None:
        click.echo("    " + say("expected: {what}", what=one.expected))
        click.echo("    " + say("found: {what}", what=one.found))
        return
    row = constraint(one.constraint)
    click.echo("    " + say("expected: {what}", what=row.name_in(language())))
    click.echo("    " + _from_when_to_when(one, row))
    click.echo("    " + say("found: {what}", what=_what_became_of_it(one)))


def _from_when_to_when(one: "Finding", row: "Constraint") -> str:
    since, until = when(one.since or now()), when(one.until or now())
    told = say(
        "from {since} to {until}; done by: {acts}",
        since=since,
        until=until,
        acts=_named(row.closes),
    )
    if not row.cancels:
        return told
    return told + "; " + say("no longer asked after: {acts}", acts=_named(row.cancels))


def _named(events: Iterable[str]) -> str:
    """Name acts as they are typed, each once; what nobody types, by its event."""
    from domain.lifecycle import COMMAND_OF

    typed = (STEPS.get(COMMAND_OF.get(event, ""), event) for event in events)
    return ", ".join(dict.fromkeys(typed))


def _what_became_of_it(one: "Finding") -> str:
    if one.ended is None:
        return say("not done")
    if one.undone:
        return say("not done; no longer asked since {at}", at=when(one.ended))
    return say("done on {at}, too late", at=when(one.ended))


# --- one dossier act by act -----------------------------------------------------------------


def _show_replay(desk: Desk, dossier: str, known: "datetime | None") -> None:
    """Show one line an act; exit with 1 where one of them was not allowed."""
    from projections.audit.replay import replayed

    def look(member: str) -> "list[Recorded]":
        return _recorded_before(known, desk.office.journal.history(member))

    ((_, lines),) = _to_be_judged(desk, dossier)
    then = _recorded_before(known, lines)
    if not then:
        raise UnknownDossier("nothing was on record for {dossier} by then", dossier=dossier)
    refused = False
    for place, one in enumerate(replayed(then, look), start=1):
        refused = refused or bool(one.rules)
        if desk.as_json:
            print_json(_replayed_json(place, one))
        else:
            click.echo(_replayed_line(place, one))
    if refused:
        raise SystemExit(1)


def _typed(act: str) -> str:
    return STEPS.get(act, act)


def _replayed_json(place: int, one: "Replayed") -> dict[str, Any]:
    line = one.line
    return {
        "dossier": line.stream,
        "place": place,
        "version": line.version,
        "log_index": line.log_index,
        "occurred_at": instant(line.occurred_at),
        "recorded_at": instant(line.recorded_at),
        "topic": line.event.TOPIC,
        "step": None if one.act is None else _typed(one.act),
        "before": one.before,
        "stage": one.after,
        "allowed": [_typed(act) for act in one.allowed],
        "was_allowed": one.was_allowed,
        "rules": list(one.rules),
        "constraints": list(one.constraints),
    }


def _replayed_line(place: int, one: "Replayed") -> str:
    """Write an act in one line; of what was allowed beside it, what moves something on."""
    line = one.line
    moment = when(line.occurred_at, whole_day=line.whole_day)
    mark = _mark(one)
    what = line.event.TOPIC.partition(".")[0] if one.act is None else _typed(one.act)
    told = f"{place:>3} #{line.log_index} v{line.version} {moment} {mark} {what} → {say(one.after)}"
    if one.rules:
        told += f"; {say('stood in the way')}{colon()} " + ", ".join(one.rules)
    if one.was_allowed is not None:
        told += f"; {say('steps allowed')}{colon()} " + (_others(one) or "-")
    return told


def _mark(one: "Replayed") -> str:
    """Mark what nobody commands, what was not allowed, and what was done to one held unlawfully."""
    if one.was_allowed is None:
        return "·"
    if not one.was_allowed:
        return "✗"
    return "!" if one.rules else "✓"


def _others(one: "Replayed") -> str:
    from domain.lifecycle import ASIDE

    acts = (act for act in one.allowed if act == one.act or act not in ASIDE)
    return ", ".join(dict.fromkeys(map(_typed, acts)))


# --- what is judged -------------------------------------------------------------------------


def _judged(desk: Desk, at: "datetime | None") -> _Conclusion:
    """Tell what stands against any dossier that may be shown."""
    hidden = kept_back(desk, closed_ever(desk))
    dossiers, found = judged(desk.office, at)
    told = [one for one in found if one.dossier not in hidden]
    shown = list(_without_names(told, hidden))
    return _Conclusion(dossiers - len(hidden), len(hidden), shown, kept=True)


def judged(office: "Office", at: "datetime | None" = None) -> "tuple[int, list[Finding]]":
    """
    Judge the dossiers that changed since they were judged; tell what is found in any.

    With ``at`` the duties too that were not done in time, judged at that moment.
    """
    from projections.caseload import CASELOAD
    from projections.judged import findings

    with office.reading(CASELOAD), progress_bar() as progress:
        dossiers, found = findings(office.engine, office.journal.history, progress)
        if at is None:
            return dossiers, found
        from projections.overdue import overdue

        missed = overdue(office.engine, office.journal.history, at, found, progress)
        return dossiers, _by_dossier(found, missed)


def _by_dossier(found: "list[Finding]", missed: "list[Finding]") -> "list[Finding]":
    """Put the two kinds of findings of each dossier together, in the order of their number."""
    return sorted((*found, *missed), key=lambda one: one.dossier)


def _judged_from_the_journal(
    desk: Desk, dossier: str | None, known: "datetime | None", at: "datetime | None"
) -> _Conclusion:
    """Judge from the lines themselves, those recorded before a moment where one is given."""
    from projections.audit.conformance import judge, late

    beside: set[str] = set()

    def look(member: str) -> "list[Recorded]":
        beside.add(member)
        return _recorded_before(known, desk.office.journal.history(member))

    dossiers, hidden, findings = 0, set(), []
    for name, lines in _to_be_judged(desk, dossier):
        if is_kept_back(desk, lines):
            hidden.add(name)
        elif then := _recorded_before(known, lines):
            dossiers += 1
            found = judge(then, look)
            findings += found
            if at is not None:
                findings += late(_followed(then), at, found)
    if dossier and not dossiers:
        raise UnknownDossier("nothing was on record for {dossier} by then", dossier=dossier)
    named = hidden | kept_back(desk, beside - hidden)
    findings = [replace(one, known=known) for one in findings]
    return _Conclusion(dossiers, len(hidden), list(_without_names(findings, named)))


def _followed(lines: "list[Recorded]") -> "list[Deadline]":
    from projections.audit.deadlines import deadlines

    return deadlines(lines)


def _to_be_judged(desk: Desk, dossier: str | None) -> "Iterator[tuple[str, list[Recorded]]]":
    """Go through all dossiers, or take the one asked for, of which the reading is recorded."""
    if dossier is None:
        yield from desk.office.journal.dossiers()
        return
    lines = desk.office.journal.history(dossier)
    if not lines:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    let_in(desk, lines)
    yield dossier, lines


def _recorded_before(known: "datetime | None", lines: "list[Recorded]") -> "list[Recorded]":
    return [line for line in lines if known is None or line.recorded_at < known]


def _without_names(findings: "Iterable[Finding]", hidden: Collection[str]) -> "Iterator[Finding]":
    """ACC-01: of a member of the family that is restricted a finding does not tell the number."""
    for one in findings:
        expected, found = one.expected, one.found
        for number in hidden:
            expected = expected.replace(number, say("[restricted]"))
            found = found.replace(number, say("[restricted]"))
        yield replace(one, expected=expected, found=found)
