"""Read a designer's glTF or OBJ file, or refuse it with what is wrong and how to mend it."""

from __future__ import annotations

import json
import re
import struct
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, NoReturn
from urllib.parse import unquote

import numpy as np
from numpy.typing import NDArray

from secondunit.core.errors import InputError

SUFFIXES = (".glb", ".gltf", ".obj")
MOST_TRIANGLES = 400_000
"""More than this slows every board of the set; the library's largest set has about 9,000."""
MOST_BYTES = 300_000_000
SMALLEST = 1.0
"""Metres: nothing with a largest side under this is a set."""
LARGEST = {True: 80.0, False: 3000.0}
"""Largest side of an interior and of an exterior, metres; beyond it a file is in other units."""
PLAIN = (196.0, 190.0, 178.0)
"""sRGB of what has no material."""

_READERS_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, ImportError, LookupError, MemoryError,
    NameError, OSError, RuntimeError, TypeError, ValueError, struct.error,
)  # fmt: skip
"""What a stranger's file can make the reader raise."""

Colour = tuple[float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPart:
    """One object of a model in world axes: metres, y up.

    Args:
        name: As the file has it.
        points: ``(n, 3)``.
        faces: ``(m, 3)``.
        colour: sRGB of its material, 0-255.
    """

    name: str
    points: NDArray[np.float64]
    faces: NDArray[np.int64]
    colour: Colour


def read_model(path: Path, *, interior: bool) -> list[ModelPart]:
    """The objects of a model file.

    Args:
        path: A ``.glb``, ``.gltf`` or ``.obj`` file; what it names must lie beside or under it.
        interior: True for a set that is inside.

    Raises:
        InputError: The file is broken, names files outside its folder or that are not there, has
            too many triangles, numbers that are none, or a size no set has.
    """
    if path.stat().st_size > MOST_BYTES:
        _refuse(path, "it is larger than 300 MB", "Leave out what no camera sees.")
    for uri in _named_files(path):
        _require_beside(path, uri)
    parts = [part for part in _loaded(path) if len(part.faces)]
    triangles = sum(len(part.faces) for part in parts)
    if not parts:
        _refuse(path, "it holds no surface", "Export meshes, with modifiers applied.")
    if triangles > MOST_TRIANGLES:
        _refuse(
            path, f"it has {triangles:,} triangles; at most {MOST_TRIANGLES:,} are drawn",
            "Decimate it, or leave out small things.",
        )  # fmt: skip
    for part in parts:
        if not np.isfinite(part.points).all():
            _refuse(
                path, f"“{part.name}” has points that are no numbers", "Export that object again."
            )
    _require_size(path, parts, interior=interior)
    return parts


def _require_size(path: Path, parts: list[ModelPart], *, interior: bool) -> None:
    low = np.min([part.points.min(axis=0) for part in parts], axis=0)
    high = np.max([part.points.max(axis=0) for part in parts], axis=0)
    side = float((high - low).max())
    most = LARGEST[interior]
    if SMALLEST <= side <= most:
        return
    where = "an interior" if interior else "an exterior"
    _refuse(
        path,
        f"its largest side is {side:,.4g} m, which no set has ({SMALLEST:g} to {most:g} m for"
        f" {where})",
        "Export in metres, y up: 1 unit is 1 m.",
    )


def _refuse(path: Path, fault: str, remedy: str) -> NoReturn:
    """Say what is wrong with a file.

    Raises:
        InputError: Always.
    """
    raise InputError(f"{path.name} cannot stand in for a set: {fault}", remedy=remedy)


def _named_files(path: Path) -> list[str]:
    """Files that a model names: buffers, pictures, material libraries."""
    if path.suffix.lower() == ".obj":
        text = path.read_text(encoding="utf-8", errors="replace")
        found = re.findall(r"^\s*mtllib\s+(.+?)\s*$", text, re.M)
        for library in list(found):
            beside = path.parent / library
            if PurePosixPath(library).name == library and beside.is_file():
                lines = beside.read_text(encoding="utf-8", errors="replace")
                found += [
                    line.split()[-1] for line in re.findall(r"^\s*map_\w+\s+.+$", lines, re.M)
                ]
        return found
    tree = _json_of(path)
    return [
        str(thing["uri"])
        for kind in ("buffers", "images")
        for thing in tree.get(kind, [])
        if isinstance(thing, dict) and "uri" in thing and not str(thing["uri"]).startswith("data:")
    ]


def _json_of(path: Path) -> dict[str, Any]:
    """The JSON of a glTF file."""
    data = path.read_bytes()
    try:
        if data[:4] == b"glTF":
            (length,) = struct.unpack_from("<I", data, 12)
            data = data[20 : 20 + length]
        tree = json.loads(data)
    except (ValueError, struct.error) as error:
        _refuse(path, f"it is no glTF ({error})", "Export it again as glTF 2.0.")
    if not isinstance(tree, dict) or not str(tree.get("asset", {}).get("version", "")).startswith(
        "2"
    ):
        _refuse(path, "it is not glTF 2.0", "Export it again as glTF 2.0.")
    return tree


def _require_beside(path: Path, uri: str) -> None:
    """A file that is named lies in the model's folder, and is there."""
    name = unquote(uri).replace("\\", "/")
    folder = path.parent.resolve()
    target = (folder / name).resolve()
    if re.match(r"[A-Za-z][\w+.-]*:", name) or not target.is_relative_to(folder):
        _refuse(
            path, f"it names “{uri}”, which is outside its folder",
            "Export it as one .glb, or put what it names beside it.",
        )  # fmt: skip
    if not target.is_file():
        _refuse(
            path, f"“{uri}”, which it names, is not there",
            "Put that file beside it, or export it as one .glb.",
        )  # fmt: skip


def _loaded(path: Path) -> list[ModelPart]:
    import trimesh

    try:
        return parts_of(trimesh.load_scene(path, process=False))
    except _READERS_FAULTS as error:
        _refuse(path, f"it cannot be read ({type(error).__name__}: {error})", "Export it again.")


def parts_of(scene: Any) -> list[ModelPart]:
    """The surfaces of a scene that trimesh read, in the order of their names."""
    import trimesh

    placed = [(str(name), *scene.graph[name]) for name in sorted(scene.graph.nodes_geometry)]
    return [
        _part(name, scene.geometry[geometry], np.asarray(matrix, dtype=np.float64))
        for name, matrix, geometry in placed
        if isinstance(scene.geometry[geometry], trimesh.Trimesh)
    ]


def _part(name: str, mesh: Any, matrix: NDArray[np.float64]) -> ModelPart:
    points = np.asarray(mesh.vertices, dtype=np.float64) @ matrix[:3, :3].T + matrix[:3, 3]
    faces = np.asarray(mesh.faces, dtype=np.int64)
    if len(faces) and (faces.min() < 0 or faces.max() >= len(points)):
        raise ValueError(f"“{name}” has corners that are not there")
    return ModelPart(name=name, points=points, faces=faces, colour=_colour(mesh))


def _colour(mesh: Any) -> Colour:
    """Base colour of a material: its factor times the mean of its picture."""
    material = getattr(mesh.visual, "material", None)
    if material is None:
        colours = getattr(mesh.visual, "vertex_colors", None)
        given = getattr(mesh.visual, "kind", None)
        if colours is None or given is None:
            return PLAIN
        mean = np.asarray(colours, dtype=np.float64)[:, :3].mean(axis=0)
        return (float(mean[0]), float(mean[1]), float(mean[2]))
    factor = getattr(material, "baseColorFactor", None)
    if factor is None:
        factor = getattr(material, "diffuse", None)
    picture = getattr(material, "baseColorTexture", None) or getattr(material, "image", None)
    base = np.array([255.0] * 3) if factor is None else np.asarray(factor, dtype=np.float64)[:3]
    if base.max() <= 1.0:
        base = base * 255
    if hasattr(material, "baseColorFactor"):
        base = 255 * _encoded(base / 255)
    if picture is not None:
        mean = np.asarray(picture.convert("RGB").resize((16, 16)), dtype=np.float64)
        base = base * mean.reshape(-1, 3).mean(axis=0) / 255
    elif factor is None:
        return PLAIN
    return (float(base[0]), float(base[1]), float(base[2]))


def _encoded(linear: NDArray[np.float64]) -> NDArray[np.float64]:
    """Linear to sRGB. Source: IEC 61966-2-1; glTF factors are linear."""
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * np.power(linear, 1 / 2.4) - 0.055)
