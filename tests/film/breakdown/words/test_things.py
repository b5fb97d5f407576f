import pytest
from tests.film.breakdown.words.lines import english, french

from secondunit.film.breakdown.model import Category
from secondunit.film.breakdown.words.find import Find
from secondunit.film.breakdown.words.things import find_things


def _things(text: str) -> dict[str, Find]:
    return {find.name: find for find in find_things(english(text))}


@pytest.mark.parametrize(
    ("text", "name", "category"),
    [
        ("She drives a police car.", "police car", Category.VEHICLES),
        ("He puts a fountain pen down.", "fountain pen", Category.PROPS),
        ("A hearing aid on the tray.", "hearing aid", Category.PROPS),
        ("A steel lantern hangs.", "steel lantern", Category.PROPS),
        ("A parrot mutters.", "parrot", Category.ANIMALS),
        ("An aardvark waits.", "aardvark", Category.ANIMALS),
        ("A vase stands there.", "vase", Category.SET_DRESSING),
        ("She throws a vase.", "vase", Category.PROPS),
        ("He wears a flag.", "flag", Category.WARDROBE),
    ],
)
def test_the_head_and_its_verb_decide_the_category(
    text: str, name: str, category: Category
) -> None:
    assert _things(text)[name].category is category


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("She cuts the tent cords.", "tent"),
        ("He purrs like a cat.", "cat"),
        ("It serves as a boat.", "boat"),
        ("The captain's table.", "captain"),
        ("The phone rings.", "ring"),
        ("She leaves the room.", "leaf"),
        ("A table stands by the window.", "table"),
    ],
)
def test_a_word_that_is_not_the_thing_itself_is_passed_over(text: str, word: str) -> None:
    found = _things(text)
    assert word not in found
    assert all(find.head != word for find in found.values())


def test_french_things_are_found_with_their_complement() -> None:
    found = {f.name: f for f in find_things(french("Il porte un chapeau de paille et une valise."))}
    assert found["chapeau de paille"].category is Category.WARDROBE
    assert {f.category for f in find_things(french("Un chat dort."))} == {Category.ANIMALS}


@pytest.mark.parametrize(
    ("text", "category", "name"),
    [
        ("A stuffed crocodile hangs from the ceiling.", Category.SET_DRESSING, "crocodile"),
        ("Mina carries a china dog.", Category.PROPS, "dog"),
        ("A dog sleeps.", Category.ANIMALS, "dog"),
        ("Mina has a bandage round one hand.", Category.MAKEUP_HAIR, "bandage"),
        ("Mina unrolls a bandage.", Category.PROPS, "bandage"),
        ("The bell over the door jangles.", Category.SOUND, "bell"),
        ("Bells.", Category.SOUND, "bell"),
        ("Mina polishes a bell.", Category.PROPS, "bell"),
        ("Three stone sarcophagi.", Category.SET_DRESSING, "sarcophagus"),
    ],
)
def test_what_a_thing_is_here_decides_its_category(
    text: str, category: Category, name: str
) -> None:
    found = [(find.category, find.head) for find in find_things(english(text))]
    assert (category, name) in found


def test_what_is_said_not_to_be_there_is_no_prop() -> None:
    assert not [f for f in find_things(english("No violin.")) if f.head == "violin"]
