from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import trimesh

from secondunit.adapters.gltf.model_file import MOST_TRIANGLES, read_model
from secondunit.core.errors import InputError


def box(size: float = 4.0) -> trimesh.Trimesh:
    made = trimesh.creation.box((size, 2.5, size))
    made.visual = trimesh.visual.TextureVisuals(
        material=trimesh.visual.material.PBRMaterial(baseColorFactor=[255, 0, 0, 255])
    )
    return made


def save(mesh: trimesh.Trimesh, path: Path) -> Path:
    scene = trimesh.Scene()
    scene.add_geometry(mesh, node_name="wall north", geom_name="wall north")
    if path.suffix == ".gltf":
        for name, data in trimesh.exchange.gltf.export_gltf(scene).items():
            (path.parent / (path.name if name.endswith(".gltf") else name)).write_bytes(data)
    else:
        path.write_bytes(scene.export(file_type=path.suffix[1:]))
    return path


def tampered(path: Path, change: dict[str, Any]) -> Path:
    tree = json.loads(path.read_text(encoding="utf-8"))
    for key, value in change.items():
        tree[key][0].update(value)
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path


@pytest.mark.parametrize("suffix", [".glb", ".gltf"])
def test_a_model_is_read_with_its_names_and_colours(suffix: str, tmp_path: Path) -> None:
    (part,) = read_model(save(box(), tmp_path / f"set{suffix}"), interior=True)
    assert part.name == "wall north"
    assert np.ptp(part.points, axis=0).tolist() == [4, 2.5, 4]
    assert part.colour == pytest.approx((255, 0, 0))


OBJ = """mtllib set.mtl
o table
usemtl oak
v 0 0 0
v 2 0 0
v 2 1 0
v 0 1 0
f 1 2 3
f 1 3 4
"""


def test_an_obj_is_read_with_its_colours(tmp_path: Path) -> None:
    path = tmp_path / "set.obj"
    path.write_text(OBJ)
    (tmp_path / "set.mtl").write_text("newmtl oak\nKd 0.6 0.4 0.2\n")
    (part,) = read_model(path, interior=True)
    assert len(part.faces) == 2
    assert part.colour == pytest.approx((153, 102, 51), abs=1)


@pytest.mark.parametrize("library", ["gone.mtl", "../set.mtl"])
def test_an_obj_whose_materials_are_elsewhere_is_refused(library: str, tmp_path: Path) -> None:
    path = tmp_path / "set.obj"
    path.write_text(OBJ.replace("set.mtl", library))
    with pytest.raises(InputError, match="mtl"):
        read_model(path, interior=True)


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("missing.bin", "missing.bin"),
        ("../secret.bin", "outside its folder"),
        ("..%2Fsecret.bin", "outside its folder"),
        ("/etc/passwd", "outside its folder"),
        ("https://example.com/a.bin", "outside its folder"),
    ],
)
def test_what_a_model_names_must_lie_beside_it(uri: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "secret.bin").write_bytes(b"x")
    folder = tmp_path / "sets"
    folder.mkdir()
    path = tampered(save(box(), folder / "set.gltf"), {"buffers": {"uri": uri}})
    with pytest.raises(InputError, match=said) as caught:
        read_model(path, interior=True)
    assert "set.gltf" in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("size", [400.0, 0.02])
def test_a_size_no_set_has_is_refused_with_the_size_and_the_unit(
    size: float, tmp_path: Path
) -> None:
    path = save(trimesh.creation.box((size, size / 2, size)), tmp_path / "set.glb")
    with pytest.raises(InputError, match="largest side") as caught:
        read_model(path, interior=True)
    assert "metres" in caught.value.remedy


def test_a_street_may_be_longer_than_a_room(tmp_path: Path) -> None:
    path = save(trimesh.creation.box((400, 20, 400)), tmp_path / "set.glb")
    assert read_model(path, interior=False)


def test_numbers_that_are_none_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "set.obj"
    lines = [line for line in OBJ.splitlines() if "mtl" not in line]
    path.write_text("\n".join(lines).replace("v 2 1 0", "v nan 1 0"))
    with pytest.raises(InputError, match=r"set\.obj"):
        read_model(path, interior=True)


def test_too_many_triangles_are_refused_with_their_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secondunit.adapters.gltf.model_file.MOST_TRIANGLES", 10)
    assert MOST_TRIANGLES > 10
    with pytest.raises(InputError, match="12 triangles"):
        read_model(save(box(), tmp_path / "set.glb"), interior=True)


@pytest.mark.parametrize("data", [b"", b"glTF", b"glTF\x02\0\0\0\xff\xff\xff\x7f", b"{}", b"[1]"])
@pytest.mark.parametrize("suffix", [".glb", ".gltf"])
def test_a_broken_file_is_refused_and_named(data: bytes, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"kitchen{suffix}"
    path.write_bytes(data)
    with pytest.raises(InputError, match="kitchen"):
        read_model(path, interior=True)


def test_a_file_cut_off_anywhere_is_refused_or_read(tmp_path: Path) -> None:
    whole = save(box(), tmp_path / "set.glb").read_bytes()
    for length in range(0, len(whole) - 1, 61):
        path = tmp_path / "cut.glb"
        path.write_bytes(whole[:length])
        with pytest.raises(InputError, match=r"cut\.glb"):
            read_model(path, interior=True)


def test_an_empty_obj_holds_no_surface(tmp_path: Path) -> None:
    path = tmp_path / "set.obj"
    path.write_text("# nothing\n")
    with pytest.raises(InputError, match=r"set\.obj"):
        read_model(path, interior=True)
