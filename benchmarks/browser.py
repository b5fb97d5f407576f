"""Scripts as web pages, in the ways that sites show them, for a browser to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from secondunit.film.screenplay.model import Line, LineKind, Side

STYLES = {
    "plain": """
body { font: 12pt Courier, monospace; width: 6.2in; margin: 0 auto }
.heading { margin: 2em 0 0; text-transform: uppercase }
.action, .cue, .transition, .centered { margin: 1em 0 0 }
.cue { padding-left: 2.1in } .parenthetical { padding-left: 1.6in; margin: 0; width: 2.2in }
.dialogue { padding-left: 1in; margin: 0; width: 3.6in }
.transition { text-align: right } .centered { text-align: center }
""",
    "centred": """
body { font: 11pt/1.25 Courier, monospace; width: 6.4in; margin: 0 auto }
.heading { margin: 1.5em 0 0; font-weight: bold; text-transform: uppercase }
.action, .transition, .centered { margin: 1em 0 0 }
.cue { text-align: center; margin: 1em 0 0 }
.parenthetical { text-align: center; margin: 0 }
.dialogue { margin: 0 auto; width: 3.6in }
.transition { text-align: right } .centered { text-align: center }
""",
    "serif": """
body { font: 12pt/1.3 Georgia, serif; width: 6.2in; margin: 0 auto }
.heading { margin: 1.8em 0 0; font-weight: bold }
.action, .cue, .transition, .centered { margin: 0.9em 0 0 }
.cue { padding-left: 2in } .parenthetical { padding-left: 1.5in; margin: 0; width: 2.4in }
.dialogue { padding-left: 1in; margin: 0; width: 3.4in }
.transition { text-align: right } .centered { text-align: center }
""",
    "sans": """
@page { size: A4; margin: 18mm 22mm }
body { font: 11pt/1.4 Arial, sans-serif; margin: 0 }
.heading { margin: 2em 0 0; font-weight: bold; text-transform: uppercase }
.action, .cue, .transition, .centered { margin: 1em 0 0 }
.cue { padding-left: 38% } .parenthetical { padding-left: 30%; margin: 0; width: 30% }
.dialogue { padding-left: 20%; margin: 0; width: 55% }
.transition { text-align: right } .centered { text-align: center }
""",
    "underlined": """
@page { size: letter; margin: 1in }
body { font: 12pt/1 "Courier New", monospace; margin: 0 0 0 0.5in; width: 6in }
.heading { margin: 24pt 0 0; text-decoration: underline }
.action, .cue, .transition, .centered { margin: 12pt 0 0 }
.cue { padding-left: 22ch } .parenthetical { padding-left: 16ch; margin: 0; width: 20ch }
.dialogue { padding-left: 10ch; margin: 0; width: 35ch }
.transition { text-align: right } .centered { text-align: center }
""",
}
_DUAL = """
.dual { display: flex; gap: 1em } .dual > div { width: 48% } .dual .cue { text-align: left }
.dual .cue { padding-left: 0.9in } .dual .parenthetical { padding-left: 0.4in; width: auto }
.dual .parenthetical { text-align: left } .dual .dialogue { padding-left: 0; width: auto }
"""
_CLASSES = {
    LineKind.LYRIC: "dialogue",
    LineKind.ACT: "centered",
    LineKind.SHOT: "action",
    LineKind.GENERAL: "action",
}


def page_of(lines: Sequence[Line], style: str) -> str:
    """A script as one page of HTML.

    Args:
        lines: What is printed of it.
        style: One of ``STYLES``.
    """
    body = "\n".join(_blocks(lines))
    head = f"<meta charset=utf-8><title>A Script</title><style>{STYLES[style]}{_DUAL}</style>"
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def _blocks(lines: Sequence[Line]) -> Iterator[str]:
    for is_dual, group in groupby(lines, key=lambda line: line.side is not None):
        found = list(group)
        if not is_dual:
            yield from map(_paragraph, found)
            continue
        while found:
            left = list(_until(found, Side.RIGHT))
            right = _until(found[len(left) :], Side.LEFT)
            found = found[len(left) + len(right) :]
            columns = ("".join(map(_paragraph, column)) for column in (left, right))
            yield "<div class=dual>" + "".join(f"<div>{each}</div>" for each in columns) + "</div>"


def _until(lines: Sequence[Line], side: Side) -> list[Line]:
    """The lines before the first of a side."""
    end = next((index for index, line in enumerate(lines) if line.side is side), len(lines))
    return list(lines[:end])


def _paragraph(line: Line) -> str:
    text = f"{line.text} ({line.extension})" if line.extension else line.text
    name = _CLASSES.get(line.kind, line.kind.value)
    return f"<p class={name}>{escape(text).replace(chr(10), '<br>')}</p>"
