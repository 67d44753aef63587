"""How what stands until it is lifted begins and ends: an interim measure, a hold, a status."""

from __future__ import annotations

from domain.record import Recorded
from domain.state.standing import Standing, meant
from domain.trajectory.changes import changed

Several = tuple[Standing, ...]


def with_begun(
    several: Several, line: Recorded, kind: str, reference: str | None = None
) -> Several:
    """Add one that stands from now on; told of again, it stands as it did."""
    again = [one for one in meant(several, kind, reference) if one.reference == reference]
    return several if again else (*several, Standing(kind, reference, line.occurred_at))


def with_lifted(
    several: Several, line: Recorded, kind: str, reference: str | None = None
) -> Several:
    """Lift the latest that may be meant; of one that was never told of, know that it was lifted."""
    fitting = meant(several, kind, reference)
    if not fitting:
        return (*several, Standing(kind, reference, None, line.occurred_at))
    return tuple(
        changed(one, {"lifted": line.occurred_at}) if one is fitting[-1] else one for one in several
    )
