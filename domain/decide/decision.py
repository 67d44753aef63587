"""What may refuse an act of the decision round, and of what follows from a decision."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from domain.decide.annulment import (
    after_the_end_by_the_council,
    annulled_so_far,
    annuls_no_other,
    annuls_one_on_record,
    which_is_annulled,
)
from domain.decide.attempt import (
    Adds,
    Attempt,
    Clocks,
    Context,
    Due,
    Failing,
    Guards,
    Reasons,
    RestsOn,
)
from domain.decide.ban import ban_lift_ripe, ban_within_bounds, lift_requests
from domain.decide.care import guardian_heard_first
from domain.decide.information import heard_first, informed, waited_for_an_answer
from domain.decide.notification import (
    arrived_later,
    handed_over_in_form,
    has_a_defect,
    letter,
    names_a_defect,
    notified_by_who_may,
    refusal_mentioned,
    remedies_stated_now,
    something_was_notified,
)
from domain.decide.period import (
    a_decision_to_leave,
    asked_for_more,
    later_than_now,
    period_ends,
    risk_reported,
    setter_is_another,
    sooner_than_now,
    still_runs,
    told_in_writing,
    within_bounds,
)
from domain.decide.refoulement import deciding_rests_on, no_risk_to_remove
from domain.lifecycle import ROUND, RoundState, follows
from domain.lifecycle.decision import REGULARISATION, kind_of
from domain.lifecycle.stages import SECOND
from domain.rules.codes import Codes
from domain.state.decision import banning, leaving
from domain.state.orders import obliging, ordering
from domain.trajectory import Trajectory

_OVER = (RoundState.ANNULLED, RoundState.NOTIFIED)


def in_round_order(attempt: Attempt) -> Reasons:
    """DEC-01, DEC-02, DEC-03: drafted, then taken, then notified."""
    running = attempt.state.round if attempt.state else None
    if attempt.state and attempt.act == "AnnulDecision":
        by, number = attempt.saying("annulled_by"), attempt.saying("decision")
        running = attempt.state.round_annulled(by, number)
    now = running.state if running else None
    passes, after = follows(ROUND, now, attempt.act)
    never_drafted = running is None or not running.drafted or now in _OVER
    if attempt.act == "TakeDecision" and never_drafted:
        yield Failing("DEC-01", "no decision is drafted in this round", finding="DECIDED_UNDRAFTED")
    elif passes:
        return
    elif attempt.act == "NotifyDecision" and now is not RoundState.NOTIFIED:
        yield Failing("DEC-02", "no decision is taken in this round")
    else:
        yield Failing(
            "DEC-03",
            "the decision round is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


def on_the_draft_as_it_stands(attempt: Attempt) -> Reasons:
    """SEP-09: a decision is bound to the draft that was read; an edit voids it."""
    running = attempt.state.drafted if attempt.state else None
    meant = attempt.saying("draft")
    if attempt.context.actor is None:
        return  # what was decided then was bound to the draft of then, whatever was told since
    if meant is None or running is None or (running.draft or "").startswith(meant):
        return
    hand = max((*running.drafted, *running.edited), key=lambda one: (one.at, one.version))
    yield Failing(
        "SEP-09",
        "the draft is no longer {meant}: {account} changed it in version {version}; it is {draft}",
        {
            "meant": meant,
            "account": hand.account,
            "version": hand.version,
            "draft": (running.draft or "-")[:16],
        },
    )


def decider_is_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, the decider neither drafted nor edited this round."""
    running = attempt.state.drafted if attempt.state else None
    if running is None:
        return
    for verb, hands in (("drafted", running.drafted), ("edited", running.edited)):
        if theirs := attempt.own_part(*hands):
            yield Failing(
                "SEP-01",
                "{person} {verb} this decision as {account}; another person must decide",
                {"person": theirs.person, "verb": verb, "account": theirs.account},
                about_people=True,
            )


# --- what is decided (from the second version on) -----------------------------------------


def kind_said(attempt: Attempt) -> Reasons:
    """DEC-05: what is decided is said, since it decides what a remedy stops."""
    if attempt.said is not None and attempt.saying("kind") is None:
        yield Failing("DEC-05", "it is not said what kind of decision this is")


def reasons_in_fact(attempt: Attempt) -> Reasons:
    """INF-07: a decision has reasons in fact from its draft on."""
    if attempt.said is not None and attempt.saying("motives") is None:
        yield Failing("INF-07", "the draft has no motives")


def kind_known(attempt: Attempt) -> Reasons:
    """DEC-05: no decision is taken of which the kind is not known."""
    running = attempt.state.drafted if attempt.state else None
    if running is not None and running.kind is None:
        yield Failing("DEC-05", "it is not said what kind of decision this is")


def provision_stated(attempt: Attempt) -> Reasons:
    """INF-06: an order to leave states the provision of article 7 it applies."""
    running = attempt.state.drafted if attempt.state else None
    article = kind_of(running.kind).article if running else None
    if running is None or article is None:
        return
    if not any(each.startswith(f"{article}-") for each in running.articles):
        yield Failing(
            "INF-06",
            "the provision of article {article} is not stated; stated: {stated}",
            {"article": article, "stated": ", ".join(running.articles) or "-"},
        )


def weighed(attempt: Attempt) -> Reasons:
    """DEC-06, EXE-02: the decider weighed what the law asks for this kind of decision."""
    running = attempt.state.drafted if attempt.state else None
    if running is None or attempt.said is None:
        return
    said = attempt.saying("considered") or ()
    missing = [each for each in kind_of(running.kind).weighs if each not in said]
    if missing:
        yield Failing(
            "EXE-02" if missing == ["less-coercive"] else "DEC-06",
            "not weighed: {missing}",
            {"missing": Codes.of("decision.considered", *missing)},
        )


_ROUND_ACT = (in_round_order,)

GUARDS: Guards = {
    "DraftDecision": _ROUND_ACT,
    "EditDraft": _ROUND_ACT,
    "TakeDecision": (in_round_order, decider_is_another),
    "NotifyDecision": (informed, in_round_order),
    "AnnulDecision": (in_round_order, annuls_one_on_record),
}


# --- what follows from a decision ---------------------------------------------------------


def a_ban_stands(attempt: Attempt) -> Reasons:
    """ORD-01: there is an entry ban to be lifted."""
    if attempt.state is not None and banning(attempt.state.rounds) is None:
        yield Failing("ORD-01", "no entry ban is notified and in force")


def alert_once(attempt: Attempt) -> Reasons:
    """SIS-01: one alert for each decision to return."""
    decided = ordering(attempt.state.rounds) if attempt.state else []
    if decided and decided[-1].alerted is not None:
        yield Failing("SIS-01", "the return alert of this decision is on record")


def in_regularisation_order(attempt: Attempt) -> Reasons:
    """ORD-01: proposed, then granted or refused."""
    proposal = attempt.state.regularisation if attempt.state else None
    now = proposal.state if proposal else None
    passes, after = follows(REGULARISATION, now, attempt.act)
    if not passes:
        yield Failing(
            "ORD-01",
            "the proposal to regularise is {state}; this needs {after}",
            {"state": str(now or "none"), "after": after},
        )


def regulariser_is_another(attempt: Attempt) -> Reasons:
    """SEP-01: by natural person, who decides on a regularisation did not propose it."""
    if theirs := attempt.own_part(attempt.state.regularisation if attempt.state else None):
        yield Failing(
            "SEP-01",
            "{person} proposed this as {account}; another person must decide",
            {"person": theirs.person, "account": theirs.account},
            about_people=True,
        )


_DECIDED = a_decision_to_leave(RoundState.TAKEN, RoundState.NOTIFIED)
_NOTIFIED = a_decision_to_leave(RoundState.NOTIFIED)
_REGULARISED = (in_regularisation_order, regulariser_is_another)

GUARDS_FROM_2: Guards = {
    "DraftDecision": (in_round_order, kind_said, reasons_in_fact),
    "TakeDecision": (
        in_round_order,
        decider_is_another,
        on_the_draft_as_it_stands,
        kind_known,
        provision_stated,
        heard_first,
        waited_for_an_answer,
        no_risk_to_remove,
        weighed,
        ban_within_bounds,
        guardian_heard_first,
    ),
    "NotifyDecision": (
        informed,
        in_round_order,
        notified_by_who_may,
        handed_over_in_form,
        refusal_mentioned,
    ),
    "AnnulDecision": (
        in_round_order,
        annuls_one_on_record,
        annuls_no_other,
        after_the_end_by_the_council,
    ),
    "EnterReturnAlert": (_DECIDED, alert_once),
    "FindNotificationDefect": (something_was_notified, names_a_defect),
    "RegulariseNotification": (
        something_was_notified,
        has_a_defect,
        remedies_stated_now,
        notified_by_who_may,
        handed_over_in_form,
        refusal_mentioned,
    ),
    "RebutNotification": (something_was_notified, arrived_later),
    # The period is a part of the decision: once notified, it is only extended or cut short.
    "SetDepartureTerm": (
        a_decision_to_leave(RoundState.TAKEN),
        setter_is_another,
        within_bounds,
    ),
    "RequestTermExtension": (_NOTIFIED, still_runs),
    "ExtendDepartureTerm": (
        _NOTIFIED,
        still_runs,
        asked_for_more,
        told_in_writing,
        later_than_now,
    ),
    "ReportDepartureRisk": (_NOTIFIED, still_runs),
    "ShortenDepartureTerm": (_NOTIFIED, still_runs, risk_reported, sooner_than_now),
    "RequestBanLift": (a_ban_stands, ban_lift_ripe),
    "ProposeRegularisation": (in_regularisation_order,),
    "GrantRegularisation": _REGULARISED,
    "RefuseRegularisation": _REGULARISED,
}


def _round_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    if state.round:
        yield state.round.since
    if attempt.act == "NotifyDecision":
        yield state.informed_at
    if attempt.act == "TakeDecision":
        yield from deciding_rests_on(state, attempt)


def _leaving_so_far(state: Trajectory, attempt: Attempt) -> Iterable[datetime | None]:
    meant = leaving(state.rounds)
    if attempt.act == "EnterReturnAlert":
        meant = next(reversed(ordering(state.rounds)), None)
    elif attempt.act != "SetDepartureTerm":
        meant = obliging(state.rounds)
    return (meant.since,) if meant else ()


def _served_so_far(state: Trajectory, attempt: Attempt) -> Iterable[datetime | None]:
    meant = letter(state, attempt.saying("decision"))
    return (meant.since,) if meant else ()


def _ban_so_far(state: Trajectory, _attempt: Attempt) -> Iterable[datetime | None]:
    meant = banning(state.rounds)
    return (meant.since,) if meant else ()


def _proposal_so_far(state: Trajectory, _attempt: Attempt) -> Iterable[datetime | None]:
    return (state.regularisation.since,) if state.regularisation else ()


RESTS_ON: RestsOn = (
    dict.fromkeys(GUARDS, _round_so_far)
    | dict.fromkeys(
        (
            "EnterReturnAlert",
            "SetDepartureTerm",
            "RequestTermExtension",
            "ExtendDepartureTerm",
            "ReportDepartureRisk",
            "ShortenDepartureTerm",
        ),
        _leaving_so_far,
    )
    | dict.fromkeys(
        ("FindNotificationDefect", "RegulariseNotification", "RebutNotification"),
        _served_so_far,
    )
    | {"AnnulDecision": annulled_so_far, "RequestBanLift": _ban_so_far}
    | dict.fromkeys(
        ("ProposeRegularisation", "GrantRegularisation", "RefuseRegularisation"),
        _proposal_so_far,
    )
)


_AS_DRAFTED = ("kind", "articles", "second_measure", "fast_grounds", "ban_ground")


def _taken_on(state: Trajectory | None, said: Any, _context: Context) -> dict[str, Any]:
    """Take the decision as it was drafted; the decider may set another length of a ban."""
    running = state.round if state else None
    if running is None:
        return {}
    drafted = {name: getattr(running, name) for name in _AS_DRAFTED}
    known = {name: value for name, value in drafted.items() if value not in (None, ())}
    years = said.ban_years or running.ban_years
    said_years = {"ban_years": years} if years else {}
    on = {"draft": running.draft} if running.draft else {}
    return {"form": running.form} | known | said_years | on


ADDS: Adds = {"TakeDecision": _taken_on, "AnnulDecision": which_is_annulled}


def _alert_to_enter(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """SIS-01: each decision to return is alerted, from the decision on."""
    if state.procedure < SECOND:
        return
    for decision in state.rounds:
        open_ = decision.in_force and decision.alerted is None and decision.kind is not None
        if open_ and decision.taken is not None and kind_of(decision.kind).leaves:
            at = decision.taken.at
            yield Due("SIS-01", at, "enter the return alert", at, is_duty=True)


CLOCKS: Clocks = (period_ends, _alert_to_enter, lift_requests)
