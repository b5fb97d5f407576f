"""The program that opens a PDF: run by ``pages`` as a process of its own that may be killed.

PDFium is native code. A file of 700 bytes whose drawing contains itself keeps it busy for hours,
and no signal handler of Python runs meanwhile; a damaged one may take the process down. So it works
here, with a limit of processor time and of memory that the operating system enforces.

It reads the file from its input and writes one JSON value a line: how many pages there are or why
there are none, then a page a line, each as soon as it is read.
"""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from secondunit.adapters.paper.letters import CrowdedError, is_picture, read_letters
from secondunit.film.screenplay.printed.letters import read_rows

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from secondunit.film.screenplay.printed.columns import PageRow

FIRST = 0.7
"""Seconds of processor time for opening a file and reading its first page: 0.03 are usual."""

EACH = 0.1
"""Seconds more for every further page; 0.015 are usual."""

SLOWEST = 0.5
"""Seconds for any one page after the first, however much is left."""

LONGEST = 60.0
"""Seconds for a whole file, whatever number of pages it claims."""

_MOST_AGAIN = 20
"""Pages that are the same as another, letter for letter; no two of a script are."""

_MOST_ENTRIES, _LONGEST_ENTRY = 3000, 500  # of an outline; a feature has about 200 scenes

MEMORY = 3 * 2**30
"""Bytes of address space; a feature needs a tenth."""


def write_pages(
    data: bytes, out: BinaryIO, most_pages: int, before: Callable[[int], None] = lambda _: None
) -> None:
    """Write what a PDF says of itself, then its pages.

    Args:
        data: The file.
        out: Where the lines go.
        most_pages: Of a file with more only their number is written.
        before: Called with the number of every page before it is read.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            count = len(document)
            entries = _outline(document) if count <= most_pages else []
            _write(out, {"pages": count, **({"outline": entries} if entries else {})})
            if count <= most_pages:
                _write_each(document, out, before)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        _write(out, {"problem": "password" if locked else "broken"})


def _write_each(document: PdfDocument, out: BinaryIO, before: Callable[[int], None]) -> None:
    """Write the pages, until it is plain that the file shows the same ones again and again."""
    seen: set[str] = set()
    again = 0
    for index in range(len(document)):
        before(index + 1)
        page = _page(document, index)
        if rows := page.get("rows"):
            said = repr(rows)
            again += said in seen
            seen.add(said)
        if again > _MOST_AGAIN:
            _write(out, {"problem": "repeats"})
            return
        _write(out, page)


def _outline(document: PdfDocument) -> list[tuple[int, str]]:
    """Page, from 1, and words of each entry of the file's outline that leads to a page."""
    found = []
    for entry in islice(document.get_toc(), _MOST_ENTRIES):
        target = entry.get_dest()
        page = target.get_index() if target is not None else None
        if page is not None:
            found.append((page + 1, entry.get_title()[:_LONGEST_ENTRY]))
    return found


def _page(document: PdfDocument, index: int) -> dict[str, Any]:
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return {"unread": "missing"}
    try:
        rows = read_rows(read_letters(page), index + 1)
        return {
            "rows": list(map(_packed, rows)),
            "size": (page.get_width(), page.get_height()),
            "unread": "picture" if not rows and is_picture(page) else "",
        }
    except CrowdedError:
        return {"unread": "crowded"}
    except pypdfium2.PdfiumError:
        return {"unread": "missing"}
    finally:
        page.close()


def _packed(row: PageRow) -> tuple[Any, ...]:
    """A row without its page, in the order of its fields."""
    emphasis = [(each.start, each.end, each.style) for each in row.emphasis]
    return (row.left, row.right, row.top, row.text, row.height, row.words, emphasis)


def _write(out: BinaryIO, value: dict[str, Any]) -> None:
    out.write(json.dumps(value, separators=(",", ":")).encode() + b"\n")
    out.flush()


def _limit_time(pages: int) -> None:
    """Let the operating system end this process when a file takes longer than pages do."""
    if hasattr(signal, "setitimer"):
        allowed = min(FIRST + EACH * (pages - 1), LONGEST)
        left = allowed - (time.process_time() - _BEGAN)
        one = left if pages == 1 else min(left, SLOWEST)
        signal.setitimer(signal.ITIMER_PROF, max(one, 0.001))


def _limits() -> Iterator[tuple[int, int]]:
    """What to limit by the operating system, and to what; nothing where it cannot."""
    try:
        import resource
    except ImportError:
        return
    yield resource.RLIMIT_CORE, 0
    yield resource.RLIMIT_AS, MEMORY


def _limit_all() -> None:
    for what, most in _limits():
        import resource

        _, hard = resource.getrlimit(what)
        within = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (within, hard))
    if hasattr(signal, "SIGPROF"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


_BEGAN = time.process_time()

if __name__ == "__main__":
    _limit_all()
    _limit_time(1)
    write_pages(sys.stdin.buffer.read(), sys.stdout.buffer, int(sys.argv[1]), _limit_time)
