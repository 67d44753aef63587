"""
Who did it: a forged actor is found, though event, leaf and tree were made to agree again.

The attacker here has the database, knows the format and recomputes the whole log; what he
does not have is anybody's key.
"""

import json

import pytest
from audit.signed_store import (
    COACH,
    COLLEAGUE,
    DOSSIER,
    OFFICER,
    ORIGIN,
    Store,
    a_key,
    place_of,
)
from cabinet import office_at, registrar_of

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.errors import NotAllowed
from domain.record import HOUSE
from domain.signature import message, read
from domain.values import Category, Function, Sealed
from workflows import beds, beside, intake, people, staffing
from workflows.erasure import erase


@pytest.fixture
def store(paths):
    """A store in which two people signed what they did."""
    office = office_at(paths)
    made = Store(office, place_of(paths))
    for account, key in made.keys.items():
        made.give(account, key)
    made.ask()
    made.do(c.OpenTrajectory(dossier=DOSSIER, centre="HOL", age="adult"), COACH)
    made.do(c.HoldInterview(dossier=DOSSIER, note=Sealed.of("he speaks of home")), COACH)
    made.do(c.HoldInterview(dossier=DOSSIER, note=Sealed.of("he asks for a lawyer")), COLLEAGUE)
    yield made
    office.close()


# -- no attack ----------------------------------------------------------------------------------


def test_nothing_is_found_where_everybody_signed(store):
    assert store.found() == []


def test_nor_where_a_key_was_revoked_later(store):
    store.revoke(COLLEAGUE)
    assert store.found() == []


def test_nor_of_what_was_done_before_signatures_were_asked_for(paths):
    office = office_at(paths)
    made = Store(office, place_of(paths))
    made.do(c.OpenTrajectory(dossier=DOSSIER, centre="HOL", age="adult"), COACH)
    made.give("registrar", made.keys["registrar"])
    made.ask("TakeDecision")
    made.do(c.HoldInterview(dossier=DOSSIER, note=Sealed.of("well")), COACH)
    assert made.found() == []
    office.close()


# -- attacks on a signature ------------------------------------------------------------------------


def test_a_signature_that_is_missing(store):
    store.rewrite(2, lambda said: said.pop("sig"))
    assert store.found() == [("SIGNATURE_MISSING", DOSSIER, 2)]


def test_a_signature_that_is_missing_where_the_like_was_signed_before(store):
    again = c.HoldInterview(dossier=DOSSIER, note=Sealed.of("he asks again"))
    store.do(again, COACH)
    store.rewrite(4, lambda said: said.pop("sig"))
    assert store.found() == [("SIGNATURE_MISSING", DOSSIER, 4)]


def test_an_act_that_cannot_be_read_is_told_once(store):
    store.put(2, '{"nothing":"of ours"}')
    assert store.found() == [("PAYLOAD_UNREADABLE", DOSSIER, 2)]


def test_a_signature_copied_from_another_act(store):
    copied = store.said(2)["sig"]
    store.rewrite(3, lambda said: said.update(sig=copied, by=COACH, who="P-001"))
    assert store.found() == [("SIGNATURE_INVALID", DOSSIER, 3)]


def test_an_act_that_was_changed_under_its_signature(store):
    store.rewrite(2, lambda said: said.update(at="2026-01-01T08:00:00Z"))
    assert ("SIGNATURE_INVALID", DOSSIER, 2) in store.found()


def test_an_act_put_under_the_name_of_a_colleague(store):
    store.rewrite(2, lambda said: said.update(by=COLLEAGUE, who="P-002"))
    assert store.found() == [("KEY_ACCOUNT", DOSSIER, 2)]


def test_an_act_signed_with_a_colleague_s_key(store):
    theirs = store.signed_by(store.keys[COLLEAGUE], 2)
    store.rewrite(2, lambda said: said.update(sig=theirs))
    assert store.found() == [("KEY_ACCOUNT", DOSSIER, 2)]


def test_an_act_signed_with_a_key_nobody_knows(store):
    theirs = store.signed_by(a_key(), 2)
    store.rewrite(2, lambda said: said.update(sig=theirs))
    assert store.found() == [("KEY_UNKNOWN", DOSSIER, 2)]


def test_an_act_signed_with_a_revoked_key(store):
    store.revoke(COACH)
    store.do(c.HoldInterview(dossier=DOSSIER, note=Sealed.of("again")), COLLEAGUE)
    store.rewrite(4, lambda said: said.update(by=COACH, who="P-001"))
    theirs = store.signed_by(store.keys[COACH], 4)
    store.rewrite(4, lambda said: said.update(sig=theirs))
    assert store.found() == [("KEY_REVOKED", DOSSIER, 4)]


def test_an_act_signed_with_a_self_issued_key(store):
    """The operator writes a line that gives a key of his own to the coach, and signs with it."""
    own = a_key()
    forged = e.KeyAdded(key=own.public, fingerprint=own.fingerprint)
    coach = people.acting(store.office.journal, COACH, store.office.journal.clock())
    known = people.find(store.office.journal, COACH)
    assert known is not None
    [line] = staffing._lines(
        store.office.journal, people.stream_of(COACH), known.version, [forged], coach, "coach"
    )
    store.office.journal.append([line])
    store.do(c.HoldInterview(dossier=DOSSIER, note=Sealed.of("again")), COACH)
    theirs = store.signed_by(own, 4)
    store.rewrite(4, lambda said: said.update(sig=theirs))
    stream = people.stream_of(COACH)
    version = known.version + 1
    assert store.found() == [
        ("SIGNATURE_MISSING", stream, version),
        ("REGISTRAR_UNTRUSTED", stream, version),
    ]


def test_a_command_signed_for_a_test_log(store):
    elsewhere = store.signed_by(store.keys[COACH], 2, origin="trajet.test/trial")
    store.rewrite(2, lambda said: said.update(sig=elsewhere))
    assert store.found() == [("SIGNATURE_INVALID", DOSSIER, 2)]


def test_a_command_replayed_in_another_place(store):
    replayed = store.said(2)
    store.do(c.HoldInterview(dossier=DOSSIER, note=Sealed.of("again")), COACH)
    store.rewrite(4, lambda said: said.update(replayed))
    found = store.found()
    assert ("SIGNATURE_INVALID", DOSSIER, 4) in found
    assert ("COMMAND_REPLAY", DOSSIER, 4) in found


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.replace('"by":"d.lambert"', '"by":"d\\u002elambert"'),
        lambda text: text.replace('"by":"d.lambert"', '"by": "d.lambert"'),
        lambda text: f'{text[:-1]},"by":"e.claes"}}',
        lambda text: text.replace('"as":', '"by":"e.claes","as":'),
    ],
)
def test_an_act_written_so_that_two_readers_could_read_two_names(store, written):
    text = json.dumps(store.said(2), separators=(",", ":"), ensure_ascii=False)
    store.put(2, written(text))
    assert ("PAYLOAD_UNREADABLE", DOSSIER, 2) in store.found()


@pytest.mark.parametrize("typed", ["registrar", "nobody", None])
def test_an_act_said_to_come_from_a_register(store, typed):
    """What a register tells is signed by who took it in."""

    def change(said):
        data, _ = said.pop("data"), said.pop("sig")
        said |= ({"typed": typed} if typed else {}) | {"src": "imported"}
        said["data"] = data

    store.rewrite(2, change)
    found = [code for code, *_ in store.found()]
    assert found == ["SIGNATURE_MISSING", *([] if typed == "registrar" else ["ROLE_MISSING"])]


def test_an_act_said_to_be_of_the_founder(store):
    """The register begins without keys; nobody else may go without a signature."""

    def change(said):
        del said["sig"]
        data = said.pop("data")
        said |= {"as": "founder", "typed": "registrar", "src": "imported", "data": data}

    store.rewrite(2, change)
    assert store.found() == [("SIGNATURE_MISSING", DOSSIER, 2)]


@pytest.mark.parametrize("more", [{"src": "imported"}, {}])
def test_a_line_of_the_register_taken_in_for_the_registrar(store, more):
    """A coach gives himself a power in the registrar's name, and signs with his own key."""
    journal = store.office.journal
    stream, known = people.stream_of(COACH), people.find(journal, COACH)
    assert known is not None
    at = known.version + 1
    forged = e.FunctionGiven(function=Function.REGISTRAR)
    registrar = registrar_of(store.office)
    journal.append(
        staffing._lines(journal, stream, known.version, [forged], registrar, "registrar")
    )

    def change(said):
        data = said.pop("data")
        said |= {"typed": COACH, **more, "data": data}
        mine = message(ORIGIN, stream, at, "function-given.v1", said)
        del said["data"]
        said |= {"sig": store.keys[COACH].sign(mine), "data": data}

    store.rewrite(at, change, stream)
    assert store.found() == [("KEY_ACCOUNT", stream, at), ("REGISTRAR_UNTRUSTED", stream, at)]


def test_an_act_at_the_end_of_time_hides_no_other(store):
    store.rewrite(2, lambda said: said.update(at="9999-12-31T23:59:59Z"))
    store.rewrite(3, lambda said: said.pop("sig"))
    found = store.found()
    assert ("SIGNATURE_MISSING", DOSSIER, 3) in found
    assert DOSSIER in {dossier for _, dossier, version in found if version == 2}


def test_a_bed_counted_without_a_signature(store):
    asked = c.CountBeds(centre="HOL", occupied=3)
    director = people.acting(store.office.journal, "n.bernard", store.office.journal.clock())
    with pytest.raises(NotAllowed, match="AUT-09"):
        beds.count(store.office.journal, asked, director)


def test_a_register_is_taken_in_by_who_signs_for_it(store, tmp_path):
    rows = ["dossier;centre;date;heure;acte;agent"]
    rows += ["HOL-2025-0001;Holsbeek;02/01/2025;08:00;arrivée;k.declercq"]
    rows += [f"{DOSSIER};Holsbeek;02/01/2025;09:00;arrivée;k.declercq"]
    file = tmp_path / "register.csv"
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    office, registrar = store.office, registrar_of(store.office)
    with pytest.raises(NotAllowed, match="AUT-09"):
        intake.import_register(office.journal, office.vault, file, registrar)
    tally = intake.import_register(
        office.journal, office.vault, file, registrar, pen=store._pen(registrar.account)
    )
    assert (tally.recorded, len(tally.rejects)) == (1, 1), "no row goes into a dossier of the desk"
    assert "was opened at the desk" in tally.rejects[0][1]
    assert store.found() == []


def test_a_signature_that_is_no_signature(store):
    store.rewrite(2, lambda said: said.update(sig="U1NIU0lHAAAAAQ=="))
    assert store.found() == [("SIGNATURE_INVALID", DOSSIER, 2)]
    assert read("U1NIU0lHAAAAAQ==") is None


def erased(store):
    """Destroy a key as it is done, signed by the registrar."""
    journal = store.office.journal
    journal.pen = store._pen("registrar")
    erase(
        journal,
        store.office.vault,
        DOSSIER,
        Category.ASYLUM,
        reason="retention-ended",
        actor=registrar_of(store.office),
        role=Function.REGISTRAR,
    )


def test_a_key_destroyed_by_who_signed_for_it(store):
    erased(store)
    assert store.found() == []


def test_a_forged_word_of_a_destroyed_key(store):
    """Whoever deletes keys says it was the registrar, or somebody nobody knows."""
    erased(store)
    stream = f"erased:{DOSSIER}"
    store.rewrite(1, lambda said: said.pop("sig"), stream)
    assert store.found() == [("SIGNATURE_MISSING", stream, 1)]
    store.rewrite(1, lambda said: said.update(who="P-010"), stream)
    assert store.found() == [("SIGNATURE_MISSING", stream, 1), ("ROLE_MISSING", stream, 1)]


# -- attacks on who might -------------------------------------------------------------------------


@pytest.fixture
def unsigned(paths):
    """A store in which nobody signs."""
    office = office_at(paths)
    made = Store(office, place_of(paths))
    made.do(c.OpenTrajectory(dossier=DOSSIER, centre="HOL", age="adult"), COACH)
    made.do(c.HoldInterview(dossier=DOSSIER, note=Sealed.of("well")), COACH)
    yield made
    office.close()


@pytest.mark.parametrize(
    "forged",
    [
        {"by": "nobody.known", "who": "P-001"},
        {"by": COACH, "who": "P-002"},
        {"as": "interviewer"},
        {"by": "f.goossens", "who": "P-012", "as": "doctor"},
        {"for": OFFICER},
    ],
)
def test_an_act_by_who_had_no_power_for_it(unsigned, forged):
    def change(said):
        data = said.pop("data")
        said |= forged
        said["data"] = data

    unsigned.rewrite(2, change)
    assert unsigned.found() == [("ROLE_MISSING", DOSSIER, 2)]


@pytest.mark.parametrize("forged", [{"by": "nobody.known"}, {"who": "P-002"}])
def test_a_reading_or_refusal_of_who_is_not_in_the_register(unsigned, forged):
    journal = unsigned.office.journal
    coach = people.acting(journal, COACH, journal.clock())
    events: dict[str, e.Event] = {f"read:{DOSSIER}": e.AccessConsulted(by_command="show")}
    events[f"refused:{DOSSIER}"] = e.ActRefused(act="TakeDecision", rules=("AUT-01",))
    for stream, event in events.items():
        beside.keep(journal, stream, event, coach, Function.COACH)
        beside.keep(journal, stream, event, coach, Function.COACH)
    assert unsigned.found() == []
    for stream in events:
        unsigned.rewrite(2, lambda said: said.update(forged), stream)
    assert unsigned.found() == [("ROLE_MISSING", stream, 2) for stream in events]


def test_a_mandate_given_after_the_act_comes_too_late(unsigned):
    unsigned.rewrite(2, lambda said: said.update(by="w.late", who="P-050"))
    asked = c.AddStaff(account="w.late", person="P-050", function=Function.COACH)
    staffing.register(unsigned.office.journal, asked, registrar_of(unsigned.office))
    assert unsigned.found() == [("ROLE_MISSING", DOSSIER, 2)]


def test_a_power_of_decision_that_one_person_wrote_alone(unsigned):
    journal = unsigned.office.journal
    second = c.AddStaff(account="z.second", person="P-099", function=Function.REGISTRAR)
    staffing.register(journal, second, registrar_of(unsigned.office))
    forged = e.MandateGiven(function=Function.MIGRATION_OFFICER)
    known = people.find(journal, COACH)
    assert known is not None
    registrar = registrar_of(unsigned.office)
    stream = people.stream_of(COACH)
    journal.append(
        staffing._lines(journal, stream, known.version, [forged], registrar, "registrar")
    )
    assert unsigned.found() == [("REGISTRAR_UNTRUSTED", stream, known.version + 1)]


@pytest.mark.parametrize(
    ("account", "forged"),
    [
        (COACH, e.AccountOpened(person="P-666")),
        ("registrar", e.MandateGiven(function=Function.MIGRATION_OFFICER, waits=True)),
    ],
    ids=["an account opened again for another", "a power of decision for oneself"],
)
def test_a_line_no_registrar_may_add(unsigned, account, forged):
    journal = unsigned.office.journal
    second = c.AddStaff(account="z.second", person="P-099", function=Function.REGISTRAR)
    staffing.register(journal, second, registrar_of(unsigned.office))
    known = people.find(journal, account)
    assert known is not None
    stream, registrar = people.stream_of(account), registrar_of(unsigned.office)
    lines = staffing._lines(journal, stream, known.version, [forged], registrar, "registrar")
    journal.append(lines)
    assert unsigned.found() == [("REGISTRAR_UNTRUSTED", stream, known.version + 1)]


def test_a_second_founder(unsigned):
    journal = unsigned.office.journal
    nobody = Actor("x.operator", "P-666", frozenset())
    events = [e.AccountOpened(person="P-666"), e.FunctionGiven(function=Function.REGISTRAR)]
    stream = people.stream_of("x.operator")
    journal.append(staffing._lines(journal, stream, 0, events, nobody, "founder"))
    assert [code for code, *_ in unsigned.found()] == ["REGISTRAR_UNTRUSTED"] * 2


def test_a_delegation_nobody_with_a_say_gave(unsigned):
    journal = unsigned.office.journal
    coach = people.acting(journal, COACH, journal.clock())
    forged = e.DelegationGiven(
        number=1,
        principal=OFFICER,
        principal_person="P-008",
        delegate=COACH,
        delegate_person="P-001",
    )
    journal.append(staffing._lines(journal, HOUSE, 0, [forged], coach, "coach"))
    assert unsigned.found() == [("REGISTRAR_UNTRUSTED", HOUSE, 1)]
