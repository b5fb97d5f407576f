"""Triangle meshes with smooth normals, and the few primitives that everything is built from.

A part is a run of faces that is shaded and inked as one: its number says which lines are drawn
against its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Point = Sequence[float] | NDArray[np.floating]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mesh:
    """Triangles of one part.

    Args:
        points: ``(n, 3)`` metres.
        normals: ``(n, 3)`` unit length, outwards.
        faces: ``(m, 3)`` indexes of points.
        material: Name of what it is made of (``cloth``, ``skin``...).
        part: Parts of the same name are inked as one.
    """

    points: Floats
    normals: Floats
    faces: NDArray[np.int32]
    material: str
    part: str


class Matter(NamedTuple):
    """What a primitive is made of, and which part it belongs to."""

    material: str
    part: str


def turned(mesh: Mesh, turn: NDArray[np.floating], shift: Point) -> Mesh:
    """A mesh turned by a 3x3 matrix (rows are the new axes' images) and moved."""
    matrix = np.asarray(turn, dtype=np.float32)
    return Mesh(
        points=mesh.points @ matrix + np.asarray(shift, dtype=np.float32),
        normals=mesh.normals @ matrix,
        faces=mesh.faces,
        material=mesh.material,
        part=mesh.part,
    )


def tube(
    path: Sequence[Point] | NDArray[np.floating],
    wide: Sequence[float],
    deep: Sequence[float] | None,
    side: Point,
    matter: Matter,
    *,
    sides: int = 20,
    round_ends: bool = True,
) -> Mesh:
    """A body of elliptical rings along a path.

    Args:
        path: Centres of the rings, at least two.
        wide: Half width of each ring along ``side``.
        deep: Half width across it; None for round rings.
        side: Direction of ``wide``, roughly across the path.
        matter: Material and part.
        sides: Points of a ring.
        round_ends: Close the ends with caps as round as the rings; else flat.
    """
    centres = np.asarray(path, dtype=np.float64)
    half = np.stack([np.asarray(wide), np.asarray(wide if deep is None else deep)], axis=1)
    tangent = np.gradient(centres, axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True) + 1e-12
    if round_ends:
        centres, half, tangent = _capped(centres, half.astype(np.float64), tangent)
    across = np.asarray(side, dtype=np.float64) - tangent * (tangent @ np.asarray(side))[:, None]
    across /= np.linalg.norm(across, axis=1, keepdims=True) + 1e-12
    other = np.cross(tangent, across)
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False)
    rings = (
        centres[:, None]
        + (half[:, :1] * np.cos(angle))[..., None] * across[:, None]
        + (half[:, 1:] * np.sin(angle))[..., None] * other[:, None]
    )
    return _skin(rings, centres, matter)


def ball(centre: Point, radii: Point, matter: Matter, *, sides: int = 20) -> Mesh:
    """An ellipsoid along the axes."""
    rings = sphere(sides // 2 + 2, sides)
    points = rings.reshape(-1, 3) * np.asarray(radii) + np.asarray(centre)
    normals = rings.reshape(-1, 3) / np.asarray(radii)
    return Mesh(
        points=points.astype(np.float32),
        normals=_unit(normals),
        faces=_grid_faces(rings.shape[0], sides),
        material=matter.material,
        part=matter.part,
    )


def sphere(rings: int, sides: int) -> NDArray[np.float64]:
    """Directions of a unit sphere, ``(rings, sides, 3)``, from the bottom up."""
    height = np.linspace(-np.pi / 2, np.pi / 2, rings)[:, None]
    angle = np.linspace(0, 2 * np.pi, sides, endpoint=False)[None]
    return np.stack(
        [
            np.cos(height) * np.sin(angle),
            np.broadcast_to(np.sin(height), (rings, sides)),
            np.cos(height) * np.cos(angle),
        ],
        axis=-1,
    )


def shell(points: NDArray[np.floating], matter: Matter) -> Mesh:
    """A closed skin over a ``(rings, sides, 3)`` grid that runs from the bottom up."""
    return _skin(np.asarray(points, dtype=np.float64), points.mean(axis=1), matter)


def block(
    centre: Point, size: Point, matter: Matter, turn: NDArray[np.floating] | None = None
) -> list[Mesh]:
    """A box: six flat faces, each a part of its own so that its edges are inked."""
    half = np.asarray(size, dtype=np.float64) / 2
    matrix = np.eye(3) if turn is None else np.asarray(turn)
    meshes = []
    for axis in range(3):
        u, v = np.roll(np.eye(3), -1, axis=0)[axis], np.roll(np.eye(3), -2, axis=0)[axis]
        for sign in (-1.0, 1.0):
            normal = np.eye(3)[axis] * sign
            square = [normal + a * u + b * v for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
            points = (np.array(square) * half) @ matrix + np.asarray(centre)
            meshes.append(
                Mesh(
                    points=points.astype(np.float32),
                    normals=np.tile(normal @ matrix, (4, 1)).astype(np.float32),
                    faces=np.array([[0, 1, 2], [0, 2, 3]], dtype=np.int32),
                    material=matter.material,
                    part=f"{matter.part}/{axis}{'-+'[sign > 0]}",
                )
            )
    return meshes


def _capped(
    centres: NDArray[np.float64], half: NDArray[np.float64], tangent: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    angle = np.radians([72.0, 48.0, 24.0])[:, None]
    start = centres[0] - tangent[0] * half[0].mean() * np.sin(angle)
    end = centres[-1] + tangent[-1] * half[-1].mean() * np.sin(angle[::-1])
    return (
        np.concatenate([start, centres, end]),
        np.concatenate([half[0] * np.cos(angle), half, half[-1] * np.cos(angle[::-1])]),
        np.concatenate([np.tile(tangent[0], (3, 1)), tangent, np.tile(tangent[-1], (3, 1))]),
    )


def _skin(rings: NDArray[np.float64], centres: NDArray[np.float64], matter: Matter) -> Mesh:
    """Points, normals and faces of a stack of rings, closed at both ends."""
    count, sides = rings.shape[:2]
    along = np.gradient(rings, axis=0)
    around = np.roll(rings, -1, axis=1) - np.roll(rings, 1, axis=1)
    normals = np.cross(around, along)
    inward = np.einsum("ijk,ijk->ij", normals, rings - centres[:, None]).sum() < 0
    normals = -normals if inward else normals
    ends = np.array([rings[0].mean(axis=0), rings[-1].mean(axis=0)])
    end_normals = np.array([centres[0] - centres[1], centres[-1] - centres[-2]])
    for row, pole in ((0, end_normals[0]), (-1, end_normals[1])):
        if np.ptp(rings[row], axis=0).max() < 1e-9:  # a ring that is a point has no normal
            normals[row] = pole
    bottom, top = count * sides, count * sides + 1
    index = np.arange(sides)
    last = (count - 1) * sides
    caps = np.concatenate(
        [
            np.stack([np.full(sides, bottom), (index + 1) % sides, index], axis=1),
            np.stack([np.full(sides, top), last + index, last + (index + 1) % sides], axis=1),
        ]
    )
    return Mesh(
        points=np.concatenate([rings.reshape(-1, 3), ends]).astype(np.float32),
        normals=_unit(np.concatenate([normals.reshape(-1, 3), end_normals])),
        faces=np.concatenate([_grid_faces(count, sides), caps.astype(np.int32)]),
        material=matter.material,
        part=matter.part,
    )


def _grid_faces(count: int, sides: int) -> NDArray[np.int32]:
    row, column = np.mgrid[0 : count - 1, 0:sides]
    here, right = row * sides + column, row * sides + (column + 1) % sides
    up, across = here + sides, right + sides
    quads = np.stack([here, right, across, here, across, up], axis=-1)
    return quads.reshape(-1, 3).astype(np.int32)


def _unit(vectors: NDArray[np.floating]) -> Floats:
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Floats = (vectors / (length + 1e-12)).astype(np.float32)
    return unit
