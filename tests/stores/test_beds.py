"""Beds are counted with the acts that take and free them, on both databases, in any rush."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from cabinet import REPOSITORY, SAMPLE, broken_at, line, log_is_sound, registrar_of
from together import at_once

from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.decide import Refused
from domain.errors import BadInput, ConcurrentChange, NotAllowed, StoreTrouble
from domain.lifecycle import ENDED
from domain.record import PLACE, Recorded
from domain.rules import Place, place
from domain.trajectory import evolve, replay
from domain.values import Function, Sealed, Sex
from workflows import beds, beside, families, intake, staffing
from workflows.families import Joint, for_the_family
from workflows.handle import Occasion, Outcome, handle
from workflows.together import handle_together

MOVER = Path(__file__).with_name("mover.py")
DIRECTOR = Actor("n.bernard", "P-011", frozenset({Function.CENTRE_DIRECTOR}))


def do(office: Office, command: c.Command, account: str = "k.declercq", **when: Any) -> Outcome:
    """Have one command done."""
    return handle(office.journal, office.vault, command, Occasion(account, **when))


def all_do(office: Office, joint: Joint, account: str = "d.lambert") -> list[Outcome]:
    """Have something done in all dossiers of a family."""
    return handle_together(office.journal, office.vault, joint, Occasion(account))


def open_at(office: Office, dossier: str, centre: str = "HOL", **said: Any) -> Outcome:
    """Admit a resident."""
    return do(office, c.OpenTrajectory(dossier=dossier, centre=centre, **said))


def end(office: Office, dossier: str) -> Outcome:
    """End a stay without a departure: in a prison, where one is not held here any more."""
    do(office, c.MoveResident(dossier=dossier, to="prison"), "d.lambert")
    order = c.EstablishNonReturn(dossier=dossier, reason="to-prison")
    return do(office, order, "d.lambert")


def counted(office: Office, centre: str, occupied: int) -> Recorded:
    """Count at a place."""
    asked = c.CountBeds(centre=centre, occupied=occupied)
    return beds.count(office.journal, asked, DIRECTOR)


def ledger(office: Office, centre: str = "HOL") -> list[tuple[Any, ...]]:
    """Tell a place's ledger: what happened, to whose dossier, how many are taken then."""
    return [
        (type(one.event).__name__, getattr(one.event, "dossier", None), one.event.occupied)  # type: ignore[attr-defined]
        for one in office.journal.history(PLACE + centre)
    ]


def occupied(office: Office, centre: str = "HOL") -> int:
    """Say how many are taken at a place."""
    [found] = beds.occupations(office.journal, centre)
    return found.occupied


def with_a_driver(office: Office) -> None:
    """Register the driver of the transfer bureau."""
    driver = c.AddStaff(account="w.peeters", person="P-021", function=Function.TRANSFER)
    staffing.register(office.journal, driver, registrar_of(office))


def on_the_way(office: Office, dossier: str, to: str = "BRU") -> None:
    """Admit a resident and have him driven to another place."""
    open_at(office, dossier)
    do(office, c.OrderTransfer(dossier=dossier, place=to, reason="capacity"), "e.claes")
    begin = c.BeginTransfer(dossier=dossier, file=True, property=True, medicines=True)
    do(office, begin, "w.peeters")


def receive(office: Office, dossier: str) -> Outcome:
    """Receive a resident at the other place."""
    order = c.ReceiveTransfer(
        dossier=dossier, file=True, property=True, medicines=True, lawyer="informed"
    )
    return do(office, order)


# -- taken and freed with the act ---------------------------------------------------------------


def test_an_arrival_takes_a_bed_and_an_end_frees_it(office: Office) -> None:
    first = open_at(office, "HOL-2026-0001")
    open_at(office, "HOL-2026-0002")
    end(office, "HOL-2026-0001")

    assert ledger(office) == [
        ("BedTaken", "HOL-2026-0001", 1),
        ("BedTaken", "HOL-2026-0002", 2),
        ("BedFreed", "HOL-2026-0001", 1),
    ]
    assert [one.stream for one in first.lines] == ["HOL-2026-0001"], "the desk sees its own act"


def test_the_line_of_the_ledger_is_recorded_with_the_act_by_the_same_hand(office: Office) -> None:
    [act] = open_at(office, "HOL-2026-0001").lines
    [bed] = office.journal.history(PLACE + "HOL")

    assert bed.position == act.position + 1
    assert bed.log_index == act.log_index + 1
    same = ("command_id", "recorded_at", "occurred_at", "account", "person", "role", "rule_set")
    assert [getattr(bed, name) for name in same] == [getattr(act, name) for name in same]


def test_what_moves_nobody_writes_nothing_in_the_ledger(office: Office) -> None:
    open_at(office, "HOL-2026-0001")
    do(office, c.HoldInterview(dossier="HOL-2026-0001", note=Sealed.of("well")), "d.lambert")
    assert len(ledger(office)) == 1


def test_a_transfer_frees_one_bed_and_takes_another(office: Office) -> None:
    with_a_driver(office)
    on_the_way(office, "HOL-2026-0001")
    assert (occupied(office, "HOL"), occupied(office, "BRU")) == (1, 0), "his bed stays his"

    receive(office, "HOL-2026-0001")

    assert (occupied(office, "HOL"), occupied(office, "BRU")) == (0, 1)
    end(office, "HOL-2026-0001")
    assert (occupied(office, "HOL"), occupied(office, "BRU")) == (0, 0)
    assert log_is_sound(office.paths.store) == office.journal.newest()


def test_a_transfer_called_off_moves_no_bed(office: Office) -> None:
    with_a_driver(office)
    on_the_way(office, "HOL-2026-0001")
    do(office, c.CancelTransfer(dossier="HOL-2026-0001", reason="turned-back"), "w.peeters")
    assert (ledger(office), ledger(office, "BRU")) == ([("BedTaken", "HOL-2026-0001", 1)], [])


def test_a_resident_at_large_frees_the_bed(office: Office) -> None:
    open_at(office, "HOL-2026-0001")
    state = replay(office.journal.history("HOL-2026-0001"))
    assert state is not None
    missing = e.AbscondingEstablished.model_fields
    event = e.AbscondingEstablished.model_construct(
        **{n: f.get_default() for n, f in missing.items()}
    )
    gone = line(2, event, stream="HOL-2026-0001")
    moved = beds.Ledger(office.journal).lines(gone, [(state, evolve(state, gone))])
    assert [one.event for one in moved] == [e.BedFreed(dossier="HOL-2026-0001", occupied=0)]


def test_a_dossier_reopened_takes_a_bed_even_where_none_is_free(office: Office) -> None:
    open_at(office, "HOL-2026-0001")
    end(office, "HOL-2026-0001")
    counted(office, "HOL", 28)
    back = c.ReopenTrajectory(dossier="HOL-2026-0001", reason=Sealed.of("turned back at Istanbul"))
    do(office, back, "n.bernard")
    assert occupied(office) == 29, "he is there, whatever the list says"


def test_a_corrected_place_moves_the_bed(office: Office) -> None:
    open_at(office, "HOL-2026-0001", centre="BRU")
    wrong = c.CorrectRecord(
        dossier="HOL-2026-0001",
        corrects=1,
        field="centre",
        becomes="HOL",
        reason=Sealed.of("typed in the wrong list"),
    )
    do(office, wrong, "n.bernard")
    assert (occupied(office, "HOL"), occupied(office, "BRU")) == (1, 0)


def test_what_happened_before_is_counted_when_it_is_recorded(office: Office) -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    do(office, c.OpenTrajectory(dossier="HOL-2026-0001", centre="HOL"), at=yesterday)
    do(office, c.HoldInterview(dossier="HOL-2026-0001"), "d.lambert")
    late = c.HoldInterview(dossier="HOL-2026-0001")
    do(office, late, "d.lambert", at=yesterday + timedelta(hours=1))
    assert occupied(office) == 1


def test_a_register_takes_no_beds(office: Office, tmp_path: Path) -> None:
    """Its stays are under the first procedure: of many the end is not told."""
    register = tmp_path / "register.csv"
    register.write_bytes((SAMPLE / "register-holsbeek-2025.csv").read_bytes())
    by = registrar_of(office)
    assert intake.import_register(office.journal, office.vault, register, by).recorded > 500
    assert beds.occupations(office.journal, "HOL") == [beds.Occupation(place_of("HOL"), 0)]

    old = next(
        dossier
        for dossier, lines in office.journal.dossiers()
        if (state := replay(lines)) and state.stage in ENDED
    )
    back = c.ReopenTrajectory(dossier=old, reason=Sealed.of("turned back at Istanbul"))
    assert do(office, back, "n.bernard").state.procedure == 1
    assert ledger(office) == [], "nor does one of them that goes on here"


def place_of(code: str) -> Place:
    """Find a place by its code."""
    found = place(code)
    assert found is not None
    return found


def test_the_ledger_never_falls_below_nothing(office: Office) -> None:
    open_at(office, "HOL-2026-0001")
    counted(office, "HOL", 0)
    end(office, "HOL-2026-0001")
    assert ledger(office)[-1] == ("BedFreed", "HOL-2026-0001", 0)


# -- the last bed, and one too many -----------------------------------------------------------


def test_the_last_bed_is_taken_and_the_next_resident_is_refused(office: Office) -> None:
    counted(office, "HOL", 27)
    open_at(office, "HOL-2026-0001")
    with pytest.raises(Refused, match="PLC-03: HOL is full: its 28 places are taken"):
        open_at(office, "HOL-2026-0002")
    assert occupied(office) == 28
    assert office.journal.history("HOL-2026-0002") == []

    end(office, "HOL-2026-0001")
    open_at(office, "HOL-2026-0002")
    assert occupied(office) == 28


def test_a_full_place_receives_nobody(office: Office) -> None:
    with_a_driver(office)
    on_the_way(office, "HOL-2026-0001")
    counted(office, "BRU", 104)
    with pytest.raises(Refused, match="PLC-03"):
        receive(office, "HOL-2026-0001")
    counted(office, "BRU", 103)
    receive(office, "HOL-2026-0001")
    assert occupied(office, "BRU") == 104


def test_each_place_has_its_own_ledger(office: Office) -> None:
    counted(office, "HOL", 28)
    open_at(office, "VOT-2026-0001", centre="VOT", sex=Sex.M)
    assert ledger(office, "VOT") == [("BedTaken", "VOT-2026-0001", 1)]


# -- families -----------------------------------------------------------------------------------


def linked(*members: str) -> list[c.Command]:
    """Link dossiers as one family."""
    return [
        c.LinkFamily(
            dossier=one,
            family=members[0],
            role="parent",
            members=tuple(other for other in members if other != one),
        )
        for one in members
    ]


def test_a_family_takes_one_dwelling_until_its_last_member_leaves(office: Office) -> None:
    mother, father, child = "ZUL-2026-0001", "ZUL-2026-0002", "ZUL-2026-0003"
    open_at(office, mother, centre="ZUL")
    open_at(office, child, centre="ZUL", age="minor", unaccompanied=False)
    assert occupied(office, "ZUL") == 1, "a child alone takes none"
    open_at(office, father, centre="ZUL")
    assert occupied(office, "ZUL") == 2, "of whom nobody yet said that they belong together"

    for order in linked(mother, father, child):
        do(office, order, "d.lambert")
    assert occupied(office, "ZUL") == 1

    for gone in (mother, father):
        end(office, gone)
        assert occupied(office, "ZUL") == 1
    end(office, child)
    assert occupied(office, "ZUL") == 0


def a_couple_with_a_child(office: Office) -> tuple[str, str, str]:
    """Have a family live in Zulte, that bears the number of the mother's dossier."""
    mother, father, child = "ZUL-2026-0001", "ZUL-2026-0002", "ZUL-2026-0003"
    open_at(office, mother, centre="ZUL", age="adult")
    open_at(office, father, centre="ZUL", age="adult")
    open_at(office, child, centre="ZUL", age="minor", unaccompanied=False)
    all_do(office, families.link({mother: "parent", father: "parent", child: "child"}))
    return mother, father, child


def test_a_family_is_received_together_in_the_last_dwelling(office: Office) -> None:
    with_a_driver(office)
    mother, father, child = a_couple_with_a_child(office)
    counted(office, "TIE", 2)
    things = {"file": True, "property": True, "medicines": True}
    order = c.OrderTransfer(dossier=mother, place="TIE", reason="family-unity")
    all_do(office, for_the_family(order), "e.claes")
    all_do(office, for_the_family(c.BeginTransfer(dossier=father, **things)), "w.peeters")

    receive = c.ReceiveTransfer(dossier=child, lawyer="informed", **things)
    received = all_do(office, for_the_family(receive))

    assert {one.state.centre for one in received} == {"TIE"}
    assert (occupied(office, "TIE"), occupied(office, "ZUL")) == (3, 0)


@pytest.mark.parametrize("who", [0, 1], ids=["whose number it bears", "another"])
def test_whoever_is_no_longer_of_the_family_has_another_dwelling(office: Office, who: int) -> None:
    there = a_couple_with_a_child(office)
    all_do(office, families.unlink(there[who], reason="shown-not-related"), "e.claes")
    assert occupied(office, "ZUL") == 2
    end(office, there[who])
    assert occupied(office, "ZUL") == 1


def test_whoever_left_a_family_does_not_begin_another_under_its_number(office: Office) -> None:
    mother, father, child = a_couple_with_a_child(office)
    all_do(office, families.unlink(mother, reason="shown-not-related"), "e.claes")
    all_do(office, families.birth(mother, "ZUL-2026-0004"))
    first, second = (replay(office.journal.history(one)) for one in (father, mother))
    assert first is not None
    assert second is not None
    assert (first.family.id, second.family.id) == (mother, f"{mother}-{second.version - 1}")
    assert occupied(office, "ZUL") == 2

    with pytest.raises(Refused, match="FAM-04"):
        all_do(office, families.link({mother: "parent", child: "child"}))
    assert occupied(office, "ZUL") == 2


def test_whoever_leaves_a_family_leaves_those_who_have_ended_too(office: Office) -> None:
    mother, father, _ = a_couple_with_a_child(office)
    end(office, mother)
    all_do(office, families.unlink(father, reason="shown-not-related"), "e.claes")
    state = replay(office.journal.history(father))
    assert state is not None
    assert (state.family.id, state.family.members) == (None, ())
    assert occupied(office, "ZUL") == 2


def test_who_comes_back_is_taken_out_of_the_family_as_others_were(office: Office) -> None:
    """Unlinked while her trajectory had ended, he is a member in her dossier alone."""
    mother, father, _ = a_couple_with_a_child(office)
    end(office, mother)
    all_do(office, families.unlink(father, reason="shown-not-related"), "e.claes")
    back = c.ReopenTrajectory(dossier=mother, reason=Sealed.of("turned back at Istanbul"))
    do(office, back, "n.bernard")

    unlinked = families.unlink(mother, (father,), reason="shown-not-related")
    [done] = all_do(office, unlinked, "e.claes")

    assert father not in done.state.family.members
    assert occupied(office, "ZUL") == 2


def through_a_mother(office: Office) -> tuple[str, str, str]:
    """Have two know of each other only by the dossier of one who has left."""
    mother, father, child = a_couple_with_a_child(office)
    all_do(office, families.unlink(father, (child,), reason="shown-not-related"), "e.claes")
    end(office, mother)
    return mother, father, child


def test_a_dwelling_stays_taken_while_only_who_has_left_knows_of_the_other(
    office: Office,
) -> None:
    _, father, child = through_a_mother(office)
    end(office, father)
    assert occupied(office, "ZUL") == 1
    end(office, child)
    assert occupied(office, "ZUL") == 0


def test_the_dwelling_is_judged_again_when_another_of_them_left_meanwhile(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each would think that the other is still there, and it would never be free again."""
    _, father, child = through_a_mother(office)
    with_a_driver(office)
    order = c.OrderTransfer(dossier=father, place="TUB", reason="family-unity")
    do(office, order, "e.claes")
    things = {"file": True, "property": True, "medicines": True}
    do(office, c.BeginTransfer(dossier=father, **things), "w.peeters")
    append = office.journal.append

    def overtaken(lines: Any, unchanged: Any = None) -> Any:
        monkeypatch.setattr(office.journal, "append", append)
        end(office, child)
        return append(lines, unchanged)

    monkeypatch.setattr(office.journal, "append", overtaken)
    arrival = c.ReceiveTransfer(dossier=father, lawyer="informed", **things)
    with pytest.raises(ConcurrentChange, match=child):
        do(office, arrival)
    do(office, arrival)
    assert (occupied(office, "ZUL"), occupied(office, "TUB")) == (0, 1)


def test_a_family_is_not_parted_in_two_under_one_number(office: Office) -> None:
    mother, father, child = a_couple_with_a_child(office)
    aunt = "ZUL-2026-0004"
    open_at(office, aunt, centre="ZUL", age="adult")
    all_do(office, families.link({mother: "parent", aunt: "sibling"}))
    all_do(office, families.unlink(mother, (child, aunt), reason="shown-not-related"), "e.claes")

    with pytest.raises(BadInput, match=f"two families .* out of {mother} alone"):
        all_do(
            office, families.unlink(father, (child, aunt), reason="shown-not-related"), "e.claes"
        )

    assert occupied(office, "ZUL") == 1
    all_do(office, families.unlink(father, (child,), reason="shown-not-related"), "e.claes")
    assert occupied(office, "ZUL") == 1, "the aunt still knows them all"


def test_a_full_family_site_takes_no_other_family_but_the_children_of_one_there(
    office: Office,
) -> None:
    counted(office, "TIE", 3)
    with pytest.raises(Refused, match="PLC-03: TIE is full: its 3 places are taken"):
        open_at(office, "TIE-2026-0001", centre="TIE")
    open_at(office, "TIE-2026-0002", centre="TIE", age="minor", unaccompanied=False)
    assert occupied(office, "TIE") == 3


# -- counting -----------------------------------------------------------------------------------


def test_a_count_holds_from_then_on(office: Office) -> None:
    open_at(office, "HOL-2026-0001")
    line = counted(office, "HOL", 12)
    open_at(office, "HOL-2026-0002")
    assert ledger(office)[1:] == [("BedsCounted", None, 12), ("BedTaken", "HOL-2026-0002", 13)]
    assert (line.account, line.role, line.stream) == ("n.bernard", "centre-director", "place:HOL")


def test_the_director_counts(office: Office) -> None:
    guard = Actor("k.declercq", "P-013", frozenset({Function.SECURITY}))
    with pytest.raises(NotAllowed, match="may not count the beds"):
        beds.count(office.journal, c.CountBeds(centre="HOL", occupied=3), guard)
    assert ledger(office) == []


def test_every_place_of_the_list_is_told(office: Office) -> None:
    counted(office, "HOL", 30)
    told = {one.place.code: one for one in beds.occupations(office.journal)}
    assert len(told) == 11
    assert (told["HOL"].occupied, told["HOL"].free) == (30, 0), "more than there are: none is free"
    assert (told["VOT"].occupied, told["VOT"].free) == (0, 77)


def test_the_last_line_is_all_that_is_read(office: Office) -> None:
    for number in range(1, 6):
        counted(office, "HOL", number)
    last = office.journal.last(PLACE + "HOL")
    assert last is not None
    assert last.version == 5
    assert last == office.journal.history(PLACE + "HOL")[-1]
    assert office.journal.last(PLACE + "VOT") is None


# -- whoever comes first ------------------------------------------------------------------------


def at_the_same_moment(office: Office, act: str, *desks: list[str]) -> dict[str, list[str]]:
    """Let desks do the same act with some dossiers each; tell the rules in each one's way."""
    told = at_once(*([MOVER, act, ",".join(each), *office.paths] for each in desks))
    return {dossier: rules for said in told for dossier, rules in json.loads(said)}


def test_of_two_transfers_for_the_last_bed_one_arrives_and_one_is_refused(office: Office) -> None:
    with_a_driver(office)
    moving = ["HOL-2026-0001", "HOL-2026-0002"]
    for dossier in moving:
        on_the_way(office, dossier)
    counted(office, "BRU", 103)

    found = at_the_same_moment(office, "receive", *([one] for one in moving))

    assert sorted(found.values()) == [[], ["PLC-03"]]
    assert (occupied(office, "BRU"), occupied(office, "HOL")) == (104, 1)
    assert log_is_sound(office.paths.store) == office.journal.newest()


def test_four_desks_fill_a_centre_and_not_one_bed_more(office: Office) -> None:
    counted(office, "HOL", 23)
    desks = [[f"HOL-2026-{desk}{number:03}" for number in range(1, 4)] for desk in range(1, 5)]

    found = at_the_same_moment(office, "open", *desks)

    assert sorted(found.values()) == [[]] * 5 + [["PLC-03"]] * 7, "and nobody had to ask again"
    taken = {one.event.dossier for one in office.journal.history(PLACE + "HOL")[1:]}  # type: ignore[attr-defined]
    assert taken == {dossier for dossier, rules in found.items() if not rules}
    assert [standing for _, _, standing in ledger(office)] == [23, 24, 25, 26, 27, 28]


def test_who_comes_second_at_the_place_alone_is_judged_again_unheard(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = office.journal.append
    others = iter(["HOL-2026-0008", "HOL-2026-0009"])

    def overtaken(lines: Any, unchanged: Any = None) -> Any:
        if (other := next(others, None)) is not None:
            monkeypatch.setattr(office.journal, "append", append)
            open_at(office, other)
            monkeypatch.setattr(office.journal, "append", overtaken)
        return append(lines, unchanged)

    monkeypatch.setattr(office.journal, "append", overtaken)
    done = open_at(office, "HOL-2026-0001", name=Sealed.of("Saba Ahmadi"))

    assert done.state.centre == "HOL"
    assert occupied(office) == 3


def test_who_always_comes_second_at_the_place_gives_up_and_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    append, numbers = office.journal.append, iter(range(100))
    monkeypatch.setattr(beside, "PATIENCE", 3)

    def overtaken(lines: Any, unchanged: Any = None) -> Any:
        monkeypatch.setattr(office.journal, "append", append)
        counted(office, "HOL", next(numbers))
        monkeypatch.setattr(office.journal, "append", overtaken)
        return append(lines, unchanged)

    monkeypatch.setattr(office.journal, "append", overtaken)
    with pytest.raises(ConcurrentChange, match="others came first at HOL again and again") as late:
        open_at(office, "HOL-2026-0001", name=Sealed.of("Saba Ahmadi"))
    assert late.value.exit_code == 5
    assert next(numbers) == 3
    assert office.journal.history("HOL-2026-0001") == []

    with pytest.raises(ConcurrentChange, match="others came first at HOL again and again"):
        counted(office, "HOL", 5)


def test_who_comes_second_in_the_dossier_is_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = office.journal.append

    def overtaken(lines: Any, unchanged: Any = None) -> Any:
        monkeypatch.setattr(office.journal, "append", append)
        open_at(office, "HOL-2026-0001")
        return append(lines, unchanged)

    monkeypatch.setattr(office.journal, "append", overtaken)
    with pytest.raises(ConcurrentChange, match="HOL-2026-0001 changed meanwhile"):
        open_at(office, "HOL-2026-0001")
    assert occupied(office) == 1


def test_a_command_sent_twice_takes_one_bed(office: Office) -> None:
    again = str(uuid4())
    order = c.OpenTrajectory(dossier="HOL-2026-0001", centre="HOL")
    assert not do(office, order, command_id=again).repeated
    assert do(office, order, command_id=again).repeated
    assert occupied(office) == 1


# -- all or nothing -----------------------------------------------------------------------------


def test_where_the_bed_cannot_be_written_the_arrival_is_not_either(office: Office) -> None:
    open_at(office, "HOL-2026-0001")
    before = office.journal.newest()
    with broken_at(office.paths.store, "INSERT ON tlog_leaf"), pytest.raises(StoreTrouble):
        open_at(office, "HOL-2026-0002")
    assert office.journal.newest() == before
    assert (occupied(office), office.journal.history("HOL-2026-0002")) == (1, [])


ENDLESS = """
import sys
from itertools import count
sys.path[:0] = sys.argv[1:3]
from together import paths_told
from cli.wiring import Office
from domain import commands as c
from workflows.handle import Occasion, handle
office = Office(paths_told(*sys.argv[3:]))
for number in count(1):
    dossier = f"HOL-2026-{number:05}"
    opening = c.OpenTrajectory(dossier=dossier, centre="HOL")
    handle(office.journal, office.vault, opening, Occasion("k.declercq"))
    if number > 3:
        print(number, flush=True)
    if number % 2:
        away = c.MoveResident(dossier=dossier, to="prison")
        handle(office.journal, office.vault, away, Occasion("d.lambert"))
        ending = c.EstablishNonReturn(dossier=dossier, reason="to-prison")
        handle(office.journal, office.vault, ending, Occasion("d.lambert"))
    if number > 40:
        raise SystemExit(0)
"""


@pytest.mark.parametrize("pause", [0.0, 0.004, 0.011])
def test_a_desk_that_is_killed_leaves_no_bed_without_its_resident(
    office: Office, pause: float
) -> None:
    where = [str(REPOSITORY), str(REPOSITORY / "tests"), *map(str, office.paths)]
    desk = subprocess.Popen(
        [sys.executable, "-c", ENDLESS, *where], stdout=subprocess.PIPE, env=dict(os.environ)
    )
    assert desk.stdout is not None
    desk.stdout.readline()
    time.sleep(pause)
    desk.send_signal(signal.SIGKILL)
    desk.communicate()

    there = {
        dossier
        for dossier, lines in office.journal.dossiers()
        if not any(isinstance(one.event, e.NonReturnEstablished) for one in lines)
    }
    taken: set[str] = set()
    for what, dossier, standing in ledger(office):
        taken = taken | {dossier} if what == "BedTaken" else taken - {dossier}
        assert standing == len(taken)
    assert taken == there
    assert there
    assert log_is_sound(office.paths.store) == office.journal.newest()
