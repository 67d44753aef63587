"""The paper somebody leaves with: one at hand, or one an embassy gives after being asked."""

from datetime import date, datetime, timedelta

from domain import commands as c
from domain.rules.calendar import brussels_day
from domain.values import AppealKind, Sealed
from workflows.simulation.figures import drawn, happens
from workflows.simulation.moments import A_DAY, after, on
from workflows.simulation.stay import Notified, Outcome, Stay

_WAITS = timedelta(days=16)
"""An embassy is asked only where there is time for it."""


def find_papers(stay: Stay, notified: Notified, first: date, leaves: date) -> None:
    """Have a travel document at the first attempt that is valid on the day of departure yet."""
    if stay.outcome is Outcome.DUBLIN:
        _at_hand(stay, "laissez-passer", leaves + timedelta(days=20))
    elif not _ask_embassy(stay, notified, first, leaves):
        years = timedelta(days=365 * stay.dice.randint(1, 7))
        _at_hand(stay, "passport", leaves + years)


def _at_hand(stay: Stay, kind: str, last: date) -> None:
    at = after(stay.dice, stay.arrived, "days.to-document")
    stay.write(
        "document",
        at,
        stay.coach,
        c.RecordTravelDocument,
        kind=kind,
        valid_until=last.isoformat(),
        number=Sealed.of(stay.number("DOC")),
    )


def _ask_embassy(stay: Stay, notified: Notified, first: date, leaves: date) -> bool:
    """Ask, present, have recognised and granted; never of who asked asylum meanwhile."""
    enough = first - brussels_day(notified.at) >= _WAITS
    if not enough or stay.appeal is AppealKind.ASYLUM or not happens("document.asked", stay.dice):
        return False
    at = ask_embassy(stay, notified.at)
    granted = on(stay.dice, first - 2 * A_DAY, 9, 16)
    if at >= granted:  # it answers too late for this attempt: another paper turns up
        return False
    stay.write(
        "recognised",
        at,
        stay.crew.attache,
        c.RecogniseNationality,
        reference=stay.number("LP"),
    )
    stay.write(
        "granted",
        granted,
        stay.crew.attache,
        c.GrantLaissezPasser,
        valid_until=(leaves + timedelta(days=25)).isoformat(),
        number=Sealed.of(stay.number("DOC")),
        reference=stay.number("LP"),
    )
    return True


def ask_embassy(stay: Stay, moment: datetime) -> datetime:
    """Ask the embassy and present the resident; return when it answers."""
    dice, reference = stay.dice, stay.number("LP")
    at = after(dice, moment, "days.to-embassy")
    stay.write(
        "embassy",
        at,
        stay.crew.attache,
        c.RequestLaissezPasser,
        country=stay.nationality,
        reference=reference,
    )
    at = after(dice, at, "days.to-embassy")
    stay.write("presented", at, stay.crew.attache, c.HoldEmbassyInterview, reference=reference)
    return at + timedelta(hours=drawn("hours.to-answer", dice))


def refused_by_embassy(stay: Stay, notified: Notified) -> None:
    """Have the embassy of a country to which few are returned refuse."""
    at = ask_embassy(stay, notified.at)
    stay.write(
        "papers-refused",
        at,
        stay.crew.attache,
        c.RefuseLaissezPasser,
        reason=stay.dice.choice(("no-answer", "policy", "identity-not-established")),
        reference=stay.number("LP"),
    )
