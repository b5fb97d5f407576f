import json
import re

import numpy as np
from tests.adapters.render.builder import camera, request
from tests.adapters.render.passes.builder import asked

from secondunit.adapters.render.passes.camera import (
    CameraFrame,
    camera_frame,
    camera_matrix,
    write_camera_json,
    write_camera_usda,
)
from secondunit.adapters.render.passes.moment import stand_at
from secondunit.adapters.render.staged.shot import Staged

KEY = camera((1.0, 1.4, 5.0), (0.2, 0.9, 0.0), focal=50.0, roll=4.0)
PANEL = request(keys=(KEY,))
WANTED = asked(PANEL)


def frames() -> list[CameraFrame]:
    return [camera_frame(stand_at(Staged(PANEL), WANTED, 0))]


def test_the_numbers_put_a_point_where_the_picture_has_it() -> None:
    said = json.loads(write_camera_json(frames(), WANTED))["frames"][0]
    point = np.array([0.3, 1.1, -0.4, 1.0])
    local = np.linalg.inv(np.array(said["matrix"])) @ point
    x = said["cx"] + said["fx"] * local[0] / -local[2]
    y = said["cy"] - said["fy"] * local[1] / -local[2]
    assert np.allclose((x, y), frames()[0].view.project(point[:3])[0, :2], atol=1e-3)


def test_the_matrix_turns_and_never_mirrors() -> None:
    turn = camera_matrix(frames()[0].view)[:3, :3]
    assert np.allclose(turn @ turn.T, np.eye(3), atol=1e-9)
    assert np.isclose(np.linalg.det(turn), 1.0)


def test_usd_has_the_same_camera_with_rows_and_columns_exchanged() -> None:
    text = write_camera_usda(frames(), WANTED).decode()
    assert text.startswith("#usda 1.0")
    numbers = re.search(r"transform\.timeSamples = \{ 0: \( (.+) \) \}", text)
    assert numbers is not None
    rows = np.array([float(n) for n in re.findall(r"-?[\d.]+(?:e-?\d+)?", numbers[1])])
    assert np.allclose(rows.reshape(4, 4).T, camera_matrix(frames()[0].view), atol=1e-6)


def test_usd_sees_the_same_width() -> None:
    text = write_camera_usda(frames(), WANTED).decode()
    wide = float(re.search(r"horizontalAperture = ([\d.]+)", text)[1])  # type: ignore[index]  # it is there
    view = frames()[0].view
    assert np.isclose(wide / 50.0, view.window.width / view.focal_px)
