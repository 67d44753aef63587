"""Record measures against the resident, and coercion used."""

from typing import Any

import click

from cli.base import Listed, Number, free_text, option
from cli.record.base import RecordingGroup, needed, recording
from cli.record.options import (
    AGENTS,
    MINUTES,
    NUMBER,
    REASON,
    REFERENCE,
    means_of_coercion,
    several,
)

_MOTIVES = free_text("motives", "The motives, about this resident; sealed.")
_HOURS = option(
    "--hours",
    required=True,
    type=Number(min=1),
    metavar="N",
    help="Real hours from its beginning, in all. By them an isolation is for the centre director, "
    "the removal director (for the Director general) or the Minister.",
)
_HEARD = option(
    "--heard/--not-heard", "heard", default=None, help="Whether the resident was heard before."
)
_NOT_HEARD = option(
    "--because",
    "not_heard",
    type=Listed("measures.not-heard"),
    help="Why the resident was not heard.",
)
_INFORMED = option(
    "--medical-informed/--medical-uninformed",
    default=None,
    help="Whether the medical service was informed; without it nobody is isolated.",
)
_BEST_INTEREST = option(
    "--best-interest",
    metavar="NUMBER",
    help="The report that weighs the best interest, of a minor or of a member of a family.",
)
_TERMS = several(NUMBER, _HOURS, _HEARD, _NOT_HEARD, _INFORMED, _BEST_INTEREST, _MOTIVES)
"""What is said of a measure that is decided or goes on."""


@click.group("measure", cls=RecordingGroup)
def measure() -> None:
    """Propose, decide, prolong or end a measure; record a medical check during isolation."""


@measure.command("propose")
@option("--kind", required=True, type=Listed("measures.kind"), help="The kind of measure.")
@option("--ground", required=True, type=Listed("measures.ground"), help="What it protects.")
@_MOTIVES
@recording("motives")
def propose(said: dict[str, Any]) -> str:
    """Put a measure forward; it gets a number."""
    needed(said, "motives")
    return "ProposeMeasure"


@measure.command("decide")
@_TERMS
@recording("motives")
def decide(_said: dict[str, Any]) -> str:
    """Decide a proposed measure, which begins at this moment; by another than who proposed it."""
    return "DecideMeasure"


@measure.command("refuse")
@NUMBER
@REASON
@recording("reason")
def refuse(_said: dict[str, Any]) -> str:
    """Do not follow a proposed measure."""
    return "RefuseMeasure"


@measure.command("prolong")
@_TERMS
@recording("motives")
def prolong(said: dict[str, Any]) -> str:
    """Prolong a running measure before its hours are over; an isolation by the next step."""
    needed(said, "motives")
    return "ProlongMeasure"


@measure.command("visit")
@NUMBER
@free_text("note", "What the medical service notes; sealed, for medical staff.")
@recording("note")
def visit(_said: dict[str, Any]) -> str:
    """Record that the medical service saw the resident in isolation."""
    return "VisitIsolated"


@measure.command("end")
@NUMBER
@option("--reason", required=True, type=Listed("measures.end"), help="Why it ends.")
@recording()
def end(_said: dict[str, Any]) -> str:
    """End a running measure."""
    return "EndMeasure"


@measure.command("house-rule")
@option(
    "--provision",
    required=True,
    type=Listed("measures.provision"),
    help="Which provision of the house rules.",
)
@option("--until", metavar="DAY", help="The last day on which it holds.")
@free_text("terms", "What holds for the family instead; sealed.")
@free_text("motives", "The motives, about this family; sealed.")
@recording("terms", "motives")
def house_rule(said: dict[str, Any]) -> str:
    """Change a provision of the house rules for a family; open to review like any measure."""
    needed(said, "terms")
    needed(said, "motives")
    return "ChangeHouseRule"


@click.group("coercion", cls=RecordingGroup)
def coercion() -> None:
    """Record a use of coercion, its report and the review of it."""


@coercion.command("use")
@means_of_coercion(required=True)
@MINUTES
@option("--occasion", required=True, type=Listed("measures.occasion"), help="On what occasion.")
@option("--injured/--not-injured", default=None, help="Whether somebody was injured.")
@AGENTS
@recording()
def use(_said: dict[str, Any]) -> str:
    """Record that coercion was used; a report is due without delay."""
    return "UseCoercion"


@coercion.command("report")
@NUMBER
@REFERENCE
@free_text("report", "The detailed report; sealed.")
@recording("report")
def report(said: dict[str, Any]) -> str:
    """File the detailed report on a use of coercion."""
    needed(said, "report")
    return "ReportCoercion"


@coercion.command("review")
@NUMBER
@option("--finding", required=True, type=Listed("measures.review"), help="What is found of it.")
@free_text("review", "What the reviewer writes; sealed.")
@recording("review")
def review(_said: dict[str, Any]) -> str:
    """Judge the report on a use of coercion; by nobody who used it or wrote the report."""
    return "ReviewCoercion"
