"""Scripts out as PDF, in the layout of the industry. Equal scripts give equal bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import Any

from secondunit.adapters.paper.canvas import BLACK, Pen, open_canvas
from secondunit.adapters.paper.typewriter import CELL, Typewriter
from secondunit.core.finding import Finding, Severity
from secondunit.film.screenplay.model import PRINTED, LineKind, Paper, Screenplay
from secondunit.film.screenplay.printing.cover import print_cover
from secondunit.film.screenplay.printing.options import PrintOptions
from secondunit.film.screenplay.printing.pages import PrintPage, Words, print_pages
from secondunit.ports.formats import Written

_UNDER, _THROUGH, _WEIGHT = -1.8, 3.2, 0.6  # points from the base line, and how thick
_KEPT = "They stay in the script; write Fountain or FDX to pass them on."
_BRING_A_FACE = "Give a TrueType font that has them: --font FILE."
_KEPT_BACK = {
    LineKind.NOTE: "notes",
    LineKind.SECTION: "sections",
    LineKind.SYNOPSIS: "synopses",
    LineKind.BONEYARD: "passages that were taken out",
}


class PdfPrintFormat:
    """Scripts printed to PDF.

    Args:
        options: How they are printed.
        face: A TrueType font for letters that the typewriter lacks, or None.
    """

    key = "pdf"
    suffixes = (".pdf",)

    def __init__(self, options: PrintOptions | None = None, face: bytes | None = None) -> None:
        self._options = options or PrintOptions()
        self._typewriter = Typewriter(face)

    def write(self, script: Screenplay, source: bytes | None = None) -> Written:
        """Print a script; nothing of an earlier print is used.

        Args:
            script: The script.
            source: Ignored: a print is always made anew.
        """
        del source
        pages, paper = print_pages(script, self._options)
        covers = print_cover(script, paper) if self._options.cover else ()
        sheets = (*covers, *pages)
        data = _draw(sheets, paper, script.title, self._options.watermark, self._typewriter)
        return Written(data=data, losses=tuple(_losses(script, sheets, self._typewriter)))


FORMAT = PdfPrintFormat()


def _draw(
    pages: Sequence[PrintPage], paper: Paper, title: str, watermark: str, typewriter: Typewriter
) -> bytes:
    out = BytesIO()
    width, height = paper.width * 72, paper.height * 72
    canvas = open_canvas(out, (width, height), title, "")
    outline = 0
    for page in pages:
        if page.tint:
            Pen(canvas=canvas).wash(page.tint, width, height)
        if watermark:
            Pen(canvas=canvas).watermark(watermark, width, height)
        for words in page.words:
            if words.heading:
                outline += 1
                canvas.bookmarkPage(str(outline), fit="XYZ", top=height - words.foot + CELL)
                canvas.addOutlineEntry(" ".join(words.heading.split()), str(outline))
            _draw_words(canvas, words, height, typewriter)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_words(canvas: Any, words: Words, height: float, typewriter: Typewriter) -> None:
    y = height - words.foot
    cuts = sorted({0, len(words.text), *(at for e in words.emphasis for at in (e.start, e.end))})
    for start, end in pairwise(cuts):
        styles = {e.style for e in words.emphasis if e.start <= start and e.end >= end}
        text = words.text[start:end]
        text = text.upper() if "capitals" in styles and len(text.upper()) == len(text) else text
        left = words.left + CELL * start
        typewriter.type_text(
            canvas,
            text,
            (left, y),
            bold="bold" in styles,
            italic="italic" in styles,
            lyric="lyric" in styles,
        )
        for style, rise in (("underline", _UNDER), ("strikeout", _THROUGH)):
            if style in styles:
                Pen(canvas=canvas).line(left, left + CELL * (end - start), y + rise, _WEIGHT)
    Pen(canvas=canvas).ink(BLACK)


def _losses(
    script: Screenplay, pages: Sequence[PrintPage], typewriter: Typewriter
) -> Iterator[Finding]:
    """What a print does not show, one finding for each kind of thing."""
    counts = Counter(
        line.kind for line in script.lines if line.kind not in PRINTED and not line.shown
    )
    for kind, name in _KEPT_BACK.items():
        if counts[kind]:
            yield _loss("not-printed", f"{name}: {counts[kind]}, not printed")
    text = "".join(words.text for page in pages for words in page.words)
    if strange := typewriter.missing(text):
        listed = ", ".join(f"U+{ord(char):04X}" for char in sorted(strange))
        yield _loss(
            "no-letter",
            f"no typeface here has {listed}; an empty box stands for each",
            _BRING_A_FACE,
        )
    if lent := typewriter.borrowed(text):
        said = (
            f"{len(lent)} characters such as {min(lent)} show where the reader has a face for them"
        )
        yield _loss("borrowed-letter", said, _BRING_A_FACE)


def _loss(rule: str, message: str, remedy: str = _KEPT) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        rule=f"screenplay.{rule}",
        where="the print",
        message=message,
        remedy=remedy,
    )
