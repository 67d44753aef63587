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
from typing import Any

import pytest
from cabinet import (
    DOSSIER,
    REPOSITORY,
    kept_bytes,
    log_is_sound,
    opened,
    registrar_of,
    sql,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from together import TESTS, at_once

from cli.settings import StorePaths
from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.errors import KeyLost, StoreTrouble
from domain.values import CameFrom, Category, Sealed, Sex
from workflows import intake
from workflows.cupboard import FileCupboard
from workflows.handle import Occasion, handle
from workflows.vault import Vault

OTHER = "HOL-2026-0043"
FEARS = "fears her brother-in-law in Herat"


@pytest.fixture
def vault(paths: StorePaths) -> Iterator[Vault]:
    """Make an empty vault."""
    made = Vault.create(paths.vault, paths.key)
    yield made
    made.close()


@pytest.fixture
def file_vault(file_paths: StorePaths) -> Iterator[Vault]:
    """Make an empty vault in a file."""
    made = Vault.create(file_paths.vault, file_paths.key)
    yield made
    made.close()


def where(vault: Vault) -> Path | str:
    """Name the file or the database in which the keys are."""
    cupboard: Any = vault.cupboard
    return cupboard.path if isinstance(cupboard, FileCupboard) else cupboard._pool.url


def opened_file(vault: Vault) -> sqlite3.Connection:
    """Reach the connection a vault in a file keeps open."""
    assert isinstance(vault.cupboard, FileCupboard)
    return vault.cupboard.connection()


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
    return Vault(where(vault), vault.key_file)


def keys_in(vault: Vault) -> list[tuple[str, str]]:
    """Say whose keys are kept, of which category."""
    return [
        (subject, category)
        for subject, category in sql(
            where(vault),
            "SELECT subject, category FROM vault_key ORDER BY subject, category",
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
        procedure=1,
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
    assert stored == {
        "centre": "HOL",
        "resident": DOSSIER,
        "procedure": 1,
        "came_from": "police",
        "sex": "F",
    }
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
            medical = e.FitToTravelRefused(note=Sealed.of("fever"), remark=Sealed.of("seen twice"))
            personal = e.DecisionDrafted(motives=Sealed.of("he did not leave"))
            with vault.sealing():
                for at, event in enumerate((medical, personal), start=version * 2 + 1):
                    vault.seal(event, subject=subject, stream=subject, version=at)

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
    ((wrapped,),) = sql(where(vault), "SELECT wrapped FROM vault_key")
    wrapper = AESGCM(base64.b64decode(vault.key_file.read_bytes()))

    raw = wrapper.decrypt(wrapped[:12], wrapped[12:], f"trajet.key/v1|{DOSSIER}|asylum".encode())

    assert len(raw) == 32
    for content in kept_bytes(where(vault)):
        for written in (raw, raw.hex().encode(), base64.b64encode(raw)):
            assert written not in content


def test_a_wrapped_key_cannot_be_given_to_another_person(vault: Vault) -> None:
    sealed = seal(vault)
    seal(vault, subject=OTHER)
    sql(
        where(vault),
        "UPDATE vault_key SET wrapped=(SELECT wrapped FROM vault_key WHERE subject=?) "
        "WHERE subject=?",
        DOSSIER,
        OTHER,
    )

    again = reopened(vault)
    with pytest.raises(KeyLost):
        read(again, sealed, subject=OTHER, stream=DOSSIER)
    again.close()


def test_all_files_of_a_store_are_their_owners_alone(
    file_office: Office, file_paths: StorePaths
) -> None:
    tell_a_story(file_office)
    for model in file_office.models():
        with file_office.reading(model):
            pass

    files = list(file_paths.key.parent.iterdir())
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

    again = Vault.create(where(vault), vault.key_file)

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


def test_a_missing_vault_is_a_lost_key(file_vault: Vault, file_paths: StorePaths) -> None:
    sealed = seal(file_vault)
    file_vault.close()
    Path(file_paths.vault).unlink()

    again = Vault(file_paths.vault, file_vault.key_file)
    with pytest.raises(KeyLost, match=r"the vault centre\.vault\.db is missing"):
        read(again, sealed)
    assert not Path(file_paths.vault).exists()


def test_no_new_key_file_is_made_for_a_vault_that_has_keys(vault: Vault) -> None:
    seal(vault)
    vault.close()
    vault.key_file.unlink()

    with pytest.raises(KeyLost, match=r"centre\.kek"):
        Vault.create(where(vault), vault.key_file).close()
    assert not vault.key_file.exists()


def test_no_new_vault_is_made_for_a_store_that_has_sealed_content(file_office: Office) -> None:
    tell_a_story(file_office)
    paths = file_office.paths
    file_office.close()
    Path(paths.vault).unlink()

    again = Office(paths)
    with pytest.raises(KeyLost, match=r"the vault centre\.vault\.db is missing"):
        again.create()
    again.close()
    assert not Path(paths.vault).exists()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100])
def test_a_vault_that_is_no_vault_is_told_in_our_words(
    file_vault: Vault, file_paths: StorePaths, content: bytes
) -> None:
    sealed = seal(file_vault)
    file_vault.close()
    Path(file_paths.vault).write_bytes(content)

    again = Vault(file_paths.vault, file_vault.key_file)
    with pytest.raises(StoreTrouble, match="the vault cannot be used"):
        read(again, sealed)
    again.close()


@pytest.mark.parametrize("table", ["vault_key", "vault_check"])
def test_a_vault_that_lost_a_table_is_told_in_our_words(vault: Vault, table: str) -> None:
    sealed = seal(vault)
    sql(where(vault), f"DROP TABLE {table}")

    again = reopened(vault)
    with pytest.raises(StoreTrouble, match="the vault cannot be used"):
        read(again, sealed)
    with pytest.raises(StoreTrouble, match="the vault cannot be used"):
        seal(again, subject=OTHER)
    again.close()


def test_a_destroyed_key_leaves_no_bytes_behind(file_vault: Vault, file_paths: StorePaths) -> None:
    seal(file_vault)
    ((wrapped,),) = sql(file_paths.vault, "SELECT wrapped FROM vault_key")
    seal(file_vault, subject=OTHER)

    file_vault.destroy(DOSSIER, Category.ASYLUM)

    for file in Path(file_paths.vault).parent.iterdir():
        assert wrapped not in file.read_bytes()


def test_what_a_destroyed_key_had_sealed_opens_no_more(vault: Vault) -> None:
    mine, theirs = seal(vault), seal(vault, subject=OTHER)
    vault.destroy(DOSSIER, Category.ASYLUM)
    again = reopened(vault)
    for one in (vault, again):
        with pytest.raises(KeyLost, match=f"there is no asylum key for {DOSSIER}"):
            read(one, mine)
        assert read(one, theirs, subject=OTHER) == FEARS
        assert set(one.kept()) == {(OTHER, "asylum")}
    again.close()


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


def test_a_vault_that_another_is_making_is_waited_for(file_paths: StorePaths) -> None:
    file_paths.key.parent.mkdir()
    maker = sqlite3.connect(file_paths.vault, isolation_level=None, check_same_thread=False)
    maker.execute("BEGIN IMMEDIATE")
    later = threading.Timer(0.3, lambda: maker.execute("COMMIT"))
    later.start()

    vault = Vault.create(file_paths.vault, file_paths.key)

    assert read(vault, seal(vault)) == FEARS
    vault.close()
    later.join()
    maker.close()


# --- several at once, and crashes ----------------------------------------------------------

SEALER = """
import sys
from together import paths_told, wait_for_the_others
from domain import events as e
from domain.values import Sealed
from workflows.vault import Vault
paths = paths_told(*sys.argv[3:])
vault = Vault(paths.vault, paths.key)
wait_for_the_others()
with vault.sealing():
    talk = e.InterviewHeld(note=Sealed.of(sys.argv[1]))
    print(vault.seal(talk, subject=sys.argv[2], stream=sys.argv[2], version=1).note.stored())
vault.close()
"""


def test_two_processes_making_the_same_key_end_with_one_that_opens_both(
    vault: Vault, paths: StorePaths
) -> None:
    texts = [f"told by the first and {number} others" for number in range(4)]

    tokens = at_once(*(("-c", SEALER, text, DOSSIER, *paths) for text in texts))

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


def test_a_key_made_in_vain_is_forgotten(file_vault: Vault) -> None:
    with pytest.raises(InterruptedError), file_vault.sealing():
        file_vault.seal(
            e.InterviewHeld(note=Sealed.of(FEARS)), subject=DOSSIER, stream=DOSSIER, version=1
        )
        raise InterruptedError

    assert keys_in(file_vault) == []
    sealed = seal(file_vault)
    again = reopened(file_vault)
    assert read(again, sealed) == FEARS
    again.close()


def test_a_key_made_in_vain_on_a_server_serves_the_next_text(server_paths: StorePaths) -> None:
    vault = Vault.create(server_paths.vault, server_paths.key)
    with pytest.raises(InterruptedError), vault.sealing():
        vault.seal(
            e.InterviewHeld(note=Sealed.of(FEARS)), subject=DOSSIER, stream=DOSSIER, version=1
        )
        raise InterruptedError

    sealed = seal(vault)

    assert keys_in(vault) == [(DOSSIER, "asylum")]
    again = reopened(vault)
    assert read(again, sealed) == FEARS
    again.close()


def test_a_key_that_could_not_be_kept_is_forgotten(
    file_vault: Vault, file_paths: StorePaths
) -> None:
    reader = sqlite3.connect(file_paths.vault, isolation_level=None)
    opened_file(file_vault).execute("PRAGMA journal_mode=DELETE")
    opened_file(file_vault).execute("PRAGMA busy_timeout=50")
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM vault_key").fetchall()
    with pytest.raises(StoreTrouble, match="the vault cannot be used"):
        seal(file_vault)  # the reader is in the way of the commit
    reader.execute("COMMIT")
    reader.close()

    sealed = seal(file_vault)

    again = reopened(file_vault)
    assert read(again, sealed) == FEARS
    again.close()


CRASHING = """
import os, signal, sys
from datetime import UTC, datetime
from together import paths_told
from cli.wiring import Office
from domain import commands as c
from domain.values import Sealed
from workflows.handle import Occasion, handle
from workflows.journal import Journal
office = Office(paths_told(*sys.argv[2:]))
asked = []
def clock():
    # The first moment is that of the command; the second that of the append.
    asked.append(1)
    if len(asked) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return datetime.now(UTC)
journal = Journal(str(office.paths.store), clock=clock)
opening = c.OpenTrajectory(dossier=sys.argv[1], centre="HOL", sex="F", name=Sealed.of("Saba"))
handle(journal, office.vault, opening, Occasion("k.declercq"))
"""


def test_a_crash_between_vault_and_store_leaves_only_an_unused_key(office: Office) -> None:
    before = log_is_sound(office.paths.store)
    crash = subprocess.run(
        [sys.executable, "-c", CRASHING, DOSSIER, *map(str, office.paths)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join((str(REPOSITORY), str(TESTS)))},
        capture_output=True,
        check=False,
    )

    assert (crash.returncode, crash.stderr) == (-signal.SIGKILL, b"")
    assert office.journal.history(DOSSIER) == []
    assert log_is_sound(office.paths.store) == before
    assert {subject for subject, _ in keys_in(office.vault)} == {DOSSIER}

    opening = c.OpenTrajectory(
        dossier=DOSSIER, centre="HOL", sex=Sex.F, name=Sealed.of("Saba Ahmadi")
    )
    (line,) = handle(office.journal, office.vault, opening, Occasion("k.declercq")).lines
    assert opened(office, line)["name"] == "Saba Ahmadi"
    assert {subject for subject, _ in keys_in(office.vault)} == {DOSSIER}


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
        c.GiveInformation(dossier=DOSSIER, language="fr", remark=Sealed.of(f"{SECRET}!")),
    ),
    ("d.lambert", c.HoldInterview(dossier=DOSSIER, note=Sealed.of(f"fears {SECRET}"))),
    (
        "d.lambert",
        c.HoldHearing(dossier=DOSSIER, language="fr", note=Sealed.of(f"family at {SECRET}")),
    ),
    (
        "a.janssens",
        c.DraftDecision(
            dossier=DOSSIER,
            form="13septies",
            kind="return-decision",
            articles=("7-1-1",),
            motives=Sealed.of(f"lives at {SECRET}"),
        ),
    ),
    ("l.mertens", c.EditDraft(dossier=DOSSIER, motives=Sealed.of(f"lived at {SECRET}"))),
    (
        "e.claes",
        c.TakeDecision(
            dossier=DOSSIER,
            considered=("best-interest", "family-life", "health"),
            remark=Sealed.of(f"as for {SECRET}"),
        ),
    ),
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


def test_no_personal_text_is_in_any_file_in_clear(office: Office, tmp_path: Path) -> None:
    store = office.paths.store
    if isinstance(store, str):  # so that nothing is hidden by being packed
        sql(store, "ALTER TABLE stored_events ALTER state SET STORAGE EXTERNAL")
    tell_a_story(office)
    register = tmp_path / "register.csv"
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

    _is_nowhere_in_clear(store)
    office.close()
    _is_nowhere_in_clear(store)


def _is_nowhere_in_clear(store: Path | str) -> None:
    found = False
    for kept in kept_bytes(store):
        content = kept.lower()
        found = found or DOSSIER.lower().encode() in content
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert SECRET.lower().encode(encoding) not in content
        assert SECRET.encode().hex().encode() not in content
        for shift in range(3):
            packed = base64.b64encode(b"\0" * shift + SECRET.encode())[4:12].lower()
            assert packed not in content
    assert found, "what is not personal is there"
