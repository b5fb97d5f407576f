"""Scripts printed to PDF: words with their places, read as columns. Never a guess at pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from secondunit.adapters.paper.pages import Pages, PaperPage, read_pages_apart
from secondunit.adapters.refusal import refused
from secondunit.core.finding import Finding, Severity
from secondunit.core.ids import digest_bytes
from secondunit.film.screenplay.model import Paper
from secondunit.film.screenplay.pages.page import ROWS
from secondunit.film.screenplay.printed.front import read_front
from secondunit.film.screenplay.printed.reader import read_pages
from secondunit.film.screenplay.read import RawScript, read_scenes
from secondunit.film.screenplay.remarks import merge_findings
from secondunit.ports.formats import Reading

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
_COMPARE = "Compare it with the paper."
_DAMAGED = {"missing", "crowded"}
_UNREAD = {
    "picture": (
        "no-text-layer",
        "this page has no text layer: it is a picture, and what it says is not read",
        _COMPARE + _OCR,
    ),
    "missing": (
        "broken-page",
        "this page is damaged in the file, and what it says is not read",
        f"{_COMPARE} {_PRINT_AGAIN}",
    ),
    "crowded": (
        "broken-page",
        "this page holds more letters than a page has room for, and is not read",
        f"{_COMPARE} {_PRINT_AGAIN}",
    ),
}


class PdfScriptFormat:
    """Scripts in PDF with a text layer.

    Args:
        read_pages: What opens a file; it is told the most pages a script has.
    """

    key = "pdf"
    suffixes = (".pdf",)

    def __init__(self, read_pages: Callable[[bytes, int], Pages] = read_pages_apart) -> None:
        self._read_pages = read_pages

    def is_format(self, data: bytes) -> bool:
        """True when the bytes begin as a PDF does."""
        return data[:1024].lstrip().startswith(b"%PDF-")

    def read(self, data: bytes, name: str) -> Reading:
        """Read a script; what is wrong with it is a finding."""
        if len(data) > LARGEST:
            size = f"{name} has {len(data) >> 20} MB; a printed script has at most {LARGEST >> 20}"
            return refused(name, "too-large", size, _PRINT_AGAIN)
        found = self._read_pages(data, MOST_PAGES)
        refusal = _refusal(found, name)
        if refusal is not None:
            return refusal
        pages = found.pages
        if _is_scan(pages):
            return refused(
                name,
                "no-text-layer",
                "it has no text layer: it is a scan or a picture, and pictures are not guessed at",
                _PRINT_AGAIN + _OCR,
            )
        front = read_front([page.rows for page in pages])
        script = pages[front.pages :]
        shown = next((page for page in script if page.width), pages[0])
        raw = RawScript(
            name=name,
            title_page=front.fields,
            lines=read_pages(
                [row for page in script for row in page.rows], shown.width, found.outline
            ),
            source_format="pdf",
            source_digest=digest_bytes(data),
            paper=_paper(shown),
        )
        screenplay, odd = read_scenes(raw)
        findings = merge_findings(_unread(pages), odd)
        return Reading(screenplay=screenplay, findings=findings)


FORMAT = PdfScriptFormat()


def _refusal(found: Pages, name: str) -> Reading | None:
    """What to say of a file that cannot be opened, or nothing."""
    if found.problem == "password":
        return refused(
            name, "password", "it is locked with a password", "Save a copy without a password."
        )
    if found.problem == "deadly":
        where = f"page {found.at} of it" if found.at else "it"
        endless = f"{where} crashes the reader of PDFs or takes it far too long"
        return refused(name, "broken-pdf", endless, _PRINT_AGAIN)
    if found.problem == "repeats":
        same = f"its {found.count} pages are the same ones again and again"
        return refused(name, "broken-pdf", same, _PRINT_AGAIN)
    if found.problem or not found.count:
        damaged = "it cannot be opened: the file is damaged or has no pages"
        return refused(name, "broken-pdf", damaged, _PRINT_AGAIN)
    if found.count > MOST_PAGES:
        pages = f"it has {found.count} pages; a script has at most {MOST_PAGES}"
        return refused(name, "too-large", pages, _PRINT_AGAIN)
    if 2 * sum(page.unread in _DAMAGED for page in found.pages) > found.count:
        damaged = "most of its pages cannot be read: the file is damaged"
        return refused(name, "broken-pdf", damaged, _PRINT_AGAIN)
    return None


def _paper(page: PaperPage) -> Paper:
    """What a page shows of its paper."""
    rows = ROWS_A4 if page.height > TALL else ROWS
    return Paper(
        width=round(page.width / 72, 2),
        height=round(page.height / 72, 2),
        rows=rows,
        body=rows / 6,
    )


def _is_scan(pages: Sequence[PaperPage]) -> bool:
    """Hardly a letter in all, or most pages are pictures."""
    letters = sum(len(row.text) for page in pages for row in page.rows)
    pictures = sum(page.unread == "picture" for page in pages)
    return letters < FEWEST_LETTERS * len(pages) or pictures * 2 > len(pages)


def _unread(pages: Sequence[PaperPage]) -> tuple[Finding, ...]:
    """What to say of single pages of which nothing was read."""
    return tuple(
        Finding(
            severity=Severity.WARNING,
            rule=f"screenplay.{rule}",
            where=f"page {number}",
            message=message,
            remedy=remedy,
        )
        for number, page in enumerate(pages, 1)
        if page.unread
        for rule, message, remedy in (_UNREAD[page.unread],)
    )
