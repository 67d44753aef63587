"""
What goes wrong in a simulated year, put into a lawful plan one mishap a dossier.

Faults are the friction of a desk and leave no finding. Breaches are findings in waiting.
Where the path of commands lets one be recorded, as an act typed late or a correction
that tells what really happened, it takes that path. The others are refused there, and
only a register can bring them: they are recorded as imported acts.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from typing import Any, NamedTuple

from domain import commands as c
from domain.rules.calendar import brussels_day
from domain.values import AppealKind, CameFrom, Sealed, StatisticalCategory
from workflows.simulation.crew import crew_of, second_account
from workflows.simulation.stay import BY_FORCE, CLOSE, DEPARTED, END, Act, Plan, Way


class Fault(StrEnum):
    """What goes wrong without being a breach."""

    REPEATED = "repeated"
    REFUSED = "refused"
    CORRECTED = "corrected"
    LATE = "late"
    ANNULLED = "annulled"
    OVERTAKEN = "overtaken"


Change = Callable[[Plan, Random], list[Act] | None]
"""Puts a mishap into a plan: the acts it then has, or ``None`` where it does not fit."""


class Breach(NamedTuple):
    """
    A breach that can be planted, by the code of the finding it leads to.

    ``imported`` breaches are refused at the desk; a ``lead`` is no breach by itself.
    """

    plant: Change
    imported: bool = False
    lead: bool = False


def go_wrong(plan: Plan, fault: Fault, dice: Random) -> Plan:
    """Put a fault into a plan; a command sent twice where another one does not fit."""
    if fault is Fault.ANNULLED and plan.act("annul-1"):
        return plan._replace(mishap=fault)  # planned from the start, with a round of its own
    acts = _FAULTS[fault](plan, dice) if fault in _FAULTS else None
    if acts is None or not _leaves_family_alone(plan, acts):
        fault, acts = Fault.REPEATED, _repeated(plan, dice)
    return plan._replace(acts=_in_order(acts), mishap=fault)


def plant(plan: Plan, codes: Iterable[str], dice: Random, until: datetime) -> Plan:
    """Put one of these breaches into a plan, if one fits and is on record before ``until``."""
    wanted = sorted(codes)
    for code in dice.sample(wanted, len(wanted)):
        acts = BREACHES[code].plant(plan, dice)
        if acts is None or not _leaves_family_alone(plan, acts):
            continue
        if all(act.typed < until for act in acts if act not in plan.acts):
            return plan._replace(acts=_in_order(acts), mishap=code)
    return plan


def _leaves_family_alone(plan: Plan, acts: Iterable[Act]) -> bool:
    """Tell whether what a family does at once stays as it was planned for all of them."""
    before = [act for act in plan.acts if not act.alone]
    return before == [act for act in acts if not act.alone]


def _in_order(acts: Iterable[Act]) -> tuple[Act, ...]:
    return tuple(sorted(acts, key=lambda act: act.typed))


# --- faults -------------------------------------------------------------------------------


def _repeated(plan: Plan, dice: Random) -> list[Act]:
    at = dice.choice([n for n, act in enumerate(plan.acts) if act.alone])
    return [act._replace(way=Way.TWICE) if n == at else act for n, act in enumerate(plan.acts)]


def _refused(plan: Plan, dice: Random) -> list[Act] | None:
    """Try something before its time: it is refused, and done later as planned."""
    notify, draft = plan.act("notify"), plan.act("draft-1")
    opened, end = plan.act("open"), plan.act(END)
    if not (notify and draft and opened and end):
        return None
    tries = [
        # Nobody is notified before being informed.
        opened._replace(command=notify.command),
        # Who drafts does not decide.
        draft._replace(command=c.TakeDecision(dossier=plan.dossier)),
    ]
    if plan.outcome in DEPARTED:
        tries.append(notify._replace(command=end.command))  # nobody leaves unexamined
    early = dice.choice(tries)
    early = early._replace(step=f"{early.step}-early", at=early.typed, way=Way.TOO_EARLY)
    return [*plan.acts, early]


def _corrected(plan: Plan, dice: Random) -> list[Act] | None:
    """Record something wrong at the opening and have the director correct it."""
    opened = plan.act("open")
    if opened is None or not isinstance(opened.command, c.OpenTrajectory):
        return None
    right = opened.command
    becomes: str | None
    wrong: CameFrom | Sealed
    if dice.random() < 0.5:
        name, becomes, wrong = "came_from", right.came_from.value, CameFrom.OTHER
    else:
        name, becomes, wrong = (
            "name",
            right.name.clear if right.name else None,
            Sealed.of("Misspelt Test"),
        )
    wrongly = right.model_copy(update={name: wrong})
    acts = _with(plan, opened, command=wrongly)
    later = opened.typed + timedelta(hours=dice.randint(20, 200))
    return [*acts, _correction(plan, acts, "open", name, becomes, later)]


def _late(plan: Plan, dice: Random) -> list[Act] | None:
    """Type an interview days after it was held, other acts having been typed before it."""
    end = plan.act(END)
    later = timedelta(hours=dice.randint(30, 150))
    fitting = [act for act in _talks(plan) if end and act.typed + later < end.typed]
    if not fitting:
        return None
    late = dice.choice(fitting)
    return [act._replace(typed=act.typed + later) if act is late else act for act in plan.acts]


def _overtaken(plan: Plan, dice: Random) -> list[Act] | None:
    """Have a colleague record a talk of the same hour first."""
    talks = _talks(plan)
    if not talks:
        return None
    own = dice.choice(talks)
    colleague = dice.choice([one for one in crew_of(plan.place).coaches if one != own.account])
    other = own._replace(step=f"{own.step}-colleague", account=colleague)
    raced = own._replace(way=Way.OVERTAKEN, meanwhile=other)
    return [raced if act is own else act for act in plan.acts]


def _talks(plan: Plan) -> list[Act]:
    return [act for act in plan.acts if isinstance(act.command, c.HoldInterview)]


_FAULTS: dict[Fault, Change] = {
    Fault.REPEATED: _repeated,
    Fault.REFUSED: _refused,
    Fault.CORRECTED: _corrected,
    Fault.LATE: _late,
    Fault.OVERTAKEN: _overtaken,
}


# --- breaches the path of commands lets through -------------------------------------------


def _found_in_a_drawer(plan: Plan, dice: Random) -> list[Act] | None:
    """Bring to light, after the departure, an appeal handed in as the resident was taken away."""
    start, end = _removed_without_appeal(plan)
    if start is None or end is None:
        return None
    officer = crew_of(plan.place).officers[0]
    found = end.typed + timedelta(hours=dice.randint(20, 70))
    reason = Sealed.of("simulated: an appeal was found")
    reopen = c.ReopenTrajectory(dossier=plan.dossier, reason=reason)
    reference = f"SIM-CCE-{plan.dossier}"
    # Nobody at the desk could tell what kind it is: what is not known stops a removal.
    brought = c.HandInAppeal(dossier=plan.dossier, kind=AppealKind.UNKNOWN, reference=reference)
    handed_in = start.at + timedelta(minutes=dice.randint(2, 20))
    recorded = found + timedelta(minutes=20)
    return [
        *(act for act in plan.acts if act.step != CLOSE),
        Act("reopen", reopen, officer, found, found),
        Act("hand-in", brought, end.account, handed_in, recorded),
    ]


def _talk_after_the_end(plan: Plan, dice: Random) -> list[Act] | None:
    """Correct the date of the last talk to a day after the end."""
    talks, end = _talks(plan), plan.act(END)
    if not talks or end is None:
        return None
    really = (end.at + timedelta(hours=12)).isoformat()
    return _corrected_after(plan, dice, talks[-1].step, "occurred_at", really)


def _told_the_lawyer_alone(plan: Plan, dice: Random) -> list[Act] | None:
    """Correct the announcement: the departure was announced to the lawyer, not to the resident."""
    if plan.outcome not in BY_FORCE or plan.family:
        return None  # what holds one of a family back holds all: a breach in each of their dossiers
    announced = [act.step for act in plan.acts if isinstance(act.command, c.AnnounceRemoval)]
    return _corrected_after(plan, dice, announced[-1], "to_person", becomes=False)


def _title_ran_out(plan: Plan, dice: Random) -> list[Act] | None:
    """Correct the detention title: it ended some days before the resident did."""
    end = plan.act(END)
    if end is None or any(isinstance(act.command, c.ProlongDetention) for act in plan.acts):
        return None
    freed = [act.at for act in plan.acts if isinstance(act.command, _SETS_FREE)]
    last = brussels_day(min([end.at, *freed])) - timedelta(days=2)
    becomes = last.isoformat()
    return _corrected_after(plan, dice, "hold", "until", becomes)


_SETS_FREE = (c.ReleaseResident, c.EstablishAbsconding)


def _decider_had_a_hand_in_it(plan: Plan, dice: Random) -> list[Act] | None:
    """Have who decided correct the draft as of before, and say so only afterwards."""
    draft, take = plan.act("draft-1"), plan.act("take-1")
    if draft is None or take is None:
        return None
    typed = take.typed + timedelta(hours=dice.randint(1, 30))
    becomes = f"SIM-DEC.C-{plan.dossier}"
    edited = _correction(plan, plan.acts, "draft-1", "reference", becomes, typed)
    last = plan.act("edit-1") or draft
    between = last.at + (take.at - last.at) / 2
    return [*plan.acts, edited._replace(account=take.account, at=between)]


def _hardly_read(plan: Plan, dice: Random) -> list[Act] | None:
    """Take the decision within a minute of the last word of its draft."""
    take, last = plan.act("take-1"), plan.act("edit-1") or plan.act("draft-1")
    if take is None or last is None:
        return None
    at = last.at + timedelta(seconds=dice.randint(15, 50))
    return _with(plan, take, at=at, typed=max(at, last.typed))


def _removed_without_appeal(plan: Plan) -> tuple[Act | None, Act | None]:
    """Return the beginning of the last attempt and the end of a removal under no appeal."""
    if plan.outcome not in BY_FORCE or plan.act("hand-in") or plan.family:
        return None, None  # of a family all would have left under the appeal of one
    started = [act for act in plan.acts if isinstance(act.command, c.StartAttempt)]
    return started[-1], plan.act(END)


def _corrected_after(
    plan: Plan, dice: Random, step: str, field: str, becomes: Any
) -> list[Act] | None:
    """
    Have the director correct an act days after the dossier is closed.

    Before, what the correction brings to light would have to be answered for first.
    """
    closed = plan.act(CLOSE)
    if closed is None or plan.act(step) is None:
        return None
    later = closed.typed + timedelta(hours=dice.randint(20, 200))
    return [*plan.acts, _correction(plan, plan.acts, step, field, becomes, later)]


def _correction(
    plan: Plan, acts: Iterable[Act], step: str, field: str, becomes: Any, at: datetime
) -> Act:
    """Correct a field of an act by its version: its place among those typed, from 1."""
    version = 1 + [act.step for act in acts].index(step)
    command = c.CorrectRecord(
        dossier=plan.dossier,
        corrects=version,
        field=field,
        becomes=becomes,
        reason=Sealed.of("simulated: it was recorded wrongly"),
    )
    return Act(f"correct-{step}", command, crew_of(plan.place).director, at, at)


# --- breaches only a register brings ------------------------------------------------------


def _decided_by_the_drafter(plan: Plan, _dice: Random) -> list[Act] | None:
    draft, take = plan.act("draft-1"), plan.act("take-1")
    if draft is None or take is None:
        return None
    return _with(plan, take, account=draft.account, way=Way.IMPORTED, told=_as_drafted(draft))


def _decided_by_the_drafter_again(plan: Plan, _dice: Random) -> list[Act] | None:
    """Have the drafter decide under a second account."""
    draft, take = plan.act("draft-1"), plan.act("take-1")
    if draft is None or take is None:
        return None
    double = second_account(draft.account)
    return _with(plan, take, account=double, way=Way.IMPORTED, told=_as_drafted(draft))


def _decided_without_a_draft(plan: Plan, _dice: Random) -> list[Act] | None:
    draft, take = plan.act("draft-1"), plan.act("take-1")
    if draft is None or take is None:
        return None
    acts = _with(plan, take, way=Way.IMPORTED, told=_as_drafted(draft))
    return [act for act in acts if act.step not in ("draft-1", "edit-1")]


def _as_drafted(draft: Act) -> tuple[tuple[str, Any], ...]:
    """Have the register tell of a decision what the desk takes over from the draft."""
    fields = ("form", "kind", "articles", "second_measure")
    return tuple((name, getattr(draft.command, name)) for name in fields)


def _notified_before_information(plan: Plan, _dice: Random) -> list[Act] | None:
    """Inform the resident only after the decision was handed over."""
    notify, inform = plan.act("notify"), plan.act("inform")
    if notify is None or inform is None:
        return None
    acts = _with(plan, notify, way=Way.IMPORTED)
    late = timedelta(hours=2)
    informed = inform._replace(at=notify.at + late, typed=notify.typed + late)
    return [informed if act is inform else act for act in acts]


def _left_in_the_term(plan: Plan, _dice: Random) -> list[Act] | None:
    """Have the resident leave four days after the notification, nobody waiting for an appeal."""
    _start, end = _removed_without_appeal(plan)
    notify, prepare = plan.act("notify"), plan.act("prepare")
    if end is None or notify is None or prepare is None or plan.act("iom-open"):
        return None
    gone = notify.at + timedelta(days=4)
    if plan.moves_to is not None or gone > prepare.at + timedelta(days=1):
        return None
    moved = {
        "prepare": notify.at + timedelta(days=1),
        "fit": gone - timedelta(hours=20),
        "give-back": gone - timedelta(hours=3),
        END: gone,
        CLOSE: gone + timedelta(days=2),
    }
    acts = [act for act in plan.acts if act.at < gone - _A_WHILE and act.step not in moved]
    forced = (("statistical_category", StatisticalCategory.FORCED),)
    for step, at in moved.items():
        if act := plan.act(step):
            way, told = (Way.IMPORTED, forced) if step == END else (Way.DESK, ())
            typed = at + timedelta(minutes=15)
            acts.append(act._replace(at=at, typed=typed, way=way, told=told))
    return acts


_A_WHILE = timedelta(hours=9)
"""What happened so shortly before may be typed only after; it is left out."""


def _never_notified(plan: Plan, _dice: Random) -> list[Act] | None:
    """Release the resident while a decision lies ready."""
    end = plan.act(END)
    if end is None or plan.act("prepare") or plan.act("iom-open") or plan.act("hand-in"):
        return None
    return [act for act in _with(plan, end, way=Way.IMPORTED) if act.step != "notify"]


def _with(plan: Plan, changed: Act, **instead: Any) -> list[Act]:
    return [act._replace(**instead) if act is changed else act for act in plan.acts]


BREACHES: dict[str, Breach] = {
    "ACT_AFTER_CLOSE": Breach(_talk_after_the_end),
    "DECIDED_UNDRAFTED": Breach(_decided_without_a_draft, imported=True),
    "DEPARTED_IN_TERM": Breach(_left_in_the_term, imported=True),
    "DEPARTED_UNDER_APPEAL": Breach(_found_in_a_drawer),
    "FOUR_EYES_DIRECT": Breach(_decided_by_the_drafter, imported=True),
    "FOUR_EYES_EDITOR": Breach(_decider_had_a_hand_in_it),
    "FOUR_EYES_SAME_PERSON": Breach(_decided_by_the_drafter_again, imported=True),
    "ILLEGAL_TRANSITION": Breach(_told_the_lawyer_alone),
    "NEVER_NOTIFIED": Breach(_never_notified, imported=True),
    "NOTIFIED_UNINFORMED": Breach(_notified_before_information, imported=True),
    "RUBBER_STAMP": Breach(_hardly_read, lead=True),
    "UNLAWFUL_DETENTION": Breach(_title_ran_out),
}
"""Every finding that can be planted, by its code."""
