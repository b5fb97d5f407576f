"""Pictures and clips made by hand, all different, all clean."""

from __future__ import annotations

import io
from functools import cache

import numpy as np
from PIL import Image

from secondunit.adapters.media.h264 import H264Encoder
from secondunit.core.ids import Digest, digest_bytes
from secondunit.core.timecode import Rate

RATE = Rate(numerator=24)
SIZE = (320, 180)


@cache
def picture(shade: int) -> bytes:
    """A plain PNG."""
    out = io.BytesIO()
    Image.new("RGB", SIZE, (shade % 256, 140, 90)).save(out, "PNG")
    return out.getvalue()


@cache
def clip(frames: int = 48, shade: int = 90) -> bytes:
    """A plain clip at 24 frames a second."""
    plain = np.full((SIZE[1], SIZE[0], 3), shade, np.uint8)
    return H264Encoder().encode([(plain, frames)], RATE)


def named(*data: bytes) -> dict[Digest, bytes]:
    """Bytes by their digest."""
    return {digest_bytes(each): each for each in data}
