"""Develops what a provider delivered: cleaned, counted, with a thumbnail and a light copy."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from secondunit.adapters.media.h264 import H264Encoder, decode
from secondunit.core.errors import AnswerUnreadable, InputError
from secondunit.core.timecode import Rate
from secondunit.ports.darkroom import Developed
from secondunit.ports.renderer import Picture

THUMBNAIL_PX = 320
"""Width of a thumbnail."""

LIGHT_BYTES = 4_000_000
LIGHT_PX = 960
"""A clip of no more bytes and no more width is light enough to be its own proxy."""

REMEDY = "Order the take again; if it stays so, report the provider."

Clean = Callable[[bytes, str], bytes]
"""Takes away what is written beside the picture."""


class FilmDarkroom:
    """Counts frames in the clip itself, whatever its header says.

    Args:
        clean: Takes away what is written beside the picture.
    """

    def __init__(self, clean: Clean) -> None:
        self._clean = clean
        self._encoder = H264Encoder()

    def develop(self, data: bytes, media_type: str) -> Developed:
        """Clean, count and make small.

        Raises:
            AnswerUnreadable: It is no picture or clip.
        """
        kind = media_type.partition("/")[0]
        if kind not in {"image", "video"}:
            raise AnswerUnreadable(f"a take came as {media_type}", remedy=REMEDY)
        try:
            clean = self._clean(data, media_type)
            return (
                self._picture(clean, media_type)
                if kind == "image"
                else self._clip(clean, media_type)
            )
        except (InputError, OSError, ValueError) as error:
            raise AnswerUnreadable(
                f"a take came as {media_type} and cannot be read", remedy=REMEDY
            ) from error

    def _picture(self, data: bytes, media_type: str) -> Developed:
        from PIL import Image

        with Image.open(io.BytesIO(data)) as opened:
            opened.load()
            probe = f"{(opened.format or '').lower()} {opened.width}x{opened.height}"
            small = _thumbnail(opened)
        return Developed(
            data=data, media_type=media_type, frames=1, thumbnail=small, proxy=b"", probe=probe
        )

    def _clip(self, data: bytes, media_type: str) -> Developed:
        from PIL import Image

        found = self._encoder.probe(data)
        middle: Picture | None = None
        for index, picture in enumerate(decode(data)):
            middle = picture
            if index >= found.frames // 2:
                break
        if middle is None:
            raise InputError("the clip has no frames")
        heavy = len(data) > LIGHT_BYTES or found.width > LIGHT_PX
        return Developed(
            data=data,
            media_type=media_type,
            frames=found.frames,
            thumbnail=_thumbnail(Image.fromarray(middle)),
            proxy=self._light(data, found.rate) if heavy else b"",
            probe=f"{found.codec} {found.width}x{found.height} {found.rate.name} fps",
        )

    def _light(self, data: bytes, rate: Rate) -> bytes:
        import numpy as np
        from PIL import Image

        def smaller(picture: Picture) -> Picture:
            height, width = picture.shape[:2]
            scale = min(1.0, LIGHT_PX / width)
            size = (_even(width * scale), _even(height * scale))
            image = Image.fromarray(picture).resize(size, Image.Resampling.BOX)
            return np.asarray(image)

        return self._encoder.encode(((smaller(each), 1) for each in decode(data)), rate)


def _even(pixels: float) -> int:
    return max(2, round(pixels / 2) * 2)


def _thumbnail(image: Any) -> bytes:
    small = image.convert("RGB")
    small.thumbnail((THUMBNAIL_PX, THUMBNAIL_PX))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=80)
    return out.getvalue()
