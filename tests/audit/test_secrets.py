"""What is sealed: lost, damaged, exchanged, sealed carelessly, erased, and erased in vain."""

import base64
import os
from contextlib import closing
from datetime import UTC, datetime

import pytest
from audit.example_store import ACTS, line, opened, rebuild_log, record, sql, verified
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from cli.vaulted import VaultKeys
from domain import events as e
from domain.authority import Actor
from domain.values import Category, Function, Sealed
from workflows.erasure import erase
from workflows.vault import Vault

ONE, TWO = "HOL-2026-0001", "HOL-2026-0002"
OFFICER = Actor("n.bernard", "P-010", frozenset({Function.REMOVAL_DIRECTOR}))


def held(note):
    """Tell of an interview."""
    return e.InterviewHeld(note=Sealed.of(note))


class Sealing:
    """A store whose texts are sealed, and what is done to it and to its vault."""

    def __init__(self, place):
        self.place = place
        self.journal, self.vault = opened(place)
        self.keys_at = self.vault.key_file.with_suffix(".vault")
        for dossier in (ONE, TWO):
            record(self.journal, self.vault, line(dossier, 1, ACTS[0]))
            record(self.journal, self.vault, line(dossier, 2, held("he speaks of home")))
            record(self.journal, self.vault, line(dossier, 3, held("he asks for a lawyer")))

    def tells(self, dossier, version, note):
        """Record one more interview."""
        record(self.journal, self.vault, line(dossier, version, held(note), save=os.urandom(4)))

    def destroys(self, dossier=ONE, category=Category.ASYLUM):
        """Destroy a key, as it is done."""
        erase(
            self.journal,
            self.vault,
            dossier,
            category,
            reason="retention-ended",
            actor=OFFICER,
            role=Function.REMOVAL_DIRECTOR,
        )

    def in_vault(self, statement, *values):
        """Do something in the vault that no part of ours would do."""
        return sql(self.keys_at, statement.format(*values))

    def token(self, dossier, version):
        """Read a sealed note as it is stored."""
        state = self._state(dossier, version)
        return state.split(b'"note":"')[1].split(b'"')[0]

    def puts(self, dossier, version, token):
        """Put another sealed text in the place of a note, and make the whole log agree."""
        state = self._state(dossier, version).replace(self.token(dossier, version), token)
        sql(
            self.place,
            f"UPDATE stored_events SET state = x'{state.hex()}' "
            f"WHERE originator_id = '{dossier}' AND originator_version = {version}",
        )

    def _state(self, dossier, version):
        ((state,),) = sql(
            self.place,
            f"SELECT state FROM stored_events WHERE originator_id = '{dossier}' "
            f"AND originator_version = {version}",
        )
        return bytes(state)

    def finds(self):
        """Verify with the vault as it is now."""
        with closing(Vault(self.keys_at, self.vault.key_file)) as vault:
            report = verified(self.place, keys=VaultKeys(vault))
        return [(one.code, one.dossier, one.version) for one in report.findings]

    def loses_the_key_file(self):
        """Leave the vault without what opens it."""
        self.vault.key_file.unlink()


@pytest.fixture
def sealing(empty):
    """A store with two dossiers of three sealed texts each."""
    made = Sealing(empty)
    yield made
    made.journal.close()
    made.vault.close()


# --- no attack ---------------------------------------------------------------------------------


def test_nothing_is_found_where_everything_opens(sealing):
    assert sealing.finds() == []


def test_nor_without_the_key_file(sealing):
    sealing.loses_the_key_file()
    assert sealing.finds() == []


@pytest.mark.parametrize("blind", [False, True])
def test_nor_where_a_key_was_lawfully_destroyed(sealing, blind):
    sealing.destroys()
    if blind:
        sealing.loses_the_key_file()
    assert sealing.finds() == []


@pytest.mark.parametrize("blind", [False, True])
def test_nor_where_something_new_was_told_after_that(sealing, blind):
    sealing.destroys()
    sealing.tells(ONE, 4, "he came back")
    if blind:
        sealing.loses_the_key_file()
    assert sealing.finds() == []


def test_nor_where_a_resident_is_known_by_another_number(sealing):
    admitted = ACTS[0].model_copy(update={"resident": "VOT-2025-0007"})
    of = {"subject": "VOT-2025-0007", "stream": "HOL-2026-0003", "version": 1}
    sealed = sealing.vault.seal(admitted, **of)
    sealing.journal.append([line("HOL-2026-0003", 1, sealed)])
    sealed = sealing.vault.seal(held("well"), **of | {"version": 2})
    sealing.journal.append([line("HOL-2026-0003", 2, sealed)])
    assert sealing.finds() == []


def test_a_correction_is_sealed_where_it_stands(sealing):
    corrected = e.RecordCorrected(
        corrects=2,
        field="note",
        becomes_asylum=Sealed.of("he spoke of his village"),
        reason=Sealed.of("misheard"),
    )
    record(sealing.journal, sealing.vault, line(ONE, 4, corrected))
    assert sealing.finds() == []


# --- attacks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("blind", [False, True])
def test_a_key_that_is_gone_without_a_word_is_one_finding(sealing, blind):
    sealing.in_vault("DELETE FROM vault_key WHERE subject = '{}' AND category = 'asylum'", ONE)
    if blind:
        sealing.loses_the_key_file()
    assert sealing.finds() == [("KEY_LOST", ONE, 2)]


def test_the_word_for_one_key_does_not_excuse_another(sealing):
    sealing.destroys(ONE)
    sealing.in_vault("DELETE FROM vault_key WHERE category = 'asylum'")
    assert sealing.finds() == [("KEY_LOST", TWO, 2)]


def test_an_erased_key_that_was_put_back(sealing):
    rows = sealing.in_vault("SELECT hex(wrapped), made_at FROM vault_key WHERE category = 'asylum'")
    sealing.destroys()
    assert len(sealing.in_vault("SELECT 1 FROM vault_key WHERE category = 'asylum'")) == 1
    for wrapped, _ in rows:
        sealing.in_vault(
            "INSERT OR IGNORE INTO vault_key VALUES ('{}', 'asylum', x'{}', '2020-01-01T00:00Z')",
            ONE,
            wrapped,
        )
    sealing.loses_the_key_file()
    assert sealing.finds() == [("ERASURE_INCOMPLETE", f"erased:{ONE}", 1)]


def test_an_erased_key_that_was_put_back_as_if_it_were_new(sealing):
    kept = "SELECT hex(wrapped) FROM vault_key WHERE category = 'asylum' AND subject = '{}'"
    ((wrapped,),) = sealing.in_vault(kept, ONE)
    sealing.destroys()
    now = datetime.now(UTC).isoformat()
    put = "INSERT INTO vault_key VALUES ('{}', 'asylum', x'{}', '{}')"
    sealing.in_vault(put, ONE, wrapped, now)
    assert sealing.finds() == [("ERASURE_INCOMPLETE", f"erased:{ONE}", 1)]


def test_two_sealed_texts_exchanged(sealing):
    here, there = sealing.token(ONE, 2), sealing.token(TWO, 2)
    sealing.puts(ONE, 2, there)
    sealing.puts(TWO, 2, here)
    rebuild_log(sealing.place)
    assert sealing.finds() == [("UNDECRYPTABLE", ONE, 2), ("UNDECRYPTABLE", TWO, 2)]


def test_a_sealed_text_copied_to_another_place(sealing):
    sealing.puts(ONE, 3, sealing.token(ONE, 2))
    rebuild_log(sealing.place)
    assert sealing.finds() == [("UNDECRYPTABLE", ONE, 3)]
    sealing.loses_the_key_file()
    assert sealing.finds() == [("NONCE_REUSE", ONE, 3)]


def test_a_damaged_key_is_one_finding(sealing):
    sealing.in_vault(
        "UPDATE vault_key SET wrapped = zeroblob(60) WHERE subject = '{}' AND category = 'asylum'",
        ONE,
    )
    assert sealing.finds() == [("UNDECRYPTABLE", ONE, 2)]


def test_a_key_that_is_no_longer_bytes_is_one_finding(sealing):
    sealing.in_vault("UPDATE vault_key SET wrapped = 'text' WHERE category = 'asylum'")
    assert sealing.finds() == [("UNDECRYPTABLE", ONE, 2), ("UNDECRYPTABLE", TWO, 2)]


WHOLE_VAULT = ("UNDECRYPTABLE", None, None)


@pytest.mark.parametrize(
    "spoilt",
    [
        "UPDATE vault_check SET wrapped = x'00'",
        "UPDATE vault_check SET wrapped = 'text'",
        "DELETE FROM vault_check",
        "DROP TABLE vault_check",
        "DROP TABLE vault_key",
        "UPDATE vault_key SET made_at = CAST(x'ff' AS TEXT) WHERE category = 'asylum'",
    ],
)
def test_a_vault_that_its_key_file_does_not_open_hides_nothing_of_the_log(sealing, spoilt):
    """Every key may be gone behind it."""
    sealing.in_vault("UPDATE vault_key SET wrapped = x'00'")
    sealing.in_vault(spoilt)
    assert sealing.finds() == [WHOLE_VAULT]
    sql(sealing.place, "DELETE FROM recorded_command")
    assert "COMMAND_REPLAY" in [code for code, *_ in sealing.finds()]


def test_nor_does_a_vault_with_a_scribbled_page(sealing):
    sealing.in_vault("PRAGMA wal_checkpoint(TRUNCATE)")
    with sealing.keys_at.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096)
    assert sealing.finds() == [WHOLE_VAULT]


def test_a_key_file_of_another_vault_opens_nothing(sealing):
    sealing.vault.key_file.write_bytes(base64.b64encode(bytes(32)))
    assert sealing.finds() == [WHOLE_VAULT]


def test_an_erased_key_put_back_without_a_date(sealing):
    kept = "SELECT hex(wrapped) FROM vault_key WHERE category = 'asylum' AND subject = '{}'"
    ((wrapped,),) = sealing.in_vault(kept, ONE)
    sealing.destroys()
    sealing.in_vault("INSERT INTO vault_key VALUES ('{}', 'asylum', x'{}', '')", ONE, wrapped)
    assert sealing.finds() == [("ERASURE_INCOMPLETE", f"erased:{ONE}", 1)]


@pytest.mark.parametrize("blind", [False, True])
def test_a_nonce_used_twice(sealing, blind):
    """A sealer at fault takes the same nonce for two texts; both open."""
    nonce = base64.b64decode(sealing.token(ONE, 2).rpartition(b".")[2])[:12]
    key: AESGCM = sealing.vault._key(ONE, Category.ASYLUM, make=False)
    bound = f"trajet.sealed/v1|{ONE}|3|note".encode()
    packed = base64.b64encode(nonce + key.encrypt(nonce, b"he asks for a lawyer", bound))
    sealing.puts(ONE, 3, b"s1.asylum." + packed)
    rebuild_log(sealing.place)
    if blind:
        sealing.loses_the_key_file()
    assert sealing.finds() == [("NONCE_REUSE", ONE, 3)]


def test_a_text_that_was_altered_is_told_of_the_log_alone(sealing):
    sealing.puts(ONE, 2, sealing.token(ONE, 3))
    assert sealing.finds() == [("LEAF_MISMATCH", ONE, 2)]


@pytest.mark.parametrize(
    "state", [b"{}", b'{"data":7}', b'{"data":{"subject":1}}', b'"s1.', b"\xff", b"[]"]
)
def test_a_line_of_an_erasure_that_says_nothing_excuses_nothing(sealing, state):
    sealing.destroys()
    sql(
        sealing.place,
        f"UPDATE stored_events SET state = x'{state.hex()}' WHERE originator_id = 'erased:{ONE}'",
    )
    rebuild_log(sealing.place)
    codes = [code for code, *_ in sealing.finds()]
    assert codes[0] == "PAYLOAD_UNREADABLE"
    assert codes[-1] == "KEY_LOST"


def test_no_text_is_told(sealing):
    here, there = sealing.token(ONE, 2), sealing.token(TWO, 2)
    sealing.puts(ONE, 2, there)
    sealing.puts(TWO, 2, here)
    rebuild_log(sealing.place)
    with closing(Vault(sealing.keys_at, sealing.vault.key_file)) as vault:
        told = str(verified(sealing.place, keys=VaultKeys(vault)).document())
    assert "home" not in told
