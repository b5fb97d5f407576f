from secondunit.core.ids import SceneId
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
