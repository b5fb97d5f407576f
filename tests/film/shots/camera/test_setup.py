from tests.film.shots.builder import TALKERS, make_figure, make_rig, make_setup

from secondunit.film.shots.camera.setup import Rig
from secondunit.film.shots.model import Framing, Size

PAIR = make_setup(Framing.TWO_SHOT, Size.COWBOY, ("ADA", "BRAM"), TALKERS)
SINGLE = make_setup(Framing.SINGLE, Size.MEDIUM, ("BRAM",), TALKERS)


def rig() -> Rig:
    return make_rig(make_figure("ADA"), make_figure("BRAM"))


def test_the_first_camera_chooses_the_side_and_the_next_must_keep_it() -> None:
    found = rig()
    assert found.is_lawful(PAIR, (0, 1.6, 4))
    found.remember(PAIR, (0, 1.6, 4), 0.0)
    assert found.is_lawful(PAIR, (1, 1.6, 3))
    assert not found.is_lawful(PAIR, (0, 1.6, -4))


def test_a_single_keeps_the_side_of_its_eyeline() -> None:
    found = rig()
    found.remember(PAIR, (0, 1.6, 4), 0.0)
    assert not found.is_lawful(SINGLE, (0, 1.6, -2))
    assert found.is_lawful(SINGLE, (0, 1.6, 2))


def test_a_camera_on_the_line_chooses_no_side() -> None:
    found = rig()
    found.remember(PAIR, (6, 1.6, 0), 90.0)
    assert found.sides == {}


def test_landmarks_of_who_is_not_there_are_none() -> None:
    assert rig().points(SINGLE, "ZOE", "eye") == []
    assert SINGLE.mark("ZOE") is None
    assert len(rig().points(SINGLE, "ADA", "eye", "chin")) == 2
