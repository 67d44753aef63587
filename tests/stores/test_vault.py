"""Personal content: sealed for its place, under keys that are kept apart."""

import base64
import json
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from cabinet import DOSSIER, REPOSITORY, log_is_sound, opened, registrar_of, sql
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from together import at_once

from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.errors import KeyLost, StoreTrouble
from domain.values import CameFrom, Category, Sealed, Sex
from workflows import intake
from workflows.handle import Occasion, handle
from workflows.vault import Vault

OTHER = "HOL-2026-0043"
FEARS = "fears her brother-in-law in Herat"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """Make an empty vault."""
    made = Vault.create(tmp_path / "centre.vault.db", tmp_path / "centre.kek")
    yield made
    made.close()


def seal(vault: Vault, text: str = FEARS, *, subject: str = DOSSIER, version: int = 1) -> Sealed:
    """Seal the note of a talk, as one act does, and return what would be stored."""
    with vault.sealing():
        talk = e.InterviewHeld(note=Sealed.of(text))
        sealed = vault.seal(talk, subject=subject, stream=subject, version=version)
    note: Sealed = sealed.note
    return note


def read(
    vault: Vault,
    sealed: Sealed,
    *,
    subject: str = DOSSIER,
    stream: str | None = None,
    version: int = 1,
    name: str = "note",
) -> str:
    """Open a note where it belongs, or somewhere else."""
    return vault.read(sealed, subject=subject, stream=stream or subject, version=version, name=name)


def reopened(vault: Vault) -> Vault:
    """Open the same files again, remembering nothing."""
    vault.close()
    return Vault(vault.path, vault.key_file)


def keys_in(vault: Vault) -> list[tuple[str, str]]:
    """Say whose keys are kept, of which category."""
    return [
        (subject, category)
        for subject, category in sql(
            vault.path, "SELECT subject, category FROM vault_key ORDER BY subject, category"
        )
    ]


# --- sealing and opening -------------------------------------------------------------------


@pytest.mark.parametrize("text", [FEARS, "", "x", "اضطهاد في هرات", "a\nb\0c", "€" * 100_000])
def test_what_was_sealed_is_read_again(vault: Vault, text: str) -> None:
    sealed = seal(vault, text)

    assert sealed.clear is None
    assert read(vault, sealed) == text
    again = reopened(vault)
    assert read(again, sealed) == text
    again.close()


def test_every_personal_field_is_sealed_and_no_other(vault: Vault) -> None:
    admitted = e.ResidentAdmitted(
        centre="HOL",
        resident=DOSSIER,
        came_from=CameFrom.POLICE,
        sex=Sex.F,
        name=Sealed.of("Saba Ahmadi"),
        born_on=Sealed.of("1989-04-06"),
        nationality=Sealed.of("Afghanistan"),
        remark=Sealed.of("arrived at night"),
    )
    with vault.sealing():
        sealed = vault.seal(admitted, subject=DOSSIER, stream=DOSSIER, version=1)

    stored = json.loads(sealed.model_dump_json(exclude_none=True))
    tokens = {name: stored.pop(name) for name in ("name", "born_on", "nationality", "remark")}
    assert stored == {"centre": "HOL", "resident": DOSSIER, "came_from": "police", "sex": "F"}
    assert all(token.startswith("s1.identity.") for token in tokens.values())


def test_what_is_sealed_already_stays_as_it_is(vault: Vault) -> None:
    sealed = seal(vault)
    with vault.sealing():
        again = vault.seal(e.InterviewHeld(note=sealed), subject=DOSSIER, stream=DOSSIER, version=1)
    assert again.note == sealed


def test_each_person_and_category_has_one_key(vault: Vault) -> None:
    for subject in (DOSSIER, OTHER):
        for version in (1, 2):
            seal(vault, subject=subject, version=version)
            with vault.sealing():
                vault.seal(
                    e.FitToTravelRefused(note=Sealed.of("fever"), remark=Sealed.of("seen twice")),
                    subject=subject,
                    stream=subject,
                    version=version + 2,
                )

    assert keys_in(vault) == [
        (subject, category)
        for subject in (DOSSIER, OTHER)
        for category in (Category.ASYLUM, Category.IDENTITY, Category.MEDICAL)
    ]


def test_the_key_of_one_person_opens_nothing_of_another(vault: Vault) -> None:
    sealed = seal(vault)
    seal(vault, subject=OTHER)

    with pytest.raises(StoreTrouble, match="was altered"):
        read(vault, sealed, subject=OTHER, stream=DOSSIER)


def test_a_person_without_a_key_has_lost_it(vault: Vault) -> None:
    sealed = seal(vault)

    with pytest.raises(KeyLost, match=f"there is no asylum key for {OTHER}"):
        read(vault, sealed, subject=OTHER)
    assert keys_in(vault) == [(DOSSIER, "asylum")]


@pytest.mark.parametrize(
    "place", [{"stream": OTHER}, {"version": 2}, {"name": "remark"}, {"name": "Note"}]
)
def test_a_sealed_text_opens_nowhere_else(vault: Vault, place: dict[str, str]) -> None:
    sealed = seal(vault)

    with pytest.raises(StoreTrouble, match="was altered"):
        read(vault, sealed, **place)  # type: ignore[arg-type]


def test_a_text_given_another_category_does_not_open(vault: Vault) -> None:
    sealed = seal(vault)
    with vault.sealing():
        refused = e.FitToTravelRefused(note=Sealed.of("fever"))
        vault.seal(refused, subject=DOSSIER, stream=DOSSIER, version=2)

    with pytest.raises(StoreTrouble, match="was altered"):
        read(vault, Sealed(token=sealed.stored().replace("asylum", "medical")))


def test_every_altered_byte_is_seen(vault: Vault) -> None:
    prefix, packed = seal(vault).stored().rsplit(".", 1)
    raw = base64.b64decode(packed)
    for at in range(len(raw)):
        altered = bytes([*raw[:at], raw[at] ^ 1, *raw[at + 1 :]])
        with pytest.raises(StoreTrouble, match="was altered"):
            read(vault, Sealed(token=f"{prefix}.{base64.b64encode(altered).decode()}"))


@pytest.mark.parametrize(
    "token",
    ["", "s1.", "s1.asylum", "s1.asylum.", "s1.asylum.AAAA", "s1.asylum.é", "s1.gossip.AA=="],
)
def test_what_is_no_sealed_text_was_altered(vault: Vault, token: str) -> None:
    seal(vault)
    with pytest.raises(StoreTrouble, match="the sealed field note of HOL-2026-0042 version 1"):
        read(vault, Sealed(token=token))


def test_no_nonce_is_used_twice_in_ten_thousand_texts(vault: Vault) -> None:
    with vault.sealing():
        tokens = [
            vault.seal(
                e.InterviewHeld(note=Sealed.of("same")), subject=DOSSIER, stream=DOSSIER, version=1
            ).note.stored()
            for _ in range(10_000)
        ]

    packed = [base64.b64decode(token.rsplit(".", 1)[1]) for token in tokens]
    assert len({raw[:12] for raw in packed}) == 10_000
    assert {len(raw) for raw in packed} == {12 + len("same") + 16}


# --- the files -----------------------------------------------------------------------------


def test_keys_are_wrapped_in_the_file(vault: Vault) -> None:
    seal(vault)
    ((wrapped,),) = sql(vault.path, "SELECT wrapped FROM vault_key")
    wrapper = AESGCM(base64.b64decode(vault.key_file.read_bytes()))

    raw = wrapper.decrypt(wrapped[:12], wrapped[12:], f"trajet.key/v1|{DOSSIER}|asylum".encode())

    assert len(raw) == 32
    kept = b"".join(file.read_bytes() for file in vault.path.parent.iterdir())
    for written in (raw, raw.hex().encode(), base64.b64encode(raw)):
        assert written not in kept


def test_a_wrapped_key_cannot_be_given_to_another_person(vault: Vault) -> None:
    sealed = seal(vault)
    seal(vault, subject=OTHER)
    sql(
        vault.path,
        "UPDATE vault_key SET wrapped=(SELECT wrapped FROM vault_key WHERE subject=?) "
        "WHERE subject=?",
        DOSSIER,
        OTHER,
    )

    again = reopened(vault)
    with pytest.raises(KeyLost):
        read(again, sealed, subject=OTHER, stream=DOSSIER)
    again.close()


def test_all_files_of_a_store_are_their_owners_alone(office: Office) -> None:
    tell_a_story(office)
    for model in office.models():
        with office.reading(model):
            pass

    files = list(office.paths.store.parent.iterdir())
    assert {file.name for file in files} >= {
        "centre.db",
        "centre.db-wal",
        "centre.vault.db",
        "centre.vault.db-wal",
        "centre.kek",
        "centre.views.db",
    }
    assert {file.name: oct(stat.S_IMODE(file.stat().st_mode)) for file in files} == {
        file.name: "0o600" for file in files
    }


def test_a_vault_is_not_made_twice(vault: Vault) -> None:
    sealed = seal(vault)
    key = vault.key_file.read_bytes()

    again = Vault.create(vault.path, vault.key_file)

    assert vault.key_file.read_bytes() == key
    assert read(again, sealed) == FEARS
    again.close()


# --- keys lost -----------------------------------------------------------------------------


def _gone(vault: Vault) -> None:
    vault.key_file.unlink()


def _another(vault: Vault) -> None:
    vault.key_file.write_bytes(base64.b64encode(os.urandom(32)))


def _empty(vault: Vault) -> None:
    vault.key_file.write_bytes(b"")


def _garbage(vault: Vault) -> None:
    vault.key_file.write_bytes(b"\xff\x00 not a key")


def _shortened(vault: Vault) -> None:
    vault.key_file.write_bytes(vault.key_file.read_bytes()[:20])


def _folder(vault: Vault) -> None:
    vault.key_file.unlink()
    vault.key_file.mkdir()


@pytest.mark.parametrize("lose", [_gone, _another, _empty, _garbage, _shortened, _folder])
def test_nothing_opens_without_the_key_file(vault: Vault, lose: object) -> None:
    sealed = seal(vault)
    assert callable(lose)
    lose(vault)

    again = reopened(vault)
    with pytest.raises(KeyLost, match=r"centre\.kek"):
        read(again, sealed)
    with pytest.raises(KeyLost, match=r"centre\.kek"):
        seal(again, version=2)
    again.close()


def test_nothing_new_is_sealed_under_another_key_file(vault: Vault) -> None:
    seal(vault)
    _another(vault)

    again = reopened(vault)
    with pytest.raises(KeyLost, match=r"centre\.kek"):
        seal(again, subject=OTHER)
    again.close()
    assert keys_in(vault) == [(DOSSIER, "asylum")]


def test_a_missing_vault_is_a_lost_key(vault: Vault) -> None:
    sealed = seal(vault)
    vault.close()
    vault.path.unlink()

    again = Vault(vault.path, vault.key_file)
    with pytest.raises(KeyLost, match=r"the vault centre\.vault\.db is missing"):
        read(again, sealed)
    assert not vault.path.exists()


def test_no_new_key_file_is_made_for_a_vault_that_has_keys(vault: Vault) -> None:
    seal(vault)
    vault.close()
    vault.key_file.unlink()

    with pytest.raises(KeyLost, match=r"centre\.kek"):
        Vault.create(vault.path, vault.key_file).close()
    assert not vault.key_file.exists()


def test_no_new_vault_is_made_for_a_store_that_has_sealed_content(office: Office) -> None:
    tell_a_story(office)
    paths = office.paths
    office.close()
    paths.vault.unlink()

    again = Office(paths)
    with pytest.raises(KeyLost, match=r"the vault centre\.vault\.db is missing"):
        again.create()
    again.close()
    assert not paths.vault.exists()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_vault_that_is_no_vault_is_told_in_our_words(vault: Vault, content: bytes) -> None:
    sealed = seal(vault)
    vault.close()
    vault.path.write_bytes(content)

    again = Vault(vault.path, vault.key_file)
    with pytest.raises(StoreTrouble, match="the vault cannot be used"):
        read(again, sealed)
    again.close()


@pytest.mark.parametrize("table", ["vault_key", "vault_check"])
def test_a_vault_that_lost_a_table_is_told_in_our_words(vault: Vault, table: str) -> None:
    sealed = seal(vault)
    sql(vault.path, f"DROP TABLE {table}")

    again = reopened(vault)
    with pytest.raises(StoreTrouble, match="the vault cannot be used"):
        read(again, sealed)
    with pytest.raises(StoreTrouble, match="the vault cannot be used"):
        seal(again, subject=OTHER)
    again.close()


def test_a_destroyed_key_leaves_no_bytes_behind(vault: Vault) -> None:
    seal(vault)
    ((wrapped,),) = sql(vault.path, "SELECT wrapped FROM vault_key")
    seal(vault, subject=OTHER)

    connection = vault._connection()
    connection.execute("DELETE FROM vault_key WHERE subject=?", (DOSSIER,))
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    for file in vault.path.parent.iterdir():
        assert wrapped not in file.read_bytes()


def test_a_corrected_resident_number_moves_no_content_to_other_keys(office: Office) -> None:
    tell_a_story(office)
    for account, command in (
        (
            "n.bernard",
            c.CorrectRecord(
                dossier=DOSSIER,
                corrects=1,
                field="resident",
                becomes=OTHER,
                reason=Sealed.of("the same person came before"),
            ),
        ),
        ("d.lambert", c.HoldInterview(dossier=DOSSIER, note=Sealed.of(FEARS))),
    ):
        handle(office.journal, office.vault, command, Occasion(account))

    assert {subject for subject, _ in keys_in(office.vault)} == {DOSSIER}
    assert opened(office, office.journal.history(DOSSIER)[-1])["note"] == FEARS


# --- several at once, and crashes ----------------------------------------------------------

SEALER = """
import sys
from pathlib import Path
from together import wait_for_the_others
from domain import events as e
from domain.values import Sealed
from workflows.vault import Vault
vault = Vault(Path(sys.argv[1]), Path(sys.argv[2]))
wait_for_the_others()
with vault.sealing():
    talk = e.InterviewHeld(note=Sealed.of(sys.argv[3]))
    print(vault.seal(talk, subject=sys.argv[4], stream=sys.argv[4], version=1).note.stored())
vault.close()
"""


def test_two_processes_making_the_same_key_end_with_one_that_opens_both(vault: Vault) -> None:
    texts = [f"told by the first and {number} others" for number in range(4)]

    tokens = at_once(*(("-c", SEALER, vault.path, vault.key_file, text, DOSSIER) for text in texts))

    assert keys_in(vault) == [(DOSSIER, "asylum")]
    assert [read(vault, Sealed(token=token.strip())) for token in tokens] == texts


def test_threads_may_share_a_vault(vault: Vault) -> None:
    subjects = [f"HOL-2026-{number:04}" for number in range(40)]
    sealed: dict[str, Sealed] = {}

    def work(mine: list[str]) -> None:
        for subject in mine:
            sealed[subject] = seal(vault, f"of {subject}", subject=subject)

    workers = [threading.Thread(target=work, args=(subjects[at::4],)) for at in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    again = reopened(vault)
    assert {subject: read(again, sealed[subject], subject=subject) for subject in sealed} == {
        subject: f"of {subject}" for subject in subjects
    }
    again.close()


def test_a_key_made_in_vain_is_forgotten(vault: Vault) -> None:
    with pytest.raises(InterruptedError), vault.sealing():
        vault.seal(
            e.InterviewHeld(note=Sealed.of(FEARS)), subject=DOSSIER, stream=DOSSIER, version=1
        )
        raise InterruptedError

    assert keys_in(vault) == []
    sealed = seal(vault)
    again = reopened(vault)
    assert read(again, sealed) == FEARS
    again.close()


def test_a_key_that_could_not_be_kept_is_forgotten(vault: Vault) -> None:
    reader = sqlite3.connect(vault.path, isolation_level=None)
    vault._connection().execute("PRAGMA journal_mode=DELETE")
    vault._connection().execute("PRAGMA busy_timeout=50")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM vault_key").fetchall()
    with pytest.raises(StoreTrouble, match="the vault cannot be used"):
        seal(vault)  # the reader is in the way of the commit
    reader.execute("COMMIT")
    reader.close()

    sealed = seal(vault)

    again = reopened(vault)
    assert read(again, sealed) == FEARS
    again.close()


CRASHING = """
import os, signal, sys
from cli.settings import locate
from cli.wiring import Office
from domain import commands as c
from domain.values import Sealed
from workflows.handle import Occasion, handle
from workflows.journal import Journal, now
office = Office(locate("sqlite:///" + sys.argv[1]))
asked = []
def clock():
    # The first moment is that of the command; the second that of the append.
    asked.append(1)
    if len(asked) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return now()
journal = Journal(sys.argv[1], clock=clock)
opening = c.OpenTrajectory(dossier=sys.argv[2], centre="HOL", sex="F", name=Sealed.of("Saba"))
handle(journal, office.vault, opening, Occasion("k.declercq"))
"""


def test_a_crash_between_vault_and_store_leaves_only_an_unused_key(office: Office) -> None:
    before = log_is_sound(office.paths.store)
    crash = subprocess.run(
        [sys.executable, "-c", CRASHING, office.paths.store, DOSSIER],
        cwd=REPOSITORY,
        capture_output=True,
        check=False,
    )

    assert (crash.returncode, crash.stderr) == (-signal.SIGKILL, b"")
    assert office.journal.history(DOSSIER) == []
    assert log_is_sound(office.paths.store) == before
    assert keys_in(office.vault) == [(DOSSIER, "identity")]

    opening = c.OpenTrajectory(
        dossier=DOSSIER, centre="HOL", sex=Sex.F, name=Sealed.of("Saba Ahmadi")
    )
    (line,) = handle(office.journal, office.vault, opening, Occasion("k.declercq")).lines
    assert opened(office, line)["name"] == "Saba Ahmadi"
    assert keys_in(office.vault) == [(DOSSIER, "identity")]


# --- nothing in clear ----------------------------------------------------------------------

SECRET = "Kestrelmoor"  # noqa: S105
"""A word that is in every personal text below and nowhere else."""

STORY: list[tuple[str, c.Command]] = [
    (
        "k.declercq",
        c.OpenTrajectory(
            dossier=DOSSIER,
            centre="HOL",
            sex=Sex.F,
            name=Sealed.of(f"Saba {SECRET}"),
            born_on=Sealed.of(f"1989 {SECRET}"),
            nationality=Sealed.of(SECRET),
            remark=Sealed.of(f"found at {SECRET}"),
        ),
    ),
    (
        "d.lambert",
        c.GiveInformation(dossier=DOSSIER, language="fa", remark=Sealed.of(f"{SECRET}!")),
    ),
    ("d.lambert", c.HoldInterview(dossier=DOSSIER, note=Sealed.of(f"fears {SECRET}"))),
    (
        "a.janssens",
        c.DraftDecision(dossier=DOSSIER, form="13septies", motives=Sealed.of(f"lives at {SECRET}")),
    ),
    ("l.mertens", c.EditDraft(dossier=DOSSIER, motives=Sealed.of(f"lived at {SECRET}"))),
    ("e.claes", c.TakeDecision(dossier=DOSSIER, remark=Sealed.of(f"as for {SECRET}"))),
    ("e.claes", c.AnnulDecision(dossier=DOSSIER, reason=Sealed.of(f"{SECRET} was on file"))),
    ("f.goossens", c.RefuseFitToTravel(dossier=DOSSIER, note=Sealed.of(f"{SECRET} of 39.4"))),
    (
        "n.bernard",
        c.CorrectRecord(
            dossier=DOSSIER,
            corrects=1,
            field="name",
            becomes=f"Saba {SECRET}i",
            reason=Sealed.of(f"misread {SECRET}"),
        ),
    ),
]


def tell_a_story(office: Office) -> None:
    """Record acts that are full of personal content."""
    for account, command in STORY:
        handle(office.journal, office.vault, command, Occasion(account))


def test_the_story_can_be_read_by_who_has_the_keys(office: Office) -> None:
    tell_a_story(office)

    for line in office.journal.history(DOSSIER)[:-2]:
        texts = [value for value in opened(office, line).values() if SECRET in str(value)]
        assert texts


def test_no_personal_text_is_in_any_file_in_clear(office: Office) -> None:
    tell_a_story(office)
    register = office.paths.store.parent.parent / "register.csv"
    register.write_text(
        "dossier;personne;né_le;nationalité;centre;date;acte;agent;précision;remarque\n"
        f"{OTHER};{SECRET};{SECRET};{SECRET};HOL;02/03/2026;arrivée;k.declercq;{SECRET};{SECRET}\n"
        f"{OTHER};{SECRET};;;HOL;03/03/2026;information;d.lambert;{SECRET};{SECRET}\n"
        f"{OTHER};{SECRET};;;HOL;03/03/2026;décision;e.claes;{SECRET} 12;{SECRET}\n"
    )
    intake.import_register(office.journal, office.vault, register, registrar_of(office))
    assert len(office.journal.history(OTHER)) == 3
    for model in office.models():
        with office.reading(model):
            pass

    _is_nowhere_in_clear(office.paths.store.parent)
    office.close()
    _is_nowhere_in_clear(office.paths.store.parent)


def _is_nowhere_in_clear(folder: Path) -> None:
    for file in folder.iterdir():
        content = file.read_bytes().lower()
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert SECRET.lower().encode(encoding) not in content, file.name
        assert SECRET.encode().hex().encode() not in content, file.name
        for shift in range(3):
            packed = base64.b64encode(b"\0" * shift + SECRET.encode())[4:12].lower()
            assert packed not in content, file.name
