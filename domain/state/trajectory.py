"""The state of one trajectory: what the rules need to know about a dossier."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from domain.lifecycle import REGISTER, HealthState, RoundState, Stage
from domain.lifecycle.iom import OPEN_IOM, STANDING_DECLARATION
from domain.lifecycle.stages import SECOND
from domain.values import AnnulledBy, AppealKind, InformationKind

if TYPE_CHECKING:
    from domain.state.access import Access
    from domain.state.admission import Inventory
    from domain.state.affairs import Affairs
    from domain.state.costs import Cost
    from domain.state.custody import Custody
    from domain.state.decision import Regularisation, Round
    from domain.state.ending import Ending
    from domain.state.exception import Alert, Override, Undecidable
    from domain.state.family import Family
    from domain.state.health import Examination, Health
    from domain.state.identification import Identification
    from domain.state.incidents import Incidents
    from domain.state.information import Hearing, LegalAid
    from domain.state.iom import IomFile
    from domain.state.measures import Coercion, Measures
    from domain.state.protection import Protection
    from domain.state.quality import Quality
    from domain.state.remedies import Appeal, Remaining
    from domain.state.removal import Removal
    from domain.state.standing import Standing
    from domain.state.transfer import Transfer
    from domain.values import Sex


class Trajectory:
    """
    What the rules need to know about a dossier, and nothing more.

    ``procedure`` is the version of the procedure it is under, since it was opened or since
    ``taken_over``. ``latest`` is when its last act was done; corrections are no acts.
    ``informed_at`` is when the last kind of information was first given. ``age`` is a code
    (adult, minor, disputed), on record since ``age_since``; ``identities`` are the sources
    that said who the resident is; ``coach`` is the person who follows the dossier. Compared
    by content; only the fold changes one, and only its own. As a tuple it would be copied
    for each line of a log, which takes longer than to fold the line.
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
    sex: Sex | None
    age: str | None
    age_since: datetime | None
    unaccompanied: bool | None
    identities: tuple[str, ...]
    aliases: int
    belongings: tuple[Inventory, ...]
    transfer: Transfer | None
    informed: frozenset[InformationKind]
    informed_at: datetime | None
    language: str | None
    told_at_requests: tuple[tuple[str, datetime], ...]
    hearings: tuple[Hearing, ...]
    counselled: tuple[datetime, ...]
    legal_aid: LegalAid | None
    vulnerabilities_seen: frozenset[str]
    vulnerabilities_found: frozenset[str]
    vulnerability_assessed: datetime | None
    rounds: tuple[Round, ...]
    regularisation: Regularisation | None
    appeals: tuple[Appeal, ...]
    interim: tuple[Standing, ...]
    remaining: Remaining | None
    protection: Protection
    identification: Identification | None
    iom: IomFile | None
    family: Family
    removal: Removal
    examination: Examination | None
    health: Health
    measures: Measures
    coercion: tuple[Coercion, ...]
    incidents: Incidents
    affairs: Affairs
    access: Access
    quality: Quality
    custody: Custody
    ending: Ending
    costs: tuple[Cost, ...]

    taken_over: datetime | None
    coach: str | None
    overrides: tuple[Override, ...]
    alerts: tuple[Alert, ...]
    undecidable: tuple[Undecidable, ...]

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
            taken_over=None,
            coach=None,
            overrides=(),
            alerts=(),
            undecidable=(),
            centre=None,
            sex=None,
            age=None,
            age_since=None,
            unaccompanied=None,
            identities=(),
            aliases=0,
            belongings=(),
            transfer=None,
            informed=frozenset(),
            informed_at=None,
            language=None,
            told_at_requests=(),
            hearings=(),
            counselled=(),
            legal_aid=None,
            vulnerabilities_seen=frozenset(),
            vulnerabilities_found=frozenset(),
            vulnerability_assessed=None,
            rounds=(),
            regularisation=None,
            appeals=(),
            interim=(),
            remaining=None,
            identification=None,
            iom=None,
            examination=None,
            coercion=(),
            costs=(),
        )

    def __getattr__(self, name: str) -> Any:
        """Find how a region begins in which nothing happened yet; its file is read only now."""
        return _beginning(name)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a trajectory is changed by what happens alone")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Trajectory):
            return False
        told = vars(self).keys() | vars(other).keys()
        return all(getattr(self, name) == getattr(other, name) for name in told)

    def __hash__(self) -> int:
        return hash((self.dossier, self.version, self.stage, self.latest))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"Trajectory({said})"

    def copy(self) -> Trajectory:
        """Return another one of the same content."""
        other = object.__new__(Trajectory)
        vars(other).update(vars(self))
        return other

    @property
    def centres(self) -> frozenset[str]:
        """The centre the resident is at, with the one on the way to."""
        moving = self.transfer is not None and self.transfer.under_way
        there = (self.centre, self.transfer.place if self.transfer and moving else None)
        return frozenset(filter(None, there))

    @property
    def is_minor(self) -> bool:
        """A minor, or whoever is taken for one until the doubt about an age is settled."""
        return self.family.makes_a_minor(self.age)

    @property
    def is_alone(self) -> bool:
        """A minor of whom it is on record that nobody with parental authority is there."""
        from domain.state.family import ADULT

        return self.unaccompanied is True and self.age != ADULT

    @property
    def information_complete(self) -> bool:
        """All seven kinds of information were given."""
        return len(self.informed) == _KINDS

    @property
    def round(self) -> Round | None:
        """The latest decision round."""
        return self.rounds[-1] if self.rounds else None

    @property
    def drafted(self) -> Round | None:
        """The decision round that stands ready to be decided."""
        latest = self.round
        return latest if latest and latest.state is RoundState.DRAFTED else None

    @property
    def decision(self) -> Round | None:
        """The latest decision in force."""
        for round_ in reversed(self.rounds):
            if round_.in_force:
                return round_
        return None

    def round_annulled(self, by: AnnulledBy, number: str | None = None) -> Round | None:
        """Return the round an annulment takes away: the one named, else the latest that stands."""
        from domain.state.orders import annullable

        named = annullable(self.rounds, by, number) if number is not None else []
        meant = named or annullable(self.rounds, by)
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
        return self.iom is not None and self.iom.state in OPEN_IOM

    @property
    def declared(self) -> bool:
        """
        A voluntary return declaration is signed and not withdrawn.

        Under the second version its signature is on record, as a booking alone is none, and
        was given in freedom: one given while kept apart does not stand, whenever that is told.
        """
        if self.iom is None or self.iom.state not in STANDING_DECLARATION:
            return False
        signed = self.iom.signed
        return self.procedure < SECOND or (signed is not None and not self.kept_apart_at(signed))

    def kept_apart_at(self, moment: datetime) -> bool:
        """Tell whether a measure, or what was done in a crisis, kept the resident apart then."""
        told = vars(self)
        crises, measures = told.get("affairs"), told.get("measures")
        return bool(
            (measures and measures.isolated_at(moment)) or (crises and crises.kept_apart_at(moment))
        )

    @property
    def health_state(self) -> HealthState:
        """All that is seen of the resident's health outside the medical service."""
        from domain.state.health import health_state

        return health_state(self.health, self.examination)

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


@cache
def _beginning(name: str) -> Any:
    if name not in _BEGIN_AS:
        raise AttributeError(f"a trajectory has no {name}")
    return getattr(import_module(f"domain.state.{name}"), _BEGIN_AS[name])()


_BEGIN_AS = {
    "protection": "Protection",
    "family": "Family",
    "removal": "Removal",
    "health": "Health",
    "measures": "Measures",
    "incidents": "Incidents",
    "affairs": "Affairs",
    "access": "Access",
    "quality": "Quality",
    "custody": "Custody",
    "ending": "Ending",
}
"""What a region begins as: the class in the file of its name."""

_KINDS = len(InformationKind)
