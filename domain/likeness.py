"""
How alike two texts are: of the runs of two words in the shorter, how many the other has too.

So a text that was copied whole is found whatever stands around it. What differs between
residents is left out beforehand: numbers, dates and names count as a blank, so that a text in
which they alone were changed is the same text. Nor does it matter how a text looks: capitals,
accents, kinds of apostrophes, letters of another script that look the same, what is not seen at
all. Pure and exact: no sampling, and the order of the texts does not matter.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

RUN = 2
"""How many words make a run. Of shorter texts the whole is one."""


class _Ordered(Protocol):
    """What a text is called by: anything that can be put in order."""

    def __lt__(self, other: Any, /) -> bool: ...

    def __hash__(self) -> int: ...


# A text is called by what the caller likes; the names of one comparison are of one kind.
Called = TypeVar("Called", bound=_Ordered)


class Like(NamedTuple, Generic[Called]):
    """A text that resembles another, and how much in percent, rounded down."""

    called: Called
    percent: int


_NUMBER, _NAME = "#", "@"
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[.!?:;\n]")
_ENDS = frozenset(".!?:;\n")
_CALENDAR = """
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
    lundi mardi mercredi jeudi vendredi samedi dimanche
    januari februari maart mei juni juli augustus oktober
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
"""
_DATED = frozenset(_CALENDAR.split())
"""Months and days of the week, without accents, in the three languages of the desk."""

_LOOKS_LIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеіјорсухѕԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαινρυτκıɑɡ",
    "ABESIJKMHOPCTYXaeijopcyxsdqwhlABEZHIKMNOPTYXoaivputkiag",
)
"""Cyrillic, Greek and other letters that cannot be told from Latin ones by eye."""

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ′´`", "'") | {"æ": "ae", "œ": "oe", "Œ": "Oe"})
_DIGITS = str.maketrans("013457", "oleast")
_UNSEEN = frozenset("\u115f\u1160\u2800\u3164\uffa0")


class _Word(NamedTuple):
    """A word: folded, as a number where it is one, and whether a capital may mean a name."""

    folded: str
    capital: bool


def _seen(text: str) -> str:
    """Return a text as it is seen: no accents, no marks, nothing invisible, Latin look-alikes."""
    apart = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    kept = (
        letter
        for letter in apart
        if unicodedata.category(letter) not in ("Mn", "Me", "Cf") and letter not in _UNSEEN
    )
    return "".join(kept).translate(_LOOKS_LIKE)


@lru_cache(maxsize=8)
def _read(text: str) -> tuple[_Word, ...]:
    """
    Read the words of a text.

    Where more than every third word has a capital, it is the style of the text, and no name.
    """
    found: list[_Word] = []
    begins = True
    for word in _WORD.findall(_seen(text)):
        if word not in _ENDS:
            in_capitals = len(word) > 1 and word.isupper()
            found.append(_Word(_folded(word), in_capitals or (word[0].isupper() and not begins)))
        begins = word in _ENDS
    if 3 * sum(word.capital for word in found) > max(len(found), 6):
        return tuple(word._replace(capital=False) for word in found)
    return tuple(found)


def _folded(word: str) -> str:
    plain = word.casefold()
    digits = sum(letter.isdecimal() for letter in plain)
    if plain in _DATED or (plain[0].isdecimal() and len(plain) <= 2 * digits + 2):
        return _NUMBER
    return plain.translate(_DIGITS) if digits else plain


def words(text: str) -> frozenset[str]:
    """Return the different words of a text, folded; numbers and days are none."""
    return frozenset(word.folded for word in _read(text)) - {_NUMBER}


def written_small(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that some text has without a capital: these are nobody's name."""
    return frozenset(word.folded for text in texts for word in _read(text) if not word.capital)


def compared(text: str, small: frozenset[str] = frozenset()) -> list[str]:
    """
    Return the words by which a text is compared: folded, and a blank for what is personal.

    A word with a capital is a name, unless it is among those ``small`` elsewhere.
    """
    found: list[str] = []
    for word in _read(text):
        is_name = word.capital and word.folded not in small and word.folded != _NUMBER
        said = _NAME if is_name else word.folded
        if said not in (_NUMBER, _NAME) or found[-1:] != [said]:
            found.append(said)
    return found


def runs(text: str, small: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return the runs of words in a text; none of a text without words."""
    said = compared(text, small)
    if not said:
        return frozenset()
    last = max(len(said) - RUN, 0)
    return frozenset(" ".join(said[at : at + RUN]) for at in range(last + 1))


def likeness(one: str, other: str, among: Iterable[str] = ()) -> int:
    """
    Tell how alike two texts are: of the runs of the shorter, how many in the other, in percent.

    What has no capital in one of them, or in a text ``among`` which they are, is no name.
    """
    small = written_small((one, other, *among))
    mine, theirs = runs(one, small), runs(other, small)
    fewer = min(len(mine), len(theirs))
    return 100 * len(mine & theirs) // fewer if fewer else 0


class _Group(NamedTuple, Generic[Called]):
    """Texts of the very same runs: how many these are, and which as bits of a number."""

    size: int
    bits: int
    same: list[Called]


class Alike(Generic[Called]):
    """
    Many texts, of which those are found that are alike at least so much.

    Texts of the same runs are compared once. Of two texts that are alike enough one of the
    rarest runs of the shorter is in the other, so that most pairs are never looked at; of the
    others the runs are bits of a number, those in many texts first. Ten thousand texts take
    seconds.
    """

    def __init__(self, texts: Mapping[Called, str], least: int) -> None:
        if not 1 <= least <= 100:
            raise ValueError(f"texts are alike by 1 to 100 percent, not by {least}")
        self._least = least
        small = written_small(texts.values())
        every = ((called, runs(text, small)) for called, text in texts.items())
        self._said = {called: found for called, found in every if found}
        together: dict[frozenset[str], list[Called]] = {}
        for called, found in self._said.items():
            together.setdefault(found, []).append(called)
        often = Counter(run for group in together for run in group)
        self._rank = {
            run: rank for rank, run in enumerate(sorted(often, key=lambda run: (-often[run], run)))
        }
        self._group = {
            group: _Group(len(group), self._bits(group, often), sorted(same))
            for group, same in together.items()
        }
        self._rarest = {group: self._rarest_of(group) for group in together}
        self._having = self._where((group, group) for group in together)
        self._rarely = self._where(self._rarest.items())

    def _where(
        self, found: Iterable[tuple[frozenset[str], Iterable[str]]]
    ) -> dict[str, list[_Group[Called]]]:
        """Say of each run in which groups it is."""
        where: dict[str, list[_Group[Called]]] = {}
        for group, several in found:
            for run in several:
                where.setdefault(run, []).append(self._group[group])
        return where

    def to(self, called: Called) -> Iterator[Like[Called]]:
        """Go through the texts that resemble one, the most alike first, then by name."""
        said = self._said.get(called)
        if said is None:
            return
        mine, found = self._group[said], []
        for theirs in self._near(said, mine.size):
            both = mine.size if theirs is mine else (mine.bits & theirs.bits).bit_count()
            fewer = min(mine.size, theirs.size)
            if 100 * both >= self._least * fewer:
                found.append((100 * both // fewer, theirs.same))
        for percent, same in sorted(found, key=lambda each: (-each[0], each[1][0])):
            yield from (Like(other, percent) for other in same if other != called)

    def _near(self, said: frozenset[str], size: int) -> Iterable[_Group[Called]]:
        """Find the longer that have a rare run of this one, and the shorter of which it has one."""
        longer = (one for run in self._rarest[said] for one in self._having[run])
        shorter = (one for run in said for one in self._rarely.get(run, ()))
        met = {id(one): one for one in longer if one.size >= size}
        met |= {id(one): one for one in shorter if one.size < size}
        return met.values()

    def _bits(self, group: frozenset[str], often: Mapping[str, int]) -> int:
        """Write the runs that another text has too as bits of a number."""
        shared = [self._rank[run] for run in group if often[run] > 1]
        bits = bytearray((max(shared, default=0) >> 3) + 1)
        for rank in shared:
            bits[rank >> 3] |= 1 << (rank & 7)
        return int.from_bytes(bits, "little")

    def _rarest_of(self, group: frozenset[str]) -> list[str]:
        """
        Give as many runs, the rarest first, as cannot all be missing in a text alike enough.

        Such a text that is longer has at least the least percentage of them.
        """
        shared = -(-self._least * len(group) // 100)
        ordered = sorted(group, key=self._rank.__getitem__, reverse=True)
        return ordered[: len(group) - shared + 1]
