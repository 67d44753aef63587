"""What may refuse a step of identification, and whether a travel document is valid."""

from collections.abc import Iterator
from datetime import date, datetime

from domain.decide.attempt import Attempt, Clocks, Due, Failing, Guards, Reasons, RestsOn
from domain.decide.refusals import right_ended
from domain.lifecycle import AsylumState, follows
from domain.lifecycle.identification import IDENTIFICATION
from domain.rules.calendar import brussels_day, end_of_day
from domain.rules.codes import Codes
from domain.state.identification import TravelDocument
from domain.state.protection import Application
from domain.trajectory import Trajectory, day_of


def in_identification_order(attempt: Attempt) -> Reasons:
    """IDE-02: an embassy is asked before it interviews, recognises, grants or refuses."""
    known = attempt.state.identification if attempt.state else None
    now = known.state if known else None
    passes, after = follows(IDENTIFICATION, now, attempt.act)
    if not passes:
        yield Failing(
            "IDE-02",
            "identification is {state}; this needs {after}",
            {"state": str(now or "unknown"), "after": after},
        )


def nothing_told_of_asylum(attempt: Attempt) -> Reasons:
    """
    IDE-01: no embassy hears of somebody who asks, or has, protection against its own country.

    To ask for a document, or to present somebody, already says that they are here.
    """
    applications = attempt.state.protection.applications if attempt.state else ()
    for application in applications:
        if _protects(application, latest=application is applications[-1]):
            yield Failing(
                "IDE-01",
                "an application for protection is {state}; the country of origin is told nothing",
                {"state": application.state},
            )


def _protects(application: Application, *, latest: bool) -> bool:
    """
    Tell an application that was granted, or is the latest and not refused for good.

    Where an officer ended the right to remain (art. 39/70), a removal may be prepared.
    """
    if application.state is AsylumState.GRANTED:
        return True
    open_yet = application.pending or application.state is AsylumState.REFUSED
    return latest and open_yet and not right_ended(application)


def country_exists(attempt: Attempt) -> Reasons:
    """COD-01: the two letters are those of a country."""
    from domain.rules.countries import is_country

    country = attempt.saying("country")
    if country is not None and not is_country(country):
        yield Failing("COD-01", "{country} is not the code of a country", {"country": country})


def days_exist(attempt: Attempt) -> Reasons:
    """IDE-03: the last day of a document is a day; of one just granted it has not passed."""
    said = attempt.saying("valid_until")
    if said is None:
        return
    last_day = day_of(said)
    if last_day is None:
        yield Failing("IDE-03", "{day} is not a day of the calendar", {"day": said})
    elif attempt.act == "GrantLaissezPasser" and last_day < brussels_day(attempt.context.at):
        yield Failing("IDE-03", "the document had run out on {last_day}", {"last_day": last_day})


def at_hand(attempt: Attempt) -> Reasons:
    """IDE-02: only a document on record can run out or be lost."""
    if attempt.state is None:
        return
    kinds = [document.kind for document in _at_hand(attempt.state)]
    kind = attempt.saying("kind")
    if not kinds or (kind is not None and kind not in kinds):
        yield Failing(
            "IDE-02",
            "no {document} is on record; there are: {known}",
            {
                "document": Codes.of("identification.document", kind),
                "known": Codes.of("identification.document", *kinds),
            },
        )


def valid_document(attempt: Attempt) -> Reasons:
    """IDE-03: a travel document is valid on the day of departure; what is not known blocks."""
    state = attempt.state
    if state is None:
        return
    documents = _at_hand(state)
    day = brussels_day(attempt.context.at)
    if any(document.valid_on(day) for document in documents):
        return
    if not documents:
        yield Failing("IDE-03", "no travel document is on record")
        return
    last = max(documents, key=lambda each: each.valid_until or date.min)
    if last.valid_until is None:
        yield Failing(
            "IDE-03",
            "it is not known until when the {document} is valid",
            {"document": Codes.of("identification.document", last.kind)},
        )
    else:
        yield Failing(
            "IDE-03",
            "the {document} was valid until {last_day}",
            {
                "document": Codes.of("identification.document", last.kind),
                "last_day": last.valid_until,
            },
        )


def _at_hand(state: Trajectory) -> tuple[TravelDocument, ...]:
    return state.identification.at_hand if state.identification else ()


GUARDS: Guards = {
    "RequestLaissezPasser": (country_exists, nothing_told_of_asylum, in_identification_order),
    "HoldEmbassyInterview": (nothing_told_of_asylum, in_identification_order),
    "RecogniseNationality": (in_identification_order,),
    "GrantLaissezPasser": (in_identification_order, days_exist),
    "RefuseLaissezPasser": (in_identification_order,),
    "RecordTravelDocument": (days_exist,),
    "ExpireTravelDocument": (at_hand,),
    "LoseTravelDocument": (at_hand,),
}


def _identified_so_far(state: Trajectory, attempt: Attempt) -> Iterator[datetime | None]:
    if state.identification and attempt.act != "RequestLaissezPasser":
        yield state.identification.since
    if attempt.act in ("RequestLaissezPasser", "HoldEmbassyInterview"):
        yield from (application.since for application in state.protection.applications)


RESTS_ON: RestsOn = dict.fromkeys(GUARDS.keys() - {"RecordTravelDocument"}, _identified_so_far)


def _document(state: Trajectory, _now: datetime) -> Iterator[Due]:
    """Say when the document that is valid longest runs out: at the end of its last day."""
    days = {each.valid_until: each.at for each in _at_hand(state) if each.valid_until}
    last = max(days, default=None)
    ends = end_of_day(last)
    if last is not None and ends is not None:
        yield Due("IDE-03", ends, "the travel document runs out", days[last])


CLOCKS: Clocks = (_document,)
