"""Record detention titles, where the resident is, what a judge says of it, and absconding."""

from collections.abc import Callable
from typing import Any

import click

from cli.base import Listed, Number, free_text, option
from cli.record.base import RecordingGroup, code_of, recording
from cli.record.options import MOTIVES, REFERENCE


def _day(name: str, help_text: str, *, required: bool = False) -> Callable[[Any], Any]:
    return option(f"--{name}", metavar="DATE", required=required, help=help_text)


def _code(name: str, listed: str, help_text: str, *, required: bool = True) -> Callable[[Any], Any]:
    return option(f"--{name}", required=required, type=Listed(f"custody.{listed}"), help=help_text)


def _place(said: dict[str, Any]) -> None:
    if said["place"] is not None:
        said["place"] = code_of(said["place"])


_PLACE = option("--place", metavar="CODE", help="Where the resident is held, by code or name.")
_UNTIL = _day("until", "The last day it covers; without it, as long as the law allows.")
_DEPOSITED = option(
    "--deposited", is_flag=True, default=False, help="It lies at the registry, in time or not."
)
_NUMBER = option(
    "--number", type=Number(min=1), metavar="N", help="Which restriction; without it, the latest."
)


# -- titles -------------------------------------------------------------------------------


@click.group("detention", cls=RecordingGroup)
def detention() -> None:
    """Propose, issue or prolong a detention title; record steps towards removal; release."""


@detention.command("propose")
@_code("ground", "ground", "The legal basis.")
@option(
    "--less-coercive",
    type=Listed("custody.less-coercive"),
    multiple=True,
    help="A less coercive measure that was weighed; repeat it for each.",
)
@_code("not-enough", "not-enough", "Why none of them is enough.", required=False)
@_PLACE
@_day(
    "held-since", "The day detention began, if before the title; for art. 74/8 the warrant's end."
)
@_day("refused-boarding-on", "The refusal to board after which the clock starts again.")
@_code(
    "prospect",
    "prospect",
    "The prospect of removal, of a title that prolongs the detention it continues.",
    required=False,
)
@_UNTIL
@MOTIVES
@recording("motives")
def propose(said: dict[str, Any]) -> str:
    """Prepare a detention title and say why nothing less coercive would do."""
    _place(said)
    return "ProposeDetention"


@detention.command("issue")
@_code("ground", "ground", "The legal basis, as proposed.", required=False)
@_PLACE
@_UNTIL
@REFERENCE
@recording()
def issue(said: dict[str, Any]) -> str:
    """Decide the detention title that was proposed; by another person than who prepared it."""
    _place(said)
    return "IssueDetentionTitle"


@detention.command("propose-prolongation")
@_code("prospect", "prospect", "The prospect of removal it rests on.")
@option(
    "--public-order",
    is_flag=True,
    default=False,
    help="For public order or national security: a month at a time.",
)
@_UNTIL
@MOTIVES
@recording("motives")
def propose_prolongation(_said: dict[str, Any]) -> str:
    """Prepare a prolongation of the title that runs."""
    return "ProposeProlongation"


@detention.command("prolong")
@_UNTIL
@REFERENCE
@recording()
def prolong(_said: dict[str, Any]) -> str:
    """Decide the prolongation that was proposed; after the first, the Minister alone."""
    return "ProlongDetention"


@detention.command("step")
@_code("kind", "removal-step", "What was done towards removal.")
@REFERENCE
@recording()
def step(_said: dict[str, Any]) -> str:
    """Record a step taken towards removal."""
    return "TakeRemovalStep"


@detention.command("release")
@_code("reason", "release", "Why the resident is free.")
@REFERENCE
@recording()
def release(_said: dict[str, Any]) -> str:
    """Record that the resident was set free."""
    return "ReleaseResident"


# -- where the resident is ----------------------------------------------------------------


@click.group("custody", cls=RecordingGroup)
def custody() -> None:
    """Record a prison, a hospital and the way back; review the stay of a family."""


@custody.command("move")
@_code("to", "whereabouts", "Where the resident goes.")
@recording()
def move(_said: dict[str, Any]) -> str:
    """Record that the resident went to a prison or a hospital, or came back."""
    return "MoveResident"


@custody.command("discharge")
@REFERENCE
@recording()
def discharge(_said: dict[str, Any]) -> str:
    """Record that the prison or the hospital lets the resident go."""
    return "DischargeResident"


@custody.command("prison-notice")
@REFERENCE
@recording()
def prison_notice(_said: dict[str, Any]) -> str:
    """Record that the prison told the Immigration Office that it holds the resident."""
    return "NotePrisonNotice"


@custody.command("review")
@_code("outcome", "review", "What was found.")
@recording()
def review(_said: dict[str, Any]) -> str:
    """Record that it was asked again whether the family must stay."""
    return "ReviewFamilyStay"


# -- the council chamber ------------------------------------------------------------------


@click.group("chamber", cls=RecordingGroup)
def chamber() -> None:
    """Record the control of a detention by the council chamber."""


@chamber.command("seize")
@_code("by", "seized-by", "Who asked.")
@_DEPOSITED
@REFERENCE
@recording()
def seize(_said: dict[str, Any]) -> str:
    """Record that the council chamber was asked to control the detention."""
    return "SeizeCouncilChamber"


@chamber.command("rule")
@_code("outcome", "chamber-outcome", "What was ruled.")
@option(
    "--court",
    type=Listed("custody.court"),
    default="council-chamber",
    show_default=True,
    help="Which court ruled.",
)
@REFERENCE
@recording()
def rule(_said: dict[str, Any]) -> str:
    """Record what the council chamber, or the indictment chamber, ruled."""
    return "RecordChamberRuling"


@chamber.command("appeal")
@_code("by", "appealed-by", "Who appealed.")
@_DEPOSITED
@REFERENCE
@recording()
def appeal(_said: dict[str, Any]) -> str:
    """Record an appeal against a ruling of the council chamber."""
    return "AppealChamberRuling"


# -- restrictions and absconding ----------------------------------------------------------


@click.group("restriction", cls=RecordingGroup)
def restriction() -> None:
    """Propose, impose or lift a preventive or less coercive measure; record a breach."""


@restriction.command("propose")
@_code("basis", "restriction-basis", "The legal basis.")
@_code("kind", "restriction", "What the resident must do.")
@MOTIVES
@recording("motives")
def restriction_propose(_said: dict[str, Any]) -> str:
    """Prepare a preventive or less coercive measure."""
    return "ProposeRestriction"


@restriction.command("impose")
@_NUMBER
@REFERENCE
@recording()
def restriction_impose(_said: dict[str, Any]) -> str:
    """Decide a restriction that was proposed; by another person than who prepared it."""
    return "ImposeRestriction"


@restriction.command("breach")
@_NUMBER
@free_text("note", "What happened; sealed.")
@recording("note")
def restriction_breach(_said: dict[str, Any]) -> str:
    """Record that the resident did not keep to a restriction."""
    return "RecordRestrictionBreach"


@restriction.command("lift")
@_NUMBER
@recording()
def restriction_lift(_said: dict[str, Any]) -> str:
    """End a restriction."""
    return "LiftRestriction"


@click.group("abscond", cls=RecordingGroup)
def abscond() -> None:
    """Presume, establish or refute that the resident absconded."""


@abscond.command("propose")
@_code("cause", "absconding", "What raised the presumption.")
@_day("raised-on", "The day on which it was raised.", required=True)
@free_text("note", "What happened; sealed.")
@recording("note")
def abscond_propose(_said: dict[str, Any]) -> str:
    """Say why the resident is presumed to have absconded, and since when."""
    return "ProposeAbsconding"


@abscond.command("establish")
@REFERENCE
@recording()
def abscond_establish(_said: dict[str, Any]) -> str:
    """Decide that the resident absconded; by another person than who proposed it."""
    return "EstablishAbsconding"


@abscond.command("found")
@REFERENCE
@recording()
def abscond_found(_said: dict[str, Any]) -> str:
    """Record that a resident presumed to have absconded is there again."""
    return "FindResident"
