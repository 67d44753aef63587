"""
Keys that sign: of a file, or those of the ssh agent.

What is signed and what a signature looks like stands in :mod:`domain.signature`; the agent
is asked as draft-ietf-sshm-ssh-agent says.
"""

import base64
import os
import socket
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from domain.errors import BadInput, StoreTrouble
from domain.signature import KIND, fingerprint, string, strings, to_sign, written

_ASK_KEYS, _KEYS, _ASK_SIGNATURE, _SIGNATURE = 11, 12, 13, 14
_LARGEST_ANSWER = 256 * 1024
_WAIT_SECONDS = 60

Sign = Callable[[bytes], bytes]


class Signer(NamedTuple):
    """A key that can sign: its bytes as OpenSSH writes them, and what makes a raw signature."""

    key: bytes
    raw: Sign

    @property
    def fingerprint(self) -> str:
        """The name of the key."""
        return fingerprint(self.key)

    @property
    def public(self) -> str:
        """The public half as OpenSSH writes it, without a comment."""
        return f"{KIND} {base64.b64encode(self.key).decode()}"

    def sign(self, message: bytes) -> str:
        """Sign a message; return the signature as base64."""
        return written(self.key, self.raw(to_sign(message)))


# --- keys that sign -------------------------------------------------------------------------


def signer_from_file(file: Path) -> Signer:
    """
    Take a private key file, or for a public one the key the agent has.

    A key locked with a passphrase is the agent's to open: no passphrase is typed here. Raises
    :class:`BadInput` for a file that holds no usable key.
    """
    from workflows.keys import blob_of, read_public_key

    try:
        content = file.read_bytes()
    except OSError as trouble:
        raise BadInput("{file} cannot be read", file=file) from trouble
    if b"PRIVATE KEY" in content:
        return _from_private(file, content)
    text, name = read_public_key(file)
    found = next((one for one in agent_signers() if one.key == blob_of(text)), None)
    if found is None:
        raise BadInput("the ssh agent does not have the key {name}", name=name)
    return found


def _from_private(file: Path, content: bytes) -> Signer:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    from cryptography.hazmat.primitives.serialization.ssh import load_ssh_private_key

    try:
        private = load_ssh_private_key(content, None)
    except (TypeError, UnsupportedAlgorithm) as locked:
        raise BadInput(
            "{file} is locked with a passphrase; open it with: ssh-add, and give the file that "
            "ends in .pub",
            file=file,
        ) from locked
    except ValueError as trouble:
        raise BadInput("{file} holds no OpenSSH key", file=file) from trouble
    if not isinstance(private, Ed25519PrivateKey):
        raise BadInput("{file} holds no {kind} key", file=file, kind=KIND)
    public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return Signer(string(KIND.encode()) + string(public), private.sign)


def agent_signers() -> list[Signer]:
    """List the Ed25519 keys of the ssh agent; none where no agent answers."""
    where = os.environ.get("SSH_AUTH_SOCK")
    if not where:
        return []
    try:
        answer = _asked(where, bytes([_ASK_KEYS]))
        keys = list(_keys(answer)) if answer[:1] == bytes([_KEYS]) else []
    except (OSError, ValueError, struct.error):
        return []
    wanted = string(KIND.encode())
    return [Signer(key, _by_agent(where, key)) for key in keys if key.startswith(wanted)]


def _keys(answer: bytes) -> Iterator[bytes]:
    (count,) = struct.unpack_from(">I", answer, 1)
    at = 5
    for _ in range(count):
        for which in range(2):  # the key, then a comment
            (length,) = struct.unpack_from(">I", answer, at)
            if not which:
                yield answer[at + 4 : at + 4 + length]
            at += 4 + length


def _by_agent(where: str, key: bytes) -> Sign:
    def sign(message: bytes) -> bytes:
        try:
            request = bytes([_ASK_SIGNATURE]) + string(key) + string(message) + bytes(4)
            answer = _asked(where, request)
            if answer[:1] != bytes([_SIGNATURE]):
                raise ValueError("the agent refused")
            (blob,) = strings(answer[1:], 1)
            _kind, raw = strings(blob, 2)
        except (OSError, ValueError, struct.error) as trouble:
            raise StoreTrouble("the ssh agent did not sign; nothing was recorded") from trouble
        return raw

    return sign


def _asked(where: str, request: bytes) -> bytes:
    """Ask the agent one thing."""
    with socket.socket(socket.AF_UNIX) as agent:
        agent.settimeout(_WAIT_SECONDS)
        agent.connect(where)
        agent.sendall(string(request))
        (length,) = struct.unpack(">I", _received(agent, 4))
        if length > _LARGEST_ANSWER:
            raise ValueError("the answer is too long")
        return _received(agent, length)


def _received(agent: socket.socket, length: int) -> bytes:
    found = b""
    while len(found) < length:
        more = agent.recv(length - len(found))
        if not more:
            raise ValueError("the agent hung up")
        found += more
    return found
