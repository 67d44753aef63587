"""A right of residence is proposed by one person and decided by another."""

from dossier import COACH, OFFICER
from examples.decision import GRANT_STAY, PROPOSE, PROPOSED, REFUSE_STAY, SERVED
from given import Act, brussels, given

from domain import events as e
from domain.authority import Actor
from domain.values import Function, Sealed

REFUSED = Act(
    e.RegularisationRefused(motives=Sealed.of("no new element")),
    OFFICER,
    brussels("2026-03-18 10:00"),
)
GRANTED = Act(e.RegularisationGranted(), OFFICER, brussels("2026-03-18 10:00"))
COACH_AS_OFFICER = Actor("lambertd", "P-001", frozenset({Function.MIGRATION_OFFICER}))


def test_the_coach_proposes():
    given(*SERVED).when(PROPOSE, by=COACH).then_state(regularisation__state="proposed")


def test_an_officer_or_the_ministers_delegate_decides():
    for order in (GRANT_STAY, REFUSE_STAY):
        given(*SERVED, PROPOSED).when(order).is_for(
            Function.MIGRATION_OFFICER,
            Function.REMOVAL_DIRECTOR,
            Function.MINISTER_DELEGATE,
            Function.MINISTER,
        )


def test_what_was_not_proposed_is_not_decided():
    given(*SERVED).when(GRANT_STAY).then_refused("ORD-01", saying="is none; this needs proposed")


def test_it_is_decided_once():
    given(*SERVED, PROPOSED, GRANTED).when(REFUSE_STAY).then_refused("ORD-01", saying="is granted")


def test_while_one_is_open_no_other_is_proposed():
    given(*SERVED, PROPOSED).when(PROPOSE).then_refused("ORD-01", saying="is proposed")


def test_after_a_refusal_it_may_be_proposed_again():
    given(*SERVED, PROPOSED, REFUSED).when(PROPOSE).then_state(regularisation__state="proposed")


def test_who_proposed_it_does_not_decide_whichever_the_account():
    given(*SERVED, PROPOSED).when(GRANT_STAY, by=COACH_AS_OFFICER).then_refused(
        "SEP-01", saying="P-001 proposed this as d.lambert", exit_code=4
    )


def test_granting_it_does_not_end_the_trajectory_by_itself():
    given(*SERVED, PROPOSED).when(GRANT_STAY).then_state(
        stage="decision-notified", regularisation__state="granted"
    )
