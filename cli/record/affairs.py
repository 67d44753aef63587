"""Record what runs beside the trajectory: exchanges, obstacles, leave, crises, complaints."""

from typing import Any

import click

from cli.base import Desk, Listed, Number, TrajetCommand, free_text, option
from cli.record.base import RecordingGroup, command, name_person, needed, recording
from cli.record.options import NUMBER, REFERENCE
from domain.errors import NotAllowed

_MEANS = option(
    "--means",
    "means",
    multiple=True,
    required=True,
    type=Listed("affairs.means"),
    help="By which means; again for each one.",
)
_CONTACT = option(
    "--contact/--no-contact",
    "contact_stated",
    default=None,
    help="Whether a contact person is stated: name, capacity, address, telephone.",
)


# -- exchanges ----------------------------------------------------------------------------


@click.group("exchange", cls=RecordingGroup)
def exchange() -> None:
    """Record a letter, a mail, a call or a meeting, answer it, or list them."""


@exchange.command("record")
@option(
    "--direction", required=True, type=Listed("affairs.direction"), help="Said to us, or by us."
)
@_MEANS
@option("--partner", required=True, type=Listed("affairs.partner"), help="With whom.")
@option("--subject", required=True, type=Listed("affairs.subject"), help="About what.")
@option(
    "--answer/--no-answer", "answer_expected", required=True, help="Whether an answer is expected."
)
@option("--answer-by", metavar="DATE", help="The day by which an answer is asked.")
@_CONTACT
@REFERENCE
@free_text("content", "What was said; sealed.")
@recording("content")
def record(_said: dict[str, Any]) -> str:
    """Record an exchange: when it was received or sent is what --on says. It gets a number."""
    return "RecordExchange"


@exchange.command("answer")
@NUMBER
@_MEANS
@option("--outcome", required=True, type=Listed("affairs.answer"), help="What the answer was.")
@_CONTACT
@REFERENCE
@free_text("content", "What was said; sealed.")
@recording("content")
def answer(_said: dict[str, Any]) -> str:
    """Record the answer to an exchange."""
    return "AnswerExchange"


@exchange.command("extend")
@NUMBER
@free_text("reason", "Why more time is needed; sealed.")
@recording("reason")
def extend(said: dict[str, Any]) -> str:
    """Take the longer term the law allows for an answer; once, before the first one ends."""
    needed(said, "reason")
    return "ExtendExchange"


@exchange.command("advice")
@NUMBER
@REFERENCE
@free_text("advice", "What was advised; sealed.")
@recording("advice")
def advice(_said: dict[str, Any]) -> str:
    """Record the advice on a request for reconsideration; the decision is due from then."""
    return "ReceiveExchangeAdvice"


@exchange.command("list", cls=TrajetCommand)
@click.argument("dossier", required=False, metavar="DOSSIER")
@option("--centre", metavar="CODE", help="Only dossiers of this centre.")
@option("--subject", type=Listed("affairs.subject"), help="Only about this.")
def list_(desk: Desk, dossier: str | None, centre: str | None, subject: str | None) -> None:
    """List exchanges by day of receipt, with what is due and how late: the register of requests."""
    from cli.exchanges import show

    show(desk, dossier, centre, subject)


# -- obstacles ----------------------------------------------------------------------------


@click.group("obstacle", cls=RecordingGroup)
def obstacle() -> None:
    """Say what stands in the way of a return, and how it was dealt with."""


@obstacle.command("raise")
@option("--kind", required=True, type=Listed("affairs.obstacle"), help="What stands in the way.")
@free_text("note", "More about it; sealed.")
@recording("note")
def raise_(_said: dict[str, Any]) -> str:
    """Record what stands in the way of a return. It gets a number."""
    return "RaiseObstacle"


@obstacle.command("resolve")
@NUMBER
@option(
    "--outcome", required=True, type=Listed("affairs.obstacle-outcome"), help="How it was resolved."
)
@free_text("note", "More about it; sealed.")
@recording("note")
def resolve(_said: dict[str, Any]) -> str:
    """Record how an obstacle was dealt with."""
    return "ResolveObstacle"


# -- authorisations -----------------------------------------------------------------------


@click.group("authorise", cls=RecordingGroup)
def authorise() -> None:
    """Ask leave for what a coach does not decide alone; give, refuse or take it back."""


@authorise.command("request")
@option("--kind", required=True, type=Listed("affairs.authorisation"), help="What leave is for.")
@free_text("motives", "Why it is needed; sealed.")
@recording("motives")
def request(said: dict[str, Any]) -> str:
    """Ask leave for a complex dossier, an exceptional act or an activity. It gets a number."""
    needed(said, "motives")
    return "RequestAuthorisation"


@authorise.command("grant")
@NUMBER
@free_text("conditions", "Under which conditions; sealed.")
@recording("conditions")
def grant(_said: dict[str, Any]) -> str:
    """Give leave; by another person than who asked."""
    return "GrantAuthorisation"


@authorise.command("refuse")
@NUMBER
@free_text("motives", "Why it is refused; sealed.")
@recording("motives")
def refuse(said: dict[str, Any]) -> str:
    """Refuse leave; by another person than who asked."""
    needed(said, "motives")
    return "RefuseAuthorisation"


@authorise.command("withdraw")
@NUMBER
@free_text("reason", "Why it is taken back; sealed.")
@recording("reason")
def withdraw(_said: dict[str, Any]) -> str:
    """Take back a request, or leave that was given."""
    return "WithdrawAuthorisation"


# -- crises -------------------------------------------------------------------------------


@click.group("crisis", cls=RecordingGroup)
def crisis() -> None:
    """Record a measure taken at once in a crisis on the site, and report it afterwards."""


@crisis.command("take")
@option("--kind", required=True, type=Listed("affairs.crisis"), help="What was done.")
@option(
    "--hours",
    type=Number(min=1),
    metavar="N",
    help="For how many hours it keeps the resident apart, at most; said where it may.",
)
@free_text("narrative", "What happened, in words; sealed.")
@recording("narrative")
def take(said: dict[str, Any]) -> str:
    """Record a measure taken at once, without leave. It gets a number."""
    needed(said, "narrative")
    return "TakeCrisisMeasure"


@crisis.command("report")
@NUMBER
@free_text("report", "The report to the hierarchy; sealed.")
@recording("report")
def report(said: dict[str, Any]) -> str:
    """Report a crisis measure to the hierarchy."""
    needed(said, "report")
    return "ReportCrisisMeasure"


# -- complaints ---------------------------------------------------------------------------


@click.group("complaint", cls=RecordingGroup)
def complaint() -> None:
    """Record a complaint, how it ended, or that it was taken back; none is ever deleted."""


@complaint.command("lodge")
@option(
    "--body", required=True, type=Listed("affairs.complaint-body"), help="To whom it is addressed."
)
@option("--about", metavar="ACCOUNT", help="The account of the person it is about.")
@REFERENCE
@free_text("content", "What is complained of; sealed.")
@recording("content")
def lodge(said: dict[str, Any]) -> str:
    """Record a complaint of the resident. It gets a number."""
    needed(said, "content")
    if said["about"] is not None:
        name_person(said, "about", "about_person")
    return "LodgeComplaint"


@complaint.command("handle")
@NUMBER
@option("--outcome", required=True, type=Listed("affairs.complaint-outcome"), help="How it ended.")
@free_text("answer", "What was answered; sealed.")
@recording("answer")
def handle(_said: dict[str, Any]) -> str:
    """Record how a complaint ended; by another person than it is about."""
    return "HandleComplaint"


@complaint.command("withdraw")
@NUMBER
@free_text("reason", "Why it is taken back; sealed.")
@recording("reason")
def take_back(_said: dict[str, Any]) -> str:
    """Record that the resident takes a complaint back; it stays on record."""
    return "WithdrawComplaint"


# -- who follows the dossier ----------------------------------------------------------------


@command("assign")
@option("--to", "account", required=True, metavar="ACCOUNT", help="The account of the coach.")
@recording()
def assign(said: dict[str, Any]) -> str:
    """Give the dossier to a coach to follow."""
    from domain.lifecycle.who import COACHES

    found = name_person(said, "account", "person")
    if not found.functions & COACHES:
        raise NotAllowed("{account} is no coach at that moment", account=found.account)
    return "AssignCoach"
