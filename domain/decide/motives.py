"""
What the control of motives asks of each serious measure, as far as no text is needed for it.

Which it is, who decided it, where its motives stand, by which rule somebody of the hierarchy
had to decide or to be told, whether that was done, and what runs out. Whether the motives are
enough and of this resident's own is for who may open them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from domain.decide.apart import BY_THE_DIRECTOR_GENERAL, LADDER, hours_in_all, placements, rung_for
from domain.decide.attempt import Due, Failing, local
from domain.decide.coercion import reported_by
from domain.decide.ladder import by_the_minister
from domain.decide.lengths import GROUNDS
from domain.decide.measures import ends_by, is_weighed
from domain.lifecycle import MAY, CoercionState, MeasureState
from domain.lifecycle.affairs import CrisisState
from domain.record import Recorded
from domain.rules import rule
from domain.rules.calendar import brussels_day, end_of_day, known, term_end
from domain.state.affairs import Crisis
from domain.state.custody import Title
from domain.state.measures import ISOLATION, Coercion, Measure
from domain.state.numbered import hours_after, numbered
from domain.state.quality import Examined
from domain.state.serious import COERCION, CRISIS, TITLE, WORDED, Serious, examined, serious
from domain.trajectory import Trajectory, chronicle, day_of, evolve, subject_of
from domain.values import Category, Function, Sealed, sealed_fields

NOT_ASKED, AS_ASKED, WAITS, NOT_ESCALATED = "not-asked", "as-asked", "waits", "not-escalated"
"""No rule asks for the hierarchy; it decided or was told; it is still to be told; it was not."""


def least_words() -> int:
    """MOT-01: say of how many words motives are at least (a parameter)."""
    return rule("MOT-01").length or 1


def least_alike() -> int:
    """MOT-02: say from how many percent on motives resemble those of another (a parameter)."""
    return rule("MOT-02").length or 100


class Place(NamedTuple):
    """
    Where motives stand: the line and its field, sealed under a category.

    ``bound`` is the version and field the text was sealed for: a correction's, if there was one.
    """

    version: int
    field: str
    category: Category
    sealed: Sealed
    bound: tuple[int, str]


class Asked(NamedTuple):
    """What a rule asks of the hierarchy about an act, and why that was not done, if it was not."""

    state: str = NOT_ASKED
    rule: str | None = None
    failing: Failing | None = None


class Act(NamedTuple):
    """
    A serious measure as the controller sees it.

    ``code`` is what it is, with the list the code is on; ``hours`` those of a measure, in all.
    ``subject`` is whose keys seal its motives, ``family`` the dossiers of the family.
    ``before`` is how the motives were found last, ``examined`` the same unless they are to be
    examined anew; ``finding`` the number of a finding on motives recorded since.
    """

    dossier: str
    serious: Serious
    line: Recorded
    centre: str | None
    code: tuple[str, str] | None
    hours: int | None
    subject: str
    family: frozenset[str]
    places: tuple[Place, ...]
    asked: Asked
    due: Due | None
    before: Examined | None
    examined: Examined | None
    finding: int | None

    @property
    def key(self) -> tuple[str, int]:
        """Name it: the dossier and the version of the act."""
        return self.dossier, self.serious.version


class Controlled(NamedTuple):
    """A dossier as it stands, and its serious measures, oldest first."""

    state: Trajectory
    acts: tuple[Act, ...]


class _Then(NamedTuple):
    """What was so of a dossier when something was done in it."""

    centre: str | None
    weighed: bool


class _Known(NamedTuple):
    """A dossier as its lines tell it now, and as it was at each of them."""

    state: Trajectory
    lines: Mapping[int, Recorded]
    then: Mapping[int, _Then]
    subject: str
    now: datetime


def controlled(history: Sequence[Recorded], now: datetime) -> Controlled | None:
    """Look at the serious measures of a dossier at a moment; ``None`` if nothing is recorded."""
    state: Trajectory | None = None
    lines: dict[int, Recorded] = {}
    then: dict[int, _Then] = {}
    for line in chronicle(history):
        state = evolve(state, line)
        lines[line.version] = line
        then[line.version] = _Then(state.centre, is_weighed(state))
    if state is None:
        return None
    seen = _Known(state, lines, then, subject_of(history) or state.dossier, now)
    acts = sorted((_act(seen, one) for one in serious(state)), key=_in_time)
    return Controlled(state, tuple(acts))


def _in_time(act: Act) -> tuple[datetime, int]:
    return act.line.occurred_at, act.serious.version


def _act(seen: _Known, one: Serious) -> Act:
    state, line = seen.state, seen.lines[one.version]
    before = next((each for each in state.quality.examined if each.act == one.version), None)
    code, hours, asked, due = _OF_KIND.get(one.kind, _measure)(seen, one)
    return Act(
        dossier=state.dossier,
        serious=one,
        line=line,
        centre=seen.then[one.version].centre,
        code=code,
        hours=hours,
        subject=seen.subject,
        family=frozenset(state.family.members),
        places=tuple(_places(seen.lines, one.sources)),
        asked=asked,
        due=due,
        before=before,
        examined=examined(state, one),
        finding=_finding(state, before),
    )


def _finding(state: Trajectory, before: Examined | None) -> int | None:
    """Find the number of the first finding on motives recorded since an examination."""
    for finding in state.quality.findings:
        found = finding.found
        if before and found and finding.kind == "motivation" and found.at >= before.by.at:
            return finding.number
    return None


def _places(lines: Mapping[int, Recorded], sources: Iterable[int]) -> Iterable[Place]:
    """Find where the motives stand; what was proposed again in other words no longer counts."""
    last = {type(lines[at].event).__name__: at for at in sources if at in lines}
    for at in last.values():
        event = lines[at].event
        for field, category in sealed_fields(type(event)).items():
            sealed = getattr(event, field)
            if field in WORDED and sealed is not None and type(event).__name__ in _GIVING:
                yield Place(at, field, category, sealed, sealed.place or (at, field))


_GIVING = {
    "MeasureProposed",
    "MeasureDecided",
    "MeasureProlonged",
    "HouseRuleChanged",
    "RestrictionProposed",
    "DetentionProposed",
    "ProlongationProposed",
    "CoercionReported",
    "CrisisMeasureTaken",
    "CrisisMeasureReported",
}
"""The acts that say why."""

_Judged = tuple[tuple[str, str] | None, int | None, Asked, Due | None]


# -- isolation and other measures -----------------------------------------------------------


def _measure(seen: _Known, one: Serious) -> _Judged:
    measure = numbered(seen.state.measures.every, one.number)
    if measure is None or one.hand not in measure.decided:
        return _restriction(seen, one)
    hours: int | None = getattr(seen.lines[one.version].event, "hours", None)
    code = ("measures.kind", measure.kind) if measure.kind else None
    asked = _of_isolation(seen, one, measure, hours) if one.kind == ISOLATION else Asked()
    return code, hours, asked, _measure_ends(seen, one, measure)


def _restriction(seen: _Known, one: Serious) -> _Judged:
    kept = next((r for r in seen.state.custody.restrictions if r.decided == one.hand), None)
    code = ("custody.restriction", kept.kind) if kept and kept.kind else None
    return code, None, Asked(), None


def _of_isolation(seen: _Known, one: Serious, measure: Measure, hours: int | None) -> Asked:
    """ISO-01 to ISO-03, MEA-07: who had to decide, and whether somebody did in time."""
    if hours is None or measure.began is None:
        return Asked()
    began, role = measure.began, seen.lines[one.version].role
    before = (each for each in placements(seen.state, but=measure.number) if each.begun <= began)
    in_all = hours_in_all(before, began, hours)
    rung = rung_for(in_all) or LADDER[-1]
    if in_all > rung.hours:
        beyond = Failing(
            rung.rule,
            "decided for {hours} hours in all, and nobody may decide more than {most}",
            {"hours": in_all, "most": rung.hours},
        )
        return Asked(NOT_ESCALATED, rung.rule, beyond)
    if role not in rung.deciders:
        below = LADDER[max(LADDER.index(rung) - 1, 0)].rule
        told = {"functions": role, "hours": in_all, "may": ", ".join(sorted(rung.deciders))}
        too_low = Failing(
            below, "decided as {functions} for {hours} hours in all; it was for {may}", told
        )
        return Asked(NOT_ESCALATED, below, too_low)
    above = BY_THE_DIRECTOR_GENERAL.deciders
    if seen.then[one.version].weighed and role not in above:
        weighed = Failing(
            "MEA-07",
            "decided as {functions}; it was for {may}",
            {"functions": role, "may": ", ".join(sorted(above))},
        )
        return Asked(NOT_ESCALATED, "MEA-07", weighed)
    return _in_time_decided(seen, one, measure._replace(hours=hours)) or Asked(AS_ASKED, rung.rule)


def _in_time_decided(seen: _Known, one: Serious, measure: Measure) -> Asked | None:
    """Say of an isolation that went on after its hours that nobody had decided that in time."""
    ends = measure.ends
    following = measure.decided[one.step :]
    over = following[0].at if following else measure.ended or seen.now
    if ends is None or over <= ends or one.hand.whole_day:
        return None
    quoted = ends_by(seen.state.measures.every, measure)
    told = {"ends": local(ends), "at": local(over)}
    late = Failing(
        quoted,
        "its hours ended on {ends}, and it went on until {at} without a decision"
        if following or measure.ended
        else "its hours ended on {ends}, and it was neither ended nor prolonged",
        told,
    )
    return Asked(NOT_ESCALATED, quoted, late)


def _measure_ends(seen: _Known, one: Serious, measure: Measure) -> Due | None:
    """ISO-01 to ISO-03, MEA-04: what was decided last of a measure that runs, runs out."""
    ends = measure.ends
    if measure.state is not MeasureState.RUNNING or one.step < len(measure.decided) or not ends:
        return None
    quoted = ends_by(seen.state.measures.every, measure)
    return Due(quoted, ends, "end the measure or prolong it", one.hand.at, is_duty=True)


# -- detention ------------------------------------------------------------------------------


def _title(seen: _Known, one: Serious) -> _Judged:
    title = numbered_title(seen.state.custody.titles, one.number)
    code = ("custody.ground", title.ground) if title.ground else None
    asked = _of_title(seen, one, title)
    return code, None, asked, _title_ends(one, title)


def numbered_title(titles: Sequence[Title], number: int) -> Title:
    """Find a title by its number: they are counted from one."""
    return titles[number - 1]


def _of_title(seen: _Known, one: Serious, title: Title) -> Asked:
    """DET-03, DET-04, DET-06: whom the law lets decide a title that goes on, or a prolongation."""
    prolonged = title.prolonged[one.step - 2] if one.step > 1 else None
    bounds, minister = GROUNDS.get(title.ground or "", _USUAL), frozenset({Function.MINISTER})
    if prolonged is not None and prolonged.public_order:
        return _decided_by(seen, one, bounds.exceptional or bounds.minister, minister)
    if any(each.at == one.hand.at for each in by_the_minister(seen.state.custody, title)):
        return _decided_by(seen, one, bounds.minister, minister)
    if prolonged is not None:
        return _decided_by(seen, one, bounds.prolonged, MAY["ProlongDetention"])
    return Asked()


_USUAL = GROUNDS["removal"]
"""What is asked of a title whose ground is not told, or is on the list no more."""


def _decided_by(seen: _Known, one: Serious, quoted: str, may: frozenset[Function]) -> Asked:
    role = seen.lines[one.version].role
    if role in may:
        return Asked(AS_ASKED, quoted)
    told = {"functions": role, "may": ", ".join(sorted(may))}
    below = Failing(quoted, "decided as {functions}; it was for {may}", told)
    return Asked(NOT_ESCALATED, quoted, below)


def _title_ends(one: Serious, title: Title) -> Due | None:
    """DET-01 and following: what was decided last of a title that runs, runs out."""
    at = end_of_day(day_of(title.ends))
    if not title.runs or one.step < len(title.prolonged) + 1 or at is None:
        return None
    quoted = GROUNDS[title.ground].rule if title.ground in GROUNDS else "DET-01"
    what = "prolong or release: the detention title ends"
    return Due(quoted, at, what, one.hand.at, is_duty=True)


# -- coercion -------------------------------------------------------------------------------


def _coercion(seen: _Known, one: Serious) -> _Judged:
    use = numbered(seen.state.coercion, one.number)
    occasion = getattr(seen.lines[one.version].event, "occasion", None)
    code = ("measures.occasion", occasion) if occasion else None
    if use is None or use.state is CoercionState.REVIEWED:
        return code, None, Asked(AS_ASKED, "MOT-03"), None
    if use.author is None:
        what = "file the report on the use of coercion"
        report = Due(reported_by(use), use.at, what, use.at, is_duty=True)
        return code, None, Asked(WAITS, "MOT-03"), report
    return code, None, *_to_be_reviewed(seen, use, use.author.at)


def _to_be_reviewed(seen: _Known, use: Coercion, reported: datetime) -> tuple[Asked, Due | None]:
    """MOT-03: somebody of the hierarchy reviews the report within days (a parameter)."""
    last = known(term_end, brussels_day(reported), rule("MOT-03"))
    at = end_of_day(last)
    if at is None:
        return Asked(WAITS, "MOT-03"), None
    due = Due("MOT-03", at, "review the report on the use of coercion", reported, is_duty=True)
    if seen.now < at:
        return Asked(WAITS, "MOT-03"), due
    late = Failing(
        "MOT-03",
        "nobody of the hierarchy had reviewed the report on coercion {n} by {day}",
        {"n": use.number, "day": last},
    )
    return Asked(NOT_ESCALATED, "MOT-03", late), due


# -- crises -----------------------------------------------------------------------------------


def _crisis(seen: _Known, one: Serious) -> _Judged:
    """AFF-03: who was kept apart in a crisis: the hierarchy is told within hours (a parameter)."""
    crisis = numbered(seen.state.affairs.crises, one.number)
    at = hours_after(one.hand.at, rule("AFF-03").length or 0)
    if crisis is None or crisis.state is CrisisState.REPORTED or at is None:
        return _crisis_code(crisis), crisis and crisis.hours, Asked(AS_ASKED, "AFF-03"), None
    due = Due("AFF-03", at, "report the crisis measure", one.hand.at, is_duty=True)
    asked = Asked(WAITS, "AFF-03")
    if seen.now >= at:
        late = Failing(
            "AFF-03",
            "crisis measure {n} was not reported to the hierarchy by {ends}",
            {"n": one.number, "ends": local(at)},
        )
        asked = Asked(NOT_ESCALATED, "AFF-03", late)
    return _crisis_code(crisis), crisis.hours, asked, due


def _crisis_code(crisis: Crisis | None) -> tuple[str, str] | None:
    return ("affairs.crisis", crisis.kind) if crisis and crisis.kind else None


_OF_KIND = {TITLE: _title, COERCION: _coercion, CRISIS: _crisis}
