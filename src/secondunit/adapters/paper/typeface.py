"""The typeface of every PDF: DejaVu Sans Condensed, with standard CJK fonts behind it.

The face ships with the package and is embedded as a subset: Latin, Greek, Cyrillic and most
other alphabetic scripts print the same everywhere. Chinese, Japanese and Korean characters are
set in the fonts that PDF readers bring along (ISO 32000-1, 9.7.5.2), so they are not embedded.
What neither can print appears as ``[U+1F600]`` and is reported, never dropped.
Right-to-left scripts are printed, but not reordered or joined.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import Any, NamedTuple

REGULAR = "StudioSans"
BOLD = "StudioSans-Bold"
_FILES = {REGULAR: "DejaVuSansCondensed.ttf", BOLD: "DejaVuSansCondensed-Bold.ttf"}
_KANA, _HANGUL, _HAN = "HeiseiKakuGo-W5", "HYSMyeongJo-Medium", "STSong-Light"


class Run(NamedTuple):
    """Characters that one font prints."""

    font: str
    text: str


@cache
def require_faces() -> dict[str, Any]:
    """Register the fonts with the PDF library, once; the fonts by name."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFont

    fonts: dict[str, Any] = {}
    for name, stem in _FILES.items():
        with as_file(files("secondunit") / "data" / "fonts" / stem) as path:
            fonts[name] = TTFont(name, str(path))
    for name in (_KANA, _HANGUL, _HAN):
        fonts[name] = UnicodeCIDFont(name)
    for font in fonts.values():
        pdfmetrics.registerFont(font)
    return fonts


def printable(text: str) -> str:
    """The text as it will be printed: composed, and without characters no font has."""
    if text.isascii() and text.isprintable():
        return text
    glyphs = require_faces()[REGULAR].face.charToGlyph
    return "".join(_print(char, glyphs) for char in unicodedata.normalize("NFC", text))


def unprintable(text: str) -> set[str]:
    """The characters of a text that no font has."""
    if text.isascii():
        return set()
    glyphs = require_faces()[REGULAR].face.charToGlyph
    composed = unicodedata.normalize("NFC", text)
    return {char for char in composed if _print(char, glyphs).startswith("[U+")}


def split_runs(text: str, *, bold: bool) -> list[Run]:
    """Divide printable text by the font that has its characters."""
    face = BOLD if bold else REGULAR
    if text.isascii():
        return [Run(face, text)] if text else []
    glyphs = require_faces()[face].face.charToGlyph
    han = _KANA if any("\u3040" <= char <= "\u30ff" for char in text) else _HAN
    runs: list[Run] = []
    for char in text:
        font = face if ord(char) in glyphs else _cjk_font(char, han) or REGULAR
        if runs and runs[-1].font == font:
            runs[-1] = Run(font, runs[-1].text + char)
        else:
            runs.append(Run(font, char))
    return runs


@lru_cache(maxsize=65_536)
def unit_width(text: str, *, bold: bool) -> float:
    """The width of printable text set at one point."""
    fonts = require_faces()
    return float(
        sum(fonts[run.font].stringWidth(run.text, 1) for run in split_runs(text, bold=bold))
    )


def _print(char: str, glyphs: dict[int, int]) -> str:
    if char in "\t\u00a0\u2028\u2029\r":
        return " "
    if char != "\n" and unicodedata.category(char) in {"Cc", "Cf"}:
        return ""  # controls and invisible marks have no printed form to lose
    if char == "\n" or (ord(char) in glyphs and ord(char) <= 0xFFFF) or _cjk_font(char, _HAN):
        return char
    return f"[U+{ord(char):04X}]"


def _cjk_font(char: str, han: str) -> str:
    point = ord(char)
    if 0x3000 <= point <= 0x30FF or 0xFF00 <= point <= 0xFFEF:
        return _KANA if han == _KANA or 0x3040 <= point <= 0x30FF else han
    if 0xAC00 <= point <= 0xD7A3 or 0x1100 <= point <= 0x11FF or 0x3130 <= point <= 0x318F:
        return _HANGUL
    return han if 0x3400 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF else ""
