"""Who decides a round neither drafted nor edited it, by natural person; what else is a finding."""

import pytest
from dossier import (
    ANNULLED,
    ARRIVED,
    ASSISTANT,
    ASSISTANT_AS_OFFICER,
    COACH,
    DIRECTOR,
    DRAFTED,
    EDITED,
    INFORMED,
    NOTIFIED,
    NUMBER,
    OFFICER,
    SECOND_ASSISTANT,
    SECOND_OFFICER,
    TAKEN,
    THIRD_ASSISTANT,
)
from examples.decision import DRAFT_TO_LEAVE, TAKE_WEIGHED
from examples.information import HEAR, HEARD
from given import Act, brussels

from domain import commands as c
from domain import events as e
from domain.authority import Actor
from domain.state.decision import Hand
from domain.values import Function, Sealed
from projections import separation
from projections.separation import DecisionRound, Finding, findings

OTHER = "HOL-2026-0043"


def standing_in(who: Actor, principal: Actor) -> Actor:
    return who._replace(on_behalf_of=principal.account)


def judge(centre):
    return findings(centre.ask(separation.all_rows))


def codes(centre):
    return [finding.code for finding in judge(centre)]


# --- the rounds ---------------------------------------------------------------------------


def test_a_round_drafted_and_decided_at_the_desk_shows_its_hands_and_gives_no_finding(centre):
    for command, act in (
        (c.OpenTrajectory(dossier=NUMBER, centre="HOL"), ARRIVED),
        (c.GiveInformation(dossier=NUMBER, language="fa", interpreter="I-17"), INFORMED),
        (HEAR, HEARD),
        (DRAFT_TO_LEAVE, DRAFTED),
        (TAKE_WEIGHED, TAKEN),
    ):
        centre.order(command, act.who, act.when)
    (row,) = centre.ask(separation.all_rows)
    (running,) = centre.state(NUMBER).rounds
    assert (row.form, row.reference, row.state) == ("13septies", "DEC-2026-00042", "taken")
    assert (row.drafted, row.edited, row.taken) == (running.drafted, (), running.taken)
    assert judge(centre) == []


def test_the_rows_are_the_rounds_of_every_dossier(centre):
    again = DRAFTED.at("2026-03-17 09:00")
    centre.record(NUMBER, DRAFTED, EDITED, TAKEN, NOTIFIED, ANNULLED, again, whole_day=True)
    centre.record(OTHER, DRAFTED.by(standing_in(ASSISTANT, COACH)))
    centre.record("HOL-2026-0044", ARRIVED, INFORMED)
    expected = [
        DecisionRound(
            dossier=dossier,
            number=each.number,
            state=each.state,
            form=each.form,
            reference=each.reference,
            drafted=each.drafted,
            edited=each.edited,
            taken=each.taken,
            notified=each.notified,
            annulled_at=each.since if each.state == "annulled" else None,
        )
        for dossier in (NUMBER, OTHER)
        for each in centre.state(dossier).rounds
    ]
    assert centre.ask(separation.all_rows) == expected
    assert centre.ask(separation.rounds) == len(expected) == 3


def test_a_correction_that_moves_a_draft_behind_the_decision_makes_the_rounds_anew(centre):
    centre.record(NUMBER, DRAFTED, TAKEN)
    assert centre.ask(separation.rounds) == 1
    later = e.RecordCorrected(
        corrects=1,
        field="occurred_at",
        becomes=brussels("2026-03-12 09:00").isoformat(),
        reason=Sealed.of("dated by the stamp"),
    )
    centre.record(NUMBER, Act(later, DIRECTOR, brussels("2026-03-30 09:00")))
    undrafted, undecided = centre.ask(separation.all_rows)
    assert (undrafted.drafted, undrafted.taken.version) == ((), 2)
    assert (undecided.drafted[0].version, undecided.taken) == (1, None)


def test_rounds_that_a_correction_made_one_leave_no_row_behind(centre):
    centre.record(NUMBER, TAKEN, DRAFTED.at("2026-03-12 09:00"))
    assert centre.ask(separation.rounds) == 2
    earlier = e.RecordCorrected(
        corrects=2,
        field="occurred_at",
        becomes=DRAFTED.when.isoformat(),
        reason=Sealed.of("dated by the stamp"),
    )
    centre.record(NUMBER, Act(earlier, DIRECTOR, brussels("2026-03-30 09:00")))
    assert centre.ask(separation.rounds) == 1


# --- breaches -----------------------------------------------------------------------------


def test_who_drafted_and_decided_under_one_account_is_found(centre):
    recorded = centre.record(NUMBER, ARRIVED, DRAFTED, EDITED, TAKEN.by(ASSISTANT))
    draft, decision = recorded[1], recorded[3]
    assert judge(centre) == [
        Finding(
            code="FOUR_EYES_DIRECT",
            severity="breach",
            act="decision",
            dossier=NUMBER,
            round=1,
            persons=[ASSISTANT.person],
            accounts=[ASSISTANT.account],
            versions=[2, 4],
            log_index=[draft.log_index, decision.log_index],
        )
    ]


def test_who_decided_under_another_account_what_he_drafted_is_found(centre):
    recorded = centre.record(NUMBER, DRAFTED, TAKEN.by(ASSISTANT_AS_OFFICER))
    assert judge(centre) == [
        Finding(
            code="FOUR_EYES_SAME_PERSON",
            severity="breach",
            act="decision",
            dossier=NUMBER,
            round=1,
            persons=[ASSISTANT.person],
            accounts=[ASSISTANT.account, ASSISTANT_AS_OFFICER.account],
            versions=[1, 2],
            log_index=[line.log_index for line in recorded],
        )
    ]


@pytest.mark.parametrize("decider", [ASSISTANT, ASSISTANT_AS_OFFICER])
def test_who_decided_what_he_edited_is_found_under_whichever_account(centre, decider):
    recorded = centre.record(
        NUMBER, DRAFTED.by(SECOND_ASSISTANT), EDITED.by(THIRD_ASSISTANT), EDITED.by(ASSISTANT),
        TAKEN.by(decider),
    )  # fmt: skip
    assert judge(centre) == [
        Finding(
            code="FOUR_EYES_EDITOR",
            severity="breach",
            act="decision",
            dossier=NUMBER,
            round=1,
            persons=[ASSISTANT.person],
            accounts=list(dict.fromkeys([ASSISTANT.account, decider.account])),
            versions=[3, 4],
            log_index=[recorded[2].log_index, recorded[3].log_index],
        )
    ]


def test_who_decided_in_the_place_of_the_drafter_is_found(centre):
    recorded = centre.record(NUMBER, DRAFTED, TAKEN.by(standing_in(OFFICER, ASSISTANT)))
    assert judge(centre) == [
        Finding(
            code="FOUR_EYES_DELEGATION",
            severity="breach",
            act="decision",
            dossier=NUMBER,
            round=1,
            persons=[ASSISTANT.person, OFFICER.person],
            accounts=[ASSISTANT.account, OFFICER.account],
            versions=[1, 2],
            log_index=[line.log_index for line in recorded],
        )
    ]


@pytest.mark.parametrize(
    "acts",
    [
        (DRAFTED, EDITED, TAKEN.by(standing_in(OFFICER, EDITED.who))),
        (DRAFTED.by(standing_in(ASSISTANT, OFFICER)), TAKEN),
        (DRAFTED, EDITED.by(standing_in(SECOND_ASSISTANT, OFFICER)), TAKEN),
    ],
    ids=["for an editor", "drafted for the decider", "edited for the decider"],
)
def test_a_delegation_between_decider_and_draft_is_found_either_way(centre, acts):
    centre.record(NUMBER, *acts)
    assert codes(centre) == ["FOUR_EYES_DELEGATION"]


def test_a_delegation_from_the_drafters_other_account_is_found_where_the_round_shows_whose_it_is(
    centre,
):
    notified_by_the_drafter = NOTIFIED.by(ASSISTANT_AS_OFFICER)
    centre.record(
        NUMBER, DRAFTED, TAKEN.by(standing_in(OFFICER, ASSISTANT_AS_OFFICER)),
        notified_by_the_drafter,
    )  # fmt: skip
    assert codes(centre) == ["FOUR_EYES_DELEGATION"]


def test_a_drafter_who_was_put_on_the_list_of_staff_later_is_still_the_one_stood_in_for(centre):
    unlisted = Actor("x.onbekend", "x.onbekend", frozenset({Function.UNLISTED}))
    listed = unlisted._replace(person="P-030")
    centre.record(
        NUMBER, DRAFTED.by(unlisted), TAKEN.by(standing_in(OFFICER, unlisted)), NOTIFIED.by(listed)
    )
    assert codes(centre) == ["FOUR_EYES_DELEGATION"]


def test_a_round_gives_the_first_breach_that_applies_and_no_other(centre):
    himself = standing_in(ASSISTANT, ASSISTANT)
    everything = (DRAFTED, DRAFTED.by(ASSISTANT_AS_OFFICER), EDITED.by(ASSISTANT))
    centre.record(NUMBER, *everything, TAKEN.by(himself))
    centre.record(OTHER, *everything[1:], TAKEN.by(himself))
    assert codes(centre) == ["FOUR_EYES_DIRECT", "FOUR_EYES_SAME_PERSON"]


# --- a lead -------------------------------------------------------------------------------


def test_a_decision_within_a_minute_of_the_last_word_of_the_draft_is_a_lead(centre):
    recorded = centre.record(
        NUMBER, DRAFTED, EDITED.at("2026-03-11 10:04:31"), TAKEN.at("2026-03-11 10:05:30")
    )
    assert judge(centre) == [
        Finding(
            code="RUBBER_STAMP",
            severity="lead",
            act="decision",
            dossier=NUMBER,
            round=1,
            persons=[EDITED.who.person, OFFICER.person],
            accounts=[EDITED.who.account, OFFICER.account],
            versions=[2, 3],
            log_index=[line.log_index for line in recorded[1:]],
        )
    ]


def test_a_decision_after_a_whole_minute_is_none(centre):
    centre.record(NUMBER, DRAFTED.at("2026-03-11 10:04:30"), TAKEN.at("2026-03-11 10:05:30"))
    assert codes(centre) == []


@pytest.mark.parametrize("day_alone", ["draft", "decision"])
def test_haste_is_never_judged_where_the_day_alone_is_known(centre, day_alone):
    draft = DRAFTED.at("2026-03-11 10:05")
    centre.record(NUMBER, draft, whole_day=day_alone == "draft")
    centre.record(NUMBER, TAKEN, whole_day=day_alone == "decision")
    assert TAKEN.when == draft.when
    assert codes(centre) == []


def test_haste_is_told_beside_a_breach(centre):
    centre.record(NUMBER, DRAFTED.at("2026-03-11 10:04:30"), TAKEN.by(ASSISTANT))
    assert codes(centre) == ["FOUR_EYES_DIRECT", "RUBBER_STAMP"]


def test_an_edit_after_the_decision_says_nothing_of_haste(centre):
    centre.record(NUMBER, DRAFTED, TAKEN, EDITED.at("2026-03-11 10:05:20"))
    assert codes(centre) == []


# --- no finding ---------------------------------------------------------------------------


def test_roles_exchanged_in_a_new_round_after_an_annulment_give_no_finding(centre):
    centre.record(
        NUMBER, DRAFTED.by(OFFICER), TAKEN.by(SECOND_OFFICER), ANNULLED,
        DRAFTED.by(SECOND_OFFICER).at("2026-03-17 09:00"), TAKEN.by(OFFICER).at("2026-03-18 09:00"),
    )  # fmt: skip
    assert centre.ask(separation.rounds) == 2
    assert judge(centre) == []


def test_several_editors_and_another_decider_give_no_finding(centre):
    centre.record(
        NUMBER, DRAFTED, EDITED, EDITED.by(THIRD_ASSISTANT), EDITED.by(COACH), TAKEN, NOTIFIED
    )
    assert judge(centre) == []


def test_an_edit_by_the_decider_after_his_decision_gives_no_finding(centre):
    centre.record(NUMBER, DRAFTED, TAKEN, EDITED.by(OFFICER).at("2026-03-12 09:00"))
    assert judge(centre) == []


def test_an_edit_by_the_decider_typed_in_late_but_made_before_is_found(centre):
    centre.record(NUMBER, DRAFTED, TAKEN)
    centre.catch_up()
    centre.record(NUMBER, EDITED.by(OFFICER))
    assert codes(centre) == ["FOUR_EYES_EDITOR"]


def test_a_draft_nobody_decided_yet_gives_no_finding(centre):
    centre.record(NUMBER, DRAFTED, EDITED.by(ASSISTANT))
    assert judge(centre) == []


def test_a_decision_without_a_draft_is_for_another_control(centre):
    centre.record(NUMBER, TAKEN)
    assert judge(centre) == []


def test_standing_in_for_somebody_outside_the_round_gives_no_finding(centre):
    centre.record(NUMBER, DRAFTED, TAKEN.by(standing_in(OFFICER, SECOND_OFFICER)))
    assert judge(centre) == []


def test_findings_come_by_dossier_and_round_whatever_the_order_of_the_rows():
    def hand(version, who, when):
        return Hand(who.account, who.person, brussels(when), False, version, version)

    def breach(dossier, number):
        return DecisionRound(
            dossier=dossier,
            number=number,
            state="taken",
            drafted=(hand(1, OFFICER, f"2026-03-{number + 9:02} 11:00"),),
            taken=hand(2, OFFICER, f"2026-03-{number + 9:02} 14:05"),
        )

    rows = [breach(OTHER, 1), breach(NUMBER, 10), breach(NUMBER, 2)]
    found = [(finding.dossier, finding.round) for finding in findings(rows)]
    assert found == [(NUMBER, 2), (NUMBER, 10), (OTHER, 1)]


def test_the_decider_stands_beside_each_round_for_whoever_filters(centre):
    centre.record(NUMBER, DRAFTED, TAKEN)
    centre.record(OTHER, DRAFTED)
    centre.catch_up()
    columns = separation.decision_round.c
    chosen = columns.taken_account, columns.taken_person, columns.taken_at
    with centre.engine.connect() as connection:
        deciders = connection.execute(
            separation.decision_round.select().with_only_columns(*chosen).order_by(columns.dossier)
        ).all()
    assert [tuple(row) for row in deciders] == [
        (OFFICER.account, OFFICER.person, TAKEN.when),
        (None, None, None),
    ]


def test_an_account_no_function_is_known_of_is_judged_like_any_other(centre):
    unlisted = Actor("x.onbekend", "x.onbekend", frozenset({Function.UNLISTED}))
    centre.record(NUMBER, DRAFTED.by(unlisted), TAKEN.by(unlisted))
    assert codes(centre) == ["FOUR_EYES_DIRECT"]
