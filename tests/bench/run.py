"""
Benchmarks: each figure beside the plain database, or the bare library, in the same run.

Machines are noisy, so what counts is the ratio, from the medians of interleaved rounds.
``make bench`` runs all, prints a table and writes ``build/bench.json`` and
``build/bench.md``; ``run.py MEASURE…`` runs some (see ``--help``).
"""

import argparse
import json
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import measures, raw, workload
from bench.measures import Room
from bench.register import enlarged
from cabinet import paths_in, paths_on
from postgres import cluster

DOSSIERS = 5_000
"""Dossiers in the store whose log is read as a whole: 70,000 events."""

Measure = Callable[[Room], dict[str, Any]]


def main() -> None:
    """Run the measures asked for and report."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("measures", nargs="*", help=f"some of: {', '.join(MEASURES)}")
    chosen = asked.parse_args().measures or list(MEASURES)
    results = []
    with tempfile.TemporaryDirectory(prefix="trajet-bench-") as made:
        for kind in ("sqlite", "postgresql"):
            wanted = [name for name in chosen if kind in MEASURES[name][0]]
            if wanted:
                with room(kind, Path(made) / kind) as one:
                    results += [_measured(name, one) for name in wanted]
    report(results)


def _measured(name: str, one: Room) -> dict[str, Any]:
    sys.stderr.write(f"{name} on {one.kind} …\n")
    return MEASURES[name][1](one)


@contextmanager
def room(kind: str, folder: Path) -> Iterator[Room]:
    """Make a store with a log to read, and the plain twin of it."""
    folder.mkdir()
    if kind == "sqlite":
        paths = paths_in(folder / "ours")
        with _filled(kind, paths, str(paths.store), folder / "raw.db") as made:
            yield made
        return
    with cluster() as server, paths_on(server, folder) as paths:
        plain = server.url(server.database())
        with _filled(kind, paths, str(paths.store), plain) as made:
            yield made


@contextmanager
def _filled(kind: str, paths: Any, where: str, plain: Path | str) -> Iterator[Room]:
    office = workload.founded(paths)
    workload.record_quickly(office, range(DOSSIERS))
    with raw.opened(plain, make=True) as one:
        one.fill([event for serial in range(DOSSIERS) for event in raw.events(serial)])
    yield Room(kind, office, where, plain)
    office.close()


EVENTS = DOSSIERS * workload.STEPS
BOTH, FILE = ("sqlite", "postgresql"), ("sqlite",)
MEASURES: dict[str, tuple[tuple[str, ...], Measure]] = {
    # Reading first: the whole log is then as large as it was made.
    "verify": (BOTH, lambda one: measures.verified(one, EVENTS)),
    "check": (BOTH, lambda one: measures.check(one, EVENTS)),
    "prove": (BOTH, lambda one: measures.proved(one, EVENTS)),
    "load": (BOTH, lambda one: measures.load_and_replay(one, range(0, DOSSIERS, 5))),
    "rebuild": (BOTH, lambda one: measures.rebuild(one, EVENTS)),
    "follow": (BOTH, lambda one: measures.follow(one, EVENTS)),
    "size": (FILE, lambda one: measures.size(one, range(600_000, 600_100))),
    "writer": (BOTH, measures.one_writer),
    "writers": (BOTH, measures.four_writers),
    "intake": (FILE, lambda one: measures.intake(one, enlarged(Path(one.where).parent, 10_000))),
    "cold": (FILE, lambda one: measures.cold_command(one, Path(one.where).parent)),
}


def machine() -> str:
    """Describe where this runs."""
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, PostgreSQL 18"
    )


def report(results: list[dict[str, Any]]) -> None:
    """Print what was measured, the machine first, and keep it for programs and for people."""
    rows = [
        (
            row["measure"],
            row["store"],
            _short(row["ours"]),
            _short(row["raw"]),
            f"{row['ratio']:.2f}",
            f"{'≤' if row['better'] == 'lower' else '≥'} {row['reach']:g}",
            f"{row['aim']:g}",
            "" if reached(row) else "falls short",
        )
        for row in results
    ]
    head = ("measure", "store", "ours", "raw", "ratio", "reach", "aim", "")
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]

    def line(cells: tuple[str, ...]) -> str:
        told = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        return "| " + " | ".join(told) + " |\n"

    rule = tuple("-" * width for width in widths)
    table = "".join([line(head), line(rule), *map(line, rows)])
    build = Path("build")
    build.mkdir(exist_ok=True)
    (build / "bench.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    (build / "bench.md").write_text(f"{machine()}\n\n{table}", encoding="utf-8")
    sys.stdout.write(f"{machine()}\n\n{table}")


def reached(row: dict[str, Any]) -> bool:
    """Tell whether a figure is at least what it should reach."""
    return bool(
        row["ratio"] <= row["reach"] if row["better"] == "lower" else row["ratio"] >= row["reach"]
    )


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.4g}"


if __name__ == "__main__":
    main()
