"""The commands of the quality controller."""

from dataclasses import asdict
from typing import Any

import click

from cli.base import Desk, TrajetGroup, print_json
from cli.record.quality import finding, sample
from cli.words import colon, say


@click.group("control", cls=TrajetGroup)
def control() -> None:
    """Control the quality of decisions."""


control.add_command(sample)
control.add_command(finding)


@control.command("separation")
def separation(desk: Desk) -> None:
    """Check, decision round by round, that who prepared a decision did not take it."""
    from projections.separation import SEPARATION, all_rows
    from projections.separation import findings as judge

    with desk.office.reading(SEPARATION) as connection:
        rows = all_rows(connection)
    findings = judge(rows)
    if desk.as_json:
        print_json({"rounds": len(rows), "findings": [asdict(one) for one in findings]})
    else:
        for one in findings:
            click.echo(_told(one))
        breaches = sum(one.severity == "breach" for one in findings)
        click.echo(
            say(
                "{rounds} decision rounds: {breaches} breaches, {leads} leads",
                rounds=len(rows),
                breaches=breaches,
                leads=len(findings) - breaches,
            )
        )
    if any(one.severity == "breach" for one in findings):
        raise SystemExit(1)


def _told(one: Any) -> str:
    who = ", ".join(one.accounts)
    versions = ", ".join(f"v{version}" for version in one.versions)
    mark = say(one.severity)
    where = say("round {n}", n=one.round)
    return f"{one.code:<22} {mark:<10} {one.dossier} {where}{colon()} {who} ({versions})"
