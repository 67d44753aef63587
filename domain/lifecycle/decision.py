"""
The decision round: drafted, edited, taken, notified, annulled; and what follows from a decision.

``KINDS`` says what each kind of decision brings with it. A kind that is not in it, or not
said, is taken for the one that protects the resident most.
"""

from enum import StrEnum
from typing import NamedTuple

from domain.lifecycle.stages import NOTIFIED, RUNNING, SECOND, Course, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, OFFICERS, PREPARERS, F, May

_STANDING = (Stage.INFORMATION, *NOTIFIED)
_OVER = (Stage.DEPARTED, Stage.NOT_RETURNED)

STEPS = (
    Step("DraftDecision", "DecisionDrafted", RUNNING),
    Step("EditDraft", "DecisionDraftEdited", RUNNING),
    Step("TakeDecision", "DecisionTaken", RUNNING),
    Step("NotifyDecision", "DecisionNotified", (Stage.INFORMATION,), Stage.DECISION_NOTIFIED),
    Step("NotifyDecision", "DecisionNotified", NOTIFIED),
    Step(
        "AnnulDecision",
        "DecisionAnnulled",
        (Stage.DECISION_NOTIFIED, Stage.REMOVAL_PREPARED, Stage.DEPARTURE_PLANNED),
        Stage.INFORMATION,
        "no_decision_in_force",
    ),
    Step("AnnulDecision", "DecisionAnnulled", RUNNING),
    # The Council goes on after the resident has left; what it annuls was never in force.
    Step("AnnulDecision", "DecisionAnnulled", _OVER, since=SECOND),
    Step("EnterReturnAlert", "ReturnAlertEntered", RUNNING, since=SECOND),
    Step("FindNotificationDefect", "NotificationDefectFound", RUNNING, since=SECOND),
    Step("RegulariseNotification", "NotificationRegularised", RUNNING, since=SECOND),
    Step("RebutNotification", "NotificationRebutted", RUNNING, since=SECOND),
    Step("SetDepartureTerm", "DepartureTermSet", RUNNING, since=SECOND),
    Step("RequestTermExtension", "DepartureTermExtensionRequested", RUNNING, since=SECOND),
    Step("ExtendDepartureTerm", "DepartureTermExtended", RUNNING, since=SECOND),
    Step("ReportDepartureRisk", "DepartureRiskReported", RUNNING, since=SECOND),
    Step("ShortenDepartureTerm", "DepartureTermShortened", RUNNING, since=SECOND),
    Step("RequestBanLift", "EntryBanLiftRequested", RUNNING, since=SECOND),
    Step("ProposeRegularisation", "RegularisationProposed", RUNNING, since=SECOND),
    Step("GrantRegularisation", "RegularisationGranted", RUNNING, since=SECOND),
    Step("RefuseRegularisation", "RegularisationRefused", RUNNING, since=SECOND),
)

LATE_FROM_2 = (
    "AnnulDecision",
    "FindNotificationDefect",
    "RebutNotification",
    "ProposeRegularisation",
    "GrantRegularisation",
)
"""What happened before the end, and shows that an act fell inside a block: told late too."""

_NOTIFIERS = COACHES | DIRECTOR | {F.MIGRATION_OFFICER}

MAY: May = {
    "DraftDecision": PREPARERS,
    "EditDraft": PREPARERS,
    "TakeDecision": OFFICERS,
    "NotifyDecision": _NOTIFIERS,
    "AnnulDecision": OFFICERS,
    "EnterReturnAlert": PREPARERS,
    # A defect protects the resident: the quality controller finds one too.
    "FindNotificationDefect": COACHES
    | DIRECTOR
    | OFFICERS
    | {F.MIGRATION_ASSISTANT, F.QUALITY_CONTROLLER},
    "RegulariseNotification": _NOTIFIERS,
    "RebutNotification": COACHES | DIRECTOR | {F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER},
    "SetDepartureTerm": OFFICERS,
    "RequestTermExtension": PREPARERS | DIRECTOR,
    "ExtendDepartureTerm": OFFICERS,
    "ReportDepartureRisk": PREPARERS | DIRECTOR,
    "ShortenDepartureTerm": OFFICERS,
    "RequestBanLift": PREPARERS | DIRECTOR,
    "ProposeRegularisation": PREPARERS | DIRECTOR,
    "GrantRegularisation": OFFICERS,
    "RefuseRegularisation": OFFICERS,
}


class RoundState(StrEnum):
    """How far a decision round is."""

    DRAFTED = "drafted"
    TAKEN = "taken"
    NOTIFIED = "notified"
    ANNULLED = "annulled"


_R = RoundState

ROUND = (
    Course("DecisionDrafted", (None, _R.NOTIFIED, _R.ANNULLED), _R.DRAFTED),
    Course("DecisionDraftEdited", (_R.DRAFTED,), _R.DRAFTED),
    Course("DecisionTaken", (_R.DRAFTED,), _R.TAKEN),
    Course("DecisionNotified", (_R.TAKEN,), _R.NOTIFIED),
    Course("DecisionAnnulled", (_R.DRAFTED, _R.TAKEN, _R.NOTIFIED), _R.ANNULLED),
)


class RegularisationState(StrEnum):
    """How far a proposal to regularise is."""

    PROPOSED = "proposed"
    GRANTED = "granted"
    REFUSED = "refused"


_G = RegularisationState

REGULARISATION = (
    Course("RegularisationProposed", (None, _G.REFUSED), _G.PROPOSED),
    Course("RegularisationGranted", (_G.PROPOSED,), _G.GRANTED),
    Course("RegularisationRefused", (_G.PROPOSED,), _G.REFUSED),
)

COURSES = {"round": ROUND, "regularisation": REGULARISATION}


class Kind(NamedTuple):
    """
    What a kind of decision brings with it.

    ``suspends``: the annulment appeal against it suspends by law (art. 39/79 §1 as it stood
    until 11.06.2026). ``leaves``: it obliges to leave, within a period (art. 74/14). ``heard``:
    the resident is heard first. ``ends_stay``: it ends a stay of more than three months, which
    waits for a written hearing (art. 62 §1). ``weighs``: what the decider must have weighed.
    ``article``: the article of which it must state the provision (art. 8). ``removes``: it is
    a title to remove the resident; what is not known to be one is none.
    """

    suspends: bool = False
    leaves: bool = False
    heard: bool = False
    ends_stay: bool = False
    weighs: tuple[str, ...] = ()
    article: str | None = None
    removes: bool = False


_PERSON = ("best-interest", "family-life", "health")

KINDS: dict[str, Kind] = {
    "return-decision": Kind(leaves=True, heard=True, weighs=_PERSON, article="7", removes=True),
    "family-return-decision": Kind(
        suspends=True, leaves=True, heard=True, weighs=_PERSON, removes=True
    ),
    "entry-ban": Kind(heard=True),
    "detention-title": Kind(heard=True, weighs=("less-coercive",)),
    "refoulement": Kind(removes=True),
    "non-admission": Kind(),
    "dublin-transfer": Kind(removes=True),
    "family-reunification-refused": Kind(suspends=True),
    "family-reunification-ended": Kind(suspends=True, ends_stay=True),
    "eu-stay-refused": Kind(suspends=True),
    "eu-stay-ended": Kind(suspends=True, ends_stay=True),
    "establishment-refused": Kind(suspends=True),
    "stay-ended": Kind(ends_stay=True),
    "regularisation-refused": Kind(),
    "asylum-refused": Kind(),
    "asylum-inadmissible": Kind(),
    "asylum-inadmissible-later": Kind(),
    "asylum-manifestly-unfounded": Kind(),
    "other": Kind(suspends=True, leaves=True),
}
"""Kind of decision → what it brings with it; the same codes as on the list ``decision.kind``."""

UNKNOWN_KIND = Kind(suspends=True, leaves=True)
"""A decision of which the kind was not said, as a register tells it."""


def kind_of(code: str | None) -> Kind:
    """Say what a kind brings with it; what protects most where it is not known."""
    return KINDS.get(code or "", UNKNOWN_KIND)
