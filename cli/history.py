"""The commands that go through a dossier line by line: what is on record, and what it led to."""

import json
from typing import TYPE_CHECKING

import click

from cli.base import Desk, command, dossier_argument, option, print_json
from cli.look import Asked, as_it_was, history
from cli.opener import Opener
from cli.render import attribute, by_whom, entry_json, receipt_json, when
from cli.restricted import instructed, let_in
from cli.words import colon, say
from domain.errors import UnknownDossier

if TYPE_CHECKING:
    from domain.record import Recorded
    from projections.timeline import Entry


@command("log")
@dossier_argument
@as_it_was
@option("--refused", is_flag=True, help="What was asked of it and refused, instead.")
def log(desk: Desk, dossier: str, asked: Asked, refused: bool) -> None:
    """List what is on record for a dossier: what, when, by whom, in what capacity."""
    let_in(desk, desk.office.journal.history(dossier))
    if refused:
        _list_refused(desk, dossier, asked)
    else:
        _list_recorded(desk, dossier, asked)


def _list_recorded(desk: Desk, dossier: str, asked: Asked) -> None:
    from projections.timeline import TIMELINE, of_dossier

    with desk.office.reading(TIMELINE) as connection:
        entries = of_dossier(connection, dossier)
    if not entries:
        raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    told = instructed(desk, dossier)
    opener = Opener(desk, dossier, _subject(dossier, entries), instructed=told)
    topics = {entry.version: entry.topic for entry in entries}
    for entry in entries:
        if not asked.includes(entry):
            continue
        said = json.loads(entry.data)
        data = opener.opened(entry.topic, entry.version, said, topics.get(said.get("corrects")))
        if desk.as_json:
            print_json(entry_json(entry) | {"data": data})
            continue
        click.echo(_headline(entry))
        _tell_fields(entry.topic, data)


def _tell_fields(topic: str, data: dict[str, object]) -> None:
    from domain.events import EVENTS
    from domain.values import sealed_fields

    personal = sealed_fields(EVENTS[topic])
    for name, value in data.items():
        if value != []:
            shown = value if name in personal else attribute(value)
            click.echo(f"       {name}{colon()} {shown}")


def _list_refused(desk: Desk, dossier: str, asked: Asked) -> None:
    from cli.refused import tell_refused
    from workflows.refusals import of_dossier

    then = asked._replace(version=None)
    tell_refused(desk, filter(then.includes, of_dossier(desk.office.journal, dossier)))


def _subject(dossier: str, entries: "list[Entry]") -> str:
    """Find whose keys seal a dossier: its resident's, or its own number's without admission."""
    from domain.events import ResidentAdmitted

    admissions = (entry for entry in entries if entry.topic == ResidentAdmitted.TOPIC)
    return next((json.loads(entry.data)["resident"] for entry in admissions), dossier)


def _headline(line: "Recorded | Entry") -> str:
    topic: str = line.event.TOPIC if hasattr(line, "event") else line.topic
    moment = when(line.occurred_at, whole_day=line.whole_day)
    return f"v{line.version:<3} {moment:<16}  {topic.partition('.')[0]:<30}  {by_whom(line)}"


@command("replay")
@dossier_argument
@as_it_was
def replay_(desk: Desk, dossier: str, asked: Asked) -> None:
    """Replay a dossier step by step, in the order it happened: each act and the stage after it."""
    from domain.trajectory import chronicle, evolve

    state = None
    for line in chronicle(history(desk, dossier, asked)):
        state = evolve(state, line)
        if desk.as_json:
            print_json({**receipt_json(line), "account": line.account, "stage": state.stage})
        else:
            click.echo(f"{_headline(line):<100}  → {say(state.stage)}".rstrip())
