"""The legal rule table: effective-dated rows, the list of places, and the code that reads them.

A rule is asked for by its id (``rule("DEP-01")``); only the file of its theme is
read, once. ``RULE_SET`` names the version of the whole table and is stored with
every act, so that one can later tell which rules an act was judged by.
"""

from datetime import date
from functools import cache

from domain.rules.centres import Place, PlaceKind, place, places
from domain.rules.codes import CODE_FILES, ListedCode, code_list, code_lists
from domain.rules.row import Certainty, Name, Roll, Rule, Selector, Unit
from domain.rules.schema import read_rules, table_file

__all__ = [
    "RULE_SET",
    "Certainty",
    "ListedCode",
    "Name",
    "Place",
    "PlaceKind",
    "Roll",
    "Rule",
    "Selector",
    "Unit",
    "UnknownRuleError",
    "code_list",
    "code_lists",
    "digest",
    "place",
    "places",
    "read_rules",
    "rule",
    "rules",
]

RULE_SET: str = "2026.2"
"""Version of the table; a test ties it to :func:`digest`, so neither changes alone."""

_HOUSE = """
    FAM SEP ORD DEC TIT IOM REM AUT COR PLC COD OVR MIG ALE DPT END
    IDE CST NUM MED MEA COE FBK ADM TRF CUS PRO AFF EXC ACC QUA LAN MOT SMP
"""
"""The prefixes of this house's own rules."""

_FILES: dict[str, tuple[str, ...]] = {
    "notification.toml": ("INF", "HEA", "NOT", "INT"),
    "departure.toml": ("DEP", "POS", "EXE"),
    "remedies.toml": ("APP", "CDC", "ECH"),
    "detention.toml": ("DET",),
    "ban.toml": ("BAN", "SIS", "DUB", "REC"),
    "measures.toml": ("ISO", "INC", "PLA", "PUB", "GDP", "PRI"),
    "house.toml": tuple(_HOUSE.split()),
}
_FILE_OF = {prefix: file for file, prefixes in _FILES.items() for prefix in prefixes}


class UnknownRuleError(KeyError):
    """No row has this id, or the row does not act on the day asked for."""

    def __str__(self) -> str:
        """Show the sentence as it is; ``KeyError`` would put it in quotes."""
        return str(self.args[0])


def rule(rule_id: str, on: date | None = None) -> Rule:
    """Give the rule with this id; with ``on``, only if it is in force that day."""
    file = _FILE_OF.get(rule_id.partition("-")[0])
    found = _read(file).get(rule_id) if file else None
    if found is None:
        raise UnknownRuleError(f"no rule is called {rule_id}")
    if on is not None and not found.in_force(on):
        raise UnknownRuleError(f"rule {rule_id} is not in force on {on.isoformat()}")
    return found


def rules() -> tuple[Rule, ...]:
    """Give every rule, file by file, in the order written."""
    return tuple(each for file in _FILES for each in _read(file).values())


def digest() -> str:
    """Fingerprint the files of the table: SHA-256 over name and content, by name."""
    from hashlib import sha256

    total = sha256()
    lists = (f"codes/{region}.csv" for region in CODE_FILES)
    beside = ("centres.csv", "constraints.toml", "holidays.txt")
    for file in sorted((*_FILES, *lists, *beside)):
        total.update(file.encode() + b"\0" + table_file(file) + b"\0")
    return total.hexdigest()


@cache
def _read(file: str) -> dict[str, Rule]:
    return {each.id: each for each in read_rules(table_file(file).decode(), file, _FILES[file])}
