"""
One of several processes that write at once: ours or the plain one; prints the seconds it took.

``python writer.py ours|raw WHERE KEY FIRST DOSSIERS``
"""

import sys
import time
from pathlib import Path

from bench import raw, workload
from together import wait_for_the_others

from cli.wiring import Office
from workflows.where import is_server


def main(side: str, where: str, key: str, first: str, dossiers: str) -> None:
    """Record so many dossiers, act by act, once all are ready."""
    serials = range(int(first), int(first) + int(dossiers))
    if side == "raw":
        with raw.opened(where if is_server(where) else Path(where)) as plain:
            wait_for_the_others()
            began = time.perf_counter()
            for serial in serials:
                for event in raw.events(serial):
                    plain.command(event)
            print(time.perf_counter() - began)  # noqa: T201
        return
    office = Office(workload.paths(where, Path(key)))
    workload.record(office, range(int(first) + 900_000, int(first) + 900_001))
    wait_for_the_others()
    began = time.perf_counter()
    workload.record(office, serials)
    print(time.perf_counter() - began)  # noqa: T201
    office.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
