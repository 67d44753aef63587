"""
The beds of each place: who takes one, who frees one, and how many are taken.

Each place has a stream of its own in the journal (``place:HOL``). A line of it is recorded
together with the act that took or freed the bed, and bears how many are taken from then
on: the last line is all one has to read. Only dossiers under the second version of the
procedure take beds; a register tells of no stay whose end it would have to know.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from domain import commands as c
from domain import events as e
from domain.authority import MAY, Actor, role_for
from domain.decide.places import Taken, taken_by
from domain.decide.transfer import leads_to
from domain.errors import BadInput, ConcurrentChange, NotAllowed
from domain.record import PLACE, Recorded
from domain.rules import RULE_SET, Place, place, places
from domain.trajectory import Trajectory, replay
from workflows.command_ids import new_command_id
from workflows.journal import Journal

Change = tuple[Trajectory | None, Trajectory]
"""A dossier before and after what is about to be recorded."""

PATIENCE = 1_000
"""How often somebody may come first at the same place before one gives up."""


class Occupation(NamedTuple):
    """A place with how many of its beds, or dwellings, are taken."""

    place: Place
    occupied: int

    @property
    def free(self) -> int:
        """How many more may be taken; none where more are taken than there are."""
        return max(0, self.place.places - self.occupied)


class Ledger:
    """What the places that one act concerns say last, each read once and only if asked for."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._last: dict[str, tuple[int, int]] = {}

    def free(self, state: Trajectory | None, command: c.Command) -> Mapping[str, int] | None:
        """Say how many places are free where a command leads; ``None`` if it leads nowhere."""
        code = leads_to(state, type(command).__name__, command)
        where = place(code) if code else None
        if where is None or where.code != code:
            return None
        return {code: Occupation(where, self._standing(code)[1]).free}

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
        """Return the others of the families, whose dwelling stays taken as long as one is there."""
        changing = {after.dossier for _, after in changes}
        others = [each for each in told if each.dossier not in changing]
        known = changing | {each.dossier for each in others}
        states = [state for change in changes for state in change if state is not None]
        read = dict.fromkeys(one for state in states for one in state.family.members)
        asked = [one for one in read if one not in known]
        histories = self._journal.recall(*asked) if asked else []
        found = (history.fold(replay) for history in histories)
        return [*others, *(state for state in found if state is not None)]

    def _moves(self, line: Recorded, before: set[Taken], after: set[Taken]) -> Iterator[Recorded]:
        codes = sorted({code for code, _ in before ^ after})
        more = {code: _count(after, code) - _count(before, code) for code in codes}
        for code in sorted(
            codes, key=lambda each: more[each]
        ):  # a bed is freed before one is taken
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


def only_beds_moved(journal: Journal, lines: Sequence[Recorded]) -> bool:
    """Tell whether others came first at a place alone, so that the act can be judged again."""
    moved = journal.overtaken(lines)
    return bool(moved) and all(stream.startswith(PLACE) for stream in moved)


def occupations(journal: Journal, code: str | None = None) -> list[Occupation]:
    """Say of a place, or of every place, how many beds are taken."""
    asked = [each for each in places() if code in (None, each.code)]
    return [Occupation(each, _standing(journal, each.code)[1]) for each in asked]


def count(journal: Journal, command: c.CountBeds, actor: Actor) -> Recorded:
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
    for _ in range(PATIENCE):
        now = journal.clock()
        line = Recorded(
            stream=PLACE + command.centre,
            version=_standing(journal, command.centre)[0] + 1,
            event=e.BedsCounted(occupied=command.occupied),
            occurred_at=now,
            recorded_at=now,
            account=actor.account,
            person=actor.person,
            role=role,
            command_id=new_command_id(),
            rule_set=RULE_SET,
            on_behalf_of=actor.on_behalf_of,
        )
        try:
            return journal.append([line])[0]
        except ConcurrentChange as first:
            overtaken = first
    raise overtaken
