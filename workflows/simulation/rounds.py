"""The decision: heard, drafted, taken by another, given its term, notified, alerted."""

from datetime import datetime
from typing import NamedTuple

from domain import commands as c
from domain import events as e
from domain.decide.blocking import term_of, ways_against
from domain.decide.protection import transfer_until
from domain.decide.terms import Term, is_old
from domain.lifecycle import RoundState
from domain.lifecycle.decision import kind_of
from domain.rules import rule
from domain.rules.calendar import brussels_day
from domain.state.decision import Hand, Round
from domain.state.protection import DublinTerm
from domain.values import Acknowledgement, AnnulledBy, AppealKind, Means, Sealed
from workflows.simulation.figures import drawn, happens
from workflows.simulation.moments import A_DAY, after, minutes
from workflows.simulation.stay import Notified, Outcome, Stay

APPEAL_DAYS = 10
"""The term for an urgent appeal, as the simulated decisions print it."""

WEIGHED = ("best-interest", "family-life", "health")


class Form(NamedTuple):
    """A kind of decision: its code, the annex it is written on and the provision it states."""

    kind: str
    form: str
    articles: tuple[str, ...]


_TO_LEAVE = Form("return-decision", "13septies", ("7-1-1", "74/14-3-1"))
_OF_FAMILY = Form("family-return-decision", "13septies", ("13-4",))
"""One of the few against which the appeal for annulment suspends by law."""
_DUBLIN = Form("dublin-transfer", "26quater", ("51/5-4-1",))


def form_of(stay: Stay) -> Form:
    """Say what is decided: the listed appeal is only brought against a listed decision."""
    if stay.outcome is Outcome.DUBLIN:
        return _DUBLIN
    return _OF_FAMILY if stay.appeal is AppealKind.ANNULMENT_LISTED else _TO_LEAVE


def decide(stay: Stay, informed: datetime, rounds: int) -> Notified:
    """Hear, draft, take and notify; of two rounds the first is annulled before that."""
    if stay.outcome is Outcome.DUBLIN:
        _accepted_elsewhere(stay, informed)
    moment = _hear(stay, informed)
    for n in range(1, rounds + 1):
        moment = _take(stay, moment, n)
        if n < rounds:
            moment = _annul(stay, moment, n)
    _set_term(stay, moment)
    return _notify(stay, moment)


def _accepted_elsewhere(stay: Stay, informed: datetime) -> None:
    at, account = informed + minutes(40), stay.crew.officers[0]
    reference = stay.number("DUB")
    until = _last_day_told(at)
    stay.write("accepted", at, account, c.AcceptTransfer, reference=reference, until=until)


def _last_day_told(accepted: datetime) -> str | None:
    """Let the other State tell the last day where the law of that day does not: half a year on."""
    by_law = transfer_until(DublinTerm(accepted)) is not None
    return None if by_law else (brussels_day(accepted) + 182 * A_DAY).isoformat()


def _hear(stay: Stay, informed: datetime) -> datetime:
    at = after(stay.dice, informed, "days.to-hear")
    stay.write(
        "hear",
        at,
        stay.coach,
        c.HoldHearing,
        language=stay.language,
        interpreter=stay.interpreter,
        note=Sealed.of("simulated: heard on what may be decided"),
    )
    return at


def _annul(stay: Stay, taken: datetime, n: int) -> datetime:
    at = after(stay.dice, taken, "days.to-decide")
    reason = Sealed.of("simulated: a motive was missing")
    by = AnnulledBy.AUTHORITY
    officer = stay.crew.officers[0]
    stay.write(f"annul-{n}", at, officer, c.AnnulDecision, annulled_by=by, reason=reason)
    return at


def _take(stay: Stay, moment: datetime, n: int) -> datetime:
    dice, crew, form = stay.dice, stay.crew, form_of(stay)
    drafter, editor = dice.sample(crew.assistants, 2)
    drafted = after(dice, moment, "days.to-draft")
    motives = Sealed.of("simulated: no right of residence")
    reference = stay.number(f"DEC{'' if n == 1 else '.B'}")
    stay.write(
        f"draft-{n}",
        drafted,
        drafter,
        c.DraftDecision,
        form=form.form,
        kind=form.kind,
        articles=form.articles,
        second_measure=False,
        reference=reference,
        motives=motives,
    )
    if happens("draft.edited", dice):
        edited = drafted + minutes(dice.randint(30, 120))
        stay.write(f"edit-{n}", edited, editor, c.EditDraft, motives=motives)
    taken = after(dice, drafted, "days.to-decide")
    officer = dice.choice(crew.officers)
    stay.write(f"take-{n}", taken, officer, c.TakeDecision, reference=reference, considered=WEIGHED)
    return taken


def _set_term(stay: Stay, taken: datetime) -> None:
    """Leave no days to who is held for a risk of absconding, all of them to who signs with IOM."""
    if not kind_of(form_of(stay).kind).leaves:
        return
    at, officer = taken + minutes(20), stay.dice.choice(stay.crew.officers)
    if stay.outcome is Outcome.IOM:
        stay.write("term", at, officer, c.SetDepartureTerm, days=rule("DEP-01").length)
        return
    stay.write(
        "term",
        at,
        officer,
        c.SetDepartureTerm,
        days=0,
        ground="risk-of-absconding",
        motives=Sealed.of("simulated: no address, an earlier order not followed"),
    )


def _notify(stay: Stay, taken: datetime) -> Notified:
    dice = stay.dice
    at = after(dice, taken, "days.to-notify")
    unsigned = happens("signed.no", dice)
    stay.write(
        "notify",
        at,
        stay.coach,
        c.NotifyDecision,
        means=Means.BY_HAND,
        language=stay.language,
        interpreter=stay.interpreter,
        acknowledgement=Acknowledgement.REFUSED_TO_SIGN if unsigned else Acknowledgement.SIGNED,
        remedies_stated=True,
        appeal_term_days=APPEAL_DAYS,
        notifier="centre-director",
        copy_handed_over=True,
        translation_stated=True,
        contact_stated=True,
    )
    _alert(stay, at)
    return Notified(at, max(found.last_day for found in _terms(stay, at)))


def _alert(stay: Stay, notified: datetime) -> None:
    """Enter the alert that goes with each decision to return since there are such alerts."""
    if not kind_of(form_of(stay).kind).leaves or not alerts(notified):
        return
    at = notified + minutes(drawn("minutes.to-alert", stay.dice))
    account = stay.dice.choice(stay.crew.assistants)
    stay.write("alert", at, account, c.EnterReturnAlert, alert=stay.number("SIS"))


def alerts(moment: datetime) -> bool:
    """Tell whether decisions to return are alerted on the day of a moment."""
    return rule("SIS-01").in_force(brussels_day(moment))


def as_decided(stay: Stay, notified: datetime) -> Round:
    """Write the round as it is on record once notified by hand, to ask the rules about it."""
    event = e.DecisionNotified(
        means=Means.BY_HAND, remedies_stated=True, appeal_term_days=APPEAL_DAYS
    )
    hand = Hand("sim", "SIM", notified, whole_day=False, version=0, log_index=0)
    return Round(
        1,
        RoundState.NOTIFIED,
        kind=form_of(stay).kind,
        second_measure=False,
        notified=hand,
        notification=event,
    )


def _terms(stay: Stay, notified: datetime) -> list[Term]:
    """Ask the rules for the terms of the remedies that hold a removal back."""
    decision = as_decided(stay, notified)
    found = [term_of(decision, way) for way in ways_against(decision)]
    if not found or None in found:
        raise ValueError(f"no appeal term is known for {notified.isoformat()}")
    return [each for each in found if each is not None]


def suspends(stay: Stay, kind: AppealKind, notified: datetime) -> bool:
    """Ask the rules whether an appeal against the decision notified holds a departure back."""
    if kind is AppealKind.ASYLUM or not is_old(brussels_day(notified)):
        return True
    return any(kind in way.kinds for way in ways_against(as_decided(stay, notified)))
