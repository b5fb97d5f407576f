from dataclasses import replace

import pytest
from tests.film.shots.builder import make_script, tables

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.shots.cast.roles import action_texts, is_seen, read_roles
from secondunit.film.shots.model import Build

SCRIPT = """INT. HALL - DAY

IDA (41) opens the door. She waits. MR. OAK comes in with REX, a three-legged terrier.

TOM (9), in a coat too big for him, hides.

IDA
Sit.

MR. OAK
Thank you.

TOM
Why?

IDA
Because.

KIM (V.O.)
Hello?
"""


def roles(*elements: Element) -> dict[str, tuple[Build, int]]:
    found = read_roles(make_script(SCRIPT), elements, tables())
    return {role.name: (role.build, role.age) for role in found}


def test_builds_come_from_titles_ages_and_pronouns() -> None:
    found = roles()
    assert found["IDA"] == (Build.WOMAN, 41)
    assert found["MR. OAK"][0] is Build.MAN
    assert found["TOM"] == (Build.CHILD, 9)


def test_a_minor_of_the_breakdown_is_a_child() -> None:
    minor = Element(scene=SceneId("s"), category=Category.CAST, name="KIM", minor=True)
    assert roles(minor)["KIM"][0] is Build.CHILD


def test_an_animal_is_found_by_its_kind_and_by_its_name() -> None:
    dog = Element(scene=SceneId("s"), category=Category.ANIMALS, name="terrier")
    rex = read_roles(make_script(SCRIPT), (dog, dog), tables())[-1]
    assert (rex.name, rex.build, rex.animal, rex.called) == (
        "terrier",
        Build.ANIMAL,
        "terrier",
        ("REX",),
    )


def test_an_animal_called_by_name_gets_its_kind_from_the_words_after_it() -> None:
    dog = Element(scene=SceneId("s"), category=Category.ANIMALS, name="REX")
    assert read_roles(make_script(SCRIPT), (dog,), tables())[-1].animal == "terrier"


@pytest.mark.parametrize(
    ("extension", "seen"), [("V.O.", False), ("O.S.", False), ("CONT'D", True), ("", True)]
)
def test_a_voice_is_not_seen(extension: str, *, seen: bool) -> None:
    assert is_seen(extension) is seen


def test_only_action_is_read_for_names() -> None:
    assert not any("Because" in text for text in action_texts(make_script(SCRIPT).scenes[0]))


def test_a_child_and_the_grown_character_are_one_figure_that_is_grown() -> None:
    script = make_script("INT. A - DAY\n\nTAM\nNo.\n\nINT. B - DAY\n\nTAM\nYes.\n")
    grown, child = (
        Element(scene=scene.id, category=Category.CAST, name="TAM") for scene in script.scenes
    )
    young = replace(child, name="YOUNG TAM", plays="TAM", minor=True)
    (role,) = read_roles(script, (grown, young), tables())
    assert role.name == "TAM"
    assert role.build is not Build.CHILD
