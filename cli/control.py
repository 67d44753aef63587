"""The commands of the quality controller."""

from dataclasses import asdict
from typing import Any

import click

from cli.base import Desk, TrajetGroup, print_json
from cli.control_appeals import appeals
from cli.control_checklist import checklist
from cli.control_leads import leads
from cli.control_motives import motives
from cli.control_sample import sample
from cli.record.quality import finding
from cli.words import colon, say


@click.group("control", cls=TrajetGroup)
def control() -> None:
    """Control the quality of decisions."""


control.add_command(sample)
control.add_command(finding)
control.add_command(checklist)
control.add_command(appeals)
control.add_command(leads)
control.add_command(motives)


@control.command("separation")
def separation(desk: Desk) -> None:
    """Check, decision round by round, that who prepared a decision did not take it."""
    from cli.control_leads import on_record
    from cli.controllers import only_controllers
    from cli.separated import verdict
    from projections.leads import reciprocal_findings

    only_controllers(desk)
    rounds, findings = verdict(desk)
    findings += reciprocal_findings(on_record(desk))
    if desk.as_json:
        print_json({"rounds": rounds, "findings": [asdict(one) for one in findings]})
    else:
        for one in findings:
            click.echo(_told(one))
        breaches = sum(one.severity == "breach" for one in findings)
        click.echo(
            say(
                "{rounds} decision rounds: {breaches} breaches, {leads} leads",
                rounds=rounds,
                breaches=breaches,
                leads=len(findings) - breaches,
            )
        )
    if any(one.severity == "breach" for one in findings):
        raise SystemExit(1)


def _told(one: Any) -> str:
    who = ", ".join(one.accounts)
    code = f"{one.code:<22} {say(one.severity):<10}"
    if one.dossier is None:
        return f"{code} {who} " + say("({n} rounds: see control leads)", n=len(one.log_index) // 2)
    versions = ", ".join(f"v{version}" for version in one.versions)
    if one.act == "decision":
        where = say("round {n}", n=one.round)
    else:
        where = f"{say(one.act)} {one.round}"
    return f"{code} {one.dossier} {where}{colon()} {who} ({versions})"
