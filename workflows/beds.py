"""
The beds of each place: who takes one, who frees one, and how many are taken.

Each place has a stream of its own in the journal (``place:HOL``). A line of it is recorded
together with the act that took or freed the bed, and bears how many are taken from then
on: the last line is all one has to read. Only dossiers under the second version of the
procedure take beds; a register tells of no stay whose end it would have to know.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from domain import commands as c
from domain import events as e
from domain.authority import MAY, Actor, role_for
from domain.decide.places import Taken, dwelling, leads_to, taken_by
from domain.errors import BadInput, ConcurrentChange, NotAllowed
from domain.record import PLACE, Recorded
from domain.rules import Place, place, places
from domain.trajectory import Trajectory, replay
from workflows import beside
from workflows.journal import Journal
from workflows.members import version_of

Change = tuple[Trajectory | None, Trajectory]
"""A dossier before and after what is about to be recorded."""

Told = TypeVar("Told")


class Ready(NamedTuple, Generic[Told]):
    """An act that was judged: the lines it leads to, and what records them."""

    lines: Sequence[Recorded]
    record: Callable[[], Told]


class Occupation(NamedTuple):
    """A place with how many of its beds, or dwellings, are taken."""

    place: Place
    occupied: int

    @property
    def free(self) -> int:
        """How many more may be taken; none where more are taken than there are."""
        return max(0, self.place.places - self.occupied)


class Ledger:
    """
    What the places that one act concerns say last, each read once and only if asked for.

    ``looked_at`` are the dossiers it read on the way, with the version each stood at: what it
    writes down holds only while they stand there.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._last: dict[str, tuple[int, int]] = {}
        self.looked_at: dict[str, int] = {}

    def free(
        self, state: Trajectory | None, command: c.Command, others: Iterable[Trajectory] = ()
    ) -> Mapping[str, int] | None:
        """
        Say how many places are free where a command leads; ``None`` if it leads nowhere.

        ``others`` are dossiers as they become by the same act: a dwelling that one of a family
        takes by it is free to the rest of them.
        """
        code = leads_to(state, type(command).__name__, command)
        where = place(code) if code else None
        if where is None or where.code != code:
            return None
        free = Occupation(where, self._standing(code)[1]).free
        family = state.family.id if state is not None else None
        if family is not None and not free:
            free = int(dwelling(code, family) in taken_by(others))
        return {code: free}

    def lines(
        self, line: Recorded, changes: Sequence[Change], others: Iterable[Trajectory] = ()
    ) -> list[Recorded]:
        """
        Write down which beds what is about to be recorded takes and frees.

        ``line`` is the act itself; ``others`` are dossiers it leaves as they are, told where
        they are not as the journal has them.
        """
        before = taken_by(was for was, _ in changes)
        after = taken_by(now for _, now in changes)
        if before == after:
            return []
        staying = taken_by(self._family_of(changes, others))
        return list(self._moves(line, before | staying, after | staying))

    def _family_of(self, changes: Sequence[Change], told: Iterable[Trajectory]) -> list[Trajectory]:
        """
        Return the others of the families, whose dwelling stays taken as long as one is there.

        Those too whom only another member knows: who came later is not told to the dossiers
        of members whose trajectory has ended.
        """
        changing = {after.dossier for _, after in changes}
        others = {each.dossier: each for each in told if each.dossier not in changing}
        seen = changing | set(others)
        asked = _members(state for change in changes for state in change) - seen
        asked |= _members(others.values()) - seen
        while asked:
            found = self._look_at(sorted(asked))
            others |= {state.dossier: state for state in found}
            seen |= asked
            asked = _members(found) - seen
        return list(others.values())

    def _look_at(self, dossiers: Sequence[str]) -> list[Trajectory]:
        histories = self._journal.recall(*dossiers)
        versions = map(version_of, histories)
        self.looked_at |= dict(zip(dossiers, versions, strict=True))
        states = (history.fold(replay) for history in histories)
        return [state for state in states if state is not None]

    def _moves(self, line: Recorded, before: set[Taken], after: set[Taken]) -> Iterator[Recorded]:
        codes = sorted({code for code, _ in before ^ after})
        more = {code: _count(after, code) - _count(before, code) for code in codes}
        for code in sorted(codes, key=more.__getitem__):  # a bed is freed before one is taken
            for _ in range(abs(more[code])):
                yield self._move(line, code, 1 if more[code] > 0 else -1)

    def _move(self, line: Recorded, code: str, by: int) -> Recorded:
        version, occupied = self._standing(code)
        version, occupied = self._last[code] = version + 1, max(0, occupied + by)
        kind = e.BedTaken if by > 0 else e.BedFreed
        event = kind(dossier=line.stream, occupied=occupied)
        return line._replace(stream=PLACE + code, version=version, event=event)

    def _standing(self, code: str) -> tuple[int, int]:
        """Return the version a place stands at, and how many beds are taken."""
        if code not in self._last:
            self._last[code] = _standing(self._journal, code)
        return self._last[code]


def _count(taken: set[Taken], code: str) -> int:
    return sum(where == code for where, _ in taken)


def _standing(journal: Journal, code: str) -> tuple[int, int]:
    last = journal.last(PLACE + code)
    return (0, 0) if last is None else (last.version, _occupied(last))


def _occupied(line: Recorded) -> int:
    match line.event:
        case e.BedTaken() | e.BedFreed() | e.BedsCounted() as told:
            return told.occupied
    return 0


def _members(states: Iterable[Trajectory | None]) -> set[str]:
    return {one for state in states if state is not None for one in state.family.members}


def record_in_turn(
    journal: Journal, judge: Callable[[], Ready[Told]], answered: Callable[[], Told | None]
) -> Told:
    """
    Judge an act and record it; judge it again where others came first at a place alone.

    Two who want the last bed want the same line of its ledger: the later of them is judged
    by the beds as they are then. ``answered`` finds what the same order led to before. Raises
    :class:`ConcurrentChange` where a dossier changed meanwhile, and when others came first at
    the place again and again.
    """
    if (before := answered()) is not None:
        return before
    where: list[str] = []
    for _ in range(beside.PATIENCE):
        ready = judge()
        try:
            return ready.record()
        except ConcurrentChange:
            if (before := answered()) is not None:
                return before
            if not (where := _places_overtaken(journal, ready.lines)):
                raise
    raise beside.outrun(", ".join(where))


def _places_overtaken(journal: Journal, lines: Sequence[Recorded]) -> list[str]:
    """Name the places where others came first; none if they did elsewhere too, or only there."""
    moved = sorted(journal.overtaken(lines))
    only_places = all(stream.startswith(PLACE) for stream in moved)
    return [stream.removeprefix(PLACE) for stream in moved] if only_places else []


def occupations(journal: Journal, code: str | None = None) -> list[Occupation]:
    """Say of a place, or of every place, how many beds are taken."""
    asked = [each for each in places() if code in (None, each.code)]
    return [Occupation(each, _standing(journal, each.code)[1]) for each in asked]


def count(journal: Journal, command: "c.CountBeds", actor: Actor) -> Recorded:
    """
    Record how many beds are taken, as counted at the place; who comes first there is no matter.

    Raises :class:`NotAllowed` for who may not count, :class:`BadInput` for no place of the list.
    """
    role = role_for(actor, "CountBeds")
    if role is None:
        raise NotAllowed(
            "AUT-02: {account} may not count the beds of a place; this is for {may}",
            account=actor.account,
            may=", ".join(sorted(MAY["CountBeds"])),
        )
    where = place(command.centre)
    if where is None or where.code != command.centre:
        raise BadInput("{centre} is not on the list of places", centre=command.centre)
    event = e.BedsCounted(occupied=command.occupied)
    return beside.keep(journal, PLACE + command.centre, event, actor, role)
