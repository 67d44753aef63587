"""How alike two texts are: what is personal counts for nothing, and the order of texts neither."""

from itertools import combinations, product
from unicodedata import normalize

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from domain.decide.motives import least_alike
from domain.likeness import RUN, Alike, Like, compared, likeness, runs, words

THREW = (
    "Monsieur DIALLO a lancé une chaise contre la fenêtre du réfectoire le 12 mars 2025 à 14h30 "
    "et a menacé de s'en prendre à l'agent Peeters."
)
THREW_TOO = (
    "Monsieur Haddad a lancé une chaise contre la fenêtre du réfectoire le 3 août 2025 à 9h05 "
    "et a menacé de s'en prendre à l'agent Van Damme."
)
REFUSED = (
    "Il refuse de manger depuis trois jours, reste couché et ne répond plus aux questions de "
    "l'infirmière, qui craint pour sa santé pendant la nuit."
)

law = settings(deadline=None, max_examples=80)
WORDS = ("a", "lancé", "une", "chaise", "et", "puis", "rien", "d'autre")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=14)
SEVERAL = st.lists(TEXTS.map(" ".join), max_size=9)


def found(texts, least):
    """What each text resembles, put in order: twice the same however it was come by."""
    alike = Alike(texts, least)
    return {called: sorted(alike.to(called)) for called in texts}


def by_hand(texts, least):
    """The same, pair by pair."""
    return {
        one: sorted(
            Like(other, percent)
            for other, theirs in texts.items()
            if other != one
            and (percent := likeness(mine, theirs, texts.values())) >= least
            and runs(mine)
        )
        for one, mine in texts.items()
    }


# -- words and what is blank --------------------------------------------------------------------


def test_names_numbers_and_dates_are_blank_in_what_is_compared():
    assert compared("Le 12 mars 2025, M. DIALLO et Van Damme ont crié à 14h30.") == (
        ["le", "#", "@", "et", "@", "ont", "crie", "a", "#"]
    )


def test_a_sentence_may_begin_with_a_capital_and_accents_count_for_nothing():
    assert compared("Élève calme. Il dort") == compared("eleve calme. il dort")


@pytest.mark.parametrize("month", ["March", "mars", "maart", "février", "DECEMBER"])
def test_months_are_dates_in_the_three_languages(month):
    assert compared(f"on 3 {month} he fled") == ["on", "#", "he", "fled"]


def test_different_words_are_counted_and_no_numbers():
    assert words("  Oui : d'accord -- 3 fois, OUI?\n") == {"oui", "d'accord", "fois"}
    assert words("...  \n") == frozenset()
    assert words("aaa " * 13) == {"aaa"}


# -- two texts ----------------------------------------------------------------------------------


def test_the_same_facts_about_another_on_another_day_are_the_same_text():
    assert likeness(THREW, THREW_TOO) == 100


def test_other_facts_are_another_text():
    assert likeness(THREW, REFUSED) == 0


def test_a_text_that_is_copied_whole_is_found_with_a_sentence_of_ones_own():
    own = THREW + " La veille il avait appris la mort de sa mère, dont personne ne lui a parlé."
    assert likeness(THREW, own) == 100


LATIN, OTHER_SCRIPTS = "aeopcyxi", "аеорсухі"
HIDDEN = (
    "Mr Test threw a chair at the window of the refectory and threatened two of the night shift"
)


@pytest.mark.parametrize(
    "retyped",
    [
        HIDDEN.upper(),
        HIDDEN.title(),
        HIDDEN.swapcase(),
        " ".join(w.capitalize() if at % 4 == 0 else w for at, w in enumerate(HIDDEN.split())),
        HIDDEN.translate(str.maketrans(LATIN, OTHER_SCRIPTS)),
        HIDDEN.replace("the", "t\u200bhe").replace("chair", "cha\u00adir"),
        HIDDEN.replace(" ", "_"),
        HIDDEN.replace(" ", "-"),
        HIDDEN.replace(" ", ". "),
        HIDDEN.replace(" ", "\u00a0"),
        HIDDEN.replace("a", "a\u0336"),
        HIDDEN.replace("e", "3"),
        HIDDEN.translate({code: code + 0xFEE0 for code in range(ord("a"), ord("z") + 1)}),
    ],
)
def test_a_copy_that_looks_otherwise_is_a_copy(retyped):
    assert likeness(HIDDEN, retyped) == 100


def test_accents_in_two_parts_and_another_apostrophe_are_no_difference():
    assert likeness(THREW, normalize("NFD", THREW)) == 100
    assert likeness(THREW, THREW.replace("'", "’")) == 100


def test_a_copy_in_capitals_about_another_is_found():
    assert likeness(HIDDEN, HIDDEN.replace("Test", "Haddad").upper()) >= USUAL


def test_two_texts_in_capitals_have_nothing_in_common_by_that():
    one = "HE REFUSED TO RETURN TO HIS ROOM AND HIT A GUARD"
    assert likeness(one, "SMOKED IN THE LIBRARY AND INSULTED THE NURSE AGAIN") == 0


def test_a_copy_with_fillers_or_with_a_few_other_nouns_is_found():
    filled = HIDDEN.split()
    for at in range(len(filled) - 3, 0, -3):
        filled.insert(at, ("then", "also", "again")[at % 3])
    assert likeness(HIDDEN, " ".join(filled)) >= USUAL
    edited = HIDDEN.replace("chair", "stool").replace("refectory", "kitchen").replace("two", "six")
    assert likeness(HIDDEN, edited) >= USUAL


USUAL = least_alike()
OWN = (
    THREW,
    REFUSED,
    HIDDEN,
    "L'intéressé a refusé de quitter le réfectoire et a menacé deux agents avec une chaise, "
    "mettant en danger l'ordre du centre",
    "Le résident a été surpris en train de fumer dans la bibliothèque malgré deux avertissements "
    "écrits et a ensuite insulté l'éducatrice qui lui demandait de sortir.",
    "Il n'a pas d'adresse connue en Belgique, il a déclaré trois identités différentes et n'a pas "
    "donné suite à deux ordres de quitter le territoire.",
    "Il existe un risque de fuite : il n'a pas d'adresse connue en Belgique et il a empêché "
    "l'éloignement prévu le 3 avril en refusant d'embarquer.",
    "L'intéressé n'a pas respecté l'obligation de se présenter et il existe un risque de fuite, "
    "car il a quitté deux fois le domicile indiqué sans prévenir l'administration.",
    "De bewoner weigert zijn kamer te verlaten en heeft twee bewakers bedreigd met een stoel in "
    "de eetzaal van het centrum",
    "De bewoner heeft in de nacht van 3 op 4 mei met een medebewoner gevochten en moest door drie "
    "bewakers van hem gescheiden worden.",
    "De bewoner weigert al drie dagen te eten en te drinken en wil niet meer met de "
    "verpleegkundige spreken, die vreest voor zijn gezondheid.",
    "He refused to return to his room in the evening and hit a guard on the arm when he was led "
    "there by two officers",
    "Mr Test threatens his room-mate again and says he will break the window as soon as the door "
    "opens",
)


@pytest.mark.parametrize(("one", "other"), [*combinations(OWN, 2)])
def test_different_motives_stay_far_below_the_threshold(one, other):
    assert likeness(one, other, OWN) <= USUAL * 2 // 3


def test_a_text_without_words_is_like_none():
    assert likeness("", "") == likeness(" ...", THREW) == 0


@for_all(st.text(max_size=200))
@law
def test_a_text_with_words_is_wholly_like_itself(text):
    assert likeness(text, text) == (100 if runs(text) else 0)


@for_all(st.text(max_size=80), st.text(max_size=80))
@law
def test_two_texts_are_as_alike_either_way(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 100


def test_of_a_short_text_the_whole_is_one_run():
    assert runs("calm") == {"calm"}
    assert len(runs("one two three four five")) == 5 - RUN + 1


# -- many texts ---------------------------------------------------------------------------------


def test_of_many_those_that_resemble_are_found_the_closest_first():
    texts = {"a": THREW, "b": THREW_TOO, "c": REFUSED, "d": THREW + " Il a ri.", "e": ""}
    alike = Alike(texts, 60)
    assert list(alike.to("a")) == [Like("b", 100), Like("d", 100)]
    assert list(alike.to("c")) == list(alike.to("e")) == list(alike.to("nobody")) == []


@for_all(SEVERAL, st.sampled_from([1, 30, 50, 60, 67, 90, 100]))
@law
def test_what_is_found_is_what_a_comparison_of_every_pair_finds(several, least):
    texts = dict(enumerate(several))
    assert found(texts, least) == by_hand(texts, least)


@for_all(SEVERAL, st.randoms(use_true_random=False))
@law
def test_the_order_of_the_texts_changes_nothing(several, chance):
    texts = dict(enumerate(several))
    shuffled = list(texts.items())
    chance.shuffle(shuffled)
    asked, again = Alike(texts, 50), Alike(dict(shuffled), 50)
    assert [list(asked.to(one)) for one in texts] == [list(again.to(one)) for one in texts]


def test_a_thousand_texts_of_one_model_are_all_found_in_it():
    model = ["".join(letters) for letters in product("abcd", repeat=3)]
    texts = {}
    for n in range(1000):
        own = list(model)
        own[n % len(model)] = ("fuite", "cri", "jet")[n % 3]
        texts[n] = " ".join(own)
    alike = Alike(texts, 60)
    assert {len(list(alike.to(n))) for n in (0, 500, 999)} == {999}


@pytest.mark.parametrize("least", [0, 101, -5])
def test_texts_are_not_alike_by_less_than_one_percent_or_more_than_all(least):
    with pytest.raises(ValueError, match="1 to 100 percent"):
        Alike({"a": THREW}, least)
