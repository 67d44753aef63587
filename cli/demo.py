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
open HOL-2025-0101 --from police --sex F --adult --name 'Mariam Test' \
--on 2025-09-01T10:00 --as d.lambert
property HOL-2025-0101 --reference INV-2025-0101 --kept --on 2025-09-01T10:30 --as k.declercq
health intake HOL-2025-0101 --note 'in good health' --on 2025-09-01T14:00 --as f.goossens
decision notify HOL-2025-0101 --language fr --means by-hand --acknowledgement signed \
--by centre-director --remedies --on 2025-09-01T15:00 --as d.lambert
inform HOL-2025-0101 --language fr --interpreter I-17 --on 2025-09-01T16:00 --as d.lambert
hearing hold HOL-2025-0101 --language fr --note 'a sister in Liège' \
--on 2025-09-02T10:00 --as d.lambert
decision draft HOL-2025-0101 --form 13septies --kind return-decision --article 7-1-1 \
--motives 'no right to stay' --reference DEC-2025-00101 --on 2025-09-03T09:00 --as p.dubois
decision take HOL-2025-0101 {weighed} --on 2025-09-03T09:05 --as p.dubois
decision take HOL-2025-0101 {weighed} --on 2025-09-04T09:00 --as e.claes
decision notify HOL-2025-0101 --language fr --means by-hand --acknowledgement signed \
--by centre-director --remedies --copy --translation --contact \
--on 2025-09-05T10:00 --as d.lambert
decision alert HOL-2025-0101 --reference SIS-2025-00101 --on 2025-09-05T11:00 --as e.claes
show HOL-2025-0101 --as d.lambert
depart HOL-2025-0101 --mode removal-escorted --on 2025-09-08T08:00 --as d.lambert
iom open HOL-2025-0101 --own-request --language fr --reference OIM-2025-00101 \
--on 2025-09-08T14:00 --as d.lambert
iom eligible HOL-2025-0101 --on 2025-09-09T10:00 --as d.lambert
iom sign HOL-2025-0101 --language fr --on 2025-09-09T11:00 --as d.lambert
iom objection HOL-2025-0101 --outcome no-objection --on 2025-09-10T09:00 --as e.claes
document record HOL-2025-0101 --kind passport --valid-until 2028-06-30 --on 2025-09-10T10:00 \
--as d.lambert
iom book HOL-2025-0101 --travel-on 2025-09-18 --on 2025-09-11T10:00 --as d.lambert
depart HOL-2025-0101 --mode voluntary-iom --on 2025-09-18T07:00 --as d.lambert
health fit HOL-2025-0101 --on 2025-09-17T16:00 --as f.goossens
depart HOL-2025-0101 --mode voluntary-iom --evidence iom-confirmation --on 2025-09-18T07:00 \
--as d.lambert
replay HOL-2025-0101 --as d.lambert
log HOL-2025-0101 --refused
staff add q.maes --person P-015 --function quality-controller --as registrar
control separation --as q.maes
audit conformance --as d.lambert
audit verify
"""
"""What the demonstration types; refusals and findings on the way are part of it."""


_WEIGHED = "--considered best-interest --considered family-life --considered health"


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
        for line in STORY.format(folder=folder, weighed=_WEIGHED).splitlines():
            _type(line, store)
    click.echo(say("done in {n} seconds", n=f"{time.monotonic() - started:.0f}"))


def _found(store: Path) -> None:
    """Make the demonstration's store without touching the user's own settings."""
    from cli.settings import locate
    from cli.wiring import Office
    from domain.commands import AddStaff
    from domain.values import Function
    from workflows import staffing

    office = Office(locate(f"sqlite:///{store}"))
    office.create()
    founder = AddStaff(account="registrar", person="registrar", function=Function.REGISTRAR)
    staffing.register(office.journal, founder, None)
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
