import pytest
from tests.film.breakdown.words.lines import english, french

from secondunit.film.breakdown.words.doing import find_effects, find_stunts


@pytest.mark.parametrize(
    ("text", "stunt"),
    [
        ("Mina leaps from the wall.", "leap"),
        ("She falls down the stairs.", "fall"),
        ("He punches Mina.", "punch"),
        ("A guard is thrown over the rail.", "throw"),
        ("The truck jackknifes.", "jackknife"),
        ("The horse rears.", "rear"),
        ("A sword fight.", "sword fight"),
        ("Mina opens the door and tumbles out.", "tumble"),
    ],
)
def test_danger_to_a_person_is_a_stunt(text: str, stunt: str) -> None:
    assert stunt in {find.name for find in find_stunts(english(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The rain falls.",
        "A gull dives.",
        "She punches the number.",
        "He kicks the ball.",
        "A leaf rolls over the floor.",
        "Mina falls silent.",
    ],
)
def test_the_same_words_of_harmless_things_are_no_stunt(text: str) -> None:
    assert list(find_stunts(english(text))) == []


def test_what_a_thing_does_and_what_is_broken_through_are_effects() -> None:
    window = [find.name for find in find_effects(english("The window shatters."))]
    assert window == ["window shatters"]
    through = [find.name for find in find_effects(english("He crashes through a skylight."))]
    assert through == ["breakaway skylight"]
    assert list(find_effects(english("She shatters."))) == []
    assert list(find_effects(english("A rope comes down through the ceiling."))) == []


def test_french_stunts_are_found_by_the_forms_of_their_verbs() -> None:
    assert {f.name for f in find_stunts(french("Karim saute."))} == {"sauter"}
    assert {f.name for f in find_stunts(french("La voiture dérape."))} == {"déraper"}
    assert list(find_stunts(french("La nuit tombe."))) == []


@pytest.mark.parametrize(
    ("text", "stunt"),
    [
        ("A bandit is shot from the saddle and dragged by the stirrup.", "drag"),
        ("A mare gallops up. Mina reins the mare in so hard that it rears.", "rear"),
        ("Mina is thrown, rolls, comes up again.", "roll"),
    ],
)
def test_a_stunt_is_found_through_its_sentence(text: str, stunt: str) -> None:
    assert stunt in {find.name for find in find_stunts(english(text))}


def test_an_effect_is_called_by_its_verb_and_particle() -> None:
    (effect,) = find_effects(english("The windows blow out."))
    assert effect.name == "window blow out"


def test_a_vehicle_that_crashes_is_a_stunt_and_no_effect() -> None:
    text = "The bike crashes into a stall."
    assert not list(find_effects(english(text)))
    assert {find.name for find in find_stunts(english(text))} == {"crash"}
