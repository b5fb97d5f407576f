"""One picture for a camera that only turns: drawn wider than the frame, then seen through it.

A camera that turns about its eye sees one flat picture under a projective map. Source: Hartley and
Zisserman, Multiple View Geometry (2004), section 8.4, the homography of a rotating camera.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.lens import View
from secondunit.ports.renderer import Picture


def widened(view: View, margin: int) -> View:
    """A view with a margin of pixels all round."""
    window = replace(
        view.window, width=view.window.width + 2 * margin, height=view.window.height + 2 * margin
    )
    return replace(view, window=window)


def seen_through(picture: Picture, wide: View, view: View) -> Picture:
    """The open window of a view, taken from the picture of a wider one from the same eye."""
    from PIL import Image

    turn = _turn(wide, view)
    window = view.window
    seen = Image.fromarray(picture).transform(
        (window.width, window.height),
        Image.Transform.PERSPECTIVE,
        (turn / turn[2, 2]).ravel()[:8].tolist(),
        Image.Resampling.BICUBIC,
    )
    return np.asarray(seen)


def _turn(wide: View, view: View) -> NDArray[np.float64]:
    """``(3, 3)``: a view's window positions to the wider one's."""
    half = np.array([view.window.width, view.window.height]) / 2
    across, upward = view.right / view.focal_px, view.up / view.focal_px
    corner = view.forward - half[0] * across + half[1] * upward
    rays = np.stack([across, -upward, corner], axis=1)
    middle = np.array([wide.window.width, wide.window.height]) / 2
    onto = np.stack(
        [
            middle[0] * wide.forward + wide.focal_px * wide.right,
            middle[1] * wide.forward - wide.focal_px * wide.up,
            wide.forward,
        ]
    )
    found: NDArray[np.float64] = onto @ rays
    return found
