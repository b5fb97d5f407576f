"""The loop over pixels, compiled: where surfaces move."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.compiled import compiled
from secondunit.adapters.render.light.tone import Seen
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


@compiled
def follow(
    seen: Seen,
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
        seen: What the rays through the centres of pixels met, row by row.
        faces: Corners of each face.
        before: ``(n, 3)`` the corners' places now.
        after: Their places then.
        now: The view now.
        then: The view then.
        width: Pixels of a row.
        flow: ``(h * w, 2)``, filled.
    """
    for sample in range(len(seen.face)):
        face = seen.face[sample]
        away = np.empty(3)
        far = 1.0 if face < 0 else float(seen.distance[sample])
        for axis in range(3):
            away[axis] = seen.rays[sample, axis] * far
            if face >= 0:
                a, b, c = faces[face]
                u, v = seen.u[sample], seen.v[sample]
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
