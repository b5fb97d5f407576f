"""Finished frames of shots, by a program outside the studio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from secondunit.film.shots.hq import HqRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class HqFrame:
    """A finished frame.

    Args:
        data: PNG without metadata, of the open window of the delivery aspect.
        maker: Program and version that made it.
    """

    data: bytes
    maker: str


class HqRenderer(Protocol):
    """Renders finished frames."""

    def render_frame(self, request: HqRequest) -> HqFrame:
        """The frame.

        Raises:
            InputError: The lens or the aspect is impossible.
            NotConfigured: The program is not installed.
            Unavailable: It took too long.
            AnswerUnreadable: It failed, or what it wrote is no picture of that size.
            StoreError: No file can be written for it.
        """
