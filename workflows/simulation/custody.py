"""What a resident is held by: title, steps, prolongations, the council chamber, reviews."""

from datetime import date, datetime, timedelta

from domain import commands as c
from domain.decide.ladder import next_rung
from domain.decide.lengths import first_title, maximum
from domain.rules import rule
from domain.rules.calendar import brussels_day
from domain.state.custody import Custody, Prolongation, Title
from domain.state.decision import Hand
from domain.values import CameFrom, NonReturnReason, Sealed
from workflows.simulation.crew import MINISTER
from workflows.simulation.figures import happens
from workflows.simulation.moments import A_DAY, after, desk_hour, minutes
from workflows.simulation.stay import Outcome, Stay

REMOVAL, BORDER, DUBLIN, FAMILY = "removal", "border", "dublin", "family"
_ON_RELEASE = {
    NonReturnReason.RELEASED_BY_CHAMBER: "chamber-order",
    NonReturnReason.MAXIMUM_REACHED: "maximum-reached",
    NonReturnReason.PROTECTION_GRANTED: "right-to-stay",
    NonReturnReason.RESIDENCE_GRANTED: "right-to-stay",
}
_REVIEWED_AFTER = "DET-14"
_WEIGHED = ("reporting", "assigned-residence")


def basis_of(stay: Stay) -> str:
    """
    Choose the legal basis of the title: one of which it is known how long it may last.

    How long a title may last that waits for a transfer is not known since June 2026, nor one
    for a family before July 2024: those are held for removal.
    """
    own = REMOVAL
    if stay.in_units:
        own = FAMILY
    elif stay.outcome is Outcome.DUBLIN:
        own = DUBLIN
    elif stay.came_from is CameFrom.BORDER:
        own = BORDER
    return own if first_title(own, stay.first_day) else REMOVAL


def longest(stay: Stay) -> date:
    """Say which is the last day of detention: of the law, or of the figure if that is sooner."""
    last = stay.first_day + timedelta(days=int(stay.figure("longest")))
    most = maximum_of(stay)
    return min(last, most) if most else last


def maximum_of(stay: Stay) -> date | None:
    """Ask the rules for the last day of detention on this basis."""
    title = _title(stay)
    most = maximum(Custody(titles=(title,)), title, stay.first_day)
    return most.last if most else None


def hold(stay: Stay, end: datetime) -> None:
    """Issue the title, take the steps and prolong as the length of the stay asks."""
    _issue(stay)
    _take_step(stay)
    if stay.reason is not NonReturnReason.RELEASED_BY_CHAMBER:
        _ask_chamber(stay, end)
    _prolong(stay, end)
    if stay.in_units and rule(_REVIEWED_AFTER).in_force(stay.first_day):
        _review(stay, end)


def _title(stay: Stay) -> Title:
    """Write the title as it will be on record."""
    limit = first_title(stay.basis, stay.first_day)
    until = limit.last.isoformat() if limit else None
    return Title(1, (), ground=stay.basis, issued=_hand(stay.arrived), until=until)


def _hand(moment: datetime) -> Hand:
    return Hand("sim", "SIM", moment, whole_day=False, version=0, log_index=0)


def _issue(stay: Stay) -> None:
    """Have the title proposed, the resident heard and the title decided, within the hour."""
    proposed = stay.arrived + minutes(2 * stay.size + 8)
    stay.write(
        "title",
        proposed,
        stay.dice.choice(stay.crew.assistants),
        c.ProposeDetention,
        ground=stay.basis,
        less_coercive=("own-dwelling", "reporting") if stay.in_units else _WEIGHED,
        not_enough="risk-of-absconding",
        motives=Sealed.of("simulated: left the address given before"),
    )
    stay.write(
        "hear-title",
        proposed + minutes(5),
        stay.coach,
        c.HoldHearing,
        about=("detention-title",),
        language=stay.language,
        interpreter=stay.interpreter,
        note=Sealed.of("simulated: heard on the detention"),
    )
    issued = proposed + minutes(9)
    officer = stay.dice.choice(stay.crew.officers)
    reference = stay.number("DET")
    stay.write("hold", issued, officer, c.IssueDetentionTitle, reference=reference)


def _take_step(stay: Stay) -> None:
    """Take a step towards removal in the first working days, as a prolongation asks."""
    at = after(stay.dice, stay.arrived, "days.to-step")
    kind = "journey-requested" if stay.outcome is Outcome.DUBLIN else "identity-interview"
    stay.write("step", at, stay.crew.attache, c.TakeRemovalStep, kind=kind)


def _prolong(stay: Stay, end: datetime) -> None:
    """Prolong by who may: the first time the Office, then the Minister, who seizes the chamber."""
    title, last, n = _title(stay), brussels_day(end), 0
    while title.ends and last > (ends := date.fromisoformat(title.ends)):
        rung = next_rung(Custody(titles=(title,)), title, ends, public_order=False)
        if rung is None or rung.limit.last <= ends:
            return
        n += 1
        _prolonged(stay, n, ends, by_minister=rung.minister)
        done = Prolongation((), until=rung.limit.last.isoformat(), decided=_hand(stay.arrived))
        title = title._replace(prolongations=(*title.prolongations, done))


def _prolonged(stay: Stay, n: int, ends: date, *, by_minister: bool) -> None:
    dice = stay.dice
    proposed = desk_hour(dice, ends - timedelta(days=12))
    assistant = dice.choice(stay.crew.assistants)
    stay.write(
        f"prolong-{n}",
        proposed,
        assistant,
        c.ProposeProlongation,
        prospect="identification-under-way",
    )
    decided = desk_hour(dice, ends - timedelta(days=6))
    account = MINISTER if by_minister else dice.choice(stay.crew.officers)
    reference = stay.number(f"DET.{n}")
    stay.write(f"prolonged-{n}", decided, account, c.ProlongDetention, reference=reference)
    if by_minister:
        seized = desk_hour(dice, brussels_day(decided) + A_DAY)
        _ask(stay, f"minister-{n}", seized, "minister", stay.number(f"RK.{n}"))


def _ask_chamber(stay: Stay, end: datetime) -> None:
    """Have the resident ask the council chamber, which maintains the detention."""
    if not happens("chamber.asked", stay.dice):
        return
    at = after(stay.dice, stay.arrived, "days.to-chamber")
    if stay.is_free(at, end):
        _ask(stay, "chamber", at, "resident", stay.number("RK"))


def _ask(stay: Stay, step: str, at: datetime, by: str, reference: str) -> None:
    account = stay.crew.officers[0] if by == "minister" else stay.coach
    stay.write(step, at, account, c.SeizeCouncilChamber, by=by, reference=reference)
    ruled = after(stay.dice, at, "days.to-ruling")
    stay.write(
        f"{step}-ruled",
        ruled,
        stay.coach,
        c.RecordChamberRuling,
        outcome="maintained",
        reference=reference,
    )


def freed_by_chamber(stay: Stay, end: datetime) -> None:
    """Have the council chamber order the release of that day, asked some days before."""
    reference = stay.number("RK")
    asked = max(end - timedelta(days=3), stay.arrived + timedelta(hours=2))
    stay.write(
        "chamber", asked, stay.coach, c.SeizeCouncilChamber, by="resident", reference=reference
    )
    stay.write(
        "chamber-ruled",
        end - minutes(45),
        stay.coach,
        c.RecordChamberRuling,
        outcome="release",
        reference=reference,
    )


def release(stay: Stay, end: datetime) -> None:
    """Open the door, half an hour before it is recorded that there is no departure."""
    reason = _ON_RELEASE.get(stay.reason) if stay.reason else None
    stay.write(
        "release",
        end - minutes(30),
        stay.crew.director,
        c.ReleaseResident,
        reason=reason or "by-the-office",
    )


def _review(stay: Stay, end: datetime) -> None:
    """Ask again whether a family must stay, once a week or somewhat sooner."""
    n, at = 1, desk_hour(stay.dice, stay.first_day + timedelta(days=5))
    while at < end:
        if stay.is_free(at, end):
            outcome = "stay-needed"
            stay.write(f"review-{n}", at, stay.coach, c.ReviewFamilyStay, outcome=outcome)
            n += 1
        at = desk_hour(stay.dice, brussels_day(at) + timedelta(days=5))
