"""What the control of conformance found is kept, and is what judging afresh would find."""

import pytest
from dossier import (
    ARRIVED,
    COACH,
    DEPARTED,
    DRAFTED,
    INFORMED,
    INTERVIEWED,
    NOTIFIED,
    NUMBER,
    STORY,
    TAKEN,
)
from examples.family import HUSBAND, LINKED
from examples.removal import UNDER_WAY
from given import Act, brussels
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st
from read_models.centre import Centre
from read_models.histories import histories
from read_models.views import views_at

from domain import events as e
from projections import judged
from projections import kept as kept_by_dossier
from projections.audit.conformance import judge

OTHER, THIRD = "HOL-2026-0043", "HOL-2026-0044"


def kept(centre):
    centre.catch_up()
    return judged.findings(centre.engine, centre.journal.history)


def afresh(centre):
    found = []
    dossiers = 0
    for _, lines in centre.journal.dossiers():
        dossiers += 1
        found += judge(lines, centre.journal.history)
    return dossiers, found


@pytest.fixture
def counted(monkeypatch):
    """Count which dossiers are judged."""
    names = []

    def counting(lines, look):
        names.append(lines[0].stream)
        return judge(lines, look)

    monkeypatch.setattr(judged, "judge", counting)
    return names


def test_of_no_dossier_nothing_is_found(centre):
    assert kept(centre) == (0, [])


def test_what_is_kept_is_what_is_found_afresh(centre):
    centre.record(NUMBER, *STORY)
    centre.record(OTHER, ARRIVED, NOTIFIED, DEPARTED, INTERVIEWED)
    centre.record(THIRD, ARRIVED, TAKEN)

    dossiers, found = kept(centre)
    assert (dossiers, found) == afresh(centre)
    assert {finding.dossier for finding in found} == {OTHER, THIRD}
    assert kept(centre) == (dossiers, found)


def test_a_dossier_is_judged_again_only_when_something_was_recorded_in_it(centre, counted):
    centre.record(NUMBER, ARRIVED, INFORMED)
    centre.record(OTHER, ARRIVED, NOTIFIED)
    kept(centre)
    counted.clear()

    assert kept(centre)[0] == 2
    assert counted == []
    centre.record(NUMBER, DRAFTED, TAKEN)
    kept(centre)
    assert counted == [NUMBER]


def test_all_are_judged_again_by_other_rules_or_other_code(centre, counted, monkeypatch):
    centre.record(NUMBER, ARRIVED)
    centre.record(OTHER, ARRIVED, NOTIFIED)
    before = kept(centre)
    counted.clear()

    monkeypatch.setattr(kept_by_dossier, "judge_mark", lambda: "of another version")
    assert kept(centre) == before
    assert counted == [NUMBER, OTHER]


def test_what_was_put_right_is_found_no_longer(centre):
    centre.record(OTHER, ARRIVED, NOTIFIED)
    assert kept(centre)[1]
    history = centre.journal.history(OTHER)
    centre.record(OTHER, Act(INFORMED.event, INFORMED.who, history[0].occurred_at))

    assert kept(centre) == afresh(centre)


def test_more_dossiers_than_one_batch_are_all_judged(centre, monkeypatch):
    monkeypatch.setattr(kept_by_dossier, "AT_ONCE", 3)
    for number in range(10, 20):
        centre.record(f"HOL-2026-00{number}", ARRIVED, NOTIFIED)

    told = []
    centre.catch_up()
    found = judged.findings(
        centre.engine, centre.journal.history, progress=lambda done, total: told.append(done)
    )
    assert found == afresh(centre)
    assert told == [3, 6, 9, 10]


# --- families -------------------------------------------------------------------------------

HER, HIM = NUMBER, HUSBAND
WITH_HIM = LINKED.but(members=(HIM,), minors=())
WITH_HER = LINKED.but(members=(HER,), minors=())
LEFT = DEPARTED.but(consents=False).at("2026-03-30 09:40")
WISH = Act(e.AsylumWishExpressed(), COACH, brussels("2026-03-29 16:00"))


@pytest.fixture
def family(centre):
    """Give a couple at the moment of their removal, each with a dossier, and a resident apart."""
    centre.record(HER, *UNDER_WAY, WITH_HIM)
    centre.record(HIM, *UNDER_WAY, WITH_HER)
    centre.record(THIRD, ARRIVED)
    return centre


def by_family(found):
    """Say in which dossiers a rule of families was broken, by which act."""
    return [
        (one.dossier, one.rule, one.found.partition(".")[0])
        for one in found[1]
        if one.rule in ("FAM-01", "FAM-02")
    ]


def test_a_family_is_judged_together(family):
    assert by_family(kept(family)) == []
    family.record(HER, LEFT)
    assert by_family(kept(family)) == [(HER, "FAM-02", "departure-confirmed")]
    assert kept(family) == afresh(family)


def test_a_dossier_is_judged_again_when_something_was_recorded_in_that_of_a_member(family, counted):
    kept(family)
    counted.clear()
    family.record(HIM, WISH)

    assert by_family(kept(family)) == [(HER, "FAM-01", "attempt-started")]
    assert counted == [HER, HIM]
    assert kept(family) == afresh(family)
    counted.clear()
    family.record(THIRD, INFORMED)
    kept(family)
    assert counted == [THIRD]


def test_who_is_linked_is_looked_at_from_then_on(centre, counted):
    for dossier in (HER, OTHER):
        centre.record(dossier, *UNDER_WAY)
    kept(centre)
    counted.clear()
    centre.record(OTHER, WISH)
    assert by_family(kept(centre)) == []
    assert counted == [OTHER]

    centre.record(HER, LINKED.but(members=(OTHER,), minors=()))
    assert by_family(kept(centre)) == [(HER, "FAM-01", "attempt-started")]
    assert kept(centre) == afresh(centre)


def test_who_was_unlinked_still_counts_for_what_happened_before(family, counted):
    unlinked = e.FamilyUnlinked(members=(HIM,), reason="shown-not-related")
    family.record(HER, Act(unlinked, COACH, brussels("2026-03-30 09:00")))
    kept(family)
    counted.clear()
    family.record(HIM, WISH)

    assert by_family(kept(family)) == [(HER, "FAM-01", "attempt-started")]
    assert counted == [HER, HIM]


def test_a_member_who_gets_a_dossier_later_is_looked_at_then(centre, counted):
    centre.record(HER, *UNDER_WAY, WITH_HIM, LEFT)
    assert by_family(kept(centre)) == []
    counted.clear()
    centre.record(HIM, *UNDER_WAY, WITH_HER)

    assert by_family(kept(centre)) == [(HER, "FAM-02", "departure-confirmed")]
    assert counted == [HER, HIM]
    counted.clear()
    assert kept(centre) == afresh(centre)
    assert counted == []


def test_only_the_dossiers_of_the_family_are_read_for_a_judgement(family):
    family.catch_up()
    read = []

    def reading(dossier):
        read.append(dossier)
        return family.journal.history(dossier)

    judged.findings(family.engine, reading)
    assert sorted(read) == sorted([HER, HIM, HIM, HER, THIRD])


def test_the_mark_is_that_of_the_code_and_rules_as_they_are():
    assert kept_by_dossier.judge_mark() == kept_by_dossier.judge_mark()
    assert len(kept_by_dossier.judge_mark()) == 64


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@for_all(lines=histories, sizes=st.lists(st.integers(1, 9), min_size=1))
def test_kept_little_by_little_it_is_what_is_found_afresh(tmp_path_factory, lines, sizes):
    folder = tmp_path_factory.mktemp("centre")
    centre = Centre(folder, views_at(f"sqlite:///{folder / 'views.db'}"))
    while lines:
        size, sizes = sizes[0], sizes[1:] + sizes[:1]
        centre.journal.append(lines[:size])
        lines = lines[size:]
        kept(centre)
    assert kept(centre) == afresh(centre)
    centre.close()
