"""
How cost and memory grow with the log: each task in a process of its own, at several sizes.

Of proofs it tells what one of two hundred costs at the median, its own reading included.

``python tests/bench/scale.py 10000 100000 1000000`` prints a table and writes
``build/scale.md``; ``--postgresql`` does the same on a server. It takes about a quarter
of an hour for a million events.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import workload
from cabinet import paths_in, paths_on
from postgres import cluster

from cli.settings import StorePaths
from cli.wiring import Office
from workflows.store_view import LogView

PROOFS = 200
Row = tuple[int, str, dict[str, Any]]
"""The number of events, what was done, and what was measured of it."""


def _rebuild(office: Office) -> None:
    from projections.base import rebuild

    rebuild(office.engine, office.source, office.models())


def _verify(office: Office) -> None:
    from cli.audit import examined

    assert not examined(office).findings


def _conformance(office: Office) -> None:
    from projections.audit.conformance import judge

    for _, lines in office.journal.dossiers():
        judge(lines, office.journal.history)


def _prove(office: Office) -> dict[str, float]:
    """Time proofs about leaves and older logs, each as if it were the only one asked for."""

    def milliseconds(make: Callable[[LogView, int], object], place: int) -> float:
        began = time.perf_counter()
        with office.journal.still() as view:
            make(view, place)
        return (time.perf_counter() - began) * 1000

    def one_of(make: Callable[[LogView, int], object]) -> float:
        size = office.journal.head().size
        places = range(1, size, -(-size // PROOFS))
        return statistics.median(milliseconds(make, place) for place in places)

    return {
        "inclusion": one_of(lambda view, leaf: view.inclusion(leaf, view.size)),
        "consistency": one_of(lambda view, old: view.consistency(old, view.size)),
    }


TASKS: dict[str, Callable[[Office], dict[str, float] | None]] = {
    "rebuild of all read models": _rebuild,
    "verify": _verify,
    "conformance, from the log": _conformance,
    "proofs": _prove,
}


def main() -> None:
    """Measure each size, or do one task as a child and print what it took."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    asked.add_argument("--postgresql", action="store_true")
    asked.add_argument("--task", nargs=3, metavar=("NAME", "WHERE", "KEY"))
    options = asked.parse_args()
    if options.task:
        _do(*options.task)
        return
    rows = []
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="trajet-scale-") as folder:
            rows += _measured(size, Path(folder), on_server=options.postgresql)
    proofs = "".join(
        f"| {size:,} | {kind} | {each:.2f} |\n"
        for size, _, told in rows
        for kind, each in (told["figures"] or {}).items()
    )
    table = "| events | task | seconds | events a second | peak memory, MB |\n"
    table += "| ---: | --- | ---: | ---: | ---: |\n"
    for size, task, told in rows:
        seconds, memory = told["seconds"], told["memory"] / 1024
        if not told["figures"]:
            table += (
                f"| {size:,} | {task} | {seconds:.1f} | {size / seconds:,.0f} | {memory:.0f} |\n"
            )
    table += f"\n| events | proof | milliseconds |\n| ---: | --- | ---: |\n{proofs}"
    Path("build").mkdir(exist_ok=True)
    name = "scale-postgresql.md" if options.postgresql else "scale-sqlite.md"
    Path("build", name).write_text(table, encoding="utf-8")
    sys.stdout.write(table)


def _measured(size: int, folder: Path, *, on_server: bool) -> list[Row]:
    with cluster() if on_server else nullcontext() as server:
        if server is None:
            return _tasks(size, paths_in(folder / "centre"))
        with paths_on(server, folder) as paths:
            return _tasks(size, paths)


def _tasks(size: int, paths: StorePaths) -> list[Row]:
    office = workload.founded(paths)
    began = time.perf_counter()
    workload.record_quickly(office, range(size // workload.STEPS))
    office.close()
    sys.stderr.write(f"{size:,} events made in {time.perf_counter() - began:.0f} s\n")
    rows = []
    for task in TASKS:
        run = [sys.executable, __file__, "--task", task, str(paths.store), str(paths.key)]
        told: dict[str, Any] = json.loads(subprocess.check_output(run, text=True))
        sys.stderr.write(f"{task}: {told}\n")
        rows.append((size, task, told))
    return rows


def _do(task: str, where: str, key: str) -> None:
    office = Office(workload.paths(where, Path(key)))
    began = time.perf_counter()
    figures = TASKS[task](office)
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"seconds": seconds, "memory": memory, "figures": figures}))


if __name__ == "__main__":
    main()
