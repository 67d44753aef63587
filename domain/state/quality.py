"""Control of quality: the samples a dossier was drawn in, and what was found."""

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle.quality import FindingState
from domain.state.decision import Hand


class Sample(NamedTuple):
    """A sample the dossier was drawn in."""

    reference: str
    at: datetime


class Finding(NamedTuple):
    """What a control found, and how far its follow-up is."""

    number: int
    state: FindingState
    since: datetime
    kind: str = ""
    severity: str = ""
    found: Hand | None = None
    answered: Hand | None = None

    @property
    def waits(self) -> bool:
        """An answer is due."""
        return self.state in (FindingState.FOUND, FindingState.REOPENED)

    @property
    def open(self) -> bool:
        """It was not taken as sufficiently answered."""
        return self.state is not FindingState.ACCEPTED


class Examined(NamedTuple):
    """
    The motives of a serious measure, as somebody found them; ``act`` is the version of the act.

    ``outdated``: what gives the motives was corrected since.
    """

    act: int
    outcome: str
    by: Hand
    outdated: bool = False


class Quality(NamedTuple):
    """All samples and findings of a dossier, and the motives that were examined."""

    samples: tuple[Sample, ...] = ()
    findings: tuple[Finding, ...] = ()
    examined: tuple[Examined, ...] = ()
