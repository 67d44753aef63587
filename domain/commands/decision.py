"""The authority's decisions, from draft to notification, and what follows from one."""

from typing import Annotated

from domain.commands.base import Command
from domain.values import (
    Acknowledgement,
    AnnulledBy,
    Between,
    Day,
    FormCode,
    Identity,
    Language,
    Listed,
    Means,
    Reference,
    Shaped,
)

Article = Annotated[str, Shaped(r"[0-9]{1,2}[a-z]{0,6}(/[0-9]{1,2})?(-[0-9a-z]{1,4}){0,4}")]
"""A provision of the law of 15.12.1980: article, paragraph, number (``7-1-1``, ``74/14-3-1``)."""

Kind = Annotated[str, Listed("decision.kind")]
FastGrounds = tuple[Annotated[str, Listed("decision.fast-ground")], ...]
BanGround = Annotated[str, Listed("decision.ban-ground")]
BanYears = Annotated[int, Between(1, 99)]


class DraftDecision(Command):
    """Prepare a decision and put it forward."""

    form: FormCode
    reference: Reference | None = None
    motives: Identity | None = None
    kind: Kind | None = None
    articles: tuple[Article, ...] | None = None
    second_measure: bool | None = None
    fast_grounds: FastGrounds | None = None
    ban_ground: BanGround | None = None
    ban_years: BanYears | None = None


class EditDraft(Command):
    """Change the draft of the running round."""

    form: FormCode | None = None
    reference: Reference | None = None
    motives: Identity | None = None
    kind: Kind | None = None
    articles: tuple[Article, ...] | None = None
    second_measure: bool | None = None
    fast_grounds: FastGrounds | None = None
    ban_ground: BanGround | None = None
    ban_years: BanYears | None = None


class TakeDecision(Command):
    """Decide the running round."""

    reference: Reference | None = None
    considered: tuple[Annotated[str, Listed("decision.considered")], ...] | None = None
    ban_years: BanYears | None = None
    draft: Annotated[str, Shaped("[0-9a-f]{8,64}")] | None = None


class NotifyDecision(Command):
    """Record that the decision reached the resident."""

    means: Means
    language: Language
    acknowledgement: Acknowledgement | None = None
    remedies_stated: bool | None = None
    reference: Reference | None = None
    appeal_term_days: Annotated[int, Between(1, 60)] | None = None
    notifier: Annotated[str, Listed("decision.notifier")] | None = None
    interpreter: Reference | None = None
    copy_handed_over: bool | None = None
    translation_stated: bool | None = None
    contact_stated: bool | None = None
    mention: Identity | None = None


class AnnulDecision(Command):
    """Take away a draft or a decision."""

    annulled_by: AnnulledBy = AnnulledBy.AUTHORITY
    reason: Identity | None = None
    decision: Reference | None = None


class EnterReturnAlert(Command):
    """Record that the duty to return is in the Schengen Information System."""

    alert: Reference


class FindNotificationDefect(Command):
    """Record what is wrong with the notification of the running round."""

    defects: tuple[Annotated[str, Listed("decision.defect")], ...]
    decision: Reference | None = None


class RegulariseNotification(Command):
    """Record that a defective notification was done again in due form."""

    means: Means
    language: Language
    notifier: Annotated[str, Listed("decision.notifier")]
    remedies_stated: bool
    acknowledgement: Acknowledgement | None = None
    interpreter: Reference | None = None
    copy_handed_over: bool | None = None
    translation_stated: bool | None = None
    contact_stated: bool | None = None
    mention: Identity | None = None
    decision: Reference | None = None


class RebutNotification(Command):
    """Record the proof of the day on which a letter arrived."""

    received_on: Day
    proof: Identity
    decision: Reference | None = None


class SetDepartureTerm(Command):
    """Decide how many days the resident has to depart voluntarily."""

    days: Annotated[int, Between(0, 99)]
    short_stay: bool | None = None
    ground: Annotated[str, Listed("decision.term-ground")] | None = None
    motives: Identity | None = None


class RequestTermExtension(Command):
    """Take in the resident's request for more time."""

    ground: Annotated[str, Listed("decision.extension-ground")]
    proof: Identity


class ExtendDepartureTerm(Command):
    """Give the resident more time to depart voluntarily, as was asked."""

    until: Day
    informed_in_writing: bool
    motives: Identity | None = None


class ReportDepartureRisk(Command):
    """Put a risk seen during the voluntary departure period to who decides."""

    risk: Annotated[str, Listed("decision.departure-risk")]
    explanation: Identity


class ShortenDepartureTerm(Command):
    """Cut the voluntary departure period short for a risk that was reported."""

    risk: Annotated[str, Listed("decision.departure-risk")]
    motives: Identity
    until: Day | None = None


class RequestBanLift(Command):
    """Take in the resident's request to have an entry ban lifted or suspended."""

    ground: Annotated[str, Listed("decision.lift-ground")]
    reference: Reference | None = None


class ProposeRegularisation(Command):
    """Propose to give the resident a right of residence."""

    ground: Annotated[str, Listed("decision.regularisation-ground")]
    motives: Identity


class GrantRegularisation(Command):
    """Give the proposed right of residence."""

    reference: Reference | None = None
    motives: Identity | None = None


class RefuseRegularisation(Command):
    """Refuse the proposed right of residence."""

    reference: Reference | None = None
    motives: Identity
