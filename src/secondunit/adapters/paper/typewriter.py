"""The typewriter face of printed scripts: Courier Prime, twelve points, ten characters to the inch.

The face ships with the package in its four styles and is embedded as a subset. A character that it
lacks is set in the faces of ``typeface``, squeezed into its cell, so rows stay in column; one
that no face has becomes an empty box.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import Any

from secondunit.adapters.paper.typeface import BOLD, REGULAR, require_faces, split_runs, unprintable

SIZE = 12.0
"""Points."""

CELL = 7.2
"""Points from character to character."""

_NARROWEST = 0.62  # share of its width to which a letter is squeezed; wider ones are made smaller

BOX = "\u25af"
"""What stands for a character that no face has."""

_FILES = {
    (False, False): "CourierPrime",
    (True, False): "CourierPrime-Bold",
    (False, True): "CourierPrime-Italic",
    (True, True): "CourierPrime-BoldItalic",
}


@cache
def require_typewriter() -> dict[str, Any]:
    """Register the faces with the PDF library, once; the fonts by name."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    fonts: dict[str, Any] = {}
    for name in _FILES.values():
        with as_file(files("secondunit") / "data" / "fonts" / f"{name}.ttf") as path:
            fonts[name] = TTFont(name, str(path))
        pdfmetrics.registerFont(fonts[name])
    return fonts


def type_text(canvas: Any, text: str, x: float, y: float, *, bold: bool, italic: bool) -> None:
    """Type words on a page, a character to a cell.

    Args:
        canvas: Of the PDF library.
        text: The words, on one row.
        x: Left edge in points.
        y: Base line in points from the foot of the page.
        bold: In bold letters.
        italic: In slanted letters.
    """
    font = _FILES[bold, italic]
    glyphs = require_typewriter()[font].face.charToGlyph
    start = 0
    for index, char in enumerate(text):
        if ord(char) in glyphs:
            continue
        _type_plain(canvas, text[start:index], (x + CELL * start, y), font)
        _type_strange(canvas, char, (x + CELL * index, y), bold=bold)
        start = index + 1
    _type_plain(canvas, text[start:], (x + CELL * start, y), font)


def missing(text: str) -> set[str]:
    """The characters of a text that no face has."""
    glyphs = require_typewriter()[_FILES[False, False]].face.charToGlyph
    strange = "".join(char for char in set(text) if ord(char) not in glyphs)
    return unprintable(strange)


def borrowed(text: str) -> set[str]:
    """The characters of a text that only a face of the PDF's reader can show."""
    faces = {*require_typewriter(), REGULAR, BOLD}
    strange = (char for char in set(text) if not char.isascii() and not unprintable(char))
    return {
        char
        for char in strange
        if ord(char) not in require_typewriter()[_FILES[False, False]].face.charToGlyph
        and any(run.font not in faces for run in split_runs(char, bold=False))
    }


def _type_plain(canvas: Any, text: str, at: tuple[float, float], font: str) -> None:
    if text.strip():
        canvas.setFont(font, SIZE)
        canvas.drawString(*at, text)


def _type_strange(canvas: Any, char: str, at: tuple[float, float], *, bold: bool) -> None:
    if char.isspace():
        return
    fonts = require_faces()
    char = BOX if unprintable(char) else char
    for run in split_runs(char, bold=bold):
        width = fonts[run.font].stringWidth(run.text, SIZE)
        fits = min(1.0, CELL / width) if width else 1.0
        size = SIZE if fits > _NARROWEST else SIZE * fits
        squeeze = fits if fits > _NARROWEST else 1.0
        words = canvas.beginText(at[0] + (CELL - width * fits) / 2, at[1])
        words.setFont(run.font, size)
        words.setHorizScale(100 * squeeze)
        words.textOut(run.text)
        words.setHorizScale(100)
        canvas.drawText(words)
