"""
Real processes that start at the same moment, for tests of what happens when they meet.

They are forked, once and before anything is opened, from a process that has imported
what they need: a dozen of them cost no more than one.
"""

import atexit
import json
import os
import runpy
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cli.settings import StorePaths

TESTS = Path(__file__).parent
REPOSITORY = TESTS.parent
NEEDED = (
    *("cabinet", "cli.admin", "cli.main", "cli.wiring"),
    *("workflows.handle", "workflows.store_postgres", "workflows.store_sqlite", "workflows.vault"),
    "cryptography.hazmat.primitives.ciphers.aead",
)

_doors: dict[str, int] = {}
"""In a process that is one of several: where it says that it is ready, and hears that all are."""


def at_once(*commands: Sequence[object]) -> list[str]:
    """
    Run Python once per command, let all begin together, and return what each printed.

    Each process calls :func:`wait_for_the_others` when it has made ready what it needs.
    """
    told = _ask([[str(part) for part in command] for command in commands])
    for code, _, complaints in told:
        assert (code, complaints) == (0, ""), complaints
    return [printed for _, printed, _ in told]


def wait_for_the_others() -> None:
    """Say that this process is ready and wait until all are."""
    os.write(_doors["ready"], b".")
    os.read(_doors["go"], 1)


def paths_told(store: str, vault: str, key: str, views: str) -> "StorePaths":
    """Read where a store is from what another process was told, which is ``*paths``."""
    from cli.settings import StorePaths
    from workflows.where import is_server

    kept = (place if is_server(place) else Path(place) for place in (store, vault, views))
    return StorePaths(next(kept), next(kept), Path(key), next(kept))


def _ask(commands: list[list[str]]) -> list[tuple[int, str, str]]:
    source = _source_of_processes()
    assert source.stdin is not None
    assert source.stdout is not None
    source.stdin.write(json.dumps([commands, dict(os.environ)]) + "\n")
    source.stdin.flush()
    answer: list[tuple[int, str, str]] = json.loads(source.stdout.readline())
    return answer


@cache
def _source_of_processes() -> "subprocess.Popen[str]":
    """Start the process from which the others are forked, once for all tests of a run."""
    process = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(REPOSITORY), str(TESTS)))},
    )
    atexit.register(process.communicate)
    return process


# --- in the process from which the others are forked ---------------------------------------


def _serve() -> None:
    sys.modules["together"] = sys.modules["__main__"]
    for name in NEEDED:
        import_module(name)
    for request in sys.stdin:
        commands, environment = json.loads(request)
        print(json.dumps(_run_together(commands, environment)), flush=True)  # noqa: T201


def _run_together(commands: list[list[str]], environment: dict[str, str]) -> list[Any]:
    ready, say_ready = os.pipe()
    wait_for_go, go = os.pipe()
    running = []
    for command in commands:
        printed, complaints = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115
        process = os.fork()
        if process == 0:
            os.close(go)
            _doors.update(ready=say_ready, go=wait_for_go)
            os._exit(_run(command, environment, printed, complaints))
        running.append((process, printed, complaints))
    os.close(say_ready)
    os.close(wait_for_go)
    said = 0
    while said < len(running) and (news := os.read(ready, 100)):  # nothing: some have ended
        said += len(news)
    os.close(go)
    os.close(ready)
    return [_end_of(*one) for one in running]


def _run(
    command: list[str], environment: dict[str, str], printed: IO[bytes], complaints: IO[bytes]
) -> int:
    os.dup2(printed.fileno(), 1)
    os.dup2(complaints.fileno(), 2)
    os.environ.clear()
    os.environ.update(environment)
    code = 0
    try:
        if command[0] == "-c":
            sys.argv = ["-c", *command[2:]]
            exec(command[1], {"__name__": "__main__"})  # noqa: S102
        else:
            sys.argv = command
            runpy.run_path(command[0], run_name="__main__")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def _end_of(process: int, printed: IO[bytes], complaints: IO[bytes]) -> tuple[int, str, str]:
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    told = []
    for file in (printed, complaints):
        with file:
            file.seek(0)
            told.append(file.read().decode())
    return code, told[0], told[1]


if __name__ == "__main__":
    _serve()
