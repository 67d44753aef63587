"""A title is proposed by one person and issued by another, after something milder was weighed."""

from typing import Any

import pytest
from dossier import ASSISTANT, COACH, INFORMED, OFFICER, SECOND_OFFICER
from examples.admission import ADMITTED
from examples.custody import (
    ASKED,
    DELEGATE,
    GONE,
    HEARD,
    HELD,
    ISSUE,
    ISSUED,
    MAINTAINED_IN_JULY,
    MINISTER,
    OFFICER_AS_ASSISTANT,
    PRESUMED,
    PROLONG,
    PROLONGATION_PROPOSED,
    PROLONGED,
    PROPOSE,
    PROPOSED,
    RELEASE_ORDERED,
    RELEASED,
    SEIZED_BY_MINISTER,
    STEPPED,
    TO_HOSPITAL,
    TWICE_PROLONGED,
)
from examples.family import DISPUTED
from examples.removal import FAILED, SCHEDULED, STARTED
from examples.transfer import BEGUN, ORDERED
from given import Act, brussels, given, lines, there

from domain import events as e
from domain.decide import Attempt, Context
from domain.decide.places import must_leave
from domain.decide.release import detention_lawful
from domain.lifecycle import CustodyStatus, Stage
from domain.trajectory import replay
from domain.values import Function, Sealed

F = Function
READY = (ADMITTED, PROPOSED, HEARD)


def asked_for(history=(ADMITTED,), **said):
    return given(*history).when(PROPOSE.model_copy(update=said), at="2026-03-02 11:00")


def issued_on(day, *, history=(ADMITTED,), until=None, now=None, **said):
    """Arrive at eight, be heard, propose at nine and issue at noon of a day."""
    told = {"place": "HOL", "held_since": None, **said}
    arrived = (history[0].at(f"{day} 08:00"), *history[1:], HEARD.at(f"{day} 08:30"))
    proposed = PROPOSED.at(f"{day} 09:00").but(**told)
    issue = ISSUE.model_copy(update={"until": until})
    return given(*arrived, proposed).when(issue, by=OFFICER, at=f"{day} 12:00", now=now)


def test_a_proposal_names_the_centre_the_resident_is_at():
    asked_for().then(PROPOSED)


def test_an_officer_issues_what_an_assistant_prepared():
    asked = given(*READY).when(ISSUE, by=OFFICER, at="2026-03-02 12:00")
    asked.then(ISSUED)
    asked.then_state(
        stage=Stage.ARRIVAL,
        custody__status=CustodyStatus.HELD,
        custody__place="HOL",
        custody__title__ends="2026-05-01",
    )


def test_nothing_is_issued_that_was_not_proposed():
    given(ADMITTED, HEARD).when(ISSUE, by=OFFICER).then_refused("CUS-01")
    heard_again = HEARD.at("2026-03-03 09:00")
    given(*HELD, heard_again).when(ISSUE, by=SECOND_OFFICER).then_refused("CUS-01")


def test_a_released_resident_s_old_proposal_is_not_issued():
    again = (PROPOSED.at("2026-04-01 09:00"), HEARD.at("2026-04-01 10:00"))
    early = (ADMITTED, PROPOSED, ISSUED, *again, RELEASED)
    given(*early).when(ISSUE, by=OFFICER).then_refused("CUS-01")


# -- four eyes ----------------------------------------------------------------------------


def test_who_prepared_a_title_does_not_issue_it():
    given(ADMITTED, PROPOSED.by(OFFICER), HEARD).when(ISSUE, by=OFFICER).then_refused(
        "SEP-01", saying="P-008 prepared this as e.claes", exit_code=4
    )


def test_the_same_person_through_another_account_does_not_issue_it():
    given(ADMITTED, PROPOSED.by(OFFICER_AS_ASSISTANT), HEARD).when(ISSUE, by=OFFICER).then_refused(
        "SEP-01", saying="P-008 prepared this as claese", exit_code=4
    )


def test_who_prepared_it_first_is_not_forgotten_because_another_did_so_again():
    again = PROPOSED.by(ASSISTANT).at("2026-03-02 11:30")
    given(ADMITTED, PROPOSED.by(OFFICER), again, HEARD).when(ISSUE, by=OFFICER).then_refused(
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
    history = (ADMITTED, PROPOSED, corrected, HEARD)
    given(*history).when(ISSUE, by=OFFICER).then_refused("SEP-01", exit_code=4)
    [title] = given(*history).when(ISSUE, by=SECOND_OFFICER).events()
    assert vars(title)["until"] == "2026-04-15"


def test_titles_are_for_officers_the_director_of_removal_and_the_minister():
    given(*READY).when(ISSUE).is_for(
        F.MIGRATION_OFFICER, F.REMOVAL_DIRECTOR, F.MINISTER_DELEGATE, F.MINISTER
    )
    given(*READY).when(ISSUE, by=DELEGATE).events()
    given(*READY).when(ISSUE, by=MINISTER).events()


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
    given(ADMITTED, bare, HEARD).when(ISSUE, by=OFFICER).then_refused("EXE-02")


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
    asked = asked_for(ground="family", place="HOL", less_coercive=("own-dwelling",))
    asked.then_refused("DET-15", saying="HOL is a closed centre")


def test_a_family_on_a_site_is_in_a_family_unit():
    weighed = PROPOSED.but(ground="family", place="TUB", less_coercive=("own-dwelling",))
    at_tubize = (ADMITTED.but(centre="TUB"), weighed, HEARD)
    given(*at_tubize).when(ISSUE, by=OFFICER).then_state(custody__status=CustodyStatus.FAMILY_UNIT)


@pytest.mark.parametrize(("ground", "asked"), [("family", 1), ("removal", 1), ("border", 0)])
def test_before_a_family_is_held_its_own_dwelling_is_weighed(ground, asked):
    at_tubize = (ADMITTED.but(centre="TUB"),)
    told = asked_for(at_tubize, ground=ground)
    told.then_refused("DET-18", saying="own dwelling") if asked else told.events()
    asked_for(at_tubize, ground=ground, less_coercive=("own-dwelling", "reporting")).events()
    bare = PROPOSED.but(ground=ground, place="TUB")
    issued = given(*at_tubize, bare, HEARD).when(ISSUE, by=OFFICER)
    issued.then_refused("DET-18") if asked else issued.events()


@pytest.mark.parametrize(("day", "passes"), [("2024-07-19", True), ("2024-07-20", False)])
def test_the_own_dwelling_is_weighed_since_20_july_2024(day, passes):
    arrived = ADMITTED.but(centre="TUB").at(f"{day} 08:00")
    asked = given(arrived).when(PROPOSE, at=f"{day} 09:00")
    asked.events() if passes else asked.then_refused("DET-18")


def test_a_title_for_another_place_waits_for_the_transfer():
    asked_for(place="BRU").then_refused("CUS-02", saying="held in HOL; a title for BRU waits")
    asked_for((ADMITTED, TO_HOSPITAL.at("2026-03-02 10:30")), place="BRU").then_refused("CUS-02")
    on_the_way = (ADMITTED, ORDERED.at("2026-03-02 10:20"), BEGUN.at("2026-03-02 10:30"))
    for place in ("HOL", "BRU"):
        asked_for(on_the_way, place=place).events()
    asked_for(on_the_way, place="CAR").then_refused("CUS-02")


FREED = (*HELD, RELEASED.at("2026-03-03 16:00"))


def again_at(place, beds=None, **who):
    freed = (FREED[0].but(**who), *FREED[1:])
    told = (PROPOSED.at("2026-03-10 09:00").but(place=place), HEARD.at("2026-03-10 09:30"))
    return given(*freed, *told).when(ISSUE, by=OFFICER, at="2026-03-10 10:00", beds=beds)


def test_who_was_free_is_brought_where_the_title_says():
    again_at("BRU").then_state(centre="BRU", custody__place="BRU")


def test_a_title_leads_to_no_place_for_the_other_sex_nor_to_a_full_one():
    again_at("VOT").then_refused("PLC-02", saying="VOT is for men")
    again_at("BRU", beds={"BRU": 0}).then_refused("PLC-03")
    again_at("HOL", beds={"HOL": 0}).then_refused("PLC-03")
    held = given(*READY).when(ISSUE, by=OFFICER, beds={"HOL": 0})
    held.events()  # she has her bed there


def test_of_a_child_held_under_a_title_elsewhere_it_is_seen_where_it_is():
    doubt = DISPUTED.at("2026-03-12 10:00")
    told = (PROPOSED.at("2026-03-10 09:00"), HEARD.at("2026-03-10 09:30"))
    back = ISSUED.at("2026-03-10 10:00").but(until="2026-05-01")
    history = (ADMITTED.but(centre="TUB"), *FREED[1:], *told, back, doubt)
    [found] = must_leave(
        there(replay(lines(history, "HOL-2026-0042"))), brussels("2026-03-13 10:00")
    )
    assert found.rule == "DET-15"


def test_another_ground_is_another_proposal():
    other = ISSUE.model_copy(update={"ground": "border"})
    given(*READY).when(other, by=OFFICER).then_refused("CUS-01", saying="removal")


@pytest.mark.parametrize("minor", [{"age": "minor"}, {"unaccompanied": True, "age": "minor"}])
def test_no_minor_is_held_in_a_closed_centre(minor):
    row = "DET-16" if "unaccompanied" in minor else "DET-15"
    asked_for((ADMITTED.but(**minor),)).then_refused(row)


# -- heard, and told of the duty -------------------------------------------------------------


def test_the_resident_is_heard_before_a_title_is_issued():
    given(ADMITTED, PROPOSED).when(ISSUE, by=OFFICER).then_refused("HEA-02", saying="not heard")
    too_late = HEARD.at("2026-03-02 12:01")
    asked = given(ADMITTED, PROPOSED, too_late).when(
        ISSUE, by=OFFICER, at="2026-03-02 12:00", now="2026-03-02 13:00"
    )
    asked.then_refused("HEA-02")


def test_heard_on_something_else_is_not_heard_on_the_detention():
    other = HEARD.but(about=("entry-ban",))
    given(ADMITTED, PROPOSED, other).when(ISSUE, by=OFFICER).then_refused("HEA-02")
    given(ADMITTED, PROPOSED, HEARD.but(about=())).when(ISSUE, by=OFFICER).events()


def test_a_hearing_before_one_title_is_none_before_the_next():
    again = PROPOSED.at("2026-04-20 10:00").but(ground="asylum")
    history = (ADMITTED, PROPOSED, HEARD, ISSUED, again)
    given(*history).when(ISSUE, by=OFFICER).then_refused("HEA-02")
    given(*history, HEARD.at("2026-04-20 10:30")).when(ISSUE, by=OFFICER).events()


def test_why_nobody_was_heard_is_enough():
    waived = Act(
        e.HearingWaived(
            reason="refuses-to-speak",
            about=("detention-title",),
            explanation=Sealed.of("stays silent, with a lawyer present"),
        ),
        COACH,
        brussels("2026-03-02 10:45"),
    )
    given(ADMITTED, PROPOSED, waived).when(ISSUE, by=OFFICER).events()


def test_lack_of_cooperation_counts_only_after_the_duty_was_told():
    asked_for(not_enough="non-cooperation").then_refused("INF-01", saying="duty to cooperate")
    told = INFORMED.at("2026-03-02 10:30")
    asked_for((ADMITTED, told), not_enough="non-cooperation").events()
    unrelated = told.but(kinds=("brochure", "remedies"))
    asked_for((ADMITTED, unrelated), not_enough="non-cooperation").then_refused("INF-01")


def test_a_title_for_lack_of_cooperation_is_not_issued_to_who_was_not_told():
    proposed = PROPOSED.but(not_enough="non-cooperation")
    given(ADMITTED, proposed, HEARD).when(ISSUE, by=OFFICER).then_refused("INF-01")
    told = INFORMED.at("2026-03-02 10:30")
    given(ADMITTED, told, proposed, HEARD).when(ISSUE, by=OFFICER).events()


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
    said: Any = {"history": family, "ground": "family", "place": "TUB"}
    said |= {"less_coercive": ("own-dwelling",)}
    assert issued_on("2026-02-10", **said).events()[0].model_dump()["until"] == "2026-04-09"
    issued_on("2026-02-10", until="2026-04-10", **said).then_refused("DET-19")


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
    anew = (*set_free, PROPOSED.at("2026-07-20 09:00"), HEARD.at("2026-07-20 08:00"))
    at = "2026-07-20 12:00"
    [title] = given(*anew).when(ISSUE, by=OFFICER, at=at).events()
    # Five months from 2 March end on 1 August; the 21 days at liberty are added.
    assert vars(title)["until"] == "2026-08-22"
    later = ISSUE.model_copy(update={"until": "2026-08-23"})
    given(*anew).when(later, by=OFFICER, at=at).then_refused("DET-05", saying="2026-08-22")


def test_where_five_months_were_spent_no_further_title_begins():
    spent = (*TWICE_PROLONGED, SEIZED_BY_MINISTER, MAINTAINED_IN_JULY)
    freed = (*spent, RELEASED.at("2026-08-01 16:00"))
    given(*freed[:-1]).when(PROPOSE, at="2026-08-02 10:00").then_refused("DET-03", "DET-05")
    asked = given(*freed).when(PROPOSE, at="2026-08-03 10:00")
    asked.then_refused("DET-05", saying="ended by 2026-08-01")


def not_boarded(day, reason="refused-to-board"):
    """Tell a removal that failed on a day of April, as planned the week before."""
    return (
        SCHEDULED.at("2026-04-15 10:00"),
        STARTED.at(f"{day} 06:00"),
        FAILED.at(f"{day} 08:00").but(reason=reason),
    )


def test_after_a_refusal_to_board_the_clock_of_the_title_starts_again():
    again = PROPOSED.at("2026-04-20 10:00").but(refused_boarding_on="2026-04-19")
    heard = HEARD.at("2026-04-20 11:00")
    history = (*HELD, *not_boarded("2026-04-19"), again, heard)
    [title] = given(*history).when(ISSUE, by=OFFICER, at="2026-04-20 12:00").events()
    assert vars(title)["until"] == "2026-06-19"


@pytest.mark.parametrize(
    ("refused_on", "passes"),
    [("2026-04-18", False), ("2026-04-19", True), ("2026-04-20", False), ("2026-04-21", False)],
)
def test_the_clock_starts_again_where_an_attempt_of_that_day_failed_for_it(refused_on, passes):
    history = (*HELD, *not_boarded("2026-04-19"))
    again = PROPOSE.model_copy(update={"refused_boarding_on": refused_on})
    asked = given(*history).when(again, at="2026-04-20 10:00")
    asked.events() if passes else asked.then_refused("DET-17")


@pytest.mark.parametrize(
    ("reason", "passes"),
    [("refused-to-board", True), ("disembarked", True), ("flight-cancelled", False)],
)
def test_a_flight_that_failed_for_another_reason_starts_no_clock(reason, passes):
    history = (*HELD, *not_boarded("2026-04-19", reason))
    again = PROPOSE.model_copy(update={"refused_boarding_on": "2026-04-19"})
    asked = given(*history).when(again, at="2026-04-20 10:00")
    asked.events() if passes else asked.then_refused("DET-17", saying="no attempt is on record")


def test_a_day_that_is_only_typed_starts_no_clock():
    anew("2026-04-20", refused_boarding_on="2026-04-19").then_refused(
        "DET-17", saying="no attempt is on record"
    )


def test_boarding_was_refused_under_the_title_before():
    anew("2026-04-20", refused_boarding_on="2026-03-01").then_refused("DET-17", saying="earlier")


def test_without_an_earlier_title_there_is_no_clock_to_start_again():
    asked_for(refused_boarding_on="2026-03-01").then_refused("DET-17")


def test_a_title_on_another_basis_has_its_own_clock():
    asylum = PROPOSED.at("2026-04-20 10:00").but(ground="asylum")
    heard = HEARD.at("2026-04-20 09:00")
    [title] = given(*HELD, asylum, heard).when(ISSUE, by=OFFICER, at="2026-04-20 12:00").events()
    assert vars(title)["until"] == "2026-06-19"


def test_no_new_title_while_a_court_s_release_waits():
    ordered = (*HELD, ASKED, RELEASE_ORDERED)
    given(*ordered).when(PROPOSE).then_refused("CDC-01", saying="release is mandatory")


def test_who_has_absconded_is_found_before_being_held():
    gone = (ADMITTED, INFORMED, PRESUMED, GONE)
    given(*gone).when(PROPOSE).then_refused("CUS-02", saying="was not found")


def test_a_title_given_in_hospital_leaves_the_resident_there():
    asylum = PROPOSED.at("2026-03-13 09:00").but(ground="asylum")
    history = (*HELD, TO_HOSPITAL, asylum, HEARD.at("2026-03-13 09:30"))
    given(*history).when(ISSUE, by=OFFICER).then_state(custody__status=CustodyStatus.HOSPITAL)


# -- a detention that was prolonged goes on ----------------------------------------------------

ONCE = (*HELD, STEPPED, PROLONGATION_PROPOSED, PROLONGED)
AGAIN = (
    PROPOSED.at("2026-06-10 09:00").but(prospect="journey-planned"),
    HEARD.at("2026-06-10 10:00"),
)


def again(history, *, by, **said):
    proposed = (AGAIN[0].but(**said), AGAIN[1])
    return given(*history, *proposed).when(ISSUE, by=by, at="2026-06-10 12:00")


@pytest.mark.parametrize("decider", [OFFICER, DELEGATE])
def test_a_new_title_that_continues_a_prolonged_detention_is_the_minister_s(decider):
    again(ONCE, by=decider).then_refused("DET-04", saying="the Minister alone", exit_code=4)
    again(ONCE, by=MINISTER).events()


def test_on_another_ground_it_is_another_detention():
    again(ONCE, by=OFFICER, ground="asylum").events()


def test_after_a_release_a_first_title_is_an_officer_s():
    again((*ONCE, RELEASED.at("2026-05-20 16:00")), by=OFFICER).events()


def test_what_continues_on_its_ground_after_another_is_the_minister_s_too():
    asylum = (
        PROPOSED.at("2026-05-20 09:00").but(ground="asylum"),
        ISSUED.at("2026-05-20 12:00").but(ground="asylum", until="2026-07-19"),
    )
    again((*ONCE, *asylum), by=OFFICER).then_refused("DET-04", exit_code=4)


def test_after_a_refusal_to_board_the_detention_begins_anew():
    history = (*ONCE, *not_boarded("2026-06-09"))
    again(history, by=OFFICER, refused_boarding_on="2026-06-09").events()


def test_that_an_officer_issued_it_is_found_in_history():
    issued = ISSUED.at("2026-06-10 12:00").but(until="2026-08-01")
    wrong = (*ONCE, *AGAIN, issued)
    assert "DET-04" in held_unlawfully(*wrong, at="2026-06-12 09:00")
    right = (*ONCE, *AGAIN, issued.by(MINISTER))
    assert held_unlawfully(*right, at="2026-06-12 09:00") == []
    # What the Minister decides, the Minister brings before the chamber: five working days.
    assert held_unlawfully(*right, at="2026-06-17 23:59") == []
    assert held_unlawfully(*right, at="2026-06-18 00:00") == ["CDC-05"]


def test_its_prolongation_is_the_minister_s_and_ends_with_the_maximum():
    issued = ISSUED.at("2026-06-10 12:00").by(MINISTER).but(until="2026-07-10")
    chamber = (SEIZED_BY_MINISTER.at("2026-06-12 10:00"), MAINTAINED_IN_JULY.at("2026-06-16 10:00"))
    proposed = PROLONGATION_PROPOSED.at("2026-07-06 10:00")
    history = (*ONCE, *AGAIN, issued, *chamber, proposed)
    at = "2026-07-07 10:00"
    given(*history).when(PROLONG, by=OFFICER, at=at).then_refused("DET-04", exit_code=4)
    [prolonged] = given(*history).when(PROLONG, by=MINISTER, at=at).events()
    assert vars(prolonged)["until"] == "2026-08-01"


def held_unlawfully(*history, at):
    moment = brussels(at)
    attempt = Attempt(
        replay(lines(history, "HOL-2026-0042")), "ConfirmDeparture", Context(moment, moment)
    )
    return [failing.rule for failing in detention_lawful(attempt)]


# -- order of the dates -------------------------------------------------------------------


def test_no_title_is_older_than_its_proposal():
    given(*READY).when(ISSUE, by=OFFICER, at="2026-03-02 10:50").then_refused("ORD-02")


def test_titles_are_no_step_of_the_first_procedure():
    given(ADMITTED.but(procedure=1)).when(PROPOSE).then_refused("ORD-06")
