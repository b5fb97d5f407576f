import math
from dataclasses import replace
from itertools import pairwise

from tests.film.shots.builder import make_plan

from secondunit.film.shots.model import Piece, Shape, Vector
from secondunit.film.shots.staging.way import in_the_way, met, way_round

TABLE = Piece(
    shape=Shape.BOX, centre=(0.0, 0.4, 0.0), size=(1.2, 0.8, 0.8), turn=30.0, colour=(9, 9, 9),
    name="table",
)  # fmt: skip
PLAN = replace(make_plan(), pieces=(TABLE,), width=6.0, depth=5.0)
LEFT, RIGHT = (-2.0, 0.0, 0.0), (2.0, 0.0, 0.1)


def led(start: Vector, end: Vector, *more: Piece) -> list[Vector]:
    return [start, *way_round(start, end, replace(PLAN, pieces=(TABLE, *more))), end]


def test_a_clear_way_is_straight() -> None:
    assert way_round((-2.0, 0.0, 1.5), (2.0, 0.0, 1.5), PLAN) == ()


def test_a_way_through_a_table_is_led_round_it_and_touches_nothing() -> None:
    assert met(LEFT, RIGHT, in_the_way(PLAN)) == "table"
    places = led(LEFT, RIGHT)
    assert len(places) > 2
    assert [met(a, b, in_the_way(PLAN)) for a, b in pairwise(places)] == [""] * (len(places) - 1)
    assert sum(math.dist(a, b) for a, b in pairwise(places)) < 1.25 * math.dist(LEFT, RIGHT)


def test_the_shorter_side_is_taken_unless_something_stands_there_too() -> None:
    shelf = replace(TABLE, centre=(0.0, 1.0, -1.4), size=(1.0, 2.0, 2.2), turn=0.0, name="shelf")
    way = led(LEFT, RIGHT, shelf)
    assert len(way) > 2
    assert all(z > 0 for _, _, z in way[1:-1])


def test_where_a_wall_of_furniture_leaves_no_gap_there_is_no_way() -> None:
    wall = replace(TABLE, centre=(0.0, 1.0, 0.0), size=(0.4, 2.0, 4.9), turn=0.0, name="bar")
    assert way_round(LEFT, RIGHT, replace(PLAN, pieces=(wall,))) == ()


def test_what_is_stepped_over_hangs_high_or_may_be_taken_away_is_in_nobodys_way() -> None:
    rug = replace(TABLE, centre=(0.0, 0.01, 0.0), size=(2.0, 0.02, 2.0), name="rug")
    sill = replace(TABLE, centre=(0.0, 0.1, 0.0), size=(2.0, 0.2, 2.0), name="sill")
    lamp = replace(TABLE, centre=(0.0, 2.5, 0.0), size=(0.4, 0.4, 0.4), name="lamp")
    wild = replace(TABLE, wild=True)
    for piece in (rug, sill, lamp, wild):
        assert way_round(LEFT, RIGHT, replace(PLAN, pieces=(piece,))) == ()
