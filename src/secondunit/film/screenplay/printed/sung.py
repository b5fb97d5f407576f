"""Telling lyrics from dialogue on paper.

Dialogue that is only in italics is as often in another language or heard through a wall; so italics
are lyrics where the letters are a face made for them, or where something says that they are sung.
"""

from __future__ import annotations

import re
from typing import Protocol

from secondunit.film.screenplay.model import LineKind

STYLE = "lyric"
"""Style of letters in a face made for lyrics."""

_NOTES = "♪♫♩♬"
_SINGING = re.compile(
    r"\b(?:sing(?:s|ing)?|sung|rap(?:s|ping)|chant(?:e|ent|ant|ons)|cant(?:a|an|ando|ado)|"
    r"sing(?:t|en|end)|♪)\b",
    re.IGNORECASE,
)


class _Row(Protocol):
    """A printed row."""

    @property
    def text(self) -> str: ...

    @property
    def styles(self) -> frozenset[str]: ...


class _Above(Protocol):
    """The paragraph before it."""

    kind: LineKind
    text: str


def is_lyric(row: _Row, above: _Above | None) -> tuple[str, float]:
    """The rule by which a row in the column of dialogue is sung, and how sure that is; 0 if not.

    Args:
        row: The row.
        above: The paragraph before it.
    """
    if STYLE in row.styles:
        return "pdf.lyric-face", 0.99
    if row.text.strip()[:1] in _NOTES:
        return "pdf.music-note", 0.9
    if "italic" not in row.styles or above is None:
        return "", 0.0
    if above.kind is LineKind.LYRIC:
        return "pdf.sung", 0.75
    says = above.kind in {LineKind.CUE, LineKind.PARENTHETICAL} and "(" in above.text
    return ("pdf.sung", 0.75) if says and _SINGING.search(above.text) else ("", 0.0)


def wraps(above: str, below: str, width: int) -> bool:
    """Whether a sung row goes on in the next: its first word had found no room.

    Args:
        above: The row.
        below: The next row.
        width: Characters that a row holds.
    """
    return len(above) + 1 + len(below.split(" ", 1)[0]) > width
