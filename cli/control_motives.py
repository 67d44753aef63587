"""The control of the motives of serious measures: all of them, one by one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from cli.base import (
    DOSSIER,
    Choice,
    Desk,
    Listed,
    Number,
    TrajetCommand,
    TrajetGroup,
    option,
    place_named,
    print_json,
)
from cli.controllers import only_controllers
from cli.record.base import RecordingCommand, recording
from cli.words import coded, colon, say

if TYPE_CHECKING:
    from cli.motives import Judged
    from domain.decide.motives import Act, Asked, Controlled
    from workflows.handle import Outcome

_KINDS = ["isolation", "crisis", "restriction", "title", "coercion"]
_LIST = "list"


class _Motives(TrajetGroup):
    """A group that may be called as the list it is named after, with no word between."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take a call without a word of the group for the list."""
        if args[:1] != ["--help"] and not (args and args[0] in self.commands):
            args = [_LIST, *args]
        return super().parse_args(ctx, args)


@click.group("motives", cls=_Motives)
def motives() -> None:
    """Control the motives of serious measures; without a word between, list what is to be done."""


# --- the queue ------------------------------------------------------------------------------


@motives.command(_LIST, cls=TrajetCommand)
@option("--all/--open", "everything", default=False, help="Those that were examined too.")
@option("--centre", metavar="CODE", help="Only what was decided at this centre.")
@option("--kind", type=Choice(_KINDS), help="Only measures of this kind.")
@option(
    "--dossier",
    "dossiers",
    type=DOSSIER,
    multiple=True,
    metavar="DOSSIER",
    help="Only of this dossier; again for each one.",
)
@option(
    "--similar",
    type=Number(1, 100),
    metavar="PERCENT",
    help="From how much on motives resemble each other; without it, by rule MOT-02.",
)
@option("--text", is_flag=True, help="The motives themselves; that you read them is recorded.")
def list_(desk: Desk, **asked: Any) -> None:
    """List serious measures to be examined, oldest first, and what is found of their motives."""
    from cli.motives import Reader, judged
    from domain.decide.motives import least_alike

    only_controllers(desk)
    if asked["text"]:
        _may_have_the_text(desk)
    code = place_named(asked["centre"]).code if asked["centre"] else None
    _let_see(desk, asked["dossiers"])
    every = _acts(desk)
    wanted = [act for act in every if _is_wanted(act, code, asked)]
    reader, least = Reader(desk), asked["similar"] or least_alike()
    opened = [(act, reader.opened(act)) for act in every]
    found = list(judged(opened, (act.key for act in wanted), least))
    if asked["text"]:
        _note_readings(desk, found)
    if desk.as_json:
        print_json(_document(found, least, text=asked["text"]))
    else:
        _tell(found, least, text=asked["text"])
    if any(one.findings for one in found):
        raise SystemExit(1)


def _may_have_the_text(desk: Desk) -> None:
    """AUT-02: those who control the motives read them; others read that they were controlled."""
    from domain.authority import MAY
    from domain.errors import NotAllowed

    may = MAY["ExamineMotives"]
    if desk.functions().isdisjoint(may):
        raise NotAllowed(
            "AUT-02: {account} may not read these texts; they are for {functions}",
            account=desk.account,
            functions=", ".join(sorted(may)),
        )


def _let_see(desk: Desk, dossiers: Sequence[str]) -> None:
    """Refuse a dossier that is named and not there, or not for who is at the desk."""
    from cli.restricted import let_read
    from domain.errors import UnknownDossier
    from domain.trajectory import replay

    for dossier in dossiers:
        state = replay(desk.office.journal.history(dossier))
        if state is None:
            raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
        let_read(desk, state)


def _acts(desk: Desk) -> "list[Act]":
    """Draw every serious measure of the dossiers that may be read, oldest first."""
    from cli.look import now
    from cli.restricted import may_read
    from projections.motives import MOTIVES, queue

    with desk.office.reading(MOTIVES) as connection:
        dossiers: list[Controlled] = list(queue(connection, now()))
    acts = [act for each in dossiers if may_read(desk, each.state) for act in each.acts]
    return sorted(acts, key=lambda act: (act.line.occurred_at, act.key))


def _is_wanted(act: "Act", centre: str | None, asked: dict[str, Any]) -> bool:
    return (
        (asked["everything"] or act.examined is None)
        and centre in (None, act.centre)
        and asked["kind"] in (None, act.serious.kind)
        and (not asked["dossiers"] or act.dossier in asked["dossiers"])
    )


def _note_readings(desk: Desk, found: "Sequence[Judged]") -> None:
    """Record of each dossier of which a text is shown who reads it, before it is shown."""
    from cli.restricted import note_reading

    for dossier in dict.fromkeys(one.act.dossier for one in found if one.opened.texts):
        note_reading(desk, dossier)


# --- as text --------------------------------------------------------------------------------


def _tell(found: "Sequence[Judged]", least: int, *, text: bool) -> None:
    from cli.render import marked

    for one in found:
        click.echo(_headline(one.act))
        for told in _told(one, text=text):
            click.echo(f"     {told}")
    counted = _counted(found)
    click.echo(
        say(
            "serious measures: {acts}; to be examined: {open}; without motives: {missing}; in a "
            "few words: {short}; like those of others: {alike}; not brought to the hierarchy: "
            "{late}",
            acts=counted["acts"],
            open=counted["open"],
            missing=counted["missing"],
            short=counted["too_short"],
            alike=counted["resembling"],
            late=counted["not_escalated"],
        )
    )
    unread = {name: counted[name] for name in ("not_readable", "erased", "damaged")}
    if any(unread.values()):
        click.echo(
            say(
                "not controlled: not readable for you: {not_readable}; erased: {erased}; "
                "damaged: {damaged}",
                **unread,
            )
        )
    click.echo(
        say("motives are alike from {percent} % on ({rule})", percent=least, rule=marked("MOT-02"))
    )


def _headline(act: "Act") -> str:
    from cli.render import by_whom, when

    moment = when(act.line.occurred_at, whole_day=act.line.whole_day)
    hours = "  " + say("{n} hours in all", n=act.hours) if act.hours else ""
    place = f"{act.dossier} v{act.serious.version:<3} {moment:<16}"
    return f"{place}  {_named(act)}{hours}  {by_whom(act.line)}"


def _named(act: "Act") -> str:
    """Say what an act is, by its kind and number, its code, and which decision of it it is."""
    kind, step = _kind_told(act.serious.kind), act.serious.step
    told = f"{kind} {act.serious.number}"
    if act.code and act.code[1] != act.serious.kind:
        told += f" ({coded(*act.code)})"
    return told if step == 1 else say("{what}, prolongation {n}", what=told, n=step - 1)


def _kind_told(kind: str) -> str:
    match kind:
        case "isolation":
            return say("isolation")
        case "crisis":
            return say("crisis measure")
        case "restriction":
            return say("restriction of rights")
        case "title":
            return say("detention title")
        case _:
            return say("use of coercion")


def _told(one: "Judged", *, text: bool) -> Iterator[str]:
    """Tell what is known of an act; what is found against it while nobody has examined it."""
    waits = one.act.examined is None
    for is_found, line in (*_motives_told(one), *_likes_told(one), *_hierarchy_told(one.act)):
        yield say("found: {what}", what=line) if is_found and waits else line
    if text:
        yield from (f"v{version}{colon()} {said}" for version, said in one.opened.texts)
    yield from _examined_told(one.act)


_Line = tuple[bool, str]
"""A line about an act, and whether it is a finding."""


def _motives_told(one: "Judged") -> Iterator[_Line]:
    from cli.render import marked
    from domain.decide.motives import least_words

    state, versions = one.opened.state, ", ".join(f"v{each.version}" for each in one.act.places)
    if state == "missing":
        yield True, say("no motives ({rule})", rule=marked("MOT-01"))
    elif state == "too-short":
        told = {"versions": versions, "n": one.opened.counted, "least": least_words()}
        yield (
            True,
            say(
                "motives in {versions}: {n} different word(s), fewer than {least} ({rule})",
                **told,
                rule=marked("MOT-01"),
            ),
        )
    elif state == "present":
        yield (
            False,
            say(
                "motives in {versions}: {n} different word(s)",
                versions=versions,
                n=one.opened.counted,
            ),
        )
    else:
        yield False, _closed_told(one, versions)


def _closed_told(one: "Judged", versions: str) -> str:
    """Say why motives are not controlled: not for this reader, erased, or damaged."""
    if one.opened.state == "not-readable":
        named = ", ".join(say(each) for each in one.opened.categories)
        return say("motives in {versions}: not readable ({what})", versions=versions, what=named)
    if one.opened.state == "erased":
        return say("motives in {versions}: erased", versions=versions)
    return say("motives in {versions}: damaged; run: trajet audit verify", versions=versions)


def _likes_told(one: "Judged") -> Iterator[_Line]:
    """Tell the closest of those it resembles; of the resident or the family that is no finding."""
    shown = one.resembles[:_FEW]
    for each in shown:
        told = {"dossier": each.dossier, "n": each.version, "percent": each.percent}
        if each.relation == "other":
            yield True, say("{percent} % like {dossier} v{n} (MOT-02)", **told)
        elif each.relation == "family":
            yield False, say("{percent} % like {dossier} v{n}, of the family", **told)
        else:
            yield False, say("{percent} % like {dossier} v{n}, of the same resident", **told)
    named = sum(each.relation == "other" for each in shown)
    if one.alike > named:
        yield True, say("and like {n} others", n=one.alike - named)


_FEW = 3


def _hierarchy_told(act: "Act") -> Iterator[_Line]:
    from cli.look import now
    from cli.render import marked, told, when

    asked, due = act.asked, act.due
    if asked.failing is not None:
        why = told(asked.failing.template, asked.failing.values)
        yield True, f"{why} ({marked(asked.failing.rule)})"
    elif asked.state == "waits":
        yield False, say("waits for the hierarchy ({rule})", rule=marked(asked.rule or "MOT-03"))
    if due is not None:
        runs_out = {"at": when(due.at), "what": say(due.what), "rule": marked(due.rule)}
        if due.at <= now():
            yield False, say("overdue since {at}: {what} ({rule})", **runs_out)
        else:
            yield False, say("until {at}: {what} ({rule})", **runs_out)


def _examined_told(act: "Act") -> Iterator[str]:
    from cli.render import when

    before = act.before
    if before is None:
        return
    told = {
        "at": when(before.by.at, whole_day=before.by.whole_day),
        "account": before.by.account,
        "outcome": coded("quality.motives", before.outcome),
    }
    if act.examined is None:
        yield say("examined {at} by {account}: {outcome}; its motives changed since", **told)
        return
    yield say("examined {at} by {account}: {outcome}", **told)
    if before.outcome in _ASK_A_FINDING:
        number = act.finding
        yield (
            say("finding {n} is recorded", n=number)
            if number
            else say("no finding is recorded yet")
        )


_ASK_A_FINDING = ("stereotyped", "insufficient", "missing", "not-escalated")


# --- as JSON --------------------------------------------------------------------------------


def _counted(found: "Sequence[Judged]") -> dict[str, int]:
    """Count what is shown: acts, those to be examined, and of these what was found."""
    states = Counter(one.opened.state for one in found)
    codes = Counter(code for one in found for code in one.findings)
    waiting = sum(one.act.examined is None for one in found)
    return {
        "acts": len(found),
        "open": waiting,
        "examined": len(found) - waiting,
        "missing": codes["missing"],
        "too_short": codes["too-short"],
        "resembling": codes["resembles"],
        "not_escalated": codes["not-escalated"],
        "not_readable": states["not-readable"],
        "erased": states["erased"],
        "damaged": states["damaged"],
    }


def _document(found: "Sequence[Judged]", least: int, *, text: bool) -> dict[str, Any]:
    queue = [_act_json(one, text=text) for one in found]
    return {**_counted(found), "similar": least, "queue": queue}


def _act_json(one: "Judged", *, text: bool) -> dict[str, Any]:
    from cli.render import instant

    act = one.act
    motives_json: dict[str, Any] = {
        "state": one.opened.state,
        "words": one.opened.counted if one.opened.texts else None,
        "places": [{"version": place.version, "field": place.field} for place in act.places],
    }
    if text:
        said = [{"version": version, "text": said} for version, said in one.opened.texts]
        motives_json["texts"] = said
    return {
        "dossier": act.dossier,
        "version": act.serious.version,
        "kind": act.serious.kind,
        "code": act.code and act.code[1],
        "number": act.serious.number,
        "decision": act.serious.step,
        "hours": act.hours,
        "centre": act.centre,
        "at": instant(act.line.occurred_at),
        "whole_day": act.line.whole_day,
        "account": act.line.account,
        "person": act.line.person,
        "role": act.line.role,
        "on_behalf_of": act.line.on_behalf_of,
        "log_index": act.line.log_index,
        "motives": motives_json,
        "alike": one.alike,
        "resembles": [each._asdict() for each in one.resembles],
        "hierarchy": _asked_json(act.asked),
        "due": _due_json(act),
        "examined": _examined_json(act),
        "findings": one.findings,
    }


def _asked_json(asked: "Asked") -> dict[str, Any]:
    from cli.render import certainty_json, told

    failing = asked.failing
    return {
        "state": asked.state,
        "rule": asked.rule,
        **(certainty_json(asked.rule) if asked.rule else {"certainty": None, "parameter": None}),
        "why": told(failing.template, failing.values) if failing else None,
    }


def _due_json(act: "Act") -> dict[str, Any] | None:
    from cli.look import now
    from cli.render import certainty_json, instant

    due = act.due
    if due is None:
        return None
    told = {"at": instant(due.at), "overdue": due.at <= now(), "what": say(due.what)}
    return {"rule": due.rule, **certainty_json(due.rule), **told}


def _examined_json(act: "Act") -> dict[str, Any] | None:
    from cli.render import instant

    before = act.before
    return before and {
        "outcome": before.outcome,
        "at": instant(before.by.at),
        "account": before.by.account,
        "person": before.by.person,
        "version": before.by.version,
        "changed_since": act.examined is None,
        "finding": act.finding,
    }


# --- one by one -----------------------------------------------------------------------------


def _with_outcome(function: Any) -> Any:
    """Declare what stands after the version: how the motives were found."""
    outcome = click.Argument(["outcome"], type=Listed("quality.motives"))
    function.__click_params__.insert(0, outcome)  # the last declared comes first on the line
    return function


def _asks_a_finding(outcome: "Outcome", said: dict[str, Any]) -> None:
    """Say how what is found wanting goes on: as a finding, which is answered in time (QUA-02)."""
    if said["outcome"] in _ASK_A_FINDING:
        typed = f"trajet control finding add {outcome.state.dossier} --kind motivation"
        click.echo(
            say("record it as a finding, to be answered: {command}", command=typed), err=True
        )


@motives.command("examine", cls=RecordingCommand)
@_with_outcome
@recording(argument="version", of=Number(min=1), then=_asks_a_finding)
def examine(said: dict[str, Any]) -> str:
    """Record how the motives of a serious measure were found; by who had no part in the dossier."""
    said["act"] = said.pop("version")
    return "ExamineMotives"
