"""Dossiers as they stand on the way through the journal, folded without reading them again."""

from collections.abc import Callable, Iterable

from domain import events as e
from domain.errors import StoreTrouble
from domain.record import Recorded, is_dossier
from domain.trajectory import Trajectory, folded_on, replay

KEPT_STATES = 4096
"""Many times the residents held at a time in the whole country; some 2 KB each."""


class States:
    """
    Dossiers as they stand at a line of the journal, folded in the order things happened.

    A line that happened last and corrects nothing is folded onto the state kept from
    before; for any other the history is folded again. The states of the dossiers
    touched last are kept, ``keep`` at most: one that was let go costs one reading.
    """

    def __init__(self, history: Callable[[str], list[Recorded]], keep: int = KEPT_STATES) -> None:
        self._history = history
        self._keep = keep
        self._kept: dict[str, Trajectory] = {}

    def forget(self) -> None:
        """Let go of everything: what comes next is another journal, or begins anew."""
        self._kept.clear()

    def after(self, lines: Iterable[Recorded]) -> dict[str, Trajectory]:
        """Return the dossiers that lines touch, as they stand after these lines."""
        touched: dict[str, list[Recorded]] = {}
        for line in lines:
            if is_dossier(line.stream):
                touched.setdefault(line.stream, []).append(line)
        states = {dossier: self._after(dossier, new) for dossier, new in touched.items()}
        while len(self._kept) > self._keep:
            del self._kept[next(iter(self._kept))]
        return states

    def _after(self, dossier: str, new: list[Recorded]) -> Trajectory:
        """Fold a dossier's new lines; kept states stay in the order they were last touched."""
        state = folded_on(self._kept.pop(dossier, None), new)
        if state is None:
            return self._refold(dossier, new)
        self._kept[dossier] = state
        return state

    def _refold(self, dossier: str, new: list[Recorded]) -> Trajectory:
        version = new[-1].version
        lines = new if new[0].version == 1 else self._history(dossier)
        known = [line for line in lines if line.version <= version]
        state = replay(known)
        if state is None:
            raise StoreTrouble("the dossier {dossier} has lines but no history", dossier=dossier)
        if not any(_waits(line, version) for line in known):
            self._kept[dossier] = state
        return state


def _waits(line: Recorded, version: int) -> bool:
    """Tell a correction of a line that is still to come: that line does not follow plainly."""
    return isinstance(line.event, e.RecordCorrected) and line.event.corrects > version
