"""Record what binds dossiers together: families, births, ages, separations, guardians."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from cli.base import (
    DOSSIER,
    Code,
    Desk,
    Listed,
    TrajetCommand,
    dossier_argument,
    free_text,
    option,
)
from cli.record.base import (
    JointCommand,
    RecordingGroup,
    needed,
    occasion_of,
    perform_together,
    recording,
    take_texts,
)
from cli.record.options import MOTIVES, REFERENCE
from cli.render import marked
from cli.words import colon, say
from domain.errors import BadInput

if TYPE_CHECKING:
    from workflows.handle import Outcome

_MEMBERS = option(
    "--from",
    "members",
    multiple=True,
    type=DOSSIER,
    metavar="DOSSIER",
    help="From this member only; may be given again. Without it: from all.",
)
_MAJORITY_ON = option("--majority-on", metavar="DATE", help="The eighteenth birthday.")


class JointGroup(RecordingGroup):
    """Commands that record in every dossier of a family by themselves."""

    command_class = JointCommand


@click.group("family", cls=JointGroup)
def family() -> None:
    """Link a family, record births and ages, separate and reunite; in every dossier at once."""


def joint(
    *texts: str, then: Callable[[Sequence["Outcome"], dict[str, Any]], None] | None = None
) -> Callable[[Callable[..., Any]], Any]:
    """
    Make a command of a function that says what is asked in several dossiers.

    ``texts`` are the options that hold free text, to be sealed; ``then`` is told what was
    recorded, and what was said.
    """

    def make(function: Callable[..., Any]) -> Any:
        def run(desk: Desk, *, on: Any, command_id: str | None, **said: Any) -> None:
            take_texts(said, texts)
            told = {name: value for name, value in said.items() if value is not None}
            occasion = occasion_of(desk, on, command_id)
            outcomes = perform_together(desk, lambda: function(**told), occasion)
            if then is not None:
                then(outcomes, told)

        run.__doc__ = function.__doc__
        return run

    return make


def _who_must_move(outcomes: Sequence["Outcome"], _said: dict[str, Any]) -> None:
    """DET-15, DET-16: say at once who may not stay where he is."""
    from datetime import UTC, datetime

    from domain.decide.places import must_leave

    for outcome in outcomes:
        for due in must_leave(outcome.state, datetime.now(UTC)):
            click.echo(
                f"{outcome.state.dossier}{colon()} "
                + say("at once: {what} ({rule})", what=say(due.what), rule=marked(due.rule)),
                err=True,
            )


@family.command("link")
@click.argument("dossiers", nargs=-1, required=True, type=DOSSIER)
@option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=Listed("family.role"),
    help="What each is in the family, in the order of the dossiers.",
)
@option("--number", "name", metavar="NUMBER", help="The family's number; else the first dossier's.")
@option(
    "--majority-on",
    "majorities",
    multiple=True,
    metavar="DOSSIER=DATE",
    help="The eighteenth birthday of one of them.",
)
@joint(then=_who_must_move)
def link(
    *,
    dossiers: tuple[str, ...],
    roles: tuple[str, ...],
    majorities: tuple[str, ...] = (),
    name: str | None = None,
    remark: Any = None,
) -> Any:
    """Record in every dossier who belongs to the family; all or none."""
    from workflows import families

    if len(set(dossiers)) != len(dossiers):
        raise BadInput("a dossier is named twice")
    if len(roles) != len(dossiers) or len(dossiers) < 2:
        raise BadInput("name two dossiers or more, and one --role for each, in their order")
    days = dict(_dossier_and_day(each) for each in majorities)
    return families.link(dict(zip(dossiers, roles, strict=True)), name, days, remark)


def _dossier_and_day(said: str) -> tuple[str, str]:
    dossier, equals, day = said.partition("=")
    if not equals:
        raise BadInput("--majority-on: write DOSSIER=DATE, not {said}", said=said)
    return dossier.strip().upper(), day.strip()


@family.command("unlink")
@dossier_argument
@_MEMBERS
@option(
    "--reason",
    required=True,
    type=Listed("family.unlinking"),
    help="Why the link should not have been made.",
)
@joint()
def unlink(*, dossier: str, members: tuple[str, ...], **said: Any) -> Any:
    """Take a dossier out of its family; by another person than who linked it."""
    from workflows import families

    return families.unlink(dossier, members, **said)


def _child_is_not_admitted(outcomes: Sequence["Outcome"], said: dict[str, Any]) -> None:
    if all(outcome.state.dossier != said["child"] for outcome in outcomes):
        click.echo(
            say(
                "no child may stay in this place: move the family at once, and open {dossier} "
                "where it is moved",
                dossier=said["child"],
            ),
            err=True,
        )


@family.command("birth")
@dossier_argument
@option(
    "--dossier",
    "child",
    required=True,
    type=DOSSIER,
    metavar="NUMBER",
    help="The number of the child's own dossier.",
)
@option("--sex", type=Code("Sex"), help="As recorded.")
@free_text("name", "The child's name; sealed.")
@free_text("born-on", "The day of birth, as 2026-03-02; sealed. Without it: when it happened.")
@joint("name", "born_on", then=_child_is_not_admitted)
def birth(*, dossier: str, child: str, **said: Any) -> Any:
    """Record a birth, and open the child's dossier, linked, where a child may stay."""
    from datetime import date

    from workflows import families

    born = said.get("born_on")
    try:
        day = date.fromisoformat(born.clear) if born else None
    except ValueError as wrong:
        raise BadInput("--born-on: write a day, as in 2026-03-02") from wrong
    return families.birth(dossier, child, day, **said)


@family.command("majority")
@dossier_argument
@_MAJORITY_ON
@joint()
def majority(*, dossier: str, **said: Any) -> Any:
    """Record that a resident became eighteen; on that day or later."""
    from workflows import families

    return families.of_age("ReachMajority", dossier, **said)


@family.group("age", cls=JointGroup)
def age() -> None:
    """Dispute an age, or settle the dispute."""


@age.command("dispute")
@dossier_argument
@option(
    "--reason",
    required=True,
    type=Listed("family.age-doubt"),
    help="Why there is doubt.",
)
@REFERENCE
@joint(then=_who_must_move)
def dispute(*, dossier: str, **said: Any) -> Any:
    """Record doubt about an age; until the outcome the resident is taken for a minor."""
    from workflows import families

    return families.of_age("DisputeAge", dossier, **said)


@age.command("establish")
@dossier_argument
@option(
    "--outcome",
    required=True,
    type=Listed("family.age-outcome"),
    help="What was established.",
)
@option(
    "--reference",
    required=True,
    metavar="NUMBER",
    help="The number of the decision that settled it.",
)
@_MAJORITY_ON
@joint(then=_who_must_move)
def establish(*, dossier: str, **said: Any) -> Any:
    """Settle a dispute about an age; by another person than who raised it."""
    from workflows import families

    return families.of_age("EstablishAge", dossier, **said)


@family.command("propose-separation")
@dossier_argument
@_MEMBERS
@option(
    "--report",
    required=True,
    metavar="NUMBER",
    help="The number of the report on the best interests of the children.",
)
@MOTIVES
@joint("motives")
def propose_separation(*, dossier: str, members: tuple[str, ...], **said: Any) -> Any:
    """Propose that a resident be apart from the family; for the hierarchy to decide."""
    from workflows import families

    return families.propose_separation(dossier, members, **said)


@family.command("separate")
@dossier_argument
@REFERENCE
@MOTIVES
@joint("motives")
def separate(*, dossier: str, **said: Any) -> Any:
    """Authorise a proposed separation; by another person than who proposed it."""
    from workflows import families

    return families.decide_separation("SeparateFamily", dossier, **said)


@family.command("keep-together")
@dossier_argument
@REFERENCE
@MOTIVES
@joint("motives")
def keep_together(*, dossier: str, **said: Any) -> Any:
    """Refuse a proposed separation."""
    from workflows import families

    return families.decide_separation("KeepTogether", dossier, **said)


@family.command("reunite")
@dossier_argument
@option(
    "--with",
    "members",
    multiple=True,
    type=DOSSIER,
    metavar="DOSSIER",
    help="With this member only; may be given again. Without it: with all.",
)
@joint()
def reunite(*, dossier: str, members: tuple[str, ...], **said: Any) -> Any:
    """Record that a resident is together again with the members he was separated from."""
    from workflows import families

    return families.reunite(dossier, members, **said)


@family.command("show", cls=TrajetCommand)
@dossier_argument
def show(desk: Desk, dossier: str) -> None:
    """Show a resident's family: who belongs to it, where each stands, who is apart."""
    from cli.families import show as tell

    tell(desk, dossier)


# --- minors whom nobody accompanies ---------------------------------------------------------


@click.group("guardian", cls=RecordingGroup)
def guardian() -> None:
    """Appoint or hear the guardian of a minor."""


@guardian.command("appoint")
@REFERENCE
@free_text("guardian", "Who the guardian is, by name; sealed.")
@_MAJORITY_ON
@recording("guardian")
def appoint(said: dict[str, Any]) -> str:
    """Record who became the guardian of a minor."""
    needed(said, "guardian")
    return "AppointGuardian"


@guardian.command("hear")
@option(
    "--proposal",
    required=True,
    type=Listed("family.durable-solution"),
    help="What durable solution the guardian proposes.",
)
@free_text("note", "What was said; sealed.")
@recording("note")
def hear(_said: dict[str, Any]) -> str:
    """Record what the guardian says the durable solution would be."""
    return "HearGuardian"


@click.group("reception", cls=RecordingGroup)
def reception() -> None:
    """Record how a minor is received on return."""


@reception.command("guarantee")
@option(
    "--kind",
    required=True,
    type=Listed("family.reception"),
    help="By whom the minor is received.",
)
@free_text("entrusted-to", "The person or institution by name; sealed.")
@option(
    "--trafficking-risk/--no-trafficking-risk",
    required=True,
    default=None,
    help="Whether a risk of trafficking is seen there.",
)
@REFERENCE
@recording("entrusted_to")
def guarantee(said: dict[str, Any]) -> str:
    """Record to whom a minor is entrusted on return."""
    needed(said, "entrusted_to")
    return "GuaranteeReception"
