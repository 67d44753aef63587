"""The removals of a day: flight and escort, the check-list item by item, what is in the way."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.base import Desk, end_of, place_named
from cli.checklist import item_json
from cli.look import members_of, now, reader_at
from cli.paper import Facts, Grid, Paper, Part, hand_over
from cli.render import guard_json, instant, when
from cli.report_sheet import block_rows
from cli.restricted import let_read, may_read
from cli.words import coded, say

if TYPE_CHECKING:
    from domain.decide import Failing
    from domain.decide.check_list import Standing
    from domain.decide.checked import Checked
    from projections.removals import Attempted


class _Removal(NamedTuple):
    """An attempt, its check-list and what stands in its way."""

    dossier: str
    centre: str | None
    checked: "Checked"
    items: "list[Standing]"
    blocks: "list[Failing]"

    @property
    def settled(self) -> int:
        return sum(one.settled for one in self.items)


def give(
    desk: Desk,
    day: tuple[datetime, bool] | None,
    centre: str | None,
    html: str | None,
    *,
    force: bool,
) -> None:
    """Give the list as it was asked for; of a restricted dossier the reading is recorded."""
    from domain.rules.calendar import brussels_day, start_of_day
    from projections.removals import REMOVALS, departing

    on = brussels_day(day[0] if day else now())
    since = start_of_day(on)
    until = end_of((since, True)) or since + timedelta(days=1)
    code = place_named(centre).code if centre else None
    with desk.office.reading(REMOVALS) as connection:
        planned = departing(connection, since, until, code)
    found = [one for each in planned if (one := _look_at(desk, each))]
    at = now()
    document = {
        "day": on.isoformat(),
        "centre": code,
        "as_of": instant(at),
        "removals": [_json(one) for one in found],
    }
    hand_over(desk, _paper(found, on, code, at), document, html, force=force)


def _look_at(desk: Desk, each: "Attempted") -> _Removal | None:
    """Look at one attempt; ``None`` where its dossier is not for who is at the desk."""
    from domain.decide.checked import attempts_of, in_its_way
    from domain.trajectory import replay

    lines = desk.office.journal.history(each.dossier)
    state = replay(lines)
    if state is None or not may_read(desk, state):
        return None
    let_read(desk, state)
    checked = next(one for one in attempts_of(lines, now()) if one.attempt.number == each.number)
    blocks = in_its_way(checked, members_of(desk, state), reader_at(desk))
    return _Removal(each.dossier, state.centre, checked, checked.items, blocks)


def _paper(found: list[_Removal], on: Any, centre: str | None, at: datetime) -> Paper:
    complete = sum(one.settled == len(one.items) for one in found)
    counted = say(
        "{n} removal(s); check-list complete: {complete}", n=len(found), complete=complete
    )
    where = centre or say("every centre")
    return Paper(
        title=say("removals of {day}", day=on),
        under=(say("{centre}, as of {moment}", centre=where, moment=when(at)), counted),
        parts=[part for one in found for part in _parts(one)],
    )


def _parts(one: _Removal) -> list[Part]:
    attempt = one.checked.attempt
    parts: list[Part] = [
        Facts(f"{one.dossier}  {say('attempt {n}', n=attempt.number)}", _facts(one)),
        Grid(
            say("{dossier}: check-list {done} of {all}", **_counts(one)),
            (say("item"), say("state"), say("who"), say("since"), say("rule")),
            [_item_row(each) for each in one.items],
        ),
    ]
    if attempt.open:
        title = say("{dossier}: in the way at departure", dossier=one.dossier)
        heads = (say("why"), say("rule"), say("how sure"), say("passes from"))
        parts.append(Grid(title, heads, block_rows(one.blocks)))
    return parts


def _counts(one: _Removal) -> dict[str, object]:
    return {"dossier": one.dossier, "done": one.settled, "all": len(one.items)}


def _facts(one: _Removal) -> list[tuple[str, Any]]:
    attempt = one.checked.attempt
    stands = say("carried out") if attempt.carried_out else say(attempt.state)
    transport = coded("removal.transport", attempt.transport)
    told = [
        (say("centre"), one.centre),
        (say("departs"), attempt.departs),
        (say("flight"), f"{attempt.flight} ({transport})"),
        (say("way"), coded("removal.mode", attempt.mode)),
        (say("escort"), _escort(attempt.escort)),
        (say("state"), stands),
        (say("announced to the person"), attempt.person_told),
        (say("announced to the lawyer"), attempt.lawyer_told),
        (say("monitor informed"), attempt.monitor_told),
    ]
    if attempt.reason:
        told.append((say("reason"), coded("removal.not-executed", attempt.reason)))
    if one.checked.over:
        told.append((say("judged as of"), one.checked.at))
    return told


def _escort(codes: tuple[str, ...]) -> str:
    """Say how many go along of each kind."""
    kinds = dict.fromkeys(codes)
    return ", ".join(f"{codes.count(one)} × {coded('removal.escort', one)}" for one in kinds)


def _item_row(each: "Standing") -> tuple[Any, ...]:
    return (
        coded("removal.check-list", each.item.code),
        item_state(each),
        each.tick and each.tick.by.account,
        each.tick and when(each.tick.by.at, whole_day=each.tick.by.whole_day),
        each.item.rule,
    )


def item_state(each: "Standing") -> str:
    """Tell how an item stands, and whether the dossier says so by itself."""
    stands = say("to do") if not each.settled else coded("removal.item-state", each.state)
    if each.known is None or each.known != each.state:
        return stands
    return say("{state} (seen in the dossier)", state=stands)


# --- as JSON --------------------------------------------------------------------------------


def _json(one: _Removal) -> dict[str, Any]:
    from domain.decide.checked import departure_of

    attempt = one.checked.attempt
    return {
        "dossier": one.dossier,
        "centre": one.centre,
        "attempt": attempt.number,
        "state": "carried-out" if attempt.carried_out else attempt.state,
        "departs": attempt.departs and instant(attempt.departs),
        "flight": attempt.flight,
        "transport": attempt.transport,
        "mode": attempt.mode,
        "escort": list(attempt.escort),
        "announced_to_person": attempt.person_told and instant(attempt.person_told),
        "announced_to_lawyer": attempt.lawyer_told and instant(attempt.lawyer_told),
        "monitor_informed": attempt.monitor_told and instant(attempt.monitor_told),
        "judged_at": instant(one.checked.at),
        "done": one.settled,
        "of": len(one.items),
        "items": [item_json(each) for each in one.items],
        "blocked_at": instant(departure_of(one.checked)) if attempt.open else None,
        "blocked_by": [guard_json(each) for each in one.blocks],
    }
