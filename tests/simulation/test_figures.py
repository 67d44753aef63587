"""Every figure says where it comes from, and the shares of a choice make a whole."""

from collections import defaultdict

import pytest

from domain.rules import code_list, places
from domain.values import AppealKind, CameFrom, NonReturnReason
from workflows.simulation.crew import OFFICE, crew_of
from workflows.simulation.figures import figures, number

CHOICES = (
    *("closed.end", "family.end", "released.reason", "appeal.kind", "came"),
    *("attempt.stopped", "incident"),
)


@pytest.mark.parametrize("prefix", CHOICES)
def test_the_shares_of_a_choice_make_a_whole(prefix: str) -> None:
    shares = [number(name) for name in figures() if name.startswith(f"{prefix}.")]
    assert sum(shares) == pytest.approx(1)


@pytest.mark.parametrize("name", figures())
def test_a_figure_names_its_source_or_says_that_it_is_assumed(name: str) -> None:
    figure = figures()[name]
    assert figure.mark in ("C", "P", "-", "G")
    assert figure.source or figure.mark == "G"
    assert figure.unit


@pytest.mark.parametrize(
    ("prefix", "codes"),
    [("released.reason", NonReturnReason), ("appeal.kind", AppealKind), ("came", CameFrom)],
)
def test_what_is_chosen_is_a_code_of_the_procedure(prefix: str, codes: type) -> None:
    chosen = {name.removeprefix(f"{prefix}.") for name in figures() if name.startswith(prefix)}
    assert chosen <= {str(code) for code in codes}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("prefix", "codes"),
    [("attempt.stopped.", "removal.not-executed"), ("incident.", "incidents.kind")],
)
def test_what_is_chosen_is_on_its_list(prefix: str, codes: str) -> None:
    chosen = {name.removeprefix(prefix) for name in figures() if name.startswith(prefix)}
    assert chosen
    assert chosen <= set(code_list(codes))


def test_nobody_of_the_crew_has_a_name_a_real_person_could_have() -> None:
    everybody = [*OFFICE, *(one for place in places() for one in crew_of(place).members)]
    assert all(
        one.account.startswith("sim.") and one.person.startswith("SIM-") for one in everybody
    )
    assert len({one.account for one in everybody}) == len(everybody)


def test_only_who_prepares_has_a_second_account() -> None:
    accounts: dict[str, list[str]] = defaultdict(list)
    for place in places():
        for one in crew_of(place).members:
            accounts[one.person].append(one.account)
    twice = [theirs for theirs in accounts.values() if len(theirs) > 1]
    assert twice
    assert all("assistant" in account for theirs in twice for account in theirs)
