"""Registers as centres keep them: the sample, single rows, and the same rows written otherwise."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from cabinet import SAMPLE, opened, registrar_of

from cli.wiring import Office
from workflows import intake
from workflows.intake import Tally

SAMPLE_REGISTER = SAMPLE / "register-holsbeek-2025.csv"

COLUMNS = (
    "dossier",
    "personne",
    "né_le",
    "nationalité",
    "sexe",
    "centre",
    "date",
    "heure",
    "acte",
    "agent",
    "fonction",
    "référence",
    "précision",
    "remarque",
)

Row = Mapping[str, str]
NewOffice = Callable[[], AbstractContextManager[Office]]
"""Opens one more store with the staff of Holsbeek."""


def row(acte: str, /, **cells: str) -> dict[str, str]:
    """Write a row of the register: an act by the coach on an ordinary morning, unless said."""
    usual = {
        "dossier": "HOL-2025-0042",
        "date": "07/01/2025",
        "heure": "10:15",
        "agent": "d.lambert",
        "fonction": "coach de retour",
    }
    return dict.fromkeys(COLUMNS, "") | usual | {"acte": acte} | cells


def arrival(**cells: str) -> dict[str, str]:
    """Write the row of an arrival."""
    usual = {
        "personne": "Lina Shehu",
        "né_le": "25/08/1994",
        "nationalité": "Guinée",
        "sexe": "F",
        "centre": "Holsbeek",
        "agent": "k.declercq",
        "fonction": "assistant de sécurité",
        "précision": "police",
    }
    return row("arrivée", **(usual | cells))


def sample_rows() -> list[dict[str, str]]:
    """Read the sample register's rows."""
    text = SAMPLE_REGISTER.read_bytes().decode("cp1252")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def written(
    rows: Iterable[Row],
    columns: Iterable[str] = COLUMNS,
    *,
    encoding: str = "cp1252",
    delimiter: str = ";",
    newline: str = "\r\n",
    quote_all: bool = False,
) -> bytes:
    """Write rows as a file, in the centre's manner unless said."""
    text = io.StringIO(newline="")
    names = list(columns)
    writer = csv.writer(
        text,
        delimiter=delimiter,
        lineterminator=newline,
        quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL,
    )
    writer.writerow(names)
    writer.writerows([one.get(name, "") for name in names] for one in rows)
    return text.getvalue().encode(encoding)


def enlarged(number: int) -> bytes:
    """Repeat the sample register under other dossier numbers until it has this many rows."""
    rows = sample_rows()
    many = []
    for at in range(number):
        again, place = divmod(at, len(rows))
        one = rows[place]
        many.append(one | {"dossier": one["dossier"].replace("-2025-", f"-2025-{again:02}")})
    return written(many)


def take_in(office: Office, file: Path) -> Tally:
    """Import a register as the registrar."""
    return intake.import_register(office.journal, office.vault, file, registrar_of(office))


def taken_in(office: Office, *rows: Row, name: str = "register.csv", **manner: Any) -> Tally:
    """Write rows to a file beside the store and import it."""
    file = beside(office, name)
    file.write_bytes(written(rows, **manner))
    return take_in(office, file)


def beside(office: Office, name: str) -> Path:
    """Name a file that lies beside the folder of the store, or of its key."""
    return office.paths.key.parent.parent / name


def told(office: Office) -> Counter[tuple[Any, ...]]:
    """Count what the store tells of all dossiers, personal content opened."""
    return Counter(
        (
            name,
            one.event.TOPIC,
            one.occurred_at,
            one.whole_day,
            one.account,
            one.person,
            one.role,
            tuple(sorted((field, str(value)) for field, value in opened(office, one).items())),
        )
        for name, lines in office.journal.dossiers()
        for one in lines
    )
