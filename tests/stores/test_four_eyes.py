"""
The ten things four eyes mean, each a test by its name, on both databases.

They are asked of the one path every act takes, so that no desk, script or program of ours
can go round them; what they refuse is kept, and who asked.
"""

from typing import Any

import pytest
from cabinet import registrar_of
from given import brussels

from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.decide import Refused
from domain.errors import NotAllowed, TrajetError
from domain.record import HOUSE
from domain.trajectory import replay
from domain.values import Function, Sealed
from workflows import people, refusals, staffing
from workflows.handle import Occasion, Outcome, handle
from workflows.separation import deciders, stuck

DOSSIER = "HOL-2026-0001"
COACH, ASSISTANT, OFFICER, DIRECTOR = "d.lambert", "a.janssens", "e.claes", "n.bernard"
F = Function

DRAFT = c.DraftDecision(
    dossier=DOSSIER,
    form="13septies",
    kind="return-decision",
    articles=("7-1-1",),
    motives=Sealed.of("he has no right of residence and did not leave when he was told to"),
)
TAKE = c.TakeDecision(
    dossier=DOSSIER,
    reference="DEC-2026-00042",
    considered=("best-interest", "family-life", "health"),
)
HEARD = c.WaiveHearing(
    dossier=DOSSIER,
    about=("return-decision",),
    reason="refuses-to-speak",
    explanation=Sealed.of("he turned away"),
)
USED = c.UseCoercion(
    dossier=DOSSIER, means=("holding",), minutes=4, occasion="placement-in-isolation"
)
REPORTED = c.ReportCoercion(dossier=DOSSIER, report=Sealed.of("he was held by the arms"))


def do(office: Office, command: c.Command, account: str, **how: Any) -> Outcome:
    """Have one command done."""
    return handle(office.journal, office.vault, command, Occasion(account, **how))


def refused(office: Office, command: c.Command, account: str, **how: Any) -> set[str]:
    """Have a command refused for who gives it; return the rules named for that."""
    with pytest.raises(TrajetError) as refusal:
        do(office, command, account, **how)
    if isinstance(refusal.value, NotAllowed):
        return {str(refusal.value).partition(":")[0]}
    assert isinstance(refusal.value, Refused)
    kept = refusals.of_dossier(office.journal, command.dossier)[-1]
    assert isinstance(kept.event, e.ActRefused)
    assert kept.account == account
    found = {one.rule for one in refusal.value.failures if one.about_people}
    assert found <= set(kept.event.rules), "what was refused is kept"
    return found


def drafted(office: Office, by: str = ASSISTANT) -> None:
    """Open a dossier, hear the resident and draft a decision."""
    do(office, c.OpenTrajectory(dossier=DOSSIER, centre="HOL", age="adult"), COACH)
    do(office, HEARD, COACH)
    do(office, DRAFT, by)


def staff(office: Office, account: str, person: str, function: Function) -> None:
    """Register somebody; by the first registrar alone, while nobody else ever was one."""
    asked = c.AddStaff(account=account, person=person, function=function)
    staffing.register(office.journal, asked, registrar_of(office))


def delegated(office: Office, principal: str, delegate: str) -> None:
    """Have one account delegate all it may to another."""
    asked = c.Delegate(principal=principal, delegate=delegate)
    staffing.change(office.journal, asked, registrar_of(office))


def may_take(office: Office) -> set[str]:
    """Name all who may take the decision that stands ready."""
    state = do(office, c.HoldInterview(dossier=DOSSIER, note=Sealed.of("well")), COACH).state
    found = deciders(office.journal, state, "TakeDecision", office.journal.clock())
    return {one.account for one in found}


def test_1_neither_who_drafted_nor_who_edited_last_decides(office: Office) -> None:
    drafted(office, by=OFFICER)
    do(office, c.EditDraft(dossier=DOSSIER, form="13"), "t.lemaire")
    assert refused(office, TAKE, OFFICER) == {"SEP-01"}
    assert refused(office, TAKE, "t.lemaire") == {"SEP-01"}
    do(office, TAKE, "h.wouters")


def test_2_no_agent_who_used_coercion_reviews_its_report(office: Office) -> None:
    staff(office, "k.guard", "P-011", F.SECURITY)  # the director is on the floor that day
    drafted(office)
    do(office, USED, "k.guard")
    do(office, REPORTED, "k.guard")
    assert refused(office, c.ReviewCoercion(dossier=DOSSIER, finding="lawful"), DIRECTOR) == {
        "SEP-04"
    }


def test_3_no_controller_controls_a_dossier_he_had_a_part_in(office: Office) -> None:
    staff(office, "c.control", "P-001", F.QUALITY_CONTROLLER)  # the coach, under another account
    staff(office, "q.control", "P-090", F.QUALITY_CONTROLLER)
    drafted(office)
    found = c.AddFinding(
        dossier=DOSSIER, kind="motivation", severity="remark", finding=Sealed.of("a formula")
    )
    assert refused(office, found, "c.control") == {"SEP-05"}
    do(office, found, "q.control")


def test_4_the_same_human_with_two_accounts_is_one_person(office: Office) -> None:
    drafted(office, by=ASSISTANT)
    assert refused(office, TAKE, "janssensa") == {"SEP-01"}


def test_5_no_delegate_of_who_drafted_decides(office: Office) -> None:
    delegated(office, OFFICER, "t.lemaire")
    delegated(office, "t.lemaire", "h.wouters")
    drafted(office, by=OFFICER)
    assert refused(office, TAKE, "t.lemaire") == {"SEP-01", "SEP-07"}
    assert refused(office, TAKE, "h.wouters") == {"SEP-01", "SEP-07"}, "through another, too"
    assert refused(office, TAKE, "t.lemaire", on_behalf_of=OFFICER) == {"SEP-01", "SEP-07"}


def test_5_nor_who_was_stood_in_for_when_it_was_drafted(office: Office) -> None:
    delegated(office, OFFICER, "t.lemaire")
    do(office, c.OpenTrajectory(dossier=DOSSIER, centre="HOL", age="adult"), COACH)
    do(office, HEARD, COACH)
    do(office, DRAFT, "t.lemaire", on_behalf_of=OFFICER)
    assert refused(office, TAKE, OFFICER) == {"SEP-01", "SEP-07"}
    do(office, TAKE, "h.wouters")


def test_6_a_correction_takes_another_person_than_made_the_record(office: Office) -> None:
    drafted(office, by=OFFICER)
    wrong = c.CorrectRecord(
        dossier=DOSSIER, corrects=3, field="form", becomes="13", reason=Sealed.of("mistyped")
    )
    assert refused(office, wrong, OFFICER) == {"SEP-02"}
    do(office, wrong, "t.lemaire")
    assert refused(office, TAKE, "t.lemaire") == {"SEP-01"}, "who corrects a draft has edited it"


def test_7_what_nobody_may_decide_is_told_at_once_and_goes_up(office: Office) -> None:
    with_one_officer(office)
    drafted(office, by=OFFICER)
    *_, told = office.journal.history(DOSSIER)
    assert told.event == e.NobodyMayDecide(act="TakeDecision")
    assert may_take(office) == set()
    assert refused(office, TAKE, OFFICER) == {"SEP-01"}, "and never silently waived"

    staff(office, "s.two", "P-077", F.MIGRATION_OFFICER)
    assert may_take(office) == {"s.two"}
    assert do(office, TAKE, "s.two").state.undecidable == ()


def test_7_a_power_that_ends_later_shows_too(office: Office) -> None:
    drafted(office, by=OFFICER)
    assert still_stuck(office) == []
    with_one_officer(office)
    assert still_stuck(office) == ["TakeDecision"]
    staff(office, "s.two", "P-077", F.MIGRATION_OFFICER)
    assert still_stuck(office) == []


def still_stuck(office: Office) -> list[str]:
    """Name what waits for a decision that nobody may take now."""
    lines = office.journal.history(DOSSIER)
    state = replay(lines)
    assert state is not None
    return stuck(office.journal, lines, state, office.journal.clock())


def with_one_officer(office: Office) -> None:
    """Let all officers leave but one."""
    for account in ("t.lemaire", "h.wouters", "janssensa"):
        asked = c.RevokeMandate(account=account, number=1, reason="left")
        staffing.change(office.journal, asked, registrar_of(office))


def test_8_all_who_may_decide_are_told(office: Office) -> None:
    delegated(office, "t.lemaire", COACH)
    drafted(office, by=OFFICER)
    assert may_take(office) == {"t.lemaire", "h.wouters", "janssensa", COACH}
    do(office, TAKE, COACH, on_behalf_of="t.lemaire")
    assert office.journal.history(DOSSIER)[-1].on_behalf_of == "t.lemaire"


def test_9_the_engine_asks_by_itself_whoever_calls_it(office: Office) -> None:
    drafted(office)
    assert refused(office, TAKE, "nobody.known") == {"AUT-01"}
    assert refused(office, TAKE, COACH) == {"AUT-02"}
    assert refused(office, TAKE, COACH, on_behalf_of=OFFICER) == {"AUT-02", "AUT-03"}
    elsewhere = c.GiveMandate(account=COACH, function=F.MIGRATION_OFFICER, centre="VOT")
    staffing.change(office.journal, elsewhere, registrar_of(office))
    assert refused(office, TAKE, COACH) == {"AUT-04"}


def test_10_at_night_nobody_decides_alone_and_a_duty_gives_power_by_the_hour(
    office: Office,
) -> None:
    """No law we know lets one sign tonight and another later: what is not known is blocked."""

    def at(text: str) -> None:
        office.journal.clock = lambda: brussels(text)

    at("2026-03-06 17:00")
    with_one_officer(office)
    night = {"duty_from": "2026-03-06T18:00:00+01:00", "duty_to": "2026-03-07T08:00:00+01:00"}
    duty = c.GiveMandate(account=COACH, function=F.MIGRATION_OFFICER, **night)
    staffing.change(office.journal, duty, registrar_of(office))

    drafted(office, by=OFFICER)
    assert refused(office, TAKE, OFFICER) == {"SEP-01"}
    assert "NobodyMayDecide" in [
        type(line.event).__name__ for line in office.journal.history(DOSSIER)
    ]
    assert refused(office, TAKE, COACH) == {"AUT-02"}
    at("2026-03-06 18:30")
    do(office, TAKE, COACH)


# -- powers of decision ---------------------------------------------------------------------


def test_once_there_is_a_second_registrar_nobody_makes_a_decider_alone(office: Office) -> None:
    staff(office, "z.second", "P-099", F.REGISTRAR)
    staff(office, "s.two", "P-077", F.MIGRATION_OFFICER)
    drafted(office)
    assert refused(office, TAKE, "s.two") == {"AUT-02"}
    asked = c.ConfirmMandate(account="s.two", number=1)
    second = people.acting(office.journal, "z.second", office.journal.clock())
    staffing.change(office.journal, asked, second)
    do(office, TAKE, "s.two")


def test_who_loses_a_power_between_two_looks_records_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The streams that say who acts are held to what was read of them until it is recorded."""
    drafted(office)
    append = office.journal.append

    def too_late(*lines: Any, **how: Any) -> Any:
        monkeypatch.setattr(office.journal, "append", append)
        with_one_officer(office)
        return append(*lines, **how)

    monkeypatch.setattr(office.journal, "append", too_late)
    with pytest.raises(TrajetError) as clash:
        do(office, TAKE, "t.lemaire")
    assert clash.value.exit_code == 5
    assert office.journal.history(DOSSIER)[-1].event == drafted_last(office)


def drafted_last(office: Office) -> e.Event:
    """Return the draft, which is the last thing in the dossier."""
    return next(
        line.event
        for line in reversed(office.journal.history(DOSSIER))
        if isinstance(line.event, e.DecisionDrafted)
    )


def test_the_house_stream_is_no_dossier(office: Office) -> None:
    delegated(office, OFFICER, "t.lemaire")
    assert [name for name, _ in office.journal.dossiers()] == []
    assert len(office.journal.history(HOUSE)) == 1


def test_a_giver_is_told_from_the_store(office: Office) -> None:
    giver = staffing.giver_of(office.journal, registrar_of(office))
    assert (giver.alone, giver.person) == (True, registrar_of(office).person)
