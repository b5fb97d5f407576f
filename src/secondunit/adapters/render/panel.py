"""The studio's renderer: shots as inked storyboard panels and as moving previs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from secondunit.adapters.render.casting.tracer import RAYS, Tracer
from secondunit.adapters.render.drawing.arrows import draw_arrows
from secondunit.adapters.render.drawing.overscan import seen_through, widened
from secondunit.adapters.render.drawing.picture import draw
from secondunit.adapters.render.lens import View, make_view
from secondunit.adapters.render.staged.designed import Designs
from secondunit.adapters.render.staged.motion import camera_at, only_shakes, sway_pixels
from secondunit.adapters.render.staged.shot import Staged
from secondunit.core.errors import InputError
from secondunit.film.shots.model import PanelRequest
from secondunit.film.shots.panel import is_still
from secondunit.ports.renderer import Picture

VERSION = "previs-4"
ON_THREES = 3
"""Frames each picture of a move is held."""
WATCHES = 12
"""Frames after which those who stand turn their heads after those who walk."""
MATTE = (22, 21, 23)
"""sRGB outside the delivery aspect."""
FRAMES_A_SECOND = 24
"""Shake is timed by this; a shot's real rate changes it by less than the eye sees."""


class PanelRenderer:
    """Draws shots with ray-cast figures in simple sets. The same request, the same bytes.

    Args:
        designs: Where designers' models of sets come from; None draws every set from its pieces.
        tracer: Who finds what pixels see.
    """

    def __init__(self, designs: Designs | None = None, tracer: Tracer = RAYS) -> None:
        self._designs = designs
        self._tracer = tracer
        self.version = renderer_version(tracer)

    def draw_panel(self, request: PanelRequest) -> Picture:
        """The shot at its first key as an inked panel, with arrows for its moves.

        Raises:
            InputError: The frame, the lens or the aspect is impossible.
        """
        _require_frame(request)
        picture = _still(Staged(request, self._designs), request, self._tracer)
        view = make_view(request, request.camera[0])
        window = view.window
        open_part = picture[
            window.top : window.top + window.height, window.left : window.left + window.width
        ]
        open_part[:] = draw_arrows(open_part, view, request)
        return picture

    def draw_frames(self, request: PanelRequest, frames: int) -> Iterator[tuple[Picture, int]]:
        """The shot as pictures, each with the frames it is held; moves are drawn on threes.

        Raises:
            InputError: The frame, the lens or the aspect is impossible.
        """
        _require_frame(request)
        if frames <= 0:
            return
        if is_still(request):
            yield _still(Staged(request, self._designs), request, self._tracer), frames
            return
        draw_each = _hand_held if only_shakes(request) else _moving
        pictures = draw_each(Staged(request, self._designs), request, frames, self._tracer)
        for frame, picture in zip(range(0, frames, ON_THREES), pictures, strict=True):
            yield picture, min(ON_THREES, frames - frame)


def renderer_version(tracer: Tracer) -> str:
    """What made a picture, and what it saw with where that was not rays."""
    return "+".join(part for part in (VERSION, tracer.version) if part)


def _require_frame(request: PanelRequest) -> None:
    if not request.camera:
        raise InputError(f"shot {request.shot} has no camera", remedy="Give it one camera key.")
    if min(request.width, request.height) < 32 or max(request.width, request.height) > 8192:
        raise InputError(
            f"a frame of {request.width}x{request.height} cannot be drawn",
            remedy="Ask for 32 to 8192 pixels each way.",
        )


def _moving(
    staged: Staged, request: PanelRequest, frames: int, tracer: Tracer
) -> Iterator[Picture]:
    """A picture of every held frame of a move."""
    last = max(frames - 1, 1)
    for frame in range(0, frames, ON_THREES):
        share, watched = min(frame / last, 1.0), min(frame - frame % WATCHES, last) / last
        view = make_view(request, camera_at(request, share, frame / FRAMES_A_SECOND))
        scene = staged.scene(share, watched)
        yield _framed(request, view, draw(scene, staged.light(scene), view, tracer))


def _hand_held(
    staged: Staged, request: PanelRequest, frames: int, tracer: Tracer
) -> Iterator[Picture]:
    """Held frames of a shot in which the camera sways about its eye: drawn once, with overscan."""
    steady = make_view(request, request.camera[0])
    wide = widened(steady, sway_pixels(steady, request))
    scene = staged.scene()
    drawn = draw(scene, staged.light(scene), wide, tracer)
    for frame in range(0, frames, ON_THREES):
        view = make_view(request, camera_at(request, 0.0, frame / FRAMES_A_SECOND))
        yield _framed(request, view, seen_through(drawn, wide, view))


def _still(staged: Staged, request: PanelRequest, tracer: Tracer) -> Picture:
    """The shot at its first key."""
    view = make_view(request, request.camera[0])
    scene = staged.scene()
    return _framed(request, view, draw(scene, staged.light(scene), view, tracer))


def _framed(request: PanelRequest, view: View, drawn: Picture) -> Picture:
    """The whole frame: an open window in its matte."""
    picture = np.empty((request.height, request.width, 3), dtype=np.uint8)
    picture[:] = MATTE
    window = view.window
    picture[window.top : window.top + window.height, window.left : window.left + window.width] = (
        drawn
    )
    return picture
