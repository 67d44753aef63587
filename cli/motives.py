"""
The motives of serious measures, opened in memory for who may see them, and compared.

What is opened here is counted and compared; it goes nowhere else unless the text was asked for.
What may not be seen, or whose key was destroyed, is told as that and never guessed.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from cli.base import Desk
from domain.authority import may_see
from domain.decide.motives import NOT_ESCALATED, Act, Place, least_words
from domain.errors import KeyLost, StoreTrouble
from domain.likeness import Alike, compared, words

if TYPE_CHECKING:
    from domain.values import Category
    from workflows.vault import Vault

PRESENT, MISSING, TOO_SHORT = "present", "missing", "too-short"
NOT_READABLE, ERASED, DAMAGED = "not-readable", "erased", "damaged"
STATES = (PRESENT, MISSING, TOO_SHORT, NOT_READABLE, ERASED, DAMAGED)
"""How the motives of an act are, as far as a program can tell."""

RESEMBLES = "resembles"
FINDINGS = (MISSING, TOO_SHORT, RESEMBLES, NOT_ESCALATED)
"""What makes the control exit with 1; the rest is for a person to judge."""

RESIDENT, FAMILY, OTHER = "resident", "family", "other"
"""Whose the motives are that others resemble: the resident's, the family's, or a stranger's."""

MOST_TOLD = 10
"""Of those that an act resembles so many are named, the closest; all are counted."""

Key = tuple[str, int]
_Text = tuple[str, int, int]
"""A text among those of an act: dossier, version of the act, version of the text."""


class Opened(NamedTuple):
    """The texts of an act that could be opened, by version, and how they are altogether."""

    state: str
    texts: tuple[tuple[int, str], ...] = ()
    categories: tuple[str, ...] = ()

    @property
    def counted(self) -> int:
        """How many different words there are; none where nothing was opened."""
        return _counted(self.texts)


class Resembling(NamedTuple):
    """An act whose motives resemble those of another, and by how many percent."""

    dossier: str
    version: int
    percent: int
    relation: str


class Judged(NamedTuple):
    """
    An act with what was found of its motives.

    ``resembles`` names the closest, strangers first, ``alike`` counts the strangers.
    """

    act: Act
    opened: Opened
    resembles: tuple[Resembling, ...] = ()
    alike: int = 0

    @property
    def findings(self) -> list[str]:
        """What is found against it while nobody has examined it."""
        if self.act.examined is not None:
            return []
        found = [self.opened.state] if self.opened.state in (MISSING, TOO_SHORT) else []
        if self.alike:
            found.append(RESEMBLES)
        if self.act.asked.state == NOT_ESCALATED:
            found.append(NOT_ESCALATED)
        return found


class Reader:
    """Opens the motives of acts, for the functions of who is at the desk."""

    def __init__(self, desk: Desk) -> None:
        self._vault: Vault = desk.office.vault
        self._functions = desk.functions()
        self._keys: dict[tuple[str, Category], bool] = {}

    def opened(self, act: Act) -> Opened:
        """Open the texts of an act; none where one of them cannot be."""
        closed = {str(each.category) for each in act.places if not self._sees(each)}
        if closed:
            return Opened(NOT_READABLE, categories=tuple(sorted(closed)))
        if not all(self._has_key(act.subject, each.category) for each in act.places):
            return Opened(ERASED)
        try:
            texts = tuple((each.version, self._read(act, each)) for each in act.places)
        except KeyLost:
            raise
        except StoreTrouble:  # altered: the audit tells where; the rest can still be controlled
            return Opened(DAMAGED)
        return _weighed(texts)

    def _sees(self, place: Place) -> bool:
        return may_see(self._functions, place.category)

    def _has_key(self, subject: str, category: "Category") -> bool:
        """Tell a key that was destroyed from a vault that does not open."""
        asked = subject, category
        if asked not in self._keys:
            self._keys[asked] = self._vault.cupboard.key(subject, category) is not None
        return self._keys[asked]

    def _read(self, act: Act, place: Place) -> str:
        version, name = place.bound
        return self._vault.read(
            place.sealed, subject=act.subject, stream=act.dossier, version=version, name=name
        )


def _weighed(texts: tuple[tuple[int, str], ...]) -> Opened:
    """MOT-01: tell motives from none at all, and from a few words."""
    counted = _counted(texts)
    if not counted and not any(compared(text) for _, text in texts):
        return Opened(MISSING, texts)
    return Opened(PRESENT if counted >= least_words() else TOO_SHORT, texts)


def _counted(texts: tuple[tuple[int, str], ...]) -> int:
    """Count the different words: one that is repeated says no more."""
    return len(frozenset[str]().union(*(words(text) for _, text in texts)))


def judged(
    every: Sequence[tuple[Act, Opened]], asked: Iterable[Key], least: int
) -> Iterator[Judged]:
    """
    Compare the acts asked for with every act, and say what was found of each.

    ``least`` is from how many percent on texts resemble each other.
    """
    wanted = set(asked)
    acts = {act.key: act for act, _ in every}
    texts = dict(text for act, opened in every for text in _compared(act, opened))
    own: dict[Key, list[_Text]] = {}
    for text in texts:
        own.setdefault(text[:2], []).append(text)
    alike = Alike(texts, least)
    for act, opened in every:
        if act.key in wanted:
            likes = _likes(alike, own.get(act.key, []))
            yield _judged(act, opened, likes, acts)


def _compared(act: Act, opened: Opened) -> Iterator[tuple[_Text, str]]:
    """
    Give the texts by which an act is compared: each that would do by itself, else all together.

    Two that say no more than that they agree are alike without anything being wrong.
    """
    if opened.state != PRESENT:
        return
    long = [(at, text) for at, text in opened.texts if len(words(text)) >= least_words()]
    whole = (act.serious.version, "\n".join(text for _, text in opened.texts))
    for at, text in long or [whole]:
        yield (*act.key, at), text


def _likes(alike: Alike[_Text], own: Iterable[_Text]) -> dict[Key, int]:
    """Find the acts that resemble one in any of its texts, each by the most."""
    found: dict[Key, int] = {}
    for text in own:
        for like in alike.to(text):
            other: Key = like.called[:2]
            if other != text[:2]:
                found[other] = max(found.get(other, 0), like.percent)
    return found


def _judged(act: Act, opened: Opened, likes: dict[Key, int], acts: dict[Key, Act]) -> Judged:
    every = [Resembling(*key, percent, _relation(act, acts[key])) for key, percent in likes.items()]
    strangers = sum(one.relation == OTHER for one in every)
    every.sort(key=lambda one: (one.relation != OTHER, -one.percent, one.dossier, one.version))
    return Judged(act, opened, tuple(every[:MOST_TOLD]), strangers)


def _relation(act: Act, other: Act) -> str:
    if other.dossier == act.dossier or other.subject == act.subject:
        return RESIDENT
    together = other.dossier in act.family or act.dossier in other.family
    return FAMILY if together else OTHER
