"""Prison, hospital and back; release; what custody says to a departure."""

from datetime import date

import pytest
from dossier import INFORMED, NUMBER
from examples.admission import ADMITTED
from examples.custody import (
    BACK,
    DISCHARGE,
    FAMILY_HELD,
    FOUND,
    GONE,
    HELD,
    ISSUED,
    LET_GO,
    MOVE,
    NOTE_NOTICE,
    NOTICED,
    PRESUMED,
    PROPOSED,
    RELEASE,
    RELEASED,
    REVIEW,
    STEPPED,
    TAKE_STEP,
    TO_HOSPITAL,
    TO_PRISON,
)
from examples.family import BORN, DISPUTED
from given import brussels, given, lines, there

from domain.decide import Attempt, Context
from domain.decide.clocks import clocks
from domain.decide.detention import custody_clocks
from domain.decide.release import release_due
from domain.decide.whereabouts import not_held_elsewhere
from domain.lifecycle import CustodyStatus
from domain.trajectory import replay
from domain.values import Function

F, S = Function, CustodyStatus
BEGUN = (ADMITTED, INFORMED, *HELD[1:])


def going(to):
    return MOVE.model_copy(update={"to": to})


# -- moving -------------------------------------------------------------------------------


@pytest.mark.parametrize(("to", "status"), [("prison", S.PRISON), ("hospital", S.HOSPITAL)])
def test_who_is_held_goes_to_a_prison_or_a_hospital(to, status):
    given(*HELD).when(going(to)).then_state(custody__status=status, custody__place="HOL")


def test_who_comes_back_is_held_where_before():
    given(*HELD, TO_PRISON).when(going("back")).then_state(
        custody__status=S.HELD, custody__place="HOL"
    )
    given(*FAMILY_HELD, TO_HOSPITAL).when(going("back")).then_state(
        custody__status=S.FAMILY_UNIT, custody__place="TUB"
    )


@pytest.mark.parametrize(
    ("history", "to"),
    [
        (HELD, "back"),
        ((*HELD, TO_PRISON), "prison"),
        ((*HELD, TO_HOSPITAL), "hospital"),
        ((*HELD, RELEASED), "back"),
        ((*HELD, INFORMED, PRESUMED, GONE), "prison"),
    ],
)
def test_one_goes_where_one_is_not(history, to):
    given(*history).when(going(to)).then_refused("CUS-02")


@pytest.mark.parametrize(
    ("at", "passes"), [("2026-04-30 09:00", 1), ("2026-05-01 23:00", 1), ("2026-05-02 00:00", 0)]
)
def test_nobody_comes_back_without_a_title_for_the_day(at, passes):
    asked = given(*HELD, TO_PRISON).when(going("back"), at=at)
    asked.events() if passes else asked.then_refused("CUS-02", saying="covers 2026-05-02")


def test_whoever_drives_or_guards_records_a_move():
    given(*HELD).when(MOVE).is_for(
        F.COACH,
        F.ATTACHE_COACH,
        F.CENTRE_DIRECTOR,
        F.MIGRATION_OFFICER,
        F.SECURITY,
        F.TRANSFER,
    )


def test_a_move_is_not_dated_before_the_last_change_of_custody():
    given(*HELD).when(MOVE, at="2026-03-02 11:30").then_refused("ORD-02")


@pytest.mark.parametrize("command", [DISCHARGE, NOTE_NOTICE])
def test_a_prison_speaks_of_whom_it_holds(command):
    given(*HELD, TO_PRISON).when(command).events()
    given(*HELD).when(command).then_refused("CUS-02")


def test_a_hospital_discharges_and_gives_no_notice():
    given(*HELD, TO_HOSPITAL).when(DISCHARGE).events()
    given(*HELD, TO_HOSPITAL).when(NOTE_NOTICE).then_refused("CUS-02")


def test_only_the_stay_of_a_family_is_reviewed():
    given(*FAMILY_HELD).when(REVIEW).events()
    given(*HELD).when(REVIEW).then_refused("CUS-02")


def test_a_step_towards_removal_is_recorded_late_if_need_be():
    given(*HELD, RELEASED).when(TAKE_STEP, at="2026-03-04 10:00").then(STEPPED)
    given(*HELD).when(TAKE_STEP).is_for(F.ATTACHE_COACH, F.MIGRATION_OFFICER)


@pytest.mark.parametrize(
    "history", [(ADMITTED.but(centre="XYZ"),), (*BEGUN, PRESUMED, GONE, FOUND)]
)
def test_who_is_not_held_is_not_held_in_a_hospital_either(history):
    given(*history).when(going("hospital")).then_refused("CUS-02", saying="not-held")


def test_a_prison_that_did_not_let_go_sees_to_a_hospital_itself():
    given(*HELD, TO_PRISON).when(going("hospital")).then_refused("CUS-02", saying="prison")
    given(*HELD, TO_PRISON, LET_GO).when(going("hospital")).events()


@pytest.mark.parametrize("away", [TO_PRISON, TO_HOSPITAL])
@pytest.mark.parametrize("found", [DISPUTED, BORN.at("2026-03-13 04:00")])
def test_nobody_comes_back_to_a_closed_centre_who_may_not_be_there(away, found):
    found = found.at("2026-03-13 04:00")
    given(*HELD, away, found).when(going("back")).then_refused("DET-15")
    at_tubize = (FAMILY_HELD[0].but(unaccompanied=False), *FAMILY_HELD[1:])
    given(*at_tubize, away, found).when(going("back")).events()


# -- let go by the prison, and kept there ------------------------------------------------------


def waiting(*history, at="2026-03-22 09:00"):
    state = there(replay(lines(history, NUMBER)))
    found = [one for one in clocks(state, brussels(at)) if one.rule in ("DET-10", "CUS-06")]
    return [(one.rule, one.at) for one in found]


KEPT = (*HELD, TO_PRISON, LET_GO)  # let go on 21 March


def test_whom_the_prison_let_go_waits_there_for_seven_days():
    assert waiting(*HELD, TO_PRISON) == []
    assert waiting(*KEPT) == [("DET-10", brussels("2026-03-28 00:00"))]
    assert waiting(*KEPT, at="2026-04-15 09:00") == [("DET-10", brussels("2026-03-28 00:00"))]
    assert waiting(*KEPT, BACK) == []
    assert waiting(*KEPT, RELEASED) == []


@pytest.mark.parametrize(
    ("at", "rules"), [("2026-03-27 23:59", []), ("2026-03-28 00:00", ["DET-10"])]
)
def test_after_that_release_is_mandatory(at, rules):
    state = there(replay(lines(KEPT, NUMBER)))
    assert [one.rule for one in release_due(state, brussels(at))] == rules


def test_the_days_there_are_days_of_detention():
    state = there(replay(lines(KEPT, NUMBER)))
    assert custody_clocks(state, brussels("2026-03-25 09:00")).cumulative == 11 + 5
    assert state.custody.detained


def test_without_a_title_one_is_due_on_the_day():
    freed = (*HELD, RELEASED.at("2026-03-12 08:00"), TO_PRISON, LET_GO)
    assert ("CUS-06", brussels("2026-03-22 00:00")) in waiting(*freed)


def test_a_title_of_a_former_prisoner_says_it_itself():
    told = (
        PROPOSED.at("2026-03-21 10:00").but(ground="former-prisoner", held_since="2026-03-21"),
        ISSUED.at("2026-03-21 11:00").but(ground="former-prisoner", until="2026-03-27"),
    )
    history = (*HELD, RELEASED.at("2026-03-12 08:00"), TO_PRISON, LET_GO, *told)
    assert waiting(*history) == [("DET-10", brussels("2026-03-28 00:00"))]
    state = there(replay(lines(history, NUMBER)))
    assert (state.custody.status, state.custody.detained) == (S.PRISON, True)
    given(*history).when(going("back"), at="2026-03-22 09:00").then_state(
        custody__status=S.HELD, custody__place="HOL"
    )


def test_who_was_let_go_is_released_from_there():
    given(*KEPT).when(RELEASE).then_state(custody__status=S.RELEASED, custody__stay=None)
    freed = (*HELD, RELEASED.at("2026-03-12 08:00"), TO_PRISON, LET_GO)
    given(*freed).when(RELEASE).then_state(custody__status=S.RELEASED)


# -- a prison goes on holding ------------------------------------------------------------------


def test_a_release_does_not_open_the_prison():
    given(*HELD, TO_PRISON).when(RELEASE).then_state(custody__status=S.PRISON, custody__title=None)
    freed = RELEASED.at("2026-03-13 12:00")
    assert stopped(*HELD, TO_PRISON, freed) == [("CUS-04", date(2026, 3, 12))]
    given(*HELD, TO_PRISON, freed).when(RELEASE).then_refused("CUS-02")
    assert stopped(*HELD, TO_PRISON, freed, LET_GO) == []


def test_a_new_title_does_not_open_the_prison():
    told = (
        PROPOSED.at("2026-03-13 10:00").but(ground="asylum"),
        ISSUED.at("2026-03-13 12:00").but(ground="asylum", until="2026-05-12"),
    )
    assert stopped(*HELD, TO_PRISON, NOTICED, *told) == [("CUS-04", date(2026, 3, 13))]
    state = there(replay(lines((*HELD, TO_PRISON, NOTICED, *told), NUMBER)))
    assert (state.custody.status, state.custody.stay) == (S.PRISON, None)
    assert state.custody.prison_notice is not None


# -- release ------------------------------------------------------------------------------


def test_a_release_ends_the_title_and_what_was_proposed():
    history = (*HELD, PROPOSED.at("2026-04-01 09:00"))
    asked = given(*history).when(RELEASE, at="2026-04-10 16:00")
    asked.then(RELEASED)
    asked.then_state(custody__status=S.RELEASED, custody__title=None, custody__proposed=None)


@pytest.mark.parametrize("history", [(ADMITTED.but(centre="XYZ"),), (*HELD, RELEASED)])
def test_who_is_not_held_is_not_released(history):
    given(*history).when(RELEASE).then_refused("CUS-02", saying="nobody is held")


@pytest.mark.parametrize("away", [TO_PRISON, TO_HOSPITAL])
def test_a_title_is_ended_from_afar(away):
    given(*HELD, away).when(RELEASE).then_state(custody__title=None)


def test_a_release_waits_for_nobody():
    given(*HELD).when(RELEASE).is_for(
        F.MIGRATION_OFFICER,
        F.REMOVAL_DIRECTOR,
        F.MINISTER_DELEGATE,
        F.MINISTER,
        F.CENTRE_DIRECTOR,
    )
    given(*HELD, *(PROPOSED.at("2026-03-05 09:00"),)).when(RELEASE).events()


# -- what stops a departure ---------------------------------------------------------------


def stopped(*history):
    moment = brussels("2026-04-01 09:00")
    attempt = Attempt(replay(lines(history, NUMBER)), "ConfirmDeparture", Context(moment, moment))
    return [(one.rule, one.values.get("day")) for one in not_held_elsewhere(attempt)]


@pytest.mark.parametrize("away", [TO_PRISON, TO_HOSPITAL])
def test_nobody_departs_from_a_prison_or_a_hospital(away):
    assert stopped(*HELD, away) == [("CUS-04", date(2026, 3, 12))]


@pytest.mark.parametrize("away", [TO_PRISON, TO_HOSPITAL])
def test_who_was_let_go_departs_from_there(away):
    assert stopped(*HELD, away, LET_GO) == []


def test_a_discharge_does_not_outlast_the_stay_it_is_of():
    again = TO_PRISON.at("2026-03-25 09:00")
    assert stopped(*HELD, TO_PRISON, LET_GO, BACK, again) == [("CUS-04", date(2026, 3, 25))]


def test_a_notice_of_the_prison_lets_nobody_go():
    assert stopped(*HELD, TO_PRISON, NOTICED) == [("CUS-04", date(2026, 3, 12))]


def test_who_has_absconded_does_not_depart():
    assert stopped(*BEGUN, PRESUMED, GONE) == [("CUS-04", date(2026, 3, 18))]
    assert stopped(*BEGUN, PRESUMED, GONE, FOUND) == []


@pytest.mark.parametrize("history", [(ADMITTED,), HELD, (*HELD, RELEASED), FAMILY_HELD])
def test_custody_holds_nobody_else_back(history):
    assert stopped(*history) == []


def test_a_dossier_that_does_not_exist_is_held_nowhere():
    moment = brussels("2026-04-01 09:00")
    assert (
        list(not_held_elsewhere(Attempt(None, "ConfirmDeparture", Context(moment, moment)))) == []
    )
