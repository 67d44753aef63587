"""
Who acted is judged by stretches of the log where that is enough; what is found is the same.

The attacker rewrites one act among a thousand and makes the whole log agree with it.
"""

from datetime import UTC, datetime, timedelta

import pytest
from audit.example_store import codes, verified
from audit.signed_store import Store, place_of
from cabinet import line, office_at, registrar_of

from domain import commands as c
from domain import events as e
from domain.values import Function, InformationKind
from projections.audit.stretch import Pace
from workflows import staffing

SLOW = Pace(blocks=1_000, helpers=0)
ALONE = Pace(blocks=1, helpers=0)
HELPED = Pace(blocks=1, helpers=1)

HALF, EACH = 80, 8
EARLY, LATE = 41, HALF + 22  # in stretches without a line of the register
COACH, COLLEAGUE, NEW = ("d.lambert", "P-001"), ("s.peeters", "P-002"), ("new", "P-900")
ORDER = ("cmd", "at", "rec", "by", "who", "as", "rules", "for", "sig", "data")
INFORMED = e.InformationGiven(language="fr", kinds=(InformationKind.REMEDIES,))


def dossier(number):
    return f"HOL-2026-{number:04}"


def told(number, version, account, person):
    now = datetime.now(UTC)
    said = {"occurred_at": now, "recorded_at": now, "account": account, "person": person}
    return line(version, INFORMED, dossier(number), **said)


@pytest.fixture
def store(paths):
    """Some thousand acts: in the first half by one who was on duty, and in the second no more."""
    office = office_at(paths)
    made = Store(office, place_of(paths))
    journal, registrar, now = office.journal, registrar_of(office), datetime.now(UTC)
    duty = c.GiveMandate(
        account="new",
        function=Function.COACH,
        duty_from=(now - timedelta(hours=1)).isoformat(timespec="seconds"),
        duty_to=(now + timedelta(days=1)).isoformat(timespec="seconds"),
    )
    new = c.AddStaff(account="new", person="P-900", function=Function.REGISTRAR)
    staffing.register(journal, new, registrar)
    staffing.change(journal, duty, registrar)
    add(journal, range(HALF), [COACH, NEW])
    left = c.RevokeMandate(account="new", number=2, reason="left")
    staffing.change(journal, left, registrar)
    add(journal, range(HALF, 2 * HALF), [COACH, COLLEAGUE])
    yield made
    office.close()


def add(journal, numbers, by_turns):
    """Have residents informed, each eight times by one of two people."""
    journal.append(
        [
            told(number, version, *by_turns[number % 2])
            for number in numbers
            for version in range(1, EACH + 1)
        ]
    )


def altered(said, change):
    """Change what is said, and leave it in the order in which the journal writes."""
    change(said)
    for key in ORDER:
        if key in said:
            said[key] = said.pop(key)


def said_by(account, person):
    def change(said):
        said.update(by=account, who=person)

    return change


ACTS = {
    "nothing": (EARLY, lambda said: None, []),
    "by one on duty": (EARLY, said_by(*NEW), []),
    "by one whose mandate had ended": (LATE, said_by(*NEW), ["ROLE_MISSING"]),
    "before his duty began": (
        EARLY,
        lambda said: said.update(at="2026-01-05T09:00:00Z"),
        ["ROLE_MISSING"],
    ),
    "by nobody of the register": (EARLY, said_by("x.y", "P-009"), ["ROLE_MISSING"]),
    "in the name of another": (LATE, said_by(COACH[0], "P-002"), ["ROLE_MISSING"]),
    "in a function he does not hold": (
        LATE,
        lambda said: said.update({"as": "migration-officer"}),
        ["ROLE_MISSING"],
    ),
    "for somebody who asked nobody": (
        EARLY,
        lambda said: said.update({"for": COLLEAGUE[0]}),
        ["ROLE_MISSING"],
    ),
    "signed by nobody": (LATE, lambda said: said.update(sig="AAAA"), ["SIGNATURE_INVALID"]),
}


@pytest.mark.parametrize("forged", ACTS)
def test_the_same_is_found_in_stretches_and_act_by_act(store, forged):
    number, change, expected = ACTS[forged]

    if forged != "nothing":
        store.rewrite(EACH, lambda said: altered(said, change), dossier(number))
    reports = [verified(store.place, actors=True, pace=pace) for pace in (SLOW, ALONE, HELPED)]
    assert [codes(report.findings) for report in reports] == [expected] * 3
    assert [(one.dossier, one.version) for one in reports[1].findings] == [
        (dossier(number), EACH) for _ in expected
    ]
