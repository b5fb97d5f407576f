"""Ray casting: the nearest hit and the shadow of a scene of triangles.

embreex where it is installed; a tree of our own elsewhere (the same picture, several times slower).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.mesh import Floats

if TYPE_CHECKING:
    from secondunit.adapters.render.casting.bvh import Tree


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

    def cast(self, origins: Floats, directions: Floats, limit: Floats | None = None) -> Hits:
        """The nearest hit of each ray; hits beyond a limit may be left out."""

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


def later(make: Callable[[], Caster]) -> Caster:
    """A caster that is built when it is first asked: never, where another sees for it."""
    return _Later(make)


def make_slow_caster(points: Floats, faces: NDArray[np.int32]) -> Caster:
    """The caster of machines without embreex."""
    from secondunit.adapters.render.casting.bvh import Tree

    return _Plain(Tree(points, faces))


def layered(first: Caster, second: Caster, count: int) -> Caster:
    """Two casters as one: a triangle of the second is numbered after the first's ``count``."""
    if isinstance(second, _Void):
        return first
    return _Layers(first, second, np.int32(count))


class _Embree:
    """Batched queries: hit, distance and place on the triangle come from one call."""

    def __init__(self, scene: Any) -> None:
        self._scene = scene

    def cast(self, origins: Floats, directions: Floats, limit: Floats | None = None) -> Hits:
        within = None if limit is None else limit.copy()  # it comes back as the distances
        answer = self._scene.run(origins, directions, dists=within, output=True)
        face = answer["primID"]
        distance = answer["tfar"]
        distance[face < 0] = np.inf
        return Hits(face=face, distance=distance, u=answer["u"], v=answer["v"])

    def blocked(self, origins: Floats, directions: Floats) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self._scene.run(origins, directions, query="OCCLUDED") == 0
        return found


class _Later:
    """A caster not built yet."""

    def __init__(self, make: Callable[[], Caster]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Caster:
        return self._make()

    def cast(self, origins: Floats, directions: Floats, limit: Floats | None = None) -> Hits:
        return self._made.cast(origins, directions, limit)

    def blocked(self, origins: Floats, directions: Floats) -> NDArray[np.bool_]:
        return self._made.blocked(origins, directions)


class _Plain:
    """The caster of machines without embreex."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    def cast(self, origins: Floats, directions: Floats, limit: Floats | None = None) -> Hits:
        del limit
        face, place = self._tree.cast(origins, directions)
        where = place.astype(np.float32)
        distance = np.where(face < 0, np.float32(np.inf), where[:, 0])
        return Hits(face=face, distance=distance, u=where[:, 1], v=where[:, 2])

    def blocked(self, origins: Floats, directions: Floats) -> NDArray[np.bool_]:
        found: NDArray[np.bool_] = self._tree.cast(origins, directions)[0] >= 0
        return found


class _Layers:
    """Triangles in two trees."""

    def __init__(self, first: Caster, second: Caster, count: np.int32) -> None:
        self._first, self._second, self._count = first, second, count

    def cast(self, origins: Floats, directions: Floats, limit: Floats | None = None) -> Hits:
        found = self._first.cast(origins, directions, limit)
        other = self._second.cast(origins, directions, found.distance)
        nearer = np.flatnonzero(other.distance < found.distance)
        found.face[nearer] = other.face[nearer] + self._count
        found.distance[nearer] = other.distance[nearer]
        found.u[nearer], found.v[nearer] = other.u[nearer], other.v[nearer]
        return found

    def blocked(self, origins: Floats, directions: Floats) -> NDArray[np.bool_]:
        found = self._first.blocked(origins, directions)
        open_to_it = np.flatnonzero(~found)
        found[open_to_it] = self._second.blocked(origins[open_to_it], directions[open_to_it])
        return found


class _Void:
    """Nothing to hit."""

    def cast(self, origins: Floats, directions: Floats, limit: Floats | None = None) -> Hits:
        del directions, limit
        count = len(origins)
        nothing = np.zeros(count, dtype=np.float32)
        return Hits(
            face=np.full(count, -1, dtype=np.int32),
            distance=np.full(count, np.inf, dtype=np.float32),
            u=nothing,
            v=nothing,
        )

    def blocked(self, origins: Floats, directions: Floats) -> NDArray[np.bool_]:
        del directions
        return np.zeros(len(origins), dtype=np.bool_)
