"""A place that is full takes nobody more; who takes up what there."""

import pytest
from dossier import ARRIVED, DEPARTED, NOT_RETURNED, NUMBER, OPEN, REOPENED
from examples.admission import ADMITTED
from examples.transfer import BEGUN, CANCELLED, ON_THE_WAY, ORDER, ORDERED, RECEIVE, RECEIVED
from given import brussels, given, lines

from domain.decide.places import dwelling, taken_by
from domain.events import FamilyLinked
from domain.trajectory import replay

SISTER = "ZUL-2026-0007"


def admitted(number=NUMBER, centre="ZUL", family=None, **who):
    """Fold a dossier admitted somewhere, linked with its family or not."""
    arrived = ADMITTED.but(centre=centre, resident=number, **who)
    acts = [arrived]
    if family:
        linked = FamilyLinked(family=family, role="other", members=(NUMBER, SISTER))
        acts.append(type(arrived)(linked, arrived.who, brussels("2026-03-02 12:00")))
    return replay(lines(acts, number))


# -- the last place, and one too many (PLC-03) ------------------------------------------------


def test_the_last_bed_is_taken_and_none_after_it():
    given().when(OPEN, at="2026-03-02 10:15", beds={"HOL": 1}).then(ADMITTED)
    given().when(OPEN, at="2026-03-02 10:15", beds={"HOL": 0}).then_refused(
        "PLC-03", saying="HOL is full: its 28 places are taken"
    )


def test_a_place_nobody_counted_is_not_full():
    given().when(OPEN, at="2026-03-02 10:15", beds={"BRU": 0}).then(ADMITTED)
    given().when(OPEN, at="2026-03-02 10:15").then(ADMITTED)


def test_a_full_place_is_no_place_to_order_a_transfer_to():
    given(ADMITTED).when(ORDER, beds={"BRU": 1}).then(ORDERED)
    given(ADMITTED).when(ORDER, beds={"BRU": 0}).then_refused("PLC-03", saying="104 places")


def test_it_is_asked_again_on_arrival():
    given(*ON_THE_WAY).when(RECEIVE, beds={"BRU": 1}).then(RECEIVED)
    given(*ON_THE_WAY).when(RECEIVE, beds={"BRU": 0}).then_refused("PLC-03")


def test_the_first_procedure_counts_no_beds():
    from domain.decide import Attempt, Context, failing

    moment = brussels("2026-03-02 10:15")
    full = Context(moment, moment, beds={"HOL": 0})
    assert not failing(Attempt(None, "OpenTrajectory", full, ARRIVED.event))
    assert failing(Attempt(None, "OpenTrajectory", full, ADMITTED.event))


def test_a_child_of_a_family_needs_no_dwelling_of_its_own():
    child = OPEN.model_copy(update={"centre": "ZUL", "age": "minor", "unaccompanied": False})
    adult = OPEN.model_copy(update={"centre": "ZUL"})
    given().when(child, at="2026-03-02 10:15", beds={"ZUL": 0}).then(
        ADMITTED.but(centre="ZUL", age="minor", unaccompanied=False)
    )
    given().when(adult, at="2026-03-02 10:15", beds={"ZUL": 0}).then_refused("PLC-03")


def test_who_joins_the_family_in_its_dwelling_needs_no_other():
    arrived = ADMITTED.but(centre="TIE")
    linked = type(arrived)(
        FamilyLinked(family="ZUL-2026-0007", role="other", members=(SISTER,)),
        arrived.who,
        brussels("2026-03-02 12:00"),
    )
    order = ORDER.model_copy(update={"place": "ZUL"})
    there = admitted(SISTER, family="ZUL-2026-0007")
    elsewhere = admitted(SISTER, centre="BEA", family="ZUL-2026-0007")
    told = given(arrived, linked)
    told.when(order, beds={"ZUL": 0}, members=(there,)).then(ORDERED.but(place="ZUL"))
    told.when(order, beds={"ZUL": 0}, members=(elsewhere,)).then_refused("PLC-03")


# -- who takes up what --------------------------------------------------------------------------


def standing(*acts):
    return taken_by([replay(lines(acts, NUMBER))])


BED = {("HOL", NUMBER)}


@pytest.mark.parametrize(
    ("acts", "taken"),
    [
        ((ADMITTED,), BED),
        ((ADMITTED, ORDERED), BED),
        ((ADMITTED, ORDERED, BEGUN), BED),
        ((ADMITTED, ORDERED, BEGUN, RECEIVED), {("BRU", NUMBER)}),
        ((ADMITTED, ORDERED, CANCELLED), BED),
        ((ADMITTED, DEPARTED), set()),
        ((ADMITTED, NOT_RETURNED), set()),
        ((ADMITTED, NOT_RETURNED, REOPENED), BED),
        ((ARRIVED,), set()),
        ((), set()),
    ],
    ids=[
        "admitted",
        "ordered",
        "on the road",
        "received",
        "called off",
        "departed",
        "not returned",
        "reopened",
        "of a register",
        "never admitted",
    ],
)
def test_a_resident_takes_a_bed_until_he_has_left(acts, taken):
    assert standing(*acts) == taken


def test_whoever_is_released_or_at_large_takes_none():
    from domain import events as e

    for gone in (e.ResidentReleased, e.AbscondingEstablished):
        event = gone.model_construct(
            **{name: field.get_default() for name, field in gone.model_fields.items()}
        )
        assert standing(ADMITTED, type(ADMITTED)(event, ADMITTED.who, DEPARTED.when)) == set()


def test_a_family_takes_one_dwelling():
    mother, aunt = admitted(family="ZUL-2026-0007"), admitted(SISTER, family="ZUL-2026-0007")
    assert taken_by([mother, aunt]) == {dwelling("ZUL", "ZUL-2026-0007")}


def test_a_resident_alone_does_not_share_the_dwelling_that_bears_the_same_number():
    stayed = admitted(SISTER, family=NUMBER)
    assert taken_by([admitted(), stayed]) == {("ZUL", NUMBER), dwelling("ZUL", NUMBER)}
    assert dwelling("ZUL", NUMBER) != ("ZUL", NUMBER)


def test_grown_ups_who_are_not_linked_take_one_each_and_children_none():
    assert taken_by([admitted(), admitted(SISTER)]) == {("ZUL", NUMBER), ("ZUL", SISTER)}
    assert taken_by([admitted(), admitted(SISTER, age="minor")]) == {("ZUL", NUMBER)}


def test_a_family_in_a_centre_takes_a_bed_each():
    both = [
        admitted(centre="127B", family="127B-2026-0007"),
        admitted(SISTER, centre="127B", family="127B-2026-0007"),
    ]
    assert taken_by(both) == {("127B", NUMBER), ("127B", SISTER)}
