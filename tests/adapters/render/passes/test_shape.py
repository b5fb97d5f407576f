import numpy as np
from tests.adapters.render.builder import BACK, camera, mark, request, room
from tests.adapters.render.passes.builder import moment_of

from secondunit.adapters.render.passes.shape import (
    FAR,
    camera_normals,
    depth_metres,
    depth_tone,
    edges,
    features,
    normals_tone,
)

LEVEL = camera((0, 1.4, 5.0), (0, 1.4, 0))


def test_depth_is_metres_to_the_wall_and_far_for_the_sky() -> None:
    depth = depth_metres(moment_of(request(plan=room(BACK), keys=(LEVEL,))))
    assert np.isclose(depth[90, 160], 5.0 + 2.45, atol=1e-3)
    assert depth_metres(moment_of(request(keys=(LEVEL,))))[0, 0] == FAR


def test_near_is_white_and_far_is_black() -> None:
    tone = depth_tone(np.array([[1.0, 2.0, 4.0, FAR]], dtype=np.float32), 2.0)
    assert tone.tolist() == [[255, 255, 128, 0]]


def test_normals_are_seen_from_the_camera() -> None:
    """A wall that the camera looks straight at faces it, the floor faces up, nothing is zero."""
    normals = camera_normals(moment_of(request(plan=room(BACK), keys=(LEVEL,))))
    assert np.allclose(normals[90, 160], (0, 0, 1), atol=1e-3)
    assert np.allclose(normals[178, 160], (0, 1, 0), atol=1e-3)
    assert (camera_normals(moment_of(request(keys=(LEVEL,))))[0, 0] == 0).all()


def test_normals_stay_with_the_camera_when_it_turns() -> None:
    side = camera((5.0, 1.4, 0.0), (0, 1.4, 0))
    normals = camera_normals(moment_of(request(mark(facing=90.0), keys=(side,))))
    seen = np.linalg.norm(normals, axis=2) > 0.5
    assert np.allclose(np.linalg.norm(normals[seen], axis=1), 1, atol=1e-3)
    assert normals[seen][:, 2].min() > -0.05


def test_no_direction_is_the_middle_tone() -> None:
    tone = normals_tone(np.array([[(0, 0, 0), (1, -1, 1)]], dtype=np.float32))
    assert tone.tolist() == [[[128, 128, 128], [255, 0, 255]]]


def test_edges_run_round_a_figure_and_not_over_a_wall() -> None:
    moment = moment_of(request(mark(), plan=room(BACK), keys=(LEVEL,)))
    drawn = edges(moment, camera_normals(moment))
    assert set(np.unique(drawn)) == {0, 255}
    assert not drawn[60:100, 200:280].any()
    figure = moment.stand.scene.parts.figure[moment.samples.part] & (moment.samples.part >= 0)
    row = 100
    left = int(np.flatnonzero(figure[row])[0])
    assert drawn[row, left] == 255
    assert drawn[row, left - 1] == 0


def test_a_face_in_close_up_keeps_its_eyes_in_the_ink() -> None:
    close = camera((0, 1.55, 1.2), (0, 1.55, 0))
    assert features(moment_of(request(mark(), keys=(close,)))).sum() > 255 * 20
    behind = camera((0, 1.55, -1.2), (0, 1.55, 0))
    assert features(moment_of(request(mark(), keys=(behind,)))).sum() == 0
