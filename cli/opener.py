"""What is sealed, opened for those who may see it."""

from typing import TYPE_CHECKING, Any

from cli.base import Desk
from cli.restricted import note_reading
from cli.words import say
from domain.errors import KeyLost, StoreTrouble

if TYPE_CHECKING:
    from domain.record import Recorded
    from domain.values import Category

INSTRUCTIONS = "instructions"
"""The confidential instructions of a restriction: for its list too, who are to follow them."""


class Opener:
    """
    Opens sealed fields for those who may see them, and says what it is for those who may not.

    That somebody reads what was sealed is recorded before the first of them is opened: what
    cannot be recorded is not shown.
    """

    def __init__(self, desk: Desk, dossier: str, subject: str, *, instructed: bool = False) -> None:
        self.desk = desk
        self.vault = desk.office.vault
        self.dossier = dossier
        self.subject = subject
        self.functions = desk.functions()
        self.instructed = instructed

    def opened(
        self, topic: str, version: int, data: dict[str, Any], corrects: str | None = None
    ) -> dict[str, Any]:
        """
        Return an event's stored fields, personal ones opened or named as sealed.

        Codes told in confidence are shown to those alone who may see them; ``corrects`` is the
        topic of what a correction is about.
        """
        from domain.events import EVENTS
        from domain.values import sealed_fields

        personal = sealed_fields(EVENTS[topic])
        hidden = self._hidden(topic, data, corrects)
        return {
            name: say("[confidential]")
            if name in hidden and value is not None
            else self._text(value, version, name, personal[name], instructs=_instructs(name, data))
            if name in personal
            else value
            for name, value in data.items()
        }

    def _hidden(self, topic: str, data: dict[str, Any], corrects: str | None) -> set[str]:
        """Name the codes that are not for who is at the desk, also where they are corrected."""
        from domain.authority import may_see
        from domain.events import EVENTS
        from domain.values import confided_fields

        def kept_from(about: str) -> set[str]:
            told = confided_fields(EVENTS[about]) if about in EVENTS else {}
            return {name for name, of in told.items() if not may_see(self.functions, of)}

        if corrects is not None and data.get("field") in kept_from(corrects):
            return {"was", "becomes"}
        return kept_from(topic)

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

    def instructions(self, line: "Recorded") -> str | None:
        """Return the instructions of a restriction, as corrected; ``None`` without any."""
        from domain.values import Category

        sealed = vars(line.event)[INSTRUCTIONS]
        if sealed is None:
            return None
        version, name = sealed.place or (line.version, INSTRUCTIONS)
        return self._text(sealed.stored(), version, name, Category.PROTECTED, instructs=True)

    def _text(
        self,
        token: str,
        version: int,
        name: str,
        category: "Category",
        *,
        instructs: bool = False,
    ) -> str:
        from domain.authority import may_see
        from domain.values import Sealed

        if not may_see(self.functions, category) and not (instructs and self.instructed):
            return say("[sealed: {category}]", category=say(category))
        note_reading(self.desk, self.dossier)
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


def _instructs(name: str, data: dict[str, Any]) -> bool:
    """Tell the field that holds instructions, or what a correction puts in their place."""
    return name == INSTRUCTIONS or (
        name == "becomes_protected" and data.get("field") == INSTRUCTIONS
    )
