"""A lawyer, talks about voluntary return, signs of vulnerability."""

from dossier import COACH, INFORMED, NUMBER
from examples.information import (
    ADMITTED,
    ASK_LAWYER,
    ASSESS,
    ASSESSED,
    ASSIGN_LAWYER,
    CHANGE_LAWYER,
    COUNSEL,
    COUNSELLED,
    LAWYER,
    LAWYER_ASKED,
    NURSE,
    SIGNAL,
    SIGNALLED,
)
from given import Act, brussels, given

from domain import events as e
from domain.decide.clocks import clocks
from domain.state.information import LegalAid
from domain.values import AppealKind, Category, Function, sealed_fields

F = Function


# -- legal aid ----------------------------------------------------------------------------


def test_a_lawyer_is_asked_for_and_assigned():
    given(ADMITTED).when(ASK_LAWYER, at="2026-03-02 15:00").then_state(
        legal_aid=LegalAid(asked=brussels("2026-03-02 15:00"))
    )
    given(ADMITTED, LAWYER_ASKED).when(ASSIGN_LAWYER).then_state(legal_aid__reference="BAR-4471")


def test_a_lawyer_of_ones_own_was_not_asked_for():
    given(ADMITTED).when(ASSIGN_LAWYER).then_state(legal_aid__asked=None)


def test_the_name_is_sealed_and_the_number_is_not():
    assert sealed_fields(e.LegalAidAssigned)["lawyer"] is Category.IDENTITY
    assert "bar_number" not in sealed_fields(e.LegalAidAssigned)


def test_who_has_a_lawyer_changes_lawyers():
    given(ADMITTED, LAWYER).when(ASSIGN_LAWYER).then_refused("ORD-01", saying="record the change")
    given(ADMITTED, LAWYER).when(CHANGE_LAWYER).then_state(legal_aid__reference="BAR-5120")


def test_who_has_none_changes_none():
    given(ADMITTED, LAWYER_ASKED).when(CHANGE_LAWYER).then_refused("ORD-01", saying="no lawyer")


# -- counselling --------------------------------------------------------------------------

REFUSED = Act(e.AsylumDecided(outcome="refused"), COACH, brussels("2026-03-09 11:00"))
WISH = Act(e.AsylumWishExpressed(), COACH, brussels("2026-03-03 09:00"))
LODGED = Act(e.AsylumLodged(), COACH, brussels("2026-03-04 09:00"))
APPEALED = Act(
    e.AppealLodged(kind=AppealKind.ASYLUM, reference="CCE-318442"),
    COACH,
    brussels("2026-03-12 09:00"),
)
FIXED = Act(
    e.AppealHearingFixed(hearing_on="2026-03-24", reference="CCE-318442"),
    COACH,
    brussels("2026-03-16 09:00"),
)


def due(rule, *history, at):
    state = given(*history).when(COUNSEL).state()
    return [each for each in clocks(state, brussels(at)) if each.rule == rule]


def test_counselling_binds_nobody():
    given(ADMITTED, INFORMED).when(COUNSEL).then_state(stage="information", iom=None)


def test_it_is_due_five_days_after_a_refused_asylum_application():
    [found] = due("REC-03", ADMITTED, WISH, LODGED, REFUSED, at="2026-03-10 09:00")
    # Refused on Monday 9 March: until Saturday 14.
    assert found.at == brussels("2026-03-15 00:00")
    assert found.is_duty


def test_counselled_since_it_is_no_longer_due():
    refused = (ADMITTED, WISH, LODGED, REFUSED)
    before, after = COUNSELLED, COUNSELLED.at("2026-03-09 11:00")
    assert len(due("REC-03", *refused, before, at="2026-03-10 09:00")) == 1
    assert due("REC-03", *refused, after, at="2026-03-10 09:00") == []


def test_it_is_due_a_week_after_the_hearing_of_an_appeal():
    appealed = (ADMITTED, WISH, LODGED, REFUSED, APPEALED, FIXED)
    assert due("REC-04", *appealed, at="2026-03-23 23:59") == []
    [found] = due("REC-04", *appealed, at="2026-03-24 00:00")
    assert found.at == brussels("2026-04-01 00:00")
    told = COUNSELLED.at("2026-03-25 09:00")
    assert due("REC-04", *appealed, told, at="2026-03-26 09:00") == []


# -- vulnerability ------------------------------------------------------------------------


def test_whoever_sees_signs_may_say_so():
    given(ADMITTED).when(SIGNAL).is_for(
        *(F.COACH, F.ATTACHE_COACH, F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER, F.INTERVIEWER),
        *(F.CENTRE_DIRECTOR, F.SECURITY, F.EDUCATOR, F.DOCTOR, F.NURSE, F.PSYCHOLOGIST),
    )


def test_what_they_mean_is_for_those_who_care():
    given(ADMITTED, SIGNALLED).when(ASSESS).is_for(F.DOCTOR, F.NURSE, F.PSYCHOLOGIST)


def test_details_are_sealed_for_the_medical_service():
    for event in (e.VulnerabilitySignalled, e.VulnerabilityAssessed):
        assert sealed_fields(event)["details"] is Category.MEDICAL


def test_what_is_seen_waits_for_an_assessment():
    given(ADMITTED).when(SIGNAL).then_state(
        vulnerabilities_seen=frozenset({"pregnant"}), vulnerability_assessed=None
    )


def test_an_assessment_answers_what_was_seen():
    given(ADMITTED, SIGNALLED).when(ASSESS, by=NURSE, at="2026-03-06 09:00").then_state(
        vulnerabilities_seen=frozenset({"pregnant"}),
        vulnerabilities_found=frozenset({"pregnant"}),
        vulnerability_assessed=brussels("2026-03-06 09:00"),
    )
    none = ASSESS.model_copy(update={"kinds_found": ()})
    given(ADMITTED, SIGNALLED).when(none).then_state(vulnerabilities_seen=frozenset())


def test_a_sign_after_an_assessment_waits_for_another():
    again = SIGNAL.model_copy(update={"kinds_seen": ("victim-of-violence",), "dossier": NUMBER})
    given(ADMITTED, SIGNALLED, ASSESSED).when(again).then_state(
        vulnerabilities_seen=frozenset({"pregnant", "victim-of-violence"}),
        vulnerabilities_found=frozenset({"pregnant"}),
    )


def test_a_way_of_being_vulnerable_that_is_not_on_the_list_is_refused():
    given(ADMITTED).when(SIGNAL.model_copy(update={"kinds_seen": ("sad",)})).then_refused("COD-01")
