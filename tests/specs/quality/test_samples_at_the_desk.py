"""What is typed about a sample: who sees what of it, in which language, what cannot be done."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from shutil import which
from typing import Any

import pytest
from story import Desk

STAFF = (
    ("d.lambert", "P-001", "coach"),
    ("lambertd", "P-001", "quality-controller"),
    ("s.peeters", "P-030", "quality-controller"),
    ("a.auditor", "P-031", "auditor"),
    ("n.bernard", "P-011", "centre-director"),
    ("r.maes", "P-012", "removal-director"),
)
NUMBERS = [f"VOT-2026-{number:04}" for number in range(1, 9)]
HIDDEN = NUMBERS[2]
DRAW = "control sample draw Q-2026-1 --by dossier --tolerable 40 --expected 0 --as s.peeters"


SOMETHING = "staff add j.claes --person P-040 --function coach --as registrar"


def drawn(desk: Desk) -> None:
    """Announce the sample, have somebody record something, and draw it."""
    desk.does(DRAW, SOMETHING, DRAW)


def told(desk: Desk, line: str) -> Any:
    """Type a line and read its JSON."""
    run = desk.runs(f"{line} --json")
    assert run.exit_code in (0, 1), run.output
    return json.loads(run.stdout)


@pytest.fixture
def at_work(file_desk: Desk) -> Desk:
    """Open a store with eight residents, one of whose dossiers is restricted."""
    file_desk.staffed(*STAFF)
    file_desk.does(*(f"open {one} --from police --sex M --as d.lambert" for one in NUMBERS[:4]))
    file_desk.does(*(f"open {one} --from police --sex M --as n.bernard" for one in NUMBERS[4:]))
    file_desk.does(
        f"privacy propose-restriction {HIDDEN} --reason media --as n.bernard",
        f"privacy restrict {HIDDEN} --reason media --as r.maes",
    )
    return file_desk


def test_a_restricted_dossier_is_named_to_those_on_its_list_alone(at_work: Desk) -> None:
    for _ in range(2):
        run = at_work.runs(DRAW)
        assert run.exit_code == 0
        assert HIDDEN not in run.output
        at_work.does(SOMETHING)
    seen = at_work.runs("control sample show Q-2026-1 --as s.peeters")
    assert "1 item(s) of restricted dossiers are not shown to you" in seen.stdout
    for line in ("show Q-2026-1", "check Q-2026-1", "show Q-2026-1 --population", "list"):
        for how in ("", " --json"):
            run = at_work.runs(f"control sample {line}{how} --as a.auditor")
            assert run.exit_code == 0, run.output
            assert HIDDEN not in run.output
    shut_out = told(at_work, "control sample show Q-2026-1 --as a.auditor")
    assert (shut_out["not_shown"], shut_out["flagged"]) == (1, 1)
    keeper = told(at_work, "control sample show Q-2026-1 --as r.maes")
    assert [one["flags"] for one in keeper["items"] if one["item"] == HIDDEN] == [["restricted"]]
    assert keeper["not_shown"] == 0
    result = f"control sample result Q-2026-1 {HIDDEN} conforms"
    assert at_work.runs(f"{result} --as s.peeters").exit_code == 4
    at_work.does(f"privacy grant {HIDDEN} --to s.peeters --as r.maes")
    assert at_work.runs(f"{result} --as s.peeters").exit_code == 0


def test_a_dossier_restricted_since_is_left_out_of_the_population_shown(at_work: Desk) -> None:
    drawn(at_work)
    since = NUMBERS[5]
    at_work.does(
        f"privacy propose-restriction {since} --reason media --as n.bernard",
        f"privacy restrict {since} --reason media --as r.maes",
    )
    shown = at_work.runs("control sample show Q-2026-1 --population --as s.peeters")
    assert since not in shown.output
    assert "1 item(s) of dossiers restricted since are left out" in shown.stderr
    checked = at_work.runs("control sample check Q-2026-1 --as s.peeters")
    assert (checked.exit_code, since in checked.output) == (0, False)


def test_a_sample_is_noted_in_its_dossiers_where_the_drawer_may(at_work: Desk) -> None:
    asked = DRAW.replace("--tolerable 40", "--tolerable 1").replace("s.peeters", "lambertd")
    at_work.does(asked, SOMETHING)
    run = at_work.runs(asked)
    assert run.exit_code == 0
    assert "not noted in dossiers in which you acted; another controller notes it: 3" in run.stderr
    assert "not noted in restricted dossiers you are not on the list of: 1" in run.stderr
    for number in NUMBERS:
        if number != HIDDEN:
            topics = [json.loads(line)["topic"] for line in _log(at_work, number)]
            assert ("quality-sample-drawn.v1" in topics) == (number in NUMBERS[4:])
    at_work.does(f"control sample note {NUMBERS[0]} --sample Q-2026-1 --as s.peeters")
    added = f"control finding add {NUMBERS[0]} --kind data --severity remark --finding 'no name'"
    at_work.does(f"{added} --sample Q-2026-1 --as s.peeters")
    deviates = f"control sample result Q-2026-1 {NUMBERS[0]} deviates --finding 1"
    assert told(at_work, f"{deviates} --as s.peeters")["finding"] == 1
    refused = at_work.runs(f"{deviates} --as lambertd")
    assert (refused.exit_code, "SEP-05" in refused.stderr) == (4, True)
    repeated = told(at_work, f"{deviates} --as s.peeters")
    assert (repeated["repeated"], repeated["log_index"]) == (True, None)


def _log(desk: Desk, number: str) -> list[str]:
    return desk.runs(f"log {number} --json --as s.peeters").stdout.splitlines()


def test_the_population_shown_is_what_was_hashed_and_what_was_drawn_from(at_work: Desk) -> None:
    drawn(at_work)
    sample = told(at_work, "control sample show Q-2026-1 --as a.auditor")
    shown = at_work.runs("control sample show Q-2026-1 --population --as a.auditor").stdout
    assert sha256(shown.encode()).hexdigest() == sample["population"]["hash"]
    assert len(shown.splitlines()) == sample["population"]["size"] == len(NUMBERS) - 1
    assert sample["drawn"] == sum(one["drawn"] for one in sample["population"]["strata"])


@pytest.mark.skipif(which("openssl") is None, reason="openssl is not installed")
def test_openssl_puts_the_items_in_the_same_order(at_work: Desk) -> None:
    drawn(at_work)
    sample = told(at_work, "control sample show Q-2026-1 --as a.auditor")
    shown = at_work.runs("control sample show Q-2026-1 --population --as a.auditor").stdout
    items = [line.partition(";")[0] for line in shown.splitlines()]

    def by_openssl(item: str) -> str:
        typed = ["openssl", "dgst", "-sha256", "-mac", "HMAC"]
        typed += ["-macopt", f"hexkey:{sample['seed']}"]
        ran = subprocess.run(typed, input=item.encode(), capture_output=True, check=True)
        return ran.stdout.decode().split()[-1]

    order = sorted(items, key=by_openssl)
    assert order[: sample["drawn"]] == [
        one["item"] for one in sample["items"] if one["part"] == "random"
    ]


def test_samples_are_not_for_everybody(at_work: Desk) -> None:
    drawn(at_work)
    for line in ("list", "show Q-2026-1", "check Q-2026-1"):
        for account in ("d.lambert", "registrar", "nobody"):
            run = at_work.runs(f"control sample {line} --as {account}")
            assert (run.exit_code, run.stdout) == (4, "")
        for account in ("s.peeters", "a.auditor", "n.bernard", "r.maes"):
            assert at_work.runs(f"control sample {line} --as {account}").exit_code == 0


CANNOT = (
    ("draw Q-1 --confidence 50 --as s.peeters", 2, "--confidence"),
    ("draw Q-1 --tolerable much --as s.peeters", 2, "tolerable"),
    ("draw Q-1 --expected 9 --as s.peeters", 2, "--expected"),
    ("draw Q-1 --centre Atlantis --as s.peeters", 2, "Atlantis"),
    ("draw Q-1 --from tomorrow --as s.peeters", 2, "--from"),
    ("draw Q-1 --from 2026-03-02 --to 2026-03-01 --as s.peeters", 2, "--to"),
    ("draw Q-1 --to 2020-01-01 --as s.peeters", 2, "nothing to draw from"),
    ("draw 'my sample' --as s.peeters", 2, "sample"),
    ("draw Q-1 --by person --as s.peeters", 2, "--by"),
    ("draw Q-1 --as a.auditor", 4, "AUT-02"),
    ("extend Q-2026-1 --as s.peeters", 2, "--size"),
    ("extend Q-2026-1 --size 0 --as s.peeters", 2, "--size"),
    ("extend Q-2026-1 --size 1 --as s.peeters", 3, "SMP-01"),
    ("extend Q-2026-1 --expected 40 --as s.peeters", 2, "--expected"),
    ("extend Q-1 --size 3 --as s.peeters", 2, "there is no sample Q-1"),
    ("show Q-1 --as s.peeters", 2, "there is no sample Q-1"),
    ("result Q-2026-1 VOT-2026 conforms --as s.peeters", 2, "item"),
    ("result Q-2026-1 VOT-2026-0001 perhaps --as s.peeters", 2, "perhaps"),
    ("result Q-2026-1 VOT-2099-0001 conforms --as s.peeters", 2, "VOT-2099-0001"),
    ("conclude Q-2026-1 --as s.peeters", 3, "have no result yet"),
    ("conclude Q-2026-1 --as a.auditor", 4, "AUT-02"),
    ("plan --population 0", 2, "--population"),
    ("plan --confidence 99 --tolerable 1 --expected 0.99", 2, "5000"),
)


def test_what_cannot_be_done_is_told(at_work: Desk) -> None:
    drawn(at_work)
    for line, code, said in CANNOT:
        run = at_work.runs(f"control sample {line}")
        assert (run.exit_code, run.stdout) == (code, ""), f"{line}: {run.output}"
        assert said in run.stderr, line
    assert [one["sample"] for one in told(at_work, "control sample list --as a.auditor")] == [
        "Q-2026-1"
    ]


def test_a_plan_needs_no_store(file_desk: Desk) -> None:
    plan = told(file_desk, "control sample plan --tolerable 5 --expected 2")
    assert (plan["size"], plan["allowed"], plan["population"]) == (181, 4, None)
    assert [one["met"] for one in plan["limits"]] == [True] * 5 + [False] * 2
    small = told(file_desk, "control sample plan --expected 0 --population 100")
    assert (small["size"], small["limits"][0]["most"]) == (39, 5)
    assert not (file_desk.folder / "office.db").exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", "pour être sûr à 95 %"), ("nl", "om 95 % zeker te zijn")],
)
def test_a_sample_is_told_in_the_language_of_the_desk(
    at_work: Desk, language: str, said: str
) -> None:
    drawn(at_work)
    assert (
        said
        in at_work.runs(f"--lang {language} control sample show Q-2026-1 --as a.auditor").stdout
    )
    for item in told(at_work, "control sample show Q-2026-1 --as r.maes")["items"]:
        if item["item"] == HIDDEN:
            at_work.does(f"privacy grant {HIDDEN} --to s.peeters --as r.maes")
        at_work.does(f"control sample result Q-2026-1 {item['item']} conforms --as s.peeters")
    concluded = at_work.runs(f"--lang {language} control sample conclude Q-2026-1 --as s.peeters")
    assert concluded.exit_code == 0
    assert "deviate" not in concluded.stdout
    state = told(at_work, "control sample list --as a.auditor")[0]
    assert (state["state"], state["met"], state["missing"]) == ("concluded", True, 0)


def test_a_sample_is_on_the_trail_and_the_store_stays_sound(at_work: Desk) -> None:
    drawn(at_work)
    trail = [json.loads(one) for one in at_work.runs("audit trail --json").stdout.splitlines()]
    topics = [one["topic"] for one in trail if one["stream"] == "sample:Q-2026-1"]
    assert topics == ["sample-announced.v1", "sample-drawn.v1"]
    assert told(at_work, "audit verify")["findings"] == []


def test_a_draw_says_what_it_waits_for(at_work: Desk) -> None:
    at_work.does(DRAW)
    for _ in range(2):
        waits = told(at_work, DRAW)
        assert (waits["state"], waits["seed"], waits["items"]) == ("announced", None, [])
        assert waits["waits_for"] == "another-person"
    assert "what another person records next" in at_work.runs(DRAW).stdout
    at_work.does(SOMETHING)
    assert told(at_work, DRAW)["waits_for"] is None


def test_a_draw_that_was_broken_off_while_noting_goes_on(at_work: Desk, broken_off: Any) -> None:
    asked = DRAW.replace("--tolerable 40", "--tolerable 1")
    at_work.does(asked, SOMETHING)
    with broken_off(after=3):
        assert at_work.runs(asked).exit_code != 0
    assert told(at_work, "control sample show Q-2026-1 --as a.auditor")["state"] == "drawn"
    assert 0 < _noted_in(at_work) < len(NUMBERS) - 1
    at_work.does(asked)
    assert _noted_in(at_work) == len(NUMBERS) - 1
    before = at_work.runs("audit trail --json").stdout
    at_work.does(asked)
    assert at_work.runs("audit trail --json").stdout == before, "nothing is noted twice"
    added = f"control finding add {NUMBERS[6]} --kind data --severity remark --finding 'no name'"
    at_work.does(f"{added} --sample Q-2026-1 --as s.peeters")


def _noted_in(desk: Desk) -> int:
    return sum(
        "quality-sample-drawn.v1" in "".join(_log(desk, one)) for one in NUMBERS if one != HIDDEN
    )


@pytest.fixture
def broken_off(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Have the machine stop after so many acts."""
    import workflows.handle as office

    @contextmanager
    def stopped(after: int) -> Iterator[None]:
        left, real = iter(range(after)), office.handle

        def stops(*said: Any, **more: Any) -> Any:
            if next(left, None) is None:
                raise KeyboardInterrupt
            return real(*said, **more)

        with monkeypatch.context() as patch:
            patch.setattr(office, "handle", stops)
            yield

    return stopped


def test_results_come_from_a_file_all_of_them_or_none(at_work: Desk) -> None:
    drawn(at_work)
    items = [
        one["item"] for one in told(at_work, "control sample show Q-2026-1 --as s.peeters")["items"]
    ]
    file = at_work.folder / "results.csv"
    asked = f"control sample result Q-2026-1 --from {file} --as s.peeters"
    good = [f"{one};conforms" for one in items]
    wrong = [
        "VOT-2099-0001;conforms",
        f"{items[0]};conforms",
        "x;perhaps",
        "alone",
        f"{HIDDEN};conforms",
    ]
    file.write_text("\n".join(["item;result", *good, *wrong]), encoding="utf-8")
    run = at_work.runs(asked)
    assert (run.exit_code, run.stdout) == (4, "")
    first = len(good) + 2
    for at, said in enumerate(
        (
            "there is no dossier",
            "is on line 2 already",
            "perhaps is not one",
            "a line is:",
            "ACC-01",
        )
    ):
        assert f"line {first + at} (" in run.stderr
        assert said in run.stderr
    assert f"{len(wrong)} of {len(good) + len(wrong)} lines cannot be recorded" in run.stderr
    told_of = json.loads(at_work.runs(f"{asked} --json").stdout)
    assert [one["line"] for one in told_of["refused"]] == list(range(first, first + len(wrong)))
    assert told(at_work, "control sample show Q-2026-1 --as s.peeters")["examined"] == 0

    at_work.does(f"control sample result Q-2026-1 {items[0]} deviates --as s.peeters")
    turned = [f"{items[0]};conforms;;mistyped", *good[1:]]
    file.write_text("\ufeff" + "\r\n".join(turned), encoding="utf-8")
    done = told(at_work, asked)
    assert (done["recorded"], done["repeated"]) == (len(items), 0)
    again = told(at_work, asked)
    assert (again["recorded"], again["repeated"]) == (0, len(items))
    (shown, *_) = [
        one
        for one in told(at_work, "control sample show Q-2026-1 --as s.peeters")["items"]
        if one["item"] == items[0]
    ]
    assert (shown["result"], shown["because"]) == ("conforms", "mistyped")
    assert [one["result"] for one in shown["before"]] == ["deviates"]
    seen = at_work.runs("control sample show Q-2026-1 --as s.peeters").stdout
    assert f"{items[0]}: deviates (s.peeters) → conforms (s.peeters, mistyped)" in seen


def test_a_result_is_typed_or_read_from_a_file_not_both(at_work: Desk) -> None:
    drawn(at_work)
    for line in (
        f"result Q-2026-1 {NUMBERS[0]}",
        f"result Q-2026-1 {NUMBERS[0]} conforms --from x.csv",
        "result Q-2026-1 --from nowhere.csv",
        "result Q-2026-1 --from /dev/null",
        "result Q-2026-1",
    ):
        run = at_work.runs(f"control sample {line} --as s.peeters")
        assert (run.exit_code, run.stdout) == (2, ""), line


def test_a_percentage_may_have_a_comma_and_has_the_digits_of_the_desk(file_desk: Desk) -> None:
    comma = told(file_desk, "control sample plan --tolerable 5,5 --expected 1,25")
    assert comma == told(file_desk, "control sample plan --tolerable 5.5 --expected 1.25")
    for typed in ("٥", "5,555", "1e1", "-1", "100"):
        run = file_desk.runs(f"control sample plan --tolerable={typed}")
        assert run.exit_code == 2
        assert "--tolerable: " in run.stderr
