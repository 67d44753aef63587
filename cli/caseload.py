"""The caseload of a centre: where each dossier stands, what blocks departure, what is due."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from cli.base import Desk, command, end_of, option, place_named, print_json
from cli.look import AS_KNOWN, Asked, in_the_way, just_before, members_of, now
from cli.render import certainty_json, instant, mark_of, table
from cli.restricted import may_read
from cli.words import say
from cli.worklist import as_known as known_then

if TYPE_CHECKING:
    from domain.trajectory import Trajectory


@command("caseload")
@click.argument("centre")
@option("--all", "everything", is_flag=True, help="Ended trajectories too.")
@AS_KNOWN
def caseload(desk: Desk, centre: str, everything: bool, as_known: Any) -> None:
    """
    List a centre's dossiers: stage, since when, what blocks departure, what is due.

    With --as-known all is told as it could have been told then.
    """
    code, known = place_named(centre).code, end_of(as_known)
    if known is None:
        cases = list(_cases(desk, _standing(desk, code, everything=everything)))
    else:
        cases = list(_cases(desk, _known_then(desk, code, known, everything=everything), known))
    if desk.as_json:
        print_json(cases)
        return
    table(
        ("dossier", "stage", "since", "blocked by", "due"),
        (
            (
                case["dossier"],
                say(case["stage"]),
                case["since"][:10],
                " ".join(case["blocked_by"]),
                case["due"] and f"{case['due']['rule']} {case['due']['at'][:16]}",
            )
            for case in cases
        ),
    )
    _tell_how_sure({each for case in cases for each in _rules_in(case)})


def _rules_in(case: dict[str, Any]) -> list[str]:
    due = case["due"]
    return [*case["blocked_by"], *([due["rule"]] if due else [])]


def _tell_how_sure(ids: set[str]) -> None:
    """Say once of every rule above that was not verified how sure it is."""
    unsure = [(each, mark) for each in sorted(ids) if (mark := mark_of(each))]
    if unsure:
        click.echo()
        table(("rule", "how sure"), unsure)


def _standing(desk: Desk, code: str, *, everything: bool) -> "Iterator[Trajectory]":
    """Take the dossiers of a centre as they stand, longest in their stage first."""
    from domain.trajectory import replay
    from projections.caseload import CASELOAD, of_centre

    with desk.office.reading(CASELOAD) as connection:
        rows = of_centre(connection, code, everything=everything)
    for row in rows:
        state = replay(desk.office.journal.history(row.dossier))
        if state is not None and may_read(desk, state):
            yield state


def _known_then(desk: Desk, code: str, known: datetime, *, everything: bool) -> "list[Trajectory]":
    """Take those that were of the centre, by what was recorded before a moment."""
    from domain.lifecycle import ENDED

    found = [
        state
        for state in known_then(desk, known)
        if state.centre == code and (everything or state.stage not in ENDED)
    ]
    return sorted(found, key=lambda state: (state.since, state.dossier))


def _cases(
    desk: Desk, states: "Iterable[Trajectory]", known: datetime | None = None
) -> Iterator[dict[str, Any]]:
    """Add what depends on the day, today or the one asked for: what blocks, what runs out."""
    from domain.decide.clocks import next_due

    by = now() if known is None else just_before(known)
    for state in states:
        due = next_due(state, by)
        blocks = in_the_way(state, members_of(desk, state, Asked(known=known)), by)
        yield {
            "dossier": state.dossier,
            "stage": state.stage,
            "since": instant(state.since),
            "blocked_by": list(dict.fromkeys(one.rule for one in blocks)),
            "due": due
            and {
                "rule": due.rule,
                **certainty_json(due.rule),
                "at": instant(due.at),
                "what": say(due.what),
            },
            "certainties": {one.rule: certainty_json(one.rule)["certainty"] for one in blocks},
        }
