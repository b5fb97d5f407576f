"""Scripts printed to PDF: words with their places, read as columns. Never a guess at pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondunit.adapters.paper.letters import is_picture, read_letters
from secondunit.adapters.refusal import refused
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.model import Paper
from secondunit.film.screenplay.pages.page import ROWS
from secondunit.film.screenplay.printed.columns import PageRow
from secondunit.film.screenplay.printed.front import read_front
from secondunit.film.screenplay.printed.letters import read_rows
from secondunit.film.screenplay.printed.reader import read_pages
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.film.screenplay.remarks import merge_findings
from secondunit.ports.formats import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

LARGEST = 64 * 2**20
"""Bytes; a printed feature has one or two million."""

MOST_PAGES = 1500
"""A season of scripts in one file; what is longer is no script."""

FEWEST_LETTERS = 20
"""Letters a page on average, below which a PDF is a picture of a script."""

TALL = 820.0
"""Points from which paper is taken as A4; US Letter has 792."""

ROWS_A4 = 58
"""Typed lines on a page of A4."""

_PRINT_AGAIN = "Give the script as Fountain or FDX, or print it to PDF from its own program."
_OCR = " A scan needs a text layer from an OCR program first."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page as read: its rows, its size in points, and whether it shows a picture instead."""

    rows: list[PageRow]
    width: float
    height: float
    is_picture: bool


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
            return refused(name, "too-large", size, _PRINT_AGAIN)
        pages = _read_pages(data, name)
        if isinstance(pages, Reading):
            return pages
        if _is_scan(pages):
            return refused(
                name,
                "no-text-layer",
                "it has no text layer: it is a scan or a picture, and pictures are not guessed at",
                _PRINT_AGAIN + _OCR,
            )
        front = read_front([page.rows for page in pages])
        script = pages[front.pages :]
        raw = RawScript(
            name=name,
            title_page=front.fields,
            lines=read_pages([row for page in script for row in page.rows], script[0].width),
            source_format="pdf",
            source_digest=digest_bytes(data),
            paper=_paper(script[0]),
        )
        screenplay, found = read_scenes(raw)
        findings = merge_findings(_unread(pages), found)
        return Reading(screenplay=screenplay, findings=findings)


FORMAT = PdfScriptFormat()


def _read_pages(data: bytes, name: str) -> list[_Page] | Reading:
    """The rows of every page, or what to say when the file cannot be opened."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > MOST_PAGES:
                pages = f"it has {len(document)} pages; a script has at most {MOST_PAGES}"
                return refused(name, "too-large", pages, _PRINT_AGAIN)
            return list(_pages(document))
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).casefold():
            return refused(
                name, "password", "it is locked with a password", "Save a copy without a password."
            )
        return refused(name, "broken-pdf", f"it cannot be opened ({error})", _PRINT_AGAIN)


def _pages(document: PdfDocument) -> Iterator[_Page]:
    for index in range(len(document)):
        page = document[index]
        try:
            rows = read_rows(read_letters(page), index + 1)
            yield _Page(
                rows=rows,
                width=page.get_width(),
                height=page.get_height(),
                is_picture=not rows and is_picture(page),
            )
        finally:
            page.close()


def _paper(page: _Page) -> Paper:
    """What a page shows of its paper."""
    rows = ROWS_A4 if page.height > TALL else ROWS
    return Paper(
        width=round(page.width / 72, 2),
        height=round(page.height / 72, 2),
        rows=rows,
        body=rows / 6,
    )


def _is_scan(pages: Sequence[_Page]) -> bool:
    """Hardly a letter in all, or most pages are pictures."""
    letters = sum(len(row.text) for page in pages for row in page.rows)
    pictures = sum(page.is_picture for page in pages)
    return letters < FEWEST_LETTERS * len(pages) or pictures * 2 > len(pages)


def _unread(pages: Sequence[_Page]) -> tuple[Finding, ...]:
    """What to say of single pages that are pictures."""
    return tuple(
        Finding(
            severity=Severity.WARNING,
            rule="screenplay.no-text-layer",
            where=f"page {number}",
            message="this page has no text layer: it is a picture, and what it says is not read",
            remedy=f"Compare it with the paper.{_OCR}",
        )
        for number, page in enumerate(pages, 1)
        if page.is_picture
    )
