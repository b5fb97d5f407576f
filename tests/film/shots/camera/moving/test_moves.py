from dataclasses import replace

import pytest
from tests.film.shots.builder import TALKERS, make_figure, make_rig, make_setup

from secondunit.film.shots.camera.geometry import aim_of, project
from secondunit.film.shots.camera.grammar import half_tangents
from secondunit.film.shots.camera.solve import solve_camera
from secondunit.film.shots.model import Camera, Framing, Mark, Move, Size

FIGURES = (make_figure("ADA", 1.66), make_figure("BRAM", 1.82))
WALKER = Mark(figure="ADA", at=(0, 0, 0), facing=90, to=(3, 0, 0))


def keys(move: Move, marks: tuple[Mark, ...] = TALKERS) -> tuple[Camera, ...]:
    setup = replace(make_setup(Framing.SINGLE, Size.MEDIUM, ("ADA",), marks), move=move)
    return solve_camera(setup, make_rig(*FIGURES)).keys


@pytest.mark.parametrize("move", [Move.STATIC, Move.HANDHELD])
def test_what_does_not_travel_has_one_key(move: Move) -> None:
    assert len(keys(move)) == 1


def test_a_push_ends_on_the_next_size_and_a_pull_on_the_one_before() -> None:
    rig = make_rig(*FIGURES)
    first, last = keys(Move.PUSH_IN)
    aim = aim_of(last, *half_tangents(rig.lenses.lens(last.focal_mm), "1.85"))
    setup = make_setup(Framing.SINGLE, Size.MEDIUM, ("ADA",), TALKERS)
    chest = rig.points(setup, "ADA", "chest")[0]
    assert project(chest, last.eye, aim)[1] == pytest.approx(-1, abs=0.003)
    wide = keys(Move.PULL_OUT)
    assert abs(wide[1].eye[2] - TALKERS[0].at[2]) > abs(wide[0].eye[2] - TALKERS[0].at[2])
    assert first.focal_mm == last.focal_mm


def test_a_pan_turns_with_the_walker_and_a_truck_goes_along() -> None:
    first, last = keys(Move.PAN, (WALKER,))
    assert first.eye == last.eye
    assert last.target[0] - first.target[0] == pytest.approx(3, abs=0.05)
    first, last = keys(Move.TRUCK, (WALKER,))
    assert last.eye[0] - first.eye[0] == pytest.approx(3)


def test_with_nobody_walking_a_pan_and_a_truck_still_move_and_a_follow_does_not() -> None:
    standing = (replace(TALKERS[0], gaze=""),)
    assert keys(Move.PAN, standing)[0].target != keys(Move.PAN, standing)[1].target
    assert keys(Move.TRUCK, standing)[0].eye != keys(Move.TRUCK, standing)[1].eye
    assert len(keys(Move.FOLLOW, standing)) == 1


def test_a_crane_rises_a_tilt_looks_up_an_arc_keeps_its_distance() -> None:
    first, last = keys(Move.CRANE)
    assert last.eye[1] > first.eye[1] + 1
    first, last = keys(Move.TILT)
    assert last.target[1] > first.target[1]
    standing = (replace(TALKERS[0], gaze=""),)
    first, last = keys(Move.ARC, standing)
    away = [sum((a - b) ** 2 for a, b in zip(k.eye, k.target, strict=True)) for k in (first, last)]
    assert away[0] == pytest.approx(away[1], rel=5e-3)
    assert first.eye != last.eye
