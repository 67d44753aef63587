"""A sample is drawn by the log itself, on both databases: nobody chooses, anybody proves it."""

import hmac
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from hashlib import sha256
from typing import Any

import pytest
from cabinet import line, registrar_of, root_by_hand

from cli.separated import separated
from cli.wiring import Office
from domain import commands as c
from domain import events as e
from domain.authority import MAY, Actor
from domain.decide import Refused
from domain.decide.sample import READERS
from domain.errors import BadInput, ConcurrentChange, StoreTrouble, UnknownDossier
from domain.record import SAMPLE, Recorded
from domain.rules import RULE_SET
from domain.state.sample import Sample
from domain.trajectory import Trajectory
from domain.values import Function, Sealed
from workflows import samples, staffing
from workflows.command_ids import new_command_id
from workflows.handle import Occasion, handle

CONTROLLER = Actor("s.control", "P-030", frozenset({Function.QUALITY_CONTROLLER}))
COACH_AS_CONTROLLER = Actor("lambertd", "P-001", frozenset({Function.QUALITY_CONTROLLER}))
DOSSIERS = tuple(f"HOL-2026-{number:04}" for number in range(1, 13))


def do(office: Office, command: c.Command, account: str = "k.declercq") -> None:
    """Have one command done."""
    handle(office.journal, office.vault, command, Occasion(account))


def not_returned(office: Office, dossier: str) -> None:
    """Record that a trajectory ended without departure, by the coach, whatever stood in the way."""
    ended = line(2, e.NonReturnEstablished(reason="citizenship"), dossier)
    now = office.journal.clock()
    office.journal.append([ended._replace(occurred_at=now)])


def fill(office: Office) -> None:
    """Admit twelve residents in Holsbeek, two of whom do not return."""
    for dossier in DOSSIERS:
        do(office, c.OpenTrajectory(dossier=dossier, centre="HOL", name=Sealed.of("Saba A.")))
    for dossier in DOSSIERS[:2]:
        not_returned(office, dossier)


@pytest.fixture
def held(office: Office) -> Office:
    """Open a store with twelve residents in Holsbeek, two of whom did not return."""
    fill(office)
    return office


def announcement(sample: str = "Q-2026-1", **but: Any) -> "c.AnnounceSample":
    """Ask for a sample of dossiers."""
    said = {"by": "dossier", "confidence": "90", "tolerable": "30", "expected": "0"}
    return c.AnnounceSample(sample=sample, **{**said, "strata": ("centre", "outcome"), **but})


def announce(office: Office, sample: str = "Q-2026-1", **but: Any) -> Sample:
    """Ask for a sample of dossiers, once: it is announced, or drawn if it may be."""
    asked = announcement(sample, **but)
    return samples.announce_and_draw(office.journal, asked, CONTROLLER, separated)


def somebody_records(office: Office) -> list[Recorded]:
    """Have the registrar record something, whatever it is."""
    number = office.journal.head().size
    add = c.AddStaff(account=f"new.{number}", person=f"N-{number}", function=Function.COACH)
    return staffing.register(office.journal, add, registrar_of(office))


def draw(office: Office, sample: str = "Q-2026-1", **but: Any) -> Sample:
    """Announce a sample of dossiers, and draw it once somebody else recorded something."""
    if announce(office, sample, **but).drawn is None:
        somebody_records(office)
    return announce(office, sample, **but)


def examine(
    office: Office, item: str, result: str = "conforms", by: Actor = CONTROLLER, **said: Any
) -> Sample:
    """Record what the examination of an item gave."""
    asked = c.ExamineItem(sample="Q-2026-1", item=item, result=result, **said)
    return samples.examine(office.journal, asked, by)[0]


def conclude(office: Office) -> Sample:
    """Conclude the sample."""
    return samples.conclude(office.journal, c.ConcludeSample(sample="Q-2026-1"), CONTROLLER)[0]


def doubts(office: Office, sample: str = "Q-2026-1") -> list[str]:
    """Draw a sample again; tell the codes of what differs."""
    found = samples.find(office.journal, sample)
    return [one.code for one in samples.check(office.journal, found, separated)]


def rules_of(refused: pytest.ExceptionInfo[Refused]) -> set[str]:
    """Name the rules of a refusal."""
    return {failing.rule for failing in refused.value.failures}


# -- drawing -------------------------------------------------------------------------------------


def test_the_seed_follows_from_the_log_up_to_what_somebody_else_recorded_next(held: Office) -> None:
    announced = announce(held)
    next_one = somebody_records(held)[0]
    somebody_records(held)
    sample = announce(held)

    size = next_one.log_index + 1
    assert size == announced.log_index + 2
    leaves = [line.leaf_hash for line in held.journal.since(0)][:size]
    root = root_by_hand(leaves).hex()
    assert sample.drawn is not None
    assert (sample.drawn.log_size, sample.drawn.root) == (size, root)
    told = f"trajet.sample/v1\nQ-2026-1\n{size}\n{root}\n"
    assert sample.drawn.seed == sha256(told.encode()).hexdigest()
    assert doubts(held) == []


def test_what_the_announcer_records_alone_draws_nothing(held: Office) -> None:
    """Neither the same person by another account, nor somebody in the announcer's name."""
    assert announce(held).state == "announced"
    for account, person, for_whom in (
        ("s.control", "P-030", None),
        ("other.account", "P-030", None),
        ("k.declercq", "P-002", "s.control"),
    ):
        mine = Recorded(
            stream=DOSSIERS[3],
            version=held.journal.newest_version(DOSSIERS[3]) + 1,
            event=e.NonReturnEstablished(reason="citizenship"),
            occurred_at=held.journal.clock(),
            recorded_at=held.journal.clock(),
            account=account,
            person=person,
            role="quality-controller",
            command_id=new_command_id(),
            rule_set=RULE_SET,
            on_behalf_of=for_whom,
        )
        held.journal.append([mine])
        assert announce(held).state == "announced"
    somebody_records(held)
    assert announce(held).state == "drawn"
    assert doubts(held) == []


def test_the_items_are_those_of_the_smallest_hmac_of_each_stratum(held: Office) -> None:
    sample = draw(held)
    assert sample.drawn is not None
    key = bytes.fromhex(sample.drawn.seed)

    def by_hand(dossiers: tuple[str, ...], taken: int) -> list[str]:
        order = sorted(dossiers, key=lambda one: hmac.new(key, one.encode(), sha256).digest())
        return order[:taken]

    assert sample.drawn.strata == ("HOL/not-returned", "HOL/running")
    gone, there = sample.drawn.taken
    assert [*by_hand(DOSSIERS[:2], gone), *by_hand(DOSSIERS[2:], there)] == [*sample.random]
    assert sample.drawn.of == (2, 10)
    assert doubts(held) == []


def test_the_population_is_what_was_on_record_at_the_announcement(held: Office) -> None:
    announce(held)
    do(held, c.OpenTrajectory(dossier="HOL-2026-0099", centre="HOL"))
    not_returned(held, DOSSIERS[5])
    sample = announce(held)

    assert sample.drawn is not None
    assert sum(sample.drawn.of) == len(DOSSIERS), "who came later was not there to be drawn"
    assert doubts(held) == []
    extended = samples.extend(
        held.journal, c.ExtendSample(sample="Q-2026-1", size=99), CONTROLLER, separated
    )
    assert sorted(extended.random) == sorted(DOSSIERS)
    assert extended.random[: len(sample.random)] == sample.random


def test_a_draw_broken_off_goes_on_in_the_same_words_only(held: Office) -> None:
    announce(held)
    with pytest.raises(Refused) as refused:
        draw(held, confidence="95")
    assert rules_of(refused) == {"SMP-01"}
    assert samples.find(held.journal, "Q-2026-1").state == "announced"
    assert doubts(held) == []


def test_a_sample_is_drawn_once(held: Office) -> None:
    first = draw(held)
    assert announce(held) == first, "the same words come to the same, and record nothing"
    with pytest.raises(Refused, match="drawn already"):
        announce(held, confidence="95")
    assert draw(held, "Q-2026-2").drawn != draw(held, "Q-2026-3").drawn


def test_of_two_who_announce_the_same_number_at_once_one_comes_first(held: Office) -> None:
    other = Office(held.paths)
    came: list[Sample] = []

    def meanwhile(state: Trajectory, lines: Sequence[Recorded]) -> frozenset[int]:
        """Come first, while the population is looked at."""
        if not came:
            came.append(announce(other))
        return separated(state, lines)

    with pytest.raises(ConcurrentChange):
        samples.announce_and_draw(held.journal, announcement(), CONTROLLER, meanwhile)
    other.close()
    assert samples.find(held.journal, "Q-2026-1") == came[0]
    assert doubts(held) == []


def test_there_is_nothing_to_draw_from_where_nothing_is_as_asked(held: Office) -> None:
    for but in ({"centres": ("VOT",)}, {"until": "2020-01-01"}, {"by": "round"}):
        with pytest.raises(BadInput, match="nothing to draw from"):
            draw(held, **but)
    with pytest.raises(BadInput, match="--to"):
        draw(held, since="2026-02-01", until="2026-01-01")
    assert samples.every(held.journal) == [], "nothing was announced either"


def test_restricted_dossiers_are_flagged_and_examined_in_any_case(held: Office) -> None:
    director = c.AddStaff(account="r.director", person="P-050", function=Function.REMOVAL_DIRECTOR)
    staffing.register(held.journal, director, registrar_of(held))
    hidden = DOSSIERS[4]
    do(held, c.ProposeAccessRestriction(dossier=hidden, reason="media"), "d.lambert")
    do(held, c.RestrictAccess(dossier=hidden, reason="media"), "r.director")

    sample = draw(held)

    assert sample.drawn is not None
    assert (sample.flagged, sample.drawn.flags) == ((hidden,), ("restricted",))
    assert sum(sample.drawn.of) == len(DOSSIERS) - 1
    assert hidden not in sample.random


# -- examining and concluding --------------------------------------------------------------------


def test_it_is_concluded_once_every_item_has_a_result(held: Office) -> None:
    sample = draw(held)
    for item in sample.random[1:]:
        examine(held, item)
    with pytest.raises(Refused, match="1 of") as refused:
        conclude(held)
    assert rules_of(refused) == {"SMP-01"}
    examine(held, sample.random[0])

    told = conclude(held).concluded

    assert told is not None
    assert (told.drawn, told.deviations, told.not_examinable) == (len(sample.random), 0, 0)
    assert told.met
    assert told.most <= 0.3 * len(DOSSIERS)
    assert doubts(held) == []
    for late in (lambda: examine(held, sample.random[0], "deviates"), lambda: conclude(held)):
        with pytest.raises(Refused, match="is concluded"):
            late()


def test_what_cannot_be_examined_counts_as_a_deviation(held: Office) -> None:
    sample = draw(held)
    first, second, *rest = sample.random
    examine(held, first, "deviates")
    examine(held, second, "not-examinable")
    for item in rest:
        examine(held, item)
    told = conclude(held).concluded
    assert told is not None
    assert (told.deviations, told.not_examinable, told.met) == (1, 1, False)
    assert told.most >= 2


def test_the_last_result_of_an_item_holds_and_the_same_is_recorded_once(held: Office) -> None:
    sample = draw(held)
    item = sample.random[0]
    examine(held, item)
    version = examine(held, item).version
    assert version == sample.version + 1
    changed = examine(held, item, "deviates", because="looked-again").result_of(item)
    assert changed is not None
    assert changed.result == "deviates"


def test_a_result_is_turned_for_a_reason_and_what_it_was_stays_in_sight(held: Office) -> None:
    item, *rest = draw(held).random
    examine(held, item, "deviates")
    with pytest.raises(Refused, match=r"s\.control recorded deviates of .*--because") as refused:
        examine(held, item, "conforms")
    assert rules_of(refused) == {"SMP-01"}
    with pytest.raises(Refused, match="had no other result"):
        examine(held, rest[0], "conforms", because="mistyped")
    examine(held, item, "conforms", because="mistyped")
    back = examine(held, item, "deviates", because="new-facts").result_of(item)
    assert back is not None
    assert [(one.result, one.because) for one in (*back.earlier, back)] == [
        ("deviates", None),
        ("conforms", "mistyped"),
        ("deviates", "new-facts"),
    ]
    for one in rest:
        examine(held, one)
    told = conclude(held).concluded
    assert told is not None
    assert told.turned == 1
    assert doubts(held) == []


def test_many_results_are_recorded_together_or_none(held: Office) -> None:
    sample = draw(held)
    left = next(one for one in DOSSIERS if one not in sample.random)

    def asked(*items: str) -> "list[c.ExamineItem]":
        return [c.ExamineItem(sample="Q-2026-1", item=one, result="conforms") for one in items]

    with pytest.raises(samples.SomeRefused) as some:
        samples.examine_all(
            held.journal, asked(sample.random[0], left, "HOL-2026-9999"), CONTROLLER
        )
    assert sorted(some.value.refused) == [1, 2]
    assert samples.find(held.journal, "Q-2026-1").results == ()
    examine(held, sample.random[1])
    done = samples.examine_all(held.journal, asked(*sample.random), CONTROLLER)
    assert [at for at, line in enumerate(done.lines) if line is None] == [1]
    assert done.sample.tally(sample.random).missing == 0
    assert doubts(held) == []


def test_nobody_examines_a_dossier_in_which_the_same_person_acted(held: Office) -> None:
    sample = draw(held)
    gone = next(item for item in sample.random if item in DOSSIERS[:2])
    with pytest.raises(Refused) as refused:
        examine(held, gone, by=COACH_AS_CONTROLLER)
    assert (rules_of(refused), refused.value.exit_code) == ({"SEP-05"}, 4)
    elsewhere = next(item for item in sample.random if item not in DOSSIERS[:2])
    assert examine(held, elsewhere, by=COACH_AS_CONTROLLER).result_of(elsewhere)


def test_a_finding_is_one_of_the_dossier_and_goes_with_a_deviation(held: Office) -> None:
    controller = c.AddStaff(
        account="s.control", person="P-030", function=Function.QUALITY_CONTROLLER
    )
    staffing.register(held.journal, controller, registrar_of(held))
    item = draw(held).random[0]
    with pytest.raises(Refused, match="has no finding 1"):
        examine(held, item, "deviates", number=1)
    found = c.AddFinding(
        dossier=item, kind="motivation", severity="remark", finding=Sealed.of("three words")
    )
    do(held, found, "s.control")
    with pytest.raises(Refused, match="goes with an item that deviates"):
        examine(held, item, "conforms", number=1)
    result = examine(held, item, "deviates", number=1).result_of(item)
    assert result is not None
    assert result.number == 1


def test_what_is_not_in_the_sample_is_not_examined(held: Office) -> None:
    sample = draw(held)
    left = next(one for one in DOSSIERS if one not in sample.random)
    with pytest.raises(Refused, match="is not among"):
        examine(held, left)
    with pytest.raises(UnknownDossier):
        examine(held, "HOL-2026-9999")
    with pytest.raises(BadInput, match="no sample Q-9"):
        samples.find(held.journal, "Q-9")


def test_an_extension_draws_more_and_says_how_many_results_were_known(held: Office) -> None:
    sample = draw(held)
    examine(held, sample.random[0])
    asked = c.ExtendSample(sample="Q-2026-1", size=sample.size + 2)
    more = samples.extend(held.journal, asked, CONTROLLER, separated)
    assert set(sample.random) < set(more.random)
    assert [one.examined for one in more.extended] == [1]
    assert more.result_of(sample.random[0])
    assert doubts(held) == []
    again = samples.extend(held.journal, asked, CONTROLLER, separated)
    assert again == more, "the same words come to the same, and record nothing"
    fewer = c.ExtendSample(sample="Q-2026-1", size=sample.size)
    with pytest.raises(Refused, match="an extension draws more"):
        samples.extend(held.journal, fewer, CONTROLLER, separated)


def test_samples_are_the_quality_controllers(held: Office) -> None:
    for function in Function:
        actor = Actor("duty", "duty", frozenset({function}))
        if function is Function.QUALITY_CONTROLLER:
            continue
        with pytest.raises(Refused) as refused:
            samples.announce_and_draw(held.journal, announcement(), actor, separated)
        assert (rules_of(refused), refused.value.exit_code) == ({"AUT-02"}, 4)
    assert draw(held).announced_by == CONTROLLER.account


def test_who_may_look_is_who_draws_audits_commissions_or_answers() -> None:
    assert MAY["AnnounceSample"] <= READERS
    assert {Function.AUDITOR, Function.SUPERVISOR, Function.REMOVAL_DIRECTOR} <= READERS
    assert not READERS & {Function.COACH, Function.MIGRATION_OFFICER, Function.REGISTRAR}


# -- proving -------------------------------------------------------------------------------------


def spoilt(office: Office, **but: Any) -> list[str]:
    """Draw, tell the draw otherwise than it was, and check what is then on record."""
    sample = draw(office)
    assert sample.drawn is not None
    told = sample._replace(drawn=sample.drawn.model_copy(update=but))
    return [one.code for one in samples.check(office.journal, told, separated)]


def other(sample: Sample) -> tuple[str, ...]:
    """Exchange an item that was drawn for one that was not."""
    left = next(one for one in DOSSIERS[2:] if one not in sample.random)
    return (*sample.random[:-1], left)


@pytest.mark.parametrize(
    ("but", "code"),
    [
        ({"root": "00" * 32}, "SAMPLE_LOG"),
        ({"seed": "00" * 32}, "SAMPLE_SEED"),
        ({"population": "00" * 32}, "SAMPLE_POPULATION"),
        ({"of": (2, 9)}, "SAMPLE_POPULATION"),
        ({"flagged": DOSSIERS[:1], "flags": ("measure",)}, "SAMPLE_FLAGGED"),
        ({"size": 1}, "SAMPLE_SIZE"),
        ({"items": DOSSIERS[:3]}, "SAMPLE_SELECTION"),
    ],
)
def test_what_does_not_follow_from_the_store_is_told(
    held: Office, but: dict[str, Any], code: str
) -> None:
    assert code in spoilt(held, **but)


def test_one_item_exchanged_is_told(held: Office) -> None:
    sample = draw(held)
    assert sample.drawn is not None
    told = sample._replace(drawn=sample.drawn.model_copy(update={"items": other(sample)}))
    found = samples.check(held.journal, told, separated)
    assert [one.code for one in found] == ["SAMPLE_SELECTION"]
    assert other(sample)[-1] in found[0].found


def test_a_conclusion_that_does_not_follow_is_told(held: Office) -> None:
    for item in draw(held).random:
        examine(held, item)
    sample = conclude(held)
    assert sample.concluded is not None
    told = sample._replace(concluded=sample.concluded.model_copy(update={"most": 0}))
    found = samples.check(held.journal, told, separated)
    assert [one.code for one in found] == ["SAMPLE_CONCLUSION"]


TAMPERED = {
    "SAMPLE_POPULATION": "UPDATE stored_events SET state = CAST(replace(CAST(state AS TEXT), "
    '\'"centre":"HOL"\', \'"centre":"VOT"\') AS BLOB) '
    "WHERE originator_id = 'HOL-2026-0007'",
    "SAMPLE_LOG": "UPDATE tlog_leaf SET hash = zeroblob(32) WHERE idx = 20",
}


@pytest.mark.parametrize("code", TAMPERED)
def test_a_store_that_was_altered_since_does_not_give_the_sample_again(
    file_office: Office, code: str
) -> None:
    fill(file_office)
    draw(file_office)
    file_office.journal.close()
    store = sqlite3.connect(file_office.paths.store)
    with closing(store):
        assert store.execute(TAMPERED[code]).rowcount == 1
        store.commit()
    again = Office(file_office.paths)
    found = doubts(again)
    again.close()
    assert code in found
    # One dossier less may leave the draw as it was; another seed never does.
    assert "SAMPLE_SELECTION" in found or code == "SAMPLE_POPULATION"


def test_a_shorter_log_than_a_sample_was_drawn_from_is_trouble(held: Office) -> None:
    sample = draw(held)
    assert sample.drawn is not None
    told = sample._replace(drawn=sample.drawn.model_copy(update={"log_size": 10_000}))
    with pytest.raises(StoreTrouble, match="10000 leaves"):
        samples.check(held.journal, told, separated)


def test_what_is_kept_of_a_sample_is_read_back_and_is_on_the_log(held: Office) -> None:
    draw(held)
    lines = held.journal.history(SAMPLE + "Q-2026-1")
    assert [line.event.TOPIC for line in lines] == ["sample-announced.v1", "sample-drawn.v1"]
    assert [line.role for line in lines] == ["quality-controller"] * 2
    assert lines[1].log_index > lines[0].log_index + 1, "somebody else recorded between them"
    assert held.journal.head().size == lines[-1].log_index + 1
    assert list(held.journal.dossiers()) == [
        (dossier, held.journal.history(dossier)) for dossier in DOSSIERS
    ]
