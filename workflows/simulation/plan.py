"""
One stay from arrival to its end, thought up before anything is recorded.

A stay is planned as the procedure wants it: what it must wait for is asked of
:mod:`domain.decide.suspension`, so that no act of a lawful plan is refused. Its length is
the shortest one its course allows and a right-skewed rest, with the published mean.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from math import log
from random import Random
from typing import Any, NamedTuple

from domain import commands as c
from domain import events as e
from domain.decide.suspension import suspending, suspensive_term
from domain.lifecycle import AppealState, RoundState
from domain.rules import Place, PlaceKind
from domain.rules.calendar import BRUSSELS, brussels_day, next_working_day
from domain.trajectory import Appeal, Hand, Round
from domain.values import (
    Acknowledgement,
    AnnulledBy,
    AppealKind,
    CameFrom,
    DepartureMode,
    Evidence,
    Means,
    NonReturnReason,
    Sealed,
    Sex,
)
from workflows.simulation.crew import Crew, crew_of
from workflows.simulation.figures import chosen, drawn, happens, number

APPEAL_DAYS = 10
"""The term for an urgent appeal, as the simulated decisions print it."""

END, CLOSE = "end", "close"
_HARD_TO_RETURN = ("ER", "SD", "ET")
_OTHERS = ("AL", "RO", "MD", "BR", "MA", "DZ", "GE", "TR", "UA", "MN", "SV", "IN")
_LANGUAGES = ("fr", "en", "ar", "ti", "sq", "ro", "pt", "tr", "ru", "es")
_GIVEN = {
    Sex.F: ("Mariam", "Elira", "Awa", "Ioana", "Salma", "Lucia", "Nadia", "Feven"),
    Sex.M: ("Idris", "Arben", "Samir", "Ion", "Tomas", "Yusuf", "Davit", "Bruno"),
}
_TALKS = ("return options", "documents and identity", "family and health", "fears about return")


class Way(StrEnum):
    """How an act comes to the record."""

    DESK = "desk"
    TWICE = "twice"
    TOO_EARLY = "too-early"
    OVERTAKEN = "overtaken"
    IMPORTED = "imported"


class Act(NamedTuple):
    """
    One act: what is asked by whom, when it happened and when it is typed, both in UTC.

    ``step`` names it within its dossier. ``meanwhile`` is what a colleague records
    between the reading and the writing of an act that is overtaken.
    """

    step: str
    command: c.Command
    account: str
    at: datetime
    typed: datetime
    way: Way = Way.DESK
    meanwhile: "Act | None" = None


class Outcome(StrEnum):
    """How a stay ends; the first three are departures, by the mode of the same name."""

    ESCORTED = "removal-escorted"
    UNESCORTED = "removal-unescorted"
    IOM = "voluntary-iom"
    DUBLIN = "dublin-transfer"
    RELEASED = "released"
    ABSCONDED = "absconded"


DEPARTED = (Outcome.ESCORTED, Outcome.UNESCORTED, Outcome.IOM)
REMOVED = (*DEPARTED, Outcome.DUBLIN)


class Plan(NamedTuple):
    """
    A stay and its acts, in the order in which they are typed.

    ``mishap`` names the fault or breach put into it, if any.
    """

    dossier: str
    place: Place
    arrived: datetime
    outcome: Outcome
    acts: tuple[Act, ...]
    mishap: str | None = None

    def act(self, step: str) -> Act | None:
        """Find an act by the name of its step."""
        return next((act for act in self.acts if act.step == step), None)


def plan_stay(
    dossier: str, place: Place, arrived: datetime, dice: Random, *, annulled: bool = False
) -> Plan:
    """Think up the stay of one resident; ``annulled`` asks for a second decision round."""
    outcome = _outcome(place, dice)
    crew = crew_of(place)
    stay = _Stay(dossier, place, arrived, outcome, dice, crew, dice.choice(crew.coaches))
    informed = _admit(stay)
    notified = _decide(stay, informed, rounds=2 if annulled else 1)
    if outcome is Outcome.IOM:
        end = _leave_with_iom(stay, notified)
    elif outcome in REMOVED:
        end = _leave_by_force(stay, notified)
    else:
        end = _remain(stay, notified)
    _talk(stay, end)
    happened = [act for act in stay.acts if act.at < end or act.step == END]
    director = stay.crew.director
    closing = stay.act(CLOSE, _after(dice, end, "days.to-close"), director, c.CloseTrajectory)
    return Plan(dossier, place, arrived, outcome, _typed([*happened, closing], dice))


def beside(plan: Plan, dossier: str, later: timedelta, dice: Random, *, minor: bool) -> Plan:
    """Copy the plan of a family's first member for another one, who does all a little later."""
    person = _person(dice, plan.place, plan.arrived, minor=minor)
    acts = tuple(
        act._replace(
            command=_for_another(act.command, plan.dossier, dossier, person),
            at=act.at + later,
            typed=act.typed + later,
        )
        for act in plan.acts
    )
    return plan._replace(dossier=dossier, arrived=plan.arrived + later, acts=acts)


def _for_another(command: c.Command, first: str, dossier: str, person: dict[str, Any]) -> c.Command:
    """Ask the same for another member of the family, under that member's own numbers."""
    changed: dict[str, Any] = {"dossier": dossier}
    if reference := getattr(command, "reference", None):
        changed["reference"] = reference.replace(first, dossier)
    if isinstance(command, c.OpenTrajectory):
        changed |= person
    return command.model_copy(update=changed)


@dataclass(slots=True)
class _Stay:
    """A stay while it is thought up; acts in no particular order."""

    dossier: str
    place: Place
    arrived: datetime
    outcome: Outcome
    dice: Random
    crew: Crew
    coach: str
    acts: list[Act] = field(default_factory=list)
    language: str = "fr"

    def act(self, step: str, at: datetime, account: str, order: type[Any], **said: Any) -> Act:
        """Put an order of this dossier into words, typed when it happens."""
        return Act(step, order(dossier=self.dossier, **said), account, at, at)

    def write(self, step: str, at: datetime, account: str, order: type[Any], **said: Any) -> None:
        """Add an act."""
        self.acts.append(self.act(step, at, account, order, **said))

    def number(self, kind: str) -> str:
        """Make an administrative number that nobody takes for a real one."""
        return f"SIM-{kind}-{self.dossier}"


class _Notified(NamedTuple):
    """When the decision reached the resident, and the last day of the suspensive term."""

    at: datetime
    last_day: date


class _Judged(NamedTuple):
    """When an appeal is over, and what it holds back until then."""

    at: datetime
    kind: AppealKind
    suspends: bool
    granted: bool


def _outcome(place: Place, dice: Random) -> Outcome:
    kind = "closed" if place.kind is PlaceKind.CLOSED else "family"
    end = chosen(f"{kind}.end", dice)
    if end != "removed":
        return Outcome(end)
    if happens(f"{kind}.dublin", dice):
        return Outcome.DUBLIN
    if happens("departed.iom", dice):
        return Outcome.IOM
    return Outcome.ESCORTED if happens("departed.escorted", dice) else Outcome.UNESCORTED


# --- arrival and decision -----------------------------------------------------------------


def _admit(stay: _Stay) -> datetime:
    """Open the dossier and inform; return when the resident was informed."""
    dice = stay.dice
    hard = stay.outcome is Outcome.RELEASED and happens("released.hard-to-return", dice)
    stay.write(
        "open",
        stay.arrived,
        stay.coach,
        c.OpenTrajectory,
        centre=stay.place.code,
        came_from=CameFrom(chosen("came", dice)),
        nationality=Sealed.of(dice.choice(_HARD_TO_RETURN if hard else _OTHERS)),
        **_person(dice, stay.place, stay.arrived, minor=False),
    )
    stay.language = dice.choice(_LANGUAGES)
    informed = stay.arrived + timedelta(minutes=drawn("minutes.to-inform", dice))
    interpreter = f"I-{dice.randint(10, 40)}"
    stay.write(
        "inform",
        informed,
        stay.coach,
        c.GiveInformation,
        language=stay.language,
        interpreter=None if stay.language in ("fr", "en") else interpreter,
        acknowledgement=Acknowledgement.SIGNED,
    )
    return informed


def _person(dice: Random, place: Place, arrived: datetime, *, minor: bool) -> dict[str, Any]:
    """Make somebody up: sex as the place asks, an age, a name that nobody bears."""
    women = {"men": 0.0, "women": 1.0, "families": 0.5}.get(place.residents, number("women"))
    sex = Sex.F if dice.random() < women else Sex.M
    days = dice.randint(30, 17 * 365) if minor else dice.randint(19 * 365, 60 * 365)
    born = brussels_day(arrived) - timedelta(days=days)
    name = f"{dice.choice(_GIVEN[sex])} Test"
    return {"sex": sex, "name": Sealed.of(name), "born_on": Sealed.of(born.isoformat())}


def _decide(stay: _Stay, informed: datetime, rounds: int) -> _Notified:
    """Draft, take and notify a decision; of two rounds the first is annulled before that."""
    moment = _take(stay, informed, 1)
    for n in range(2, rounds + 1):
        moment = _take(stay, _annul(stay, moment, n - 1), n)
    return _notify(stay, moment)


def _annul(stay: _Stay, taken: datetime, n: int) -> datetime:
    at = _after(stay.dice, taken, "days.to-decide")
    reason = Sealed.of("simulated: a motive was missing")
    by = AnnulledBy.AUTHORITY
    officer = stay.crew.officers[0]
    stay.write(f"annul-{n}", at, officer, c.AnnulDecision, annulled_by=by, reason=reason)
    return at


def _take(stay: _Stay, moment: datetime, n: int) -> datetime:
    dice, crew = stay.dice, stay.crew
    drafter, editor = dice.sample(crew.assistants, 2)
    form = "26quater" if stay.outcome is Outcome.DUBLIN else "13septies"
    drafted = _after(dice, moment, "days.to-draft")
    motives = Sealed.of("simulated: no right of residence")
    reference = stay.number(f"DEC{'' if n == 1 else '.B'}")
    stay.write(
        f"draft-{n}",
        drafted,
        drafter,
        c.DraftDecision,
        form=form,
        reference=reference,
        motives=motives,
    )
    if happens("draft.edited", dice):
        edited = drafted + timedelta(minutes=dice.randint(30, 120))
        stay.write(f"edit-{n}", edited, editor, c.EditDraft, motives=motives)
    taken = _after(dice, drafted, "days.to-decide")
    officer = dice.choice(crew.officers)
    stay.write(f"take-{n}", taken, officer, c.TakeDecision, reference=reference)
    return taken


def _notify(stay: _Stay, taken: datetime) -> _Notified:
    dice = stay.dice
    at = _after(dice, taken, "days.to-notify")
    unsigned = happens("signed.no", dice)
    stay.write(
        "notify",
        at,
        stay.coach,
        c.NotifyDecision,
        means=Means.BY_HAND,
        language=stay.language,
        acknowledgement=Acknowledgement.REFUSED_TO_SIGN if unsigned else Acknowledgement.SIGNED,
        remedies_stated=True,
        appeal_term_days=APPEAL_DAYS,
    )
    return _Notified(at, _last_day(at))


def _last_day(notified: datetime) -> date:
    """Ask the rules for the last day of the suspensive term of a decision notified by hand."""
    event = e.DecisionNotified(
        means=Means.BY_HAND, remedies_stated=True, appeal_term_days=APPEAL_DAYS
    )
    hand = Hand("sim", "SIM", notified, whole_day=False, version=0, log_index=0)
    term = suspensive_term(Round(1, RoundState.NOTIFIED, notified=hand, notification=event))
    if term is None:
        raise ValueError(f"no appeal term is known for {notified.isoformat()}")
    return term.last_day


# --- appeals ------------------------------------------------------------------------------


def _appeal(stay: _Stay, notified: _Notified) -> _Judged | None:
    """Bring an appeal through the centre, or not; one that is granted frees the resident."""
    dice = stay.dice
    if not happens("appeal.brought", dice):
        return None
    kind = AppealKind(chosen("appeal.kind", dice))
    granted = stay.outcome is Outcome.RELEASED and happens("appeal.granted", dice)
    reference = stay.number("CCE")
    at = _after(dice, notified.at, "days.to-appeal")
    stay.write("hand-in", at, stay.coach, c.HandInAppeal, kind=kind, reference=reference)
    at += timedelta(minutes=drawn("minutes.to-transmit", dice))
    stay.write("transmit", at, stay.coach, c.TransmitAppeal, reference=reference)
    at = _after(dice, at, "days.to-lodge")
    stay.write("lodge", at, stay.coach, c.LodgeAppeal, kind=kind, reference=reference)
    at = _after(dice, at, f"appeal.judged.{kind}")
    order: type[c.Command] = c.GrantAppeal if granted else c.RejectAppeal
    if not granted and happens("appeal.withdrawn", dice):
        order = c.WithdrawAppeal
    stay.write("judge", at, stay.coach, order, reference=reference)
    return _Judged(at, kind, _suspends(kind, notified.at), granted)


def _suspends(kind: AppealKind, notified: datetime) -> bool:
    """Ask the rules whether an appeal against a decision notified then holds a departure back."""
    appeal = Appeal(kind, AppealState.LODGED, notified, round=1)
    return suspending(appeal, brussels_day(notified)) is not None


# --- how it ends --------------------------------------------------------------------------


def _leave_by_force(stay: _Stay, notified: _Notified) -> datetime:
    """Prepare and carry out a removal once nothing holds it back; return when."""
    free, day = notified.at, notified.last_day + timedelta(days=1)
    judged = _appeal(stay, notified)
    if judged and judged.suspends:
        free = judged.at
        # A rejected urgent request frees the way before its term has run out.
        day = brussels_day(free) if judged.kind is AppealKind.EXTREME_URGENCY else day
    if happens("iom.withdrawn", stay.dice):
        free = max(free, _change_of_mind(stay, notified))
    first = brussels_day(free) + timedelta(days=1)
    end = _at(stay.dice, _end_day(stay, max(day, first + timedelta(days=2))), 6, 19)
    prepared = brussels_day(end) - timedelta(days=drawn("days.prepared", stay.dice))
    stay.write(
        "prepare",
        _at(stay.dice, max(first, prepared), 9, 16),
        stay.coach,
        c.PrepareRemoval,
        reference=stay.number("REM"),
    )
    _examine(stay, end)
    _record_departure(stay, end)
    return end


def _change_of_mind(stay: _Stay, notified: _Notified) -> datetime:
    """Open an IOM file and withdraw it; return when it was withdrawn."""
    opened = _after(stay.dice, notified.at, "days.iom-step")
    stay.write("iom-open", opened, stay.coach, c.OpenIomFile, reference=stay.number("OIM"))
    withdrawn = _after(stay.dice, opened, "days.iom-step")
    stay.write("iom-withdraw", withdrawn, stay.coach, c.WithdrawIomFile)
    return withdrawn


def _examine(stay: _Stay, end: datetime) -> None:
    """Have the doctor certify fitness the day before; now and then not at the first time."""
    day, doctor = brussels_day(end), stay.crew.doctor
    if happens("unfit", stay.dice):
        at = _at(stay.dice, day - timedelta(days=2), 9, 16)
        note = Sealed.of("simulated: fever")
        stay.write("unfit", at, doctor, c.RefuseFitToTravel, note=note)
    at = _at(stay.dice, day - timedelta(days=1), 9, 16)
    stay.write("fit", at, doctor, c.CertifyFitToTravel, note=Sealed.of("simulated: fit to fly"))


def _record_departure(stay: _Stay, end: datetime) -> None:
    if stay.outcome is Outcome.DUBLIN:
        reason = NonReturnReason.DUBLIN_TRANSFER
        stay.write(END, end, stay.coach, c.EstablishNonReturn, reason=reason)
        return
    evidence = {
        Outcome.ESCORTED: Evidence.ESCORT_REPORT,
        Outcome.IOM: Evidence.IOM_CONFIRMATION,
    }.get(stay.outcome, Evidence.BOARDING_CARD)
    mode = DepartureMode(stay.outcome)
    stay.write(END, end, stay.coach, c.ConfirmDeparture, mode=mode, evidence=evidence)


_IOM_STEPS = (
    ("iom-open", c.OpenIomFile),
    ("iom-eligible", c.ConfirmIomEligibility),
    ("iom-sign", c.SignDeclaration),
    ("iom-book", c.BookIomTravel),
)


def _leave_with_iom(stay: _Stay, notified: _Notified) -> datetime:
    """Take the steps of an IOM file so that the flight leaves in time; return when it does."""
    dice = stay.dice
    steps = _iom_moments(dice, notified.at)
    day = _end_day(stay, brussels_day(steps[-1]) + timedelta(days=2))
    wait = (day - brussels_day(steps[-1])).days - dice.randint(3, 7)
    if wait > 0:
        steps = _iom_moments(dice, notified.at + timedelta(days=wait))
    day = max(day, brussels_day(steps[-1]) + timedelta(days=2))
    day = min(day, brussels_day(steps[2]) + timedelta(days=int(number("iom.flight"))))
    said: dict[str, dict[str, str]] = {
        "iom-sign": {"language": stay.language},
        "iom-book": {"travel_on": day.isoformat()},
    }
    for (step, order), at in zip(_IOM_STEPS, steps, strict=True):
        reference = stay.number("OIM")
        stay.write(step, at, stay.coach, order, reference=reference, **said.get(step, {}))
    end = _at(dice, day, 6, 19)
    _examine(stay, end)
    _record_departure(stay, end)
    return end


def _iom_moments(dice: Random, moment: datetime) -> list[datetime]:
    moments = []
    for _ in _IOM_STEPS:
        moment = _after(dice, moment, "days.iom-step")
        moments.append(moment)
    return moments


def _remain(stay: _Stay, notified: _Notified) -> datetime:
    """Release the resident, or find that a family has gone; return when."""
    judged = _appeal(stay, notified)
    day = _end_day(stay, brussels_day(notified.at) + timedelta(days=1))
    end = _at(stay.dice, day, 8, 19)
    if stay.outcome is Outcome.ABSCONDED:
        reason = NonReturnReason.ABSCONDED
    elif judged and judged.granted:
        reason = NonReturnReason.RELEASED_BY_OFFICE
        end = judged.at + timedelta(minutes=stay.dice.randint(60, 300))
    elif (day - brussels_day(stay.arrived)).days >= _of_place(stay.place, "longest"):
        reason = NonReturnReason.MAXIMUM_REACHED
    else:
        reason = NonReturnReason(chosen("released.reason", stay.dice))
    stay.write(END, end, stay.coach, c.EstablishNonReturn, reason=reason)
    return end


def _end_day(stay: _Stay, earliest: date) -> date:
    """Draw the last day: the earliest there can be, and a rest that keeps the published mean."""
    arrived = brussels_day(stay.arrived)
    shortest = (earliest - arrived).days
    mean = max(_of_place(stay.place, "stay") - shortest, 1.0)
    spread = _of_place(stay.place, "spread")
    rest = stay.dice.lognormvariate(log(mean) - spread**2 / 2, spread)
    longest = int(_of_place(stay.place, "longest"))
    return arrived + timedelta(days=max(shortest, min(round(shortest + rest), longest)))


def _of_place(place: Place, what: str) -> float:
    return number(f"{'closed' if place.kind is PlaceKind.CLOSED else 'family'}.{what}")


def _talk(stay: _Stay, end: datetime) -> None:
    """Hold interviews, from the day after arrival to the end."""
    at = _desk_hour(stay.dice, brussels_day(stay.arrived) + timedelta(days=1))
    n = 1
    while at < end:
        note = Sealed.of(f"simulated: {stay.dice.choice(_TALKS)}")
        stay.write(f"interview-{n}", at, stay.coach, c.HoldInterview, note=note)
        at = _after(stay.dice, at, "days.between-interviews")
        n += 1


# --- moments ------------------------------------------------------------------------------


def _typed(acts: Iterable[Act], dice: Random) -> tuple[Act, ...]:
    """Have every act typed some minutes or hours after it happened, one after the other."""
    done: list[Act] = []
    last = None
    for act in sorted(acts, key=lambda act: act.at):
        minutes = dice.lognormvariate(log(number("minutes.to-record")), 1.0)
        typed = act.at + timedelta(seconds=round(min(minutes, 480.0) * 60))
        last = typed if last is None else max(typed, last + timedelta(minutes=1))
        done.append(act._replace(typed=last))
    return tuple(done)


def _after(dice: Random, moment: datetime, days: str) -> datetime:
    """Find an hour at the desk some days later, by the figure of that name."""
    return _desk_hour(dice, brussels_day(moment) + timedelta(days=drawn(days, dice)))


def _desk_hour(dice: Random, day: date) -> datetime:
    return _at(dice, next_working_day(day), 9, 16)


def _at(dice: Random, day: date, opens: int, shuts: int) -> datetime:
    """Draw a moment of a day in Brussels, between two hours."""
    minutes = dice.randint(opens * 60, shuts * 60)
    moment = time(minutes // 60, minutes % 60, dice.randint(0, 59))
    return datetime.combine(day, moment, BRUSSELS).astimezone(UTC)
