"""CloudEvents 1.0 as JSON Lines: an event a line, in the order of the log."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, TextIO
from urllib.parse import quote

from projections.export.deeds import About, Deed, own, utc


def write(file: TextIO, about: About, deeds: Iterable[Deed]) -> None:
    """Write acts in the order they come; what is known of the log stands with each of them."""
    log = {
        "logsize": about.size,
        "checkpoint": about.checkpoint,
        "names": about.names,
    }
    source = f"urn:trajet:{quote(about.origin, safe='')}"
    for one in deeds:
        event = {"specversion": "1.0", "id": str(one.index), "source": source}
        json.dump(
            event | _said_of(one) | log | {"data": _data(one)},
            file,
            ensure_ascii=False,
            separators=(",", ":"),
        )
        file.write("\n")


def _said_of(one: Deed) -> dict[str, Any]:
    return {
        "type": f"trajet.{one.topic}",
        "subject": one.dossier,
        "time": utc(one.occurred),
        "datacontenttype": "application/json",
        # A text that sorts as the log does: so the extension of that name asks.
        "sequence": f"{one.index:012}",
    }


def _data(one: Deed) -> dict[str, Any]:
    told = {"activity": one.activity, "account": one.account, "role": one.role}
    more = {name: utc(value) if isinstance(value, datetime) else value for name, value in own(one)}
    return {**told, **more, "said": one.said}
