"""Another name is kept for good, with the dossier it is used in."""

from dossier import NOT_RETURNED
from examples.admission import ADMITTED, KNOWN_AS, LINK
from given import given

from domain.values import Function, Sealed


def test_an_alias_is_kept_with_its_source():
    asked = given(ADMITTED).when(LINK)
    asked.then(KNOWN_AS)
    asked.then_state(aliases=1)


def test_every_alias_is_kept_even_the_same_twice():
    given(ADMITTED, KNOWN_AS).when(LINK).then_state(aliases=2)
    another = LINK.model_copy(update={"name": Sealed.of("S. Ahmadzai"), "known_in": None})
    given(ADMITTED, KNOWN_AS).when(another).then_state(aliases=2)


def test_coaches_and_officers_link_it():
    given(ADMITTED).when(LINK).is_for(
        Function.COACH, Function.ATTACHE_COACH, Function.MIGRATION_OFFICER
    )


def test_nothing_is_linked_once_the_trajectory_has_ended():
    given(ADMITTED, NOT_RETURNED).when(LINK).then_refused("ORD-04")
