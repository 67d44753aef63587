"""A title is proposed by one person and issued by another, after something milder was weighed."""

import pytest
from dossier import ASSISTANT, INFORMED, OFFICER, SECOND_OFFICER
from examples.admission import ADMITTED
from examples.custody import (
    ASKED,
    DELEGATE,
    GONE,
    HELD,
    ISSUE,
    ISSUED,
    MINISTER,
    OFFICER_AS_ASSISTANT,
    PRESUMED,
    PROLONGATION_PROPOSED,
    PROLONGED,
    PROPOSE,
    PROPOSED,
    RELEASE_ORDERED,
    RELEASED,
    STEPPED,
    TO_HOSPITAL,
)
from given import Act, brussels, given

from domain import events as e
from domain.lifecycle import CustodyStatus, Stage
from domain.values import Function, Sealed

F = Function


def asked_for(history=(ADMITTED,), **said):
    return given(*history).when(PROPOSE.model_copy(update=said), at="2026-03-02 11:00")


def issued_on(day, *, history=(ADMITTED,), until=None, now=None, **said):
    """Propose at nine and issue at noon of a day."""
    told = {"place": "HOL", "held_since": None, **said}
    arrived = (history[0].at("2026-01-02 09:00"), *history[1:])
    proposed = PROPOSED.at(f"{day} 09:00").but(**told)
    issue = ISSUE.model_copy(update={"until": until})
    return given(*arrived, proposed).when(issue, by=OFFICER, at=f"{day} 12:00", now=now)


def test_a_proposal_names_the_centre_the_resident_is_at():
    asked_for().then(PROPOSED)


def test_an_officer_issues_what_an_assistant_prepared():
    asked = given(ADMITTED, PROPOSED).when(ISSUE, by=OFFICER, at="2026-03-02 12:00")
    asked.then(ISSUED)
    asked.then_state(
        stage=Stage.ARRIVAL,
        custody__status=CustodyStatus.HELD,
        custody__place="HOL",
        custody__title__ends="2026-05-01",
    )


def test_nothing_is_issued_that_was_not_proposed():
    given(ADMITTED).when(ISSUE, by=OFFICER).then_refused("CUS-01")
    given(*HELD).when(ISSUE, by=SECOND_OFFICER).then_refused("CUS-01")


def test_a_released_resident_s_old_proposal_is_not_issued():
    early = (ADMITTED, PROPOSED, ISSUED, PROPOSED.at("2026-04-01 09:00"), RELEASED)
    given(*early).when(ISSUE, by=OFFICER).then_refused("CUS-01")


# -- four eyes ----------------------------------------------------------------------------


def test_who_prepared_a_title_does_not_issue_it():
    given(ADMITTED, PROPOSED.by(OFFICER)).when(ISSUE, by=OFFICER).then_refused(
        "SEP-01", saying="P-008 prepared this as e.claes", exit_code=4
    )


def test_the_same_person_through_another_account_does_not_issue_it():
    given(ADMITTED, PROPOSED.by(OFFICER_AS_ASSISTANT)).when(ISSUE, by=OFFICER).then_refused(
        "SEP-01", saying="P-008 prepared this as claese", exit_code=4
    )


def test_who_prepared_it_first_is_not_forgotten_because_another_did_so_again():
    again = PROPOSED.by(ASSISTANT).at("2026-03-02 11:30")
    given(ADMITTED, PROPOSED.by(OFFICER), again).when(ISSUE, by=OFFICER).then_refused(
        "SEP-01", exit_code=4
    )


def test_who_corrected_a_proposal_has_prepared_it_and_does_not_issue_it():
    corrected = Act(
        e.RecordCorrected(
            corrects=2, field="until", becomes="2026-04-15", reason=Sealed.of("a slip of the pen")
        ),
        OFFICER,
        brussels("2026-03-02 11:30"),
    )
    history = (ADMITTED, PROPOSED, corrected)
    given(*history).when(ISSUE, by=OFFICER).then_refused("SEP-01", exit_code=4)
    [title] = given(*history).when(ISSUE, by=SECOND_OFFICER).events()
    assert vars(title)["until"] == "2026-04-15"


def test_titles_are_for_officers_the_director_of_removal_and_the_minister():
    given(ADMITTED, PROPOSED).when(ISSUE).is_for(
        F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER
    )
    given(ADMITTED, PROPOSED).when(ISSUE, by=DELEGATE).events()
    given(ADMITTED, PROPOSED).when(ISSUE, by=MINISTER).events()


def test_proposals_are_for_assistants_and_officers():
    asked_for().is_for(F.MIGRATION_ASSISTANT, F.MIGRATION_OFFICER)


# -- what is weighed, and where it leads ----------------------------------------------------


@pytest.mark.parametrize(
    "said", [{"less_coercive": ()}, {"not_enough": None}], ids=["nothing weighed", "no reason"]
)
def test_nobody_is_held_before_something_milder_was_weighed(said):
    asked_for(**said).then_refused("EXE-02", saying="which less coercive measures were weighed")


def test_a_title_whose_proposal_weighed_nothing_is_not_issued():
    bare = PROPOSED.but(less_coercive=())
    given(ADMITTED, bare).when(ISSUE, by=OFFICER).then_refused("EXE-02")


@pytest.mark.parametrize(("day", "rules"), [("2024-07-19", ()), ("2024-07-20", ("EXE-02",))])
def test_weighing_is_mandatory_since_20_july_2024(day, rules):
    arrived = ADMITTED.at("2024-07-01 09:00")
    asked = given(arrived).when(PROPOSE.model_copy(update={"less_coercive": ()}), at=f"{day} 09:00")
    asked.then_refused(*rules) if rules else asked.events()


def test_a_code_that_is_on_no_list_is_refused():
    asked_for(ground="convenience").then_refused("COD-01")


def test_another_reason_needs_words():
    asked_for(not_enough="other").then_refused("COD-02")


def test_a_place_is_on_the_list():
    asked_for(place="ANT").then_refused("PLC-01")


def test_a_family_title_leads_to_a_family_site():
    asked_for(ground="family", place="HOL").then_refused("DET-15", saying="HOL is a closed centre")


def test_a_family_on_a_site_is_in_a_family_unit():
    at_tubize = (ADMITTED.but(centre="TUB"), PROPOSED.but(ground="family", place="TUB"))
    given(*at_tubize).when(ISSUE, by=OFFICER).then_state(custody__status=CustodyStatus.FAMILY_UNIT)


def test_another_ground_is_another_proposal():
    other = ISSUE.model_copy(update={"ground": "border"})
    given(ADMITTED, PROPOSED).when(other, by=OFFICER).then_refused("CUS-01", saying="removal")


@pytest.mark.parametrize("minor", [{"age": "minor"}, {"unaccompanied": True, "age": "minor"}])
def test_no_minor_is_held_in_a_closed_centre(minor):
    row = "DET-16" if "unaccompanied" in minor else "DET-15"
    asked_for((ADMITTED.but(**minor),)).then_refused(row)


# -- how long -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "last"),
    [
        ("2026-01-15", "2026-03-14"),
        ("2026-03-01", "2026-04-30"),  # the whole of two months
        ("2026-03-28", "2026-05-27"),  # the night the clocks change
        ("2026-12-29", "2027-02-28"),
        ("2026-12-30", "2027-02-28"),  # a month too short is covered to its end
        ("2026-12-31", "2027-02-28"),
        ("2027-12-31", "2028-02-29"),
    ],
)
def test_two_months_are_counted_from_the_first_day_which_counts(day, last):
    [title] = issued_on(day).events()
    assert vars(title)["until"] == last


@pytest.mark.parametrize(
    ("ground", "last", "row"),
    [
        ("removal", "2026-04-09", "DET-01"),
        ("border", "2026-04-09", "DET-07"),
        ("asylum", "2026-04-09", "DET-08"),
        ("dublin", "2026-03-23", "DET-09"),
        ("recognised-decision", "2026-03-09", "DET-11"),
    ],
)
def test_each_legal_basis_has_its_own_length(ground, last, row):
    [title] = issued_on("2026-02-10", ground=ground).events()
    assert vars(title)["until"] == last
    eve, after = _around(last)
    assert (
        issued_on("2026-02-10", ground=ground, until=eve).events()[0].model_dump()["until"] == eve
    )
    assert issued_on("2026-02-10", ground=ground, until=last).events()
    issued_on("2026-02-10", ground=ground, until=after).then_refused(row, saying=f"until {last}")


def _around(day):
    from datetime import date, timedelta

    told = date.fromisoformat(day)
    return [str(told + timedelta(days=n)) for n in (-1, 1)]


def test_a_family_title_lasts_no_longer_than_the_first_term_of_article_7():
    family = (ADMITTED.but(centre="TUB"),)
    said = {"history": family, "ground": "family", "place": "TUB"}
    assert issued_on("2026-02-10", **said).events()[0].model_dump()["until"] == "2026-04-09"
    issued_on("2026-02-10", until="2026-04-10", **said).then_refused("DET-14")


@pytest.mark.parametrize(
    ("issued", "refused"), [("2026-02-15", ()), ("2026-02-16", ()), ("2026-02-17", ("DET-10",))]
)
def test_a_former_prisoner_waits_seven_days_from_the_warrant_s_end(issued, refused):
    asked = issued_on(issued, ground="former-prisoner", held_since="2026-02-10")
    if refused:
        asked.then_refused(*refused, saying="2026-02-16 at the latest")
    else:
        assert asked.events()[0].model_dump()["until"] == "2026-02-16"


def test_for_a_former_prisoner_the_warrant_s_end_is_told():
    issued_on("2026-02-10", ground="former-prisoner").then_refused("DET-10", saying="warrant")


@pytest.mark.parametrize(("day", "passes"), [("2026-06-11", True), ("2026-06-12", False)])
def test_of_a_dublin_title_no_length_is_known_since_12_june_2026(day, passes):
    asked = issued_on(day, ground="dublin")
    if passes:
        assert asked.events()[0].model_dump()["until"] == "2026-07-22"
    else:
        asked.then_refused("DET-09", saying="no length is known")


def test_detention_that_began_before_the_title_counts():
    [title] = issued_on("2026-02-10", held_since="2026-02-08").events()
    assert vars(title)["until"] == "2026-04-07"


@pytest.mark.parametrize(
    "said", [{"held_since": "2026-02-11"}, {"held_since": "2026-02-30"}, {"until": "2026-02-09"}]
)
def test_the_days_of_a_title_exist_and_are_in_their_order(said):
    issued_on("2026-02-10", **said).then_refused("CUS-05")


# -- a new title --------------------------------------------------------------------------


def anew(day, **said):
    """Propose a title on the ground of the one that runs since 2 March."""
    return given(*HELD).when(PROPOSE.model_copy(update=said), at=f"{day} 10:00")


def test_a_new_title_on_the_same_ground_does_not_start_the_clock_again():
    set_free = (*HELD, STEPPED, PROLONGATION_PROPOSED, PROLONGED, RELEASED.at("2026-06-28 16:00"))
    anew = (*set_free, PROPOSED.at("2026-07-20 09:00"))
    at = "2026-07-20 12:00"
    [title] = given(*anew).when(ISSUE, by=OFFICER, at=at).events()
    # Five months from 2 March end on 1 August; the 21 days at liberty are added.
    assert vars(title)["until"] == "2026-08-22"
    later = ISSUE.model_copy(update={"until": "2026-08-23"})
    given(*anew).when(later, by=OFFICER, at=at).then_refused("DET-05", saying="2026-08-22")


def test_where_five_months_were_spent_no_further_title_begins():
    anew("2026-08-01").events()
    anew("2026-08-02").then_refused("DET-05", saying="ended by 2026-08-01")


def test_after_a_refusal_to_board_the_clock_of_the_title_starts_again():
    asked = anew("2026-04-20", refused_boarding_on="2026-04-19")
    asked.events()
    again = PROPOSED.at("2026-04-20 10:00").but(refused_boarding_on="2026-04-19")
    [title] = given(*HELD, again).when(ISSUE, by=OFFICER, at="2026-04-20 12:00").events()
    assert vars(title)["until"] == "2026-06-19"


@pytest.mark.parametrize(
    ("refused_on", "passes"),
    [("2026-03-01", False), ("2026-03-02", True), ("2026-04-20", True), ("2026-04-21", False)],
)
def test_boarding_was_refused_under_the_title_before(refused_on, passes):
    asked = anew("2026-04-20", refused_boarding_on=refused_on)
    asked.events() if passes else asked.then_refused("DET-17")


def test_without_an_earlier_title_there_is_no_clock_to_start_again():
    asked_for(refused_boarding_on="2026-03-01").then_refused("DET-17")


def test_a_title_on_another_basis_has_its_own_clock():
    asylum = PROPOSED.at("2026-04-20 10:00").but(ground="asylum")
    [title] = given(*HELD, asylum).when(ISSUE, by=OFFICER, at="2026-04-20 12:00").events()
    assert vars(title)["until"] == "2026-06-19"


def test_no_new_title_while_a_court_s_release_waits():
    ordered = (*HELD, ASKED, RELEASE_ORDERED)
    given(*ordered).when(PROPOSE).then_refused("CDC-01", saying="release is mandatory")


def test_who_has_absconded_is_found_before_being_held():
    gone = (ADMITTED, INFORMED, PRESUMED, GONE)
    given(*gone).when(PROPOSE).then_refused("CUS-02", saying="was not found")


def test_a_title_given_in_hospital_leaves_the_resident_there():
    history = (*HELD, TO_HOSPITAL, PROPOSED.at("2026-03-13 09:00").but(ground="asylum"))
    given(*history).when(ISSUE, by=OFFICER).then_state(custody__status=CustodyStatus.HOSPITAL)


# -- order of the dates -------------------------------------------------------------------


def test_no_title_is_older_than_its_proposal():
    given(ADMITTED, PROPOSED).when(ISSUE, by=OFFICER, at="2026-03-02 10:30").then_refused("ORD-02")


def test_titles_are_no_step_of_the_first_procedure():
    given(ADMITTED.but(procedure=1)).when(PROPOSE).then_refused("ORD-06")
