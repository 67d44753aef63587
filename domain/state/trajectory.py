"""The state of one trajectory: what the rules need to know about a dossier."""

from datetime import datetime

from domain.lifecycle import REGISTER, IomState, RoundState, Stage
from domain.state.decision import Round
from domain.state.health import Examination
from domain.state.iom import IomFile
from domain.state.remedies import Appeal
from domain.values import AnnulledBy, AppealKind, InformationKind


class Trajectory:
    """
    What the rules need to know about a dossier, and nothing more.

    ``procedure`` is the version of the procedure it is under. ``latest`` is when
    its last act was done; corrections are no acts. ``informed_at`` is when the last kind of
    information was first given. Compared by content; only the fold changes one, and only
    its own. As a tuple it would be copied for each line of a
    log, which takes longer than to fold the line.
    """

    dossier: str
    procedure: int
    version: int
    stage: Stage
    since: datetime
    opened: datetime
    latest: datetime
    resident: str
    centre: str | None
    informed: frozenset[InformationKind]
    informed_at: datetime | None
    language: str | None
    rounds: tuple[Round, ...]
    appeals: tuple[Appeal, ...]
    iom: IomFile | None
    examination: Examination | None

    def __init__(self, dossier: str, opened: datetime) -> None:
        vars(self).update(
            dossier=dossier,
            procedure=REGISTER,
            version=0,
            stage=Stage.ARRIVAL,
            since=opened,
            opened=opened,
            latest=opened,
            resident=dossier,
            centre=None,
            informed=frozenset(),
            informed_at=None,
            language=None,
            rounds=(),
            appeals=(),
            iom=None,
            examination=None,
        )

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a trajectory is changed by what happens alone")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Trajectory) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"Trajectory({said})"

    def copy(self) -> "Trajectory":
        """Return another one of the same content."""
        other = object.__new__(Trajectory)
        vars(other).update(vars(self))
        return other

    @property
    def information_complete(self) -> bool:
        """All seven kinds of information were given."""
        return len(self.informed) == _KINDS

    @property
    def round(self) -> Round | None:
        """The latest decision round."""
        return self.rounds[-1] if self.rounds else None

    @property
    def decision(self) -> Round | None:
        """The latest decision in force."""
        for round_ in reversed(self.rounds):
            if round_.in_force:
                return round_
        return None

    def round_annulled(self, by: AnnulledBy) -> Round | None:
        """
        Return the round an annulment takes away: the latest that was not.

        The Council annuls what was notified, even while another decision is drafted.
        """
        standing = [r for r in self.rounds if r.state is not RoundState.ANNULLED]
        notified = [r for r in standing if r.state is RoundState.NOTIFIED]
        meant = notified if by is AnnulledBy.COUNCIL and notified else standing
        return meant[-1] if meant else self.round

    @property
    def decision_in_force(self) -> bool:
        """Some notified decision is neither annulled nor suspended."""
        return self.decision is not None

    @property
    def no_decision_in_force(self) -> bool:
        """The opposite, as a name for the table."""
        return self.decision is None

    @property
    def iom_file_open(self) -> bool:
        """An IOM file runs."""
        return self.iom is not None and self.iom.state is not IomState.WITHDRAWN

    @property
    def declared(self) -> bool:
        """A voluntary return declaration is signed and not withdrawn."""
        return self.iom is not None and self.iom.state in (IomState.SIGNED, IomState.BOOKED)

    def appeal(self, reference: str | None, *, kind: AppealKind | None = None) -> int | None:
        """
        Find an open appeal: the one of that number, else the latest that may be meant.

        Returns its place, or ``None``. With ``kind`` one of another kind is not meant,
        unless it has that very number.
        """
        places = [
            place
            for place, appeal in enumerate(self.appeals)
            if appeal.open
            and (reference is None or appeal.reference in (None, reference))
            and (
                kind in (None, AppealKind.UNKNOWN, appeal.kind)
                or appeal.kind is AppealKind.UNKNOWN
                or (reference is not None and appeal.reference == reference)
            )
        ]
        exact = [place for place in places if self.appeals[place].reference == reference]
        found = exact or places
        return found[-1] if found else None


_KINDS = len(InformationKind)
