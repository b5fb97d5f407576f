"""How a paragraph is set on the page, from the attributes Final Draft's format gives it.

Source: FDX files and the pages Final Draft prints from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from secondunit.film.screenplay.model import Paper
from secondunit.film.screenplay.page import FEWEST_ROWS, ROWS

_CHARACTER_POINTS = 7.02
"""Width of a typed character as Final Draft prints it: 61 to six inches, 35 to three and a half."""

_LEAST, _MOST = 3.0, 40.0  # inches of paper beyond which a file is at fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paragraph is set, as far as the file says: its own words or its element's.

    Args:
        paginates_as: The type whose rules it follows.
        letters: Styles joined by ``+`` (``Underline+AllCaps``).
        space_before: Blank lines, or None.
        left: Indent of its left edge in inches, or None.
        right: Indent of its right edge in inches, or None.
        first: Further indent of its first line in inches.
        spacing: Lines from one line to the next, or None.
        opens_page: True, False, or None where the file does not say.
        is_centered: True when it is set in the middle.
    """

    paginates_as: str = ""
    letters: str = ""
    space_before: float | None = None
    left: float | None = None
    right: float | None = None
    first: float = 0.0
    spacing: float | None = None
    opens_page: bool | None = None
    is_centered: bool = False


_UNSAID = Style()
_SILENT = frozenset({"Type", "Number"})  # attributes that say nothing of the setting


def read_style(attributes: Mapping[str, str], letters: str = "", paginates_as: str = "") -> Style:
    """Read the attributes that set a paragraph.

    Args:
        attributes: Of a ``Paragraph`` or a ``ParagraphSpec``.
        letters: The ``Style`` of its ``FontSpec``.
        paginates_as: Of its ``Behavior``.
    """
    if not letters and not paginates_as and attributes.keys() <= _SILENT:
        return _UNSAID
    points = read_number(attributes.get("SpaceBefore", ""))
    opens = attributes.get("StartsNewPage", "").casefold()
    return Style(
        paginates_as=paginates_as,
        letters=letters,
        space_before=None if points is None else max(points, 0) / 12,
        left=read_number(attributes.get("LeftIndent", "")),
        right=read_number(attributes.get("RightIndent", "")),
        first=read_number(attributes.get("FirstIndent", "")) or 0.0,
        spacing=read_number(attributes.get("Spacing", "")),
        opens_page={"yes": True, "no": False}.get(opens),
        is_centered=attributes.get("Alignment") == "Center",
    )


def read_number(text: str) -> float | None:
    """A finite number, or None for anything else a file may say."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if isfinite(number) else None


def column_width(own: Style, element: Style) -> int | None:
    """Characters that a typed line of a paragraph holds, or None where no indents are given.

    Args:
        own: What the paragraph says.
        element: What its element says, where the paragraph is silent.
    """
    left = element.left if own.left is None else own.left
    right = element.right if own.right is None else own.right
    if left is None or right is None:
        return None
    first = min(element.first if own.left is None else own.first, 0.0)
    return max(int((right - left - first) * 72 / _CHARACTER_POINTS), 1)


def rows_a_page(layout: Mapping[str, str]) -> int:
    """Typed lines between the margins, six to the inch; those of US Letter where unsaid."""
    return max(int((_body(layout) + 1) / 12), FEWEST_ROWS)


def _body(layout: Mapping[str, str]) -> float:
    """Points between the margins; those of US Letter where unsaid."""
    height, top, bottom = (
        read_number(layout.get(key, "")) for key in ("Height", "TopMargin", "BottomMargin")
    )
    height = Paper().height if height is None else height
    if top is None or bottom is None:
        return ROWS * 12.0
    return min(max(height * 72 - top - bottom, FEWEST_ROWS * 12.0), ROWS * 24.0)


def read_paper(layout: Mapping[str, str]) -> Paper:
    """The paper and its margins, from the attributes of ``PageLayout`` and ``PageSize``."""
    usual = Paper()
    width, height, top = (
        read_number(layout.get(key, "")) for key in ("Width", "Height", "TopMargin")
    )
    return Paper(
        width=usual.width if width is None else min(max(width, _LEAST), _MOST),
        height=usual.height if height is None else min(max(height, _LEAST), _MOST),
        top=usual.top if top is None else min(max(top / 72, 0.0), _LEAST),
        rows=rows_a_page(layout),
        body=_body(layout) / 72,
    )


def left_edge(own: Style, element: Style) -> float | None:
    """Inches from the edge of the paper to a paragraph's first typed line, or None where unsaid."""
    left = element.left if own.left is None else own.left
    if left is None:
        return None
    return min(max(left + min(element.first if own.left is None else own.first, 0.0), 0.0), _MOST)
