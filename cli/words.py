"""
Labels, refusals and help in French, Dutch and English.

The English text is the key; a text without translation is shown in English.
"""

import os
from functools import cache

LANGUAGES = ("fr", "nl", "en")
_chosen: list[str] = []


def choose(language: str | None) -> None:
    """Set the language for the rest of this call; ``None`` for that of the locale."""
    _chosen[:] = [language] if language else []


def language() -> str:
    """Return the chosen language, else the one of the locale, else English."""
    if _chosen:
        return _chosen[0]
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return value[:2].lower() if value[:2].lower() in LANGUAGES else "en"
    return "en"


def say(template: str, **values: object) -> str:
    """Say a text in the chosen language, its values filled in."""
    told = template if language() == "en" else _translations(language()).get(template, template)
    return told.format(**values) if values else told


def colon() -> str:
    """Write the colon after a label: French typography puts a space before it."""
    return " :" if language() == "fr" else ":"


def coded(listed: str, code: str) -> str:
    """Say what a code of a list is called; the code itself when it was never on it."""
    from domain.rules import code_list

    found = code_list(listed).get(code)
    return str(getattr(found.name, language())) if found else code


@cache
def _translations(code: str) -> dict[str, str]:
    if code == "fr":
        from cli.translations import fr

        return fr.TEXTS
    from cli.translations import nl

    return nl.TEXTS
