"""Takes as they are looked at: decoded, cut to the open window, at the size of the expectation."""

from __future__ import annotations

import io
from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.media.h264 import H264Encoder, decode
from secondunit.core.errors import InputError
from secondunit.core.timecode import Rate
from secondunit.film.generation.scoring.expected import Expectation, Footage, Shown
from secondunit.ports.renderer import Picture

SMALL = (64, 36)
"""Width and height of the pictures by which every frame of a take is looked at."""
_LIKE = 0.02
"""Share by which width over height may differ to be the same shape."""
_MATTE = 30
"""Brightest of what is matte, of 255."""
_LUMA = np.array([0.2126, 0.7152, 0.0722])


class TakeProjector:
    """Reads clips and stills."""

    def project(self, data: bytes, media_type: str, asked: Expectation) -> Footage:
        """A take at the frames of an expectation, in its open window.

        Raises:
            InputError: It is no clip and no picture that can be read.
        """
        height, width = asked.frames[0].owner.shape
        wanted = {each.frame for each in asked.frames}
        later = {each.frame: each.frame + each.ahead for each in asked.frames if each.ahead}
        needed = wanted | set(later.values())
        small: list[Picture] = []
        kept: dict[int, Picture] = {}
        rows: NDArray[np.uint8] | None = None
        size, rate = (0, 0), _rate(data, media_type)
        for number, picture in enumerate(_pictures(data, media_type)):
            small.append(_resized(picture, *SMALL))
            if number == 0:
                size = (picture.shape[1], picture.shape[0])
                rows = np.asarray(picture @ _LUMA, dtype=np.uint8)
            if number in needed:
                kept[number] = _window(picture, asked, width, height)
        if rows is None:
            raise InputError("the take has no pictures", remedy="Order it again.")
        if media_type.startswith("image/"):
            kept = dict.fromkeys(
                sorted(wanted)[:1], kept.get(0, _window(picture, asked, width, height))
            )
            later = {}
        return Footage(
            frames=len(small),
            rate=rate,
            width=size[0],
            height=size[1],
            small=np.stack(small),
            shown=tuple(
                Shown(frame=frame, picture=kept[frame], later=kept.get(later.get(frame, -1)))
                for frame in sorted(wanted)
                if frame in kept
            ),
            rows=rows,
        )

    def still(self, data: bytes, media_type: str) -> bytes | None:
        """The picture in the middle of a take as JPEG; None where it cannot be read."""
        from PIL import Image

        try:
            pictures = list(_pictures(data, media_type))
        except InputError:
            return None
        if not pictures:
            return None
        out = io.BytesIO()
        Image.fromarray(pictures[len(pictures) // 2]).save(out, "JPEG", quality=88)
        return out.getvalue()

    def look_at(self, data: bytes, media_type: str) -> Picture:
        """One picture of a clip or a still, small, to hold others against.

        Raises:
            InputError: It is no clip and no picture that can be read.
        """
        for picture in _pictures(data, media_type):
            return _resized(picture, 480, max(round(480 * picture.shape[0] / picture.shape[1]), 16))
        raise InputError("the clip has no pictures", remedy="Give a clip or a picture.")


def _pictures(data: bytes, media_type: str) -> Iterator[Picture]:
    """The pictures of a take.

    Raises:
        InputError: It cannot be read.
    """
    if not media_type.startswith("image/"):
        yield from decode(data)
        return
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as opened:
            yield np.asarray(opened.convert("RGB"))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise InputError(
            f"the take is no picture that can be read: {error}", remedy="Order it again."
        ) from error


def _rate(data: bytes, media_type: str) -> Rate | None:
    if media_type.startswith("image/"):
        return None
    fraction: Fraction = H264Encoder().probe(data).rate.fraction
    return Rate(numerator=fraction.numerator, denominator=fraction.denominator)


def _window(picture: Picture, asked: Expectation, width: int, height: int) -> Picture:
    """The open window of a picture: all of it, what its matte leaves, or the middle."""
    rows, columns = picture.shape[:2]
    left, top, wide, high = asked.window
    shape = asked.aspect * wide / high
    if abs(columns / rows / shape - 1) <= _LIKE:
        return _resized(picture, width, height)
    if abs(columns / rows / asked.aspect - 1) <= _LIKE:
        box = (
            round(top * rows), round((top + high) * rows),
            round(left * columns), round((left + wide) * columns),
        )  # fmt: skip
        if _has_matte(picture, box):
            return _resized(picture[box[0] : box[1], box[2] : box[3]], width, height)
    across = min(columns, round(rows * shape))
    down = min(rows, round(columns / shape))
    x, y = (columns - across) // 2, (rows - down) // 2
    return _resized(picture[y : y + down, x : x + across], width, height)


def _has_matte(picture: Picture, box: tuple[int, int, int, int]) -> bool:
    """True when all outside the window is dark, or there is nothing outside it."""
    outside = np.ones(picture.shape[:2], dtype=np.bool_)
    outside[box[0] : box[1], box[2] : box[3]] = False
    return not outside.any() or float(np.median(picture[outside])) <= _MATTE


def _resized(picture: Picture, width: int, height: int) -> Picture:
    from PIL import Image

    image = Image.fromarray(np.ascontiguousarray(picture))
    return np.asarray(image.resize((width, height), Image.Resampling.BOX
        if width < picture.shape[1] else Image.Resampling.BICUBIC))  # fmt: skip
