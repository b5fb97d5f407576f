import pytest
from tests.film.shots.builder import make_rig

from secondunit.film.shots.camera.geometry import Box, project
from secondunit.film.shots.camera.grammar import half_tangents
from secondunit.film.shots.camera.view import Subject, mean, shoot, size_box, tangents
from secondunit.film.shots.model import Angle, Lens, Size

PERSON = Subject(
    points=((0.0, 1.75, 0.0), (0.0, 1.05, 0.0)),
    focus=(0.0, 1.6, 0.0),
    level=1.6,
    anchor_x=0.2,
    box=Box(side=0.8, top=0.86, bottom=-1.0),
)


@pytest.mark.parametrize("angle", [Angle.EYE, Angle.HIGH, Angle.LOW, Angle.DUTCH])
def test_every_angle_frames_the_same_landmarks(angle: Angle) -> None:
    found = shoot(make_rig(), PERSON, angle, (30.0, 50.0, 0.0))
    assert project(PERSON.points[0], found.eye, found.aim)[:2] == pytest.approx((0.2, 0.86))
    assert project(PERSON.points[1], found.eye, found.aim)[1] == pytest.approx(-1.0)


def test_high_looks_down_and_low_looks_up_and_never_from_under_the_floor() -> None:
    high = shoot(make_rig(), PERSON, Angle.HIGH, (0.0, 50.0, 0.0))
    low = shoot(make_rig(), PERSON, Angle.LOW, (0.0, 135.0, 0.0))
    assert high.eye[1] > 1.75
    assert high.aim.pitch < -15
    assert low.eye[1] >= 0.25 - 1e-6
    assert low.aim.pitch > 0


def test_a_medium_box_ends_at_the_frame_and_leaves_headroom() -> None:
    box = size_box(Size.MEDIUM)
    assert (box.top, box.bottom) == pytest.approx((0.86, -1.0))


def test_tangents_come_from_the_kit_and_the_aspect() -> None:
    assert tangents(make_rig(aspect="2.39"), 50) == half_tangents(
        Lens(focal_mm=50, sensor_width_mm=24.89, sensor_height_mm=18.66), "2.39"
    )


def test_the_mean_is_the_middle() -> None:
    assert mean([(0, 0, 0), (2, 4, 6)]) == (1, 2, 3)
