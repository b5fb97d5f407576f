from __future__ import annotations

import io
import json
import struct

import numpy as np
import pytest
import trimesh
from hypothesis import given
from hypothesis import strategies as st

from secondunit.adapters.gltf.glb import MAGIC, Document, continuous, quaternion
from secondunit.adapters.render.staged.solids import turn_about_y


def triangle() -> Document:
    document = Document()
    points = np.array([[0, 0, 0], [1, 0, 0], [0, 1, 0]])
    primitive = {
        "attributes": {"POSITION": document.floats(points, extremes=True, vertex=True)},
        "indices": document.indexes(np.array([[0, 1, 2]])),
        "material": document.material("cloth", (255, 0, 128)),
    }
    mesh = document.add("meshes", {"name": "t", "primitives": [primitive]})
    node = document.add("nodes", {"name": "t", "mesh": mesh})
    document.add("scenes", {"nodes": [node]})
    return document


def test_chunks_are_as_long_as_they_say_and_padded_to_four_bytes() -> None:
    data = triangle().written("test")
    magic, version, length = struct.unpack_from("<III", data)
    assert (magic, version, length) == (MAGIC, 2, len(data))
    text, kind = struct.unpack_from("<II", data, 12)
    assert kind == 0x4E4F534A
    assert text % 4 == 0
    body = json.loads(data[20 : 20 + text])
    rest, kind = struct.unpack_from("<II", data, 20 + text)
    assert kind == 0x004E4942
    assert 20 + text + 8 + rest == len(data)
    assert body["buffers"][0]["byteLength"] <= rest
    assert all(view["byteOffset"] % 4 == 0 for view in body["bufferViews"])


def test_another_reader_reads_it() -> None:
    scene = trimesh.load_scene(io.BytesIO(triangle().written("test")), file_type="glb")
    (mesh,) = scene.geometry.values()
    assert mesh.faces.shape == (1, 3)
    assert mesh.bounds.tolist() == [[0, 0, 0], [1, 1, 0]]


def test_a_colour_is_written_linear_and_a_material_once() -> None:
    document = Document()
    first = document.material("cloth", (255, 0, 128))
    assert document.material("cloth", (255, 0, 128)) == first
    assert document.material("skin", (255, 0, 128)) == first + 1
    body = json.loads(document.written("test")[20:].rstrip(b" \0"))
    red, green, blue, _ = body["materials"][0]["pbrMetallicRoughness"]["baseColorFactor"]
    assert (red, green) == (1.0, 0.0)
    assert blue == pytest.approx(0.2158, abs=1e-3)


@given(st.floats(-720, 720))
def test_a_quaternion_turns_as_its_matrix_does(degrees: float) -> None:
    axes = turn_about_y(degrees)
    x, y, z, w = quaternion(axes)
    from_four = trimesh.transformations.quaternion_matrix([w, x, y, z])[:3, :3]
    assert np.allclose(from_four @ np.eye(3), axes.T, atol=1e-9)


def test_turns_go_the_short_way_round() -> None:
    turns = continuous([[0, 0, 0, 1], [0, -0.1, 0, -0.995], [0, 0.2, 0, 0.98]])
    assert (np.sum(turns[1:] * turns[:-1], axis=1) > 0).all()
