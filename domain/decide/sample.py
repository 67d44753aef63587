"""
What a sample of quality control leads to, and what may refuse it.

Who draws does not choose what is drawn: the items follow from the announcement, and from the
log as it stood when somebody else had recorded something after it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.decide.always import codes_listed, may_act
from domain.decide.attempt import Attempt, Context, Failing, Reasons, Refused
from domain.decide.quality import had_no_part
from domain.errors import BadInput
from domain.sampling import (
    METHOD,
    allocated,
    assurance,
    fixed,
    in_order,
    is_met,
    most_deviating,
    percent,
    plan,
    seed_of,
    upper_rate,
)
from domain.state.sample import CONCLUDED, DEVIATES, DRAWN, Result, Sample, Unit
from domain.trajectory import Trajectory
from domain.values import Function

WHOLE = "all"
"""What the one stratum of a sample is called that is not stratified."""

READERS = frozenset(
    {
        Function.QUALITY_CONTROLLER,
        Function.AUDITOR,
        Function.SUPERVISOR,
        Function.CENTRE_DIRECTOR,
        Function.REMOVAL_DIRECTOR,
    }
)
"""Who may look at samples: who draws, who audits, who has them drawn and who answers for them."""

FLAGS = ("separation", "found-late", "measure", "restricted")
"""Why an item is examined in any case."""


def announce(
    sample: Sample | None, command: "c.AnnounceSample", actor: Actor, now: datetime
) -> e.SampleAnnounced | None:
    """
    Say what is drawn and why; ``None`` where it was announced in the same words before.

    Raises :class:`Refused` for a number that is taken, :class:`BadInput` for shares that make
    no sense.
    """
    assurance(command.confidence, command.tolerable, command.expected)
    if (command.since or "") > (command.until or "9999-12-31"):
        raise BadInput("--to: the period ends before it begins")
    said = {name: value for name, value in vars(command).items() if name != "sample"}
    event = e.SampleAnnounced(method=METHOD, **said)
    again = (
        sample is not None and sample.state != CONCLUDED and vars(sample.announced) == vars(event)
    )
    _pass(command, actor, now, () if sample is None or again else [_taken(sample)])
    return None if again else event


def _taken(sample: Sample) -> Failing:
    return Failing(
        "SMP-01",
        "sample {sample} is {state} already; give another one a number of its own",
        {"sample": sample.reference, "state": sample.state},
    )


def draw(sample: Sample, log_size: int, root: str, population: Iterable[Unit]) -> e.SampleDrawn:
    """Draw from what was on record when it was announced, by a log of that size and root."""
    units = sorted(population)
    strata, flagged = by_stratum(units), [unit for unit in units if unit.flags]
    counts = [len(items) for items in strata.values()]
    seed = seed_of(sample.reference, log_size, root)
    size = plan(sample.asked, counts).size
    return e.SampleDrawn(
        log_size=log_size,
        root=root,
        seed=seed,
        population=fixed((item, name) for name, items in strata.items() for item in items),
        strata=tuple(strata),
        of=tuple(counts),
        taken=tuple(part.taken for part in allocated(size, counts)),
        size=size,
        items=more(seed, strata, [0] * len(counts), size),
        flagged=tuple(unit.item for unit in flagged),
        flags=tuple(" ".join(unit.flags) for unit in flagged),
    )


def by_stratum(units: Iterable[Unit]) -> dict[str, list[str]]:
    """Put the items that are not flagged by their stratum, both in the order of their names."""
    strata: dict[str, list[str]] = {}
    for unit in sorted(units):
        if not unit.flags:
            strata.setdefault(unit.stratum, []).append(unit.item)
    return dict(sorted(strata.items()))


def extend(
    sample: Sample,
    command: "c.ExtendSample",
    population: Iterable[Unit],
    actor: Actor,
    now: datetime,
) -> e.SampleExtended | None:
    """
    Draw more by the same seed; ``None`` where it was extended so before.

    :class:`Refused` unless it is drawn, and more is asked than was.
    """
    strata = by_stratum(population)
    counts = [len(items) for items in strata.values()]
    size = min(command.size, sum(counts))
    again = bool(sample.extended) and size == sample.size
    grows = () if again else _must_grow(sample, command.size)
    _pass(command, actor, now, [*_must_be(sample, DRAWN), *grows])
    if again:
        return None
    return e.SampleExtended(
        size=size,
        taken=tuple(part.taken for part in allocated(size, counts)),
        items=more(sample.drawn.seed if sample.drawn else "", strata, sample.taken, size),
        examined=len(sample.results),
    )


def more(
    seed: str, strata: Mapping[str, Sequence[str]], before: Sequence[int], size: int
) -> tuple[str, ...]:
    """Name what comes next by a seed, up to a sample of that size, after what was drawn before."""
    parts = allocated(size, [len(items) for items in strata.values()])
    return tuple(
        item
        for items, start, part in zip(strata.values(), before, parts, strict=False)
        for item in in_order(seed, items)[start : part.taken]
    )


def _must_grow(sample: Sample, size: int) -> Reasons:
    of = sum(part.of for part in sample.strata)
    if size <= sample.size or sample.size >= of:
        yield Failing(
            "SMP-01",
            "{size} of {of} are planned already; an extension draws more",
            {"size": sample.size, "of": of},
        )


def examine(
    sample: Sample,
    command: "c.ExamineItem",
    dossier: Trajectory,
    persons: frozenset[str],
    actor: Actor,
    now: datetime,
) -> e.SampleItemExamined | None:
    """
    Record a result; ``None`` where the same is on record already by the same account.

    SEP-05: by who had no part in the dossier, whose acting ``persons`` are given. A later
    result takes the place of an earlier one until the sample is concluded; another one says why.
    """
    known = sample.result_of(command.item)
    reasons = [*_must_be(sample, DRAWN), *_fits(sample, command, dossier)]
    said = (command.result, command.number, actor.account)
    again = known is not None and said == (known.result, known.number, known.account)
    turns = () if again else _may_turn(command, known)
    _pass(command, actor, now, [*reasons, *turns], persons)
    return None if again else e.SampleItemExamined(**_without_sample(command))


def _without_sample(command: "c.ExamineItem") -> dict[str, Any]:
    return {name: value for name, value in vars(command).items() if name != "sample"}


def _may_turn(command: "c.ExamineItem", known: Result | None) -> Reasons:
    turns = known is not None and known.result != command.result
    if known is not None and turns and command.because is None:
        yield Failing(
            "SMP-01",
            "{account} recorded {result} of {item}; another result says why (--because)",
            {"account": known.account, "result": known.result, "item": command.item},
        )
    if not turns and command.because is not None:
        yield Failing(
            "SMP-01",
            "{item} had no other result; --because goes with one that changes",
            {"item": command.item},
        )


def _fits(sample: Sample, command: "c.ExamineItem", dossier: Trajectory) -> Reasons:
    if command.item not in {*sample.random, *sample.flagged}:
        yield Failing(
            "SMP-01",
            "{item} is not among what sample {sample} holds",
            {"item": command.item, "sample": sample.reference},
        )
    if command.number is None:
        return
    if command.result != DEVIATES:
        yield Failing("SMP-01", "a finding goes with an item that deviates")
    if command.number not in {one.number for one in dossier.quality.findings}:
        yield Failing(
            "SMP-01",
            "the dossier has no finding {n}; record it first",
            {"n": command.number},
        )


def conclude(
    sample: Sample, command: "c.ConcludeSample", actor: Actor, now: datetime
) -> e.SampleConcluded:
    """Say what follows from the results; :class:`Refused` while one is missing."""
    every = sample.tally((*sample.random, *sample.flagged))
    reasons = list(_must_be(sample, DRAWN))
    if every.missing:
        reasons.append(
            Failing(
                "SMP-01",
                "{n} of {of} items have no result yet",
                {"n": every.missing, "of": every.items},
            )
        )
    _pass(command, actor, now, reasons)
    return concluded(sample)


def concluded(sample: Sample) -> e.SampleConcluded:
    """Judge the results of a sample as they stand; what has none does not deviate yet."""
    drawn, flagged = sample.tally(sample.random), sample.tally(sample.flagged)
    found, asked = drawn.counted, sample.asked
    return e.SampleConcluded(
        drawn=drawn.items,
        deviations=drawn.deviations,
        not_examinable=drawn.not_examinable,
        most=most_deviating(sample.strata, found, asked),
        rate=percent(upper_rate(drawn.items, found, asked)),
        met=is_met(sample.strata, found, asked),
        flagged=flagged.items,
        flagged_deviations=flagged.deviations,
        flagged_not_examinable=flagged.not_examinable,
        turned=sample.turned or None,
    )


def _must_be(sample: Sample, state: str) -> Reasons:
    if sample.state == state:
        return
    if sample.state == CONCLUDED:
        yield Failing("SMP-01", "sample {sample} is concluded", {"sample": sample.reference})
    else:
        yield Failing(
            "SMP-01", "sample {sample} is announced, not drawn", {"sample": sample.reference}
        )


def _pass(
    command: "c.SampleCommand",
    actor: Actor,
    now: datetime,
    reasons: Iterable[Failing],
    persons: frozenset[str] = frozenset(),
) -> None:
    """Raise every reason not to; who may not act (AUT-02, AUT-03) is told nothing of the sample."""
    context = Context(now, now, actor, persons=persons)
    attempt = Attempt(None, type(command).__name__, context, command)
    about_others = (*had_no_part(attempt), *codes_listed(attempt), *reasons)
    if failures := list(may_act(attempt)) or list(about_others):
        raise Refused(failures, type(command).__name__)
