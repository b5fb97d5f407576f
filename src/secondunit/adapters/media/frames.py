"""The pictures of a clip as they are shown again: each once with its frames, in another size."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from secondunit.adapters.media.h264 import decode
from secondunit.ports.renderer import Picture

_SAME = 8
"""Most that a held picture's samples may differ after coding, of 255."""


def held(clip: bytes) -> Iterator[tuple[Picture, int]]:
    """The pictures of a clip in order, each with the frames it is held.

    A picture that coding alone has changed counts as held.

    Raises:
        InputError: It is no clip that can be decoded.
    """
    last: Picture | None = None
    count = 0
    for picture in decode(clip):
        if last is not None and _is_same(last, picture):
            count += 1
            continue
        if last is not None:
            yield last, count
        last, count = picture, 1
    if last is not None:
        yield last, count


def enlarged(clip: bytes, width: int, height: int) -> Iterator[tuple[Picture, int]]:
    """As ``held``, in another size.

    Args:
        clip: The clip.
        width: Pixels.
        height: Pixels.

    Raises:
        InputError: It is no clip that can be decoded.
    """
    from PIL import Image

    for picture, count in held(clip):
        big = Image.fromarray(picture).resize((width, height), Image.Resampling.BICUBIC)
        yield np.asarray(big), count


def _is_same(first: Picture, second: Picture) -> bool:
    return int(np.abs(first.astype(np.int16) - second).max()) <= _SAME
