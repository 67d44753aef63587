"""An import that is killed and started again ends as one that was left alone."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import SystemRandom

import pytest
from cabinet import REPOSITORY, log_is_sound, sql
from registers import NewOffice, beside, enlarged, take_in, told

from cli.settings import StorePaths

ROWS = 6_000
KILLS = 4


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a register of a centre with many dossiers."""
    file = tmp_path_factory.mktemp("large") / "register.csv"
    file.write_bytes(enlarged(ROWS))
    return file


def started(paths: StorePaths, register: Path) -> "subprocess.Popen[str]":
    """Start an import from the command line, in a process of its own."""
    home = paths.key.parent.parent
    return subprocess.Popen(
        [
            sys.executable,
            *("-m", "cli", "--store", paths.url, "--as", "registrar"),
            *("import", str(register), "--json"),
        ],
        cwd=REPOSITORY,
        env=os.environ
        | {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "TRAJET_KEK": str(paths.key)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def recorded(store: Path | str) -> int:
    """Count what is in the store by now."""
    ((size,),) = sql(store, "SELECT size FROM tlog_head")
    return int(size)


def test_an_import_killed_again_and_again_ends_like_one_left_alone(
    new_office: NewOffice, register: Path
) -> None:
    with new_office() as office:
        alone = beside(office, "register.csv")
        alone.write_bytes(register.read_bytes())
        usual_tally = take_in(office, alone)
        usual = told(office)
        usual_size = log_is_sound(office.paths.store)
        usual_rejects = beside(office, "register.csv.rejects.csv").read_bytes()

    with new_office() as office:
        paths = office.paths
        office.close()
        file = beside(office, "register.csv")
        file.write_bytes(register.read_bytes())
        chance = SystemRandom()
        killed = 0
        for part in range(KILLS):
            moment = chance.randrange(part * ROWS // 8, (part + 1) * ROWS // 8)
            run = started(paths, file)
            while run.poll() is None and recorded(paths.store) < moment:
                time.sleep(0.002)
            time.sleep(chance.uniform(0, 0.05))
            run.send_signal(signal.SIGKILL)
            run.communicate()
            killed += run.returncode == -signal.SIGKILL
            log_is_sound(paths.store)
        assert killed >= KILLS // 2, "the rest came too late"

        run = started(paths, file)
        answer, complaints = run.communicate(timeout=60)

        assert (run.returncode, complaints) == (0, "")
        tally = json.loads(answer)
        assert tally["rows"] == ROWS
        assert tally["recorded"] + tally["duplicates"] + tally["rejected"] == ROWS
        assert (tally["rejected"], tally["dossiers"]) == (
            len(usual_tally.rejects),
            len(usual_tally.dossiers),
        )
        assert log_is_sound(paths.store) == usual_size
        assert told(office) == usual
        assert beside(office, "register.csv.rejects.csv").read_bytes() == usual_rejects
        (unused,) = sql(
            paths.vault,
            "SELECT count(*) FROM (SELECT 1 FROM vault_key GROUP BY subject, category "
            "HAVING count(*) > 1)",
        )
        assert unused == (0,)
