"""``trajet audit export``: the log of acts written out for other programs."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

import click

from cli.base import (
    DOSSIER,
    Choice,
    Desk,
    Moment,
    Number,
    TrajetCommand,
    end_of,
    option,
    place_named,
    print_json,
)
from cli.render import progress_bar
from cli.words import say
from cli.written import put
from domain.errors import BadInput, StoreTrouble, UnknownDossier

if TYPE_CHECKING:
    from datetime import datetime

    from domain.record import Recorded
    from projections.export.deeds import About
    from projections.export.names import Names
    from projections.export.scope import Scope, Source

_NET = "pnml"
_FORMATS = ["xes", "ocel-json", "ocel-sqlite", "csv", "jsonl", _NET]


@click.command("export", cls=TrajetCommand)
@option("--format", "form", type=Choice(_FORMATS), required=True, help="How it is written.")
@option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help="The file to write, private to you.",
)
@option("--force", is_flag=True, help="Put it over a file that is there.")
@option("--centre", metavar="CODE", help="Only dossiers of this centre.")
@option(
    "--dossier",
    "dossiers",
    type=DOSSIER,
    multiple=True,
    metavar="DOSSIER",
    help="Only of this dossier; again for each one.",
)
@option("--since", type=Moment(), metavar="DATE", help="Recorded from then on.")
@option("--until", type=Moment(), metavar="DATE", help="Recorded until then, a day to its end.")
@option("--plain", is_flag=True, help="Real numbers and names instead of pseudonyms.")
@option(
    "--pseudonym-key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The key of the pseudonyms, made if it is not there: exports with one key can be joined.",
)
@option(
    "--procedure",
    "version",
    type=Number(min=1),
    metavar="N",
    help="The version of the procedure a net is made of; the newest without it.",
)
def export(desk: Desk, form: str, file: Path, *, force: bool, **asked: Any) -> None:
    """
    Write what happened in dossiers out for analysis, under pseudonyms.

    What is sealed stays sealed: it is in no export. Formats: xes, ocel-json and ocel-sqlite for
    process mining, csv, jsonl (CloudEvents); pnml is the procedure itself, as a net.
    """
    _keep_off(desk, file, asked["pseudonym_key"])
    if form == _NET:
        _write_net(desk, file, asked, force=force)
        return
    if asked["version"] is not None:
        raise BadInput("--procedure goes with --format pnml")
    _only_for_controllers(desk, plain=asked["plain"])
    names = _names(plain=asked["plain"], key_file=asked["pseudonym_key"])
    with put(file, force=force) as draft:
        found = _written(desk, form, draft, names, asked)
    _tell(desk, form, file, found)


def _only_for_controllers(desk: Desk, *, plain: bool) -> None:
    """AUT-02: an export is for who controls; real names leave the house with the auditor only."""
    from cli.controllers import only_for
    from domain.lifecycle.who import CONTROLLERS
    from domain.values import Function

    only_for(
        desk,
        CONTROLLERS,
        "AUT-02: {account} may not take the log out; it is for {functions}",
    )
    if plain:
        only_for(
            desk,
            {Function.AUDITOR},
            "AUT-02: {account} may not take real names out; they are for {functions}",
        )


def _names(*, plain: bool, key_file: Path | None) -> "Names":
    """Choose under which names everything goes out: real ones, or by a key of one's own or new."""
    from secrets import token_bytes

    from projections.export.names import KEY_BYTES, Pseudonyms, RealNames

    if plain:
        if key_file:
            raise BadInput("give --plain or --pseudonym-key, not both")
        return RealNames()
    return Pseudonyms(_kept_key(key_file) if key_file else token_bytes(KEY_BYTES))


def _kept_key(file: Path) -> bytes:
    """Read a key of pseudonyms, or make one that only its owner can read."""
    from base64 import b64decode, b64encode
    from secrets import token_bytes

    from projections.export.names import KEY_BYTES
    from workflows.private import write_private

    if not file.parent.is_dir():
        raise BadInput("--pseudonym-key: there is no folder {folder}", folder=file.parent)
    try:
        try:
            write_private(file, b"%s %s\n" % (_KEY, b64encode(token_bytes(KEY_BYTES))))
            _warn(
                say(
                    "{file} is a new key: who has it can tell who is who in the export",
                    file=file,
                )
            )
        except FileExistsError:
            pass
        kind, _, written = file.read_bytes().strip().partition(b" ")
        key = b64decode(written, validate=True)
    except OSError as trouble:
        raise StoreTrouble("{file} cannot be read or made", file=file) from trouble
    except ValueError:
        kind, key = b"", b""
    if kind != _KEY or len(key) != KEY_BYTES:
        raise BadInput("{file} is no key of pseudonyms as this program makes them", file=file)
    return key


# So that no key of another kind is taken for one: that of a vault is written in base64 too.
_KEY = b"trajet.pseudonyms/v1"


# --- what goes out ----------------------------------------------------------------------------


class _Found(NamedTuple):
    """What an export turned out to hold; what of it was ``hidden`` or ``left_out`` is counted."""

    about: "About"
    events: int
    dossiers: int
    hidden: int
    left_out: int


def _written(desk: Desk, form: str, draft: Path, names: "Names", asked: dict[str, Any]) -> _Found:
    from projections.export.scope import Source

    scope = _scope(desk, asked)
    about = _about(desk, scope, names)
    if names.real:
        _note_readings(desk, scope)
    with progress_bar(form) as progress:
        source = Source(desk.office.journal, scope, names, progress)
        _WRITERS[form](draft, about, source)
    hidden = len(list(scope.kept_back()))
    return _Found(about, source.events, source.dossiers, hidden, source.left_out)


def _note_readings(desk: Desk, scope: "Scope") -> None:
    """Record of each dossier that goes out under its real number who takes it, before it does."""
    from cli.restricted import note_reading

    every = desk.office.journal.since(0)
    note_reading(desk, *dict.fromkeys(line.stream for line in every if scope.includes(line)))


def _scope(desk: Desk, asked: dict[str, Any]) -> "Scope":
    """Understand of what is asked; who reads a restricted dossier is recorded first."""
    from cli.restricted import closed_ever, is_kept_back, let_in
    from projections.export.births import telling_a_birth
    from projections.export.scope import Scope

    journal = desk.office.journal
    # First: what is restricted meanwhile is hidden, or is not of what is asked.
    size = journal.head().size
    until = end_of(asked["until"])
    since = asked["since"][0] if asked["since"] else None
    if since and until and since >= until:
        raise BadInput("--until: the period ends before it begins")
    for dossier in asked["dossiers"]:
        if not journal.newest_version(dossier) or ":" in dossier:
            raise UnknownDossier("there is no dossier {dossier}", dossier=dossier)
    chosen = _chosen(desk, asked["centre"], asked["dossiers"])
    hidden = set()
    for dossier in closed_ever(desk):
        lines = journal.history(dossier)
        wanted = chosen is None or dossier in chosen
        kept = is_kept_back(desk, lines)
        if kept and dossier not in asked["dossiers"]:
            hidden.add(dossier)  # of others, too, its number is not told
        elif kept or (wanted and any(_in_span(line, since, until) for line in lines)):
            let_in(desk, lines)
    left_out = frozenset() if asked["plain"] else telling_a_birth(journal)
    return Scope(size, chosen, frozenset(hidden), since, until, left_out)


def _in_span(line: "Recorded", since: "datetime | None", until: "datetime | None") -> bool:
    recorded = line.recorded_at
    return (since is None or recorded >= since) and (until is None or recorded < until)


def _chosen(desk: Desk, centre: str | None, dossiers: tuple[str, ...]) -> frozenset[str] | None:
    """Name the dossiers asked for, by the events themselves; ``None`` for all of them."""
    if centre is None:
        return frozenset(dossiers) or None
    from domain.trajectory import replay

    code = place_named(centre).code
    every = map(replay, map(desk.office.journal.history, _wanted(desk, dossiers)))
    return frozenset(state.dossier for state in every if state and state.centre == code)


def _wanted(desk: Desk, dossiers: tuple[str, ...]) -> Iterable[str]:
    from domain.record import is_dossier

    return dossiers or filter(is_dossier, desk.office.journal.names())


def _about(desk: Desk, scope: "Scope", names: "Names") -> "About":
    from domain.house import house
    from domain.record import HOUSE
    from projections.export.deeds import About

    journal = desk.office.journal
    note = journal.newest_checkpoint()
    named = house(journal.history(HOUSE)).origin or _named_in(note)
    checkpoint = "none" if note is None else sha256(note.encode()).hexdigest()
    return About(named or "unnamed", scope.size, checkpoint, names.told)


def _named_in(note: str | None) -> str | None:
    """Return the name the log has in a checkpoint; ``None`` where it is none that can be read."""
    from domain.checkpoint import checkpoint_in

    try:
        return checkpoint_in(note)[1].origin if note else None
    except BadInput:
        return None


def _write_xes(draft: Path, about: "About", source: "Source") -> None:
    from projections.export import xes

    with _text(draft) as file:
        xes.write(file, about, source.by_dossier())


def _write_csv(draft: Path, about: "About", source: "Source") -> None:
    from projections.export import table

    with _text(draft, newline="") as file:
        table.write(file, about, source.in_order(), source.fields())


def _write_jsonl(draft: Path, about: "About", source: "Source") -> None:
    from projections.export import cloudevents

    with _text(draft) as file:
        cloudevents.write(file, about, source.in_order())


def _write_ocel_json(draft: Path, about: "About", source: "Source") -> None:
    from projections.export import ocel_json

    with _text(draft) as file:
        ocel_json.write(file, about, source.in_order(), source.event_types())


def _write_ocel_sqlite(draft: Path, about: "About", source: "Source") -> None:
    from projections.export import ocel_sqlite

    ocel_sqlite.write(draft, about, source.in_order(), source.event_types())


_WRITERS: dict[str, Callable[[Path, "About", "Source"], None]] = {
    "xes": _write_xes,
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "ocel-json": _write_ocel_json,
    "ocel-sqlite": _write_ocel_sqlite,
}


def _write_net(desk: Desk, file: Path, asked: dict[str, Any], *, force: bool) -> None:
    """Write the procedure as a net: no dossier is in it, and no store is asked."""
    from domain.lifecycle import NEWEST, VERSIONS
    from projections.export import net

    of_dossiers = ("centre", "dossiers", "since", "until", "plain", "pseudonym_key")
    for name in of_dossiers:
        if asked[name]:
            option_name = "dossier" if name == "dossiers" else name.replace("_", "-")
            raise BadInput("--{option} goes with the log, not with a net", option=option_name)
    version = asked["version"] or NEWEST
    if version not in VERSIONS:
        raise BadInput(
            "there is no procedure {version}; there are: {known}",
            version=version,
            known=", ".join(map(str, VERSIONS)),
        )
    with put(file, force=force) as draft, _text(draft) as text:
        net.write(text, version)
    if desk.as_json:
        print_json({"file": str(file), "format": _NET, "procedure": version})
    else:
        click.echo(say("procedure {version} written to {file}", version=version, file=file))


# --- the file ---------------------------------------------------------------------------------


def _keep_off(desk: Desk, file: Path, key_file: Path | None) -> None:
    """Refuse to write over what is no file, what belongs to the store, or the key."""
    if file.exists() and not file.is_file():
        raise BadInput("--output: {file} is no file that could be written over", file=file)
    kept = [one for one in (*desk.office.paths, key_file) if isinstance(one, Path)]
    same = any(one.exists() and file.exists() and one.samefile(file) for one in kept)
    if same or file.resolve() in {one.resolve() for one in kept}:
        raise BadInput("--output: {file} is of the store, or a key", file=file)


@contextmanager
def _text(draft: Path, newline: str = "\n") -> Iterator[TextIO]:
    with draft.open("w", encoding="utf-8", newline=newline) as file:
        yield file


def _tell(desk: Desk, form: str, file: Path, found: _Found) -> None:
    from cli.restricted import told_of_hidden

    about = found.about
    if desk.as_json:
        print_json(
            {
                "file": str(file),
                "format": form,
                "events": found.events,
                "dossiers": found.dossiers,
                "hidden": found.hidden,
                "left_out": found.left_out,
                **about._asdict(),
            }
        )
    else:
        click.echo(
            say(
                "{events} events of {dossiers} dossiers written to {file}",
                events=found.events,
                dossiers=found.dossiers,
                file=file,
            )
        )
        click.echo(
            say(
                "the log {origin} at size {size}, newest checkpoint {checkpoint}",
                origin=about.origin,
                size=about.size,
                checkpoint=about.checkpoint,
            )
        )
        for told in told_of_hidden(found.hidden):
            click.echo(told)
        if found.left_out:
            click.echo(say("{n} act(s) whose moment tells a birth are left out", n=found.left_out))
    if about.names == "plain":
        warning = say(
            "{file} holds the numbers of residents and the names of staff: you alone can read "
            "it; destroy it once it has served",
            file=file,
        )
    else:
        warning = say(
            "{file} holds personal data under pseudonyms: who knows a dossier well may still "
            "know it again; destroy it once it has served",
            file=file,
        )
    _warn(warning)


def _warn(what: str) -> None:
    click.echo(f"trajet: {what}", err=True)
