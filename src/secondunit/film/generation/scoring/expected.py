"""What a shot should look like at some of its frames, and what a take shows there.

Both are of the open window of the frame, at one size, so that pixel stands on pixel.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondunit.core.timecode import Frames, Rate
from secondunit.film.shots.model import PanelRequest

Picture = NDArray[np.uint8]
"""``(h, w, 3)`` sRGB."""
Floats = NDArray[np.float32]
SET, NOTHING = -1, -2
"""Owners that are no figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of what is seen: one material of one piece of a body, or of the set.

    Args:
        owner: Place among the figures, ``SET`` or ``NOTHING``.
        region: What it is (``torso``, ``arms``, ``hair``, ``skin``); of the set its material.
    """

    owner: int
    region: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A person's keypoints in a frame.

    Args:
        figure: Place among the figures.
        places: ``(18, 2)`` pixels, in OpenPose's COCO order.
        visible: ``(18,)`` True where nothing stands before the joint and it is in the frame.
        height: Of the person as it would be seen standing, pixels.
    """

    figure: int
    places: NDArray[np.float64]
    visible: NDArray[np.bool_]
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedFrame:
    """One frame as it was ordered.

    Args:
        frame: The frame, from 0.
        picture: Lit as asked, without a line.
        part: ``(h, w)`` places among the parts of the expectation; what is behind all is one too.
        owner: ``(h, w)`` places among the figures, ``SET`` or ``NOTHING``.
        depth: ``(h, w)`` metres along the optical axis, infinite for nothing.
        flow: ``(h, w, 2)`` pixels right and down to the frame that is ``ahead`` later.
        ahead: Frames; 0 where nothing follows.
        people: Who is seen.
        focal_px: Pixels of a slope of one.
    """

    frame: int
    picture: Picture
    part: NDArray[np.int16]
    owner: NDArray[np.int16]
    depth: Floats
    flow: Floats
    ahead: int
    people: tuple[Seen, ...]
    focal_px: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """A shot as it was ordered, at some frames.

    Args:
        names: Its figures, as pictures may call them.
        parts: What is seen of it.
        frames: The frames.
        duration: Of the shot.
        rate: Of the shot.
        window: Left, top, width and height of the open window, as shares of the frame.
        aspect: Width over height of the frame, matte included.
        moves: True where something moves in it.
        version: Of what made it.
    """

    names: tuple[str, ...]
    parts: tuple[Part, ...]
    frames: tuple[ExpectedFrame, ...]
    duration: Frames
    rate: Rate
    window: tuple[float, float, float, float]
    aspect: float
    moves: bool
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectRequest:
    """What is asked for of a shot.

    Args:
        panel: The shot as the renderer sees it.
        duration: Frames.
        rate: Frame rate.
        labels: What figures may be called.
        frames: The frames that are looked at.
    """

    panel: PanelRequest
    duration: Frames
    rate: Rate
    labels: tuple[str, ...]
    frames: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A frame of a take, in the open window.

    Args:
        frame: The frame, from 0.
        picture: At the size of the expectation.
        later: The frame that is ``ahead`` later, or None.
    """

    frame: int
    picture: Picture
    later: Picture | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Footage:
    """A take as it came.

    Args:
        frames: Pictures in it.
        rate: Its rate; None of a single picture.
        width: Pixels.
        height: Pixels.
        small: ``(frames, 36, 64, 3)`` every picture, small.
        shown: The frames that are looked at closely.
        rows: ``(h, w)`` luma of the first of them at the take's own size, for banding.
    """

    frames: int
    rate: Rate | None
    width: int
    height: int
    small: NDArray[np.uint8]
    shown: tuple[Shown, ...]
    rows: NDArray[np.uint8]


def sampled(duration: int, *, moves: bool) -> tuple[int, ...]:
    """Frames of a shot that are looked at closely: the middle of each third, more of a move.

    >>> sampled(48, moves=False), sampled(48, moves=True), sampled(1, moves=False)
    ((8, 24, 40), (4, 14, 24, 33, 43), (0,))
    """
    count = min(5 if moves else 3, duration)
    return tuple(duration * (2 * place + 1) // (2 * count) for place in range(count))


AHEAD = 6
"""Frames between the two pictures of a motion: a quarter of a second shows a slow push."""
