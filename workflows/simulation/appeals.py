"""Appeals brought through the centre, and the asylum application some of them are about."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from domain import commands as c
from domain.decide.refusals import Refusal, asylum_term
from domain.rules.calendar import brussels_day
from domain.values import Acknowledgement, AppealKind, Means, Sealed
from workflows.simulation.figures import chosen, drawn, happens
from workflows.simulation.moments import after, minutes
from workflows.simulation.rounds import APPEAL_DAYS, suspends
from workflows.simulation.stay import Notified, Outcome, Stay


class Judged(NamedTuple):
    """
    When an appeal is over, and what it holds back until then.

    ``left`` is the last day of its term, which runs on where the appeal was withdrawn.
    """

    at: datetime
    kind: AppealKind
    suspends: bool
    granted: bool
    left: date | None = None


def appeal_of(stay: Stay) -> AppealKind | None:
    """Say which appeal will be brought, if any; who waits for a transfer asks no asylum here."""
    dice = stay.dice
    if stay.outcome is Outcome.IOM or not happens("appeal.brought", dice):
        return None
    kind = AppealKind(chosen("appeal.kind", dice))
    elsewhere = stay.outcome is Outcome.DUBLIN
    not_here = (AppealKind.ASYLUM, AppealKind.ANNULMENT_LISTED)
    return AppealKind.EXTREME_URGENCY if elsewhere and kind in not_here else kind


def appeal(stay: Stay, notified: Notified) -> Judged | None:
    """Bring the appeal through the centre, or none; one that is granted frees the resident."""
    dice, kind = stay.dice, stay.appeal
    if kind is None:
        return None
    against = notified.at
    if kind is AppealKind.ASYLUM:
        against = apply(stay, notified.at, "refused")
    granted = stay.outcome is Outcome.RELEASED and happens("appeal.granted", dice)
    reference = stay.number("CCE")
    at = after(dice, against, "days.to-appeal")
    stay.write("hand-in", at, stay.coach, c.HandInAppeal, kind=kind, reference=reference)
    at += minutes(drawn("minutes.to-transmit", dice))
    stay.write("transmit", at, stay.coach, c.TransmitAppeal, reference=reference)
    at = after(dice, at, "days.to-lodge")
    stay.write("lodge", at, stay.coach, c.LodgeAppeal, kind=kind, reference=reference)
    sent, account = after(dice, at, "days.to-send-file"), dice.choice(stay.crew.assistants)
    stay.write("send-file", sent, account, c.SendAdministrativeFile, reference=reference)
    at = after(dice, sent, f"appeal.judged.{kind}")
    order: type[c.Command] = c.GrantAppeal if granted else c.RejectAppeal
    if not granted and happens("appeal.withdrawn", dice):
        order = c.WithdrawAppeal
    stay.write("judge", at, stay.coach, order, reference=reference)
    left = None
    if order is c.WithdrawAppeal:
        left = _asylum_until(against) if kind is AppealKind.ASYLUM else notified.last_day
    return Judged(at, kind, suspends(stay, kind, notified.at), granted, left)


def _asylum_until(refused: datetime) -> date | None:
    """Ask the rules until when a refusal of asylum notified by hand can be appealed."""
    day = brussels_day(refused)
    told = Refusal(
        None, notified_on=day, means=Means.BY_HAND, stated=True, printed=APPEAL_DAYS, held=True
    )
    term = asylum_term(told)
    return term.last_day if term else None


def apply(stay: Stay, moment: datetime, outcome: str) -> datetime:
    """Ask for asylum while held, and have it decided; return when the decision was notified."""
    dice = stay.dice
    at = after(dice, moment, "days.to-wish")
    note = Sealed.of("simulated: fears to go back")
    stay.write("wish", at, stay.coach, c.ExpressAsylumWish, note=note)
    at += timedelta(hours=drawn("hours.to-asylum-step", dice))
    stay.write(
        "asylum",
        at,
        stay.coach,
        c.LodgeAsylum,
        held=True,
        language=stay.language,
        acknowledgement=Acknowledgement.SIGNED,
        reference=stay.number("DVZ"),
    )
    at += timedelta(hours=drawn("hours.to-asylum-step", dice))
    stay.write("declarations", at, stay.coach, c.SendDeclarations, reference=stay.number("CGRA"))
    at = after(dice, at, "days.to-asylum-decision")
    told = {} if outcome != "refused" else {"appeal_term_days": APPEAL_DAYS}
    stay.write(
        "asylum-decided",
        at,
        stay.crew.attache,
        c.DecideAsylum,
        outcome=outcome,
        held=True,
        notified_on=brussels_day(at).isoformat(),
        means=Means.BY_HAND,
        remedies_stated=True,
        reference=stay.number("CGRA"),
        **told,
    )
    return at
