"""Moving pictures at exact rates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from secondunit.core.timecode import Rate
from secondunit.ports.renderer import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """What a clip is, counted and not believed.

    Args:
        frames: Pictures in it.
        rate: Its exact rate.
        width: Pixels.
        height: Pixels.
        codec: Short name (``h264``).
    """

    frames: int
    rate: Rate
    width: int
    height: int
    codec: str


class Encoder(Protocol):
    """Encodes H.264 in MP4, BT.709, constant rate."""

    version: str

    def encode(self, pictures: Iterable[tuple[Picture, int]], rate: Rate) -> bytes:
        """Encode pictures, each held for a number of frames.

        Raises:
            InputError: There are no frames, or the pictures differ in size.
        """

    def join(self, clips: Sequence[bytes], rate: Rate) -> bytes:
        """Join clips of this encoder end to end without encoding again.

        Raises:
            InputError: There are no clips.
        """

    def probe(self, clip: bytes) -> Probe:
        """Count the pictures of a clip, whatever its header says of them.

        Raises:
            InputError: It is no clip that can be decoded.
        """
