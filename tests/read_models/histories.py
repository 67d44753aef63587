"""Histories nobody would invent: any events in any order, typed in late, corrected afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dossier import (
    ANNULLED,
    ARRIVED,
    ASSISTANT_AS_OFFICER,
    DECLARED,
    DIRECTOR,
    DRAFTED,
    EDITED,
    GRANTED,
    HANDED_IN,
    IOM_OPENED,
    IOM_WITHDRAWN,
    NOT_RETURNED,
    OFFICER,
    REOPENED,
    STORY,
    TAKEN,
)
from given import Act
from hypothesis import strategies as st

from domain import events as e
from domain.record import Recorded
from domain.values import Sealed, with_sealed

DOSSIERS = ("HOL-2026-0042", "HOL-2026-0043", "HOL-2026-0044")
ACCOUNT = "staff:x.onbekend"
MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

_TOLD = (
    *STORY,
    ANNULLED,
    HANDED_IN,
    GRANTED,
    IOM_OPENED,
    DECLARED,
    IOM_WITHDRAWN,
    NOT_RETURNED,
    REOPENED,
    ARRIVED.but(centre="CAR"),
    TAKEN.by(ASSISTANT_AS_OFFICER),
    DRAFTED.by(OFFICER),
    EDITED.by(OFFICER._replace(on_behalf_of="n.bernard")),
)

# Few moments, so that acts often share one, and often come late.
_moments = st.integers(0, 12).map(lambda hours: MORNING + timedelta(hours=hours))

_values = {
    "occurred_at": _moments.map(datetime.isoformat) | st.just("the day before"),
    "centre": st.sampled_from(["MER", "CAR"]),
    "kinds": st.just(["brochure"]) | st.just("everything"),
    "form": st.sampled_from(["13quinquies", "13septies"]),
    "shoe_size": st.just(43),
}

# A correction may name a line that is still to come, another correction, or itself.
_corrections = st.sampled_from(sorted(_values)).flatmap(
    lambda field: st.builds(
        e.RecordCorrected,
        corrects=st.integers(1, 9),
        field=st.just(field),
        becomes=_values[field],
        reason=st.just(Sealed.of("read off the paper")),
    )
)
_acts = st.builds(
    replace, st.sampled_from(_TOLD), when=_moments, whole_day=st.booleans()
) | st.builds(Act, _corrections, st.just(DIRECTOR), _moments)
_tellings = st.lists(st.tuples(st.sampled_from((*DOSSIERS, ACCOUNT)), _acts), max_size=40)


def _lines(told: list[tuple[str, Act]]) -> list[Recorded]:
    """Number what is told of each stream, as the journal would."""
    versions: dict[str, int] = {}
    lines = []
    for position, (stream, act) in enumerate(told, start=1):
        versions[stream] = versions.get(stream, 0) + 1
        lines.append(
            Recorded(
                stream=stream,
                version=versions[stream],
                event=with_sealed(act.event, _as_stored),
                occurred_at=act.when,
                recorded_at=MORNING,
                account=act.who.account,
                person=act.who.person,
                role="coach",
                command_id=f"00000000-0000-4000-8000-{position:012}",
                rule_set="2026-01-01",
                whole_day=act.whole_day,
                on_behalf_of=act.who.on_behalf_of,
                position=position,
                log_index=position - 1,
            )
        )
    return lines


def _as_stored(name, category, _value) -> Sealed:
    return Sealed(token=f"s1.{category}.{name}")


histories = _tellings.map(_lines)
"""Lines of three dossiers and an account, in the order of recording."""
