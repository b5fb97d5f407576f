"""Evidence of scores, drawn on the take itself: where, what was expected, what came."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from secondunit.adapters.render.contact_sheet import typeface
from secondunit.film.generation.scoring.expected import ExpectedFrame, Shown
from secondunit.film.generation.scoring.model import Aspect, EvidenceMark, Score
from secondunit.ports.renderer import Picture

SCALE = 2
"""Overlays are drawn at twice the size that takes are scored at: their words are read."""
_BAND = 30
_PAPER, _INK = (246, 243, 236), (30, 28, 28)
_WRONG, _RIGHT, _LINES = (214, 48, 38), (46, 132, 74), (0, 200, 230)
_LINED = frozenset({Aspect.FRAMING, Aspect.POSE, Aspect.BLOCKING})
"""Aspects whose overlay shows the outlines as asked."""


class EvidenceArtist:
    """Draws overlays. The same evidence, the same bytes."""

    version = "evidence-1"

    def overlay(self, score: Score, asked: ExpectedFrame, shown: Shown) -> bytes:
        """A PNG of the frame with what was expected and what came marked on it."""
        from PIL import Image, ImageDraw

        height, width = shown.picture.shape[:2]
        picture = Image.fromarray(shown.picture).resize((width * SCALE, height * SCALE))
        if score.aspect in _LINED:
            picture = _lined(picture, asked)
        sheet = Image.new("RGB", (picture.width, picture.height + _BAND), _PAPER)
        sheet.paste(picture, (0, _BAND))
        pen = ImageDraw.Draw(sheet)
        wrong = bool(score.faults)
        pen.rectangle((0, 0, 12, _BAND), fill=_WRONG if wrong else _RIGHT)
        said = _fitted(f"{score.aspect.value.upper()}  {score.said}", sheet.width - 150, 16)
        pen.text((22, 5), said, font=typeface(16), fill=_INK)
        note = f"frame {shown.frame}"
        pen.text((sheet.width - 100, 5), note, font=typeface(16), fill=_INK)
        for mark in score.marks:
            if mark.frame == shown.frame:
                _drawn(pen, mark, (picture.width, picture.height))
        return _png(sheet)

    def strip(self, pictures: Sequence[Picture]) -> bytes:
        """A PNG of pictures side by side."""
        from PIL import Image

        if not pictures:
            return _png(Image.new("RGB", (16, 9), _PAPER))
        return _png(Image.fromarray(np.concatenate(list(pictures), axis=1)))


def _lined(picture: Any, asked: ExpectedFrame) -> Any:
    """The picture, dimmed, under the outlines of figures as they were asked."""
    from PIL import Image

    owner = asked.owner.repeat(SCALE, axis=0).repeat(SCALE, axis=1)
    line = _bounds(owner)
    pixels = np.asarray(picture).astype(np.float32) * 0.82
    pixels[line] = _LINES
    return Image.fromarray(pixels.astype(np.uint8))


def _bounds(owner: NDArray[np.int16]) -> NDArray[np.bool_]:
    """Two pixels wide where one figure ends; of a set alone, where its sky does."""
    line = np.zeros(owner.shape, dtype=np.bool_)
    down, across = owner[1:] != owner[:-1], owner[:, 1:] != owner[:, :-1]
    line[1:] |= down
    line[:-1] |= down
    line[:, 1:] |= across
    line[:, :-1] |= across
    return line


def _drawn(pen: Any, mark: EvidenceMark, size: tuple[int, int]) -> None:
    width, height = size
    left, top, right, bottom = mark.box
    box = (
        max(left * width - 3, 1), max(top * height - 3, 1) + _BAND,
        min(right * width + 3, width - 2), min(bottom * height + 3, height - 2) + _BAND,
    )  # fmt: skip
    colour = _WRONG if mark.wrong else _RIGHT
    whole = right - left > 0.98 and bottom - top > 0.98
    if not whole:
        pen.rectangle(box, outline=colour, width=3 if mark.wrong else 2)
    words = " → ".join(word for word in (mark.expected, mark.came) if word) if mark.wrong else ""
    chips = [each for each in (mark.expected_colour, mark.came_colour) if each is not None]
    if words or chips:
        _label(pen, words, chips, (box[0], box[3]), size)


def _label(
    pen: Any,
    words: str,
    chips: list[tuple[int, int, int]],
    at: tuple[float, float],
    size: tuple[int, int],
) -> None:
    """Words and colours, asked then came, under a box, kept within the picture."""
    words = _fitted(words, size[0] - 80, 14)
    wide = pen.textlength(words, font=typeface(14)) + 26 * len(chips) + 12
    x = min(max(at[0], 4), max(size[0] - wide - 4, 4))
    y = min(at[1] + 3, size[1] + _BAND - 26)
    pen.rectangle((x, y, x + wide, y + 22), fill=_PAPER, outline=_INK)
    for chip in chips:
        pen.rectangle((x + 4, y + 4, x + 24, y + 18), fill=chip, outline=_INK)
        x += 26
    pen.text((x + 6, y + 2), words, font=typeface(14), fill=_INK)


def _fitted(text: str, width: float, size: int) -> str:
    """The text cut to a width, with an ellipsis."""
    font = typeface(size)
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1].rstrip()
    return text + "…"


def _png(image: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=4)
    return out.getvalue()
