"""Where the resident was held, under which title, and what a judge said of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from domain.lifecycle import ENDED
from domain.lifecycle.custody import CustodyStatus, RestrictionState
from domain.lifecycle.ending import ENDS_DETENTION
from domain.lifecycle.stages import SECOND
from domain.record import Recorded
from domain.rules import PlaceKind, place
from domain.rules.calendar import known, start_of_day
from domain.state.custody import (
    Absconding,
    ChamberCase,
    Custody,
    Earlier,
    Prolongation,
    RemovalStep,
    Restriction,
    Ruling,
    RulingAppeal,
    Stay,
    Title,
)
from domain.trajectory.changes import Change, Changes, changed, day_of
from domain.trajectory.decision import hand_of

if TYPE_CHECKING:
    from domain import events as e
    from domain.state.trajectory import Trajectory


def _admitted(state: Trajectory, line: Recorded, event: e.ResidentAdmitted) -> Changes:
    """Who is received in a place of detention is held there, with a title or without."""
    if event.procedure < SECOND:
        return {}
    custody = state.custody
    if event.held_before:
        known = {"stays": _stays(event.held_before), "before": _earlier(event.grounds_before or ())}
        custody = changed(custody, known)
    if place(event.centre) is not None:
        custody = custody.moved(held_at(event.centre), line.occurred_at, event.centre)
    return {} if custody is state.custody else {"custody": custody}


def _stays(told: Iterable[str]) -> tuple[Stay, ...]:
    """Read the days held in the trajectories before: of each stretch the first and the last."""
    days = [tuple(map(day_of, each.split("/"))) for each in told]
    moments = [tuple(known(start_of_day, day) for day in two if day) for two in days]
    return tuple(Stay(two[0], two[1]) for two in moments if len(two) == _BOTH and two[0])


_BOTH = 2


def _earlier(told: Iterable[str]) -> tuple[Earlier, ...]:
    return tuple(Earlier(*each.split(" ")) for each in told if each.count(" ") == 1)


def _taken_over(state: Trajectory, line: Recorded, event: e.ProcedureMigrated) -> Changes:
    """Count as held, since the arrival, whom the first procedure did not count at all."""
    untold = not state.custody.stays and state.custody.status is CustodyStatus.NOT_HELD
    if event.version < SECOND or not untold or state.stage in ENDED:
        return {}
    return _held_from(state, state.opened, state.centre)


def _held_from(state: Trajectory, at: datetime, centre: str | None) -> Changes:
    """Every place on the list is one of detention; of another nothing is known."""
    if centre is None or place(centre) is None:
        return {}
    return {"custody": state.custody.moved(held_at(centre), at, centre)}


def _proposed(state: Trajectory, line: Recorded, event: e.DetentionProposed) -> Changes:
    custody = state.custody
    standing = custody.proposed
    before = custody.titles[:-1] if standing else custody.titles
    title = Title(
        number=len(before) + 1,
        prepared=(*(standing.prepared if standing else ()), hand_of(line)),
        ground=event.ground,
        place=event.place,
        held_since=event.held_since,
        refused_boarding_on=event.refused_boarding_on,
        less_coercive=event.less_coercive,
        not_enough=event.not_enough,
        prospect=event.prospect,
        until=event.until,
    )
    return {"custody": changed(custody, {"titles": (*before, title)})}


def _issued(state: Trajectory, line: Recorded, event: e.DetentionTitleIssued) -> Changes:
    custody, at = state.custody, line.occurred_at
    standing = custody.proposed
    before = custody.titles[:-1] if standing else custody.titles
    title = changed(
        standing or Title(len(before) + 1, ()),
        {
            "issued": hand_of(line),
            "role": line.role,
            "reference": event.reference,
            "begun": custody.untitled_since,
        }
        | {name: said for name in _SAID_AGAIN if (said := getattr(event, name)) is not None},
    )
    replaced = tuple(changed(each, {"over": at}) if each.runs else each for each in before)
    away = custody.status in _AWAY
    if away:  # a title given meanwhile does not end a stay elsewhere
        held = changed(custody, {"since": at, "place": title.place or custody.place})
    else:
        held = custody.moved(held_at(title.place, title.ground), at, title.place)
    changes: Changes = {"custody": changed(held, {"titles": (*replaced, title)})}
    if title.place and place(title.place) and custody.status is not CustodyStatus.IN_TRANSFER:
        changes["centre"] = title.place
    return changes


_AWAY = (CustodyStatus.HOSPITAL, CustodyStatus.IN_TRANSFER, CustodyStatus.PRISON)


_SAID_AGAIN = ("ground", "place", "until")
"""What a title may say in other words than its proposal."""


def held_at(code: str | None, ground: str | None = None) -> CustodyStatus:
    """Say what being held at a place is called: a family site is no closed centre."""
    found = place(code) if code else None
    is_family_site = found.kind is PlaceKind.FAMILY_UNITS if found else ground == "family"
    return CustodyStatus.FAMILY_UNIT if is_family_site else CustodyStatus.HELD


def _on_running_title(custody: Custody, prolongations: tuple[Prolongation, ...]) -> Custody:
    """Put prolongations on the title that runs."""
    running = custody.title
    titles = tuple(
        changed(title, {"prolongations": prolongations}) if title is running else title
        for title in custody.titles
    )
    return changed(custody, {"titles": titles})


def _prolongation_proposed(
    state: Trajectory, line: Recorded, event: e.ProlongationProposed
) -> Changes:
    title = state.custody.title
    if title is None:
        return {}
    standing = title.proposed
    proposed = Prolongation(
        prepared=(*(standing.prepared if standing else ()), hand_of(line)),
        prospect=event.prospect,
        public_order=event.public_order,
        until=event.until,
    )
    prolongations = (*title.prolonged, proposed)
    return {"custody": _on_running_title(state.custody, prolongations)}


def _prolonged(state: Trajectory, line: Recorded, event: e.DetentionProlonged) -> Changes:
    title = state.custody.title
    if title is None:
        return {}
    standing = title.proposed or Prolongation(())
    decided = {
        "decided": hand_of(line),
        "role": line.role,
        "until": event.until or standing.until,
    }
    custody = _on_running_title(state.custody, (*title.prolonged, changed(standing, decided)))
    return {"custody": changed(custody, {"since": line.occurred_at})}


def _step_taken(state: Trajectory, line: Recorded, event: e.RemovalStepTaken) -> Changes:
    steps = (*state.custody.steps, RemovalStep(event.kind, line.occurred_at))
    return {"custody": changed(state.custody, {"steps": steps})}


def _released(state: Trajectory, line: Recorded, _event: e.ResidentReleased) -> Changes:
    """
    End what held the resident, and what was proposed to hold the resident.

    A prison that did not let go holds for reasons of its own, and goes on doing so.
    """
    custody, at = state.custody, line.occurred_at
    titles = tuple(
        title if title.over is not None else changed(title, {"over": at})
        for title in custody.titles
    )
    imprisoned = custody.status is CustodyStatus.PRISON and custody.discharged is None
    after = custody if imprisoned else custody.moved(CustodyStatus.RELEASED, at)
    return {"custody": changed(after, {"titles": titles})}


_ELSEWHERE = {"prison": CustodyStatus.PRISON, "hospital": CustodyStatus.HOSPITAL}


def _moved(state: Trajectory, line: Recorded, event: e.ResidentMoved) -> Changes:
    custody = state.custody
    status = _ELSEWHERE.get(event.to)
    if status is None:
        title = custody.title
        here = custody.place or state.centre
        status = held_at(here, title.ground if title else None)
    return {"custody": custody.moved(status, line.occurred_at)}


def _discharged(state: Trajectory, line: Recorded, _event: e.ResidentDischarged) -> Changes:
    """DET-10: whom a prison lets go and keeps is held by the Immigration Office from then on."""
    custody, at = state.custody, line.occurred_at
    held = custody.held_from(at) if custody.status is CustodyStatus.PRISON else custody
    return {"custody": changed(held, {"discharged": at})}


def _notice(state: Trajectory, line: Recorded, _event: e.PrisonNoticeReceived) -> Changes:
    return {"custody": changed(state.custody, {"prison_notice": line.occurred_at})}


def _reviewed(state: Trajectory, line: Recorded, _event: e.FamilyStayReviewed) -> Changes:
    reviews = (*state.custody.reviews, line.occurred_at)
    return {"custody": changed(state.custody, {"reviews": reviews})}


def _seized(state: Trajectory, line: Recorded, event: e.CouncilChamberSeized) -> Changes:
    case = ChamberCase(event.by, line.occurred_at, event.reference)
    return {"custody": changed(state.custody, {"cases": (*state.custody.cases, case)})}


def _ruled(state: Trajectory, line: Recorded, event: e.CouncilChamberRuled) -> Changes:
    ruling = Ruling(event.court, event.outcome, line.occurred_at)
    return {"custody": _in_case(state.custody, event.reference, ruling)}


def _appealed(state: Trajectory, line: Recorded, event: e.ChamberRulingAppealed) -> Changes:
    appeal = RulingAppeal(event.by, line.occurred_at)
    return {"custody": _in_case(state.custody, event.reference, appeal)}


def _in_case(custody: Custody, reference: str | None, act: Ruling | RulingAppeal) -> Custody:
    """Put an act of the courts with the case it belongs to, or in one nobody recorded."""
    at = custody.case_meant(reference, appealing=isinstance(act, RulingAppeal))
    cases = custody.cases
    case = ChamberCase(reference=reference) if at is None else cases[at]
    if isinstance(act, Ruling):
        case = changed(case, {"rulings": (*case.rulings, act)})
    else:
        case = changed(case, {"appeals": (*case.appeals, act)})
    at = len(cases) if at is None else at
    return changed(custody, {"cases": (*cases[:at], case, *cases[at + 1 :])})


def _restriction_proposed(
    state: Trajectory, line: Recorded, event: e.RestrictionProposed
) -> Changes:
    restrictions = state.custody.restrictions
    proposed = Restriction(
        number=len(restrictions) + 1,
        state=RestrictionState.PROPOSED,
        since=line.occurred_at,
        prepared=(hand_of(line),),
        basis=event.basis,
        kind=event.kind,
    )
    return {"custody": changed(state.custody, {"restrictions": (*restrictions, proposed)})}


_RESTRICTION = {
    "RestrictionImposed": RestrictionState.IMPOSED,
    "RestrictionBreached": RestrictionState.BREACHED,
    "RestrictionLifted": RestrictionState.LIFTED,
}


def _restriction(state: Trajectory, line: Recorded, event: e.RestrictionImposed) -> Changes:
    reached = _RESTRICTION[type(event).__name__]
    custody = state.custody
    meant = custody.restriction(event.number, reached)
    becomes = {"state": reached, "since": line.occurred_at}
    if reached is RestrictionState.IMPOSED:
        becomes["decided"] = hand_of(line)
    restrictions = tuple(
        changed(each, becomes) if each is meant else each for each in custody.restrictions
    )
    return {"custody": changed(custody, {"restrictions": restrictions})}


def _absconding_proposed(state: Trajectory, line: Recorded, event: e.AbscondingProposed) -> Changes:
    standing = state.custody.absconding
    hands = standing.prepared if standing and standing.waits else ()
    absconding = Absconding((*hands, hand_of(line)), event.cause, event.raised_on)
    return {"custody": changed(state.custody, {"absconding": absconding})}


def _absconded(state: Trajectory, line: Recorded, _event: e.AbscondingEstablished) -> Changes:
    custody, at = state.custody, line.occurred_at
    standing = custody.absconding
    if standing is None or not standing.waits:
        standing = Absconding(())
    moved = custody.moved(CustodyStatus.ABSCONDED, at)
    changes: Changes = {"absconding": changed(standing, {"established": hand_of(line)})}
    if moved.stays is not custody.stays:
        raised = day_of(standing.raised_on)
        gone = known(start_of_day, raised) if raised else None
        changes["stays"] = _left_on(moved.stays, gone)
    return {"custody": changed(moved, changes)}


def _left_on(stays: tuple[Stay, ...], left: datetime | None) -> tuple[Stay, ...]:
    """End the last stay on the day the resident was missed rather than when it was established."""
    last = stays[-1]
    if left is None or last.over is None:
        return stays
    over = min(max(left, last.begun), last.over)
    return (*stays[:-1], Stay(last.begun, over))


def _departed(state: Trajectory, line: Recorded, _event: object) -> Changes:
    """Whoever left is held no longer from then on."""
    return {"custody": state.custody.held_until(line.occurred_at)}


def _ended(state: Trajectory, line: Recorded, event: e.NonReturnEstablished) -> Changes:
    """
    End the detention by the reasons that do; by any other it goes on until a release.

    Of whom the trajectory ended, and nobody opened the door, is held.
    """
    return _departed(state, line, event) if event.reason in ENDS_DETENTION else {}


def _reopened(state: Trajectory, line: Recorded, _event: e.TrajectoryReopened) -> Changes:
    """Who was held when it ended is held again from the reopening, not for the time between."""
    custody = state.custody
    held_before = custody.detained and bool(custody.stays)
    return {"custody": custody.held_from(line.occurred_at)} if held_before else {}


def _found(state: Trajectory, line: Recorded, _event: e.ResidentFound) -> Changes:
    custody, at = state.custody, line.occurred_at
    if custody.absconding is not None and custody.absconding.found is None:
        custody = changed(custody, {"absconding": changed(custody.absconding, {"found": at})})
    if custody.status is CustodyStatus.ABSCONDED:
        custody = custody.moved(CustodyStatus.NOT_HELD, at)
    return {"custody": custody}


def _proposal_corrected(state: Trajectory, line: Recorded, event: e.RecordCorrected) -> Changes:
    """Who corrects a proposal has prepared it too."""

    def theirs(proposal: Prepared) -> Prepared:
        if all(hand.version != event.corrects for hand in proposal.prepared):
            return proposal
        return changed(proposal, {"prepared": (*proposal.prepared, hand_of(line))})

    custody = state.custody
    titles = tuple(
        changed(title, {"prolongations": tuple(map(theirs, title.prolongations))})
        if title.prolongations
        else title
        for title in map(theirs, custody.titles)
    )
    changes: Changes = {
        "titles": titles,
        "restrictions": tuple(map(theirs, custody.restrictions)),
        "absconding": custody.absconding and theirs(custody.absconding),
    }
    return {"custody": changed(custody, changes)}


Prepared = TypeVar("Prepared", Title, Prolongation, Restriction, Absconding)


CHANGES: dict[str, Change] = {
    "ResidentAdmitted": _admitted,
    "ProcedureMigrated": _taken_over,
    "DepartureConfirmed": _departed,
    "NonReturnEstablished": _ended,
    "TrajectoryReopened": _reopened,
    "DetentionProposed": _proposed,
    "DetentionTitleIssued": _issued,
    "ProlongationProposed": _prolongation_proposed,
    "DetentionProlonged": _prolonged,
    "RemovalStepTaken": _step_taken,
    "ResidentReleased": _released,
    "ResidentMoved": _moved,
    "ResidentDischarged": _discharged,
    "PrisonNoticeReceived": _notice,
    "FamilyStayReviewed": _reviewed,
    "CouncilChamberSeized": _seized,
    "CouncilChamberRuled": _ruled,
    "ChamberRulingAppealed": _appealed,
    "RestrictionProposed": _restriction_proposed,
    "RestrictionImposed": _restriction,
    "RestrictionBreached": _restriction,
    "RestrictionLifted": _restriction,
    "AbscondingProposed": _absconding_proposed,
    "AbscondingEstablished": _absconded,
    "ResidentFound": _found,
    "RecordCorrected": _proposal_corrected,
}
