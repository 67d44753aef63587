"""
What follows from a decision: one order for each command, and a round of the second procedure.

The resident of the example dossier, under procedure 2: an order to leave is drafted, taken,
given seven days and handed over on Friday 13 March 2026.
"""

from dossier import (
    ASSISTANT,
    ATTACHE,
    COACH,
    DRAFT,
    DRAFTED,
    INFORMED,
    NOTIFIED,
    NOTIFY,
    NUMBER,
    OFFICER,
    SECOND_OFFICER,
    TAKE,
    TAKEN,
)
from examples.information import ADMITTED, HEARD
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.values import Acknowledgement, Function, Means, Sealed

DELEGATE = Actor("m.hermans", "P-018", frozenset({Function.MINISTER_DELEGATE}))


def _act(event: e.DossierEvent, who: Actor, when: str) -> Act:
    return Act(event, who, brussels(when))


WEIGHED = ("best-interest", "family-life", "health")

TO_LEAVE = DRAFTED.but(kind="return-decision", articles=("7-1-1", "74/14-1"), second_measure=False)
DECIDED = TAKEN.but(
    kind="return-decision",
    articles=("7-1-1", "74/14-1"),
    second_measure=False,
    considered=WEIGHED,
)
SEVEN_DAYS = _act(
    e.DepartureTermSet(days=7, short_stay=True, motives=Sealed.of("never had a right to stay")),
    OFFICER,
    "2026-03-11 10:30",
)
HANDED_OVER = NOTIFIED.but(
    notifier="centre-director",
    copy_handed_over=True,
    translation_stated=True,
    contact_stated=True,
)

READY = (ADMITTED, INFORMED, HEARD, TO_LEAVE)
TO_NOTIFY = (*READY, DECIDED, SEVEN_DAYS)
SERVED = (*TO_NOTIFY, HANDED_OVER)
"""Seven days from 13 March: Friday 20 March is the last one."""

ALERTED = _act(e.ReturnAlertEntered(alert="SIS-2026-991"), ASSISTANT, "2026-03-13 11:00")
DEFECT_FOUND = _act(
    e.NotificationDefectFound(defects=("wrong-notifier",)), OFFICER, "2026-03-16 09:00"
)
PUT_RIGHT = _act(
    e.NotificationRegularised(
        means=Means.BY_HAND,
        language="fa",
        notifier="centre-director",
        remedies_stated=True,
        acknowledgement=Acknowledgement.SIGNED,
        copy_handed_over=True,
        translation_stated=True,
        contact_stated=True,
    ),
    ATTACHE,
    "2026-03-18 10:00",
)
MORE_ASKED = _act(
    e.DepartureTermExtensionRequested(
        ground="children-at-school", proof=Sealed.of("certificate of the school in Leuven")
    ),
    COACH,
    "2026-03-16 10:00",
)
MORE_GIVEN = _act(
    e.DepartureTermExtended(
        until="2026-04-02",
        informed_in_writing=True,
        motives=Sealed.of("the end of the school term"),
    ),
    SECOND_OFFICER,
    "2026-03-17 10:00",
)
RISK_SEEN = _act(
    e.DepartureRiskReported(risk="absconding", explanation=Sealed.of("packed, left by the window")),
    COACH,
    "2026-03-16 10:00",
)
CUT_SHORT = _act(
    e.DepartureTermShortened(
        risk="absconding", motives=Sealed.of("left once without a word, gave a false address")
    ),
    SECOND_OFFICER,
    "2026-03-17 10:00",
)
PROPOSED = _act(
    e.RegularisationProposed(ground="family", motives=Sealed.of("a child of Belgian nationality")),
    COACH,
    "2026-03-16 10:00",
)

_BAN = {
    "kind": "entry-ban",
    "form": "13sexies",
    "reference": "DEC-2026-00043",
    "articles": ("74/11-1",),
    "ban_ground": "no-period",
    "ban_years": 3,
}
BANNED = TO_LEAVE.at("2026-03-16 09:00").but(**_BAN)
BAN_TAKEN = DECIDED.at("2026-03-16 15:00").but(**_BAN)
BAN_SERVED = HANDED_OVER.at("2026-03-17 09:00").but(reference="DEC-2026-00043")

DRAFT_TO_LEAVE = DRAFT.model_copy(
    update={
        "kind": "return-decision",
        "articles": ("7-1-1", "74/14-1"),
        "second_measure": False,
    }
)
TAKE_WEIGHED = TAKE.model_copy(update={"considered": WEIGHED})
NOTIFY_IN_FORM = NOTIFY.model_copy(
    update={
        "notifier": "centre-director",
        "copy_handed_over": True,
        "translation_stated": True,
        "contact_stated": True,
    }
)

ALERT = c.EnterReturnAlert(dossier=NUMBER, alert="SIS-2026-991")
FIND_DEFECT = c.FindNotificationDefect(dossier=NUMBER, defects=("wrong-notifier",))
PUT_IT_RIGHT = c.RegulariseNotification(
    dossier=NUMBER,
    means=Means.BY_HAND,
    language="fa",
    notifier="centre-director",
    remedies_stated=True,
    acknowledgement=Acknowledgement.SIGNED,
    copy_handed_over=True,
    translation_stated=True,
    contact_stated=True,
)
REBUT = c.RebutNotification(
    dossier=NUMBER, received_on="2026-03-19", proof=Sealed.of("stamp of the post office")
)
SET_TERM = c.SetDepartureTerm(
    dossier=NUMBER, days=7, short_stay=True, motives=Sealed.of("never had a right to stay")
)
ASK_MORE = c.RequestTermExtension(
    dossier=NUMBER,
    ground="children-at-school",
    proof=Sealed.of("certificate of the school in Leuven"),
)
GIVE_MORE = c.ExtendDepartureTerm(
    dossier=NUMBER,
    until="2026-04-02",
    informed_in_writing=True,
    motives=Sealed.of("the end of the school term"),
)
REPORT_RISK = c.ReportDepartureRisk(
    dossier=NUMBER, risk="absconding", explanation=Sealed.of("packed, left by the window")
)
CUT = c.ShortenDepartureTerm(
    dossier=NUMBER,
    risk="absconding",
    motives=Sealed.of("left once without a word, gave a false address"),
)
ASK_LIFT = c.RequestBanLift(dossier=NUMBER, ground="humanitarian", reference="REQ-2026-5")
PROPOSE = c.ProposeRegularisation(
    dossier=NUMBER, ground="family", motives=Sealed.of("a child of Belgian nationality")
)
GRANT_STAY = c.GrantRegularisation(dossier=NUMBER, reference="REG-2026-9")
REFUSE_STAY = c.RefuseRegularisation(
    dossier=NUMBER, motives=Sealed.of("the child lives with the other parent")
)

ORDERS: tuple[c.Command, ...] = (
    ALERT,
    FIND_DEFECT,
    PUT_IT_RIGHT,
    REBUT,
    SET_TERM,
    ASK_MORE,
    GIVE_MORE,
    REPORT_RISK,
    CUT,
    ASK_LIFT,
    PROPOSE,
    GRANT_STAY,
    REFUSE_STAY,
)
