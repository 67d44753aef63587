"""A dossier keeps the procedure it was opened under, until it is taken over by an act."""

from datetime import timedelta

from dossier import ARRIVED, FIT, NUMBER, PREPARED, until
from examples.exception import ADMITTED, HIERARCHY, MIGRATE, MIGRATED
from given import given

from domain.decide.migration import crossing
from domain.lifecycle import STEPS, allows, next_steps
from domain.lifecycle.stages import SECOND
from domain.values import Function

ONLY_NEW = next(step for step in STEPS if step.since == SECOND and "arrival" in step.after)


def state(*history):
    return given(*history).when(MIGRATE).state()


def test_a_dossier_is_taken_over_to_a_newer_procedure():
    given(ARRIVED).when(MIGRATE, by=HIERARCHY, at="2026-03-05 09:00").then(
        MIGRATED.but(reason=MIGRATE.reason)
    )
    assert state(ARRIVED, MIGRATED).procedure == 2


def test_it_is_for_the_hierarchy():
    allowed = [one for one in Function if one in _may()]
    assert Function.COACH not in allowed
    given(ARRIVED).when(MIGRATE).is_for(*allowed)


def _may():
    from domain.authority import MAY

    return MAY["MigrateTrajectory"]


def test_it_does_not_go_back_nor_stay_where_it_is():
    back = MIGRATE.model_copy(update={"version": 1})
    given(ADMITTED).when(MIGRATE, by=HIERARCHY).then_refused("MIG-01", saying="newest procedure, 2")
    given(ARRIVED).when(back, by=HIERARCHY).then_refused("MIG-01", saying="under procedure 1")
    unknown = MIGRATE.model_copy(update={"version": 9})
    given(ARRIVED).when(unknown, by=HIERARCHY).then_refused("MIG-01", saying="no procedure 9")


def test_a_step_only_a_newer_procedure_has_is_refused_until_then():
    old, new = state(ARRIVED), state(ARRIVED, MIGRATED)
    assert not allows(old.stage, ONLY_NEW.command, old.procedure)
    assert allows(new.stage, ONLY_NEW.command, new.procedure)


def test_an_old_dossier_may_do_what_it_could_and_no_more():
    first = {step.command for step in STEPS if step.is_in(1)}
    assert set(next_steps(state(ARRIVED).stage, 1)) <= first
    assert ONLY_NEW.command not in first


READY = (*until(PREPARED), FIT)
LATER = FIT.when + timedelta(hours=1)


def test_one_is_told_what_a_dossier_could_no_longer_do_and_why():
    found = crossing(state(*READY), 2, LATER)
    assert (found.dossier, found.version, found.stage) == (NUMBER, 1, "removal-prepared")
    lost = {act: {reason.rule for reason in reasons} for act, reasons in found.lost}
    assert {"IDE-03", "EXE-04", "DPT-07", "TIT-01"} <= lost["ConfirmDeparture"]


def test_a_dossier_that_could_go_on_and_could_not_any_more_is_stuck():
    assert crossing(state(*READY), 2, LATER).stuck
    assert not crossing(state(ARRIVED), 2, LATER).stuck


def test_a_new_dossier_loses_nothing():
    found = crossing(state(ADMITTED), 2, LATER)
    assert (found.lost, found.stuck) == ((), False)
