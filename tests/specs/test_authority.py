"""Who may do what and read what: what no table names is allowed to nobody."""

import pytest
from given import on_duty

from domain import commands as c
from domain.authority import MAY, MAY_IMPORT, SEES, Actor, may_see, role_for
from domain.events import DOSSIER_EVENTS
from domain.values import Category, Function, sealed_fields

F = Function
PREPARES = {F.COACH, F.ATTACHE_COACH, F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER}
DECIDES = {F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER}

READERS = {
    Category.IDENTITY: {
        F.COACH,
        F.ATTACHE_COACH,
        F.MIGRATION_ASSISTANT,
        F.MIGRATION_OFFICER,
        F.INTERVIEWER,
        F.CENTRE_DIRECTOR,
        F.REMOVAL_DIRECTOR,
        F.MINISTER_DELEGATE,
        F.MINISTER,
        F.DOCTOR,
        F.NURSE,
        F.PSYCHOLOGIST,
        F.SECURITY,
        F.SUPERVISOR,
        F.QUALITY_CONTROLLER,
        F.AUDITOR,
    },
    Category.ASYLUM: {
        F.COACH,
        F.ATTACHE_COACH,
        F.MIGRATION_ASSISTANT,
        F.MIGRATION_OFFICER,
        F.MINISTER_DELEGATE,
        F.MINISTER,
        F.INTERVIEWER,
        F.SUPERVISOR,
        F.QUALITY_CONTROLLER,
    },
    Category.MEDICAL: {F.DOCTOR, F.NURSE, F.PSYCHOLOGIST},
    Category.PROTECTED: {F.REMOVAL_DIRECTOR},
}


def acts_of(function):
    return {act for act, functions in MAY.items() if function in functions}


# -- acts ---------------------------------------------------------------------------------


def test_every_act_is_in_the_table_and_nothing_else_is():
    of_the_register = {*c.WORDS["staff"], *c.WORDS["sample"]}
    assert set(MAY) == {*(act.__name__ for act in c.DOSSIER_COMMANDS)} | of_the_register | {
        "CountBeds"
    }


def test_every_act_is_for_somebody():
    assert all(MAY.values())


def test_preparing_and_deciding_are_for_different_functions_but_one():
    assert MAY["DraftDecision"] == MAY["EditDraft"] == PREPARES
    assert MAY["TakeDecision"] == MAY["AnnulDecision"] == DECIDES
    # The officer does both, never in the same round: rule SEP-01.
    assert PREPARES.intersection(DECIDES) == {F.MIGRATION_OFFICER}


def test_whoever_delegates_may_do_it_too():
    """Section by section the procedure names the Minister and the delegate in one column."""
    assert acts_of(F.MINISTER_DELEGATE) <= acts_of(F.MINISTER)


ESCORTS_FAMILIES_AND_REGULARISATION = {
    "ScheduleRemoval": {F.MIGRATION_OFFICER},
    "SeparateFamily": set(),
    "KeepTogether": set(),
    "GrantRegularisation": {F.MIGRATION_OFFICER},
    "RefuseRegularisation": {F.MIGRATION_OFFICER},
}


@pytest.mark.parametrize("act", ESCORTS_FAMILIES_AND_REGULARISATION)
def test_escorts_separations_and_regularisations_are_for_the_hierarchy(act):
    more = ESCORTS_FAMILIES_AND_REGULARISATION[act]
    assert MAY[act] == {F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER} | more


@pytest.mark.parametrize("act", ["RestrictAccess", "LiftAccessRestriction"])
def test_the_protection_of_a_witness_is_decided_by_the_removal_director_or_the_minister(act):
    assert MAY[act] == {F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER}


@pytest.mark.parametrize("act", ["GrantAccess", "RevokeAccess"])
def test_one_keeps_the_list_of_a_restricted_dossier(act):
    assert MAY[act] == {F.REMOVAL_DIRECTOR}


@pytest.mark.parametrize("act", ["ProposeEscort", "ProposeSeparation", "ProposeRegularisation"])
def test_the_attache_an_officer_and_the_director_of_the_centre_propose_them(act):
    assert {F.ATTACHE_COACH, F.MIGRATION_OFFICER, F.CENTRE_DIRECTOR} <= MAY[act]


def test_what_a_doctor_finds_is_for_doctors_alone():
    findings = {"CertifyFitToTravel", "RefuseFitToTravel", "RaiseMedicalObjection"}
    for act in (*findings, "ForceMedicalExamination"):
        assert MAY[act] == {F.DOCTOR}


def test_the_medical_service_decides_nothing_that_is_not_medical():
    for function in (F.DOCTOR, F.NURSE, F.PSYCHOLOGIST):
        assert acts_of(function).isdisjoint({"TakeDecision", "DecideMeasure", "EndMeasure"})


@pytest.mark.parametrize("function", [F.AUDITOR, F.SUPERVISOR, F.UNLISTED])
def test_who_audits_or_only_reads_changes_nothing(function):
    assert acts_of(function) == set()


def test_who_controls_quality_records_the_control_and_nothing_else():
    controls = {"DrawSample", "AddFinding", "AcceptFinding", "ReopenFinding", *c.WORDS["sample"]}
    controls |= {"ExamineMotives", "FindNotificationDefect"}
    assert acts_of(F.QUALITY_CONTROLLER) == controls


def test_who_registers_people_does_nothing_else():
    assert acts_of(F.REGISTRAR) == set(c.WORDS["staff"])


def test_registers_are_taken_in_by_a_registrar_or_the_director():
    assert set(MAY_IMPORT) == {F.REGISTRAR, F.CENTRE_DIRECTOR}


def test_of_several_functions_the_record_names_the_one_that_allows_the_act():
    both = Actor("e.claes", "P-008", frozenset({F.MIGRATION_OFFICER, F.QUALITY_CONTROLLER}))
    assert role_for(both, "TakeDecision") is F.MIGRATION_OFFICER
    assert role_for(both, "OpenIomFile") is None


def test_of_several_that_allow_it_always_the_same_is_named():
    coach = Actor("d.lambert", "P-001", frozenset({F.CENTRE_DIRECTOR, F.ATTACHE_COACH, F.COACH}))
    assert role_for(coach, "OpenTrajectory") is F.COACH


def test_an_act_no_table_names_is_allowed_to_nobody():
    class BurnDossier(c.Command):
        """Nobody may."""

    for function in Function:
        assert role_for(on_duty(function), "BurnDossier") is None


# -- content ------------------------------------------------------------------------------


@pytest.mark.parametrize("category", list(Category))
def test_content_is_read_by_those_who_need_it(category):
    readers = {function for function in Function if may_see([function], category)}
    assert readers == READERS[category]


def test_one_fitting_function_is_enough():
    assert may_see([F.SECURITY, F.NURSE], Category.MEDICAL)
    assert not may_see([F.SECURITY, F.COACH], Category.MEDICAL)
    assert not may_see([], Category.IDENTITY)


def test_whatever_is_sealed_has_readers():
    sealed = {kind for event in DOSSIER_EVENTS for kind in sealed_fields(event).values()}
    assert sealed <= set(SEES)
