"""Scripts printed to PDF: words with their places, read as columns. Never a guess at pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.columns import PageRow
from secondunit.film.screenplay.cover import read_cover
from secondunit.film.screenplay.heading import is_heading, read_number
from secondunit.film.screenplay.printed import read_pages
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.ports.formats import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

LARGEST = 64 * 2**20
"""Bytes; a printed feature has one or two million."""

MOST_PAGES = 1500
"""A season of scripts in one file; what is longer is no script."""

WIDE_GAP = 14.0
"""Points between words from which they are runs of their own: scene numbers, columns, stars."""

GAP = 0.35
"""Share of a letter's width from which a gap between two is a space."""

TILT, TURN = 0.05, 6.2832
"""Radians: letters tilted further than the first are a watermark's; a full turn is upright."""

TALLEST = 1.8
"""Times the usual height above which a letter among many others belongs to a watermark."""

FEWEST_LETTERS = 20
"""Letters a page on average, below which a PDF is a picture of a script."""

COVER_PAGES = 3
"""Pages at the front among which title pages are looked for."""

_HYPHEN = "\x02"  # how PDFium marks a hyphen at the end of a row
_PRINT_AGAIN = "Give the script as Fountain or FDX, or print it to PDF from its own program."


@dataclass(frozen=True, slots=True)
class _Letter:
    """An upright letter: origin of its base line, width and height, in points."""

    text: str
    x: float
    y: float
    width: float
    height: float


class PdfScriptFormat:
    """Scripts in PDF with a text layer."""

    key = "pdf"
    suffixes = (".pdf",)

    def is_format(self, data: bytes) -> bool:
        """True when the bytes begin as a PDF does."""
        return data[:1024].lstrip().startswith(b"%PDF-")

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding."""
        if len(data) > LARGEST:
            size = f"{name} has {len(data) >> 20} MB; a printed script has at most {LARGEST >> 20}"
            return _refused(name, "too-large", size, _PRINT_AGAIN)
        pages = _read_pages(data, name)
        if isinstance(pages, Reading):
            return pages
        if sum(len(row.text) for rows in pages for row in rows) < FEWEST_LETTERS * len(pages):
            return _refused(
                name,
                "no-text-layer",
                "it has no text layer: it is a scan or a picture, and pictures are not guessed at",
                f"{_PRINT_AGAIN} A scan needs a text layer from an OCR program first.",
            )
        first = _first_page(pages)
        raw = RawScript(
            name=name,
            title_page=read_cover(row.text for rows in pages[:first] for row in rows),
            lines=read_pages([row for rows in pages[first:] for row in rows]),
            source_format="pdf",
            source_digest=digest_bytes(data),
        )
        screenplay, findings = read_scenes(raw)
        return Reading(screenplay=screenplay, findings=findings)


FORMAT = PdfScriptFormat()


def _read_pages(data: bytes, name: str) -> list[list[PageRow]] | Reading:
    """The rows of every page, or what to say when the file cannot be opened."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > MOST_PAGES:
                pages = f"it has {len(document)} pages; a script has at most {MOST_PAGES}"
                return _refused(name, "too-large", pages, _PRINT_AGAIN)
            return list(_pages(document))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            return _refused(
                name, "password", "it is locked with a password", "Save a copy without a password."
            )
        return _refused(name, "broken-pdf", f"it cannot be opened ({error})", _PRINT_AGAIN)


def _pages(document: PdfDocument) -> Iterator[list[PageRow]]:
    for index in range(len(document)):
        page = document[index]
        try:
            yield list(_rows(page, index + 1))
        finally:
            page.close()


def _first_page(pages: Sequence[Sequence[PageRow]]) -> int:
    """Index of the first page of the script."""
    for index, rows in enumerate(pages[: min(COVER_PAGES, len(pages) - 1)]):
        if not _is_cover(rows):
            return index
    return min(COVER_PAGES, len(pages) - 1)


def _is_cover(rows: Sequence[PageRow]) -> bool:
    """A title page: few rows, none at the head of the page but a page number, no heading."""
    written = [row for row in rows if len(row.text) > 4]
    return len(written) < 30 and not any(
        row.top < 100 or is_heading(read_number(row.text)[0]) for row in written
    )


def _rows(page: PdfPage, number: int) -> Iterator[PageRow]:
    """Runs of words from top to bottom, left to right: letters that share a base line."""
    height = page.get_height()
    lines: dict[int, list[_Letter]] = {}
    for letter in _script_letters(list(_letters(page))):
        foot = round(height - letter.y)
        key = next((near for near in (foot, foot - 1, foot + 1) if near in lines), foot)
        lines.setdefault(key, []).append(letter)
    for foot, found in sorted(lines.items()):
        found.sort(key=lambda letter: (letter.x, letter.text))
        for left, right, text in _runs(found):
            yield PageRow(page=number, left=left, right=right, top=float(foot), text=text)


def _runs(letters: Iterable[_Letter]) -> Iterator[tuple[float, float, str]]:
    """Left edge, right edge and words of each run in a row of letters."""
    text, left, end = "", 0.0, 0.0
    last: _Letter | None = None
    for letter in letters:
        if last is not None and letter.text == last.text and letter.x - last.x < letter.width / 4:
            continue  # bold set by striking twice
        gap = letter.x - end
        if text and gap > WIDE_GAP:
            yield left, end, text
            text = ""
        left = left if text else letter.x
        space = " " if text and gap > letter.width * GAP else ""
        text, end, last = text + space + letter.text, letter.x + letter.width, letter
    if text:
        yield left, end, text


def _script_letters(letters: Sequence[_Letter]) -> Iterable[_Letter]:
    """The letters of usual height; those of a watermark tower over them."""
    if len(letters) < 50:
        return letters
    usual = median(letter.height for letter in letters)
    return [letter for letter in letters if letter.height <= usual * TALLEST]


def _letters(page: PdfPage) -> Iterator[_Letter]:
    from ctypes import c_double

    from pypdfium2 import raw

    layer = page.get_textpage()
    try:
        x, y = c_double(), c_double()
        for index in range(layer.count_chars()):
            code = raw.FPDFText_GetUnicode(layer, index)
            text = _character(code)
            if not text.strip() or raw.FPDFText_IsGenerated(layer, index) == 1:
                continue
            angle = raw.FPDFText_GetCharAngle(layer, index)
            if abs(angle) > TILT and abs(angle - TURN) > TILT:
                continue  # a watermark lies across the page
            raw.FPDFText_GetCharOrigin(layer, index, x, y)
            left, bottom, right, top = layer.get_charbox(index, loose=True)
            yield _Letter(text, x.value, y.value, max(right - left, 1.0), top - bottom)
    finally:
        layer.close()


def _character(code: int) -> str:
    """The character of a code, or "" for what is none by itself."""
    if code == ord(_HYPHEN):
        return "-"
    return chr(code) if 0 < code < 0xD800 or 0xE000 <= code < 0x110000 else ""


def _refused(name: str, rule: str, message: str, remedy: str) -> Reading:
    finding = Finding(
        severity=Severity.ERROR,
        rule=f"screenplay.{rule}",
        where=name,
        message=message,
        remedy=remedy,
    )
    return Reading(screenplay=None, findings=(finding,))
