"""
What is recorded for a family is recorded in every dossier of it, or in none.

On both kinds of database, with real processes that meet and real failures in the middle.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from time import sleep
from typing import Any
from uuid import uuid4

import pytest
from cabinet import broken_at, line, log_is_sound, opened, sql
from dossier import UNFIT
from examples.family import LINKED, PROPOSED, SEPARATED
from examples.removal import TO_START, UNDER_WAY
from given import lines
from together import at_once

from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.decide import Refused
from domain.errors import BadInput, CommandIdReused, ConcurrentChange, StoreTrouble, UnknownDossier
from domain.record import Recorded
from domain.rules.calendar import BRUSSELS
from domain.trajectory import Trajectory, replay
from domain.values import Function, Sealed, Sex
from workflows import families, people, staffing
from workflows.families import for_the_family
from workflows.handle import Occasion, Outcome, handle
from workflows.together import RefusedTogether, handle_together
from workflows.vault import Vault

SABA, KARIM, NOUR, LINA = (f"TUB-2026-{number:04}" for number in range(1, 5))
FAMILY = (SABA, KARIM, NOUR)
COACH, ATTACHE, DIRECTOR = "d.lambert", "m.vandamme", "r.leroy"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS).astimezone(UTC)


def by(account: str, moment: str, **more: Any) -> Occasion:
    return Occasion(account, at(moment), **more)


def do(office: Office, command: c.Command, occasion: Occasion) -> Outcome:
    return handle(office.journal, office.vault, command, occasion)


def all_do(office: Office, joint: families.Joint, occasion: Occasion) -> list[Outcome]:
    return handle_together(office.journal, office.vault, joint, occasion)


def state(office: Office, dossier: str) -> Trajectory:
    found = replay(office.journal.history(dossier))
    assert found is not None
    return found


def dossiers(office: Office) -> dict[str, int]:
    """Say at which version each dossier stands."""
    return {name: len(lines) for name, lines in office.journal.dossiers()}


def at_home(office: Office) -> Office:
    """Open the dossiers of a couple and their daughter at Tubize, and link them."""
    registrar = people.acting(office.journal, "registrar", datetime.now(UTC))
    director = c.AddStaff(account=DIRECTOR, person="P-020", function=Function.REMOVAL_DIRECTOR)
    staffing.register(office.journal, director, registrar)
    for dossier, age, sex in (
        (SABA, "adult", Sex.F),
        (KARIM, "adult", Sex.M),
        (NOUR, "minor", Sex.F),
    ):
        name = Sealed.of(f"resident {dossier}")
        alone = None if age == "adult" else False
        admission = c.OpenTrajectory(
            dossier=dossier, centre="TUB", age=age, unaccompanied=alone, sex=sex, name=name
        )
        do(office, admission, by(COACH, "2026-03-02 10:00"))
    roles = {SABA: "parent", KARIM: "parent", NOUR: "child"}
    joint = families.link(roles, majorities={NOUR: "2031-04-06"})
    all_do(office, joint, by(COACH, "2026-03-02 11:00"))
    return office


@pytest.fixture
def home(office: Office) -> Office:
    """Give a family a place to stay, on each kind of database in turn."""
    return at_home(office)


# --- linked ---------------------------------------------------------------------------------


def test_every_dossier_knows_the_others(home: Office) -> None:
    saba, karim, nour = (state(home, one).family for one in FAMILY)
    assert {saba.id, karim.id, nour.id} == {SABA}
    assert (saba.members, saba.minors) == ((KARIM, NOUR), (NOUR,))
    assert (nour.members, nour.carers) == ((SABA, KARIM), (SABA, KARIM))
    assert (karim.carers, nour.majority_on) == ((), "2031-04-06")


def test_the_links_are_one_act_that_tells_its_first_line(home: Office) -> None:
    lines = [home.journal.history(one)[-1] for one in FAMILY]
    assert len({one.command_id for one in lines}) == 1
    assert [one.correlation_id for one in lines] == [f"{SABA}/2"] * 3
    assert [one.causation_id for one in lines] == [None, f"{SABA}/2", f"{SABA}/2"]
    assert [one.position for one in lines] == list(range(lines[0].position, lines[0].position + 3))
    log_is_sound(home.paths.store)


def test_a_grandmother_who_comes_later_is_linked_with_all(home: Office) -> None:
    grandmother = "TUB-2026-0009"
    do(
        home,
        c.OpenTrajectory(dossier=grandmother, centre="TUB", age="adult"),
        by(COACH, "2026-03-04 10:00"),
    )
    remark = Sealed.of("the father's mother")
    joint = families.link({KARIM: "parent", grandmother: "other"}, remark=remark)
    all_do(home, joint, by(COACH, "2026-03-04 11:00"))
    assert set(state(home, NOUR).family.members) == {SABA, KARIM, grandmother}
    assert state(home, NOUR).family.role == "child"
    assert state(home, grandmother).family.minors == (NOUR,)
    assert opened(home, home.journal.history(SABA)[-1])["remark"] == "the father's mother"


def test_a_resident_of_another_family_is_linked_with_nobody(home: Office) -> None:
    one, two = "TUB-2026-0021", "TUB-2026-0022"
    for dossier in (one, two):
        do(
            home,
            c.OpenTrajectory(dossier=dossier, centre="TUB", age="adult"),
            by(COACH, "2026-03-04 10:00"),
        )
    all_do(home, families.link({one: "partner", two: "partner"}), by(COACH, "2026-03-04 11:00"))
    before = dossiers(home)
    with pytest.raises(RefusedTogether) as refused:
        all_do(
            home, families.link({SABA: "sibling", one: "sibling"}), by(COACH, "2026-03-05 11:00")
        )
    assert set(refused.value.dossiers) == {one, two}, "those of the other family"
    assert dossiers(home) == before


def test_a_dossier_that_is_not_there_links_nobody(home: Office) -> None:
    before = dossiers(home)
    with pytest.raises(UnknownDossier):
        all_do(home, families.link({SABA: "parent", LINA: "child"}), by(COACH, "2026-03-05 11:00"))
    assert dossiers(home) == before


def test_unlinked_by_another_nobody_is_linked_any_more(home: Office) -> None:
    joint = families.unlink(KARIM, reason="shown-not-related")
    with pytest.raises(RefusedTogether) as refused:
        all_do(home, joint, by(COACH, "2026-03-06 10:00"))
    assert refused.value.exit_code == 4
    all_do(home, joint, by("e.claes", "2026-03-06 10:00"))
    assert state(home, KARIM).family.members == ()
    assert state(home, SABA).family.members == (NOUR,)
    assert state(home, NOUR).family.carers == (SABA,)


# --- the same for all -----------------------------------------------------------------------

TALK = c.HoldInterview(dossier=SABA, note=Sealed.of("how the journey goes"))


def test_an_act_for_the_family_is_recorded_in_every_dossier(home: Office) -> None:
    outcomes = all_do(home, for_the_family(TALK), by(COACH, "2026-03-06 10:00"))
    assert [one.lines[0].stream for one in outcomes] == list(FAMILY)
    assert {opened(home, one.lines[0])["note"] for one in outcomes} == {"how the journey goes"}
    assert [one.lines[0].version for one in outcomes] == [3, 3, 3]
    assert [len(home.journal.history(one)) for one in FAMILY] == [3, 3, 3]
    assert all(one.lines[0].log_index >= 0 for one in outcomes), "each with its receipt"


def test_who_is_kept_apart_is_left_out(home: Office) -> None:
    proposed = families.propose_separation(KARIM, (), report="RAP-2026-1")
    all_do(home, proposed, by(ATTACHE, "2026-03-04 10:00"))
    all_do(
        home, families.decide_separation("SeparateFamily", KARIM), by(DIRECTOR, "2026-03-05 10:00")
    )
    outcomes = all_do(home, for_the_family(TALK), by(COACH, "2026-03-06 10:00"))
    assert [one.lines[0].stream for one in outcomes] == [SABA, NOUR]
    his = for_the_family(TALK.model_copy(update={"dossier": KARIM}))
    [alone] = all_do(home, his, by(COACH, "2026-03-06 11:00"))
    assert alone.lines[0].stream == KARIM


def test_who_has_ended_is_left_out(home: Office) -> None:
    ended = c.EstablishNonReturn(dossier=KARIM, reason="deceased")
    registered = line(
        len(home.journal.history(KARIM)) + 1,
        e.NonReturnEstablished(reason=ended.reason),
        stream=KARIM,
        occurred_at=at("2026-03-05 10:00"),
    )
    home.journal.append([registered])
    outcomes = all_do(home, for_the_family(TALK), by(COACH, "2026-03-06 10:00"))
    assert [one.lines[0].stream for one in outcomes] == [SABA, NOUR]


def test_sent_twice_it_is_recorded_once(home: Office) -> None:
    command_id = str(uuid4())
    first = all_do(home, for_the_family(TALK), by(COACH, "2026-03-06 10:00", command_id=command_id))
    before = dossiers(home)
    again = all_do(home, for_the_family(TALK), by(COACH, "2026-03-06 10:00", command_id=command_id))
    assert [one.repeated for one in again] == [True] * 3
    assert [[at.leaf_hash for at in one.lines] for one in again] == [
        [at.leaf_hash for at in one.lines] for one in first
    ]
    assert dossiers(home) == before


def test_under_its_id_another_act_is_refused(home: Office) -> None:
    command_id = str(uuid4())
    do(home, TALK, by(COACH, "2026-03-06 10:00", command_id=command_id))
    with pytest.raises(CommandIdReused):  # that one was for one dossier alone
        all_do(home, for_the_family(TALK), by(COACH, "2026-03-06 10:00", command_id=command_id))
    other = for_the_family(TALK.model_copy(update={"dossier": KARIM}))
    with pytest.raises(CommandIdReused):
        all_do(home, other, by(COACH, "2026-03-06 10:00", command_id=command_id))


def test_one_member_who_refuses_keeps_it_from_all(home: Office) -> None:
    guardian = c.AppointGuardian(dossier=NOUR, guardian=Sealed.of("Anke Claeys"))
    do(home, guardian, by(COACH, "2026-03-05 10:00"))
    before = dossiers(home)
    hear = c.HearGuardian(dossier=NOUR, proposal="return")
    with pytest.raises(RefusedTogether) as refused:
        all_do(home, for_the_family(hear), by(COACH, "2026-03-06 10:00"))
    told = list(zip(refused.value.dossiers, refused.value.failures, strict=True))
    assert [(dossier, one.rule) for dossier, one in told] == [(SABA, "FAM-03"), (KARIM, "FAM-03")]
    assert refused.value.exit_code == 3
    assert dossiers(home) == before, "not even in hers, where nothing stands in the way"


@pytest.mark.parametrize("act", ["open", "correct"])
def test_what_is_of_one_dossier_alone_is_not_for_a_family(home: Office, act: str) -> None:
    order = (
        c.OpenTrajectory(dossier=SABA, centre="TUB")
        if act == "open"
        else c.CorrectRecord(
            dossier=SABA, corrects=1, field="sex", becomes="F", reason=Sealed.of("x")
        )
    )
    with pytest.raises(BadInput):
        for_the_family(order)


def test_who_has_no_family_is_told_so(home: Office) -> None:
    alone = "TUB-2026-0030"
    do(
        home,
        c.OpenTrajectory(dossier=alone, centre="TUB", age="adult"),
        by(COACH, "2026-03-04 10:00"),
    )
    with pytest.raises(BadInput, match="no family"):
        all_do(
            home,
            for_the_family(TALK.model_copy(update={"dossier": alone})),
            by(COACH, "2026-03-06 10:00"),
        )


@pytest.mark.parametrize(
    "step", ["INSERT ON stored_events", "INSERT ON tlog_leaf", "UPDATE ON tlog_head"]
)
def test_what_breaks_in_the_middle_leaves_nothing(home: Office, step: str) -> None:
    before, size = dossiers(home), log_is_sound(home.paths.store)
    command_id = str(uuid4())
    occasion = by(COACH, "2026-03-06 10:00", command_id=command_id)
    with broken_at(home.paths.store, step), pytest.raises(StoreTrouble):
        all_do(home, for_the_family(TALK), occasion)
    assert dossiers(home) == before
    assert log_is_sound(home.paths.store) == size
    assert home.journal.answered(command_id) is None
    assert [one.repeated for one in all_do(home, for_the_family(TALK), occasion)] == [False] * 3


KILLED = """
import os, sys
from threading import Timer
from together import paths_told, wait_for_the_others
from cli.wiring import Office
from domain import commands as c
from domain.values import Sealed
from workflows.handle import Occasion
from workflows.families import for_the_family
from workflows.together import handle_together
dossier, step, *places = sys.argv[1:]
office = Office(paths_told(*places))
talk = c.HoldInterview(dossier=dossier, note=Sealed.of("cut short"))
office.journal.recall(dossier)
wait_for_the_others()
if step:
    plain = office.journal.store.datastore.connection().plain
    plain.set_trace_callback(lambda done: os._exit(0) if done.startswith(step) else None)
else:
    Timer(0.6, os._exit, [0]).start()  # while the server is at work
handle_together(office.journal, office.vault, for_the_family(talk), Occasion("d.lambert"))
print("recorded")
"""


@pytest.mark.parametrize(
    "step",
    ["INSERT INTO stored_events", "INSERT INTO tlog_leaf", "UPDATE tlog_head", "COMMIT"],
)
def test_a_process_killed_while_it_writes_a_file_leaves_nothing(
    file_office: Office, step: str
) -> None:
    at_home(file_office)
    before, size = dossiers(file_office), log_is_sound(file_office.paths.store)
    assert at_once(("-c", KILLED, SABA, step, *file_office.paths)) == [""]
    assert dossiers(file_office) == before
    assert log_is_sound(file_office.paths.store) == size
    again = all_do(file_office, for_the_family(TALK), by(COACH, "2026-03-06 10:00"))
    assert len(again) == 3


def test_a_process_killed_while_the_server_writes_leaves_all_or_nothing(
    server_office: Office,
) -> None:
    at_home(server_office)
    store = str(server_office.paths.store)
    before = dossiers(server_office)
    slowly = "BEGIN PERFORM pg_sleep(1.2); RETURN NULL; END"
    sql(
        store,
        f"CREATE FUNCTION trajet.slowly() RETURNS trigger LANGUAGE plpgsql AS '{slowly}'",
    )
    sql(store, "CREATE TRIGGER slowly AFTER INSERT ON tlog_leaf EXECUTE FUNCTION trajet.slowly()")
    assert at_once(("-c", KILLED, SABA, "", *server_office.paths)) == [""]
    while sql(store, "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'"):
        sleep(0.05)
    sql(store, "DROP TRIGGER slowly ON tlog_leaf")
    after = dossiers(server_office)
    assert {after[one] - before[one] for one in FAMILY} in ({0}, {1})
    log_is_sound(store)


# --- births and ages --------------------------------------------------------------------------


def test_a_birth_opens_the_childs_dossier_linked_with_all(home: Office) -> None:
    joint = families.birth(SABA, LINA, name=Sealed.of("Lina"), born_on=Sealed.of("2026-03-10"))
    outcomes = all_do(home, joint, by(COACH, "2026-03-10 04:20"))
    assert [[type(at.event).__name__ for at in one.lines] for one in outcomes] == [
        *[["MemberBorn"]] * 3,
        ["ResidentAdmitted", "FamilyLinked"],
    ]
    lina = state(home, LINA)
    assert (lina.age, lina.unaccompanied, lina.centre) == ("minor", False, "TUB")
    assert (lina.family.carers, lina.family.majority_on) == ((SABA, KARIM), "2044-03-10")
    assert set(state(home, NOUR).family.members) == {SABA, KARIM, LINA}
    admission = home.journal.history(LINA)[0]
    assert opened(home, admission)["name"] == "Lina"
    log_is_sound(home.paths.store)


def test_in_a_closed_centre_the_birth_is_recorded_and_no_child_is_admitted(office: Office) -> None:
    mother = c.OpenTrajectory(dossier="HOL-2026-0007", centre="HOL", age="adult", sex=Sex.F)
    do(office, mother, by(COACH, "2026-03-02 10:00"))
    joint = families.birth("HOL-2026-0007", LINA)
    [outcome] = all_do(office, joint, by(COACH, "2026-03-10 04:20"))
    assert [type(at.event).__name__ for at in outcome.lines] == ["MemberBorn"]
    assert outcome.state.family.minors == (LINA,)
    assert office.journal.history(LINA) == []


def test_under_a_number_that_is_taken_no_birth_is_recorded(home: Office) -> None:
    before = dossiers(home)
    with pytest.raises(RefusedTogether):
        all_do(home, families.birth(SABA, NOUR), by(COACH, "2026-03-10 04:20"))
    assert dossiers(home) == before


def test_majority_is_told_in_every_dossier(home: Office) -> None:
    home.journal.clock = lambda: at("2031-04-07 10:00")
    joint = families.of_age("ReachMajority", NOUR)
    with pytest.raises(RefusedTogether) as refused:
        all_do(home, joint, by(COACH, "2031-04-05 23:00"))
    assert set(refused.value.dossiers) == set(FAMILY)
    assert {one.rule for one in refused.value.failures} == {"FAM-06"}
    all_do(home, joint, by(COACH, "2031-04-06 09:00"))
    assert state(home, NOUR).age == "adult"
    assert [state(home, one).family.minors for one in (SABA, KARIM)] == [(), ()]


def test_a_birthday_said_only_now_is_told_in_every_dossier(home: Office) -> None:
    home.journal.clock = lambda: at("2031-04-07 10:00")
    teenager = "TUB-2026-0050"
    opened = c.OpenTrajectory(dossier=teenager, centre="TUB", age="minor", unaccompanied=False)
    do(home, opened, by(COACH, "2026-03-04 10:00"))
    all_do(home, families.link({SABA: "parent", teenager: "child"}), by(COACH, "2026-03-04 11:00"))
    silent = families.of_age("ReachMajority", teenager)
    with pytest.raises(RefusedTogether):
        all_do(home, silent, by(COACH, "2026-11-20 09:00"))
    said = families.of_age("ReachMajority", teenager, majority_on="2026-11-20")
    with pytest.raises(RefusedTogether):
        all_do(home, said, by(COACH, "2026-11-19 23:59"))
    outcomes = all_do(home, said, by(COACH, "2026-11-20 00:00"))
    assert {one.state.dossier for one in outcomes} == {*FAMILY, teenager}
    assert state(home, teenager).age == "adult"
    assert state(home, SABA).family.minors == (NOUR,)
    assert state(home, SABA).family.majority_on is None, "that of the teenager, not hers"


def test_an_age_in_dispute_makes_the_family_one_with_a_minor(home: Office) -> None:
    disputed = families.of_age("DisputeAge", KARIM, reason="conflicting-documents")
    all_do(home, disputed, by(COACH, "2026-03-06 10:00"))
    assert state(home, KARIM).age == "disputed"
    assert state(home, SABA).family.minors == (NOUR, KARIM)
    settled = families.of_age("EstablishAge", KARIM, outcome="adult", reference="TUT-2026-1")
    all_do(home, settled, by("e.claes", "2026-03-07 10:00"))
    assert state(home, SABA).family.minors == (NOUR,)


def test_a_separation_holds_both_ways(home: Office) -> None:
    proposed = families.propose_separation(KARIM, (), report="RAP-2026-1")
    all_do(home, proposed, by(ATTACHE, "2026-03-06 10:00"))
    decided = families.decide_separation("SeparateFamily", KARIM)
    all_do(home, decided, by(DIRECTOR, "2026-03-07 10:00"))
    assert state(home, KARIM).family.apart == (SABA, NOUR)
    assert state(home, SABA).family.together == (NOUR,)
    assert state(home, NOUR).unaccompanied is False, "her mother is there"
    all_do(home, families.reunite(KARIM), by(COACH, "2026-03-08 10:00"))
    assert [state(home, one).family.apart for one in FAMILY] == [(), (), ()]


# --- nothing slips through between reading and recording ----------------------------------------


def judged_on(office: Office, versions: dict[str, int]) -> list[Recorded]:
    """Record a line in the mother's dossier, if the others are still at these versions."""
    told = line(
        len(office.journal.history(SABA)) + 1,
        e.InterviewHeld(),
        stream=SABA,
        command_id=str(uuid4()),
    )
    return office.journal.append([told], versions)


def test_a_member_who_changed_meanwhile_stops_what_was_judged_with_him(home: Office) -> None:
    newest = {one: len(home.journal.history(one)) for one in (KARIM, NOUR)}
    assert judged_on(home, newest)
    do(home, TALK.model_copy(update={"dossier": KARIM}), by(COACH, "2026-03-06 10:00"))
    before = dossiers(home)
    with pytest.raises(ConcurrentChange, match=KARIM):
        judged_on(home, newest)
    assert dossiers(home) == before
    log_is_sound(home.paths.store)


def test_a_dossier_that_was_not_there_must_still_not_be(home: Office) -> None:
    assert judged_on(home, {LINA: 0})
    do(
        home,
        c.OpenTrajectory(dossier=LINA, centre="TUB", age="minor", unaccompanied=False),
        by(COACH, "2026-03-06 10:00"),
    )
    with pytest.raises(ConcurrentChange, match=LINA):
        judged_on(home, {LINA: 0})


class Distracted(Vault):
    """A vault before whose first use somebody else records something."""

    def __init__(self, home: Office, meanwhile: Callable[[], object]) -> None:
        super().__init__(home.paths.vault, home.paths.key, home.paths.store)
        self.meanwhile = meanwhile

    @contextmanager
    def sealing(self) -> Iterator[None]:
        self.meanwhile()
        with super().sealing():
            yield


def test_the_desk_looks_at_the_family_again(home: Office) -> None:
    """His act is recorded when hers is judged already: hers is not recorded over it."""
    other = Office(home.paths)
    his = TALK.model_copy(update={"dossier": KARIM})
    vault = Distracted(home, lambda: do(other, his, by(COACH, "2026-03-06 10:00")))
    before = dossiers(home)
    with pytest.raises(ConcurrentChange, match=KARIM) as late:
        handle(home.journal, vault, TALK, by(COACH, "2026-03-06 10:30"))
    assert late.value.exit_code == 5
    assert dossiers(home) == before | {KARIM: before[KARIM] + 1}
    vault.close()
    other.close()


def test_what_happened_after_the_date_of_an_act_counts_too(home: Office) -> None:
    """Dated before his appeal, her departure would otherwise pass over it."""
    his = TALK.model_copy(update={"dossier": KARIM})
    do(home, his, by(COACH, "2026-03-06 10:30"))
    outcome = do(home, TALK, by(COACH, "2026-03-06 10:00"))
    [karim] = [one for one in outcome.members if one.dossier == KARIM]
    assert karim.version == len(home.journal.history(KARIM))


MEETING = """
import json, sys
from together import paths_told, wait_for_the_others
from cli.wiring import Office
from domain import commands as c
from domain.errors import ConcurrentChange
from domain.values import Sealed
from workflows.handle import Occasion, handle
mine, theirs, rounds, *places = sys.argv[1:]
office = Office(paths_told(*places))
office.journal.recall(mine, theirs)
wait_for_the_others()
read = []
for number in range(int(rounds)):
    talk = c.HoldInterview(dossier=mine, note=Sealed.of(f"talk {number}"))
    while True:
        try:
            outcome = handle(office.journal, office.vault, talk, Occasion("d.lambert"))
        except ConcurrentChange:
            continue
        seen = {each.dossier: each.version for each in outcome.members}
        read.append((outcome.lines[0].position, seen[theirs]))
        break
print(json.dumps(read))
"""


def test_two_who_record_at_once_in_one_family_each_saw_all_of_the_other(home: Office) -> None:
    """Of a real race: whatever was recorded before a line was seen when that line was judged."""
    import json

    rounds = 12
    told = at_once(
        ("-c", MEETING, SABA, KARIM, rounds, *home.paths),
        ("-c", MEETING, KARIM, SABA, rounds, *home.paths),
    )
    for theirs, report in zip((KARIM, SABA), told, strict=True):
        positions = [one.position for one in home.journal.history(theirs)]
        for position, seen in json.loads(report):
            assert seen == sum(before < position for before in positions)
    assert [len(home.journal.history(one)) for one in (SABA, KARIM)] == [2 + rounds] * 2
    log_is_sound(home.paths.store)


DEPARTING = """
import json, sys
from together import paths_told, wait_for_the_others
from cli.wiring import Office
from domain import commands as c
from domain.errors import TrajetError
from domain.values import Sealed
from workflows.handle import Occasion, handle
from workflows.families import for_the_family
from workflows.together import handle_together
what, dossier, *places = sys.argv[1:]
office = Office(paths_told(*places))
office.journal.recall(dossier)
wait_for_the_others()
talk = c.HoldInterview(dossier=dossier, note=Sealed.of(what))
try:
    if what == "all":
        handle_together(office.journal, office.vault, for_the_family(talk), Occasion("d.lambert"))
    else:
        handle(office.journal, office.vault, talk, Occasion("d.lambert"))
    print("recorded")
except TrajetError as refusal:
    print(refusal.exit_code)
"""


@pytest.mark.parametrize("times", range(3))
def test_an_act_for_all_that_meets_another_is_recorded_in_all_or_none(
    home: Office, times: int
) -> None:
    told = at_once(
        ("-c", DEPARTING, "all", SABA, *home.paths),
        ("-c", DEPARTING, "all", KARIM, *home.paths),
        ("-c", DEPARTING, "one", NOUR, *home.paths),
    )
    assert {one.strip() for one in told} <= {"recorded", "5"}
    assert "recorded\n" in told, "one of them comes first"
    notes = {
        one: [opened(home, talk)["note"] for talk in home.journal.history(one)[2:]]
        for one in FAMILY
    }
    joint = [note for note in notes[NOUR] if note == "all"]
    assert notes[SABA] == notes[KARIM] == joint
    assert len(joint) == sum(one == "recorded\n" for one in told[:2])
    log_is_sound(home.paths.store)


# --- a departure ----------------------------------------------------------------------------

HER, HIM = "HOL-2026-0042", "HOL-2026-0043"


def under_way(office: Office, acts: Any) -> None:
    """Write two dossiers down, linked, each ready for its attempt at removal."""
    for dossier, other in ((HER, HIM), (HIM, HER)):
        told = [*acts, LINKED.but(members=(other,), minors=())]
        office.journal.append(
            [one._replace(command_id=str(uuid4())) for one in lines(told, dossier)]
        )


STARTING = """
import sys
from datetime import datetime
from together import paths_told, wait_for_the_others
from cli.wiring import Office
from domain import commands as c
from domain.errors import TrajetError
from workflows.handle import Occasion, handle
from workflows.families import for_the_family
from workflows.together import handle_together
what, dossier, account, at, *places = sys.argv[1:]
office = Office(paths_told(*places))
office.journal.recall(dossier)
moment = datetime.fromisoformat(at)
order = getattr(c, what.partition("+")[0])(dossier=dossier, **(
    {"mode": "removal-escorted", "evidence": ("escort-report",)} if "Confirm" in what else {}
))
office.vault
wait_for_the_others()
try:
    if what.endswith("+"):
        joint = for_the_family(order)
        handle_together(office.journal, office.vault, joint, Occasion(account, moment))
    else:
        handle(office.journal, office.vault, order, Occasion(account, moment))
    print("recorded")
except TrajetError as refusal:
    print(refusal.exit_code)
"""


def positions(office: Office, dossier: str, event: str) -> list[int]:
    return [
        one.position for one in office.journal.history(dossier) if type(one.event).__name__ == event
    ]


@pytest.mark.parametrize("times", range(4))
def test_her_removal_does_not_start_over_his_asylum_wish(office: Office, times: int) -> None:
    under_way(office, TO_START)
    told = at_once(
        (
            "-c",
            STARTING,
            "StartAttempt",
            HER,
            "k.declercq",
            "2026-03-30T06:30+02:00",
            *office.paths,
        ),
        ("-c", STARTING, "ExpressAsylumWish", HIM, COACH, "2026-03-30T06:20+02:00", *office.paths),
    )
    assert {one.strip() for one in told} <= {"recorded", "3", "5"}
    [wish] = positions(office, HIM, "AsylumWishExpressed") or [0]
    [start] = positions(office, HER, "AttemptStarted") or [0]
    assert wish or start, "one of them comes first"
    assert not start or not wish or start < wish, "it started while nothing held him back"


@pytest.mark.parametrize("times", range(4))
def test_the_family_does_not_leave_over_an_asylum_wish(office: Office, times: int) -> None:
    under_way(office, UNDER_WAY)
    told = at_once(
        ("-c", STARTING, "ConfirmDeparture+", HER, COACH, "2026-03-30T09:40+02:00", *office.paths),
        ("-c", STARTING, "ExpressAsylumWish", HIM, COACH, "2026-03-30T09:00+02:00", *office.paths),
    )
    left = [positions(office, one, "DepartureConfirmed") for one in (HER, HIM)]
    wish = positions(office, HIM, "AsylumWishExpressed")
    assert len(left[0]) == len(left[1]), "all or none"
    assert told[0] == ("recorded\n" if left[0] else told[0])
    assert not left[1] or not wish or left[1] < wish, "nobody left over a wish on record"
    assert left[0] or wish, "one of them comes first"
    log_is_sound(office.paths.store)


def test_they_leave_together_in_one_append(office: Office) -> None:
    under_way(office, UNDER_WAY)
    order = c.ConfirmDeparture(dossier=HER, mode="removal-escorted", evidence=("escort-report",))
    occasion = by(COACH, "2026-03-30 09:40")
    with pytest.raises(Refused) as alone:
        do(office, order, occasion)
    assert {one.rule for one in alone.value.failures} == {"FAM-02"}
    outcomes = all_do(office, for_the_family(order), occasion)
    assert [one.state.stage for one in outcomes] == ["departed", "departed"]
    first, second = (one.lines[0].position for one in outcomes)
    assert second == first + 1


def test_two_leave_without_a_third_who_was_set_apart(office: Office) -> None:
    """A separation lets the others go: the one who is apart and unfit neither goes nor holds."""
    third = "HOL-2026-0044"
    apart = (PROPOSED.but(members=(third,)), SEPARATED.but(members=(third,)))
    for dossier, others, more in (
        (HER, (HIM, third), apart),
        (HIM, (HER, third), apart),
        (third, (HER, HIM), (UNFIT.at("2026-03-30 09:00"),)),
    ):
        told = [*UNDER_WAY, LINKED.but(members=others, minors=()), *more]
        office.journal.append(
            [one._replace(command_id=str(uuid4())) for one in lines(told, dossier)]
        )
    order = c.ConfirmDeparture(dossier=HER, mode="removal-escorted", evidence=("escort-report",))
    outcomes = all_do(office, for_the_family(order), by(COACH, "2026-03-30 09:40"))
    assert [one.lines[0].stream for one in outcomes] == [HER, HIM]
    assert [one.state.stage for one in outcomes] == ["departed", "departed"]
    assert state(office, third).stage == "departure-planned"


def test_she_does_not_leave_with_him_when_he_is_unfit(office: Office) -> None:
    under_way(office, (*UNDER_WAY, UNFIT.at("2026-03-30 09:00")))
    before = dossiers(office)
    order = c.ConfirmDeparture(dossier=HER, mode="removal-escorted", evidence=("escort-report",))
    with pytest.raises(RefusedTogether) as refused:
        all_do(office, for_the_family(order), by(COACH, "2026-03-30 09:40"))
    assert refused.value.dossiers == [HER, HIM]
    assert dossiers(office) == before
