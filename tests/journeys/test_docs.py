"""What the pages show is true: sessions, shell recipes, tables and links, tried one by one."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from story import replayed

from domain.events import DOSSIER_EVENTS
from domain.lifecycle import REGISTER as FIRST_PROCEDURE
from domain.lifecycle import STEPS

HOUSE = Path(__file__).parents[2]
DOCS = HOUSE / "docs"
HOW_TO = DOCS / "how-to"
SAMPLE = HOUSE / "cli" / "sample"
REGISTER, STAFF = "register-holsbeek-2025.csv", "staff-holsbeek.csv"
A_KEY = HOUSE / "tests" / "golden" / "signatures" / "key.pub"
ON_SERVER = HOW_TO / "run-on-postgresql.md"
TOLD = [HOUSE / "README.md", DOCS / "tutorial.md", *sorted(HOW_TO.glob("*.md"))]
PAGES = sorted([HOUSE / "README.md", HOUSE / "CHANGELOG.md", *DOCS.rglob("*.md")])

SQLITE3 = """\
#!{python}
import sqlite3, sys
store, asked = sys.argv[1:]
connection = sqlite3.connect(store)
if asked.startswith(".backup "):
    connection.backup(sqlite3.connect(asked.split()[1].strip("'")))
else:
    for row in connection.execute(asked):
        print("|".join(c.decode() if isinstance(c, bytes) else str(c) for c in row))
    connection.commit()
"""
"""Enough of the ``sqlite3`` program for the recipes, where it is not installed."""


class Block(NamedTuple):
    """A fenced part of a page, and the heading it stands under."""

    language: str
    text: str
    heading: str


def _blocks(page: Path) -> list[Block]:
    found, heading = [], ""
    for part in re.finditer(
        r"^(?:#+ (?P<heading>[^\n]+)|```(?P<language>\w+)\n(?P<text>.*?)^```)$",
        page.read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    ):
        if part["heading"]:
            heading = part["heading"]
        else:
            found.append(Block(part["language"], part["text"], heading))
    return found


def _block(page: Path, heading: str, language: str) -> str:
    (text,) = [b.text for b in _blocks(page) if (b.heading, b.language) == (heading, language)]
    return text


def _rows(page: Path, first_column: str) -> list[list[str]]:
    """The rows of the tables of a page whose first column has that name; cells as written."""
    rows: list[list[str]] = []
    for table in re.findall(r"(?:^\|.*\n)+", page.read_text(encoding="utf-8"), re.MULTILINE):
        lines = [[cell.strip() for cell in line[1:-1].split(" | ")] for line in table.splitlines()]
        if lines[0][0] == first_column:
            rows += lines[2:]
    assert rows, f"{page.name} has no table of {first_column}"
    return rows


def _codes(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.fixture
def room(file_desk, monkeypatch):
    """The desk's folder as working folder, with the sample register in it."""
    for name in (REGISTER, STAFF):
        shutil.copy(SAMPLE / name, file_desk.folder / name)
    monkeypatch.chdir(file_desk.folder)
    return file_desk


@pytest.fixture
def shell(room):
    """Run a text in a shell that finds ``trajet`` and ``sqlite3``; returns what it prints."""
    tools = room.folder / "tools"
    tools.mkdir()
    if shutil.which("sqlite3") is None:
        (tools / "sqlite3").write_text(SQLITE3.format(python=sys.executable))
        (tools / "sqlite3").chmod(0o755)
    surroundings = {
        "PATH": os.pathsep.join([str(tools), str(Path(sys.executable).parent), os.environ["PATH"]]),
        "TRAJET_STORE": room.store,
        "XDG_CONFIG_HOME": str(room.folder / "config"),
        "LANG": "C.UTF-8",
    }

    def run(text: str, program: tuple[str, ...] = ("bash", "-euo", "pipefail", "-c")) -> str:
        ran = subprocess.run(
            [*program, text],
            cwd=room.folder,
            env=surroundings,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == 0, f"{text}\n{ran.stdout}{ran.stderr}"
        return ran.stdout

    return run


def _records_one_dossier(desk) -> None:
    for line in (
        "init --as registrar",
        "staff add d.lambert --person P-001 --function coach --as registrar",
        "open VOT-2025-0042 --name 'Idris Test' --on 2025-03-03T10:00 --as d.lambert",
        "inform VOT-2025-0042 --language ti --interpreter I-17 --on 2025-03-03T14:30 "
        "--as d.lambert",
    ):
        assert desk.runs(line).exit_code == 0


# --- sessions and recipes -----------------------------------------------------------------


@pytest.mark.parametrize("page", [p for p in TOLD if p != ON_SERVER], ids=lambda page: page.stem)
def test_the_sessions_of_a_page_read_as_written(page, room, shell):
    """From top to bottom, in one store; on how-to pages what stands between in ``sh`` runs too."""
    for block in _blocks(page):
        if block.language == "console":
            assert block.text.startswith("$ trajet "), block.text
            replayed(block.text, room)
        elif block.language == "sh" and page.parent == HOW_TO:
            shell(block.text)


def test_the_sessions_of_the_page_about_servers_read_as_written(server_desk):
    for block in _blocks(ON_SERVER):
        if block.language == "console":
            replayed(block.text, server_desk)


def test_every_told_page_has_a_session():
    for page in TOLD:
        assert any(block.language == "console" for block in _blocks(page)), page.name


def test_a_leaf_recomputed_by_hand_is_the_one_on_record_and_on_the_receipt(room, shell):
    _records_one_dossier(room)
    recipe = _block(HOW_TO / "verify-the-trail.md", "Recompute a leaf by hand", "sh")
    by_hand, on_record = shell(recipe).split()
    receipt = json.loads(room.runs("log VOT-2025-0042 --json").output.splitlines()[1])
    assert by_hand == on_record == receipt["leaf_hash"]


def test_a_tree_grown_by_hand_has_the_root_that_verify_tells(room, shell):
    room.runs("init --as registrar")
    room.runs(f"import {REGISTER} --staff {STAFF} --as registrar")
    by_hand = shell(_block(DOCS / "log-format.md", "Tree", "python"), (sys.executable, "-c"))
    told = json.loads(room.runs("audit verify --json").output)
    assert by_hand.split() == [str(told["size"]), told["root"]]


def test_the_example_of_a_leaf_hashes_to_what_stands_beneath_it(shell):
    recipe = _block(DOCS / "log-format.md", "Leaf", "sh")
    assert shell(recipe).split()[0] == recipe.rpartition("# ")[2].strip()


def test_a_sealed_field_opens_by_hand_with_the_keys(room, shell):
    _records_one_dossier(room)
    recipe = _block(DOCS / "log-format.md", "Sealed fields", "python")
    assert shell(recipe, (sys.executable, "-c")) == "Idris Test\n"


# --- tables -------------------------------------------------------------------------------


def _taken_in(desk, rows: list[dict[str, str]]) -> list[dict[str, Any]]:
    """What is on record of acts sent as a register, each in a dossier of its own."""
    columns = ("dossier", "centre", "date", "acte", "agent", "fonction", "précision")
    usual = {"centre": "Holsbeek", "date": "03/03/2025", "agent": "d.lambert"}
    numbers = [f"HOL-2025-{number:04}" for number in range(1, len(rows) + 1)]
    lines = [columns] + [
        tuple((usual | row | {"dossier": number}).get(column, "") for column in columns)
        for number, row in zip(numbers, rows, strict=True)
    ]
    text = "".join(";".join(line) + "\n" for line in lines)
    (desk.folder / "labels.csv").write_text(text, encoding="utf-8")
    desk.runs("init --as registrar")
    tally = json.loads(desk.runs("import labels.csv --as registrar --json").stdout)
    assert tally["rejects"] == []
    return [json.loads(desk.runs(f"log {number} --json").stdout) for number in numbers]


def test_every_label_for_an_act_is_recorded_as_the_page_says(room):
    expected = [
        (label, _codes(topic)[0])
        for labels, topic, *_ in _rows(HOW_TO / "import-a-register.md", "`acte`")
        for label in _codes(labels)
    ]
    lines = _taken_in(room, [{"acte": label} for label, _ in expected])
    assert [line["topic"] for line in lines] == [topic for _, topic in expected]
    known = {step.event for step in STEPS if step.is_in(FIRST_PROCEDURE)}
    topics = {kind.TOPIC for kind in DOSSIER_EVENTS if kind.__name__ in known}
    missing = topics - {line["topic"] for line in lines}
    at_the_desk = {"alert-answered.v1", "procedure-migrated.v1", "record-corrected.v1"}
    assert missing == {"iom-eligibility-confirmed.v1"} | at_the_desk


def test_every_detail_a_register_may_give_has_a_field_of_its_own(room):
    rows = [
        {"acte": _codes(labels)[0], "précision": detail}
        for labels, _, details in _rows(HOW_TO / "import-a-register.md", "`acte`")
        for detail in _codes(details.partition("in `remarque`")[0])
    ]
    for row, line in zip(rows, _taken_in(room, rows), strict=True):
        assert "remark" not in line["data"], row


def test_every_label_for_a_function_stands_for_what_the_page_says(room):
    expected = [
        (label, _codes(function)[0])
        for labels, function in _rows(HOW_TO / "import-a-register.md", "`fonction`")
        for label in _codes(labels) or ["anything else"]
    ]
    lines = _taken_in(room, [{"acte": "clôture", "fonction": label} for label, _ in expected])
    assert [line["role"] for line in lines] == [function for _, function in expected]


def test_every_code_a_control_can_find_is_explained():
    told = {
        code for row in _rows(HOW_TO / "verify-the-trail.md", "code") for code in _codes(row[0])
    }
    found = {
        code
        for folder in ("projections", "domain/decide")
        for file in (HOUSE / folder).rglob("*.py")
        for code in re.findall(
            r'"([A-Z]+_[A-Z_]+|DEADLINE|TRUNCATED|ROLLBACK|EQUIVOCATION|UNDECRYPTABLE)"',
            file.read_text(encoding="utf-8"),
        )
    } - {"NEW_REGIME", "RESTS_ON"}
    assert told == found


ASKED_AS = {
    "every recording command": "interview HOL-2025-0027 --as d.lambert",
    "`trajet init`": "init",
    "`trajet import`": f"import {REGISTER} --as registrar",
    "`trajet staff add`": "staff add x.new --person P-99 --function nurse --as registrar",
    "`trajet show`": "show HOL-2025-0012",
    "`trajet log`": "log HOL-2025-0012",
    "`trajet replay`": "replay HOL-2025-0012",
    "`trajet caseload`": "caseload Holsbeek",
    "`trajet check-list`": "check-list HOL-2025-0027",
    "`trajet family show`": "family show HOL-2025-0027",
    "`trajet can`": "can HOL-2025-0012",
    "`trajet audit conformance --replay`": "audit conformance HOL-2025-0012 --replay",
    "`trajet audit key show`": "audit key show log.key",
    "`trajet audit checkpoint`": "audit checkpoint --log-key log.key",
    "`trajet audit prove`": "audit prove HOL-2025-0012 1",
    "`trajet audit prove --check`": "audit prove --check proof",
    "`trajet views follow`": "views follow --once",
    "`trajet audit export`": "audit export --format csv -o out.csv --as q.control",
    "`trajet staff show`": "staff show e.claes",
    "`trajet staff key list`": "staff key list",
    "`trajet staff delegation list`": "staff delegation list",
    "`trajet control leads`": "control leads --as q.control",
    "`trajet control separation`": "control separation --as q.control",
    "`trajet control motives`": "control motives --as q.control",
    "`trajet control sample list`": "control sample list --as q.control",
    "`trajet control checklist`": "control checklist --as q.control",
    "`trajet control appeals`": "control appeals --as q.control",
    "`trajet report sheet`": "report sheet HOL-2025-0027 --as q.control",
    "`trajet report removals`": "report removals --as q.control",
    "`trajet report mail`": "report mail --as q.control",
}


def test_every_json_answer_has_the_keys_the_reference_lists(room):
    room.runs("init --as registrar")
    room.runs(f"import {REGISTER} --staff {STAFF} --as registrar")
    for more in (
        "staff add q.control --person P-077 --function quality-controller --as registrar",
        f"staff key add d.lambert --public-key {A_KEY} --as registrar",
        "staff delegate e.claes t.lemaire --as registrar",
        "control sample draw QS-2025-1 --as q.control",
        "audit key new trajet.example/holsbeek -o log.key",
        "audit checkpoint --log-key log.key",
        "audit prove HOL-2025-0012 1 -o proof",
    ):
        assert room.runs(more).exit_code == 0
    for command, shape, keys in _rows(DOCS / "reference.md", "command"):
        asked = ASKED_AS.get(command) or _codes(command)[0].removeprefix("trajet ")
        answer = json.loads(room.runs(f"{asked} --json").stdout.splitlines()[0])
        assert isinstance(answer, list) == (shape == "list"), command
        assert list(answer[0] if shape == "list" else answer) == _codes(keys), command


# --- links --------------------------------------------------------------------------------


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOUSE)))
def test_every_link_leads_somewhere(page):
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        place, _, anchor = target.partition("#")
        if "://" in place:
            continue
        there = (page.parent / place).resolve() if place else page
        assert there.exists(), f"{page.name}: {target}"
        if anchor:
            assert anchor in _anchors(there), f"{page.name}: {target}"


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
