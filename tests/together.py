"""Real processes that start at the same moment, for tests of what happens when they meet."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from cabinet import REPOSITORY

TESTS = Path(__file__).parent
READY = "ready"


def at_once(*commands: Sequence[object]) -> list[str]:
    """
    Run Python once per command, let all begin together, and return what each printed.

    Each process calls :func:`wait_for_the_others` when it has imported what it needs.
    """
    path = os.pathsep.join((str(REPOSITORY), str(TESTS)))
    processes = [
        subprocess.Popen(
            [sys.executable, *map(str, command)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": path},
        )
        for command in commands
    ]
    for process in processes:
        assert process.stdout is not None
        first = process.stdout.readline().strip()
        assert first == READY, process.communicate(timeout=60)
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    told = [process.communicate(timeout=60) for process in processes]
    for process, (_, complaints) in zip(processes, told, strict=True):
        assert (process.returncode, complaints) == (0, "")
    return [printed for printed, _ in told]


def wait_for_the_others() -> None:
    """Say that this process is ready and wait until all are."""
    print(READY, flush=True)  # noqa: T201
    sys.stdin.readline()
