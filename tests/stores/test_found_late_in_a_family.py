"""A block of one member, told after all have left, raises an alert in every dossier concerned."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from cabinet import log_is_sound
from click.testing import Result
from dossier import DEPARTED
from examples.access import PROPOSED as RESTRICTION
from examples.access import RESTRICTED
from examples.family import LINKED, PROPOSED, SEPARATED
from examples.removal import UNDER_WAY
from given import Act, lines
from story import Desk

from cli.settings import locate
from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.record import Recorded
from domain.rules.calendar import BRUSSELS
from domain.trajectory import replay
from domain.values import Function, Sealed
from workflows import people, staffing
from workflows.families import Joint, for_the_family
from workflows.handle import Occasion, Outcome, handle
from workflows.together import handle_together

HER, HIM = "HOL-2026-0042", "HOL-2026-0043"
COACH, DIRECTOR = "d.lambert", "r.leroy"
WISH = c.ExpressAsylumWish(dossier=HIM)
LEAVE = c.ConfirmDeparture(dossier=HER, mode="removal-escorted", evidence=("escort-report",))
STARTED, LEFT = len(UNDER_WAY) - 1, len(UNDER_WAY) + 2


def by(account: str, moment: str, **more: Any) -> Occasion:
    at = datetime.fromisoformat(moment).replace(tzinfo=BRUSSELS).astimezone(UTC)
    return Occasion(account, at, **more)


THE_DAY_BEFORE = by(COACH, "2026-03-29 16:00")


def do(office: Office, command: c.Command, occasion: Occasion) -> Outcome:
    return handle(office.journal, office.vault, command, occasion)


def write_down(office: Office, dossier: str, *acts: Act) -> None:
    told = [one._replace(command_id=str(uuid4())) for one in lines(acts, dossier)]
    office.journal.append(told)


def write_more(office: Office, dossier: str, *acts: Act) -> None:
    there = office.journal.history(dossier)
    told = [
        one._replace(version=one.version + len(there), command_id=str(uuid4()))
        for one in lines(acts, dossier)
    ]
    office.journal.append(told)


def couple(office: Office, *more: Act, of_her: tuple[Act, ...] = ()) -> Office:
    """Write two dossiers down, linked, each under way, with what more is on record of them."""
    for dossier, other in ((HER, HIM), (HIM, HER)):
        linked = LINKED.but(members=(other,), minors=())
        hers = of_her if dossier == HER else ()
        write_down(office, dossier, *UNDER_WAY, linked, *hers, *more)
    return office


@pytest.fixture
def gone(office: Office) -> Office:
    """Give a couple that left together, on each kind of database in turn."""
    couple(office)
    handle_together(
        office.journal, office.vault, for_the_family(LEAVE), by(COACH, "2026-03-30 09:40")
    )
    return office


def alerts(office: Office, dossier: str) -> list[tuple[int, tuple[str, ...]]]:
    state = replay(office.journal.history(dossier))
    assert state is not None
    return [(one.act, one.rules) for one in state.alerts]


def raised(found: list[Recorded]) -> list[str]:
    return [one.stream for one in found if isinstance(one.event, e.BlockFoundLate)]


def test_an_alert_is_raised_in_the_dossier_of_each_who_left_inside_it(gone: Office) -> None:
    outcome = do(gone, WISH, THE_DAY_BEFORE)
    assert [act for act, _ in alerts(gone, HIM)] == [STARTED, LEFT]
    assert alerts(gone, HER) == [(STARTED, ("FAM-01",)), (LEFT, ("FAM-01",))]
    assert raised(outcome.lines) == [HIM, HIM, HER, HER]
    log_is_sound(gone.paths.store)


def test_it_is_one_act_that_tells_where_it_began(gone: Office) -> None:
    outcome = do(gone, WISH, THE_DAY_BEFORE)
    first, last = outcome.lines[0], outcome.lines[-1]
    assert {one.command_id for one in outcome.lines} == {first.command_id}
    assert [one.position for one in outcome.lines] == list(range(first.position, last.position + 1))
    assert last == gone.journal.history(HER)[-1]
    assert last.causation_id == last.correlation_id == f"{HIM}/{first.version}"
    assert last.version == LEFT + 2


def test_the_dossiers_go_on_from_there(gone: Office) -> None:
    do(gone, WISH, THE_DAY_BEFORE)
    registrar = people.acting(gone.journal, "registrar", datetime.now(UTC))
    director = c.AddStaff(account=DIRECTOR, person="P-020", function=Function.REMOVAL_DIRECTOR)
    staffing.register(gone.journal, director, registrar)
    for dossier in (HER, HIM):
        answer = c.AnswerAlert(
            dossier=dossier, act=LEFT, answer=Sealed.of("the Council was told at once")
        )
        outcome = do(gone, answer, Occasion(DIRECTOR))
        assert [one.act for one in outcome.state.alerts if one.answered is None] == [STARTED]


def test_told_twice_it_is_raised_once(gone: Office) -> None:
    occasion = THE_DAY_BEFORE._replace(command_id=str(uuid4()))
    do(gone, WISH, occasion)
    before = gone.journal.newest()
    assert do(gone, WISH, occasion).repeated
    assert gone.journal.newest() == before


def test_told_with_others_in_mind_it_is_told_of_all_it_shows(gone: Office) -> None:
    """Where a trajectory has ended, such an act is for the one of whom it is told."""
    occasion = THE_DAY_BEFORE._replace(command_id=str(uuid4()))
    joint = for_the_family(WISH)
    (told,) = handle_together(gone.journal, gone.vault, joint, occasion)
    assert raised(told.lines) == [HIM, HIM, HER, HER]
    assert alerts(gone, HER) == [(STARTED, ("FAM-01",)), (LEFT, ("FAM-01",))]
    (again,) = handle_together(gone.journal, gone.vault, joint, occasion)
    assert (again.repeated, again.lines[0]) == (True, told.lines[0])


def test_told_for_both_at_once_each_act_has_one_alert(gone: Office) -> None:
    hers = WISH.model_copy(update={"dossier": HER})
    joint = Joint("ExpressAsylumWish", vars(WISH), lambda _states, _at: [WISH, hers], (HIM,))
    outcomes = handle_together(gone.journal, gone.vault, joint, THE_DAY_BEFORE)
    assert [raised(one.lines) for one in outcomes] == [[HIM, HIM], [HER, HER]]
    for one in (HER, HIM):
        assert [act for act, _ in alerts(gone, one)] == [STARTED, LEFT]
        assert all({"PRO-01", "FAM-01"} <= set(rules) for _, rules in alerts(gone, one))


def test_who_was_kept_apart_by_a_decision_is_not_concerned(office: Office) -> None:
    apart = (PROPOSED.but(members=(HER, HIM)), SEPARATED.but(members=(HER, HIM)))
    couple(office, *apart)
    for dossier in (HER, HIM):
        leave = LEAVE.model_copy(update={"dossier": dossier})
        do(office, leave, by(COACH, "2026-03-30 09:40"))
    do(office, WISH, THE_DAY_BEFORE)
    assert alerts(office, HIM)
    assert alerts(office, HER) == []


# --- at the desk ----------------------------------------------------------------------------


def told_late(desk: Desk, *of_her: Act, options: str = "") -> Result:
    """Tell at a desk, a day late, of an asylum wish of one of a couple that left."""
    desk.runs("init --as registrar")
    desk.runs(f"staff add {COACH} --person P-001 --function coach --as registrar")
    office = Office(locate(desk.store))
    couple(office, DEPARTED.but(consents=False).at("2026-03-30 09:40"), of_her=of_her)
    office.close()
    told = desk.runs(f"asylum wish {HIM} --on 2026-03-29T16:00 --as {COACH} {options}")
    assert told.exit_code == 0, told.output
    return told


def test_the_desk_is_told_of_each_and_in_which_dossier(desk: Desk) -> None:
    told = told_late(desk)
    hers = [line for line in told.stderr.splitlines() if HER in line]
    assert hers == [
        f"alert: in {HER} the act of version {act} fell inside a block nobody knew of: FAM-01"
        for act in (STARTED, LEFT)
    ]
    assert told.stderr.count("alert: version") == 2, "those of the dossier itself are told by step"
    assert HER not in told.stdout


def test_a_restricted_dossier_is_not_named_to_who_tells_it(desk: Desk) -> None:
    told = told_late(desk, RESTRICTION, RESTRICTED, options="--json")
    assert HER not in told.output
    assert told.stderr.count("alert: an act in a dossier of the family fell inside a block") == 2
    assert json.loads(told.stdout)["dossier"] == HIM


def test_what_is_found_late_is_what_the_audit_finds(desk: Desk) -> None:
    told_late(desk)
    found = json.loads(desk.runs("audit conformance --json").stdout)["findings"]
    told = [(one["dossier"], one["version"]) for one in found if one["rule"] == "FAM-01"]
    assert told == [(HER, STARTED), (HER, LEFT)]
    afresh = json.loads(desk.runs("audit conformance --afresh --json").stdout)["findings"]
    assert afresh == found
    one = json.loads(desk.runs(f"audit conformance {HER} --json").stdout)["findings"]
    assert one == [each for each in found if each["dossier"] == HER]


@pytest.mark.parametrize("options", ["", " --afresh", f" {HIM}"])
def test_of_a_restricted_member_the_audit_tells_neither_what_was_found_nor_the_number(
    desk: Desk, options: str
) -> None:
    told_late(desk)
    [of_him] = {len(json.loads(desk.runs(f"audit conformance {HIM} --json").stdout)["findings"])}
    office = Office(locate(desk.store))
    write_more(office, HER, RESTRICTION, RESTRICTED)
    office.close()
    told = desk.runs(f"audit conformance{options} --json")
    assert HER not in told.output
    findings = json.loads(told.stdout)["findings"]
    assert [one["dossier"] for one in findings] == [HIM] * of_him
