"""Burn-in: what a viewer of the animatic must know, in the matte under the picture."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np

from secondunit.film.cut.model import BurnIn
from secondunit.ports.renderer import Picture

_BAND = 0.062
"""Height of the band as a share of the frame."""
_DARK = (20, 19, 21)
_PALE, _MUTED, _FLAG = (240, 236, 226), (176, 172, 164), (240, 178, 72)
_FACES = {True: "DejaVuSansCondensed-Bold.ttf", False: "DejaVuSansCondensed.ttf"}


def burn(picture: Picture, fields: BurnIn, *, title: str = "", status: str = "") -> Picture:
    """A picture with its band: shot, framing and length, scene, title and status.

    Args:
        picture: ``(height, width, 3)``; not changed.
        fields: What is said of the shot.
        title: Of the production.
        status: ``PROPOSED``, or "" when it is approved.
    """
    from PIL import Image, ImageDraw

    height, width = picture.shape[:2]
    band = max(16, round(height * _BAND))
    page = Image.fromarray(picture)
    top = height - band
    under = page.crop((0, top, width, height))
    page.paste(Image.blend(under, Image.new("RGB", under.size, _DARK), 0.82), (0, top))
    pen = _Pen(ImageDraw.Draw(page), width, top + band / 2, round(band * 0.52))
    pen.left(fields.shot, _PALE, bold=True, room=0.16)
    pen.left(fields.framing, _PALE, bold=False, room=0.24)
    pen.left(fields.duration, _PALE, bold=False, room=0.10)
    if status:
        pen.right(status, _FLAG, bold=True, room=0.14)
    if title:
        pen.right(title, _MUTED, bold=False, room=0.22)
    pen.left(fields.scene, _MUTED, bold=False, room=1.0)
    return np.asarray(page)


class _Pen:
    """Sets texts from both ends of the band towards each other."""

    def __init__(self, draw: Any, width: int, middle: float, size: int) -> None:
        self._draw = draw
        self._width, self._middle, self._size = width, middle, size
        self._gap = size * 0.9
        self._from, self._to = self._gap, width - self._gap

    def left(self, text: str, colour: tuple[int, int, int], *, bold: bool, room: float) -> None:
        font = _font(self._size, bold=bold)
        shown = self._fitted(text, font, room)
        self._draw.text((self._from, self._middle), shown, font=font, fill=colour, anchor="lm")
        self._from += font.getlength(shown) + self._gap if shown else 0

    def right(self, text: str, colour: tuple[int, int, int], *, bold: bool, room: float) -> None:
        font = _font(self._size, bold=bold)
        shown = self._fitted(text, font, room)
        self._draw.text((self._to, self._middle), shown, font=font, fill=colour, anchor="rm")
        self._to -= font.getlength(shown) + self._gap if shown else 0

    def _fitted(self, text: str, font: Any, room: float) -> str:
        most = min(room * self._width, self._to - self._from)
        shown = _drawable(text)
        if font.getlength(shown) <= most:
            return shown
        while shown and font.getlength(shown + "…") > most:
            shown = shown[:-1].rstrip()
        return shown + "…" if shown else ""


def _drawable(text: str) -> str:
    """The text on one line, with codes for characters that the face has not."""
    if text.isascii():
        return " ".join(text.split())
    from secondunit.adapters.paper.typeface import REGULAR, require_faces

    glyphs = require_faces()[REGULAR].face.charToGlyph
    flat = " ".join(text.split())
    return "".join(char if ord(char) in glyphs else f"[U+{ord(char):04X}]" for char in flat)


@lru_cache(maxsize=8)
def _font(size: int, *, bold: bool) -> Any:
    from PIL import ImageFont

    source = files("secondunit") / "data" / "fonts" / _FACES[bold]
    with as_file(source) as path:
        return ImageFont.truetype(str(path), size)
