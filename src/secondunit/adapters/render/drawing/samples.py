"""What the rays of one picture meet: cast once, read by the picture and by every pass.

Each pixel is sampled at its centre; where parts meet, at four places more, which then stand for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.casting.rays import Hits
from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.casting.tracer import CORNERS, RAYS, Tracer
from secondunit.adapters.render.drawing.ink import NOTHING, edge_pixels
from secondunit.adapters.render.lens import View
from secondunit.adapters.render.mesh import Floats

NumberT = TypeVar("NumberT", np.int16, np.int32, np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """One picture's rays and what they met; n is height times width of the open window.

    Args:
        view: Who looks.
        tracer: Who found what is met.
        centre_rays: ``(n, 3)`` through the centres of pixels, row by row.
        centres: ``(n,)`` what those met.
        part: ``(h, w)`` part at each centre, or nothing.
        depth: ``(h, w)`` metres along the optical axis, infinite for nothing.
        plain: Pixels that their centre stands for.
        fine: ``(f,)`` pixels sampled at :data:`CORNERS`.
        fine_rays: ``(4 f, 3)`` through those, corner by corner.
        fine_hits: ``(4 f,)`` what those met.
    """

    view: View
    tracer: Tracer
    centre_rays: Floats
    centres: Hits
    part: NDArray[np.int16]
    depth: Floats
    plain: NDArray[np.intp]
    fine: NDArray[np.intp]
    fine_rays: Floats
    fine_hits: Hits

    def standing(self) -> tuple[Floats, Hits]:
        """All samples that stand for a pixel: ``plain``, then the fine ones corner by corner."""
        plain, many, few = self.plain, self.centres, self.fine_hits
        return np.concatenate([self.centre_rays[plain], self.fine_rays]), Hits(
            face=np.concatenate([many.face[plain], few.face]),
            distance=np.concatenate([many.distance[plain], few.distance]),
            u=np.concatenate([many.u[plain], few.u]),
            v=np.concatenate([many.v[plain], few.v]),
        )


def take_samples(scene: Scene, view: View, tracer: Tracer = RAYS) -> Samples:
    """What the open window of a view sees."""
    height, width = view.window.height, view.window.width
    x, y = _centres(height, width)
    rays = view.directions(x, y)
    hits = tracer.centres(scene, view, rays)
    part = part_of(scene, hits).reshape(height, width)
    edges = edge_pixels(part)
    fine = np.flatnonzero(edges)
    plain = np.flatnonzero(~edges)
    fine_x = np.concatenate([x[fine] + np.float32(dx) for dx, _ in CORNERS])
    fine_y = np.concatenate([y[fine] + np.float32(dy) for _, dy in CORNERS])
    fine_rays = view.directions(fine_x, fine_y)
    fine_hits = tracer.corners(scene, view, fine, fine_rays)
    return Samples(
        view=view,
        tracer=tracer,
        centre_rays=rays,
        centres=hits,
        part=part,
        depth=hits.distance.reshape(height, width),
        plain=plain,
        fine=fine,
        fine_rays=fine_rays,
        fine_hits=fine_hits,
    )


def part_of(scene: Scene, hits: Hits) -> NDArray[np.int16]:
    """The part of each hit, or nothing."""
    part = scene.part[hits.face]
    part[hits.face < 0] = NOTHING
    return part


def fine_grid(
    samples: Samples, centres: NDArray[NumberT], fine: NDArray[NumberT]
) -> NDArray[NumberT]:
    """``(2h, 2w)``: values of pixels doubled, and those of fine samples where they were taken.

    Args:
        samples: The samples.
        centres: ``(h, w)`` values at the centres.
        fine: ``(4 f,)`` values of the fine samples.
    """
    width = centres.shape[1]
    row, column = 2 * (samples.fine // width), 2 * (samples.fine % width)
    values = fine.reshape(len(CORNERS), -1)
    big = centres.repeat(2, axis=0).repeat(2, axis=1)
    for place, (dx, dy) in enumerate(CORNERS):
        big[row + int(dy > 0), column + int(dx > 0)] = values[place]
    return big


@lru_cache(maxsize=4)
def _centres(height: int, width: int) -> tuple[Floats, Floats]:
    row, column = np.mgrid[0:height, 0:width]
    return (
        (column.ravel() + 0.5).astype(np.float32),
        (row.ravel() + 0.5).astype(np.float32),
    )
