"""What stands before the script in a print: the title page, cast and set lists, empty pages.

Source: usage of the trade: a title page has few rows and none at its head; a cast or set list
says so on top, or sets names and descriptions side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondunit.film.screenplay.cover import read_cover
from secondunit.film.screenplay.heading import is_heading, read_number
from secondunit.film.screenplay.model import TitleField
from secondunit.film.screenplay.printed.columns import PageRow

MOST = 6
"""Pages at the front among which title pages and lists are looked for."""

_COVERS = 3  # of them, title pages
_FEW_ROWS = 30
_HEAD = 100.0  # points from the top within which a page of script begins
_PAIRS = 3  # names with descriptions beside them that make a list
_LIST = re.compile(
    r"(?:(?:guest |principal |series |main )?cast(?: list| of characters| members)?|"
    r"characters?(?: list)?|dramatis personae|(?:list of )?sets?(?: list)?|locations?|"
    r"(?:scene|show) (?:breakdown|rundown|list)|rundown|besetzung|figuren|rollen|motive|"
    r"personnages|distribution|décors?|personajes|reparto|personaggi|personagens)[:.]?$",
    re.IGNORECASE,
)
_SETS = re.compile(r"set|location|motive|décor|rundown|breakdown", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What stands before the script.

    Args:
        fields: Of the title pages and lists; no word of them is dropped.
        pages: How many pages it takes.
    """

    fields: tuple[TitleField, ...]
    pages: int


def read_front(pages: Sequence[Sequence[PageRow]]) -> Front:
    """Read the pages before the script; the last page of a document is always script.

    Args:
        pages: The rows of every page.
    """
    covers: list[str] = []
    lists: dict[str, list[str]] = {}
    count = 0
    for rows in pages[: min(MOST, len(pages) - 1)]:
        if key := _list_key(rows):
            lists.setdefault(key, []).extend(row.text for row in rows)
        elif count < _COVERS and _is_cover(rows):
            covers += [row.text for row in rows]
        elif rows:
            break
        count += 1
    fields = read_cover(covers)
    more = [TitleField(key=key, value="\n".join(words)) for key, words in lists.items()]
    return Front(fields=(*fields, *more), pages=count)


def _is_cover(rows: Sequence[PageRow]) -> bool:
    """A title page: few rows, none at the head of the page but a page number, no heading."""
    written = [row for row in rows if len(row.text) > 4]
    return len(written) < _FEW_ROWS and not any(
        row.top < _HEAD or is_heading(read_number(row.text)[0]) for row in written
    )


def _list_key(rows: Sequence[PageRow]) -> str:
    """``Cast`` or ``Sets`` for a page that lists them, "" for any other."""
    titles = [row.text.strip(" *:") for row in rows[:3]]
    title = next((title for title in titles if _LIST.match(title)), "")
    if title:
        return "Sets" if _SETS.search(title) else "Cast"
    if any(is_heading(read_number(row.text)[0]) for row in rows):
        return ""
    pairs = sum(
        a.top == b.top and a.text.isupper() and not b.text.isupper() and len(b.text) > 8
        for a, b in pairwise(rows)
    )
    leaders = sum("..." in row.text or ". . ." in row.text for row in rows)
    return "Cast" if max(pairs, leaders) >= _PAIRS else ""
