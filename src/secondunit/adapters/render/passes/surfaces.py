"""The loops over pixels, compiled: which way surfaces face, and where they move."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.compiled import compiled
from secondunit.adapters.render.light.tone import Skin
from secondunit.adapters.render.mesh import Floats

_NEAREST = 1e-3
"""Metres before the eye within which a moved point has no place in the frame."""


class Lens(NamedTuple):
    """A view as plain numbers.

    Args:
        eye: Position.
        axes: ``(3, 3)`` rows are right, up and forward.
        focal: Pixels of a slope of one.
        middle: x and y of the middle of the window, pixels.
    """

    eye: NDArray[np.float64]
    axes: NDArray[np.float64]
    focal: float
    middle: NDArray[np.float64]


class Met(NamedTuple):
    """Rays and what they met; see `secondunit.adapters.render.casting.rays.Hits`."""

    rays: Floats
    face: NDArray[np.int32]
    distance: Floats
    u: Floats
    v: Floats


@compiled
def face_camera(skin: Skin, met: Met, axes: Floats, normals: Floats) -> None:
    """Fill ``normals``: unit vectors to the right, up and towards the camera; zero for nothing.

    Args:
        skin: The scene.
        met: The samples.
        axes: ``(3, 3)`` rows are right, up and back of the camera.
        normals: ``(n, 3)``, filled.
    """
    for sample in range(len(met.face)):
        face = met.face[sample]
        if face < 0:
            normals[sample, 0] = normals[sample, 1] = normals[sample, 2] = 0.0
            continue
        if skin.smooth[skin.part[face]]:
            a, b, c = skin.faces[face]
            u, v = met.u[sample], met.v[sample]
            w = 1 - u - v
            x = skin.normals[a, 0] * w + skin.normals[b, 0] * u + skin.normals[c, 0] * v
            y = skin.normals[a, 1] * w + skin.normals[b, 1] * u + skin.normals[c, 1] * v
            z = skin.normals[a, 2] * w + skin.normals[b, 2] * u + skin.normals[c, 2] * v
            scale = 1 / (math.sqrt(x * x + y * y + z * z) + 1e-9)
            x, y, z = x * scale, y * scale, z * scale
        else:
            x, y, z = skin.flat[face, 0], skin.flat[face, 1], skin.flat[face, 2]
        way = met.rays[sample]
        if x * way[0] + y * way[1] + z * way[2] > 0:
            x, y, z = -x, -y, -z
        for axis in range(3):
            normals[sample, axis] = x * axes[axis, 0] + y * axes[axis, 1] + z * axes[axis, 2]


@compiled
def follow(
    met: Met,
    faces: NDArray[np.int32],
    before: Floats,
    after: Floats,
    now: Lens,
    then: Lens,
    width: int,
    flow: Floats,
) -> None:
    """Fill ``flow``: how far each pixel's surface moves in the frame, pixels right and down.

    Args:
        met: What the rays through the centres of pixels met, row by row.
        faces: Corners of each face.
        before: ``(n, 3)`` the corners' places now.
        after: Their places then.
        now: The view now.
        then: The view then.
        width: Pixels of a row.
        flow: ``(h * w, 2)``, filled.
    """
    for sample in range(len(met.face)):
        face = met.face[sample]
        away = np.empty(3)
        far = 1.0 if face < 0 else float(met.distance[sample])
        for axis in range(3):
            away[axis] = met.rays[sample, axis] * far
            if face >= 0:
                a, b, c = faces[face]
                u, v = met.u[sample], met.v[sample]
                moved = (
                    (after[a, axis] - before[a, axis]) * (1 - u - v)
                    + (after[b, axis] - before[b, axis]) * u
                    + (after[c, axis] - before[c, axis]) * v
                )
                away[axis] += now.eye[axis] + moved - then.eye[axis]
        across, rise, depth = 0.0, 0.0, 0.0
        for axis in range(3):
            across += away[axis] * then.axes[0, axis]
            rise += away[axis] * then.axes[1, axis]
            depth += away[axis] * then.axes[2, axis]
        if depth < _NEAREST:
            flow[sample, 0] = flow[sample, 1] = 0.0
            continue
        x = then.middle[0] + then.focal * across / depth
        y = then.middle[1] - then.focal * rise / depth
        flow[sample, 0] = x - (sample % width + 0.5)
        flow[sample, 1] = y - (sample // width + 0.5)
