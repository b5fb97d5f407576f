from __future__ import annotations

import io
import json
import struct
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import trimesh
from tests.adapters.render.builder import ADA, BRAM, FRONT, TABLE, room
from tests.film.shots.builder import library, list_shots, make_script, tables

from secondunit.adapters.gltf.scene import GlbScenes, yfov
from secondunit.adapters.render.lens import make_view
from secondunit.adapters.render.staged.designed import DesignedPart
from secondunit.core.ids import Digest, ShotId
from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.model import Camera, Lens, Mark, Move, PanelRequest, Pose
from secondunit.film.shots.panel import panel_request
from secondunit.film.shots.scene_model import ModelShot, SceneModel
from secondunit.film.shots.stage_plan import plan_stage

NTSC = Rate(numerator=24000, denominator=1001)
PLAN = room(TABLE, FRONT)
STILL = PanelRequest(
    shot=ShotId("s1"),
    set=PLAN,
    figures=(ADA, BRAM),
    marks=(
        Mark(figure="ADA", at=(-0.7, 0, 0), facing=90),
        Mark(figure="BRAM", at=(0.7, 0, 0.2), facing=270, pose=Pose.SIT),
    ),
    camera=(Camera(eye=(1.1, 1.6, 4.2), target=(0, 1.3, 0), roll=4, focal_mm=35),),
    lens=Lens(focal_mm=35, squeeze=2.0),
    aspect="2.39",
    light="day",
    width=1920,
    height=1080,
    move=Move.STATIC,
)
MOVING = replace(
    STILL,
    shot=ShotId("s2"),
    move=Move.PUSH_IN,
    marks=(replace(STILL.marks[0], pose=Pose.WALK, to=(1.0, 0, 1.0)), STILL.marks[1]),
    camera=(
        STILL.camera[0],
        Camera(eye=(0.2, 1.5, 2.0), target=(0, 1.4, 0), roll=0, focal_mm=50),
    ),
)


def written(*requests: PanelRequest) -> bytes:
    shots = tuple(
        ModelShot(number=f"1{'ABC'[n]}", request=request, duration=Frames(48), rate=NTSC)
        for n, request in enumerate(requests)
    )
    return GlbScenes().write_scene(SceneModel(number="1", set=PLAN, shots=shots))


def body(data: bytes) -> dict[str, Any]:
    (length,) = struct.unpack_from("<I", data, 12)
    found: dict[str, Any] = json.loads(data[20 : 20 + length])
    return found


def numbers(data: bytes, accessor: int) -> np.ndarray:
    found = body(data)
    (length,) = struct.unpack_from("<I", data, 12)
    start = 20 + length + 8
    one = found["accessors"][accessor]
    view = found["bufferViews"][one["bufferView"]]
    wide = {"SCALAR": 1, "VEC3": 3, "VEC4": 4}[one["type"]]
    flat = np.frombuffer(data, "<f4", one["count"] * wide, start + view["byteOffset"])
    return flat.reshape(one["count"], wide)


def node(data: bytes, name: str) -> dict[str, Any]:
    return next(each for each in body(data)["nodes"] if each["name"] == name)


def matrix(at: list[float], turn: list[float]) -> np.ndarray:
    x, y, z, w = turn
    found = trimesh.transformations.quaternion_matrix([w, x, y, z])
    found[:3, 3] = at
    return np.asarray(found)


def test_another_reader_counts_the_set_and_the_figures() -> None:
    data = written(STILL)
    scene = trimesh.load_scene(io.BytesIO(data), file_type="glb")
    names = set(scene.graph.nodes)
    assert {"1A ADA", "1A BRAM", "table", "wall"} <= names
    assert node(data, "wall")["extras"] == {"wild": True}
    assert "extras" not in node(data, "table")
    low, high = scene.bounds
    assert low[1] > -0.5
    assert high[1] < 4


@pytest.mark.parametrize("request_", [STILL, MOVING], ids=["still", "moving"])
def test_a_camera_is_where_the_spec_has_it_to_a_millionth(request_: PanelRequest) -> None:
    data = written(request_)
    camera = node(data, "1A camera")
    view = make_view(request_, request_.camera[0])
    expected = np.eye(4)
    expected[:3, 0], expected[:3, 1], expected[:3, 2] = view.right, view.up, -view.forward
    expected[:3, 3] = request_.camera[0].eye
    assert np.abs(matrix(camera["translation"], camera["rotation"]) - expected).max() < 1e-6
    lens = body(data)["cameras"][camera["camera"]]["perspective"]
    assert lens["yfov"] == pytest.approx(yfov(view), abs=1e-9)
    assert lens["aspectRatio"] == pytest.approx(2.39, abs=0.005)


def test_a_point_falls_where_the_renderer_puts_it() -> None:
    data = written(STILL)
    camera = node(data, "1A camera")
    view = make_view(STILL, STILL.camera[0])
    lens = body(data)["cameras"][camera["camera"]]["perspective"]
    point = np.array([-0.7, 1.5, 0.0, 1.0])
    seen = np.linalg.inv(matrix(camera["translation"], camera["rotation"])) @ point
    tall = np.tan(lens["yfov"] / 2)
    x = (seen[0] / -seen[2] / (tall * lens["aspectRatio"]) + 1) / 2 * view.window.width
    y = (1 - seen[1] / -seen[2] / tall) / 2 * view.window.height
    assert (x, y) == pytest.approx(tuple(view.project(point[:3])[0][:2]), abs=0.01)


def test_each_shot_is_a_scene_of_its_own_with_the_same_set() -> None:
    found = body(written(STILL, MOVING))
    assert [scene["name"] for scene in found["scenes"]] == ["1A", "1B"]
    first, second = (set(scene["nodes"]) for scene in found["scenes"])
    (shared,) = first & second
    assert found["nodes"][shared]["name"] == PLAN.name
    children = [child for each in found["nodes"] for child in each.get("children", [])]
    assert len(children) == len(set(children))
    assert not set(children) & (first | second)


def test_a_move_starts_and_ends_at_its_keys_and_lasts_as_long_as_the_shot() -> None:
    data = written(MOVING)
    found = next(each for each in body(data)["animations"] if each["name"] == "1A camera")
    times = numbers(data, found["samplers"][0]["input"]).ravel()
    path = numbers(data, found["samplers"][0]["output"])
    assert len(times) == 48
    assert times[-1] == pytest.approx(47 * 1001 / 24000, abs=1e-5)
    assert path[0] == pytest.approx(MOVING.camera[0].eye, abs=1e-5)
    assert path[-1] == pytest.approx(MOVING.camera[-1].eye, abs=1e-5)
    turns = numbers(data, found["samplers"][1]["output"])
    assert np.linalg.norm(turns, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_zoom_is_written_with_the_extension_and_named() -> None:
    data = written(MOVING)
    found = body(data)
    assert found["extensionsUsed"] == ["KHR_animation_pointer"]
    animation = next(each for each in found["animations"] if each["name"] == "1A camera")
    target = animation["channels"][2]["target"]
    assert target["extensions"]["KHR_animation_pointer"]["pointer"].endswith("/perspective/yfov")
    fields = numbers(data, animation["samplers"][2]["output"]).ravel()
    assert fields[0] > fields[-1] * 1.3


def test_a_designers_model_is_written_in_place_of_the_pieces() -> None:
    corners = np.array([(0, 0, 0), (4, 0, 0), (4, 3, 0)], dtype=np.float32)
    part = DesignedPart(
        name="wall east", points=corners, faces=np.array([[0, 1, 2]], dtype=np.int32),
        colour=(9, 9, 9),
    )  # fmt: skip

    class Shelf:
        def parts(self, model: Digest) -> tuple[DesignedPart, ...]:
            return (part,)

    designed = SceneModel(number="1", set=replace(PLAN, model=Digest("0" * 64)), shots=())
    data = GlbScenes(Shelf()).write_scene(designed)
    assert [each["name"] for each in body(data)["nodes"]] == ["wall east", PLAN.name]
    assert "table" in {each["name"] for each in body(GlbScenes().write_scene(designed))["nodes"]}


def test_who_walks_goes_along_and_who_sits_does_not() -> None:
    data = written(MOVING)
    names = [each["name"] for each in body(data)["animations"]]
    assert "1A ADA" in names
    assert "1A BRAM" not in names


def test_a_still_shot_has_no_animation_and_the_same_scene_the_same_bytes() -> None:
    assert "animations" not in body(written(STILL))
    assert written(STILL, MOVING) == written(STILL, MOVING)


def test_faces_are_wound_outwards() -> None:
    scene = trimesh.load_scene(io.BytesIO(written(STILL)), file_type="glb")
    solid = [mesh for mesh in scene.geometry.values() if mesh.is_watertight]
    assert all(mesh.volume > 0 for mesh in solid)


def test_the_worked_shots_all_export() -> None:
    script = make_script()
    plan = plan_stage(script, (), tables(), library())
    first = [shot for shot in list_shots() if shot.scene == script.shot_scenes[0].id]
    stage = plan.sets[plan.set_of[first[0].scene]]
    shots = tuple(
        ModelShot(
            number=shot.number,
            request=panel_request(shot, stage, plan.figures, 1920, 1080),
            duration=shot.duration,
            rate=shot.rate,
        )
        for shot in first
        if not shot.place
    )
    data = GlbScenes().write_scene(SceneModel(number="1", set=stage, shots=shots))
    assert [scene["name"] for scene in body(data)["scenes"]] == [shot.number for shot in shots]
