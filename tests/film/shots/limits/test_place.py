from dataclasses import replace

from tests.film.shots.builder import TALKERS, make_figure, make_plan, make_shot

from secondunit.film.shots.camera.sight import SetSight
from secondunit.film.shots.limits.place import check_camera, check_cast, check_marks
from secondunit.film.shots.model import Camera, Framing, Mark, Piece, Pose, SetPlan, Shape, Vector

CAST = (make_figure("ADA", 1.66), make_figure("BRAM", 1.82))
SHOT = make_shot("1A", (2.0, 1.55, 2.0), ("ADA",))


def piece(name: str, centre: Vector, size: Vector) -> Piece:
    return Piece(shape=Shape.BOX, centre=centre, size=size, turn=0, colour=(9, 9, 9), name=name)


def with_(*pieces: Piece) -> SetPlan:
    return replace(make_plan(), pieces=pieces)


def test_who_is_framed_has_a_mark_and_an_insert_needs_none() -> None:
    alone = replace(SHOT, subjects=("CY",))
    assert "no mark" in next(iter(check_cast(alone, CAST))).message
    assert list(check_cast(replace(alone, framing=Framing.INSERT), CAST)) == []


def test_nobody_looks_at_nobody_nor_at_themselves() -> None:
    for gaze, said in (("GHOST", "nobody of the cast"), ("ADA", "looks at ADA")):
        shot = replace(SHOT, marks=(replace(TALKERS[0], gaze=gaze), TALKERS[1]))
        assert said in next(iter(check_cast(shot, CAST))).message


def test_a_look_out_of_the_frame_at_somebody_of_the_cast_is_lawful() -> None:
    shot = replace(SHOT, marks=(TALKERS[0],))
    assert list(check_cast(shot, CAST)) == []


def test_one_gets_up_from_a_chair_but_does_not_walk_through_a_wardrobe() -> None:
    up = Mark(figure="ADA", at=(0, 0, 0), facing=0, to=(0, 0, 2), pose=Pose.WALK)
    shot = replace(SHOT, marks=(up,))
    chair = piece("chair", (0, 0.4, 0), (0.5, 0.8, 0.5))
    assert list(check_marks(shot, SetSight(with_(chair)))) == []
    wardrobe = piece("wardrobe", (0, 1.0, 1.0), (1.0, 2.0, 0.4))
    (found,) = check_marks(shot, SetSight(with_(wardrobe)))
    assert "wardrobe" in found.message


def test_a_kerb_is_stepped_over_and_a_beam_walked_under() -> None:
    walk = Mark(figure="ADA", at=(0, 0, -2), facing=0, to=(0, 0, 2), pose=Pose.WALK)
    kerb, beam = piece("kerb", (0, 0.1, 0), (4, 0.2, 0.2)), piece("beam", (0, 2.6, 0), (4, 0.3, 1))
    assert list(check_marks(replace(SHOT, marks=(walk,)), SetSight(with_(kerb, beam)))) == []


def test_a_camera_in_the_ground_or_in_a_piece_is_named() -> None:
    plan = with_(piece("piano", (4, 0.6, 4), (1.5, 1.2, 1.5)))
    for eye, said in (((2, -0.4, 2), "below the ground"), ((4, 0.6, 4), "inside a piano")):
        key = Camera(eye=eye, target=(-0.75, 1.5, 0), roll=0, focal_mm=50)
        (found,) = check_camera(replace(SHOT, camera=(key,)), SetSight(plan))
        assert said in found.message
