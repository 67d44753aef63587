"""
Who did it: a forged actor is found, though event, leaf and tree were made to agree again.

The attacker here has the database, knows the format and recomputes the whole log; what he
does not have is anybody's key.
"""

import json
from typing import Any

import pytest
from audit.example_store import Base, sql, verified
from audit.example_store import rebuild_log as rebuilt
from cabinet import office_at, registrar_of
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.errors import NotAllowed
from domain.record import HOUSE
from domain.signature import KIND, message, read, string
from domain.values import Function, Sealed
from workflows import beds, intake, people, staffing
from workflows.handle import Occasion, handle
from workflows.pen import Pen
from workflows.sshsig import Signer

DOSSIER, ORIGIN = "HOL-2026-0001", "trajet.test/holsbeek"
COACH, COLLEAGUE, OFFICER = "d.lambert", "s.peeters", "e.claes"


def a_key() -> Signer:
    """Make a key nobody has seen before."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Signer(string(KIND.encode()) + string(public), private.sign)


class Store:
    """A store whose people have keys and whose acts are signed, and what an attacker does to it."""

    def __init__(self, office: Office, place: Any) -> None:
        self.office, self.place = office, place
        self.keys = {account: a_key() for account in ("registrar", COACH, COLLEAGUE, OFFICER)}

    def give(self, account: str, key: Signer, by: Actor | None = None) -> None:
        """Let a key speak for an account."""
        asked = c.AddKey(account=account, key=key.public, fingerprint=key.fingerprint)
        self._change(asked, by)

    def revoke(self, account: str) -> None:
        """End the key of an account."""
        name = self.keys[account].fingerprint
        asked = c.RevokeKey(account=account, fingerprint=name, reason="lost")
        self._change(asked)

    def _change(self, asked: Any, by: Actor | None = None) -> None:
        actor = by or registrar_of(self.office)
        staffing.change(self.office.journal, asked, actor, self._pen(actor.account))

    def ask(self, *acts: str) -> None:
        """Ask from now on that acts are signed."""
        self._change(c.RequireSignatures(origin=ORIGIN, acts=acts))

    def _pen(self, account: str) -> Pen:
        return Pen(lambda: [self.keys[account]] if account in self.keys else [])

    def do(self, command: c.Command, account: str) -> None:
        """Have an act done and signed."""
        occasion = Occasion(account, pen=self._pen(account))
        handle(self.office.journal, self.office.vault, command, occasion)

    def rewrite(self, version: int, change: Any, stream: str = DOSSIER) -> None:
        """Change what is stored of an event, and make the whole log agree with it."""
        ((state,),) = sql(
            self.place,
            "SELECT state FROM stored_events "
            f"WHERE originator_id = '{stream}' AND originator_version = {version}",
        )
        said = json.loads(bytes(state))
        change(said)
        self.put(version, json.dumps(said, separators=(",", ":"), ensure_ascii=False), stream)

    def put(self, version: int, state: str, stream: str = DOSSIER) -> None:
        """Put a text in the place of what is stored, and make the whole log agree with it."""
        text = state.encode().hex()
        sql(
            self.place,
            f"UPDATE stored_events SET state = x'{text}' "
            f"WHERE originator_id = '{stream}' AND originator_version = {version}",
        )
        rebuilt(self.place)

    def said(self, version: int) -> dict[str, Any]:
        """Read what is stored of an event."""
        ((state,),) = sql(
            self.place,
            "SELECT state FROM stored_events "
            f"WHERE originator_id = '{DOSSIER}' AND originator_version = {version}",
        )
        return dict(json.loads(bytes(state)))

    def signed_by(self, key: Signer, version: int, origin: str = ORIGIN) -> str:
        """Sign an event as it is stored, with any key."""
        said = self.said(version)
        topic = "interview-held.v1"
        return key.sign(message(origin, DOSSIER, version, topic, said))

    def found(self) -> list[tuple[str, str | None, int | None]]:
        """Verify, and tell what was found and where."""
        report = verified(self.place, actors=True)
        return [(one.code, one.dossier, one.version) for one in report.findings]


@pytest.fixture
def store(paths):
    """A store in which two people signed what they did."""
    office = office_at(paths)
    made = Store(office, _place(paths))
    for account, key in made.keys.items():
        made.give(account, key)
    made.ask()
    made.do(c.OpenTrajectory(dossier=DOSSIER, centre="HOL", age="adult"), COACH)
    made.do(c.HoldInterview(dossier=DOSSIER, note=Sealed.of("he speaks of home")), COACH)
    made.do(c.HoldInterview(dossier=DOSSIER, note=Sealed.of("he asks for a lawyer")), COLLEAGUE)
    yield made
    office.close()


def _place(paths):
    if not isinstance(paths.store, str):
        return paths.store
    return _Url(paths.store)


class _Url(Base):
    """A database that is known by its URL."""

    def __new__(cls, url):
        nobodys: Any = None
        return super().__new__(cls, nobodys, url)

    @property
    def url(self):
        return self.name


# -- no attack ----------------------------------------------------------------------------------


def test_nothing_is_found_where_everybody_signed(store):
    assert store.found() == []


def test_nor_where_a_key_was_revoked_later(store):
    store.revoke(COLLEAGUE)
    assert store.found() == []


def test_nor_of_what_was_done_before_signatures_were_asked_for(paths):
    office = office_at(paths)
    made = Store(office, _place(paths))
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


# -- attacks on who might -------------------------------------------------------------------------


@pytest.fixture
def unsigned(paths):
    """A store in which nobody signs."""
    office = office_at(paths)
    made = Store(office, _place(paths))
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
