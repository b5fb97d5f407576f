"""Pictures of shots, from their specs alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from secondunit.film.shots.model import PanelRequest

Picture = NDArray[np.uint8]
"""``(height, width, 3)`` sRGB."""


class Renderer(Protocol):
    """Draws shots. The same request gives the same picture."""

    version: str

    def draw_panel(self, request: PanelRequest) -> Picture:
        """The shot as an inked storyboard panel, with arrows for its moves."""

    def draw_frames(self, request: PanelRequest, frames: int) -> Iterator[tuple[Picture, int]]:
        """The shot as pictures in order, each with the number of frames it is held.

        The counts add up to ``frames``; a static shot is one picture.
        """
