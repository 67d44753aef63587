"""A family is judged together: what held one member back held all, and all leave in one act."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from dossier import ATTACHE, HANDED_IN, INFORMED, NOTIFIED, NUMBER, REJECTED, UNFIT, until
from dossier import DEPARTED as ALONE
from examples.family import HUSBAND, LINKED, PROPOSED, SEPARATED
from examples.removal import CHECKED, STARTED, UNDER_WAY
from given import Act, brussels, lines

from domain import events as e
from domain.record import Recorded
from domain.values import AppealKind, Sealed
from projections.audit.conformance import Finding, judge

HER, HIM = NUMBER, HUSBAND
WITH_HIM = LINKED.but(members=(HIM,), minors=())
WITH_HER = LINKED.but(members=(HER,), minors=())
LEFT = ALONE.but(consents=False).at("2026-03-30 09:40")
APPEAL = HANDED_IN.but(kind=AppealKind.UNKNOWN)
WISH = Act(e.AsylumWishExpressed(), ATTACHE, brussels("2026-03-29 16:00"))

Command = tuple[tuple[str, Act], ...]
"""What is recorded at once: in which dossiers, and what."""


def each(dossier: str, *acts: Act) -> list[Command]:
    """Record acts in one dossier, one by one."""
    return [((dossier, act),) for act in acts]


def both(act: Act) -> list[Command]:
    """Record an act for both of them at once."""
    return [((HER, act), (HIM, act))]


def on_record(*commands: Command) -> dict[str, list[Recorded]]:
    """Write down what was recorded, in the order of the log."""
    found: dict[str, list[Recorded]] = {}
    index = 0
    for number, command in enumerate(commands):
        for dossier, act in command:
            known = found.setdefault(dossier, [])
            (line,) = lines([act], dossier)
            known.append(
                line._replace(
                    version=len(known) + 1, command_id=str(UUID(int=number)), log_index=index
                )
            )
            index += 1
    return found


READY = [*each(HER, *UNDER_WAY, WITH_HIM), *each(HIM, *UNDER_WAY, WITH_HER)]


def found(dossier: str, *commands: Command) -> list[Finding]:
    told = on_record(*commands)
    return of_the_removal(judge(told[dossier], lambda one: told.get(one, [])))


def of_the_removal(findings: list[Finding]) -> list[Finding]:
    """Leave out what is found of decision and title, which the example does not tell in full."""
    after = UNDER_WAY.index(NOTIFIED) + 1
    return [one for one in findings if one.version > after and one.rule != "CUS-06"]


def alone(*acts: Act) -> list[Finding]:
    return of_the_removal(judge(lines(acts, HER)))


def rules(dossier: str, *commands: Command) -> list[tuple[str, str]]:
    """Say what is found in a dossier: at which act, by which rule."""
    return [
        (one.found.partition(".")[0], one.rule)
        for one in found(dossier, *commands)
        if one.dossier == dossier
    ]


def test_of_a_family_that_leaves_together_nothing_is_found():
    for one in (HER, HIM):
        assert rules(one, *READY, *both(LEFT)) == []


def test_who_leaves_alone_leaves_the_others_behind():
    told = (*READY, *each(HER, LEFT))
    assert rules(HER, *told) == [("departure-confirmed", "FAM-02")]
    assert rules(HIM, *told) == []


@pytest.mark.parametrize("when", ["2026-03-30 09:40", "2026-03-30 09:41"])
def test_who_follows_by_an_act_of_his_own_was_left_behind(when):
    told = (*READY, *each(HER, LEFT), *each(HIM, LEFT.at(when)))
    assert rules(HER, *told) == [("departure-confirmed", "FAM-02")]
    assert rules(HIM, *told) == []


def test_what_held_him_back_held_her_back():
    told = (*READY, *each(HIM, UNFIT.at("2026-03-30 09:00")), *each(HER, LEFT))
    assert rules(HER, *told) == [
        ("departure-confirmed", "FAM-01"),
        ("departure-confirmed", "FAM-02"),
    ]
    assert "held back by: EXE-06" in found(HER, *told)[0].found


def test_who_left_with_somebody_held_back_left_inside_the_block_too():
    told = (*READY, *each(HIM, UNFIT.at("2026-03-30 09:00")), *both(LEFT))
    assert rules(HIM, *told) == [("departure-confirmed", "EXE-06")]
    assert rules(HER, *told) == [("departure-confirmed", "FAM-01")]


def test_a_block_of_his_told_after_they_left_is_found_in_her_dossier_too():
    told = (*READY, *both(LEFT), *each(HIM, WISH))
    assert rules(HER, *told) == [("attempt-started", "FAM-01"), ("departure-confirmed", "FAM-01")]


def test_what_befell_him_after_they_left_held_nobody_back():
    later = WISH.at("2026-03-30 09:50")
    assert rules(HER, *READY, *both(LEFT), *each(HIM, later)) == []


def test_what_no_longer_held_him_back_does_not_count():
    lodged = HANDED_IN.at("2026-03-20 20:00")
    over = REJECTED.but(reference=None).at("2026-03-23 08:30")
    assert rules(HER, *READY, *each(HIM, lodged, over), *both(LEFT)) == []


def test_an_authorised_separation_keeps_them_apart_in_history_too():
    apart = [PROPOSED.but(members=(HIM,)), SEPARATED.but(members=(HIM,))]
    unfit = UNFIT.at("2026-03-30 09:00")
    assert rules(HER, *READY, *each(HER, *apart), *each(HIM, unfit), *each(HER, LEFT)) == []


def test_who_was_no_longer_of_the_family_holds_nobody_back():
    gone = Act(
        e.FamilyUnlinked(members=(HIM,), reason="shown-not-related"),
        ATTACHE,
        brussels("2026-03-12 10:00"),
    )
    told = (*READY, *each(HIM, UNFIT.at("2026-03-30 09:00")), *each(HER, gone, LEFT))
    assert rules(HER, *told) == []


def test_what_happened_on_a_day_counts_by_the_order_in_which_it_was_recorded():
    """Of the departure the day alone is known: it is put at the start of it."""
    on_the_day = Act(LEFT.event, LEFT.who, brussels("2026-03-30 08:45"), whole_day=True)
    unfit = UNFIT.at("2026-03-30 09:00")
    fit_again = Act(e.FitToTravelCertified(), UNFIT.who, brussels("2026-03-30 09:20"))
    told = (*READY, *each(HIM, unfit))
    assert ("departure-confirmed", "FAM-01") in rules(HER, *told, *each(HER, on_the_day))
    after = rules(HER, *told, *each(HIM, fit_again), *each(HER, on_the_day))
    assert after == [("departure-confirmed", "FAM-02")]
    later = rules(HER, *READY, *each(HER, on_the_day), *each(HIM, unfit))
    assert later == [("departure-confirmed", "FAM-02")]


def test_a_correction_in_his_dossier_is_heeded_in_hers():
    wish = WISH.at("2026-03-30 10:00")
    really = e.RecordCorrected(
        corrects=len(UNDER_WAY) + 3,
        field="occurred_at",
        becomes="2026-03-29T16:00:00+00:00",
        reason=Sealed.of("as the report of the night says"),
    )
    told = (*READY, *both(LEFT), *each(HIM, wish))
    assert rules(HER, *told) == []
    corrected = Act(really, ATTACHE, brussels("2026-03-31 09:00"))
    assert ("departure-confirmed", "FAM-01") in rules(HER, *told, *each(HIM, corrected))


def test_of_a_member_without_a_dossier_nothing_can_be_said():
    assert rules(HER, *each(HER, *UNDER_WAY, WITH_HIM, LEFT)) == []


def test_only_those_who_ever_were_of_the_family_are_looked_at():
    asked: list[str] = []

    def look(one: str) -> Sequence[Recorded]:
        asked.append(one)
        return ()

    judge(lines(until(INFORMED), HER), look)
    assert asked == []
    nobody = LINKED.but(members=(HIM, "staff:d.lambert"), minors=())
    judge(lines((*UNDER_WAY, nobody, LEFT), HER), look)
    assert asked == [HIM], "once, and what is no dossier never"


# --- where a breach is named ------------------------------------------------------------------


BEGUN, CONDITIONS = UNDER_WAY.index(STARTED) + 1, UNDER_WAY.index(CHECKED) + 1
GONE = len(UNDER_WAY) + 1


def appeal(findings: list[Finding]) -> list[tuple[int, str]]:
    """Say at which acts the appeal is told, and by which code."""
    return [(one.version, one.code) for one in findings if one.rule == "APP-03"]


def test_a_departure_inside_a_block_is_named_at_the_departure_by_its_own_code():
    told = alone(*UNDER_WAY, LEFT, APPEAL.at("2026-03-29 16:00"))
    assert appeal(told) == [(BEGUN, "ILLEGAL_TRANSITION"), (GONE, "DEPARTED_UNDER_APPEAL")]
    assert told[-1].found.startswith("departure-confirmed.v2: the unknown appeal")


def test_a_departure_inside_a_block_without_a_code_of_its_own_is_named_too():
    told = alone(*UNDER_WAY, LEFT, WISH)
    assert [one.version for one in told if one.rule == "PRO-01"] == [BEGUN, GONE]
    assert {one.code for one in told} == {"ILLEGAL_TRANSITION"}


def test_an_attempt_inside_a_block_that_nobody_left_in_is_no_departure():
    told = alone(*UNDER_WAY, APPEAL.at("2026-03-29 16:00"))
    assert appeal(told) == [(BEGUN, "ILLEGAL_TRANSITION")]


def test_a_check_inside_a_block_is_not_named_beside_the_departure():
    late = APPEAL.at("2026-03-30 07:00")
    assert appeal(alone(*UNDER_WAY, LEFT, late)) == [(GONE, "DEPARTED_UNDER_APPEAL")]
    assert appeal(alone(*UNDER_WAY, late)) == [(CONDITIONS, "ILLEGAL_TRANSITION")]


def test_what_goes_on_is_named_once_before_the_departure():
    again = CHECKED.at("2026-03-30 09:00")
    told = alone(*UNDER_WAY, again, APPEAL.at("2026-03-29 16:00"))
    assert appeal(told) == [(BEGUN, "ILLEGAL_TRANSITION")]
