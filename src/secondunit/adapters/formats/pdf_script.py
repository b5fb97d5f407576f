"""Scripts printed to PDF: words with their places, read as columns. Never a guess at pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from secondunit.core.finding import Finding, Severity, blocking
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.columns import PageRow, read_pages
from secondunit.film.screenplay.heading import is_heading
from secondunit.film.screenplay.model import TitleField
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.ports.formats import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

WIDE_GAP = 14.0
"""Points between words from which they are set apart by two spaces: scene numbers, columns."""

GAP = 0.35
"""Share of a letter's width from which a gap between two is a space."""

TILT, TURN = 0.05, 6.2832
"""Radians: letters tilted further than the first are a watermark's; a full turn is upright."""

FEWEST_LETTERS = 20
"""Letters a page on average, below which a PDF is a picture of a script."""


class PdfScriptFormat:
    """Scripts in PDF with a text layer."""

    key = "pdf"
    suffixes = (".pdf",)

    def is_format(self, data: bytes) -> bool:
        """True when the bytes begin as a PDF does."""
        return data[:1024].lstrip().startswith(b"%PDF-")

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding."""
        import pypdfium2

        try:
            with pypdfium2.PdfDocument(data) as document:
                pages = [list(_rows(document[index], index + 1)) for index in range(len(document))]
        except pypdfium2.PdfiumError as error:
            return _refused(name, "screenplay.broken-pdf", f"cannot be opened ({error})")
        if sum(len(row.text) for rows in pages for row in rows) < FEWEST_LETTERS * len(pages):
            return _refused(name, "screenplay.no-text-layer", "has no text layer: it is a scan")
        title_page: tuple[TitleField, ...] = ()
        if pages and not any(is_heading(row.text.strip()) for row in pages[0]) and len(pages) > 1:
            title_page, pages = tuple(_title_page(pages[0])), pages[1:]
        raw = RawScript(
            name=name,
            title_page=title_page,
            lines=read_pages([row for rows in pages for row in rows]),
            source_format="pdf",
            source_digest=digest_bytes(data),
        )
        screenplay, findings = read_scenes(raw)
        return Reading(screenplay=None if blocking(findings) else screenplay, findings=findings)


FORMAT = PdfScriptFormat()


def _rows(page: PdfPage, number: int) -> Iterable[PageRow]:
    """Rows of a page from top to bottom: letters that share a base line, left to right."""
    height = page.get_height()
    rows: dict[int, list[tuple[float, float, str]]] = {}
    for letter, x, y, width in _letters(page):
        foot = round(height - y)
        key = next((near for near in (foot, foot - 1, foot + 1) if near in rows), foot)
        rows.setdefault(key, []).append((x, width, letter))
    for foot, found in sorted(rows.items()):
        found.sort()
        text, end, before = "", found[0][0], (-1.0, "")
        for x, width, letter in found:
            if letter == before[1] and x - before[0] < width / 4:
                continue  # bold set by striking twice
            gap = x - end
            text += "  " if gap > WIDE_GAP else " " if gap > width * GAP else ""
            text, end, before = text + letter, x + width, (x, letter)
        yield PageRow(page=number, left=found[0][0], right=end, top=float(foot), text=text)


def _letters(page: PdfPage) -> Iterable[tuple[str, float, float, float]]:
    """Each upright letter with the origin of its base line and its width, in points."""
    from ctypes import c_double

    from pypdfium2 import raw

    layer = page.get_textpage()
    try:
        x, y = c_double(), c_double()
        for index in range(layer.count_chars()):
            code = raw.FPDFText_GetUnicode(layer, index)
            letter = chr(code) if code else ""
            if not letter.strip() or raw.FPDFText_IsGenerated(layer, index) == 1:
                continue
            angle = raw.FPDFText_GetCharAngle(layer, index)
            if abs(angle) > TILT and abs(angle - TURN) > TILT:
                continue  # a watermark lies across the page
            raw.FPDFText_GetCharOrigin(layer, index, x, y)
            left, _, right, _ = layer.get_charbox(index, loose=True)
            yield letter, x.value, y.value, max(right - left, 1.0)
    finally:
        layer.close()


def _title_page(rows: Iterable[PageRow]) -> Iterable[TitleField]:
    key = "Title"
    for row in rows:
        text = " ".join(row.text.split())
        yield TitleField(key=key, value=text)
        credit = text.casefold().endswith("by")
        key = "Author" if credit else "Credit" if key == "Title" else "Contact"


def _refused(name: str, rule: str, message: str) -> Reading:
    finding = Finding(
        severity=Severity.ERROR,
        rule=rule,
        where=name,
        message=message,
        remedy="Give the script as Fountain or FDX, or print it to PDF from its own program.",
    )
    return Reading(screenplay=None, findings=(finding,))
