"""The letters on a PDF's pages, with their places, as PDFium tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import addressof, c_double, c_float, create_string_buffer
from typing import TYPE_CHECKING, Any

from secondunit.film.screenplay.printed.letters import Letter

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

TILT, TURN = 0.05, 6.2832
"""Radians: letters tilted further than the first are a watermark's; a full turn is upright."""

FEW_PATHS = 20
"""Drawn shapes up to which a page without letters counts as empty, not as a picture."""

MOST_OBJECTS = 20_000
"""Objects of a page among which underlines and pictures are looked for."""

MOST_LETTERS = 20_000
"""Letters on a page; a typed one has 3,500 places."""

_HYPHEN = "\x02"  # how PDFium marks a hyphen at the end of a row
_THIN, _LONG = 2.0, 4.0  # points: a shape this thin and this long may be an underline
_UNDER = 4.5  # points below a base line within which it is one
_FAR = 15_000.0  # points: 14,400 is the largest page there is (ISO 32000-1, annex C)
_ITALIC = ("italic", "oblique")

_Rule = tuple[float, float, float]


class CrowdedError(Exception):
    """A page holds more letters than can be read on one."""


def read_letters(page: PdfPage) -> list[Letter]:
    """The upright letters of a page in the order of the file; what lies across it is left out.

    Raises:
        CrowdedError: There are more letters than a page holds.
    """
    left, bottom, right, top = page.get_bbox()
    turned = page.get_rotation() % 360
    letters = list(_letters(page, turned, left, top))
    if turned:
        return [_turn(letter, turned, right - left, top - bottom) for letter in letters]
    rules = [(x - left, end - left, top - y) for x, end, y in _rules(page)]
    return [_underlined(letter, rules) for letter in letters] if rules else letters


def is_picture(page: PdfPage) -> bool:
    """True for a page that shows something; asked of pages without letters."""
    from pypdfium2 import raw

    kinds = [
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page, index))
        for index in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS))
    ]
    shown = {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING}
    return bool(shown.intersection(kinds)) or len(kinds) > FEW_PATHS


def _letters(page: PdfPage, turned: int, left: float, top: float) -> Iterator[Letter]:
    """Upright letters, measured from a left edge and a top; a ligature is one of them.

    Raises:
        CrowdedError: There are more letters than a page holds.
    """
    from pypdfium2 import raw

    layer = page.get_textpage()
    try:
        x, y, box = c_double(), c_double(), raw.FS_RECTF()
        upright = turned * TURN / 360
        fonts: dict[int, tuple[str, ...]] = {}
        angle, home, drawn_by = 0.0, (0.0, 0.0), 0
        styles: tuple[str, ...] = ()
        last: Letter | None = None
        count = layer.count_chars()
        if count > MOST_LETTERS:
            raise CrowdedError
        for index in range(count):
            code = raw.FPDFText_GetUnicode(layer, index)
            text = chr(code) if 32 < code < 127 else _character(code)
            if not text or text.isspace():
                continue
            drawn = raw.FPDFText_GetTextObject(layer, index)
            if not drawn:
                continue  # put in by PDFium between words
            at = addressof(drawn.contents)
            raw.FPDFText_GetCharOrigin(layer, index, x, y)
            origin = x.value, y.value
            if not (abs(x.value) < _FAR and abs(y.value) < _FAR):
                continue  # no number, or nowhere near the paper
            if at != drawn_by:
                angle = raw.FPDFText_GetCharAngle(layer, index)
                styles = _styles(raw, drawn, fonts)
            if TILT < (angle + upright) % TURN < TURN - TILT:
                drawn_by = at
                continue
            raw.FPDFText_GetLooseCharBox(layer, index, box)
            if last is not None and at == drawn_by and origin == home:
                last = last._replace(text=last.text + text, width=box.right - home[0])
                continue
            if last is not None:
                yield last
            width = max(box.right - box.left, 1.0)
            height = box.top - box.bottom
            last = Letter(text, origin[0] - left, top - origin[1], width, height, styles)
            home, drawn_by = origin, at
        if last is not None:
            yield last
    finally:
        layer.close()


def _character(code: int) -> str:
    """The character of a code, or "" for what is none by itself."""
    if code == ord(_HYPHEN):
        return "-"
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else ""


def _styles(raw: Any, drawn: Any, fonts: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """What the font's name says of its letters (ISO 32000-1, 9.8)."""
    font = raw.FPDFTextObj_GetFont(drawn)
    if not font:
        return ()
    at = addressof(font.contents)
    if at not in fonts:
        name = create_string_buffer(256)
        raw.FPDFFont_GetBaseFontName(font, name, 256)
        said = name.value.decode("utf-8", "replace").casefold()
        italic = ("italic",) if any(word in said for word in _ITALIC) else ()
        lyric = ("lyric",) if "lyric" in said else ()
        fonts[at] = (("bold",) if "bold" in said else ()) + italic + lyric
    return fonts[at]


def _rules(page: PdfPage) -> Iterator[_Rule]:
    """Left edge, right edge and height of the thin lines on a page."""
    from pypdfium2 import raw

    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    for index in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        raw.FPDFPageObj_GetBounds(drawn, left, bottom, right, top)
        if top.value - bottom.value <= _THIN and right.value - left.value >= _LONG:
            yield left.value, right.value, top.value


def _underlined(letter: Letter, rules: Sequence[_Rule]) -> Letter:
    middle = letter.x + letter.width / 2
    is_ruled = any(
        left <= middle <= right and -_THIN / 2 <= height - letter.foot <= _UNDER
        for left, right, height in rules
    )
    return letter._replace(styles=(*letter.styles, "underline")) if is_ruled else letter


def _turn(letter: Letter, turned: int, width: float, height: float) -> Letter:
    """A letter of a page that is shown turned clockwise by 90, 180 or 270 degrees."""
    x, foot = letter.x, letter.foot
    places = {90: (height - foot, x), 180: (width - x, height - foot), 270: (foot, width - x)}
    x, foot = places.get(turned, (x, foot))
    if turned == 180:
        return letter._replace(x=x, foot=foot)
    return letter._replace(x=x, foot=foot, width=letter.height, height=letter.width)
