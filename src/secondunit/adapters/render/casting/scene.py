"""Triangles that can be asked, with what is known of them; gathered mesh by mesh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.rays import Caster, later, layered, make_caster
from secondunit.adapters.render.mesh import Floats, Mesh
from secondunit.adapters.render.palette import Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What is known of each part; arrays by part number.

    Args:
        object: Number of the piece or figure it belongs to.
        material: Row of the materials.
        figure: True for a part of a figure.
        quiet: True where no line is drawn against its own figure (features of the face).
        smooth: True where normals are interpolated.
        casts: True for what throws a shadow.
    """

    object: NDArray[np.int16]
    material: NDArray[np.int16]
    figure: NDArray[np.bool_]
    quiet: NDArray[np.bool_]
    smooth: NDArray[np.bool_]
    casts: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Triangles with what is known of them.

    Args:
        caster: Everything.
        shadows: What throws shadows.
        normals: Of the points.
        flat: Normal of each face.
        faces: Corners of each face.
        part: Part of each face.
        parts: The parts.
        materials: Name and colour of each material.
        contacts: ``(n, 3)`` where figures touch the ground, with the reach of the contact.
        points: Corners of the faces.
        names: What each object is: of a figure its name, of a piece its place in the set.
    """

    caster: Caster
    shadows: Caster
    normals: Floats
    flat: Floats
    faces: NDArray[np.int32]
    part: NDArray[np.int16]
    parts: Parts
    materials: tuple[tuple[str, Colour], ...]
    contacts: Floats
    points: Floats
    names: tuple[str, ...]


class Heap:
    """Collects meshes into one."""

    def __init__(self) -> None:
        self._points: list[Floats] = []
        self._normals: list[Floats] = []
        self._faces: list[NDArray[np.int32]] = []
        self._part: list[NDArray[np.int16]] = []
        self._casts: list[NDArray[np.bool_]] = []
        self._rows: list[tuple[int, int, bool, bool, bool, bool]] = []
        self._materials: dict[tuple[str, Colour], int] = {}
        self._count = 0
        self._names: list[str] = []

    def add(
        self,
        meshes: Sequence[Mesh],
        colours: dict[str, Colour],
        *,
        casts: bool,
        figure: bool = False,
        name: str = "",
    ) -> None:
        """Add one object.

        Args:
            meshes: Its parts.
            colours: sRGB of each material.
            casts: True when it throws a shadow.
            figure: True for a figure.
            name: Of a figure its name, of a piece its place in the set.
        """
        numbers: dict[str, int] = {}
        for mesh in meshes:
            colour = colours[mesh.material]
            key = (mesh.material, (float(colour[0]), float(colour[1]), float(colour[2])))
            material = self._materials.setdefault(key, len(self._materials))
            part = f"{mesh.part}|{mesh.material}"
            if part not in numbers:
                numbers[part] = len(self._rows)
                quiet = mesh.material in {"eye", "line", "hair-line"} or ":" in mesh.material
                smooth = figure or len(mesh.faces) > 40
                self._rows.append((len(self._names), material, figure, quiet, smooth, casts))
            self._points.append(mesh.points)
            self._normals.append(mesh.normals)
            self._faces.append(mesh.faces + np.int32(self._count))
            self._part.append(np.full(len(mesh.faces), numbers[part], dtype=np.int16))
            self._casts.append(np.full(len(mesh.faces), casts))
            self._count += len(mesh.points)
        self._names.append(name)

    def scene(self, contacts: list[tuple[float, float, float]]) -> Scene:
        """The scene of all that was added: what throws shadows first, then the rest."""
        points, faces = np.concatenate(self._points), np.concatenate(self._faces)
        part, casts = np.concatenate(self._part), np.concatenate(self._casts)
        order = np.argsort(~casts, kind="stable")
        faces, part = np.ascontiguousarray(faces[order]), part[order]
        count = int(casts.sum())
        shadows, bare = _caster(points, faces[:count]), _caster(points, faces[count:])
        corner = points[faces]
        flat = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
        flat /= np.linalg.norm(flat, axis=1, keepdims=True) + 1e-20
        columns = list(zip(*self._rows, strict=True))
        parts = Parts(
            object=np.array(columns[0], dtype=np.int16),
            material=np.array(columns[1], dtype=np.int16),
            figure=np.array(columns[2], dtype=np.bool_),
            quiet=np.array(columns[3], dtype=np.bool_),
            smooth=np.array(columns[4], dtype=np.bool_),
            casts=np.array(columns[5], dtype=np.bool_),
        )
        return Scene(
            caster=layered(shadows, bare, count),
            shadows=shadows,
            normals=np.concatenate(self._normals),
            flat=flat.astype(np.float32),
            faces=faces,
            part=part,
            parts=parts,
            materials=tuple(self._materials),
            contacts=np.array(contacts, dtype=np.float32).reshape(-1, 3),
            points=points,
            names=tuple(self._names),
        )


def _caster(points: Floats, faces: NDArray[np.int32]) -> Caster:
    return later(lambda: make_caster(points, faces)) if len(faces) else make_caster(points, faces)


def joined(first: Scene, second: Scene) -> Scene:
    """Two scenes as one; neither is built again."""
    a, b = first.parts, second.parts
    count = len(first.faces)
    objects = np.int16(int(a.object.max(initial=-1)) + 1)
    parts = Parts(
        object=np.concatenate([a.object, b.object + objects]),
        material=np.concatenate([a.material, b.material + np.int16(len(first.materials))]),
        figure=np.concatenate([a.figure, b.figure]),
        quiet=np.concatenate([a.quiet, b.quiet]),
        smooth=np.concatenate([a.smooth, b.smooth]),
        casts=np.concatenate([a.casts, b.casts]),
    )
    return Scene(
        caster=layered(first.caster, second.caster, count),
        shadows=layered(first.shadows, second.shadows, count),
        normals=np.concatenate([first.normals, second.normals]),
        flat=np.concatenate([first.flat, second.flat]),
        faces=np.concatenate([first.faces, second.faces + np.int32(len(first.normals))]),
        part=np.concatenate([first.part, second.part + np.int16(len(a.object))]),
        parts=parts,
        materials=first.materials + second.materials,
        contacts=np.concatenate([first.contacts, second.contacts]),
        points=np.concatenate([first.points, second.points]),
        names=first.names + second.names,
    )
