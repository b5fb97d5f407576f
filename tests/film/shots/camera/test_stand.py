import pytest
from tests.film.shots.builder import make_figure

from secondunit.film.shots.camera.stand import TIPS, level_of, level_without
from secondunit.film.shots.model import Angle, Build, Height, Mark, Pose

MAN, CHILD = make_figure("BRAM", 1.75), make_figure("PIP", 1.15, Build.CHILD)
STANDS = Mark(figure="BRAM", at=(0, 0, 0), facing=0)


def test_heights_of_a_grown_up_are_those_of_the_trade() -> None:
    levels = [level_of(height, MAN, STANDS) for height in Height]
    assert levels == sorted(levels)
    assert levels[0] == pytest.approx(0.1)
    assert levels[1] == pytest.approx(0.5, abs=0.02)
    assert levels[2] == pytest.approx(0.9, abs=0.02)


def test_a_child_is_met_at_its_own_eyes_and_so_is_who_sits() -> None:
    sits = Mark(figure="BRAM", at=(0, 0, 0), facing=0, pose=Pose.SIT)
    assert level_of(Height.EYE, CHILD, STANDS) < 1.1
    assert level_of(Height.EYE, MAN, sits) < 1.35
    assert level_of(Height.KNEE, MAN, sits) == level_of(Height.KNEE, MAN, STANDS)


def test_a_mark_on_a_platform_lifts_the_camera() -> None:
    up = Mark(figure="BRAM", at=(0, 1.0, 0), facing=0)
    assert level_of(Height.HIP, MAN, up) - level_of(Height.HIP, MAN, STANDS) == pytest.approx(1.0)


def test_every_height_and_angle_is_known() -> None:
    assert all(level_without(height) > 0 for height in Height)
    assert set(TIPS) == set(Angle)
