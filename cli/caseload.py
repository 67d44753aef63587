"""The caseload of a centre: where each dossier stands, what blocks departure, what is due."""

from collections.abc import Iterator
from typing import Any

import click

from cli.base import Desk, command, option, place_named, print_json
from cli.look import in_the_way, members_of, now
from cli.render import certainty_json, instant, mark_of, table
from cli.restricted import may_read
from cli.words import say


@command("caseload")
@click.argument("centre")
@option("--all", "everything", is_flag=True, help="Ended trajectories too.")
def caseload(desk: Desk, centre: str, everything: bool) -> None:
    """List a centre's dossiers: stage, since when, what blocks departure, what is due."""
    from projections.caseload import CASELOAD, of_centre

    code = place_named(centre).code
    with desk.office.reading(CASELOAD) as connection:
        rows = of_centre(connection, code, everything=everything)
    cases = list(_cases(desk, rows))
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


def _cases(desk: Desk, rows: Any) -> Iterator[dict[str, Any]]:
    """Add to each row what depends on today: the rules that block, the clock that runs."""
    from domain.decide.clocks import next_due
    from domain.trajectory import replay

    for row in rows:
        state = replay(desk.office.journal.history(row.dossier))
        if state is None or not may_read(desk, state):
            continue
        due = next_due(state, now())
        blocks = in_the_way(state, members_of(desk, state), now())
        yield {
            "dossier": row.dossier,
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
