import pytest
from tests.film.shots.builder import TALKERS, make_figure, make_mark, make_rig, make_setup

from secondunit.film.shots.camera.body import SHOULDER_HALF
from secondunit.film.shots.camera.geometry import project
from secondunit.film.shots.camera.shoulder import COVER, shoulder_views
from secondunit.film.shots.model import Framing, Size

FIGURES = (make_figure("ADA", 1.66), make_figure("BRAM", 1.82))


@pytest.mark.parametrize("size", [Size.COWBOY, Size.MEDIUM, Size.MEDIUM_CLOSE])
@pytest.mark.parametrize("pair", [("ADA", "BRAM"), ("BRAM", "ADA")])
def test_the_best_view_has_the_shoulder_of_one_and_the_face_of_the_other(
    size: Size, pair: tuple[str, str]
) -> None:
    rig = make_rig(*FIGURES)
    setup = make_setup(Framing.OVER_SHOULDER, size, pair, TALKERS)
    best = next(iter(shoulder_views(setup, rig)))
    face = project(rig.points(setup, pair[0], "eye")[0], best.eye, best.aim)
    near = project(rig.points(setup, pair[1], "shoulder")[0], best.eye, best.aim)
    half = SHOULDER_HALF * rig.figures[pair[1]].height / (near[2] * best.aim.wide)
    cover = (min(1, near[0] + half) - max(-1, near[0] - half)) / 2
    assert near[2] < face[2]
    assert face[0] * near[0] < 0
    assert 0.25 < abs(face[0]) < 0.45
    assert COVER[0] - 0.01 <= cover <= COVER[1] + 0.01


def test_without_the_second_there_is_no_shoulder() -> None:
    setup = make_setup(
        Framing.OVER_SHOULDER, Size.MEDIUM, ("ADA", "BRAM"), (make_mark("ADA", (0, 0, 0)),)
    )
    assert list(shoulder_views(setup, make_rig(*FIGURES))) == []
