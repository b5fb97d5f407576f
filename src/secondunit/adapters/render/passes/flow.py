"""Optical flow: where the surface seen in each pixel is one frame later."""

from __future__ import annotations

import numpy as np

from secondunit.adapters.render.casting.scene import Scene
from secondunit.adapters.render.lens import View
from secondunit.adapters.render.mesh import Floats
from secondunit.adapters.render.passes.moment import Moment, Stand, seen_by
from secondunit.adapters.render.passes.surfaces import Lens, follow

_STEPS = np.float32(1024)
"""Steps of a pixel that are told apart: what is finer is the rounding of rays, which compresses
badly and differs between makes of processor."""


def forward_flow(moment: Moment, after: Stand) -> Floats:
    """``(h, w, 2)`` pixels to the right and down, from a frame to the next.

    It comes from the depth, both cameras, and each triangle of a figure in both frames; it says
    where a surface goes, also where something comes before it meanwhile. What lies at no end turns
    with the camera. Where a figure changes its pose between the two, its triangles cannot be
    followed, and only the camera's part is told for it.

    Source: Baker et al. 2011, "A Database and Evaluation Methodology for Optical Flow", for the
    axes and units.
    """
    samples, before = moment.samples, moment.stand
    height, width = samples.part.shape
    flow = np.zeros((height * width, 2), dtype=np.float32)
    if after is before:
        return flow.reshape(height, width, 2)
    seen = seen_by(moment)
    start, end = before.scene.points, _same(before.scene, after.scene)
    follow(
        seen, before.scene.faces, start, end, _plain(before.view), _plain(after.view), width, flow
    )
    return np.round(flow * _STEPS).reshape(height, width, 2) / _STEPS


def _same(before: Scene, after: Scene) -> Floats:
    """The points of the first scene as they lie in the second."""
    alike = before.faces is after.faces or (
        before.points.shape == after.points.shape and np.array_equal(before.faces, after.faces)
    )
    return after.points if alike else before.points


def _plain(view: View) -> Lens:
    middle = np.array([view.window.width / 2, view.window.height / 2])
    axes = np.ascontiguousarray(np.stack([view.right, view.up, view.forward]))
    return Lens(np.ascontiguousarray(view.eye), axes, float(view.focal_px), middle)
