import numpy as np
from tests.adapters.render.builder import camera, mark, request
from tests.adapters.render.passes.builder import asked, moment_of

from secondunit.adapters.render.passes.moment import in_world, stand_at
from secondunit.adapters.render.staged.shot import Staged
from secondunit.film.shots.model import Move

PUSH = request(
    mark(),
    keys=(camera((0, 1.4, 6), (0, 1, 0)), camera((0, 1.4, 3), (0, 1, 0))),
    move=Move.PUSH_IN,
)


def test_the_first_and_the_last_frame_are_the_cameras_keys() -> None:
    staged, wanted = Staged(PUSH), asked(PUSH, duration=24)
    assert stand_at(staged, wanted, 0).camera.eye == (0, 1.4, 6)
    assert stand_at(staged, wanted, 23).camera.eye == (0, 1.4, 3)


def test_after_the_last_frame_the_shot_stays_as_it_ended() -> None:
    staged, wanted = Staged(PUSH), asked(PUSH, duration=24)
    assert stand_at(staged, wanted, 24).camera == stand_at(staged, wanted, 23).camera


def test_a_body_stands_on_its_mark() -> None:
    panel = request(mark(at=(1.0, 0.0, -2.0), facing=90.0))
    (body,) = moment_of(panel).stand.bodies
    ahead = in_world(body, [(0.0, 0.0, 1.0)])[0]
    assert np.allclose(ahead, (2.0, 0.0, -2.0))
