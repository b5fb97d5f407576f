"""A screenplay as one web page: nothing outside it is needed, and nothing in it can run.

It is set as a screenplay is: readable on a phone, printed on paper of the script's own size with
page breaks that keep cues with their speeches. Everything from the script is escaped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby, pairwise

from secondunit.core.finding import Finding, Severity
from secondunit.film.screenplay.model import (
    PRINTED,
    Emphasis,
    Line,
    LineKind,
    Scene,
    Screenplay,
    Side,
)
from secondunit.ports.formats import Written

_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_TAGS = {"bold": "b", "italic": "i", "underline": "u"}
_SPEECH = frozenset({LineKind.PARENTHETICAL, LineKind.DIALOGUE, LineKind.LYRIC})
_STYLE = """
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0; background: #e8e8e6; color: #111; line-height: 1.25;
  font: 16px/1.25 "Courier Prime", "Courier New", Courier, monospace; overflow-wrap: anywhere; }
main { max-width: 74ch; min-height: 100vh; margin: 0 auto; padding: 2rem 6ch; background: #fff; }
p { margin: 0; white-space: pre-wrap; }
section { position: relative; }
.cover { text-align: center; min-height: 60vh; padding: 12vh 0 4rem; break-after: page; }
.cover p { margin-bottom: 1.25rem; }
.cover .title { font-weight: bold; }
.cover .contact, .cover .copyright, .cover .notes { text-align: left; }
.heading { margin: 2.5em 0 0; font-size: 1em; font-weight: bold; break-after: avoid; }
.heading .number { position: absolute; font-weight: normal; }
.heading .left { left: -5ch; } .heading .right { right: -5ch; }
.omitted .heading { font-weight: normal; }
.action, .shot, .transition, .centered, .act, .lyric { margin-top: 1.25em; }
.general { margin-top: 0; }
.transition { text-align: right; }
.centered, .act { text-align: center; }
.speech { margin-top: 1.25em; break-inside: avoid; }
.speech p { margin-top: 0; }
.cue { margin-left: 20ch; break-after: avoid; }
.dialogue, .speech .lyric { margin-left: 10ch; max-width: 35ch; }
.parenthetical { margin-left: 15ch; max-width: 26ch; text-indent: -1ch; break-after: avoid; }
.lyric { font-style: italic; }
.dual { display: grid; grid-template-columns: 1fr 1fr; gap: 2ch; }
.dual .cue { margin-left: 6ch; } .dual .parenthetical { margin-left: 3ch; }
.dual .dialogue, .dual .lyric { margin-left: 0; }
hr { border: 0; border-top: 1px dashed #999; margin: 2em 0; break-after: page; }
@media screen and (max-width: 640px) {
  main { padding: 1rem 1.25rem; font-size: 15px; }
  .cue { margin-left: 30%; }
  .dialogue, .speech .lyric { margin-left: 10%; max-width: none; margin-right: 6%; }
  .parenthetical { margin-left: 20%; max-width: none; margin-right: 12%; }
  .heading .number { position: static; } .heading .right { display: none; }
  .heading .left::after { content: " "; }
  .dual { gap: 1ch; } .dual .cue, .dual .parenthetical { margin-left: 5%; }
}
@media (prefers-color-scheme: dark) and (not print) {
  body { background: #111; color: #e4e4e0; } main { background: #1b1b1b; }
}
@media print {
  body, main { background: none; color: #000; font-size: 12pt; line-height: 12pt; }
  main { max-width: none; min-height: 0; padding: 0 0.5in 0 1in; }
  hr { border: 0; margin: 0; }
  .heading { margin-top: 2em; } .heading, p { orphans: 2; widows: 2; }
  .action, .shot, .transition, .centered, .act, .speech { margin-top: 1em; }
  .heading .left { left: -0.75in; } .heading .right { right: -0.45in; }
}
"""


class ScriptHtmlWriter:
    """Scripts as self-contained web pages."""

    key = "html"
    suffixes = (".html", ".htm")

    def write(self, script: Screenplay, source: bytes | None = None) -> Written:
        """Write a script; what a page does not show is among the losses. Equal scripts give equal
        bytes."""
        del source
        return Written(data=_page(script).encode(), losses=_losses(script))


FORMAT = ScriptHtmlWriter()


def _page(script: Screenplay) -> str:
    paper = script.paper
    size = (
        f"@page {{ size: {paper.width}in {paper.height}in; margin: {paper.top}in 0.5in 1in; "
        '@top-right { content: counter(page) "."; padding-right: 0.5in; '
        'font: 12pt "Courier New", Courier, monospace; } } '
        "@page :first { @top-right { content: none; } }"
    )
    body = "".join([*_cover(script), *_lines(script.opening), *map(_scene, script.scenes)])
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(script.title)}</title>\n<style>{_STYLE}{size}</style>\n</head>\n"
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _cover(script: Screenplay) -> Iterator[str]:
    if not script.title_page:
        return
    yield '<header class="cover">\n'
    for field in script.title_page:
        name = re.sub(r"[^a-z]+", "-", field.key.casefold()).strip("-") or "field"
        yield f'<p class="{name}">{_safe(field.value)}</p>\n'
    yield "</header>\n"


def _scene(scene: Scene) -> str:
    kind = ' class="omitted"' if scene.omitted else ""
    return f'<section id="{_safe(scene.id)}"{kind}>\n{"".join(_lines(scene.lines))}</section>\n'


def _lines(lines: Sequence[Line]) -> Iterator[str]:
    """Lines in their blocks: speeches together, dual ones side by side."""
    shown = [line for line in lines if line.kind in PRINTED or line.kind is LineKind.PAGE_BREAK]
    for is_dual, group in groupby(shown, key=lambda line: line.side is not None):
        block = list(group)
        if is_dual:
            yield from _duals(block)
        else:
            yield from _speeches(block)


def _duals(lines: Sequence[Line]) -> Iterator[str]:
    starts = [
        0,
        *(
            index
            for index, (above, below) in enumerate(pairwise(lines), 1)
            if above.side is Side.RIGHT and below.side is Side.LEFT
        ),
    ]
    for start, end in pairwise([*starts, len(lines)]):
        columns = (
            "".join(map(_line, (line for line in lines[start:end] if line.side is side)))
            for side in Side
        )
        cells = "".join(f"<div>\n{column}</div>\n" for column in columns)
        yield f'<div class="speech dual">\n{cells}</div>\n'


def _speeches(lines: Sequence[Line]) -> Iterator[str]:
    is_open = False
    for line in lines:
        if line.kind is LineKind.CUE:
            yield '</div>\n<div class="speech">\n' if is_open else '<div class="speech">\n'
            is_open = True
        elif is_open and line.kind not in _SPEECH:
            yield "</div>\n"
            is_open = False
        yield _line(line)
    if is_open:
        yield "</div>\n"


def _line(line: Line) -> str:
    if line.kind is LineKind.PAGE_BREAK:
        return "<hr>\n"
    words = _styled(line.text, line.emphasis)
    if line.kind is LineKind.CUE and line.extension:
        words += _safe(f" ({line.extension})")
    if line.kind is LineKind.HEADING:
        number = _safe(line.number)
        left, right = (
            f'<span class="number {side}">{number}</span>' if number else ""
            for side in ("left", "right")
        )
        return f'<h2 class="heading" id="{_safe(line.id)}">{left}{words}{right}</h2>\n'
    return f'<p class="{line.kind.value}" id="{_safe(line.id)}">{words}</p>\n'


def _styled(text: str, emphasis: Sequence[Emphasis]) -> str:
    edges = sorted({0, len(text), *(e.start for e in emphasis), *(e.end for e in emphasis)})
    pieces = []
    for start, end in pairwise(edges):
        styles = {e.style for e in emphasis if e.start <= start and end <= e.end}
        words = _safe(text[start:end])
        for style, tag in _TAGS.items():
            words = f"<{tag}>{words}</{tag}>" if style in styles else words
        pieces.append(words)
    return "".join(pieces)


def _safe(text: str) -> str:
    return escape(_ILLEGAL.sub(" ", text))


def _losses(script: Screenplay) -> tuple[Finding, ...]:
    lines = [*script.opening, *(line for scene in script.scenes for line in scene.lines)]
    left_out = Counter(line.kind for line in lines if line.kind not in PRINTED)
    del left_out[LineKind.PAGE_BREAK]
    said = [(f"lost-{kind.value}", f"{kind.value} lines", n) for kind, n in left_out.items()]
    named = sum(bool(line.text) for line in lines if line.kind is LineKind.PAGE_BREAK)
    set_apart = sum(
        line.width is not None or line.spacing != 1.0 or line.space_before is not None
        for line in lines
        if line.kind in PRINTED
    )
    said += [("lost-page-number", "numbers of locked pages", named)] if named else []
    said += [("lost-setting", "width and spacing of paragraphs", set_apart)] if set_apart else []
    return tuple(
        Finding(
            severity=Severity.WARNING,
            rule=f"screenplay.{rule}",
            where="the script",
            message=f"HTML does not show {what}: {count} time{'s' if count > 1 else ''}",
            remedy="Keep the script in the format it came in beside this file.",
        )
        for rule, what, count in said
    )
