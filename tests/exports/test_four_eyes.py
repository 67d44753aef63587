"""
The four-eyes filter of pm4py beside our control of separation, on the sample register.

The filter asks of a whole dossier whether one hand did both of two things. The control asks it
of each decision round, by person and through delegations, of edits as of drafts, and gives a
round one finding. So they differ, in the ways said here and in no other.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

import dossier as d
import pytest
from exports.conftest import Exported, Reader
from given import Act, brussels, lines

from domain import events as e
from domain.record import Recorded
from domain.trajectory import replay
from domain.values import Sealed
from projections.export import xes
from projections.export.deeds import About, deed
from projections.export.names import RealNames
from projections.separation import findings_in

DRAFTED, EDITED, TAKEN = "decision-drafted", "decision-draft-edited", "decision-taken"


class Year(NamedTuple):
    """Our findings, the dossiers the filter keeps, and the log it was given."""

    ours: list[dict[str, Any]]
    theirs: set[str]
    log: dict[str, list[dict[str, str]]]


BREACHES = DIRECT, SAME_PERSON, EDITOR, DELEGATION = (
    "FOUR_EYES_DIRECT",
    "FOUR_EYES_SAME_PERSON",
    "FOUR_EYES_EDITOR",
    "FOUR_EYES_DELEGATION",
)


@pytest.fixture(scope="module")
def found(sample: Exported) -> dict[str, set[str]]:
    """What our control finds: code → dossiers."""
    run = sample.desk.runs("control separation --as a.audit --json")
    dossiers: dict[str, set[str]] = {code: set() for code in BREACHES}
    for one in json.loads(run.stdout)["findings"]:
        if one["severity"] == "breach":
            dossiers[one["code"]].add(one["dossier"])
    return dossiers


@pytest.fixture(scope="module")
def by_pm4py(sample: Exported, pm4py: Reader) -> dict[tuple[str, str], set[str]]:
    """What the filter finds: who is asked, and what beside the decision → dossiers."""
    file = sample.file("xes", "--plain")
    return {
        (who, act): set(pm4py("same hands", file, act, TAKEN, who))
        for who in ("org:resource", "person")
        for act in (DRAFTED, EDITED)
    }


def test_by_account_both_find_who_decided_what_the_same_account_drafted(found, by_pm4py):
    assert found["FOUR_EYES_DIRECT"]
    assert by_pm4py["org:resource", DRAFTED] == found["FOUR_EYES_DIRECT"]


def test_by_person_both_find_the_second_account_as_well(found, by_pm4py):
    assert found["FOUR_EYES_SAME_PERSON"]
    assert by_pm4py["person", DRAFTED] == (
        found["FOUR_EYES_DIRECT"] | found["FOUR_EYES_SAME_PERSON"]
    )


def test_asked_by_account_the_filter_misses_the_second_account(found, by_pm4py):
    assert by_pm4py["org:resource", DRAFTED].isdisjoint(found["FOUR_EYES_SAME_PERSON"])


def test_of_edits_the_filter_has_to_be_asked_apart(found, by_pm4py):
    """The control gives a round one finding: who drafted and edited is found as the drafter."""
    assert found["FOUR_EYES_EDITOR"]
    assert by_pm4py["person", EDITED] - by_pm4py["person", DRAFTED] == found["FOUR_EYES_EDITOR"]


def test_together_they_find_the_same_dossiers(found, by_pm4py):
    """Nobody in the sample decided in the name of another: of that the filter knows nothing."""
    assert found["FOUR_EYES_DELEGATION"] == set()
    assert by_pm4py["person", DRAFTED] | by_pm4py["person", EDITED] == set().union(*found.values())


@pytest.fixture(scope="module")
def of_the_year(troubled: Exported, pm4py: Reader) -> Year:
    """What both find in the simulated year."""
    run = troubled.desk.runs("control separation --as sim.auditor --json")
    ours = [
        one
        for one in json.loads(run.stdout)["findings"]
        if one["severity"] == "breach" and one["act"] == "decision"
    ]
    file = troubled.file("xes", "--plain")
    theirs = {
        dossier
        for act in (DRAFTED, EDITED)
        for dossier in pm4py("same hands", file, act, TAKEN, "person")
    }
    log = pm4py("xes", file, "ITERPARSE", [])["cases"]
    return Year(ours, theirs, dict(log))


def test_a_draft_that_the_decider_corrected_is_a_breach_for_the_control_alone(of_the_year: Year):
    """To correct the draft is to have a hand in it; the filter knows what was done by its name."""
    missed = [one for one in of_the_year.ours if one["dossier"] not in of_the_year.theirs]
    assert missed
    for one in missed:
        done = {event["version"]: event for event in of_the_year.log[one["dossier"]]}
        hands = [done[str(version)] for version in one["versions"]]
        assert [hand["concept:name"] for hand in hands] == ["record-corrected", TAKEN]
        assert hands[0]["said_field"] != "occurred_at"


def test_whatever_the_filter_finds_in_the_year_is_a_breach_or_of_several_rounds(
    of_the_year: Year,
):
    ours = {one["dossier"] for one in of_the_year.ours}
    for dossier in of_the_year.theirs - ours:
        rounds = {event.get("round") for event in of_the_year.log[dossier]}
        assert len(rounds - {None}) > 1
    assert of_the_year.theirs & ours


# --- seeded: each row of the table on the page ----------------------------------------------------


class Seed(NamedTuple):
    """A story of a decision: what the control finds of it, and of which acts the filter does."""

    acts: tuple[Act, ...]
    ours: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()


BEFORE = (*d.until(d.INFORMED),)
MENDED = Act(
    e.RecordCorrected(
        corrects=len(BEFORE) + 1, field="reference", was="x", becomes="y", reason=Sealed.of("typo")
    ),
    d.OFFICER,
    brussels("2026-03-10 10:00"),
)
ANEW = (
    d.ANNULLED,
    d.DRAFTED.by(d.OFFICER).at("2026-03-17 09:00"),
    d.TAKEN.by(d.ASSISTANT_AS_OFFICER).at("2026-03-17 15:00"),
)
SEEDS = {
    "lawful": Seed((d.DRAFTED, d.EDITED, d.TAKEN)),
    "the same account": Seed((d.DRAFTED.by(d.OFFICER), d.TAKEN), (DIRECT,), (DRAFTED,)),
    "the second account": Seed(
        (d.DRAFTED, d.TAKEN.by(d.ASSISTANT_AS_OFFICER)), (SAME_PERSON,), (DRAFTED,)
    ),
    "edited by the decider": Seed(
        (d.DRAFTED, d.EDITED.by(d.OFFICER), d.TAKEN), (EDITOR,), (EDITED,)
    ),
    "drafted and edited by the decider": Seed(
        (d.DRAFTED.by(d.OFFICER), d.EDITED.by(d.OFFICER), d.TAKEN), (DIRECT,), (DRAFTED, EDITED)
    ),
    "corrected by the decider": Seed((d.DRAFTED, MENDED, d.TAKEN), (EDITOR,)),
    "decided for the drafter": Seed(
        (d.DRAFTED, d.TAKEN.by(d.OFFICER._replace(on_behalf_of=d.ASSISTANT.account))),
        (DELEGATION,),
    ),
    "drafted for the decider": Seed(
        (d.DRAFTED.by(d.ASSISTANT._replace(on_behalf_of=d.OFFICER.account)), d.TAKEN),
        (DELEGATION,),
    ),
    "roles exchanged in a new round": Seed((d.DRAFTED, d.TAKEN, *ANEW), (), (DRAFTED,)),
}


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[Recorded]]]:
    """Write all stories as one log."""
    stories = {
        name: [line._replace(stream=name) for line in lines((*BEFORE, *seed.acts), d.NUMBER)]
        for name, seed in SEEDS.items()
    }
    file = tmp_path_factory.mktemp("seeds") / "eyes.xes"
    dossiers = (
        (name, [deed(line, RealNames(), None, ()) for line in story])
        for name, story in stories.items()
    )
    with file.open("w", encoding="utf-8") as text:
        xes.write(text, About("seeds", 1, "none", "plain"), dossiers)
    return file, stories


@pytest.mark.parametrize("name", SEEDS)
def test_the_control_finds_each_breach_once(seeded, name: str):
    story = seeded[1][name]
    state = replay(story)
    assert state is not None
    breaches = [one for one in findings_in(state, story) if one.severity == "breach"]
    assert tuple(one.code for one in breaches) == SEEDS[name].ours


@pytest.mark.parametrize("act", [DRAFTED, EDITED])
def test_the_filter_finds_what_the_page_says_it_does(seeded, pm4py: Reader, act: str):
    found = pm4py("same hands", seeded[0], act, TAKEN, "person")
    assert found == sorted(name for name, seed in SEEDS.items() if act in seed.theirs)
