import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.film.shots.builder import library

from secondunit.film.screenplay.model import IntExt
from secondunit.film.shots.camera.sight import SetSight, Solids, passes_body, seat_under
from secondunit.film.shots.model import Piece, Shape
from secondunit.film.shots.sets.build import build_set


def box(turn: float = 0.0, shape: Shape = Shape.BOX) -> Piece:
    return Piece(
        shape=shape, centre=(0.0, 1.0, 0.0), size=(2.0, 2.0, 1.0), turn=turn, colour=(9, 9, 9)
    )


def test_a_box_hides_what_is_behind_it_and_nothing_beside_it() -> None:
    solids = Solids([box()])
    assert solids.blocked((0, 1, 5), [(0, 1, -5), (3, 1, -5), (0, 1, 2)]) == 1


def test_a_turned_box_is_tested_as_it_stands() -> None:
    eye, target = (0.9, 1.0, 5.0), (0.9, 1.0, -5.0)
    assert Solids([box()]).blocked(eye, [target]) == 1
    assert Solids([box(90)]).blocked(eye, [target]) == 0


def test_the_distance_to_a_box_is_to_its_nearest_side() -> None:
    solids = Solids([box()])
    assert solids.clearance((0, 1, 1.5)) == pytest.approx(1.0)
    assert solids.clearance((0, 1, 0)) == 0.0
    assert Solids([]).clearance((0, 1, 0)) == math.inf
    assert Solids([]).blocked((0, 1, 0), [(1, 1, 1)]) == 0


@given(st.floats(-180, 180), st.floats(1.6, 8), st.floats(0, 360))
def test_a_round_thing_hides_the_same_from_all_sides(
    turn: float, away: float, angle: float
) -> None:
    drum = Piece(
        shape=Shape.CYLINDER, centre=(0.0, 1.0, 0.0), size=(1, 2, 1), turn=turn, colour=(9, 9, 9)
    )
    x, z = away * math.sin(math.radians(angle)), away * math.cos(math.radians(angle))
    assert Solids([drum]).blocked((x, 1, z), [(-x, 1, -z)]) == 1


def test_ground_hides_nothing_and_wild_walls_do_not_count() -> None:
    sight = SetSight(build_set("KITCHEN", IntExt.INT, library()))
    assert sight.fixed.clearance((0.0, 1.6, 9.0)) > 1
    assert {piece.wild for piece in sight.fixed.pieces} == {False}


def test_outside_counts_metres_beyond_the_floor() -> None:
    plan = build_set("KITCHEN", IntExt.INT, library())
    sight = SetSight(plan)
    assert sight.outside((0, 1, 0)) == 0
    assert sight.outside((0, 1, plan.depth / 2 + 1)) == pytest.approx(1.3)


def test_a_body_between_hides_a_face_and_one_beside_does_not() -> None:
    eye, face = (0.0, 1.6, 4.0), (0.0, 1.6, 0.0)
    assert passes_body(eye, face, (0.1, 0.0, 2.0), 1.8)
    assert not passes_body(eye, face, (0.6, 0.0, 2.0), 1.8)
    assert not passes_body(eye, face, (0.0, 0.0, 2.0), 1.2)
    assert not passes_body(eye, face, (0.0, 0.0, -1.0), 1.8)
    assert not passes_body(eye, eye, (0.0, 0.0, -1.0), 1.8)


def test_who_sits_right_beside_a_face_hides_it_only_from_the_side() -> None:
    face = (0.0, 1.0, 0.0)
    neighbour = (0.42, 0.0, 0.0)
    assert passes_body((7.0, 1.1, 0.5), face, neighbour, 1.4)
    assert not passes_body((0.5, 1.1, 7.0), face, neighbour, 1.4)
    assert not passes_body((7.0, 1.1, 0.0), face, (0.1, 0.0, 0.0), 1.4)


def test_a_seat_is_found_under_who_sits_and_no_table_is_one() -> None:
    stool = Piece(
        shape=Shape.BOX, centre=(2.0, 0.22, 0.0), size=(0.4, 0.44, 0.4), turn=30.0, colour=(9, 9, 9)
    )
    table = replace(stool, centre=(0.0, 0.37, 0.0), size=(4.2, 0.74, 0.9))
    assert seat_under([table, stool], 2.0, 0.0) == pytest.approx(0.44)
    assert seat_under([table, stool], 2.27, 0.0) is None
    assert seat_under([table, stool], 3.0, 0.0) is None
