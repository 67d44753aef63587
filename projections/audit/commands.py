"""
Whether each command was recorded once: the kept command ids against those in the events.

Both come in the order of recording, so one look at each suffices. Events of one save
follow each other, in one dossier or in several, and share their command's id, which is
kept with the first of them.
"""

from collections.abc import Iterator
from itertools import chain, islice

from projections.audit.findings import MOST_OF_ONE_CODE, Finding, show
from projections.audit.store import FIRST, LAST, Snapshot
from projections.audit.stretch import Stretch

_END = (LAST + 1, b"")


class CommandIds:
    """Walks along the kept command ids while the events pass by; ids are 16 bytes."""

    def __init__(self, store: Snapshot, start: int = FIRST, last: bytes | None = None) -> None:
        """Begin at a notification id, after an event of the command ``last``."""
        self._store = store
        self._rows: Iterator[tuple[int, bytes]] = iter(())
        self.readable = True
        try:
            self._rows = chain.from_iterable(store.commands(start))
            self._position, self._command = next(self._rows, _END)
        except store.trouble:
            self.readable = False
            self._position, self._command = _END
        self._last = last
        self._unkept: list[tuple[int, bytes]] = []
        self._unmet: dict[bytes, int] = {}

    def see(self, position: int, command: bytes) -> None:
        """Take the next event."""
        if self._position == position and self._command == command:
            self._position, self._command = next(self._rows, _END)
        elif self._position < position or self._last != command:
            self._compare(position, command)
        self._last = command

    def passes(self, stretch: Stretch) -> bool:
        """Take a stretch of events at once; ``False``, and nothing taken, if ids do not agree."""
        if not self.readable:
            return True
        known = stretch.begins == self._last
        positions, commands = stretch.positions[known:], stretch.commands[16 * known :]
        rows = [(self._position, self._command), *islice(self._rows, len(positions))]
        met, rest = rows[: len(positions)], rows[len(positions) :]
        sound = [position for position, _ in met] == positions
        if sound and b"".join(command for _, command in met) == commands:
            self._last = stretch.ends
            self._position, self._command = next(iter(rest), _END)
            return True
        self._rows = chain(rows[1:], self._rows)
        return False

    def skip(self, position: int) -> None:
        """Pass an event that has a finding of its own."""
        self._set_aside_until(position)
        while self._position == position:
            self._position, self._command = next(self._rows, _END)
        self._last = None

    def findings(self, flagged: set[int], lost: int, log_end: int) -> Iterator[Finding]:
        """
        Tell what does not agree once every event has passed.

        ``flagged`` are the positions of events with a finding of their own, ``lost`` is
        the number of events known to be gone, ``log_end`` the index from which on events
        are no part of the log: what follows from those is not told again.
        """
        self._set_aside_until(LAST + 1)
        for position, command in self._unkept:
            expected = f"command id {command.hex()} kept for event {position}"
            found = self._instead(position, command, flagged, lost)
            finding = self._finding(position, expected, found) if found else None
            if finding and (finding.log_index is None or finding.log_index < log_end):
                yield finding
        gone = 0
        for command, position in self._unmet.items():
            if position == LAST or self._store.event_at(position) is None:
                gone += 1
            elif position not in flagged:
                yield self._finding(position, "one command id", f"another, {command.hex()}")
        if gone > lost:
            found = f"{gone} command ids without one"
            yield Finding("COMMAND_REPLAY", expected="an event for every command id", found=found)

    def _instead(self, position: int, command: bytes, flagged: set[int], lost: int) -> str | None:
        """Say what is kept instead of an event's command id; ``None`` if that is known."""
        kept_for = self._unmet.pop(command, None)
        here = next((other for other, at in self._unmet.items() if at == position), None)
        if kept_for is None and here is not None:
            del self._unmet[here]
            return f"command id {here.hex()}"
        if kept_for is None:
            kept_for = self._store.position_of(command)
        if kept_for is None:
            return "not kept"
        gone = lost and kept_for < position and self._store.event_at(kept_for) is None
        return None if gone or kept_for in flagged else f"kept for event {kept_for}"

    def _finding(self, position: int, expected: str, found: str) -> Finding:
        event, leaf = self._store.event_at(position), self._store.leaf_of(position)
        return Finding(
            "COMMAND_REPLAY",
            show(event.stream) if event else None,
            event.version if event else None,
            leaf.number if leaf else None,
            expected,
            found,
        )

    def _compare(self, position: int, command: bytes) -> None:
        self._set_aside_until(position)
        kept = self._last == command
        while self._position == position:
            if self._command == command:
                kept = True
                self._position, self._command = next(self._rows, _END)
            else:
                self._set_aside()
        if not kept and len(self._unkept) < MOST_OF_ONE_CODE:
            self._unkept.append((position, command))

    def _set_aside_until(self, position: int) -> None:
        while self._position < position:
            self._set_aside()

    def _set_aside(self) -> None:
        """Remember a kept id that met no event, as far as anybody will read of it."""
        if len(self._unmet) < MOST_OF_ONE_CODE:
            self._unmet[self._command] = self._position
        self._position, self._command = next(self._rows, _END)
