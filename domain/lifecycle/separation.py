"""
Which act prepares which: two persons, by natural person, do the two.

The guards of the deciding acts refuse who prepared; this table says for which acts somebody
must be left who may decide (rule SEP-08).
"""

from collections.abc import Iterable

from domain.lifecycle import EVENT_OF

DECIDED_BY = {
    "DraftDecision": "TakeDecision",
    "EditDraft": "TakeDecision",
    "ProposeRegularisation": "GrantRegularisation",
    "RequestTermExtension": "ExtendDepartureTerm",
    "ReportDepartureRisk": "ShortenDepartureTerm",
    "ProposeDetention": "IssueDetentionTitle",
    "ProposeProlongation": "ProlongDetention",
    "ProposeRestriction": "ImposeRestriction",
    "ProposeAbsconding": "EstablishAbsconding",
    "ProposeMeasure": "DecideMeasure",
    "ReportCoercion": "ReviewCoercion",
    "PrepareRemoval": "ScheduleRemoval",
    "ProposeSeparation": "SeparateFamily",
    "RequestAuthorisation": "GrantAuthorisation",
    "ProposeAccessRestriction": "RestrictAccess",
    "ProposeNonReturn": "EstablishNonReturn",
    "ProposeOverride": "OverrideAdvice",
    "AskOverride": "AllowOverride",
}
"""Act that prepares → act that decides."""

INSTEAD = {
    "GrantRegularisation": ("RefuseRegularisation",),
    "DecideMeasure": ("RefuseMeasure",),
    "TakeDecision": ("AnnulDecision",),
    "SeparateFamily": ("KeepTogether",),
    "GrantAuthorisation": ("RefuseAuthorisation", "WithdrawAuthorisation"),
    "ScheduleRemoval": ("WithdrawIomFile", "EstablishNonReturn"),
    "AllowOverride": ("RefuseOverride",),
    "ImposeRestriction": ("LiftRestriction",),
    "EstablishAbsconding": ("FindResident",),
    "IssueDetentionTitle": ("ReleaseResident",),
    "ProlongDetention": ("ReleaseResident",),
}
"""Act that decides → what else answers what was prepared."""


def waits(events: Iterable[str], deciding: str) -> bool:
    """Tell of a history of events, by name, whether what was prepared for an act waits for it."""
    prepares = {EVENT_OF[act] for act, decides in DECIDED_BY.items() if decides == deciding}
    answers = {EVENT_OF[act] for act in (deciding, *INSTEAD.get(deciding, ()))}
    last = None
    for name in events:
        last = name if name in prepares or name in answers else last
    return last in prepares
