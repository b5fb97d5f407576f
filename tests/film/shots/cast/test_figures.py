from dataclasses import replace

from tests.film.shots.builder import tables

from secondunit.core.ids import SceneId
from secondunit.film.breakdown.model import Category, Element
from secondunit.film.shots.cast.figures import cast_figures, extra_figures, vehicle_figures
from secondunit.film.shots.cast.roles import Role
from secondunit.film.shots.model import Build


def people(count: int) -> list[Role]:
    builds = (Build.WOMAN, Build.MAN, Build.CHILD)
    return [Role(name=f"ROLE {n}", build=builds[n % 3], age=n % 14) for n in range(count)]


def test_every_character_has_a_colour_of_its_own_however_many_there_are() -> None:
    figures = cast_figures(people(150), tables())
    assert len({figure.colour for figure in figures}) == 150


def test_a_figure_does_not_change_when_smaller_parts_join() -> None:
    few, many = cast_figures(people(4), tables()), cast_figures(people(30), tables())
    assert many[:4] == few


def test_neighbours_in_the_cast_differ_in_outline_too() -> None:
    figures = cast_figures(people(9), tables())
    women = [figure.silhouette for figure in figures if figure.build is Build.WOMAN]
    assert len(set(women)) == len(women)


def test_a_child_grows_with_its_age_and_a_horse_is_no_dog() -> None:
    four = Role(name="A", build=Build.CHILD, age=4)
    low, high = cast_figures([four, replace(four, name="B", age=12)], tables())
    assert low.height < high.height
    dog = Role(name="C", build=Build.ANIMAL, animal="dog")
    small, large = cast_figures([dog, replace(dog, name="D", animal="horse")], tables())
    assert small.height < 0.7 < large.height


def test_the_old_are_grey_and_nobody_else() -> None:
    young = Role(name="A", build=Build.WOMAN, age=30)
    first, second = cast_figures([young, replace(young, age=74)], tables())
    assert first.hair in tables().looks.hair
    assert second.hair in tables().looks.grey_hair


def test_extras_wear_no_colour_of_the_cast() -> None:
    colours = {figure.colour for figure in extra_figures(5, tables())}
    assert colours.isdisjoint(tables().looks.costumes)


def test_vehicles_of_the_breakdown_become_figures_of_their_shape() -> None:
    made = vehicle_figures(
        [
            Element(scene=SceneId("s"), category=Category.VEHICLES, name=name)
            for name in ("pickup truck", "canoe", "hedge clipper", "canoe", "bus")
        ]
        + [Element(scene=SceneId("s"), category=Category.PROPS, name="car")],
        {"bus"},
        tables(),
    )
    assert [(figure.name, figure.kind) for figure in made] == [
        ("pickup truck", "truck"),
        ("canoe", "boat"),
    ]
    assert all(figure.build is Build.VEHICLE for figure in made)


def test_a_beast_knows_the_shape_it_is_built_as() -> None:
    terrier = Role(name="REX", build=Build.ANIMAL, animal="terrier")
    cow = replace(terrier, name="BESS", animal="cow")
    assert [figure.kind for figure in cast_figures([terrier, cow], tables())] == ["dog", "cow"]
