"""One event as far as it says who did it, and how that is read from what is stored."""

import re
from typing import Any, NamedTuple

from pydantic_core import from_json, to_json

from domain.authority import BESIDE
from domain.lifecycle import COMMAND_OF
from domain.lifecycle.exception import RAISED
from domain.record import HOUSE, STAFF
from domain.values import Origin
from projections.audit.quick import Who
from projections.audit.store import Event

REGISTER_ACTS = {
    "AccountOpened": "AddStaff",
    "FunctionGiven": "AddStaff",
    "MandateGiven": "GiveMandate",
    "MandateConfirmed": "ConfirmMandate",
    "MandateRevoked": "RevokeMandate",
    "KeyAdded": "AddKey",
    "KeyConfirmed": "ConfirmKey",
    "KeyRevoked": "RevokeKey",
    "DelegationGiven": "Delegate",
    "DelegationConfirmed": "ConfirmDelegation",
    "DelegationRevoked": "RevokeDelegation",
    "SignaturesRequired": "RequireSignatures",
}
"""Event of the register → the command it follows from."""

IN_PERSON = {"AccessConsulted": "", "ActRefused": "", "PersonalKeyDestroyed": "DestroyPersonalKey"}
"""Events that are of somebody though no act is asked for → what they are signed as, if at all."""

FOUNDER = "founder"

_TEXT = r'"([^"]*)"'
_WHO = re.compile(
    f',"by":{_TEXT},"who":{_TEXT},"as":{_TEXT},"rules":"[^"]*"'
    f'(?:,"for":{_TEXT})?(?:,"typed":{_TEXT})?'
)
"""Who it was, in what the quick judge cut out."""


class Acted(NamedTuple):
    """One event, as far as it says who did it; ``typed`` is who took it in from a register."""

    position: int
    stream: str
    version: int
    topic: str
    state: bytes
    name: str
    act: str
    account: str
    person: str
    role: str
    on_behalf_of: str | None
    typed: str | None
    signature: str | None

    @property
    def in_register(self) -> bool:
        """Whether it stands in the register of people."""
        return in_register(self.stream)

    @property
    def founds(self) -> bool:
        """Whether it begins the register, by whom there is no key of yet."""
        return self.role == FOUNDER and self.typed is None and self.stream == STAFF + self.account

    def said(self) -> dict[str, Any]:
        """Decode the state."""
        said: dict[str, Any] = from_json(self.state)
        return said


def in_register(stream: str) -> bool:
    """Tell whether a stream is part of the register of people."""
    return stream.startswith(STAFF) or stream == HOUSE


def name_of(topic: str) -> tuple[str, str]:
    """Name the event of a topic and the act it follows from; empty where it is none."""
    words = topic.partition(".")[0].split("-")
    name = "".join(word.capitalize() for word in words)
    act = REGISTER_ACTS.get(name) or COMMAND_OF.get(name, "")
    if name in RAISED:
        return name, ""
    return name, act or BESIDE.get(name, "") or IN_PERSON.get(name, "")


def acted(row: Event, name: str, act: str, who: Who | None) -> Acted | None:
    """
    Read who did it; ``None`` for what is not written as the journal writes it.

    ``who`` is what the quick judge tells; without it, all of the state is read. What is written
    in another way could be read as one thing here and as another there.
    """
    position, stream, version, topic, state = row
    said = _said_in(state) if who is None else _said_of(who)
    if said is None:
        return None
    return Acted(position, stream, version, topic, state, name, act, *said)


_Said = tuple[str, str, str, str | None, str | None, str | None]


def _said_of(who: Who) -> _Said | None:
    written, imported, signature = who
    found = _WHO.fullmatch(written.decode("ascii"))
    if found is None:
        return None
    by, person, role, principal, typed = found.groups()
    source = Origin.IMPORTED if imported else None
    signed = signature.decode("ascii")[1:-1] if signature else None
    return _told(by, person, role, principal, typed, source, signed)


def _said_in(state: bytes) -> _Said | None:
    said = from_json(state)
    if to_json(said) != state:
        return None
    return _told(
        *(said[key] for key in ("by", "who", "as")),
        *map(said.get, ("for", "typed", "src", "sig")),
    )


def _told(
    by: Any, who: Any, role: Any, principal: Any, typed: Any, imported: Any, signature: Any
) -> _Said:
    taken_in_by = (typed or "") if imported == Origin.IMPORTED else None
    return str(by), str(who), str(role), principal, taken_in_by, signature
