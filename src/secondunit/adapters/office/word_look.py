"""How a screenplay looks in a word processor: its named styles, at the trade's indents.

Source: ECMA-376 part 1, 17.7; industry layout on US Letter (action at 1.5 inches from the edge,
dialogue at 2.5, parentheticals at 3, cues at 3.5, transitions to 7.5).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from secondunit.film.screenplay.model import LineKind

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
"""Name space of the words and their styles."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""First line of every part."""

TITLE = "Title Page "
"""Begins the names of the styles of the title page; its key follows."""

SECTIONS = 9
"""Levels of sections that have a style."""

STYLES: dict[LineKind, tuple[str, int, int, int, str]] = {
    LineKind.HEADING: ("Scene Heading", 0, 0, 480, "left"),
    LineKind.ACTION: ("Action", 0, 0, 240, "left"),
    LineKind.CUE: ("Character", 2880, 0, 240, "left"),
    LineKind.PARENTHETICAL: ("Parenthetical", 2160, 2880, 0, "left"),
    LineKind.DIALOGUE: ("Dialogue", 1440, 2160, 0, "left"),
    LineKind.LYRIC: ("Lyrics", 1440, 2160, 0, "left"),
    LineKind.TRANSITION: ("Transition", 5760, 0, 240, "right"),
    LineKind.SHOT: ("Shot", 0, 0, 240, "left"),
    LineKind.CENTERED: ("Centered", 0, 0, 240, "center"),
    LineKind.ACT: ("New Act", 0, 0, 480, "center"),
    LineKind.GENERAL: ("General", 0, 0, 0, "left"),
    LineKind.SECTION: ("Section", 0, 0, 240, "left"),
    LineKind.SYNOPSIS: ("Synopsis", 0, 0, 0, "left"),
    LineKind.NOTE: ("Note", 0, 0, 0, "left"),
    LineKind.BONEYARD: ("Boneyard", 0, 0, 0, "left"),
    LineKind.PAGE_BREAK: ("Page Break", 0, 0, 0, "left"),
}
"""Name, twips from the left and the right margin, twips before, side."""

AFTER_TITLE = "Page After Title"
"""Style of the paragraph that ends the title page."""

_UNPRINTED = frozenset({LineKind.SECTION, LineKind.SYNOPSIS, LineKind.NOTE, LineKind.BONEYARD})
_KEPT = frozenset({LineKind.HEADING, LineKind.CUE, LineKind.PARENTHETICAL})
_NUMBER_TAB = '<w:tabs><w:tab w:val="right" w:pos="9180"/></w:tabs>'
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    """Words as XML holds them, without the characters it cannot hold."""
    return escape(_ILLEGAL.sub(" ", text))


def style_id(name: str) -> str:
    """An id made of a name, in which every character has its own place."""
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}" for c in name if c != " ")


def write_styles(keys: Sequence[str]) -> str:
    """The part that holds the styles.

    Args:
        keys: Of the title page.
    """
    styles = [
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Courier New" '
        'w:hAnsi="Courier New" w:cs="Courier New"/><w:sz w:val="24"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="exact"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>",
        _style("Normal", "Normal", ""),
        _style(AFTER_TITLE, AFTER_TITLE, ""),
        '<w:style w:type="character" w:customStyle="1" w:styleId="SceneNumber">'
        '<w:name w:val="Scene Number"/></w:style>',
        '<w:style w:type="character" w:customStyle="1" w:styleId="LockedPage">'
        '<w:name w:val="Locked Page"/><w:rPr><w:vanish/></w:rPr></w:style>',
    ]
    for kind, (name, left, right, before, side) in STYLES.items():
        names = [name]
        if kind is LineKind.SECTION:
            names = [f"{name} {depth}" for depth in range(1, SECTIONS + 1)]
        look = "<w:vanish/>" if kind in _UNPRINTED else "<w:i/>" if kind is LineKind.LYRIC else ""
        run = f"<w:rPr>{look}</w:rPr>" if look else ""
        for each in names:
            styles.append(_style(each, each, _layout(kind, left, right, before, side), run))
    for key in dict.fromkeys(keys):
        style = f"{TITLE}{key}"
        side = "left" if key.casefold() in {"contact", "copyright", "notes"} else "center"
        look = f'<w:spacing w:before="240"/><w:jc w:val="{side}"/>'
        styles.append(_style(style_id(style), style, look))
    return f"{HEAD}<w:styles {WORD}>{''.join(styles)}</w:styles>"


def _layout(kind: LineKind, left: int, right: int, before: int, side: str) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if kind in _KEPT else ""
    if kind is LineKind.PAGE_BREAK:
        return '<w:pageBreakBefore/><w:spacing w:before="0" w:line="20" w:lineRule="exact"/>'
    tabs = _NUMBER_TAB if kind is LineKind.HEADING else ""
    return (
        f'{keep}{tabs}<w:spacing w:before="{before}"/>'
        f'<w:ind w:left="{left}" w:right="{right}"/><w:jc w:val="{side}"/>'
    )


def _style(identity: str, name: str, paragraph: str, run: str = "") -> str:
    is_default = ' w:default="1"' if name == "Normal" else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{is_default} w:styleId="{style_id(identity)}">'
        f'<w:name w:val="{safe(name)}"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>{run}</w:style>'
    )
