"""What is sealed, opened for those who may see it."""

from typing import TYPE_CHECKING, Any

from cli.base import Desk
from cli.words import say
from domain.errors import KeyLost, StoreTrouble

if TYPE_CHECKING:
    from domain.record import Recorded
    from domain.values import Category


class Opener:
    """Opens sealed fields for those who may see them, and says what it is for those who may not."""

    def __init__(self, desk: Desk, dossier: str, subject: str) -> None:
        self.vault = desk.office.vault
        self.dossier = dossier
        self.subject = subject
        self.functions = desk.functions()

    def opened(self, topic: str, version: int, data: dict[str, Any]) -> dict[str, Any]:
        """Return an event's stored fields, personal ones opened or named as sealed."""
        from domain.events import EVENTS
        from domain.values import sealed_fields

        personal = sealed_fields(EVENTS[topic])
        return {
            name: self._text(value, version, name, personal[name]) if name in personal else value
            for name, value in data.items()
        }

    def fields(self, line: "Recorded") -> dict[str, Any]:
        """Return what is known of the resident from an admission, as corrected."""
        from domain.values import sealed_fields

        found: dict[str, Any] = {}
        for name, category in sealed_fields(type(line.event)).items():
            sealed = getattr(line.event, name)
            if sealed is not None and name != "remark":
                version, field = sealed.place or (line.version, name)
                found[name] = self._text(sealed.stored(), version, field, category)
        return found | {"sex": getattr(line.event, "sex", None)}

    def _text(self, token: str, version: int, name: str, category: "Category") -> str:
        from domain.authority import may_see
        from domain.values import Sealed

        if not may_see(self.functions, category):
            return say("[sealed: {category}]", category=say(category))
        try:
            return self.vault.read(
                Sealed(token=token),
                subject=self.subject,
                stream=self.dossier,
                version=version,
                name=name,
            )
        except KeyLost:
            return say("[key lost, event {n}]", n=version)
        except StoreTrouble:  # altered, or the vault is damaged: the rest can still be read
            return say("[cannot be opened, event {n}]", n=version)
