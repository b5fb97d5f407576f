"""What is done to a clip or picture before it is kept: cleaned, counted, made small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Developed:
    """A clip or picture as it is kept.

    Args:
        data: Its bytes without what others wrote beside the picture.
        media_type: IANA media type.
        frames: Counted in itself; 1 for a picture.
        thumbnail: A small JPEG, or empty.
        proxy: A light MP4 for viewing, or empty where the thing itself is light.
        probe: What it is, in one line (``h264 1280x720 24 fps``).
    """

    data: bytes
    media_type: str
    frames: int
    thumbnail: bytes
    proxy: bytes
    probe: str


class Darkroom(Protocol):
    """Develops what a provider delivered."""

    def develop(self, data: bytes, media_type: str) -> Developed:
        """Clean, count and make small.

        Raises:
            AnswerUnreadable: It is no picture or clip.
        """
