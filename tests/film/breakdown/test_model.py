from dataclasses import replace

from secondunit.core.ids import SceneId, canonical_json, read_json
from secondunit.film.breakdown.model import Category, Element, cast_list

ONE, TWO, THREE = SceneId("1"), SceneId("2"), SceneId("3")


def _cast(scene: SceneId, name: str, *, minor: bool = False) -> Element:
    return Element(scene=scene, category=Category.CAST, name=name, minor=minor)


def test_the_part_with_most_scenes_is_number_one_and_ties_go_to_the_first_to_appear() -> None:
    elements = (
        _cast(THREE, "C"),
        _cast(ONE, "B"),
        _cast(TWO, "A", minor=True),
        _cast(THREE, "A", minor=True),
        Element(scene=ONE, category=Category.PROPS, name="rope"),
    )
    members = cast_list(elements, (ONE, TWO, THREE))
    assert [(m.number, m.name, m.minor) for m in members] == [
        (1, "A", True),
        (2, "B", False),
        (3, "C", False),
    ]
    assert members[0].scenes == (TWO, THREE)


def test_a_performer_of_one_age_has_a_cast_line_that_says_whom_it_plays() -> None:
    young = Element(scene=TWO, category=Category.CAST, name="YOUNG A", minor=True, plays="A")
    members = cast_list((_cast(ONE, "A"), _cast(THREE, "A"), young), (ONE, TWO, THREE))
    assert [(m.number, m.name, m.minor, m.plays) for m in members] == [
        (1, "A", False, ""),
        (2, "YOUNG A", True, "A"),
    ]


def test_an_element_that_nobody_plays_is_written_as_it_always_was() -> None:
    written = canonical_json(_cast(ONE, "A"))
    assert b"plays" not in written
    assert read_json(written, Element) == _cast(ONE, "A")
    young = replace(_cast(ONE, "YOUNG A"), plays="A")
    assert read_json(canonical_json(young), Element).called == "A"
