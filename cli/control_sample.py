"""The commands about samples of quality control: planned, drawn, examined, concluded, proved."""

import re
from typing import TYPE_CHECKING, Any

import click

from cli.base import Choice, Desk, Listed, Moment, Number, TrajetGroup, option
from cli.controllers import only_for
from cli.record.base import as_command
from cli.record.quality import note
from cli.words import say
from domain.errors import BadInput

if TYPE_CHECKING:
    from domain.authority import Actor
    from domain.state.sample import Sample
    from domain.trajectory import Trajectory

_STRATA = ("centre", "outcome", "none")
_BECAUSE = ("mistyped", "looked-again", "new-facts")


class Percent(click.ParamType[Any]):
    """A percentage, with a point or a comma: ``2.5``, ``2,5``."""

    name = "percent"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Show what is meant in help."""
        return "PERCENT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read it, and write it with a point."""
        text = str(value).strip().replace(",", ".")
        if not re.fullmatch(r"[0-9]{1,2}(\.[0-9]{1,2})?", text):
            self.fail(
                say("{value} is not a percentage with two decimals at most", value=value),
                param,
                ctx,
            )
        return text


@click.group("sample", cls=TrajetGroup)
def sample() -> None:
    """Plan and draw samples that nobody chooses, and say what follows from them."""


sample.add_command(note)


def _asked(function: Any) -> Any:
    """Declare what a sample is to show."""
    for name, default, told in (
        ("--expected", "1", "The share of deviations one expects, in percent."),
        ("--tolerable", "5", "The share of deviations one could live with, in percent."),
        ("--confidence", "95", "How sure the conclusion is to be, in percent."),
    ):
        declared = option(name, type=Percent(), default=default, show_default=True, help=told)
        function = declared(function)
    return function


def _reference(function: Any) -> Any:
    return click.argument("reference")(function)


@sample.command("plan")
@_asked
@option("--population", type=Number(min=1), metavar="N", help="How many there are to draw from.")
def plan(desk: Desk, population: int | None, **said: str) -> None:
    """Say how many items to draw, and what would follow from what is found; reads no store."""
    from cli import sampled

    sampled.tell_plan(sampled.planned(population=population, **said), as_json=desk.as_json)


@sample.command("draw")
@_reference
@option(
    "--by",
    type=Choice(("round", "dossier")),
    default="round",
    show_default=True,
    help="What is drawn: decisions, round by round, or dossiers.",
)
@option("--centre", "centres", multiple=True, metavar="CODE", help="Of this centre alone.")
@option("--from", "since", type=Moment(), metavar="DATE", help="Decided, or opened, from this day.")
@option("--to", "until", type=Moment(), metavar="DATE", help="Decided, or opened, until this day.")
@option(
    "--stratify",
    "strata",
    type=Choice(_STRATA),
    multiple=True,
    default=("centre", "outcome"),
    show_default=True,
    help="By what the population is divided; none for not at all.",
)
@_asked
def draw(desk: Desk, reference: str, **said: Any) -> None:
    """Announce a sample; once others have recorded something, draw it and note it in dossiers."""
    from cli.separated import separated
    from workflows import samples

    command = _announcement(reference, **said)
    actor = desk.acting()
    drawn = samples.announce_and_draw(desk.office.journal, command, actor, separated)
    _note_and_show(desk, drawn, actor)


def _announcement(
    reference: str, *, centres: Any, since: Any, until: Any, strata: Any, **said: Any
) -> Any:
    from cli.base import place_named

    strata = tuple(name for name in _STRATA[:-1] if name in strata)
    return as_command(
        "AnnounceSample",
        sample=reference,
        centres=tuple(sorted({place_named(one).code for one in centres})),
        since=_day(since),
        until=_day(until),
        strata=strata,
        **said,
    )


def _day(moment: Any) -> str | None:
    from domain.rules.calendar import brussels_day

    return brussels_day(moment[0]).isoformat() if moment else None


@sample.command("extend")
@_reference
@option("--size", type=Number(min=1), metavar="N", help="How many are to be drawn in all.")
@option("--expected", type=Percent(), help="The share of deviations one expects now.")
def extend(desk: Desk, reference: str, size: int | None, expected: str | None) -> None:
    """Draw more items of a sample, by the same seed: those drawn before stay in it."""
    from cli.separated import separated
    from workflows import samples

    journal = desk.office.journal
    if (size is None) == (expected is None):
        raise BadInput("give --size or --expected, one of the two")
    found = samples.find(journal, reference)
    wanted = size if size is not None else _size_for(found, str(expected))
    command = as_command("ExtendSample", sample=reference, size=wanted)
    actor = desk.acting()
    _note_and_show(desk, samples.extend(journal, command, actor, separated), actor)


def _size_for(found: "Sample", expected: str) -> int:
    from domain.sampling import assurance
    from domain.sampling import plan as size_of

    told = found.announced
    asked = assurance(told.confidence, told.tolerable, expected)
    return max(1, size_of(asked, [part.of for part in found.strata]).size)


@sample.command("show")
@_reference
@option("--population", is_flag=True, help="What it was drawn from, one item and stratum a line.")
def show(desk: Desk, reference: str, population: bool) -> None:
    """Show a sample: what was asked, which items, what each gave, what follows."""
    from cli import sampled
    from workflows import samples

    _let_look(desk)
    found = samples.find(desk.office.journal, reference)
    if population:
        sampled.tell_population(desk, found)
    else:
        sampled.tell(desk, found)


@sample.command("list")
def list_(desk: Desk) -> None:
    """List all samples, those announced and never drawn or concluded too."""
    from cli import sampled
    from workflows import samples

    _let_look(desk)
    sampled.tell_all(samples.every(desk.office.journal), as_json=desk.as_json)


@sample.command("result")
@_reference
@click.argument("item", required=False)
@click.argument("result", required=False, type=Listed("quality.result"))
@option("--finding", "number", type=Number(min=1), metavar="N", help="The finding in the dossier.")
@option("--because", type=Choice(_BECAUSE), help="Why the result is another than before.")
@option(
    "--from",
    "file",
    metavar="FILE",
    help="Many at once, one item;result[;finding[;because]] a line: all or none.",
)
def result(desk: Desk, reference: str, item: str | None, file: str | None, **said: Any) -> None:
    """Record what the examination of an ITEM gave; by who had no part in its dossier."""
    from cli import sampled
    from workflows import samples

    if file is not None:
        if item is not None or said["number"] is not None or said["because"] is not None:
            raise BadInput("give an item and its result, or --from, not both")
        from cli import sample_results

        sample_results.record(desk, reference, file, desk.acting())
        return
    if item is None or said["result"] is None:
        raise BadInput("missing: {name}", name="ITEM RESULT")
    command = as_command("ExamineItem", sample=reference, item=item.strip().upper(), **said)
    actor = desk.acting()
    _let_in(desk, command.item)
    found, line = samples.examine(desk.office.journal, command, actor)
    sampled.tell_result(found, command.item, line, as_json=desk.as_json)


@sample.command("conclude")
@_reference
def conclude(desk: Desk, reference: str) -> None:
    """Say, once all items have a result, how many deviate at most and if that is tolerable."""
    from cli import sampled
    from workflows import samples

    command = as_command("ConcludeSample", sample=reference)
    found, line = samples.conclude(desk.office.journal, command, desk.acting())
    sampled.tell_conclusion(found, line, as_json=desk.as_json)


@sample.command("check")
@_reference
def check(desk: Desk, reference: str) -> None:
    """Draw a sample again from the store, and prove that it is the one on record."""
    from cli import sampled
    from cli.separated import separated
    from workflows import samples

    _let_look(desk)
    found = samples.find(desk.office.journal, reference)
    doubts = samples.check(desk.office.journal, found, separated)
    sampled.tell_check(desk, found, doubts)
    if doubts:
        raise SystemExit(1)


def _let_look(desk: Desk) -> None:
    """AUT-02: samples are for those who draw, audit, commission and answer for them."""
    from domain.decide.sample import READERS

    only_for(desk, READERS, "AUT-02: {account} may not look at samples; this is for {functions}")


def _let_in(desk: Desk, item: str) -> None:
    """ACC-01: who may not read a restricted dossier records nothing about it."""
    from cli.restricted import let_in
    from domain.state.sample import dossier_of

    let_in(desk, desk.office.journal.history(dossier_of(item)))


def _note_and_show(desk: Desk, drawn: "Sample", actor: "Actor") -> None:
    """Note the sample in each dossier where that is possible, and show what was drawn."""
    from cli import sampled

    kept_out = _noted(desk, drawn, actor)
    sampled.tell(desk, drawn, recorded=True)
    for reason, number in kept_out.items():
        click.echo(f"{reason}: {number}", err=True)


def _noted(desk: Desk, drawn: "Sample", actor: "Actor") -> dict[str, int]:
    """Note the sample in its dossiers; count by reason those in which it cannot be noted."""
    from cli.sampled import states_of
    from domain.decide import Refused
    from domain.errors import ConcurrentChange
    from workflows.handle import Occasion, handle

    office, occasion = desk.office, Occasion(desk.account, on_behalf_of=desk.on_behalf_of)
    kept_out: dict[str, int] = {}
    for state, persons in states_of(desk, drawn):
        reason = _why_not(desk, state, actor.person in persons)
        if reason is None and not _is_noted(state, drawn.reference):
            order = as_command("DrawSample", dossier=state.dossier, sample=drawn.reference)
            try:
                handle(office.journal, office.vault, order, occasion)
            except (Refused, ConcurrentChange):
                reason = say("not noted in a dossier, refused or changed meanwhile")
        if reason is not None:
            kept_out[reason] = kept_out.get(reason, 0) + 1
    return kept_out


def _is_noted(state: "Trajectory", reference: str) -> bool:
    return any(one.reference == reference for one in state.quality.samples)


def _why_not(desk: Desk, state: "Trajectory", has_part: bool) -> str | None:
    """Say why a sample is not noted in a dossier, without asking what would be refused."""
    from cli.restricted import may_read
    from domain.lifecycle.stages import SECOND

    if not may_read(desk, state):
        return say("not noted in restricted dossiers you are not on the list of")
    if has_part:
        return say("not noted in dossiers in which you acted; another controller notes it")
    if state.procedure < SECOND:
        return say("not noted in dossiers under the first version of the procedure")
    return None
