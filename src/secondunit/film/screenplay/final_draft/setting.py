"""How a paragraph is set on the page, from the attributes Final Draft's format gives it.

Source: FDX files and the pages Final Draft prints from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from types import MappingProxyType

from secondunit.film.screenplay.model import Paper
from secondunit.film.screenplay.pages.page import FEWEST_ROWS, ROWS

_CHARACTER_POINTS = 7.02
"""Width of a typed character as Final Draft prints it: 61 to six inches, 35 to three and a half."""

_PRINTED_HIGHER = 1.15  # height of a line of printed letters over their size
_PRINTED_NARROWER = 1.1  # printed letters to a typed one, as fitted on lengths Final Draft stores
_USUAL_SIZE, _LEAST_SIZE = 12.0, 6.0  # points
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
        size: Size of its letters in points, or None.
        is_typed: True for letters of one width, as of a typewriter.
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
    size: float | None = None
    is_typed: bool = True


UNSAID = Style()
"""How a paragraph is set that says nothing of it."""

_SILENT = frozenset({"Type", "Number"})  # attributes that say nothing of the setting


def read_style(
    attributes: Mapping[str, str],
    font: Mapping[str, str] = MappingProxyType({}),
    paginates_as: str = "",
) -> Style:
    """Read the attributes that set a paragraph.

    Args:
        attributes: Of a ``Paragraph`` or a ``ParagraphSpec``.
        font: Of its ``FontSpec``.
        paginates_as: Of its ``Behavior``.
    """
    if not font and not paginates_as and _SILENT.issuperset(attributes):
        return UNSAID
    points = read_number(attributes.get("SpaceBefore", ""))
    opens = attributes.get("StartsNewPage", "").casefold()
    return Style(
        paginates_as=paginates_as,
        letters=font.get("Style", ""),
        space_before=None if points is None else max(points, 0) / 12,
        left=read_number(attributes.get("LeftIndent", "")),
        right=read_number(attributes.get("RightIndent", "")),
        first=read_number(attributes.get("FirstIndent", "")) or 0.0,
        spacing=read_number(attributes.get("Spacing", "")),
        opens_page={"yes": True, "no": False}.get(opens),
        is_centered=attributes.get("Alignment") == "Center",
        size=read_number(font.get("Size", "")),
        is_typed="courier" in font.get("Font", "courier").casefold(),
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
    character = _CHARACTER_POINTS if element.is_typed else _CHARACTER_POINTS / _PRINTED_NARROWER
    return max(int((right - left - first) * 72 / character), 1)


def rows_a_page(layout: Mapping[str, str]) -> int:
    """Typed lines between the margins, six to the inch; those of US Letter where unsaid.

    A running head that reaches below the upper margin pushes the text down.
    """
    pushed = max(_head(layout) - (read_number(layout.get("TopMargin", "")) or 0), 0)
    return max(int((_body(layout) - pushed + 1) / 12), FEWEST_ROWS)


def _head(layout: Mapping[str, str]) -> float:
    """Points from the edge of the paper to the foot of a running head of one line."""
    margin = read_number(layout.get("HeaderMargin", ""))
    return 0.0 if margin is None else min(margin, 72.0) + 12


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
        top=usual.top if top is None else min(max(top, _head(layout), 0.0) / 72, _LEAST),
        rows=rows_a_page(layout),
        body=_body(layout) / 72,
    )


def left_edge(own: Style, element: Style) -> float | None:
    """Inches from the edge of the paper to a paragraph's first typed line, or None where unsaid."""
    left = element.left if own.left is None else own.left
    if left is None:
        return None
    return min(max(left + min(element.first if own.left is None else own.first, 0.0), 0.0), _MOST)


def shows_outline(layout: Mapping[str, str]) -> bool:
    """Whether outline paragraphs are laid out, from the attributes of ``Outlines``.

    Source: ``Hidden`` in files of Final Draft 12, ``Paragraphs`` in those of 13.
    """
    return layout.get("Hidden") == "No" or layout.get("Paragraphs") == "Show"


def line_spacing(own: Style, element: Style) -> float:
    """Typed lines of 12 points from one line of a paragraph to the next.

    Source: Final Draft sets Courier of 10 points on lines of 10 points; the lines of Times and
    Arial are 1.15 times the size of the letters.
    """
    spacing = element.spacing if own.spacing is None else own.spacing
    size = min(max(element.size or _USUAL_SIZE, _LEAST_SIZE), 2 * _USUAL_SIZE)
    height = size if element.is_typed else size * _PRINTED_HIGHER
    return (spacing or 1.0) * height / _USUAL_SIZE
