"""``trajet demo``: a centre's year, one dossier advanced and replayed, the trail verified."""

import shlex
import tempfile
import time
from importlib.resources import as_file, files
from pathlib import Path

import click

from cli.base import Desk, command, option
from cli.words import say

STORY = """\
import {folder}/register-holsbeek-2025.csv --staff {folder}/staff-holsbeek.csv --as registrar
caseload Holsbeek --as d.lambert
show HOL-2025-0032 --as d.lambert
open HOL-2026-0001 --from police --sex F --name 'Mariam Test' --as d.lambert
decision notify HOL-2026-0001 --language fr --means by-hand --remedies --as d.lambert
inform HOL-2026-0001 --language fr --interpreter I-17 --as d.lambert
decision draft HOL-2026-0001 --form 13septies --reference DEC-2026-00001 --as p.dubois
decision take HOL-2026-0001 --as p.dubois
decision take HOL-2026-0001 --as e.claes
decision notify HOL-2026-0001 --language fr --means by-hand --remedies --as d.lambert
depart HOL-2026-0001 --mode removal-escorted --as d.lambert
replay HOL-2026-0001 --as d.lambert
control separation --as d.lambert
audit conformance --as d.lambert
audit verify
"""
"""What the demonstration types; refusals and findings on the way are part of it."""


@command("demo")
@option("--keep", metavar="FOLDER", type=click.Path(path_type=Path), help="Keep the store here.")
def demo(desk: Desk, keep: Path | None) -> None:
    """Show it all on a sample register: import, advance a dossier, replay, verify."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="trajet-demo-") as made:
        folder = keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with as_file(files("cli") / "sample") as sample:
            for name in ("register-holsbeek-2025.csv", "staff-holsbeek.csv"):
                (folder / name).write_bytes((sample / name).read_bytes())
        store = folder / "demo.db"
        _found(store)
        for line in STORY.format(folder=folder).splitlines():
            _type(line, store)
    click.echo(say("done in {n} seconds", n=f"{time.monotonic() - started:.0f}"))


def _found(store: Path) -> None:
    """Make the demonstration's store without touching the user's own settings."""
    from cli.settings import locate
    from cli.wiring import Office
    from domain.commands import AddStaff
    from domain.values import Function
    from workflows import people

    office = Office(locate(f"sqlite:///{store}"))
    office.create()
    founder = AddStaff(account="registrar", person="registrar", function=Function.REGISTRAR)
    people.register(office.journal, founder, None)
    office.close()


def _type(line: str, store: Path) -> None:
    """Run one line as if it had been typed, and show it."""
    from cli.main import main

    click.secho(f"\n$ trajet {line}", bold=True)
    try:
        main(["--store", f"sqlite:///{store}", *shlex.split(line)], prog_name="trajet")
    except SystemExit as leave:
        if leave.code:
            click.echo(say("[exit {code}]", code=leave.code))
