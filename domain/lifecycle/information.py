"""Information and interviews, hearings, counselling, legal aid, vulnerability."""

from domain.lifecycle.stages import RUNNING, SECOND, Stage, Step
from domain.lifecycle.who import COACHES, DIRECTOR, F, May

STEPS = (
    Step(
        "GiveInformation",
        "InformationGiven",
        (Stage.ARRIVAL,),
        Stage.INFORMATION,
        "information_complete",
    ),
    Step("GiveInformation", "InformationGiven", RUNNING),
    Step("HoldInterview", "InterviewHeld", RUNNING),
    Step("RequestLegalAid", "LegalAidRequested", RUNNING, since=SECOND),
    Step("AssignLegalAid", "LegalAidAssigned", RUNNING, since=SECOND),
    Step("ChangeLawyer", "LawyerChanged", RUNNING, since=SECOND),
    Step("InviteToHearing", "HearingInvited", RUNNING, since=SECOND),
    Step("HoldHearing", "HearingHeld", RUNNING, since=SECOND),
    Step("WaiveHearing", "HearingWaived", RUNNING, since=SECOND),
    Step("CounselVoluntaryReturn", "VoluntaryReturnCounselled", RUNNING, since=SECOND),
    Step("SignalVulnerability", "VulnerabilitySignalled", RUNNING, since=SECOND),
    Step("AssessVulnerability", "VulnerabilityAssessed", RUNNING, since=SECOND),
)

_CARERS = frozenset({F.DOCTOR, F.NURSE, F.PSYCHOLOGIST})
_HEARS = COACHES | {F.INTERVIEWER, F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER}

MAY: May = {
    "GiveInformation": COACHES,
    "HoldInterview": COACHES | {F.INTERVIEWER, F.MIGRATION_OFFICER, F.CENTRE_DIRECTOR},
    "RequestLegalAid": COACHES | DIRECTOR,
    "AssignLegalAid": COACHES | DIRECTOR,
    "ChangeLawyer": COACHES | DIRECTOR,
    "InviteToHearing": _HEARS,
    "HoldHearing": _HEARS,
    "WaiveHearing": _HEARS,
    "CounselVoluntaryReturn": COACHES,
    # Whoever sees a sign may say so; what it means is for those who care.
    "SignalVulnerability": _HEARS | DIRECTOR | _CARERS | {F.SECURITY, F.EDUCATOR},
    "AssessVulnerability": _CARERS,
}
