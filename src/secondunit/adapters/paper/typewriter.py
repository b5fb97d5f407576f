"""The typewriter face of printed scripts: Courier Prime, twelve points, ten characters to the inch.

The face ships with the package in its four styles and is embedded as a subset. A character that it
lacks is set in a face that whoever prints brings along, or in the faces of ``typeface``, squeezed
into its cell, so rows stay in column; one that no face has becomes an empty box.

Lyrics are in the slanted face under a name of its own, so that whoever reads the print can tell
them from dialogue that is only slanted.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import as_file, files
from io import BytesIO
from typing import Any

from secondunit.adapters.paper.typeface import BOLD, REGULAR, require_faces, split_runs, unprintable
from secondunit.core.errors import InputError

SIZE = 12.0
"""Points."""

CELL = 7.2
"""Points from character to character."""

_NARROWEST = 0.62  # share of its width to which a letter is squeezed; wider ones are made smaller

BOX = "\u25af"
"""What stands for a character that no face has."""

LYRIC = "Lyric"
"""In the names of the faces of lyrics."""

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
    for (_, italic), name in _FILES.items():
        with as_file(files("secondunit") / "data" / "fonts" / f"{name}.ttf") as path:
            fonts[name] = TTFont(name, str(path))
            if italic:
                sung = fonts[name + LYRIC] = TTFont(name + LYRIC, str(path))
                sung.face.name = (name + LYRIC).encode()
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return fonts


class Typewriter:
    """Types rows of words.

    Args:
        face: A TrueType font for what Courier Prime lacks, or None.

    Raises:
        InputError: It is no font of that kind.
    """

    def __init__(self, face: bytes | None = None) -> None:
        self._own = _own_face(face) if face is not None else None

    def type_text(
        self,
        canvas: Any,
        text: str,
        at: tuple[float, float],
        *,
        bold: bool = False,
        italic: bool = False,
        lyric: bool = False,
    ) -> None:
        """Type words on a page, a character to a cell.

        Args:
            canvas: Of the PDF library.
            text: The words, on one row.
            at: Left edge and base line in points from the lower left corner of the page.
            bold: In bold letters.
            italic: In slanted letters.
            lyric: In the slanted letters of lyrics.
        """
        x, y = at
        font = f"{_FILES[bold, True]}{LYRIC}" if lyric else _FILES[bold, italic]
        glyphs = require_typewriter()[font].face.charToGlyph
        start = 0
        for index, char in enumerate(text):
            if ord(char) in glyphs:
                continue
            _type_plain(canvas, text[start:index], (x + CELL * start, y), font)
            self._type_strange(canvas, char, (x + CELL * index, y), bold=bold)
            start = index + 1
        _type_plain(canvas, text[start:], (x + CELL * start, y), font)

    def missing(self, text: str) -> set[str]:
        """The characters of a text that no face has."""
        return unprintable("".join(char for char in set(text) if not self._has(char)))

    def borrowed(self, text: str) -> set[str]:
        """The characters of a text that only a face of the PDF's reader can show."""
        faces = {*require_typewriter(), REGULAR, BOLD}
        strange = (char for char in set(text) if not char.isascii() and not unprintable(char))
        return {
            char
            for char in strange
            if not self._has(char)
            and any(run.font not in faces for run in split_runs(char, bold=False))
        }

    def _has(self, char: str) -> bool:
        """Whether it is in a face that is embedded for typing."""
        plain = require_typewriter()[_FILES[False, False]]
        return any(
            ord(char) in font.face.charToGlyph for font in (plain, self._own) if font is not None
        )

    def _type_strange(self, canvas: Any, char: str, at: tuple[float, float], *, bold: bool) -> None:
        if char.isspace():
            return
        if self._own is not None and ord(char) in self._own.face.charToGlyph:
            _squeeze(canvas, char, at, self._own)
            return
        fonts = require_faces()
        char = BOX if unprintable(char) else char
        for run in split_runs(char, bold=bold):
            _squeeze(canvas, run.text, at, fonts[run.font])


def _own_face(data: bytes) -> Any:
    """A font brought along, known to the PDF library.

    Raises:
        InputError: The PDF library cannot embed it.
    """
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    try:
        font = TTFont(f"Own-{sha256(data).hexdigest()[:12]}", BytesIO(data))
    except (TTFError, ValueError, KeyError, IndexError, AssertionError) as error:
        raise InputError(
            f"the font cannot be embedded ({error})",
            remedy="Give a TrueType font (.ttf or .ttc with outlines of its own, not CFF).",
        ) from error
    pdfmetrics.registerFont(font)
    return font


def _type_plain(canvas: Any, text: str, at: tuple[float, float], font: str) -> None:
    if text.strip():
        canvas.setFont(font, SIZE)
        canvas.drawString(*at, text)


def _squeeze(canvas: Any, text: str, at: tuple[float, float], font: Any) -> None:
    """Words of another face in one cell."""
    width = font.stringWidth(text, SIZE)
    fits = min(1.0, CELL / width) if width else 1.0
    size = SIZE if fits > _NARROWEST else SIZE * fits
    words = canvas.beginText(at[0] + (CELL - width * fits) / 2, at[1])
    words.setFont(font.fontName, size)
    words.setHorizScale(100 * (fits if fits > _NARROWEST else 1.0))
    words.textOut(text)
    words.setHorizScale(100)
    canvas.drawText(words)
