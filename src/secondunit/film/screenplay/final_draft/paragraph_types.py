"""Final Draft's types of paragraph, and what they are in our words.

Source: FDX files of Final Draft 8 to 13 and of programs that write the format.
"""

from __future__ import annotations

from secondunit.film.screenplay.final_draft.setting import Style
from secondunit.film.screenplay.model import LineKind

KINDS = {
    "Scene Heading": LineKind.HEADING,
    "Action": LineKind.ACTION,
    "Character": LineKind.CUE,
    "Parenthetical": LineKind.PARENTHETICAL,
    "Dialogue": LineKind.DIALOGUE,
    "Transition": LineKind.TRANSITION,
    "Shot": LineKind.SHOT,
    "General": LineKind.GENERAL,
    "Cast List": LineKind.GENERAL,
    "New Act": LineKind.ACT,
    "End of Act": LineKind.ACT,
    "End Of Act": LineKind.ACT,
    "Cold Opening": LineKind.ACT,
    "Lyrics": LineKind.LYRIC,
    "Lyric": LineKind.LYRIC,
    "Singing": LineKind.LYRIC,
    "Outline 1": LineKind.SECTION,
    "Outline 2": LineKind.SECTION,
    "Outline 3": LineKind.SECTION,
    "Outline 4": LineKind.SECTION,
    "Outline Body": LineKind.SYNOPSIS,
    "Sequence": LineKind.SECTION,
    "Summary": LineKind.SYNOPSIS,
    "Note": LineKind.NOTE,
}
"""Final Draft's own types."""

_FIRST_OF_KIND = {kind: name for name, kind in reversed(KINDS.items())}
_OPENS_PAGE = frozenset({"New Act"})


def type_of(kind: LineKind, depth: int = 0) -> str:
    """What Final Draft calls a kind of line, "" where it has no such paragraph.

    Args:
        kind: Of the line.
        depth: Of a section, from 1.
    """
    if kind is LineKind.SECTION:
        return f"Outline {min(max(depth, 1), 4)}"
    return "Action" if kind is LineKind.CENTERED else _FIRST_OF_KIND.get(kind, "")


def kind_of(name: str, element: Style, *, has_scenes: bool = True) -> tuple[LineKind, str]:
    """What a type is, and the rule that says so where Final Draft does not itself.

    Of a type nobody has heard of, it is what the file says it paginates as; never dropped.

    Args:
        name: Of the type.
        element: How the file sets it.
        has_scenes: The script has paragraphs of the type Scene Heading: only those open scenes.
    """
    if known := KINDS.get(name):
        return known, ""
    if known := KINDS.get(element.paginates_as):
        if known is LineKind.HEADING and has_scenes:
            known = LineKind.SHOT
        return known, "fdx.paginate-as"
    return LineKind.GENERAL, "fdx.unknown-type"


def depth_of(name: str) -> int:
    """Level of a type of section, from 1."""
    return int(name[-1]) if name[-1:] in {"1", "2", "3", "4"} else 1


def opens_page(name: str, own: Style, element: Style) -> bool:
    """Whether a paragraph starts a page: as it says, else as its type says, else by custom."""
    for style in (own, element):
        if style.opens_page is not None:
            return style.opens_page
    return name in _OPENS_PAGE
