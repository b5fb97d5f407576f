from __future__ import annotations

import json
import struct
from dataclasses import replace
from typing import Any

import numpy as np
from tests.adapters.render.builder import TABLE, camera, mark, request, room
from tests.adapters.render.passes.builder import asked

from secondunit.adapters.gltf.moment import write_moment
from secondunit.adapters.gltf.scene import yfov
from secondunit.adapters.render.passes.moment import Stand, stand_at
from secondunit.adapters.render.staged.shot import Staged
from secondunit.film.shots.model import Move, Pose

PUSH = request(
    mark(pose=Pose.WALK, to=(2.0, 0.0, 0.0)),
    keys=(camera((0, 1.4, 6), (0, 1, 0)), camera((0, 1.4, 3), (0, 1, 0))),
    move=Move.PUSH_IN,
)


def stand(frame: int) -> Stand:
    return stand_at(Staged(PUSH), asked(PUSH), frame)


def body(data: bytes) -> dict[str, Any]:
    (length,) = struct.unpack_from("<I", data, 12)
    found: dict[str, Any] = json.loads(data[20 : 20 + length])
    return found


def written(frame: int) -> dict[str, Any]:
    there = stand(frame)
    return body(write_moment(there.scene, there.view))


def test_the_camera_is_the_one_of_that_frame() -> None:
    for frame in (0, 12, 23):
        there, made = stand(frame), written(frame)
        node = next(each for each in made["nodes"] if "camera" in each)
        assert np.allclose(node["translation"], there.view.eye)
        assert made["cameras"][0]["perspective"]["yfov"] == yfov(there.view)


def test_nothing_in_it_moves() -> None:
    assert "animations" not in written(12)


def test_every_triangle_that_the_passes_see_is_in_it() -> None:
    made, there = written(12), stand(12)
    indices = sum(
        made["accessors"][each["indices"]]["count"]
        for mesh in made["meshes"]
        for each in mesh["primitives"]
    )
    assert indices == there.scene.faces.size


def test_a_walker_is_where_the_frame_has_them() -> None:
    def middle(frame: int) -> float:
        made = written(frame)
        node = next(n for n in made["nodes"] if n.get("extras", {}).get("figure"))
        first = made["meshes"][node["mesh"]]["primitives"][0]["attributes"]["POSITION"]
        one = made["accessors"][first]
        return float(one["min"][0] + one["max"][0]) / 2

    assert middle(23) - middle(0) > 1.5


def test_objects_say_what_they_are_and_call_nobody_by_name() -> None:
    made = written(0)
    extras = [node["extras"] for node in made["nodes"] if "mesh" in node]
    assert sum(each["figure"] for each in extras) >= 1
    assert any(not each["inked"] for each in extras if each["figure"])
    assert all(each["casts"] for each in extras if each["figure"])
    assert not any(each["burns"] for each in extras)
    text = json.dumps(made)
    assert PUSH.figures[0].name not in text


def test_a_practical_burns() -> None:
    panel = replace(PUSH, set=room(TABLE))
    there = stand_at(Staged(panel), asked(panel), 0)
    nodes = body(write_moment(there.scene, there.view, {"1"}))["nodes"]
    assert [n["extras"]["burns"] for n in nodes if "mesh" in n].count(1) == 1


def test_the_same_moment_is_the_same_bytes() -> None:
    first, second = stand(5), stand(5)
    assert write_moment(first.scene, first.view) == write_moment(second.scene, second.view)
