"""What a verification finds, and how many findings of one kind are worth reading."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

MOST_OF_ONE_CODE = 1000
"""Findings kept for one code; how many more there were is told in one line."""


@dataclass(frozen=True, slots=True)
class Finding:
    """
    One thing that is not as it should be.

    ``dossier`` is the stream (a dossier number, or ``staff:`` and an account).
    ``expected`` and ``found`` are short texts; personal content never stands in them.
    """

    code: str
    dossier: str | None = None
    version: int | None = None
    log_index: int | None = None
    expected: str = ""
    found: str = ""
    severity: str = "breach"


@dataclass(frozen=True, slots=True)
class Report:
    """
    The number of leaves in the log, the root of their tree, and the findings, cause first.

    ``since`` is the leaf from which on events were checked, where those before were not.
    """

    size: int
    root: str
    findings: list[Finding] = field(default_factory=list)
    since: int | None = None

    def document(self) -> dict[str, Any]:
        """Return what ``--json`` prints; it can be kept and later given as a checkpoint."""
        said = asdict(self)
        if self.since is None:
            del said["since"]
        return said


class Findings:
    """Findings in the order they are read, bounded whatever the damage."""

    def __init__(self) -> None:
        self.kept: list[Finding] = []
        self.count: Counter[str] = Counter()

    def add(self, finding: Finding) -> None:
        """Keep a finding, or only count it once its kind has been told often enough."""
        self.count[finding.code] += 1
        if self.count[finding.code] <= MOST_OF_ONE_CODE:
            self.kept.append(finding)

    def put_first(self, finding: Finding) -> None:
        """Keep a finding as the cause of what else was found."""
        self.count[finding.code] += 1
        self.kept.insert(0, finding)

    @property
    def overflowing(self) -> bool:
        """Tell whether findings were left out, so that nobody can say what follows from what."""
        return any(count > MOST_OF_ONE_CODE for count in self.count.values())

    def told(self) -> list[Finding]:
        """Return the findings, with one more for each code that had too many."""
        rest = [
            Finding(code, found=f"{count - MOST_OF_ONE_CODE} more findings like these")
            for code, count in self.count.items()
            if count > MOST_OF_ONE_CODE
        ]
        return [*self.kept, *rest]


def show(value: object) -> str:
    """Write a stored value so that it can be printed anywhere: short, and no control characters."""
    text = value.decode("utf-8", "backslashreplace") if isinstance(value, bytes) else str(value)
    if not text.isprintable():
        text = ascii(text)[1:-1]
    return text if len(text) <= 80 else text[:79] + "…"
