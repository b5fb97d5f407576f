"""Ray casting: the nearest hit and the shadow of a scene of triangles.

embreex where it is installed; trimesh's own engine elsewhere (right, and slow: milliseconds a
ray).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.mesh import Floats

_NUDGE = np.float32(7e-3)
"""Metres a shadow ray starts off its surface: past the flats of a limb's facets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hits:
    """What rays meet first.

    Args:
        face: ``(n,)`` index of the triangle, -1 for nothing.
        distance: ``(n,)`` in lengths of the ray's direction; infinite for nothing.
        u: ``(n,)`` weight of the triangle's second corner.
        v: ``(n,)`` weight of its third corner.
    """

    face: NDArray[np.int32]
    distance: Floats
    u: Floats
    v: Floats


class Caster(Protocol):
    """Triangles that can be asked."""

    def cast(self, origins: Floats, directions: Floats) -> Hits:
        """The nearest hit of each ray."""

    def blocked(self, origins: Floats, directions: Floats) -> NDArray[np.bool_]:
        """True where anything lies along a ray."""


def make_caster(points: Floats, faces: NDArray[np.int32]) -> Caster:
    """The fastest caster this machine has."""
    if len(faces) == 0:
        return _Void()
    try:
        from embreex import rtcore_scene
        from embreex.mesh_construction import TriangleMesh
    except ImportError:
        return make_slow_caster(points, faces)
    scene = rtcore_scene.EmbreeScene()
    TriangleMesh(scene, np.ascontiguousarray(points), np.ascontiguousarray(faces))
    return _Embree(scene)


def make_slow_caster(points: Floats, faces: NDArray[np.int32]) -> Caster:
    """The caster of machines without embreex."""
    from trimesh import Trimesh
    from trimesh.ray.ray_triangle import RayMeshIntersector

    mesh = Trimesh(vertices=points, faces=faces, process=False)
    return _Plain(mesh.triangles.astype(np.float64), RayMeshIntersector(mesh))


def shadow_origins(points: Floats, normals: Floats) -> Floats:
    """Where shadow rays start: just off the surface."""
    return points + normals * _NUDGE


class _Embree:
    """Batched queries: hit, distance and place on the triangle come from one call."""

    def __init__(self, scene: Any) -> None:
        self._scene = scene

    def cast(self, origins: Floats, directions: Floats) -> Hits:
        answer = self._scene.run(origins, directions, output=True)
        face = answer["primID"]
        distance = answer["tfar"]
        distance[face < 0] = np.inf
        return Hits(face=face, distance=distance, u=answer["u"], v=answer["v"])

    def blocked(self, origins: Floats, directions: Floats) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self._scene.run(origins, directions, query="OCCLUDED") == 0
        return found


class _Plain:
    """One ray after another through a tree of boxes."""

    def __init__(self, triangles: NDArray[np.float64], engine: Any) -> None:
        self._triangles = triangles
        self._engine = engine

    def cast(self, origins: Floats, directions: Floats) -> Hits:
        count = len(origins)
        face = np.full(count, -1, dtype=np.int32)
        distance = np.full(count, np.inf, dtype=np.float32)
        u, v = np.zeros(count, dtype=np.float32), np.zeros(count, dtype=np.float32)
        found, ray, place = self._engine.intersects_id(
            origins, directions, multiple_hits=False, return_locations=True
        )
        face[ray] = found
        length = np.linalg.norm(directions[ray], axis=1)
        distance[ray] = np.linalg.norm(place - origins[ray], axis=1) / length
        corner = self._triangles[found]
        u[ray], v[ray] = _weights(corner, place)
        return Hits(face=face, distance=distance, u=u, v=v)

    def blocked(self, origins: Floats, directions: Floats) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self.cast(origins, directions).face >= 0
        return found


class _Void:
    """Nothing to hit."""

    def cast(self, origins: Floats, directions: Floats) -> Hits:
        del origins
        count = len(directions)
        nothing = np.zeros(count, dtype=np.float32)
        return Hits(
            face=np.full(count, -1, dtype=np.int32),
            distance=np.full(count, np.inf, dtype=np.float32),
            u=nothing,
            v=nothing,
        )

    def blocked(self, origins: Floats, directions: Floats) -> NDArray[np.bool_]:
        del origins
        return np.zeros(len(directions), dtype=np.bool_)


def _weights(corner: NDArray[np.float64], place: NDArray[np.float64]) -> tuple[Floats, Floats]:
    """Barycentric weights of the second and third corner."""
    first, second = corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]
    away = place - corner[:, 0]
    aa, bb = np.sum(first * first, axis=1), np.sum(second * second, axis=1)
    ab = np.sum(first * second, axis=1)
    a, b = np.sum(away * first, axis=1), np.sum(away * second, axis=1)
    area = aa * bb - ab * ab + 1e-18
    return (
        ((bb * a - ab * b) / area).astype(np.float32),
        ((aa * b - ab * a) / area).astype(np.float32),
    )
