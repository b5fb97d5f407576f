from dataclasses import replace

import pytest
from tests.film.shots.builder import TALKERS, make_figure, make_rig, make_setup, make_shot

from secondunit.film.shots.camera.solve import solve_camera
from secondunit.film.shots.limits.frame import check_angle, check_composition, check_solved
from secondunit.film.shots.model import (
    Angle,
    Camera,
    Composition,
    Framing,
    Height,
    ShotSpec,
    Size,
)

SHOT = make_shot("1A", (2.0, 1.55, 2.0), ("ADA",))
CAST = (make_figure("ADA", 1.66), make_figure("BRAM", 1.82))


def composed(asked: Composition, size: Size = Size.MEDIUM) -> ShotSpec:
    return replace(SHOT, size=size, composition=asked)


@pytest.mark.parametrize(
    "asked",
    [Composition(across=0.33), Composition(lead=2.0), Composition(headroom=0.15), Composition()],
)
def test_a_composition_of_the_trade_passes(asked: Composition) -> None:
    assert list(check_composition(composed(asked))) == []


def test_headroom_that_undoes_the_size_is_an_error_and_in_a_wide_it_is_not() -> None:
    (found,) = check_composition(composed(Composition(headroom=0.58), Size.FULL))
    assert "fills 34%" in found.message
    assert list(check_composition(composed(Composition(headroom=0.5), Size.WIDE))) == []


@pytest.mark.parametrize("lead", [0.0, -1.0, 9.0])
def test_a_lead_without_room_for_the_face_is_an_error(lead: float) -> None:
    assert len(list(check_composition(composed(Composition(lead=lead))))) == 1


@pytest.mark.parametrize(
    ("angle", "height", "fits"),
    [
        (Angle.LOW, Height.KNEE, True),
        (Angle.LOW, Height.EYE, False),
        (Angle.WORM, Height.FLOOR, True),
        (Angle.OVERHEAD, Height.HIP, False),
        (Angle.HIGH, Height.OVERHEAD, True),
        (Angle.EYE, Height.FLOOR, True),
    ],
)
def test_angles_and_heights_must_agree(angle: Angle, height: Height, *, fits: bool) -> None:
    assert (list(check_angle(replace(SHOT, angle=angle, height=height))) == []) is fits


def test_a_solved_single_is_what_was_asked() -> None:
    rig = make_rig(*CAST)
    setup = make_setup(Framing.SINGLE, Size.MEDIUM, ("ADA",), TALKERS)
    solved = replace(SHOT, camera=solve_camera(setup, rig).keys)
    assert list(check_solved(solved, CAST)) == []


def test_a_group_pushed_out_of_its_frame_is_an_error() -> None:
    key = Camera(eye=(-0.75, 1.5, 2.0), target=(-0.75, 1.5, 0), roll=0, focal_mm=50)
    shot = replace(
        SHOT, framing=Framing.TWO_SHOT, subjects=("ADA", "BRAM"), camera=(key,),
        composition=Composition(across=0.0),
    )  # fmt: skip
    (found,) = check_solved(shot, CAST)
    assert "BRAM is out of it" in found.message
