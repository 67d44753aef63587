"""The ladder: by whom detention is prolonged, until when, and never beyond the maximum."""

from datetime import date, timedelta

import pytest
from dossier import ASSISTANT, DIRECTOR, INFORMED, OFFICER, SECOND_OFFICER
from examples.admission import ADMITTED
from examples.custody import (
    ASKED,
    DELEGATE,
    FAMILY_HELD,
    FURTHER_PROPOSED,
    GONE,
    HELD,
    ISSUED,
    MAINTAINED_IN_JULY,
    MINISTER,
    OFFICER_AS_ASSISTANT,
    PRESUMED,
    PROLONG,
    PROLONGATION_PROPOSED,
    PROLONGED,
    PROLONGED_BY_MINISTER,
    PROPOSE_PROLONGATION,
    PROPOSED,
    RELEASE_ORDERED,
    RELEASED,
    SEIZED_BY_MINISTER,
    STEPPED,
    TO_HOSPITAL,
    TO_PRISON,
    TWICE_PROLONGED,
)
from given import brussels, given, lines

from domain.authority import Actor
from domain.decide import Attempt, Context
from domain.decide.ladder import by_the_minister, next_rung
from domain.decide.release import detention_lawful
from domain.trajectory import replay
from domain.values import Function

F = Function
ONCE_PROPOSED = (*HELD, STEPPED, PROLONGATION_PROPOSED)
ONCE = (*ONCE_PROPOSED, PROLONGED)
PUBLIC_ORDER = PROLONGATION_PROPOSED.but(public_order=True)


def next_day(day, n=1):
    return str(date.fromisoformat(day) + timedelta(days=n))


def prolonging(*history, by=OFFICER, at=None, until=None):
    return given(*history).when(PROLONG.model_copy(update={"until": until}), by=by, at=at)


# -- the first time -----------------------------------------------------------------------


def test_an_officer_prolongs_a_first_time_by_two_months():
    asked = prolonging(*ONCE_PROPOSED, at="2026-04-28 10:00")
    asked.then(PROLONGED)
    asked.then_state(custody__title__ends="2026-07-01")


@pytest.mark.parametrize("decider", [OFFICER, DELEGATE, MINISTER])
def test_the_minister_a_delegate_or_an_officer_prolongs_a_first_time(decider):
    prolonging(*ONCE_PROPOSED, by=decider).events()


def test_the_director_of_removal_proposes_and_does_not_prolong():
    prolonging(*ONCE_PROPOSED).is_for(F.MIGRATION_OFFICER, F.MINISTER_DELEGATE, F.MINISTER)
    given(*HELD, STEPPED).when(PROPOSE_PROLONGATION).is_for(
        F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER, F.CENTRE_DIRECTOR, F.REMOVAL_DIRECTOR
    )


@pytest.mark.parametrize("preparer", [OFFICER, OFFICER_AS_ASSISTANT])
def test_who_proposed_a_prolongation_does_not_decide_it(preparer):
    proposed = PROLONGATION_PROPOSED.by(preparer)
    prolonging(*HELD, STEPPED, proposed).then_refused("SEP-01", exit_code=4)


def test_nothing_is_prolonged_that_was_not_proposed():
    prolonging(*HELD, STEPPED).then_refused("CUS-01")
    prolonging(*ONCE, by=MINISTER).then_refused("CUS-01")


@pytest.mark.parametrize(
    ("until", "passes"), [("2026-06-30", 1), ("2026-07-01", 1), ("2026-07-02", 0)]
)
def test_a_first_prolongation_adds_two_months_at_most(until, passes):
    asked = prolonging(*ONCE_PROPOSED, at="2026-04-28 10:00", until=until)
    asked.events() if passes else asked.then_refused("DET-03", saying="until 2026-07-01")


def test_a_short_title_is_prolonged_by_two_months_from_its_end():
    short = (ADMITTED, PROPOSED, ISSUED.but(until="2026-04-01"), STEPPED)
    proposed = PROLONGATION_PROPOSED.at("2026-03-27 10:00")
    [decided] = prolonging(*short, proposed, at="2026-03-30 10:00").events()
    assert decided.until == "2026-06-01"


@pytest.mark.parametrize(
    ("issued", "ends", "prolonged"),
    [
        ("2026-12-31", "2027-02-28", "2027-04-30"),
        ("2026-12-30", "2027-02-28", "2027-04-29"),
        ("2026-08-31", "2026-10-30", "2026-12-30"),
        ("2026-10-31", "2026-12-30", "2027-02-28"),
    ],
)
def test_months_of_unlike_length_are_counted_from_the_first_day(issued, ends, prolonged):
    history = (
        ADMITTED.at(f"{issued} 08:00"),
        PROPOSED.at(f"{issued} 09:00"),
        ISSUED.at(f"{issued} 12:00").but(until=ends),
        STEPPED.at(f"{issued} 15:00"),
        PROLONGATION_PROPOSED.at(f"{ends} 09:00"),
    )
    [decided] = prolonging(*history, at=f"{ends} 12:00").events()
    assert decided.until == prolonged


@pytest.mark.parametrize(
    ("at", "passes"),
    [("2026-04-30 12:00", True), ("2026-05-01 23:59", True), ("2026-05-02 00:00", False)],
)
def test_a_title_is_prolonged_before_it_runs_out(at, passes):
    asked = prolonging(*ONCE_PROPOSED, at=at)
    asked.events() if passes else asked.then_refused("DET-01", saying="ran out on 2026-05-01")


def test_a_prolongation_goes_beyond_the_title():
    prolonging(*ONCE_PROPOSED, at="2026-04-28 10:00", until="2026-05-01").then_refused("CUS-05")
    prolonging(*ONCE_PROPOSED, at="2026-04-28 10:00", until="2026-05-02").events()


# -- steps towards removal ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "passes"),
    [
        ("2026-03-02 17:00", True),
        ("2026-03-10 10:00", True),
        ("2026-03-11 23:30", True),  # the seventh working day after Monday 2 March
        ("2026-03-12 00:30", False),
    ],
)
def test_without_a_step_in_seven_working_days_detention_is_not_prolonged(step, passes):
    asked = prolonging(*HELD, STEPPED.at(step), PROLONGATION_PROPOSED, at="2026-04-28 10:00")
    asked.events() if passes else asked.then_refused("DET-02", saying="by 2026-03-11")


@pytest.mark.parametrize(
    ("step", "passes"), [("2026-04-13 10:00", True), ("2026-04-14 10:00", False)]
)
def test_easter_monday_is_no_working_day(step, passes):
    held = (
        ADMITTED.at("2026-04-01 08:00"),
        PROPOSED.at("2026-04-01 09:00"),
        ISSUED.at("2026-04-01 12:00").but(until="2026-05-31"),
    )
    proposed = PROLONGATION_PROPOSED.at("2026-05-20 10:00")
    asked = prolonging(*held, STEPPED.at(step), proposed)
    asked.events() if passes else asked.then_refused("DET-02", saying="by 2026-04-13")


@pytest.mark.parametrize(
    ("step", "passes"),
    [
        ("2026-03-04 10:00", False),  # under the title before
        ("2026-04-19 23:30", False),
        ("2026-04-20 08:00", True),
        ("2026-04-29 23:30", True),  # the seventh working day after Monday 20 April
        ("2026-04-30 00:30", False),
    ],
)
def test_a_step_counts_for_the_title_under_which_it_was_taken(step, passes):
    asylum = ISSUED.but(ground="asylum")
    again = (PROPOSED.at("2026-04-20 09:00"), ISSUED.at("2026-04-20 12:00").but(until="2026-06-19"))
    history = (ADMITTED, PROPOSED.but(ground="asylum"), asylum, STEPPED.at(step), *again)
    asked = prolonging(*history, PROLONGATION_PROPOSED.at("2026-06-10 10:00"))
    asked.events() if passes else asked.then_refused("DET-02", saying="by 2026-04-29")


def test_a_step_recorded_later_but_taken_in_time_counts():
    prolonging(*HELD, PROLONGATION_PROPOSED, STEPPED.at("2026-03-04 10:00")).events()


def test_whoever_proposes_is_told_too():
    given(*HELD).when(PROPOSE_PROLONGATION, at="2026-04-27 10:00").then_refused("DET-02")


def test_for_an_asylum_seeker_no_step_towards_removal_is_asked():
    held = (ADMITTED, PROPOSED.but(ground="asylum"), ISSUED.but(ground="asylum"))
    prolonging(*held, PROLONGATION_PROPOSED).events()


# -- the Minister alone -------------------------------------------------------------------


@pytest.mark.parametrize("decider", [OFFICER, DELEGATE])
def test_a_later_prolongation_is_for_the_minister_alone(decider):
    history = (*ONCE, FURTHER_PROPOSED)
    prolonging(*history, by=decider, at="2026-06-24 10:00").then_refused(
        "DET-04", saying="for the Minister alone", exit_code=4
    )
    prolonging(*history, by=MINISTER, at="2026-06-24 10:00").then(
        PROLONGED_BY_MINISTER.but(reference="DET-2026-00077")
    )


def test_the_minister_prolongs_until_five_months_and_no_day_more():
    history = (*ONCE, FURTHER_PROPOSED)
    at = "2026-06-24 10:00"
    for until in ("2026-07-31", "2026-08-01"):
        prolonging(*history, by=MINISTER, at=at, until=until).events()
    prolonging(*history, by=MINISTER, at=at, until="2026-08-02").then_refused(
        "DET-04", saying="until 2026-08-01 at most"
    )


def test_at_five_months_detention_is_not_prolonged_any_more():
    given(*TWICE_PROLONGED, SEIZED_BY_MINISTER).when(
        PROPOSE_PROLONGATION, at="2026-06-29 10:00"
    ).then_refused("DET-04", saying="the title already does")


def test_days_in_prison_are_no_days_of_detention_and_put_the_maximum_off():
    away = TO_PRISON.at("2026-05-11 12:00")
    back = TO_PRISON.but(to="back").at("2026-05-16 12:00")
    history = (*ONCE, away, back, FURTHER_PROPOSED)
    [decided] = prolonging(*history, by=MINISTER, at="2026-06-24 10:00").events()
    # Four whole days, 12 to 15 May, were spent elsewhere.
    assert decided.until == "2026-08-05"


# -- public order -------------------------------------------------------------------------


def for_public_order(months, day=None):
    """Tell a detention prolonged for public order month by month after the fifth."""
    history = [*TWICE_PROLONGED, SEIZED_BY_MINISTER, MAINTAINED_IN_JULY]
    ends = ["2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01"]
    for place in range(months):
        near = f"{ends[place][:-2]}01"
        history.append(PUBLIC_ORDER.at(f"{near} 09:00"))
        history.append(PROLONGED_BY_MINISTER.at(f"{near} 10:00").but(until=ends[place + 1]))
        history.append(SEIZED_BY_MINISTER.at(f"{near} 11:00"))
        history.append(MAINTAINED_IN_JULY.at(f"{near} 15:00"))
    return (*history, PUBLIC_ORDER.at(f"{day or ends[months]} 12:00"))


@pytest.mark.parametrize(
    ("months", "until"), [(0, "2026-09-01"), (1, "2026-10-01"), (2, "2026-11-01")]
)
def test_for_public_order_the_minister_adds_a_month_at_a_time(months, until):
    history = for_public_order(months)
    [decided] = prolonging(*history, by=MINISTER).events()
    assert decided.until == until
    prolonging(*history, by=MINISTER, until=next_day(until)).then_refused("DET-06")
    prolonging(*history, by=MINISTER, until=next_day(until, -1)).events()


def test_eight_months_are_the_end_even_for_public_order():
    prolonging(*for_public_order(3), by=MINISTER).then_refused("DET-06", saying="2026-11-01")


@pytest.mark.parametrize("decider", [OFFICER, DELEGATE])
def test_public_order_is_for_the_minister_alone(decider):
    prolonging(*for_public_order(0), by=decider).then_refused(
        "DET-06", saying="Minister alone", exit_code=4
    )


def test_public_order_shortens_no_ladder():
    history = (*ONCE, PUBLIC_ORDER.at("2026-06-22 10:00"))
    prolonging(*history, by=MINISTER, at="2026-06-24 10:00").then_refused(
        "DET-06", saying="once it lasts until 2026-08-01"
    )


# -- other legal bases --------------------------------------------------------------------


def held_on(ground, until="2026-05-01"):
    return (ADMITTED, PROPOSED.but(ground=ground), ISSUED.but(ground=ground, until=until))


@pytest.mark.parametrize(
    ("ground", "row", "until"),
    [
        ("dublin", "DET-09", "2026-04-12"),
        ("former-prisoner", "DET-10", "2026-03-08"),
        ("recognised-decision", "DET-11", "2026-04-01"),
    ],
)
def test_some_titles_are_not_prolonged(ground, row, until):
    given(*held_on(ground, until)).when(PROPOSE_PROLONGATION, at="2026-03-06 10:00").then_refused(
        row, saying="not prolonged"
    )


def test_at_the_border_five_months_are_the_end():
    held = (*held_on("border"), PROLONGATION_PROPOSED, PROLONGED, FURTHER_PROPOSED)
    [decided] = prolonging(*held, by=MINISTER, at="2026-06-24 10:00").events()
    assert decided.until == "2026-08-01"
    prolonging(*held, by=MINISTER, at="2026-06-24 10:00", until="2026-08-02").then_refused("DET-07")
    prolonging(*held, by=OFFICER, at="2026-06-24 10:00").then_refused("DET-07", exit_code=4)


def test_an_asylum_seeker_is_held_beyond_four_months_for_national_security_alone():
    held = (*held_on("asylum"), PROLONGATION_PROPOSED, PROLONGED)
    at = "2026-06-24 10:00"
    prolonging(*held, FURTHER_PROPOSED, by=MINISTER, at=at).then_refused("DET-08")
    for_security = PUBLIC_ORDER.at("2026-06-22 10:00")
    [decided] = prolonging(*held, for_security, by=MINISTER, at=at).events()
    assert decided.until == "2026-08-01"


def test_a_family_is_prolonged_once():
    proposed = PROLONGATION_PROPOSED
    [decided] = prolonging(*FAMILY_HELD, proposed, at="2026-04-28 10:00").events()
    assert decided.until == "2026-07-01"
    twice = (*FAMILY_HELD, proposed, PROLONGED, FURTHER_PROPOSED)
    prolonging(*twice, by=MINISTER, at="2026-06-24 10:00").then_refused("DET-19")


@pytest.mark.parametrize(("ground", "row"), [("border", "DET-07"), ("asylum", "DET-08")])
def test_each_legal_basis_is_quoted_for_its_own_prolongation(ground, row):
    held = (*held_on(ground), PROLONGATION_PROPOSED)
    prolonging(*held, at="2026-04-28 10:00", until="2026-07-02").then_refused(row)


# -- for the security of the country, of who asks for asylum ----------------------------------


def secured(months):
    """Tell an asylum seeker held two months, two more, and by the Minister month by month."""
    history = [*held_on("asylum"), PROLONGATION_PROPOSED, PROLONGED]
    for place in range(months):
        near = NEAR[place]
        until = ("2026-08-01", "2026-09-01")[place]
        history.append(PUBLIC_ORDER.at(f"{near} 09:00"))
        history.append(PROLONGED_BY_MINISTER.at(f"{near} 10:00").but(until=until))
        history.append(SEIZED_BY_MINISTER.at(f"{near} 11:00"))
        history.append(MAINTAINED_IN_JULY.at(f"{near} 15:00"))
    return (*history, PUBLIC_ORDER.at(f"{NEAR[months]} 16:00"))


NEAR = ("2026-06-24", "2026-07-24", "2026-08-24")


def test_six_months_are_the_end_for_an_asylum_seeker():
    [decided] = prolonging(*secured(1), by=MINISTER).events()
    assert decided.until == "2026-09-01"
    prolonging(*secured(1), by=MINISTER, until="2026-09-02").then_refused("DET-08")
    prolonging(*secured(2), by=MINISTER).then_refused("DET-08", saying="2026-09-01")
    prolonging(*secured(1), by=OFFICER).then_refused("DET-08", exit_code=4)


def test_an_asylum_seeker_is_not_held_for_security_before_the_four_months_are_over():
    early = (*held_on("asylum"), PUBLIC_ORDER.at("2026-04-27 10:00"))
    prolonging(*early, by=MINISTER, at="2026-04-28 10:00").then_refused("DET-08", saying="lasts")


def test_for_public_order_the_minister_decides_whatever_was_prolonged_before():
    # On record as it should not be: five months under one title that was never prolonged.
    history = (*HELD[:2], ISSUED.but(until="2026-08-01"), STEPPED)
    wrong = (PUBLIC_ORDER.at("2026-07-27 10:00"), PROLONGED.at("2026-07-28 10:00"))
    held = replay(lines((*history, *wrong), "HOL-2026-0042"))
    assert held is not None
    [decided] = by_the_minister(held.custody, held.custody.titles[-1])
    assert decided.role == F.MIGRATION_OFFICER
    rung = next_rung(held.custody, held.custody.titles[-1]._replace(prolongations=()), JULY, **PO)
    assert rung is not None
    assert rung.minister


JULY, PO = date(2026, 7, 28), {"public_order": True}


# -- where the resident is -------------------------------------------------------------------


@pytest.mark.parametrize("away", [(TO_PRISON,), (INFORMED, PRESUMED, GONE), (RELEASED,)])
def test_a_detention_that_does_not_go_on_is_not_prolonged(away):
    history = (*HELD, STEPPED, *away)
    given(*history).when(PROPOSE_PROLONGATION, at="2026-04-27 10:00").then_refused("CUS-02")
    told = (*history, PROLONGATION_PROPOSED)
    rules = prolonging(*told, at="2026-04-28 10:00").rules_in_the_way()
    assert "CUS-02" in rules


def test_in_a_hospital_it_goes_on():
    prolonging(*HELD, STEPPED, TO_HOSPITAL, PROLONGATION_PROPOSED).events()


# -- release comes first ------------------------------------------------------------------


def test_what_a_court_ordered_is_not_prolonged_away():
    ordered = (*HELD, STEPPED, ASKED, RELEASE_ORDERED, PROLONGATION_PROPOSED)
    prolonging(*ordered).then_refused("CDC-01")


def test_nothing_is_prolonged_where_no_title_runs():
    given(ADMITTED).when(PROPOSE_PROLONGATION).then_refused("CUS-02")


# -- read back from history ---------------------------------------------------------------


def found(*history, at):
    state = replay(lines(history, "HOL-2026-0042"))
    moment = brussels(at)
    attempt = Attempt(state, "ConfirmDeparture", Context(moment, moment))
    return [(failing.rule, failing.finding) for failing in detention_lawful(attempt)]


def test_a_later_prolongation_by_a_delegate_is_found():
    wrong = (*ONCE, FURTHER_PROPOSED, PROLONGED_BY_MINISTER.by(DELEGATE), SEIZED_BY_MINISTER)
    assert found(*wrong, at="2026-06-30 10:00") == [("DET-04", "UNLAWFUL_DETENTION")]
    right = (*TWICE_PROLONGED, SEIZED_BY_MINISTER)
    assert found(*right, at="2026-06-30 10:00") == []


def test_the_first_prolongation_may_be_a_delegate_s():
    delegated = (*ONCE_PROPOSED, PROLONGED.by(DELEGATE))
    assert found(*delegated, at="2026-05-20 10:00") == []


def test_roles_may_be_exchanged_in_the_next_prolongation():
    exchanged = (
        *HELD,
        STEPPED,
        PROLONGATION_PROPOSED.by(SECOND_OFFICER),
        PROLONGED,
        FURTHER_PROPOSED.by(OFFICER),
    )
    both = Actor("t.lemaire", "P-009", frozenset({F.MINISTER}))
    prolonging(*exchanged, by=both, at="2026-06-24 10:00").events()


def test_a_director_may_propose():
    prolonging(*HELD, STEPPED, PROLONGATION_PROPOSED.by(DIRECTOR)).events()


def test_the_first_proposer_is_not_forgotten_because_another_proposed_again():
    again = PROLONGATION_PROPOSED.by(ASSISTANT).at("2026-04-27 15:00")
    prolonging(*HELD, STEPPED, PROLONGATION_PROPOSED.by(OFFICER), again).then_refused(
        "SEP-01", exit_code=4
    )
