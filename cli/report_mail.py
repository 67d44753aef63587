"""The register of mail: what waits, what was answered, and how quickly."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.base import Desk, place_named
from cli.exchanges import due, entry_json
from cli.look import now
from cli.paper import Grid, Lines, Paper, hand_over
from cli.render import instant, marked, when
from cli.span import Day, Period, between
from cli.words import coded, say

if TYPE_CHECKING:
    from domain.decide.affairs import Term
    from projections.mail import Answering, Delays, Entry


class _Line(NamedTuple):
    """One line of the register; ``days`` until the answer, or until now while it waits."""

    entry: "Entry"
    term: "Term | None"
    days: int | None
    late: int

    @property
    def order(self) -> tuple[Any, ...]:
        """What is overdue comes first, then what waits, then the rest; the longest late first."""
        one = self.entry.exchange
        return (not (one.waits and self.late), not one.waits, -self.late, one.at)


def give(
    desk: Desk,
    since: Day | None,
    until: Day | None,
    centre: str | None,
    html: str | None,
    *,
    force: bool,
) -> None:
    """Give the register as it was asked for."""
    from projections.mail import MAIL, delays, of_period

    at = now()
    span = between(since, until, at)
    code = place_named(centre).code if centre else None
    with desk.office.reading(MAIL) as connection:
        entries = of_period(connection, span.since, span.until, code)
    lines = sorted((_line(each, at) for each in _shown(desk, entries)), key=lambda one: one.order)
    figures = delays(_answers(lines, span))
    document = {
        "from": instant(span.since),
        "until": instant(span.until),
        "centre": code,
        "as_of": instant(at),
        "waiting": sum(one.entry.exchange.waits for one in lines),
        "overdue": sum(one.entry.exchange.waits and one.late > 0 for one in lines),
        "entries": [_line_json(one) for one in lines],
        "delays": [_delays_json(one) for one in figures],
    }
    hand_over(desk, _paper(lines, figures, span, code, at), document, html, force=force)


def _shown(desk: Desk, entries: "list[Entry]") -> "list[Entry]":
    """Leave out what is in a dossier that is not for who is at the desk."""
    from cli.restricted import may_read
    from domain.trajectory import replay

    closed = {one.dossier for one in entries if one.restricted}
    states = [replay(desk.office.journal.history(one)) for one in sorted(closed)]
    hidden = {one.dossier for one in states if one and not may_read(desk, one)}
    return [one for one in entries if one.dossier not in hidden]


def _line(entry: "Entry", at: datetime) -> _Line:
    from domain.rules.calendar import brussels_day
    from projections.mail import answer_days

    one = entry.exchange
    term, late = due(one, at)
    days = answer_days(one)
    if days is None and one.waits:
        days = max(0, (brussels_day(at) - brussels_day(one.at)).days)
    return _Line(entry, term, days, late)


def _answers(lines: list[_Line], span: Period) -> "list[Answering]":
    """Take what the figures are about: what was received or sent in the period itself."""
    from projections.mail import Answering, answer_days

    return [
        Answering(
            one.entry.exchange.direction,
            one.entry.exchange.partner,
            one.entry.exchange.subject,
            answer_days(one.entry.exchange),
            one.late > 0,
        )
        for one in lines
        if one.entry.exchange.answer_expected and one.entry.exchange.at >= span.since
    ]


# --- as a report ------------------------------------------------------------------------------


def _paper(
    lines: list[_Line], figures: "list[Delays]", span: Period, centre: str | None, at: datetime
) -> Paper:
    waiting = [one for one in lines if one.entry.exchange.waits]
    overdue = sum(one.late > 0 for one in waiting)
    where = centre or say("every centre")
    return Paper(
        title=say("register of mail {period}", period=span.told),
        under=(
            say("{centre}, as of {moment}", centre=where, moment=when(at)),
            say("{n} waiting for an answer, {late} of them overdue", n=len(waiting), late=overdue),
        ),
        parts=(
            Grid(
                say("waiting, the longest overdue first"),
                _heads(),
                [_row(one) for one in waiting],
            ),
            Grid(
                say("answered, or no answer expected"),
                _heads(),
                [_row(one) for one in lines if not one.entry.exchange.waits],
            ),
            Grid(
                say("how quickly one answers"),
                (
                    say("group"),
                    say("expected"),
                    say("answered"),
                    say("waiting"),
                    say("overdue or late"),
                    say("median days"),
                    say("longest"),
                ),
                [_delays_row(one) for one in figures],
            ),
            Lines(say("what the figures count"), list(definitions())),
        ),
        wide=True,
    )


def _heads() -> tuple[str, ...]:
    return (
        say("received"),
        say("dossier"),
        say("no."),
        say("direction"),
        say("partner"),
        say("subject"),
        say("reference"),
        say("state"),
        say("due"),
        say("days"),
        say("days late"),
        say("rule"),
    )


def definitions() -> list[str]:
    """Say what the figures count, and what is left out."""
    return [
        say(
            "received or sent in the period, and an answer expected; calendar days from receipt or "
            "sending to the answer"
        ),
        say("in: our answer to others; out: the answer of others to us"),
        say(
            "of the dossiers you may read; ‹5: fewer than five, or it would give such a number away"
        ),
    ]


WITHHELD = "‹5"


def told_number(value: object) -> object:
    """Show a number that may be told, or that it may not."""
    return WITHHELD if value is None else value


def _row(one: _Line) -> tuple[Any, ...]:
    exchange, term = one.entry.exchange, one.term
    return (
        when(exchange.at),
        one.entry.dossier,
        exchange.number,
        coded("affairs.direction", exchange.direction),
        coded("affairs.partner", exchange.partner),
        coded("affairs.subject", exchange.subject),
        exchange.reference,
        coded("affairs.answer", exchange.outcome) if exchange.outcome else say(exchange.state),
        term and (term.last or when(term.at)),
        one.days,
        one.late or None,
        term and marked(term.rule),
    )


def _delays_row(one: "Delays") -> tuple[Any, ...]:
    direction, *code = one.group
    listed = f"affairs.{one.by}"
    what = [coded("affairs.direction", direction), *(coded(listed, each) for each in code)]
    if one.answered == 0:
        middle, longest = None, None
    else:
        middle, longest = told_number(one.median_days), told_number(one.longest_days)
    counts = (one.expected, one.answered, one.waiting, one.late)
    return (", ".join(what), *map(told_number, counts), middle, longest)


# --- as JSON --------------------------------------------------------------------------------


def _line_json(one: _Line) -> dict[str, Any]:
    entry = one.entry
    return {
        **entry_json(entry.dossier, entry.exchange, one.term, one.late),
        "centre": entry.centre,
        "waits": entry.exchange.waits,
        "days": one.days,
    }


def _delays_json(one: "Delays") -> dict[str, Any]:
    direction, *code = one.group
    return {
        "by": one.by,
        "direction": direction,
        "code": code[0] if code else None,
        **{name: getattr(one, name) for name in one._fields[2:]},
    }
