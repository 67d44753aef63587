"""The follow-up of appeals: what became of them, by unit and by form; what fell, and why."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from cli.base import Desk, Moment, command, end_of, option, place_named, print_json
from cli.controllers import only_controllers
from cli.look import now
from cli.opener import Opener
from cli.paper import Grid, Lines, Paper, tell
from cli.render import instant, when
from cli.report import Day, period
from cli.report_mail import told_number
from cli.span import Period, between
from cli.words import coded, say

if TYPE_CHECKING:
    from domain.record import Recorded
    from domain.trajectory import Trajectory
    from projections.appeals import Fallen, Figure, Told


@command("appeals")
@period
@option("--centre", metavar="CODE", help="Only dossiers of this centre.")
@option("--as-known", type=Moment(), metavar="INSTANT", help="What had been recorded by then.")
def appeals(
    desk: Desk,
    since: Day | None,
    until: Day | None,
    centre: str | None,
    as_known: Day | None,
) -> None:
    """Follow appeals up: what became of them, by unit and by form, and the decisions that fell."""
    from projections.appeals import figures

    only_controllers(desk)
    at = end_of(as_known) or now()
    span = between(since, until, at)
    code = place_named(centre).code if centre else None
    told = _readable(desk, _of_centre(_told(desk, end_of(as_known)), code))
    brought = [one for one in told.appeals if span.since <= one.brought < span.until]
    fallen = [one for one in told.fallen if span.since <= one.at < span.until]
    shown = [_Fell(one, *_grounds(desk, one, end_of(as_known))) for one in fallen]
    counted = figures(brought)
    if desk.as_json:
        print_json(_document(counted, shown, span, code, at))
    else:
        tell(_paper(counted, shown, span, code, at))


def _told(desk: Desk, known: datetime | None) -> "Told":
    """Take the appeals as they are known, or as they were known before a moment."""
    from projections.appeals import APPEALS, all_of, of_histories

    if known is not None:
        return of_histories(_as_known(desk, known))
    with desk.office.reading(APPEALS) as connection:
        return all_of(connection)


def _as_known(desk: Desk, known: datetime) -> "Iterator[tuple[Trajectory, list[Recorded]]]":
    from domain.trajectory import replay

    for _, everything in desk.office.journal.dossiers():
        lines = [line for line in everything if line.recorded_at < known]
        state = replay(lines)
        if state is not None:
            yield state, lines


def _of_centre(told: "Told", centre: str | None) -> "Told":
    return told._replace(
        appeals=[one for one in told.appeals if centre in (None, one.centre)],
        fallen=[one for one in told.fallen if centre in (None, one.centre)],
    )


def _readable(desk: Desk, told: "Told") -> "Told":
    """Leave out what is in a dossier that is restricted now, and not for who is at the desk."""
    from cli.restricted import may_read
    from domain.trajectory import replay

    closed = {one.dossier for one in told.appeals if one.restricted}
    closed |= {one.dossier for one in told.fallen if one.restricted}
    states = [replay(desk.office.journal.history(one)) for one in sorted(closed)]
    hidden = {one.dossier for one in states if one and not may_read(desk, one)}
    return told._replace(
        appeals=[one for one in told.appeals if one.dossier not in hidden],
        fallen=[one for one in told.fallen if one.dossier not in hidden],
    )


class _Fell(NamedTuple):
    """A decision that fell; who annulled it, if anybody did, and the grounds as they were told."""

    decision: "Fallen"
    by: str | None
    grounds: str | None


def _grounds(desk: Desk, one: "Fallen", known: datetime | None) -> tuple[str | None, str | None]:
    """
    Find who annulled a decision, and open why, for who may see it.

    Of a restricted dossier the reading is recorded.
    """
    from cli.restricted import let_in
    from domain.events import DecisionAnnulled
    from domain.trajectory import chronicle, subject_of

    history = desk.office.journal.history(one.dossier)
    let_in(desk, history)
    lines = [line for line in history if known is None or line.recorded_at < known]
    for line in chronicle(lines):
        if isinstance(line.event, DecisionAnnulled) and line.occurred_at == one.at:
            opener = Opener(desk, one.dossier, subject_of(lines) or one.dossier)
            return str(line.event.annulled_by), opener.fields(line).get("reason")
    return None, None


# --- as a report ------------------------------------------------------------------------------


def _paper(
    figures: "list[Figure]", fallen: list[_Fell], span: Period, centre: str | None, at: datetime
) -> Paper:
    parts = [Grid(_titles()[by], _heads(), list(_rows(figures, by))) for by in _titles()]
    fell = Grid(
        say("decisions that fell, for the unit they came from"),
        (
            say("dossier"),
            say("round"),
            say("reference"),
            say("decision"),
            say("fate"),
            say("on"),
            say("by"),
            say("unit"),
            say("grounds"),
        ),
        [_fell_row(one) for one in fallen],
    )
    return Paper(
        title=say("follow-up of appeals {period}", period=span.told),
        under=(say("{centre}, as known {moment}", centre=centre or _every(), moment=when(at)),),
        parts=(*parts, fell, Lines(say("what the figures count"), _definitions())),
    )


def _every() -> str:
    return say("every centre")


def _titles() -> dict[str, str]:
    return {
        "all": say("all appeals"),
        "unit": say("by unit: centre, drafted as, decided as"),
        "decision": say("by form and kind of decision"),
        "appeal": say("by kind of appeal"),
    }


def _heads() -> tuple[str, ...]:
    """Name the columns, the outcomes in their order."""
    return (
        say("group"),
        say("appeals"),
        say("pending"),
        say("admitted late"),
        say("rejected"),
        say("withdrawn"),
        say("suspended"),
        say("annulled"),
    )


def _rows(figures: "Iterable[Figure]", by: str) -> Iterator[tuple[Any, ...]]:
    for one in figures:
        if one.by == by:
            counts = (one.appeals, *one.outcomes.values())
            yield (_group(one), *map(told_number, counts))


def _group(one: "Figure") -> str:
    match one.by, one.group:
        case "unit", (centre, drafted, taken):
            functions = [say(each) if each else "-" for each in (drafted, taken)]
            return f"{centre or '-'}, {' → '.join(functions)}"
        case "decision", (form, kind):
            named = coded("decision.kind", kind) if kind else "-"
            return f"{form or '-'}, {named}"
        case "appeal", (str(kind),):
            return say(kind)
    return say("all")


def _fell_row(one: _Fell) -> tuple[Any, ...]:
    decision = one.decision
    kind = coded("decision.kind", decision.decision) if decision.decision else ""
    unit = decision.unit
    functions = " → ".join(say(each) if each else "-" for each in (unit.drafted, unit.taken))
    return (
        decision.dossier,
        decision.round,
        decision.reference,
        ", ".join(part for part in (decision.form, kind) if part),
        say(decision.fate),
        when(decision.at),
        one.by and say(one.by),
        f"{unit.centre or '-'}, {functions}",
        one.grounds,
    )


def _definitions() -> list[str]:
    return [
        say(
            "an appeal counts once, in the period in which it was brought, with what became of it "
            "by the moment above"
        ),
        say(
            "pending: not decided; admitted: late and let in; suspended, annulled: granted, and "
            "the decision stands without force, or is gone"
        ),
        say(
            "unit: the centre of the dossier and the functions of who last drafted and who took "
            "the decision; none for appeals on asylum"
        ),
        say(
            "of the dossiers you may read; ‹5: fewer than five, or it would give such a number away"
        ),
    ]


# --- as JSON --------------------------------------------------------------------------------


def _document(
    figures: "list[Figure]", fallen: list[_Fell], span: Period, centre: str | None, at: datetime
) -> dict[str, Any]:
    return {
        "from": instant(span.since),
        "until": instant(span.until),
        "centre": centre,
        "as_known": instant(at),
        "definitions": _definitions(),
        "figures": [
            {"by": one.by, "group": list(one.group), "appeals": one.appeals, **one.outcomes}
            for one in figures
        ],
        "fallen": [_fallen_json(one) for one in fallen],
    }


def _fallen_json(one: _Fell) -> dict[str, Any]:
    decision = one.decision
    return {
        "dossier": decision.dossier,
        "round": decision.round,
        "reference": decision.reference,
        "form": decision.form,
        "kind": decision.decision,
        "fate": decision.fate,
        "at": instant(decision.at),
        "annulled_by": one.by,
        "unit": {
            "centre": decision.unit.centre,
            "drafted_as": decision.unit.drafted,
            "decided_as": decision.unit.taken,
        },
        "grounds": one.grounds,
    }
