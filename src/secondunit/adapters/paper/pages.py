"""The pages of a PDF, read by ``page_reader`` in a process of its own, whatever becomes of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from secondunit.film.screenplay.model import Emphasis
from secondunit.film.screenplay.printed.columns import PageRow

PATIENCE = 180.0
"""Seconds by the clock after which a reader is given up that the system has not ended by then."""

_PROGRAM = "secondunit.adapters.paper.page_reader"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """A page as read.

    Args:
        rows: What is typed on it.
        width: In points; 0 where it was not read.
        height: Likewise.
        unread: Why nothing was read: ``picture``, ``missing`` (the file has no such page) or
            ``crowded`` (more letters than a page holds); or "".
    """

    rows: list[PageRow]
    width: float = 0.0
    height: float = 0.0
    unread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages of a file, or why there are none.

    Args:
        pages: In order; none where there are too many.
        count: How many the file says it has.
        problem: ``password``, ``broken``, ``repeats`` (it shows the same pages again and again) or
            ``deadly`` (the reader crashed, or did not come to an end); or "".
        outline: Page, from 1, and words of each entry of the file's outline.
        at: The page at which a deadly file ended the reader, from 1; 0 while it was being opened.
    """

    pages: tuple[PaperPage, ...] = ()
    count: int = 0
    problem: str = ""
    at: int = 0
    outline: tuple[tuple[int, str], ...] = ()


def read_pages_apart(data: bytes, most_pages: int) -> Pages:
    """Read the pages of a PDF; a file that crashes or stalls PDFium does this process no harm.

    Args:
        data: The file.
        most_pages: Of a file with more only their number is read.

    Raises:
        OSError: No process can be started.
    """
    command = [sys.executable, "-P", "-m", _PROGRAM, str(most_pages)]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, check=False, timeout=PATIENCE
        )
        said, is_whole = done.stdout, done.returncode == 0
    except subprocess.TimeoutExpired as late:
        said, is_whole = late.stdout or b"", False
    return unpack(said.split(b"\n")[:-1], is_whole=is_whole)


def unpack(lines: Iterable[bytes], *, is_whole: bool) -> Pages:
    """What the program wrote.

    Args:
        lines: Whole lines of it.
        is_whole: It came to its end.
    """
    said: list[dict[str, Any]] = [json.loads(line) for line in lines]
    count = said[0].get("pages", 0) if said else 0
    problem = next((each["problem"] for each in said if "problem" in each), "")
    found = [each for each in said[1:] if "problem" not in each]
    if problem or not is_whole:
        return Pages(count=count, problem=problem or "deadly", at=len(found) + 1 if said else 0)
    pages = tuple(_page(each, number) for number, each in enumerate(found, 1))
    outline = tuple((page, title) for page, title in said[0].get("outline", ())) if said else ()
    return Pages(pages=pages, count=count, outline=outline)


def _page(said: dict[str, Any], number: int) -> PaperPage:
    width, height = said.get("size", (0.0, 0.0))
    rows = [_row(each, number) for each in said.get("rows", ())]
    return PaperPage(rows=rows, width=width, height=height, unread=said["unread"])


def _row(said: list[Any], page: int) -> PageRow:
    left, right, top, text, height, words, emphasis = said
    return PageRow(
        page=page,
        left=left,
        right=right,
        top=top,
        text=text,
        height=height,
        words=tuple(words),
        emphasis=tuple(Emphasis(start=at, end=end, style=style) for at, end, style in emphasis),
    )
