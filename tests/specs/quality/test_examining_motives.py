"""The motives of every serious measure are examined, by who had no part in the dossier."""

import pytest
from dossier import ARRIVED, DIRECTOR, NUMBER, OFFICER
from examples.custody import (
    ISSUED,
    PROLONGATION_PROPOSED,
    PROLONGED,
    RESTRICTED,
    RESTRICTION_PROPOSED,
    STEPPED,
    TWICE_PROLONGED,
)
from examples.custody import PROPOSED as DETENTION_PROPOSED
from examples.health import REMOVAL_DIRECTOR
from examples.measures import (
    ACCOUNTED,
    BY_THE_DIRECTOR_GENERAL,
    BY_THE_MINISTER,
    COERCED,
    ENDED,
    HOUSE_RULE_CHANGED,
    ISOLATED,
    ON_A_SITE,
    PROPOSED,
    REVIEWED,
)
from examples.quality import COACH_AS_CONTROLLER, CONTROLLER, EXAMINE, EXAMINED, FOUND, HERE
from given import Act, brussels, given, lines, there

from domain import events as e
from domain.decide.motives import (
    AS_ASKED,
    NOT_ASKED,
    NOT_ESCALATED,
    WAITS,
    controlled,
    least_alike,
    least_words,
)
from domain.rules import Certainty, rule
from domain.trajectory import involved
from domain.values import Function, Sealed

ADULT = HERE.but(age="adult")
ISOLATION = (ADULT, PROPOSED, ISOLATED)  # the act is version 3
CORRECTED = Act(
    e.RecordCorrected(
        corrects=2,
        field="motives",
        becomes_identity=Sealed.of("broke one window"),
        reason=Sealed.of("read off the report"),
    ),
    DIRECTOR,
    brussels("2026-03-19 09:00"),
)


def but(command, **said):
    return command.model_copy(update=said)


def seen(*history, at="2026-03-30 09:00"):
    return there(controlled(lines(history, NUMBER), brussels(at)))


def acts(*history, at="2026-03-30 09:00"):
    return seen(*history, at=at).acts


def asked(*history, at="2026-03-30 09:00"):
    last = acts(*history, at=at)[-1].asked
    return last.state, last.rule


# -- which measures ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("history", "kind", "version", "places"),
    [
        (ISOLATION, "isolation", 3, [2]),
        ((*ISOLATION, BY_THE_DIRECTOR_GENERAL), "isolation", 4, [4]),
        ((HERE, PROPOSED.but(kind="phone-restriction"), ISOLATED), "restriction", 3, [2]),
        ((ON_A_SITE, HOUSE_RULE_CHANGED), "restriction", 2, [2]),
        ((HERE, RESTRICTION_PROPOSED, RESTRICTED), "restriction", 3, []),
        ((HERE, DETENTION_PROPOSED, ISSUED), "title", 3, [2]),
        (TWICE_PROLONGED, "title", 8, []),
        ((HERE, COERCED), "coercion", 2, []),
        ((HERE, COERCED, ACCOUNTED), "coercion", 2, [3]),
    ],
)
def test_every_serious_measure_is_there_with_where_its_motives_stand(
    history, kind, version, places
):
    act = acts(*history)[-1]
    assert (act.serious.kind, act.serious.version) == (kind, version)
    assert [place.version for place in act.places] == places


def test_what_was_only_proposed_is_no_measure_yet():
    assert acts(HERE, PROPOSED, DETENTION_PROPOSED, RESTRICTION_PROPOSED) == ()


def test_a_proposal_in_other_words_takes_the_place_of_the_first():
    again = DETENTION_PROPOSED.at("2026-03-02 11:30")
    (title,) = acts(HERE, DETENTION_PROPOSED, again, ISSUED)
    assert [place.version for place in title.places] == [3]


def test_the_words_of_who_decides_count_beside_those_of_the_proposal():
    decided = ISOLATED.but(motives=Sealed.of("no other room is free"))
    (isolation,) = acts(HERE, PROPOSED, decided)
    assert [place.version for place in isolation.places] == [2, 3]


def test_where_motives_were_corrected_what_holds_is_looked_for_under_the_correction():
    (isolation,) = acts(*ISOLATION, CORRECTED)
    (place,) = isolation.places
    assert (place.version, place.bound) == (2, (4, "becomes_identity"))


def test_the_oldest_comes_first_with_the_centre_where_it_was_decided():
    found = acts(HERE, DETENTION_PROPOSED, ISSUED, PROPOSED, ISOLATED, COERCED)
    assert [act.serious.kind for act in found] == ["title", "isolation", "coercion"]
    assert {act.centre for act in found} == {"HOL"}


def test_the_numbers_of_the_control_are_this_houses_own():
    assert (least_words(), least_alike()) == (12, 60)
    for one in ("MOT-01", "MOT-02", "MOT-03"):
        assert rule(one).parameter
        assert rule(one).certainty is Certainty.DESIGN


# -- the hierarchy ----------------------------------------------------------------------------


def test_an_isolation_within_the_step_of_who_decided_is_as_asked():
    assert asked(*ISOLATION, ENDED) == (AS_ASKED, "ISO-01")
    brought = (*ISOLATION, BY_THE_DIRECTOR_GENERAL, BY_THE_MINISTER)
    over = ENDED.at("2026-03-13 09:00")
    assert [act.asked[:2] for act in acts(*brought, over)] == [
        (AS_ASKED, "ISO-01"),
        (AS_ASKED, "ISO-02"),
        (AS_ASKED, "ISO-03"),
    ]


def test_hours_beyond_a_step_are_not_brought_to_the_next():
    alone = BY_THE_DIRECTOR_GENERAL.by(DIRECTOR)
    assert asked(*ISOLATION, alone, ENDED.at("2026-03-11 10:00")) == (NOT_ESCALATED, "ISO-01")
    third = BY_THE_MINISTER.by(REMOVAL_DIRECTOR)
    over = ENDED.at("2026-03-12 10:00")
    assert asked(*ISOLATION, BY_THE_DIRECTOR_GENERAL, third, over) == (NOT_ESCALATED, "ISO-02")


def test_nobody_may_decide_more_than_the_last_step():
    over = ENDED.at("2026-03-11 10:00")
    assert asked(ADULT, PROPOSED, ISOLATED.but(hours=96), over) == (NOT_ESCALATED, "ISO-03")


def test_an_isolation_that_goes_on_after_its_hours_was_not_brought_in_time():
    assert asked(*ISOLATION, at="2026-03-11 10:00") == (AS_ASKED, "ISO-01")
    assert asked(*ISOLATION, at="2026-03-11 10:01") == (NOT_ESCALATED, "ISO-01")
    assert asked(*ISOLATION, ENDED.at("2026-03-11 12:00")) == (NOT_ESCALATED, "ISO-01")
    first, _ = acts(*ISOLATION, BY_THE_DIRECTOR_GENERAL.at("2026-03-11 10:30"))
    assert first.asked.state == NOT_ESCALATED


def test_of_a_minor_or_a_family_the_hierarchy_decides_from_the_first_hour():
    minor = (HERE.but(age="minor"), PROPOSED, ISOLATED, ENDED)
    assert asked(*minor) == (NOT_ESCALATED, "MEA-07")
    high = (HERE.but(age="minor"), PROPOSED, ISOLATED.by(REMOVAL_DIRECTOR), ENDED)
    assert asked(*high)[0] == AS_ASKED


def test_after_the_first_prolongation_the_minister_alone_decides():
    found = [act.asked[:2] for act in acts(*TWICE_PROLONGED)]
    assert found == [(NOT_ASKED, None), (AS_ASKED, "DET-03"), (AS_ASKED, "DET-04")]
    by_an_officer = (*TWICE_PROLONGED[:-1], TWICE_PROLONGED[-1].by(OFFICER))
    assert asked(*by_an_officer) == (NOT_ESCALATED, "DET-04")


def test_for_public_order_the_minister_decides():
    proposed = PROLONGATION_PROPOSED.but(public_order=True)
    history = (HERE, DETENTION_PROPOSED, ISSUED, STEPPED, proposed, PROLONGED)
    assert asked(*history) == (NOT_ESCALATED, "DET-06")


def test_a_use_of_coercion_is_seen_by_the_hierarchy_within_days_of_its_report():
    assert asked(HERE, COERCED) == (WAITS, "MOT-03")
    # Reported on Tuesday 10 March 2026: five working days end with Tuesday the 17th.
    reported = (HERE, COERCED, ACCOUNTED)
    assert asked(*reported, at="2026-03-17 23:59") == (WAITS, "MOT-03")
    assert asked(*reported, at="2026-03-18 00:00") == (NOT_ESCALATED, "MOT-03")
    assert asked(*reported, REVIEWED) == (AS_ASKED, "MOT-03")


def test_a_crisis_in_which_somebody_was_kept_apart_is_reported_within_hours():
    crisis = Act(
        e.CrisisMeasureTaken(number=1, kind="kept-apart", hours=2, narrative=Sealed.of("a fight")),
        DIRECTOR,
        brussels("2026-03-10 09:00"),
    )
    reported = Act(
        e.CrisisMeasureReported(number=1, report=Sealed.of("two residents fought over a bed")),
        DIRECTOR,
        brussels("2026-03-10 12:00"),
    )
    (act,) = acts(ADULT, crisis, reported)
    assert (act.serious.kind, [place.version for place in act.places]) == ("crisis", [2, 3])
    assert act.asked[:2] == (AS_ASKED, "AFF-03")
    assert asked(ADULT, crisis, at="2026-03-10 10:00") == (WAITS, "AFF-03")
    assert asked(ADULT, crisis, at="2026-03-30 10:00") == (NOT_ESCALATED, "AFF-03")
    assert acts(ADULT, crisis.but(kind="police-called")) == ()


def test_whatever_keeps_apart_is_an_isolation_by_whatever_name():
    (act,) = acts(ADULT, PROPOSED.but(kind="room-confinement"), ISOLATED, ENDED)
    assert (act.serious.kind, act.asked.rule) == ("isolation", "ISO-01")


def test_who_is_of_unknown_age_is_taken_for_a_minor():
    assert asked(HERE, PROPOSED, ISOLATED, ENDED) == (NOT_ESCALATED, "MEA-07")


def test_a_later_isolation_makes_none_of_an_earlier_one_too_long():
    second = (
        PROPOSED.but(number=2).at("2026-03-11 08:30"),
        ISOLATED.but(number=2).by(REMOVAL_DIRECTOR).at("2026-03-11 09:00"),
        ENDED.but(number=2).at("2026-03-11 20:00"),
    )
    found = [act.asked[:2] for act in acts(*ISOLATION, ENDED, *second)]
    assert found == [(AS_ASKED, "ISO-01"), (AS_ASKED, "ISO-02")]


def test_of_other_measures_no_rule_asks_for_the_hierarchy():
    assert asked(ADULT, PROPOSED.but(kind="visit-restriction"), ISOLATED, ENDED) == (
        NOT_ASKED,
        None,
    )


def test_what_runs_out_is_told_with_its_rule():
    def runs_out(*history, at="2026-03-10 12:00"):
        due = acts(*history, at=at)[-1].due
        return due and (due.rule, due.at)

    assert runs_out(*ISOLATION) == ("ISO-01", brussels("2026-03-11 10:00"))
    assert runs_out(*ISOLATION, ENDED) is None
    assert runs_out(HERE, DETENTION_PROPOSED, ISSUED) == ("DET-01", brussels("2026-05-02 00:00"))
    assert runs_out(HERE, COERCED) == ("COE-03", COERCED.when)
    assert runs_out(HERE, COERCED, ACCOUNTED) == ("MOT-03", brussels("2026-03-18 00:00"))


# -- examined ---------------------------------------------------------------------------------


def test_a_serious_measure_is_examined_once():
    said = but(EXAMINE, act=3)
    examined = EXAMINED.but(act=3)
    given(*ISOLATION).when(said, by=CONTROLLER, at="2026-03-18 09:00").then(examined)
    given(*ISOLATION, examined).when(said).then_refused(
        "MOT-04", saying="the motives of version 3 were examined on 2026-03-18: stereotyped"
    )


def test_no_other_act_is_examined():
    given(*ISOLATION).when(but(EXAMINE, act=2)).then_refused("MOT-04", saying="to be examined: 3")
    given(HERE).when(but(EXAMINE, act=1)).then_refused("MOT-04", saying="to be examined: -")


def test_the_first_version_of_the_procedure_knows_of_no_examination():
    given(ARRIVED).when(EXAMINE).then_refused("ORD-06", "MOT-04")


def test_a_measure_is_not_examined_before_it_was_decided():
    early = given(*ISOLATION).when(but(EXAMINE, act=3), at="2026-03-10 09:59")
    early.then_refused("ORD-02", saying="before 2026-03-10 10:00")


def test_controllers_and_the_removal_director_examine():
    given(*ISOLATION).when(but(EXAMINE, act=3)).is_for(
        Function.QUALITY_CONTROLLER, Function.REMOVAL_DIRECTOR
    )


def test_nobody_examines_a_dossier_in_which_he_acted_under_whatever_account():
    history = (HERE.by(COACH_AS_CONTROLLER), PROPOSED, ISOLATED)
    persons = involved(lines(history, NUMBER))
    for who in (COACH_AS_CONTROLLER, ISOLATED.who._replace(functions=CONTROLLER.functions)):
        given(*history).when(but(EXAMINE, act=3), by=who, persons=persons).then_refused(
            "SEP-05", exit_code=4
        )
    given(*history).when(but(EXAMINE, act=3), by=CONTROLLER, persons=persons).events()


def test_to_examine_is_no_part_in_a_dossier():
    examined = EXAMINED.but(act=3)
    assert CONTROLLER.person not in involved(lines((*ISOLATION, examined), NUMBER))


def test_what_was_examined_leaves_the_queue_with_how_it_was_found():
    (before,) = acts(*ISOLATION)
    (after,) = acts(*ISOLATION, EXAMINED.but(act=3))
    assert before.examined is None
    assert after.examined is not None
    assert (after.examined.outcome, after.finding) == ("stereotyped", None)


def test_a_finding_on_motives_recorded_since_is_told_with_it():
    found = FOUND.but(sample=None).at("2026-03-18 10:00")
    (act,) = acts(*ISOLATION, EXAMINED.but(act=3), found)
    assert act.finding == 1
    (act,) = acts(*ISOLATION, EXAMINED.but(act=3), found.but(kind="deadline"))
    assert act.finding is None


def test_motives_that_were_corrected_are_examined_again():
    history = (*ISOLATION, EXAMINED.but(act=3), CORRECTED)
    (act,) = acts(*history)
    assert act.examined is None
    assert there(act.before).outcome == "stereotyped"
    given(*history).when(but(EXAMINE, act=3, outcome="individual")).events()
    again = EXAMINED.but(act=3, outcome="individual").at("2026-03-20 09:00")
    (act,) = acts(*history, again)
    assert there(act.examined).outcome == "individual"


def test_a_correction_of_anything_else_leaves_it_examined():
    other = CORRECTED.but(field="ground", becomes="safety", becomes_identity=None)
    (act,) = acts(*ISOLATION, EXAMINED.but(act=3), other)
    assert act.examined is not None


def test_a_use_of_coercion_is_examined_again_once_it_is_reported():
    examined = EXAMINED.but(act=2, outcome="missing").at("2026-03-10 10:30")
    (act,) = acts(HERE, COERCED, examined)
    assert act.examined is not None
    (act,) = acts(HERE, COERCED, examined, ACCOUNTED)
    assert act.examined is None
    given(HERE, COERCED, examined, ACCOUNTED).when(but(EXAMINE, act=2)).events()
