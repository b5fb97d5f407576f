from dataclasses import replace

from tests.film.shots.builder import TALKERS, make_figure, make_plan, make_rig, make_setup

from secondunit.film.shots.camera.setup import Rig
from secondunit.film.shots.model import Framing, Mark, Piece, Pose, Shape, Size

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


def test_who_sits_is_framed_on_the_seat_that_stands_there() -> None:
    chair = Piece(
        shape=Shape.BOX, centre=(1, 0.24, 0), size=(0.5, 0.48, 0.5), turn=0.0, colour=(9, 9, 9)
    )
    found = make_rig(make_figure("ADA"), plan=replace(make_plan(), pieces=(chair,)))
    bare = make_rig(make_figure("ADA"), plan=replace(make_plan(), pieces=()))
    mark = Mark(figure="ADA", at=(1, 0, 0), facing=0.0, pose=Pose.SIT)
    sits, stands = (
        replace(SINGLE, marks=(replace(mark, pose=pose),)) for pose in (Pose.SIT, Pose.STAND)
    )
    higher = found.points(sits, "ADA", "eye")[0][1] - bare.points(sits, "ADA", "eye")[0][1]
    assert 0.02 < abs(higher) < 0.1
    assert found.points(stands, "ADA", "eye") == bare.points(stands, "ADA", "eye")
