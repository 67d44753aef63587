"""What should be in an export: said from the stored lines alone, with nothing of the exports."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from exports.conftest import Exported

Said = dict[str, str]

SILENT = {"remark", "was", "becomes"}


@dataclass(frozen=True)
class Line:
    """One stored line of a dossier: its topic is told without its version."""

    index: int
    dossier: str
    version: int
    activity: str
    time: str
    account: str
    person: str
    role: str
    data: dict[str, Any]


def lines(exported: Exported) -> list[Line]:
    """Read the lines of dossiers from the database, in the order of the log."""
    with closing(sqlite3.connect(exported.desk.folder / "office.db")) as store:
        rows = store.execute(
            "SELECT idx, originator_id, originator_version, topic, state FROM stored_events "
            "JOIN tlog_leaf USING (notification_id) "
            "WHERE instr(originator_id, ':') = 0 ORDER BY idx"
        ).fetchall()
    return [_line(*row) for row in rows]


def _line(index: int, dossier: str, version: int, topic: str, state: bytes) -> Line:
    said = json.loads(state)
    who = (said["by"], said["who"], said["as"])
    activity = topic.rpartition(".")[0]
    return Line(index, dossier, version, activity, moment(said["at"]), *who, said["data"])


def moment(text: str) -> str:
    """Write a moment, or the first one of a day, in UTC to the microsecond."""
    at = datetime.fromisoformat(text)
    at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")


def open_fields(line: Line) -> Said:
    """Write the fields of a line that are not sealed, nor empty, but those no export tells."""
    return {
        f"said_{name}": _text(value)
        for name, value in line.data.items()
        if name not in SILENT and not _is_sealed(value) and value != []
    }


def _is_sealed(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("s1.")


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "|".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
