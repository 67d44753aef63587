"""How a sample of quality control looks, as text and as JSON, to who may read its dossiers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from cli.base import Desk, print_json
from cli.render import instant, table, when
from cli.separated import separated
from cli.words import coded, colon, say

if TYPE_CHECKING:
    from domain.record import Recorded
    from domain.sampling import Assurance
    from domain.state.sample import Result, Sample
    from domain.trajectory import Trajectory
    from workflows.samples import Doubt

_NOT_SHOWN = "-"


def states_of(desk: Desk, sample: "Sample") -> "Iterator[tuple[Trajectory, frozenset[str]]]":
    """Give each dossier of a sample as it stands, and the persons who acted in it."""
    from domain.state.sample import dossier_of
    from domain.trajectory import involved, replay

    items = (*sample.random, *sample.flagged)
    for dossier in dict.fromkeys(map(dossier_of, items)):
        lines = desk.office.journal.history(dossier)
        state = replay(lines)
        if state is not None:
            yield state, involved(lines)


def _hidden(desk: Desk, sample: "Sample") -> set[str]:
    """ACC-01: name the restricted dossiers of a sample that are not shown to who asks."""
    from cli.restricted import may_read

    return {state.dossier for state, _ in states_of(desk, sample) if not may_read(desk, state)}


# -- plans ---------------------------------------------------------------------------------------


def planned(*, population: int | None, **said: str) -> dict[str, Any]:
    """Say how many items to draw, and of each number of deviations what would follow."""
    from domain.sampling import Part, assurance, plan, upper_rate

    asked = assurance(**said)
    size = plan(asked, None if population is None else [population])
    rows = []
    for found in range(size.deviations + 3):
        if found > size.size:
            break
        row: dict[str, Any] = {
            "deviations": found,
            "rate": _rate(upper_rate(size.size, found, asked)),
            "most": None,
            "met": _is_met_without_end(size.size, found, asked),
        }
        if population is not None:
            row |= _of_a_population([Part(population, size.size)], found, asked)
        rows.append(row)
    return {
        **_numbers(said),
        "population": population,
        "size": size.size,
        "allowed": size.deviations,
        "limits": rows,
    }


def _is_met_without_end(drawn: int, found: int, asked: "Assurance") -> bool:
    """Tell whether the tolerable share is met in a population without end."""
    from domain.sampling import at_most

    ways, of = at_most(found, drawn, asked.tolerable)
    return ways * asked.risk.denominator <= asked.risk.numerator * of


def _of_a_population(strata: Sequence[Any], found: int, asked: "Assurance") -> dict[str, Any]:
    from domain.sampling import is_met, most_deviating

    return {"most": most_deviating(strata, found, asked), "met": is_met(strata, found, asked)}


def _rate(value: Any) -> float:
    from domain.sampling import percent

    return float(percent(value))


def _numbers(said: dict[str, str]) -> dict[str, float]:
    """Give percentages as numbers: whole ones as such."""
    return {name: _number(text) for name, text in said.items()}


def _number(text: str) -> float:
    return int(text) if text.isdigit() else float(text)


def tell_plan(told: dict[str, Any], *, as_json: bool) -> None:
    """Tell how many items to draw, and what would follow from what is found in them."""
    if as_json:
        print_json(told)
        return
    size = {"size": told["size"], "allowed": told["allowed"]}
    if told["population"] is None:
        click.echo(say("draw {size}; {allowed} of them may deviate", **size))
    else:
        click.echo(
            say(
                "draw {size} of {population}; {allowed} of them may deviate",
                population=told["population"],
                **size,
            )
        )
    of = told["population"]
    table(
        ("deviate", "of the population at most", "in general at most", "tolerable"),
        (
            (
                row["deviations"],
                "-" if of is None else say("{n} of {of}", n=row["most"], of=of),
                f"{row['rate']:.2f} %",
                say("yes") if row["met"] else say("no"),
            )
            for row in told["limits"]
        ),
    )


# -- a sample ------------------------------------------------------------------------------------


def as_json(sample: "Sample", hidden: Iterable[str] = ()) -> dict[str, Any]:
    """Write a sample as one document; of hidden dossiers only how many items are left out."""
    from domain.sampling import allowance

    told, drawn = sample.announced, sample.drawn
    items = list(_items(sample, set(hidden)))
    every = sample.tally((*sample.random, *sample.flagged))
    return {
        "sample": sample.reference,
        "state": sample.state,
        "method": told.method,
        "by": told.by,
        "centres": told.centres,
        "since": told.since,
        "until": told.until,
        "strata": told.strata,
        **_numbers({name: getattr(told, name) for name in ("confidence", "tolerable", "expected")}),
        "announced_at": instant(sample.announced_at),
        "announced_by": sample.announced_by,
        "log_size": drawn.log_size if drawn else None,
        "root": drawn.root if drawn else None,
        "seed": drawn.seed if drawn else None,
        "population": _population_json(sample),
        "size": sample.size,
        "drawn": len(sample.random),
        "flagged": len(sample.flagged),
        "allowed": allowance(sample.strata, sample.asked) if drawn else None,
        "examined": every.examined,
        "missing": every.missing,
        "turned": sample.turned,
        "waits_for": None if drawn else "another-person",
        "extended": [
            {"size": one.size, "drawn": len(one.items), "examined": one.examined}
            for one in sample.extended
        ],
        "items": items,
        "not_shown": every.items - len(items),
        "conclusion": conclusion_json(sample),
    }


def _population_json(sample: "Sample") -> dict[str, Any] | None:
    drawn = sample.drawn
    if drawn is None:
        return None
    return {
        "hash": drawn.population,
        "size": sum(drawn.of),
        "strata": [
            {"stratum": name, "of": part.of, "drawn": part.taken}
            for name, part in zip(drawn.strata, sample.strata, strict=True)
        ],
    }


def _items(sample: "Sample", hidden: set[str]) -> Iterator[dict[str, Any]]:
    from domain.state.sample import dossier_of

    flags = sample.drawn.flags if sample.drawn else ()
    why = [(item, stratum, "") for item, stratum in sample.items]
    why += [(item, "", flag) for item, flag in zip(sample.flagged, flags, strict=True)]
    for item, stratum, flag in why:
        if dossier_of(item) in hidden:
            continue
        found = sample.result_of(item)
        yield {
            "item": item,
            "dossier": dossier_of(item),
            "round": int(item.partition("/")[2]) if "/" in item else None,
            "part": "flagged" if flag else "random",
            "stratum": stratum or None,
            "flags": flag.split(),
            "result": found.result if found else None,
            "finding": found.number if found else None,
            "examined_by": found.account if found else None,
            "examined_at": instant(found.at) if found else None,
            "because": found.because if found else None,
            "before": [_earlier_json(one) for one in found.earlier] if found else [],
        }


def _earlier_json(one: "Result") -> dict[str, Any]:
    return {
        "result": one.result,
        "finding": one.number,
        "examined_by": one.account,
        "examined_at": instant(one.at),
        "because": one.because,
    }


def conclusion_json(sample: "Sample") -> dict[str, Any] | None:
    """Write what a sample was concluded to; ``None`` while it is not."""
    told = sample.concluded
    if told is None or sample.concluded_at is None:
        return None
    return {
        "drawn": told.drawn,
        "deviations": told.deviations,
        "not_examinable": told.not_examinable,
        "population": sum(part.of for part in sample.strata),
        "most": told.most,
        "rate": float(told.rate),
        "met": told.met,
        "flagged": told.flagged,
        "flagged_deviations": told.flagged_deviations,
        "flagged_not_examinable": told.flagged_not_examinable,
        "turned": told.turned or 0,
        "concluded_at": instant(sample.concluded_at),
        "concluded_by": sample.concluded_by,
    }


def tell(desk: Desk, sample: "Sample", *, recorded: bool = False) -> None:
    """
    Tell a sample: what was asked, what it was drawn from and by, its items, what follows.

    Of one just ``recorded`` the items are left to who asks for them.
    """
    hidden = _hidden(desk, sample)
    if desk.as_json:
        print_json(as_json(sample, hidden))
        return
    for line in _heading(sample, recorded=recorded):
        click.echo(line)
    if sample.drawn is None:
        click.echo(
            say(
                "announced, not drawn yet: its seed comes from what another person records next, "
                "whatever it is; type the same draw again after that"
            )
        )
        return
    _tell_strata(sample)
    if recorded:
        click.echo(
            say("its items: {command}", command=f"trajet control sample show {sample.reference}")
        )
        return
    items = list(_items(sample, hidden))
    _tell_items(items)
    every = sample.tally((*sample.random, *sample.flagged))
    if left := every.items - len(items):
        click.echo(say("{n} item(s) of restricted dossiers are not shown to you", n=left))
    click.echo(say("{examined} of {items} examined", examined=every.examined, items=every.items))
    if sample.concluded is not None:
        _tell_what_follows(sample)
    else:
        click.echo(say("next: {command}", command=_next(sample)))


def _next(sample: "Sample") -> str:
    """Name what is typed next: a result, or the conclusion where none is missing."""
    from domain.rules import code_list

    if not sample.tally((*sample.random, *sample.flagged)).missing:
        return f"trajet control sample conclude {sample.reference}"
    given = "|".join(code_list("quality.result"))
    return f"trajet control sample result {sample.reference} ITEM {given}"


def _heading(sample: "Sample", *, recorded: bool) -> Iterator[str]:
    told, drawn = sample.announced, sample.drawn
    what = say("decisions, round by round") if told.by == "round" else say("dossier by dossier")
    where = ", ".join(told.centres) or say("all centres")
    period = f"{told.since or '…'} – {told.until or '…'}" if told.since or told.until else ""
    head = say("sample {sample}", sample=sample.reference)
    yield f"{head}{colon()} {', '.join(filter(None, (what, where, period)))}"
    yield say(
        "to be {confidence} % sure that no more than {tolerable} % deviate; {expected} % expected",
        confidence=told.confidence,
        tolerable=told.tolerable,
        expected=told.expected,
    )
    if not recorded:
        who, at = sample.announced_by, when(sample.announced_at)
        yield say("announced {at} by {account}", at=at, account=who)
    if drawn is not None:
        yield from _provenance(sample)


def _provenance(sample: "Sample") -> Iterator[str]:
    from domain.sampling import allowance

    drawn = sample.drawn
    if drawn is None:
        return
    yield say("log: {size} events, root {root}", size=drawn.log_size, root=drawn.root)
    yield say("seed: {seed}", seed=drawn.seed)
    yield say(
        "drawn: {drawn} of {of}; the flagged, {flagged}, are examined in any case",
        drawn=len(sample.random),
        of=sum(drawn.of),
        flagged=len(sample.flagged),
    )
    allowed = allowance(sample.strata, sample.asked)
    if allowed < 0:
        yield say("too few are drawn: this cannot be shown whatever is found")
    else:
        yield say("this is shown if no more than {n} of those drawn deviate", n=allowed)
    for one in sample.extended:
        yield say(
            "extended to {size} when {examined} result(s) were known",
            size=one.size,
            examined=one.examined,
        )


def _tell_strata(sample: "Sample") -> None:
    drawn = sample.drawn
    if drawn is None or len(drawn.strata) < 2:
        return
    rows = zip(drawn.strata, sample.strata, strict=True)
    table(
        ("stratum", "of", "drawn"),
        ((name, part.of, part.taken) for name, part in rows),
    )


def _tell_items(items: Sequence[dict[str, Any]]) -> None:
    table(
        ("item", "why", "stratum", "result", "finding", "by"),
        (
            (
                one["item"],
                _why(one["flags"]),
                one["stratum"] or _NOT_SHOWN,
                coded("quality.result", one["result"]) if one["result"] else _NOT_SHOWN,
                one["finding"] or _NOT_SHOWN,
                one["examined_by"] or _NOT_SHOWN,
            )
            for one in items
        ),
    )
    for one in items:
        if one["before"]:
            click.echo(_turned_told(one))


def _turned_told(one: dict[str, Any]) -> str:
    """Tell what was recorded of an item before, by whom, and why it was turned."""
    every = (*one["before"], one)
    told = " → ".join(
        f"{coded('quality.result', each['result'])} ({each['examined_by']}"
        + (f", {_BECAUSE[each['because']]()})" if each["because"] else ")")
        for each in every
    )
    return f"{one['item']}{colon()} {told}"


_BECAUSE = {
    "mistyped": lambda: say("mistyped"),
    "looked-again": lambda: say("looked again"),
    "new-facts": lambda: say("new facts"),
}


def _why(flags: Sequence[str]) -> str:
    told = {
        "separation": say("separation"),
        "found-late": say("found late"),
        "measure": say("measure"),
        "restricted": say("restricted"),
    }
    return ", ".join(told.get(flag, flag) for flag in flags) or say("drawn")


def _tell_what_follows(sample: "Sample") -> None:
    told = sample.concluded
    if told is None:
        return
    if told.drawn:
        click.echo(
            say(
                "of {drawn} drawn, {deviations} deviate and {not_examinable} cannot be examined, "
                "which counts as deviating",
                drawn=told.drawn,
                deviations=told.deviations,
                not_examinable=told.not_examinable,
            )
        )
        click.echo(_limit(sample))
        click.echo(
            say(
                "if all that is done so goes like these, at most {rate} % of it deviates",
                rate=told.rate,
            )
        )
    if told.flagged:
        click.echo(
            say(
                "of {flagged} flagged, all examined, {deviations} deviate and {not_examinable} "
                "cannot be examined",
                flagged=told.flagged,
                deviations=told.flagged_deviations,
                not_examinable=told.flagged_not_examinable,
            )
        )
    if told.turned:
        click.echo(say("of all, {n} had another result before", n=told.turned))
    if any(one.examined for one in sample.extended):
        click.echo(say("extended after results were known: the confidence is then overstated"))


def _limit(sample: "Sample") -> str:
    told, of = sample.concluded, sum(part.of for part in sample.strata)
    values = {
        "confidence": sample.announced.confidence,
        "most": told.most if told else 0,
        "of": of,
        "tolerable": sample.announced.tolerable,
    }
    if told is not None and told.met:
        return say(
            "at {confidence} % confidence at most {most} of {of} deviate: tolerable, the limit "
            "being {tolerable} %",
            **values,
        )
    return say(
        "at {confidence} % confidence up to {most} of {of} may deviate: not shown to be "
        "tolerable, the limit being {tolerable} %",
        **values,
    )


# -- what was recorded, and the rest -------------------------------------------------------------


def tell_result(sample: "Sample", item: str, line: "Recorded | None", *, as_json: bool) -> None:
    """Tell that a result was recorded, or was there; and how many are missing."""
    from domain.state.sample import dossier_of

    every = sample.tally((*sample.random, *sample.flagged))
    found = sample.result_of(item)
    if as_json:
        print_json(
            {
                "sample": sample.reference,
                "item": item,
                "dossier": dossier_of(item),
                "result": found.result if found else None,
                "finding": found.number if found else None,
                "missing": every.missing,
                "repeated": line is None,
                **_receipt(line),
            }
        )
        return
    if line is None:
        click.echo(say("recorded before"))
    else:
        told = coded("quality.result", found.result) if found else ""
        click.echo(f"{say('recorded')}{colon()} {item} {told}")
        _tell_receipt(line)
    click.echo(say("{n} of {of} have no result yet", n=every.missing, of=every.items))


def tell_conclusion(sample: "Sample", line: "Recorded", *, as_json: bool) -> None:
    """Tell what a sample was concluded to."""
    if as_json:
        told = conclusion_json(sample) or {}
        print_json({"sample": sample.reference, **told, **_receipt(line)})
        return
    click.echo(say("concluded: {sample}", sample=sample.reference))
    _tell_receipt(line)
    _tell_what_follows(sample)


def _receipt(line: "Recorded | None") -> dict[str, Any]:
    if line is None:
        return {"log_index": None, "leaf_hash": None}
    return {"log_index": line.log_index, "leaf_hash": line.leaf_hash.hex()}


def _tell_receipt(line: "Recorded") -> None:
    click.echo(say("receipt: {index} {leaf}", index=line.log_index, leaf=line.leaf_hash.hex()))


def tell_all(every: Sequence["Sample"], *, as_json: bool) -> None:
    """List samples, oldest first; their items are not named."""
    rows = [_summary(one) for one in every]
    if as_json:
        print_json(rows)
        return
    table(
        ("sample", "state", "announced", "by", "drawn", "flagged", "missing", "tolerable"),
        (
            (
                row["sample"],
                _state(row["state"]),
                when(one.announced_at),
                row["announced_by"],
                row["drawn"],
                row["flagged"],
                row["missing"],
                _NOT_SHOWN if row["met"] is None else say("yes") if row["met"] else say("no"),
            )
            for row, one in zip(rows, every, strict=True)
        ),
    )


def _state(state: str) -> str:
    known = (("announced", say("announced")), ("drawn", say("drawn")))
    return dict(known).get(state) or say("concluded")


def _summary(sample: "Sample") -> dict[str, Any]:
    every = sample.tally((*sample.random, *sample.flagged))
    return {
        "sample": sample.reference,
        "state": sample.state,
        "by": sample.announced.by,
        "announced_at": instant(sample.announced_at),
        "announced_by": sample.announced_by,
        "drawn": len(sample.random),
        "flagged": len(sample.flagged),
        "missing": every.missing,
        "met": sample.concluded.met if sample.concluded else None,
    }


def tell_population(desk: Desk, sample: "Sample") -> None:
    """Tell what a sample was drawn from, in the form its hash is made of."""
    from cli.restricted import may_read
    from domain.decide.sample import by_stratum
    from domain.errors import BadInput
    from domain.state.sample import dossier_of
    from domain.trajectory import replay
    from workflows import samples

    if sample.drawn is None:
        raise BadInput("sample {sample} is announced, not drawn", sample=sample.reference)
    journal, size = desk.office.journal, sample.log_index + 1
    units = samples.population(journal, sample.announced, size, separated)
    strata = by_stratum(units)
    pairs = sorted((item, name) for name, items in strata.items() for item in items)
    shown = []
    for item, name in pairs:
        state = replay(journal.history(dossier_of(item)))
        if state is None or may_read(desk, state):
            shown.append((item, name))
    if desk.as_json:
        items = [{"item": item, "stratum": name} for item, name in shown]
        print_json({"sample": sample.reference, "hash": sample.drawn.population, "items": items})
    else:
        for item, name in shown:
            click.echo(f"{item};{name}")
    if left := len(pairs) - len(shown):
        click.echo(
            say(
                "{n} item(s) of dossiers restricted since are left out: the hash is of all",
                n=left,
            ),
            err=True,
        )


def tell_check(desk: Desk, sample: "Sample", doubts: Sequence["Doubt"]) -> None:
    """Tell whether a sample follows from the store; of hidden dossiers no number is told."""
    told = [_masked(desk, one) for one in doubts]
    if desk.as_json:
        drawn = sample.drawn
        print_json(
            {
                "sample": sample.reference,
                "state": sample.state,
                "log_size": drawn.log_size if drawn else None,
                "root": drawn.root if drawn else None,
                "findings": [one._asdict() for one in told],
            }
        )
        return
    for one in told:
        click.echo(one.code)
        click.echo("    " + say("expected: {what}", what=one.expected))
        click.echo("    " + say("found: {what}", what=one.found))
    if sample.drawn is None:
        click.echo(say("nothing was drawn yet"))
    elif told:
        click.echo(say("{n} finding(s)", n=len(told)))
    else:
        click.echo(
            say(
                "drawn again by the first {size} events: the same {drawn} items, and {flagged} "
                "flagged",
                size=sample.drawn.log_size,
                drawn=len(sample.random),
                flagged=len(sample.flagged),
            )
        )


def _masked(desk: Desk, doubt: "Doubt") -> "Doubt":
    """ACC-01: name no restricted dossier to who may not read it, in or out of the sample."""
    return doubt._replace(
        expected=_without_hidden(desk, doubt.expected), found=_without_hidden(desk, doubt.found)
    )


def _without_hidden(desk: Desk, text: str) -> str:
    from cli.restricted import may_read
    from domain.trajectory import replay

    for dossier in set(_DOSSIER.findall(text)):
        state = replay(desk.office.journal.history(dossier))
        if state is not None and not may_read(desk, state):
            text = text.replace(dossier, say("[restricted]"))
    return text


_DOSSIER = re.compile(r"[A-Z0-9]{2,5}-[0-9]{4}-[0-9]{4,6}")
