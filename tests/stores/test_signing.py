"""Acts signed with keys as OpenSSH makes them: what we sign it checks, what it signs we do."""

import base64
import json
import os
import shutil
import socket
import struct
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cabinet import registrar_of
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from given import brussels
from hypothesis import given
from hypothesis import strategies as st

from cli.wiring import Office
from domain import commands as c
from domain.errors import BadInput, ConcurrentChange, NotAllowed, StoreTrouble
from domain.signature import armoured, canonical, message, read, string
from domain.values import Category, Function, Sealed
from workflows import people, staffing
from workflows.erasure import erase
from workflows.handle import Occasion, handle
from workflows.keys import read_public_key
from workflows.pen import Pen
from workflows.signing import message_of
from workflows.sshsig import Signer, agent_signers, signer_from_file

GOLDEN = Path(__file__).parents[1] / "golden"
MADE_BY_OPENSSH = GOLDEN / "signatures"
SIGNED = (MADE_BY_OPENSSH / "decision-taken.txt").read_bytes()
SIGNATURE = (MADE_BY_OPENSSH / "decision-taken.txt.sig").read_text()
OPENSSH = shutil.which("ssh-keygen")

DOSSIER, ORIGIN, COACH = "HOL-2026-0001", "trajet.test/holsbeek", "d.lambert"


def bare(signature: str) -> str:
    """Take the lines off that stand round a signature."""
    return "".join(signature.splitlines()[1:-1])


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """Lay a key down as people keep theirs."""
    for name in ("key", "key.pub", "locked", "locked.pub"):
        shutil.copy(MADE_BY_OPENSSH / name, tmp_path / name)
    (tmp_path / "key").chmod(0o600)
    return tmp_path / "key"


# -- the form ---------------------------------------------------------------------------------


def test_what_is_signed_of_an_act_is_written_in_one_way_for_ever() -> None:
    said = json.loads((GOLDEN / "events" / "decision-taken.v2.json").read_text())
    text = message("trajet.example.be/vottem", "VOT-2026-0042", 7, "decision-taken.v2", said)
    assert text == SIGNED
    assert text.startswith(b'trajet.command/v1\n{"account":"e.claes","command_id":"6d891d69')


def test_a_signature_made_by_openssh_is_read_and_fits() -> None:
    found = read(bare(SIGNATURE))
    assert found is not None
    assert found.fits(SIGNED)
    assert not found.fits(SIGNED + b" ")
    assert not found.fits(SIGNED, b"file")
    assert found.fingerprint == read_public_key(MADE_BY_OPENSSH / "key.pub")[1]


def test_ours_is_the_same_to_the_byte(key: Path) -> None:
    """Ed25519 signs a message in one way only: so that is all it takes to be interoperable."""
    ours = signer_from_file(key).sign(SIGNED)
    assert armoured(ours) == SIGNATURE


def test_openssh_where_it_is_installed_checks_ours(key: Path) -> None:
    signature = key.with_name("ours.sig")
    signature.write_text(armoured(signer_from_file(key).sign(SIGNED)))
    allowed = key.with_name("allowed")
    allowed.write_text(f"e.claes {key.with_name('key.pub').read_text()}")
    asked = ["-Y", "verify", "-f", str(allowed), "-I", "e.claes", "-n", "trajet.command", "-s"]
    for tool in filter(None, [OPENSSH]):
        done = subprocess.run([tool, *asked, str(signature)], input=SIGNED, capture_output=True)  # noqa: PLW1510
        assert done.returncode == 0, done.stderr
    assert read(bare(signature.read_text())) is not None


@given(st.binary(max_size=200))
def test_what_is_no_signature_is_read_as_none(noise: bytes) -> None:
    assert read(base64.b64encode(noise).decode()) is None
    assert read(noise.decode("latin-1")) is None


@given(st.integers(0, 182), st.integers(1, 255))
def test_a_signature_with_any_byte_changed_does_not_fit(place: int, by: int) -> None:
    spoilt = bytearray(base64.b64decode(bare(SIGNATURE)))
    spoilt[place % len(spoilt)] ^= by
    found = read(base64.b64encode(bytes(spoilt)).decode())
    assert found is None or not found.fits(SIGNED)


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=20) | st.integers() | st.none()))
def test_canonical_json_is_one_text_for_one_content(content: dict[str, Any]) -> None:
    turned = dict(reversed(content.items()))
    assert canonical(content) == canonical(turned)
    assert json.loads(canonical(content)) == content


# -- keys ---------------------------------------------------------------------------------------


def test_a_locked_key_is_the_agent_s_to_open(key: Path) -> None:
    with pytest.raises(BadInput, match="is locked with a passphrase; open it with: ssh-add"):
        signer_from_file(key.with_name("locked"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "holds no ssh-ed25519 public key"),
        (b"ssh-rsa AAAAB3NzaC1yc2E= me", "holds no ssh-ed25519 public key"),
        (b"ssh-ed25519 AAAA me", "holds no ssh-ed25519 public key"),
        (b"\xff\xfe\x00", "holds no ssh-ed25519 public key"),
        (b"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", "holds a private key"),
    ],
)
def test_a_file_that_holds_no_public_key_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "some.pub"
    file.write_bytes(content)
    with pytest.raises(BadInput, match=told):
        read_public_key(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        signer_from_file(tmp_path / "absent")


class Agent:
    """An ssh agent that has the example key, or does as it is told."""

    def __init__(self, where: Path, key: Path, answers: bytes | None = None) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(where))
        self._socket.listen()
        self._signer = signer_from_file(key)
        self._answers = answers
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            asked, _ = self._socket.accept()
            with asked:
                (length,) = struct.unpack(">I", asked.recv(4))
                request = asked.recv(length)
                asked.sendall(string(self._answer(request)))

    def _answer(self, request: bytes) -> bytes:
        if request[0] == 11:
            return bytes([12]) + struct.pack(">I", 1) + string(self._signer.key) + string(b"me")
        if self._answers is not None:
            return self._answers
        (length,) = struct.unpack_from(">I", request, 1)
        (size,) = struct.unpack_from(">I", request, 5 + length)
        message = request[9 + length : 9 + length + size]
        blob = string(b"ssh-ed25519") + string(self._signer.raw(message))
        return bytes([14]) + string(blob)


def test_the_agent_signs_as_the_file_does(key: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Agent(key.with_name("agent"), key)
    monkeypatch.setenv("SSH_AUTH_SOCK", str(key.with_name("agent")))
    [one] = agent_signers()
    assert armoured(one.sign(SIGNED)) == SIGNATURE
    assert signer_from_file(key.with_name("key.pub")).key == one.key
    with pytest.raises(BadInput, match="the ssh agent does not have the key"):
        signer_from_file(key.with_name("locked.pub"))


@pytest.mark.parametrize("answer", [b"\x05", b"", bytes([14]) + b"\0\0\0\xff"])
def test_an_agent_that_does_not_sign_is_told(
    key: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    Agent(key.with_name("agent"), key, answers=answer)
    monkeypatch.setenv("SSH_AUTH_SOCK", str(key.with_name("agent")))
    with pytest.raises(StoreTrouble, match="did not sign; nothing was recorded"):
        agent_signers()[0].sign(SIGNED)


def test_where_no_agent_answers_there_are_no_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_AUTH_SOCK", str(tmp_path / "absent"))
    assert agent_signers() == []
    monkeypatch.delenv("SSH_AUTH_SOCK")
    assert agent_signers() == []


# -- acts -----------------------------------------------------------------------------------------


@pytest.fixture
def signing(office: Office, key: Path) -> Iterator[tuple[Office, Signer]]:
    """Give an office in which every act is signed, and the key of one coach."""
    signer = signer_from_file(key)
    give(office, COACH, signer)
    founder = fresh()
    give(office, registrar_of(office).account, founder)
    registrar = registrar_of(office)
    asked = c.RequireSignatures(origin=ORIGIN)
    staffing.change(office.journal, asked, registrar, Pen(lambda: [founder]))
    yield office, signer


def fresh() -> Signer:
    """Make a key nobody has seen before."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Signer(string(b"ssh-ed25519") + string(public), private.sign)


def give(office: Office, account: str, signer: Signer) -> None:
    """Let a key speak for an account."""
    asked = c.AddKey(account=account, key=signer.public, fingerprint=signer.fingerprint)
    staffing.change(office.journal, asked, registrar_of(office))


def test_a_key_given_to_two_at_once_is_the_first_ones(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a decision about the register rests on is held to what was read of it."""
    signer, append = fresh(), office.journal.append

    def too_late(*lines: Any, **how: Any) -> Any:
        monkeypatch.setattr(office.journal, "append", append)
        give(office, "t.lemaire", signer)
        return append(*lines, **how)

    monkeypatch.setattr(office.journal, "append", too_late)
    with pytest.raises(ConcurrentChange, match="the register of people changed meanwhile"):
        give(office, COACH, signer)
    with pytest.raises(BadInput, match=r"was given to t\.lemaire before"):
        give(office, COACH, signer)


OPEN = c.OpenTrajectory(dossier=DOSSIER, centre="HOL", age="adult")
TALK = c.HoldInterview(dossier=DOSSIER, note=Sealed.of("he speaks of home"))


def done(office: Office, command: c.Command, *signers: Signer, **how: Any) -> Any:
    """Have an act done, with keys at hand."""
    occasion = Occasion(COACH, pen=Pen(lambda: signers), **how)
    return handle(office.journal, office.vault, command, occasion)


def test_an_act_is_signed_as_it_is_stored(signing: tuple[Office, Signer]) -> None:
    office, signer = signing
    done(office, OPEN, signer)
    done(office, TALK, signer)
    line = office.journal.history(DOSSIER)[-1]
    found = read(str(line.signature))
    assert found is not None
    assert found.fits(message_of(ORIGIN, line)), "ciphertext and all"


def test_without_a_key_of_the_account_nothing_is_recorded(signing: tuple[Office, Signer]) -> None:
    office, _ = signing
    stranger = fresh()
    for keys in ((), (stranger,)):
        with pytest.raises(NotAllowed, match="AUT-09") as refusal:
            done(office, OPEN, *keys)
        assert refusal.value.exit_code == 4
    assert office.journal.history(DOSSIER) == []


def test_a_revoked_key_signs_nothing_any_more(signing: tuple[Office, Signer]) -> None:
    office, signer = signing
    done(office, OPEN, signer)
    asked = c.RevokeKey(account=COACH, fingerprint=signer.fingerprint, reason="lost")
    coach = people.acting(office.journal, COACH, office.journal.clock())
    staffing.change(office.journal, asked, coach, Pen(lambda: [signer]))
    with pytest.raises(NotAllowed, match="AUT-09"):
        done(office, TALK, signer)


def test_that_a_personal_key_was_destroyed_is_signed(signing: tuple[Office, Signer]) -> None:
    office, signer = signing
    done(office, OPEN, signer)
    done(office, TALK, signer)
    coach = people.acting(office.journal, COACH, office.journal.clock())
    how: dict[str, Any] = {"reason": "retention", "actor": coach, "role": Function.COACH}
    with pytest.raises(NotAllowed, match="AUT-09"):
        erase(office.journal, office.vault, DOSSIER, Category.ASYLUM, **how)
    office.journal.pen = Pen(lambda: [signer])
    line = erase(office.journal, office.vault, DOSSIER, Category.ASYLUM, **how)
    found = read(str(line.signature))
    assert found is not None
    assert found.fits(message_of(ORIGIN, line))


def test_what_comes_back_from_a_key_is_looked_at_first(signing: tuple[Office, Signer]) -> None:
    office, signer = signing
    broken = signer._replace(raw=lambda _message: bytes(64))
    with pytest.raises(StoreTrouble, match="did not sign what it was given"):
        done(office, OPEN, broken)


def test_a_command_sent_again_is_signed_once(signing: tuple[Office, Signer]) -> None:
    office, signer = signing
    done(office, OPEN, signer)
    again = {"command_id": "0a4c4f0e-52f4-4f0c-9f57-0d0f4f1b7c11"}
    first = done(office, TALK, signer, **again)
    second = done(office, TALK, signer, **again)
    assert second.repeated
    assert second.lines[0].signature == first.lines[0].signature


def test_one_may_sign_where_nothing_is_asked(office: Office, key: Path) -> None:
    signer = signer_from_file(key)
    give(office, COACH, signer)
    occasion = Occasion(COACH, pen=Pen(lambda: [signer], named=True))
    with pytest.raises(BadInput, match="this log has no name"):
        handle(office.journal, office.vault, OPEN, occasion)


def test_a_day_alone_is_signed_as_a_day(signing: tuple[Office, Signer]) -> None:
    office, signer = signing
    done(office, OPEN, signer, at=brussels("2026-03-02 00:00"), whole_day=True)
    [line] = office.journal.history(DOSSIER)
    assert b'"whole_day":true' in message_of(ORIGIN, line)
    assert os.environ.get("SSH_AUTH_SOCK") is None or line.signature
