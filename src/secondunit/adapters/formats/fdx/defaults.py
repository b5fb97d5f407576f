"""How Final Draft sets its own types of paragraph where nobody has changed them.

Source: Final Draft's screenplay template on US Letter.
"""

from __future__ import annotations

from secondunit.film.screenplay.production_data import ParagraphType

FONT = "Courier Final Draft"
"""Final Draft's own typewriter letters."""

PLAIN_FONT = (
    ("AdornmentStyle", "0"),
    ("Background", "#FFFFFFFFFFFF"),
    ("Color", "#000000000000"),
    ("Font", FONT),
    ("RevisionID", "0"),
    ("Size", "12"),
    ("Style", ""),
)
"""Letters of every type that nobody has changed."""

_CAPITALS = "AllCaps"
_HIDDEN = "Italic+HiddenText"
_FULL = ("1.50", "7.50")
_OUTLINE = ("1.25", "7.50")

_TYPES: tuple[tuple[str, str, tuple[str, str], str, str, str], ...] = (
    # name, style, indents, points before, paginates as, what follows
    ("General", "", _FULL, "0", "General", "General"),
    ("Scene Heading", _CAPITALS, _FULL, "24", "Scene Heading", "Action"),
    ("Action", "", _FULL, "12", "Action", "Action"),
    ("Character", _CAPITALS, ("3.50", "7.25"), "12", "Character", "Dialogue"),
    ("Parenthetical", "", ("3.00", "5.50"), "0", "Parenthetical", "Dialogue"),
    ("Dialogue", "", ("2.50", "6.00"), "0", "Dialogue", "Action"),
    ("Transition", _CAPITALS, ("5.50", "7.10"), "12", "Transition", "Scene Heading"),
    ("Shot", _CAPITALS, _FULL, "12", "Scene Heading", "Action"),
    ("Cast List", _CAPITALS, _FULL, "0", "Action", "Action"),
    ("New Act", f"Underline+{_CAPITALS}", _FULL, "24", "Scene Heading", "Scene Heading"),
    ("End of Act", f"Underline+{_CAPITALS}", _FULL, "24", "Character", "New Act"),
    ("Lyrics", "Italic", ("2.50", "6.00"), "0", "Dialogue", "Action"),
    ("Note", _HIDDEN, _OUTLINE, "12", "General", "Action"),
    ("Outline Body", _HIDDEN, _OUTLINE, "12", "General", "Outline Body"),
    ("Outline 1", f"Bold+{_HIDDEN}", _OUTLINE, "12", "General", "Outline Body"),
    ("Outline 2", f"Bold+{_HIDDEN}", _OUTLINE, "12", "General", "Outline Body"),
    ("Outline 3", f"Bold+{_HIDDEN}", _OUTLINE, "12", "General", "Outline Body"),
    ("Outline 4", f"Bold+{_HIDDEN}", _OUTLINE, "12", "General", "Outline Body"),
)
_CENTERED = frozenset({"New Act", "End of Act"})
_HANGING = frozenset({"Parenthetical"})


def default_types() -> tuple[ParagraphType, ...]:
    """Final Draft's own types."""
    return tuple(
        ParagraphType(
            name=name,
            font=(*PLAIN_FONT[:-1], ("Style", style)),
            setting=(
                ("Alignment", _alignment(name)),
                ("FirstIndent", "-0.10" if name in _HANGING else "0.00"),
                ("Leading", "Regular"),
                ("LeftIndent", left),
                ("RightIndent", right),
                ("SpaceBefore", before),
                ("Spacing", "1"),
                ("StartsNewPage", "No"),
            ),
            behavior=(("PaginateAs", paginates_as), ("ReturnKey", follows), ("Shortcut", "")),
        )
        for name, style, (left, right), before, paginates_as, follows in _TYPES
    )


def _alignment(name: str) -> str:
    if name in _CENTERED:
        return "Center"
    return "Right" if name == "Transition" else "Left"
