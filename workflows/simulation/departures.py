"""How a stay ends: by force, with IOM, to another State, or without a departure."""

from datetime import date, datetime, timedelta
from math import log
from typing import Any

from domain import commands as c
from domain.decide.absconding import answer_until
from domain.lifecycle.ending import DECIDED_BY_ANOTHER
from domain.rules.calendar import brussels_day
from domain.values import AppealKind, DepartureMode, Evidence, Function, NonReturnReason, Sealed
from workflows.simulation.appeals import appeal, apply
from workflows.simulation.custody import freed_by_chamber, longest, maximum_of, release
from workflows.simulation.documents import find_papers, refused_by_embassy
from workflows.simulation.figures import chosen, happens, number
from workflows.simulation.moments import A_DAY, after, minutes, on
from workflows.simulation.removal import (
    APART,
    PREPARED,
    attempts_that_fail,
    examine,
    give_back,
    remove,
)
from workflows.simulation.stay import CLOSE, END, Notified, Outcome, Stay

_AWAY = {NonReturnReason.TO_PRISON: "prison", NonReturnReason.TO_HOSPITAL: "hospital"}

_LAST_REQUEST = timedelta(days=110)
"""Later the Minister has seized the chamber, and the resident's request waits its turn."""

GONE_FOR = 8 * A_DAY
"""From the day somebody is missed to the record that there is no departure."""


def leave_by_force(stay: Stay, notified: Notified) -> datetime:
    """Prepare and carry out a removal once nothing holds it back; return when."""
    free, day = notified.at, notified.last_day + A_DAY
    judged = appeal(stay, notified)
    if judged and judged.suspends:
        free = judged.at
        if judged.left is not None:
            day = max(day, judged.left + A_DAY)
        elif judged.kind is AppealKind.EXTREME_URGENCY:
            # A rejected urgent request frees the way before its term has run out.
            day = brussels_day(free)
    if happens("iom.withdrawn", stay.dice):
        free = max(free, _change_of_mind(stay, notified))
    earliest = max(day, brussels_day(free) + (PREPARED + 1) * A_DAY)
    last = longest(stay)
    if earliest > last:
        return _reach_the_maximum(stay, last)
    failed = attempts_that_fail(stay, (last - earliest).days)
    leaves = _end_day(stay, earliest + timedelta(days=failed * APART))
    end = on(stay.dice, leaves, 8, 19)
    first = leaves - timedelta(days=failed * APART)
    find_papers(stay, notified, first, leaves)
    remove(stay, end, failed)
    _record_departure(stay, end)
    return end


def _reach_the_maximum(stay: Stay, last: date) -> datetime:
    """Release who cannot be removed before the longest detention is reached."""
    at_the_most = last == maximum_of(stay)
    maximum, freed = NonReturnReason.MAXIMUM_REACHED, NonReturnReason.RELEASED_BY_OFFICE
    stay.outcome, stay.reason = Outcome.RELEASED, maximum if at_the_most else freed
    end = on(stay.dice, last, 10, 19)
    release(stay, end)
    _without_departure(stay, end)
    return end


def _change_of_mind(stay: Stay, notified: Notified) -> datetime:
    """Open an IOM file and withdraw it; return when it was withdrawn."""
    opened = after(stay.dice, notified.at, "days.iom-step")
    stay.write("iom-open", opened, stay.coach, c.OpenIomFile, **_iom_request(stay))
    withdrawn = after(stay.dice, opened, "days.iom-step")
    stay.write("iom-withdraw", withdrawn, stay.coach, c.WithdrawIomFile)
    return withdrawn


def _iom_request(stay: Stay) -> dict[str, Any]:
    """Say that the resident asked for it, in which language and who interpreted."""
    return {
        "reference": stay.number("OIM"),
        "own_request": True,
        "language": stay.language,
        "interpreter": stay.interpreter,
    }


def _record_departure(stay: Stay, end: datetime) -> None:
    stay.busy.add(brussels_day(end))
    if stay.outcome is Outcome.DUBLIN:
        stay.reason = NonReturnReason.DUBLIN_TRANSFER
        _without_departure(stay, end)
        return
    evidence = {
        Outcome.ESCORTED: Evidence.ESCORT_REPORT,
        Outcome.IOM: Evidence.IOM_CONFIRMATION,
    }.get(stay.outcome, Evidence.BOARDING_CARD)
    stay.write(
        END,
        end,
        stay.coach,
        c.ConfirmDeparture,
        mode=DepartureMode(stay.outcome),
        consents=stay.outcome is Outcome.IOM,
        evidence=(evidence,),
    )


def _without_departure(stay: Stay, end: datetime) -> None:
    """Record why there is none; what another has to decide was proposed an hour before."""
    stay.busy.add(brussels_day(end))
    account, said = stay.coach, dict[str, Any]()
    if stay.reason is NonReturnReason.OTHER:
        said["remark"] = Sealed.of("simulated: see the file")
    deciders = DECIDED_BY_ANOTHER.get(str(stay.reason))
    if deciders is not None:
        at = end - minutes(75)
        stay.write("proposed", at, stay.coach, c.ProposeNonReturn, reason=stay.reason, **said)
        at_the_desk = Function.CENTRE_DIRECTOR in deciders
        account = stay.crew.director if at_the_desk else stay.crew.officers[0]
    stay.write(END, end, account, c.EstablishNonReturn, reason=stay.reason, **said)


def _grant_residence(stay: Stay, end: datetime) -> None:
    """Have a right of residence proposed and granted on the day of the release."""
    asked, granted = end - minutes(150), end - minutes(120)
    stay.write(
        "stay-asked",
        asked,
        stay.coach,
        c.ProposeRegularisation,
        ground="exceptional-circumstances",
        motives=Sealed.of("simulated: many years here, and work"),
    )
    officer, reference = stay.crew.officers[1], stay.number("REG")
    stay.write("stay-granted", granted, officer, c.GrantRegularisation, reference=reference)


# --- with IOM -----------------------------------------------------------------------------


def leave_with_iom(stay: Stay, notified: Notified) -> datetime:
    """Take the steps of an IOM file so that the flight leaves in time; return when it does."""
    dice = stay.dice
    steps = _iom_moments(stay, notified.at)
    day = _end_day(stay, brussels_day(steps[-1]) + 2 * A_DAY)
    wait = (day - brussels_day(steps[-1])).days - dice.randint(3, 7)
    if wait > 0:
        steps = _iom_moments(stay, notified.at + timedelta(days=wait))
    day = max(day, brussels_day(steps[-1]) + 2 * A_DAY)
    day = min(day, brussels_day(steps[2]) + timedelta(days=int(number("iom.flight"))))
    _write_iom_steps(stay, steps, day)
    end = on(dice, day, 8, 19)
    find_papers(stay, notified, day, day)
    examine(stay, end)
    give_back(stay, end - minutes(150))
    _record_departure(stay, end)
    return end


def _write_iom_steps(stay: Stay, steps: list[datetime], day: date) -> None:
    """Write the steps; nobody signs in isolation, so nothing else happens on that day."""
    stay.busy.add(brussels_day(steps[2]))
    orders: tuple[tuple[str, str, type[c.Command], dict[str, Any]], ...] = (
        ("iom-open", stay.coach, c.OpenIomFile, _iom_request(stay)),
        ("iom-eligible", stay.coach, c.ConfirmIomEligibility, {}),
        ("iom-sign", stay.coach, c.SignDeclaration, {"language": stay.language}),
        ("iom-no-objection", stay.crew.officers[1], c.StateNoIomObjection, {}),
        ("iom-book", stay.coach, c.BookIomTravel, {"travel_on": day.isoformat()}),
    )
    for (step, account, order, said), at in zip(orders, steps, strict=True):
        stay.write(step, at, account, order, **{"reference": stay.number("OIM")} | said)


def _iom_moments(stay: Stay, moment: datetime) -> list[datetime]:
    moments = []
    for nth in range(5):
        same_day = nth == 3  # the Office answers within hours of the signature
        moment = moment + minutes(95) if same_day else after(stay.dice, moment, "days.iom-step")
        moments.append(moment)
    return moments


# --- without a departure ------------------------------------------------------------------


def remain(stay: Stay, notified: Notified) -> datetime:
    """Release the resident, or find that a family has gone; return when."""
    if stay.outcome is Outcome.ABSCONDED:
        appeal(stay, notified)
        return _abscond(stay, notified)
    stay.reason = _reason(stay)
    earliest, judged = brussels_day(notified.at) + A_DAY, None
    if stay.reason is NonReturnReason.PROTECTION_GRANTED:
        earliest = brussels_day(apply(stay, notified.at, "refugee")) + A_DAY
    else:
        judged = appeal(stay, notified)
    day = _end_day(stay, earliest)
    end = on(stay.dice, day, 10, 19)
    if judged and judged.granted:
        stay.reason = NonReturnReason.RELEASED_BY_OFFICE
        end = judged.at + minutes(stay.dice.randint(110, 300))
    elif day == maximum_of(stay):
        stay.reason = NonReturnReason.MAXIMUM_REACHED
    elif _too_late_for_the_chamber(stay, end):
        stay.reason = NonReturnReason.RELEASED_BY_OFFICE
    if _is_refused_papers(stay):
        refused_by_embassy(stay, notified)
    _let_go(stay, end)
    _without_departure(stay, end)
    return end


def _reason(stay: Stay) -> NonReturnReason:
    """Draw why; a family is not sent to a prison or a hospital, and appeals rule some out."""
    reason = NonReturnReason(chosen("released.reason", stay.dice))
    unfit = stay.in_units and reason in _AWAY
    contradicts = stay.appeal and reason is NonReturnReason.PROTECTION_GRANTED
    return NonReturnReason.RELEASED_BY_OFFICE if unfit or contradicts else reason


def _too_late_for_the_chamber(stay: Stay, end: datetime) -> bool:
    late = end - stay.arrived > _LAST_REQUEST
    return late and stay.reason is NonReturnReason.RELEASED_BY_CHAMBER


def _is_refused_papers(stay: Stay) -> bool:
    """Tell somebody whose country takes few back; of who asks asylum it is told nothing."""
    asks = stay.appeal is AppealKind.ASYLUM or stay.reason is NonReturnReason.PROTECTION_GRANTED
    return stay.hard_to_return and not asks


def _let_go(stay: Stay, end: datetime) -> None:
    """Open the door, or bring the resident elsewhere, half an hour before it is recorded."""
    if stay.reason is NonReturnReason.RELEASED_BY_CHAMBER:
        freed_by_chamber(stay, end)
    elif stay.reason is NonReturnReason.RESIDENCE_GRANTED:
        _grant_residence(stay, end)
    give_back(stay, end - minutes(62))
    away = _AWAY.get(stay.reason) if stay.reason else None
    if away is not None:
        stay.write("release", end - minutes(30), stay.coach, c.MoveResident, to=away)
        return
    release(stay, end)


def _abscond(stay: Stay, notified: Notified) -> datetime:
    """Miss a family, wait for a word from them, and establish that they have gone."""
    dice, coach = stay.dice, stay.coach
    day = _end_day(stay, brussels_day(notified.at) + A_DAY + GONE_FOR)
    missed = day - GONE_FOR
    stay.busy |= {missed + n * A_DAY for n in range(GONE_FOR.days + 1)}
    stay.write(
        "missed",
        on(dice, missed, 17, 20),
        coach,
        c.ProposeAbsconding,
        cause="left-place",
        raised_on=missed.isoformat(),
    )
    end = on(dice, day, 15, 19)
    answered = (answer_until(missed.isoformat()) or missed) + A_DAY
    established = min(on(dice, answered, 9, 14), end - minutes(60))
    reference, director = stay.number("FUI"), stay.crew.director
    stay.write("gone", established, director, c.EstablishAbsconding, reference=reference)
    stay.reason = NonReturnReason.ABSCONDED
    _without_departure(stay, end)
    return end


def close(stay: Stay, end: datetime) -> None:
    """Alert the services where nobody knows where the resident is, and close the dossier."""
    if stay.reason is NonReturnReason.ABSCONDED:
        services = ("local-police", "immigration-office")
        told = end + minutes(30)
        stay.write("alerted", told, stay.coach, c.AlertServices, services=services)
    at = after(stay.dice, end + A_DAY / 4, "days.to-close")
    if stay.reason is NonReturnReason.TO_HOSPITAL:
        # In a hospital the title goes on until somebody ends it.
        freed = {"reason": "health"}
        stay.write("freed", at - minutes(60), stay.crew.director, c.ReleaseResident, **freed)
    ended = stay.find(END)
    by_director = ended is not None and ended.account == stay.crew.director
    closes = stay.crew.officers[0] if by_director else stay.crew.director
    stay.write(CLOSE, at, closes, c.CloseTrajectory)


def _end_day(stay: Stay, earliest: date) -> date:
    """Draw the last day: the earliest there can be, and a rest that keeps the published mean."""
    shortest = (earliest - stay.first_day).days
    mean = max(stay.figure("stay") - shortest, 1.0)
    spread = stay.figure("spread")
    rest = stay.dice.lognormvariate(log(mean) - spread**2 / 2, spread)
    most = (longest(stay) - stay.first_day).days
    return stay.first_day + timedelta(days=max(shortest, min(round(shortest + rest), most)))
