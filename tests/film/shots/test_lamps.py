from dataclasses import replace

from tests.film.shots.builder import make_plan

from secondunit.film.shots.lamps import lamps_named
from secondunit.film.shots.model import Piece, Shape, Vector


def piece(name: str, centre: Vector) -> Piece:
    return Piece(
        shape=Shape.CYLINDER,
        centre=centre,
        size=(0.2, 0.3, 0.2),
        turn=0,
        colour=(9, 9, 9),
        name=name,
    )


STEM, SHADE = piece("lamp", (1, 0.7, 0)), piece("lamp", (1, 1.6, 0))
OTHER = piece("desk lamp", (-2, 0.9, 0))
PLAN = replace(make_plan(), pieces=(STEM, SHADE, OTHER, piece("table", (0, 0.7, 0))))


def test_of_foot_and_shade_the_shade_burns() -> None:
    assert SHADE in lamps_named(PLAN, ("lamp",))
    assert STEM not in lamps_named(PLAN, ("lamp",))


def test_a_longer_name_picks_one_of_several() -> None:
    assert lamps_named(PLAN, ("Desk Lamp",)) == (OTHER,)
    assert len(lamps_named(PLAN, ("lamp",))) == 2


def test_an_empty_name_burns_nothing() -> None:
    assert lamps_named(PLAN, ("", "fire")) == ()
