"""Where a dossier stands: its stage, its rounds and appeals, what is missing and in the way."""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from cli.base import Desk, command, dossier_argument, print_json
from cli.look import ALL, Asked, as_it_was, history, in_the_way, members_of, now, reader_at
from cli.opener import Opener
from cli.render import (
    certainty_json,
    guard_json,
    guard_lines,
    instant,
    leads_on,
    marked,
    may_follow,
    stuck_told,
    when,
)
from cli.restricted import instructed
from cli.steps import STEPS
from cli.words import colon, say
from domain.errors import UnknownDossier

if TYPE_CHECKING:
    from domain.decide import Failing
    from domain.record import Recorded
    from domain.state.decision import Hand, Round
    from domain.trajectory import Trajectory


class _Seen(NamedTuple):
    """
    A dossier as it was asked for, with what stops a departure and the moment that was judged.

    ``stuck`` are the acts that wait for a decision nobody may take now, of a dossier as it is.
    """

    lines: "list[Recorded]"
    state: "Trajectory"
    members: "tuple[Trajectory, ...]"
    blocks: "list[Failing]"
    by: datetime
    stuck: list[str]


@command("show")
@dossier_argument
@as_it_was
def show(desk: Desk, dossier: str, asked: Asked) -> None:
    """Show where a dossier stands: stage, decision, appeals, what blocks departure."""
    seen = _look_at(desk, dossier, asked)
    resident, instructions = _resident(desk, seen), _instructions(desk, seen)
    if desk.as_json:
        print_json(_sheet(seen, resident) | {"instructions": instructions})
        return
    state = seen.state
    click.echo(f"{dossier}  {say(state.stage)}  " + say("since {day}", day=when(state.since)))
    if instructions:
        click.echo(f"  {say('confidential instructions')}{colon()} {instructions}")
    for told in (*_person_lines(state, resident), *_course_lines(state), *_what_is_left(seen)):
        click.echo(f"  {told}")


def _look_at(desk: Desk, dossier: str, asked: Asked) -> _Seen:
    from domain.trajectory import replay
    from workflows.separation import stuck

    lines = history(desk, dossier, asked)
    state = replay(lines)
    if state is None:
        raise UnknownDossier("nothing was on record for {dossier} by then", dossier=dossier)
    by, members = asked.moment(state), members_of(desk, state, asked)
    blocks = in_the_way(state, members, by, reader_at(desk))
    waiting = []
    if asked == ALL:
        waiting = stuck(desk.office.journal, lines, state, max(by, state.latest), members)
    return _Seen(lines, state, members, blocks, by, waiting)


def _resident(desk: Desk, seen: _Seen) -> dict[str, Any]:
    """Open who the resident is, as the last admission says it."""
    from domain.events import ResidentAdmitted
    from domain.trajectory import chronicle, subject_of

    opener = Opener(desk, seen.state.dossier, subject_of(seen.lines) or seen.state.dossier)
    found: dict[str, Any] = {}
    for line in chronicle(seen.lines):
        if isinstance(line.event, ResidentAdmitted):
            found = opener.fields(line)
    return found


def _instructions(desk: Desk, seen: _Seen) -> str | None:
    """Open what those on the list of a dossier that is restricted now are to follow."""
    from domain.events import AccessRestricted
    from domain.trajectory import chronicle, subject_of

    if not seen.state.access.restricted(now()):
        return None
    opener = Opener(
        desk,
        seen.state.dossier,
        subject_of(seen.lines) or seen.state.dossier,
        instructed=instructed(desk, seen.state.dossier),
    )
    found = [one for one in chronicle(seen.lines) if isinstance(one.event, AccessRestricted)]
    return opener.instructions(found[-1]) if found else None


# --- as text --------------------------------------------------------------------------------


def _person_lines(state: "Trajectory", resident: dict[str, Any]) -> Iterator[str]:
    language = f" ({state.language})" if state.language else ""
    for label, value in (
        ("centre", state.centre),
        ("resident", ", ".join(str(part) for part in resident.values() if part)),
        ("information given", f"{len(state.informed)}/7{language}"),
    ):
        yield f"{say(label)}{colon()} {value}"


def _course_lines(state: "Trajectory") -> Iterator[str]:
    """Tell the rounds, the appeals, the IOM file and the last examination."""
    for round_ in state.rounds:
        title = f"{say('decision round')} {round_.number} [{say(round_.state)}]"
        told = (round_.form, round_.reference if len(state.rounds) > 1 else None)
        yield f"{title} {' '.join(filter(None, told))}{colon()} {_hands(round_)}"
        if round_ is state.drafted and round_.draft:
            yield f"  {say('the draft')}{colon()} {round_.draft}"
    for appeal in state.appeals:
        kind = f"{appeal.reference or '-'} {say(appeal.kind)} [{say(appeal.state)}]"
        yield f"{say('appeal')} {kind} " + say("since {day}", day=when(appeal.since))
    if state.iom:
        since = say("since {day}", day=when(state.iom.since))
        yield f"{say('IOM file')} [{say(state.iom.state)}] {since}"
    if state.examination:
        yield f"{say(state.examination.result)} {when(state.examination.at)}"


def _hands(round_: "Round") -> str:
    """Say who did what in a round, and when."""
    acts = (
        (say("drafted"), round_.drafted),
        (say("edited"), round_.edited),
        (say("taken"), (round_.taken,)),
        (say("notified"), (round_.notified,)),
    )
    return "; ".join(
        f"{verb} {hand.account} {when(hand.at, whole_day=hand.whole_day)}"
        for verb, hands in acts
        for hand in hands
        if hand
    )


def _what_is_left(seen: _Seen) -> Iterator[str]:
    """Tell each region, what is missing, what is in the way of a departure, what may follow."""
    from cli.sheet import lacking, region_lines
    from domain.decide.missing import missing
    from domain.lifecycle import COMMAND_OF

    yield from region_lines(seen.state, seen.by)
    for each in missing(seen.state):
        yield say("missing: {what} ({rule})", what=lacking(each), rule=marked(each.rule))
    told = {one.act for one in seen.state.undecidable}
    for act in seen.stuck:
        if act not in told:
            yield stuck_told(seen.state.dossier, act)
    if seen.blocks:
        yield say("in the way of departure:")
    for failing in seen.blocks:
        yield from guard_lines(failing)
    act = COMMAND_OF.get(type(seen.lines[-1].event).__name__, "")
    follow = leads_on(seen.state, seen.by, act, seen.members)
    yield say("may follow: {follow}", follow=", ".join(follow) or "-")


# --- as JSON --------------------------------------------------------------------------------


def _sheet(seen: _Seen, resident: dict[str, Any]) -> dict[str, Any]:
    from cli.sheet import lacking, regions_json
    from domain.decide.missing import missing

    state, iom, examination = seen.state, seen.state.iom, seen.state.examination
    return {
        "dossier": state.dossier,
        "version": state.version,
        "stage": state.stage,
        "since": instant(state.since),
        "centre": state.centre,
        "resident": resident,
        "informed": sorted(state.informed),
        "language": state.language,
        "rounds": [_round_json(round_) for round_ in state.rounds],
        "appeals": [_appeal_json(appeal) for appeal in state.appeals],
        "iom": iom
        and {"state": iom.state, "since": instant(iom.since), "reference": iom.reference},
        "fitness": examination and {"result": examination.result, "at": instant(examination.at)},
        "procedure": state.procedure,
        "regions": regions_json(state, seen.by),
        "missing": [
            {"rule": each.rule, **certainty_json(each.rule), "what": lacking(each)}
            for each in missing(state)
        ],
        "nobody_may_decide": [STEPS.get(act, act) for act in seen.stuck],
        "blocked_by": [guard_json(failing) for failing in seen.blocks],
        "may_follow": may_follow(state, seen.by, seen.members),
    }


def _appeal_json(appeal: Any) -> dict[str, Any]:
    return {
        "kind": appeal.kind,
        "state": appeal.state,
        "since": instant(appeal.since),
        "handed_in": instant(appeal.handed_in) if appeal.handed_in else None,
        "round": appeal.round,
        "reference": appeal.reference,
    }


def _round_json(round_: "Round") -> dict[str, Any]:
    return {
        "number": round_.number,
        "state": round_.state,
        "form": round_.form,
        "reference": round_.reference,
        "draft": round_.draft,
        "suspended": round_.suspended,
        "drafted": [_hand_json(one) for one in round_.drafted],
        "edited": [_hand_json(one) for one in round_.edited],
        "taken": round_.taken and _hand_json(round_.taken),
        "notified": round_.notified and _hand_json(round_.notified),
    }


def _hand_json(one: "Hand") -> dict[str, Any]:
    return {
        "account": one.account,
        "person": one.person,
        "at": instant(one.at),
        "version": one.version,
    }
