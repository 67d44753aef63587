"""
Every attack the design names, on a store where everything is signed, sealed and witnessed.

The auditor has one checkpoint, seen by two of three witnesses, a policy, and the vault, and types
``audit verify``. Each attack has the complete list of what is then found, its cause first; together
they reach every code of that command. Where two things are told,
they are two proofs: the log no longer fits what was kept of it, and a signature no longer fits
what was signed. Finer variants stand in ``test_attacks``, ``test_identity``, ``test_policy``,
``test_secrets`` and ``test_times``; any change at all, in ``test_any_change``.
"""

import base64
import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from audit import scene as scenes
from audit.example_store import Base, rebuild_log
from audit.notary import (
    LOG,
    OTHER_LOG,
    WITNESSES,
    checkpoint,
    heads_of,
    leaves_of,
    policy_text,
    signed,
)
from audit.scene import BEFORE, COVERED, LAST, OTHER
from audit.signed_store import COACH, COLLEAGUE, DOSSIER, a_key
from audit.test_attacks import copy_of_event, forge_leaf
from cabinet import REPOSITORY, registrar_of

from cli.settings import StorePaths
from domain import commands as c
from domain import events as e
from domain.errors import ConcurrentChange
from domain.values import Category, Function
from workflows import staffing
from workflows.erasure import erase
from workflows.people import acting, find, stream_of

HOURS = timedelta(hours=3)
EVENT = f"originator_id = '{DOSSIER}' AND originator_version = 2"
AT = f"(SELECT notification_id FROM stored_events WHERE {EVENT})"
LEAF = f"(SELECT idx FROM tlog_leaf WHERE notification_id = {AT})"


@pytest.fixture(scope="module")
def original(request, tmp_path_factory):
    """Set the scene when it is first asked for, once for each kind of database."""
    made = {}

    def scene(engine):
        if engine not in made:
            server = request.getfixturevalue("server") if engine == "postgresql" else None
            made[engine] = scenes.set_scene(tmp_path_factory.mktemp(engine) / "scene", server)
        return made[engine]

    yield scene
    for one in made.values():
        if isinstance(one.place, Base):
            one.place.server.drop(one.place.name)


@pytest.fixture
def scene(original, engine, tmp_path):
    """A scene of one's own."""
    made = scenes.copied(original(engine), tmp_path)
    yield made
    made.office.close()
    if isinstance(made.place, Base):
        made.place.server.drop(made.place.name)


def told(*statements):
    """Make an attack of statements, told to the database."""
    return lambda scene: scene.sql(*statements)


def rewritten(version, change):
    """Make an attack that changes what a line says, and makes the whole log agree."""
    return lambda scene: scene.store.rewrite(version, change)


# --- the store ------------------------------------------------------------------------------------


def event_of(scene):
    """Return the notification id of the event that is attacked."""
    ((position,),) = scene.sql(f"SELECT {AT}")
    return position


def insert(scene):
    scene.sql(copy_of_event(event_of(scene), originator_version=str(LAST + 1)))


def insert_with_leaf(scene):
    insert(scene)
    ((position,),) = scene.sql("SELECT max(notification_id) FROM stored_events")
    scene.sql(f"INSERT INTO tlog_leaf SELECT max(idx) + 1, {position}, zeroblob(32) FROM tlog_leaf")
    forge_leaf(scene.place, position)
    scene.sql(f"UPDATE sqlite_sequence SET seq = {position}")


def swap(scene):
    here = event_of(scene)
    scene.sql(
        f"UPDATE stored_events SET notification_id = -1 WHERE notification_id = {here}",
        f"UPDATE stored_events SET notification_id = {here} WHERE notification_id = {here + 1}",
        f"UPDATE stored_events SET notification_id = {here + 1} WHERE notification_id = -1",
    )


def exchange_leaves(scene):
    scene.sql(
        "CREATE TEMP TABLE kept AS SELECT idx, hash FROM tlog_leaf "
        f"WHERE idx IN ({LEAF}, {LEAF} + 1)",
        "UPDATE tlog_leaf SET hash = (SELECT hash FROM kept WHERE kept.idx <> tlog_leaf.idx) "
        "WHERE idx IN (SELECT idx FROM kept)",
    )


FORGE = f"UPDATE stored_events SET state = forged(state) WHERE {EVENT}"


def forge_with_leaf(scene):
    scene.sql(FORGE)
    forge_leaf(scene.place, event_of(scene))


def forge_and_rebuild(scene):
    scene.sql(FORGE)
    rebuild_log(scene.place)


def delete_dossier(scene):
    """The bed that was taken with the arrival keeps its line, and the command id goes to that."""
    events = f"SELECT notification_id FROM stored_events WHERE originator_id = '{OTHER}'"
    scene.sql(
        f"DELETE FROM recorded_command WHERE notification_id IN ({events} "
        "AND originator_version > 1)",
        "UPDATE recorded_command SET notification_id = notification_id + 1 "
        f"WHERE notification_id IN ({events})",
        f"DELETE FROM stored_events WHERE originator_id = '{OTHER}'",
    )
    rebuild_log(scene.place)


def cut(scene, size=COVERED - 1):
    scene.sql(
        f"DELETE FROM recorded_command WHERE notification_id > {size}",
        f"DELETE FROM stored_events WHERE notification_id > {size}",
    )
    rebuild_log(scene.place)


def restore_and_regrow(scene):
    cut(scene, BEFORE)
    opened = c.OpenTrajectory(dossier=DOSSIER, centre="HOL", age="adult")
    scene.store.do(opened, COACH)
    for note in ("nothing", "to", "see", "here"):
        scene.tells(note)
    return {"checkpoints": [scene.early, scene.late]}


def delete_and_rebuild(scene):
    position = event_of(scene)
    scene.sql(
        f"DELETE FROM recorded_command WHERE notification_id = {position}",
        f"DELETE FROM stored_events WHERE notification_id = {position}",
    )
    rebuild_log(scene.place)


def exchange_places(scene):
    scene.sql(
        f"UPDATE tlog_leaf SET idx = -1 WHERE notification_id = {AT}",
        f"UPDATE tlog_leaf SET idx = idx - 1 WHERE notification_id = {AT} + 1",
        f"UPDATE tlog_leaf SET idx = (SELECT idx + 1 FROM tlog_leaf WHERE notification_id = {AT} "
        f"+ 1) WHERE notification_id = {AT}",
    )


THE_STORE = {
    "one byte changed": (told(FORGE), ["LEAF_MISMATCH"]),
    "topic changed": (
        told(f"UPDATE stored_events SET topic = 'trajectory-closed.v1' WHERE {EVENT}"),
        ["LEAF_MISMATCH"],
    ),
    "event moved to another dossier": (
        told(
            f"UPDATE stored_events SET originator_id = '{OTHER}', originator_version = 240 "
            f"WHERE {EVENT}"
        ),
        ["LEAF_MISMATCH"],
    ),
    "two events swapped": (swap, ["LEAF_MISMATCH", "LEAF_MISMATCH"]),
    "event deleted, its leaf left": (
        told(f"DELETE FROM stored_events WHERE {EVENT}"),
        ["LEAF_WITHOUT_EVENT"],
    ),
    "event deleted with its leaf": (
        told(
            f"DELETE FROM tlog_leaf WHERE notification_id = {AT}",
            f"DELETE FROM stored_events WHERE {EVENT}",
        ),
        ["LEAF_INDEX_GAP"],
    ),
    "event inserted without a leaf": (insert, ["EVENT_WITHOUT_LEAF"]),
    "event inserted with a leaf": (insert_with_leaf, ["HEAD_MISMATCH"]),
    "leaves exchanged": (exchange_leaves, ["LEAF_MISMATCH", "LEAF_MISMATCH"]),
    "event and leaf recomputed": (
        forge_with_leaf,
        ["HEAD_MISMATCH", "CHECKPOINT_ROOT", "SIGNATURE_INVALID"],
    ),
    "head overwritten": (
        told("UPDATE tlog_head SET frontier = zeroblob(length(frontier))"),
        ["HEAD_MISMATCH"],
    ),
    "inner node overwritten": (told("UPDATE tlog_node SET hash = zeroblob(32)"), ["NODE_MISMATCH"]),
    "table definition altered": (
        told("ALTER TABLE tlog_leaf ADD COLUMN more text"),
        ["SCHEMA_DRIFT"],
    ),
    "topic changed to one of nobody's": (
        told(f"UPDATE stored_events SET topic = 'decision-dreamt.v1' WHERE {EVENT}"),
        ["TOPIC_TYPE"],
    ),
    "event given a field that is nobody's": (
        rewritten(2, lambda said: said["data"].update(mood="sad")),
        ["PAYLOAD_UNREADABLE", "CHECKPOINT_ROOT"],
    ),
    "event deleted and the tree recomputed": (
        delete_and_rebuild,
        ["VERSION_GAP", "CHECKPOINT_ROOT"],
    ),
    "places of two leaves exchanged": (exchange_places, ["LEAF_ORDER", "LEAF_ORDER"]),
}


# --- outside memory -------------------------------------------------------------------------------


def sign_again(scene):
    forge_and_rebuild(scene)
    scene.store.rewrite(
        2, lambda said: said.update(sig=scene.store.signed_by(scene.store.keys[COACH], 2))
    )
    return {"checkpoints": [scene.late, scenes.seen(scene.place, COVERED)]}


def split_view(scene):
    said = checkpoint(scene.place)
    theirs = said._replace(root=bytes(32))
    return {"checkpoints": [signed(one, *WITNESSES) for one in (said, theirs)]}


def forge_witness(scene):
    forger = WITNESSES[1]._replace(private=OTHER_LOG.private)
    return {"checkpoints": [signed(checkpoint(scene.place), WITNESSES[0], forger)]}


def double_witness(scene):
    note = signed(checkpoint(scene.place), WITNESSES[0])
    again = WITNESSES[0].cosign(note.text, datetime.now(UTC) - HOURS)
    return {"checkpoints": [note._replace(lines=(*note.lines, again))]}


def show_other_log(scene):
    said = checkpoint(scene.place)._replace(origin=OTHER_LOG.key.name)
    return {"checkpoints": [signed(said, *WITNESSES, by=OTHER_LOG), scene.late]}


def freeze(scene):
    """The newest checkpoint is some minutes old, and the auditor asks for one of this minute."""
    said = checkpoint(scene.place, at=datetime.now(UTC) - timedelta(minutes=5))
    return {"checkpoints": [signed(said)], "policy": policy_text("none", "2", "fresh 1m")}


def cut_what_is_under_no_checkpoint(scene):
    receipts = list(enumerate(leaves_of(scene.place)))
    cut(scene, COVERED)
    return {"receipts": receipts}


def leave_out_the_last_act(scene):
    said = checkpoint(scene.place)
    false = said._replace(heads=heads_of(scene.place, said.size - 1))
    return {"checkpoints": [signed(false, *WITNESSES)]}


OUTSIDE_MEMORY = {
    "whole tree recomputed after a change": (
        forge_and_rebuild,
        ["CHECKPOINT_ROOT", "SIGNATURE_INVALID"],
    ),
    "dossier deleted and tree recomputed": (delete_dossier, ["TRUNCATED"]),
    "tail cut": (cut, ["TRUNCATED"]),
    "old backup restored and regrown": (restore_and_regrow, ["ROLLBACK"]),
    "history re-signed with the log key": (sign_again, ["EQUIVOCATION"]),
    "split view": (split_view, ["EQUIVOCATION"]),
    "forged witness line": (forge_witness, ["CHECKPOINT_SIGNATURE", "WITNESS_QUORUM"]),
    "duplicated witness line": (double_witness, ["WITNESS_QUORUM"]),
    "checkpoint of another log": (show_other_log, ["CHECKPOINT_ORIGIN"]),
    "checkpoint signed with another key": (
        lambda scene: {
            "checkpoints": [signed(checkpoint(scene.place), by=OTHER_LOG._replace(key=LOG.key))]
        },
        ["CHECKPOINT_SIGNATURE", "WITNESS_QUORUM"],
    ),
    "frozen log": (freeze, ["CHECKPOINT_STALE"]),
    "acts cut that came after the last checkpoint": (
        cut_what_is_under_no_checkpoint,
        ["TRUNCATED", "RECEIPT_NOT_IN_LOG"],
    ),
    "checkpoint that leaves out the last act of a dossier": (
        leave_out_the_last_act,
        ["HEADS_PROOF"],
    ),
}


# --- who did it -----------------------------------------------------------------------------------


def sign_with(key_of, origin="trajet.test/holsbeek"):
    """Make an attack that puts another signature under the last line."""

    def attack(scene):
        theirs = scene.store.signed_by(key_of(scene), LAST, origin)
        scene.store.rewrite(LAST, lambda said: said.update(sig=theirs))

    return attack


def copy_signature(scene):
    theirs = scene.store.said(LAST - 1)["sig"]
    scene.store.rewrite(LAST, lambda said: said.update(sig=theirs))


def use_revoked(scene):
    scene.store.revoke(COACH)
    scene.tells("again", COLLEAGUE)
    scene.store.rewrite(LAST + 1, lambda said: said.update(by=COACH, who="P-001"))
    theirs = scene.store.signed_by(scene.store.keys[COACH], LAST + 1)
    scene.store.rewrite(LAST + 1, lambda said: said.update(sig=theirs))


def issue_oneself(scene):
    """The operator writes a line that gives a key of his own to the coach, and signs with it."""
    own, journal = a_key(), scene.office.journal
    forged = e.KeyAdded(key=own.public, fingerprint=own.fingerprint)
    coach = acting(journal, COACH, journal.clock())
    known = find(journal, COACH)
    assert known is not None
    lines = staffing._lines(journal, stream_of(COACH), known.version, [forged], coach, "coach")
    journal.append(lines)
    theirs = scene.store.signed_by(own, LAST)
    scene.store.rewrite(LAST, lambda said: said.update(sig=theirs))


def replay(scene):
    before = scene.store.said(LAST - 1)
    scene.store.rewrite(LAST, lambda said: said.update(before))


WHO = {
    "signature missing": (rewritten(LAST, lambda said: said.pop("sig")), ["SIGNATURE_MISSING"]),
    "signature copied": (copy_signature, ["SIGNATURE_INVALID"]),
    "signature by a colleague's key": (
        sign_with(lambda scene: scene.store.keys[COLLEAGUE]),
        ["KEY_ACCOUNT"],
    ),
    "signature by an unknown key": (sign_with(lambda _: a_key()), ["KEY_UNKNOWN"]),
    "signature by a revoked key": (use_revoked, ["KEY_REVOKED"]),
    "signature by a self-issued key": (
        issue_oneself,
        ["KEY_UNKNOWN", "SIGNATURE_MISSING", "REGISTRAR_UNTRUSTED"],
    ),
    "replayed command": (replay, ["COMMAND_REPLAY", "SIGNATURE_INVALID", "UNDECRYPTABLE"]),
    "act in the name of another person": (
        rewritten(LAST, lambda said: said.update(who="P-999")),
        ["ROLE_MISSING"],
    ),
    "command signed for a test log": (
        sign_with(lambda scene: scene.store.keys[COACH], "trajet.test/trial"),
        ["SIGNATURE_INVALID"],
    ),
}


# --- when -----------------------------------------------------------------------------------------


def stamp(scene, moment):
    """Say of the last act that it was recorded at another moment, which nobody signed."""
    text = moment.isoformat(timespec="seconds").replace("+00:00", "Z")
    scene.store.rewrite(LAST, lambda said: said.update(rec=text))


def post_date(scene):
    stamp(scene, datetime.now(UTC) + HOURS)
    return {"checkpoints": [scenes.seen(scene.place)]}


def set_clock_back(scene):
    stamp(scene, datetime.now(UTC) - HOURS)
    return {"checkpoints": [], "policy": ""}


WHEN = {
    "back-dated": (
        lambda scene: stamp(scene, datetime.now(UTC) - HOURS),
        ["TIME_BACKDATED"],
    ),
    "post-dated": (post_date, ["TIME_POSTDATED"]),
    "happened after it was recorded": (
        lambda scene: scene.store.rewrite(
            LAST,
            lambda said: said.update(at="2027-06-01T08:00:00Z"),
        ),
        ["TIME_POSTDATED", "SIGNATURE_INVALID"],
    ),
    "clock moved back": (set_clock_back, ["TIME_REGRESSION"]),
}


# --- secrets --------------------------------------------------------------------------------------

ASYLUM = f"subject = '{DOSSIER}' AND category = 'asylum'"


def officer(scene):
    return registrar_of(scene.office)


def destroy_lawfully(scene):
    scene.office.journal.pen = scene.store._pen("registrar")
    erase(
        scene.office.journal,
        scene.office.vault,
        DOSSIER,
        Category.ASYLUM,
        reason="retention-ended",
        actor=officer(scene),
        role=Function.REGISTRAR,
    )


def restore_erased(scene):
    ((wrapped,),) = scene.in_vault(f"SELECT wrapped FROM vault_key WHERE {ASYLUM}")
    destroy_lawfully(scene)
    scene.in_vault(
        f"INSERT INTO vault_key VALUES ('{DOSSIER}', 'asylum', x'{bytes(wrapped).hex()}', "
        "'2026-03-02T12:00:00+00:00')"
    )


def put_notes(scene, change):
    """Change the sealed notes of the last two lines, and have the coach sign them as they are."""
    said = {version: scene.store.said(version) for version in (LAST - 1, LAST)}
    changed = change({version: one["data"]["note"] for version, one in said.items()})
    for version, note in changed.items():
        scene.store.rewrite(version, lambda one, note=note: one["data"].update(note=note))
        signature = scene.store.signed_by(scene.store.keys[COACH], version)
        scene.store.rewrite(version, lambda one, mine=signature: one.update(sig=mine))


def exchange_notes(scene):
    put_notes(scene, lambda notes: dict(zip(notes, reversed(notes.values()), strict=True)))


def use_nonce_again(scene):
    def sealed_again(notes):
        nonce = base64.b64decode(notes[LAST - 1].rpartition(".")[2])[:12]
        key = scene.office.vault._key(DOSSIER, Category.ASYLUM, make=False)
        bound = f"trajet.sealed/v1|{DOSSIER}|{LAST}|note".encode()
        packed = base64.b64encode(nonce + key.encrypt(nonce, b"he sleeps", bound)).decode()
        return {LAST: f"s1.asylum.{packed}"}

    put_notes(scene, sealed_again)


SECRETS = {
    "key destroyed without an erasure event": (
        lambda scene: scene.in_vault(f"DELETE FROM vault_key WHERE {ASYLUM}"),
        ["KEY_LOST"],
    ),
    "erased key restored": (restore_erased, ["ERASURE_INCOMPLETE"]),
    "ciphertexts exchanged": (exchange_notes, ["UNDECRYPTABLE", "UNDECRYPTABLE"]),
    "personal data in clear": (
        lambda scene: put_notes(scene, lambda _: {LAST: "he fears his brother-in-law"}),
        ["PLAINTEXT_FIELD"],
    ),
    "nonce reuse": (use_nonce_again, ["NONCE_REUSE"]),
}

ATTACKS = THE_STORE | OUTSIDE_MEMORY | WHO | WHEN | SECRETS


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_found_by_its_cause(scene, attack):
    act, expected = ATTACKS[attack]
    given = act(scene)
    scene.office.close()
    assert scene.found(**(given if isinstance(given, dict) else {})) == expected


PAGE = REPOSITORY / "docs" / "how-to" / "verify-the-trail.md"


def test_the_attacks_reach_every_code_of_the_command():
    """The page names the codes, each table under the command that finds them."""
    tables = re.findall(
        r"\| code \| from `audit verify.*\n\|[- |]+\n((?:\|.*\n)+)", PAGE.read_text()
    )
    named = {code for table in tables for code in re.findall(r"^\| `(\w+)`", table, re.M)}
    assert len(named) > 30
    assert {code for _, expected in ATTACKS.values() for code in expected} == named


# --- what must give no finding --------------------------------------------------------------------


def vacuum(scene):
    scene.office.close()
    scene.sql("VACUUM")


def grow(scene):
    scene.tells("he goes on")
    return {"checkpoints": [scene.early, scene.late, scenes.seen(scene.place)]}


def rotate_keys(scene):
    scene.store.revoke(COACH)
    scene.store.keys = scene.store.keys | {COACH: a_key()}
    scene.store.give(COACH, scene.store.keys[COACH])
    scene.tells("with a new key")


def be_overtaken(scene):
    journal = scene.office.journal
    (line,) = [one for one in journal.history(DOSSIER) if one.version == LAST]
    with pytest.raises(ConcurrentChange):
        journal.append([line])


def miss_a_witness(scene):
    note = signed(checkpoint(scene.place), WITNESSES[0], WITNESSES[2])
    return {"checkpoints": [scene.late, note]}


LAWFUL = {
    "nothing at all": lambda _: None,
    "more work": grow,
    "VACUUM": vacuum,
    "key rotation": rotate_keys,
    "lawful erasure": destroy_lawfully,
    "version conflicts": be_overtaken,
    "one witness of three down": miss_a_witness,
}
"""Roles exchanged in a new round, and several editors, stand in read_models/test_separation."""


@pytest.mark.parametrize("lawful", LAWFUL)
def test_what_is_lawful_is_no_finding(scene, lawful):
    given = LAWFUL[lawful](scene)
    scene.office.close()
    assert scene.found(**(given if isinstance(given, dict) else {})) == []


@pytest.mark.parametrize("way", ["backup", "dump"])
def test_a_copy_of_a_file_is_as_good(original, tmp_path, way):
    scene = scenes.copied(original("sqlite"), tmp_path)
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(scene.place)) as source, closing(sqlite3.connect(copy)) as target:
        if way == "backup":
            source.backup(target)
        else:
            target.executescript("\n".join(source.iterdump()))
    Path(scene.place).unlink()
    copy.rename(scene.place)
    assert scene.found() == []


def test_a_database_dumped_and_restored_is_as_good(original, tmp_path):
    scene = scenes.copied(original("postgresql"), tmp_path)
    server, name = scene.place.server, scene.place.name
    dump, other = server.folder / f"{name}.dump", server.database()
    server.program("pg_dump", "-d", name, "-F", "custom", "-f", dump)
    server.program("pg_restore", "-d", other, dump)
    server.run(f"CREATE ROLE {other}_desk NOLOGIN IN ROLE {name}_desk")
    url = server.url(other)
    restored = StorePaths(url, url, scene.paths.key, url)
    assert scenes.Scene(restored, scene.store, (scene.early, scene.late)).found() == []
    server.drop(other)
    server.drop(name)
