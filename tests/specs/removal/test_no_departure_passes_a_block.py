"""
No departure passes a block: whatever is asked for, in whatever order, by whomever.

Dossiers are driven by every command there is, in turn and out of turn. Whenever an attempt or
a departure is accepted, a judge who reads the history alone, and knows no guard, looks for
what should have stopped it.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any, NamedTuple, get_args

import pytest
from dossier import ARRIVED, DOCTOR, FIT, HANDED_IN, LODGED, NOTIFIED, NUMBER, OFFICER
from everything import ORDERS
from examples import iom
from examples.decision import BAN_SERVED, BAN_TAKEN, BANNED
from examples.family import act, member
from examples.protection import ACCEPTED
from examples.removal import (
    ADMITTED,
    ANNOUNCED,
    BEFORE,
    DECIDED,
    DOCUMENT,
    FIT_TO_FLY,
    LEAVE,
    PLANNED,
    START,
    STATED,
    TICK,
    TO_PLAN,
    TO_PREPARED,
    TO_START,
    UNDER_WAY,
    instead,
    without,
)
from given import Act, brussels, lines, on_duty, there
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from domain import commands as c
from domain import events as e
from domain.authority import MAY
from domain.decide import Context, Refused, decide
from domain.lifecycle import AppealState, RoundState
from domain.rules import code_list
from domain.rules.calendar import brussels_day
from domain.trajectory import amend, chronicle, replay
from domain.values import AppealKind, DepartureMode, Means, Sealed, listed_fields

CERTIFICATE = timedelta(hours=72)
NOTICE = timedelta(hours=48)
FRESH = timedelta(minutes=60)
JUNE = date(2026, 6, 12)
LISTED = ("family-return-decision", "eu-stay-ended", "eu-stay-refused")
ENDS_A_STAY = ("stay-ended", "eu-stay-ended", "family-reunification-ended")
FREE = (
    *("2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-07-21"),
    *("2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25"),
)
REMOVING = ("return-decision", "family-return-decision", "refoulement", "dublin-transfer")
AMONG_OTHERS = ("house-rule-restriction", "phone-restriction", "visit-restriction")
IN_A_CRISIS = ("kept-apart", "room-closed", "other")
FORCED = (DepartureMode.REMOVAL_ESCORTED, DepartureMode.REMOVAL_UNESCORTED)


# -- the judge: reads what happened, asks no guard ----------------------------------------


class Judge:
    """Looks for what should have stopped a departure, in the history up to its moment."""

    def __init__(self, history, at, asked):
        recorded = lines(history, NUMBER)
        mode = getattr(asked, "mode", DepartureMode.REMOVAL_ESCORTED)
        consents = getattr(asked, "consents", None)
        self.departing = isinstance(asked, c.ConfirmDeparture)
        self.mode, self.evidence = mode, getattr(asked, "evidence", None)
        self.told: list[tuple[str, Any, datetime]] = [
            (type(line.event).__name__, line.event, line.occurred_at)
            for line in chronicle(recorded)
        ]
        self.state = there(replay(recorded))
        self.at, self.day = at, brussels_day(at)
        agrees = consents is True and (self.free() or self.stated())
        willing = mode is DepartureMode.VOLUNTARY_IOM or self.signed() or agrees
        self.willing = mode not in FORCED and consents is not False and willing

    def blocks(self) -> set[str]:
        """Name every block there is."""
        looked_for = (
            *(self.title, self.another_way, self.shown),
            *(self.remedies, self.terms, self.departure_period, self.asylum, self.refoulement),
            *(self.measures, self.fitness, self.documents, self.elsewhere, self.children),
        )
        removal = () if self.willing else (self.announcement,)
        return {found for look in (*looked_for, *removal) for found in look()}

    def last(self, *names):
        """Return the last event of these kinds with its name and moment."""
        found = [each for each in self.told if each[0] in names]
        return found[-1] if found else (None, None, None)

    def signed(self):
        name, _, when = self.last(
            *("VoluntaryDeclarationSigned", "IomFileOpened", "IomFileWithdrawn", "IomFileLapsed"),
            *("IomEligibilityRefused", "DepartureConfirmed"),
        )
        return name == "VoluntaryDeclarationSigned" and not self.apart(when)

    def apart(self, moment):
        """Tell whether she was kept from the others at a moment, under whatever name."""
        kinds = {each.number: each.kind for name, each, _ in self.told if name == "MeasureProposed"}
        since: dict[object, tuple[datetime, datetime | None]] = {}
        for name, event, at in self.told:
            if name == "MeasureDecided" and kinds.get(event.number) not in AMONG_OTHERS:
                since[event.number] = (at, None)
            elif name == "MeasureEnded" and event.number in since:
                since[event.number] = (since[event.number][0], at)
            elif name == "CrisisMeasureTaken" and event.kind in IN_A_CRISIS:
                over = at + timedelta(hours=event.hours or 24)
                since[name, event.number] = (at, over)
        return any(at <= moment and (over is None or moment < over) for at, over in since.values())

    def free(self):
        """Tell whether the last that is known of where she is, is that she was let go."""
        return self.last(*CUSTODY)[0] == "ResidentReleased"

    def stated(self):
        """Tell whether a statement that she agrees is on the check-list of this removal."""
        since = [at for at, each in enumerate(self.told) if each[0] in _LISTS_ANEW]
        told = self.told[since[-1] :] if since else []
        marks = [
            (getattr(event, "state", None), getattr(event, "statement", None))
            for name, event, _ in told
            if name in ("CheckListItemTicked", "CheckListItemUnticked")
            and event.item == "consent-statement"
        ]
        return bool(marks) and marks[-1] == ("done", "consent")

    def title(self) -> Iterator[str]:
        """A decision that removes, or a declaration: of those there are, and as they stand."""
        gone = {event.decision for name, event, _ in self.told if name == "DecisionAnnulled"}
        removing = [
            r
            for r in self.state.rounds
            if r.in_force and r.kind in REMOVING and r.reference not in gone - {None}
        ]
        if not removing and not self.willing:
            yield "no title to remove"
        elif removing and removing[-1].kind == "dublin-transfer" and not self.willing:
            yield from self.transfer()

    def transfer(self) -> Iterator[str]:
        """Look whether another State accepted, and until when."""
        name, event, when = self.last("DublinTransferAccepted", "DublinTermExtended")
        if name is None:
            yield "no State accepted"
            return
        half_a_year = brussels_day(when) + timedelta(days=184)
        if self.day > (date.fromisoformat(event.until) if event.until else half_a_year):
            yield "no longer responsible"

    def another_way(self) -> Iterator[str]:
        """While an attempt is open she leaves in that, or it is failed or cancelled first."""
        name, _, _ = self.last(
            *("RemovalScheduled", "AttemptFailed", "AttemptCancelled", "IomFileOpened"),
            "RemovalPrepared",
        )
        if self.departing and name == "RemovalScheduled" and self.mode not in FORCED:
            yield "another way than the attempt"

    def shown(self) -> Iterator[str]:
        if self.departing and not self.evidence:
            yield "nothing shows it"

    def remedies(self) -> Iterator[str]:
        for appeal in self.state.appeals:
            if appeal.open and self.suspends(appeal) and not self.gives_way(appeal):
                yield f"open {appeal.kind} appeal"

    def gives_way(self, appeal):
        """Tell an appeal that by the law until 11 June 2026 stops only who does not consent."""
        signed = self.signed() and self.willing
        ordinary = appeal.kind not in (AppealKind.EXTREME_URGENCY, AppealKind.UNKNOWN)
        notified = [there(r.notified).at for r in self.state.rounds if r.notified]
        told = [event.notified_on for name, event, _ in self.told if name == "AsylumDecided"]
        old = all(brussels_day(at) < JUNE for at in notified) and all(
            day and date.fromisoformat(day) < JUNE for day in told
        )
        later = any("inadmissible-later" in str(event) for _, event, _ in self.told)
        return signed and ordinary and old and not later and bool(notified or told)

    def suspends(self, appeal):
        if appeal.kind is AppealKind.ASYLUM:
            excepted = any(one.excepted for one in self.state.protection.applications)
            _, decision, _ = self.last("AsylumDecided")
            ordinary = decision is None or decision.outcome == "refused"
            return not excepted and (ordinary or not self.told_of("RequestToRemainRuled"))
        notified = [r for r in self.state.rounds if r.notified is not None]
        latest = [r for r in notified if r.number == appeal.round]
        before = [r for r in notified if r.number < appeal.round and r.in_force]
        against = latest if appeal.decision else latest + before
        return not latest or any(self.stopped(appeal, decision) for decision in against)

    def stopped(self, appeal, decision):
        """Say whether an appeal stops it all, were it against a decision."""
        told = brussels_day(decision.notified.at)
        if told >= JUNE or appeal.kind is AppealKind.UNKNOWN:
            return True
        in_time = brussels_day(appeal.brought or appeal.since) <= told + timedelta(days=5)
        urgent = appeal.kind is AppealKind.EXTREME_URGENCY
        return in_time and (urgent or decision.kind in LISTED)

    def told_of(self, name):
        return any(each[0] == name for each in self.told)

    def terms(self) -> Iterator[str]:
        for decision in self.state.rounds:
            notice = decision.notification
            if decision.state is not RoundState.NOTIFIED or decision.suspended or self.willing:
                continue
            if there(notice).remedies_stated is not True:
                if decision is self.latest_like(decision):
                    yield "remedies not stated"
            elif there(notice).means is Means.BY_HAND and not self.used(decision):
                told = brussels_day(there(decision.notified).at)
                days = 5 if self.is_second(decision) else 10
                if told < JUNE and self.day <= rolled(told + timedelta(days=days)):
                    yield "running term"

    def is_second(self, decision):
        """Tell a second measure by the record, whatever was said of it."""
        before = [r for r in self.state.rounds if r.number < decision.number]
        return decision.second_measure is True and any(r.kind in REMOVING for r in before)

    def latest_like(self, decision):
        same = [
            r
            for r in self.state.rounds
            if (r.form, r.kind) == (decision.form, decision.kind) and r.in_force
        ]
        return same[-1] if same else None

    def used(self, decision):
        return any(
            appeal.round == decision.number and appeal.state is not AppealState.WITHDRAWN
            for appeal in self.state.appeals
        )

    def departure_period(self) -> Iterator[str]:
        for decision in self.state.rounds:
            if decision.in_force and decision.kind in (None, "return-decision"):
                yield from () if self.willing else self.period_of(decision)

    def period_of(self, decision) -> Iterator[str]:
        """Look whether the period of one decision runs; of a defective one the desk is told."""
        notice, term = decision.notification, decision.term
        moved = decision.received_on is not None or decision.defects
        if moved or there(notice).means is not Means.BY_HAND:
            return
        days = 30 if term is None or term.days is None else term.days
        last = brussels_day(there(decision.notified).at) + timedelta(days=days if days else -1)
        if term is not None and term.until is not None:
            last = term.until
        if self.day <= last:
            yield "running departure period"

    def asylum(self) -> Iterator[str]:
        name, event, _ = self.last(
            "AsylumWishExpressed", "AsylumLodged", "AsylumDecided", "RightToRemainEnded"
        )
        if name in ("AsylumWishExpressed", "AsylumLodged"):
            yield "pending protection"
        if name == "AsylumDecided" and event.outcome in ("refugee", "subsidiary"):
            yield "protection granted"
        if name == "AsylumDecided" and not event.final and not self.willing:
            yield from self.letter(event)
        yield from self.standing("ProtectedStatusOpened", "ProtectedStatusEnded", "status")
        ended = any(each.kind in ENDS_A_STAY for each in self.state.rounds)
        if self.told_of("RegularisationGranted") and not ended:
            yield "right of residence"

    def letter(self, decision) -> Iterator[str]:
        """Look whether a refusal of asylum was notified at all, and after it was asked."""
        _, _, lodged = self.last("AsylumLodged")
        here = any(each.kind and each.kind.startswith("asylum") for each in self.state.rounds)
        final = self.told_of("AppealRejected") or self.told_of("RightToRemainEnded")
        told, again = decision.notified_on, self.told_of("NotificationRegularised")
        if decision.outcome == "withdrawn" or here or final or again or not lodged or not told:
            return
        if date.fromisoformat(told) < brussels_day(lodged):
            yield "asylum refused before it was asked"

    def refoulement(self) -> Iterator[str]:
        if self.last("RefoulementRiskFound", "RefoulementRiskLifted")[0] == "RefoulementRiskFound":
            yield "refoulement risk"
        name, event, _ = self.last("RefoulementAdviceGiven", "AdviceOverridden")
        if name == "RefoulementAdviceGiven" and event.risk:
            yield "advice of a risk"
        put_off = [event.until for name, event, _ in self.told if name == "RemovalPostponed"]
        until = max(map(date.fromisoformat, put_off), default=date.min)
        if self.day <= until and not self.willing and not self.signed():
            yield "postponed"

    def measures(self) -> Iterator[str]:
        yield from self.standing("InterimMeasureOrdered", "InterimMeasureLifted", "body")
        yield from self.standing("JudicialHoldPlaced", "JudicialHoldLifted", "authority")

    def standing(self, begins, ends, kind) -> Iterator[str]:
        """Say what began and nothing lifted: a lifting without a number lifts all of its kind."""
        for at, (name, event, _) in enumerate(self.told):
            if name != begins:
                continue
            after = [each for each in self.told[at:] if each[0] == ends]
            if all(getattr(lifted, kind) != getattr(event, kind) for _, lifted, _ in after):
                yield f"{begins} {getattr(event, kind)}"

    def fitness(self) -> Iterator[str]:
        name, _, when = self.last("FitToTravelCertified", "FitToTravelRefused")
        if name != "FitToTravelCertified" or self.at > when + CERTIFICATE:
            yield "no valid certificate"
        if self.last("MedicalObjectionRaised", "MedicalObjectionResolved")[0] == (
            "MedicalObjectionRaised"
        ):
            yield "open objection"

    def documents(self) -> Iterator[str]:
        if not any(self.serves(at) for at in range(len(self.told))):
            yield "no valid document"

    def serves(self, at):
        name, event, _ = self.told[at]
        if name not in ("TravelDocumentRecorded", "LaissezPasserGranted") or not event.valid_until:
            return False
        kind = event.kind if name == "TravelDocumentRecorded" else "laissez-passer"
        gone = any(
            later in ("TravelDocumentExpired", "TravelDocumentLost") and gone.kind == kind
            for later, gone, _ in self.told[at:]
        )
        return not gone and self.day <= date.fromisoformat(event.valid_until)

    def elsewhere(self) -> Iterator[str]:
        name, event, _ = self.last(*CUSTODY)
        if name == "ResidentMoved" and event.to in ("prison", "hospital"):
            yield f"in {event.to}"
        # What a title or a release says of her opens no prison: the prison lets her go.
        name, event, _ = self.last("ResidentMoved", "ResidentDischarged", "AbscondingEstablished")
        if name == "ResidentMoved" and event.to == "prison":
            yield "in prison"
        if name == "AbscondingEstablished":
            yield "absconded"

    def children(self) -> Iterator[str]:
        minor = self.state.age in ("minor", "disputed")
        family = self.state.family
        with_it = {*family.carers} - {*family.apart, FATHER}
        cared_for = self.told_of("GuardianHeard") and self.told_of("ReceptionGuaranteed")
        if minor and not with_it and not cared_for:
            yield "unaccompanied minor"

    def announcement(self) -> Iterator[str]:
        """Look at what a removal needs besides: notice, the monitor, a recent check."""
        planned = [at for at, each in enumerate(self.told) if each[0] == "RemovalScheduled"]
        since = self.told[planned[-1] :] if planned else []
        if not any(name == "MonitorInformed" for name, _, _ in since):
            yield "monitor not informed"
        told = [when for name, event, when in since if name == _ANNOUNCED and event.to_person]
        if not told:
            yield "not announced"
        elif self.leaving(since[0][1]) - told[0] < NOTICE and not self.told_of("OverrideAllowed"):
            yield "announced too late"
        looked = [when for name, _, when in since if name in _LOOKED]
        if self.departing and not (looked and self.at - looked[-1] <= FRESH):
            yield "checked too long ago"

    def leaving(self, plan):
        departs = datetime.fromisoformat(plan.departs)
        return min(departs, self.at) if self.departing else departs


_LISTS_ANEW = ("ResidentAdmitted", "RemovalPrepared", "AttemptFailed", "AttemptCancelled")
_ANNOUNCED, _LOOKED = "RemovalAnnounced", ("AttemptStarted", "ConditionsChecked")
CUSTODY = (
    *("ResidentMoved", "ResidentDischarged", "ResidentReleased", "ResidentFound"),
    *("AbscondingEstablished", "DetentionTitleIssued", "ResidentReceived", "TransferReceived"),
)


def rolled(day):
    """Move a last day that is free to the next working day, by a calendar of this test's own."""
    while day.weekday() > 4 or day.isoformat() in FREE:
        day += timedelta(days=1)
    return day


# -- dossiers, driven by everything there is -------------------------------------------------

BOOKED = (*iom.TRAVEL_BOOKED, DOCUMENT, FIT.at("2026-03-20 08:30"))
FREED = Act(e.ResidentReleased(reason="no-prospect"), OFFICER, brussels("2026-03-20 16:00"))
ON_HER_OWN = (*BEFORE, FREED, FIT.at("2026-03-24 08:30"))
FATHER = "TUB-2026-0043"
"""Whoever has him for a father has nobody: he is long gone."""

EARLY = "2026-03-03 15:00"
HE_WENT = member(
    FATHER, ADMITTED, act(e.NonReturnEstablished(reason="left-without-proof"), OFFICER, EARLY)
)
OF_HIS_FAMILY = act(
    e.FamilyLinked(family=NUMBER, role="child", members=(FATHER,), carers=(FATHER,)),
    OFFICER,
    EARLY,
)
LEFT_TO_NOBODY = (
    ADMITTED.but(age="minor"),
    OF_HIS_FAMILY,
    *(one for one in UNDER_WAY if one is not ADMITTED),
)
AGREEING = (*TO_PREPARED, STATED.but(statement="consent").at("2026-03-24 16:00"), FIT_TO_FLY)
"""Held, and on the check-list it says that she agrees."""

TRANSFERRED = tuple(
    sorted(
        (
            *(
                each.but(kind="dublin-transfer") if each in DECIDED[:2] else each
                for each in UNDER_WAY
                if each is not DECIDED[2]
            ),
            ACCEPTED,
        ),
        key=lambda one: one.when,
    )
)
"""She goes to the State that accepted to examine her application."""

_EARLIER = {"form": "13", "reference": "DEC-2026-00041"}
NO_DAYS = DECIDED[2].at("2026-03-05 10:30")
TWICE_ORDERED = tuple(
    sorted(
        (
            *UNDER_WAY,
            DECIDED[0].at("2026-03-05 09:00").but(**_EARLIER),
            DECIDED[1].at("2026-03-05 10:00").but(**_EARLIER),
            NO_DAYS,
            NOTIFIED.at("2026-03-05 11:00").but(reference="DEC-2026-00041"),
        ),
        key=lambda one: one.when,
    )
)
"""Two orders to leave are in force."""

BAN = (BANNED, BAN_TAKEN, BAN_SERVED)
ORDERED_AND_BANNED = tuple(sorted((*UNDER_WAY, *BAN), key=lambda one: one.when))

ALMOST_GONE = (
    *(UNDER_WAY, TO_START, BOOKED, ON_HER_OWN, LEFT_TO_NOBODY, AGREEING),
    *(TRANSFERRED, TWICE_ORDERED, ORDERED_AND_BANNED),
)
ON_THE_WAY = ((ADMITTED,), BEFORE, TO_PREPARED, TO_PLAN, PLANNED, iom.SIGNED)


def came_up(event, who=OFFICER):
    return Act(event, who, ARRIVED.when)


ASYLUM = Sealed(token="s1.asylum.r4mFh1S0cQ9a")  # noqa: S106 (a sealed text)
FOUND_LATER = (
    HANDED_IN,
    LODGED,
    HANDED_IN.but(kind=AppealKind.ASYLUM),
    came_up(e.AsylumWishExpressed(note=ASYLUM)),
    came_up(e.RefoulementRiskFound()),
    came_up(e.RefoulementAdviceGiven(risk=True)),
    came_up(e.RemovalPostponed(until="2026-04-15", reason="technical", informed="oral")),
    came_up(e.RegularisationGranted()),
    came_up(e.InterimMeasureOrdered(body="ecthr-rule-39")),
    came_up(e.JudicialHoldPlaced(authority="court")),
    came_up(e.ProtectedStatusOpened(status="statelessness")),
    came_up(e.FitToTravelRefused(), DOCTOR),
    came_up(e.MedicalObjectionRaised(), DOCTOR),
    came_up(e.TravelDocumentLost(kind="passport")),
    came_up(e.ResidentMoved(to="hospital")),
    came_up(e.ResidentMoved(to="prison")),
    came_up(e.DecisionAnnulled(annulled_by="council", decision="DEC-2026-00042")),
    came_up(e.NotificationDefectFound(defects=("never-arrived",))),
)
"""What nobody asked leave for: it happened, and was told of now or only later."""

OTHERWISE = (
    (ACCEPTED, ACCEPTED.but(until="2026-03-29")),
    (NO_DAYS, NO_DAYS.but(days=30, ground=None)),
    (BAN_TAKEN, BAN_TAKEN.but(kind="dublin-transfer")),
    (AGREEING[-2], AGREEING[-2].but(statement="refusal")),
    (AGREEING[-2], AGREEING[-2].but(statement=None)),
    (ADMITTED, ADMITTED.but(age="minor", unaccompanied=True)),
    (ADMITTED, ADMITTED.but(age="minor", unaccompanied=False)),
    (DECIDED[2], DECIDED[2].but(days=30, ground=None)),
    (NOTIFIED, NOTIFIED.but(remedies_stated=None)),
    (DECIDED[1], DECIDED[1].but(kind="entry-ban")),
    (NOTIFIED, NOTIFIED.at("2026-03-20 16:00")),
    (DOCUMENT, DOCUMENT.but(valid_until="2026-03-29")),
    (FIT_TO_FLY, FIT_TO_FLY.at("2026-03-27 08:30")),
    (ANNOUNCED, ANNOUNCED.at("2026-03-28 12:00")),
)
"""What might have gone another way."""


def varied(order: c.Command):
    """Vary an order: another code of each list, another member of each enum, yes for no."""
    listed = listed_fields(type(order))
    ways: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in type(order).model_fields.items():
        said = getattr(order, name)
        kind: Any = type(said)
        if name in listed and isinstance(said, str):
            ways[name] = st.sampled_from([said, *code_list(listed[name])])
        elif isinstance(said, bool):
            ways[name] = st.booleans()
        elif hasattr(kind, "__members__"):
            ways[name] = st.sampled_from(list(kind))
        elif bool in get_args(field.annotation):
            ways[name] = st.none() | st.booleans()
    return st.fixed_dictionaries(ways).map(lambda said: order.model_copy(update=said))


DEPARTURES = st.builds(
    lambda mode, consents: LEAVE.model_copy(update={"mode": mode, "consents": consents}),
    st.sampled_from(DepartureMode),
    st.sampled_from([None, True, False]),
)
WANTED = st.just(START) | DEPARTURES
STATEMENTS = st.sampled_from(["consent", "refusal"]).map(
    lambda statement: TICK.model_copy(update={"item": "consent-statement", "statement": statement})
)
ASKED = STATEMENTS | st.sampled_from(ORDERS) | st.sampled_from(ORDERS).flatmap(varied) | WANTED


class Tried(NamedTuple):
    """A start or departure that was asked for, of which history, and the rules that refused it."""

    asked: c.Command
    history: tuple[Act, ...]
    at: datetime
    against: frozenset[str]

    @property
    def blocks(self):
        """What the judge has against it."""
        return Judge(self.history, self.at, self.asked).blocks()


def gone_otherwise(history):
    """Tell a history as it might have been: with something left out, come up or gone otherwise."""
    yield history
    yield from (without(history, act) for act in history[2:])
    yield from (instead(history, *change) for change in OTHERWISE if change[0] in history)
    moments = (brussels("2026-03-17 15:30"), brussels("2026-03-19 12:00"), history[-1].when)
    for found in FOUND_LATER:
        yield from ((*history, Act(found.event, found.who, at)) for at in moments)


DISTURBED = [told for history in ALMOST_GONE for told in gone_otherwise(history)]


@st.composite
def tries(draw):
    """Drive a dossier through a few orders, then through one that begins or ends a removal."""
    history = list(draw(st.sampled_from([*DISTURBED, *ON_THE_WAY])))
    found = []
    for _ in range(draw(st.integers(0, 4))):
        found += put(history, draw(ASKED), draw)
    return found + put(history, draw(WANTED | fitting(history)), draw)


def fitting(history):
    """Ask for what would be next."""
    told = {type(act.event).__name__ for act in history}
    if "AttemptStarted" in told:
        return st.just(LEAVE)
    if "IomTravelBooked" in told:
        return st.just(WITH_IOM)
    return st.just(START if "RemovalScheduled" in told else BY_HERSELF)


WITH_IOM = LEAVE.model_copy(update={"mode": DepartureMode.VOLUNTARY_IOM, "consents": True})
BY_HERSELF = LEAVE.model_copy(update={"mode": DepartureMode.OTHER, "consents": True})


def put(history, asked, draw):
    """Put an order to a history; return how it went if it begins or ends a removal."""
    later = draw(st.sampled_from([0, 5, 30, 55, 61, 300, 4000]))
    who = on_duty(draw(st.sampled_from(sorted(MAY[type(asked).__name__]))))
    one, events = tried(tuple(history), asked, later, who)
    history += [Act(event, who, one.at) for event in events]
    return [one] if isinstance(asked, (c.ConfirmDeparture, c.StartAttempt)) else []


def tried(history, asked, later, who):
    """Ask for something so many minutes after the last act; tell how it went, and what follows."""
    at = max(act.when for act in history) + timedelta(minutes=later)
    recorded = lines(history, NUMBER)
    target = None
    if isinstance(asked, c.CorrectRecord):
        target = next((line for line in amend(recorded) if line.version == asked.corrects), None)
    try:
        context = Context(at, at, who, target=target, members=(HE_WENT,))
        events = decide(replay(recorded), asked, context)
    except Refused as refusal:
        rules = frozenset(failing.rule for failing in refusal.failures)
        return Tried(asked, history, at, rules), []
    return Tried(asked, history, at, frozenset()), events


driven = settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])


@for_all(tries())
@driven
def test_no_attempt_and_no_departure_passes_a_block(found):
    for one in found:
        if not one.against:
            assert one.blocks == set(), one.asked


# -- neither the judge nor the drivers sleep ------------------------------------------------

ORDERS_TO_GO = (START, LEAVE, WITH_IOM, BY_HERSELF)
RULES = (
    *("DEP-01", "APP-03", "APP-04a", "INF-04", "PRO-01", "POS-01", "POS-02", "POS-03", "ECH-01"),
    *(
        "EXE-06",
        "MED-01",
        "FAM-03",
        "IDE-03",
        "EXE-05",
        "DPT-07",
        "EXE-04",
        "CUS-04",
        "PRO-03",
        "PRO-04",
    ),
    *("DPT-01", "TIT-01", "DUB-01"),
    "PRO-07",
)


@pytest.fixture(scope="module")
def every_try():
    """Ask to begin and to go, of everybody about to leave, soon and late."""
    found = []
    for history in DISTURBED:
        for asked, later in product(ORDERS_TO_GO, (5, 55, 61, 4000)):
            who = on_duty(min(MAY[type(asked).__name__]))
            found.append(tried(history, asked, later, who)[0])
    return found


def test_of_everybody_about_to_leave_nobody_passes_a_block(every_try):
    for one in every_try:
        if not one.against:
            assert one.blocks == set(), one.asked


@pytest.mark.parametrize("rule", RULES)
def test_were_a_rule_not_there_a_block_would_be_passed_and_seen(rule, every_try):
    alone = (one for one in every_try if one.against == {rule})
    assert any(one.blocks for one in alone)


@pytest.mark.parametrize("asked", ORDERS_TO_GO, ids=["start", "removed", "with IOM", "herself"])
def test_some_do_leave(asked, every_try):
    assert any(one.asked is asked and not one.against for one in every_try)
