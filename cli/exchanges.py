"""The register of exchanges: what was received or sent, what is due, and how late it is."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.base import DOSSIER, Desk, place_named, print_json
from cli.render import certainty_of, instant, table, when
from cli.words import coded, say
from domain.errors import BadInput

if TYPE_CHECKING:
    from domain.decide.affairs import Term
    from domain.state.affairs import Exchange
    from domain.trajectory import Trajectory


class _Entry(NamedTuple):
    """One line of the register."""

    dossier: str
    exchange: "Exchange"
    term: "Term | None"
    late: int


def show(desk: Desk, dossier: str | None, centre: str | None, subject: str | None) -> None:
    """PUB-02: list exchanges of a dossier, or of all at hand, by the moment of receipt."""
    if dossier is not None and centre is not None:
        raise BadInput("give DOSSIER or --centre, not both")
    now = datetime.now(UTC)
    entries = [
        _Entry(state.dossier, one, *due(one, now))
        for state in _states(desk, dossier, centre)
        for one in state.affairs.exchanges
        if subject in (None, one.subject)
    ]
    entries.sort(key=lambda entry: (entry.exchange.at, entry.dossier))
    if desk.as_json:
        print_json([entry_json(*entry) for entry in entries])
        return
    table(
        (
            "received",
            "dossier",
            "number",
            "subject",
            "partner",
            "reference",
            "state",
            "due",
            "days late",
            "rule",
            "how sure",
            "contact stated",
        ),
        map(_row, entries),
    )


def _states(desk: Desk, dossier: str | None, centre: str | None) -> "Iterator[Trajectory]":
    if dossier is None:
        from cli.worklist import dossiers_at_hand

        yield from dossiers_at_hand(desk, place_named(centre).code if centre else None)
        return
    from cli.restricted import read

    yield read(desk, DOSSIER.convert(dossier, None, None))


def due(exchange: "Exchange", now: datetime) -> "tuple[Term | None, int]":
    """Say when an answer was due, and how many days later it came, or is still to come."""
    from domain.decide.affairs import answer_term
    from domain.rules.calendar import brussels_day

    term = answer_term(exchange) if exchange.answer_expected else None
    if term is None:
        return None, 0
    last = term.last or brussels_day(term.at)
    return term, max(0, (brussels_day(exchange.answered or now) - last).days)


def _row(entry: _Entry) -> tuple[Any, ...]:
    from domain.rules import rule

    one, term = entry.exchange, entry.term
    return (
        when(one.at),
        entry.dossier,
        one.number,
        coded("affairs.subject", one.subject),
        coded("affairs.partner", one.partner),
        one.reference,
        coded("affairs.answer", one.outcome) if one.outcome else say(one.state),
        term and (term.last or when(term.at)),
        entry.late or "",
        term and term.rule,
        term and certainty_of(rule(term.rule)),
        "" if one.contact_stated is None else say("yes") if one.contact_stated else say("no"),
    )


def entry_json(
    dossier: str, one: "Exchange", term: "Term | None", days_late: int
) -> dict[str, Any]:
    """Write a line of the register: an exchange of a dossier, when its answer is due, how late."""
    return {
        "dossier": dossier,
        "number": one.number,
        "received": instant(one.at),
        "direction": one.direction,
        "partner": one.partner,
        "subject": one.subject,
        "reference": one.reference,
        "state": one.state,
        "outcome": one.outcome,
        "answered": one.answered and instant(one.answered),
        "rule": term and term.rule,
        "due": term and (term.last.isoformat() if term.last else instant(term.at)),
        "days_late": days_late,
        "contact_stated": one.contact_stated,
    }
