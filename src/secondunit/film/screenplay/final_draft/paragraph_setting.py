"""What a paragraph's type and its own attributes make of it, before a word of it is read."""

from __future__ import annotations

from dataclasses import dataclass

from secondunit.film.screenplay.final_draft.paragraph_types import (
    depth_of,
    kind_of,
    opens_page,
    type_of,
)
from secondunit.film.screenplay.final_draft.setting import (
    Style,
    column_width,
    left_edge,
    line_spacing,
)
from secondunit.film.screenplay.model import LineKind
from secondunit.film.screenplay.pages.sizes import usual_left, usual_space, usual_width

_ENDS = frozenset({"End of Act", "End Of Act"})
_UNEDGED = frozenset({LineKind.CENTERED, LineKind.TRANSITION})
_NEAR = 0.005  # inches within which an edge is where it usually is


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphSetting:
    """How a paragraph is set, each field as in ``Line``.

    Args:
        kind: What it is.
        rule: What says so, or "" where the file does itself.
        confidence: 0 to 1.
        depth: Level of a section.
        space_before: Blank lines above it, or None for the usual.
        width: Characters of a typed line, or None for the usual.
        spacing: Typed lines from one line to the next.
        left: Left edge in inches, or None for the usual.
        closes: True for an end of act.
        opens_page: True when a page begins with it.
        type_name: Its type where that says more than its kind, or "".
    """

    kind: LineKind
    rule: str
    confidence: float
    depth: int
    space_before: float | None
    width: int | None
    spacing: float
    left: float | None
    closes: bool
    opens_page: bool
    type_name: str


def set_paragraph(name: str, own: Style, element: Style, *, has_scenes: bool) -> ParagraphSetting:
    """Put together what is said of a paragraph.

    Args:
        name: Of its type.
        own: What it says itself.
        element: What the file says of its type.
        has_scenes: The file has paragraphs of the type Scene Heading.
    """
    kind, rule = kind_of(name, element, has_scenes=has_scenes)
    if kind is LineKind.ACTION and own.is_centered:
        kind, rule = LineKind.CENTERED, "fdx.alignment"
    width = column_width(own, element)
    left = None if kind in _UNEDGED else left_edge(own, element)
    before = element.space_before if own.space_before is None else own.space_before
    is_usual = before is None or before == usual_space(kind)
    depth = depth_of(name)
    return ParagraphSetting(
        kind=kind,
        rule=rule,
        confidence=0.5 if rule == "fdx.unknown-type" else 1.0,
        depth=depth if kind is LineKind.SECTION else 0,
        space_before=None if is_usual else before,
        width=None if width == usual_width(kind) else width,
        spacing=line_spacing(own, element),
        left=None if left is None or abs(left - usual_left(kind)) < _NEAR else left,
        closes=name in _ENDS,
        opens_page=opens_page(name, own, element),
        type_name="" if type_of(kind, depth) == name else name,
    )
