"""How results and refusals look, as text and as JSON."""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import date, datetime
from enum import Enum
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import click

from cli.steps import STEPS
from cli.words import coded, colon, language, say
from domain.errors import TrajetError

if TYPE_CHECKING:
    from domain.decide import Failing
    from domain.record import Recorded
    from domain.rules import Rule
    from domain.trajectory import Trajectory


def complaint(refusal: TrajetError, *, as_json: bool = False) -> Iterator[str]:
    """Tell an error: one line, or for a refusal every guard with its rule, basis and date."""
    failures: list[Failing] | None = getattr(refusal, "failures", None)
    if as_json:
        yield json.dumps(
            {
                "error": told(refusal.template, refusal.values),
                "exit_code": refusal.exit_code,
                "guards": [
                    guard_json(failing) | ({"dossier": dossier} if dossier != "" else {})
                    for dossier, failing in _by_dossier(refusal)
                ],
            },
            ensure_ascii=False,
        )
    elif failures is None:
        yield f"trajet: {told(refusal.template, refusal.values)}"
    elif [failing.rule for failing in failures] == ["ACC-01"]:  # and nothing more of the dossier
        yield f"trajet: ACC-01{colon()} {told(failures[0].template, failures[0].values)}"
    else:
        told_once = _told_once(refusal)
        yield "trajet: " + say("refused: {n} rule(s) stand in the way", n=len(told_once))
        for dossier, failing in told_once:
            yield from guard_lines(failing, dossier, act=getattr(refusal, "act", None))
        if getattr(refusal, "unkept", False):
            yield "  " + say("this refusal could not be kept on record")


def _by_dossier(refusal: TrajetError) -> "Iterator[tuple[str | None, Failing]]":
    """
    Give each reason with its dossier, which is named only where several were asked at once.

    ``None`` for one of those that is restricted: who may not read it is not told its number.
    """
    failures: list[Failing] = getattr(refusal, "failures", None) or []
    dossiers: list[str] = getattr(refusal, "dossiers", None) or [""] * len(failures)
    for dossier, failing in zip(dossiers, failures, strict=True):
        yield None if dossier and failing.rule == "ACC-01" else dossier, failing


def _told_once(refusal: TrajetError) -> "list[tuple[str | None, Failing]]":
    """Tell what is about who acts once, without a dossier, if it is so in several of them."""
    every = list(_by_dossier(refusal))
    alike = Counter((one.rule, one.why) for _, one in every if one.about_people)
    found: dict[object, tuple[str | None, Failing]] = {}
    for place, (dossier, one) in enumerate(every):
        if alike[one.rule, one.why] > 1:
            found.setdefault((one.rule, one.why), ("", one))
        else:
            found[place] = dossier, one
    return list(found.values())


def guard_lines(
    failing: "Failing", dossier: str | None = "", act: str | None = None
) -> Iterator[str]:
    """
    Show one guard that does not pass, of a dossier that is named if there are several.

    Of a rule that may give way, and of the act, it says what may be asked.
    """
    from domain.rules import rule

    row = rule(failing.rule)
    whose = say("a member of the family") if dossier is None else dossier
    named = f"{whose}  " if whose else ""
    yield f"  {named}{row.id}  {row.name_in(language())}  [{certainty_of(row)}]"
    yield "      " + told(failing.template, failing.values)
    if follow := _instead(failing):
        yield "      " + say("may follow: {follow}", follow=", ".join(follow))
    yield "      " + say("basis: {basis}", basis=row.basis)
    if failing.passes_on:
        yield "      " + _passes_from(failing)
    if row.overridable:
        yield from _may_give_way(row.id, act)


def _passes_from(failing: "Failing") -> str:
    """Say from when it would pass: a day; of an act that came too early the moment."""
    if failing.of_departure:
        return say("for a departure from: {day}", day=failing.passes_on)
    moment = failing.values.get("rests_on") if failing.rule == "ORD-02" else None
    return say("passes from: {day}", day=moment or failing.passes_on)


def _may_give_way(rule_id: str, act: str | None) -> Iterator[str]:
    """Say what may be done about a rule that two persons may let give way."""
    from domain.lifecycle.exception import reach_of

    step = STEPS.get(act or "", "")
    typed = f"'{step}'" if " " in step else step
    if act is not None and reach_of(rule_id, act) is not None:
        asked = f"trajet override ask --rule {rule_id} --for-step {typed}"
        yield "      " + say("this rule may give way: {command}", command=asked)
    if rule_id == "PLC-03":
        yield "      " + say("if the count is wrong: {command}", command="trajet place count")


def marked(rule_id: str) -> str:
    """Name a rule by its id, with how sure it is unless it was verified."""
    mark = mark_of(rule_id)
    return f"{rule_id}{colon()} {mark}" if mark else rule_id


def mark_of(rule_id: str) -> str | None:
    """Tell how sure a rule is where that has to be said; ``None`` for one that was verified."""
    from domain.rules import Certainty, rule

    row = rule(rule_id)
    verified = row.certainty is Certainty.VERIFIED and not row.parameter
    return None if verified else certainty_of(row)


def certainty_json(rule_id: str) -> dict[str, Any]:
    """Write how sure a rule is, for whoever reads its id as JSON."""
    from domain.rules import rule

    row = rule(rule_id)
    return {"certainty": row.certainty, "parameter": row.parameter}


def certainty_of(row: "Rule") -> str:
    """Tell how sure a rule is, and whether its number is a parameter of this house."""
    mark = say(row.certainty)
    return f"{mark}, {say('parameter')}" if row.parameter else mark


def guard_json(failing: "Failing") -> dict[str, Any]:
    """Write one guard that does not pass; ``passes_on`` is a day or null."""
    from domain.rules import rule

    row = rule(failing.rule)
    return {
        "rule": row.id,
        "name": row.name_in(language()),
        "basis": row.basis,
        "certainty": row.certainty,
        "parameter": row.parameter,
        "why": told(failing.template, failing.values),
        "may_follow": _instead(failing),
        "passes_on": failing.passes_on.isoformat() if failing.passes_on else None,
    }


def _instead(failing: "Failing") -> list[str]:
    """Name the steps that lead on from where the dossier is, as they are typed."""
    from domain.lifecycle import ENDED, VERSIONS, leads_elsewhere

    stage: Any = failing.values.get("stage")
    follow = str(failing.values.get("follow") or "").split(", ")
    wanted = (
        name
        for name in follow
        if any(leads_elsewhere(stage, name, version) for version in VERSIONS)
        or (stage in ENDED and name == "CorrectRecord")
    )
    typed = (STEPS.get(name, name).partition(" --")[0] for name in wanted)
    return list(dict.fromkeys(filter(None, typed)))


def told(template: str, values: Mapping[str, Any]) -> str:
    """Fill a template in the chosen language, code values in words where there are any."""
    return say(template, **{key: _worded(key, value) for key, value in values.items()})


def _worded(key: str, value: object) -> object:
    """Say a value by its kind: codes of a list as the list does, states and such in words."""
    from domain.rules.codes import Codes

    if key in _STEPS:
        return ", ".join(STEPS.get(one, one) for one in str(value).split(", "))
    if key == "after":
        return _one_of(str(value).split(", "))
    if isinstance(value, Codes):
        return ", ".join(coded(value.listed, code) for code in value.codes) or "-"
    return _in_words(value) if key in _CODED or isinstance(value, Enum) else value


_STEPS = {"step", "steps"}
"""The blanks that hold what the domain calls a step, which is told as it is typed."""


def _one_of(states: list[str]) -> str:
    """Say after which states something follows; after none it is the first of its kind."""
    named = say(" or ").join(say(one) for one in states if one != "none")
    if "none" not in states:
        return named
    return say("none before it, or one {states}", states=named) if named else say("none before it")


_CODED = {"category", "functions", "kind", "may", "missing", "stage", "state", "verb"} | {
    "what",
    "why",
}
"""The blanks of our templates that hold codes or phrases; the others hold what somebody typed."""


def _in_words(value: object) -> str:
    whole = say(str(value))
    return whole if whole != value else ", ".join(say(part) for part in str(value).split(", "))


def receipt_json(
    line: "Recorded",
    state: "Trajectory | None" = None,
    members: "tuple[Trajectory, ...]" = (),
) -> dict[str, Any]:
    """Write what a recording command answers; ``members`` are the others of the family."""
    answer: dict[str, Any] = {
        "dossier": line.stream,
        "version": line.version,
        "topic": line.event.TOPIC,
        "occurred_at": instant(line.occurred_at),
        "recorded_at": instant(line.recorded_at),
        "log_index": line.log_index,
        "leaf_hash": line.leaf_hash.hex(),
    }
    if state is not None:
        answer["may_follow"] = may_follow(state, line.recorded_at, members)
        if type(line.event).__name__ == "OverrideAsked":
            answer["override"] = override_asked(line, state)
        if taken_away := annulled(line):
            answer["decision"] = taken_away
    return answer


def annulled(line: "Recorded") -> str | None:
    """Give the number of the decision that an annulment took away, or of its round."""
    if type(line.event).__name__ != "DecisionAnnulled":
        return None
    return vars(line.event).get("decision")


def override_asked(line: "Recorded", state: "Trajectory") -> int | None:
    """Give the number by which an override that was asked for is allowed or refused."""
    return next((one.number for one in state.overrides if one.asked.version == line.version), None)


def stuck_told(dossier: str, act: str) -> str:
    """Tell that nobody is left now who may decide what waits (rule SEP-08)."""
    return say(
        "nobody may do this next: {step} ({rule}); see: trajet can {dossier} {step}",
        step=STEPS.get(act, act),
        rule=marked("SEP-08"),
        dossier=dossier,
    )


def undecidable_told(dossier: str, act: str, at: datetime) -> str:
    """Tell that nobody was left who might take a decision as it was prepared (rule SEP-08)."""
    return say(
        "alert: on {moment} nobody might do this next: {step} ({rule}); see: trajet can {dossier} "
        "{step}",
        moment=when(at),
        step=STEPS.get(act, act),
        rule=marked("SEP-08"),
        dossier=dossier,
    )


def alert_told(state: "Trajectory", act: int, rules: str) -> str:
    """Tell of an act that fell inside a block nobody knew of: which it was, and when."""
    done = state.removal.doing(act)
    if done is None:
        return say(
            "alert: the act of version {act} fell inside a block nobody knew of: {rules}",
            act=act,
            rules=rules,
        )
    return say(
        "alert: version {act} ({step}, {at}) went against a block: {rules}"
        if done.despite
        else "alert: version {act} ({step}, {at}) fell inside a block nobody knew of: {rules}",
        act=act,
        step=STEPS[done.step],
        at=when(done.by.at),
        rules=rules,
    )


def leads_on(
    state: "Trajectory",
    now: datetime,
    act: str,
    members: "tuple[Trajectory, ...]" = (),
) -> list[str]:
    """
    List the steps that would pass now and lead on from an act, as they are typed.

    Those to another stage, and those of the same region; of what is possible beside all the
    rest only what is typed under the same word, as ``removal tick`` after ``removal prepare``.
    All the others are told by ``can``.
    """
    from domain.lifecycle import ASIDE, leads_elsewhere, region_of

    here = region_of(act)

    def wanted(step: str) -> bool:
        if step == "UntickItem" and not state.removal.ticks:
            return False  # nothing is ticked that could be opened again
        return leads_elsewhere(state.stage, step, state.procedure) or (
            region_of(step) == here and (step not in ASIDE or _typed_alike(step, act))
        )

    passing = _passing(state, now, members, wanted)
    return list(dict.fromkeys(typed.partition(" --")[0] for typed in passing))


def _typed_alike(step: str, act: str) -> bool:
    """Tell whether two steps are typed under the same word, which stands for neither alone."""
    word, blank, _ = STEPS[step].partition(" ")
    return bool(blank) and STEPS.get(act, "").startswith(f"{word} ")


def may_follow(
    state: "Trajectory", now: datetime, members: "tuple[Trajectory, ...]" = ()
) -> list[str]:
    """List the steps the procedure would let pass now, as they are typed."""
    return _passing(state, now, members, lambda _step: True)


def _passing(
    state: "Trajectory",
    now: datetime,
    members: "tuple[Trajectory, ...]",
    wanted: Callable[[str], bool],
) -> list[str]:
    from domain.decide import Attempt, Context, passes
    from domain.lifecycle import next_steps

    latest = max(now, state.latest)
    context = Context(at=latest, now=latest, members=members)
    return [
        STEPS[act]
        for act in next_steps(state.stage, state.procedure)
        if wanted(act) and passes(Attempt(state, act, context))
    ]


def instant(moment: datetime) -> str:
    """Write an instant with its zone, in Brussels time."""
    from domain.rules.calendar import BRUSSELS

    return moment.astimezone(BRUSSELS).isoformat()


def when(moment: datetime, *, whole_day: bool = False) -> str:
    """Show an instant as the desk reads it."""
    from domain.rules.calendar import BRUSSELS

    local = moment.astimezone(BRUSSELS)
    return f"{local:%Y-%m-%d}" if whole_day else f"{local:%Y-%m-%d %H:%M}"


_INSTANT = r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})"


def attribute(value: Any) -> str:
    """Show what an event holds in an open field: moments as the desk reads them."""
    if isinstance(value, list):
        return ", ".join(map(attribute, value))
    if isinstance(value, str) and re.fullmatch(_INSTANT, value):
        with suppress(ValueError):  # shaped as a moment, but of no day of the calendar
            return when(datetime.fromisoformat(value))
    return str(value)


def table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], *, within: int | None = None
) -> None:
    """
    Print a table: drawn on a terminal, plain columns elsewhere.

    ``within`` so many characters, plain cells are folded too; the widest first.
    """
    shown = [[_cell(value) for value in row] for row in rows]
    heads = [say(column) for column in columns]
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        drawn = Table(*heads)
        for row in shown:
            drawn.add_row(*(Text(cell) for cell in row))
        Console().print(drawn)
        return
    widths = [max(len(cell) for cell in column) for column in zip(heads, *shown, strict=True)]
    if within is not None:
        widths = _narrowed(widths, within - len(_GAP) * (len(widths) - 1))
    for row in [heads, *shown]:
        cells = [_folded(cell, width) for cell, width in zip(row, widths, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            padded = (part.ljust(width) for part, width in zip(line, widths, strict=True))
            click.echo(_GAP.join(padded).rstrip())


_GAP = "  "
_LEAST = 8
"""No column is made narrower than this: what is longer without a blank stands out."""


def _narrowed(widths: list[int], room: int) -> list[int]:
    """Take from the widest columns until they fit in the room there is."""
    narrowed = list(widths)
    while sum(narrowed) > room and (widest := max(narrowed)) > _LEAST:
        narrowed[narrowed.index(widest)] -= 1
    return narrowed


def _folded(cell: str, width: int) -> list[str]:
    from textwrap import wrap

    if len(cell) <= width:
        return [cell]
    return wrap(cell, width, break_long_words=False, break_on_hyphens=False)


def by_whom(line: Any, functions: Iterable[str] = ()) -> str:
    """
    Say who acted, in what capacity, and who typed it in if that was somebody else.

    ``functions`` are those held by who had none for the act.
    """
    by = f"{line.account} ({', '.join(map(say, functions)) or say(line.role)})"
    if line.on_behalf_of:
        by += " " + say("for {principal}", principal=line.on_behalf_of)
    if line.recorded_by:
        by += " " + say("typed by {account}", account=line.recorded_by)
    return by


def entry_json(entry: Any) -> dict[str, Any]:
    """Write a row of a read model, its moments with their zone."""
    moments = {name: instant(getattr(entry, name)) for name in ("occurred_at", "recorded_at")}
    return asdict(entry) | moments


@contextmanager
def progress_bar(title: str = "") -> Iterator[Callable[[int, int], None] | None]:
    """Draw a progress bar on a terminal, told how much is done of how much; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return when(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
