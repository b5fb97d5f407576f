from dataclasses import replace

import pytest
from tests.film.breakdown.test_tag import LEXICON, inputs

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.implied import Need, implied_needs
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.screenplay.model import Screenplay


def words_of(name: str) -> list[str]:
    """Names that bring a need, by the shipped rules."""
    return sorted({word for rule in LEXICON.implied if rule.name == name for word in rule.words})


def _script(text: str) -> Screenplay:
    return inputs(text.encode()).screenplay


HOUSE = _script("INT. HOUSE - DAY\n\nDust.\n\nEXT. YARD - DAY\n\nRain.\n")


def _element(category: Category, name: str, *, at: int = 0, minor: bool = False) -> Element:
    scene = HOUSE.scenes[at].id
    return Element(scene=scene, category=category, name=name, minor=minor)


def _needs(*elements: Element, script: Screenplay = HOUSE) -> list[Need]:
    return list(implied_needs(script, elements, LEXICON))


@pytest.mark.parametrize(
    ("category", "name", "brings"),
    [
        (Category.ANIMALS, "dog", "animal wrangler"),
        (Category.PROPS, "pistol", "armourer"),
        (Category.SPECIAL_EFFECTS, "fire", "fire safety officer"),
        (Category.STUNTS, "fall", "stunt coordinator"),
    ],
)
def test_a_need_brings_its_person_into_its_own_scene_with_the_reason(
    category: Category, name: str, brings: str
) -> None:
    needs = {need.name: need for need in _needs(_element(category, name, at=1))}
    assert brings in needs
    assert needs[brings].scene == HOUSE.scenes[1].id
    assert needs[brings].because == name
    assert needs[brings].rule


def test_a_minor_brings_a_teacher_and_a_grown_up_none() -> None:
    names = {need.name for need in _needs(_element(Category.CAST, "TAM", minor=True))}
    assert "studio teacher" in names
    assert _needs(_element(Category.CAST, "DES")) == []


def test_two_that_bring_the_same_bring_it_once_and_both_are_named() -> None:
    dog, goose = (_element(Category.ANIMALS, name) for name in ("dog", "goose"))
    (need,) = _needs(dog, goose, dog)
    assert need.because == "dog, goose"


def test_what_the_words_ask_for_already_is_not_implied_again() -> None:
    dog = _element(Category.ANIMALS, "dog")
    (need,) = _needs(dog)
    assert _needs(dog, _element(need.category, need.name)) == []
    assert len(_needs(dog, _element(need.category, need.name, at=1))) == 1


def test_an_element_of_a_scene_that_is_not_there_brings_nothing() -> None:
    gone = replace(_element(Category.ANIMALS, "dog"), scene=SceneId("sc-gone"))
    assert _needs(gone) == []


def test_an_omitted_scene_needs_nothing() -> None:
    script = _script("INT. HOUSE - DAY #1#\n\nDust.\n\nOMITTED #2#\n")
    dog = Element(scene=script.scenes[1].id, category=Category.ANIMALS, name="dog")
    assert _needs(dog, script=script) == []


@pytest.mark.parametrize("name", words_of("fire safety officer"))
def test_every_word_for_a_fire_brings_fire_safety(name: str) -> None:
    assert _needs(_element(Category.SPECIAL_EFFECTS, name)) != []


@pytest.mark.parametrize("name", words_of("wet-down"))
def test_every_word_for_rain_brings_what_rain_needs(name: str) -> None:
    found = _needs(_element(Category.SPECIAL_EFFECTS, name))
    assert name in {need.because for need in found}


@pytest.mark.parametrize(
    ("heading", "then", "because"),
    [
        ("INT. VAN - DAY", "WREN\nNo.", ["van"]),
        ("INT./EXT. POLICE-CAR - NIGHT", "WREN\nNo.", ["car"]),
        ("INT. VAN - DAY", "They wait.", []),
        ("EXT. VAN - DAY", "WREN\nNo.", []),
        ("INT. HOUSE - DAY", "WREN\nNo.", []),
    ],
)
def test_a_process_trailer_is_for_speaking_inside_a_vehicle(
    heading: str, then: str, because: list[str]
) -> None:
    needs = _needs(script=_script(f"{heading}\n\nThey go.\n\n{then}\n"))
    assert [need.because for need in needs if need.name == "process trailer"] == because
