"""
What a stranger finds in a bundle that is not as it should be, with the one file he has.

The attacker here makes the bundle, or owns the store, or even the log key; what he does not
have are the auditor's policy, the people's keys and what the auditor kept.
"""

import io
import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from trust.example_log import (
    BEGIN,
    DOSSIER,
    LOG,
    NOW,
    ORIGIN,
    OTHER,
    POLICY,
    SIGNED_AT,
    WITNESSES,
    Log,
    checked,
    codes,
    example,
    interview,
    key_of,
    lines_of,
    members_of,
    procedure,
    registered,
    repacked,
    rezipped,
    unsigned,
    written,
    zipped,
)
from trust.keys import log as log_key
from trust.keys import witness as witness_key

from cli import trajet_verify as verifier
from domain import events as e
from domain.checkpoint import Consistency, Heads
from domain.merkle import leaf_hash
from domain.note import encoded
from domain.proofs import consistency
from domain.record import HOUSE
from domain.values import Category, Function, Origin

EXAMPLE = example()
UNDER = EXAMPLE.checkpoint()
SOUND = EXAMPLE.bundle(UNDER)
WHOLE = EXAMPLE.whole(UNDER)
SIZE = len(EXAMPLE.lines)


def attacked(**members):
    """Change members of the sound bundle and give the manifest their right hashes."""
    return repacked(members_of(SOUND) | {_file(name): raw for name, raw in members.items()})


def _file(name):
    return {"note": "checkpoint.note"}.get(name, f"{name}.jsonl")


def changed(name, change):
    """Change the lines of a member of the sound bundle."""
    lines = lines_of(members_of(SOUND)[f"{name}.jsonl"])
    change(lines)
    return attacked(**{name: written(lines)})


def found(raw, *known, **given):
    return codes(checked(raw, *known, **given))


# --- what is sound ----------------------------------------------------------------------------


def test_a_sound_bundle_gives_no_finding():
    report = checked(SOUND)
    assert report.findings == []
    assert (report.origin, report.dossier, report.size) == (ORIGIN, DOSSIER, SIZE)
    assert report.root == EXAMPLE.root(SIZE).hex()
    assert (report.acts, report.complete, report.register_whole) == (4, True, True)
    assert report.witnesses == [("court", "2026-03-05T09:01:00Z")]


def test_a_sound_log_gives_no_finding():
    report = checked(WHOLE)
    assert report.findings == []
    assert (report.dossier, report.acts, report.complete) == (None, SIZE, True)


def test_a_bundle_is_as_of_its_checkpoint():
    earlier = EXAMPLE.checkpoint(SIZE - 2)
    report = checked(EXAMPLE.bundle(earlier))
    assert (report.findings, report.acts, report.complete) == ([], 3, True)
    assert checked(EXAMPLE.whole(earlier)).findings == []


def test_a_key_that_was_added_and_ended_lawfully_gives_no_finding():
    log = example()
    ended = e.KeyRevoked(fingerprint=key_of("s.peeters").fingerprint, reason="lost")
    log.add("staff:s.peeters", ended, "registrar", "registrar")
    log.add("staff:d.lambert", e.MandateRevoked(number=1, reason="moved"), "registrar", "registrar")
    assert found(log.bundle()) == []


def test_one_witness_of_two_down_gives_no_finding():
    assert found(EXAMPLE.bundle(EXAMPLE.checkpoint(witnesses=WITNESSES[1:]))) == []


def test_a_log_without_signatures_or_a_house_is_told_as_such():
    log = Log()
    opened = e.AccountOpened(person="P-900")
    log.add("staff:registrar", opened, "registrar", "founder", save="init")
    given = e.FunctionGiven(function=Function.REGISTRAR, label=None, valid_from=None, valid_to=None)
    log.add("staff:registrar", given, "registrar", "founder", save="init")
    report = checked(log.whole())
    assert (report.findings, report.signed_from) == ([], None)


# --- the file ---------------------------------------------------------------------------------


def test_a_member_that_is_not_what_the_manifest_says_is_found():
    members = members_of(SOUND)
    members["heads.jsonl"] = members["heads.jsonl"] + b"\n"
    assert found(rezipped(members))[0] == "BUNDLE_FILE_HASH"


@pytest.mark.parametrize("name", ["events.jsonl", "registry.jsonl", "heads.jsonl"])
def test_a_member_that_is_missing_is_found(name):
    members = members_of(SOUND)
    del members[name]
    assert found(repacked(members))[0] == "BUNDLE_FILE_HASH"


@pytest.mark.parametrize("name", ["manifest.json", "checkpoint.note"])
def test_a_bundle_without_its_beginning_is_found(name):
    members = members_of(SOUND)
    del members[name]
    assert "BUNDLE_FILE_HASH" in found(rezipped(members))


@pytest.mark.parametrize(
    "name", ["readme.txt", "../events.jsonl", "/etc/passwd", "..\\x", "events.jsonl/", "é.jsonl"]
)
def test_a_member_no_bundle_has_is_found_and_never_written_anywhere(name):
    members = [*members_of(SOUND).items(), (name, b"x")]
    assert found(zipped(members)) == ["BUNDLE_EXTRA_FILE"]


def test_a_member_that_is_there_twice_is_found():
    members = list(members_of(SOUND).items())
    assert found(zipped([*members, members[-1]])) == ["BUNDLE_EXTRA_FILE"]


def test_members_in_another_order_are_found():
    assert found(zipped(list(members_of(SOUND).items())[::-1])) == ["PAYLOAD_UNREADABLE"]


def test_a_registry_in_a_whole_log_is_found():
    members = members_of(WHOLE) | {"registry.jsonl": b""}
    assert found(repacked(members)) == ["BUNDLE_EXTRA_FILE"]


@pytest.mark.parametrize("change", [{"size": SIZE - 1}, {"origin": "trajet.example/other"}])
def test_a_manifest_that_contradicts_its_checkpoint_is_found(change):
    assert len(found(repacked(members_of(SOUND), **change))) == 1


@pytest.mark.parametrize(
    "change", [{"format": "trajet.bundle/v2"}, {"size": True}, {"files": []}, {"more": 1}]
)
def test_a_manifest_that_is_none_is_found(change):
    assert "PAYLOAD_UNREADABLE" in found(repacked(members_of(SOUND), **change))


@pytest.mark.parametrize("raw", [b"", b"PK", b"\0" * 22, b"no zip, but as long as one may be"])
def test_a_file_that_is_no_zip_is_found(raw):
    assert found(raw) == ["PAYLOAD_UNREADABLE"]


@pytest.mark.parametrize("raw", [SOUND + b"\0", b"\0" + SOUND, SOUND + SOUND, SOUND[:-1]])
def test_a_zip_with_something_before_or_behind_it_is_found(raw):
    assert found(raw) == ["PAYLOAD_UNREADABLE"]


def test_a_zip_bomb_is_never_unpacked():
    import zipfile

    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("manifest.json", b"{}")
        bomb.writestr("events.jsonl", bytes(20_000_000))
    assert len(file.getvalue()) < 40_000
    assert found(file.getvalue()) == ["PAYLOAD_UNREADABLE"]


def test_a_zip_of_very_many_members_is_not_read():
    assert found(zipped([("events.jsonl", b"")] * 60_000)) == ["PAYLOAD_UNREADABLE"]


def test_two_members_over_the_same_bytes_are_found():
    """A zip of which many members share one place holds more than it seems to."""
    raw = bytearray(zipped([("manifest.json", b"x"), ("checkpoint.note", b"x")]))
    place = raw.rindex(b"checkpoint.note")
    raw[place - 4 : place] = bytes(4)  # where the second begins: at the first
    assert found(bytes(raw)) == ["PAYLOAD_UNREADABLE"]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"index":1e999}',
        b'{"index":' + b"9" * 5000 + b"}",
        b'{"index":NaN}',
        b'{"a":1,"a":1}',
    ],
)
@pytest.mark.parametrize("name", ["events", "registry", "heads"])
def test_a_line_that_cannot_be_read_is_found(name, line):
    raw = attacked(**{name: line + b"\n" + members_of(SOUND)[f"{name}.jsonl"]})
    assert found(raw)[0] == "PAYLOAD_UNREADABLE"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("index", -1),
        ("index", True),
        ("index", 2**70),
        ("version", 0),
        ("stream", ""),
        ("stream", "HOL\n2026"),
        ("stream", 7),
        ("topic", None),
        ("state", {}),
        ("state", "\ud800"),
        ("proof", "x"),
        ("proof", ["x"]),
        ("proof", [""] * 100_000),
    ],
)
def test_a_field_of_another_kind_is_found(key, value):
    lines = lines_of(members_of(SOUND)["events.jsonl"])
    lines[0][key] = value
    raw = json.dumps(lines[0], sort_keys=True, separators=(",", ":")).encode() + b"\n"
    assert "PAYLOAD_UNREADABLE" in found(attacked(events=raw + written(lines[1:])))


def test_of_many_lines_that_cannot_be_read_only_the_first_are_read():
    report = checked(attacked(events=b"\n" * 100_000 + members_of(SOUND)["events.jsonl"]))
    unreadable = [one for one in report.findings if one.code == "PAYLOAD_UNREADABLE"]
    assert len(unreadable) == 100
    assert unreadable[-1].found.endswith("what stands behind it was not read")
    assert not report.complete


@pytest.mark.parametrize(("depth", "codes"), [(190, []), (250, ["PAYLOAD_UNREADABLE"])])
def test_what_is_nested_too_deeply_is_found_whichever_python_reads_it(depth, codes):
    def nested(said):
        said["data"]["more"] = json.loads("[" * depth + "]" * depth)

    log = Log()
    opened = e.AccountOpened(person="P-900")
    log.add("staff:registrar", opened, "registrar", "founder", save="init", change=nested)
    assert found(log.whole()) == codes


def test_brackets_in_a_text_are_no_nesting():
    def wordy(said):
        said["data"]["more"] = '[{\\"' * 500

    log = Log()
    opened = e.AccountOpened(person="P-900")
    log.add("staff:registrar", opened, "registrar", "founder", save="init", change=wordy)
    assert found(log.whole()) == []


def test_a_dossier_whose_name_looks_like_another_is_told_letter_by_letter():
    def renamed(line):
        return (line[0], twin, *line[2:]) if line[1] == OTHER else line

    twin = OTHER.replace("-", "\u2011")
    report = checked(EXAMPLE.rewritten(renamed).bundle(dossier=twin))
    assert next(verifier.tell(report)).startswith("dossier HOL\\u20112026\\u20110043: ")


def test_a_line_that_never_ends_is_found():
    assert found(attacked(events=members_of(SOUND)["events.jsonl"][:-1]))[0] == "PAYLOAD_UNREADABLE"


@settings(max_examples=150, deadline=None)
@for_all(st.integers(0, len(SOUND) - 1), st.integers(1, 255))
def test_any_byte_that_is_changed_is_found(place, by):
    raw = bytearray(SOUND)
    raw[place] ^= by
    assert checked(bytes(raw)).findings


@settings(max_examples=100, deadline=None)
@for_all(st.data())
def test_any_byte_of_a_member_that_is_changed_is_found_though_the_hashes_were_made_to_fit(data):
    members = members_of(data.draw(st.sampled_from([SOUND, WHOLE])))
    name = data.draw(st.sampled_from([name for name in members if name != "manifest.json"]))
    raw = bytearray(members[name])
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    report = checked(repacked(members | {name: bytes(raw)}))
    # Of a note, a name behind a signature nobody in the policy knows is nobody's.
    assert report.findings or name == "checkpoint.note"


@settings(max_examples=100, deadline=None)
@for_all(st.integers(0, len(SOUND) - 1))
def test_a_bundle_that_is_cut_is_found(length):
    assert checked(SOUND[:length]).findings


@settings(max_examples=100, deadline=None)
@for_all(st.binary(max_size=2000))
def test_no_bytes_whatever_crash_the_verifier(raw):
    assert checked(raw).findings
    assert checked(repacked(members_of(SOUND) | {"events.jsonl": raw})).findings


# --- the checkpoint ---------------------------------------------------------------------------


def test_a_checkpoint_that_the_log_did_not_sign_is_found():
    forger = log_key(ORIGIN, "forger")
    report = checked(EXAMPLE.bundle(EXAMPLE.checkpoint(signer=forger)))
    assert codes(report) == ["CHECKPOINT_SIGNATURE"]
    assert not report.complete


def test_a_line_of_the_log_that_is_false_is_found():
    note = str(UNDER.note).replace(f"{SIZE}\n", f"{SIZE + 1}\n", 1)
    assert "CHECKPOINT_SIGNATURE" in found(attacked(note=note.encode()))


def test_a_vkey_that_comes_in_the_bundle_is_believed_by_nobody():
    forger = log_key("trajet.example/forger", "forger")
    under = EXAMPLE.checkpoint(signer=forger, origin="trajet.example/forger")
    raw = EXAMPLE.bundle(under)
    assert found(raw)[0] == "CHECKPOINT_ORIGIN"
    members = list(members_of(raw).items())
    policy = f"log {forger.key}\nquorum none\n".encode()
    assert found(zipped([*members, ("policy.txt", policy)]))[:2] == [
        "BUNDLE_EXTRA_FILE",
        "CHECKPOINT_ORIGIN",
    ]


def test_a_log_that_changed_its_key_is_believed_under_either():
    newer = log_key(ORIGIN, "newer")
    policy = POLICY.replace("witness court", f"log {newer.key}\nwitness court")
    assert found(EXAMPLE.bundle(EXAMPLE.checkpoint(signer=newer)), policy=policy) == []
    assert found(SOUND, policy=policy) == []


def test_a_checkpoint_without_its_witnesses_is_found():
    assert found(EXAMPLE.bundle(EXAMPLE.checkpoint(witnesses=()))) == ["WITNESS_QUORUM"]


def test_a_witness_counts_once_however_often_it_signs():
    policy = POLICY.replace("outside any", "outside 2")
    text = str(UNDER.checkpoint)
    seconds = int(SIGNED_AT.timestamp())
    lines = [LOG.sign(text), *(WITNESSES[0].cosign(text, seconds + more) for more in (1, 2, 3))]
    note = UNDER.note._replace(lines=tuple(lines))
    assert found(EXAMPLE.bundle(UNDER._replace(note=note)), policy=policy) == ["WITNESS_QUORUM"]


def test_a_forged_line_of_a_witness_is_found():
    forger = witness_key("witness.example/court", "forger")
    line = forger.cosign(str(UNDER.checkpoint), 0)._replace(key_id=WITNESSES[0].key.key_id)
    note = UNDER.note.signed_also(line)
    raw = EXAMPLE.bundle(UNDER._replace(note=note))
    assert found(raw) == ["CHECKPOINT_SIGNATURE", "WITNESS_QUORUM"]
    assert found(SOUND, note) == ["CHECKPOINT_SIGNATURE"]  # kept: nobody counts its witnesses


def test_a_forged_line_of_a_witness_is_found_where_enough_others_cosigned():
    forger = witness_key("witness.example/ombudsman", "forger")
    line = forger.cosign(str(UNDER.checkpoint), 0)._replace(key_id=WITNESSES[1].key.key_id)
    note = UNDER.note.signed_also(line)
    report = checked(EXAMPLE.bundle(UNDER._replace(note=note)))
    assert codes(report) == ["CHECKPOINT_SIGNATURE"]
    assert [name for name, _ in report.witnesses] == ["court"]


def test_a_cosignature_of_a_time_that_is_not_yet_counts_for_nothing():
    later = WITNESSES[0].cosign(str(UNDER.checkpoint), int(NOW.timestamp()) + 3600)
    note = UNDER.note.signed_also(later)
    assert found(EXAMPLE.bundle(UNDER._replace(note=note))) == ["WITNESS_QUORUM"]


def test_further_lines_of_a_checkpoint_are_passed_over():
    text = UNDER.note.text + "of something else\nof something else\ntrajet.at\n"
    note = LOG.note(text).signed_also(WITNESSES[0].cosign(text, int(SIGNED_AT.timestamp())))
    assert found(attacked(note=str(note).encode())) == []


def test_a_checkpoint_that_is_too_old_is_found():
    policy = POLICY + "fresh 36h\n"
    assert found(SOUND, policy=policy) == []
    later = NOW + timedelta(hours=13)
    assert found(SOUND, policy=policy, now=later) == ["CHECKPOINT_STALE"]


def test_a_checkpoint_of_tomorrow_is_found():
    assert found(SOUND, now=SIGNED_AT - timedelta(hours=1)) == ["WITNESS_QUORUM", "TIME_POSTDATED"]


def test_a_timestamp_of_another_checkpoint_is_found():
    from hashlib import sha256

    text = str(UNDER.checkpoint).encode()
    mine = UNDER._replace(token=b"0\x82" + sha256(text).digest())
    report = checked(EXAMPLE.bundle(mine))
    assert (report.findings, report.timestamp) == ([], True)
    other = UNDER._replace(token=b"0\x82" + sha256(b"other").digest())
    assert found(EXAMPLE.bundle(other)) == ["CHECKPOINT_SIGNATURE"]


# --- the events -------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["id", "version", "topic", "state"])
def test_an_event_that_was_changed_is_found(key):
    def change(lines):
        lines[1][key] = lines[1][key] + (1 if key in ("id", "version") else " ")

    assert found(changed("events", change))[0] in {"PROOF_INVALID", "BUNDLE_VERSION_GAP"}
    assert "PROOF_INVALID" in found(changed("events", change))


def test_an_event_moved_to_another_place_is_found():
    def change(lines):
        lines[1]["index"] += 1

    assert "PROOF_INVALID" in found(changed("events", change))


def test_an_event_put_in_is_found():
    def change(lines):
        lines.append({**lines[-1], "index": SIZE - 1, "version": 5})
        lines[-2]["index"] = SIZE - 2

    assert "PROOF_INVALID" in found(changed("events", change))


def test_an_event_left_out_of_the_middle_is_found():
    assert found(changed("events", lambda lines: lines.pop(1)))[0] == "BUNDLE_VERSION_GAP"


def test_events_in_another_order_are_found():
    assert "BUNDLE_VERSION_GAP" in found(changed("events", lambda lines: lines.reverse()))


def test_a_last_event_left_out_is_found():
    raw = changed("events", lambda lines: lines.pop())
    report = checked(raw)
    assert codes(report) == ["BUNDLE_TAIL_OMITTED"]
    assert (report.findings[0].dossier, report.complete) == (DOSSIER, False)


def test_a_bundle_with_no_event_at_all_is_found():
    assert found(attacked(events=b"")) == ["BUNDLE_TAIL_OMITTED"]


def test_an_event_of_another_dossier_is_found():
    other = lines_of(members_of(EXAMPLE.bundle(UNDER, OTHER))["events.jsonl"])

    def change(lines):
        lines[2:2] = other

    assert found(changed("events", change)) == ["BUNDLE_FOREIGN_EVENT"]


def test_an_event_of_a_dossier_in_the_register_is_found():
    mine = lines_of(members_of(SOUND)["events.jsonl"])
    raw = changed("registry", lambda lines: lines.append(mine[-1]))
    assert found(raw) == ["BUNDLE_FOREIGN_EVENT"]


def test_a_bundle_that_calls_itself_another_dossier_is_found():
    raw = repacked(members_of(SOUND), dossier=OTHER)
    assert set(found(raw)) == {"BUNDLE_FOREIGN_EVENT", "HEADS_PROOF"}


def test_an_event_after_the_end_of_the_checkpoint_is_found():
    def change(lines):
        lines[-1]["index"] = SIZE

    assert "BUNDLE_FOREIGN_EVENT" in found(changed("events", change))


def test_an_event_of_the_register_left_out_is_found():
    last = [line["stream"] for line in lines_of(members_of(SOUND)["registry.jsonl"])][-1]
    assert last == HOUSE
    assert found(changed("registry", lambda lines: lines.pop()))[0] == "BUNDLE_TAIL_OMITTED"


@pytest.mark.parametrize("account", ["staff:a.second", "staff:e.claes", "staff:s.peeters"])
def test_an_account_left_out_of_the_register_is_found(account):
    """Without its head nothing else would tell: the last one too, and the first of several."""
    members = members_of(SOUND)
    kept = {
        name: written(line for line in lines_of(members[name]) if line["stream"] != account)
        for name in ("registry.jsonl", "heads.jsonl")
    }
    report = checked(repacked(members | kept))
    assert "BUNDLE_TAIL_OMITTED" in codes(report) or not report.register_whole


def test_the_house_left_out_of_the_register_is_not_taken_for_a_house_that_asks_nothing():
    members = members_of(SOUND)
    kept = {
        name: written(line for line in lines_of(members[name]) if line["stream"] != HOUSE)
        for name in ("registry.jsonl", "heads.jsonl")
    }
    report = checked(repacked(members | kept))
    assert not report.register_whole
    assert "whether signatures were asked for is not shown" in "\n".join(verifier.tell(report))


def test_a_power_one_registrar_gave_himself_is_told_where_another_may_be_left_out():
    """Where the first accounts by name are hidden, he seems to be the only registrar."""
    log = example()
    given = e.MandateGiven(function=Function.CENTRE_DIRECTOR)
    log.add("staff:registrar", given, "registrar", "registrar")
    raw = log.bundle()
    assert found(raw) == ["REGISTRAR_UNTRUSTED"]
    hidden = ("staff:a.second", "staff:d.lambert", "staff:e.claes", "place:HOL")
    members = members_of(raw)
    kept = {
        name: written(line for line in lines_of(members[name]) if line["stream"] not in hidden)
        for name in ("registry.jsonl", "heads.jsonl")
    }
    report = checked(repacked(members | kept))
    assert "REGISTRAR_UNTRUSTED" not in [one.code for one in report.findings if one.version == 4]
    assert (report.accounts_whole, report.alone > 0) == (False, True)
    said = "\n".join(verifier.tell(report))
    assert "that no account is left out of the register is not shown" in said
    assert "given by one person, who might only if there was no other registrar" in said


def test_a_bundle_that_shows_every_account_says_nothing_of_who_was_alone():
    said = "\n".join(verifier.tell(checked(SOUND)))
    assert "no account" not in said
    assert "by one person" not in said


def test_a_head_that_is_kept_back_names_no_other_dossier():
    log = Log()
    registered(log)
    log.add("refused:HOL-2026-0099", interview(), "d.lambert", "coach", change=unsigned)
    procedure(log)
    log.lines = [line for line in log.lines if line[1] != "place:HOL"]
    log = log.rewritten(lambda line: line)
    raw = log.bundle()
    assert b"0099" not in raw
    report = checked(raw)
    assert (report.findings, report.register_whole) == ([], False)


@pytest.mark.parametrize("kind", ["erased", "read", "refused"])
def test_whose_key_was_destroyed_or_who_was_looked_at_is_told_to_no_stranger(kind):
    log = Log()
    log.add("staff:registrar", e.AccountOpened(person="P-900"), "registrar", "founder")
    log.add(f"{kind}:HOL-2026-0099", interview(), "registrar", "registrar")
    log.add(DOSSIER, interview(), "registrar", "registrar")
    assert b"0099" not in log.bundle()


def test_a_head_that_is_left_out_is_found():
    def change(lines):
        lines[:] = [line for line in lines if line["stream"] != DOSSIER]

    report = checked(changed("heads", change))
    assert (codes(report), report.complete) == (["HEADS_PROOF"], False)


@pytest.mark.parametrize("key", ["version", "leaf", "index"])
def test_a_head_that_was_changed_is_found(key):
    def change(lines):
        next(line for line in lines if line["stream"] == DOSSIER)[key] -= 1

    assert "HEADS_PROOF" in found(changed("heads", change))


def test_a_head_of_somebody_else_is_found():
    tree = EXAMPLE.heads(SIZE)
    place = tree.place_of(OTHER) or 0
    head = {**tree.heads[place]._asdict(), "index": place}
    head["proof"] = [encoded(one) for one in tree.proof(place)]

    def change(lines):
        lines.insert(1, head)

    assert found(changed("heads", change)) == ["BUNDLE_FOREIGN_EVENT"]


# --- a whole log ------------------------------------------------------------------------------


def whole(change):
    lines = lines_of(members_of(WHOLE)["events.jsonl"])
    change(lines)
    return repacked(members_of(WHOLE) | {"events.jsonl": written(lines)})


def test_a_whole_log_that_ends_too_early_is_found():
    report = checked(whole(lambda lines: lines.pop()))
    assert (codes(report), report.complete) == (["TAIL_NOT_COMPLETE"], False)


def test_an_event_left_out_of_a_whole_log_is_found():
    assert found(whole(lambda lines: lines.pop(SIZE - 3)))[0] == "BUNDLE_VERSION_GAP"


def test_a_changed_event_of_a_whole_log_is_found():
    def change(lines):
        lines[-1]["id"] += 1

    assert found(whole(change)) == ["PROOF_INVALID"]


def test_heads_that_are_not_those_of_the_log_are_found():
    other = EXAMPLE.heads(SIZE - 1).told()
    under = EXAMPLE.checkpoint(heads=other)
    raw = repacked(members_of(WHOLE) | {"checkpoint.note": str(under.note).encode()})
    assert found(raw) == ["HEADS_PROOF"]


# --- against what was kept --------------------------------------------------------------------


def test_a_checkpoint_that_was_kept_holds():
    kept = [EXAMPLE.checkpoint(size).note for size in (3, 7, SIZE)]
    assert found(WHOLE, *kept) == []
    report = checked(SOUND, *kept)
    assert (report.findings, report.not_compared) == ([], 2)


def without_the_last_act(size):
    """Sign the true root, and heads in which the dossier ends one act earlier."""
    last = next(line for line in reversed(EXAMPLE.lines[:size]) if line[1] == DOSSIER)
    shown = Log()
    shown.lines = [line for line in EXAMPLE.lines[:size] if line != last]
    return EXAMPLE.checkpoint(size, heads=shown.heads(size).told())


@pytest.mark.parametrize("size", [SIZE - 1, SIZE - 3])
def test_a_kept_checkpoint_that_hides_the_last_act_of_a_dossier_is_found_by_the_whole_log(size):
    report = checked(WHOLE, EXAMPLE.checkpoint(7).note, without_the_last_act(size).note)
    assert codes(report) == ["HEADS_PROOF"]
    assert "kept-1" in report.findings[0].found


def test_two_checkpoints_of_one_size_that_tell_other_heads_contradict():
    assert found(WHOLE, without_the_last_act(SIZE).note) == ["EQUIVOCATION"]
    assert found(SOUND, without_the_last_act(SIZE).note) == ["EQUIVOCATION"]


def rewritten():
    """Rewrite an act in the middle, and sign the log anew."""
    return EXAMPLE.rewritten(lambda line: line if line[5] != 15 else (line[0] + 1, *line[1:]))


def test_a_log_that_was_rewritten_is_found_by_what_was_kept():
    other = rewritten()
    assert found(other.whole()) == []
    kept = EXAMPLE.checkpoint(SIZE - 3).note
    assert found(other.whole(), kept) == ["CHECKPOINT_ROOT"]


def test_an_old_copy_that_grew_anew_is_found():
    kept = [EXAMPLE.checkpoint(size).note for size in (10, SIZE - 3)]
    assert found(rewritten().whole(), *kept) == ["ROLLBACK"]


def test_a_log_that_shows_two_faces_is_found():
    assert found(SOUND, rewritten().checkpoint().note) == ["EQUIVOCATION"]
    report = checked(SOUND, EXAMPLE.checkpoint(20).note, rewritten().checkpoint(20).note)
    assert codes(report) == ["EQUIVOCATION"]
    assert not report.complete


def test_a_kept_checkpoint_that_the_log_did_not_sign_accuses_nobody():
    forged = rewritten().checkpoint(signer=log_key(ORIGIN, "forger")).note
    assert found(SOUND, forged) == ["CHECKPOINT_SIGNATURE"]


def test_a_kept_checkpoint_of_another_log_is_found():
    other = log_key("trajet.example/other", "other")
    policy = f"log {other.key}\n{POLICY}"
    note = EXAMPLE.checkpoint(signer=other, origin=other.key.name).note
    assert found(SOUND, note, policy=policy) == ["CHECKPOINT_ORIGIN"]


def test_an_older_checkpoint_is_compared_by_a_proof_that_came_with_it():
    old = EXAMPLE.checkpoint(13)
    proof = tuple(consistency(13, SIZE, EXAMPLE.subtree))
    grown = str(Consistency(13, proof, UNDER.note))
    report = checked(SOUND, old.note, grown)
    assert (report.findings, report.not_compared) == ([], 0)
    false = str(Consistency(13, proof[::-1], UNDER.note))
    assert found(SOUND, old.note, false) == ["CHECKPOINT_ROOT"]
    assert found(SOUND, rewritten().checkpoint(18).note, grown) == []  # of another size


def test_a_whole_log_that_ends_before_a_checkpoint_you_hold_is_found():
    earlier = EXAMPLE.whole(EXAMPLE.checkpoint(SIZE - 2))
    report = checked(earlier, UNDER.note, EXAMPLE.checkpoint(SIZE - 1).note)
    assert (codes(report), report.not_compared) == (["TRUNCATED"], 0)
    assert report.findings[0].expected == f"{SIZE} events, as in kept-0"


def test_a_dossier_as_of_before_a_checkpoint_you_hold_is_told_as_such():
    earlier = EXAMPLE.bundle(EXAMPLE.checkpoint(SIZE - 2))
    report = checked(earlier, UNDER.note)
    assert (report.findings, report.not_compared, report.later) == ([], 1, 1)
    assert "1 checkpoint(s) given are later" in "\n".join(verifier.tell(report))
    proof = tuple(consistency(SIZE - 2, SIZE, EXAMPLE.subtree))
    report = checked(earlier, str(Consistency(SIZE - 2, proof, UNDER.note)))
    assert (report.findings, report.not_compared, report.later) == ([], 0, 1)
    report = checked(earlier, str(Consistency(SIZE - 2, proof[::-1], UNDER.note)))
    assert codes(report) == ["CHECKPOINT_ROOT"]


def kept_before(later):
    """Keep a checkpoint of the example, and have a log that grew on: recorded so much later."""
    kept = EXAMPLE.checkpoint()
    log = example()
    log.add(DOSSIER, interview(), "d.lambert", "coach", recorded_at=SIGNED_AT + later)
    log.add(DOSSIER, interview(), "d.lambert", "coach", recorded_at=SIGNED_AT + later)
    size = len(log.lines)
    under = log.checkpoint(at=SIGNED_AT + timedelta(hours=2))
    proof = tuple(consistency(SIZE, size, log.subtree))
    grown = str(Consistency(SIZE, proof, under.note))
    return log.whole(under), log.bundle(under), kept.note, grown


def test_an_act_with_a_stamp_of_before_a_checkpoint_that_does_not_cover_it_is_found():
    whole, one, kept, grown = kept_before(-timedelta(minutes=11))
    report = checked(whole, kept)
    assert codes(report) == ["TIME_BACKDATED"]  # once, though two acts show it
    assert (report.findings[0].dossier, report.findings[0].log_index) == (DOSSIER, SIZE)
    assert found(one, kept, grown) == ["TIME_BACKDATED"]
    assert found(one, kept) == []  # whether it holds is not known
    honest, _, kept, _ = kept_before(-timedelta(minutes=9))
    assert found(honest, kept) == []


def test_an_act_of_after_a_kept_checkpoint_that_covers_it_is_found():
    kept = EXAMPLE.checkpoint(SIZE - 1, at=BEGIN)
    report = checked(WHOLE, kept.note)
    assert codes(report) == ["TIME_POSTDATED"]
    assert report.findings[0].log_index == 11  # the first that is more than ten minutes later


def test_a_checkpoint_that_does_not_hold_bounds_no_moment():
    kept = rewritten().checkpoint(SIZE - 1, at=BEGIN).note
    assert found(WHOLE, kept) == ["CHECKPOINT_ROOT"]


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (checked(EXAMPLE.bundle(EXAMPLE.checkpoint(witnesses=()))), "WITNESS_QUORUM"),
        (checked(WHOLE, rewritten().checkpoint(SIZE - 1, at=BEGIN).note), "CHECKPOINT_ROOT"),
        (
            checked(SOUND, receipts=[verifier.Receipt(SIZE - 1, leaf_hash(b""), DOSSIER)]),
            "RECEIPT_NOT_IN_LOG",
        ),
    ],
)
def test_where_what_was_kept_contradicts_nothing_is_said_to_be_whole(report, code):
    assert (codes(report), report.complete) == ([code], False)
    assert "it is not shown that nothing is left out" in list(verifier.tell(report))


def receipt(index, leaf=None, dossier=DOSSIER):
    return verifier.Receipt(index, leaf or EXAMPLE.lines[index][-1], dossier)


@pytest.mark.parametrize("raw", [SOUND, WHOLE])
def test_a_receipt_of_an_act_in_the_log_holds(raw):
    index = next(line[5] for line in EXAMPLE.lines if line[1] == DOSSIER)
    report = checked(raw, receipts=[receipt(index), receipt(SIZE, leaf_hash(b""))])
    assert (report.findings, report.elsewhere) == ([], 1)


@pytest.mark.parametrize("raw", [SOUND, WHOLE])
def test_a_receipt_of_an_act_that_is_gone_is_found(raw):
    index = next(line[5] for line in EXAMPLE.lines if line[1] == DOSSIER)
    assert found(raw, receipts=[receipt(index, leaf_hash(b""))]) == ["RECEIPT_NOT_IN_LOG"]
    assert found(raw, receipts=[receipt(0, leaf_hash(b""))]) == ["RECEIPT_NOT_IN_LOG"]


def test_a_receipt_of_another_dossier_says_nothing_of_this_one():
    report = checked(SOUND, receipts=[receipt(22, dossier=OTHER)])
    assert (report.findings, report.elsewhere) == ([], 1)


# --- who did it -------------------------------------------------------------------------------


def told(log):
    """Have the attacked store signed by its log, and verify both kinds of bundle alike."""
    one, all_of_it = checked(log.bundle()), checked(log.whole())
    assert codes(one) == codes(all_of_it)
    return codes(one)


def acting(account="d.lambert", role="coach", **but):
    log = example()
    log.add(DOSSIER, interview(), account, role, **but)
    return told(log)


def test_an_act_without_a_signature_is_found():
    assert acting(change=unsigned) == ["SIGNATURE_MISSING"]


def test_a_signature_of_another_act_is_found():
    def copied(said):
        said["sig"] = json.loads(EXAMPLE.lines[20][4])["sig"]

    assert acting(change=copied) == ["SIGNATURE_INVALID"]


@pytest.mark.parametrize("text", ["", "x", "U1NIU0lH", "====", "U1NIU0lHAAAAAQ=="])
def test_a_signature_that_is_none_is_found(text):
    def spoilt(said):
        said["sig"] = text or " "

    assert acting(change=spoilt) == ["SIGNATURE_INVALID"]


def test_a_signature_with_a_colleagues_key_is_found():
    assert acting(key=key_of("s.peeters")) == ["KEY_ACCOUNT"]


def test_a_signature_with_a_key_of_nobody_is_found():
    assert acting(key=key_of("nobody")) == ["KEY_UNKNOWN"]


def test_a_signature_with_a_key_that_was_ended_before_is_found():
    log = example()
    ended = e.KeyRevoked(fingerprint=key_of("d.lambert").fingerprint, reason="lost")
    log.add("staff:d.lambert", ended, "registrar", "registrar")
    log.add(DOSSIER, interview(), "d.lambert", "coach")
    assert told(log) == ["KEY_REVOKED"]


def test_a_signature_with_a_key_that_waits_is_found():
    log = example()
    key = key_of("newer")
    added = e.KeyAdded(key=key.public, fingerprint=key.fingerprint, waits=True)
    log.add("staff:d.lambert", added, "registrar", "registrar")
    log.add(DOSSIER, interview(), "d.lambert", "coach", key=key)
    assert told(log) == ["KEY_UNKNOWN"]


def test_an_act_in_a_function_never_held_is_found():
    assert acting(role="migration-officer") == ["ROLE_MISSING"]


def test_an_act_in_a_function_that_was_ended_is_found():
    log = example()
    ended = e.MandateRevoked(number=1, reason="moved")
    log.add("staff:d.lambert", ended, "registrar", "registrar")
    log.add(DOSSIER, interview(), "d.lambert", "coach")
    assert told(log) == ["ROLE_MISSING"]


def test_an_act_of_another_person_than_the_accounts_is_found():
    assert acting(person="P-002") == ["ROLE_MISSING"]


def test_an_act_in_a_mandate_that_waits_is_found():
    log = example()
    given = e.MandateGiven(function=Function.MIGRATION_OFFICER, waits=True)
    log.add("staff:d.lambert", given, "registrar", "registrar")
    log.add(DOSSIER, interview(), "d.lambert", "migration-officer")
    assert told(log) == ["ROLE_MISSING"]


def test_an_act_for_somebody_who_never_asked_for_it_is_found():
    assert acting("s.peeters", on_behalf_of="e.claes", role="migration-officer") == ["ROLE_MISSING"]


def test_an_act_under_a_delegation_that_was_ended_is_found():
    log = example()
    ended = e.DelegationRevoked(number=1, reason="back again")
    log.add(HOUSE, ended, "registrar", "registrar")
    log.add(DOSSIER, interview(), "s.peeters", "coach", on_behalf_of="d.lambert")
    assert told(log) == ["ROLE_MISSING"]


def test_a_register_taken_in_by_who_may_not_is_found():
    log = example()
    taken_in: dict[str, Any] = {"origin": Origin.IMPORTED, "recorded_by": "s.peeters"}
    log.add(DOSSIER, interview(), "d.lambert", "coach", change=None, key=None, **taken_in)
    assert told(log) == ["ROLE_MISSING"]


@pytest.mark.parametrize("stream", [DOSSIER, "staff:s.peeters"])
def test_who_calls_himself_founder_need_not_be_believed_without_a_signature(stream):
    """Only the lines that began the register have no key to be signed with."""
    log = example()
    taken_in: dict[str, Any] = {"origin": Origin.IMPORTED, "recorded_by": "registrar"}
    log.add(stream, interview(), "e.claes", "founder", change=unsigned, **taken_in)
    assert told(log)[0] == "SIGNATURE_MISSING"


def test_a_mandate_recorded_in_the_name_of_another_is_found():
    """A coach makes himself registrar, with his own key and the registrar's name."""
    log = example()
    given = e.FunctionGiven(function=Function.COACH, label=None, valid_from=None, valid_to=None)
    taken_in: dict[str, Any] = {"origin": Origin.IMPORTED, "recorded_by": "s.peeters"}
    log.add("staff:s.peeters", given, "registrar", "registrar", **taken_in)
    assert told(log) == ["KEY_ACCOUNT", "REGISTRAR_UNTRUSTED"]


def test_a_line_of_the_register_that_says_somebody_else_typed_it_is_found():
    given = e.FunctionGiven(function=Function.COACH, label=None, valid_from=None, valid_to=None)
    assert registering(given, key=key_of("registrar"), recorded_by="s.peeters") == [
        "REGISTRAR_UNTRUSTED"
    ]


def registering(event, by="registrar", to="staff:d.lambert", **but):
    log = example()
    log.add(to, event, by, but.pop("role", "registrar"), **but)
    return told(log)


def test_a_power_of_decision_that_no_second_person_confirmed_is_found():
    given = e.MandateGiven(function=Function.MIGRATION_OFFICER)
    assert registering(given) == ["REGISTRAR_UNTRUSTED"]


def test_a_power_of_decision_given_to_oneself_is_found():
    given = e.MandateGiven(function=Function.MIGRATION_OFFICER, waits=True)
    assert registering(given, to="staff:registrar") == ["REGISTRAR_UNTRUSTED"]


def test_an_account_opened_again_for_another_person_is_found():
    assert registering(e.AccountOpened(person="P-666")) == ["REGISTRAR_UNTRUSTED"]


def test_a_mandate_by_who_is_no_registrar_is_found():
    given = e.MandateGiven(function=Function.COACH)
    assert registering(given, by="s.peeters", role="coach") == ["REGISTRAR_UNTRUSTED"]


@pytest.mark.parametrize("by", ["registrar", "e.claes"])
def test_a_mandate_confirmed_by_who_gave_it_or_gets_it_is_found(by):
    log = example()
    given = e.MandateGiven(function=Function.MIGRATION_OFFICER, waits=True)
    log.add("staff:e.claes", given, "registrar", "registrar")
    log.add("staff:e.claes", e.MandateConfirmed(number=2), by, "registrar")
    assert told(log) == ["REGISTRAR_UNTRUSTED"]


def test_a_key_given_and_confirmed_by_one_person_is_found():
    key = key_of("newer")
    added = e.KeyAdded(key=key.public, fingerprint=key.fingerprint)
    assert registering(added) == ["REGISTRAR_UNTRUSTED"]


def test_a_delegation_nobody_confirmed_is_found():
    given = e.DelegationGiven(
        number=2,
        principal="e.claes",
        principal_person="P-008",
        delegate="s.peeters",
        delegate_person="P-002",
    )
    assert registering(given, to=HOUSE) == ["REGISTRAR_UNTRUSTED"]


def test_a_second_founder_is_found():
    given = e.FunctionGiven(function=Function.COACH, label=None, valid_from=None, valid_to=None)
    assert registering(given, by="s.peeters", to="staff:s.peeters", role="founder") == [
        "REGISTRAR_UNTRUSTED"
    ]


def beside(stream, event, account="e.claes", **but):
    """Have a line beside the dossiers, which only a whole log shows."""
    log = example()
    log.add(stream, event, account, "migration-officer", **but)
    return found(log.whole())


ERASED = e.PersonalKeyDestroyed(subject=DOSSIER, category=Category.IDENTITY, reason="retention")


def test_a_destroyed_key_that_nobody_signed_for_is_found():
    """Who deletes a key without a word would excuse it so, in the name of another."""
    assert beside(f"erased:{DOSSIER}", ERASED, change=unsigned) == ["SIGNATURE_MISSING"]
    assert beside(f"erased:{DOSSIER}", ERASED, key=key_of("s.peeters")) == ["KEY_ACCOUNT"]
    assert beside(f"erased:{DOSSIER}", ERASED) == []


def test_a_destroyed_key_taken_in_by_somebody_else_is_found():
    taken_in: dict[str, Any] = {"origin": Origin.IMPORTED, "recorded_by": "s.peeters"}
    assert beside(f"erased:{DOSSIER}", ERASED, **taken_in) == ["ROLE_MISSING"]


@pytest.mark.parametrize(
    ("stream", "event"),
    [
        (f"read:{DOSSIER}", e.AccessConsulted(by_command="show")),
        (f"refused:{DOSSIER}", e.ActRefused(act="HoldInterview", rules=("ORD-04",))),
        (f"erased:{DOSSIER}", ERASED),
    ],
)
def test_a_reading_refusal_or_erasure_of_another_person_than_the_accounts_is_found(stream, event):
    signed = None if event is ERASED else unsigned
    assert beside(stream, event, change=signed) == []
    assert beside(stream, event, change=signed, person="P-002") == ["ROLE_MISSING"]


def test_a_command_that_was_played_again_is_found():
    log = example()
    again = json.loads(log.lines[20][4])["cmd"]
    log.add(DOSSIER, interview(), "d.lambert", "coach", command_id=again)
    assert told(log) == ["COMMAND_REPLAY"]


def test_an_act_of_after_the_checkpoint_that_covers_it_is_found():
    late = SIGNED_AT + timedelta(minutes=11)
    assert acting(recorded_at=late) == ["TIME_POSTDATED"]
    assert acting(recorded_at=SIGNED_AT + timedelta(minutes=9)) == []


def test_an_act_with_an_earlier_stamp_than_what_is_before_it_is_found():
    before = timedelta(minutes=len(EXAMPLE.lines) - 1)
    assert acting(recorded_at=BEGIN + before - timedelta(minutes=11)) == [
        "TIME_REGRESSION",
        "TIME_POSTDATED",
    ]
    assert acting(recorded_at=BEGIN + before - timedelta(minutes=9)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: said.pop("who"),
        lambda said: said.update(rec="yesterday"),
        lambda said: said.update(by=7),
    ],
)
def test_an_act_that_cannot_be_judged_is_found(spoil):
    log = example()
    said = json.loads(log.lines[20][4])
    spoil(said)
    log.put(DOSSIER, 5, "interview-held.v1", said)
    assert told(log) == ["PAYLOAD_UNREADABLE"]


def test_a_line_of_the_register_that_names_nobody_is_found():
    log = example()
    log.add("staff:d.lambert", e.MandateRevoked(number=9, reason="x"), "registrar", "registrar")
    assert told(log) == ["PAYLOAD_UNREADABLE"]


def test_of_a_kind_of_act_that_came_later_only_the_signature_is_judged():
    log = example()
    said = json.loads(log.lines[20][4])
    del said["sig"]
    log.put(DOSSIER, 5, "moon-visited.v1", {**said, "cmd": "7d0f3c52-8f0a-4c36-9d0b-0f2a4f1c5e77"})
    report = checked(log.bundle())
    assert (report.findings, report.unknown_kinds) == ([], 1)


# --- hostile to whoever looks -----------------------------------------------------------------


def test_a_house_that_calls_the_log_otherwise_is_found():
    other = log_key("trajet.example/other", "other")
    under = EXAMPLE.checkpoint(signer=other, origin=other.key.name)
    policy = f"log {other.key}\n{POLICY}"
    assert found(EXAMPLE.bundle(under), policy=policy) == ["CHECKPOINT_ORIGIN"]


def test_a_receipt_of_the_register_is_looked_up_in_the_register():
    gone = receipt(22, leaf_hash(b""), "staff:d.lambert")
    assert found(SOUND, receipts=[gone]) == ["RECEIPT_NOT_IN_LOG"]
    kept = next(line[5] for line in EXAMPLE.lines if line[1] == "staff:d.lambert")
    assert found(SOUND, receipts=[receipt(kept, dossier="staff:d.lambert")]) == []


def test_a_checkpoint_that_went_through_the_mail_is_read():
    mailed = b"\xef\xbb\xbf" + str(EXAMPLE.checkpoint(7).note).replace("\n", "\r\n").encode()
    assert found(WHOLE, mailed) == []


@pytest.mark.parametrize("name", ["\ud800", "\u202egpj", "\x1b[31m", "a" * 600, ""])
def test_a_name_that_would_deceive_a_terminal_is_none(name):
    members = members_of(SOUND)
    said = {**json.loads(members["manifest.json"]), "dossier": name}
    raw = json.dumps(said, sort_keys=True, separators=(",", ":")).encode()
    report = checked(rezipped(members | {"manifest.json": raw}))
    assert "PAYLOAD_UNREADABLE" in codes(report)
    assert all(line.isprintable() for line in verifier.tell(report))


def test_what_is_listed_cannot_deceive_a_terminal():
    log = example()
    said = json.loads(log.lines[20][4])
    said["data"] = {
        "centre": "\u202e\x1b[2J",
        "came_from": "\ud800",
        "more": [{"name": "s1.x.AAAA"}],
    }
    state = json.dumps(said)
    log.put(DOSSIER, 5, "interview-held.v1", json.loads(state.replace("\\ud800", "x")))
    acts = list(verifier.listed(io.BytesIO(log.bundle())))
    assert acts[-1]["data"]["more"] == [{"name": "[sealed]"}]
    assert all(verifier.line_of(act).isprintable() for act in acts)
    assert all(verifier.as_json(act).isascii() for act in acts)


@pytest.mark.parametrize("sound", [SOUND, WHOLE])
@pytest.mark.parametrize(
    ("key", "value"),
    [("index", None), ("version", "1"), ("stream", []), ("topic", 7), ("state", "{}")],
)
def test_a_line_that_cannot_be_listed_is_told_and_those_after_it_are_listed(sound, key, value):
    lines = lines_of(members_of(sound)["events.jsonl"])
    lines[1][key] = value
    raw = repacked(members_of(sound) | {"events.jsonl": written(lines)})
    acts = list(verifier.listed(io.BytesIO(raw)))
    told = [verifier.line_of(act) for act in acts]
    assert (len(told), told[1].startswith("events.jsonl:2: ")) == (len(lines), True)
    assert [act["index"] for act in acts[2:]] == [line["index"] for line in lines[2:]]
    assert all(verifier.as_json(act) for act in acts)


def test_an_act_taken_in_from_a_register_is_listed_as_such():
    told = [verifier.line_of(act) for act in verifier.listed(io.BytesIO(WHOLE))]
    (taken_in,) = (line for line in told if OTHER in line and "resident-admitted" in line)
    assert " d.lambert (P-001, coach) imported by registrar " in taken_in
    assert sum(" imported by " in line for line in told) == 1


def test_accounts_that_are_far_apart_among_the_heads_are_not_gone_through_one_by_one():
    """Of a tree nobody could keep, a forger can still show two leaves."""
    head = verifier.Head("staff:a", 1, 0, 0, ())
    last = verifier.Head("staff:b", 1, 1, 2**62 - 1, ())
    left, right = head.hash, last.hash
    for _ in range(61):
        left, right = verifier._node(left, left), verifier._node(right, right)
    root = verifier._node(left, right)

    def shown(one, other):
        proof, at = [], one.hash
        for _ in range(61):
            proof.append(at)
            at = verifier._node(at, at)
        return {
            **{"stream": one.stream, "version": 1, "leaf": one.leaf, "index": one.place},
            "proof": [encoded(each) for each in (*proof, other)],
        }

    under = EXAMPLE.checkpoint(heads=Heads(2**62, root))
    members = members_of(SOUND) | {
        "checkpoint.note": str(under.note).encode(),
        "heads.jsonl": written([shown(head, right), shown(last, left)]),
    }
    assert "BUNDLE_TAIL_OMITTED" in found(repacked(members))
